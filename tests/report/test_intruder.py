"""The form for whoever tries to find out, and the list of who has tried."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redact.report.intruder import NAMES_WARNING, form_as_html, form_as_text, records_as_text
from redact.values.intruder import WHERE_TO_SEARCH, OfFiles, SearchResult, ShownRecord
from redact.values.jigsaw import Search
from redact.values.text import Span
from tests.judge.intruder_records import search
from tests.report.page_reader import read_page
from tests.report.run_factory import SECRETS, several

TYPED = "Marchbanks <b>Larkrise</b> \u202e2014"
FEW = "the documents have too little for 5 strings (1): too few facts"
RUN = several()
FIRST = next(one.document for one in RUN.documents if one.document is not None)
SPAN = Span(FIRST.passages[0].id, 0, 3)
SEARCHES = (
    Search(TYPED, "place, offence and month", (SPAN, SPAN)),
    Search('"a quotation"', "a quotation", (SPAN,)),
)


def test_the_ordinary_form_holds_no_word_of_a_document() -> None:
    text = form_as_text(RUN, SEARCHES, FEW, show_names=False)
    page = form_as_html(RUN, SEARCHES, FEW, show_names=False)
    for told in (text, page):
        assert [word for word in (*SECRETS, 'quotation"') if word in told] == []
        assert "place, offence and month" in told
        assert "document 1, " in told
        assert FEW[1:] in " ".join(told.split())
        assert NAMES_WARNING not in told
    assert text.isascii()
    assert all(len(line) < 80 for line in text.splitlines())
    assert "--show-names" in text


def test_the_form_with_names_has_room_for_what_was_found_by_whom_and_when() -> None:
    text = form_as_text(RUN, SEARCHES, "", show_names=True)
    assert text.startswith(NAMES_WARNING)
    assert "Marchbanks <b>Larkrise</b> ?2014" in text  # what turns the line round is not printed
    assert (text.count("Found: ____"), text.count("By: ____"), text.count("On: ____")) == (6, 6, 6)
    page = read_page(form_as_html(RUN, SEARCHES, "", show_names=True))
    assert NAMES_WARNING in page.all("title")[0].text()
    assert NAMES_WARNING in page.all("p", class_="banner")[0].text()
    (table,) = page.all("table")
    heads = [one.text() for one in table.all("th", scope="col")]
    assert heads == ["No.", "Type this", "Made of", "What was found", "By", "On"]
    rows = table.all("tbody")[0].all("tr")
    assert [len(row.all("td", class_="box")) for row in rows] == [3] * 6
    assert "Marchbanks <b>Larkrise</b>" in rows[0].text()
    assert table.all("b") == []
    assert page.all("script") == []


def test_it_says_where_to_look_and_what_to_do_afterwards() -> None:
    text = " ".join(form_as_text(RUN, SEARCHES, "", show_names=False).split())
    page = form_as_html(RUN, SEARCHES, "", show_names=False)
    for where in WHERE_TO_SEARCH:
        assert where in text
        assert where.replace("'", "&#x27;") in page
    for word in ("press", "court lists", "homicide", "adults", "inquests", "social media"):
        assert word in text
    assert "redact intruder record FILE... --by NAME" in text
    assert "paste no part of the report" in text
    assert form_as_html(RUN, (), FEW, show_names=False).count("Nothing could be put together") == 1


SHOWN = [
    (ShownRecord(search(), None), ["Rufus Oakley: nobody was found, 9 searches; not signed", "1 file"]),
    (ShownRecord(search(), OfFiles.THESE), ["1 file: of these very files"]),
    (ShownRecord(search(), OfFiles.OTHER), ["of other files, or of an earlier state of these"]),
    (
        ShownRecord(replace(search(), recorded_by="Imogen Tarrant", signature="0c" * 64), OfFiles.SOME),
        ["recorded by Imogen Tarrant", "of some of these files"],
    ),
    (
        ShownRecord(search(SearchResult.SOMEBODY), None, open="nobody has decided"),
        ["somebody of the case was found", "OPEN: nobody has decided", f"redact decide {1:032x} exception"],
    ),
    (
        ShownRecord(search(SearchResult.PERHAPS, words="hmac:" + "0a" * 16), None, open="x"),
        ["who may be of the case", "keep --reason CODE", "is sealed: --show-names"],
    ),
    (
        ShownRecord(search(words="hmac:" + "0a" * 16), None, words="A page.\nAnother.", strings=("Fen",)),
        ["| A page. | Another.", "suggested: Fen"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "wanted"), SHOWN)
def test_a_record_is_listed_with_what_it_comes_to(shown: ShownRecord, wanted: list[str]) -> None:
    told = " ".join(records_as_text("K7", [shown], "").split())
    assert told.startswith("Case K7: 1 search recorded 2026-11-20 Rufus Oakley")
    for words in wanted:
        assert words in told
    assert ("sealed" in told) is (shown.record.words is not None and shown.words is None)


def test_none_is_said_and_what_all_come_to() -> None:
    assert records_as_text("K7", [], "") == "Case K7: 0 searches recorded\n"
    assert records_as_text("K7", [], "missing: nobody").endswith("\nFor these files: missing: nobody\n")
