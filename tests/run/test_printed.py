"""`clean --pdf`: a Word document in, a PDF out that holds nothing of what was removed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from redact.errors import ExitStatus, FileFault, WrongUse
from redact.formats import office
from redact.run import clean as module
from redact.run.clean import clean
from redact.run.printed import look_ahead
from redact.values.cleaning import CleaningOptions
from redact.values.judgement import Audience, Mode, Settings
from redact.values.text import Format
from tests.acceptance.office import need_office
from tests.formats.pdf.cleaning.cleaning_factory import found_in, page_texts
from tests.formats.word.package_factory import make_docx, p, story
from tests.run.test_clean import no_check

SETTINGS = Settings(edition=None, kind=None, audience=Audience.PUBLIC, mode=Mode.FULL)
BY = "w:id='9' w:author='Kestrel Dunmore' w:date='2020-01-01T00:00:00Z'"
DELETED = f"<w:del {BY}><w:r><w:delText>Kestrelia struck</w:delText></w:r></w:del>"
STRUCK = f"<w:p><w:r><w:t>Seen </w:t></w:r>{DELETED}</w:p>"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    def here(task: Callable[..., object], *arguments: object, **_: object) -> object:
        return task(*arguments, lambda *_: None)

    monkeypatch.setattr("redact.guard.run", here)
    monkeypatch.setattr(module, "find", lambda *_: ())
    monkeypatch.setattr(module, "check_opened", no_check)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    note = f"<w:comment w:id='1' w:author='A'>{p('Kestrelia stayed with her aunt')}</w:comment>"
    path = tmp_path / "report.docx"
    body = p("Child K was seen by the panel.") + STRUCK
    path.write_bytes(make_docx(None, body, {"word/comments.xml": story("comments", note)}))
    return path


def test_the_copy_is_a_clean_pdf(quick: None, source: Path, tmp_path: Path) -> None:
    need_office()
    output = tmp_path / "out.pdf"
    options = CleaningOptions(accept_revisions=True, title="A review")
    outcome = clean(str(source), output, options, SETTINGS, as_pdf=True)
    assert outcome.cleaned is not None
    assert outcome.cleaned.format is Format.PDF
    copy = output.read_bytes()
    assert "Child K was seen by the panel." in page_texts(copy)[0]
    assert found_in(copy, ["Kestrel", "struck", "aunt", "LibreOffice"]) == []
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        assert {key: str(value) for key, value in pdf.docinfo.items()} == {"/Title": "A review"}
    # The account is that of the document.
    assert {"D25", "D27"} <= {entry.location.place for entry in outcome.cleaned.removed}


def test_tracked_changes_come_before_printing(
    quick: None, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "available", lambda: True)
    monkeypatch.setattr(office, "convert", lambda *_, **__: pytest.fail("it reached LibreOffice"))
    outcome = clean(str(source), tmp_path / "out.pdf", CleaningOptions(), SETTINGS, as_pdf=True)
    assert outcome.refusal is not None
    assert outcome.status is ExitStatus.FINDINGS
    assert list(tmp_path.iterdir()) == [source]


def test_without_libreoffice_it_says_so_first(
    quick: None, source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "_candidates", lambda: iter(()))
    with pytest.raises(FileFault, match="LibreOffice is not on this machine") as caught:
        clean(str(source), tmp_path / "out.pdf", CleaningOptions(), SETTINGS, as_pdf=True)
    assert caught.value.status is ExitStatus.FILE
    assert "Install LibreOffice" in caught.value.remedy
    assert list(tmp_path.iterdir()) == [source]


def test_only_a_word_document_is_printed() -> None:
    with pytest.raises(WrongUse, match="Word document"):
        look_ahead(Format.PDF)
