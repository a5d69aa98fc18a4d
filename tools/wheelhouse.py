"""Build a folder that installs `redact` with no network, on Windows and on Linux.

    python tools/wheelhouse.py OUT [--platform win_amd64|linux]... [--python 3.11]... [--wheel FILE]

The folder holds our wheel, every locked wheel for each platform and Python, the lock with our own wheel
added, `install.cmd`, `install.sh`, README.txt and SHA256SUMS. Nothing but wheels is taken: an installation
never compiles. Every file that pip brings is held against the hashes of requirements.lock. The folder is
built aside and renamed when it is whole; a folder that holds anything is never written into.

Needs the tools of requirements-dev.lock, and the package index once.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
FILES = Path(__file__).resolve().parent / "wheelhouse_files"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")

# pip takes each platform word for word, so every glibc up to RHEL 8's is named; newer systems run them too.
_GLIBC = ("2_5", "2_12", "2_17", "2_24", "2_26", "2_27", "2_28")


@dataclass(frozen=True, slots=True)
class Platform:
    """One kind of machine: the wheel tags that it takes, and what markers say there."""

    tags: tuple[str, ...]
    markers: dict[str, str]


_LINUX_TAGS = ("linux_x86_64", "manylinux1_x86_64", "manylinux2010_x86_64", "manylinux2014_x86_64")
_WINDOWS = {
    "sys_platform": "win32",
    "platform_system": "Windows",
    "os_name": "nt",
    "platform_machine": "AMD64",
}
_LINUX = {
    "sys_platform": "linux",
    "platform_system": "Linux",
    "os_name": "posix",
    "platform_machine": "x86_64",
}
PLATFORMS: dict[str, Platform] = {
    "win_amd64": Platform(("win_amd64",), _WINDOWS),
    "linux": Platform((*_LINUX_TAGS, *(f"manylinux_{glibc}_x86_64" for glibc in _GLIBC)), _LINUX),
}


def main(arguments: list[str]) -> int:
    """Build the folder; 0 when it is there, 1 when it cannot be, with the reason on stderr."""
    options = _options(arguments)
    try:
        build(
            options.out,
            platforms=tuple(options.platform or PLATFORMS),
            pythons=tuple(options.python or PYTHONS),
            wheel=options.wheel,
        )
    except (OSError, ValueError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"error: {error.cmd[3]} {error.cmd[4]} ended with {error.returncode}", file=sys.stderr)
        print("hint: its own message stands above; the folder was not made", file=sys.stderr)
        return 1
    return 0


def build(out: Path, *, platforms: tuple[str, ...], pythons: tuple[str, ...], wheel: Path | None) -> None:
    """Build everything aside, then give the folder its name.

    Args:
        wheel: our own wheel; none builds it.

    Raises:
        ValueError: `out` is a file or holds something already.
        subprocess.CalledProcessError: a wheel is missing, its hash is wrong, or ours cannot be built.
    """
    refuse_used(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".wheelhouse-") as folder:
        aside = Path(folder, "wheelhouse")
        wheels = aside / "wheels"
        wheels.mkdir(parents=True)
        lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
        own = _own_wheel(wheels, wheel)
        for platform in platforms:
            for python in pythons:
                _download(
                    wheels, requirements_for(lock, PLATFORMS[platform], python), PLATFORMS[platform], python
                )
        (aside / "requirements.txt").write_text(lock + own_requirement(own), encoding="utf-8", newline="\n")
        write_files(aside, platforms=platforms, pythons=pythons)
        write_sums(aside)
        if out.exists():
            out.rmdir()
        aside.rename(out)
    print(f"wrote {out}")


def refuse_used(out: Path) -> None:
    """Raise ValueError for a path that holds something: another version's wheels would be installed too."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise ValueError(f"{out} is not an empty folder\nhint: name a folder that does not exist yet")


