"""Invented documents read as facts, through the rules that are written down and the phrases of rules/jigsaw.

`told.txt` and `nobody.txt` are paragraphs parted by blank lines; a line with %% is a heading of theirs. What
is told is marked where it stands: {kind@whom|the words}.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from redact.judge.jigsaw.facts import read_facts
from redact.judge.reading import Reading
from redact.judge.subject import subject_of
from redact.recognise.finding import find_mentions
from redact.resolve import resolve
from redact.run.rule_examples import documents_of
from redact.values.jigsaw import Fact, FactKind, JigsawTable, Side
from redact.values.rules import Settings
from redact.values.text import Document
from tests.judge.judging_factory import SECRET, make_rule
from tests.recognise.recognise_factory import RULES, text_document
from tests.shipped_rules import shipped_rules

__all__ = ["Marked", "facts_in", "is_of", "marked", "paragraphs", "table", "touches"]

_MARK = re.compile(r"\{([a-z-]+)@([a-z]+)\|([^}]*)\}")
_SIDES: Mapping[str, Side] = {"sibling": Side.SIBLING, "work": Side.PROFESSIONAL}


@dataclass(frozen=True)
class Marked:
    """A paragraph without its marks, and what they say: a kind, whom, and the words."""

    text: str
    told: tuple[tuple[FactKind, str, str], ...]


def paragraphs(name: str) -> list[str]:
    """Give the paragraphs of one of the two files."""
    text = (Path(__file__).parent / name).read_text("utf-8")
    return [one.strip("\n") for one in text.split("\n\n") if one.strip() and not one.startswith("%%")]


def marked(paragraph: str) -> Marked:
    """Read the marks of a paragraph."""
    told = tuple((FactKind(kind), whom, words) for kind, whom, words in _MARK.findall(paragraph))
    return Marked(_MARK.sub(lambda match: match[3], paragraph), told)


@cache
def table() -> JigsawTable:
    """Give the table of rules/jigsaw."""
    found = shipped_rules().jigsaw
    assert found is not None
    return found


def facts_in(*texts: str) -> list[tuple[Fact, str]]:
    """Give the facts of documents of one call, each with its words."""
    documents = [_document(text, number) for number, text in enumerate(texts)]
    resolution = resolve(find_mentions(documents, recognisers=RULES), documents)
    readings = [Reading(subject_of(one, resolution, SECRET), Settings()) for one in documents]
    inside = {passage.id: passage.text for one in documents for passage in one.passages}
    return [
        (fact, inside[fact.span.passage][fact.span.start : fact.span.end])
        for fact in read_facts(readings, table())
    ]


def is_of(fact: Fact, whom: str) -> bool:
    """Tell whether a fact is told of whom a mark says."""
    if whom in _SIDES:
        return fact.whom.side is _SIDES[whom]
    if whom in ("mother", "father"):
        return fact.whom.key == f"role:{whom}"
    return whom == "any" or fact.whom.key in (whom, "family")


def touches(text: str, words: str) -> bool:
    """Tell whether the words of a fact and those of a mark share one that is more than a small word."""
    small = {"the", "of", "in", "on", "a", "an", "at", "was", "and", "for", "to", "had", "is"}
    return bool({*re.findall(r"\w+", text)} & {*re.findall(r"\w+", words)} - small)


def _document(text: str, number: int) -> Document:
    if not _is_table(text.split("\n")):
        return text_document(text, secret=b"%d" % number)
    rule = make_rule()
    return documents_of(text, rule, b"%d" % number)[0][1]


def _is_table(lines: Sequence[str]) -> bool:
    return any(line.startswith("| ") for line in lines)
