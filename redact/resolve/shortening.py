"""Short forms of forenames: those of the list, and those that are a part of the name that they stand for.

A short form never proves who is meant, it only makes somebody possible. What is a forename of its own
(Paul beside Paula) is nobody's short form, unless the list says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.resolve.lists import forenames, short_names

__all__ = ["cut_short", "is_listed", "parts_of"]

_LEAST = 4  # letters at the beginning of a name that may stand for it
_LEAST_END = 4  # letters at its end
_LEFT_OUT = 3  # letters that a beginning leaves out: Daniel is not short for Daniela
# What makes a woman's name of a man's.
_ENDINGS_OF_WOMEN = frozenset(
    {"ina", "ine", "ette", "etta", "ella", "elle", "lyn", "lynn", "anne", "anna", "otte", "ita", "een", "ene"}
)
_PET_ENDINGS = ("ie", "ey", "y", "i")


def is_listed(short: str, forename: str) -> bool:
    """Tell whether the list has the one name as a short form of the other."""
    return forename in short_names().get(short, ())


def parts_of(forename: str) -> Iterator[str]:
    """Give the beginnings and ends of a forename that may stand for it: rukh and sana of Rukhsana."""
    for end in range(_LEAST, len(forename) - _LEFT_OUT + 1):
        if forename[end:] not in _ENDINGS_OF_WOMEN:
            yield forename[:end]
    for start in range(1, len(forename) - _LEAST_END + 1):
        yield forename[start:]


def cut_short(name: str) -> tuple[str, ...]:
    """Give the parts for which a name may stand that could be a short form: itself, or Sam for Sammy.

    None of a common forename: that is somebody's own name.
    """
    if name in forenames() or len(name) < _LEAST:
        return ()
    for ending in _PET_ENDINGS:
        stem = name.removesuffix(ending)
        if stem != name and len(stem) >= _LEAST:
            return name, (stem[:-1] if stem[-1] == stem[-2] and len(stem) > _LEAST else stem)
    return (name,)
