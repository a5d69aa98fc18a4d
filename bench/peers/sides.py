"""Every tool over the same texts, and redact among them in the same run, counted by the scorer's own code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from bench.peers.environments import PEERS, Peer, make, run_peer
from bench.peers.regexes import beside, three_regexes
from bench.peers.side import Side
from corpus.scoring.counting import Tally, count, held_case
from corpus.scoring.figures import figures, share
from corpus.scoring.finder import find
from corpus.scoring.public_sets import Judgment, entity_figures
from corpus.scoring.running import ScoringFailed, in_order
from corpus.scoring.values import Case, Read
from redact.values.judgement import DocumentKind

__all__ = ["over_cases", "over_judgments", "sides", "with_regexes"]

Calls = Sequence[Sequence[str]]  # the texts of each call


def sides(
    calls: Calls,
    *,
    environments: Path,
    version: str,
    jobs: int = 1,
    kind: DocumentKind | None = None,
) -> list[Side]:
    """Run redact and every peer over the same texts; redact judges them as `kind`, where it is given.

    Raises:
        PeerFailed, ScoringFailed: one of them failed; no word of a text is told.
    """
    made = _ours(calls, version, jobs, kind)
    texts = [text for call in calls for text in call]
    for peer in PEERS:
        print(f"{peer.name}: running", file=sys.stderr)
        ran = run_peer(peer, make(peer, environments), texts)
        made.append(Side(peer.name, peer.title, _version(peer), _as_calls(ran.reads, calls), ran.seconds))
    return made


def over_cases(cases: Sequence[Case], side: Side) -> dict[str, Any]:
    """Count one tool's answers on told cases."""
    tally: Tally = Counter()
    for case, reads in zip(cases, side.reads, strict=True):
        tally.update(count(held_case(case, reads)))
    counted = figures(tally)
    names = counted["mentions"].get("PERSON", {"name": 0, "check": 0, "missed": 0})
    precision = counted["precision"]
    right = sum(each["right"] for each in precision.values())
    false = sum(each["false"] for each in precision.values())
    return {
        **_said(side, tally["words", "all"]),
        "people": counted["people"]["names"].get("all", {"surviving": 0, "only_asked": 0, "people": 0}),
        "names": {"found": names["name"] + names["check"], "all": sum(names.values())},
        "other": _other(counted["mentions"]),
        "precision": share(right, right + false),
        "names_precision": precision["PERSON"]["share"],
        "false_names_per_1000_words": counted["false"]["names_per_1000_words"],
    }


def with_regexes(made: Sequence[Side], judgments: Sequence[Judgment]) -> list[Side]:
    """Add the three regular expressions, by themselves and beside each peer that finds people."""
    three = three_regexes([[judgment.text] for judgment in judgments])
    return [*made, three, *(beside(side, three) for side in made if side.name == "stella")]


def over_judgments(judgments: Sequence[Judgment], side: Side) -> dict[str, Any]:
    """Count one tool's answers on TAB's judgments, every hit of it."""
    words = sum(len(judgment.text.split()) for judgment in judgments)
    return {**_said(side, words), **entity_figures(judgments, [reads[0] for reads in side.reads])}


def _ours(calls: Calls, version: str, jobs: int, kind: DocumentKind | None) -> list[Side]:
    print("redact: running", file=sys.stderr)
    reads: list[tuple[Read, ...]] = []
    seconds = 0.0
    for found, taken in in_order(partial(_find, kind=kind), calls, jobs=jobs):
        reads.append(found)
        seconds += taken
    every = Side("redact-every", "redact, findings of every severity", version, tuple(reads), seconds)
    both = _kept(every, lambda severity: severity in ("block", "ask"))
    blocks = _kept(every, lambda severity: severity == "block")
    return [
        every,
        replace(both, name="redact", title="redact, block and ask"),
        replace(blocks, name="redact-block", title="redact, block alone"),
    ]


def _find(texts: Sequence[str], *, kind: DocumentKind | None) -> tuple[tuple[Read, ...], float]:
    try:
        return find(texts, kind)
    except Exception as error:  # its words may be words of a text
        raise ScoringFailed(f"redact failed ({type(error).__name__})") from None


def _kept(side: Side, keeps: Callable[[str], bool]) -> Side:
    reads = tuple(
        tuple(replace(read, hits=tuple(hit for hit in read.hits if keeps(hit.severity))) for read in call)
        for call in side.reads
    )
    return replace(side, reads=reads)


def _as_calls(reads: Sequence[Read], calls: Calls) -> tuple[tuple[Read, ...], ...]:
    rest = iter(reads)
    return tuple(tuple(next(rest) for _ in call) for call in calls)


def _version(peer: Peer) -> str:
    return peer.packages[0].partition("==")[2]


def _said(side: Side, words: int) -> dict[str, Any]:
    speed = round(words / side.seconds) if side.seconds else None
    return {"title": side.title, "version": side.version, "words": words, "words_a_second": speed}


def _other(mentions: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    rows = [row for label, row in mentions.items() if label != "PERSON"]
    return {
        "found": sum(row["name"] + row["check"] for row in rows),
        "all": sum(sum(row.values()) for row in rows),
    }
