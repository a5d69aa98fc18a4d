"""Every form in which the people of a key may be named: what is searched for, and how sure it is.

A form that is an ordinary word, a short form that stands in no key, initials, and whatever has less than
three letters is searched for too; it is asked about. A word that is somebody's name now and then (Brown,
Bell, Man) is asked about where it is written as a word.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from redact.resolve.forms.letters import bare
from redact.resolve.lists import forenames, kinship, lines_of, particles, short_names
from redact.resolve.settling import plain, words_of
from redact.values.forms import Form
from redact.values.key import Key, KeyName, NameKind

__all__ = ["SHORTEST", "Needle", "Parts", "digests_of", "initials_of", "needles_of", "parts_of"]

SHORTEST = 3  # letters; less is asked about
_HASHES = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512")


@dataclass(frozen=True, slots=True)
class Needle:
    """Letters to search for. `joints` are the offsets at which its words meet: any gap may be there.

    `wordy` says that a single word is asked about in small letters, `opener` that it is where a sentence
    begins too. `apart` says that both words of a whole name are forenames: in two cells they may be two.
    """

    letters: str = field(repr=False)
    of: str
    form: Form
    sure: bool
    joints: tuple[int, ...] = ()
    wordy: bool = False
    opener: bool = False
    apart: bool = False


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
                    words = words_of(name.text)
                    found[Parts(person.id, words, len(words) > 1)] = None
    return tuple(found)


def needles_of(key: Key) -> tuple[Needle, ...]:
    """Give all forms to search for; of one person each form once, the surest."""
    found: dict[tuple[str, str], Needle] = {}
    for needle in _needles(key):
        known = found.get((needle.letters, needle.of))
        if needle.letters and (known is None or (needle.sure and not known.sure)):
            found[needle.letters, needle.of] = needle
    return tuple(found.values())


def initials_of(key: Key) -> dict[str, set[str]]:
    """Give the initials of whole names ("KS", "KAS"), and those that the key holds, with who bears them."""
    found: dict[str, set[str]] = {}
    for parts in parts_of(key):
        letters = [bare(word)[:1] for word in _halves(parts.words)]
        if parts.whole:
            for some in (letters, [letters[0], letters[-1]]):
                found.setdefault("".join(some).upper(), set()).add(parts.of)
    for person in key.people:
        for name in person.names:
            if name.kind is NameKind.INITIALS and not person.stays:
                found.setdefault(bare(name.text).upper(), set()).add(person.id)
    return {letters: of for letters, of in found.items() if len(letters) > 1}


def digests_of(key: Key) -> dict[str, set[str]]:
    """Give the plain hashes of names as programs make them, in lower case hex, with whose they are."""
    found: dict[str, set[str]] = {}
    for person in key.people:
        if not person.stays:
            for spelled in {text for name in person.names for text in _written(name)}:
                for kind in _HASHES:
                    digest = hashlib.new(kind, spelled.encode("utf-8"), usedforsecurity=False).hexdigest()
                    found.setdefault(digest, set()).add(person.id)
    return found


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
        for word in _halves(parts.words):
            yield from _single(bare(word), parts.of, Form.PART)
        for word in parts.words:
            yield from _single(bare(word), parts.of, Form.PART)
        begins = next((at for at, word in enumerate(parts.words) if word in particles() and at), None)
        if begins is not None:  # "van der Berg", in one word or in three
            yield _joined(words[begins:], parts.of, Form.PART)
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


def _single(word: str, of: str, form: Form) -> Iterator[Needle]:
    if word and word not in particles():
        sure = len(word) >= SHORTEST and word not in _words()
        opener = word in _openers()
        yield Needle(word, of, form, sure, wordy=opener or word in _seldom(), opener=opener)


def _firsts(key: Key) -> frozenset[str]:
    """Give the forenames that are known, and those of everybody in the key."""
    own = {parts.words[0] for parts in parts_of(key) if parts.whole}
    return frozenset(forenames()) | own


def _halves(words: Iterable[str]) -> list[str]:
    return [half for word in words for half in word.replace("-", " ").split() if half not in particles()]


def _shorts(forename: str) -> Iterator[str]:
    for short, long in short_names().items():
        if forename in long and short != forename:
            yield short
    yield from short_names().get(forename, ())


def _written(name: KeyName) -> Iterator[str]:
    """Give a name as it may have been written before it was hashed."""
    text = " ".join(name.text.split())
    words = text.split()
    for spelled in (text, plain(text), *words, "".join(words), ".".join(words), "_".join(words)):
        yield from (spelled, spelled.lower(), spelled.upper(), spelled.lower() + "\n", spelled + "\n")
    for one, other in pairwise(words):
        yield from (f"{other}, {one}", f"{other} {one}".lower())


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
