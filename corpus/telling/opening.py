"""Which mentions the papers of a case leave open: words that they show to be the name of two people.

What counts is what the papers say, not who is in the case: nobody takes a surname for that of a nurse whom no
paper gives it to, and a nurse who is Kay throughout has no initials to be read. Beside the words themselves a
reader has the other part of the name, and a title or an office that only one of the two has. What the rest of
a page could tell is left out: who can only be guessed from it stays open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.cases.forms import first_letter, name_forms
from corpus.cases.telling import role_words
from corpus.cases.values import Case, Person, Sex
from corpus.telling.gold import GoldMention, Told
from corpus.telling.names import short_role

__all__ = ["opened"]

# Of which parts of a name a form consists; "?" where it gives their initial alone.
_PARTS: Mapping[str, tuple[str, str]] = {
    **dict.fromkeys(("first", "firstcaps", "low", "tfirst", "slip"), ("first", "")),
    **dict.fromkeys(("last", "lastcaps", "t", "rolelast", "lastslip"), ("", "last")),
    **dict.fromkeys(("full", "middle", "tfull", "caps", "rolefull"), ("first", "last")),
    **dict.fromkeys(("lastfirst", "lastfirst2"), ("first", "last")),
    **dict.fromkeys(("init", "inits"), ("first?", "last?")),
    **dict.fromkeys(("tinit", "ilast", "lasti"), ("first?", "last")),
    "firsti": ("first", "last?"),
    "nick": ("nick", ""),
    "variant": ("variant", ""),
    "former": ("first", "former_last"),
    "formerlast": ("", "former_last"),
}  # fmt: skip
_NAMING = r"née|nee|born|formerly|previously|now|became|aka|(?:(?:also|formerly) )?known as"
# What stands between two names of one person that are read as one: cells of a row, and words of naming.
_JOINS = re.compile(rf"[ \t]|, ?|,? \(?(?:{_NAMING}) ", re.IGNORECASE)
# The head of a column of further names of whom the row is about.
_FURTHER_NAMES = re.compile(rf"(?:{_NAMING}|alias|former|maiden|other names?)\b", re.IGNORECASE)
# An office behind a name: "(HV)", ", mother of …", or the next cell of a row.
_APPOSED = re.compile(r"(?: \(|, |\t)(?P<office>[\w&/' -]+?)(?=\)| of\b|[,.;:\t\n]|$)")
_TITLES = {"mr": Sex.MALE, "mrs": Sex.FEMALE, "ms": Sex.FEMALE, "miss": Sex.FEMALE}
_NEAR = 32  # letters: longer than any office, and than what joins two names


@dataclass(frozen=True, slots=True)
class _Said:
    """What one mention says of a name, in small letters; "?" ends an initial, "" is left out."""

    who: str
    first: str = field(repr=False)
    last: str = field(repr=False)
    former: bool = False  # the surname is an earlier one
    offices: frozenset[str] = frozenset()  # titles and offices beside it that are this person's

    def joined(self, other: _Said) -> _Said:
        """Put what stands beside it into what it leaves out."""
        last = _fuller(self.last, other.last)
        former = self.former if last == self.last else other.former
        return replace(self, first=_fuller(self.first, other.first), last=last, former=former)

    def shows_more_than(self, other: _Said) -> bool:
        """Whether it tells of its person more than words that another is called by too."""
        whole = self.first and self.last and not self.first.endswith("?") and not self.last.endswith("?")
        same = (self.first, self.last) == (other.first, other.last) and self.offices <= other.offices
        return bool(whole) or not same


def opened(case: Case, documents: Sequence[Told]) -> list[Told]:
    """Mark in the documents of a case what they leave open: all of them together, and each by itself."""
    people = _People(case)
    said = [people.said(told) for told in documents]
    everywhere = _Shown(people, [each for own in said for each in own.values()])
    return [
        replace(told, mentions=tuple(_marked(told, own, everywhere, _Shown(people, [*own.values()]))))
        for told, own in zip(documents, said, strict=True)
    ]


def _marked(told: Told, said: Mapping[int, _Said], everywhere: _Shown, here: _Shown) -> Iterator[GoldMention]:
    for number, mention in enumerate(told.mentions):
        own = said.get(number)
        open_ = own is not None and everywhere.is_open(own)
        yield replace(mention, open=open_, alone=own is not None and open_ and not here.is_open(own))


class _People:
    """The people of a case: what each mention says of their names, and what they are called beside them."""

    def __init__(self, case: Case) -> None:
        self._people = case.people
        self.offices = {role: _offices(case, role) for role in case.people}

    def said(self, told: Told) -> dict[int, _Said]:
        """Give what the mentions of a document say, by their number."""
        alone: dict[int, _Said] = {}
        for number, mention in enumerate(told.mentions):
            if mention.label == "PERSON" and mention.who and (own := self._read(mention)) is not None:
                alone[number] = replace(own, offices=self._beside(told.text, mention))
        order = sorted(alone, key=lambda number: told.mentions[number].span)
        said = dict(alone)
        for number, other in (*_neighbours(told, order), *_further_names(told, order)):
            if alone[number].who == alone[other].who:
                said[number] = said[number].joined(alone[other])
        return said

    def short(self, who: str, first: str) -> str:
        """Give the short form that is usual for somebody's first name; "" of any other name."""
        person = self._people[who]
        return person.nick.casefold() if first == person.first.casefold() else ""

    def _read(self, mention: GoldMention) -> _Said | None:
        person = self._people[mention.who]
        if mention.form == "aka":
            first, last = _other_name(person)
            return _Said(mention.who, first, last, last == person.former_last.casefold())
        if mention.form not in _PARTS:
            return None
        parts = _PARTS[mention.form]
        return _Said(mention.who, *(_part(person, part) for part in parts), parts[1] == "former_last")

    def _beside(self, text: str, mention: GoldMention) -> frozenset[str]:
        start, end = mention.span
        line = text.rfind("\n", 0, start) + 1
        before = text[max(line, start - _NEAR) : start].rstrip(" :.\t").casefold()
        behind = text[end : end + _NEAR].casefold()
        apposed = match["office"] if (match := _APPOSED.match(behind)) else ""
        own = self.offices[mention.who]
        found = {office for office in own if office == apposed or _ends_with(before, office)}
        # Another title than this person's own says no more than the sex.
        sexes = {
            _sex(sex) for title, sex in _TITLES.items() if title not in own and _ends_with(before, title)
        }
        return frozenset(found | (sexes & own))


