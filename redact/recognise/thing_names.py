"""Names that the documents themselves say to be those of things: animals, systems, wards, classes, books.

"The cat called Duchess", "Robin, Wren and Swift are names of classes", "Sapphire, which is the police unit",
"Kingfisher Ward", "Toys: Duplo, Jenga". Such a word is nobody's name where it stands so, and elsewhere in the
call if nothing shows somebody who bears it. What remains: a thing of which no sentence tells what it is, and
somebody who is called by the name of a thing and is never shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from redact.recognise import regex
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.lists import kinds
from redact.recognise.names import stop_words, title_words
from redact.recognise.openers import acts
from redact.recognise.readings import Reading
from redact.recognise.thing_signs import is_column_of_things, items_of_lists

__all__ = ["Things", "is_at_a_place", "things_told"]

_ANIMAL, _LISTED, _TOLD = "animal", "listed", "told"
_KEPT = "names that are told to be of things"
_OF_ANIMALS = 2  # the first patterns; what an animal does tells nothing
_REACH, _LONGEST_HEADER, _MOST_WORDS = 160, 12, 3
_LEAST = 3  # cells of names that make a column of things
_WORD = r"\p{Lu}[\p{L}\p{M}]*+(?:['-]\p{L}++)*+"
_EACH = regex.compile(_WORD)
_NAME = rf"[\"']?(?P<name>{_WORD}(?:[ ]{_WORD}){{0,2}})[\"']?"
_SEVERAL = rf"[\"']?(?P<name>{_WORD}(?:(?:,[ ]|,?[ ](?:and|or|&)[ ]|[ ]){_WORD}){{0,6}})[\"']?"
_OPENS = r"(?:(?:^|[.!?;:]|[\n\t>\x00])[ ]*)"
_IS = r"[ ](?:is|was|are|were|became)[ ](?:(?:not|only|just|also|now|then|still|once|both|all)[ ]){0,2}"
_A = (
    r"(?:an?|the|our|its|their|his|her|my|your|another|two|three|four|five|six"
    r"|(?:the[ ])?(?:names?|words?|kinds?|sorts?|types?|brands?|makes?)[ ](?:of|for))[ ]"
)
# Small words that describe a noun; a preposition makes whoever stands before it a member: "one of the team".
_LIKE = r"(?:(?!(?:of|in|on|at|to|from|with|by|for|and|or|as|but|who|when)[ ])[\p{L}\p{N}'-]+[ ]){0,3}?"
# What ends the noun: "the class teacher" is a teacher.
_END = (
    r"(?=[ ]?(?:[.,;:!?)\n]|$)"
    r"|[ ](?:of|for|in|on|at|with|which|that|where|and|but|by|from|chosen|run|\p{L}+ed)\b)"
)
# Of a thing what somebody does may follow too: "the word Ida chose".
_END_OF_THING = rf"(?:{_END}|(?=[ ](?:\p{{Lu}}\p{{L}}+|he|she|they|we|I|you)[ ]\p{{Ll}}))"
_MAY_BE = r"(?:(?:that|which|she|he|they|we|it|now|then|once|locally|at[ ](?:that|the)[ ]time)[ ]){0,3}"
_VERB = r"(?:call(?:s|ed)?|nam(?:es|ed)|nicknamed|known[ ]as|entitled|titled|dubbed)[ ](?:the[ ])?"
_CALLED = rf",?[ ]{_MAY_BE}(?:(?:is|was|were|are)[ ]{_MAY_BE})?{_VERB}"
_IS_CALLED = rf",?[ ]{_MAY_BE}(?:is|was|were|are)[ ]{_MAY_BE}{_VERB}"
# "The boy on the bus called Ida a liar", "the unit called Ida twice".
_NO_OBJECT = r"(?![ ](?:an?|the|by|in|out|back|up|over|again|twice|names?|to|and)\b)"
_THE = r"(?i:an?|the|our|their|his|her|its|my|two)[ ]"
_NO_MEMBER = r"(?<!\b(?i:of|in|at|from|on|with|by|for|to|near|under)[ ])"
# What is called by a word before it, and by its owner's name hardly ever.
_SYSTEM = (
    r"(?:system|database|software|app|platform|portal|website|template|toolkit|questionnaire|inventory"
    r"|protocol|pathway|programme|scheme|initiative|campaign|playgroup|ward)"
)
_BODIES = r"(?:Ward|Class|Unit|Suite|Lodge|Team|Project|Programme|Building|Wing|Hub|Scheme|Playgroup|Nursery)"
# What stands in every match of the patterns that are tried on every sentence, and is quick to look for.
_VERBS = ("call", "nam", "known as", "titled", "dubbed")
_APPOSED = (", a", ", its ", ", the ")
_PARTS = regex.compile(r"[,;/|]|(?<![\p{L}\p{N}])(?:and|or|&)(?![\p{L}\p{N}])")
_STOPS = regex.compile(r"[.!?\n\t]")


# A system, a ward, a season: what is known, kept or done there, and not what is felt for somebody.
_AT_A_PLACE = regex.compile(
    r"(?<!\b(?:confid|believ|trust|interest|faith|chang|improve|see|seen|progress|differenc|lik)\p{L}*[ ])"
    r"(?:\b(?:in|into|onto|via|within|inside|throughout|during)"
    r"|\b(?:is|was|were|are|be|been|kept|stored|held|logged|recorded|entered|searched|back|then)[ ]on)[ ]$"
)


@dataclass(frozen=True, slots=True)
class Things:
    """Where a word names a thing, by passage and start, and those words, in lower case.

    `animals` are those of the places where an animal is said to be called so, `listed` those in lists and
    columns of things.
    """

    places: frozenset[tuple[str, int]] = field(repr=False)
    animals: frozenset[tuple[str, int]] = field(repr=False)
    listed: frozenset[tuple[str, int]] = field(repr=False)
    words: frozenset[str] = field(repr=False)


def things_told(views: Sequence[View]) -> Things:
    """Collect the words that the documents of a call say to be names of things."""
    of = tuple(map(id, views))
    kept = cast("tuple[tuple[int, ...], Things] | None", views[0].kept.get(_KEPT)) if views else None
    if kept is not None and kept[0] == of:
        return kept[1]
    found = [(reading, (start, end), kind) for reading, start, end, kind in _in_views(views)]
    placed = [
        ((reading.passage.id, at[0]), kind)
        for reading, word, kind in found
        if (at := reading.span(*word)) is not None
    ]
    words = frozenset(reading.text[slice(*word)].casefold().removesuffix("'s") for reading, word, _ in found)
    things = Things(
        frozenset(place for place, _ in placed),
        frozenset(place for place, kind in placed if kind == _ANIMAL),
        frozenset(place for place, kind in placed if kind == _LISTED),
        words,
    )
    for view in views[:1]:
        view.kept[_KEPT] = of, things
    return things


def is_at_a_place(text: str, start: int, end: int) -> bool:
    """Tell that a word stands where things do: "was on Willow", "entered in Niche"; not "in Willow's room".

    `start` and `end`: half-open code points of the text, which hold the word.
    """
    behind = text[end : end + 1]
    return behind != "'" and _AT_A_PLACE.search(text[max(0, start - 40) : start]) is not None


def _in_views(views: Sequence[View]) -> Iterator[tuple[Reading, int, int, str]]:
    for view in views:
        for reading in view.first:
            for start, end, animal in _in_text(reading.text):
                yield reading, start, end, _ANIMAL if animal else _TOLD
            for item in items_of_lists(reading):
                yield from ((reading, *word, _LISTED) for word in _words(reading.text, *item))
        for grid in view.grids:
            yield from ((*each, _TOLD) for each in _in_grid(grid))
            yield from ((*each, _LISTED) for each in _in_columns(grid))


@cache
def _nouns(*of: str) -> str:
    found = sorted((noun for noun, kind in kinds("thing-nouns").items() if kind in of), key=len, reverse=True)
    return "(?:" + "|".join(map(regex.escape, found)) + ")(?:e?s)?"


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], regex.Pattern[str]], ...]:
    """Give each pattern with texts of which one stands in every match; none where there are too many."""
    animals, things = _nouns("animal"), _nouns("animal", "goods", "thing")
    bodies, every = _nouns("body"), _nouns("animal", "goods", "thing", "body")
    patterns = (
        (_VERBS, rf"\b(?i:{animals}){_CALLED}{_NAME}"),
        ((), rf"(?<!,[ ]\p{{L}}{{1,6}}[ ])\b{animals}(?:,[ ]|[ ]\(|[ ]){_NAME}(?=[ ]?(?:[.,;)\n]|$))"),
        (_VERBS, rf"\b{_THE}{_LIKE}(?i:{things}){_CALLED}{_NAME}{_NO_OBJECT}"),
        (_VERBS, rf"{_NO_MEMBER}\b(?i:an?|another)[ ]{_LIKE}{bodies}{_CALLED}{_NAME}{_NO_OBJECT}"),
        (_VERBS, rf"\b{_THE}{_LIKE}(?i:{bodies}){_IS_CALLED}{_NAME}"),
        ((), rf"{_OPENS}{_SEVERAL}{_IS}{_A}{_LIKE}(?:{things}{_END_OF_THING}|{every}{_END})"),
        ((", which ",), rf"{_NAME},[ ]which{_IS}{_A}{_LIKE}{every}{_END}"),
        # In "Ida, Rover, a hamster" any of them may be the hamster.
        (
            _APPOSED,
            rf"(?<!\p{{L}},[ ]){_NAME},[ ](?:an?|its|the[ ]\p{{Ll}}+'s)[ ]{_LIKE}{things}(?=[ ]?[,.;)])",
        ),
        ((" (",), rf"{_NAME}[ ]\((?:(?:an?|the|our)[ ])?{_LIKE}{things}\)"),
        ((), rf"\b(?:the|our|on|in|via|using|an?)[ ]{_NAME}[ ]{_SYSTEM}\b(?!['-])"),
        ((), rf"\b(?:the|on|in|to|from|at|of|by|our)[ ]{_NAME}[ ]{_BODIES}\b"),
        ((), rf"\b(?:Operation|Project|Programme|Suite|HMS)[ ]{_NAME}"),
    )
    return tuple((needs, regex.compile(pattern)) for needs, pattern in patterns)


def _in_text(text: str) -> Iterator[tuple[int, int, bool]]:
    """Find the words of names that a text tells to be those of things, and whether an animal is called so.

    Returns: half-open code points of the text.
    """
    for number, (needs, pattern) in enumerate(_patterns()):
        if needs and not any(each in text for each in needs):
            continue
        for match in pattern.finditer(text):
            if number < _OF_ANIMALS or not acts(text, match.end("name")):
                yield from ((*word, number == 0) for word in _words(text, *match.span("name")))
    for match in _labels().finditer(text) if ": " in text else ():
        yield from ((*word, False) for word in _items(text, match.end()))


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the words of a name; none of one with a title, or of an owner ("Ida's room")."""
    found = [each.span() for each in _EACH.finditer(text, start, end)]
    is_owner = bool(found) and text[slice(*found[-1])].endswith(("'s", "'S"))
    if not is_owner and not any(text[low:high].casefold() in title_words() for low, high in found):
        yield from (each for each in found if text[slice(*each)].casefold() not in stop_words())


