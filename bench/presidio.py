"""Presidio's default registry and ours on the sample case, in one run: python -m bench.presidio

Writes docs/presidio.md: hits, false hits and time side by side.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.engine import default_engine
from corpus.sample.make import FILES, read_built
from corpus.score import Gold, load_gold, run_sample, score
from redact.values.people import Label
from redact.values.text import Document

PAGE = Path(__file__).resolve().parent.parent / "docs" / "presidio.md"
_RUNS = 5
_LIKELY = 0.5  # half of presidio's scale: what many set as its threshold

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Column:
    """One tool's result: found mentions by label, all false hits, and those of them that touch what stays."""

    name: str
    found: Counter[str]
    false_hits: int
    on_what_stays: int
    seconds: float


def main() -> int:
    """Run both and write the page."""
    gold = load_gold()
    names = sorted({one.document for one in gold})
    documents = {name: read_built(name, (FILES / name).read_bytes()) for name in names}
    columns = [*_presidio(documents, gold), _ours(documents, gold)]
    PAGE.write_text(page_of(gold, columns, documents), encoding="utf-8", newline="\n")
    print(f"written: docs/{PAGE.name}")
    return 0


def _presidio(documents: dict[str, Document], gold: Sequence[Gold]) -> list[Column]:
    engine = default_engine()
    texts = {name: document.text() for name, document in documents.items()}
    seconds = _time(lambda: [engine.analyze(text, "en") for text in texts.values()])
    columns = []
    for least, name in ((0.0, "presidio, every score"), (_LIKELY, f"presidio, {_LIKELY} and more")):
        found: Counter[str] = Counter()
        false_hits = on_what_stays = 0
        for document, text in texts.items():
            stretches = {(one.start, one.end) for one in engine.analyze(text, "en") if one.score >= least}
            own = [one for one in gold if one.document == document]
            found.update(one.label for one in own if one.must == "go" and _covered(one, text, stretches))
            wrong = [stretch for stretch in stretches if not _touched(stretch, own, ("go", "either"))]
            false_hits += len(wrong)
            on_what_stays += sum(_touched(stretch, own, ("stay",)) for stretch in wrong)
        columns.append(Column(name, found, false_hits, on_what_stays, seconds))
    return columns


def _ours(documents: dict[str, Document], gold: Sequence[Gold]) -> Column:
    from redact.recognise.finding import find_mentions

    seconds = _time(lambda: find_mentions(list(documents.values())))
    result = score(run_sample(), gold)
    found = Counter(one.label for one in result.found if one.span is not None)
    return Column(
        "redact", found, len(result.false_hits), sum(bool(one.stays) for one in result.false_hits), seconds
    )


def _time(work: Callable[[], object]) -> float:
    """The median of some runs, after one that nobody counts: it loads what is loaded once."""
    work()
    taken = []
    for _ in range(_RUNS):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def _covered(gold: Gold, text: str, stretches: Iterable[Stretch]) -> bool:
    if gold.span is None:
        return False
    under = {at for start, end in stretches for at in range(max(start, gold.span[0]), min(end, gold.span[1]))}
    return all(at in under for at in range(*gold.span) if text[at].isalnum())


def _touched(stretch: Stretch, gold: Iterable[Gold], must: tuple[str, ...]) -> bool:
    return any(
        one.must in must and one.span and stretch[0] < one.span[1] and one.span[0] < stretch[1]
        for one in gold
    )


# ---------------------------------------------------------------- the page


_INTRODUCTION = """\
# Presidio's default registry and ours, on the sample case

Made by `python -m bench.presidio`, both in one run, on the same text. **The text is invented and our own**:
it was written by the people who write the rules, and says nothing about real reviews.

- presidio {version} with every recogniser that it loads by default for English. Its default also takes
  names and places from a trained spaCy model. None may be downloaded where this is run, so its tokeniser
  runs blank, and **for that reason it finds no names**. Its recogniser for e-mail takes only domains that
  are registered, and the sample has example domains only. Those for National Insurance numbers and
  postcodes are not among its defaults.
- `redact` as `redact check` runs it, rules and its name model; *block* and *ask* count, *note* does not.
- {files} files, {words:,} words. A hit is a mention that must go of which every letter and digit is covered,
  whatever label it is given. A false hit touches nothing that must or may go.
"""
_CLOSING = """
Time is the median of {runs} runs, in processor time, over text that was already read, after the engines are
loaded.
"""


def page_of(gold: Sequence[Gold], columns: Sequence[Column], documents: Mapping[str, Document]) -> str:
    """Write the page."""
    return "\n".join(_lines(gold, columns, documents))


def _lines(
    gold: Sequence[Gold], columns: Sequence[Column], documents: Mapping[str, Document]
) -> Iterable[str]:
    wanted = Counter(one.label for one in gold if one.must == "go" and one.span is not None)
    total = wanted.total()
    words = sum(document.words for document in documents.values())
    yield _INTRODUCTION.format(version=version("presidio-analyzer"), files=len(documents), words=words)
    yield _row("mentions that must go", "all", [column.name for column in columns])
    yield "|---|---:|" + "---:|" * len(columns)
    for label, count in sorted(wanted.items()):
        found = [str(column.found[label]) for column in columns]
        yield _row(Label(label).words, str(count), found)
    sums = [f"**{column.found.total()}** ({column.found.total() / total:.0%})" for column in columns]
    yield _row("**together**", f"**{total}**", sums)
    yield _row("false hits", "", [str(column.false_hits) for column in columns])
    yield _row("of them on what must stay", "", [str(column.on_what_stays) for column in columns])
    base = columns[0].seconds
    yield _row("time to find, presidio = 1", "", [f"{column.seconds / base:.2f}" for column in columns])
    yield _CLOSING.format(runs=_RUNS)


def _row(first: str, second: str, rest: Sequence[str]) -> str:
    return f"| {first} | {second} | {' | '.join(rest)} |"


if __name__ == "__main__":
    sys.exit(main())
