"""What all recognisers of numbers share: their words, their checks, and what is left alone by every one."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from redact.recognise.finding import find_mentions
from redact.recognise.numbers import Beside, Number, _near, claims_of_numbers, form
from redact.values.people import Label
from tests.recognise.number_tables import LEFT_ALONE, NUMBERS, numbers_in, pattern_of, score_of
from tests.recognise.recognise_factory import RULES, table_document, text_document, text_of

NEXT = Number(
    "a number", Label.OTHER_ID, form(r"\d{5}"), "five digits", ("zebra number",), near=0.9, beside=Beside.NEXT
)
CLOSE = Number("a number", Label.OTHER_ID, form(r"\d{5}"), "five digits", ("car",), near=0.9)


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_no_number_of_anybody_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("zebra number 12345", 1),  # directly before
        ("Zebra Number: 12345", 1),  # case and a colon
        ("zebra number for the child K was 12345", 1),  # words that may stand between
        ("zebra\nnumber 12345", 1),  # over a line end
        ("12345 (zebra number)", 1),  # directly behind
        ("12345, which was her zebra number", 1),  # behind, with words between
        ("zebra numbers rose to 12345", 0),  # another word, and a verb between
        ("12345 and a zebra number", 0),  # a word between that says nothing
        ("zebra number 123456", 0),  # too long
        ("zebra number 12345 records", 0),  # a count
        ("zebra number \x00\n12345", 0),  # another piece of the batch
    ],
)
def test_words_count_directly_beside_a_number(text: str, count: int) -> None:
    assert len(list(claims_of_numbers(text, [NEXT]))) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the car and its 12345", 1),  # before
        ("12345 of the Car", 1),  # behind, and case
        ("the carer and 12345", 0),  # a longer word that begins so
        ("Oscar and 12345", 0),  # a longer word that ends so
        ("12345 in " + "w" * 34 + " carers", 0),  # a word that would be cut at the edge
        ("the car " + "and so on " * 8 + "12345", 0),  # too far before
        ("the car \x00\n12345 \x00\ncar", 0),  # in other pieces
    ],
)
def test_words_count_near_a_number_as_whole_words(text: str, count: int) -> None:
    assert len([each for each in claims_of_numbers(text, [CLOSE]) if each.score]) == count


def test_a_number_at_the_far_end_of_a_long_text_is_found_where_it_stands() -> None:
    text = "words and words, " * 500 + "zebra number 12345"
    (claim,) = claims_of_numbers("In 2009. " + text, [NEXT])
    assert text[claim.start - 9 : claim.end - 9] == "12345"


@pytest.mark.parametrize(
    ("held", "failed"),
    [
        ("UPN B801200005001", "UPN B801200005002"),
        ("ULN 1000000019", "ULN 1000000018"),
        ("PNC 2003/0011985X", "PNC 2003/0011985Y"),
        ("CRO 265416/21G", "CRO 265416/21H"),
        ("IMEI 490154203237518", "IMEI 490154203237519"),
    ],
)
def test_a_failed_check_beside_its_words_is_kept_scored_lower_and_said(held: str, failed: str) -> None:
    assert score_of(held) > score_of(failed) >= 0.6
    assert not any("checksum" in name for name in pattern_of(held))
    assert all(name.endswith("near: checksum fails") for name in pattern_of(failed))


def test_words_raise_a_form_that_counts_alone() -> None:
    assert score_of("UPN B801200005001") > score_of("B801200005001") > 0.6


@pytest.mark.parametrize(
    ("rows", "value"),
    [
        ((("Name", "MRN"), ("Child K", "H123456")), "H123456"),  # the column's header
        ((("UPRN", "100099999999"),), "100099999999"),  # the label to the left
        ((("Vehicle reg", "A1 BCD"),), "A1 BCD"),  # a form that needs its label
        ((("Date", "Crime ref"), ("3 May", "0012345")), "0012345"),  # beside a date
    ],
)
def test_words_count_across_a_tables_label(rows: tuple[tuple[str, ...], ...], value: str) -> None:
    document = table_document(rows)
    mentions = [each for each in find_mentions([document], recognisers=RULES) if each.label in NUMBERS]
    assert value in [text_of([document], each) for each in mentions]


def test_a_number_broken_by_invisible_characters_is_found() -> None:
    assert numbers_in("UPN B8012\u200b00005001") == [("B8012\u200b00005001", "CASE_REFERENCE")]


def test_a_number_in_a_file_name_is_found() -> None:
    document = text_document("file name: IMR_ZC20C00123_final.docx")
    mentions = [each for each in find_mentions([document], recognisers=RULES) if each.label in NUMBERS]
    assert [text_of([document], each) for each in mentions] == ["ZC20C00123"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("SW1 was seen", None),  # a pseudonym
        ("SW12345 was seen", "PROFESSIONAL_ID"),  # a registration
        ("SW1A 1AA was searched", None),  # a postcode
        ("PC1 was seen", None),  # a pseudonym
        ("PC 1234 was seen", "PROFESSIONAL_ID"),  # a collar number
    ],
)
def test_labels_registrations_and_postcodes_are_told_apart(text: str, label: str | None) -> None:
    assert [found for _, found in numbers_in(text)] == ([label] if label else [])


@given(st.sets(st.text("ab -", min_size=1, max_size=6), min_size=1, max_size=8), st.text("ab -c", max_size=8))
def test_words_that_begin_alike_are_found_as_if_each_stood_for_itself(words: set[str], text: str) -> None:
    each = "|".join(word.replace(" ", r"[ \n-]{1,2}") for word in sorted(words))
    plain = regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?:{each})(?![\p{{L}}\p{{N}}])", regex.IGNORECASE)
    assert bool(_near(tuple(words)).search(text)) is bool(plain.search(text))
