"""LibreOffice, for files as an ordinary program writes them."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

__all__ = ["convert", "need_office"]


def need_office() -> str:
    """Give LibreOffice's program; without it the test is skipped, but never in CI."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("LibreOffice is missing: .ci/run installs it")
        pytest.skip("LibreOffice is not installed")
    return program


def convert(
    files: Sequence[Path], target: str, out: Path, *, profile: Path, infilter: str = ""
) -> list[Path]:
    """Convert files with LibreOffice, each to `out` under its own name with the ending `target`."""
    command = [
        need_office(),
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        *([f"--infilter={infilter}"] if infilter else []),
        *("--convert-to", target, "--outdir", str(out)),
        *map(str, files),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    made = [out / f"{file.stem}.{target.partition(':')[0]}" for file in files]
    assert all(path.stat().st_size for path in made)
    return made
