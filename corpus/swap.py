"""Real sentences with new names, for training: python -m corpus.swap --data DIR --out DIR [--seed 1]

Reads the public sets of `DIR/names` and writes them anew with each PER span's name in place of one of the
train pools, of the same shape: as many words, the same use of capitals, initials for initials. Which sex is
meant is not known, so it is drawn. Within a document (a text by itself where the set has none) the same word
always becomes the same new one, so that "Emma Ward" and "Ward" still belong together. Words that are no
names, as particles, titles and ordinals, stay. A text with a span of more than five words, or with a list of
people in one span, is left out.

Never read: TAB, gum_dev, and every third of LitBank's books (`KEPT_BOOKS`), which are for measuring. The
output is of the same form as the data, and stays outside of the repository, as the data does.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from corpus.cases.draw import seeded
from corpus.cases.values import Heritage, Sex
from corpus.pools import pool
from corpus.telling.stretches import Edit, Stretch, Written, edited
from redact.errors import NotWritten
from redact.storage import write_over

__all__ = ["KEPT_BOOKS", "SETS", "kept_books", "main", "swapped"]

SETS = ("btc.jsonl", "gum_train.jsonl", "litbank_half.jsonl", "wikigold.jsonl", "wnut_train.jsonl")
_BOOKS = "litbank_half.jsonl"
# The books of LitBank that no model is trained on, in any form: every third by SHA-256 of its document.
KEPT_BOOKS = {
    "105_persuasion_brat": "Persuasion",
    "120_treasure_island_brat": "Treasure Island",
    "1661_the_adventures_of_sherlock_holmes_brat": "The Adventures of Sherlock Holmes",
    "1695_the_man_who_was_thursday_a_nightmare_brat": "The Man Who Was Thursday",
    "2166_king_solomons_mines_brat": "King Solomon's Mines",
    "217_sons_and_lovers_brat": "Sons and Lovers",
    "2489_moby_dick_brat": "Moby Dick",
    "24_o_pioneers_brat": "O Pioneers!",
    "2807_to_have_and_to_hold_brat": "To Have and to Hold",
    "351_of_human_bondage_brat": "Of Human Bondage",
    "367_country_of_the_pointed_firs_brat": "The Country of the Pointed Firs",
    "4300_ulysses_brat": "Ulysses",
    "45_anne_of_green_gables_brat": "Anne of Green Gables",
    "502_desert_gold_brat": "Desert Gold",
    "543_main_street_brat": "Main Street",
    "60_the_scarlet_pimpernel_brat": "The Scarlet Pimpernel",
    "6593_history_of_tom_jones_a_foundling_brat": "The History of Tom Jones, a Foundling",
    "766_david_copperfield_brat": "David Copperfield",
    "8867_the_magnificent_ambersons_brat": "The Magnificent Ambersons",
    "932_the_fall_of_the_house_of_usher_brat": "The Fall of the House of Usher",
    "9830_the_beautiful_and_damned_brat": "The Beautiful and Damned",
}
_MOST_WORDS = 5
_FIRST_ALONE = 0.6  # of names of one word: how often a first name, where nothing tells
_NAME = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{2,})*")  # a hyphen parts two names, an apostrophe does not
_POSSESSIVE = re.compile(r"['’]s$")
_LIST = re.compile(r"[,;&]|\sand\s")
_STAYING = """
    mr mrs miss ms dr sir lady lord dame prof professor rev father mother sister brother saint st captain
    colonel major general king queen prince princess judge justice president senator mayor uncle aunt jr sr
    ii iii iv vi vii viii ix the of and with in for de du la le van von der den del della di da y al el bin
    ibn bint ap mac o d first second third fourth fifth great young old little poor good conqueror
