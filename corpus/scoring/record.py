"""scores.json: the last figures of each split and set, what they rest on, and how often the closed were run.

A run of test or of TAB is counted before it begins, so that one that was broken off is counted too. A file
that cannot be read stops the run: the counts in it are never begun anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from redact.storage import write_over

__all__ = ["COUNTED", "SCORES", "BadRecord", "count_run", "load", "store"]

SCORES = Path(__file__).resolve().parent.parent / "scores.json"
COUNTED = ("tab", "test")
_PARTS = ("splits", "public", "peers")


class BadRecord(Exception):
    """The file of scores is there and cannot be read."""


def load(path: Path = SCORES) -> dict[str, Any]:
    """Read the file of scores; an empty record where there is none.

    Raises:
        BadRecord: it is not what we wrote.
    """
    if not path.exists():
        return {"runs": dict.fromkeys(COUNTED, 0), **{part: {} for part in _PARTS}}
    try:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if any(not isinstance(record["runs"][name], int) or record["runs"][name] < 0 for name in COUNTED):
            raise ValueError("a count is no number")
    except (OSError, ValueError, KeyError, TypeError):
        raise BadRecord("the file of scores cannot be read; bring it back from the repository") from None
    return record


def count_run(name: str, path: Path = SCORES) -> int:
    """Count a run of test or TAB, before it begins, and give its number. Others are not counted: 0."""
    if name not in COUNTED:
        return 0
    record = load(path)
    record["runs"][name] += 1
    _write(record, path)
    number: int = record["runs"][name]
    return number


def store(part: str, name: str, scored: Mapping[str, Any], path: Path = SCORES) -> None:
    """Put figures in place of the last ones of the same split or set; the counts stay as they are.

    Args:
        part: splits, public or peers.
    """
    record = load(path)
    record.setdefault(part, {})[name] = dict(scored)
    _write(record, path)


def _write(record: Mapping[str, Any], path: Path) -> None:
    write_over(path, (json.dumps(record, indent=1, sort_keys=True) + "\n").encode())
