"""Rows of tables that tell of one person each: which cells are one name, when she was born, who she is.

A row is one of a file's tables, or a line whose cells are parted by tabs or bars. What remains: a table
without headings tells only of names in neighbouring cells, of which one is known as a surname.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from redact.resolve.births import age_of, birth_of
from redact.resolve.callings import calling_of
from redact.resolve.lists import kinship
from redact.resolve.names import Form, Name
from redact.resolve.row_cells import (
    Borne,
    Cell,
    Row,
    earlier_names,
    is_surname_first,
    learn_habits,
    leave_out_others,
    relation_of,
    turned,
    without_headings,
)
from redact.resolve.surroundings import Seen, sex_of_kin
from redact.values.text import Document, Part, Passage

__all__ = ["Told", "read_rows"]

_PARTED = re.compile(r"[ ]*\t[ ]*|[ ]+\|[ ]*|\|")
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
        r"|what[ ]they[ ]are(?:[ ].*)?|connection(?:[ ].*)?|(?:link|tie|related)(?:[ ]to.*)?|profession"
        r"|occupation",
    ),
    (
        "name",
        r"(?:full[ ])?name\(?s?\)?(?:[ ](?:in[ ]full|of[ ].*))?|who|person|people|individual|famil(?:y|ies)"
        r"|(?:family[ ])?member|child(?:ren)?|adult|parent|worker|staff(?:[ ]member)?|professional"
        r"|practitioner",
    ),
)
_KINDS = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _HEADINGS)
_OF_NAMES = ("name", "forename", "surname")


@dataclass(frozen=True, slots=True)
class Told:
    """What rows tell: the mentions with what was learned of them, and pairs of names of one person."""

    seen: list[Seen]
    pairs: list[tuple[Seen, Seen, str]]


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
    whole = [one.name for one in seen if one.name.form is Form.FULL]
    borne = Borne(frozenset(name.first for name in whole), frozenset(name.last for name in whole))
    rows: list[Row] = []
    for document in documents:
        heads: dict[str, dict[int, str]] = {}
        every = tuple(_rows(document, own, seen))
        learn_habits(every, found, borne)
        for row in every:
            kinds = _headings(row, seen)
            if kinds:
                heads[row.table] = kinds
            elif any(cell.seen for cell in row.cells.values()):
                own_heads = heads.get(row.table, {})
                for number, cell in row.cells.items():
                    if own_heads.get(number, "" if own_heads else "name") == "name":
                        leave_out_others(cell, found, cut=not own_heads)
                        _turn(row, number, own_heads, found)
                _read(row, heads.get(row.table, {}), found, pairs, borne)
                rows.append(row)
    _part_twins(rows, found)
    return Told(found, [(found[one], found[other], "") for one, other in pairs])


def _turn(row: Row, number: int, kinds: Mapping[int, str], found: list[Seen]) -> None:
    """Give both pieces of "Rook, Ida" the whole name, where the row tells of one person."""
    whole = turned(row, number, [at for at, kind in kinds.items() if kind == "born"], found)
    for at in row.cells[number].seen if whole else ():
        found[at] = replace(found[at], name=whole or found[at].name)


def _part_twins(rows: Iterable[Row], found: list[Seen]) -> None:
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


def _rows(document: Document, own: Mapping[str, list[int]], seen: Sequence[Seen]) -> Iterator[Row]:
    table = 0
    at: tuple[Part, int | None, int] | None = None
    row = Row("", {})
    for passage in document.passages:
        cell = passage.location.cell
        if cell is not None:
            place = (passage.location.part, passage.location.block, cell[0])
            if at != place:
                if row.cells:
                    yield row
                at, row = place, Row(f"{document.id} {place[0].value} {place[1]}", {})
            known = row.cells.setdefault(cell[1], Cell(""))
            known.text = f"{known.text} {passage.text}".strip()
            known.seen += own.get(passage.id, ())
            continue
        if row.cells:
            yield row
            at, row = None, Row("", {})
        if "\t" in passage.text or "|" in passage.text:
            yield _line(passage, own.get(passage.id, ()), seen, f"{document.id} lines {table}")
        else:
            table += 1
    if row.cells:
        yield row


def _line(passage: Passage, own: Iterable[int], seen: Sequence[Seen], table: str) -> Row:
    starts = [0, *(found.end() for found in _PARTED.finditer(passage.text))]
    ends = [*(found.start() for found in _PARTED.finditer(passage.text)), len(passage.text)]
    cells = {
        number: Cell(passage.text[start:end])
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    }
    for number in own:
        cells[bisect_right(starts, seen[number].mention.span.start) - 1].seen.append(number)
    return Row(table, cells)


def _headings(row: Row, seen: Sequence[Seen]) -> dict[int, str]:
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
    row: Row,
    kinds: Mapping[int, str],
    found: list[Seen],
    pairs: list[tuple[int, int]],
    borne: Borne,
) -> None:
    numbers = [number for number in sorted(row.cells) if kinds.get(number) in _OF_NAMES]
    if not kinds:
        numbers = without_headings(row, found, borne)
    bearers = [at for number in numbers for at in row.cells[number].seen]
    if not bearers:
        return
    whole = _join(row, numbers, kinds, found, borne)
    born = relation = ""
    dates = [date for cell in row.cells.values() if not cell.seen and (date := birth_of(cell.text))]
    for number, cell in row.cells.items():
        kind = kinds.get(number)
        if kind == "born":
            born = birth_of(cell.text)
        elif kind == "age" and not born and "when" not in kinds.values():
            born = age_of(cell.text, row.table)  # of a chronology, it is the age on that day
        if kind == "relation" or (not kinds and not cell.seen):
            # In a key of initials SW stands before Sam Webb, and is no social worker.
            relation = relation or ("" if _is_letters_of(cell.text, whole) else relation_of(cell.text))
    if whole is None:
        return
    if not kinds and relation in kinship() and len(dates) == 1:
        pairs += [(bearers[0], at) for at in earlier_names(row, found, numbers[0])]
        born = dates[0]  # a row of a family table: a chronology has no word of kinship in a cell of its own
    for at in bearers:
        found[at] = _with_row(found[at], whole, relation, born)
    for number, cell in row.cells.items():
        if kinds.get(number) == "other":
            pairs += [(bearers[0], at) for at in cell.seen]


def _with_row(one: Seen, whole: Name, relation: str, born: str) -> Seen:
    """Add to a mention what its row tells of its bearer."""
    if one.role and _is_letters_of(one.role, whole):
        one = replace(one, role="", relation="")
    kin = one.kin or sex_of_kin(relation)
    role = one.role or (relation if calling_of(relation) else "")
    return replace(one, born=one.born or born, relation=relation or one.relation, kin=kin, role=role)


def _is_letters_of(text: str, whole: Name | None) -> bool:
    return whole is not None and text.strip(" .").casefold() == whole.first[:1] + whole.last[:1]


def _join(
    row: Row, numbers: Sequence[int], kinds: Mapping[int, str], found: list[Seen], borne: Borne
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
    if of[0] == "surname" or (not kinds and _is_surname_first(row, members, found, borne)):
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


def _is_surname_first(row: Row, members: Sequence[int], found: Sequence[Seen], borne: Borne) -> bool:
    one, other = (found[at].name.last for at in members)
    known = is_surname_first(one, other, borne)
    if known is not None:
        return known
    texts = [cell.text for cell in row.cells.values() if cell.seen and cell.seen[0] in members]
    loud = texts[0].isupper() and not texts[1].isupper()
    return loud or borne.habits.get(
        (row.table, min(at for at, cell in row.cells.items() if members[0] in cell.seen)), False
    )
