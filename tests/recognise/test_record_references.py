"""References behind the words that say so; every number is invented."""

from __future__ import annotations

import pytest

from redact.recognise.record_references import RECOGNISER
from redact.values.people import Label
from tests.recognise.recognise_factory import found, table_document

FOUND = [
    ("The MASH enquiry 2044183 was closed.", "2044183"),  # a meeting, and figures
    ("MASH ref MASH/19/0441", "MASH/19/0441"),  # the meeting's letters in it
    ("MARAC 142/19 heard it.", "142/19"),  # a number and a year
    ("PPN 1144183 was sent by PC Osgood.", "1144183"),  # a form of the police
    ("They left PRF 44118827 with the nurse.", "44118827"),  # a form of the ambulance
    ("LADO log 19-0441", "19-0441"),  # short, with its hyphen
    ("StEIS 2019/44183", "2019/44183"),  # begins as a year does
    ("CDOP form ref: CDOP/19/031", "CDOP/19/031"),  # several words
    ("Ombudsman ref 19 004 418", "19 004 418"),  # in groups
    ("Ref: KL/0044/SCR", "KL/0044/SCR"),  # a letter's reference
    ("LAA ref 1VA44G", "1VA44G"),  # figures among letters
    ("Legal aid certificate no 0441ABC", "0441ABC"),  # letters behind the figures
    ("school admission no. 004418", "004418"),  # no letter
    ("NRM reference NRM-144-273", "NRM-144-273"),  # three groups
    ("Homeless application no. HL-2019-441", "HL-2019-441"),  # a year inside
    ("the worker's file XK-0441 was shut", "XK-0441"),  # a word for what is kept, asked about
    ("batch number of the day; person number 44183", "44183"),  # somebody's number
    ("Call at 21:15\t04081944140\tWoman shouting", "04081944140"),  # eleven figures alone
    ("It was logged (C0044182) and closed.", "C0044182"),  # alone in brackets
    ("He held up PN144183 to them.", "PN144183"),  # two letters, six figures
]
LEFT = [
    "MASH 2014 and MARAC 2017/18 were reviewed.",  # years
    "MARAC referrals rose from 1188 to 2231.",  # counts
    "The MASH had 12045 contacts and 11877 referrals.",  # counts
    "MASH level 3 and MARAC 14",  # short
    "Policy number 22/104, procedure ref CP/07, form no. 87A",  # papers
    "Please quote the ref 01199-2009BKT-EN",  # a printed paper
    "Reference: DFE-00195-2018 and guideline NG76",  # papers of a ministry
    "Grant number 1188/223 supported it.",  # money
    "a large number, 40000, and the same number 12345",  # counts
    "phone number 4418227, ext no. 4418, room number 12045",  # others look for these
    "In reference to 2009, and by reference to 12 March 2009",  # a year, a day
    "SI 2018/789 and regulation no. 1234/2010",  # law
    "volume 12, page no. 12345",  # books
    "a dose of 500mg at 14:30, no. 500ml",  # measures
    "The form A9999999 was new.",  # one letter within a sentence: it is told as near
    "reference 1234567 people",  # a count
]


@pytest.mark.parametrize(("text", "value"), FOUND)
def test_a_code_behind_its_words_is_a_reference(text: str, value: str) -> None:
    assert value in found(text, Label.CASE_REFERENCE)


@pytest.mark.parametrize("text", LEFT)
def test_what_is_numbered_otherwise_is_left_alone(text: str) -> None:
    assert [text[claim.start : claim.end] for claim in RECOGNISER.find(text)] == []


def test_the_label_of_a_real_table_counts() -> None:
    document = table_document([["Person", "MASH ref"], ["Child K", "MC-44-18"]])
    assert found(document, Label.CASE_REFERENCE) == ["MC-44-18"]


def test_a_word_of_the_sentence_before_does_not_count_over_a_sign() -> None:
    assert found("They met at MASH; 4418 came.", Label.CASE_REFERENCE) == []
