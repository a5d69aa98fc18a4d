"""`redact decide` and `redact decisions`: what people decide in a case, kept and listed."""

from __future__ import annotations

import contextlib
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.console import Ticker, printable, say, write_product
from redact.cli.options import DAY, choice, output, passwords_from
from redact.cli.unlocking import (
    case_folder,
    identity_folder,
    own_folder,
    passphrase_fd,
    passphrases_from,
    scope_for,
)
from redact.errors import KeyFault, NoIdentity, WrongUse
from redact.values.decisions import Answer, Reason

if TYPE_CHECKING:
    from redact.keystore.identity import Identity
    from redact.run.case import Scope
    from redact.run.case_file import CaseFolder
    from redact.run.deciding import Kept
    from redact.values.case import Case
    from redact.values.checking import CheckRun
    from redact.values.since import Told

__all__ = ["decide", "decisions"]

_MEANS = {
    Answer.CHANGE: "it stays open until it has been changed",
    Answer.KEEP: "it clears what asks, and nothing that blocks",
    Answer.MISTAKEN: "it clears the finding",
    Answer.EXCEPTION: "it clears what blocks once a second person has given it too",
    Answer.LOOKED_AT: "it closes what could not be read",
}

from_report = click.option(
    "--from",
    "from_report",
    type=click.Path(path_type=Path),
    metavar="REPORT",
    help="A report of this case as JSON, of check or of verify: it tells which findings these are.",
)


