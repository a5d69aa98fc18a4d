"""The pieces that a search is put together of: facts of people, and what a review says of itself.

A piece is the words as they stand, but for a day, of which somebody types the month and the year. Of a board
its area is one: "Anytown Safeguarding Children Board" says where to look.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.judge.dates import dates_in
from redact.values.jigsaw import Exactness, Fact, FactKind, Side
from redact.values.text import Document, Part, Passage, Span

__all__ = ["Piece", "pieces_of", "rank"]

_LONGEST = 10  # words; nobody types more of one fact
_FRONT = 40  # passages in which a review says what it is
_TITLE_WORDS = 16
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b(?:\s+(?:of\s+)?((?:19|20)\d\d))?")
_YEAR = re.compile(r"(?<![\d./-])(?:19|20)\d\d(?![\d-])")
_DAYS = (FactKind.DATE, FactKind.MONTH, FactKind.BIRTH, FactKind.PERIOD)
_BROADLY = (*_DAYS, FactKind.PLACE)  # a year and a county lead somewhere; "convicted" and "in prison" do not
_BY_NAME = (FactKind.PLACE, FactKind.COURT, FactKind.PRISON)  # "a town in the county" leads nowhere
_OF_WORK = (FactKind.POST, FactKind.TEAM, FactKind.ABSENCE, FactKind.PERIOD)
_TITLE = re.compile(r"\b(?:review|report|summary|enquiry|inquiry)\b", re.I)
_BOARD = re.compile(
    r"(?:[A-Z][\w'\u2019-]+(?: (?:and|of|upon|on|in|the|with|&))? ){1,6}?"
    r"(?:Local )?Safeguarding (?:Child(?:ren)?(?:'s|\u2019s|s)? ?|Adults? ?|and |& ){0,4}"
    r"(?:Boards?|Partnership|Partners)\b"
)
_AREA = re.compile(r"\s(?:Local )?Safeguarding\b.*", re.S)
_LABEL = re.compile(
    r"\b(?:Child|Baby|Infant|Young Person|Family|Adult|Sibling)\s(?:[A-Z]{1,2}\d{0,2}|\d{1,2})\b"
)
_LEADING = re.compile(r"^(?:from|in|at|of|near|to)\s+", re.I)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.I)
_EDGES = " \t\r\n.,;:'\"\u2018\u2019\u201c\u201d()[]\u2013\u2014-"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the documents, where they stand, and of whom; `order` is the place in reading order."""

    text: str = field(repr=False)
    span: Span
    whom: str
    exactness: Exactness
    order: int


def pieces_of(
    facts: Sequence[Fact], documents: Sequence[Document], labels: Sequence[Span]
) -> Mapping[str, tuple[Piece, ...]]:
    """Give the pieces by what they are: the value of a kind of fact, or "month", "year", "board", "label".

    Args:
        labels: where labels of people stand (Child J); those of usual forms are found besides.
    """
    texts = {passage.id: passage.text for document in documents for passage in document.passages}
    order = {id_: number for number, id_ in enumerate(texts)}
    found: dict[str, list[Piece]] = {}
    for fact in facts:
        if fact.span.passage in texts:
            for name, words in _said(fact, texts[fact.span.passage][fact.span.start : fact.span.end]):
                where = order[fact.span.passage]
                found.setdefault(name, []).append(
                    Piece(words, fact.span, fact.whom.key, fact.exactness, where)
                )
    front = [passage for document in documents for passage in _front(document)]
    found["board"] = list(_matched(front, _BOARD, order))
    found["area"] = [_area(one) for one in found["board"]]
    found["title"] = list(_titles(front, order))
    found["label"] = _labels(documents, texts, labels, order)
    years = list(_matched(front, _YEAR, order))
    found["issued"] = [one for one in years if one.text == max(year.text for year in years)]
    found.setdefault("year", []).extend(years)
    return {name: _once(pieces) for name, pieces in found.items() if pieces}


# ------------------------------------------------------------------ private


