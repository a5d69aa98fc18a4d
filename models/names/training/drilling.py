"""Drills: short sentences that part people from things that are called like people.

`drills/` holds the sentences and the things. Those of `people.txt` name somebody where little else says so,
those of `nobody.txt` nobody, and those of `both.txt` do both, so that only what stands around a word decides.
A slot {a.first} is filled with a name of person a, {!a.last} with the same word where it is nobody's, and
{drug} with a thing. Each file is drawn from as often as the others. All names are of the pools' train part.

Of the words that are nobody's a drill says that alone: whether one is a place, a body or a date is left open.
One sentence in eight, by its digest, is held back: it is looked at and not learned from, with names of the
pools' dev part.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from corpus.cases.values import Heritage, Sex
from corpus.pools import allowed, places, pool, public, words
from models.names.training.codes import nothing
from models.names.training.sources import Marked
from redact.recognise.model.labels import ModelLabel

__all__ = ["FILES", "FOLDER", "drills", "frames", "is_held", "things"]

FOLDER = Path(__file__).parent / "drills"
FILES = ("people", "nobody", "both")
_HELD = 8  # one of so many
_TOGETHER = (3, 8)  # sentences of a text, at least and at most
_LOWERED, _RAISED, _MISREAD = 0.07, 0.03, 0.06  # shares of the sentences in other letters
_MISREAD_ONE_IN = 18  # letters that a scanner mistakes, of those it may mistake
_LOOKS_LIKE = str.maketrans({"l": "I", "e": "c", "I": "l", "o": "0", "O": "0", "S": "5"})
_CHOICE = re.compile(r"<([^<>]*)>")
_SLOT = re.compile(r"\{(!?)([a-z]+)(?:\.([a-z]+))?\}")
_MONTHS = ("April", "June", "May", "August")
_PEOPLE = frozenset("abcde")  # slots; another letter is no person
_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Person:
    """One invented person's names."""

    first: str
    second: str
    last: str
    other: str
    nick: str
    wordfirst: str
    wordlast: str
    monthfirst: str


def frames(file: str, *, held: bool | None = None) -> tuple[str, ...]:
    """Give the sentences of one of `FILES`: those held back, those not, or all.

    Raises:
        ValueError: there is none.
    """
    lines = (FOLDER / f"{file}.txt").read_text(encoding="utf-8").splitlines()
    text = "\n".join(line for line in lines if not line.startswith("#"))
    found = tuple(block.strip() for block in text.split("\n\n") if block.strip())
    if not found:
        raise ValueError(f"{file}.txt holds no sentence")
    return tuple(block for block in found if held is None or is_held(block) is held)


def is_held(frame: str) -> bool:
    """Tell whether a sentence is held back."""
    return hashlib.sha256(frame.encode()).digest()[0] % _HELD == 0