@click.command()
@click.argument("prints", nargs=-1, required=True, metavar="FINGERPRINT...")
@click.argument("answer", type=choice(Answer))
@click.option("--reason", type=choice(Reason), help="Why; needed but for change and looked-at.")
@click.option("--reference", metavar="NUMBER", help="The number of a letter or file that says more.")
@click.option("--expires", type=DAY, metavar="YYYY-MM-DD", help="The last day on which it holds.")
@from_report
@click.option("--who", metavar="NAME", help="Who decides, where there is no identity. [default: your card]")
@case_folder
@identity_folder
@passphrase_fd
def decide(
    prints: tuple[str, ...],
    *,
    answer: str,
    reason: str | None,
    reference: str | None,
    expires: datetime | None,
    from_report: Path | None,
    who: str | None,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Keep what you decide about findings and gaps of a case; each is named by its FINGERPRINT.

    mistaken: it is nothing of the sort, and is cleared. keep: it stays, which clears what asks.
    exception: it stays although it blocks, once two people have said so, until a day. change: it is to be
    changed, and stays open until it is. looked-at: you have read what the program could not.

    Every report of the case lists what was decided, with who and when.
    """
    from redact.run import deciding
    from redact.run import decisions as ledger

    found, own = _case(case), own_folder(identity)
    why = deciding.reason_of(Answer(answer), reason)
    report = _report_of(found, from_report)
    about = deciding.aims(prints, report, Answer(answer))
    before = ledger.read(found, own).decisions
    opened = _identity(own, passphrase_fd)
    if report is not None and opened is not None:
        _must_be_of(report, found, opened, own)
    ends = None if expires is None else expires.date()
    name = deciding.who_decides(own, who, opened)
    asked = deciding.Asked(Answer(answer), why, name, reference, ends)
    kept = deciding.decide(found, asked, about, opened, before)
    write_product(("\n".join(_lines(kept, report)) + "\n").encode("utf-8", "replace"))


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option(
    "--unused", is_flag=True, help="Only those for which the documents, or the report, have no use."
)
@click.option("--expired", is_flag=True, help="Only those that have ended.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@output
@from_report
@case_folder
@identity_folder
@passphrase_fd
def decisions(
    paths: tuple[str, ...],
    *,
    unused: bool,
    expired: bool,
    form: str,
    output: Path | None,
    from_report: Path | None,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """List what was decided in a case: all, or what has ended, or what nothing is left of.

    Given documents, or a report of the case, it tells which finding each decision is about.
    """
    from redact.report.decision_list import render_json, render_text
    from redact.run import deciding
    from redact.run import decisions as ledger
    from redact.run.intruder import read as read_records
    from redact.storage import look_ahead, write_over

    if unused and not paths and from_report is None:
        raise WrongUse(
            "nothing is there that the decisions could be of use for",
            "Give all documents of the case, or a report of them: --from REPORT.",
        )
    if output is not None:
        look_ahead(output)
    found, own = _case(case), own_folder(identity)
    report = _report_of(found, from_report)
    if paths:
        report = _told(paths, found, identity, passphrase_fd)
    kept = ledger.read(found, own)
    if kept.unchecked:
        say(f"taken as not signed, since you do not trust the cards: {kept.unchecked:,} decisions")
    searched = {one.fingerprint for one in read_records(found, own).records}
    listed = deciding.listing(found.case.id, kept.decisions, report, date.today(), elsewhere=searched)
    chosen = deciding.only(listed, unused=unused, ended=expired)
    data = (render_json(chosen) if form == "json" else render_text(chosen)).encode("utf-8")
    if output is not None:
        write_over(output, data)
    else:
        write_product(data)


def _case(given: Path | None) -> CaseFolder:
    from redact.run import case_file

    return case_file.above(Path()) if given is None else case_file.load(given)


def _report_of(found: CaseFolder, path: Path | None) -> Told | None:
    from redact.run.earlier import read_report
    from redact.values.since import CaseMark

    if path is None:
        return None
    report = read_report(path, verified=True)
    _must_match(report, CaseMark(found.case.id, report.case.mark if report.case else ""))
    return report


def _must_be_of(report: Told, found: CaseFolder, identity: Identity, own: Path) -> None:
    """Look at the mark of the case too, where its secret can be opened."""
    from redact.run.case import open_secret
    from redact.values.since import case_mark

    _must_match(report, case_mark(open_secret(found, identity, own).secret, found.case.id))


def _must_match(report: Told, case: object) -> None:
    if report.case is None or report.case != case:
        raise WrongUse(
            "the report was not made in this case",
            "Give one that was: redact check --case FOLDER --format json -o REPORT",
        )


def _identity(own: Path, descriptor: int | None) -> Identity | None:
    from redact.run.identity import unlocked

    prompt = "Passphrase of your identity (Enter to decide without your signature)"
    with contextlib.suppress(NoIdentity):
        return unlocked(own, passphrases_from(descriptor, prompt=prompt))
    return None


def _told(paths: tuple[str, ...], found: CaseFolder, identity: Path | None, descriptor: int | None) -> Told:
    """Check documents in the case, and search them for its key's names, for what the decisions are about."""
    from redact.run.earlier import told, told_verified
    from redact.run.keyed import key_at_hand
    from redact.run.verify import verify

    scope = scope_for(found, identity, descriptor)
    if scope.name != "case":
        raise KeyFault(
            "the documents can be held against decisions in the case only",
            "Give the passphrase of an identity for which check.age is sealed.",
        )
    own, ticker = own_folder(identity), Ticker()
    key, used = key_at_hand(found, scope, own)
    if used is not None and used.revision is None:
        say(f"what verify finds is not looked for, since the key of the case is not open: {used.because}")
    try:
        if key is not None and scope.identity is not None:
            run = verify(paths, found, scope.identity, own, passwords=passwords_from(None), watcher=ticker)
            outcome, report = run.checked, told_verified(run)
        else:
            outcome = _checked(paths, found.case, scope, ticker)
            report = told(outcome)
    finally:
        ticker.clear()
    unread = sum(checked.document is None for checked in outcome.documents)
    if unread:
        say(f"not read, so that nothing is known of what they have use for: {unread:,} documents")
    return report


def _checked(paths: tuple[str, ...], case: Case, scope: Scope, ticker: Ticker) -> CheckRun:
    """Check documents in a case without its key."""
    from redact.run.check import check
    from redact.run.configuration import own_rules
    from redact.values.case import settings_of
    from redact.values.since import case_mark

    return check(
        paths,
        settings_of(case),
        passwords=passwords_from(None),
        watcher=ticker,
        secret=scope.secret,
        scope=scope.name,
        case=case_mark(scope.secret, case.id),
        rules=own_rules(paths),
    )


def _lines(kept: tuple[Kept, ...], report: Told | None) -> list[str]:
    first = kept[0].decision
    signed = "signed" if first.signature else "not signed"
    until = f", until {first.expires.isoformat()}" if first.expires else ""
    lines = [f"kept: {first.answer.value} ({first.reason.value}){until}, by {printable(first.who)}, {signed}"]
    for one in kept:
        digits = one.aim.fingerprint.removeprefix("hmac:")[:8]
        if report is None or one.comes_to is None:
            lines.append(f"  {digits}  {_MEANS[first.answer]}")
            continue
        thing = one.aim.things[0]
        what = "not read" if thing.is_gap else f"rule {thing.rule}"
        lines.append(f"  {digits}  {report.documents[thing.document].name}, {thing.part}, {what}")
        lines.append(f"            {one.comes_to.effect.value}: {one.comes_to.because}")
    return lines
