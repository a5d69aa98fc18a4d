"""A real browser for the tests, with no network but this machine, and axe-core to judge a page.

`REDACT_AXE` names the file axe.min.js of the npm package axe-core. Where the browser or axe is missing,
tests are passed over with a word; under CI, where both are installed, that is a failure.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

__all__ = ["axe_faults", "axe_source", "browser"]

_FLAGS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def browser() -> Iterator[Any]:
    """Start Chromium; it is closed at the end."""
    sync_api = pytest.importorskip("playwright.sync_api") if not os.environ.get("CI") else None
    if sync_api is None:
        from playwright import sync_api
    program = shutil.which("chromium")
    if program is None:
        _missing("Chromium is not installed, so no page was looked at: apt-get install chromium")
    # The browser refuses to run as root inside its own sandbox.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=[*_FLAGS, *as_root])
        try:
            yield opened
        finally:
            opened.close()


def axe_source() -> str:
    """Give the source of axe-core."""
    named = os.environ.get("REDACT_AXE", "")
    if not named or not Path(named).is_file():
        _missing("REDACT_AXE names no axe.min.js, so nobody judged the page: npm install axe-core")
    return Path(named).read_text(encoding="utf-8")


def axe_faults(page: Any, source: str) -> list[str]:
    """Let axe-core judge what the page shows now: each violation with the place of the first."""
    page.evaluate(source)
    found = page.evaluate("axe.run()")
    return [f"{one['id']}: {one['help']}: {one['nodes'][0]['html']}" for one in found["violations"]]


def _missing(words: str) -> None:
    if os.environ.get("CI"):
        pytest.fail(words)
    pytest.skip(words)
