"""Places in words: the ones that people look for, and no number that tells of the family."""

from __future__ import annotations

import pytest

from redact.report.whereabouts import survey
from redact.values.text import Format, Gap, Location, Pages, Part
from tests.report.run_factory import DocumentMaker, make_run


def _where(maker: DocumentMaker, *, show_names: bool = False) -> list[str]:
    """The places of a document's findings, in the order of the document."""
    checked = make_run([maker]).documents[0]
    assert checked.document is not None
    assert checked.judgement is not None
    places = survey(checked.document, show_names=show_names)
    return [places.of_finding(finding) for finding in checked.judgement.findings]


def _sections(*headings: str) -> list[str]:
    maker = DocumentMaker()
    for heading in headings:
        maker.add(heading, level=1).add("{Ottoline}")
    return [where.partition(",")[0] for where in _where(maker)]


NUMBERED = [
    (["1 One", "2 Two", "2.1 Sub", "2.2 Sub", "3 Three"], ["1", "2", "2.1", "2.2", "3"]),  # the usual
    (["1.0 One", "1.1 Sub", "2.0 Two", "2.1. Sub"], ["1.0", "1.1", "2.0", "2.1"]),  # as toolkits number
    (["1. One", "2) Two", "3: Three"], ["1", "2", "3"]),  # marks behind the number
    (["4.3.2 Deep", "5 Five"], []),  # does not begin a numbering: not believed
    (["1 One", "4 Four"], ["1", "4"]),  # two headings that the reader did not see
]


@pytest.mark.parametrize(("headings", "numbers"), NUMBERED)
def test_headings_that_carry_on_a_numbering_name_their_section(
    headings: list[str], numbers: list[str]
) -> None:
    if not numbers:
        numbers = [str(n) for n in range(1, len(headings) + 1)]
    assert _sections(*headings) == [f"section {number}" for number in numbers]


UNBELIEVED = [
    "12 Larkrise Lane",  # a house number
    "12.3.09 First visit",  # a date, as chronologies head their entries
    "1.2.09 First visit",  # a date that looks like 1.2.9
    "14/05/2007",  # another
    "2007",  # a year
    "01632 960123",  # a phone number
    "1st meeting",  # an ordinal
]


@pytest.mark.parametrize("heading", UNBELIEVED)
def test_other_numbers_in_headings_are_not_repeated(heading: str) -> None:
    assert _sections("Background", heading) == ["section 1", "section 2"]
    assert _sections("1 Background", heading, "2 Family") == ["section 1", "2nd heading", "section 2"]


def test_paragraphs_are_counted_within_their_section() -> None:
    maker = DocumentMaker().add("{Ottoline}").add("1 One", level=1).add("Words.").add("{Ottoline}")
    assert _where(maker) == ["paragraph 1", "section 1, paragraph 2"]


def test_a_name_in_a_heading_stands_in_the_heading() -> None:
    assert _where(DocumentMaker().add("{Larkrise}", level=1)) == ["section 1, heading"]


def test_a_name_in_a_heading_without_number_among_numbered_ones() -> None:
    maker = DocumentMaker().add("{Larkrise}", level=1).add("1 One", level=1)
    assert _where(maker) == ["1st heading"]


def test_tables_are_named_by_row_and_column_and_do_not_count_as_paragraphs() -> None:
    maker = DocumentMaker().add("One", level=1)
    maker.add("{Ottoline}", Part.TABLE, block=3, cell=(2, 4)).add("{Ottoline}")
    assert _where(maker) == ["table 3, row 2, column 4 (section 1)", "section 1, paragraph 1"]


PARTS = [
    (Part.HEADER, "header"),  # one header of a section is like another
    (Part.FOOTNOTE, "footnote 7"),
    (Part.COMMENT, "comment 7"),
    (Part.TEXT_BOX, "text box 7"),
    (Part.PROPERTY, "document properties"),
    (Part.FILE_NAME, "file name"),
]


@pytest.mark.parametrize(("part", "words"), PARTS)
def test_other_parts_are_called_by_their_name(part: Part, words: str) -> None:
    assert _where(DocumentMaker().add("{Ottoline}", part, block=7)) == [words]


