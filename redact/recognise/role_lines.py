"""Names in the role line of the independent chair or author of the review.

"Independent author: Anna Harte", "Author of the overview report (independent) | Anna Harte", "Report by Anna
Harte, independent overview author", "Independent Chair Anna Harte", a name above its role, and on a cover
"Report by Anna Harte; panel chaired by Tom Vesey". An independent chair of a conference, an independent
reviewing officer and the author of a management review are practitioners of the case: they are left out. What
remains: a role line in words that are not listed here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redact.recognise import regex
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.names import names_in, read_name, stop_words
from redact.recognise.panel_lists import panel_members
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context, context_of
from redact.recognise.role_phrases import OF_A_PAPER, about_the_author, is_ours, role_phrases
from redact.recognise.role_words import OTHER_PANELS, ROLE
from redact.recognise.zones import LETTER_NAME, Zone, line_of, lines_of
from redact.values.people import Standing
from redact.values.text import Part

__all__ = ["role_lines"]

_MOST = 160  # characters of a line that is still an entry of a list
_REVIEW = (
    r"(?:(?:(?:local )?(?:child )?(?:serious case review|case review|scr|safeguarding practice review"
    r"|practice review"
    r"|learning review)|review|overview)[ ])"
)
_BOARD = (
    r"(?:(?:local )?safeguarding (?:(?:and|\p{L}+)[ ]){0,2}?(?:children(?:'s)?[ ])?(?:board|partnership)"
    r"|lscb|scb|lscp|scp)"
)
_PERSON = r"(?:author|chair(?:person|man|woman)?|reviewer|writer)"
_FREE = r",?[ ]\(?(?:also[ ]|likewise[ ])?independent\)?"  # said behind the role
_ROLE = (
    rf"(?:(?:the )?(?:independent[ ]{_REVIEW}?(?:report[ ])?(?:panel[ ])?(?:lead[ ])?{_PERSON}"
    rf"(?:[ ]of[ ](?:the[ ]|this[ ])?(?:{_REVIEW}?(?:panel|report)|overview|review|{_BOARD}))?"
    r"|(?:serious case review[ ]|scr[ ])?overview[ ](?:report[ ])?(?:author|writer)"
    r"|(?:independent[ ])?lead[ ]reviewers?"
    rf"|(?:independent[ ])?{_REVIEW}?panel[ ]chair(?:person|man|woman)?"
    rf"|(?:independent[ ])?chair(?:person|man|woman)?[ ]of[ ](?:the[ ])?"
    rf"(?:{_REVIEW}?panel|(?:\p{{L}}+[ ]){{0,3}}{_BOARD})"
    rf"|{_BOARD}[ ](?:independent[ ])?chair(?:person|man|woman)?"
    rf"|(?:independent[ ])?author[ ]of[ ](?:the[ ])?(?:overview|{_REVIEW})(?:[ ]?report)?"
    rf"|{_PERSON}(?:[ ]of[ ](?:the[ ])?(?:overview[ ]report|report|review|{_REVIEW}?panel))?{_FREE}))"
    rf"(?:{_FREE})?"
)
_ANY = rf"(?P<role>{_ROLE}(?:[ ](?:and|&)[ ]{_ROLE})?|(?:the[ ])?{ROLE})"
_LABEL = regex.compile(
    rf"^[\s\d.)(•*-]*{_ANY}(?:\(s\)|s)?[ ]*(?::|-(?=[ ])|\t|\||[ ]{{2}}|$)[ \t|]*", regex.IGNORECASE
)
_OWN_ROLE = regex.compile(rf"{_ROLE}(?:[ ](?:and|&)[ ]{_ROLE})?", regex.IGNORECASE)
_BEHIND = regex.compile(
    rf"(?P<name>{LETTER_NAME})(?:,?[ ][OMCK]BE|,?[ ][QK]PM)?(?:,[ ]|[ ]\(|[ ]-[ ]|[ ]?\n[ ]?)"
    rf"(?P<role>(?i:(?:an?[ ]|as[ ])?{_ROLE}))(?![\p{{L}}])"
)
_BEFORE = regex.compile(rf"(?<![\p{{L}}-])(?P<role>(?i:{_ROLE})),?[ ](?P<name>{LETTER_NAME})(?![\p{{L}}])")
# A role line ends there or goes on with another name; in a sentence somebody acts.
_NO_SENTENCE = regex.compile(r"[)\s]*(?:$|\n|[.;:|\t]|(?:,[ ]|[ ]|[ ]?,?[ ]and[ ])(?:of|for|and|to|\p{Lu}))")
_WHOLE = regex.compile(rf"\s*(?P<name>{LETTER_NAME})(?:,?[ ](?:[OMCK]BE|[QK]PM))?\s*")
_HEADED = regex.compile(rf"\s*(?i:{_ROLE})(?=\s*(?:$|[,\n]))")
_CHAIR = regex.compile(r"chair", regex.IGNORECASE)
_LONG_WORD = regex.compile(r"\p{L}{4,}")
_ROLE_WORD = regex.compile(
    r"\b(?:(?:co-?)?author|writer|reviewer|chair(?:person|man|woman)?|facilitator|scrutineer)s?\b",
    regex.IGNORECASE,
)
_SEVERAL = regex.compile(r"(?:authors|reviewers)\W*$", regex.IGNORECASE)
_BARE_CHAIR = regex.compile(r"(?:the )?independent chair(?:person|man|woman)?", regex.IGNORECASE)
_MADE = r"(?:written|prepared|compiled|undertaken|conducted|led|authored|carried[ ]out|completed|produced)"
_WORK = (
    r"(?:(?:overview|independent|final|full|serious case|safeguarding practice|practice|learning|case"
    r"|executive)[ ])*"
)
_SELF = regex.compile(
    rf"\b(?i:this[ ]{_WORK}(?:review|overview[ ]report)[ ](?:was"
    rf"|has[ ]been)[ ](?:independently[ ])?(?:{_MADE}|chaired)[ ]by)"
    rf"[ ](?P<name>{LETTER_NAME})"
)
_COVER = (
    regex.compile(
        rf"^[\s*#]*(?i:(?:an?[ ]|the[ ])?{_WORK}(?:report|review"
        rf"|summary)[ ](?:{_MADE}[ ])?by)[ ](?P<name>{LETTER_NAME})"
        r"(?=[ ]*(?:$|\n|[;.]|[ ]and[ ]|,[ ](?:an?[ ])?independent))",
        regex.MULTILINE,
    ),
    regex.compile(
        rf"\b{OTHER_PANELS}(?i:(?:panel"
        rf"|review)[ ](?:was[ ])?(?:independently[ ])?chaired[ ]by)[ ](?P<name>{LETTER_NAME})"
    ),
)
_BY = regex.compile(r"\bby\b")
_NAME_PARTS = frozenset(
    {
        Part.FILE_NAME,
        Part.PROPERTY,
        Part.BOOKMARK,
        Part.EMBEDDED_FILE,
        Part.ATTACHMENT,
        Part.LINK,
        Part.COMMENT,
    }
)


def role_lines(view: View) -> Iterator[Zone]:
    """Find the names in role lines and in lists of a panel's members, one zone for each name."""
    first = [each for each in view.first if each.passage.location.part not in _NAME_PARTS]
    context = context_of(first)
    for reading in first:
        if _ROLE_WORD.search(reading.text):
            yield from _labelled(reading, context)
            yield from _before_role(reading, context)
            yield from _behind_role(reading, context)
        yield from _made_by(reading, context)
        yield from role_phrases(reading, context)
    yield from about_the_author(first, context)
    yield from _above_role(first, context)
    for grid in view.grids:
        yield from _cells(grid, context)
    yield from panel_members(first, view.grids)


