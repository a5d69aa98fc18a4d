"""The guards on the files: unchanged, complete, checked, the same words, by rules that are new enough."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from redact.values.days import long_day
from redact.values.gate import GateTable, Guard, Refusal
from redact.values.gate_record import CheckRecord, Gate, Observed, PaperPart
from redact.values.judgement import Readiness
from redact.values.rules import Rulebook

__all__ = ["FILE_GUARDS", "parts_wanted"]

_ATTACH = "redact gate attach"
_ANEW = f"Attach the files anew, which checks them: {_ATTACH}"
_VERSION = re.compile(r"\d{1,6}(?:\.\d{1,6}){0,3}")


def _files_unchanged(_book: Rulebook, _gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    return tuple(
        Refusal(
            "changed-byte",
            f"the {part.words} in the folder of the case is not the file that was checked",
            "Put the file back that was checked, or have another one checked: either way attach it anew: "
            f"{_ATTACH}",
        )
        for part in seen.changed
    )


def parts_wanted(book: Rulebook, gate: Gate) -> tuple[PaperPart, ...]:
    """Give the parts that a publication must have; what is said of an edition goes before what is of all."""
    of_mode = [one for one in (book.gate or GateTable()).papers if one.mode is gate.mode]
    of_edition = [one for one in of_mode if gate.edition in one.editions]
    said = of_edition or [one for one in of_mode if not one.editions]
    return said[0].parts if said else ()


def _papers_complete(book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    attached = {paper.part for paper in gate.papers}
    return tuple(
        Refusal(
            "papers-missing",
            f"a publication of the mode {gate.mode.value!r} under {gate.edition.value} needs the "
            f"{part.words}, which is not attached",
            f"Attach it, together with all other files: {_ATTACH} --{part.value} FILE",
        )
        for part in parts_wanted(book, gate)
        if part not in attached
    )


def _check_ready(_book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    check = gate.check
    if check is None:
        return (Refusal("papers-missing", "no file is attached", f"Attach the files: {_ATTACH}"),)
    found = []
    if check.open or (check.readiness is Readiness.NOT_READY and not check.unread):
        what = _counted(check.open, "finding is", "findings are") if check.open else "something is"
        found.append(
            Refusal(
                "open-finding",
                f"{what} open in the check of these files",
                f"Change the file, or decide what is found, with a reason: redact decide; then: {_ATTACH}",
            )
        )
    if check.unread or check.readiness is Readiness.CANNOT_TELL:
        what = _counted(check.unread, "place", "places") if check.unread else "something"
        found.append(
            Refusal(
                "unread-page",
                f"the program could not read or judge {what} in these files, and nobody has looked there",
                f"Look there yourself and say so: redact decide FINGERPRINT looked-at; then: {_ATTACH}",
            )
        )
    return tuple(found)


def _same_words(_book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    check = gate.check
    if check is None or check.same_words:
        return ()
    where = f", in {_counted(check.differences, 'place', 'places')}" if check.differences else ""
    return (
        Refusal(
            "words-differ",
            f"what is to be published does not say, word for word, what its Word file says{where}",
            f"Make the PDF anew from the Word file, and attach both; that lists what differs: {_ATTACH}",
        ),
    )


def _rules_new_enough(_book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    check = gate.check
    if check is None:
        return ()
    found = []
    if seen.rules and check.rules != seen.rules:
        found.append("the rules have been changed since these files were checked")
    if seen.model and check.model != seen.model:
        found.append("the name model has been changed since these files were checked")
    if seen.floor_rules and not _reaches(check, seen.floor_rules):
        found.append("these files were checked with an older version than the board's settings allow")
    return tuple(Refusal("old-rules", what, _ANEW) for what in found)


def _counted(number: int, one: str, many: str) -> str:
    """Write a number with its word: 1 place, 3 places."""
    return f"{number} {one if number == 1 else many}"


def _reaches(check: CheckRecord, floor: str) -> bool:
    """Tell whether a check was made by a version that is not older than the floor, or by just those rules."""
    made_by = _VERSION.match(check.tool)
    if _VERSION.fullmatch(floor) and made_by:
        return _numbers(made_by[0]) >= _numbers(floor)
    return check.rules.startswith(floor.lower())


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(number) for number in version.split(".")]
    return tuple(numbers + [0] * (4 - len(numbers)))


def _exceptions_hold(_book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    found = []
    if seen.own_exceptions:
        many = (
            "an exception stands" if seen.own_exceptions == 1 else f"{seen.own_exceptions} exceptions stand"
        )
        found.append(
            Refusal(
                "own-exception",
                f"{many} on one person alone: nobody approves their own",
                f"Let a second person decide the same: redact decide; then attach the files anew: {_ATTACH}",
            )
        )
    until = _exceptions_needed_until(gate, seen)
    if seen.exceptions_until is not None and seen.exceptions_until < until:
        found.append(
            Refusal(
                "exception-ends",
                f"an exception ends on {long_day(seen.exceptions_until)}, before {long_day(until)}",
                "Let both decide it anew with a later last day (redact decide --expires DAY), or take out "
                f"what it lets stand; then attach the files anew: {_ATTACH}",
            )
        )
    return tuple(found)


def _exceptions_needed_until(gate: Gate, seen: Observed) -> date:
    """An exception holds until the review is public: the day that is set, or today where that is past."""
    today = seen.now.date()
    return today if gate.publish_on is None else max(gate.publish_on, today)


def _intruder_tried(_book: Rulebook, _gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    if seen.intruder:
        return ()
    return (
        Refusal(
            "no-intruder-test",
            "nobody has written down what somebody finds who tries to recognise the people in these files",
            "Let somebody try who does not know the case, and write it down: redact intruder record; then: "
            "redact gate step",
        ),
    )


FILE_GUARDS: Mapping[Guard, Callable[[Rulebook, Gate, Observed], tuple[Refusal, ...]]] = MappingProxyType(
    {
        Guard.FILES_UNCHANGED: _files_unchanged,
        Guard.PAPERS_COMPLETE: _papers_complete,
        Guard.CHECK_READY: _check_ready,
        Guard.SAME_WORDS: _same_words,
        Guard.RULES_NEW_ENOUGH: _rules_new_enough,
        Guard.EXCEPTIONS_HOLD: _exceptions_hold,
        Guard.INTRUDER_TRIED: _intruder_tried,
    }
)
