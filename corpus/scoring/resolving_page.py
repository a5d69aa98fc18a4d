"""docs/resolving.md: the figures of who is who, as tables. No name and no text of any case is on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["PAGE", "page_of"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "resolving.md"
_TARGETS = """\
**OUR OWN INVENTED TEXT: the cases and their templates were written for this project. Figures on them say
nothing about real reviews.** LitBank is public: English novels, with the chains of their people.

# Who is who

Made by `python -m corpus.scoring.resolving` and `python -m bench.resolve` from `corpus/resolving.json`. The
resolver is given the gold's mentions of people; what the finder misses is in [scores](scores.md).

- A mention is **wrong** when it stands with a person whose other mentions are mostly somebody else's. Of
  these, those that the gold leaves open itself are counted apart: a constable of whom no paper says more than
  the surname that he shares with a nurse.
- **Unresolved** are mentions that are nobody's until somebody says whose. Of those that the text decides
  there should be few; of those that the gold marks *open*, all: the papers that are told of the case show two
  people who are called so, and nothing beside the words says which.
- **Pairs** are two mentions of one person: precision over the pairs put together, recall over those that the
  text decides.
- Beside us stand two that everybody could write: what is written alike, and what has the same last word.

What is asked for: on test no wrong mention, at most 2 % unresolved of what the text decides, F1 0.97; on the
half of LitBank that was not tuned on a precision of 0.97; 10,000 mentions in under five seconds.
"""
_SPLITS = (("test", "The test split"), ("dev", "The dev split"), ("train", "The train split, drawn anew"))
_HALVES = (("kept", "the half that was not tuned on"), ("tuned", "the half that was tuned on"))
_NAMES = ("redact", "written alike", "same last word")


def page_of(figures: Mapping[str, Any]) -> str:
    """Write the page of the figures that there are."""
    lines = [_TARGETS]
    for split, title in _SPLITS:
        if split in figures.get("splits", {}):
            lines += _of_split(title, figures["splits"][split])
    for half, title in _HALVES:
        if half in figures.get("litbank", {}):
            made = figures["litbank"][half]
            lines += [f"## LitBank, {title}", "", f"{made['books']} books; {_versions(made)}.", ""]
            lines += _table(made["case"])
    if "resolve" in figures.get("bench", {}):
        lines += ["## What it costs", "", "`python -m bench.resolve`", "", "```text"]
        lines += [*figures["bench"]["resolve"]["lines"], "```", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _of_split(title: str, made: Mapping[str, Any]) -> Iterator[str]:
    run = f"run {made['run']} of it; " if made["run"] else ""
    yield f"## {title}"
    yield ""
    yield f"{made['cases']} cases, {made['documents']} documents; {run}{_versions(made)}."
    yield ""
    yield "All documents of a case in one call:"
    yield ""
    yield from _table(made["case"])
    yield "Each document by itself. The gold says what all the documents decide; what is open in them, and of"
    yield "which this one shows but one bearer, is counted neither as open nor as decided:"
    yield ""
    yield from _table(made["document"])


def _versions(made: Mapping[str, Any]) -> str:
    return f"{made['date']}, redact {made['version']}, rules `{made['rules']}`"


def _table(by_linker: Mapping[str, Any]) -> Iterator[str]:
    yield "|  | wrong | of them open | mentions | unresolved | open, unresolved | precision | recall | F1 |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|---:|"
    for name in _NAMES:
        made = by_linker[name]
        if made is not None:
            unresolved = f"{made['decided unresolved']:,} of {made['decided']:,}"
            share = 100 * made["decided unresolved"] / max(1, made["decided"])
            yield (
                f"| {name} | {made['wrong mentions']:,} | {made['wrong open mentions']:,} | "
                f"{made['mentions']:,} | {unresolved} ({share:.2f} %) | "
                f"{made['open unresolved']:,} of {made['open']:,} | "
                f"{made['precision']:.4f} | {made['recall']:.4f} | {made['f1']:.4f} |"
            )
    yield ""
