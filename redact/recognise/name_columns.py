"""Names among names: the cells of a column of names, the lines of a key of codes, both sides of "and".

Where most cells of a column are somebody's name, the others that have the shape of one are names too, though
they are made of ordinary words: "Gay Lord", "FRIEND Rosa" between "HARTE Anna" and "QUILL Tom". So are those
of the lines of a key, "SW1 = Gay Lord". Beside a whole name "North Crompton & Anna Harte" is asked about. The
name model must not hold a name impossible. What remains: a column in which hardly a name was found.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import Grid, Slice, View
from redact.recognise.lists import entries, kinds, words
from redact.recognise.model.views import chance
from redact.recognise.names import is_particle, stop_words, title_pattern, title_words
from redact.recognise.role_words import OFFICE_ROLE
from redact.recognise.taken import Taken, people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "name-columns", "1"
_LEAST_SCORE = 0.6  # of a name that makes its column one of names
_SURE, _ASKED = 0.62, 0.45
# The model's odds of a person from which a cell, and a word beside a name, may be one; set on the dev split.
_ONE_WORD, _MORE_WORDS, _BESIDE = 0.02, 0.005, 0.05
_LONGEST = 60  # characters
_PART = r"\p{Lu}(?:[\p{L}\p{M}'-]*\p{L})?\.?"
_PARTICLE = r"(?:de|la|le|van|von|der|den|el|al|bin|ap|ab|da|dos)"
_SHAPE = regex.compile(rf"{_PART}(?:,?[ ](?:{_PARTICLE}[ ])?{_PART}){{0,4}}")
_LEAD = regex.compile(r"[ \"'*•-]*")
_ROLE = regex.compile(rf"(?i:{OFFICE_ROLE})[ ](?=\p{{Lu}})")
_LINE = regex.compile(r"^[ ]*[^=\n]{1,40}?[ ]*=[ ]*(?P<value>[^=\n]+)$", regex.M)
_NUMBERED = regex.compile(
    r"^[ ]*(?P<value>\p{Lu}[\p{L}\p{M}' -]{1,40}?),?[ ]\d{3,6}(?:[ ]?\p{Lu}{2})?[ ]*$", regex.M
)
# In a table of labels: "Quillham | Town A".
_LABEL_OF_A_PLACE = regex.compile(
    r"(?:Town|City|Village|Area|Borough|County|Street|Road|Estate|School|Nursery|Hospital|Surgery|Practice|Church"
    r"|Centre|Refuge|Agency|Company|Pub|Court|Team|Home|Ward)[ ][\p{Lu}\d]{1,2}"
)
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'-]*")
_BEFORE = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}'.,-]|[,][ ])(?P<name>{_PART}(?:[ ]{_PART}){{1,2}})[ ](?:and|&)[ ]"
    r"(?:(?:Mrs?|Ms|Miss|Dr)[ ])?$"
)
_BEHIND = regex.compile(rf"[ ](?:and|&)[ ](?P<name>{_PART}(?:[ ]{_PART}){{1,2}})(?![\p{{L}}\p{{N}}'-])")
_DAYS = frozenset({"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"})
_COLUMN = Evidence(_NAME, _VERSION, "cell among names", "a cell of a column in which most cells are names")
_KEY = Evidence(_NAME, _VERSION, "line among names", "a line of a list in which most lines end in a name")
_JOINED = Evidence(_NAME, _VERSION, "beside a name", "words joined to a name by a word for and")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    people = taken_by(each for each in mentions if each.label is Label.PERSON and each.score >= _LEAST_SCORE)
    if not people.stretches:
        return
    for view in views:
        for grid in view.grids:
            for column in _columns(grid, people):
                yield from _among(view, column, people, _COLUMN)
        for reading in view.first:
            if "=" in reading.text:
                lines = [Slice(reading, *match.span("value")) for match in _LINE.finditer(reading.text)]
                yield from _among(view, lines, people, _KEY)
            numbered = [Slice(reading, *match.span("value")) for match in _NUMBERED.finditer(reading.text)]
            yield from _among(view, numbered, people, _KEY)
        yield from _joined(view, mentions)


def _columns(grid: Grid, people: Taken) -> Iterator[list[Slice]]:
    """Give the columns, each as its cells of one line, and all together; a first row may hold headers."""
    columns: dict[int, list[Slice]] = defaultdict(list)
    first: list[tuple[int, Slice]] = []
    for (row, column), cell in sorted(grid.cells.items()):
        if len(cell.slices) != 1 or not any(letter.isalpha() for letter in cell.text):
            continue
        beside = grid.right_of(cell)
        if beside is not None and _LABEL_OF_A_PLACE.fullmatch(beside.text) is not None:
            continue
        if row == grid.first_row:
            first.append((column, cell.slices[0]))
        else:
            columns[column].append(cell.slices[0])
    is_week = any(piece.text.strip().casefold() in _DAYS for _, piece in first)
    if not is_week and any(_is_named(piece, people) for _, piece in first):
        for column, piece in first:
            columns[column].append(piece)
    yield from columns.values()
    yield [piece for column in columns.values() for piece in column]  # a rota names people in all of them


def _among(view: View, pieces: Sequence[Slice], people: Taken, evidence: Evidence) -> Iterator[Mention]:
    named = [_is_named(piece, people) for piece in pieces]
    if sum(named) < 2 or 2 * sum(named) <= len(pieces):
        return
    for piece in pieces:
        found = _shape(piece)
        if found is None:
            continue
        start, end = found
        text = piece.reading.text[start:end]
        every = _WORD.findall(text)
        unusual = [word for word in every if not _is_usual(word)]
        least = _MORE_WORDS if len(every) > 1 else _ONE_WORD
        odds = chance(view, piece.reading, start, end)
        if (not unusual and (len(every) < 2 or odds is None)) or (odds is not None and odds < least):
            continue
        sure = len(every) > 1 and bool(unusual)
        made = mention(piece.reading, start, end, Label.PERSON, _SURE if sure else _ASKED, evidence)
        if made is not None and not people.holds(made.span.passage, made.span.start, made.span.end):
            yield made


def _is_named(piece: Slice, people: Taken) -> bool:
    """Tell whether the beginning of a cell is a name that was found."""
    span = piece.reading.span(_begin(piece), piece.end)
    return span is not None and people.touches(piece.reading.passage.id, span[0], span[0] + 1)


def _begin(piece: Slice) -> int:
    """Find where a cell's name begins, behind marks, a role of the review and titles."""
    text = piece.reading.text
    lead = _LEAD.match(text, piece.start, piece.end)
    start = lead.end() if lead else piece.start
    role = _ROLE.match(text, start, piece.end)
    start = role.end() if role else start
    title = title_pattern().match(text, start, piece.end)
    return title.end() if title else start


