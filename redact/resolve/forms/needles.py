"""Every form in which the people of a key may be named: what is searched for, and how sure it is.

A form that is an ordinary word, a short form that stands in no key, initials, and whatever has less than
three letters is searched for too; it is asked about. A word that is somebody's name now and then (Brown,
Bell, Man) is asked about where it is written as a word.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from redact.resolve.forms.letters import bare
from redact.resolve.lists import forenames, kinship, lines_of, particles, short_names, titles
from redact.resolve.settling import plain, words_of
from redact.values.forms import Form
from redact.values.key import Key, NameKind

__all__ = ["SHORTEST", "Needle", "Parts", "halves_of", "needles_of", "parts_of"]

SHORTEST = 3  # letters; less is asked about
_BORNE = frozenset(("earl", "dame", "major", "baron", "judge"))  # titles that are forenames too
# Titles that are surnames too, where they stand behind a forename or before a comma.
_SURNAMES = frozenset(
    ("canon", "captain", "constable", "doctor", "lord", "master", "nurse", "sergeant", "sister")
)
_TURNED = 6  # letters of a name that is looked for backwards too: of shorter ones many are another name
_CUT = range(4, 8)  # letters of a surname that user names are cut to


@dataclass(frozen=True, slots=True)
class Needle:
    """Letters to search for. `joints` are the offsets at which its words meet: any gap may be there.

    `wordy` says that a single word is asked about in small letters, `opener` that it is where a sentence
    begins too. `apart` says that both words of a whole name are forenames: in two cells they may be two.
    `cut` says that it counts only where it looks like a user name: before a digit, or in an address.
    """

    letters: str = field(repr=False)
    of: str
    form: Form
    sure: bool
    joints: tuple[int, ...] = ()
    wordy: bool = False
    opener: bool = False
    apart: bool = False
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The words of one name, folded; `whole` says that it has a forename and a surname."""

    of: str
    words: tuple[str, ...] = field(repr=False)
    whole: bool


def parts_of(key: Key) -> tuple[Parts, ...]:
    """Give the names of everybody and everything of a key that is to go, as words."""
    found: dict[Parts, None] = {}
    for person in key.people:
        if not person.stays:
            for name in person.names:
                if name.kind is not NameKind.INITIALS:
                    words = _borne(name.text)
                    found[Parts(person.id, words, len(words) > 1)] = None
    return tuple(found)


def _borne(text: str) -> tuple[str, ...]:
    """Give the words of a name, with titles that people are called by: Earl Oakes, Ida Constable."""
    before, comma, behind = text.partition(",")
    kept = [*_words_borne(before, last=bool(comma)), *_words_borne(behind, last=False)]
    return tuple(kept) or tuple(plain(text).replace(",", " ").split())


def _words_borne(text: str, *, last: bool) -> Iterator[str]:
    """Give the words of a name that are no titles; `last` says that these are the surname."""
    for at, word in enumerate(text.split()):
        folded = plain(word)
        shouted = word.isupper() and not text.isupper()
        surname = folded in _SURNAMES and (at > 0 or last)
        forename = folded in _BORNE or (folded in short_names() and not shouted)
        if folded and (folded.rstrip(".") not in titles() or surname or forename):
            yield folded


def needles_of(key: Key) -> tuple[Needle, ...]:
    """Give all forms to search for; of one person each form once, the surest."""
    found: dict[tuple[str, str], Needle] = {}
    for needle in _needles(key):
        known = found.get((needle.letters, needle.of))
        if needle.letters and (known is None or (needle.sure and not known.sure)):
            found[needle.letters, needle.of] = needle
    return tuple(found.values())


def halves_of(words: Iterable[str]) -> list[str]:
    """Give the words of a name with those of two halves in two, without particles."""
    return [half for word in words for half in word.replace("-", " ").split() if half not in particles()]


