"""`redact gate attach` and `publish`: the files of a publication, from their check to their place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli.check_first import agreed_to_show
from redact.cli.console import Ticker, say, write_product
from redact.cli.gate_asking import Who, done, on_option, reference_of, reference_option, writing
from redact.errors import ExitStatus
from redact.values.gate_record import PaperPart

if TYPE_CHECKING:
    from redact.run.gate_changes import ChangedPart
    from redact.run.gate_papers import Attached
    from redact.run.gate_publish import Placed

__all__ = ["attach", "publish"]

_HELP = {
    PaperPart.REPORT: "The report: what is published, or the Word file of which --published was made.",
    PaperPart.SUMMARY: "The summary.",
    PaperPart.ACTION_PLAN: "The action plan.",
    PaperPart.RESPONSE: "The board's response.",
    PaperPart.IMPROVEMENTS: "What is published on improvements where the report is not.",
    PaperPart.REASONS: "Why it is not published, for those who are told.",
    PaperPart.COMPANION: "What is said to the media.",
}


def _parts(command: Any) -> Any:
    """Give a command an option for each part; each may be given twice, as a Word file and its PDF."""
    for part in reversed(PaperPart):
        command = click.option(
            f"--{part.value}",
            part.value.replace("-", "_"),
            type=click.Path(path_type=Path),
            multiple=True,
            metavar="FILE",
            help=_HELP[part],
        )(command)
    return command


_show: Callable[[Any], Any] = click.option(
    "--show-names", is_flag=True, help="Show the words that differ, and not only where they stand."
)
_yes_show: Callable[[Any], Any] = click.option(
    "--yes-show-names", is_flag=True, help="Show them without asking, also into a file or pipe."
)


@click.command()
@_parts
@click.option(
    "--published",
    type=click.Path(path_type=Path),
    metavar="PDF",
    help="The PDF of the report that will be published, beside its Word file.",
)
@click.option("--with-key", is_flag=True, help="Open the key of the case too, to tell who is who.")
@click.option(
    "--rules",
    "own_rules",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A folder with your partnership's own rules.",
)
@_show
@_yes_show
@click.option("--all", "everything", is_flag=True, help="List every place that differs.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@writing
def attach(
    *,
    published: Path | None,
    with_key: bool,
    own_rules: Path | None,
    show_names: bool,
    yes_show_names: bool,
    everything: bool,
    quiet: bool,
    who: Who,
    **files: tuple[Path, ...],
) -> ExitStatus:
    """Attach all files of the publication: each is checked in full, and kept in the case when it is ready.

    Of a part give the file that is published. Where that is a PDF, give its Word file too (--summary S.docx
    --summary S.pdf; of the report --report R.docx --published R.pdf): the two are compared word by word.
    What was attached before is replaced, and the days begin anew.

    Exit status: that of the check (0 ready, 1 findings, 3 cannot tell); 4 ready, and words differ.
    """
    from redact.run.gate_papers import attach as run_attach
    from redact.run.gate_papers import papers_of

    shown = agreed_to_show(show_names or yes_show_names, yes_show_names, to_file=False)
    given = {part: list(files[part.value.replace("-", "_")]) for part in PaperPart}
    if published is not None:
        given[PaperPart.REPORT].append(published)
    papers = papers_of(given)
    found, identity = who.found(), who.unlock()
    ticker = Ticker(quiet=quiet)
    try:
        attached = run_attach(
            found, identity, who.own, papers, watcher=ticker, with_key=with_key, rules=own_rules
        )
    finally:
        ticker.clear()
    _tell(attached, show_names=shown, everything=everything)
    return attached.status


@click.command()
@click.option(
    "--at",
    "places",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    metavar="FILE",
    help="A file at the place where the public reads it; once for each part.",
)
@on_option
@reference_option
@_show
@_yes_show
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@writing
def publish(
    *,
    places: tuple[Path, ...],
    on: datetime | None,
    reference: str | None,
    show_names: bool,
    yes_show_names: bool,
    quiet: bool,
    who: Who,
) -> ExitStatus:
    """Note that the review is published: the files at their final place are those that were sent.

    Copy or download them from where the public reads them, and name each after --at. They are hashed and held
    against what was sent; one byte that differs is refused, and what was changed is listed.
    """
    from redact.run import gate_log
    from redact.run.gate_publish import place
    from redact.run.gate_publish import publish as run_publish

    shown = agreed_to_show(show_names or yes_show_names, yes_show_names, to_file=False)
    found, facts = who.found(), reference_of(reference)
    identity = who.unlock()
    ticker = Ticker(quiet=quiet)
    try:
        placed = place(found, gate_log.read(found, who.own).gate, places, watcher=ticker)
    finally:
        ticker.clear()
    for line in _placed_lines(placed, show_names=shown):
        say(line)
    held = run_publish(
        found, identity, who.own, placed, on=on.date() if on else None, reference=facts.get("reference")
    )
    done(held, who.own, f"published, as it was sent: {_listed([part.words for part in placed.digests])}")
    return ExitStatus.READY


# ------------------------------------------------------------------ private


def _tell(attached: Attached, *, show_names: bool, everything: bool) -> None:
    from redact.report.gate_papers import check_lines, comparison_lines, difference_lines

    checked = attached.checked
    parts = [one.part for one in checked.papers]
    lines = ["check of what is published:", *check_lines(parts, checked.published)]
    if checked.words is not None:
        lines += ["check of the Word files:", *check_lines(parts, checked.words)]
    if attached.comparisons:
        lines.append("what is published against its Word file:")
    for paper in checked.papers:
        told, word = attached.comparisons.get(paper.part), checked.source(paper)
        if told is not None and word is not None:
            lines += comparison_lines(paper.part, told)
            pair = (word, checked.document(paper))
            lines += difference_lines(told, pair, show_names=show_names, everything=everything)
    write_product(("\n".join(lines) + "\n").encode("utf-8", "replace"))
    if attached.facts.open or attached.facts.unread:
        say("see what stops it: redact check --case FOLDER FILES, with the same files")
    if attached.kept:
        done(attached.held, attached.own, "attached, and kept in the case")
    else:
        done(attached.held, attached.own, "noted: these files are not ready, and are not kept")


def _placed_lines(placed: Placed, *, show_names: bool) -> list[str]:
    lines = [f"the {part.words} was sent, and no file of it is given" for part in placed.missing]
    for one in placed.changed:
        lines += _changed_lines(one, show_names=show_names)
    return lines


def _changed_lines(one: ChangedPart, *, show_names: bool) -> list[str]:
    from redact.report.gate_papers import difference_lines

    told = one.comparison
    if told is None or one.documents is None:
        return [f"the {one.part.words} is not the file that was sent: {one.because}"]
    if one.only_around_the_words:
        return [
            f"the {one.part.words} is not the file that was sent: every word is the same, and what was "
            "changed is how it looks, or what the file says of itself"
        ]
    return [
        f"the {one.part.words} is not the file that was sent:",
        *difference_lines(told, one.documents, show_names=show_names),
    ]


def _listed(words: list[str]) -> str:
    return ", ".join(words) or "nothing"
