"""What `redact check` refuses before the work, and whether names may be shown."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from redact.cli.console import is_terminal
from redact.cli.options import refuse_overwriting_input
from redact.errors import WrongUse

__all__ = ["agreed_to_show", "fits", "fits_part", "look_ahead"]


def fits(form: str, *, names: bool, to_file: bool, neutral: bool) -> None:
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


def fits_part(only: tuple[str, ...], *, explain: bool, since: bool) -> None:
    """Refuse beside a part of the check what holds for the whole alone."""
    if only and since:
        raise WrongUse(
            "a part of the check cannot be held against an earlier report",
            "Leave --only out: all that was not looked for would be called gone.",
        )
    if only and explain:
        raise WrongUse("--explain tells of what is left out with --only", "Leave one of the two out.")


def look_ahead(paths: tuple[str, ...], output: Path | None, marked: Path | None) -> None:
    """Refuse at once what would be refused after minutes of work, and what would write over one another."""
    from redact.storage import look_ahead as look

    for written in (output, marked):
        if written is not None:
            look(written)
    if output is None:
        return
    refuse_overwriting_input(paths, output)
    if marked is not None and marked.resolve() == output.resolve():
        raise WrongUse(
            "the report and the marked copy would be one file", "Give them different names: -o and --marked."
        )


def agreed_to_show(asked: bool, sure: bool, *, to_file: bool) -> bool:
    """Show names only to somebody who means it: ask on a terminal, refuse into a pipe or file."""
    if not asked or sure:
        return asked
    if to_file or not (is_terminal(sys.stdout) and is_terminal(sys.stdin)):
        raise WrongUse(
            "names are not written into a file or a pipe without your word",
            "Give --yes-show-names too, and keep what is written as safely as the key.",
        )
    return click.confirm("Real names will be shown on this screen. Go on?", err=True)
