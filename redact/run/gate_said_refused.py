"""Why what somebody has signed or written cannot be taken in."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from redact.errors import UnknownSigner
from redact.keystore.statements import ReadStatement
from redact.run.gate_lines import Doing, Held, now
from redact.run.gate_log import cards_of
from redact.run.gate_said import Letter, line_of_letter, line_of_signed
from redact.values.gate import Guard, Refusal
from redact.values.gate_record import Gate
from redact.values.signed_statements import SaidStatement
from redact.values.statements import About, GateRole, GivenStatement, How, NeededStatement

__all__ = ["must_be_known", "refusals_of_letter", "refusals_of_signed", "too_early"]

_AHEAD = timedelta(hours=1)  # by how much the clock of whoever signs may be before ours


def too_early(gate: Gate, meant: Sequence[NeededStatement]) -> tuple[Refusal, ...]:
    """Say what must be there before such a sentence can be signed."""
    from redact.publication.register import open_matters

    found: list[Refusal] = []
    if gate.check is None and any(one.rule.about is not About.CASE for one in meant):
        found.append(
            Refusal(
                "papers-missing",
                "no file is attached that this could be said of",
                "Attach the files first: redact gate attach --report FILE",
                Guard.PAPERS_COMPLETE,
            )
        )
    weighed = any(one.rule.about is About.REGISTER for one in meant)
    if weighed and gate.publish_on is None and open_matters(gate):
        found.append(
            Refusal(
                "no-date",
                "something is open in the register, and there is no day of publication to weigh it against",
                "Set the day first: redact gate set-date YYYY-MM-DD",
                Guard.DATE_SET,
            )
        )
    return tuple(found)


def must_be_known(read: ReadStatement, gate: Gate, roles: Collection[GateRole], own: Path) -> None:
    """See that the card inside is one that somebody vouches for.

    Args:
        roles: in which it is signed.

    Raises:
        UnknownSigner: it is neither trusted here nor that of whoever is named in the case for these roles.
    """
    named = {one.card for role in roles if (one := gate.who(role)) is not None}
    if read.card.id not in {card.id for card in cards_of(own)} and named != {read.card.id}:
        raise UnknownSigner(
            "it is signed with a card that nobody has vouched for here",
            "Compare the id of the card with its owner, by telephone or face to face, and trust it: redact "
            "identity trust CARD --id ID",
        )


def refusals_of_signed(held: Held, read: ReadStatement, said: Sequence[SaidStatement]) -> tuple[Refusal, ...]:
    """Say why what was signed cannot be taken in."""
    gate, statement = held.gate, read.statement
    if statement.case != gate.case:
        return (Refusal("other-case", "this was signed for another case", "Take it to that case."),)
    if statement.given > now() + _AHEAD:
        return (
            Refusal(
                "clock",
                "it was signed at a time that has not come yet",
                "Whoever signed sets the clock of their computer right, and signs again; or set yours right.",
            ),
        )
    found = [
        refusal
        for one in said
        for refusal in (
            *_refusals_of_one(held, read, one),
            *_not_named(gate, one.role, read.card.name, read.card.id),
        )
    ]
    return tuple(dict.fromkeys(found)) or _too_few_people(
        held, [line_of_signed(held, read, one) for one in said]
    )


def refusals_of_letter(held: Held, meant: Sequence[NeededStatement], letter: Letter) -> tuple[Refusal, ...]:
    """Say why what somebody has written cannot be recorded."""
    return (
        *too_early(held.gate, meant),
        *_not_named(held.gate, letter.role, letter.name, ""),
    ) or _too_few_people(held, [line_of_letter(held, one, letter) for one in meant])


# ------------------------------------------------------------------ private


def _refusals_of_one(held: Held, read: ReadStatement, one: SaidStatement) -> tuple[Refusal, ...]:
    """Hold one sentence against what the case needs now."""
    from redact.publication.needed import needed, why_not_counting

    meant = next(
        (
            other
            for other in needed(held.book, held.gate)
            if (other.rule.id, other.subject) == (one.id, one.subject)
        ),
        None,
    )
    if meant is None:
        return (
            Refusal(
                "not-needed",
                f"this case needs no sentence {one.id}, or not of this place",
                "See which it needs: redact gate attest --list",
            ),
        )
    given = _given(line_of_signed(held, read, one), read)
    why = "its sentence has been changed since" if one.sentence != meant.sentence else None
    why = why or why_not_counting(meant.rule, held.gate, given)
    if why is None:
        return ()
    return (
        Refusal(
            "lapsed",
            f"{one.id} cannot be taken in: {why}",
            f"Ask anew: redact gate ask {one.id} -o request.json, and let it be signed again.",
        ),
    )


def _not_named(gate: Gate, role: GateRole, name: str, card: str) -> tuple[Refusal, ...]:
    """Refuse where somebody else is named for the role."""
    from redact.publication.same_people import is_same

    named = gate.who(role)
    if named is None or is_same(named.name, named.card, name, card):
        return ()
    return (
        Refusal(
            "not-named",
            f"it is signed by somebody else than the {role.words} of this case",
            f"Let the {role.words} sign it; or, if it is somebody else now, say so: redact gate name "
            f"{role.value} --card FILE",
        ),
    )


def _too_few_people(held: Held, lines: Sequence[Doing]) -> tuple[Refusal, ...]:
    """Refuse where with these lines one person would say what two must."""
    from redact.publication.needed import same_person

    more = tuple(_given(line, None) for line in lines)
    after = replace(held.gate, statements=(*held.gate.statements, *more))
    return same_person(held.book, after)


def _given(line: Doing, read: ReadStatement | None) -> GivenStatement:
    facts = line.facts
    return GivenStatement(
        statement=facts["statement"],
        version=facts["version"],
        subject=facts.get("subject", ""),
        role=line.role,
        who=facts["name"],
        how=How.RECORDED if read is None else How.SIGNED,
        papers=facts.get("papers", ""),
        check=facts.get("check", ""),
        rules=facts["rules"],
        evidence=facts["evidence"],
        when=now(),
        card=facts.get("card", ""),
        reason=facts.get("reason", ""),
        register=facts.get("register", ""),
    )
