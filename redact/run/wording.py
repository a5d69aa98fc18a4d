"""`check --neutral`: wording that does not tell whether it is a boy or a girl, suggested, never applied."""

from __future__ import annotations

from dataclasses import replace

from redact.resolve.neutral import suggest_neutral
from redact.values.checking import CheckRun
from redact.values.text import Part

__all__ = ["with_neutral"]

_PROSE = frozenset(
    (
        *(Part.BODY, Part.TABLE, Part.HEADER, Part.FOOTER, Part.FOOTNOTE, Part.ENDNOTE),
        *(Part.TEXT_BOX, Part.ALT_TEXT),
    )
)


def with_neutral(run: CheckRun) -> CheckRun:
    """Add to a check what may be written instead of each word that tells a sex, in what a reader sees."""
    found = tuple(
        suggestion
        for checked in run.documents
        if checked.document is not None
        for passage in checked.document.passages
        if passage.location.part in _PROSE and not passage.apart and not passage.repeated
        for suggestion in suggest_neutral(passage)
        if passage.locate(suggestion.span.start, suggestion.span.end).part in _PROSE
    )
    return replace(run, neutral=found)
