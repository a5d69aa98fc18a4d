"""Names in fields and tables: "Mother: …", a row "Author | …", a column "Staff involved", a signature.

Labels come from `rules/lists/field-labels.txt`; a value counts as a name by the rules of `names`. What
remains: a label that is not in the list, and a value in lower case in a table.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.field_labels import fields_of
from redact.recognise.field_values import is_heading, is_no_name, names_of_value
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.lists import entries, kinds
from redact.recognise.names import Name, name_words, names_in_lower_case, title_words
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Part

__all__ = ["RECOGNISER"]

_NAME = "fields"
_VERSION = "1"
_LONGEST_VALUE = 300  # characters; staff lists are long, and a paragraph is no value
_REASONS = {
    "field": "a name behind the label of a field",
    "next line": "a name in the line below a label",
    "cell": "a name in the cell beside a label",
    "column": "a name in a column whose header asks for names",
    "field in lower case": "words in lower case where a field asks for a name",
    "signature": "a name below the closing of a letter",
}
_LABEL_TAIL = regex.compile(r"\s*(?:\(s\)|\d{1,2})?\s*[:*.]*\s*$")
_LABEL_LEAD = regex.compile(r"^[\s\d.()•*_-]*")
_INITIAL = regex.compile(r"\p{Lu}\.")
_LINE = regex.compile(r"[^\n]+")
_NUMBERED = regex.compile(r"\p{Lu}{2,5}[ ]?\d{1,2}")  # a column of a table: "TAF 1"


# Not the full stop behind an initial or a title.
_SENTENCE_END = regex.compile(r"(\p{L}{2,}|\d)\.(?=\s+\p{Lu})")


def _find(view: View) -> Iterator[Mention]:
    for at, reading in enumerate(view.first):
        yield from _fields(reading, view.first[at + 1] if at + 1 < len(view.first) else None)
    yield from _below_lines(view)
    for grid in view.grids:
        for cell in grid.cells.values():
            yield from _beside(grid, cell)
        yield from _columns(grid)


def _fields(reading: Reading, following: Reading | None) -> Iterator[Mention]:
    """Read each field of a passage; a value ends at the line's end, a tab, or the next field."""
    text = reading.text
    fields = list(fields_of(text))
    for number, label in enumerate(fields):
        limit = fields[number + 1].start if number + 1 < len(fields) else len(text)
        start, end = _value(text, label.end, max(label.end, min(limit, label.end + _LONGEST_VALUE)))
        several = label.several
        if start < end:
            yield from _mentions(reading, start, end, several, "field")
            yield from _in_lower_case(reading, start, end, label.label)
        elif limit == len(text) and following is not None and _may_follow(reading, following):
            end = min(len(following.text), 80)
            line = following.text[:end].partition("\n")[0]
            yield from _mentions(following, 0, len(line), several, "next line", whole=True)


