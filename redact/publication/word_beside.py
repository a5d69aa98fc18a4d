"""What stands beside the text of a Word file, notes and text boxes, found again where it was printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from redact.publication.word_tokens import Text, Token

__all__ = ["Beside", "beside_of", "found_in"]


@dataclass(frozen=True, slots=True)
class Beside:
    """One passage beside the text; `note` tells a footnote or an endnote from a text box."""

    tokens: tuple[Token, ...] = field(repr=False)
    note: bool


def beside_of(text: Text) -> tuple[Beside, ...]:
    """Give the notes and boxes of a Word file, in their order."""
    notes = [Beside(tokens, True) for tokens in text.notes]
    return (*notes, *(Beside(tokens, False) for tokens in text.boxes))


def found_in(
    beside: Sequence[Beside], other: Sequence[Token], matched: Sequence[bool]
) -> dict[int, tuple[int, int]]:
    """Find, word for word, where each stands in what is published; half-open indices into its words.

    Of several places that is taken which the text itself has least need of, and none that it has all of.

    Args:
        matched: which words of what is published the text itself has.
    """
    begins: dict[str, list[int]] = {}
    for index, token in enumerate(other):
        begins.setdefault(token.key, []).append(index)
    taken = [False] * len(other)
    found: dict[int, tuple[int, int]] = {}
    # The longest first: a short one may stand within it.
    for number in sorted(range(len(beside)), key=lambda one: -len(beside[one].tokens)):
        keys = [one.key for one in beside[number].tokens]
        places = [
            at
            for at in begins.get(keys[0], ())
            if at + len(keys) <= len(other)
            and all(other[at + offset].key == key for offset, key in enumerate(keys))
            and not any(taken[at : at + len(keys)])
        ]
        free = {at: sum(not one for one in matched[at : at + len(keys)]) for at in places}
        best = max(places, key=lambda at: (free[at], -at), default=None)
        if best is not None and free[best]:
            found[number] = (best, best + len(keys))
            taken[best : best + len(keys)] = [True] * len(keys)
    return found
