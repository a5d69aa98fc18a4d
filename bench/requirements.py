"""What the requirements cost: python -m bench.requirements

One Word document of 30,000 invented words is read, searched and judged in this process, with all rules and
without the requirements. Every rule for one document that an edition or a board has is held against it at
once, whatever it holds for, which no check does; beside it stands a check under one edition and board.
Seconds are of processor time, the median of several rounds. What is asked for is that 150 rules on 60 pages
cost less than 15 in 100 of the whole check.

    python -m bench.requirements                into docs/speed.md
    python -m bench.requirements --words 3000   another length; printed, not written
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.whole_check import story_of
from corpus.sample.writing import as_docx
from redact.formats import Request, read_file
from redact.judge import judge
from redact.judge.requirements import REQUIREMENTS
from redact.recognise.finding import find_mentions
from redact.resolve import resolve
from redact.resources import rules_folder
from redact.rulebook import load
from redact.values.judgement import DocumentKind, Edition, Provenance, Rule, Rulebook, Settings
from redact.values.people import Resolution
from redact.values.text import Document

__all__ = ["PAGE", "Figures", "main", "measured", "median"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "speed.md"
_WORDS = 30_000
_ROUNDS = 5
_SECRET = b"bench" * 8
_SETTINGS = Settings(Edition.WT2015, DocumentKind.OVERVIEW, board="bath-nes")
_BLOCK = re.compile(r"(?<=`python -m bench\.requirements`\n\n```text\n).*?(?=```)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured, in seconds of processor time; `whole` is reading, finding, resolving and judging."""

    words: int
    rules: int
    every: float  # all requirements for one document, whatever they hold for
    asked: float  # those of one edition and one board
    loaded: float  # the rulebook read
    whole: float  # without requirements

    @property
    def share(self) -> float:
        """Give the part of the whole check that all of them would be."""
        return self.share_of(self.rules)

    def share_of(self, rules: int) -> float:
        """Give the part that so many rules would be, were each as dear as these are."""
        cost = self.every * rules / self.rules
        return cost / (self.whole + cost)


def main(arguments: Sequence[str]) -> int:
    """Measure, print and, of the usual length, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--words", type=int, default=_WORDS)
    asked = parser.parse_args(arguments)
    lines = list(lines_of(measured(asked.words)))
    print("\n".join(lines))
    if asked.words == _WORDS:
        changed, count = _BLOCK.subn(lambda _: "\n".join(lines) + "\n", PAGE.read_text(encoding="utf-8"))
        if count != 1:
            raise ValueError("the page has no place for these figures")
        PAGE.write_text(changed, encoding="utf-8", newline="\n")
        print(f"written: docs/{PAGE.name}")
    return 0


def measured(words: int, rounds: int = _ROUNDS) -> Figures:
    """Measure on a document of so many words."""
    rulebook = load(rules_folder())
    required = [rule for rule in rulebook.rules if rule.kind in REQUIREMENTS]
    others = [rule for rule in rulebook.rules if rule.kind not in REQUIREMENTS]
    everywhere = Rulebook((*others, *map(_for_all, required)), rulebook.digest)
    find_mentions([])  # nothing is loaded within what is measured
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.docx")
        report.write_bytes(as_docx(story_of(words)))
        start = time.process_time()
        document = read_file(str(report), Request(report.name, _SECRET), lambda *_: None)
        resolution = resolve(find_mentions([document]), [document])
        read = time.process_time() - start
    plain = median(lambda: _judged(document, resolution, Rulebook(tuple(others), "")), rounds)
    return Figures(
        words=document.words,
        rules=len(required),
        every=median(lambda: _judged(document, resolution, everywhere), rounds) - plain,
        asked=median(lambda: _judged(document, resolution, rulebook), rounds) - plain,
        loaded=median(lambda: load(rules_folder()), rounds),
        whole=read + plain,
    )


def lines_of(figures: Figures) -> Iterator[str]:
    """Put figures into lines of text."""
    yield f"Word document of {figures.words:,} words; processor s"
    yield f"  reading, finding, resolving, judging identities  {figures.whole:6.2f}"
    yield f"  all {figures.rules} requirements for one document at once    {figures.every:6.2f}"
    yield f"  those of wt2015 and bath-nes                     {figures.asked:6.2f}"
    yield f"  the rulebook loaded                              {figures.loaded:6.2f}"
    yield f"  all of them, of the whole                        {100 * figures.share:6.1f} %"
    yield f"  150 such rules, of the whole                     {100 * figures.share_of(150):6.1f} %"


def _for_all(rule: Rule) -> Rule:
    return replace(rule, edition=(), board=(), applies_to=(), audience=(), mode=(), replaces=())


def _judged(document: Document, resolution: Resolution, rulebook: Rulebook) -> None:
    judge(
        document,
        resolution,
        rulebook,
        settings=_SETTINGS,
        secret=_SECRET,
        provenance=Provenance(document.sha256, "", None, "", ""),
    )


def median(work: Callable[[], object], rounds: int) -> float:
    """Give the median of the processor seconds that a work takes in several rounds."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
