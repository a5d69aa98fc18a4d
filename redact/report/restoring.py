"""A RestoreRun in words or as JSON: how each file was restored, and which labels were left; never a name."""

from __future__ import annotations

import json
import textwrap
from collections import Counter

from redact.report.wording import ascii_words, count, written_line
from redact.values.restoring import Restored, RestoreRun, Way
from redact.version import __version__

__all__ = ["SCHEMA", "as_json", "as_text"]

SCHEMA = "redact-restored/1"
_LINE_WIDTH = 79
_LISTED = 20
_MARK = "CONFIDENTIAL: the new files hold real names. They are for you, and for what you gave as the reason."


def as_text(run: RestoreRun) -> str:
    """Write the account for a person."""
    lines = [_MARK]
    for one in run.files:
        lines += _of(one)
    lines.append("Destroy the new files when they are no longer needed: nothing here does it for you.")
    lines.append(written_line(run.status))
    return "\n".join(map(_wrapped, lines)) + "\n"


def as_json(run: RestoreRun) -> str:
    """Write the account for a program: the schema `redact-restored/1`, the same bytes each time."""
    whole = {
        "schema": SCHEMA,
        "tool": {"version": __version__},
        "CONFIDENTIAL": _MARK,
        "status": int(run.status),
        "files": [
            {
                "name": f"document {one.number}",
                "way": one.way.value,
                "because": one.because,
                "names": one.names,
                "people": one.people,
                "left": [
                    {
                        "where": left.spotted.where,
                        "part": left.spotted.location.part.value,
                        "why": left.why.value,
                    }
                    for left in one.left
                ],
            }
            for one in run.files
        ],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


# ------------------------------------------------------------------ private


def _wrapped(line: str) -> str:
    indent = " " * (len(line) - len(line.lstrip()))
    words = ascii_words(line.strip())
    return textwrap.fill(words, _LINE_WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")


def _of(one: Restored) -> list[str]:
    if one.way is Way.EXACT:
        return [
            f"document {one.number}: the original text, word for word "
            f"({count(one.names, 'place')} given back, {count(one.people, 'person', 'people')})"
        ]
    lines = [
        f"document {one.number}: not the original text: {one.because}. Full names for pseudonyms in "
        f"{count(one.names, 'place')}, of {count(one.people, 'person', 'people')}; what was generalised stays"
    ]
    if one.left:
        lines.append(f"  {count(len(one.left), 'label')} left:")
        for why, times in Counter(left.why for left in one.left).items():
            lines.append(f"    {times:,}: {why.value}")
        lines += [f"    {left.spotted.where}" for left in one.left[:_LISTED]]
        lines += [f"    and {len(one.left) - _LISTED:,} more"] if len(one.left) > _LISTED else []
    return lines
