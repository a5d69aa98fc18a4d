"""Numbers and addresses of the post wherever they stand again: known by their letters and digits alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from redact.values.folding import fold

__all__ = ["is_unmistakable", "signs_of", "stretches_of"]

_LEAST = 6  # letters and digits; less is elsewhere by chance


def is_unmistakable(text: str) -> bool:
    """Tell whether nothing else is written so: a number, an e-mail address; an online name may be a word."""
    numbered = any(sign.isdigit() for sign in text) or "@" in text.strip("@")
    return numbered and len(signs_of(text)) >= _LEAST


def signs_of(text: str) -> str:
    """Give the letters and digits of a text, folded: what two ways of writing one number share."""
    return "".join(sign for sign in fold(text).text if sign.isalnum())


def stretches_of(text: str, wanted: Collection[str]) -> Iterator[tuple[int, int, str]]:
    """Give the stretches of a text, half-open code points, that are one of these numbers, with which it is.

    Args:
        wanted: as `signs_of` gives them.
    """
    if not wanted:
        return
    folded = fold(text)
    at = [number for number, sign in enumerate(folded.text) if sign.isalnum()]
    signs = "".join(folded.text[number] for number in at)
    for one in sorted(wanted):
        found = signs.find(one)
        while found >= 0:
            start, end = folded.span(at[found], at[found + len(one) - 1] + 1)
            if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
                opened = text[start - 1 : start] == "(" and ")" in text[start:end]
                yield start - opened, end, one
            found = signs.find(one, found + 1)
