"""The lists of terms of a document: which of its sentences are one, and which of its lines.

A list of terms is what stands under a heading such as "Glossary", up to the next heading of its rank. What
remains: one without such a heading; of it each line is held against the letters that it explains.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from redact.judge.outline import Outline

__all__ = ["Glossary", "glossary_of"]

_TITLE = re.compile(
    r"\b(?:glossar(?:y|ies)|abbreviations?|acronyms?|initialisms?|definitions?|terminology"
    r"|(?:terms|words|letters)\s+(?:used|(?:that\s+)?we\s+use|explained)|short\s+forms?|what\s+(?:the\s+)?letters\s+mean"
    r"|(?:list|key|explanation|meaning|table)\s+(?:of|to)\s+(?:terms|words|letters|abbreviated))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Glossary:
    """The numbers of the sentences, and of the lines of the outline, that are a list of terms."""

    sentences: frozenset[int] = frozenset()
    lines: frozenset[int] = frozenset()


def glossary_of(outline: Outline) -> Glossary:
    """Find the lists of terms of a document."""
    sentences: set[int] = set()
    lines: set[int] = set()
    for section in outline.sections:
        if _TITLE.search(section.title.text):
            sentences.update(range(section.first, section.last))
            lines.update(range(section.line + 1, section.end))
    return Glossary(frozenset(sentences), frozenset(lines))
