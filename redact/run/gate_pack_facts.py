"""What the papers of a pack say, out of the log, the settings and the stored check; no clock is read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from redact.errors import Damaged
from redact.keystore.identity import Identity
from redact.run import gate_settings
from redact.run.gate_calendar import days_of
from redact.run.gate_card import measured_misses
from redact.run.gate_lines import Held, refuse
from redact.run.gate_seen import PAPERS
from redact.values.gate import Guard, Refusal
from redact.values.gate_pack import PackedPaper, PackFacts, Said, Unjudged
from redact.values.gate_record import AttachedPaper, CheckRecord, Gate, PaperPart
from redact.values.judgement import Outcome
from redact.values.rules import Mode, Rulebook
from redact.version import __version__

__all__ = ["facts_of", "name_in_pack", "newest_pack", "next_number"]

_PUBLISHED, _ENCLOSED = "published", "enclosed"
_WHOLE = (PaperPart.REPORT, PaperPart.SUMMARY, PaperPart.ACTION_PLAN, PaperPart.RESPONSE)
# What of the attached files goes into a pack: what will be public, and never what is said to the media.
_SENT: Mapping[Mode, tuple[PaperPart, ...]] = {
    Mode.FULL: _WHOLE,
    Mode.ANONYMOUS: _WHOLE,
    Mode.SUMMARY_ONLY: (PaperPart.SUMMARY, PaperPart.ACTION_PLAN, PaperPart.RESPONSE),
    Mode.IMPROVEMENTS_ONLY: (PaperPart.IMPROVEMENTS, PaperPart.ACTION_PLAN, PaperPart.RESPONSE),
    Mode.NOT_PUBLISHED: (PaperPart.REASONS,),
}
_UNJUDGED = (Outcome.NEEDS_A_PERSON, Outcome.NOT_RUN)


def facts_of(held: Held, identity: Identity) -> PackFacts:
    """Gather what a pack of a gate as it is now says.

    Raises:
        GateRefuses: the result of the check is not in the case any more.
        WrongUse: `gate.toml` has a fault.
        ModelFault: the card of the model tells no figures.
    """
    from redact.publication.needed import asked_rules, counting, needed
    from redact.publication.recipients import rule_of, who
    from redact.publication.sending import send_by

    gate, book, settings = held.gate, held.book, gate_settings.load(held.found.folder)
    sentences = {(one.rule.id, one.subject): one.sentence for one in needed(book, gate)}
    plain = {id_: rule.sentence for id_, rule in asked_rules(book).items()}
    rule = rule_of(book, gate)
    by = send_by(gate.publish_on, rule, settings.closed) if rule and gate.publish_on else None
    as_of, case = held.log.entries[-1].time, days_of(held)
    return PackFacts(
        gate=gate,
        book=book,
        number=next_number(gate),
        papers=tuple(_packed(gate)),
        recipients=who(book, gate),
        also=tuple(to for to in settings.also if settings.addresses.get(to)),
        days=tuple(day for day in (*case.days.values(), case.surest) if day is not None),
        as_of=as_of,
        by_whom=identity.card.name,
        card=identity.card.id,
        tool=__version__,
        rule=rule,
        by=by,
        said=tuple(
            Said(one, sentences.get((one.statement, one.subject)) or plain.get(one.statement, ""))
            for one in counting(book, gate)
        ),
        unjudged=_unjudged(held.found.folder, gate.check, book),
        misses=measured_misses(),
        board_name=settings.board_name,
        contact=settings.contact,
    )


def next_number(gate: Gate) -> int:
    """Give the number of the next pack of a case: one more than the highest."""
    return max((pack.number for pack in gate.packs), default=0) + 1


def newest_pack(gate: Gate) -> str | None:
    """Give the digest of the newest pack of the files that are attached; none where there is none."""
    papers = gate.papers_digest
    made = [pack for pack in gate.packs if papers and pack.papers == papers]
    return max(made, key=lambda pack: pack.number).sha256 if made else None


def name_in_pack(paper: AttachedPaper) -> str:
    """Say under which name a file goes into a pack."""
    folder = _ENCLOSED if paper.part is PaperPart.REASONS else _PUBLISHED  # a letter that is not public
    return f"{folder}/{paper.part.value}.{paper.form}"


# ------------------------------------------------------------------ private


def _packed(gate: Gate) -> Iterator[PackedPaper]:
    order = list(PaperPart)
    for paper in sorted(gate.papers, key=lambda one: order.index(one.part)):
        sent = paper.part in _SENT[gate.mode]
        yield PackedPaper(paper.part, name_in_pack(paper) if sent else "", paper.sha256)


def _unjudged(folder: Path, check: CheckRecord | None, book: Rulebook) -> tuple[Unjudged, ...]:
    """Read from the stored result of the check on which rules the program came to no answer of its own."""
    if check is None:
        return ()
    counted: Counter[tuple[str, str]] = Counter()
    whole = _stored(folder, check.result)
    try:
        lists = [*(one["verdicts"] for one in whole["documents"]), whole["bundle"]["verdicts"]]
        for verdicts in lists:
            counted.update((one["rule"], one["outcome"]) for one in verdicts)
        titles = {rule.id: rule.title for rule in book.rules}
        return tuple(
            Unjudged(rule, titles.get(rule, ""), outcome, times)
            for (rule, told), times in sorted(counted.items())
            if (outcome := Outcome(told)) in _UNJUDGED
        )
    except (KeyError, TypeError, ValueError):
        raise Damaged(
            "the stored result of the check cannot be read", "Attach the files again: redact gate attach"
        ) from None


def _stored(folder: Path, result: str) -> dict[str, Any]:
    path = folder / PAPERS / f"check-{result[:16]}.json"
    try:
        data = path.read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != result:
        refuse(
            (
                Refusal(
                    "papers-missing",
                    "the result of the check is not in the case any more, or is another one",
                    "Attach the files again, which checks them anew: redact gate attach",
                    Guard.FILES_UNCHANGED,
                ),
            )
        )
    found: dict[str, Any] = json.loads(data)
    return found
