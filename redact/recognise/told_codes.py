"""Codes that a paper explains or keeps for agencies: its key, its glossary, a column of a chronology.

"CSC = social care. ED = A&E.", rows "QOF | points" and "Mantoux | skin test" among others whose letters the
words spell, and a column NUR, MPS, LAS. What names a relative or a post explains whose letters they are, and
proves nothing here; nor does a name. What remains: a key of one line, and two letters that no list knows in a
column.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain

from redact.recognise import regex
from redact.recognise.grids import Cell, Grid, Slice, View
from redact.recognise.lists import entries, kinds, words
from redact.recognise.names import name_words, stop_words
from redact.recognise.plain_words import is_plain

__all__ = ["Codes", "codes_told"]

_LEAST = 3  # items of a key, rows of a glossary, cells of a column
_DISTINCT = 2  # known codes of a column
_INITIALS = 2  # letters that are as likely somebody's
_PARTS = frozenset(
    ("patient", "subject", "client", "baby", "adult", "resident", "perpetrator", "victim", "suspect", "pupil")
)
_COLUMNS = 3  # of a chronology
_LONGEST, _MOST_WORDS = 60, 8  # of what explains
_LONGEST_TERM = 30
_LETTERS = r"\p{Lu}[\p{Lu}&/]{1,6}"
_OF_A_KEY = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}.'/-])(?P<letters>{_LETTERS})[ ]?=[ ]?(?P<words>[^=.;,\n\t]{{2,{_LONGEST}}})"
)
_RUN = regex.compile(
    r"(?:^|[.\n\t])[ ]*(?i:(?:[\p{L}]+[ ]){0,3}?(?:codes?|key|legend|abbreviations|acronyms|short[ ]forms)"
    rf"(?:[ ]\p{{L}}+){{0,3}}):[ ]?(?P<items>(?:{_LETTERS}[ ]\p{{Ll}}[\p{{Ll}} '-]*[,;][ ])+"
    rf"{_LETTERS}[ ]\p{{Ll}}[\p{{Ll}} '-]*)"
)
_ITEM = regex.compile(rf"(?P<letters>{_LETTERS})[ ](?P<words>[^,;]+)")
_CODE = regex.compile(_LETTERS)
_CODES = regex.compile(rf"{_LETTERS}(?:[ ]?[/,+][ ]?{_LETTERS})*")
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['&/-][\p{L}\p{M}]+)*")
_HEADER = regex.compile(
    r"(?:terms?|abbreviations?|acronyms?|codes?|letters|short[ ]forms?|stands[ ]for|meanings?|in[ ]full"
    r"|definitions?|explanations?|what[ ]it[ ]means)",
    regex.IGNORECASE,
)
_KEPT = "codes that are told"


@dataclass(frozen=True, slots=True)
class Codes:
    """Letters that are explained or an agency's, in lower case, and where terms and codes begin."""

    letters: frozenset[str] = field(repr=False)
    places: frozenset[tuple[str, int]] = field(repr=False)


def codes_told(view: View) -> Codes:
    """Collect what one document tells to be codes."""
    kept = view.kept.get(_KEPT)
    if not isinstance(kept, Codes):
        found = list(_in_view(view))
        letters = frozenset(each.casefold() for each, _ in found if each)
        view.kept[_KEPT] = kept = Codes(letters, frozenset(place for _, place in found))
    return kept


def _in_view(view: View) -> Iterator[tuple[str, tuple[str, int]]]:
    for reading in view.first:
        text = reading.text
        for start, end in _of_keys(text) if "=" in text or ":" in text else ():
            span = reading.span(start, end)
            if span is not None:
                yield text[start:end], (reading.passage.id, span[0])
    for grid in view.grids:
        yield from filter(None, (_placed(*each) for each in _of_glossary(grid)))
    # A chronology may be read as many tables of a row: its columns are looked at together.
    yield from filter(None, (_placed(*each) for each in _of_columns(view.grids)))


def _placed(piece: Slice, is_code: bool) -> tuple[str, tuple[str, int]] | None:
    low = len(piece.text) - len(piece.text.lstrip())
    span = piece.reading.span(piece.start + low, piece.end)
    return (
        None if span is None else (piece.text.strip() if is_code else "", (piece.reading.passage.id, span[0]))
    )


