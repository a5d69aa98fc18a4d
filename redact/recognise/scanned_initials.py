"""The initial of a name that a scanner has read as a figure: "5. Harte" of Sahra Harte.

What remains: one of somebody whose forename no document of the call gives.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from redact.recognise import regex

__all__ = ["initials_by_surname", "with_scanned_initial"]

_FIGURE = regex.compile(r"(?<![\p{L}\p{N}.,/-])(?P<figure>[0158])[.,][ ]$")
_READ_AS = {"0": "O", "1": "IJL", "5": "S", "8": "B"}


def initials_by_surname(names: Iterable[str]) -> Mapping[str, Collection[str]]:
    """Give, by the last words of names in lower case, the first letters of the names, in upper case."""
    found: dict[str, set[str]] = {}
    for name in names:
        if " " in name:
            found.setdefault(name.split()[-1].casefold(), set()).add(name[0].upper())
    return found


def with_scanned_initial(text: str, start: int, end: int, initials: Mapping[str, Collection[str]]) -> int:
    """Find where a surname of `initials` at half-open code points begins with a figure for one of them.

    Returns: a code point of `text`; `start` where none stands there.
    """
    figure = _FIGURE.search(text, max(0, start - 4), start)
    if figure is None or not set(_READ_AS[figure["figure"]]) & set(
        initials.get(text[start:end].casefold(), ())
    ):
        return start
    return int(figure.start("figure"))
