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
from redact.recognise.names import Name, names_in, read_name, stop_words
from redact.recognise.panel_lists import panel_members
from redact.recognise.posts import holds_a_post
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context, context_of
from redact.recognise.role_labels import OWN, is_of_the_review, label_of, labelled, whole_name
from redact.recognise.role_phrases import (
    OF_A_PAPER,
    about_the_author,
    is_another_review,
    role_phrases,
)
from redact.recognise.role_sides import Sides, sides_of
from redact.recognise.role_words import OFFICE_ROLE, OTHER_PANELS
from redact.recognise.zones import LETTER_NAME, Zone, line_of
from redact.values.people import Standing
from redact.values.text import Part

__all__ = ["role_lines"]

_MOST = 160  # characters of a line that is still an entry of a list
_BEHIND = regex.compile(
    rf"(?P<name>(?:\p{{Lu}}\.[ ]?){{0,3}}{LETTER_NAME})(?:,?[ ][OMCK]BE|,?[ ][QK]PM)?(?:,[ ]|[ ]\(|[ ]-[ ]"
    r"|[ ]?\n[ ]?(?i:(?:role|position|title|post|designation):[ ]?)?)"
    rf"(?P<role>(?i:(?:an?[ ]|as[ ])?{OFFICE_ROLE}))(?![\p{{L}}])"
)
_BEFORE = regex.compile(
    rf"(?<![\p{{L}}-])(?P<role>(?i:{OFFICE_ROLE})),?[ ](?P<name>{LETTER_NAME})(?![\p{{L}}])"
)
# A role line ends there or goes on with another name; in a sentence somebody acts.
_NO_SENTENCE = regex.compile(r"[)\s]*(?:$|\n|[.;:|\t(]|(?:,[ ]|[ ]|[ ]?,?[ ]and[ ])(?:of|for|and|to|\p{Lu}))")
_HEADED = regex.compile(rf"\s*(?i:{OFFICE_ROLE})(?=\s*(?:$|[,\n]))")
_CHAIR = regex.compile(r"chair", regex.IGNORECASE)
_LONG_WORD = regex.compile(r"\p{L}{4,}")
_ROLE_WORD = regex.compile(
    r"\b(?:(?:co-?)?author|writer|reviewer|chair(?:person|man|woman)?|facilitator|scrutineer)s?\b",
    regex.IGNORECASE,
)
_REVIEWERS = regex.compile(
    r"\b(?:lead[ ]reviewer|independent[ ](?:reviewer|author)|overview[ ](?:report[ ])?(?:author|writer))s?\b",
    regex.IGNORECASE,
)
_NAMES = regex.compile(r"(?:full[ ])?names?(?:[ ]of[ ]member)?|panel[ ]members?|members?", regex.IGNORECASE)
_ROLES = regex.compile(
    r"(?:role|post|position|title|job[ ]title|designation|capacity)s?(?:[ ](?:held|on[ ]the[ ]panel))?",
    regex.IGNORECASE,
)
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
        rf"(?:^|\n)[ ]*(?i:(?:{_MADE}[ ](?:[^\n]{{1,80}}[ ])?)?by)[ ]?:?[ ]*\n[ ]*"
        rf"(?P<name>{LETTER_NAME})[ ]*(?=\n|$)"
    ),
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
_MADE_BY = regex.compile(
    rf"(?:an?[ ]|the[ ]|this[ ])?{_WORK}(?:report|review|summary)?[ ]?(?:(?:was|has[ ]been|is)[ ])?"
    rf"(?:independently[ ])?(?:(?:{_MADE}|chaired)[ ])?by[ ]?[:-]?",
    regex.IGNORECASE,
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
    context, sides = context_of(first), sides_of(first)
    for reading in first:
        if _ROLE_WORD.search(reading.text):
            yield from (_office(reading, *span) for span in labelled(reading, context, sides))
            yield from _before_role(reading, context, sides)
            yield from _behind_role(reading, context)
        yield from _made_by(reading, context)
        yield from role_phrases(reading, context, sides)
    yield from about_the_author(first, context)
    yield from _above_role(first, context, sides)
    for grid in view.grids:
        yield from _cells(grid, context)
    yield from panel_members(first, view.grids)


def _office(reading: Reading, start: int, end: int) -> Zone:
    because = "a name in the role line of the independent chair or author"
    return Zone(reading, start, end, Standing.OFFICE, "role line", because, 0.75, careful=False)


def _before_role(reading: Reading, context: Context, sides: Sides) -> Iterator[Zone]:
    text = reading.text
    for role in _ROLE_WORD.finditer(text):
        low = max(0, role.start() - 120)
        for match in _BEHIND.finditer(text, low, min(len(text), role.end() + 60)):
            start, end = line_of(text, match.start())
            short = text[start : max(end, match.end())]
            name = read_name(text, *match.span("name"))
            if name is None or not _is_full(text, name) or len(short) > _MOST:
                continue
            if not sides.joined(reading, name.start, match.start("role")):
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


def _is_full(text: str, name: Name) -> bool:
    """Tell a name of two words, or of one with its initials before it."""
    return name.words > 1 or text[name.start + 1] == "."


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
        if is_another_review(reading.text, match.start(), (name.start, name.end)):
            continue
        if context.is_review(reading, line) and not holds_a_post(reading.text, name.end):
            yield _office(reading, name.start, name.end)


def _above_role(readings: Sequence[Reading], context: Context, sides: Sides) -> Iterator[Zone]:
    """Find a paragraph that is a name, with the role in the paragraph behind it or before it."""
    for upper, lower in pairwise(readings):
        if upper.passage.location.cell is not None or lower.passage.location.cell is not None:
            continue
        above = upper.text.rstrip().rfind("\n") + 1
        below = len(lower.text.partition("\n")[0])
        last, first = upper.text[above:], lower.text[:below]
        if len(last) > _MOST or len(first) > _MOST:
            continue
        named_below = _ROLE_WORD.search(last) and sides.between(upper, lower, name_above=False)
        label = label_of(last) if named_below else None
        if _is_made_by(upper, context, last) or (label and _is_ours(upper, context, last, label)):
            yield from (_office(lower, *span) for span in whole_name(lower.text, 0, below))
        named_above = _ROLE_WORD.search(first) and sides.between(upper, lower, name_above=True)
        headed = _HEADED.match(first) if named_above else None
        if headed is not None and _is_ours(lower, context, first, headed[0].strip()):
            yield from (_office(upper, *span) for span in whole_name(upper.text, above, len(upper.text)))


def _is_made_by(reading: Reading, context: Context, line: str) -> bool:
    """Tell "This report was written by:" in a line of its own."""
    if _MADE_BY.fullmatch(line.strip()) is None:
        return False
    return not context.is_case_meeting(reading, line) and context.is_review(reading, line)


def _cells(grid: Grid, context: Context) -> Iterator[Zone]:
    every = " ".join(cell.text for (row, _), cell in grid.cells.items() if row == grid.first_row)
    for cell in grid.cells.values():
        left = grid.left_of(cell)
        further = grid.left_of(left) if left is not None else None
        reading = cell.slices[0].reading
        row = f"{every} {left.text if left else ''}"
        if (
            _heads(grid, cell, reading, context, every)
            or (left is not None and _is_label(left, reading, context, row))
            or _has_role_beside(grid, cell, context)
        ):
            for piece in cell.slices:
                for name in names_in(piece.reading.text, piece.start, piece.end, several=False):
                    yield _office(piece.reading, name.start, name.end)
        elif further is not None and left is not None and _are_parts(left, cell):
            # The name in two cells: "Independent author | Anna | Harte".
            is_label = _is_label(further, reading, context, f"{row} {further.text}")
            for piece in cell.slices if is_label else ():
                yield _office(piece.reading, piece.start, piece.end)


def _heads(grid: Grid, cell: Cell, reading: Reading, context: Context, row: str) -> bool:
    """Tell a column of lead reviewers, and one of chairs in a table that has one of them."""
    header = grid.header_of(cell)
    if header is None or header is cell or _REVIEWERS.search(row) is None:
        return False
    return _is_label(header, reading, context, row)


def _has_role_beside(grid: Grid, cell: Cell, context: Context) -> bool:
    """Tell a name in a column of names in whose row, below "Role", the author's or the chair's stands."""
    role = grid.right_of(cell)
    header, further = grid.header_of(cell), grid.header_of(role) if role is not None else None
    if role is None or header is None or further is None:
        return False
    if not (_NAMES.fullmatch(header.text) and _ROLES.fullmatch(further.text)):
        return False
    label = label_of(role.text)
    if label is None or OWN.fullmatch(label) is None:
        return False
    return is_of_the_review(cell.slices[0].reading, context, f"{header.text} {role.text}", label)


def _is_label(cell: Cell, reading: Reading, context: Context, row: str) -> bool:
    label = label_of(cell.text)
    return label is not None and is_of_the_review(reading, context, row, label)


def _are_parts(*cells: Cell) -> bool:
    """Tell whether cells hold a word of a name each."""
    return all(
        len(cell.text.split()) == 1 and cell.text[:1].isupper() and not _is_words(cell.text) for cell in cells
    )


def _is_words(name: str) -> bool:
    return any(word.casefold() in stop_words() for word in name.split())
