"""Facts that identify together, plain English and accessibility: where each stands in a report.

What nobody has looked at, since it was not asked for or a format says nothing of it, has no section.
"""

from __future__ import annotations

from redact.report.access import SAYS_NOTHING, TITLE, access_as_json, access_lines
from redact.report.jigsaw_json import jigsaw_as_json
from redact.report.json_places import Json
from redact.report.only import looks_at
from redact.report.plain import plain_as_json, plain_lines, reading_of
from redact.report.whereabouts import Whereabouts
from redact.values.access import Access
from redact.values.checking import CheckRun
from redact.values.text import Document

__all__ = ["access_of", "document_json", "document_lines", "run_json", "sarif_properties", "says_nothing"]


def access_of(run: CheckRun, document: Document) -> Access | None:
    """Give what a file says of its structure; none where that was not asked for, or it says nothing."""
    return document.access if looks_at(run, "access") else None


def says_nothing(run: CheckRun, document: Document) -> bool:
    """Tell whether accessibility was asked for by its name, and the format of a file says nothing of it."""
    return "access" in run.only and document.access is None


def document_lines(
    run: CheckRun, places: Whereabouts, *, show_names: bool = False, everything: bool = False
) -> list[str]:
    """Say of one document, for a terminal, how hard it is to read and whether everybody can open it."""
    reading, access = reading_of(run, places.document), access_of(run, places.document)
    lines = []
    if reading is not None:
        lines += plain_lines(reading, places, show_names=show_names, everything=everything)
    if access is not None:
        lines += access_lines(access, places, everything=everything)
    elif says_nothing(run, places.document):
        lines += ["", f"  {TITLE}", f"    {SAYS_NOTHING}"]
    return lines


def document_json(run: CheckRun, document: Document | None, show_names: bool) -> Json:
    """Give the keys of one document; those of what nobody has looked at are not there."""
    if document is None:
        return {}
    reading, access = reading_of(run, document), access_of(run, document)
    return {
        **({"plain": plain_as_json(reading, document, show_names)} if reading else {}),
        **({"access": access_as_json(access, document)} if access else {}),
    }


def run_json(run: CheckRun, show_names: bool) -> Json:
    """Give the keys of the whole run: which parts were asked for, and what is told together."""
    return {
        **({"only": list(run.only)} if run.only else {}),
        **({"together": jigsaw_as_json(run, run.together, show_names)} if run.together is not None else {}),
    }


def sarif_properties(run: CheckRun) -> Json:
    """Give the same for SARIF, which holds no words: documents as they stand among the artifacts.

    A document that was not read, or whose format says nothing, is null, so that the places agree.
    """
    by = [document_json(run, checked.document, False) for checked in run.documents]
    return {
        **run_json(run, False),
        **{key: [one.get(key) for one in by] for key in ("plain", "access") if any(key in one for one in by)},
    }
