"""What must hold before a step is taken: each guard says why it does not, and what to do next.

A guard reads the log's record, what was seen just now and the rules, and nothing else; it opens no file. No
word of a document is in what it says: parts of a publication, roles, days and commands are.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType

from redact.publication.guards_days import DAY_GUARDS, available_long_enough
from redact.publication.guards_files import FILE_GUARDS
from redact.publication.needed import missing, same_person
from redact.publication.proceedings import events, refusals
from redact.values.gate import GateTable, Guard, Refusal
from redact.values.gate_record import Gate, Observed
from redact.values.rules import Rulebook
from redact.values.statements import NeededStatement, Stage

__all__ = ["GUARDS", "GuardOf"]

# Sentences that the family has seen it; who has not told them hears it as that.
_OF_FAMILY = frozenset(("family-seen", "br-45", "mk-25"))

GuardOf = Callable[[Rulebook, Gate, Observed], tuple[Refusal, ...]]


def _statements_of_stage(book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    """Ask for the statements of the stage that the state is for, and of all stages before it."""
    stage = (book.gate or GateTable()).stages.get(gate.state)
    if stage is None:
        return ()
    if stage is Stage.AFTER_PUBLICATION:
        return _missing(book, gate, (stage,))  # what came before publication was asked for before it
    return _missing(book, gate, _until(stage))


def _statements_before_sending(book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    return _missing(book, gate, _until(Stage.BEFORE_SENDING))


def _statements_before_publication(book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    return _missing(book, gate, _until(Stage.BEFORE_PUBLICATION))


def _people_distinct(book: Rulebook, gate: Gate, _seen: Observed) -> tuple[Refusal, ...]:
    return same_person(book, gate)


def _proceedings(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    return refusals(book, gate, seen.now.date())


def _events_before_publication(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    return events(book, gate, seen.now.date())


def _reason_given(_book: Rulebook, _gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
    if seen.reason:
        return ()
    return (
        Refusal(
            "no-reason",
            "no reason is given",
            "Give its code with --reason; redact gate return --help lists them",
        ),
    )


def _until(last: Stage) -> Collection[Stage]:
    stages = list(Stage)
    return stages[: stages.index(last) + 1]


def _missing(book: Rulebook, gate: Gate, stages: Collection[Stage]) -> tuple[Refusal, ...]:
    gaps = {gap.fingerprint for gap in gate.check.gaps} if gate.check is not None else set()
    return tuple(_unsigned(one, gaps) for one in missing(book, gate, stages))


def _unsigned(one: NeededStatement, gaps: Collection[str]) -> Refusal:
    what = f"the {one.rule.role.words} has not signed {one.rule.id!r}"
    id_, role = one.rule.id, one.rule.role.value
    next_ = (
        f"Ask them to sign it: redact gate ask {id_} -o request.json; or enter the letter in which they say "
        f"it: redact gate attest {id_} --as {role} --by NAME --evidence FILE"
    )
    if one.rule.id in _OF_FAMILY:
        return Refusal("family-not-told", what, next_)
    if one.subject in gaps:
        return Refusal("unread-page", f"{what}: {one.sentence}", next_)
    return Refusal("missing-statement", what, next_)


def _tagged(guard: Guard, of: GuardOf) -> GuardOf:
    """Let each refusal say which guard it is of."""

    def told(book: Rulebook, gate: Gate, seen: Observed) -> tuple[Refusal, ...]:
        return tuple(_of_guard(of(book, gate, seen), guard))

    return told


def _of_guard(refusals: Iterable[Refusal], guard: Guard) -> Iterable[Refusal]:
    return (Refusal(one.code, one.what, one.next, guard) for one in refusals)


_OWN: Mapping[Guard, GuardOf] = {
    Guard.STATEMENTS_OF_STAGE: _statements_of_stage,
    Guard.STATEMENTS_BEFORE_SENDING: _statements_before_sending,
    Guard.STATEMENTS_BEFORE_PUBLICATION: _statements_before_publication,
    Guard.PEOPLE_DISTINCT: _people_distinct,
    Guard.PROCEEDINGS: _proceedings,
    Guard.EVENTS_BEFORE_PUBLICATION: _events_before_publication,
    Guard.AVAILABLE_LONG_ENOUGH: available_long_enough,
    Guard.REASON_GIVEN: _reason_given,
}

GUARDS: Mapping[Guard, GuardOf] = MappingProxyType(
    {guard: _tagged(guard, of) for guard, of in {**FILE_GUARDS, **DAY_GUARDS, **_OWN}.items()}
)
