"""The proof of a file that was typeset anew: its words in their order, and no name that nobody let stay.

Its lines end elsewhere than those of the old file, so the two are held together by their letters: without
white space and hyphens, which a line end may change. What a stretch of the old text may keep is then known
for the same letters of the new one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from redact.errors import NotWritten
from redact.formats.pdf.retypeset.letters import bare
from redact.formats.pdf.retypeset.pieces import ON_THE_PAGE, Piece, pieces_of
from redact.formats.pdf.retypeset.words import OURS
from redact.resolve.forms import Searcher
from redact.run.anonymised import Job, spots
from redact.values.anonymising import Spotted
from redact.values.text import Document, Passage, Span

__all__ = ["prove_typeset"]

_AT_ONCE = 6  # pieces that together are one running line
_Stretch = tuple[int, int]  # letters of the new file, half-open


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters of the new file's pages, and how many of them come before each of its passages."""

    text: str = field(repr=False)
    starts: dict[str, int]
    cut: tuple[int, ...]  # where words of ours were left out: counted among all letters
    left: tuple[int, ...]  # how many letters had been left out from there on

    def at(self, passage: Passage, offset: int) -> int:
        """Count the letters before a code point of a passage."""
        raw = self.starts[passage.id] + len(bare(passage.text[:offset]))
        number = bisect_right(self.cut, raw)
        return raw - self.left[number - 1] if number else raw


def prove_typeset(job: Job, searcher: Searcher, taken_out: Iterable[Span]) -> tuple[Spotted, ...]:
    """Search the new file for every form of every name.

    Args:
        taken_out: the stretches of it in which something stands that was taken out of another place.

    Returns: the sure forms that nobody has let stay.

    Raises:
        NotWritten: the text of the new file is not the old one with the edits in it.
    """
    pieces = pieces_of(job.document, job.rewritings)
    ours = re.compile(f"{OURS.pattern}|{re.escape(bare(job.line))}") if job.line else OURS
    letters = _letters_of(job.copy, ours)
    starts = _aligned(pieces, letters, job.copy, ours)
    allowed = list(_allowed(job, pieces, starts))
    words = {letters.text[start:end] for start, end in allowed}
    passages = {passage.id: passage for passage in job.copy.passages}
    leaks: list[Span] = []
    spans = {span for hit in searcher.search(job.copy) if hit.sure for span in hit.spans} | {*taken_out}
    for span in sorted(spans, key=lambda one: (one.start - one.end, one.passage, one.start)):
        passage = passages[span.passage]
        if passage.id in letters.starts:
            here = letters.at(passage, span.start), letters.at(passage, span.end)
            explained = any(start <= here[0] and here[1] <= end for start, end in allowed)
        else:  # another reading of words that stand there anyway, or the file's title
            said = bare(passage.text[span.start : span.end])
            explained = any(said in one for one in words)
        if not explained and not any(wider.contains(span) for wider in leaks):
            leaks.append(span)
    order = {passage.id: number for number, passage in enumerate(job.copy.passages)}
    leaks.sort(key=lambda one: (order[one.passage], one.start))
    return tuple(spots(job.number, job.copy, leaks))


def _letters_of(copy: Document, ours: re.Pattern[str]) -> _Letters:
    """Give the letters of the new file without words of ours: notes, and what a draft says on each page."""
    own = [passage for passage in copy.passages if passage.location.part in ON_THE_PAGE and not passage.apart]
    texts = [bare(passage.text) for passage in own]
    whole = "".join(texts)
    starts = dict(
        zip((one.id for one in own), accumulate((len(text) for text in texts), initial=0), strict=False)
    )
    cut = list(ours.finditer(whole))
    left = accumulate(found.end() - found.start() for found in cut)
    return _Letters(ours.sub("", whole), starts, tuple(found.end() for found in cut), tuple(left))


def _aligned(
    pieces: Sequence[Piece], letters: _Letters, copy: Document, ours: re.Pattern[str]
) -> list[int | None]:
    """Find each piece in the new file, in its order; a line that comes again on each page is read once.

    Returns: by piece the number of letters before it, None where it was read before.
    """
    again = {bare(passage.text) for passage in copy.passages if passage.repeated}
    texts = [ours.sub("", bare(piece.text)) for piece in pieces]
    found: list[int | None] = []
    at = 0
    while len(found) < len(texts):
        number = len(found)
        if letters.text.startswith(texts[number], at):
            found.append(at)
            at += len(texts[number])
            continue
        tries = range(1, _AT_ONCE + 1)
        skipped = next((many for many in tries if "".join(texts[number : number + many]) in again), None)
        if skipped is None:
            raise _otherwise()
        found += [None] * min(skipped, len(texts) - number)
    if at != len(letters.text):
        raise _otherwise()
    return found


def _otherwise() -> NotWritten:
    return NotWritten(
        "the new file does not read as it should, so there is none",
        "Take the Word document it was made from; tell the makers of redact.",
    )


def _allowed(job: Job, pieces: Sequence[Piece], starts: Iterable[int | None]) -> Iterator[_Stretch]:
    """Give the letters of the new file that may hold a name."""
    placed = {piece.passage.id: (piece, start) for piece, start in zip(pieces, starts, strict=True)}
    for span in (*job.plan.left, *(one.span for one in job.plan.unsettled)):
        piece, start = placed.get(span.passage, (None, None))
        if piece is not None and start is not None:
            first = start + piece.letters_before(span.start)
            yield first, start + piece.letters_before(span.end, after_edit=True)
