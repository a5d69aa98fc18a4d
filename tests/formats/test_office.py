"""LibreOffice: found, kept from the network, ended with all that it started, and nothing of it left."""

from __future__ import annotations

import http.server
import io
import os
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import psutil
import pytest
from lxml import etree
from PIL import Image

from redact.errors import Damaged, ExitStatus, FileFault, LimitReached, WrongUse
from redact.formats import office
from tests.acceptance.office import need_office

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def libreoffice() -> str:
    return need_office()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Have temporary folders made in a folder of the test's own."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def report(text: str = "The panel met twice.") -> bytes:
    document = docx.Document()
    document.add_paragraph(text)
    return saved(document)


def saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


RTF = rb"{\rtf1\ansi The panel met {\b twice}.\par}"


def test_each_format_that_is_asked_for_is_converted(libreoffice: str, temporary: Path) -> None:
    assert office.available()
    as_docx = office.convert(RTF, ".rtf", ".docx")
    with zipfile.ZipFile(io.BytesIO(as_docx)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    assert "".join(body.itertext()) == "The panel met twice."
    assert office.convert(as_docx, ".docx", ".pdf").startswith(b"%PDF-")
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (b"<html><img src='http://192.0.2.1/'></html>", ".doc"),  # a web page by another name
        (b"PK\x03\x04", ".rtf"),
        (b"", ".odt"),
        (b"{\\rtf1 text}", ".docx"),
    ],
)
def test_what_is_not_what_it_says_never_reaches_it(content: bytes, suffix: str) -> None:
    with pytest.raises(Damaged, match="not what its name says"):
        office.convert(content, suffix, ".pdf")


def test_another_conversion_is_wrong_use() -> None:
    with pytest.raises(WrongUse):
        office.convert(report(), ".docx", ".exe")


def test_what_it_makes_nothing_of_is_damaged(libreoffice: str, temporary: Path) -> None:
    with pytest.raises(Damaged, match="could not convert"):
        office.convert(b"PK\x03\x04" + bytes(200), ".odt", ".docx")
    assert list(temporary.iterdir()) == []


def test_without_it_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(office, "_candidates", lambda: iter([tmp_path / "soffice"]))
    assert not office.available()
    with pytest.raises(FileFault, match="not on this machine") as caught:
        office.convert(report(), ".docx", ".pdf")
    assert caught.value.status is ExitStatus.FILE
    assert "Install LibreOffice" in caught.value.remedy


