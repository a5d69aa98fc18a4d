"""The five source documents, as text, Word and PDF: read whole, and their identifiers found and no others.

Their text stays out of this repository: what should be found is given by file and line.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from redact.run.check import check
from redact.values.checking import CheckRun
from redact.values.judgement import DocumentKind, Edition, Settings
from redact.values.people import Label
from tests.acceptance.office import convert

SOURCES = Path(__file__).parents[3] / "shared" / "sources"
pytestmark = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="the source documents are not beside the checkout"
)

SETTINGS = Settings(edition=Edition.WT2015, kind=DocumentKind.GUIDANCE)
WANTED = (Label.EMAIL, Label.PHONE, Label.POSTCODE)
# Lines (1-based) of each source on which an identifier stands, from the domain notes.
GOLD: dict[tuple[str, Label], set[int]] = {
    ("000", Label.EMAIL): {13, 168},
    ("001", Label.EMAIL): {91},
    ("002", Label.EMAIL): {83, 232, 262, 294},
    ("003", Label.EMAIL): {378, 410, 665},
    ("004", Label.EMAIL): {295},
    ("000", Label.PHONE): {17, 433},
    ("001", Label.PHONE): {91},
    ("002", Label.PHONE): {231},
    ("004", Label.PHONE): {281, 282, 283},
    ("000", Label.POSTCODE): {11, 433},
    ("003", Label.POSTCODE): {380, 666},
    ("004", Label.POSTCODE): {280, 295},
}


@cache
def texts() -> tuple[Path, ...]:
    return tuple(sorted(SOURCES.glob("*.txt")))


@pytest.fixture(scope="module")
def as_text() -> CheckRun:
    return check([str(path) for path in texts()], SETTINGS)


@pytest.fixture(scope="module", params=["docx", "pdf"])
def converted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> CheckRun:
    out = tmp_path_factory.mktemp(request.param)
    target = "docx:MS Word 2007 XML" if request.param == "docx" else "pdf"
    made = convert(texts(), target, out, profile=out / "profile", infilter="Text (encoded):UTF8")
    return check([str(path) for path in made], SETTINGS)


def test_there_are_five() -> None:
    assert len(texts()) == 5


def test_the_lines_of_the_gold_and_no_others(as_text: CheckRun) -> None:
    found: dict[tuple[str, Label], set[int]] = {}
    for entry, path in zip(as_text.documents, texts(), strict=True):
        assert entry.document is not None
        text = entry.document.text()
        assert text == path.read_bytes().decode("utf-8-sig")
        for finding in entry.judgement.findings if entry.judgement else ():
            if finding.label in {label.value for label in WANTED} and finding.document_span:
                line = text.count("\n", 0, finding.document_span[0]) + 1
                found.setdefault((path.name[:3], Label(finding.label)), set()).add(line)
    assert found == GOLD


def test_every_form_of_file_holds_the_same(as_text: CheckRun, converted: CheckRun) -> None:
    for plain, other in zip(as_text.documents, converted.documents, strict=True):
        assert other.error is None
        assert _identifiers(other) == _identifiers(plain)


def test_every_gap_is_explained(as_text: CheckRun, converted: CheckRun) -> None:
    for run in (as_text, converted):
        for entry in run.documents:
            assert entry.document is not None
            assert all(gap.what and gap.remedy and gap.fingerprint for gap in entry.document.gaps)


def test_text_that_libreoffice_wrote_is_read_completely(converted: CheckRun) -> None:
    assert [len(entry.document.gaps) for entry in converted.documents if entry.document] == [0] * 5


def _identifiers(entry: object) -> set[tuple[str, str]]:
    """Give each identifier without its spaces: a line break may stand in it in one form of the file."""
    judgement = getattr(entry, "judgement", None)
    assert judgement is not None
    return {
        (finding.label, re.sub(r"[\s()-]", "", finding.text).lower())
        for finding in judgement.findings
        if finding.label in {label.value for label in WANTED}
    }
