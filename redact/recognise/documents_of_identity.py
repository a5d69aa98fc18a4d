"""Numbers of documents that prove who somebody is: passports, licences, visas, prison and vetting records.

A driver's number of Great Britain encodes surname, date of birth and sex and has a form of its own; most of
the others count beside words. What remains: nine digits of a passport without the word.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_PASSPORT = (
    "passport", "passport number", "passport no", "travel document", "identity card", "id card", "hmpo",
    "birth certificate", "marriage certificate", "death certificate",
)  # fmt: skip
_LICENCE = (
    "driver number", "driver no", "driving licence", "driving license", "licence number", "licence no",
    "licence", "dvla", "driving licence number", "dva",
)  # fmt: skip
_HOME_OFFICE = (
    "home office", "ho ref", "ho reference", "ho number", "asylum", "uasc", "arc", "arc number", "nass",
    "visa",
    "immigration", "leave to remain", "ukvi", "ukba", "brp", "residence permit", "deportation", "refugee",
)  # fmt: skip
_DRIVER = (
    r"[A-Z][A-Z9]{4} ?\d(?:0[1-9]|1[0-2]|5[1-9]|6[0-2])(?:0[1-9]|[12]\d"
    r"|3[01])\d ?[A-Z][A-Z9][ ]?[0-9A-Z][A-Z]{2}"
    r"(?: ?\d{2})?"
)
_ROWS = (
    Number(
        "driver of Great Britain", Label.OTHER_ID, form(_DRIVER),
        "the form of a driver's number, which encodes surname, date of birth and sex", _LICENCE,
        near=0.98, alone=0.95,
    ),
    Number(
        "driver, in lower case or cut short", Label.OTHER_ID,
        form(rf"{_DRIVER}|[A-Z][A-Z9]{{4}} ?\d{{6}} ?[A-Z][A-Z9]", any_case=True),
        "the form of a driver's number, in lower case or cut short", _LICENCE, near=0.85,
    ),
    Number(
        "driver of Northern Ireland", Label.OTHER_ID, form(r"\d{8}"),
        "eight digits behind words for a licence", _LICENCE, near=0.85, beside=Beside.NEXT,
    ),
    Number(
        "passport", Label.OTHER_ID, form(r"[A-Z]{0,2}\d{6,9}|\d{3} \d{3} \d{3}", any_case=True),
        "digits behind words for a passport", _PASSPORT, near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "passport, near by", Label.OTHER_ID, form(r"\d{9}"),
        "nine digits beside words for a passport", _PASSPORT, near=0.75,
    ),
    Number(
        "machine zone of a passport", Label.OTHER_ID,
        regex.compile(r"(?<![A-Z0-9<])[A-Z0-9<]{9}\d[A-Z<]{3}\d{6}\d[MFX<]\d{6}\d[A-Z0-9<]{14}[\d<]\d(?![A-Z0-9<])"),
        "the second line of a passport's machine zone", _PASSPORT, near=0.97, alone=0.95,
    ),
    Number(
        "Home Office", Label.CASE_REFERENCE, form(r"[A-Z] ?\d{7}(?:/\d{2,3})?|[A-Z]\d{6}"),
        "a letter and seven digits beside words for the Home Office", _HOME_OFFICE, near=0.9,
    ),
    Number(
        "Home Office with a dependant", Label.CASE_REFERENCE, form(r"[A-Z]\d{7}/0\d{1,2}"),
        "a letter, seven digits and the number of a dependant", _HOME_OFFICE, near=0.95, alone=0.65,
    ),
    Number(
        "visa application", Label.CASE_REFERENCE, form(r"GWF ?\d{9}"),
        "the letters of a visa application and nine digits", _HOME_OFFICE, near=0.97, alone=0.95,
    ),
    Number(
        "unique application", Label.CASE_REFERENCE, form(r"\d{4}([ -])\d{4}\1\d{4}\1\d{4}|\d{16}"),
        "four times four digits behind words for an application",
        ("uan", "unique application number", "application number", "home office", "visa application"),
        near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "residence permit", Label.OTHER_ID, form(r"[A-Z]{2}[X\d]\d{6}"),
        "two letters and seven digits beside words for a permit",
        ("brp", "residence permit", "biometric residence permit", "immigration status document",
        "share code"),
        near=0.9,
    ),
    Number(
        "asylum support", Label.CASE_REFERENCE, form(r"\d{2}/\d{2}/\d{4,5}(?:/\d{1,3})?"),
        "the form of a number of asylum support, behind its words",
        ("nass", "nass number", "nass ref", "asylum support", "asylum support reference"), near=0.85,
        beside=Beside.NEXT,
    ),
    Number(
        "prison", Label.CASE_REFERENCE, form(r"[A-Z]\d{4}[A-Z]{2}"),
        "a letter, four digits and two letters, as prisoners are numbered",
        ("prison", "prisoner", "nomis", "hmp", "hmyoi", "yoi", "remand", "custody", "probation", "inmate"),
        digits=4, near=0.97, alone=0.75,
    ),
    Number(
        "prison, old form", Label.CASE_REFERENCE, form(r"[A-Za-z]{2}\d{4}|[A-Z]{2} \d{4}"),
        "two letters and four digits behind words for a prison's number",
        ("prison number", "prison no", "prisoner number", "prisoner no", "nomis", "nomis number", "nomis id"),
        digits=4, near=0.85, beside=Beside.NEXT,
    ),
    Number(
        "vetting certificate", Label.OTHER_ID, form(r"\d{12}|\d{3} \d{3} \d{3} \d{3}|\d{4} \d{4} \d{4}"),
        "twelve digits beside words for vetting",
        ("dbs", "crb", "disclosure", "disclosure number", "certificate number", "disclosure and barring"),
        near=0.9,
    ),
    Number(
        "property", Label.OTHER_ID, form(r"\d{6,12}"),
        "digits behind words for a property's number",
        ("uprn", "unique property reference number", "unique property reference", "property ref",
        "property reference",
         "property number", "gazetteer", "gazetteer reference", "usrn"),
        near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "property, short", Label.OTHER_ID, form(r"\d{1,12}"),
        "digits behind words for a property's number", ("uprn", "unique property reference number"),
        digits=1, near=0.85,
        beside=Beside.NEXT,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _ROWS)


RECOGNISER = TextRecogniser(
    name="documents-of-identity",
    version="1",
    labels=(Label.OTHER_ID, Label.CASE_REFERENCE),
    find=_find,
    examples=(
        Example("SAMPL801019QX9AB", ("SAMPL801019QX9AB",)),
        Example("licence EXAMP752205A99ZZ, LEE99911302J98QX", ("EXAMP752205A99ZZ", "LEE99911302J98QX")),
        Example("driver number sampl801019qx9ab", ("sampl801019qx9ab",)),
        Example("Passport no. 999999999", ("999999999",)),
        Example("Home Office reference A9999999", ("A9999999",)),
        Example("Z0000001/002 and GWF099999999", ("Z0000001/002", "GWF099999999")),
        Example("BRP ZZ1234567", ("ZZ1234567",)),
        Example("NASS ref 99/01/12345", ("99/01/12345",)),
        Example("HMP Anytown, A9999ZZ", ("A9999ZZ",)),
        Example("DBS 001999999999", ("001999999999",)),
        Example("UPRN\t100099999999", ("100099999999",)),
    ),
    near_misses=(
        "999999999 was the sum",
        "A9999999 is a part",
        "NASS from 12/03/2009",
        "the passport of 2009",
        "The Home Office published it in 2013.",
        "a property of 1000000",
        "CHILDREN1989ACT",
        "DBS checks rose to 12 in 2015",
    ),
)  # fmt: skip
