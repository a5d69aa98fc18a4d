"""What looks like a name and stays: cited authors, famous cases, inquiries, eponyms, statutes, ministers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.pools.values import Citation
from corpus.telling.scene import Bit, Mark, Scene

__all__ = ["public"]


_ARTICLE = re.compile(r"\b(?:the|an?|her|his|their)\s+$", re.IGNORECASE)
_NEEDS_NAMES = re.compile(r"(?:^|\b(?:as|by|from|in|of|on|upon|with|and|see|what))\s*$", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\b")


def public(name: str, scene: Scene, before: str) -> list[Bit] | None:
    """Tell a slot of public names. An eponym and a statute have the label that they may be taken for.

    `before` is what stands in front: "the" goes with a scale, not with "Clare's Law".
    """
    pool, rng = scene.document.public, scene.rng
    if name.startswith("cite"):
        citation = rng.choice(pool.citations)
        if name == "cite.list":
            found = [f"{last}, {initials}" for last, initials in citation.authors]
            told = citation.entry
        else:
            found = [last for last, _ in citation.authors]
            told = citation.text if name == "cite.text" else _in_brackets(citation, before)
        heritages = [heritage.value for heritage in citation.heritages]
        return _found(told, [name_ for name_ in found if name_ in told], name, heritages)
    if name == "inquiry":
        inquiry = rng.choice(pool.inquiries)
        return _found(inquiry.titled, [inquiry.name], name, [""])
    if name == "minister":
        minister = rng.choice(pool.ministers)
        return _found(minister.text, [minister.holder], name, [""])
    listed = {"famous": pool.famous, "statute": pool.statutes}.get(name) or _eponyms(pool.eponyms, before)
    told = rng.choice(listed)
    label = "ORGANISATION" if name == "statute" else "PERSON"
    return [(told, Mark(label, name, stays=True))]


def _in_brackets(citation: Citation, before: str) -> str:
    """Cite within brackets; where the sentence needs the authors' names, the year alone is in brackets."""
    if before.count("(") > before.count(")") or before.count("[") > before.count("]"):
        return citation.short
    return citation.text if _NEEDS_NAMES.search(before) else f"({citation.short})"


def _found(told: str, names: list[str], form: str, heritages: list[str]) -> list[Bit]:
    """Mark each name where it stands, in order."""
    bits: list[Bit] = []
    at = 0
    for name, heritage in zip(names, heritages, strict=False):
        start = told.index(name, at)
        if start > at:
            bits.append((told[at:start], None))
        bits.append((name, Mark("PERSON", form, stays=True, heritage=heritage)))
        at = start + len(name)
    if at < len(told):
        bits.append((told[at:], None))
    return bits


def _eponyms(listed: Sequence[str], before: str) -> Sequence[str]:
    """Those that an article may stand before, or those that it may not, where there are such."""
    article = bool(_ARTICLE.search(before))
    fitting = [told for told in listed if bool(_OWNED.search(told)) is not article]
    return fitting or listed
