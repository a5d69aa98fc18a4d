"""The register of proceedings and orders of a case: entries added and changed, each a line of the gate's log.

Kinds, courts and orders are closed lists, references are numbers, and whom an order protects stands there by
a label of the schemes: there is no place for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from redact.errors import WrongUse
from redact.keystore.identity import Identity
from redact.resources import rules_folder
from redact.run import gate_clock, gate_log
from redact.run.case_file import CaseFolder
from redact.run.gate_lines import Doing, Held
from redact.values.decisions import is_reference
from redact.values.gate import GateAction
from redact.values.gate_record import Gate, Observed, Proceeding
from redact.values.proceedings import Court, OrderKind, ProceedingKind
from redact.values.statements import GateRole

__all__ = ["Entered", "add", "change", "entries"]

_ENTRY = re.compile(r"P(\d{1,4})")
_TEXTS = ("reference", "order", "protects")  # of which nothing is an empty text


@dataclass(frozen=True, slots=True)
class Entered:
    """What somebody has typed of one entry; none means: as it was, or nothing where it is new.

    `without` are the fields that are emptied again.
    """

    kind: ProceedingKind | None = None
    court: Court | None = None
    reference: str | None = field(default=None, repr=False)
    next_on: date | None = None
    order: OrderKind | None = None
    protects: str | None = field(default=None, repr=False)
    expires: date | None = None
    concluded: date | None = None
    without: frozenset[str] = frozenset()


def add(
    found: CaseFolder, identity: Identity, own: Path, entered: Entered, *, rules: Path | None = None
) -> tuple[Held, str]:
    """Enter a proceeding or an order; gives the id of the new entry too.

    Raises:
        WrongUse: the kind or the court is not said, or something in it cannot be.
        GateRefuses: nothing may be entered now.
    """
    if entered.kind is None or entered.court is None:
        raise WrongUse("a new entry says what it is and before whom", "Give --kind and --court.")
    made: list[str] = []

    def doing(held: Held, _seen: Observed) -> Sequence[Doing]:
        made.append(_next_id(held.gate))
        blank = Proceeding(made[-1], entered.kind.value, entered.court.value)  # type: ignore[union-attr]
        return [_line(_with(blank, entered))]

    held = gate_log.act(found, identity, own, doing, rules=rules)
    return held, made[-1]


def change(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    id_: str,
    entered: Entered,
    *,
    rules: Path | None = None,
) -> Held:
    """Change an entry: its next day, its end, its order.

    Raises: as `add` does; WrongUse also where there is no such entry.
    """

    def doing(held: Held, _seen: Observed) -> Sequence[Doing]:
        before = next((one for one in held.gate.proceedings if one.id == id_.upper()), None)
        if before is None:
            raise WrongUse(
                "the register has no entry of that id", "See which it has: redact gate proceeding list"
            )
        return [_line(_with(before, entered))]

    return gate_log.act(found, identity, own, doing, rules=rules)


def entries(
    found: CaseFolder, own: Path, *, rules: Path | None = None
) -> tuple[tuple[Proceeding, ...], date]:
    """Give the register and today's day, by which it is shown; asks for no passphrase."""
    held = gate_log.read(found, own, rules=rules)
    return held.gate.proceedings, gate_clock.moment().date()


# ------------------------------------------------------------------ private


def _next_id(gate: Gate) -> str:
    numbers = [int(match[1]) for one in gate.proceedings if (match := _ENTRY.fullmatch(one.id))]
    return f"P{max(numbers, default=0) + 1}"


def _with(before: Proceeding, entered: Entered) -> Proceeding:
    """Put what was typed into an entry, and see that it can be.

    Raises:
        WrongUse: it cannot.
    """
    given: dict[str, Any] = {
        "kind": entered.kind and entered.kind.value,
        "court": entered.court and entered.court.value,
        "reference": entered.reference,
        "next_on": entered.next_on,
        "order": entered.order and entered.order.value,
        "protects": entered.protects,
        "expires": entered.expires,
        "concluded": entered.concluded,
    }
    typed = {key: value for key, value in given.items() if value is not None}
    if entered.without & set(typed):
        raise WrongUse("something is given and emptied at once", "Leave one of the two out.")
    blank: dict[str, Any] = {name: "" if name in _TEXTS else None for name in entered.without}
    after = replace(before, **typed, **blank)
    _must_be(after)
    return after


def _must_be(one: Proceeding) -> None:
    if one.reference and not is_reference(one.reference):
        raise WrongUse(
            "a reference is the number of the case at the court: up to 32 letters, digits, dots, strokes",
            "Give that alone, with a digit in it: words would put names into a file that others read.",
        )
    if one.protects and not _is_label(one.protects):
        raise WrongUse(
            "whom an order protects stands here by a label alone, as the review calls them",
            "Write the label: Child A, Sibling 2, Mother, SW1. Others read this, so no name stands in it.",
        )
    if (one.protects or one.expires) and not one.order:
        raise WrongUse("there is no order that protects somebody or ends", "Say which order it is: --order")
    if one.concluded is not None and one.concluded > gate_clock.moment().date():
        raise WrongUse(
            "a day on which it was concluded is still to come",
            "Enter it when it has come; --next is for days ahead.",
        )


def _is_label(text: str) -> bool:
    """Tell whether a text is a label or a plain word of a scheme; a first name could be a real one."""
    return any(re.fullmatch(pattern, text) for pattern in _label_patterns())


def _label_patterns() -> Iterator[str]:
    """Give what a label of each slot looks like; two letters in a label could be somebody's initials."""
    from redact.rulebook.schemes import load_schemes

    for scheme in load_schemes(rules_folder()).values():
        for slot in scheme.slots:
            yield re.escape(slot.plain)
            for label in slot.labels:
                if "{name}" not in label and "{letters}" not in label:
                    shape = re.escape(label)
                    shape = shape.replace(r"\{letter\}", "[A-Z]").replace(r"\{number\}", r"[1-9]\d?")
                    yield shape


def _line(one: Proceeding) -> Doing:
    facts = {
        "id": one.id,
        "kind": one.kind,
        "court": one.court,
        "reference": one.reference,
        "next": _day(one.next_on),
        "order": one.order,
        "protects": one.protects,
        "expires": _day(one.expires),
        "concluded": _day(one.concluded),
    }
    return Doing(
        GateAction.PROCEEDING, GateRole.MANAGER, {key: value for key, value in facts.items() if value}
    )


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
