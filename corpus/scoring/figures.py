"""A tally → figures as they stand in scores.json: numbers and our own words, nothing of any text."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from corpus.scoring.counting import Tally
from corpus.scoring.covering import DETECTED_ONLY
from corpus.scoring.linking import linking_figures

__all__ = ["figures", "share"]

Table = dict[str, dict[str, int]]
_MEASURES = ("role", "heritage", "form", "kind", "agency", "style", "stratum", "hard", "decided")
_PEOPLE = {
    "names": "people",
    "names_without_hard": "people-plain",
    "names_and_identifiers": "people-identifiers",
}
_RANKS = ("name", "check", "missed")


def figures(tally: Tally) -> dict[str, Any]:
    """Put a tally in order.

    Returns: under `mentions` those whose labels must stop a publication; `detected_only` those of dates,
    ages, places and facts, which a rule may only note. Every table is {group: {rank: count}}. Under `linking`
    who is who, of the gold's own mentions; None where that was not counted.
    """
    labels = _table(tally, "label", _RANKS)
    return {
        "documents": _column(tally, "documents"),
        "words": _column(tally, "words"),
        "people": {name: _people(tally, measure) for name, measure in _PEOPLE.items()},
        "mentions": {label: row for label, row in labels.items() if label not in DETECTED_ONLY},
        "detected_only": {
            label: {**row, "detected": tally["detected", label]}
            for label, row in labels.items()
            if label in DETECTED_ONLY
        },
        "detected": _column(tally, "detected"),
        "missed": _table(tally, "left", ("partly", "noted", "near", "nothing")),
        "names_by": {measure: _table(tally, measure, _RANKS) for measure in _MEASURES},
        "false": {
            "everywhere": _table(tally, "false", ("block", "ask")),
            "on_lines_without_mentions": _table(tally, "false-clear", ("block", "ask")),
            "names_per_1000_words": _per_thousand(tally, "false", _words_left(tally)),
            "names_per_1000_words_on_lines_without_mentions": _per_thousand(
                tally, "false-clear", tally["words", "clear"]
            ),
        },
        "stays": _table(tally, "stays", ("block", "ask", "left")),
        "stopped_as": _table(tally, "stopped-as", ("person", "other")),
        "beside_role": {how: tally["beside-role", how] for how in ("asked", "noted")},
        "precision": {label: _precision(tally, label) for label in ("PERSON", "other")},
        "calibration": {label: _bands(tally, label) for label in ("PERSON", "other")},
        "linking": linking_figures(tally),
    }


def share(part: int, whole: int) -> float | None:
    """Give a share with four places; None of nothing."""
    return round(part / whole, 4) if whole else None


def _column(tally: Tally, measure: str) -> dict[str, int]:
    return {key[1]: tally[key] for key in sorted(tally) if key[0] == measure}


def _table(tally: Tally, measure: str, columns: tuple[str, ...]) -> Table:
    rows: Table = defaultdict(lambda: dict.fromkeys(columns, 0))
    for key in sorted(tally):
        if key[0] == measure:
            rows[key[1]][key[2]] = tally[key]
    return dict(rows)


def _people(tally: Tally, measure: str) -> dict[str, dict[str, int]]:
    """Give for each group of people how many survive, and how many there are."""
    rows = _table(tally, measure, _RANKS)
    return {
        group: {"surviving": row["missed"], "only_asked": row["check"], "people": sum(row.values())}
        for group, row in rows.items()
    }


def _words_left(tally: Tally) -> int:
    return tally["words", "all"] - tally["words", "going"]


def _per_thousand(tally: Tally, measure: str, words: int) -> float | None:
    false = sum(tally[measure, "PERSON", severity] for severity in ("block", "ask"))
    return round(1000 * false / words, 3) if words else None


def _precision(tally: Tally, label: str) -> dict[str, Any]:
    right = sum(number for key, number in tally.items() if key[:2] == ("score", label) and key[3] == "right")
    false = sum(number for key, number in tally.items() if key[:2] == ("score", label) and key[3] == "false")
    return {"right": right, "false": false, "share": share(right, right + false)}


def _bands(tally: Tally, label: str) -> Table:
    rows: Table = defaultdict(lambda: {"right": 0, "false": 0})
    for key in sorted(tally):
        if key[:2] == ("score", label):
            rows[key[2]][key[3]] = tally[key]
    return dict(rows)