class _Shown:
    """The names that some papers show, and whose they are."""

    def __init__(self, people: _People, said: Sequence[_Said]) -> None:
        self._people = people
        self._single: dict[str, set[_Said]] = defaultdict(set)
        self._pairs: dict[str, set[_Said]] = defaultdict(set)
        for each in set(said):
            for part in (each.first, each.last, people.short(each.who, each.first)):
                self._single[part].add(each)
            if each.first and each.last:
                self._pairs[each.first[0] + each.last[0]].add(each)

    def is_open(self, said: _Said) -> bool:
        """Whether somebody else could be meant.

        The same words of another show nobody that there are two; but of whom no more is shown himself, they
        say as little. A title or an office goes with the surname of today.
        """
        own, others = False, []
        for shown in self._bearers(said):
            if shown.who == said.who:
                own = own or shown.shows_more_than(said)
            elif said.offices <= self._people.offices[shown.who] and not (said.offices and shown.former):
                others.append(shown)
        return any(other.shows_more_than(said) for other in others) or (bool(others) and not own)

    def _bearers(self, said: _Said) -> Iterator[_Said]:
        if not said.first or not said.last:
            yield from self._single[said.first or said.last]
            return
        for shown in self._pairs[said.first[0] + said.last[0]]:
            if _fits(said.first, shown.first) and _fits(said.last, shown.last):
                yield shown


def _fits(said: str, shown: str) -> bool:
    """Whether a part of a name that is said can be the one that is shown; an initial shows no name."""
    return said == shown or said.endswith("?")


def _fuller(own: str, other: str) -> str:
    return other if other and (not own or own.endswith("?")) else own


def _part(person: Person, part: str) -> str:
    if part.endswith("?"):
        name = getattr(person, part[:-1])
        return f"{first_letter(name)}?".casefold() if name else ""
    return str(getattr(person, part)).casefold() if part else ""


def _other_name(person: Person) -> tuple[str, str]:
    name = name_forms(person)["aka"]
    last = next(each for each in (person.former_last, person.last) if each and name.endswith(f" {each}"))
    return name.removesuffix(f" {last}").casefold(), last.casefold()


def _offices(case: Case, role: str) -> frozenset[str]:
    person = case.people[role]
    words = person.title, short_role(role), role_words(case, role)
    return frozenset((_sex(person.sex), *(word.casefold() for word in words if word)))


def _sex(sex: Sex) -> str:
    """Among the offices, what a title says of the sex; nothing that could stand in a text."""
    return f"\n{sex.value}"


def _ends_with(text: str, word: str) -> bool:
    return text.endswith(word) and not text[: -len(word)][-1:].isalnum()


def _neighbours(told: Told, order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give two and two mentions that are read as one name, each with the other."""
    for before, behind in pairwise(order):
        between = told.text[told.mentions[before].span[1] : told.mentions[behind].span[0]]
        if len(between) <= _NEAR and _JOINS.fullmatch(between):
            yield before, behind
            yield behind, before


def _further_names(told: Told, order: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give what stands in a column of further names, with each name at the beginning of its row."""
    start, head = 0, list[str]()
    for line in told.text.split("\n"):
        end = start + len(line)
        own = [number for number in order if start <= told.mentions[number].span[0] < end]
        head = [] if "\t" not in line else head or line.split("\t")
        for number in own[1:] if head else ():
            column = told.text.count("\t", start, told.mentions[number].span[0])
            if column < len(head) and _FURTHER_NAMES.match(head[column]):
                who = told.mentions[own[0]].who
                yield from (
                    (number, first) for first in own[: own.index(number)] if told.mentions[first].who == who
                )
        start = end + 1
