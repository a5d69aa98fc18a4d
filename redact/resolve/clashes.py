"""Whether something that we make up could be taken for a real name of the case: its initials, its sound."""

from __future__ import annotations

import re
from collections.abc import Iterable

from redact.resolve.lists import famous_names, short_names
from redact.resolve.names import spelled
from redact.resolve.slips import is_near, is_slip, sound_of

__all__ = ["Names", "initials_of"]

_PARTS = re.compile(r"[^\W\d_]+")
_SHOUTED = 5  # letters: KOR and KMOR are initials, whatever else they may be


class Names:
    """Every part of the names of a case; `clash` tells what is too close to one of them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._parts = {spelled(part) for name in names for part in _PARTS.findall(name)} - {""}
        self._sounds = {sound_of(part) for part in self._parts} - {""}
        self._forenames = {long for part in self._parts for long in (part, *short_names().get(part, ()))}

    def with_more(self, names: Iterable[str]) -> Names:
        """Give these and more names, in whatever case they are written."""
        more = Names(names)
        more._parts |= self._parts
        more._sounds |= self._sounds
        more._forenames |= self._forenames
        return more

    def clash(self, name: str) -> bool:
        """Tell whether an invented first name is somebody's: the same, its short form, one slip from it.

        Names of published cases count as names of everybody's.
        """
        own = spelled(name)
        long = {own, *short_names().get(own, ())}
        return (
            own in _famous()
            or not self._forenames.isdisjoint(long)
            or sound_of(own) in self._sounds
            or any(is_near(own, part) or is_slip(own, part) for part in self._parts)
            or any(own.startswith(part) or part.startswith(own) for part in self._parts if len(part) > 2)
        )


def initials_of(names: Iterable[str]) -> frozenset[str]:
    """Give the capitals with which the parts of names begin: K, O and R of "Kay O'Rourke".

    Of letters that are written as initials (KOR, K.O.) each counts. Accents are taken off; a letter that
    is in no Latin alphabet is none.
    """
    found: set[str] = set()
    for name in names:
        for part in _PARTS.findall(name):
            letters = spelled(part)
            together = part.isupper() and len(part) <= _SHOUTED
            found |= set(letters if together else letters[:1])
    return frozenset(letter.upper() for letter in found if "a" <= letter <= "z")


def _famous() -> frozenset[str]:
    return frozenset(spelled(part) for name in famous_names() for part in _PARTS.findall(name))
