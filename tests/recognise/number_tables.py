"""What the tests of numbers share: which label each recogniser of numbers gives to which stretch."""

from __future__ import annotations

from redact.recognise.finding import find_mentions
from redact.values.people import Label
from tests.recognise.recognise_factory import RULES, text_document, text_of

__all__ = ["LEFT_ALONE", "NUMBERS", "numbers_in", "pattern_of", "score_of"]

NUMBERS = frozenset(
    {
        Label.CASE_REFERENCE, Label.PROFESSIONAL_ID, Label.VEHICLE, Label.ACCOUNT, Label.OTHER_ID,
        Label.ONLINE,
    }
)  # fmt: skip

# What no recogniser of numbers may claim, whichever it is: a comment on each.
LEFT_ALONE = (
    "his mother, A12 and the baby",  # a road and three letters that presidio takes for a plate
    "Mother (M12 and Father) told Child B1 and the carer",  # the same with labels in use
    "Child A2 and Half Sibling 2 were seen by SW1.",  # labels in use
    "The care plan for A1 was agreed.",  # a word that begins with car
    "the A303, the M62, B12 and S47 enquiries",  # roads and a section
    "at 34/40, 38+4 and 6/12, 120/80, 24/7, 1:1",  # a clinic's shorthand
    "section 47, s.47, s 31(2) and Part 3 of the Children Act 1989",  # statutes
    "12/03/2009, 12.03.09, 2009-03-12 and 12-03-2009",  # dates
    "ISBN 978 1 4473 1234 5 and ISBN 0 11 702362 X",  # books
    "ISSN 1234-5678, pp. 123-145, vol. 12(3), 1001-1010",  # journals
    "£1,234.56, £12500 and 12.5% of 1,234,567",  # money and shares
    "in 2008/09 and 2009/10, and 2010-2015",  # years
    "Table 3.2.1, see 4.5.6.7 on page 1234",  # sections and pages
    "SW1A 1AA and E1 6AN",  # postcodes
    "PC1 and PC 2, HV1, GP 3",  # labels in use
    "at 10:30:20 on 3 May",  # a time
    "She rang 01632 960123 and 07700 900123.",  # telephones have their own recogniser
    "SI 2018/789 and SI 2013/2299",  # statutory instruments
    "Working Together 2015, HMSO 1999, Cm 5730",  # publications
    "version 2.1.0.10 of the form F1234",  # versions and forms
)


def numbers_in(text: str) -> list[tuple[str, str]]:
    """Give each number with its label, in order."""
    document = text_document(text)
    return [
        (text_of([document], each), each.label.value)
        for each in find_mentions([document], recognisers=RULES)
        if each.label in NUMBERS
    ]


def pattern_of(text: str) -> list[str]:
    """Give the names of the patterns that made the mentions of numbers."""
    return [
        each.evidence.pattern
        for each in find_mentions([text_document(text)], recognisers=RULES)
        if each.label in NUMBERS
    ]


def score_of(text: str) -> float:
    """Give the highest score of a number in a text, 0 where there is none."""
    return max(
        (
            each.score
            for each in find_mentions([text_document(text)], recognisers=RULES)
            if each.label in NUMBERS
        ),
        default=0.0,
    )
