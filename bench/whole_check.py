"""The whole `redact check` with the name model on one long Word document: python -m bench.whole_check

Makes a report of 30,000 invented words (the same each time), checks it in fresh processes and writes what it
measured into docs/speed.md. Wall-clock time is honest only while the machine does nothing else; processor
time, of the process and its children together, is given beside it. Bytecode is there before the first
measured run, as in an installation.

    python -m bench.whole_check                  30,000 words, five runs
    python -m bench.whole_check --words 3000     another length; printed, not written
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.speed import READ, REDACT, bound, measure, told, with_bytecode
from corpus.sample.story import Block, Story
from corpus.sample.writing import as_docx

PAGE = Path(__file__).resolve().parent.parent / "docs" / "speed.md"
_WORDS = 30_000
_RUNS = 5
_ASKED = ("--edition", "wt2015", "--board", "bath-nes", "--kind", "overview")
_CHECK = (*REDACT, "check", "--quiet", *_ASKED)
_BLOCK = re.compile(r"(?<=`python -m bench\.whole_check`\n\n```text\n).*?(?=```)", re.DOTALL)

_IMPORTS = (
    "import redact.cli, redact.run.check, redact.recognise.finding, redact.recognise.register, numpy;"
    "import redact.recognise.model.views; from redact.recognise.model.reading import engine, name_model;"
    "engine()"
)
_FIRST_SENTENCE = (
    f"{_IMPORTS}; import time; start = time.perf_counter();"
    "name_model().read(['Kayleigh was not seen that day.']); print(time.perf_counter() - start)"
)


@dataclass(frozen=True, slots=True)
class Run:
    """What one process and its children took."""

    wall: float  # seconds from its start to its end
    processor: float  # seconds


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured; seconds are medians of the runs."""

    words: int
    checks: tuple[Run, ...]
    megabytes: float  # resident, of all processes together, at the worst moment that was seen
    help: tuple[Run, ...]  # `redact --help`
    imports: tuple[Run, ...]  # all that a check imports, and nothing more
    first_sentence: tuple[float, ...]  # seconds behind the imports until the model has read one

    @property
    def words_a_second(self) -> float:
        """The document's words over the median wall-clock time, start-up included."""
        return self.words / _wall(self.checks)


def main(arguments: Sequence[str]) -> int:
    """Measure, print and, of the usual length, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--words", type=int, default=_WORDS)
    parser.add_argument("--runs", type=int, default=_RUNS)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "report.docx")
        report.write_bytes(as_docx(story_of(asked.words)))
        lines = list(lines_of(figures(report, Path(folder, "bytecode"), asked.runs)))
    print("\n".join(lines))
    if asked.words == _WORDS:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(with_lines(page, lines), encoding="utf-8", newline="\n")
        print(f"written: docs/{PAGE.name}")
    return 0


def story_of(words: int) -> Story:
    """Tell one invented case in as many paragraphs and tables as it takes, and bind them in one report."""
    blocks: list[Block] = []
    count = 0
    for block in told():
        if count >= words:
            break
        blocks.append(block)
        texts = (block.text, *(cell for row in block.rows for cell in row))
        count += sum(len(text.plain.split()) for text in texts)
    return bound(blocks)


def figures(report: Path, bytecode: Path, runs: int) -> Figures:
    """Measure the check of a report, in processes of its own, one after the other."""
    with_bytecode(bytecode)
    check = (*_CHECK, str(report))
    for command in ((sys.executable, "-c", READ, str(report)), check):  # writes bytecode, is not counted
        timed(command)
    return Figures(
        words=_words_of(report),
        checks=tuple(timed(check) for _ in range(runs)),
        megabytes=measure(check).megabytes,
        help=tuple(timed((*REDACT, "--help")) for _ in range(runs)),
        imports=tuple(timed((sys.executable, "-c", _IMPORTS)) for _ in range(runs)),
        first_sentence=tuple(_first_sentence() for _ in range(runs)),
    )


def timed(command: Sequence[str]) -> Run:
    """Run a command and time it, unwatched: watching takes time of the processors too.

    Raises:
        RuntimeError: it ended in a way that no check ends.
    """
    before, start = os.times(), time.perf_counter()
    ended = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    wall, after = time.perf_counter() - start, os.times()
    if ended.returncode not in (0, 1, 3):
        raise RuntimeError(f"the command ended with {ended.returncode}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(wall, spent)


def lines_of(measured: Figures) -> Iterator[str]:
    """Put figures into lines of text."""
    processors = os.cpu_count()
    yield f"redact check, Word document of {measured.words:,} words, {processors} processors"
    yield f"  {'':<46} wall s   processor s"
    yield _line("start to end, median of all runs", measured.checks)
    yield f"  {'the quickest run, and the slowest':<46} {_range(measured.checks)}"
    yield f"  {'words a second, start-up included':<46} {measured.words_a_second:6,.0f}"
    yield f"  {'MB, all processes together':<46} {measured.megabytes:6.0f}"
    yield _line("redact --help", measured.help)
    yield _line("all imports of a check alone", measured.imports)
    loaded = statistics.median(measured.first_sentence)
    yield f"  {'model loaded and one sentence read, after them':<46} {loaded:6.2f}"


def with_lines(page: str, lines: Sequence[str]) -> str:
    """Give the page with the block behind the command replaced.

    Raises:
        ValueError: the page has no such block.
    """
    block = "\n".join(lines) + "\n"
    changed, count = _BLOCK.subn(lambda _: block, page)
    if count != 1:
        raise ValueError("the page has no place for these figures")
    return changed


def _first_sentence() -> float:
    command = (sys.executable, "-c", _FIRST_SENTENCE)
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


def _words_of(report: Path) -> int:
    from redact.formats import Request, read_file

    return read_file(str(report), Request(report.name, b"bench"), lambda *_: None).words


def _wall(runs: Sequence[Run]) -> float:
    return statistics.median(run.wall for run in runs)


def _range(runs: Sequence[Run]) -> str:
    return f"{min(run.wall for run in runs):6.2f} to {max(run.wall for run in runs):.2f}"


def _line(name: str, runs: Sequence[Run]) -> str:
    processor = statistics.median(run.processor for run in runs)
    return f"  {name:<46} {_wall(runs):6.2f} {processor:13.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
