"""Rows of tables that tell of one person each: which cells are one name, when she was born, who she is.

A row is one of a file's tables, or a line whose cells are parted by tabs or bars. What remains: a table
without headings tells only of names in neighbouring cells, of which one is known as a surname.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.resolve.births import age_of, birth_of
from redact.resolve.callings import calling_of
from redact.resolve.lists import kinship, roles
from redact.resolve.names import Form, Name
from redact.resolve.surroundings import Seen, sex_of_kin
from redact.values.text import Document, Part, Passage

__all__ = ["Told", "read_rows"]

_PARTED = re.compile(r"[ ]*\t[ ]*|[ ]+\|[ ]*|\|")
_NUMBERED = re.compile(r"[ ]*\d{1,5}$")  # of two brothers, or on a collar
_HEADINGS = (
    ("forename", r"(?:first|fore|given|christian)[ -]?name\(?s?\)?"),
    ("surname", r"(?:sur|last|family)[ -]?name\(?s?\)?"),
    (
        "other",
        r"(?:(?:also|otherwise|previously|formerly)[ ])?known[ ](?:also[ ])?as|a\.?k\.?a\.?|alias(?:es)?"
        r"|(?:any[ ])?other[ ]names?(?:[ ]used)?|n[ée]e|nick-?names?|names?[ ]at[ ]birth"
        r"|(?:previous|former|maiden|married|birth|preferred|pet)(?:[ ](?:sur)?names?)?",
    ),
    ("born", r"d\.?[ ]?o\.?[ ]?b\.?|dates?[ ]of[ ]birth(?:[ ]\(.*\))?|born|birth[ ]?date"),
    ("when", r"dates?(?:[ ](?!of[ ]birth).*)?|when|time"),
    ("age", r"age(?:[ ].*)?"),
    (
        "relation",
        r"relation(?:ship)?s?(?:[ ].*)?|roles?(?:[ ].*)?|post|position|job(?:[ ]title)?|designation"
        r"|what[ ]they[ ]are(?:[ ].*)?|connection(?:[ ].*)?|link(?:[ ]to.*)?|profession|occupation",
    ),
    (
        "name",
        r"(?:full[ ])?name\(?s?\)?(?:[ ](?:in[ ]full|of[ ].*))?|who|person|people|individual|famil(?:y|ies)"
        r"|(?:family[ ])?member|child(?:ren)?|adult|parent|worker|staff(?:[ ]member)?|professional"
        r"|practitioner",
    ),
)
_KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _HEADINGS)
_BEHIND_NAME = re.compile(r"[ ]*[(\[]|,?[ ]+(?:n[ée]e|a\.?k\.?a\.?|alias|(?:also[ ])?known|formerly)\b", re.I)
_OF_NAMES = ("name", "forename", "surname")


@dataclass(frozen=True, slots=True)
class Told:
    """What rows tell: the mentions with what was learned of them, and pairs of names of one person."""

    seen: list[Seen]
    pairs: list[tuple[Seen, Seen, str]]


@dataclass(slots=True)
class _Cell:
    text: str = field(repr=False)
    seen: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Row:
    table: str
    cells: dict[int, _Cell]


def read_rows(seen: Sequence[Seen], documents: Iterable[Document]) -> Told:
    """Read the rows in which mentions stand.

    Returns: the mentions in their order; a forename and a surname in cells of one row have both become the
    whole name.
    """
    own: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(seen):
        own[one.mention.span.passage].append(number)
    found = list(seen)
    pairs: list[tuple[int, int]] = []
    surnames = {one.name.last for one in seen if one.name.form is Form.FULL}
    rows: list[_Row] = []
    for document in documents:
        heads: dict[str, dict[int, str]] = {}
        for row in _rows(document, own, seen):
            kinds = _headings(row, seen)
            if kinds:
                heads[row.table] = kinds
            elif any(cell.seen for cell in row.cells.values()):
                own_heads = heads.get(row.table, {})
                for number, cell in row.cells.items():
                    if own_heads.get(number, "" if own_heads else "name") == "name":
                        _leave_out_others(cell, found, cut=not own_heads)
                _read(row, heads.get(row.table, {}), found, pairs, surnames)
                rows.append(row)
    _part_twins(rows, found)
    return Told(found, [(found[one], found[other], "") for one, other in pairs])


def _part_twins(rows: Iterable[_Row], found: list[Seen]) -> None:
    """Mark a whole name that two rows of one table have with two words of kinship: they are two people."""
    said: dict[tuple[str, Name], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for at in (at for cell in row.cells.values() for at in cell.seen):
            if found[at].name.form is Form.FULL and found[at].relation in kinship():
                said[row.table, found[at].name][found[at].relation].append(at)
    for relations in (each for each in said.values() if len(each) > 1):
        for relation, twins in relations.items():
            for at in twins:
                found[at] = replace(found[at], twin=relation)


def _rows(document: Document, own: Mapping[str, list[int]], seen: Sequence[Seen]) -> Iterator[_Row]:
    table = 0
    at: tuple[Part, int | None, int] | None = None
    row = _Row("", {})
    for passage in document.passages:
        cell = passage.location.cell
        if cell is not None:
            place = (passage.location.part, passage.location.block, cell[0])
            if at != place:
                if row.cells:
                    yield row
                at, row = place, _Row(f"{document.id} {place[0].value} {place[1]}", {})
            known = row.cells.setdefault(cell[1], _Cell(""))
            known.text = f"{known.text} {passage.text}".strip()
            known.seen += own.get(passage.id, ())
            continue
        if row.cells:
            yield row
            at, row = None, _Row("", {})
        if "\t" in passage.text or "|" in passage.text:
            yield _line(passage, own.get(passage.id, ()), seen, f"{document.id} lines {table}")
        else:
            table += 1
    if row.cells:
        yield row


def _line(passage: Passage, own: Iterable[int], seen: Sequence[Seen], table: str) -> _Row:
    starts = [0, *(found.end() for found in _PARTED.finditer(passage.text))]
    ends = [*(found.start() for found in _PARTED.finditer(passage.text)), len(passage.text)]
    cells = {
        number: _Cell(passage.text[start:end])
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    }
    for number in own:
        cells[bisect_right(starts, seen[number].mention.span.start) - 1].seen.append(number)
    return _Row(table, cells)


def _headings(row: _Row, seen: Sequence[Seen]) -> dict[int, str]:
    """Say what stands below each heading; nothing where the row is none of headings."""
    kinds: dict[int, str] = {}
    before = ""
    for number, cell in sorted(row.cells.items()):
        text = cell.text.strip(" :*").replace("\n", " ")
        kind = next((kind for kind, words in _KINDS if words.fullmatch(text)), "")
        if not text and before == "name":
            kind = "name"  # one heading over forenames and surnames
        if kind:
            kinds[number] = kind
        before = kind
    named = [kind for kind in kinds.values() if kind in _OF_NAMES]
    return kinds if named and len(kinds) > 1 else {}


def _read(
    row: _Row,
    kinds: Mapping[int, str],
    found: list[Seen],
    pairs: list[tuple[int, int]],
    surnames: set[str],
) -> None:
    numbers = [number for number in sorted(row.cells) if kinds.get(number) in _OF_NAMES]
    if not kinds:
        numbers = _without_headings(row, found, surnames)
    bearers = [at for number in numbers for at in row.cells[number].seen]
    if not bearers:
        return
    whole = _join(row, numbers, kinds, found, surnames)
    born = relation = ""
    dates = [date for cell in row.cells.values() if not cell.seen and (date := birth_of(cell.text))]
    for number, cell in row.cells.items():
        kind = kinds.get(number)
        if kind == "born":
            born = birth_of(cell.text)
        elif kind == "age" and not born and "when" not in kinds.values():
            born = age_of(cell.text, row.table)  # of a chronology, it is the age on that day
        if kind == "relation" or (not kinds and not cell.seen):
            relation = relation or _relation(cell.text)
    if whole is None:
        return
    if not kinds and relation in kinship() and len(dates) == 1:
        born = dates[0]  # a row of a family table: a chronology has no word of kinship in a cell of its own
    for at in bearers:
        one = found[at]
        kin = one.kin or sex_of_kin(relation)
        role = one.role or (relation if calling_of(relation) else "")
        relation_ = relation or one.relation
        found[at] = replace(one, born=one.born or born, relation=relation_, kin=kin, role=role)
    for number, cell in row.cells.items():
        if kinds.get(number) == "other":
            pairs += [(bearers[0], at) for at in cell.seen]


def _leave_out_others(cell: _Cell, found: Sequence[Seen], *, cut: bool) -> None:
    """Leave out of a cell of names what stands behind its only whole name: "Ida Rook (née Orton)"."""
    own = sorted(cell.seen, key=lambda at: found[at].mention.span.start)
    forms = [found[at].name.form for at in own]
    if len(own) < 2 or forms[0] is not Form.FULL or Form.FULL in forms[1:]:
        return
    head = _BEHIND_NAME.split(cell.text.strip(), maxsplit=1)[0]
    start = found[own[0]].mention.span.start
    if all(found[at].mention.span.start - start > len(head) for at in own[1:]):
        cell.seen[:] = own[:1]
        cell.text = head if cut else cell.text


def _without_headings(row: _Row, found: Sequence[Seen], surnames: set[str]) -> list[int]:
    """Find neighbouring cells with a forename and a surname, or the only cell with a whole name."""
    rest = [cell.text for cell in row.cells.values() if not cell.seen]
    told = any(_relation(text) or birth_of(text) for text in rest)  # else it may be a list of several people
    numbers = sorted(number for number, cell in row.cells.items() if len(cell.seen) == 1 and told)
    for number in numbers:
        if number + 1 in numbers:
            one, other = (found[row.cells[at].seen[0]] for at in (number, number + 1))
            if {one.name.form, other.name.form} == {Form.SINGLE} and _fill(row, found, number, number + 1):
                known = (one.name.last in surnames) + 2 * (other.name.last in surnames)
                if known in (1, 2) or (one.name.title and not other.name.title):
                    return [number, number + 1]
    whole = [
        number
        for number, cell in row.cells.items()
        if cell.seen and {found[at].name.form for at in cell.seen} == {Form.FULL}
    ]
    alone = len(whole) == 1 and len({found[at].name for at in row.cells[whole[0]].seen}) == 1
    return whole if alone and _fill(row, found, *whole) else []


def _fill(row: _Row, found: Sequence[Seen], *numbers: int) -> bool:
    for number in numbers:
        spans = [found[at].mention.span for at in row.cells[number].seen]
        if max(s.end for s in spans) - min(s.start for s in spans) < len(row.cells[number].text.strip()) - 2:
            return False
    return True


def _join(
    row: _Row, numbers: Sequence[int], kinds: Mapping[int, str], found: list[Seen], surnames: Container[str]
) -> Name | None:
    """Make one name of the cells of a row; None where they hold several people's."""
    cells = [row.cells[number] for number in numbers if row.cells[number].seen]
    if any(len({found[at].name for at in cell.seen}) > 1 for cell in cells) or len(cells) > 2:
        return None
    members = [cell.seen[0] for cell in cells]
    if len(members) == 1:
        return found[members[0]].name
    one, other = (found[at].name for at in members)
    of = [kinds.get(number, "") for number in numbers if row.cells[number].seen]
    if of[0] == "surname" or (not kinds and _is_surname_first(row, members, found, surnames)):
        one, other = other, one
    short = other.form is Form.INITIALS and "surname" in of  # ROOK in its column is no initials
    if not (other.form is Form.SINGLE or short) or one.form not in (Form.SINGLE, Form.FULL):
        return None
    if one.form is Form.FULL and "forename" not in of:
        return None
    first, *between = one.parts
    name = Name(Form.FULL, first, tuple(between), other.last, one.title or other.title)
    for at in members:
        found[at] = replace(found[at], name=name)
    return name


def _is_surname_first(
    row: _Row, members: Sequence[int], found: Sequence[Seen], surnames: Container[str]
) -> bool:
    one, other = (found[at].name.last in surnames for at in members)
    if one != other:
        return one
    texts = [cell.text for cell in row.cells.values() if cell.seen and cell.seen[0] in members]
    return texts[0].isupper() and not texts[1].isupper()


def _relation(text: str) -> str:
    """Give the word of kinship or the role that a cell holds, in lower case; of several words, the known."""
    plain = _NUMBERED.sub("", text.strip(" .,;:()")).casefold()
    if plain in kinship() or plain in roles() or calling_of(plain):
        return plain
    words = plain.partition(" of ")[0].split()  # "partner of mother" is no mother
    if not (1 < len(plain.split()) < 6 and words):
        return ""
    ends = [" ".join(words[at:]) for at in range(len(words))]
    begins = [" ".join(words[:at]) for at in range(len(words), 0, -1)]
    return next((phrase for phrase in (*ends, *begins) if phrase in kinship() or phrase in roles()), "")