def requirements_for(lock: str, platform: Platform, python: str) -> str:
    """Keep the lines of a lock that hold on a platform, without their markers.

    pip judges markers by the machine it runs on, so on Linux it would leave out what Windows needs.
    """
    environment = platform.markers | {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    kept = []
    for pin, hashes in pins(lock):
        requirement = Requirement(pin)
        if requirement.marker is None or requirement.marker.evaluate(dict(environment)):
            kept.append(" \\\n    ".join([f"{requirement.name}{requirement.specifier}", *hashes]))
    return "\n".join(kept) + "\n"


def pins(lock: str) -> list[tuple[str, list[str]]]:
    """Read a lock: each pinned requirement with its marker, and its `--hash=` options."""
    bare = "\n".join(line for line in lock.splitlines() if not line.lstrip().startswith("#"))
    found = []
    for entry in bare.replace("\\\n", " ").splitlines():
        pin, *hashes = re.split(r"\s+(?=--hash=)", entry.strip())
        if pin:
            found.append((pin, hashes))
    return found


def own_requirement(wheel: Path) -> str:
    """Write the line of the lock that pins our own wheel."""
    name, version, *_ = wheel.name.split("-")
    return f"{name.replace('_', '-')}=={version} \\\n    --hash=sha256:{_sha256(wheel)}\n"


def write_files(folder: Path, *, platforms: tuple[str, ...], pythons: tuple[str, ...]) -> None:
    """Write the installers of the platforms and README.txt; newest Python first in what they try."""
    newest_first = sorted(pythons, key=lambda python: tuple(map(int, python.split("."))), reverse=True)
    values = {
        "@PYTHONS@": " ".join(newest_first),
        "@NEWEST@": newest_first[0],
        "@LIST@": ", ".join(newest_first),
    }
    names = {"win_amd64": "install.cmd", "linux": "install.sh"}
    for name in [names[platform] for platform in platforms] + ["README.txt"]:
        text = (FILES / name).read_text(encoding="utf-8")
        for mark, value in values.items():
            text = text.replace(mark, value)
        # cmd.exe loses labels in a file with bare line feeds, and Notepad showed such a text on one line.
        newline = "\n" if name.endswith(".sh") else "\r\n"
        (folder / name).write_text(text, encoding="ascii", newline=newline)
    if "linux" in platforms:
        (folder / "install.sh").chmod(0o755)


def write_sums(folder: Path) -> None:
    """Write SHA256SUMS over every file, in the order of their names: `sha256sum -c` reads it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{_sha256(path)}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / "SHA256SUMS").write_text("".join(lines), encoding="utf-8", newline="\n")


# ------------------------------------------------------------------ private


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build a folder that installs redact with no network.")
    parser.add_argument("out", type=Path, metavar="OUT", help="the folder to make")
    parser.add_argument("--platform", action="append", choices=sorted(PLATFORMS), help="default: all")
    parser.add_argument("--python", action="append", help=f"default: {' '.join(PYTHONS)}")
    parser.add_argument("--wheel", type=Path, help="our own wheel, when it is already built")
    options = parser.parse_args(arguments)
    for python in options.python or []:
        if not re.fullmatch(r"3\.\d+", python):
            parser.error(f"a Python is named like 3.11, not {python!r}")
    return options


def _own_wheel(wheels: Path, wheel: Path | None) -> Path:
    if wheel is not None:
        return Path(shutil.copy(wheel, wheels))
    command = [
        sys.executable,
        "-I",
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(wheels),
        str(ROOT),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (built,) = wheels.glob("redact_safeguarding-*.whl")
    return built


def _download(wheels: Path, requirements: str, platform: Platform, python: str) -> None:
    """Let pip fetch wheels for a platform that is not ours; the lock is whole, so nothing is resolved."""
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder, "requirements.txt")
        listed.write_text(requirements, encoding="utf-8")
        command = [
            sys.executable,
            "-I",
            "-m",
            "pip",
            "download",
            "--quiet",
            "--no-deps",
            "--only-binary=:all:",
        ]
        command += ["--require-hashes", "--requirement", str(listed), "--dest", str(wheels)]
        command += ["--implementation", "cp", "--python-version", python]
        for tag in platform.tags:
            command += ["--platform", tag]
        subprocess.run(command, check=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