"""
_STAY = frozenset(_STAYING.split())
_REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class _Pool:
    """Names of one word, by group; those of several words or with a hyphen have another shape."""

    firsts: Mapping[Heritage, tuple[str, ...]] = field(repr=False)
    lasts: Mapping[Heritage, tuple[str, ...]] = field(repr=False)


def swapped(lines: Iterable[Mapping[str, Any]], *, seed: int, name: str) -> Iterator[dict[str, Any]]:
    """Give each text of a set with new names; a text that cannot be swapped is passed over.

    Documents stand together in their set, as in ../shared/data; `name` is that of the set's file.
    """
    names = _pool()
    for number, document in enumerate(_documents(lines)):
        new = _New(document, names, seeded("swap", seed, name, number))
        for line in document:
            if not any(
                _unfit(line["text"][start:end]) for start, end, label in line["spans"] if label == "PER"
            ):
                yield new.line(line)


def kept_books(documents: Iterable[str]) -> frozenset[str]:
    """Choose every third document by the SHA-256 of its name."""
    ordered = sorted(set(documents), key=lambda each: hashlib.sha256(each.encode()).hexdigest())
    return frozenset(ordered[::3])


def main(arguments: list[str]) -> int:
    """Swap every set; 0 when all is written."""
    parser = argparse.ArgumentParser(prog="python -m corpus.swap")
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds names/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    if asked.out.resolve().is_relative_to(_REPOSITORY):
        print("error: the output does not belong into the repository", file=sys.stderr)
        return 2
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
        for name in SETS:
            lines = _read(asked.data / "names" / name)
            told = [_as_line(line) for line in swapped(lines, seed=asked.seed, name=name)]
            write_over(asked.out / name, b"".join(told))
            print(f"{name}: {len(told)} of {len(lines)} texts", file=sys.stderr)
    except (OSError, ValueError, NotWritten) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def _read(path: Path) -> list[dict[str, Any]]:
    """Read a set, without the books that are kept."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    if path.name != _BOOKS:
        return lines
    if kept_books(line["doc"] for line in lines) != frozenset(KEPT_BOOKS):
        raise ValueError("the books are not those from which the kept ones were chosen")
    return [line for line in lines if line["doc"] not in KEPT_BOOKS]


class _New:
    """The new names of one document."""

    def __init__(self, document: Sequence[Mapping[str, Any]], names: _Pool, rng: Random) -> None:
        self._names, self._rng = names, rng
        self._firsts: set[str] = set()
        self._lasts: set[str] = set()
        self._groups: dict[str, Heritage] = {}
        self._told: dict[str, str] = {}
        for line in document:
            for start, end, label in line["spans"]:
                if label == "PER":
                    self._learn(line["text"][start:end])

    def line(self, line: Mapping[str, Any]) -> dict[str, Any]:
        """Swap the names of one text and move its spans."""
        text = line["text"]
        edits: dict[int, Edit] = {}
        for start, end, label in line["spans"]:
            if label == "PER":
                for word in _words(text[start:end]):
                    at = start + word.start()
                    edits[at] = Edit(at, len(word[0]), self._new(word[0]))
        stretches = tuple(Stretch(start, end, label) for start, end, label in line["spans"])
        new = edited(Written(text, stretches), edits.values())
        spans = [[stretch.start, stretch.end, stretch.what] for stretch in new.stretches]
        return {**line, "text": new.text, "spans": spans}

    def _learn(self, name: str) -> None:
        words = [word[0].casefold() for word in _words(name)]
        if len(words) > 1:
            self._firsts.update(words[:-1])
            self._lasts.add(words[-1])
        group = next((self._groups[word] for word in words if word in self._groups), None)
        group = group or self._rng.choice(tuple(Heritage))
        for word in words:
            self._groups.setdefault(word, group)

    def _new(self, word: str) -> str:
        bare = _POSSESSIVE.sub("", word)
        key = bare.casefold()
        if key not in self._told:
            self._told[key] = self._drawn(key)
        return _shaped(self._told[key], bare) + word[len(bare) :]

    def _drawn(self, key: str) -> str:
        first = key in self._firsts or (key not in self._lasts and self._rng.random() < _FIRST_ALONE)
        listed = (self._names.firsts if first else self._names.lasts)[self._groups[key]]
        taken = {name.casefold() for name in self._told.values()}
        for _ in range(20):
            name = self._rng.choice(listed)
            if name.casefold() not in taken and name.casefold() != key:
                break
        return name


def _documents(lines: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    document: list[Mapping[str, Any]] = []
    for line in lines:
        if document and (not line.get("doc") or line.get("doc") != document[0].get("doc")):
            yield document
            document = []
        document.append(line)
    if document:
        yield document


def _unfit(name: str) -> bool:
    return len(name.split()) > _MOST_WORDS or bool(_LIST.search(name))


def _words(name: str) -> list[re.Match[str]]:
    """Give the words of a span that are names: in small letters only where all of it is."""
    found = [
        word
        for word in _NAME.finditer(name)
        if _POSSESSIVE.sub("", word[0]).casefold().strip("'’") not in _STAY
    ]
    capital = [word for word in found if word[0][0].isupper()]
    return capital or found


def _shaped(name: str, like: str) -> str:
    if len(like) == 1:
        return name[0].upper() if like.isupper() else name[0].lower()
    if like.isupper():
        return name.upper()
    return name.lower() if like.islower() else name


def _pool() -> _Pool:
    pools = {heritage: pool("train", heritage) for heritage in Heritage}
    return _Pool(
        {each: _single((*one.firsts(Sex.FEMALE), *one.firsts(Sex.MALE))) for each, one in pools.items()},
        {each: _single(one.last) for each, one in pools.items()},
    )


def _single(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if _NAME.fullmatch(name))


def _as_line(line: Mapping[str, Any]) -> bytes:
    return (json.dumps(line, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
