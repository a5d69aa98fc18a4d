"""Word by word: each rule allows for what it is for, and for nothing beside it; all else is a difference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.publication.same_words import differences
from redact.publication.word_alignment import aligned
from redact.values.same_words import Allowed, Differs
from redact.values.text import Document, Location, Part, Region
from tests.publication.printed_report import PARAGRAPHS
from tests.publication.words_factory import pdf, text, word

A, D = Allowed, Differs
SEEN = "The nurse saw Child K at home."
TOLD = "She told the school on 4 May."
TABLE = ("|No|What|Who", "|1|Ask the school what it knows|Health", "|2|Tell the board|Police")

# The rule, what the Word file says, and what is published.
ALLOWED = [
    (A.RUNNING_TEXT, ["head: Review of Child K", SEEN], ["head: Review of Child K", SEEN]),
    # A file of one page has no running lines: it stands at the edge of the page.
    (A.RUNNING_TEXT, ["head: Review of Child K", SEEN], ["Review of Child K", SEEN]),
    (A.RUNNING_TEXT, ["head: Review\tChild K", SEEN], ["head: Child K", "head: Review", SEEN]),
    (A.RUNNING_TEXT, ["foot: Private, page {1}", SEEN], [SEEN, "foot: Private, page 3"]),
    (A.HEAD_NOT_PRINTED, ["head: Of the first page", SEEN], [SEEN]),
    (A.PAGE_NUMBER, ["foot: Page {1} of {9}", SEEN], [SEEN, "foot: Page 7 of 11"]),
    (A.PAGE_NUMBER, [SEEN, TOLD], [SEEN, "1", "---", TOLD, "2"]),
    (A.LIST_MARK, [SEEN, TOLD], ["\u2022 " + SEEN, "\uf0b7 " + TOLD]),
    (A.LIST_MARK, [SEEN, TOLD], ["1. " + SEEN, "2. " + TOLD]),
    (A.LIST_MARK, [SEEN, TOLD], ["(a) " + SEEN, "(b) " + TOLD]),
    (A.LIST_MARK, [SEEN, TOLD], ["iv) " + SEEN, "2.3.1 " + TOLD]),
    (A.LIST_MARK, [SEEN, TOLD], ["1. " + SEEN + " 2. " + TOLD]),  # read as one passage
    (A.LIST_MARK, ["# Then", "# Later"], ["1 Then", "2 Later"]),
    (A.LIST_MARK, ["One.", "Two.", "Three."], ["7 One.", "8 Two.", "9 Three."]),
    (A.LIST_MARK, [SEEN, TOLD, "Last.", "End."], ["o " + SEEN, "o " + TOLD, "o Last.", "End."]),
    (A.LIST_MARK, ["label: Finding %1:", SEEN], ["Finding 1: " + SEEN]),
    (A.CONTENTS_PAGE, ["Then\t2", "Last\t3", "# Then", "# Last"], ["Then....2", "Last....4", "Then", "Last"]),
    (A.LINE_END_HYPHEN, ["a well-known family"], ["a well~known family"]),
    (A.LINE_END_HYPHEN, ["the information"], ["the infor~mation"]),
    (A.LINE_END_HYPHEN, ["an out-of-hours doctor"], ["an out-of~hours doctor"]),
    (A.LINE_END_HYPHEN, ["the infor\u00admation"], ["the information"]),
    (A.BROKEN_WORD, ["|Recommendation|x"], ["|Recommendatio n|x"]),
    (A.BROKEN_WORD, ["|12 May 2013|x"], ["|12 May 201 3|x"]),  # a column that is too narrow
    (A.BROKEN_WORD, ["She saw Child K."], ["She saw ChildK."]),
    (A.NOTE_PLACE, [SEEN, TOLD, "note: It was law."], [SEEN + "1", "1 It was law.", TOLD]),
    (A.NOTE_MARK, ["He ran.", "note: So he said."], ["He ran.1", "1 So he said."]),
    (A.NOTE_MARK, ["He ran off", "note: So he said."], ["He ran off1", "1 So he said."]),
    (A.NOTE_MARK, ["He ran off", "note: So he said."], ["He ran off*", "* So he said."]),
    (A.BOX_PLACE, ["box: In her words.", SEEN, TOLD], [SEEN, "In her words.", TOLD]),
    (A.TABLE_ORDER, TABLE, [TABLE[0], "|1|Ask the school|Health|what it knows", TABLE[2]]),
    (A.TABLE_ORDER, TABLE, ["No 1 2 What Ask the school what it knows Tell the board Who Health Police"]),
    (A.TABLE_HEADING, TABLE, [*TABLE[:2], "|No|What|Who", TABLE[2]]),
    (A.LIGATURE, ["the first office"], ["the \ufb01rst o\ufb03ce"]),
    (A.LIGATURE, ["caf\u00e9"], ["cafe\u0301"]),
    (A.QUOTES, ["Child K's \"home\""], ["Child K\u2019s \u201chome\u201d"]),
    (A.DASHES, ["2015\u201316 \u2014 then"], ["2015-16 - then"]),
    (A.CAPITALS, ["a summary here"], ["A SUMMARY HERE"]),
    (A.SIGN, ["agreed \u2611 yes"], ["agreed \uf0fe yes"]),
]  # fmt: skip

# How it differs, what the Word file says, what is published.
DIFFERENT = [
    (D.CHANGED, ["aged 3 then"], ["aged 5 then"]),
    (D.CHANGED, ["on 12/04/2016"], ["on 12/04/2015"]),
    (D.CHANGED, ["Child K"], ["Child L"]),
    (D.CHANGED, ["14.2 kg"], ["142 kg"]),
    (D.CHANGED, ["the mother"], ["The mother"]),  # one letter alone is no style
    (D.CHANGED, ["child a"], ["child A"]),
    (D.CHANGED, ["recover"], ["re-cover"]),  # the hyphen is in the middle of a line
    (D.CHANGED, ["re-cover"], ["recover"]),
    (D.CHANGED, ["12 34"], ["1234"]),
    (D.CHANGED, ["in 2013 then"], ["in 201 3 then"]),  # in no cell
    (D.CHANGED, ["|12 3|x"], ["|123|x"]),
    (D.CHANGED, ["2015\u201316"], ["20~1516"]),
    (D.CHANGED, ["She said 'no'"], ['She said "no"']),
    (D.MISSING, [SEEN, TOLD], [SEEN]),
    (D.MISSING, ["Not guilty, he said."], ["Not guilty he said."]),
    (D.MISSING, [SEEN, "note: It was law."], [SEEN]),
    (D.MISSING, [SEEN, "box: In her words."], [SEEN]),
    (D.MISSING, [SEEN], [" "]),
    (D.ADDED, [SEEN], [SEEN, TOLD]),
    (D.ADDED, [SEEN], [SEEN, SEEN]),
    (D.ADDED, [SEEN, TOLD], [SEEN + " not", TOLD]),
    (D.ADDED, [SEEN], ["3 " + SEEN]),  # one bare number counts nothing
    (D.ADDED, ["# Then", TOLD], ["1 Then", TOLD]),
    (D.ADDED, [SEEN, TOLD], ["o " + SEEN, TOLD]),
    (D.ADDED, ["She saw the child."], ["She saw 1. the child."]),  # a mark begins a paragraph
    (D.ADDED, ["She saw the child."], ["She saw \u2022 the child."]),
    (D.ADDED, ["head: Review of Child K", SEEN], ["head: Review of Child L", SEEN]),
    (D.ADDED, ["head: Review", SEEN], ["head: Review of Jo", SEEN]),
    (D.ADDED, [SEEN, TOLD], [SEEN, "9", "---", TOLD, "9"]),  # not the page's own number
    (D.ADDED, ["|Age|of"], ["|Age|of", "|1"]),  # no page number stands in a table
    (D.ADDED, ["Then\t2", "# Then"], ["Then....2 7", "Then"]),
    (D.CHANGED, ["Child K 2", "Child K"], ["Child K 4", "Child K"]),  # no entry: no tab and no dots
    (D.ADDED, ["He ran off"], ["He ran off 1"]),  # there is no note
    (D.ADDED, ["Aged so", "on", "note: Law."], ["Aged 1 so", "1 on", "1 Law."]),  # once too often
    (D.CHANGED, ["in 2016", "note: Law."], ["in 20161", "1 Law."]),  # behind a number it would be another
    (D.CHANGED, ["He ran.", "note: It was law."], ["He ran.1", "1 It was old."]),
    (D.CHANGED, ["box: It rained for four days.", SEEN], [SEEN, "It rained for five days."]),
    (D.ADDED, TABLE, [*TABLE[:2], "|No|What|Whom", TABLE[2]]),
    (D.ADDED, [*TABLE, SEEN], [*TABLE, SEEN, "|No|What|Who"]),  # behind the table
    (D.CHANGED, ["agreed \u2611"], ["agreed ."]),
    (D.MOVED, [SEEN, TOLD, "Later he left the town."], [TOLD, "Later he left the town.", SEEN]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "one", "other"), ALLOWED)
def test_a_rule_allows(rule: Allowed, one: list[str], other: list[str]) -> None:
    found = differences(word(*one), pdf(*other))
    assert found.differences == ()
    assert found.allowed.get(rule, 0) > 0


@pytest.mark.parametrize(("kind", "one", "other"), DIFFERENT)
def test_another_word_differs(kind: Differs, one: list[str], other: list[str]) -> None:
    found = differences(word(*one), pdf(*other))
    assert not found.same
    assert kind in {difference.kind for difference in found.differences}


def test_every_rule_has_an_example() -> None:
    assert {rule for rule, _, _ in ALLOWED} == set(Allowed)


def test_the_same_file_uses_no_rule() -> None:
    found = differences(word(*PARAGRAPHS), word(*PARAGRAPHS))
    assert found.same
    assert dict(found.allowed) == {}


def test_two_cells_that_were_exchanged_are_no_other_order() -> None:
    one = word("|Child|Age", "|A|3", "|B|5")
    assert differences(one, pdf("|Child|Age", "|A|3", "|B|5")).same
    assert not differences(one, pdf("|Child|Age", "|A|5", "|B|3")).same
    assert not differences(word("|A is 3|B is 5"), pdf("|A is 5|B is 3")).same
    assert not differences(word("|three|five"), pdf("|five|three")).same


def test_words_of_a_table_do_not_leave_it() -> None:
    one = word(SEEN, *TABLE, TOLD)
    other = pdf(SEEN, "Tell the board", TABLE[0], TABLE[1], "|2|Police", TOLD)
    assert [found.kind for found in differences(one, other).differences] == [Differs.MOVED]


def test_no_words_are_not_the_same_words() -> None:
    assert not differences(word(""), pdf("")).same


def test_what_is_on_no_page_is_counted_apart() -> None:
    found = differences(word(SEEN, "comment: Ask her mother."), pdf(SEEN))
    assert found.same
    assert found.apart == 3


def test_hidden_words_are_not_compared() -> None:
    one = word("She saw Kestrelia at home.")
    hidden = Region(8, 18, Part.HIDDEN_TEXT, "D28")
    one = replace(one, passages=(replace(one.passages[0], regions=(hidden,)),))
    assert differences(one, pdf("She saw at home.")).same
    assert not differences(one, pdf("She saw Kestrelia at home.")).same


def test_two_files_of_another_kind_are_compared_too() -> None:
    assert differences(pdf("head: Review", SEEN), pdf("head: Review", SEEN)).same
    assert not differences(text(SEEN), text(TOLD)).same


def test_a_difference_says_where_it_is() -> None:
    (found,) = differences(word(SEEN, TOLD), pdf(SEEN, "---", "She told the school on 5 May.")).differences
    assert (found.kind, found.words, found.word, found.published) == (Differs.CHANGED, 1, "4", "5")
    assert found.word_span is not None
    assert found.published_span is not None
    assert (found.word_span.passage, found.word_span.start) == (f"{'0' * 12}:1", TOLD.index("4"))
    assert found.published_span.passage == f"{'0' * 12}:1"


def test_no_word_is_in_a_repr() -> None:
    found = differences(word(SEEN, "note: Kestrelia."), pdf("Kestrelia saw nobody."))
    assert "Kestrelia" not in repr(found)
    assert "saw" not in repr(found)


_LINES = [*PARAGRAPHS, SEEN, TOLD]
_WORDS = sorted({one for line in _LINES for one in line.split()})


@given(st.lists(st.sampled_from(_LINES), min_size=1, max_size=6), st.data())
def test_a_word_that_is_changed_taken_out_or_put_in_is_found(lines: list[str], data: st.DataObject) -> None:
    words = [line.split(" ") for line in lines]
    line = data.draw(st.integers(0, len(words) - 1))
    at = data.draw(st.integers(0, len(words[line]) - 1))
    other = data.draw(st.sampled_from([one for one in _WORDS if one != words[line][at]]))
    changed = [list(one) for one in words]
    how = data.draw(st.sampled_from(["change", "take out", "put in"]))
    if how == "change":
        changed[line][at] = other
    elif how == "take out":
        del changed[line][at]
    else:
        changed[line].insert(at + 1, other)
    published = pdf(*(" ".join(one) for one in changed))
    assert not differences(word(*lines), published).same


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_what_is_aligned_is_the_same_and_rises(one: list[str], other: list[str]) -> None:
    found = aligned(one, other)
    places = [place for place in found if place >= 0]
    assert places == sorted(set(places))
    assert all(place < 0 or other[place] == one[index] for index, place in enumerate(found))
    assert aligned(one, one) == list(range(len(one)))


def test_a_long_report_with_a_chapter_moved() -> None:
    lines = [f"{number} of these lines says {number * 7} and {number % 13} more." for number in range(3_000)]
    moved = lines[:500] + lines[900:] + lines[500:900]
    found = differences(text(*lines), text(*moved))
    assert [one.kind for one in found.differences] == [Differs.MOVED]


def test_a_location_needs_no_page() -> None:
    one: Document = word(SEEN)
    assert one.passages[0].location == Location(Part.BODY, "D1", None, 1)
