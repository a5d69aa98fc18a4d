"""Invented numbers in the forms of ../shared/notes/domain.md §4, in ranges that are not given out.

NHS numbers of the 999 range with their check digit, National Insurance numbers with QQ, telephone numbers of
Ofcom's ranges for drama, e-mail of example domains, vehicles of a half-year that has not come, courts and
forces that do not exist.
"""

from __future__ import annotations

import unicodedata
from random import Random

__all__ = [
    "folded",
    "landline",
    "mobile",
    "nhs_number",
    "nino",
    "pupil_number",
    "staff_number",
    "vehicle",
]

_UPN = "ABCDEFGHJKLMNPQRTUVWXYZ"
_NMC_REGION = "ABCDEFGHI"
_PLATE = "ABCDEFGHJKLMNOPRSTUVWXY"
# Letters that no decomposition brings to ASCII.
_PLAIN = str.maketrans("łŁøØđĐıəð", "lLoOdDied") | str.maketrans({"ß": "ss", "æ": "ae", "Æ": "Ae", "þ": "th"})
_AREAS = ("01632 960", "020 7946 0", "0113 496 0", "0114 496 0", "0115 496 0", "0116 496 0", "0117 496 0",
    "0118 496 0", "0121 496 0", "0151 496 0", "0161 496 0", "0191 498 0")  # fmt: skip


def folded(name: str) -> str:
    """A name in lower case letters of ASCII, without spaces, hyphens and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(letter for letter in plain.lower() if letter.isascii() and letter.isalnum())


def nhs_number(rng: Random) -> str:
    """An NHS number of the 999 range, grouped 3-3-4, with a right check digit."""
    while True:
        digits = f"999{rng.randrange(10**6):06d}"
        total = sum(int(digit) * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True))
        check = (11 - total % 11) % 11
        if check < 10:
            return f"{digits[:3]} {digits[3:6]} {digits[6:]}{check}"


def nino(rng: Random) -> str:
    """A National Insurance number with the prefix QQ, which is never given out."""
    digits = f"{rng.randrange(10**6):06d}"
    return f"QQ {digits[:2]} {digits[2:4]} {digits[4:]} {rng.choice('ABCD')}"


def pupil_number(rng: Random) -> str:
    """A unique pupil number of an authority that does not exist (999), with a right check letter."""
    digits = f"999{rng.randrange(10**9):09d}"
    total = sum(int(digit) * weight for weight, digit in enumerate(digits, 2))
    return _UPN[total % len(_UPN)] + digits


def mobile(rng: Random) -> str:
    """A mobile number of Ofcom's range for drama: 07700 900000 to 900999."""
    return f"07700 900{rng.randrange(1000):03d}"


def landline(rng: Random) -> str:
    """A number of a fixed line in Ofcom's ranges for drama."""
    return f"{rng.choice(_AREAS)}{rng.randrange(1000):03d}"


def vehicle(rng: Random) -> str:
    """A vehicle's mark in the present form, of half-years after 2035: no vehicle bears it."""
    letters = [rng.choice(_PLATE) for _ in range(5)]
    return f"{letters[0]}{letters[1]}{rng.randrange(86, 100)} {letters[2]}{letters[3]}{letters[4]}"


def staff_number(form: str, rng: Random) -> str:
    """A collar, registration or payroll number: "collar", "swe", "nmc", "gmc", "hcpc", "staff"."""
    match form:
        case "collar":
            return f"{rng.randrange(1000, 10000)}{rng.choice(('', '', '', 'QQ', 'ZQ'))}"
        case "swe":
            return f"SW9{rng.randrange(10**4):04d}"
        case "nmc":
            return f"{rng.randrange(85, 100)}{rng.choice(_NMC_REGION)}{rng.randrange(10**4):04d}E"
        case "gmc":
            return f"99{rng.randrange(10**5):05d}"
        case "hcpc":
            return f"SL9{rng.randrange(10**4):04d}"
        case "staff":
            return f"9{rng.randrange(10**5):05d}"
    return ""
