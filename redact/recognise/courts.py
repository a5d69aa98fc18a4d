"""Numbers of courts and tribunals, and the citations under which judgments are published.

A citation is a link: whoever follows it reads the same family's story once more. Those of family courts and
of the Court of Protection count as sure; those of the higher courts, which a review may cite as law, are
asked about. What remains: a number that is written without its court's form and without words.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_CASE = (
    "case no", "case number", "claim no", "claim number", "court", "care proceedings", "proceedings", "plo",
    "family court", "s.31", "application", "order", "court ref", "court reference",
)  # fmt: skip
_YEAR = r"[\[(](?:19|20)\d\d[\])]"
_ROWS = (
    Number(
        "family or civil court", Label.CASE_REFERENCE, form(r"[A-Z]{2}\d{2}[A-Z]\d{5}"),
        "the form in which courts number their cases", _CASE, near=0.98, alone=0.95,
    ),
    Number(
        "family or civil court, written apart", Label.CASE_REFERENCE,
        form(r"[A-Z]{2}[ /-]?\d{2}[ /-]?[A-Z][ /-]?\d{5}", any_case=True),
        "the form in which courts number their cases, apart or in lower case", _CASE, near=0.9, alone=0.45,
    ),
    Number(
        "Crown Court", Label.CASE_REFERENCE, form(r"[TSAU](?:19|20)\d{6}"),
        "a letter, a year and four digits, as the Crown Court numbers its cases",
        (*_CASE, "crown court", "indictment", "trial", "sentence"), near=0.95, alone=0.7,
    ),
    Number(
        "Court of Appeal", Label.CASE_REFERENCE,
        form(r"CA-\d{4}-\d{6}|[A-C]\d/(?:19|20)\d\d/\d{4}(?:/[A-Z]{2,5})?"),
        "the form in which the Court of Appeal numbers its cases", (*_CASE, "appeal"), near=0.97, alone=0.9,
    ),
    Number(
        "tribunal", Label.CASE_REFERENCE,
        form(r"(?:AA|DA|DC|EA|HU|IA|OA|PA|RP|JR|VA|LP|UI)/\d{5}/(?:19|20)\d\d"
             r"|UI-(?:19|20)\d\d-\d{6}|(?:EH|SE)\d{3}/\d{2}/\d{5}"),
        "the form in which tribunals number their cases", (*_CASE, "tribunal"), near=0.95, alone=0.85,
    ),
    Number(
        "citation of a family court", Label.CASE_REFERENCE,
        regex.compile(
            rf"{_YEAR}[ ](?:EWFC|EWCOP|EWCC|EWMC|EWHC|NIFam|NIFC|CSOH)[ ]\d{{1,5}}(?:[ ]\((?:B|Fam"
            rf"|T[123]|Admin|KB|QB)\))?"
        ),
        "the form in which judgments of these courts are cited", (), near=0.9, alone=0.9,
    ),
    Number(
        "citation of a higher court", Label.CASE_REFERENCE,
        regex.compile(
            rf"{_YEAR}[ ](?:(?:UKSC|UKHL|UKPC|UKUT|UKFTT|EWCA[ ](?:Civ|Crim)|NICA|CSIH)[ ]\d{{1,5}}"
            r"|(?:\d[ ])?(?:FLR|FCR|WLR|AC|Fam|QB|KB|All[ ]ER|Cr[ ]App[ ]R)(?:[ ]\([A-Z]\))?[ ]\d{1,5})(?!\d)"
        ),
        "the form in which judgments and law reports are cited", (), near=0.5, alone=0.5,
    ),
    Number(
        "number behind words of a court", Label.CASE_REFERENCE,
        form(r"(?=[A-Z0-9/-]*\d{3})[A-Z]{0,4}[/-]?\d{1,9}[A-Z]{0,2}(?:[/-][A-Z0-9]{1,8}){0,3}"),
        "letters and digits behind words for a court's number",
        ("court case no", "court case number", "court ref", "court reference", "court number",
        "indictment no",
         "indictment number", "indictment", "claim number", "claim no", "inquest ref", "inquest number",
         "coroner's ref", "coroner's reference", "tribunal reference", "cafcass ref", "cafcass reference",
         "cafcass number", "legal aid ref", "legal aid reference", "solicitor's ref",
         "solicitor's reference"),
        digits=3, near=0.85, beside=Beside.NEXT,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _ROWS)


RECOGNISER = TextRecogniser(
    name="courts",
    version="1",
    labels=(Label.CASE_REFERENCE,),
    find=_find,
    examples=(
        Example("Case no. ZC20C00123", ("ZC20C00123",)),
        Example("ZW99C99999 and QQ21P00001", ("ZW99C99999", "QQ21P00001")),
        Example("care proceedings zc 20 c 00123", ("zc 20 c 00123",)),
        Example("T20999999 at the Crown Court", ("T20999999",)),
        Example("FD99P99999", ("FD99P99999",)),
        Example("CA-2099-000123, before that B4/2099/2092", ("CA-2099-000123", "B4/2099/2092")),
        Example("[2099] EWFC 999 (B)", ("[2099] EWFC 999 (B)",)),
        Example("see [2099] UKSC 99", ("[2099] UKSC 99",)),
        Example("Court reference\tABC/1234/99", ("ABC/1234/99",)),
    ),
    near_misses=(
        "section 31 of the Children Act 1989",
        "Court of Appeal 2009",
        "ISBN 978 1 4473 1234 5",
        "T1 and T2 in [2015]",
        "the EWFC in 2014",
        "Family Court form C110A",
        "the order of 12/03/2009",
    ),
)  # fmt: skip
