"""A Word file as LibreOffice prints it is the same; with anything altered in it, it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from redact.formats import Request, office, read_file
from redact.publication.same_words import differences
from redact.values.same_words import Allowed, Differs
from redact.values.text import Document
from tests.acceptance.office import need_office
from tests.publication.printed_report import PARAGRAPHS, ROWS, report

FIRST, *REST = PARAGRAPHS
DAY = ROWS[3]


def read(place: Path, name: str, content: bytes) -> Document:
    path = place / name
    path.write_bytes(content)
    return read_file(str(path), Request(name, b"s" * 32), lambda *_: None)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Document:
    need_office()
    return read(
        tmp_path_factory.mktemp("printed"), "report.pdf", office.convert(report(page="9"), ".docx", ".pdf")
    )


def test_what_was_printed_says_the_same(printed: Document, tmp_path: Path) -> None:
    found = differences(read(tmp_path, "report.docx", report()), printed)
    assert found.differences == ()
    assert {
        Allowed.PAGE_NUMBER,
        Allowed.RUNNING_TEXT,
        Allowed.LIST_MARK,
        Allowed.CONTENTS_PAGE,
        Allowed.NOTE_PLACE,
        Allowed.NOTE_MARK,
        Allowed.BOX_PLACE,
        Allowed.TABLE_HEADING,
        Allowed.CAPITALS,
    } <= set(found.allowed)


@pytest.mark.parametrize(
    ("kind", "changed"),
    [
        (Differs.CHANGED, {"paragraphs": [FIRST.replace("3 years", "4 years"), *REST]}),
        (Differs.CHANGED, {"paragraphs": [REST[0].replace("12/04/2016", "12/04/2015"), *REST]}),
        (Differs.ADDED, {"paragraphs": REST}),
        (Differs.MISSING, {"paragraphs": [FIRST, FIRST, *REST]}),
        (Differs.MISSING, {"paragraphs": [FIRST.replace("first saw", "first and last saw"), *REST]}),
        (Differs.CHANGED, {"note": "The guidance of the time said the opposite."}),
        (Differs.CHANGED, {"box": "What the family said is set apart in that box."}),
        (Differs.ADDED, {"head": "Review of Child L"}),
        (Differs.CHANGED, {"rows": [*ROWS[:3], (*DAY[:3], "4 May 2027"), *ROWS[4:]]}),
        (Differs.CHANGED, {"rows": [*ROWS[:3], (DAY[0], DAY[1], DAY[3], DAY[2]), *ROWS[4:]]}),
    ],
)
def test_with_something_altered_it_says_something_else(
    kind: Differs, changed: dict[str, Any], printed: Document, tmp_path: Path
) -> None:
    found = differences(read(tmp_path, "report.docx", report(**changed)), printed)
    assert kind in {one.kind for one in found.differences}
