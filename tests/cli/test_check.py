"""`redact check` on real files: what it answers, where it writes, and what it never repeats."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.terminal import redact

NAME = "Kestrelia Wintergreen"
PLAIN = ("--edition", "wt2015", "--kind", "other")


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(f"Mother: {NAME}\n\nLater Kestrelia moved to another town.\n", encoding="utf-8")
    return path


def test_json_is_written_whole(report: Path) -> None:
    out = report.parent / "out.json"
    outcome = redact("check", report, "--format", "json", "-o", out)
    assert (outcome.status, outcome.out) == (1, "")
    content = json.loads(out.read_text(encoding="utf-8"))
    assert (content["schema"], content["status"], content["readiness"]) == ("redact-check/1", 1, "not_ready")
    assert NAME not in out.read_text(encoding="utf-8")


def test_offsets_count_in_the_text_that_is_printed(report: Path) -> None:
    content = json.loads(redact("check", report, "--format", "json", "--yes-show-names").out)
    text = redact("text", report).out
    assert text == report.read_text(encoding="utf-8")
    for finding in content["documents"][0]["findings"]:
        start, end = finding["document_span"]
        assert text[start:end] == finding["text"]


def test_a_bad_file_spoils_nobody_else(report: Path) -> None:
    broken = report.parent / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")
    outcome = redact("check", broken, report, "--format", "json")
    first, second = json.loads(outcome.out)["documents"]
    assert (outcome.status, first["status"], second["status"]) == (6, 6, 1)
    assert first["error"]["what"]
    assert first["error"]["remedy"]
    assert second["findings"]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("report.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Word document"),
        ("report.rtf", b"{\\rtf1 broken off", "LibreOffice|ends in the middle"),
        ("report.odt", b"PK\x03\x04 and so on", "OpenDocument"),
        ("report.xlsx", b"PK\x03\x04 and so on", "spreadsheet"),
        ("report.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old form"),
        ("report.pptx", b"PK\x03\x04 and so on", "presentation"),
        ("report.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Outlook"),
        ("report.docx", b"%PDF-1.7\n", "holds a PDF"),  # not what its name says
        ("report.pdf", b"plain words", "holds a Markdown text|holds a plain text|but is not one"),
        ("report.docx", b"PK\x03\x04 broken off", "zip|broken|damaged"),
        ("report.docx", b"", "empty"),
        ("report.txt", b"", "empty"),
        ("report.txt", b" \n\t\n", "no text"),
        ("report.txt", b"a\0b", "NUL"),
        ("report.xyz", b"plain words", "does not end"),
        ("report", b"\x89PNG\r\n", "a picture cannot be read"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_so(name: str, content: bytes, words: str, tmp_path: Path) -> None:
    import re

    (tmp_path / name).write_bytes(content)
    outcome = redact("check", tmp_path / name)
    assert outcome.status == 6
    assert re.search(words, outcome.out), outcome.out
    assert "hint:" in outcome.out


def test_a_folder_is_named_as_one(tmp_path: Path) -> None:
    outcome = redact("check", tmp_path)
    assert outcome.status == 6
    assert "this is a folder" in outcome.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs POSIX pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    outcome = redact("check", tmp_path / "pipe.txt")
    assert outcome.status == 6
    assert "pipe" in outcome.out


def test_a_file_without_permission(report: Path) -> None:
    report.chmod(0)
    try:
        if os.access(report, os.R_OK):  # root, or a system without such modes: ask the function itself
            from redact.formats.intake import _unreadable

            error = _unreadable(PermissionError(13, "Permission denied", NAME))
            assert ("permission" in error.what, NAME in repr(error)) == (True, False)
        else:
            assert "permission" in redact("check", report).out
    finally:
        report.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_file_open_in_word() -> None:
    from redact.formats.intake import _unreadable

    locked = PermissionError(13, "in use", NAME)
    locked.winerror = 32  # type: ignore[attr-defined]
    error = _unreadable(locked)
    assert ("open in another program" in error.what, "Close it in Word" in error.remedy) == (True, True)


def test_the_same_file_twice_is_checked_once(report: Path) -> None:
    content = json.loads(redact("check", report, report, "--format", "json").out)
    assert len(content["documents"]) == 1


def test_a_copy_of_the_same_bytes_is_checked_too(report: Path) -> None:
    copy = report.parent / "copy.txt"
    copy.write_bytes(report.read_bytes())
    first, second = json.loads(redact("check", report, copy, "--format", "json").out)["documents"]
    assert len(first["findings"]) == len(second["findings"]) > 0
    assert first["id"] != second["id"]


def test_names_are_not_piped_without_a_second_word(report: Path) -> None:
    outcome = redact("check", report, "--show-names")
    assert (outcome.status, outcome.out) == (2, "")
    assert "--yes-show-names" in outcome.err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_with_names_is_for_its_owner(report: Path) -> None:
    out = report.parent / "out.json"
    assert redact("check", report, "--format", "json", "-o", out, "--yes-show-names").status == 1
    assert NAME in out.read_text(encoding="utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize("form", ["sarif", "html"])
def test_what_is_made_to_be_handed_on_holds_no_name(form: str, report: Path) -> None:
    outcome = redact("check", report, "--format", form)
    assert outcome.status == 1
    assert NAME not in outcome.out
    assert outcome.out == outcome.out.strip() + "\n"


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--format", "sarif"], "--format html or json"),  # never with names
        (["--format", "sarif", "-o", "out.sarif"], "--format html or json"),  # nor into a file
        (["--format", "html"], "-o report.html"),  # what is piped ends in a file that others can open
    ],
)
def test_names_go_only_where_they_are_kept(options: list[str], hint: str, report: Path) -> None:
    outcome = redact("check", report, *options, "--show-names", "--yes-show-names", cwd=report.parent)
    assert (outcome.status, outcome.out) == (2, "")
    assert hint in outcome.err
    assert not (report.parent / "out.sarif").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_page_with_names_is_for_its_owner(report: Path) -> None:
    out = report.parent / "out.html"
    outcome = redact("check", report, "--format", "html", "-o", out, "--show-names", "--yes-show-names")
    assert (outcome.status, outcome.out) == (1, "")
    assert NAME in out.read_text(encoding="utf-8")
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


def test_the_document_is_never_overwritten(report: Path) -> None:
    before = report.read_bytes()
    outcome = redact("check", report, "-o", report)
    assert (outcome.status, report.read_bytes()) == (2, before)


def test_an_output_that_cannot_be_written(report: Path) -> None:
    outcome = redact("check", report, "-o", report.parent / "none" / "out.txt")
    assert outcome.status == 6
    assert "folder does not exist" in outcome.err


def test_a_disk_that_is_full(report: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    import subprocess

    from tests.cli.terminal import PROGRAM

    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "check", str(report)], stdout=full, stderr=subprocess.PIPE, timeout=120, check=False
        )
    assert done.returncode == 6
    assert b"disk is full" in done.stderr


def test_quiet_says_it_with_the_status(report: Path) -> None:
    outcome = redact("check", report, "-q")
    assert (outcome.status, outcome.out, outcome.err) == (1, "", "")


def test_pause_waits_for_enter(report: Path) -> None:
    outcome = redact("check", report, "--pause", stdin="\n")
    assert outcome.status == 1
    assert "Press Enter" in outcome.err


def test_a_name_found_in_one_document_is_found_in_the_others(report: Path) -> None:
    other = report.parent / "summary.txt"
    other.write_text(f"The worker spoke to {NAME} again.\n", encoding="utf-8")
    _, second = json.loads(redact("check", report, other, "--format", "json").out)["documents"]
    assert [finding["masked"] for finding in second["findings"]] == ["[person 1]"]


def test_nothing_to_find_is_ready(tmp_path: Path) -> None:
    (tmp_path / "clean.txt").write_text("The mother met the health visitor.\n", encoding="utf-8")
    content = json.loads(redact("check", tmp_path / "clean.txt", "--format", "json", *PLAIN).out)
    assert (content["readiness"], content["status"]) == ("ready", 0)
    assert content["edition"]["id"] == "wt2015"


def test_a_password_file_opens_what_is_locked(tmp_path: Path) -> None:
    import io

    import pikepdf

    from tests.formats.pdf.hostile_factory import huge_page_count

    with pikepdf.open(io.BytesIO(huge_page_count(1))) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(user="a pass phrase", owner="x"))
    (tmp_path / "password.txt").write_text("a pass phrase\r\n", encoding="utf-8")
    (tmp_path / "wrong.txt").write_text("another\n", encoding="utf-8")
    (tmp_path / "none.txt").write_text("\n", encoding="utf-8")
    locked = tmp_path / "locked.pdf"
    assert redact("check", locked, *PLAIN, "--password-file", tmp_path / "password.txt").status == 0
    for given in ([], ["--password-file", tmp_path / "wrong.txt"]):
        outcome = redact("check", locked, *given)
        assert outcome.status == 6
        assert "password" in outcome.out
        assert "another" not in outcome.out + outcome.err
    assert redact("check", locked, "--password-file", tmp_path / "none.txt").status == 2
    assert redact("check", locked, "--password-file", tmp_path / "missing.txt").status == 6


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such file names")
def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/Mrs Osgood \xff.txt"
    with open(path, "wb") as file:
        file.write(b"The mother attended.\n")
    arguments = ("check", os.fsdecode(path), "--format", "json", "--yes-show-names")
    (document,) = json.loads(redact(*arguments).out)["documents"]
    assert any("Osgood" in finding["text"] for finding in document["findings"])
    assert document["path"] == os.fsdecode(path)


def test_the_kind_is_recognised_and_said(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Overview Report\n\nThe mother attended.\n", encoding="utf-8")
    outcome = redact("check", tmp_path / "report.txt")
    assert 'judged as: overview, because its first lines say "overview report"' in outcome.out
    (document,) = json.loads(redact("check", tmp_path / "report.txt", "--format", "json").out)["documents"]
    assert document["kind"] == "overview"
    stated = redact("check", tmp_path / "report.txt", "--kind", "summary")
    assert "judged as" not in stated.out
    assert "kind of document: summary" in stated.out


def test_a_folder_that_is_not_there_is_said_before_the_work(report: Path) -> None:
    # The document is missing too, and nobody has got as far as looking for it.
    outcome = redact("check", report.parent / "none.docx", "-o", report.parent / "none" / "out.txt")
    assert outcome.status == 6
    assert outcome.err.splitlines()[0] == "error: the folder does not exist"


def test_the_report_and_the_marked_copy_are_two_files(report: Path) -> None:
    both = report.parent / "both.docx"
    outcome = redact("check", report, "--marked", both, "-o", both)
    assert outcome.status == 2
    assert "would be one file" in outcome.err
    assert not both.exists()


def test_a_part_alone_is_told_as_one(report: Path) -> None:
    outcome = redact("check", report, "--only", "plain", "--kind", "overview", "--edition", "wt2015")
    assert outcome.status == 3
    assert outcome.out.startswith("Only a part was judged, as was asked for: plain English.")
    assert "Cannot tell: only a part was judged: plain English." in outcome.out
    assert "[person 1]" not in outcome.out
    content = json.loads(
        redact("check", report, "--only", "plain", "--only", "access", "--format", "json").out
    )
    assert (content["only"], content["status"], content["readiness"]) == (
        ["plain", "access"],
        3,
        "cannot_tell",
    )


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--only", "spelling"), "is not one of 'jigsaw', 'plain', 'access'"),  # no such part
        (("--only", "plain", "--explain"), "--explain tells of what is left out"),
        (("--only", "plain", "--since", "before.json"), "cannot be held against an earlier report"),
    ],
)
def test_beside_a_part_nothing_stands_that_needs_the_whole(more: tuple[str, ...], said: str) -> None:
    outcome = redact("check", "none.docx", *more)
    assert outcome.status == 2
    assert said in outcome.err
