"""Short forms of forenames: those of the list, and those that are a part of the name that they stand for.

A short form never proves who is meant, it only makes somebody possible. What is a forename of its own
(Paul beside Paula) is nobody's short form, unless the list says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.resolve.lists import forenames

__all__ = ["cut_short", "lengthened", "parts_of"]

_LEAST = 4  # letters at the beginning of a name that may stand for it
_LEAST_STEM = 3  # the same before the ending of a pet name: Okey of Okechukwu
_LEAST_KNOWN = 5  # of a forename that is a part of a longer one: Selam of Selamawit
_LEAST_END = 5  # letters at its end
_LEFT_OUT = 3  # letters that a beginning leaves out: Daniel is not short for Daniela
# What makes a woman's name of a man's.
_ENDINGS_OF_WOMEN = frozenset(
    {"ina", "ine", "ette", "etta", "ella", "elle", "lyn", "lynn", "anne", "anna", "otte", "ita", "een", "ene"}
)
# Words with which West African forenames begin, and without which their bearers go: Dele of Ayodele.
_FIRST_WORDS = ("oluwa", "olu", "ola", "omo", "ade", "ayo", "baba", "oye", "temi", "ibi", "oghene", "chukwu")
_PET_ENDINGS = ("ie", "ey", "y", "i", "s")
_LEAST_BEFORE_I = 4  # of which names end too that are no pet names: Mali is not Malathi


def parts_of(forename: str) -> Iterator[str]:
    """Give the beginnings and ends of a forename that may stand for it: rukh and khsana of Rukhsana."""
    for end in range(_LEAST_STEM, len(forename) - _LEFT_OUT + 1):
        if forename[end:] not in _ENDINGS_OF_WOMEN:
            yield forename[:end]
    for start in range(1, len(forename) - _LEAST_END + 1):
        if forename[start:] not in _FIRST_WORDS:  # Chukwu is a surname, and no short form of Kosisochukwu
            yield forename[start:]
    for first in _FIRST_WORDS:
        if forename.startswith(first) and _LEAST <= len(forename) - len(first) < _LEAST_END:
            yield forename[len(first) :]


def cut_short(name: str) -> tuple[str, ...]:
    """Give the parts for which a name may stand that could be a short form: itself, or Sam for Sammy.

    None of a common forename: that is somebody's own name.
    """
    if name in forenames() or len(name) < _LEAST:
        return ()  # of three letters too many names are a beginning: Lau is no Lauren
    for ending in _PET_ENDINGS:
        stem = name.removesuffix(ending)
        if stem != name and len(stem) >= (_LEAST_BEFORE_I if ending in ("i", "s") else _LEAST_STEM):
            return name, (stem[:-1] if stem[-1] == stem[-2] and len(stem) > _LEAST_STEM else stem)
    return (name,)


def lengthened(name: str) -> tuple[str, ...]:
    """Give the parts of a name by which its bearer may be known: selam of Selamawit, dele of Ayodele."""
    if name in forenames() or "-" in name:
        return ()
    words = tuple(
        name.removeprefix(first)
        for first in _FIRST_WORDS
        if name.startswith(first) and len(name) >= len(first) + _LEAST
    )
    ends = range(_LEAST_KNOWN, len(name) - _LEFT_OUT + 1)
    return (*(name[:end] for end in ends if name[end:] not in _ENDINGS_OF_WOMEN), *words)
