"""What each line of a gate's log adds to what its case comes to, once it is one of that sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from redact.chain import Entry
from redact.publication.replaying_facts import Facts
from redact.values.gate import GateAction
from redact.values.gate_record import (
    AttachedPaper,
    CheckRecord,
    Dispatch,
    Gate,
    GateEvent,
    Named,
    PackRecord,
    PaperPart,
    Proceeding,
    ReadGap,
)
from redact.values.judgement import Readiness
from redact.values.rules import Mode
from redact.values.statements import GateRole, GivenStatement, How

__all__ = ["DOES", "Does"]

# Takes what a case comes to, a line and its facts, and gives what it comes to with that line.
Does = Callable[[Gate, Entry, Facts], Gate]


def _nothing(gate: Gate, _entry: Entry, _facts: Facts) -> Gate:
    return gate


def _reason(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    facts.text("reason")
    facts.drop("reference", "from", "on")
    return gate


def _name(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    one = Named(facts.member("role", GateRole), facts.text("name"), facts.maybe("card") or "")
    return replace(gate, people=(*(other for other in gate.people if other.role is not one.role), one))


def _set_date(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    return replace(gate, publish_on=facts.day("publish-on"))


def _note(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    notes = {**gate.notes, facts.member("event", GateEvent): facts.day("on")}
    facts.drop("reference")
    return replace(gate, notes=MappingProxyType(notes))


def _proceeding(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    one = Proceeding(
        id=facts.text("id"),
        kind=facts.text("kind"),
        court=facts.text("court"),
        reference=facts.maybe("reference") or "",
        next_on=facts.maybe_day("next"),
        order=facts.maybe("order") or "",
        protects=facts.maybe("protects") or "",
        expires=facts.maybe_day("expires"),
        concluded=facts.maybe_day("concluded"),
    )
    others = tuple(other for other in gate.proceedings if other.id != one.id)
    return replace(gate, proceedings=(*others, one))


def _attach(gate: Gate, entry: Entry, facts: Facts) -> Gate:
    parts = facts.below("paper", PaperPart)
    if not parts:
        raise ValueError("it attaches no file")
    papers = tuple(
        AttachedPaper(
            part,
            facts.sha256(f"paper.{part.value}"),
            facts.one_of(f"form.{part.value}", ("pdf", "docx", "txt")),
            facts.maybe_sha256(f"source.{part.value}"),
        )
        for part in parts
    )
    check = CheckRecord(
        result=facts.sha256("check"),
        readiness=facts.member("readiness", Readiness),
        rules=facts.sha256("rules"),
        model=facts.maybe("model") or "",
        tool=facts.text("tool"),
        when=entry.time,
        open=facts.number("open"),
        same_words=facts.yes("same-words"),
        gaps=tuple(ReadGap(facts.text(f"gap.{k}"), facts.text(f"where.{k}")) for k in facts.counted("gaps")),
        lowered=tuple(facts.text(f"lowered.{k}") for k in facts.counted("lowered")),
        exceptions=facts.number("exceptions"),
        unread=facts.number("unread") if facts.maybe("unread") else 0,
        differences=facts.number("differences") if facts.maybe("differences") else 0,
        words_result=facts.maybe_sha256("words-check"),
    )
    facts.drop(*(f"exception.{k}" for k in range(1, check.exceptions + 1)))
    return replace(gate, papers=papers, check=check)


def _attest(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    given = GivenStatement(
        statement=facts.text("statement"),
        version=facts.text("version"),
        subject=facts.maybe("subject") or "",
        role=facts.member("role", GateRole),
        who=facts.text("name"),
        how=facts.member("how", How),
        papers=facts.maybe_sha256("papers"),
        check=facts.maybe_sha256("check"),
        rules=facts.sha256("rules"),
        evidence=facts.sha256("evidence"),
        when=facts.moment("given"),
        card=facts.maybe("card") or "",
        reason=facts.maybe("reason") or "",
        register=facts.maybe("register") or "",
        signature=facts.maybe("signature") or "",
    )
    return replace(gate, statements=(*gate.statements, given))


def _make_pack(gate: Gate, entry: Entry, facts: Facts) -> Gate:
    number = facts.number("number")
    pack = PackRecord(
        facts.sha256("pack"), number, facts.maybe_day("publish-on"), facts.sha256("papers"), entry.time
    )
    facts.maybe_day("hard")
    facts.maybe_day("safe")
    if pack.papers != gate.papers_digest:
        raise ValueError("it packs other files than those that are attached")
    if any(number <= other.number for other in gate.packs):
        raise ValueError("its pack has the number of an earlier one")
    if pack.publish_on is None and gate.mode is not Mode.NOT_PUBLISHED:
        raise ValueError("its pack has no day of publication")
    return replace(gate, packs=(*gate.packs, pack))


def _record_sent(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    sent = Dispatch(facts.text("to"), facts.local("at"), facts.sha256("pack"), facts.sha256("evidence"))
    facts.drop("domain")
    if all(sent.pack != pack.sha256 for pack in gate.packs):
        raise ValueError("it sends a pack that was never made")
    return replace(gate, dispatches=(*gate.dispatches, sent))


def _publish(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    attached = {paper.part: paper.sha256 for paper in gate.papers}
    placed = {part: facts.sha256(f"place.{part.value}") for part in facts.below("place", PaperPart)}
    if any(attached.get(part) != sha256 for part, sha256 in placed.items()):
        raise ValueError("it publishes a file that is not attached")
    facts.drop("reference")
    return replace(gate, published_on=facts.day("on"))


def _republish(gate: Gate, entry: Entry, facts: Facts) -> Gate:
    on = facts.day("on")
    return replace(_reason(gate, entry, facts), published_on=on)


def _decide_not_to_publish(gate: Gate, entry: Entry, facts: Facts) -> Gate:
    # The files are let go of: what is sent after this is a letter with the reasons.
    return replace(
        _reason(gate, entry, facts), mode=Mode.NOT_PUBLISHED, papers=(), check=None, publish_on=None
    )


def _destroy_key(gate: Gate, entry: Entry, facts: Facts) -> Gate:
    facts.sha256("certificate")
    notes = {**gate.notes, GateEvent.KEY_DESTROYED: entry.time.date()}
    return replace(gate, notes=MappingProxyType(notes))


def _break(gate: Gate, _entry: Entry, facts: Facts) -> Gate:
    attached = {paper.part.value for paper in gate.papers}
    if not set(facts.text("parts").split(",")) <= attached:
        raise ValueError("it breaks a file that is not attached")
    return gate


DOES: Mapping[GateAction, Does] = MappingProxyType(
    {
        **dict.fromkeys(GateAction, _nothing),
        GateAction.NAME: _name,
        GateAction.SET_DATE: _set_date,
        GateAction.NOTE: _note,
        GateAction.PROCEEDING: _proceeding,
        GateAction.ATTACH: _attach,
        GateAction.ATTEST: _attest,
        GateAction.MAKE_PACK: _make_pack,
        GateAction.RECORD_SENT: _record_sent,
        GateAction.PUBLISH: _publish,
        GateAction.DESTROY_KEY: _destroy_key,
        GateAction.RETURN: _reason,
        GateAction.REPRESENT: _reason,
        GateAction.SETTLE: _reason,
        GateAction.WITHDRAW: _reason,
        GateAction.REPUBLISH: _republish,
        GateAction.DECIDE_NOT_TO_PUBLISH: _decide_not_to_publish,
        GateAction.BREAK: _break,
    }
)
