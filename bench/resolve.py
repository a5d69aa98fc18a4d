"""What it costs to tell who is who: python -m bench.resolve

Mentions of invented people are put together in this process, as those of one case (forty people, however long
the papers) and as those of a register (as many people as there can be). Seconds are of processor time. The
target is ten thousand mentions in under five seconds, and a cost that grows no faster than n log n.

    python -m bench.resolve                    1,000, 10,000 and 40,000 mentions; into docs/resolving.md
    python -m bench.resolve 500 5000           the same for other numbers; printed, not written
"""

from __future__ import annotations

import argparse
import math
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import product

from corpus.scoring.resolving import store
from redact.resolve import resolve
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span

__all__ = ["Papers", "main", "measured", "papers"]

_NUMBERS = (1_000, 10_000, 40_000)
_TARGET = (10_000, 5.0)
_PEOPLE_OF_A_CASE = 40
_FORMS = 10  # mentions of one person before the next is told
_A_DOCUMENT = 500  # mentions
_FOUND = Evidence("bench", "1", "made", "it was made so")
_SYLLABLES = (
    "ba",
    "den",
    "fi",
    "gor",
    "hal",
    "ki",
    "lum",
    "mer",
    "no",
    "pel",
    "ras",
    "sim",
    "tor",
    "vel",
    "wen",
)
Papers = tuple[tuple[Mention, ...], tuple[Document, ...]]


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where ten thousand mentions took longer than they may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("mentions", nargs="*", type=int)
    asked = parser.parse_args(arguments).mentions
    lines = []
    met = True
    for line, kept in _lines(sorted(set(asked or _NUMBERS))):
        print(line, flush=True)
        lines.append(line)
        met = met and kept
    if not asked:
        store("bench", "resolve", {"lines": lines})
    return 0 if met else 1


def _lines(numbers: Sequence[int]) -> Iterator[tuple[str, bool]]:
    """Measure; give what is to be printed, and whether the target is kept."""
    for name, people in (("one case", _PEOPLE_OF_A_CASE), ("a register", None)):
        yield f"{name:<12} mentions   seconds   microseconds a mention, over log2 n", True
        for number in numbers:
            seconds = measured(papers(number, people))
            each = 1e6 * seconds / number
            line = f"{'':<12} {number:>8,} {seconds:9.2f} {each:12.1f} {each / math.log2(number):10.2f}"
            yield line, not (number <= _TARGET[0] and seconds > _TARGET[1])


def measured(case: Papers) -> float:
    """Give the seconds of processor time in which the mentions are resolved."""
    started = time.process_time()
    resolve(*case)
    return time.process_time() - started


def papers(number: int, people: int | None) -> Papers:
    """Make documents with so many mentions of so many people; of None, of a person for every ten mentions."""
    names = list(_names(people or max(1, number // _FORMS)))
    mentions: list[Mention] = []
    documents: list[Document] = []
    passages: list[Passage] = []
    for at in range(number):
        first, last = names[(at // _FORMS) % len(names)]
        document = f"{at // _A_DOCUMENT:012x}"
        before, name = _form(at % _FORMS, first, last)
        passage = f"{document}:{at}"
        mentions.append(
            Mention(Span(passage, len(before), len(before) + len(name)), Label.PERSON, 0.9, _FOUND)
        )
        passages.append(Passage(passage, f"{before}{name} rang.", Location(Part.BODY)))
        if (at + 1) % _A_DOCUMENT == 0 or at + 1 == number:
            documents.append(Document(document, "0" * 64, Format.TXT, tuple(passages), ()))
            passages = []
    return tuple(mentions), tuple(documents)


def _form(way: int, first: str, last: str) -> tuple[str, str]:
    """Tell a person in one of ten ways; what stands before the name is no part of it."""
    return (
        ("", f"{first} {last}"),
        ("Then ", first),
        ("Mrs ", last),
        ("Later ", last),
        ("", f"{last.upper()}, {first}"),
        ("Seen by ", f"{first[0]}. {last}"),
        ("Notes of ", first[0] + last[0]),
        ("Her mother, ", first),
        ("The social worker ", f"{first} {last}"),
        ("Once ", first[:2] + first[3:]),  # a letter was left out
    )[way]


def _names(number: int) -> Iterator[tuple[str, str]]:
    """Give pairs of forename and surname; every surname is borne by a family of up to nine."""
    words = ["".join(parts).capitalize() for parts in product(_SYLLABLES, repeat=4)]
    for at in range(number):
        yield words[(at * 7 + at // 9) % len(words)], words[-1 - (at // 9) % len(words)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
