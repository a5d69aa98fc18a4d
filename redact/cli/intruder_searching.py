"""`redact intruder searches`: the strings that somebody would type, and the form for whoever tries them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.check_first import agreed_to_show, fits
from redact.cli.console import Ticker, say, write_product
from redact.cli.options import output, password_file, passwords_from, refuse_overwriting_input
from redact.cli.unlocking import case_folder
from redact.errors import ExitStatus
from redact.values.judgement import Severity

if TYPE_CHECKING:
    from redact.run.intruder_searches import Suggested
    from redact.values.case import Case

__all__ = ["searches", "suggested_for"]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILE...", type=click.Path())
@click.option("--format", "form", type=click.Choice(["text", "html"]), default="text", help="How to answer.")
@output
@case_folder
@password_file
@click.option(
    "--show-names", is_flag=True, help="Show the strings themselves; they are words of the documents."
)
@click.option("--yes-show-names", is_flag=True, help="Show them without asking, also into a file or pipe.")
def searches(
    paths: tuple[str, ...],
    *,
    form: str,
    output: Path | None,
    case: Path | None,
    password_file: Path | None,
    show_names: bool,
    yes_show_names: bool,
) -> ExitStatus:
    """Say what a motivated intruder would type to find out who the documents are about: 5 to 10 strings.

    Without --show-names you see what each is made of and where that stands. With it, and -o, it is the form
    for whoever searches: each string, with room for what was found, by whom and when. Nothing is searched
    for here, and nothing leaves this computer.
    """
    from redact.report.intruder import form_as_html, form_as_text
    from redact.run import case_file
    from redact.storage import look_ahead, write_over
    from redact.values.fingerprint import new_secret

    fits(form, names=show_names or yes_show_names, to_file=output is not None, neutral=False)
    if output is not None:
        look_ahead(output)
        refuse_overwriting_input(paths, output)
    shown = agreed_to_show(show_names or yes_show_names, yes_show_names, to_file=output is not None)
    found = case_file.for_documents(paths, case)
    held = suggested_for(paths, found.case if found else None, new_secret(), password_file)
    render = form_as_html if form == "html" else form_as_text
    data = render(held.run, held.searches, held.few, show_names=shown).encode("utf-8", "replace")
    if output is not None:
        write_over(output, data, private=shown)
    else:
        write_product(data)
    return _say_what_it_is_of(held, written=output is not None and shown)


def suggested_for(
    paths: tuple[str, ...], case: Case | None, secret: bytes, password_file: Path | None
) -> Suggested:
    """Read documents, saying how far it is, and put together what one would search for.

    Raises: as `run.intruder_searches.suggested` does.
    """
    from redact.run.configuration import own_rules
    from redact.run.intruder_searches import suggested

    ticker = Ticker()
    try:
        return suggested(
            paths,
            case,
            secret=secret,
            passwords=passwords_from(password_file),
            watcher=ticker,
            rules=own_rules(paths),
        )
    finally:
        ticker.clear()


# ------------------------------------------------------------------ private


def _say_what_it_is_of(held: Suggested, *, written: bool) -> ExitStatus:
    """Say what a user must know of the strings beside them; 3 where a part could not be read."""
    judged = [one for one in held.run.documents if one.judgement is not None and one.document is not None]
    blocking = sum(
        finding.severity is Severity.BLOCK and finding.stops(one.judgement.decisions.get(finding.fingerprint))
        for one in judged
        if one.judgement is not None
        for finding in one.judgement.findings
    )
    if blocking:
        findings = "1 finding that blocks" if blocking == 1 else f"{blocking:,} findings that block"
        say(f"the documents hold {findings}: search with the files that are to be published")
    if written:
        say(
            "the form holds words of the documents: it is for you and whoever searches; destroy it afterwards"
        )
    gaps = sum(len(one.document.gaps) for one in judged if one.document is not None)
    if gaps:
        say(f"not read, so that nothing of them is among the strings: {gaps:,} part(s) of the documents")
    return ExitStatus.CANNOT_TELL if gaps else ExitStatus.READY
