"""The lists of published cases and inquiries, and where their names stand in a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds
from redact.recognise.readings import folded
from redact.recognise.zones import line_of

__all__ = [
    "RUN", "found_in", "found_in_lower_case", "inquiry_names", "is_in_a_column", "is_in_a_field",
    "is_no_sentence", "is_rare", "is_several", "of_kind", "unbroken",
]  # fmt: skip

_SEVERAL = 2  # listed names in all documents: hardly more than one of them is a participant's too
_LEAST_WORDS = 3  # beside the name: less is no sentence
_FIELD_BEFORE = regex.compile(r"[:\t|=][ ]*$")
_HONOUR = regex.compile(r"^(?:Sir|Dame|Lord|Lady|Baroness|Baron|Professor)[ ]")
# No listed name begins or ends within one, so what ends a name is a whole run of the text.
RUN = regex.compile(r"[\p{L}\p{N}-]+")


@cache
def inquiry_names() -> frozenset[str]:
    """Give the surnames, in lower case, by which inquiries are known."""
    return frozenset(name.casefold() for name in of_kind("inquiry"))


@cache
def of_kind(kind: str) -> frozenset[str]:
    """Give the names of a kind of both lists."""
    listed = (*kinds("famous-cases").items(), *kinds("famous-cases-further").items())
    return frozenset(folded(name)[0] for name, found in listed if found == kind)


_LEAST_BEFORE = 3  # words before a name that a line breaks: fewer is a list, whose entries are each their own
_GOES_ON = regex.compile(r"[ ]?(?:[\t:|]|\p{Lu})")


@cache
def _pattern(kind: str) -> tuple[frozenset[str], regex.Pattern[str]]:
    """Give the last run of each name, and the pattern of the whole names, as written and in capitals."""
    return _built(of_kind(kind) | {name.upper() for name in of_kind(kind)})


@cache
def _pattern_of_rare(*, broken: bool) -> tuple[frozenset[str], regex.Pattern[str]]:
    """Give the same of the cases that hardly anybody else bears, in lower case or broken over two lines."""
    names = frozenset(name for name in of_kind("case") if is_rare(name) and " " in name)
    if not broken:
        return _built(frozenset(name.lower() for name in names))
    parts = [(name[:at], name[at + 1 :]) for name in names for at, sign in enumerate(name) if sign == " "]
    return _built(frozenset(f"{first}\n{last}" for first, last in parts))


def _built(names: frozenset[str]) -> tuple[frozenset[str], regex.Pattern[str]]:
    every = "|".join(regex.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}'-])(?P<name>{every})(?![\p{{L}}\p{{N}}-])")
    return frozenset(RUN.findall(name)[-1] for name in names), pattern


def found_in(text: str, kind: str, runs: frozenset[str]) -> list[regex.Match[str]]:
    """Find the listed names of a kind in a text with these runs."""
    last, pattern = _pattern(kind)
    return [] if last.isdisjoint(runs) else list(pattern.finditer(text))


def found_in_lower_case(text: str, runs: frozenset[str]) -> list[regex.Match[str]]:
    """Find the listed cases that a hasty note writes without capitals."""
    last, pattern = _pattern_of_rare(broken=False)
    return [] if last.isdisjoint(runs) else list(pattern.finditer(text))


def unbroken(text: str, runs: frozenset[str]) -> str:
    """Give a text, as long as it was, with a blank where a line ends within the name of a listed case.

    "reviews naming Tyra / Henry had": what ends a line of words and what heads the next are one name; a
    forename that is all of its line, and a surname with another capital behind it, are two entries of a list.
    """
    last, pattern = _pattern_of_rare(broken=True)
    for match in [] if "\n" not in text or last.isdisjoint(runs) else list(pattern.finditer(text)):
        low, _ = line_of(text, match.start())
        before = text[low : match.start()]
        if (
            len(before.split()) >= _LEAST_BEFORE
            and "\t" not in before
            and not _GOES_ON.match(text, match.end())
        ):
            text = text[: match.start()] + match["name"].replace("\n", " ") + text[match.end() :]
    return text


def is_several(found: Iterable[regex.Match[str]]) -> bool:
    """Tell whether matches are the names of several cases, however each is written."""
    return len({plain(match["name"]) for match in found}) >= _SEVERAL


@cache
def is_rare(name: str) -> bool:
    """Tell a name of the first list, which hardly anybody else bears; the further list holds common ones."""
    return plain(name) in {plain(each) for each in kinds("famous-cases")}


def plain(name: str) -> str:
    """Give a name without its accents and hyphens, in lower case."""
    letters = unicodedata.normalize("NFD", name)
    return "".join(each for each in letters if not unicodedata.combining(each)).replace("-", " ").casefold()


def is_in_a_field(text: str, start: int) -> bool:
    """Tell whether a name that begins at `start` is the value of a field or a cell's: "Child: …"."""
    return _FIELD_BEFORE.search(text, max(0, start - 8), start) is not None


def is_no_sentence(beside: str) -> bool:
    """Tell whether what stands beside a name is too little for a sentence: a line of its own."""
    return len(beside.split()) < _LEAST_WORDS


def is_in_a_column(text: str, start: int, end: int) -> bool:
    """Tell a cell that opens a row of figures below or above one that another listed name opens.

    "Source | No. / Tyra Henry | 3 / Sir Michael Bichard | 2": half-open code points of the first cell.
    """
    low, high = line_of(text, start)
    cell, tab, rest = text[low:high].partition("\t")
    if not tab or (cell.strip() != text[start:end] and not cell.endswith(text[start:end])):
        return False
    if any(each.isalpha() for each in rest):
        return False
    lines = (text[:low].rstrip("\n").rpartition("\n")[2], text[high + 1 :].partition("\n")[0])
    names = (line.partition("\t")[0].strip() for line in lines if "\t" in line)
    return any(each != cell and _is_listed(each) for each in names)


def _is_listed(cell: str) -> bool:
    name = _HONOUR.sub("", cell)
    return any(plain(name) in _plain_of(kind) for kind in ("case", "chair", "inquiry"))


@cache
def _plain_of(kind: str) -> frozenset[str]:
    return frozenset(map(plain, of_kind(kind)))