def _shape(piece: Slice) -> tuple[int, int] | None:
    """Find the name that a cell may be: nothing but words with capitals, up to a bracket or a comma."""
    text = piece.reading.text
    start = _begin(piece)
    match = _SHAPE.match(text, start, piece.end)
    if match is None or match.end() - start > _LONGEST:
        return None
    if text[match.end() : piece.end].strip()[:1] not in ("", "(", ",", ";", "-", "/"):
        return None
    surname, comma, _ = match[0].partition(",")
    end = match.end() if not comma or surname.isupper() else start + len(surname)
    plain = " ".join(text[start:end].split()).casefold()
    if "'s " in plain or plain in _no_names() or plain.split()[-1] in words("agency-words"):
        return None
    return start, end


@cache
def _no_names() -> frozenset[str]:
    """Give what fills cells of forms about people and is nobody's name: labels, posts, faiths, groups."""
    every = chain(kinds("field-labels"), kinds("roles"), kinds("faiths"), entries("ethnic-groups"))
    return frozenset(each.casefold() for each in every)


def _is_usual(word: str) -> bool:
    plain = word.casefold()
    return is_known(plain) or plain in stop_words() or plain in title_words() or is_particle(word)


def _joined(view: View, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Ask about two words or three that "and" or "&" joins to a name of two words or more."""
    taken = taken_by(mentions)
    by_passage: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        by_passage[each.span.passage].append(each)
    for reading in view.first:
        if reading.starts is not None or reading.base:
            continue  # its places are not those of its passage
        for each in by_passage.get(reading.passage.id, ()):
            if each.label is not Label.PERSON or each.score < _LEAST_SCORE:
                continue
            start, end = each.span.start, each.span.end
            if " " not in reading.text[start:end]:
                continue
            before = _BEFORE.search(reading.text, max(0, start - _LONGEST), start)
            behind = _BEHIND.match(reading.text, end)
            for match in chain([before] if before else [], [behind] if behind else []):
                low, high = match.span("name")
                odds = chance(view, reading, low, high)
                if odds is None or odds < _BESIDE or all(map(_is_usual, match["name"].split())):
                    continue
                yield from people_where_free([(reading, low, high)], taken, _ASKED, _JOINED)


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("A1 = Mr Tom Vesey\nA2 = Ms Anna Harte\nA3 = Gay Lord", ("Gay Lord",)),
        Example("Who\tPost\nMr Tom Vesey\tclerk\nMs Anna Harte\tnurse\nFRIEND Rosa\tcook", ("FRIEND Rosa",)),
        Example("A1 = Mr Tom Vesey\nA2 = Ms Anna Harte\nA3 = COURT, Rosa", ("COURT, Rosa",)),
        Example("Mr Vesey 4421\nMs Harte 5532\nOsgoode 6643", ("Osgoode",)),
    ),
    near_misses=(
        "Who\tPost\nMr Tom Vesey\tcook\nHouse Party\tclerk",
        "Mr Tom Vesey\tFather\nMs Anna Harte\tSW1\nMs Ida Harte\tSW2\nMarket Quillham\tTown A",
        "Who\tPost\nMr Tom Vesey\tclerk\nMs Anna Harte\tnurse\nFamily Support Team\tall",
        "Who\tFaith\nMr Tom Vesey\tnone\nMs Anna Harte\tnone\nOrthodox Christian\tyes",
        "Who\tPost\nMr Tom Vesey\tclerk\nMs Anna Harte\tnurse\nnot known\tcook",
        "Mr Tom Vesey and the Family Support Team came.",
    ),
)
