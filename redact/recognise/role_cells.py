"""Names in the cells of a table beside the role of the review's author or chair.

"Independent author | Anna Harte", a column of lead reviewers, "Anna Harte | Independent Chair" below "Name |
Role", a name in two cells, and one with its initials beside it: "Anna Harte | AH | Independent Chair".
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.grids import Cell, Grid
from redact.recognise.names import names_in, stop_words, title_words
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.role_labels import OWN, is_of_the_review, label_of
from redact.recognise.role_names import names_of_line
from redact.recognise.role_offices import office
from redact.recognise.zones import Zone

__all__ = ["role_cells"]

_REVIEWERS = regex.compile(
    r"\b(?:lead[ ]reviewer|independent[ ](?:reviewer|author)|overview[ ](?:report[ ])?(?:author|writer))s?\b",
    regex.IGNORECASE,
)
_NAMES = regex.compile(r"(?:full[ ])?names?(?:[ ]of[ ]member)?|panel[ ]members?|members?", regex.IGNORECASE)
_ROLES = regex.compile(
    r"(?:role|post|position|title|job[ ]title|designation|capacity)s?(?:[ ](?:held|on[ ]the[ ]panel))?",
    regex.IGNORECASE,
)
# What an attendance list has between a name and a role: "AH", "A.H."
_INITIALS = regex.compile(r"(?:\p{Lu}\.?){2,4}")


def role_cells(grid: Grid, context: Context) -> Iterator[Zone]:
    """Find the names in the cells of a table beside, below or before a role, one zone for each name."""
    every = " ".join(cell.text for (row, _), cell in grid.cells.items() if row == grid.first_row)
    yield from _before_roles(grid, context, every)
    for cell in grid.cells.values():
        left = grid.left_of(cell)
        further = grid.left_of(left) if left is not None else None
        reading = cell.slices[0].reading
        row = f"{every} {left.text if left else ''}"
        if left is not None and further is not None and _is_owner(grid, further):
            continue  # "Anna Harte | Independent Author | Tom Vesey | Designated Nurse"
        if (
            _heads(grid, cell, reading, context, every)
            or (left is not None and _is_label(left, reading, context, row))
            or _has_role_beside(grid, cell, context)
        ):
            for piece in cell.slices:
                for name in names_in(piece.reading.text, piece.start, piece.end, several=False):
                    yield office(piece.reading, name.start, name.end)
        elif further is not None and left is not None and _are_parts(left, cell):
            # The name in two cells: "Independent author | Anna | Harte".
            is_label = _is_label(further, reading, context, f"{row} {further.text}")
            for piece in cell.slices if is_label else ():
                yield office(piece.reading, piece.start, piece.end)


def _before_roles(grid: Grid, context: Context, row: str) -> Iterator[Zone]:
    """Find the name in two cells, or with its initials behind it, before a role that ends a row."""
    for role in grid.cells.values():
        label = label_of(role.text)
        if label is None or OWN.fullmatch(label) is None or grid.right_of(role) is not None:
            continue
        cells = _cells_of_name(grid, role)
        reading = role.slices[0].reading
        if len(cells) > 1 and is_of_the_review(reading, context, f"{row} {role.text}", label):
            for piece in (piece for cell in cells for piece in cell.slices):
                yield office(piece.reading, piece.start, piece.end)


def _cells_of_name(grid: Grid, role: Cell) -> list[Cell]:
    """Give the cells before a role that hold one name, with its initials; none where they do not."""
    left = grid.left_of(role)
    behind = [left] if left is not None and _INITIALS.fullmatch(left.text) else []
    last = grid.left_of(behind[0]) if behind else left
    if last is None:
        return []
    first = grid.left_of(last)
    names = names_of_line(last.text, 0, len(last.text))
    if len(names) == 1:  # of two the role is told of one
        named = [last]
    elif first is not None and _are_parts(first, last):
        named = [first, last]
    else:
        return []
    if behind and not _are_letters_of(behind[0], named):
        return []
    before = grid.left_of(named[0])
    signed = [before] if before is not None and _are_letters_of(before, named) else []
    return [*signed, *named, *behind]


def _are_letters_of(cell: Cell, named: list[Cell]) -> bool:
    """Tell whether a cell holds the initials of the name in other cells and nothing else."""
    letters = cell.text.replace(".", "").strip()
    beginnings = "".join(word[0] for each in named for word in each.text.replace("-", " ").split())
    if _INITIALS.fullmatch(cell.text.strip()) is None:
        return False
    return letters[0] == beginnings[0] and letters[-1] in beginnings[1:]


def _heads(grid: Grid, cell: Cell, reading: Reading, context: Context, row: str) -> bool:
    """Tell a column of lead reviewers, and one of chairs in a table that has one of them."""
    header = grid.header_of(cell)
    if header is None or header is cell or _REVIEWERS.search(row) is None:
        return False
    if any(names_of_line(each.text, 0, len(each.text)) for each in _first_row(grid)):
        return False  # "Overview | Author | Anna Harte" heads no column
    return _is_label(header, reading, context, row) and not _is_headed_again(grid, cell)


def _is_headed_again(grid: Grid, cell: Cell) -> bool:
    """Tell whether another row of headers stands above a cell: "IMR | Author | Countersigned by"."""
    above = (grid.cells.get((row, cell.column)) for row in range(grid.first_row + 1, cell.row))
    return any(each is not None and not names_of_line(each.text, 0, len(each.text)) for each in above)


def _is_owner(grid: Grid, cell: Cell) -> bool:
    """Tell a cell before a role that is a name, and that no label of its own stands before."""
    before = grid.left_of(cell)
    if not names_of_line(cell.text, 0, len(cell.text)):
        return False
    return before is None or label_of(before.text) is None


def _first_row(grid: Grid) -> Iterator[Cell]:
    return (cell for (row, _), cell in grid.cells.items() if row == grid.first_row)


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
    """Tell whether cells hold a word of a name each, the first perhaps with its title."""
    words = [cell.text.split() for cell in cells]
    if words[0] and words[0][0].rstrip(".").casefold() in title_words():
        words[0] = words[0][1:]
    return all(len(each) == 1 and each[0][0].isupper() and not _is_words(each[0]) for each in words)


def _is_words(name: str) -> bool:
    return any(word.casefold() in stop_words() for word in name.split())
