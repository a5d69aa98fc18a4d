"""Numbers of pupils and learners, and of the schools, homes and childminders that point at them.

A pupil's and a learner's number carry a check. A school's, a home's or a childminder's number is public and
names the place: it counts behind the words that say what it is. What remains: a school's six digits alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise.checksums import is_learner_number, is_pupil_number
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_LEARNER = (
    "uln",
    "unique learner number",
    "learner number",
    "learner reference",
    "learner ref",
    "learner id",
)
_ROWS = (
    Number(
        "pupil number", Label.CASE_REFERENCE, form(r"[A-HJ-NP-RT-Z] ?\d{3} ?\d{4} ?\d{4}[0-9A-HJ-NP-RT-Z]"),
        "a letter and twelve digits, as pupils are numbered",
        ("upn", "unique pupil number", "pupil number", "pupil no", "pupil", "former upn",
         "school census"),
        near=0.98, alone=0.9, check=is_pupil_number, failed=0.7,
    ),
    Number(
        "pupil number in lower case", Label.CASE_REFERENCE, form(r"[a-z]\d{11}[0-9a-z]"),
        "a letter and twelve digits, as pupils are numbered, in lower case",
        ("upn", "unique pupil number", "pupil number", "pupil no", "former upn"),
        near=0.9, check=is_pupil_number,
    ),
    Number(
        "learner number", Label.CASE_REFERENCE, form(r"[1-9]\d{9}|[1-9]\d{2} \d{3} \d{4}"),
        "ten digits, as learners are numbered",
        _LEARNER, near=0.97, check=is_learner_number,
    ),
    Number(
        "learner number beside a college", Label.CASE_REFERENCE, form(r"[1-9]\d{9}"),
        "ten digits that pass the check of a learner's number",
        ("learner", "college", "sixth form"), near=0.7, check=is_learner_number, failed=0.0,
    ),
    Number(
        "school number", Label.OTHER_ID, form(r"\d{6}"),
        "six digits behind words for a school's number",
        (
            "school urn", "urn", "unique reference number", "dfe number", "dfes number", "dfe urn", "edubase",
            "gias", "establishment number", "establishment urn",
        ),
        near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "school number of its authority", Label.OTHER_ID, form(r"\d{3} ?/ ?\d{4}|\d{3} \d{4}|\d{7}"),
        "three and four digits behind words for a school's number",
        (
            "dfe number", "dfe no", "dfes number", "dfes no", "dcsf number", "dcsf no", "laestab", "la estab",
            "lea number", "estab", "establishment number", "school number", "school no",
        ),
        near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "school number of its authority, with a stroke", Label.OTHER_ID, form(r"\d{3}/\d{4}"),
        "three and four digits behind the name of the ministry", ("dfe", "dfes", "dcsf"), near=0.7,
        beside=Beside.NEXT,
    ),
    Number(
        "provider number", Label.OTHER_ID, form(r"(?:EY|SC|VC|CA|RP) ?\d{6}"),
        "the letters of a register of providers and six digits",
        ("ofsted", "urn", "registered", "registration", "childminder", "nursery", "children's home",
        "provider"),
        near=0.95, alone=0.65,
    ),
    Number(
        "provider number behind its words", Label.OTHER_ID, form(r"\d{6,7}"),
        "six or seven digits behind words for a provider's number",
        (
            "ofsted urn", "ofsted number", "ofsted no", "ofsted", "ofsted registration", "ofsted reference",
            "ofsted ref", "provider urn", "provider number", "provider reference", "childminder registration",
            "setting urn", "nursery urn", "home urn",
        ),
        near=0.9, beside=Beside.NEXT,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _ROWS)


RECOGNISER = TextRecogniser(
    name="school-numbers",
    version="1",
    labels=(Label.CASE_REFERENCE, Label.OTHER_ID),
    find=_find,
    examples=(
        Example("UPN: B801200005001", ("B801200005001",)),
        Example("R999999926001 moved schools", ("R999999926001",)),
        Example("Temporary UPN Z80199992601A", ("Z80199992601A",)),
        Example("Pupil number\tB801200005002", ("B801200005002",)),
        Example("Pupil: B801200005002", ("B801200005002",)),
        Example("ULN 1000000019, and 1234567899 (ULN)", ("1000000019", "1234567899")),
        Example("the college held 9000000121 for her", ("9000000121",)),
        Example("The school (URN 599999) and its DfE number 801/9999", ("599999", "801/9999")),
        Example("EY999999 was inspected; Ofsted URN: 2999999", ("EY999999", "2999999")),
    ),
    near_misses=(
        "B801200005002 was printed on the box",
        "the college spent 1000000018 on it",
        "the school has 801/9999 and 599999",
        "URN 599999 pupils were counted",
        "In 2009 Ofsted visited 123456 homes.",
        "UPN and ULN are held by the school.",
        "s.47 of the Children Act 1989",
    ),
)  # fmt: skip
