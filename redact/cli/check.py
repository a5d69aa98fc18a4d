"""`redact check`: the front door."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.check_first import agreed_to_show, fits, fits_part, look_ahead
from redact.cli.console import Ticker, complain, is_terminal, say, write_product
from redact.cli.options import (
    DAY,
    choice,
    name_on_terminal,
    one_of,
    output,
    password_file,
    passwords_from,
)
from redact.cli.unlocking import case_folder, identity_folder, own_folder, passphrase_fd, scope_for
from redact.errors import ExitStatus, RedactError
from redact.run.only import PARTS
from redact.run.stated import Stated, settings_for
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
@click.option("--initiated", type=DAY, metavar="DATE", help="The day on which the review was begun.")
@click.option(
    "--board", metavar="ID", help="The board whose own procedure applies too: bromley, bath-nes, ..."
)
@click.option(
    "--rules",
    "own_rules",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder with your partnership's own rules.",
)
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
@click.option(
    "--only",
    type=click.Choice(list(PARTS)),
    multiple=True,
    help="Look at this part alone, and never say ready; may be given more than once.",
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
    initiated: datetime | None,
    board: str | None,
    own_rules: Path | None,
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
    only: tuple[str, ...],
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
        fits(form, names=show_names or yes_show_names, to_file=output is not None, neutral=neutral)
        fits_part(only, explain=explain, since=since is not None)
        look_ahead(paths, output, marked)
        shown = agreed_to_show(show_names or yes_show_names, yes_show_names, to_file=output is not None)
        options = Stated(
            one_of(Edition, edition),
            initiated.date() if initiated else None,
            one_of(DocumentKind, kind),
            one_of(Audience, audience),
            one_of(Mode, mode),
            board,
        )
        grounds = _grounds(paths, options, own_rules, (case, identity, passphrase_fd), since)
        scope = grounds.scope
        outcome = _run(paths, grounds, password_file, Ticker(quiet=quiet), explain=explain, only=only)
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


@dataclass(frozen=True, slots=True)
class _Grounds:
    """What the documents are checked for, and with what."""

    settings: Settings
    scope: Scope
    held: Inside
    rules: Path | None


def _grounds(
    paths: tuple[str, ...],
    options: Stated,
    own_rules: Path | None,
    where: tuple[Path | None, Path | None, int | None],
    since: Path | None,
) -> _Grounds:
    """Find what the documents are checked for, and open the case they belong to, where there is one."""
    from redact.run import case_file, configuration
    from redact.run.earlier import read_report
    from redact.run.inside import inside

    case, identity, passphrase_fd = where
    earlier = None if since is None else read_report(since)
    found = case_file.for_documents(paths, case)
    configured = configuration.for_documents(paths)
    rules = own_rules or configured.rules
    settings = _settings(options, configured, found.case if found else None, rules)
    scope = scope_for(found, identity, passphrase_fd)
    held = inside(found, scope, own_folder(identity), earlier=earlier)
    if held.unchecked:
        say(f"taken as not signed, since you do not trust the cards: {held.unchecked:,} decisions")
    if held.key_used is not None and held.key_used.revision is None:
        say(f"who is who is told without the key of the case: {held.key_used.because}")
    return _Grounds(settings, scope, held, rules)


def _run(
    paths: tuple[str, ...],
    grounds: _Grounds,
    password_file: Path | None,
    ticker: Ticker,
    *,
    explain: bool,
    only: tuple[str, ...],
) -> CheckRun:
    from redact.run.check import check as run_check
    from redact.run.intruder_listing import with_searches

    scope, held = grounds.scope, grounds.held
    try:
        outcome = run_check(
            paths,
            grounds.settings,
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
            rules=grounds.rules,
            only=only,
        )
    finally:
        ticker.clear()
    return outcome if held.words is None else with_searches(outcome, held.searches, held.words)


def _settings(
    options: Stated, configuration: Configuration, case: Case | None, rules: Path | None
) -> Settings:
    """Put the options over the case over `redact.toml` over the defaults; say what the files have set."""
    from redact.resources import rules_folder
    from redact.rulebook.packs import board_ids

    boards = board_ids(rules_folder(), *([rules] if rules else []))
    settings, said = settings_for(options, case, configuration, boards)
    for source, values in said.items():
        if values:
            say(f"settings from {source}: {', '.join(values)}")
    return settings


def _suggesting(outcome: CheckRun) -> CheckRun:
    from redact.run.wording import with_neutral

    return with_neutral(outcome)


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