def _office(reading: Reading, start: int, end: int) -> Zone:
    because = "a name in the role line of the independent chair or author"
    return Zone(reading, start, end, Standing.OFFICE, "role line", because, 0.75, careful=False)


def _labelled(reading: Reading, context: Context) -> Iterator[Zone]:
    lines = list(lines_of(reading.text))
    for number, (low, high) in enumerate(lines):
        line = reading.text[low:high]
        label = _LABEL.match(line)
        if label is None or not _is_labels(reading, context, line, label["role"]):
            continue
        if line[label.end() :].strip():
            several = _SEVERAL.search(label[0]) is not None
            for name in names_in(reading.text, low + label.end(), high, several=several):
                if name.words > 1:
                    yield _office(reading, name.start, name.end)
                if not several:
                    break
        elif number + 1 < len(lines):
            yield from _whole(reading, *lines[number + 1])


def _is_labels(reading: Reading, context: Context, line: str, role: str) -> bool:
    """Tell whether a label is of the review: "Chair" and "Author" alone only where a review is spoken of."""
    if context.is_case_meeting(reading, line) or (
        OF_A_PAPER.search(role) and context.is_kept_of_a_procedure(reading, line)
    ):
        return False
    return _OWN_ROLE.fullmatch(role) is not None or is_ours(reading, context, line, role)


def _whole(reading: Reading, low: int, high: int) -> Iterator[Zone]:
    """Read a line that is a name and no more."""
    match = _WHOLE.fullmatch(reading.text[low:high])
    if match is not None and len(match["name"].split()) > 1 and not _is_words(match["name"]):
        yield _office(reading, low + match.start("name"), low + match.end("name"))


