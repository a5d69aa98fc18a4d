"""Rows of tables without headings: which of their cells are a name, and what they say of its bearer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from redact.resolve.births import birth_of
from redact.resolve.callings import calling_of, is_child
from redact.resolve.lists import forenames, kinship, roles
from redact.resolve.names import Form, Name, spelled
from redact.resolve.surroundings import Seen, sex_of

__all__ = [
    "Borne",
    "Cell",
    "Row",
    "earlier_names",
    "is_surname_first",
    "learn_habits",
    "leave_out_others",
    "relation_of",
    "turned",
    "without_headings",
]

_NUMBERED = re.compile(r"[ ]*\d{1,5}$")  # of two brothers, or on a collar
# What somebody is on a panel or in its minutes.
_OFFICES = frozenset(
    {
        *(
            "panel member",
            "member",
            "member of the panel",
            "board member",
            "chair",
            "panel chair",
            "deputy chair",
        ),
        *(
            "author",
            "overview author",
            "lead reviewer",
            "reviewer",
            "minute taker",
            "observer",
            "legal adviser",
        ),
    }
)
_WHICH = frozenset(
    (
        *("subject", "index", "the", "our", "this", "first", "second", "third", "only", "named", "foster"),
        *("eldest", "oldest", "elder", "older", "middle", "younger", "youngest", "unborn", "looked", "after"),
    )
)
# Behind a role in its cell: which one, where, when, or what she is besides.
_MORE_OF_HER = re.compile(
    r"[ ]*[(,/&–—-]|[ ](?:\w|\d+)$|[ ]\w+(?:ist|ician)\b"
    r"|[ ](?:of|for|at|in|to|until|till|after|before|from|since|on|with|and|who|now|then)[ ]"
)
_SHARED = frozenset({"same", "different", "another"})  # "same mother" is said of a child
_OF_SURNAMES = (Form.SINGLE, Form.INITIALS)  # LI may be initials, and a surname in capitals
_TELEPHONE = re.compile(r"\+?[\d() -]{9,}")
_BEHIND_NAME = re.compile(r"[ ]*[(\[]|,?[ ]+(?:n[ée]e|a\.?k\.?a\.?|alias|(?:also[ ])?known|formerly)\b", re.I)


@dataclass(frozen=True, slots=True)
class Borne:
    """The words that are somebody's forename or surname in a whole name of the call.

    `habits` tells of a table and the first of two columns whether surnames stand there, where its rows agree.
    """

    firsts: frozenset[str] = field(repr=False)
    lasts: frozenset[str] = field(repr=False)
    habits: dict[tuple[str, int], bool] = field(default_factory=dict, repr=False)


@dataclass(slots=True)
class Cell:
    """One cell: its text, and the numbers of the mentions in it."""

    text: str = field(repr=False)
    seen: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """One row: its table, and its cells by column."""

    table: str
    cells: dict[int, Cell]


def leave_out_others(cell: Cell, found: Sequence[Seen], *, cut: bool) -> None:
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


def turned(row: Row, number: int, births: Iterable[int], found: Sequence[Seen]) -> Name | None:
    """Read "Rook, Ida" in a cell of a row that tells of one person, by a word of kinship or by her birth.

    Of a row without either it may be a list of two.

    Args:
        births: the columns that are said to hold dates of birth.
    """
    cell, text = row.cells[number], row.cells[number].text.strip()
    if len(cell.seen) != 2 or "." in text:
        return None
    one, other = sorted((found[at] for at in cell.seen), key=lambda each: each.mention.span.start)
    spans = one.mention.span, other.mention.span
    lengths = [span.end - span.start for span in spans]
    between = text[lengths[0] : len(text) - lengths[1]]
    forms = one.name.form, other.name.form
    if one.name.title or other.name.title or spans[1].start - spans[0].start != lengths[0] + len(between):
        return None
    if between == " " and set(forms) == {Form.SINGLE, Form.INITIALS}:  # a short surname: "Kay LI"
        last, first = (one, other) if forms[0] is Form.INITIALS else (other, one)
        return Name(Form.FULL, first.name.last, (), last.name.last)
    kin = any(relation_of(each.text) in kinship() for at, each in row.cells.items() if at != number)
    born = any(birth_of(row.cells[at].text) for at in births if at in row.cells)
    if between != ", " or forms[1] is not Form.SINGLE or forms[0] not in _OF_SURNAMES or not (kin or born):
        return None
    return Name(Form.FULL, other.name.last, (), one.name.last)


def without_headings(row: Row, found: Sequence[Seen], borne: Borne) -> list[int]:
    """Find neighbouring cells with a forename and a surname, or the only cell with a whole name."""
    rest = [cell.text for cell in row.cells.values() if not cell.seen]
    told = any(
        relation_of(text) or birth_of(text) or _TELEPHONE.fullmatch(text.strip()) for text in rest
    )  # else it may be a list of several people
    if explained := _explained(row, found):
        return explained
    numbers = sorted(number for number, cell in row.cells.items() if len(cell.seen) == 1 and told)
    for number in numbers:
        if number + 1 in numbers:
            one, other = (found[row.cells[at].seen[0]] for at in (number, number + 1))
            if {one.name.form, other.name.form} == {Form.SINGLE} and _fill(row, found, number, number + 1):
                known = is_surname_first(one.name.last, other.name.last, borne)
                if (
                    known is not None
                    or (row.table, number) in borne.habits
                    or (_is_titled(one) and not _is_titled(other))
                ):
                    return [number, number + 1]
    whole = [
        number
        for number, cell in row.cells.items()
        if cell.seen and {found[at].name.form for at in cell.seen} == {Form.FULL}
    ]
    alone = len(whole) == 1 and len({found[at].name for at in row.cells[whole[0]].seen}) == 1
    return whole if alone and _fill(row, found, *whole) else []


def _explained(row: Row, found: Sequence[Seen]) -> list[int]:
    """Find a forename and a surname of which the cell before them has the initials: "RL | Raquel | Lazar"."""
    for number, cell in row.cells.items():
        behind = row.cells.get(number + 1, Cell("")), row.cells.get(number + 2, Cell(""))
        names = [found[each.seen[0]].name for each in behind if len(each.seen) == 1]
        single = len(names) == 2 and {name.form for name in names} == {Form.SINGLE}
        letters = "".join(filter(str.isalpha, spelled(cell.text)))
        if single and letters == "".join(name.last[0] for name in names):
            return [number + 1, number + 2] if _fill(row, found, number + 1, number + 2) else []
    return []


def learn_habits(rows: Sequence[Row], found: Sequence[Seen], borne: Borne) -> None:
    """Learn of tables in which of two neighbouring columns of single names the surnames stand."""
    said: dict[tuple[str, int], list[bool]] = defaultdict(list)
    for row in rows:
        for number, cell in row.cells.items():
            behind = row.cells.get(number + 1, Cell(""))
            if len(cell.seen) == len(behind.seen) == 1 and _fill(row, found, number, number + 1):
                one, other = (found[each.seen[0]].name for each in (cell, behind))
                known = is_surname_first(one.last, other.last, borne)
                if {one.form, other.form} == {Form.SINGLE} and known is not None:
                    said[row.table, number].append(known)
    for place, votes in said.items():
        if len(votes) > 1 and len(set(votes)) == 1:
            borne.habits[place] = votes[0]


def is_surname_first(one: str, other: str, borne: Borne) -> bool | None:
    """Tell of two words in neighbouring cells whether the first is the surname; None where nothing tells it.

    A usual forename that is nobody's in the call tells it too: of "Elsie | Penhallow" both may be somebody's.
    """
    if (one in borne.lasts) != (other in borne.lasts):
        return one in borne.lasts
    usual = one in forenames(), other in forenames()
    if one in borne.lasts or usual[0] == usual[1] or {one, other} & borne.firsts:
        return None
    return usual[1]


def earlier_names(row: Row, found: Sequence[Seen], bearer: int) -> list[int]:
    """Give the single name that fills the cell behind that of a whole name: of a family, a maiden name."""
    behind = row.cells.get(bearer + 1, Cell(""))
    is_single = len(behind.seen) == 1 and found[behind.seen[0]].name.form is Form.SINGLE
    if is_single and not found[behind.seen[0]].name.title and _fill(row, found, bearer + 1):
        return list(behind.seen)
    return []


def _fill(row: Row, found: Sequence[Seen], *numbers: int) -> bool:
    """Tell whether cells hold names and nothing else, but for a title before a name."""
    for number in numbers:
        spans = [found[at].mention.span for at in row.cells[number].seen]
        text = row.cells[number].text.strip()
        first, _, rest = text.partition(" ")
        long = len(rest) if sex_of(first.rstrip(".").casefold()) else len(text)
        if max(s.end for s in spans) - min(s.start for s in spans) < long - 2:
            return False
    return True


def _is_titled(one: Seen) -> bool:
    return bool(one.name.title or sex_of(one.role))


def relation_of(text: str) -> str:
    """Give the word of kinship or the role that a cell holds, in lower case; of several words, the known."""
    plain = _NUMBERED.sub("", text.strip(" .,;:()")).casefold()
    if plain in kinship() or plain in roles() or plain in _OFFICES or calling_of(plain):
        return plain
    words = plain.partition(" of ")[0].split()  # "partner of mother" is no mother
    if not (1 < len(plain.split()) < 6 and words) or words[0] in _SHARED:
        return ""
    ends = [" ".join(words[at:]) for at in range(len(words))]
    begins = [" ".join(words[:at]) for at in range(len(words), 0, -1)]
    of_her = (each for each in begins if each in kinship() or (each in roles() and _goes_on(plain, each)))
    found = next((end for end in ends if end in kinship() or end in roles()), "") or next(of_her, "")
    # A "Child Abuse Team" is no child, nor is "each child" somebody.
    rest = {word.strip("?(),.") for word in words} - set(found.split()) - _WHICH
    return "" if is_child(found) and any(map(str.isalpha, rest)) else found


def _goes_on(plain: str, role: str) -> bool:
    """Tell whether a cell that begins with a role goes on about her who has it: a "GP letter" is a paper."""
    return _MORE_OF_HER.match(plain.removeprefix(role)) is not None
