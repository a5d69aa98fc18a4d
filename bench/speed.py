"""Speed, memory and start-up, with presidio's default registry beside us: python -m bench.speed

Every figure is taken in a process of its own, on documents made by code. Seconds are of processor time, of
the process and its children together, because a machine that does other things has no honest clock. What is
worth quoting are the ratios of one run.

    python -m bench.speed                     60 pages, as Word document and PDF
    python -m bench.speed --growth 30 300     cost against the number of pages
"""

from __future__ import annotations

import argparse
import io
import itertools
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from corpus.sample.story import Block, Story, Text, parse, stories
from corpus.sample.writing import as_pdf

_PAGES = 60
_WORDS_A_PAGE = 470  # of A4 at 11 points
_LOOK_EVERY = 0.02  # seconds between two looks at the memory
_REDACT = (sys.executable, "-c", "from redact.cli import main; main()")
_ENGINE = "from bench.engine import default_engine; e = default_engine()"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children cost."""

    seconds: float  # of processor time
    megabytes: float  # resident, of all of them together, at the worst moment that was seen


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--growth", nargs="+", type=int, metavar="PAGES", help="measure these lengths only")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        lines = _growth(Path(folder), options.growth) if options.growth else _beside_presidio(Path(folder))
        for line in lines:
            print(line, flush=True)
    return 0


def _beside_presidio(folder: Path) -> Iterator[str]:
    started = {
        "redact --help": measure([*_REDACT, "--help"]),
        "redact version": measure([*_REDACT, "version"]),
        "presidio, its engine built": measure([sys.executable, "-c", _ENGINE]),
    }
    base = started["presidio, its engine built"]
    yield f"{'start-up':<34} seconds   of presidio's      MB"
    for name, cost in started.items():
        yield _line(name, cost, base)
    for suffix in _WRITERS:
        path = made(folder, suffix, _PAGES)
        text = folder / f"{suffix[1:]}.txt"
        reading = measure([*_REDACT, "text", str(path), "--output", str(text)])
        checking = measure([*_REDACT, "check", "--quiet", str(path)])
        code = f"{_ENGINE}; import pathlib, sys; t = pathlib.Path(sys.argv[1]).read_text('utf-8')"
        presidio = measure([sys.executable, "-c", f"{code}; e.analyze(t, 'en')", str(text)])
        yield ""
        yield f"{_PAGES} pages, {suffix:<24} seconds   of presidio's      MB   pages a second"
        yield f"{_line('presidio, the text alone', presidio, presidio)}   {_PAGES / presidio.seconds:8.1f}"
        yield f"{_line('redact text: reading', reading, presidio)}   {_PAGES / reading.seconds:8.1f}"
        yield f"{_line('redact check: the whole', checking, presidio)}   {_PAGES / checking.seconds:8.1f}"


def _growth(folder: Path, lengths: Sequence[int]) -> Iterator[str]:
    for suffix in _WRITERS:
        one = measure([*_REDACT, "check", "--quiet", str(made(folder, suffix, 1))])
        yield f"redact check, {suffix:<14} seconds        MB   milliseconds for each page after the first"
        yield f"  {1:>6} page          {one.seconds:9.2f} {one.megabytes:9.0f}"
        for pages in lengths:
            cost = measure([*_REDACT, "check", "--quiet", str(made(folder, suffix, pages))])
            each = 1000 * (cost.seconds - one.seconds) / (pages - 1)
            yield f"  {pages:>6} pages         {cost.seconds:9.2f} {cost.megabytes:9.0f}   {each:8.1f}"


def _line(name: str, cost: Cost, base: Cost) -> str:
    return f"  {name:<30} {cost.seconds:9.2f} {cost.seconds / base.seconds:14.2f} {cost.megabytes:7.0f}"


def measure(command: Sequence[str]) -> Cost:
    """Run a command and watch it and its children.

    Raises:
        RuntimeError: it ended in a way that no check ends.
    """
    process = psutil.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    worst = 0
    spent: dict[int, float] = {}
    while process.poll() is None:
        worst = max(worst, _look(process, spent))
        time.sleep(_LOOK_EVERY)
    if process.returncode not in (0, 1, 3):  # ready, findings, cannot tell
        raise RuntimeError(f"a command that is measured ended with {process.returncode}")
    return Cost(sum(spent.values()), worst / 1e6)


def _look(process: psutil.Process, spent: dict[int, float]) -> int:
    """Add up the memory of a process and its children, and note what time each has spent so far."""
    memory = 0
    try:
        for one in (process, *process.children(recursive=True)):
            memory += one.memory_info().rss
            times = one.cpu_times()
            spent[one.pid] = times.user + times.system
    except psutil.Error:  # it ended while we looked
        return memory
    return memory


def made(folder: Path, suffix: str, pages: int) -> Path:
    """Write a document of so many pages of the sample case's words, each with its number."""
    path = folder / f"{pages}{suffix}"
    path.write_bytes(_WRITERS[suffix](story_of(pages)))
    return path


def story_of(pages: int) -> Story:
    """Repeat the paragraphs of the sample case over so many pages."""
    paragraphs = itertools.cycle(
        block.text.kept for story in stories() for block in story.blocks if block.kind == "paragraph"
    )
    blocks: list[Block] = []
    for page in range(1, pages + 1):
        blocks.append(Block("heading", parse(f"Part {page}"), level=2))
        words = 0
        while words < _WORDS_A_PAGE:
            paragraph = next(paragraphs)
            words += len(paragraph.split())
            blocks.append(Block("paragraph", parse(paragraph)))
    empty = Text((), ())
    return Story(
        "speed", parse("speed"), parse("A long report"), parse("Nobody"), empty, empty, tuple(blocks)
    )


def _plain_docx(story: Story) -> bytes:
    """Write headings and paragraphs and nothing else, in time that grows with their number."""
    import docx

    document = docx.Document()
    for block in story.blocks:
        style = f"Heading {block.level}" if block.kind == "heading" else None
        document.add_paragraph(block.text.kept, style=style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_WRITERS = {".docx": _plain_docx, ".pdf": as_pdf}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
