"""What the search for hidden words costs in a PDF, beside pdfplumber's plain text: python -m bench.hidden_pdf

Seconds are of processor time, on a document made by code. pdfplumber is no dependency of ours: give the
Python of an environment that has it.

    python -m bench.hidden_pdf                                  60 pages, our own parts alone
    python -m bench.hidden_pdf --pages 100 --plumber PYTHON     the same beside pdfplumber
    python -m bench.hidden_pdf --file FILE --plumber PYTHON     a file of yours
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from bench.speed import made
from redact.formats import pdf
from redact.formats.building import DocumentBuilder, Request
from redact.formats.pdf import hidden_pages, reading
from redact.values.text import Format

__all__ = ["Cost", "cost_of", "main"]

_PLUMBER = (
    "import pdfplumber, sys, time\n"
    "start = time.process_time()\n"
    "with pdfplumber.open(sys.argv[1]) as opened:\n"
    "    for page in opened.pages:\n"
    "        page.extract_text()\n"
    "        page.close()\n"
    "print(time.process_time() - start)\n"
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor time: of the whole reading, and of the search for hidden words in it."""

    pages: int
    whole: float
    hidden: float


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--file", type=Path)
    parser.add_argument("--plumber", metavar="PYTHON", help="of an environment with pdfplumber")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.file or made(Path(folder), ".pdf", options.pages)
        for line in _lines(path, options.plumber):
            print(line, flush=True)
    return 0


def cost_of(data: bytes) -> Cost:
    """Read a PDF in this process and take the time: of all of it, and of the search for hidden words."""
    spent = [0.0]
    look, twice = hidden_pages.Hiding.look, reading.read_twice

    def timed(function: object) -> object:
        def call(*arguments: object) -> object:
            start = time.process_time()
            try:
                return function(*arguments)  # type: ignore[operator]
            finally:
                spent[0] += time.process_time() - start

        return call

    builder = DocumentBuilder(
        Request(name="", secret=b"0" * 32), sha256=hashlib.sha256(data).hexdigest(), format=Format.PDF
    )
    with (
        mock.patch.object(hidden_pages.Hiding, "look", timed(look)),
        mock.patch.object(reading, "read_twice", timed(twice)),
    ):
        start = time.process_time()
        document = pdf.read(data, builder)
        whole = time.process_time() - start
    return Cost(document.pages or 0, whole, spent[0])


def _lines(path: Path, plumber: str | None) -> Iterator[str]:
    data = path.read_bytes()
    cost_of(data)  # once before, so that what is imported is not counted
    cost = cost_of(data)
    yield f"{cost.pages} pages                        seconds   milliseconds a page"
    yield _line("the whole reading", cost.whole, cost.pages)
    yield _line("of it: what is hidden", cost.hidden, cost.pages)
    if plumber:
        answer = subprocess.run(
            [plumber, "-c", _PLUMBER, str(path)], capture_output=True, text=True, check=True
        )
        theirs = float(answer.stdout)
        yield _line("pdfplumber, plain text", theirs, cost.pages)
        yield f"what is hidden, pdfplumber = 1: {cost.hidden / theirs:.2f}"


def _line(name: str, seconds: float, pages: int) -> str:
    return f"{name:<30} {seconds:9.2f}   {1000 * seconds / max(1, pages):10.1f}"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
