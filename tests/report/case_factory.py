"""Runs made in a case: with decisions of every kind, and held against an earlier report."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from datetime import date

from redact.errors import ExitStatus, worst
from redact.judge import Words, compare, last_words
from redact.judge.deciding import decide
from redact.run.earlier import told
from redact.values.checking import Checked, CheckRun
from redact.values.decided import Effect
from redact.values.decisions import Answer, Decision
from redact.values.judgement import Readiness
from redact.values.since import CaseMark
from redact.values.text import Location, Part
from tests.judge.decisions import DAY, decision
from tests.report.run_factory import DocumentMaker, make_run, many_faults

__all__ = ["CASE", "decided_run", "in_case", "ready_by_decisions", "since_run", "with_decisions"]

CASE = CaseMark("K7", "hmac:" + "ca" * 16)


def in_case(run: CheckRun) -> CheckRun:
    """Give a run as if it had been made in the case: each finding and gap with a fingerprint of its own."""
    documents = tuple(
        replace(_printed(checked), file_mark=f"hmac:{checked.number:032x}") for checked in run.documents
    )
    return replace(run, documents=documents, case=CASE, fingerprint_scope="case")


def _printed(checked: Checked) -> Checked:
    if checked.document is None or checked.judgement is None:
        return checked
    seen: Counter[str] = Counter()

    def print_of(*parts: str) -> str:
        words = " ".join(parts)
        seen[words] += 1
        return "hmac:" + hashlib.sha256(f"{words} {seen[words]}".encode()).hexdigest()[:32]

    verdicts = tuple(
        replace(
            verdict,
            findings=tuple(replace(f, fingerprint=print_of(f.rule, f.text)) for f in verdict.findings),
        )
        for verdict in checked.judgement.verdicts
    )
    gaps = tuple(replace(gap, fingerprint=print_of(gap.what)) for gap in checked.document.gaps)
    return replace(
        checked,
        document=replace(checked.document, gaps=gaps),
        judgement=replace(checked.judgement, verdicts=verdicts),
    )


def with_decisions(run: CheckRun, decisions: list[Decision]) -> CheckRun:
    """Give a run of the case with what was decided, and the answer that is left."""
    words = last_words(decisions, DAY)
    documents = tuple(_decided(checked, words) for checked in run.documents)
    statuses = [checked.status for checked in documents]
    readiness = Readiness.READY if set(statuses) == {ExitStatus.READY} else Readiness.NOT_READY
    return replace(run, documents=documents, status=worst(statuses), readiness=readiness)


def _decided(checked: Checked, words: Words) -> Checked:
    assert checked.document is not None
    assert checked.judgement is not None
    decided = decide(checked.judgement.findings, checked.document.gaps, words)
    by = {one.fingerprint: one for one in decided}
    stopped = any(finding.stops(by.get(finding.fingerprint)) for finding in checked.judgement.findings)
    cleared = {one.fingerprint for one in decided if one.effect is Effect.CLEARED}
    missing = any(gap.fingerprint not in cleared for gap in checked.document.gaps)
    readiness, status = Readiness.READY, ExitStatus.READY
    if missing:
        readiness, status = Readiness.CANNOT_TELL, ExitStatus.CANNOT_TELL
    if stopped:
        readiness, status = Readiness.NOT_READY, ExitStatus.FINDINGS
    judgement = replace(checked.judgement, decided=decided, readiness=readiness)
    return replace(checked, judgement=judgement, status=status)


def decided_run() -> CheckRun:
    """A run with many faults: one mistaken, one by exception, one half of one, one kept, one to change …"""
    run = in_case(many_faults())
    document, judgement = run.documents[0].document, run.documents[0].judgement
    assert document is not None
    assert judgement is not None
    blocking = [f.fingerprint for f in judgement.findings if f.rule == "person-name"]
    asking = next(f.fingerprint for f in judgement.findings if f.rule == "named-organisation")
    noted = next(f.fingerprint for f in judgement.findings if f.rule == "postcode")
    seen, taken_out = document.gaps[0].fingerprint, document.gaps[1].fingerprint
    return with_decisions(
        run,
        [
            decision(blocking[0], Answer.MISTAKEN),
            decision(blocking[1], Answer.EXCEPTION, reference="12/3"),
            decision(blocking[1], Answer.EXCEPTION, "Rufus Oakl\u00e9y", minute=1),
            decision(blocking[2], Answer.EXCEPTION, "Rufus Oakl\u00e9y"),
            decision(blocking[3], Answer.CHANGE),
            decision(blocking[4], Answer.MISTAKEN, expires=date(2026, 11, 1)),
            decision(asking, Answer.KEEP),
            decision(noted, Answer.CHANGE),
            decision(seen, Answer.LOOKED_AT),
            decision(taken_out, Answer.CHANGE),
        ],
    )


def ready_by_decisions() -> CheckRun:
    """One document in which everything was decided."""
    maker = DocumentMaker().add("{Ottoline} and {ORGANISATION:Thistledown}.")
    maker.gap("a picture, in which words may stand", "Look at it.", Location(Part.BODY, "D23", 3))
    run = in_case(make_run([maker]))
    document, judgement = run.documents[0].document, run.documents[0].judgement
    assert document is not None
    assert judgement is not None
    first, second = judgement.findings
    words = [decision(first.fingerprint, Answer.MISTAKEN), decision(second.fingerprint, Answer.KEEP)]
    return with_decisions(run, [*words, decision(document.gaps[0].fingerprint, Answer.LOOKED_AT)])


def since_run() -> CheckRun:
    """Two documents, held against a report in which one of them stood, with other findings, and another."""
    old = DocumentMaker().add("{Ottoline} and {Grizelda} were there.").add("{ORGANISATION:Thistledown}")
    gone = DocumentMaker(number=7).add("{PHONE:01632 960123} rang {Zebedee} of {Wintersett}.")
    earlier = in_case(make_run([old, gone]))
    same = DocumentMaker(number=3).add("{Ottoline} and {Quillfeather} were there.")
    same.add("{ORGANISATION:Thistledown}")
    new = DocumentMaker(number=4).add("It was {Larkrise}.").add("{POSTCODE:ZZ99 3VZ}")
    now = in_case(make_run([same, new]))
    documents = (now.documents[0], replace(now.documents[1], file_mark="hmac:" + "9" * 32))
    now = replace(now, documents=documents, rules_digest="sha256:" + "77" * 32)
    return replace(now, since=compare(told(earlier), told(now)))
