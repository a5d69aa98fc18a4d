"""Check the sample case and count what was found, missed and flagged wrongly: python -m corpus.score

A mention that must go counts as found when every letter and digit of it lies under findings that stop a
publication (*block* or *ask*); which label they give it does not matter. A false hit is such a finding that
touches no mention that must go or may go. Nothing of this says how the program does on real reviews.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus.sample.make import FILES, GOLD_NAME
from redact.run.check import check
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import Finding, Settings, Severity
from redact.values.text import Part

__all__ = ["FalseHit", "Gold", "Score", "load_gold", "run_sample", "score"]

HEADING = "SCORES ON OUR OWN INVENTED TEXT (the sample case): they say nothing about real reviews"
_STOPS = (Severity.BLOCK, Severity.ASK)


@dataclass(frozen=True, slots=True)
class Gold:
    """One mention of the gold, as `gold.json` holds it."""

    document: str
    part: str
    quote: str = field(repr=False)
    label: str
    who: str
    way: str
    must: str
    span: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class FalseHit:
    """A finding that stops a publication and touches nothing that must or may go."""

    document: str
    label: str
    severity: str
    text: str = field(repr=False)
    stays: tuple[str, ...]  # the ways in which what it touches may stand: "public", "word"


@dataclass(frozen=True, slots=True)
class Score:
    """What was found and missed of the gold, and what was flagged wrongly."""

    found: tuple[Gold, ...]
    missed: tuple[Gold, ...]
    false_hits: tuple[FalseHit, ...]
    gaps: int

    def recall(self, **wanted: Iterable[str]) -> tuple[int, int]:
        """Count found and all mentions whose `label`, `way`, `who` … are among those given."""

        def fits(gold: Gold) -> bool:
            return all(getattr(gold, name) in list(values) for name, values in wanted.items())

        found = sum(map(fits, self.found))
        return found, found + sum(map(fits, self.missed))


def load_gold(folder: Path = FILES) -> tuple[Gold, ...]:
    """Read the gold of the sample case."""
    entries: list[dict[str, Any]] = json.loads((folder / GOLD_NAME).read_text(encoding="utf-8"))["mentions"]
    return tuple(Gold(**{**entry, "span": entry["span"] and tuple(entry["span"])}) for entry in entries)


def run_sample(folder: Path = FILES, *, apart: bool = False) -> tuple[CheckRun, ...]:
    """Check the files of the case together, as its owner would, or with `apart` each by itself."""
    paths = [str(path) for path in sorted(folder.iterdir()) if path.suffix in (".docx", ".pdf")]
    calls = [[path] for path in paths] if apart else [paths]
    return tuple(check(call, Settings()) for call in calls)


def score(runs: Sequence[CheckRun], gold: Sequence[Gold]) -> Score:
    """Hold the findings of runs against the gold."""
    found: list[Gold] = []
    missed: list[Gold] = []
    false_hits: list[FalseHit] = []
    gaps = 0
    for checked in (checked for run in runs for checked in run.documents):
        one = _Scorer(checked, gold)
        found += one.found
        missed += one.missed
        false_hits += one.false_hits()
        gaps += len(one.document.gaps)
    return Score(tuple(found), tuple(missed), tuple(false_hits), gaps)


class _Scorer:
    """One document's findings against its gold."""

    def __init__(self, checked: Checked, gold: Sequence[Gold]) -> None:
        if checked.document is None or checked.judgement is None:
            raise ValueError("a file of the sample case could not be read")
        self.document = checked.document
        self.name = Path(checked.path).name
        self._gold = [one for one in gold if one.document == self.name]
        self._text = self.document.text()
        # A finding with no span is about the whole document, not about words of it.
        self._findings = [one for one in checked.judgement.findings if one.severity in _STOPS and one.spans]
        self._covered = {
            at for one in self._findings if one.document_span for at in range(*one.document_span)
        }
        must_go = [one for one in self._gold if one.must == "go"]
        self.found = [one for one in must_go if self._is_found(one)]
        self.missed = [one for one in must_go if not self._is_found(one)]

    def _is_found(self, gold: Gold) -> bool:
        if gold.span is None:
            in_name = [one for one in self._findings if one.location.part is Part.FILE_NAME]
            return any(gold.quote.casefold() in one.text.casefold() for one in in_name)
        return all(at in self._covered for at in range(*gold.span) if self._text[at].isalnum())

    def false_hits(self) -> list[FalseHit]:
        hits = []
        for one in self._findings:
            touched = [gold for gold in self._gold if _touches(one, gold)]
            if not any(gold.must in ("go", "either") for gold in touched):
                ways = tuple(sorted({gold.way for gold in touched}))
                hits.append(FalseHit(self.name, one.label or one.rule, one.severity.value, one.text, ways))
        return hits


