"""Small told documents, and findings on them, made by hand for the tests of the scorer."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from corpus.scoring.values import Hit, Read
from corpus.telling.gold import GoldMention, Told


def mention(text: str, quote: str, label: str = "PERSON", who: str = "child", **more: object) -> GoldMention:
    """A mention of the first place where the words stand."""
    start = text.index(quote)
    made = GoldMention((start, start + len(quote)), label, who, "family", "first", False, heritage="irish")
    return replace(made, **more)  # type: ignore[arg-type]


def told(text: str, *mentions: GoldMention, split: str = "dev", case: int = 1, style: str = "mixed") -> Told:
    """A document of a case."""
    name = f"{split}-{case:04}-{len(text)}"
    return Told(case, split, name, "case-notes", "made", "social-care", style, 0, text, mentions)


def hit(text: str, quote: str, severity: str = "block", label: str = "PERSON", score: float = 0.9) -> Hit:
    """A finding on the first place where the words stand."""
    start = text.index(quote)
    return Hit(start, start + len(quote), severity, label, score)


def read(*hits: Hit, near: tuple[tuple[int, int], ...] = ()) -> Read:
    """What a finder said of a document."""
    return Read(hits, near)


def written(path: Path, *documents: Told) -> Path:
    """Write documents as `python -m corpus.make` does."""
    path.write_text(
        "".join(json.dumps(each.as_json(), ensure_ascii=False) + "\n" for each in documents), encoding="utf-8"
    )
    return path
