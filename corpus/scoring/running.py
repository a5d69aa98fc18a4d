"""Run a finder over cases, several at a time in processes of their own; results are in order of the cases."""

from __future__ import annotations

import multiprocessing
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from corpus.scoring.changes import Example, examples
from corpus.scoring.counting import Tally, count, held_case
from corpus.scoring.finder import find
from corpus.scoring.linking import count_linking
from corpus.scoring.values import Case, Read

__all__ = ["OPEN", "CaseScore", "Find", "ScoringFailed", "in_order", "score_case", "score_cases"]

# Sentences are shown of this split alone. Of test and of public sets there are figures.
OPEN = "dev"
# Texts of one call → what was said of each, and the seconds that it took.
Find = Callable[[Sequence[str]], tuple[tuple[Read, ...], float]]
_EVERY = 10  # cases between two lines of progress
_In = TypeVar("_In")
_Out = TypeVar("_Out")


class ScoringFailed(Exception):
    """A text could not be scored. The message holds no word of the text."""


@dataclass(frozen=True, slots=True)
class CaseScore:
    """One case's figures, and for the open split alone what was missed and flagged wrongly."""

    tally: Tally
    seconds: float
    examples: tuple[Example, ...] = field(repr=False, default=())


def score_case(case: Case, finder: Find = find) -> CaseScore:
    """Score one case: all its documents are one call.

    Raises:
        ScoringFailed: the finder failed; what it said is not passed on, since it may hold words of the text.
    """
    try:
        reads, seconds = finder([told.text for told in case])
    except Exception as error:  # whatever it is, its words must not be seen
        kind = type(error).__name__
        raise ScoringFailed(f"case {case[0].case} of {case[0].split}: the finder failed ({kind})") from None
    held = held_case(case, reads)
    shown = all(told.split == OPEN for told in case)
    tally = count(held)
    tally.update(count_linking(case))
    return CaseScore(tally, seconds, examples(held) if shown else ())


def score_cases(cases: Sequence[Case], *, jobs: int = 1) -> CaseScore:
    """Score cases with redact's finder and add them up; for every number of jobs the same, but for time."""
    tally: Tally = Counter()
    seconds = 0.0
    shown: list[Example] = []
    for done, scored in enumerate(in_order(score_case, cases, jobs=jobs), start=1):
        tally.update(scored.tally)
        seconds += scored.seconds
        shown += scored.examples
        if done % _EVERY == 0 or done == len(cases):
            print(f"scored {done} of {len(cases)} cases", file=sys.stderr)
    return CaseScore(tally, seconds, tuple(shown))


def in_order(work: Callable[[_In], _Out], items: Iterable[_In], *, jobs: int) -> Iterator[_Out]:
    """Do work on each item, in processes when there are several jobs; results in order of the items."""
    if jobs < 2:
        yield from map(work, items)
        return
    with ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(work, items)
