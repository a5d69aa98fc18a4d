"""`clean` from end to end: what is written, and what is never written."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msoffcrypto.format.ooxml
import pytest

from redact.errors import Damaged, ExitStatus, NotWritten, PasswordNeeded, WrongType, WrongUse
from redact.run import clean as module
from redact.run.clean import clean
from redact.run.reading import Opened
from redact.values.checking import CheckRun
from redact.values.cleaning import Cleaned, CleaningOptions, Removed
from redact.values.judgement import Audience, Mode, Readiness, Settings
from redact.values.text import Document, Location, Part
from tests.formats.word.package_factory import PartSpec, make_docx, p, story, xml

SETTINGS = Settings(edition=None, kind=None, audience=Audience.PUBLIC, mode=Mode.FULL)
SECRET = "Kestrelia stayed with her aunt"
COMMENTED = make_docx(
    None,
    p("Child K was seen."),
    {"word/comments.xml": story("comments", f"<w:comment w:id='1' w:author='A'>{p(SECRET)}</w:comment>")},
)


def in_this_process(task: Callable[..., object], *arguments: object, **_: object) -> object:
    return task(*arguments, lambda *_: None)


def no_check(opened: Sequence[Opened], _: object, settings: Settings, **__: Any) -> CheckRun:
    """A check that finds nothing: recognisers take seconds, and have tests of their own."""
    return CheckRun((), (), settings, Readiness.READY, ExitStatus.READY, "0", "0", None, "0")


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.guard.run", in_this_process)
    monkeypatch.setattr(module, "find", lambda *_: ())
    monkeypatch.setattr(module, "check_opened", no_check)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "report.docx"
    path.write_bytes(COMMENTED)
    return path


def leaking(monkeypatch: pytest.MonkeyPatch, content: bytes, **fields: Any) -> None:
    """Put a cleaner in that carries out its work badly."""
    from redact.formats import cleaners

    true = cleaners.clean_file

    def badly(*arguments: Any) -> Any:
        answer = true(*arguments)
        assert isinstance(answer, Cleaned)
        return replace(answer, content=content, **fields)

    monkeypatch.setattr(cleaners, "clean_file", badly)


@pytest.mark.usefixtures("quick")
def test_a_copy_is_written_and_the_document_stays_as_it_is(source: Path) -> None:
    copy = source.with_name("copy.docx")
    outcome = clean(str(source), copy, CleaningOptions(), SETTINGS)
    assert outcome.cleaned is not None
    assert copy.read_bytes() == outcome.cleaned.content
    assert source.read_bytes() == COMMENTED
    assert sorted(path.name for path in source.parent.iterdir()) == ["copy.docx", "report.docx"]
    assert (outcome.status, outcome.refusal) == (ExitStatus.READY, None)


# What a bad copy holds, and the place that the message names.
BAD: list[tuple[bytes, str]] = [
    # the comment itself: our reader finds it
    (COMMENTED, "comment, D27"),
    # its words in a part that no reader looks at, written as any text
    (
        make_docx(None, p("Child K was seen."), {"image1.png": PartSpec(SECRET.encode(), None, "image")}),
        "comment, D27",
    ),
    # its words now in the text
    (make_docx(None, p(f"Child K was seen. {SECRET}.")), "comment, D27"),
    # in the value of an attribute
    (make_docx(None, f'<w:p><w:r><w:t>Child K was seen.</w:t></w:r><w:r w:rsidR="{SECRET}"/></w:p>'), "D68"),
]  # fmt: skip


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(("content", "place"), BAD)
def test_a_copy_that_holds_what_was_removed_is_never_written(
    source: Path, monkeypatch: pytest.MonkeyPatch, content: bytes, place: str
) -> None:
    leaking(monkeypatch, content)
    with pytest.raises(NotWritten) as raised:
        clean(str(source), source.with_name("copy.docx"), CleaningOptions(), SETTINGS)
    assert place in raised.value.what
    assert not [word for word in ("Kestrelia", "aunt") if word in f"{raised.value!r} {raised.value.remedy}"]
    assert [path.name for path in source.parent.iterdir()] == ["report.docx"]


@pytest.mark.usefixtures("quick")
def test_a_copy_that_cannot_be_read_is_never_written(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leaking(monkeypatch, b"PK\x03\x04 and nothing more")
    with pytest.raises(Damaged):
        clean(str(source), source.with_name("copy.docx"), CleaningOptions(), SETTINGS)
    assert [path.name for path in source.parent.iterdir()] == ["report.docx"]


@pytest.mark.usefixtures("quick")
def test_what_stands_and_what_is_lost_are_in_the_status(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = Removed(Location(Part.UNDER_A_BOX, "D30"), 1, "boxes")
    content = make_docx(None, p("Child K was seen."))
    for fields, status in (
        ({"lost": (entry,)}, ExitStatus.CANNOT_TELL),
        ({"standing": (entry,)}, ExitStatus.FINDINGS),
        ({"standing": (entry,), "lost": (entry,)}, ExitStatus.FINDINGS),
    ):
        with monkeypatch.context() as patch:
            leaking(patch, content, **fields)
            outcome = clean(
                str(source), source.with_name("x.docx"), CleaningOptions(), SETTINGS, replace=True
            )
            assert outcome.status is status


def test_an_undecided_change_is_refused_and_nothing_is_written(
    tmp_path: Path, quick: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "report.docx"
    source.write_bytes(make_docx(None, "<w:p><w:ins w:id='1'><w:r><w:t>a</w:t></w:r></w:ins></w:p>"))
    outcome = clean(str(source), tmp_path / "copy.docx", CleaningOptions(), SETTINGS)
    assert outcome.refusal is not None
    assert (outcome.status, outcome.cleaned) == (ExitStatus.FINDINGS, None)
    assert [path.name for path in tmp_path.iterdir()] == ["report.docx"]


@pytest.mark.usefixtures("quick")
def test_the_document_is_never_written_over(source: Path) -> None:
    again = source.parent / "." / "report.docx"
    for force in (False, True):
        with pytest.raises(WrongUse, match="overwrite the document"):
            clean(str(source), again, CleaningOptions(), SETTINGS, replace=force)
    other = source.with_name("link.docx")
    other.hardlink_to(source)
    with pytest.raises(WrongUse):
        clean(str(source), other, CleaningOptions(), SETTINGS, replace=True)
    assert source.read_bytes() == COMMENTED


@pytest.mark.usefixtures("quick")
def test_another_file_is_written_over_only_with_the_users_word(source: Path) -> None:
    copy = source.with_name("copy.docx")
    copy.write_bytes(b"mine")
    with pytest.raises(NotWritten, match="already there"):
        clean(str(source), copy, CleaningOptions(), SETTINGS)
    assert copy.read_bytes() == b"mine"
    clean(str(source), copy, CleaningOptions(), SETTINGS, replace=True)
    assert copy.read_bytes() != b"mine"


@pytest.mark.usefixtures("quick")
def test_a_full_disk_and_a_stop_leave_nothing(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for stop in (OSError(28, "full"), KeyboardInterrupt()):

        def fail(*_: object, stop: BaseException = stop) -> None:
            raise stop

        with monkeypatch.context() as patch:
            patch.setattr("redact.storage.os.fsync", fail)
            with pytest.raises(KeyboardInterrupt if isinstance(stop, KeyboardInterrupt) else NotWritten):
                clean(str(source), source.with_name("copy.docx"), CleaningOptions(), SETTINGS)
        assert [path.name for path in source.parent.iterdir()] == ["report.docx"]


@pytest.mark.usefixtures("quick")
def test_a_document_that_changes_meanwhile_is_not_cleaned(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_then_change(path: str, *arguments: Any, **how: Any) -> Document:
        from redact.run.reading import read_one

        read = read_one(path, *arguments, **how)
        source.write_bytes(make_docx(None, p("Another text.")))
        return read

    monkeypatch.setattr(module, "read_one", read_then_change)
    with pytest.raises(WrongUse, match="changed"):
        clean(str(source), source.with_name("copy.docx"), CleaningOptions(), SETTINGS)


@pytest.mark.usefixtures("quick")
def test_a_format_without_a_cleaner_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("redact.formats.cleaners.CLEANERS", ())
    source = tmp_path / "report.docx"
    source.write_bytes(COMMENTED)
    with pytest.raises(WrongType, match="cannot be cleaned"):
        clean(str(source), tmp_path / "copy.docx", CleaningOptions(), SETTINGS)


def test_in_its_child_with_all_recognisers(tmp_path: Path) -> None:
    """The one run that nothing is put in for: guard, recognisers, proof and check."""
    source, copy = tmp_path / "Review of Kestrelia Wintergreen.docx", tmp_path / "copy.docx"
    properties = xml(
        "w:settings", "<w:docVars><w:docVar w:name='a' w:val='Mr Mortimer Fennimore'/></w:docVars>"
    )
    source.write_bytes(
        make_docx(
            None,
            p("Mother: Kestrelia Wintergreen"),
            {
                "word/settings.xml": PartSpec(
                    properties,
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml",
                    "settings",
                )
            },
        )
    )
    outcome = clean(str(source), copy, CleaningOptions(), SETTINGS)
    assert outcome.status is ExitStatus.FINDINGS
    assert outcome.checked is not None
    (document,) = outcome.checked.documents
    assert document.judgement is not None
    assert [finding.label for finding in document.judgement.findings if finding.label] == ["PERSON"]
    assert b"Mortimer" not in copy.read_bytes()
    # The same again: a copy of the copy is the copy.
    second = tmp_path / "second.docx"
    assert clean(str(copy), second, CleaningOptions(), SETTINGS).status is ExitStatus.FINDINGS
    assert second.read_bytes() == copy.read_bytes()


@pytest.mark.usefixtures("quick")
def test_an_encrypted_document_gives_a_copy_that_is_not(tmp_path: Path) -> None:
    plain, locked = tmp_path / "plain.docx", io.BytesIO()
    # The library's own encryption breaks files below 4,096 bytes, which no Word document is.
    plain.write_bytes(make_docx(None, p("Child K was seen.") + p(random.Random(2).randbytes(6000).hex())))
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(plain.read_bytes())).encrypt("correct horse", locked)
    source = tmp_path / "locked.docx"
    source.write_bytes(locked.getvalue())
    with pytest.raises(PasswordNeeded):
        clean(str(source), tmp_path / "copy.docx", CleaningOptions(), SETTINGS)
    answers = iter(["wrong horse", "correct horse"])
    outcome = clean(
        str(source),
        tmp_path / "copy.docx",
        CleaningOptions(),
        SETTINGS,
        passwords=lambda _number, _path, _again: next(answers),
    )
    assert outcome.cleaned is not None
    assert ("D56", "encryptions") in {(e.location.place, e.what) for e in outcome.cleaned.removed}
    assert (tmp_path / "copy.docx").read_bytes().startswith(b"PK")


@pytest.mark.usefixtures("quick")
def test_a_name_that_ends_otherwise_is_refused(source: Path) -> None:
    with pytest.raises(WrongUse, match="does not end") as raised:
        clean(str(source), source.with_name("copy.pdf"), CleaningOptions(), SETTINGS)
    assert ".docx" in raised.value.remedy
    assert [path.name for path in source.parent.iterdir()] == ["report.docx"]