def _before_role(reading: Reading, context: Context) -> Iterator[Zone]:
    text = reading.text
    for role in _ROLE_WORD.finditer(text):
        low = max(0, role.start() - 120)
        for match in _BEHIND.finditer(text, low, min(len(text), role.end() + 60)):
            start, end = line_of(text, match.start())
            short = text[start : max(end, match.end())]
            name = read_name(text, *match.span("name"))
            if name is None or name.words < 2 or len(short) > _MOST:
                continue
            if _NO_SENTENCE.match(text, match.end(), max(end, match.end())) and _is_ours(
                reading, context, short, match["role"]
            ):
                yield _office(reading, name.start, name.end)


def _behind_role(reading: Reading, context: Context) -> Iterator[Zone]:
    """Find "Independent Author Anna Harte", and "Independent Chair Harte" in a text of a review."""
    text = reading.text
    for match in _BEFORE.finditer(text):
        start, end = line_of(text, match.start())
        line = text[start : max(end, match.end())]
        name = read_name(text, *match.span("name"))
        if name is not None and _is_prefix(match["role"]) and _is_ours(reading, context, line, match["role"]):
            yield _office(reading, name.start, name.end)


def _is_prefix(role: str) -> bool:
    """Tell a role that stands like a title, "Independent Author"; "independent author" is of a sentence."""
    return all(word[0].isupper() for word in _LONG_WORD.findall(role))


def _is_ours(reading: Reading, context: Context, line: str, role: str) -> bool:
    """Tell whether a role is one of the review: an independent chair alone may be a conference's."""
    if context.is_report_of_the_case(reading, line):
        return False
    if _CHAIR.search(role) is None:
        return not (OF_A_PAPER.search(role) and context.is_kept_of_a_procedure(reading, line))
    if context.is_case_meeting(reading, line):
        return False
    return _BARE_CHAIR.fullmatch(role.strip()) is None or context.is_review(reading, line)


def _made_by(reading: Reading, context: Context) -> Iterator[Zone]:
    """Find who wrote and who chaired, on a cover, and where a review says so of itself."""
    if _BY.search(reading.text) is None:
        return
    patterns = (_SELF, *_COVER) if context.in_title(reading) else (_SELF,)
    for match in (found for pattern in patterns for found in pattern.finditer(reading.text)):
        start, end = line_of(reading.text, match.start("name"))
        line = reading.text[start:end]
        name = read_name(reading.text, *match.span("name"))
        if name is None or name.words < 2 or context.is_case_meeting(reading, line):
            continue
        if context.is_review(reading, line):
            yield _office(reading, name.start, name.end)


def _above_role(readings: Sequence[Reading], context: Context) -> Iterator[Zone]:
    """Find a paragraph that is a name, with the role in the paragraph behind it or before it."""
    for upper, lower in pairwise(readings):
        if upper.passage.location.cell is not None or lower.passage.location.cell is not None:
            continue
        for name, role in ((upper, lower), (lower, upper)):
            if len(role.text) > _MOST or len(name.text) > _MOST or not _ROLE_WORD.search(role.text):
                continue
            label = _LABEL.match(role.text) if role is upper else _HEADED.match(role.text)
            if label is not None and _is_ours(role, context, role.text, label[0].strip(" :-\t|")):
                yield from _whole(name, 0, len(name.text))


def _cells(grid: Grid, context: Context) -> Iterator[Zone]:
    every = " ".join(cell.text for (row, _), cell in grid.cells.items() if row == grid.first_row)
    for cell in grid.cells.values():
        left = grid.left_of(cell)
        further = grid.left_of(left) if left is not None else None
        reading = cell.slices[0].reading
        row = f"{every} {left.text if left else ''}"
        if left is not None and _is_label(left, reading, context, row):
            for piece in cell.slices:
                for name in names_in(piece.reading.text, piece.start, piece.end, several=False):
                    yield _office(piece.reading, name.start, name.end)
        elif further is not None and left is not None and _are_parts(left, cell):
            # The name in two cells: "Independent author | Anna | Harte".
            is_label = _is_label(further, reading, context, f"{row} {further.text}")
            for piece in cell.slices if is_label else ():
                yield _office(piece.reading, piece.start, piece.end)


def _is_label(cell: Cell, reading: Reading, context: Context, row: str) -> bool:
    label = _LABEL.fullmatch(cell.text)
    return label is not None and _is_labels(reading, context, row, label["role"])


def _are_parts(*cells: Cell) -> bool:
    """Tell whether cells hold a word of a name each."""
    return all(
        len(cell.text.split()) == 1 and cell.text[:1].isupper() and not _is_words(cell.text) for cell in cells
    )


def _is_words(name: str) -> bool:
    return any(word.casefold() in stop_words() for word in name.split())
