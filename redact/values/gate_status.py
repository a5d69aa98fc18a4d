"""Where a case stands on its way to publication, as a screen and a program are told it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from redact.values.clocks import Owed
from redact.values.deadlines import SendBy, SendingRule
from redact.values.gate import GateState, Guard, Refusal, Turn
from redact.values.gate_record import Gate, PaperPart
from redact.values.statements import NeededStatement

__all__ = ["GateStatus"]

_OVER = (
    GateState.PUBLISHED,
    GateState.REPUBLISHED,
    GateState.ARCHIVED,
    GateState.KEY_DESTROYED,
)


@dataclass(frozen=True, slots=True)
class GateStatus:
    """All that `redact gate status` tells.

    `needed` are the statements of the whole way and `missing` those of them that nobody has given for the
    files of now. `send_by` is none without a day of publication or where the edition counts no days. `rule`
    says to whom it goes. `owed` are the times that run, kept or not. `stops` is what hinders everything: a
    clock that is wrong, a case that was changed. `unchecked` counts lines of the log whose signer's card is
    not trusted here.
    """

    today: date
    gate: Gate
    turn: Turn
    needed: tuple[NeededStatement, ...] = ()
    missing: tuple[NeededStatement, ...] = ()
    changed: tuple[PaperPart, ...] = ()
    rule: SendingRule | None = None
    send_by: SendBy | None = None
    owed: tuple[Owed, ...] = ()
    stops: tuple[Refusal, ...] = ()
    warnings: tuple[str, ...] = ()
    unchecked: int = 0

    @property
    def over(self) -> bool:
        """Tell whether it is published, or past that, so that nothing need be waited for."""
        return self.gate.state in _OVER and not self.changed

    @property
    def waits_for(self) -> tuple[Refusal, ...]:
        """What stands between now and the next step."""
        # A reason is typed with the command itself: nobody waits for it.
        missing = (one for one in self.turn.missing if one.guard is not Guard.REASON_GIVEN)
        return (*self.stops, *(one for one in missing if one not in self.stops))

    @property
    def free(self) -> bool:
        """Tell whether the next step may be taken now, or none need be."""
        if self.stops or self.unchecked or self.changed or self.gate.state is GateState.BROKEN:
            return False
        return self.over or (self.turn.action is not None and not self.waits_for)
