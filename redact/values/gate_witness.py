"""What stands on a certificate and on each letter, so that others can tell whether a log was written anew."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Witness", "witness_as_text", "witness_from_typed", "witnesses_in"]

_FORMAT = "redact-gate-log/1"
_WITNESS = re.compile(rf"{re.escape(_FORMAT)}\s+([1-9][0-9]{{0,8}})\s+([0-9a-f]{{64}})\b")


@dataclass(frozen=True, slots=True)
class Witness:
    """How many lines a log had, and the digest of the last of them."""

    lines: int
    head: str


def witness_as_text(lines: int, head: str) -> str:
    """Write a witness as it is printed; the same in a letter, a page and a file for programs."""
    return f"{_FORMAT} {lines} {head}"


def witnesses_in(text: str) -> tuple[Witness, ...]:
    """Find every witness that stands in a text, each once; line ends within it do not matter."""
    found = (Witness(int(match[1]), match[2]) for match in _WITNESS.finditer(text))
    return tuple(dict.fromkeys(found))


def witness_from_typed(text: str) -> Witness | None:
    """Read what somebody has typed from paper: the number of lines, and the digits with or without spaces."""
    lines, _, head = text.removeprefix(_FORMAT).strip().partition(" ")
    found = witnesses_in(f"{_FORMAT} {lines} {''.join(head.split()).lower()}")
    return found[0] if found else None
