"""Names in pieces side by side that only together say who is meant: of exactly one person both are known.

A forename and a surname in neighbouring cells or words ("child: kay rook", "ROOK, Kay, the younger"), a
single name that the text gives as somebody's other one, a name with its initials ("Kay Rook K.R."). Where two
could bear both pieces, or nobody is known to, all stays as it was. What remains: "told Rook Kay had left" in
capitals, and a list of people by surname and forename in turn, are read as nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from redact.resolve.keys_of_initials import told_initials
from redact.resolve.knowing import Persons
from redact.resolve.names import Form, is_loud
from redact.resolve.persons import Asked, Person, asked_of
from redact.resolve.surroundings import Seen, spans_between
from redact.values.people import Mention
from redact.values.persons import Because
from redact.values.text import Passage

__all__ = ["told_beside"]

_Meant = Mapping[Asked, tuple[list[Person], Because]]
_REACH = 60
_SPACES = re.compile(r"[ \u00a0]|[ ]?\n[ ]?")
# Before a surname that begins a name, with the forename behind a comma: nothing, or what begins a field.
_BEGINS = re.compile(r"(?:^|[\t|:;(\[.!?→>*•–—-])[ \"“'‘]*$")
# Behind that forename: more people are listed.
_GOES_ON = re.compile(r"[ ]*(?:,[ ]*)?(?:and|&|\+)[ ]", re.IGNORECASE)
_AND = re.compile(r"\w\.?\s+(?:and|&|with|\+)\s+$", re.IGNORECASE)


def told_beside(
    by_passage: Mapping[str, Sequence[Seen]],
    passages: Mapping[str, Passage],
    others: Iterable[tuple[Seen, Seen, str]],
    meant: _Meant,
    persons: Persons,
) -> dict[int, list[Person]]:
    """Tell of mentions, by their `id`, the one person whom they and what stands beside them name together.

    Args:
        others: mentions of which the text says that both are one person's.
    """
    found = told_initials(by_passage, passages, meant, persons)
    found |= dict(_in_neighbouring_words(by_passage, passages, persons))
    found |= _in_neighbouring_cells(by_passage, passages, persons)
    return found | _said(others, meant)


# ------------------------------------------------------------------ private


def _in_neighbouring_words(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], persons: Persons
) -> Iterator[tuple[int, list[Person]]]:
    for id_, seen in by_passage.items():
        text = passages[id_].text
        pairs = spans_between(seen, passages[id_])
        for one, other, both in _turned(pairs, text, persons):
            yield from ((id(one), both), (id(other), both))
        before: Seen | None = None
        for one, other, between in pairs:
            if _SPACES.fullmatch(between) and _piece(one) and _piece(other) and not other.name.title:
                both = _of_two_words(one, other, text, persons)
                if len(both) == 1:
                    yield id(one), both
                    if not _is_shared(one, text, before):
                        yield id(other), both
            before = one


def _turned(
    pairs: Sequence[tuple[Seen, Seen, str]], text: str, persons: Persons
) -> Iterator[tuple[Seen, Seen, list[Person]]]:
    """Find surnames with the forename behind a comma, and no list of two: "Rook, Kay and Orton, Ida"."""
    found: dict[int, list[Person]] = {}
    for at, (one, other, between) in enumerate(pairs):
        first, last = _piece(other), _piece(one)
        both = persons.bearers(first, last) if between == ", " and first and last else []
        if between == ", " and first and last and not both:
            both = _misspelled(first, last, persons)
        if len(both) == 1 and not other.name.title:
            found[at] = both
    runs: list[list[int]] = []
    for at in found:
        joined = runs and runs[-1][-1] == at - 2 and _GOES_ON.fullmatch(pairs[at - 1][2])
        runs[-1:] = [[*runs[-1], at]] if joined else [*runs[-1:], [at]]
    for run in runs:
        first_, last_ = pairs[run[0]][0], pairs[run[-1]][1]
        begins = first_.relation or _BEGINS.search(text[: first_.mention.span.start])
        whole = begins and not _GOES_ON.match(text, last_.mention.span.end)
        for at in run:
            one, other, _ = pairs[at]
            if whole or (is_loud(_words(one, text)) and not is_loud(_words(other, text))):
                yield one, other, found[at]


def _piece(one: Seen) -> str:
    """Give the word that a mention is, of which a name may be made; nothing where it is more than one."""
    if one.name.form is Form.OTHER and one.name.between:
        return one.name.first  # a piece that was looked at before
    return one.name.last if one.name.form in (Form.SINGLE, Form.INITIALS) else ""


def _of_two_words(one: Seen, other: Seen, text: str, persons: Persons) -> list[Person]:
    """Give who bears two words side by side as forename and surname, or the other way round in a field.

    Where nothing is written large, or all of it, only a field tells where a name begins: "rang re kay rook".
    """
    first, last = _piece(one), _piece(other)
    start, end = one.mention.span.start, other.mention.span.end
    field = one.relation or _BEGINS.search(text[:start])
    plain = text[start:end].islower() or text[start:end].isupper()
    if not field and (text[start:end].islower() or text.isupper()):
        return []
    both = persons.bearers(first, last) or _misspelled(first, last, persons)
    return both or (persons.bearers(last, first) if plain and field else [])


def _misspelled(first: str, last: str, persons: Persons) -> list[Person]:
    """Give who bears a surname, and a forename of which the one before it may be a misspelling or a form."""
    could_be, why = persons.named(first)
    surnames = persons.with_surname(last) if why is not Because.ONLY else []
    return [person for person in could_be if person in surnames and first not in person.lasts]


def _is_shared(one: Seen, text: str, before: Seen | None) -> bool:
    """Tell whether the surname behind a forename may be that of two: "Ida and Tom Rook"."""
    start = one.mention.span.start
    if before is None or not _AND.search(text[:start]):
        return False
    return before.name.form is Form.SINGLE and start - before.mention.span.end < len(" and  ")


def _words(one: Seen, text: str) -> str:
    return text[one.mention.span.start : one.mention.span.end]


def _in_neighbouring_cells(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], persons: Persons
) -> dict[int, list[Person]]:
    """Tell two parts of one name in neighbouring cells, where exactly one person bears both."""
    pairs = [
        (one, other)
        for id_ in by_passage
        for one, other, between in spans_between(by_passage[id_], passages[id_])
        if "\t" in between and not between.strip(" \t|")
        if _is_alone(one.mention, passages[id_].text) and _is_alone(other.mention, passages[id_].text)
    ]
    cells: dict[tuple[str, int | None, int, int], Seen] = {}
    for id_, seen in by_passage.items():
        cell, passage = passages[id_].location.cell, passages[id_]
        if cell and len(seen) == 1 and _fills(seen[0].mention, passage):
            cells[id_.rpartition(":")[0], passage.location.block, *cell] = seen[0]
    pairs += [
        (one, cells[document, block, row, column + 1])
        for (document, block, row, column), one in cells.items()
        if (document, block, row, column + 1) in cells
    ]
    found: dict[int, list[Person]] = {}
    for one, other in pairs:
        if one.name.form is Form.SINGLE and other.name.form is Form.SINGLE:
            both = persons.bearers(one.name.last, other.name.last)
            both = both or persons.bearers(other.name.last, one.name.last)
            if len(both) == 1:
                found[id(one)] = found[id(other)] = both
    return found


def _said(others: Iterable[tuple[Seen, Seen, str]], meant: _Meant) -> dict[int, list[Person]]:
    """Tell single names that stand as somebody's other one: "Ida Rook (née Orton)" whoever else is Orton."""
    found: dict[int, list[Person]] = {}
    for one, other, _ in others:
        # A name may have been read anew since ("Garcia Lopez" as a surname): then nothing is told of it.
        known, part = meant.get(asked_of(one)), other.name.last
        who: Sequence[Person] = known[0] if known else ()
        whole = one.name.form is Form.FULL and other.name.form is Form.SINGLE and len(who) == 1
        if whole and part in who[0].firsts | who[0].lasts | who[0].others:
            found[id(other)] = [who[0]]
    return found


def _is_alone(mention: Mention, text: str) -> bool:
    """Tell whether a mention is all that its cell of a line holds."""
    before, behind = text[: mention.span.start].rstrip(" |"), text[mention.span.end :].lstrip(" |")
    return before[-1:] in ("", "\t", "\n") and behind[:1] in ("", "\t", "\n")


def _fills(mention: Mention, passage: Passage) -> bool:
    return mention.span.start <= 1 and mention.span.end >= len(passage.text.rstrip()) - 1
