"""What a report does not cover: what was not judged, and, where only parts were asked for, all the rest."""

from __future__ import annotations

from redact.report.wording import about_names, count, listed, short_digest
from redact.values.checking import CheckRun
from redact.values.text import Format

__all__ = [
    "PART_WORDS",
    "asked_for",
    "limits",
    "looks_at",
    "model_words",
    "not_judged",
    "only_sentence",
    "only_words",
]

# The parts of a check that can be asked for alone, in the words of the reports.
PART_WORDS = {
    "jigsaw": "facts that identify together",
    "plain": "plain English",
    "access": "whether everybody can open and follow it",
}
_ALWAYS = ("hidden content beyond the parts listed", "what only the dates of the case can tell")


def looks_at(run: CheckRun, part: str) -> bool:
    """Tell whether a part of the check was asked for; where nothing was said, all are."""
    return not run.only or part in run.only


def asked_for(run: CheckRun) -> str:
    """Name the parts that were asked for: "plain English"; empty where the whole was."""
    return listed([PART_WORDS[part] for part in PART_WORDS if part in run.only])


def only_words(run: CheckRun) -> str:
    """Say in the line of the answer that only a part was judged; empty where the whole was."""
    return f"only a part was judged: {asked_for(run)}" if run.only else ""


def only_sentence(run: CheckRun) -> str:
    """Say before all else that only a part was judged; empty where the whole was."""
    if not run.only:
        return ""
    names = "Names"
    if "access" in run.only:
        names += ", also those in titles, bookmarks and descriptions of pictures,"
    return (
        f"Only a part was judged, as was asked for: {asked_for(run)}. {names} and all else were not judged, "
        "so this report never says that something is ready. Without --only the whole is judged."
    )


def limits(run: CheckRun) -> list[str]:
    """Say what this run has not judged, and, where names were looked for, which of them are missed."""
    return [not_judged(run), *([about_names(run.model_digest)] if looks_at(run, "jigsaw") else [])]


def model_words(run: CheckRun) -> str:
    """Name the model that names were looked for with."""
    if not looks_at(run, "jigsaw"):
        return "no name model, since names were not looked for"
    return f"name model {short_digest(run.model_digest)}" if run.model_digest else "no name model"


def not_judged(run: CheckRun) -> str:
    """Say what this run has not judged."""
    if run.only:
        return f"Not judged, since only a part was asked for: all but {asked_for(run)}."
    missing = [] if run.together is not None else ["whether facts identify in combination"]
    missing += [] if run.plain is not None else ["plain English"]
    read = [checked.document for checked in run.documents if checked.document is not None]
    # A plain text has no structure that could be wanting.
    closed = sum(one.access is None and one.format not in (Format.TXT, Format.MD) for one in read)
    if closed and closed == len(read):
        missing.append("whether everybody can open the document")
    elif closed:
        missing.append(f"whether everybody can open {count(closed, 'document')} whose format does not say so")
    return f"Not judged by this version: {', '.join([*missing, *_ALWAYS[:-1]])}, and {_ALWAYS[-1]}."