def _of_keys(text: str) -> Iterator[tuple[int, int]]:
    """Find the letters of keys: half-open code points of the text."""
    items = list(_OF_A_KEY.finditer(text))
    told = [each for each in items if _are_of_things(each["letters"], each["words"])]
    if len(told) >= _LEAST and 2 * len(told) > len(items):
        yield from (each.span("letters") for each in told)
    for run in _RUN.finditer(text):
        told = [
            each
            for each in _ITEM.finditer(text, *run.span("items"))
            if _are_of_things(each["letters"], each["words"])
        ]
        if len(told) >= _LEAST:
            yield from (each.span("letters") for each in told)


def _of_glossary(grid: Grid) -> Iterator[tuple[Slice, bool]]:
    """Find the terms of a table of two columns in which letters are spelt out, or whose head says so."""
    rows: dict[int, list[Cell]] = defaultdict(list)
    for (row, _), cell in sorted(grid.cells.items()):
        rows[row].append(cell)
    pairs = [cells for cells in rows.values() if len(cells) == 2 and len(cells[0].text) <= _LONGEST_TERM]
    if len(pairs) < _LEAST or 2 * len(pairs) <= len(rows):
        return
    spelt = sum(_spells(left.text, right.text) for left, right in pairs)
    is_headed = all(_HEADER.fullmatch(cell.text.strip(" :")) for cell in pairs[0])
    if not is_headed and (spelt < _DISTINCT or 4 * spelt < len(pairs)):
        return
    for left, right in pairs:
        if _are_of_things(left.text, right.text):
            yield from ((piece, _CODE.fullmatch(left.text) is not None) for piece in left.slices[:1])


def _of_columns(grids: Sequence[Grid]) -> Iterator[tuple[Slice, bool]]:
    """Find the codes of columns in which most codes are known ones of agencies."""
    columns: dict[int, list[Slice]] = defaultdict(list)
    for grid in grids:
        if max(column for _, column in grid.cells) < _COLUMNS:
            continue  # letters beside words: a list of initials, perhaps
        for (_, column), cell in grid.cells.items():
            if len(cell.slices) == 1 and _CODES.fullmatch(cell.text):
                columns[column].append(cell.slices[0])
    for pieces in columns.values():
        codes = {code for piece in pieces for code in _CODE.findall(piece.text)}
        known = codes & _known()
        if len(pieces) < _LEAST or len(known) < _DISTINCT or 2 * len(known) < len(codes):
            continue
        for piece in pieces:
            code = piece.text.strip()
            if code in known or len(code) > _INITIALS:
                yield piece, code in known


@cache
def _known() -> frozenset[str]:
    return frozenset(code for line in entries("agency-codes") for code in line.split())


def _spells(letters: str, explained: str) -> bool:
    """Tell whether words begin with these letters, small ones passed over or not: "did not attend"."""
    if not _CODE.fullmatch(letters):
        return False
    reached = {0}
    for word in _WORD.findall(explained):
        if _may_be_name(word):
            return False
        passed = reached if word.casefold() in words("small-words") else set()
        reached = passed | {at + 1 for at in reached if letters[at : at + 1] == word[0].upper()}
    return len(letters) in reached


def _are_of_things(letters: str, explained: str) -> bool:
    """Tell whether words explain no person: they name nobody, nor a relative or a post that bears letters."""
    every = _WORD.findall(explained)
    if not 1 <= len(every) <= _MOST_WORDS or any(map(_may_be_name, every)):
        return False
    if _spells(letters, explained):
        return True
    if len(letters) == _INITIALS and letters not in _known():
        return False  # "KD | asleep" may be somebody's
    return not any(word.casefold() in _persons() for word in every if not word.isupper())


def _may_be_name(word: str) -> bool:
    """Tell a word with a capital that may be somebody's: no short form, and in no list of words."""
    if word.islower() or (word.isupper() and len(word) <= 5) or not word[0].isupper():
        return False
    plain = word.casefold()
    return plain in name_words() or not (
        is_plain(word)
        or plain in stop_words() | words("known-capitals") | words("small-words")
        or plain in words("seldom-names") | words("agency-words") | _persons()
    )


@cache
def _persons() -> frozenset[str]:
    """Give the words of kinship and of posts, in lower case."""
    every = {phrase.split()[-1].casefold() for phrase in chain(kinds("kinship"), kinds("roles"))}
    every |= words("post-words") | _PARTS
    return frozenset(every | {word + "s" for word in every}) - words("small-words")
