"""Surnames that stand for a whole family: "the Ashtons", "the Ashton children", "Mr and Mrs Ashton"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from redact.resolve.lists import titles
from redact.resolve.settling import Known, plain, words_of
from redact.values.schemes import Scheme
from redact.values.text import Span

__all__ = ["Families", "families_of"]

_THE = re.compile(r"the[ \u00a0]+", re.IGNORECASE)
_PLURAL = re.compile(r"e?s(?![^\W_])")
_BEHIND = re.compile(
    r"[ \u00a0]+(?:family|household|home|children|brothers|sisters|siblings)\b", re.IGNORECASE
)
_COUPLE = re.compile(
    r"(?<![\w-])(?:mr|dr|mrs|ms)\.?[ \u00a0]+(?:and|&)[ \u00a0]+(?:mr|mrs|ms|dr)\.?[ \u00a0]+$", re.IGNORECASE
)
_WORD_BEFORE = re.compile(r"([\w'\u2019]+)\.?[ \u00a0]+$")


@dataclass(frozen=True, slots=True)
class Families:
    """The surnames of the children and relatives of a key that go, folded, with who bears each."""

    surnames: Mapping[str, frozenset[str]] = field(repr=False)

    def bears(self, text: str) -> bool:
        """Tell whether a text is such a surname alone, in the plural or not."""
        word = plain(_THE.sub("", text, count=1))
        return any(one in self.surnames for one in (word, word.removesuffix("s"), word.removesuffix("es")))

    def at(self, text: str, span: Span) -> Span | None:
        """Give the stretch that names a family, where a stretch of a text does by its form; else none.

        Args:
            span: of a name, half-open code points of `text`.
        """
        inner = text[span.start : span.end]
        word = plain(_THE.sub("", inner, count=1))
        if word not in self.surnames:
            single = {word.removesuffix("s"), word.removesuffix("es")} - {word}
            return span if any(one in self.surnames for one in single) else None
        if inner.rstrip("'\u2019") != inner or inner.casefold().endswith(("'s", "\u2019s")):
            return None
        if more := _PLURAL.match(text, span.end):
            return Span(span.passage, span.start, more.end())
        if _COUPLE.search(text[: span.start]):
            return span
        before = _WORD_BEFORE.search(text[: span.start])
        titled = before is not None and before[1].casefold() in titles()
        return span if _BEHIND.match(text, span.end) and not titled else None


def families_of(known: Known, scheme: Scheme) -> Families:
    """Find the surnames of the family in a key: the last words of whole names of children and relatives."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    others: set[str] = set()
    for person in known.key.people:
        slot = scheme.slot(person.slot) if person.slot is not None else None
        for name in person.names:
            words = words_of(name.text)
            if len(words) < 2:
                continue
            if person.stays or (slot is not None and not slot.group.family):
                others.add(words[-1])
            elif slot is not None:
                bearers[words[-1]].add(person.id)
    return Families({word: frozenset(own) for word, own in bearers.items() if word not in others})