def _said(fact: Fact, text: str) -> Iterator[tuple[str, str]]:
    """Give what a fact can stand for in a search, by name."""
    words = text.split()
    plain = _LEADING.sub("", " ".join(words[:_LONGEST]).strip(_EDGES))
    of_work = fact.whom.side is Side.PROFESSIONAL and fact.kind not in _OF_WORK
    vague = fact.exactness is Exactness.BROAD and fact.kind not in _BROADLY
    if fact.kind in _BY_NAME:
        plain = _ARTICLE.sub("", plain)
        vague = vague or plain.casefold() == plain
    if not plain or of_work or vague:
        return
    if fact.kind is not FactKind.MONTH:  # of which only the month with its year is one
        yield fact.kind.value, f"aged {plain}" if fact.kind is FactKind.AGE and plain.isdecimal() else plain
    if fact.kind in _DAYS:
        if month := _month(plain):
            yield "month", month
        if year := _YEAR.search(plain):
            yield "year", year[0]


def _month(text: str) -> str | None:
    """Give the month of a day with its year, as somebody types it; none of what has no month."""
    told = next(dates_in(text), None)
    if told is not None:
        return f"{_MONTHS[told.first.month - 1]} {told.first.year}"
    named = _MONTH.search(text)
    return None if named is None else " ".join(filter(None, named.groups()))


def _front(document: Document) -> list[Passage]:
    """Give the first passages of a document: its cover, and what it says of itself."""
    shown = [one for one in document.passages if not one.apart and one.location.part is not Part.PROPERTY]
    return shown[:_FRONT]


def _matched(
    passages: Iterable[Passage], pattern: re.Pattern[str], order: Mapping[str, int]
) -> Iterator[Piece]:
    for passage in passages:
        for match in pattern.finditer(passage.text):
            words = " ".join(match[0].split()).removeprefix("The ")
            span = Span(passage.id, match.start(), match.end())
            yield Piece(words, span, "", Exactness.NEAR, order[passage.id])


def _area(board: Piece) -> Piece:
    return Piece(_AREA.sub("", board.text), board.span, "", Exactness.BROAD, board.order)


def _titles(passages: Iterable[Passage], order: Mapping[str, int]) -> Iterator[Piece]:
    for passage in passages:
        words = passage.text.split()
        if 1 < len(words) <= _TITLE_WORDS and _TITLE.search(passage.text):
            plain = " ".join(words).strip(_EDGES)
            span = Span(passage.id, 0, len(passage.text))
            yield Piece(plain, span, "", Exactness.NEAR, order[passage.id])


def _labels(
    documents: Sequence[Document], texts: Mapping[str, str], labels: Sequence[Span], order: Mapping[str, int]
) -> list[Piece]:
    """Give the labels of people, the one that stands most often first."""
    given = [span for span in labels if span.passage in texts]
    pieces = [
        Piece(" ".join(texts[one.passage][one.start : one.end].split()), one, "", Exactness.NEAR, 0)
        for one in given
    ]
    shown = [passage for document in documents for passage in document.passages if not passage.apart]
    pieces += _matched(shown, _LABEL, order)
    counts = Counter(piece.text for piece in pieces)
    first = {piece.text: piece for piece in reversed(pieces)}
    ranked = sorted(
        first.values(), key=lambda one: (-counts[one.text], order[one.span.passage], one.span.start)
    )
    return [Piece(one.text, one.span, "", one.exactness, at) for at, one in enumerate(ranked)]


def _once(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Keep of the same words of the same person the most exact and first."""
    kept: dict[tuple[str, str], Piece] = {}
    for piece in sorted(pieces, key=rank):
        kept.setdefault((piece.whom, piece.text.casefold()), piece)
    return tuple(kept.values())


def rank(piece: Piece) -> tuple[int, int, int]:
    """Order pieces: what is exact first, then what stands first."""
    return _EXACT.index(piece.exactness), piece.order, piece.span.start


_EXACT = (Exactness.EXACT, Exactness.NEAR, Exactness.BROAD)
