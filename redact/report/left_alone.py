"""The lines of a text report on what looked like an identifier and was left alone (`--explain`)."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from redact.report.grouping import grouped
from redact.report.whereabouts import Whereabouts
from redact.report.wording import ascii_words, count, printable
from redact.values.people import NearMiss

__all__ = ["left_alone"]

_WIDTH = 79  # an old console has 80 columns


def left_alone(near_misses: Iterable[NearMiss], places: Whereabouts, *, names: bool = False) -> list[str]:
    """Say of one document what came near, why it was left alone, and where it stands.

    Args:
        near_misses: of any documents; those of others are passed over.
        places: of the document.
        names: quote what stands there; for the owner's own screen only.

    Returns: lines, the first one blank; none where nothing came near.
    """
    here = [each for each in near_misses if each.span.passage in places.passages]
    if not here:
        return []
    starts = places.document.starts()
    lines = ["", f"  Looked at and left alone ({count(len(here), 'place')})"]
    for (label, because), group in grouped(here, lambda each: (each.label, each.evidence.because)):
        said = f"Not taken for: {label.words}. {ascii_words(because[0].upper() + because[1:])}."
        lines += textwrap.wrap(
            said, _WIDTH, initial_indent=" " * 4, subsequent_indent=" " * 6, break_on_hyphens=False
        )
        for each in group:
            passage = places.passages[each.span.passage]
            start = starts.get(passage.id)
            where = places.of_stretch(passage, None if start is None else start + each.span.start)
            quoted = f'  "{printable(passage.text[each.span.start : each.span.end])}"' if names else ""
            lines.append(f"      {where}{quoted}")
    return lines