def _value(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the value behind a label: the rest of its line or sentence, or the next line where that is empty.

    A list goes on over line ends that follow a comma.
    """
    while start < end and text[start].isspace():
        start += 1
    sentence = _SENTENCE_END.finditer(text, start, end)
    end = next((match.end() for match in sentence if match[1].casefold() not in title_words()), end)
    at = start
    while True:
        stop = min((place for mark in "\n\t" if (place := text.find(mark, at, end)) >= 0), default=end)
        if (
            stop == end
            or text[stop] != "\n"
            or not text[start:stop].rstrip().endswith((",", ";", " and", "&"))
        ):
            return start, stop
        at = stop + 1


def _may_follow(reading: Reading, following: Reading) -> bool:
    here, there = reading.passage.location, following.passage.location
    return here.part is there.part and here.cell == there.cell and "\t" not in following.text[:80]


def _below_lines(view: View) -> Iterator[Mention]:
    """Read the line below a label with a line of its own, and the lines below the closing of a letter."""
    lines = [
        (reading, match.start(), match.end())
        for reading in view.first
        if reading.passage.location.part is not Part.FILE_NAME
        for match in _LINE.finditer(reading.text)
        if match[0].strip()
    ]
    closings = frozenset(entries("closings"))
    for at, (reading, start, end) in enumerate(lines):
        line = reading.text[start:end]
        if _kind_of(line) and at + 1 < len(lines) and lines[at + 1][2] - lines[at + 1][1] <= 80:
            yield from _mentions(*lines[at + 1], False, "next line", whole=True)
        if len(line) > 40 or line.strip(" ,.:;*").casefold() not in closings:
            continue
        for below, low, high in lines[at + 1 : at + 4]:
            found = (
                list(_mentions(below, low, high, False, "signature", whole=True)) if high - low <= 60 else []
            )
            if found:
                yield from found
                break


def _label_kind(cell: Cell) -> str | None:
    """Give the kind of names that a cell asks for, or None when it is no label."""
    return _kind_of(cell.text)


def _kind_of(text: str) -> str | None:
    if len(text) > 80:
        return None
    plain = _LABEL_LEAD.sub("", _LABEL_TAIL.sub("", " ".join(text.split())))
    return kinds("field-labels").get(plain.casefold())


def _beside(grid: Grid, cell: Cell) -> Iterator[Mention]:
    """Read the cell to the right of a label."""
    kind = _label_kind(cell)
    right = grid.right_of(cell) if kind else None
    plain = "" if right is None else " ".join(right.text.split())
    if right is None or _label_kind(right) or _NUMBERED.fullmatch(plain):
        return
    if is_heading(grid, cell, plain, _label_kind):
        return
    for piece in right.slices:
        if piece.end - piece.start <= _LONGEST_VALUE:
            yield from _mentions(piece.reading, piece.start, piece.end, kind == "several", "cell")


def _columns(grid: Grid) -> Iterator[Mention]:
    """Read the cells below a header that asks for names.

    The first row is a header when no cell in it is itself a name beside its label: in a form, the cells
    below a label are other labels.
    """
    headers = {column: cell for (row, column), cell in grid.cells.items() if row == grid.first_row}
    asked = {column: kind for column, cell in headers.items() if (kind := _label_kind(cell))}
    if not asked or any(next(_beside(grid, cell), None) for cell in headers.values()):
        return
    below: dict[int, list[Cell]] = {column: [] for column in asked}
    for (row, column), cell in grid.cells.items():
        if row != grid.first_row and column in asked:
            below[column].append(cell)
    for column, cells in below.items():
        yield from _column(cells, several=asked[column] == "several")


def _column(cells: list[Cell], *, several: bool) -> Iterator[Mention]:
    """Read the cells of one column; single words count only where most of the cells begin with a name."""
    named = [
        (piece, list(names_of_value(piece.reading.text, piece.start, piece.end, several=several)))
        for cell in cells
        for piece in cell.slices
        if piece.end - piece.start <= _LONGEST_VALUE and not _label_kind(cell)
    ]
    mostly = 2 * sum(bool(names) for _, names in named) > len(cells)
    for piece, names in named:
        for name in names:
            if name.words > 1 or mostly or _INITIAL.match(piece.reading.text, name.start, name.end):
                made = _made(piece.reading, name, "column")
                if made is not None:
                    yield made


def _mentions(
    reading: Reading, start: int, end: int, several: bool, how: str, *, whole: bool = False
) -> Iterator[Mention]:
    """Claim the names of a value; `whole` asks that the value begin with one, of two words or more."""
    text = reading.text
    for name in names_of_value(text, start, end, several=several):
        if whole and (name.words < 2 or text[start : name.start].strip(" *_-")):
            return
        if how == "cell" and is_no_name(text, name, end):
            continue
        made = _made(reading, name, how)
        if made is not None:
            yield made
        if whole:
            return


def _in_lower_case(reading: Reading, start: int, end: int, label: str) -> Iterator[Mention]:
    """Claim a value of words in lower case behind a label that asks for a name and nothing else."""
    score = 0.65 if "name" in label.split() or label.endswith("name") else 0.5
    for name in names_in_lower_case(reading.text, start, end):
        if name.words > 1 or score > 0.5:
            evidence = Evidence(_NAME, _VERSION, "field in lower case", _REASONS["field in lower case"])
            made = mention(reading, name.start, name.end, Label.PERSON, score, evidence)
            if made is not None:
                yield made


def _made(reading: Reading, name: Name, how: str) -> Mention | None:
    word = reading.text[name.start : name.end].casefold()
    if word in _faiths():
        return None
    less = 0.1 if name.words == 1 and word in name_words() else 0.0
    evidence = Evidence(_NAME, _VERSION, how, _REASONS[how])
    score = round(_score(name, how) - less, 2)
    return mention(reading, name.start, name.end, Label.PERSON, score, evidence)


@cache
def _faiths() -> frozenset[str]:
    """Give the faiths, which rows of families hold; Christian alone is a name too."""
    return frozenset(faith.casefold() for faith in kinds("faiths")) - name_words()


def _score(name: Name, how: str) -> float:
    if name.words > 1:
        return 0.9 if how in ("field", "cell", "signature") else 0.85
    return 0.75 if how != "column" else 0.65


RECOGNISER = DocumentRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Name: Anna Harte", ("Anna Harte",)),
        Example("Mother \u2013 Anna Harte", ("Anna Harte",)),
        Example("Child\u2019s name: Nia O\u2019Brien", ("Nia O\u2019Brien",)),
        Example("Original Author: Anna Harte  Review Author: Tom Vesey", ("Anna Harte", "Tom Vesey")),
        Example(
            "Staff involved: Anna Harte (Health Visitor), Tom Vesey; Ida Quill and Rafe Osgood",
            ("Anna Harte", "Tom Vesey", "Ida Quill", "Rafe Osgood"),
        ),
        Example("Name: HARTE, Anna", ("HARTE, Anna",)),
        Example("Name: Harte, Anna", ("Harte, Anna",)),
        Example("Social worker: J. Quill BA DipSW", ("J. Quill",)),
        Example("Completed by: Anna Harte, Team Manager", ("Anna Harte",)),
        Example("**Author:** Anna Harte", ("Anna Harte",)),
        Example("<b>Name</b>\tAnna Harte\t<b>Email</b>\tnobody", ("Anna Harte",)),
        Example("Author\tAnna Harte", ("Anna Harte",)),
        Example("Name\tRole\nAnna Harte\tSocial Worker\nTom Vesey\tNurse", ("Anna Harte", "Tom Vesey")),
        Example("Siblings: Nia, Tom and Ida", ("Nia", "Tom", "Ida")),
        Example("Name:\nAnna Harte", ("Anna Harte",)),
        Example("Mother\nAnna Harte\nFather\nTom Vesey", ("Anna Harte", "Tom Vesey")),
        Example("Signed:\n\nAnna Harte", ("Anna Harte",)),
        Example("Yours sincerely\n\nAnna Harte\nTeam Manager", ("Anna Harte",)),
        Example("Father: Tom", ("Tom",)),
        Example("Contact: Dr. J. Quill or Anna Harte", ("Anna Harte",)),
        Example("Mother: Anna Harte (n\u00e9e Quill), of 14 Tanner Row, Anytown", ("Anna Harte", "Quill")),
        Example("Signed ........ Anna Harte", ("Anna Harte",)),
        Example("Present: Anna Harte,\nTom Vesey", ("Anna Harte", "Tom Vesey")),
        Example("name: anna o'brien-harte", ("anna o'brien-harte",)),
    ),
    near_misses=(
        "Name: Child K",
        "Mother: Parent 1",
        "Father: Not known",
        "Sibling: child y",
        "Name: N/A",
        "CHILD ----",
        "Author: Independent Reviewer",
        "Social worker: SW1",
        "GP: Anytown Surgery on request",
        "Mother: White British",
        "Completed by: 01/02/2003",
        "Agency name: Anytown Council",
        "The mother - who was there - said so.",
        "Name\tAddress\nDate\tEthnicity",
        "Chair: Independent Chair",
        "Contact: see below. Anytown was chosen.",
        "Child: aged 4. School: Anytown Primary",
        "Who: Team Manager",
        "Mother\nWhite British\nFather\nNot known",
        "Name\tRelation\tBorn\tReligion",
        "Who\tLink to subject\tD.O.B.",
        "Sibling\tSeventh-day Adventist",
        "Child\nThe child was seen.",
        "Name: see the form below",
    ),
)  # fmt: skip
