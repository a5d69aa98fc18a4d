"""Ordinary words of which the name model is sure for all that, where a name stands: "Foo and Saab agreed".

Words of brands and systems are taken for names as surely; so one place must show somebody too, where the word
is joined to a name. What remains: somebody of such a name who is never mentioned beside another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from redact.recognise import regex
from redact.recognise.nobodys_words import are_plain, words_of
from redact.recognise.repeat_edges import begins
from redact.values.people import Label, Mention

__all__ = ["is_sure", "joined_to_names"]

_SURELY = 0.812  # the score of what the model takes for a name with odds of 0.96
_LIKELY = 0.6
_JOINED = regex.compile(r"(?<![\p{L}\p{N}'-])(\p{Lu}[\p{L}\p{M}'-]+)[ ](?:and|&|or)[ ]$")
_JOINS = regex.compile(r"[ ](?:and|&|or)[ ](?=\p{Lu}\p{Ll})")
_AROUND = 40  # characters before a word


def is_sure(text: str, claim: Mention) -> bool:
    """Tell a word that the model is sure of, and that is written as a name."""
    return claim.score >= _SURELY and text[claim.span.start : claim.span.end].istitle()


def joined_to_names(texts: Mapping[str, str], found: Sequence[Mention]) -> Iterator[str]:
    """Give the sure words, in lower case, that are joined to a name somewhere: "Bagga and Apps".

    Args:
        found: all claims; those of other words are the names.
    """
    names = {
        (each.span.passage, each.span.start)
        for each in found
        if each.label is Label.PERSON and each.score >= _LIKELY and not are_plain(words_of(texts, each))
    }
    for each in found:
        text, start, end = texts[each.span.passage], each.span.start, each.span.end
        if each.label is not Label.PERSON or " " in text[start:end] or not is_sure(text, each):
            continue
        before = _JOINED.search(text, max(0, start - _AROUND), start)
        behind = _JOINS.match(text, end)
        is_behind = before is not None and (each.span.passage, before.start(1)) in names
        is_before = behind is not None and (each.span.passage, behind.end()) in names
        if is_behind or (is_before and not begins(text, start)):
            yield text[start:end].casefold()
