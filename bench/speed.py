"""Speed, memory and start-up, with presidio's default registry beside us: python -m bench.speed

Every figure is taken in a process of its own, on documents made by code. Seconds are of processor time, of
the process and its children together, because a machine that does other things has no honest clock. What is
worth quoting are the ratios of one run.

    python -m bench.speed                     60 pages, as Word document and PDF
    python -m bench.speed --growth            cost against 30, 300 and 3,000 pages, as text and Word document
    python -m bench.speed --growth 30 60      the same for other lengths
"""

from __future__ import annotations

import argparse
import io
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from corpus.make import TEMPLATES, case_at, documents_of
from corpus.rendering import blocks_of
from corpus.sample.story import Block, Piece, Story, Text, parse
from corpus.sample.writing import as_pdf
from corpus.telling.grammar import read

_PAGES = 60
_LENGTHS = (30, 300, 3000)
_THEIRS_UP_TO = 300  # pages: presidio's cost grows so fast that 3,000 take most of an hour
_WORDS_A_PAGE = 470  # of A4 at 11 points
# Of the invented cases one that is trained on: nothing is learned here, and nobody looks at test.
_SPLIT, _CASE, _SEED = "train", 1, 5
_WORDS_A_TELLING = 30_000  # some 50 documents, and then the case is told anew
_LINEAR = 1.25  # a page late in a document may cost so many times an early one, and is called equal
_LOOK_EVERY = 0.02  # seconds between two looks at the memory
REDACT = (sys.executable, "-c", "from redact.cli import main; main()")
# Read in the process itself, so that what the guarded child imports has its bytecode too: it writes none.
READ = (
    "import sys; from redact.formats import Request, read_file;"
    "read_file(sys.argv[1], Request(sys.argv[1], b'bench'), lambda *_: None)"
)
_ENGINE = "from bench.engine import default_engine; e = default_engine()"
_READ = "import pathlib, sys; t = pathlib.Path(sys.argv[1]).read_text('utf-8')"
_PRESIDIO = (sys.executable, "-c", f"{_ENGINE}; {_READ}; e.analyze(t, 'en')")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one process and its children cost."""

    seconds: float  # of processor time
    megabytes: float  # resident, of all of them together, at the worst moment that was seen


@dataclass(frozen=True, slots=True)
class _Work:
    name: str
    command: tuple[str, ...]
    suffix: str


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--growth", nargs="*", type=int, metavar="PAGES", help="measure these lengths only")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        _warm_up(Path(folder))
        grows = options.growth is not None
        lengths = sorted({pages for pages in options.growth or _LENGTHS if pages > 1})
        lines = growth(Path(folder), lengths) if grows else _beside_presidio(Path(folder))
        for line in lines:
            print(line, flush=True)
    return 0


def _warm_up(folder: Path) -> None:
    """Run everything once, so that what is measured finds its bytecode."""
    with_bytecode(folder / "bytecode")
    for suffix in _WRITERS:
        measure([sys.executable, "-c", READ, str(made(folder, suffix, 1))])
    measure([*REDACT, "check", "--quiet", str(made(folder, ".docx", 1))])
    measure([sys.executable, "-c", _ENGINE])


def _beside_presidio(folder: Path) -> Iterator[str]:
    started = {
        "redact --help": measure([*REDACT, "--help"]),
        "redact version": measure([*REDACT, "version"]),
        "presidio, its engine built": measure([sys.executable, "-c", _ENGINE]),
    }
    base = started["presidio, its engine built"]
    yield f"{'start-up':<34} seconds   of presidio's      MB"
    for name, cost in started.items():
        yield _line(name, cost, base)
    for suffix in (".docx", ".pdf"):
        path = made(folder, suffix, _PAGES)
        text = folder / f"{suffix[1:]}.txt"
        reading = measure([*REDACT, "text", str(path), "--output", str(text)])
        checking = measure([*REDACT, "check", "--quiet", str(path)])
        presidio = measure([*_PRESIDIO, str(text)])
        yield ""
        yield f"{_PAGES} pages, {suffix:<24} seconds   of presidio's      MB   pages a second"
        yield f"{_line('presidio, the text alone', presidio, presidio)}   {_PAGES / presidio.seconds:8.1f}"
        yield f"{_line('redact text: reading', reading, presidio)}   {_PAGES / reading.seconds:8.1f}"
        yield f"{_line('redact check: the whole', checking, presidio)}   {_PAGES / checking.seconds:8.1f}"


def growth(folder: Path, lengths: Sequence[int]) -> Iterator[str]:
    """Measure documents of some lengths, shortest first, and say whether a page costs the same in each.

    A page's cost is that of the pages that a document has more than the one before it, so that starting the
    program and loading what it needs is not counted among them.
    """
    check = (*REDACT, "check", "--quiet")
    ours: dict[int, float] = {}
    yield from _lengths(folder, lengths, _Work("redact check, text", check, ".txt"), ours)
    yield from _lengths(folder, lengths, _Work("redact check, Word document", check, ".docx"), {})
    theirs: dict[int, float] = {}
    short = [pages for pages in lengths if pages <= _THEIRS_UP_TO]
    yield from _lengths(folder, short, _Work("presidio, the text alone", _PRESIDIO, ".txt"), theirs)
    ratios = ", ".join(f"{ours[pages] / theirs[pages]:.2f} at {pages:,}" for pages in short)
    yield f"redact check of text, presidio = 1: {ratios}; presidio is measured up to {_THEIRS_UP_TO} pages"


def _lengths(folder: Path, lengths: Sequence[int], work: _Work, seconds: dict[int, float]) -> Iterator[str]:
    """Measure one work, print each length, and note the seconds."""
    before, each = measure([*work.command, str(made(folder, work.suffix, 1))]), []
    yield f"{work.name:<28} seconds      MB   milliseconds a page"
    yield f"  {1:>6,} page            {before.seconds:9.2f} {before.megabytes:7.0f}"
    pages_before = 1
    for pages in lengths:
        cost = measure([*work.command, str(made(folder, work.suffix, pages))])
        each.append(1000 * (cost.seconds - before.seconds) / (pages - pages_before))
        yield f"  {pages:>6,} pages           {cost.seconds:9.2f} {cost.megabytes:7.0f}   {each[-1]:8.1f}"
        seconds[pages], before, pages_before = cost.seconds, cost, pages
    yield verdict(each)


def verdict(each: Sequence[float]) -> str:
    """Say whether the pages of the longest document cost what those of the shortest do.

    Args:
        each: milliseconds for each further page, by length; with fewer than two nothing can be compared.
    """
    if len(each) < 2 or each[0] <= 0:
        return "  too few lengths to say how the cost grows"
    times = each[-1] / each[0]
    words = "linear" if times <= _LINEAR else "more than linear"
    return f"  a page late in the longest costs {times:.2f} times one of the shortest: {words}"


def _line(name: str, cost: Cost, base: Cost) -> str:
    return f"  {name:<30} {cost.seconds:9.2f} {cost.seconds / base.seconds:14.2f} {cost.megabytes:7.0f}"


def with_bytecode(folder: Path) -> None:
    """Let the commands that are run from here on keep their bytecode in a folder, as an installation does.

    Whoever measures runs each once before, and does not count it.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder)


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
    """Tell one invented case over so many pages: the same people, and other words on each page."""
    paragraphs = (block.text.kept for block in told() if block.kind == "paragraph")
    western = (each for each in paragraphs if _is_western(each))
    blocks: list[Block] = []
    for page in range(1, pages + 1):
        blocks.append(Block("heading", parse(f"Part {page}"), level=2))
        words = 0
        while words < _WORDS_A_PAGE:
            paragraph = next(western)
            words += len(paragraph.split())
            blocks.append(Block("paragraph", Text((Piece(paragraph),), ())))
    return bound(blocks)