@cache
def things() -> Mapping[str, tuple[str, ...]]:
    """Give the things of each kind."""
    found: dict[str, list[str]] = {}
    kind = ""
    for line in (FOLDER / "things.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
            found[kind] = []
        elif line and not line.startswith("#"):
            found[kind].append(line)
    return {name: tuple(dict.fromkeys(listed)) for name, listed in found.items()}


def drills(count: int, *, seed: int, held: bool = False) -> Iterator[Marked]:
    """Make texts of several sentences each.

    Args:
        count: how many texts.
        held: of the sentences that are held back; all their words that are nobody's are then nothing.
    """
    draw = Random(f"drills {seed} {held}")
    listed = {file: frames(file, held=held) for file in FILES}
    waiting: dict[str, list[str]] = {file: [] for file in FILES}
    for _ in range(count):
        writer = _Writer(draw, "dev" if held else "train")
        for _ in range(draw.randint(*_TOGETHER)):
            file = draw.choice(FILES)
            if not waiting[file]:
                waiting[file] = draw.sample(listed[file], len(listed[file]))
            writer.write(waiting[file].pop())
        unmarked = 0 if held else nothing({ModelLabel.PERSON})
        spans = [(start, end, ModelLabel.PERSON) for start, end in writer.spans]
        yield Marked(writer.text, spans, unmarked, 1.0)


class _Writer:
    """Writes sentences one behind the other and remembers where people stand."""

    def __init__(self, draw: Random, split: str) -> None:
        self._draw, self._split = draw, split
        self.text = ""
        self.spans: list[_Span] = []

    def write(self, frame: str) -> None:
        """Fill the slots of a sentence, each person and number anew."""
        frame = _CHOICE.sub(lambda found: self._draw.choice(found[1].split("|")), frame)
        frame = frame.replace(" | ", "\t")
        people: dict[str, _Person] = {}
        parts: list[str] = []
        spans: list[_Span] = []
        at = end = 0
        for slot in _SLOT.finditer(frame):
            parts.append(frame[at : slot.start()])
            told = self._filled(slot[2], slot[3] or "", people)
            start = sum(map(len, parts))
            parts.append(told)
            if slot[2] in _PEOPLE and not slot[1]:
                spans.append((start, start + len(told)))
            at = end = slot.end()
        parts.append(frame[end:])
        self._add("".join(parts), spans, has_words="word" in frame)

    def _add(self, told: str, spans: Sequence[_Span], *, has_words: bool) -> None:
        if self.text:
            self.text += self._draw.choice(("\n", "\n", "\n\n"))
        base = len(self.text)
        chance = self._draw.random()
        # A name that is a word too is told by its capital alone.
        if chance < _LOWERED and not has_words:
            told = _kept_in_length(told, str.lower)
        elif _LOWERED <= chance < _LOWERED + _RAISED:
            told = _kept_in_length(told, str.upper)
        elif chance > 1 - _MISREAD:
            told = "".join(self._misread(letter) for letter in told)
        self.text += told
        self.spans += [(base + start, base + end) for start, end in spans]

    def _misread(self, letter: str) -> str:
        return letter.translate(_LOOKS_LIKE) if self._draw.randrange(_MISREAD_ONE_IN) == 0 else letter

    def _filled(self, what: str, form: str, people: dict[str, _Person]) -> str:
        if what in _PEOPLE:
            if what not in people:
                people[what] = self._person()
            return _FORMS[form](people[what])
        told = _SLOT.sub(lambda found: self._inside(found[2]), self._thing(what))
        return told.upper() if form == "caps" else told

    def _inside(self, name: str) -> str:
        person = self._person()
        return {"first": person.first, "last": person.last}.get(name, person.other)

    def _thing(self, what: str) -> str:
        draw = self._draw
        if what in _NUMBERS:
            low, high = _NUMBERS[what]
            return str(draw.randint(low, high))
        if what in things():
            return draw.choice(things()[what])
        if what == "letter":
            return draw.choice(_LETTERS)
        if what == "time":
            return f"{draw.randrange(24):02}{draw.choice((':', '.', ''))}{draw.randrange(60):02}"
        if what == "date":
            return self._date()
        if what == "town":
            return draw.choice(places(self._split).towns)
        citation = draw.choice(public(self._split).citations)
        parts = {
            "title": citation.title,
            "journal": re.split(r"[,:]", citation.outlet)[0],
            "press": citation.outlet.split(": ")[-1].split(",")[0],
        }
        return parts[what]

    def _date(self) -> str:
        day, month, year = (
            self._draw.randint(1, 28),
            self._draw.randint(1, 12),
            self._draw.randint(2004, 2024),
        )
        name = self._draw.choice(things()["month"])
        return self._draw.choice(
            (f"{day:02}/{month:02}/{year}", f"{day}.{month}.{year % 100:02}", f"{day} {name} {year}")
        )

    def _person(self) -> _Person:
        draw, split = self._draw, self._split
        names, others = (pool(split, draw.choice(tuple(Heritage))) for _ in range(2))
        sex = draw.choice((Sex.FEMALE, Sex.MALE))
        for _ in range(50):
            first, last = draw.choice(names.firsts(sex)), names.last_for(draw.choice(names.last), sex)
            if allowed(first, last):
                break
        nicks = names.nicks.get(first) or names.variants.get(first) or (draw.choice(names.firsts(sex)),)
        ordinary = words(split)
        return _Person(
            first,
            draw.choice(names.firsts(sex)),
            last,
            draw.choice(others.last),
            draw.choice(nicks),
            draw.choice(ordinary.firsts(sex)),
            draw.choice(ordinary.last),
            draw.choice(_MONTHS),
        )


_NUMBERS = {"n": (1, 9), "nn": (10, 59), "year": (1989, 2024)}
_FORMS: Mapping[str, Callable[[_Person], str]] = {
    "first": lambda one: one.first,
    "last": lambda one: one.last,
    "full": lambda one: f"{one.first} {one.last}",
    "middle": lambda one: f"{one.first} {one.second} {one.last}",
    "caps": lambda one: f"{one.first} {one.last}".upper(),
    "lastcaps": lambda one: one.last.upper(),
    "init": lambda one: one.first[0],
    "inits": lambda one: one.first[0] + one.last[0].upper(),
    "dots": lambda one: f"{one.first[0]}.{one.last[0].upper()}.",
    "spaced": lambda one: f"{one.first[0]} {one.last[0].upper()}",
    "ilast": lambda one: f"{one.first[0]}. {one.last}",
    "lasti": lambda one: f"{one.last} {one.first[0]}",
    "lastfirst": lambda one: f"{one.last}, {one.first}",
    "double": lambda one: f"{one.first} {one.last}-{one.other}",
    "doublelast": lambda one: f"{one.last}-{one.other}",
    "nick": lambda one: one.nick,
    "wordfirst": lambda one: one.wordfirst,
    "wordlast": lambda one: one.wordlast,
    "monthfirst": lambda one: one.monthfirst,
}


def _kept_in_length(told: str, change: Callable[[str], str]) -> str:
    """Change letter by letter, so that every place stays what it was."""
    return "".join(new if len(new := change(letter)) == 1 else letter for letter in told)
