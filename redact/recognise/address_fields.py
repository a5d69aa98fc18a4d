"""Addresses in fields and tables: "Address: The Willows, Anytown", a row "Home address | …", lines below.

Labels come from `rules/lists/address-labels.txt`. The value counts whatever it looks like, up to its
postcode, unless it begins as a state of the form does ("Not known"). What remains: a label that is not in
the list.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.grids import Cell, Grid, View
from redact.recognise.lists import kinds, words
from redact.recognise.names import stop_words, title_words
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Part

__all__ = ["RECOGNISER"]

_NAME = "address-fields"
_VERSION = "1"
_LONGEST = 120  # characters of one line of an address
_MOST_LINES = 6
_REASONS = {
    "field": "what stands behind the label of an address",
    "lines": "a line below the label of an address",
    "cell": "what stands in the cell beside the label of an address",
    "column": "what stands in a column whose header asks for addresses",
}
_TAIL = regex.compile(r"[\s:*.-]*$")
_LEAD = regex.compile(r"^[\s\d.()•*-]*")
_FIELD = regex.compile(
    r"(?m)^[\s\d.()•*-]{0,8}(?P<label>\p{L}[\p{L}'/() \d]{2,40}?)[ ]?(?::|[ ]-)[ -]*(?P<value>[^\n\t]*)$"
)
_POSTCODE = regex.compile(r"(?<![\p{L}\p{N}])[A-Za-z]{1,2}\d[A-Za-z\d]?[ ]{0,3}\d[A-Za-z]{2}(?![\p{L}\p{N}])")
_CARE_OF = regex.compile(r"(?i:c/o|care of)[^,;\n]*[,;\n]?")
_PIECE = regex.compile(r"[^;\n\t]+")
_WHOLE = regex.compile(r"\d|,[ ]?\p{Lu}")
_WORD = regex.compile(r"\p{L}[\p{L}'-]*")
_NEXT_LABEL = regex.compile(r"\p{L}[\p{L}' /]{1,40}:|[^\n]*@|[^\n]*\d{5}|.*[.!?]$")
# A title, and a name without a street: "Mrs Quill, 12 Tanner Row" is read from the comma on.
_PERSON = regex.compile(r"(?P<title>\p{L}+)\.?[ ][^,;\n]*[,;\n]?")


def _kind_of(label: str) -> str | None:
    if len(label) > 60:
        return None
    plain = _LEAD.sub("", _TAIL.sub("", " ".join(label.split())))
    return kinds("address-labels").get(plain.casefold())


def _find(view: View) -> Iterator[Mention]:
    for at, reading in enumerate(view.first):
        if reading.passage.location.part is not Part.FILE_NAME:
            yield from _fields(view.first, at, reading)
    for grid in view.grids:
        yield from _grid(grid)


def _fields(readings: tuple[Reading, ...], at: int, reading: Reading) -> Iterator[Mention]:
    for match in _FIELD.finditer(reading.text):
        kind = _kind_of(match["label"])
        if kind is None:
            continue
        if match["value"].strip():
            start, end = match.span("value")
            yield from _value(reading, start, end, kind, "field")
        if kind == "address" and not _POSTCODE.search(match["value"]):
            yield from _lines_below(readings, at, match.end(), started=bool(match["value"].strip()))


def _lines_below(readings: tuple[Reading, ...], at: int, start: int, *, started: bool) -> Iterator[Mention]:
    """Read the lines below a label, of its own passage or of the next ones, up to a postcode.

    Behind a value on the label's own line, only lines that end in a postcode go on with it.
    """
    lines = list(_lines(readings, at, start))
    last = next((n for n, (of, low, high) in enumerate(lines) if _POSTCODE.search(of.text, low, high)), None)
    if last is None and (started or not lines):
        return
    for of, low, high in lines[: 1 if last is None else last + 1]:
        yield from _value(of, low, high, "address", "lines")


def _lines(readings: tuple[Reading, ...], at: int, start: int) -> Iterator[tuple[Reading, int, int]]:
    count = 0
    here = readings[at].passage.location
    for number, reading in enumerate(readings[at : at + _MOST_LINES]):
        there = reading.passage.location
        if there.part is not here.part or there.cell != here.cell:
            return
        for match in regex.finditer(r"[^\n]+", reading.text, pos=start if number == 0 else 0):
            if not match[0].strip():
                continue
            count += 1
            if count > _MOST_LINES or len(match[0]) > _LONGEST or "\t" in match[0]:
                return
            if _NEXT_LABEL.match(match[0].strip()) or _kind_of(match[0]):
                return
            yield reading, *match.span()


def _grid(grid: Grid) -> Iterator[Mention]:
    for cell in grid.cells.values():
        kind = _kind_of(cell.text)
        right = grid.right_of(cell) if kind else None
        if kind and right is not None and not _is_label(right):
            yield from _cell(right, kind, "cell")
    headers = {column: cell for (row, column), cell in grid.cells.items() if row == grid.first_row}
    asked = {column: kind for column, cell in headers.items() if (kind := _kind_of(cell.text))}
    for (row, column), cell in grid.cells.items():
        if column not in asked or row == grid.first_row or _is_label(cell):
            continue
        right = grid.right_of(headers[column])
        # In a form the cell beside a label is its value, and what stands below is another label.
        if right is None or _is_label(right):
            yield from _cell(cell, asked[column], "column")


def _is_label(cell: Cell) -> bool:
    plain = _LEAD.sub("", _TAIL.sub("", " ".join(cell.text.split()))).casefold()
    return (
        plain in kinds("address-labels")
        or plain in kinds("field-labels")
        or (bool(plain) and all(word in stop_words() for word in plain.split()))
    )


def _cell(cell: Cell, kind: str, how: str) -> Iterator[Mention]:
    for piece in cell.slices:
        yield from _value(piece.reading, piece.start, piece.end, kind, how)


def _value(reading: Reading, start: int, end: int, kind: str, how: str) -> Iterator[Mention]:
    """Claim each piece of a value up to its postcode, without who is asked for at that address."""
    for piece in _PIECE.finditer(reading.text, start, end):
        postcode = _POSTCODE.search(reading.text, piece.start(), piece.end())
        low, high = piece.start(), postcode.start() if postcode else piece.end()
        low = _behind_person(reading.text, low, high)
        stretch = reading.text[low:high].strip(" \t,.-*()")
        if not stretch or len(stretch) > _LONGEST or not _may_be_address(stretch):
            continue
        low = reading.text.index(stretch, low)
        score = 0.8 if kind == "address" and (_WHOLE.search(stretch) or postcode) else 0.5
        made = mention(reading, low, low + len(stretch), Label.ADDRESS, score, _evidence(how))
        if made is not None:
            yield made


def _evidence(how: str) -> Evidence:
    return Evidence(_NAME, _VERSION, how, _REASONS[how])


def _behind_person(text: str, low: int, high: int) -> int:
    while low < high and text[low].isspace():
        low += 1
    match = _CARE_OF.match(text, low, high)
    if match:
        return int(match.end())
    person = _PERSON.match(text, low, high)
    if person and person["title"].casefold() in title_words() and person["title"][0].isupper():
        return int(person.end())
    return low


def _may_be_address(stretch: str) -> bool:
    first = _WORD.search(stretch)
    if first is None or not (stretch[0].isdigit() or stretch[0].isupper()):
        return False
    plain = [word[0].casefold().removesuffix("'s") for word in _WORD.finditer(stretch)]
    if plain[0] in stop_words() and plain[0] not in words("street-name-words") | {"the"}:
        return False
    return any(len(word) > 2 and word not in stop_words() for word in plain)


RECOGNISER = DocumentRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.ADDRESS,),
    find=_find,
    examples=(
        Example("Address: The Willows, Anytown", ("The Willows, Anytown",)),
        Example("Address: The Willows, Anytown, ZZ99 3VZ", ("The Willows, Anytown",)),
        Example("Home address\tLarkrise, Anytown", ("Larkrise, Anytown",)),
        Example("Address:\nThe Willows\nAnytown\nZZ99 3VZ", ("The Willows", "Anytown")),
        Example("Address:\n\nThe Willows\n\nAnytown\n\nZZ99 3VZ", ("The Willows", "Anytown")),
        Example("Place of birth: Anytown", ("Anytown",)),
        Example("Name\tAddress\nAnna Harte\tThe Willows, Anytown", ("The Willows, Anytown",)),
        Example("Address: c/o Mrs Quill, The Willows, Anytown", ("The Willows, Anytown",)),
    ),
    near_misses=(
        "Address: Not known",
        "Address: as above",
        "Address: N/A",
        "Home address: withheld",
        "Address: No fixed abode",
        "Address\tPostcode",
        "E-mail address: nobody@example.org",
        "The address: a flat in the town",
        "Name of child\tAddress\tEthnicity\nDate of birth\tSchool\tGP",
        "Address: Mother's home",
    ),
)
