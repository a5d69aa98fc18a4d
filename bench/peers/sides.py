"""Every tool over the same texts, and redact among them in the same run, counted by the scorer's own code."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.peers.environments import PEERS, Peer, make, run_peer
from corpus.scoring.counting import Tally, count, held_case
from corpus.scoring.figures import figures, share
from corpus.scoring.finder import find
from corpus.scoring.public_sets import Judgment, entity_figures
from corpus.scoring.running import ScoringFailed, in_order
from corpus.scoring.values import Case, Read

__all__ = ["Side", "over_cases", "over_judgments", "sides"]

Calls = Sequence[Sequence[str]]  # the texts of each call


@dataclass(frozen=True, slots=True)
class Side:
    """One tool's answers: what it said of each text of each call, and its seconds."""

    name: str
    title: str
    version: str
    reads: tuple[tuple[Read, ...], ...]
    seconds: float


def sides(calls: Calls, *, environments: Path, version: str, jobs: int = 1) -> list[Side]:
    """Run redact and every peer over the same texts.

    Raises:
        PeerFailed, ScoringFailed: one of them failed; no word of a text is told.
    """
    made = _ours(calls, version, jobs)
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


def over_judgments(judgments: Sequence[Judgment], side: Side) -> dict[str, Any]:
    """Count one tool's answers on TAB's judgments."""
    words = sum(len(judgment.text.split()) for judgment in judgments)
    return {**_said(side, words), **entity_figures(judgments, [reads[0] for reads in side.reads])}


def _ours(calls: Calls, version: str, jobs: int) -> list[Side]:
    print("redact: running", file=sys.stderr)
    reads: list[tuple[Read, ...]] = []
    seconds = 0.0
    for found, taken in in_order(_find, calls, jobs=jobs):
        reads.append(found)
        seconds += taken
    both = Side("redact", "redact, block and ask", version, tuple(reads), seconds)
    blocks = _kept(both, lambda severity: severity == "block")
    return [both, replace(blocks, name="redact-block", title="redact, block alone")]


def _find(texts: Sequence[str]) -> tuple[tuple[Read, ...], float]:
    try:
        return find(texts)
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