def _items(text: str, at: int) -> Iterator[tuple[int, int]]:
    """Find the words of the items behind a label that asks for things: "Toys: Duplo, Jenga"."""
    stop = _STOPS.search(text, at, at + _REACH)
    end = stop.start() if stop else min(len(text), at + _REACH)
    items = []
    for part in (*_PARTS.finditer(text, at, end), None):
        items.append((at, part.start() if part else end))
        at = part.end() if part else end
    named = [(low, high) for low, high in items if _is_name(text[low:high])]
    if items[0] in named and 2 * len(named) >= len(items):
        for low, high in named:
            yield from _words(text, low, high)


def _is_name(text: str) -> bool:
    found = text.split()
    return 0 < len(found) <= _MOST_WORDS and not any(word[0].islower() for word in found)


@cache
def _labels() -> regex.Pattern[str]:
    # At a beginning, or behind "in the box for".
    nouns = _nouns("animal", "goods")
    return regex.compile(rf"(?:(?<=^|[.!?;\n\t|][ ]?)|(?<=\bfor[ ]))(?i:{nouns})[ ]?:[ ]")


def _in_grid(grid: Grid) -> Iterator[tuple[Reading, int, int]]:
    """Find the words of cells that hold a name in a column that asks for things."""
    for cell in grid.cells.values():
        header = grid.header_of(cell)
        if header is None or header is cell or len(header.text) > _LONGEST_HEADER:
            continue
        if not _header().fullmatch(header.text.strip(" :*")):
            continue
        for piece in cell.slices:
            if _is_name(piece.text):
                for start, end in _words(piece.reading.text, piece.start, piece.end):
                    yield piece.reading, start, end


def _in_columns(grid: Grid) -> Iterator[tuple[Reading, int, int]]:
    """Find the words of the cells of a column whose head asks for things, where most of them hold names."""
    columns: dict[int, list[Cell]] = defaultdict(list)
    for cell in grid.cells.values():
        if cell.row != grid.first_row:
            columns[cell.column].append(cell)
    for column, cells in columns.items():
        header = grid.cells.get((grid.first_row, column))
        if header is None or not is_column_of_things(header.text):
            continue
        named = [piece for cell in cells for piece in cell.slices if _is_name(piece.text)]
        if len(named) >= _LEAST and 2 * len(named) >= len(cells):
            for piece in named:
                for start, end in _words(piece.reading.text, piece.start, piece.end):
                    yield piece.reading, start, end


@cache
def _header() -> regex.Pattern[str]:
    return regex.compile(_nouns("animal", "goods"), regex.IGNORECASE)