def test_a_program_in_the_working_folder_is_not_taken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "soffice").write_text("", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", os.pathsep.join(["", ".", "relative"]))
    assert tmp_path / "soffice" not in [path.absolute() for path in office._candidates()]
    monkeypatch.setenv("PATH", str(tmp_path))
    assert office._program() == tmp_path / "soffice"


def test_on_windows_the_installed_one_comes_first(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("ProgramFiles", str(tmp_path / "Program Files"))
    for other in ("ProgramW6432", "ProgramFiles(x86)"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    folder = tmp_path / "Program Files" / "LibreOffice" / "program"
    first = [folder / "soffice.com", folder / "soffice.exe", tmp_path / "bin" / "soffice.com"]
    assert list(office._candidates())[:3] == first


# ---------------------------------------------------------------- the network


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """Serve on this machine, and note what is asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - the names that http.server calls

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port, paths
    server.shutdown()
    server.server_close()


def linking(port: int) -> bytes:
    """Make a document whose picture lies on a server."""
    document = docx.Document()
    picture = io.BytesIO()
    Image.new("RGB", (20, 20), "red").save(picture, "PNG")
    document.add_picture(picture)
    blip = document.element.body.xpath("//a:blip")[0]
    del blip.attrib[f"{{{RELATIONSHIPS}}}embed"]
    target = f"http://127.0.0.1:{port}/linked.png"
    link = document.part.relate_to(target, f"{RELATIONSHIPS}/image", is_external=True)
    blip.set(f"{{{RELATIONSHIPS}}}link", link)
    return saved(document)


def test_it_fetches_nothing(libreoffice: str, asked: tuple[int, list[str]]) -> None:
    port, paths = asked
    office.convert(linking(port), ".docx", ".pdf")
    picture = b'{\\field{\\*\\fldinst{INCLUDEPICTURE "http://127.0.0.1:%d/a.png" \\\\d}}{\\fldrslt x}}' % port
    office.convert(b"{\\rtf1\\ansi " + picture + b"\\par}", ".rtf", ".docx")
    assert paths == []


def test_without_the_settings_it_would_have_fetched(
    libreoffice: str, asked: tuple[int, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    port, paths = asked
    monkeypatch.setattr(office, "_SETTINGS", ())
    office.convert(linking(port), ".docx", ".pdf")
    assert set(paths) == {"/linked.png"}


# ---------------------------------------------------------------- its end

# Stands for a program that hangs: it starts a child that hangs too, and tells of both.
HANGS = """#!{python}
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
with open({notes!r}, "w") as notes:
    notes.write(f"{{os.getpid()}} {{child.pid}} {{os.getcwd()}}")
{then}
time.sleep(600)
"""


@pytest.fixture
def hanging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put a program that hangs in LibreOffice's place; give the file with what it tells."""
    notes = tmp_path / "notes"
    program = tmp_path / "soffice"
    program.write_text(HANGS.format(python=sys.executable, notes=str(notes), then=""), encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(office, "_candidates", lambda: iter([program]))
    return notes


def _runs(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def assert_all_ended(notes: Path) -> None:
    first, second, folder = notes.read_text(encoding="utf-8").split(" ", 2)
    left = [int(first), int(second)]
    for _ in range(200):  # what is killed ends when the system comes to it
        left = [pid for pid in left if _runs(pid)]
        if not left:
            break
        time.sleep(0.05)
    assert left == []
    assert not Path(folder).exists()


def test_one_that_hangs_is_ended_with_what_it_started(hanging: Path, temporary: Path) -> None:
    with pytest.raises(LimitReached, match=r"longer than 1\.5 seconds"):
        office.convert(report(), ".docx", ".pdf", seconds=1.5)
    assert_all_ended(hanging)
    assert list(temporary.iterdir()) == []


def test_one_that_takes_too_much_memory_is_ended(hanging: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def note_then_full(pid: int) -> object:
        return lambda: 3 * 1024**3 if hanging.exists() and hanging.read_text(encoding="utf-8") else 0

    monkeypatch.setattr(office, "_memory_of", note_then_full)
    with pytest.raises(LimitReached, match="memory"):
        office.convert(report(), ".docx", ".pdf", seconds=60)
    assert_all_ended(hanging)


def test_stopping_the_run_ends_it(hanging: Path, monkeypatch: pytest.MonkeyPatch, temporary: Path) -> None:
    def stop(pid: int) -> object:
        def held() -> int:
            if hanging.exists() and hanging.read_text(encoding="utf-8"):
                raise KeyboardInterrupt
            return 0

        return held

    monkeypatch.setattr(office, "_memory_of", stop)
    with pytest.raises(KeyboardInterrupt):
        office.convert(report(), ".docx", ".pdf", seconds=60)
    assert_all_ended(hanging)
    assert list(temporary.iterdir()) == []


def test_one_that_ends_and_leaves_a_child_leaves_none(tmp_path: Path, hanging: Path) -> None:
    program = tmp_path / "soffice"
    text = HANGS.format(python=sys.executable, notes=str(hanging), then="sys.exit(0)")
    program.write_text(text, encoding="utf-8")
    with pytest.raises(Damaged):
        office.convert(report(), ".docx", ".pdf", seconds=60)
    assert_all_ended(hanging)


def test_the_memory_of_all_is_added_up() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        for _ in range(200):
            if psutil.Process(child.pid).memory_info().rss > 1_000_000:
                break
            time.sleep(0.01)
        both = office._memory_of(os.getpid())()
        assert both > psutil.Process().memory_info().rss
    finally:
        child.kill()
        child.communicate()
    assert office._memory_of(2**22 + 1)() == 0


def test_names_and_folders_say_nothing(hanging: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commands: list[list[str]] = []
    variables: list[dict[str, str]] = []

    def note(command: list[str], folder: Path, seconds: float) -> None:
        commands.append(command)
        variables.append(office._environment(folder))

    monkeypatch.setenv("HTTPS_PROXY", "http://192.0.2.1:3128")
    monkeypatch.setattr(office, "_run", note)
    with pytest.raises(Damaged):
        office.convert(report("Kayleigh Ashdown"), ".docx", ".pdf")
    assert Path(commands[0][-1]).name == "document.docx"
    assert Path(commands[0][-1]).parent.name.startswith("redact-")
    assert not any("proxy" in name.lower() for name in variables[0])
    assert variables[0]["TMPDIR"] == str(Path(commands[0][-1]).parent)
