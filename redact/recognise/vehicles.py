"""Registration marks of vehicles of the United Kingdom, in capitals as they are written on plates.

The mark since 2001 counts where it stands alone; the older ones alone only when whole (three digits) and then
as a question; what could be a road, a form or a label counts behind words for a vehicle only. Common words
in capitals are no letters of a mark: "A12 AND". What remains: a short old mark without a word for a vehicle.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_WORDS = (
    "vehicle", "car", "van", "lorry", "taxi", "minicab", "motorbike", "motorcycle", "moped", "scooter", "reg",
    "reg no", "registration", "registration mark", "vrm", "index", "index number", "number plate",
    "number plates",
    "plate", "plates", "anpr", "drove", "driving", "driven", "parked",
)  # fmt: skip
_DIRECT = (
    "vehicle reg", "car reg", "van reg", "reg", "reg no", "reg number", "registration", "registration number",
    "registration no", "vehicle registration", "car registration", "registration mark", "vrm", "index number",
    "number plate", "plate", "plates", "vehicle", "car", "van", "anpr",
)  # fmt: skip
# Three letters that are a word, or stand for one on many pages.
_NO_WORD = (
    r"(?!(?:AND|THE|FOR|WAS|HAD|HIS|HER|SHE|HAS|NOT|BUT|ARE|ALL|ANY|ONE|TWO|OUT|WHO|MAY|CAN|DID|GOT|LET|SAW"
    r"|VIA|PER|OLD|NEW|DAY|AGE|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC|NHS|CCG|PCT|SCR|DHR|SAR|IMR|CIN|CPP|LAC|CAF"
    r"|EHA|EHC|PLO|DBS|CRB|GMC|NMC|UPN|ULN|URN|PNC|CRO|DOB|EDD|MPS|CPS|CQC|DFE|DOH|HMP|YOT|YOS|LEA|MBC|PDF|DOC|VRM|REG|CAR|VAN)"
    r"(?![\p{L}\p{N}]))"
)
_THREE = rf"{_NO_WORD}[A-HJ-PR-Z]{{3}}"
_ROWS = (
    Number(
        "mark since 2001", Label.VEHICLE, form(rf"[A-HJ-PR-Y][A-HJ-PR-Y](?:0[1-9]|[1-9]\d)[ ]?{_THREE}"),
        "two letters, two digits and three letters, as vehicles are marked", _WORDS, digits=2, near=0.97,
        alone=0.65,
    ),
    Number(
        "mark since 2001 with letters not in use", Label.VEHICLE, form(r"[A-Z]{2}\d{2}[ -]?[A-Z]{3}"),
        "two letters, two digits and three letters beside words for a vehicle", _WORDS, digits=2, near=0.85,
    ),
    Number(
        "mark since 2001 in lower case", Label.VEHICLE, form(r"[A-Za-z]{2}\d{2}[ ]?[A-Za-z]{3}"),
        "the form of a vehicle's mark in lower case, behind words for a vehicle", _DIRECT, digits=2, near=0.8,
        beside=Beside.NEXT,
    ),
    Number(
        "mark before 2001", Label.VEHICLE, form(rf"[A-HJ-NPR-Y]\d{{3}}[ ]?{_THREE}"),
        "a letter, three digits and three letters, as vehicles were marked", _WORDS, digits=3, near=0.95,
        alone=0.5,
    ),
    Number(
        "mark before 1983", Label.VEHICLE, form(rf"{_THREE}[ ]?\d{{3}}[A-HJ-NPR-Y]"),
        "three letters, three digits and a letter, as vehicles were marked", _WORDS, digits=3, near=0.95,
        alone=0.5,
    ),
    Number(
        "short mark", Label.VEHICLE, form(rf"[A-Z]\d{{1,3}}[ ]?{_THREE}|{_THREE}[ ]?\d{{1,3}}[A-Z]"),
        "letters and digits as on a plate, directly behind words for a vehicle", _DIRECT, digits=1,
        near=0.85, beside=Beside.NEXT,
    ),
    Number(
        "mark without a date", Label.VEHICLE,
        form(rf"\d{{1,4}}[ ]?{_NO_WORD}[A-Z]{{2,3}}|{_NO_WORD}[A-Z]{{2,3}}[ ]?\d{{1,4}}"),
        "letters and digits, directly behind words for a vehicle's mark",
        (
            "vehicle reg", "car reg", "van reg", "reg no", "reg number", "vehicle registration",
            "car registration",
            "registration mark", "vrm", "index number", "number plate", "plate",
            "registration number of the car",
            "vehicle registration number", "car registration number",
        ),
        digits=1, near=0.75, beside=Beside.NEXT,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _ROWS)


RECOGNISER = TextRecogniser(
    name="vehicles",
    version="1",
    labels=(Label.VEHICLE,),
    find=_find,
    examples=(
        Example("a silver car, ZZ99 ZZZ, was seen", ("ZZ99 ZZZ",)),
        Example("AB12 CDE", ("AB12 CDE",)),
        Example("AB12CDE was parked outside", ("AB12CDE",)),
        Example("Reg: A123 BCD", ("A123 BCD",)),
        Example("ABC 123D", ("ABC 123D",)),
        Example("number plate ab12 cde", ("ab12 cde",)),
        Example("Vehicle reg\tA1 BCD", ("A1 BCD",)),
        Example("car registration QQZ 1234", ("QQZ 1234",)),
    ),
    near_misses=(
        "his mother, A12 and the baby",
        "Mother (M12 and Father) drove to the A303",
        "her mother told Child B1 and the carer",
        "The care plan for A1 was agreed.",
        "Child A2 and S47 enquiries",
        "A123 AND THE NHS",
        "SW1A 1AA",
        "IN THE CAR A12 AND M25",
    ),
)  # fmt: skip
