"""All mentions of all documents: every recogniser over every reading, then overlaps, then repeats.

The result depends on the documents alone: the same documents in the same order give the same mentions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack

from redact.recognise import name_model
from redact.recognise.carried import carried
from redact.recognise.claims import (
    CELL_END,
    DocumentRecogniser,
    FollowUpRecogniser,
    Recogniser,
    TextRecogniser,
    mention,
)
from redact.recognise.defined_letters import defined_letters
from redact.recognise.eponyms import without_eponyms
from redact.recognise.frame import Frame, frame_of
from redact.recognise.from_pictures import seen_without_spaces
from redact.recognise.grids import Cell, Grid, Slice, View, grids
from redact.recognise.late_claims import late_claims
from redact.recognise.late_places import towns_as_places
from redact.recognise.late_things import without_things
from redact.recognise.model.ruling import not_of_bodies, not_ruled_out
from redact.recognise.model_doubts import weighed
from redact.recognise.ordinary_letters import without_ordinary_letters
from redact.recognise.overlap import Settled
from redact.recognise.position_doubts import without_positions
from redact.recognise.readings import readings
from redact.recognise.thing_names import things_told
from redact.values.people import Evidence, Mention
from redact.values.text import Document, Passage

__all__ = ["find_mentions"]

Progress = Callable[[int, int], None]

_BATCH = 20_000  # characters that are read in one call: each call costs every recogniser a little
_SLOW = (name_model.RECOGNISER,)  # those of the register that begin in the background
_LONGEST_LABEL = 80  # characters of a table's label that are read before the cell


def find_mentions(
    documents: Sequence[Document],
    *,
    progress: Progress | None = None,
    recognisers: tuple[Recogniser, ...] | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> tuple[Mention, ...]:
    """Find every mention of a person or an identifier in the documents of one call.

    Args:
        progress: told the number of passages that are done, and of all.
        recognisers: who looks, all of the register without it; tests pass fewer.
        meanwhile: called when all is done that can be done before the name model has read.

    Returns: mentions in the order of the documents, their passages and their starts; empty when nothing
    was found. Spans are half-open code points of their passage's text. Of a passage with a focus, only
    mentions that touch it are given.
    """
    views = [_view(document) for document in documents]
    with ExitStack() as under_way:
        for recogniser in _SLOW if recognisers is None else recognisers:
            if isinstance(recogniser, DocumentRecogniser) and recogniser.begin is not None:
                under_way.enter_context(recogniser.begin(views))
        if recognisers is None:
            # Here, so that what was begun goes on while the register is put together.
            from redact.recognise.register import RECOGNISERS

            recognisers = RECOGNISERS
        return _in_order(documents, _all(views, recognisers, progress, meanwhile))


def _all(
    views: Sequence[View],
    recognisers: tuple[Recogniser, ...],
    progress: Progress | None,
    meanwhile: Callable[[], object] | None,
) -> Iterable[Mention]:
    order = {recogniser.name: rank for rank, recogniser in enumerate(recognisers)}
    found = list(_from_texts(views, recognisers, progress))
    found += _from_documents(views, recognisers, meanwhile)
    if name_model.RECOGNISER in recognisers:
        found = not_of_bodies(views, weighed(views, without_positions(views, found)))
    settled = Settled(order)
    found = settled.add(found)
    for recogniser in recognisers:
        if isinstance(recogniser, FollowUpRecogniser):
            found = settled.add(recogniser.find(views, found))
    found = settled.add(seen_without_spaces(views, found))
    if name_model.RECOGNISER in recognisers:
        found = without_things(views, not_ruled_out(views, found))
        found = towns_as_places(views, without_ordinary_letters(views, without_positions(views, found)))
    return without_eponyms(views, late_claims(views, carried(views, found)))


def _view(document: Document) -> View:
    pairs = list(readings(document))
    first = tuple(reading for reading, _ in pairs)
    further = tuple(reading for _, others in pairs for reading in others)
    return View(document, first, further, tuple(grids(first)))


def _from_texts(
    views: Sequence[View], recognisers: tuple[Recogniser, ...], progress: Progress | None
) -> Iterator[Mention]:
    text_recognisers = tuple(each for each in recognisers if isinstance(each, TextRecogniser))
    total = sum(len(view.first) for view in views)
    done = 0
    if not text_recognisers:
        return
    frame = frame_of(text_recognisers)
    for view in views:
        for batch in _batches(_pieces(view)):
            yield from _from_batch(frame, batch)
            done += sum(is_first for _, _, is_first in batch)
            if progress is not None:
                progress(done, total)


def _from_documents(
    views: Sequence[View], recognisers: tuple[Recogniser, ...], meanwhile: Callable[[], object] | None
) -> Iterator[Mention]:
    """Find what whole documents show, in their order; last what waits for something begun before."""
    whole = [each for each in recognisers if isinstance(each, DocumentRecogniser)]
    found = {each.name: _from_each(each, views) for each in whole if each.begin is None}
    _ahead(views, recognisers)
    if meanwhile is not None:
        meanwhile()
    found |= {each.name: _from_each(each, views) for each in whole if each.begin is not None}
    for number in range(len(views)):
        for recogniser in whole:
            yield from found[recogniser.name][number]


def _ahead(views: Sequence[View], recognisers: tuple[Recogniser, ...]) -> None:
    """Find out what needs no mentions: there is time for it while the name model reads."""
    for recogniser in recognisers:
        if isinstance(recogniser, FollowUpRecogniser) and recogniser.ahead is not None:
            recogniser.ahead(views)
    if name_model.RECOGNISER in recognisers:  # its names are weighed by these
        things_told(views)
        defined_letters(views)


def _from_each(recogniser: DocumentRecogniser, views: Sequence[View]) -> list[tuple[Mention, ...]]:
    return [tuple(recogniser.find(view)) for view in views]


# A piece is a reading, the label that is put before its text (a table's), and whether it is the first of
# its passage.
_Piece = tuple[Slice, str, bool]


def _pieces(view: View) -> Iterator[_Piece]:
    for reading in view.first:
        yield Slice(reading, 0, len(reading.text)), "", True
    for reading in view.further:
        yield Slice(reading, 0, len(reading.text)), "", False
    for grid in view.grids:
        for cell in grid.cells.values():
            yield from _labelled(grid, cell)


def _labelled(grid: Grid, cell: Cell) -> Iterator[_Piece]:
    """Read a cell behind the label to its left, and behind the header of its column."""
    # Names in tables have their own recogniser: only what holds a digit is read once more.
    if not any(letter.isdigit() for letter in cell.text):
        return
    for label in (grid.left_of(cell), grid.header_of(cell)):
        if label is None:
            continue
        words = " ".join(label.text.split())
        if len(words) <= _LONGEST_LABEL and any(letter.isalpha() for letter in words):
            for piece in cell.slices:
                yield piece, f"{words} {CELL_END} ", False


def _batches(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    batch: list[_Piece] = []
    size = 0
    for piece in pieces:
        length = piece[0].end - piece[0].start + len(piece[1])
        if batch and size + length > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(piece)
        size += length
    if batch:
        yield batch


def _from_batch(frame: Frame, batch: Sequence[_Piece]) -> Iterator[Mention]:
    texts = [label + piece.text for piece, label, _ in batch]
    for number, recogniser, claim in frame.claims(texts):
        piece, label, _ = batch[number]
        start = claim.start - len(label)
        if start < 0:
            continue  # in the label, which is read in its own place
        evidence = Evidence(recogniser.name, recogniser.version, claim.pattern, claim.because)
        made = mention(
            piece.reading,
            piece.start + start,
            piece.start + claim.end - len(label),
            claim.label,
            claim.score,
            evidence,
        )
        if made is not None:
            yield made


def _in_order(documents: Sequence[Document], found: Iterable[Mention]) -> tuple[Mention, ...]:
    place: dict[str, tuple[int, Passage]] = {}
    for document in documents:
        for passage in document.passages:
            place.setdefault(passage.id, (len(place), passage))
    news = [each for each in found if _is_news(each, place[each.span.passage][1])]
    return tuple(sorted(news, key=lambda each: (place[each.span.passage][0], each.span.start, each.span.end)))


def _is_news(found: Mention, passage: Passage) -> bool:
    if not passage.focus:
        return True
    # An empty focus is a place where something was taken out: what it parted is news.
    return any(
        found.span.start < max(end, start + 1) and start < found.span.end for start, end in passage.focus
    )
