"""Convert a document by LibreOffice, where the machine has it.

It works in a private folder on a file under a name of ours, with a profile of its own that is thrown away,
runs no macro, updates no link, and has a proxy that answers nobody. It is killed, with all that it started,
at its limit of time or memory and when the user stops the run. What remains: LibreOffice is a large program
that parses what is not trusted, outside the guard; a fault in it can do what the user can.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from redact.errors import Damaged, FileFault, LimitReached, WrongUse
from redact.storage import private_folder

__all__ = ["SECONDS", "available", "convert"]

SECONDS = 180.0  # what a file may take from start to end (documents notes, section 4)
_MEMORY_BYTES = 2 * 1024**3
_LARGEST_RESULT = 512 * 1024 * 1024  # as the largest file that is read
_LOOK_SECONDS = 0.1

# How files of an ending begin, and the filter that reads them: LibreOffice would else go by the bytes, and
# take a web page for what it is. An old .doc may be of several kinds, all of them OLE files.
_READS: dict[str, tuple[bytes, str | None]] = {
    ".doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", None),
    ".docx": (b"PK\x03\x04", "MS Word 2007 XML"),
    ".odt": (b"PK\x03\x04", "writer8"),
    ".rtf": (b"{\\rtf", "Rich Text Format"),
}
# Outlines and the dictionary of names in a pdf would repeat headings; tags make it readable aloud.
_PDF_OPTIONS = (
    '{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"false"},'
    '"ExportNotes":{"type":"boolean","value":"false"},'
    '"ExportNotesInMargin":{"type":"boolean","value":"false"},'
    '"ExportFormFields":{"type":"boolean","value":"false"},'
    '"ExportHiddenSlides":{"type":"boolean","value":"false"},'
    '"IsSkipEmptyPages":{"type":"boolean","value":"false"}}'
)
_WRITES = {".docx": "docx:MS Word 2007 XML", ".pdf": f"pdf:writer_pdf_Export:{_PDF_OPTIONS}"}

_MISSING = "LibreOffice is not on this machine, and nothing else here can convert the document"
_INSTALL = (
    "Install LibreOffice (it is free), or open the document in Word and save it there in the other format."
)
_ANOTHER_WAY = "Open it in the program that made it, and save it there in the other format."


def available() -> bool:
    """Tell whether LibreOffice is on this machine; it is looked for and not started."""
    return _program() is not None


def convert(content: bytes, suffix: str, to: str, *, seconds: float = SECONDS) -> bytes:
    """Convert a document.

    Whoever converts a .docx has taken out what points outside it, and accepted its revisions: LibreOffice
    prints what was deleted, and asks the network for what is linked where nothing keeps it from that.

    Args:
        content: the bytes of a file of the ending `suffix`: .doc, .docx, .odt or .rtf.
        to: the ending of what is wanted: .docx or .pdf.
        seconds: how long it may take.

    Returns: the bytes of the new file; not the same ones each time, since it writes the hour into it.

    Raises:
        FileFault: LibreOffice is not on this machine.
        Damaged: the bytes are not of that kind, or LibreOffice makes nothing of them.
        LimitReached: it took too long or too much memory.
        NotWritten: the private folder could not be made, or not removed.
    """
    magic, infilter = _READS.get(suffix, (b"", None))
    if not magic or to not in _WRITES:
        raise WrongUse("LibreOffice is not asked for that conversion")
    if not content.startswith(magic):
        raise Damaged("the file is not what its name says", _ANOTHER_WAY)
    program = _program()
    if program is None:
        raise FileFault(_MISSING, _INSTALL)
    with private_folder() as folder:
        source, out, profile = folder / f"document{suffix}", folder / "out", folder / "profile"
        out.mkdir()
        source.write_bytes(content)
        _write_profile(profile)
        command = [
            str(program),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--invisible", "--norestore", "--nologo", "--nodefault", "--nolockcheck"),
            *([f"--infilter={infilter}"] if infilter else []),
            *("--convert-to", _WRITES[to], "--outdir", str(out), str(source)),
        ]
        _run(command, folder, seconds)
        return _result(out / f"document{to}")


def _result(path: Path) -> bytes:
    with contextlib.suppress(OSError):
        if 0 < path.stat().st_size <= _LARGEST_RESULT:
            return path.read_bytes()
    raise Damaged("LibreOffice could not convert the document", _ANOTHER_WAY)


def _program() -> Path | None:
    """Find LibreOffice: on the path, or where it is installed by itself.

    Not by `shutil.which`, which on Windows looks into the working folder first: a file there came with the
    documents.
    """
    return next((path for path in _candidates() if path.is_file()), None)


def _candidates() -> Iterator[Path]:
    on_windows = sys.platform == "win32"
    # soffice.com waits for the end of the work where soffice.exe may not.
    names = ("soffice.com", "soffice.exe") if on_windows else ("soffice", "libreoffice")
    folders = [Path(entry) for entry in os.environ.get("PATH", "").split(os.pathsep) if entry]
    if on_windows:
        roots = ("ProgramW6432", "ProgramFiles", "ProgramFiles(x86)")
        installed = [Path(os.environ[root]) for root in roots if os.environ.get(root)]
        folders[:0] = [root / "LibreOffice" / "program" for root in installed]
    elif sys.platform == "darwin":
        bundle = Path("Applications", "LibreOffice.app", "Contents", "MacOS")
        folders += [Path("/") / bundle, Path.home() / bundle]
    for folder in folders:
        if folder.is_absolute():
            yield from (folder / name for name in names)


_SETTINGS: tuple[tuple[str, str, str], ...] = (
    # Runs nothing that a document brings.
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Java/VirtualMachine", "Enable", "false"),
    # Fetches nothing: no links updated (0 is never), and every request goes to a port where nobody listens.
    ("org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "0"),
    ("org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("org.openoffice.Inet/Settings", "ooInetNoProxy", ""),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyName", "127.0.0.1"),
    ("org.openoffice.Inet/Settings", "ooInetFTPProxyPort", "9"),
    # Keeps nothing, asks nothing.
    ("org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("org.openoffice.Office.Common/Misc", "CrashReport", "false"),
    ("org.openoffice.Office.Common/Save/Document", "AutoSave", "false"),
    ("org.openoffice.Office.Common/History", "PickListSize", "0"),
    ("org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
)
_ITEM = (
    '<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>\n'
)


def _write_profile(profile: Path) -> None:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    user = profile / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        'xmlns:xs="http://www.w3.org/2001/XMLSchema" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
        f"{items}</oor:items>\n",
        encoding="utf-8",
    )


def _environment(folder: Path) -> dict[str, str]:
    """Give the variables of this process, less what leads to the network, with temporary files kept apart."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy") and not name.startswith(("PYTHON", "LD_PRELOAD", "DYLD_"))
    }
    return kept | dict.fromkeys(("TMPDIR", "TMP", "TEMP"), str(folder)) | {"SAL_USE_VCLPLUGIN": "svp"}


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run it to its end, or kill it and all that it started."""
    # A session of its own: Ctrl-C reaches us and not it, and its whole group can be ended.
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        apart = {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}
    try:
        process = subprocess.Popen(  # noqa: S603 - the program found above, told what we wrote ourselves
            command,
            cwd=folder,
            env=_environment(folder),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **apart,
        )
    except OSError:
        raise FileFault("LibreOffice is on this machine and cannot be started", _INSTALL) from None
    try:
        _watch(process, seconds)
    finally:
        _end(process)


def _watch(process: subprocess.Popen[bytes], seconds: float) -> None:
    allowed = time.monotonic() + seconds
    memory = _memory_of(process.pid)
    while True:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LOOK_SECONDS)
            return
        if time.monotonic() > allowed:
            raise LimitReached(f"LibreOffice took longer than {seconds:g} seconds", _ANOTHER_WAY)
        if memory() > _MEMORY_BYTES:
            raise LimitReached(
                f"LibreOffice took more than {_MEMORY_BYTES // 1024**2:,} MB of memory", _ANOTHER_WAY
            )


def _memory_of(pid: int) -> Callable[[], int]:
    """Give a function that adds up what a process and all below it hold, in bytes."""
    import psutil

    def held() -> int:
        total = 0
        with contextlib.suppress(psutil.Error, OSError):
            first = psutil.Process(pid)
            for one in [first, *first.children(recursive=True)]:
                with contextlib.suppress(psutil.Error, OSError):
                    total += one.memory_info().rss
        return total

    return held


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill the process and everything that it started, also what it left behind; then wait for it."""
    import psutil

    below: list[Any] = []
    with contextlib.suppress(psutil.Error, OSError):
        below = psutil.Process(process.pid).children(recursive=True)
    if sys.platform != "win32":
        with contextlib.suppress(OSError):  # the group is gone when all ended by themselves
            os.killpg(process.pid, signal.SIGKILL)
    for one in below:
        with contextlib.suppress(psutil.Error, OSError):
            one.kill()
    with contextlib.suppress(OSError):
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)
