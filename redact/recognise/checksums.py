"""The checks that some numbers carry in themselves, as their owners publish them.

Each takes the number as it was written; spaces, hyphens and slashes are its own business. A number that
passes was hardly made up: one in ten to one in twenty-three passes by chance.
"""

from __future__ import annotations

__all__ = [
    "is_cro_number",
    "is_iban",
    "is_learner_number",
    "is_luhn",
    "is_pnc_number",
    "is_pupil_number",
]

_PUPIL_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"  # 23: I, O and S are left out
_POLICE_LETTERS = "ZABCDEFGHJKLMNPQRTUVWXY"  # the same letters, with Z for a remainder of 0
_PNC_SERIAL = 7  # digits of the serial number; shorter ones are filled with zeros
_CRO_SERIAL = 6


def is_pupil_number(text: str) -> bool:
    """Tell whether a unique pupil number begins with the letter that its other characters make.

    Source: Department for Education, "Unique pupil numbers", annex on the check letter: weights 2 to 13,
    modulus 23. A temporary number ends in a letter, which counts by its place among the same letters.
    """
    plain = _plain(text).upper()
    last = plain[12:]
    if len(plain) != 13 or not plain[1:12].isdecimal() or last not in _PUPIL_LETTERS + "0123456789":
        return False
    values = [*map(int, plain[1:12]), int(last) if last.isdecimal() else _PUPIL_LETTERS.index(last)]
    total = sum(value * weight for weight, value in enumerate(values, 2))
    return plain[0] == _PUPIL_LETTERS[total % len(_PUPIL_LETTERS)]


def is_learner_number(text: str) -> bool:
    """Tell whether ten digits pass the check of a unique learner number.

    Source: Higher Education Statistics Agency, "Unique learner number": weights 10 to 1, modulus 11 leaves
    10; the first digit is not 0.
    """
    digits = _plain(text)
    if len(digits) != 10 or not digits.isdecimal() or digits[0] == "0":
        return False
    return sum(int(digit) * weight for digit, weight in zip(digits, range(10, 0, -1), strict=True)) % 11 == 10


def is_pnc_number(text: str) -> bool:
    """Tell whether a number of the Police National Computer (2003/0011985X, 20/7654321T) ends in its letter.

    Source: Ministry of Justice, Criminal Justice Hub, "PNCID": the year's last two digits and the serial
    number of seven digits, modulus 23.
    """
    year, _, rest = text.strip().upper().partition("/")
    return _is_police_number(year[-2:], rest, _PNC_SERIAL)


def is_cro_number(text: str) -> bool:
    """Tell whether a number of the Criminal Records Office (265416/21G) ends in its letter.

    Source: as for `is_pnc_number`; the year stands behind the serial number, which has six digits.
    """
    first, _, rest = text.strip().upper().partition("/")
    return _is_police_number(rest[:-1], first + rest[-1:], _CRO_SERIAL)


def is_luhn(text: str) -> bool:
    """Tell whether digits pass the check of payment cards and IMEIs (ISO/IEC 7812, annex B)."""
    digits = [int(letter) for letter in text if letter.isdecimal()]
    if len(digits) < 2 or len(set(digits)) == 1:
        return False
    doubled = [digit * 2 - 9 * (digit > 4) for digit in digits[-2::-2]]
    return (sum(doubled) + sum(digits[-1::-2])) % 10 == 0


def is_iban(text: str) -> bool:
    """Tell whether an international bank account number leaves 1 by modulus 97 (ISO 13616)."""
    plain = _plain(text).upper()
    if len(plain) < 15 or not plain.isalnum() or not plain.isascii():
        return False
    return int("".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])) % 97 == 1


def _is_police_number(year: str, rest: str, length: int) -> bool:
    serial, letter = rest[:-1], rest[-1:]
    if not (len(year) == 2 and year.isdecimal() and serial.isdecimal() and len(serial) <= length):
        return False
    return letter == _POLICE_LETTERS[int(year + serial.zfill(length)) % len(_POLICE_LETTERS)]


def _plain(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())
