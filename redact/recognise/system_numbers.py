"""Numbers that local systems give to a person: a hospital's, a council's, a practice's.

They have no form and no check: five to ten digits, which count directly behind the name of the system or
words for such a number. The names of the systems are `rules/lists/record-systems.txt`. What remains: a
number under the name of a system that is not in the list.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import entries
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_KINDS = ("number", "no", "id", "ref", "reference", "record number", "record no", "file number", "file no")
_PEOPLE = ("client", "person", "service user", "patient", "child", "case", "family", "social care", "record")
_FILES = (
    "mosaic number", "ecaf number", "ehm number", "file no", "file number", "file ref", "file reference",
    "our ref",
    "your ref", "our reference", "your reference", "referral number", "referral no", "referral ref",
    "contact number on system", "safeguarding ref", "safeguarding reference", "notification reference",
    "notification number", "serious incident number", "serious incident no", "steis", "steis number", "datix",
    "datix number", "si number", "complaint ref", "complaint reference",
)  # fmt: skip
# Words that stand before a bare number and say no more than that it is one.
_BARE = (
    "ref", "refs", "reference", "case ref", "case reference", "review reference", "case notes", "case note",
    "case file", "case number", "case no", "open under",
)  # fmt: skip
_HOSPITAL = (
    "hosp no", "hosp number", "hosp ref", "hosp num", "hosp",
    "hospital number", "hospital no", "hospital id", "hospital ref", "mrn", "medical record number",
    "medical records number", "unit number", "unit no", "pas number", "pas no", "pas id", "pas", "k number",
    "district number", "patient number", "patient no", "patient id", "patient identifier", "case note number",
    "case notes number", "casenote number", "health record number", "a and e number", "ed number",
)  # fmt: skip


@cache
def _rows() -> tuple[Number, ...]:
    systems = entries("record-systems")
    named = tuple(f"{who} {kind}" for who in _PEOPLE for kind in _KINDS)
    with_kind = tuple(f"{system} {kind}" for system in systems for kind in ("number", "no", "id", "ref"))
    return (
        Number(
            "hospital", Label.CASE_REFERENCE, form(r"[A-Za-z]{0,3}\d{5,8}|\d{2,3} \d{2,3} \d{2,3}"),
            "digits behind words for a hospital's number", _HOSPITAL, near=0.9, beside=Beside.NEXT,
        ),
        Number(
            "hospital, near by", Label.CASE_REFERENCE, form(r"[A-Z]\d{6,7}|R[A-Z0-9]{2}\d{7}"),
            "a letter and digits beside words for a hospital",
            (*_HOSPITAL, "patient", "hospital", "ward", "admitted", "a&e"), near=0.65,
        ),
        Number(
            "system", Label.CASE_REFERENCE, form(r"[A-Za-z]{0,3}\d{5,10}"),
            "digits behind the name of a system of records", systems, near=0.85, beside=Beside.NEXT,
        ),
        Number(
            "system and word for a number", Label.CASE_REFERENCE,
            form(r"[A-Za-z]{0,3}\d{3,10}(?:[/-]\d{1,6})?"),
            "digits behind the name of a system of records and a word for a number", with_kind, digits=3,
            near=0.9,
            beside=Beside.NEXT,
        ),
        Number(
            "person of a system", Label.CASE_REFERENCE,
            form(r"(?!(?:19|20)\d\d(?!\d))[A-Za-z]{0,3}\d{3,12}(?:[/-]\d{1,6})?"),
            "digits behind words for a person's number", named, digits=3, near=0.85, beside=Beside.NEXT,
        ),
        *_plain_rows(),
    )  # fmt: skip


def _plain_rows() -> tuple[Number, ...]:
    """Numbers behind words that no system and no hospital owns."""
    return (
        Number(
            "number behind a word for a reference", Label.CASE_REFERENCE, form(r"[A-Za-z]{0,3}[/-]?\d{6,9}"),
            "six digits or more behind a word for a reference", _BARE, digits=6, near=0.75,
            beside=Beside.NEXT,
        ),
        Number(
            "file", Label.CASE_REFERENCE,
            form(r"(?=[A-Za-z0-9/.-]*\d{3})(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?!(?:19|20)\d\d(?!\d))"
                 r"[A-Za-z]{0,6}(?:[/.-]?[A-Za-z0-9]{1,10}){1,5}"),
            "letters and digits behind words for a file", _FILES, digits=3, near=0.75, beside=Beside.NEXT,
        ),
    )  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _rows())


RECOGNISER = TextRecogniser(
    name="system-numbers",
    version="1",
    labels=(Label.CASE_REFERENCE,),
    find=_find,
    examples=(
        Example("Hospital number: H123456", ("H123456",)),
        Example("MRN 04567890 and patient RXX1234567", ("04567890", "RXX1234567")),
        Example("LCS 9999999", ("9999999",)),
        Example("Mosaic ID 0000123", ("0000123",)),
        Example("RiO number: 1234567", ("1234567",)),
        Example("EMIS No.\t54321", ("54321",)),
        Example("client id 4471 (service user no. 99812)", ("4471", "99812")),
        Example("1234567 (SystmOne)", ("1234567",)),
        Example("to the duty desk, ref 9999248: no food", ("9999248",)),
        Example("Review reference 9999248", ("9999248",)),
        Example("Reference:\t9999248", ("9999248",)),
        Example("hosp no 09997690", ("09997690",)),
        Example("case notes 9999248", ("9999248",)),
        Example("Our ref: CS/AB/00417", ("CS/AB/00417",)),
    ),
    near_misses=(
        "Mosaic was introduced in 2015.",
        "EMIS holds 10000 patients.",
        "RiO 2009",
        "12345 was the total",
        "the hospital saw 123456 in the year",
        "Case number 3 of the sample",
        "The unit number of beds was 20.",
        "for reference 2009 was the year",
        "with reference to 1234567 children",
        "reference 1234567 people",
    ),
)  # fmt: skip
