"""`redact gate ask` and `redact gate attest`: what people sign, on their own machines or in a letter."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

import click

from redact.cli.console import is_terminal, say, write_product
from redact.cli.gate_asking import Who, case_of, case_option, done, reference_of, reference_option, writing
from redact.cli.options import choice, one_of, output
from redact.cli.unlocking import identity_folder, own_folder
from redact.errors import WrongUse
from redact.values.statements import GateRole, ReasonCode

if TYPE_CHECKING:
    from redact.run.gate_signing import Compared
    from redact.values.signed_statements import AskedStatement, StatementRequest

__all__ = ["ask", "attest"]

_FORM = click.Choice(["text", "json"])
_WIDTH = 79
_ONE_WAY = "Give --sign, or --signed, or --as with --by and --evidence, or --list."


@click.command()
@click.argument("statements", nargs=-1, metavar="[STATEMENT]...")
@click.option("--as", "role", type=choice(GateRole), help="All that is missing of one role.")
@output
@case_option
@identity_folder
def ask(
    statements: tuple[str, ...],
    *,
    role: str | None,
    output: Path | None,
    case: Path | None,
    identity: Path | None,
) -> None:
    """Write what somebody is asked to sign: send them the file. They sign it with redact gate attest --sign.

    It holds the sentences in full, the digests of the files that they are of, and the number of the case.
    """
    from redact.run.gate_statements import ask as run_ask

    asked = run_ask(case_of(case), own_folder(identity), statements, role=one_of(GateRole, role))
    _write(asked.encode("ascii"), output)


@click.command()
@click.argument("statements", nargs=-1, metavar="[STATEMENT]...")
@click.option("--list", "listing", is_flag=True, help="List what is needed, what was given, and by whom.")
@click.option("--format", "form", type=_FORM, default="text", help="How to list it.")
@click.option("--sign", is_flag=True, help="Sign with your own identity.")
@click.option(
    "--request",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="What you were sent; the case need not be there.",
)
@click.option(
    "--file",
    "files",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A file that you have read: is it the one that you sign for? May be given several times.",
)
@click.option("--yes", is_flag=True, help="Say yes to each STATEMENT that is named, without being asked.")
@click.option("--signed", type=click.Path(path_type=Path), metavar="FILE", help="What you were sent back.")
@click.option("--as", "role", type=choice(GateRole), help="In which role somebody has written it.")
@click.option("--by", "name", metavar="NAME", help="Who has written it; the name stands in the log.")
@click.option("--evidence", type=click.Path(path_type=Path), metavar="FILE", help="The letter or e-mail.")
@click.option("--reason", type=choice(ReasonCode), help="Why, where the sentence asks for it.")
@reference_option
@output
@writing
def attest(statements: tuple[str, ...], *, who: Who, **given: Any) -> None:
    """Sign a STATEMENT for a case, take in one that was signed, or record one from a letter.

    \b
    Sign, on your own computer:  redact gate attest --sign --request request.json -o statement.json
    Sign, in the case itself:    redact gate attest --sign --as ROLE
    Take it into the case:       redact gate attest --signed statement.json
    Record what was written:     redact gate attest STATEMENT --as ROLE --by NAME --evidence letter.eml
    See what there is:           redact gate attest --list

    Who signs sees each sentence in full, says yes to it, and types the passphrase again. Of a letter the
    digest is kept, and status and certificate say that it was recorded and not signed.
    """
    chosen = _Given(statements=statements, **given)
    chosen.must_be_one_way()
    if chosen.listing:
        _list(chosen, who)
    elif chosen.sign:
        _sign(chosen, who)
    elif chosen.signed is not None:
        _take_in(chosen, who)
    else:
        _record(chosen, who)


# ------------------------------------------------------------------ private


@dataclass(frozen=True, slots=True)
class _Given:
    """What was typed after `attest`."""

    statements: tuple[str, ...]
    listing: bool
    form: str
    sign: bool
    request: Path | None
    files: tuple[Path, ...]
    yes: bool
    signed: Path | None
    role: str | None
    evidence: Path | None
    reason: str | None
    reference: str | None
    output: Path | None
    name: str | None = field(repr=False)

    def must_be_one_way(self) -> None:
        """Refuse two ways at once, and half of one.

        Raises:
            WrongUse: it is not plain what is meant.
        """
        by_letter = self.name is not None or self.evidence is not None
        ways = (self.listing, self.sign, self.signed is not None, by_letter)
        has_place = by_letter or (self.sign and self.request is None)
        if sum(ways) != 1 or (self.role and not has_place):
            raise WrongUse("it is not plain what is to be done", _ONE_WAY)
        if by_letter and not (self.role and self.name and self.evidence):
            raise WrongUse(
                "a letter is recorded with the role and the name of whoever wrote it, and with its file",
                "Give --as ROLE, --by NAME and --evidence FILE.",
            )
        if (self.request or self.files or self.yes) and not self.sign:
            raise WrongUse("that goes with signing alone", "Give --sign, or leave it out.")
        if (self.reason or self.reference) and not (self.sign or by_letter):
            raise WrongUse("a reason is given by whoever signs or has written", "Leave it out.")

    @property
    def told(self) -> tuple[ReasonCode | None, str]:
        """The reason and the reference.

        Raises:
            WrongUse: the reference holds words.
        """
        reference = reference_of(self.reference).get("reference", "")
        return one_of(ReasonCode, self.reason), reference


def _list(given: _Given, who: Who) -> None:
    from redact.report.gate_statements import as_json, as_text
    from redact.run.gate_statement_list import statements_of

    told = statements_of(who.found(), who.own)
    text = as_text(told) if given.form == "text" else as_json(told)
    _write(text.encode("utf-8", "replace"), given.output)


def _sign(given: _Given, who: Who) -> None:
    from redact.run.gate_signing import compared, must_be_complete, request_here, request_in, sign
    from redact.run.gate_statements import attest_signed

    reason, reference = given.told
    if given.request is not None:
        request = request_in(given.request)
    else:
        role = one_of(GateRole, given.role)
        request = request_here(who.found(), who.own, given.statements, role=role)
    asked = _asked(request, given.statements)
    _show(request, asked)
    _tell_compared(compared(request, given.files))
    agreed = _agreed(asked, given)
    must_be_complete(agreed, reason, reference)
    identity = who.unlock()
    signed = sign(identity, request, agreed, reason=reason, reference=reference)
    if given.request is None and given.output is None:
        done(attest_signed(who.found(), identity, who.own, signed), who.own, "signed, and taken in")
        return
    _write(signed, given.output)
    if given.output is not None:
        say("signed: send the file to the business manager, who takes it in with redact gate attest --signed")


def _take_in(given: _Given, who: Who) -> None:
    from redact.run.gate_statements import attest_signed, read_file

    assert given.signed is not None  # noqa: S101 - must_be_one_way has seen to that
    found, data = who.found(), read_file(given.signed, "the signed statement")
    held = attest_signed(found, who.unlock(), who.own, data, only=given.statements)
    done(held, who.own, "taken in: what was signed")


def _record(given: _Given, who: Who) -> None:
    from redact.run.gate_statements import Letter, attest_recorded, read_file

    assert given.evidence is not None  # noqa: S101 - must_be_one_way has seen to that
    data = read_file(given.evidence, "the letter")
    reason, reference = given.told
    letter = Letter(
        GateRole(given.role),
        _must_be_a_name(given.name or ""),
        hashlib.sha256(data).hexdigest(),
        reason,
        reference,
    )
    held = attest_recorded(who.found(), who.unlock(), who.own, given.statements, letter)
    done(held, who.own, "recorded: what was written, with the digest of the letter")


def _must_be_a_name(text: str) -> str:
    """See that a name of somebody who signs is one line that can stand in the log.

    Raises:
        WrongUse: it is not.
    """
    from redact.values.intruder import is_name

    if not is_name(text):
        raise WrongUse("a name is one line of at most 120 characters", "Write who has signed the letter.")
    return text


def _asked(request: StatementRequest, ids: Sequence[str]) -> tuple[AskedStatement, ...]:
    if set(ids) - {one.id for one in request.asked}:
        raise WrongUse(
            "the request does not ask for a sentence of that id",
            "Leave the id out: you are asked about each sentence in turn.",
        )
    return tuple(one for one in request.asked if not ids or one.id in ids)


def _show(request: StatementRequest, asked: Sequence[AskedStatement]) -> None:
    say(f"case {request.case}; these files:" if request.papers else f"case {request.case}")
    for paper in request.papers:
        say(f"  {paper.part.words}  {paper.sha256}")
    for number, one in enumerate(asked, 1):
        say(f"\n{number}. As {one.role.words} ({one.id}, version {one.version}):")
        for line in wrap(one.sentence, _WIDTH, initial_indent="   ", subsequent_indent="   "):
            say(line)
    say("")


def _tell_compared(found: Compared) -> None:
    if found.others:
        raise WrongUse(
            "a file that you have given is none of those that you sign for",
            "Ask the business manager for the very file, and sign nothing before you have read that.",
        )
    if found.same:
        say(f"the same, byte for byte: {', '.join(part.words for part in found.same)}")
    for part in found.behind:
        say(f"the Word file of the {part.words}, byte for byte; what goes out is not that file but its PDF")
    if found.missing:
        names = ", ".join(part.words for part in found.missing)
        say(f"not compared with what you have read: {names} (--file FILE compares it)")


def _agreed(asked: Sequence[AskedStatement], given: _Given) -> tuple[AskedStatement, ...]:
    if given.yes:
        if not given.statements:
            raise WrongUse("--yes is said to sentences that are named", "Name each: STATEMENT --yes")
        return tuple(asked)
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise WrongUse("nobody is there to be asked", "Name each sentence, and say so: STATEMENT --yes")
    return tuple(one for one in asked if click.confirm(f"Do you say this ({one.id})?", err=True))


def _write(data: bytes, output: Path | None) -> None:
    from redact.storage import write_over

    if output is not None:
        write_over(output, data)
    else:
        write_product(data)
