"""Write the lock files from pyproject.toml: every package pinned, with the hashes of its files.

    python tools/lock.py             keep each version that still fits
    python tools/lock.py --upgrade   take the newest of everything

requirements.lock holds what the program runs with, requirements-build.lock what builds it, and
requirements-dev.lock all of it with the tools of the tests. The locks hold for every platform and for
Python 3.11 on, and name no index: whoever installs uses the index that their machine is set to.
Needs `uv`, which is among the tools of the tests.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = "3.11"

# What each lock is made from: arguments for uv, in the order in which they are made. The locks after the
# first are held to its versions, so that the tests run on what is shipped.
LOCKS: dict[str, tuple[str, ...]] = {
    "requirements.lock": ("pyproject.toml",),
    "requirements-dev.lock": ("pyproject.toml", "--extra", "dev", "--constraint", "requirements.lock"),
    "requirements-build.lock": ("--constraint", "requirements-dev.lock"),
}


def main(arguments: list[str]) -> int:
    """Write every lock; 0 when all are written, 1 when one holds an address."""
    if unknown := set(arguments) - {"--upgrade"}:
        print(
            f"error: unknown option {sorted(unknown)[0]}\nhint: the only option is --upgrade", file=sys.stderr
        )
        return 2
    for name, sources in LOCKS.items():
        compile_lock(ROOT / name, sources, upgrade="--upgrade" in arguments)
        if address := address_in((ROOT / name).read_text(encoding="utf-8")):
            print(
                f"error: line {address} of {name} holds an address\nhint: see the index settings of uv",
                file=sys.stderr,
            )
            return 1
        print(f"wrote {name}")
    return 0


def compile_lock(lock: Path, sources: tuple[str, ...], *, upgrade: bool) -> None:
    """Call uv once. Its settings and pip's are kept away, lest a local folder of wheels gets in."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("UV_", "PIP_"))}
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-config", "--universal"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-emit-find-links"]
    command += ["--python-version", OLDEST_PYTHON, "--custom-compile-command", "python tools/lock.py"]
    command += ["--output-file", lock.name, *(["--upgrade"] if upgrade else []), *sources]
    with tempfile.TemporaryDirectory() as folder:
        if "pyproject.toml" not in sources:
            wanted = Path(folder, "build.in")
            wanted.write_text("\n".join(build_requirements()) + "\n", encoding="utf-8")
            command += [str(wanted), "--no-annotate"]  # an annotation would hold the folder's name
        subprocess.run(command, cwd=ROOT, env=environment, check=True)


def build_requirements() -> list[str]:
    """Read what builds the package from pyproject.toml."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(project["build-system"]["requires"])


def address_in(lock: str) -> int | None:
    """Give the 1-based number of the first line that holds an address or an option; none is right."""
    for number, line in enumerate(lock.splitlines(), start=1):
        bare = line.strip()
        option = bare.startswith("-") and not bare.startswith("--hash=sha256:")
        if option or "://" in line or " @ " in line:
            return number
    return None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
