"""`redact check`: the front door."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli.console import Ticker, complain, is_terminal, say, write_product
from redact.cli.options import (
    choice,
    name_on_terminal,
    one_of,
    output,
    password_file,
    passwords_from,
    refuse_overwriting_input,
)
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd, scope_for
from redact.errors import ExitStatus, RedactError, WrongUse
from redact.run.configuration import KEYS
from redact.values.judgement import Audience, DocumentKind, Edition, Mode, Settings

if TYPE_CHECKING:
    from redact.run.case import Scope
    from redact.run.configuration import Configuration
    from redact.run.inside import Inside
    from redact.values.case import Case
    from redact.values.checking import CheckRun

__all__ = ["check"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path())
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif", "html"]),
    default="text",
    help="How to answer.",
)
@output
@click.option("--edition", type=choice(Edition), help="The edition of Working Together that applies.")
@click.option("--kind", type=choice(DocumentKind), help="What kind of document it is.")
@click.option("--audience", type=choice(Audience), help="Who will read it. [default: public]")
@click.option("--mode", type=choice(Mode), help="How it is published. [default: full]")
@case_folder
@identity_folder
@passphrase_fd
@password_file
@click.option("--show-names", is_flag=True, help="Show the words themselves instead of [person 3].")
@click.option("--yes-show-names", is_flag=True, help="Show names without asking, also into a file or pipe.")
@click.option(
    "--marked",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a working copy of the Word document to FILE, with a comment at each finding.",
)
@click.option(
    "--since",
    type=click.Path(path_type=Path),
    metavar="REPORT",
    help="Say first what is new, gone and still open since REPORT, JSON of an earlier check of the case.",
)
@click.option("--all", "everything", is_flag=True, help="List every place, also of what is repeated.")
@click.option("--explain", is_flag=True, help="Tell also what nearly matched, and why it was left.")
@click.option(
    "--neutral", is_flag=True, help="Suggest wording that does not tell whether it is a boy or a girl."
)
@click.option("-q", "--quiet", is_flag=True, help="No progress, and no text report; the status still tells.")
@click.option("--pause", is_flag=True, help="Wait for Enter at the end (for a shortcut's window).")
def check(
    paths: tuple[str, ...],
    *,
    form: str,
    output: Path | None,
    edition: str | None,
    kind: str | None,
    audience: str | None,
    mode: str | None,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
    password_file: Path | None,
    show_names: bool,
    yes_show_names: bool,
    marked: Path | None,
    since: Path | None,
    everything: bool,
    explain: bool,
    neutral: bool,
    quiet: bool,
    pause: bool,
) -> ExitStatus:
    """Check documents before they are published; never changes a file.

    Reads every part of each document, says where names and identifiers stand and what to write instead,
    and names what could not be read. Names are masked as [person 3] unless --show-names is given.

    Exit status: 0 ready, 1 findings, 3 cannot tell, 6 a file could not be read.
    """
    try:
        _fits(form, names=show_names or yes_show_names, to_file=output is not None, neutral=neutral)
        _look_ahead(paths, output, marked)
        shown = _agreed_to_show(show_names or yes_show_names, yes_show_names, to_file=output is not None)
        options = {"edition": edition, "kind": kind, "audience": audience, "mode": mode}
        grounds = _grounds(paths, options, (case, identity, passphrase_fd), since)
        scope = grounds[1]
        outcome = _run(paths, grounds, password_file, Ticker(quiet=quiet), explain=explain)
        outcome = _suggesting(outcome) if neutral else outcome
        if marked is not None:
            _write_marked(outcome, scope.secret, marked)
        return _report(outcome, form, output, show_names=shown, everything=everything, quiet=quiet)
    except RedactError as error:
        complain(error)
        return error.status
    finally:
        if pause:
            click.prompt("Press Enter to close", default="", show_default=False, prompt_suffix="", err=True)


def _grounds(
    paths: tuple[str, ...],
    options: dict[str, str | None],
    where: tuple[Path | None, Path | None, int | None],
    since: Path | None,
) -> tuple[Settings, Scope, Inside]:
    """Find what the documents are checked for, and open the case they belong to, where there is one."""
    from redact.run import case_file, configuration
    from redact.run.earlier import read_report
    from redact.run.inside import inside

    case, identity, passphrase_fd = where
    earlier = None if since is None else read_report(since)
    found = case_file.for_documents(paths, case)
    settings = _settings(options, configuration.for_documents(paths), found.case if found else None)
    scope = scope_for(found, identity, passphrase_fd)
    held = inside(found, scope, own_folder(identity), earlier=earlier)
    if held.unchecked:
        say(f"taken as not signed, since you do not trust the cards: {held.unchecked:,} decisions")
    if held.key_used is not None and held.key_used.revision is None:
        say(f"who is who is told without the key of the case: {held.key_used.because}")
    return settings, scope, held


def _run(
    paths: tuple[str, ...],
    grounds: tuple[Settings, Scope, Inside],
    password_file: Path | None,
    ticker: Ticker,
    *,
    explain: bool,
) -> CheckRun:
    from redact.run.check import check as run_check

    settings, scope, held = grounds

    try:
        return run_check(
            paths,
            settings,
            passwords=passwords_from(password_file),
            watcher=ticker,
            secret=scope.secret,
            scope=scope.name,
            explain=explain,
            case=held.case,
            words=held.words,
            earlier=held.earlier,
            key=held.key,
            key_used=held.key_used,
        )
    finally:
        ticker.clear()


def _settings(options: dict[str, str | None], configuration: Configuration, case: Case | None) -> Settings:
    """Put the options over the case over `redact.toml` over the defaults; say what the files have set."""
    chosen: dict[str, Any] = {}
    said: dict[str, list[str]] = {"the case": [], "redact.toml": []}
    for key in ("edition", "kind", "audience", "mode"):
        chosen[key] = one_of(KEYS[key], options[key])
        for source, values in (("the case", case), ("redact.toml", configuration)):
            stated = getattr(values, key, None)
            if chosen[key] is None and stated is not None:
                chosen[key] = stated
                said[source].append(f"{key} {stated.value}")
    for source, settings in said.items():
        if settings:
            say(f"settings from {source}: {', '.join(settings)}")
    return Settings(
        edition=chosen["edition"],
        kind=chosen["kind"],
        audience=chosen["audience"] or Audience.PUBLIC,
        mode=chosen["mode"] or Mode.FULL,
        board=case.board if case else None,
    )


def _suggesting(outcome: CheckRun) -> CheckRun:
    from redact.run.wording import with_neutral

    return with_neutral(outcome)


def _fits(form: str, *, names: bool, to_file: bool, neutral: bool) -> None:
    """Refuse names where they would reach others, and suggestions of wording where no report has a place."""
    if neutral and form not in ("text", "json"):
        raise WrongUse("wording is suggested in text and JSON alone", "Leave --format out, or --neutral.")
    if names and form == "sarif":
        raise WrongUse(
            "SARIF never holds names: it is made to be handed on",
            "Take --format html or json with --show-names, or leave --show-names out.",
        )
    if names and form == "html" and not to_file:
        raise WrongUse(
            "a page with names is written only into a file that is closed to others",
            "Name the file after -o: --format html --show-names --yes-show-names -o report.html.",
        )


def _look_ahead(paths: tuple[str, ...], output: Path | None, marked: Path | None) -> None:
    """Refuse at once what would be refused after minutes of work, and what would write over one another."""
    from redact.storage import look_ahead

    for written in (output, marked):
        if written is not None:
            look_ahead(written)
    if output is None:
        return
    refuse_overwriting_input(paths, output)
    if marked is not None and marked.resolve() == output.resolve():
        raise WrongUse(
            "the report and the marked copy would be one file", "Give them different names: -o and --marked."
        )


def _agreed_to_show(asked: bool, sure: bool, *, to_file: bool) -> bool:
    """Show names only to somebody who means it: ask on a terminal, refuse into a pipe or file."""
    if not asked or sure:
        return asked
    if to_file or not (is_terminal(sys.stdout) and is_terminal(sys.stdin)):
        raise WrongUse(
            "names are not written into a file or a pipe without your word",
            "Give --yes-show-names too, and keep what is written as safely as the key.",
        )
    return click.confirm("Real names will be shown on this screen. Go on?", err=True)


def _report(
    outcome: CheckRun, form: str, output: Path | None, *, show_names: bool, everything: bool, quiet: bool
) -> ExitStatus:
    from redact.report import REPORTS, as_text

    if form != "text":
        rendered = REPORTS[form](outcome, show_names=show_names)
    else:
        on_screen = output is None and is_terminal(sys.stdout)
        rendered = as_text.render(outcome, show_names=show_names, show_paths=on_screen, everything=everything)
    # A byte of a file name that is no character becomes \udcff, which JSON reads back.
    data = rendered.encode("utf-8", "backslashreplace")
    if output is not None:
        from redact.storage import write_over

        write_over(output, data, private=show_names)
    elif not (quiet and form == "text"):
        write_product(data)
    if form != "text" or output is not None:
        _complain_about_files(outcome)
    return outcome.status


def _write_marked(outcome: CheckRun, secret: bytes, marked: Path) -> None:
    """Write the working copy; it holds every name of the document, so it is for its owner."""
    from redact.run.marked import marked_copy
    from redact.storage import write_new

    write_new(marked, marked_copy(outcome, secret), private=True)
    say("the marked copy holds the document with all its names: delete it when you have done")


def _complain_about_files(outcome: CheckRun) -> None:
    """Say on stderr what the text report says itself: which files could not be read."""
    for entry in outcome.documents:
        if entry.error is not None:
            complain(entry.error, about=name_on_terminal(entry.number, entry.path))
