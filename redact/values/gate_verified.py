"""What came of looking at a gate from its first line on: the faults, and what nobody here could look at."""

from __future__ import annotations

from dataclasses import dataclass

from redact.values.gate_witness import Witness

__all__ = ["GateFault", "GateVerified"]


@dataclass(frozen=True, slots=True)
class GateFault:
    """Something that does not hold; `line` is that of the log which breaks, none where it is no line."""

    what: str
    next: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class GateVerified:
    """The outcome; `lines` and `head` are those of the log as it lies here.

    `witnesses` were held against it. `other_rules` counts lines that were judged under other rules than those
    of now, of which only the order of steps was looked at. `signed` and `recorded` count statements.
    """

    case: str
    lines: int
    head: str
    faults: tuple[GateFault, ...] = ()
    witnesses: tuple[Witness, ...] = ()
    other_rules: int = 0
    papers: int = 0
    signed: int = 0
    recorded: int = 0

    @property
    def whole(self) -> bool:
        """Tell whether nothing was found."""
        return not self.faults