def told() -> Iterator[Block]:
    """Tell one invented case, over and over, each time drawn anew; it never ends."""
    templates = [read(path) for path in sorted((TEMPLATES / _SPLIT).glob("*.txt"))]
    case = case_at(_CASE, _SEED, _SPLIT)
    for seed in itertools.count(_SEED):
        for telling in documents_of(case, templates, seed=seed, words=_WORDS_A_TELLING):
            yield from blocks_of(telling)


def bound(blocks: Iterable[Block]) -> Story:
    """Bind blocks in one report."""
    empty = Text((), ())
    return Story(
        "speed", parse("speed"), parse("A long report"), parse("Nobody"), empty, empty, tuple(blocks)
    )


def _is_western(text: str) -> bool:
    """Tell whether the standard fonts of a PDF have the letters."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _plain_text(story: Story) -> bytes:
    return "\n\n".join(block.text.kept for block in story.blocks).encode("utf-8")


def _plain_docx(story: Story) -> bytes:
    """Write headings and paragraphs and nothing else, in time that grows with their number.

    `Document.add_paragraph` looks through all paragraphs for the place of the next one, which is quadratic.
    """
    import docx
    from docx.oxml.parser import OxmlElement
    from docx.text.paragraph import Paragraph

    document = docx.Document()
    body = document.element.body
    end = body.sectPr
    for block in story.blocks:
        made: Any = OxmlElement("w:p")
        end.addprevious(made)
        paragraph = Paragraph(made, document._body)
        paragraph.add_run(block.text.kept)
        if block.kind == "heading":
            made.style = f"Heading{block.level}"  # the style's id, which is not looked up in a list
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


_WRITERS = {".docx": _plain_docx, ".pdf": as_pdf, ".txt": _plain_text}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