def _needles(key: Key) -> Iterator[Needle]:
    firsts = _firsts(key)
    for parts in parts_of(key):
        words = [bare(word) for word in parts.words]
        if parts.whole:
            yield _joined(words, parts.of, Form.WHOLE)
            two = parts.words[-1] in firsts
            yield replace(_joined([*words[-1:], *words[:-1]], parts.of, Form.REVERSED), apart=two)
            if len(words) > 2:
                yield _joined([words[0], words[-1]], parts.of, Form.WHOLE)
                yield replace(_joined([words[-1], words[0]], parts.of, Form.REVERSED), apart=two)
            yield from _users(words[0], words[-1], parts.of)
            yield from _cut(words[0], words[-1], parts.of)
        for word in halves_of(parts.words):
            yield from _single(bare(word), parts.of, Form.PART)
        for number, word in enumerate(words):
            yield from _single(word, parts.of, Form.PART, ends=number in (0, len(words) - 1))
            yield from _turned(word, parts.of)
        begins = next((at for at, word in enumerate(parts.words) if word in particles() and at), None)
        if begins is not None:  # "van der Berg", in one word or in three
            yield _joined(words[begins:], parts.of, Form.PART)
            yield _joined([*words[begins:], *words[:begins]], parts.of, Form.REVERSED)
        for short in _shorts(parts.words[0]):
            yield Needle(bare(short), parts.of, Form.SHORT, sure=False)
    for thing in key.things:
        for name in thing.names:
            words = [bare(word) for word in words_of(name.text)]
            yield _joined(words, thing.id, Form.WHOLE)


def _joined(words: list[str], of: str, form: Form) -> Needle:
    joints: list[int] = []
    for word in words[:-1]:
        joints.append((joints[-1] if joints else 0) + len(word))
    letters = "".join(words)
    # "Hope, joy and grace" names nobody: of words alone the capitals decide, where it is found.
    sure = len(letters) >= SHORTEST and not _words().issuperset(words)
    return Needle(letters, of, form, sure, tuple(joints))


def _users(first: str, last: str, of: str) -> Iterator[Needle]:
    """Give what user names and addresses are made of: ksmith, smithk, kayleighs."""
    for letters in (first[:1] + last, last + first[:1], first + last[:1]):
        if len(letters) > SHORTEST and letters != first + "s":  # that is a plural or a possessive first
            yield Needle(letters, of, Form.JOINED, sure=letters not in _words())


def _cut(first: str, last: str, of: str) -> Iterator[Needle]:
    """Give user names that a program has cut: tthorn01, thornbut."""
    for at in _CUT:
        if at < len(last):
            for letters in (first[:1] + last[:at], last[:at] + first[:1]):
                yield Needle(letters, of, Form.JOINED, sure=False, cut=True)


def _turned(word: str, of: str) -> Iterator[Needle]:
    """Give a name written backwards, and thirteen letters on."""
    if len(word) >= _TURNED:
        for letters in (word[::-1], codecs.encode(word, "rot13")):
            if letters != word and letters not in _words() and letters not in forenames():
                yield Needle(letters, of, Form.ENCODED, sure=False)


def _single(word: str, of: str, form: Form, *, ends: bool = False) -> Iterator[Needle]:
    """Give a word of a name; one that is a particle too where it `ends` a name, as Al in "Al Day" does."""
    if word and (word not in particles() or (ends and (word in forenames() or word in short_names()))):
        sure = len(word) >= SHORTEST and word not in _words() and word not in titles()
        opener = word in _openers()
        yield Needle(word, of, form, sure, wordy=opener or word in _seldom(), opener=opener)


def _firsts(key: Key) -> frozenset[str]:
    """Give the forenames that are known, and those of everybody in the key."""
    own = {parts.words[0] for parts in parts_of(key) if parts.whole}
    return frozenset(forenames()) | own


def _shorts(forename: str) -> Iterator[str]:
    for short, long in short_names().items():
        if forename in long and short != forename:
            yield short
    yield from short_names().get(forename, ())


@cache
def _words() -> frozenset[str]:
    """Words that are names too, and names that are words: what cannot be told from the letters alone."""
    return frozenset(
        word.casefold()
        for line in (*lines_of("word-names"), *lines_of("plain-words"))
        for word in line.split()
    )


@cache
def _seldom() -> frozenset[str]:
    """Words that are somebody's name now and then: in small letters they are words."""
    lines = (*lines_of("seldom-names"), *lines_of("occupations"))
    return frozenset(word.casefold() for line in lines for word in line.split()) | kinship()


@cache
def _openers() -> frozenset[str]:
    """Words with which a sentence begins sooner than with a name."""
    lines = (*lines_of("not-names"), *lines_of("small-words"))
    return frozenset(word.casefold() for line in lines for word in line.split())
