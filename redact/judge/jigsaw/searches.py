"""The strings that a motivated intruder would type, put together of what the documents tell.

"Place, offence and month" finds the press; a quotation finds the report itself, wherever it has been put;
the review's own board, label and year find what others have published on the same family. Each is made only
of what is there, so that a document in which less stands gives fewer. Nothing is searched for here: a person
does that.

Source: domain notes, section 3, "Jigsaw test for the tool"; Information Commissioner, guidance on
anonymisation, 28 March 2025 (motivated intruder); Re X and Y (2012) EWCA Civ 1500.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from redact.judge.jigsaw.quotations import quotations
from redact.judge.jigsaw.search_pieces import Piece, pieces_of, rank
from redact.values.jigsaw import Exactness, Fact, Search
from redact.values.text import Document, Span

__all__ = ["LEAST_SEARCHES", "MOST_SEARCHES", "searches_of", "why_few"]

LEAST_SEARCHES, MOST_SEARCHES = 5, 10
_QUOTATION = "a quotation"
_QUOTED = 4  # the place of the first quotation in the list
_MOST_QUOTATIONS = 5
_ENOUGH = 8  # with so many, one quotation does
_TRIED = 12  # pieces of one kind that are tried with others
_IN_QUOTES = ("only", "small-number", "press", "title")

# What is put together, the strongest first. Of one line the first is taken of which the documents have all
# pieces; "a|b" is whichever of them stands better, and "place" may be the area of the board.
_RECIPES: tuple[tuple[str, ...], ...] = (
    ("place offence month", "place offence year", "place offence"),
    ("sentence age offence", "sentence offence place", "sentence offence", "sentence court"),
    ("only place", "only"),
    ("court offence month", "court offence year", "court offence", "court month"),
    ("body injury year", "body condition year", "place injury month", "place injury year", "place injury"),
    (
        "twins place condition",
        "twins place age",
        "twins place",
        "siblings place condition",
        "siblings place age",
    ),
    ("board label issued", "board label year", "board label", "title label", "board issued", "board year"),
    ("small-number place", "small-number condition", "small-number"),
    ("ethnicity|nationality|language|religion place age", "ethnicity|nationality|language|religion place"),
    ("occupation place offence", "occupation prison place", "occupation place month", "occupation place"),
    ("post team absence", "post team period", "post team year", "post team"),
    ("press place month", "press place", "press"),
    ("immigration|adoption|prison place year", "immigration|adoption|prison place"),
    ("condition place age", "condition body", "condition place"),
    (
        "birth place",
        "age place month",
        "date place",
        "age place year",
        "injury age month",
        "body month",
        "age place",
    ),
)
_WORDS = {
    "only": '"the only ..."',
    "sentence": "length of the sentence",
    "body": "school, hospital or other body",
    "board": "name of the board",
    "area": "area of the board",
    "label": "label in the review",
    "issued": "year",
    "title": "title of the review",
    "birth": "date of birth or death",
    "siblings": "number of siblings",
    "small-number": "small number",
    "press": "words of the press",
    "period": "time in the post",
}


def searches_of(
    facts: Sequence[Fact], documents: Sequence[Document], *, labels: Sequence[Span] = ()
) -> tuple[Search, ...]:
    """Give up to ten strings, the strongest first; the same for the same documents.

    Fewer than five where the documents have too little, which `why_few` says.

    Args:
        labels: where labels of people stand; those of usual forms are found besides.
    """
    pieces = pieces_of(facts, documents, labels)
    made: dict[str, Search] = {}
    for line in _RECIPES:
        found = _first_of(line, pieces)
        if found is not None and not any(_says_the_same(found, one) for one in made.values()):
            made[found.text.casefold()] = found
    combined = list(made.values())
    wanted = max(1, min(_MOST_QUOTATIONS, _ENOUGH - len(combined)))
    quoted = [
        Search(f'"{_bare(one.text)}"', _QUOTATION, (one.span,))
        for one in quotations(documents, [fact.span for fact in facts], wanted)
    ]
    at = min(_QUOTED - 1, len(combined))
    return tuple([*combined[:at], *quoted[:1], *combined[at:], *quoted[1:]][:MOST_SEARCHES])


def why_few(searches: Sequence[Search]) -> str:
    """Say in words of ours why there are fewer than five strings; nothing where there are enough."""
    if len(searches) >= LEAST_SEARCHES:
        return ""
    has = "none" if not searches else f"{len(searches)}"
    return (
        f"the documents have too little for {LEAST_SEARCHES} strings ({has}): too few facts of people that "
        "are told exactly, and too few sentences in words of their own"
    )


# ------------------------------------------------------------------ private


def _first_of(line: Sequence[str], pieces: Mapping[str, Sequence[Piece]]) -> Search | None:
    for recipe in line:
        found = _made(recipe.split(), pieces)
        if found is not None:
            return found
    return None


def _made(slots: Sequence[str], pieces: Mapping[str, Sequence[Piece]]) -> Search | None:
    """Put together what stands nearest to one another, of the same person where it can be."""
    choices = [list(islice(_fitting(slot, pieces), _TRIED)) for slot in slots]
    if not all(choices):
        return None
    best: list[tuple[str, Piece]] = []
    least: tuple[int, ...] | None = None
    for anchor in choices[0]:
        chosen = [anchor, *(min(more, key=lambda one: _cost(one, anchor)) for more in choices[1:])]
        cost = (sum(_cost(one, anchor)[0] for one in chosen), *rank(anchor[1]))
        if least is None or cost < least:
            best, least = chosen, cost
    return _search(best)


def _fitting(slot: str, pieces: Mapping[str, Sequence[Piece]]) -> Iterator[tuple[str, Piece]]:
    names = slot.split("|")
    if slot == "place" and "place" not in pieces:
        names = ["area"]
    yield from sorted(
        ((name, one) for name in names for one in pieces.get(name, ())), key=lambda one: rank(one[1])
    )


def _cost(one: tuple[str, Piece], anchor: tuple[str, Piece]) -> tuple[int, int, int, int]:
    piece, other = one[1], anchor[1]
    near = 0 if piece.span.passage == other.span.passage else 1 if piece.whom == other.whom else 2
    exact = (Exactness.EXACT, Exactness.NEAR, Exactness.BROAD).index(piece.exactness)
    return 2 * exact + near, *rank(piece)


def _search(chosen: Sequence[tuple[str, Piece]]) -> Search:
    """Write the string; what stands within another piece of it already is not typed twice."""
    texts = [piece.text for _, piece in chosen]
    kept = [
        number
        for number, text in enumerate(texts)
        if not any(
            text.casefold() in other.casefold() and (len(text), -at) < (len(other), -number)
            for at, other in enumerate(texts)
            if at != number
        )
    ]
    words = [f'"{_bare(texts[at])}"' if chosen[at][0] in _IN_QUOTES else texts[at] for at in kept]
    names = [_WORDS.get(name, name) for name, _ in chosen]
    because = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    spans = tuple(dict.fromkeys(piece.span for _, piece in chosen))
    return Search(" ".join(words), because, spans)


def _says_the_same(one: Search, other: Search) -> bool:
    """Tell whether one string holds every word of another."""
    mine, theirs = set(one.text.casefold().split()), set(other.text.casefold().split())
    return mine <= theirs or theirs <= mine


def _bare(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, '"\u201c\u201d')))