def _touches(finding: Finding, gold: Gold) -> bool:
    if gold.span is None or finding.document_span is None:
        in_name = finding.location.part is Part.FILE_NAME and gold.span is None
        return in_name and gold.quote.casefold() in finding.text.casefold()
    return finding.document_span[0] < gold.span[1] and gold.span[0] < finding.document_span[1]


# ---------------------------------------------------------------- the printed report


def main(arguments: list[str]) -> int:
    """Print the scores; with `--misses` each miss and false hit as well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list each miss and each false hit")
    parser.add_argument("--apart", action="store_true", help="check each file by itself")
    options = parser.parse_args(arguments)
    result = score(run_sample(apart=options.apart), load_gold())
    print("\n".join(_lines(result, misses=options.misses)))
    return 0


def _lines(result: Score, *, misses: bool) -> Iterable[str]:
    yield HEADING
    yield f"{len(result.found) + len(result.missed)} mentions that must go, {result.gaps} gaps"
    yield ""
    yield from _table("label", result, lambda gold: gold.label)
    yield ""
    yield from _table("names, by how they can be known", result, _way_of_a_name)
    yield ""
    yield from _table("other mentions, by form", result, _way_of_another)
    yield ""
    yield from _people(result)
    yield ""
    yield from _false_hits(result)
    if misses:
        yield ""
        yield from (
            f"missed     {one.label:<18} {one.way:<11} {one.document}: {one.quote!r}" for one in result.missed
        )
        for hit in result.false_hits:
            stays = " ".join(hit.stays)
            yield f"false hit  {hit.label:<18} {hit.severity:<11} {hit.document}: {hit.text!r} {stays}"


def _way_of_a_name(gold: Gold) -> str | None:
    return gold.way if gold.label == "PERSON" else None


def _way_of_another(gold: Gold) -> str | None:
    return f"{gold.label}: {gold.way}" if gold.label != "PERSON" else None


def _table(heading: str, result: Score, key: Callable[[Gold], str | None]) -> Iterable[str]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for at, golds in enumerate((result.found, result.missed)):
        for gold in golds:
            if (kind := key(gold)) is not None:
                counts[kind][at] += 1
    yield f"{heading:<34} found   all"
    for kind, (found, missed) in sorted(counts.items()):
        everything = found + missed
        yield f"  {kind:<32} {found:>5} {everything:>5}   {found / everything:7.1%}"


def _people(result: Score) -> Iterable[str]:
    people = {one.who for one in (*result.found, *result.missed) if one.label == "PERSON"}
    surviving: dict[str, int] = defaultdict(int)
    for one in result.missed:
        if one.label == "PERSON":
            surviving[one.who] += 1
    yield f"people with at least one surviving mention: {len(surviving)} of {len(people)}"
    for who, count in sorted(surviving.items()):
        yield f"  {who:<32} {count:>5}"


def _false_hits(result: Score) -> Iterable[str]:
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in result.false_hits:
        counts[one.label, ", ".join(one.stays) or "unmarked words"] += 1
    yield f"false hits (block or ask): {len(result.false_hits)}"
    for (label, stays), count in sorted(counts.items()):
        yield f"  {label:<18} {stays:<30} {count:>5}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