@pytest.mark.parametrize("part", Part)
def test_every_part_has_words_for_a_finding_and_for_a_gap(part: Part) -> None:
    maker = DocumentMaker().add("{Ottoline} rang.", part, block=1, cell=(1, 2))
    document = maker.document()
    assert _where(maker)[0]
    assert survey(document).of_gap(Gap(Location(part), "what", "remedy", "hmac:0"))


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (Part.TRACKED_DELETION, "paragraph 1, in a tracked deletion"),
        (Part.HIDDEN_TEXT, "paragraph 1, in hidden text"),
        (Part.FIELD, "paragraph 1, in a field"),
    ],
)
def test_stretches_in_another_part_say_both(part: Part, words: str) -> None:
    assert _where(DocumentMaker().add("It was {Ottoline}.", inside=part)) == [words]


def test_a_deletion_is_placed_by_the_paragraph_that_it_was_taken_from() -> None:
    maker = DocumentMaker().add("1 One", level=1).add("Words.", block=9)
    maker.add("{Ottoline} words.", Part.TRACKED_DELETION, block=9)
    maker.add("In a cell", Part.TABLE, block=2, cell=(1, 3))
    maker.add("{Zebedee} in a cell", Part.TRACKED_DELETION, block=2, cell=(1, 3))
    maker.add("{Larkrise}", Part.TRACKED_DELETION, block=10)  # nothing of its paragraph is left
    assert _where(maker) == [
        "section 1, paragraph 1, in a tracked deletion",
        "table 2, row 1, column 3 (section 1), in a tracked deletion",
        "tracked deletion",
    ]


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("D57", "document properties"),
        ("P23", "document properties"),  # of a pdf
        ("D40", "author of a comment or tracked change"),
        ("D51", "name of a style"),
    ],
)
def test_what_stands_beside_the_text_is_called_by_what_it_is(place: str, words: str) -> None:
    assert _where(DocumentMaker().add("{Ottoline}", Part.PROPERTY, place=place)) == [words]


PAGING = [
    (Pages.EXACT, "section 1, paragraph 1, page 14"),
    (Pages.ABOUT, "section 1, paragraph 1, about page 14"),
    (Pages.NONE, "section 1, paragraph 1"),  # a page that nobody can believe is not said
]


@pytest.mark.parametrize(("paging", "words"), PAGING)
def test_a_page_is_said_as_far_as_it_can_be_believed(paging: Pages, words: str) -> None:
    maker = DocumentMaker(paging=paging).add("One", level=1, page=14).add("{Ottoline}", page=14)
    assert _where(maker) == [words]


def test_without_headings_paragraphs_are_counted_on_their_page() -> None:
    maker = DocumentMaker(format=Format.PDF, paging=Pages.EXACT)
    maker.add("{Ottoline}", page=1).add("Words.", page=2).add("{Ottoline}", page=2)
    assert _where(maker) == ["page 1, paragraph 1", "page 2, paragraph 2"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_in_a_plain_text_the_line_is_named(end: str) -> None:
    maker = DocumentMaker(format=Format.TXT)
    maker.add(f"one{end}two{end}" + "{Ottoline}", place=None)
    # The factory's passages begin with a line end, as those of every reader but the plain one.
    assert _where(maker) == ["line 4"]


def test_heading_words_are_shown_only_with_names_and_without_their_number_twice() -> None:
    maker = DocumentMaker().add("1 About Larkrise", level=1).add("{Ottoline}")
    assert _where(maker) == ["section 1, paragraph 1"]
    assert _where(maker, show_names=True) == ['section 1 "About Larkrise", paragraph 1']


GAPS = [
    (Location(Part.BODY, block=3), "section 1, paragraph 1"),  # a paragraph of its own
    (Location(Part.BODY, block=4), "section 1"),  # an empty one behind it
    (Location(Part.BODY, block=1), "paragraph 1"),  # before every heading
    (Location(Part.BODY, page=2), "about page 2"),  # a whole page
    (Location(Part.BODY), "the document"),  # nothing more is known
    (Location(Part.TABLE, block=2, cell=(1, 3)), "table 2, row 1, column 3"),
    (Location(Part.HEADER, page=9), "header, about page 9"),
    (Location(Part.EMBEDDED_FILE), "embedded file"),
]


@pytest.mark.parametrize(("location", "words"), GAPS)
def test_gaps_are_placed_as_well_as_their_place_is_known(location: Location, words: str) -> None:
    maker = DocumentMaker(paging=Pages.ABOUT).add("Words.").add("One", level=1).add("Words.")
    maker.block(Part.BODY)
    maker.add("More words.").gap("a picture", "Look at it.", location)
    document = maker.document()
    assert survey(document).of_gap(document.gaps[0]) == words


def test_neither_places_nor_their_repr_hold_a_heading() -> None:
    document = DocumentMaker().add("1 About Larkrise", level=1).add("{Ottoline}").document()
    assert "Larkrise" not in repr(survey(document))
