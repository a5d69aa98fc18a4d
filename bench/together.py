"""What facts together, plain English and accessibility cost: python -m bench.together

One Word document of 30,000 invented words is read, searched and judged in this process. Beside it stands
what each of the three parts adds: facts read, put together, weighed and judged; the text read for what makes
it hard; the structure of the file read and judged. Seconds are of processor time, the median of several
rounds. What is asked for is that all three cost less than a tenth of the whole check on 60 pages.

    python -m bench.together                into docs/speed.md
    python -m bench.together --words 3000   another length; printed, not written
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

from bench.requirements import PAGE, median
from bench.whole_check import story_of
from corpus.sample.writing import as_docx
from redact.formats import Request, read_file
from redact.formats.word.access import access_of
from redact.formats.word.reading import Reading
from redact.judge import Bundle, Once, judge, judge_bundle
from redact.judge.plain import plain_of
from redact.recognise.finding import find_mentions
from redact.resolve import resolve
from redact.resources import rules_folder
from redact.rulebook import load
from redact.values.access import Access
from redact.values.judgement import (
    DocumentKind,
    Edition,
    Provenance,
    Rulebook,
    RuleKind,
    Settings,
)
from redact.values.people import Mention, Resolution
from redact.values.text import Document

__all__ = ["Figures", "lines_of", "main", "measured"]

_WORDS = 30_000
_ROUNDS = 5
_SECRET = b"bench" * 8
_SETTINGS = Settings(Edition.WT2015, DocumentKind.OVERVIEW, board="bath-nes")
_BLOCK = re.compile(r"(?<=`python -m bench\.together`\n\n```text\n).*?(?=```)", re.DOTALL)
_APART = (RuleKind.JIGSAW, RuleKind.PLAIN, RuleKind.ACCESS)


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured, in seconds of processor time; `whole` is the check without the three parts."""

    words: int
    whole: float
    jigsaw: float
    plain: float
    access: float

    def share_of(self, part: float) -> float:
        """Give the part of the whole check, all three in it, that one of them is."""
        return part / (self.whole + self.jigsaw + self.plain + self.access)


@dataclass(frozen=True, slots=True)
class _Read:
    document: Document
    mentions: tuple[Mention, ...]
    resolution: Resolution
    spent: float  # reading, finding and resolving, without the structure
    structure: float


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
    find_mentions([])  # nothing is loaded within what is measured
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.docx")
        report.write_bytes(as_docx(story_of(words)))
        read = _read(report)
    without = tuple(rule for rule in rulebook.rules if rule.kind not in _APART)
    judged = _timed(read, Rulebook(without, ""), rounds)
    return Figures(
        words=read.document.words,
        whole=read.spent + judged,
        jigsaw=_together(read, rulebook, rounds),
        plain=_more(read, _only(rulebook, RuleKind.PLAIN), rounds),
        access=read.structure + _more(read, _only(rulebook, RuleKind.ACCESS), rounds),
    )


def lines_of(figures: Figures) -> Iterator[str]:
    """Put figures into lines of text."""
    yield f"Word document of {figures.words:,} words; processor s"
    yield f"  reading, finding, resolving, judging   {figures.whole:6.2f}"
    for name, part in (
        ("facts that identify together", figures.jigsaw),
        ("plain English", figures.plain),
        ("accessibility", figures.access),
    ):
        yield f"  {name:<38} {part:6.2f}   {100 * figures.share_of(part):4.1f} % of the whole"
    together = figures.jigsaw + figures.plain + figures.access
    yield f"  {'all three':<38} {together:6.2f}   {100 * figures.share_of(together):4.1f} % of the whole"


def _read(report: Path) -> _Read:
    spent: list[float] = []

    def timed(reading: Reading, document: Document) -> Access:
        start = time.process_time()
        found = access_of(reading, document)
        spent.append(time.process_time() - start)
        return found

    start = time.process_time()
    with mock.patch("redact.formats.word.whole.access_of", timed):
        document = read_file(str(report), Request(report.name, _SECRET), lambda *_: None)
    mentions = find_mentions([document])
    resolution = resolve(mentions, [document])
    return _Read(document, mentions, resolution, time.process_time() - start - sum(spent), sum(spent))


def _only(rulebook: Rulebook, kind: RuleKind) -> Rulebook:
    rules = tuple(rule for rule in rulebook.rules if rule.kind is kind)
    return replace(rulebook, rules=rules, packs=(), boards=())


def _more(read: _Read, rulebook: Rulebook, rounds: int) -> float:
    """Time what some rules, and the page on plain English, cost beside all the others.

    The outline and the subject of the document are there by then: a whole check makes them once.
    """
    return max(0.0, _timed(read, rulebook, rounds) - _timed(read, replace(rulebook, rules=()), rounds))


def _timed(read: _Read, rulebook: Rulebook, rounds: int) -> float:
    def judged() -> None:
        once = Once()
        once.outline(read.document)
        provenance = Provenance(read.document.sha256, "", None, "", "")
        judge(
            read.document,
            read.resolution,
            rulebook,
            settings=_SETTINGS,
            secret=_SECRET,
            provenance=provenance,
            once=once,
        )
        if any(rule.kind is RuleKind.PLAIN for rule in rulebook.rules):
            plain_of(read.document, read.mentions, rulebook, once)

    return median(judged, rounds)


def _together(read: _Read, rulebook: Rulebook, rounds: int) -> float:
    bundle = Bundle((read.document,), read.resolution, _SECRET, (), {read.document.id: DocumentKind.OVERVIEW})
    book = _only(rulebook, RuleKind.JIGSAW)
    return median(lambda: judge_bundle(bundle, book, settings=_SETTINGS), rounds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
