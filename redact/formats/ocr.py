"""Read the words of pictures by a reader on this machine: tesseract, or the models of the extra `ocr`.

No picture is written to a disk: pixels go to tesseract's standard input, and words come back on its standard
output. It is started inside the guarded child, which may start that one program and no other.

What remains: faces, handwriting and anything else that is not print. So a picture is said to have been read
only where nearly all that is dark in it lies within words that were surely read; every other one stays a Gap,
and so does a picture without any words.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from redact.formats.pictures import MAX_PIXELS, open_picture
from redact.guard.programs import outside

__all__ = [
    "EXTRA",
    "SECONDS_IN_ALL",
    "Recognised",
    "Word",
    "engine",
    "engine_name",
    "judge_words",
    "ocr_text",
    "picture_text",
]

EXTRA = "rapidocr"  # what `engine` gives where the models of the extra are installed
SECONDS_A_PICTURE = 60.0
SECONDS_IN_ALL = 900.0  # a file with more pictures than that keeps the rest as gaps
_LEAST_SIDE = 24  # pixels; no word fits into less
_SURE = 80.0  # of 100: the mean certainty of all letters
_DOUBTFUL = 60.0  # a word below it was guessed
_MOST_DOUBTFUL = 0.15  # of the letters
_MOST_ELSEWHERE = 0.10  # of what is dark, outside of all words
_PADDING = 4  # pixels around a word that still belong to it
_PROGRAM = "tesseract"
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_spent = [0.0]  # seconds; a child reads one file, so this is of that file


@dataclass(frozen=True, slots=True)
class Word:
    """One word as it was read: its line, its certainty from 0 to 100, and its box in pixels."""

    text: str = field(repr=False)
    line: tuple[int, int, int]
    sure: float
    box: tuple[int, int, int, int]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Recognised:
    """The paragraphs of one picture, and whether they are surely all that it shows."""

    paragraphs: tuple[str, ...] = field(repr=False)
    whole: bool


def engine() -> str | None:
    """Find a reader of pictures: the path of tesseract, `EXTRA` for the extra's models, or None."""
    program = _tesseract()
    if program is not None:
        return str(program)
    return EXTRA if find_spec("rapidocr_onnxruntime") is not None else None


def engine_name(found: str) -> str:
    """Name a reader for people."""
    return "the extra ocr (rapidocr)" if found == EXTRA else "tesseract"


def picture_text(data: bytes, reader: str | None) -> Recognised | None:
    """Read the picture that a file holds.

    Args:
        data: the bytes of the picture's file.
        reader: what `engine` gave; None where nothing is to be read.

    Returns: what was read; None where there is no reader, no time left, or no single picture.
    """
    if reader is None:
        return None
    pixels = open_picture(data)
    return None if pixels is None else ocr_text(pixels, reader)


def ocr_text(pixels: Any, reader: str | None) -> Recognised | None:
    """Read the words of a picture (a `PIL.Image`).

    Returns: what was read, in reading order; None where there is no reader, where there is no time left, or
    where the reader failed on it. None is never "no words": the caller reports a Gap.
    """
    too_large = pixels.width * pixels.height > MAX_PIXELS
    if reader is None or too_large or min(pixels.size) < _LEAST_SIDE or _spent[0] > SECONDS_IN_ALL:
        return None
    grey = _on_white(pixels)
    began = time.monotonic()
    try:
        with outside():
            words = _by_extra(grey) if reader == EXTRA else _by_tesseract(grey, reader)
    except (OSError, ValueError, RuntimeError, ImportError, subprocess.SubprocessError):
        return None  # the program is gone, was stopped, or says what it never says
    finally:
        _spent[0] += time.monotonic() - began
    found = judge_words(words, grey)
    # The extra joins words and leaves small ones out, sure of itself all the same: it never closes a gap.
    return replace(found, whole=False) if reader == EXTRA else found


def judge_words(words: list[Word], grey: Any) -> Recognised:
    """Join words to paragraphs, and tell whether they are surely all that a grey picture shows."""
    paragraphs: dict[tuple[int, int], dict[int, list[str]]] = {}
    for word in words:
        block, paragraph, line = word.line
        paragraphs.setdefault((block, paragraph), {}).setdefault(line, []).append(word.text)
    texts = tuple("\n".join(" ".join(line) for line in lines.values()) for lines in paragraphs.values())
    return Recognised(texts, bool(words) and _are_sure(words) and _elsewhere(words, grey) <= _MOST_ELSEWHERE)


def _are_sure(words: list[Word]) -> bool:
    letters = sum(len(word.text) for word in words)
    mean = sum(word.sure * len(word.text) for word in words) / letters
    guessed = sum(len(word.text) for word in words if word.sure < _DOUBTFUL) / letters
    return mean >= _SURE and guessed <= _MOST_DOUBTFUL


def _elsewhere(words: list[Word], grey: Any) -> float:
    """Give the share of what differs from the ground of a picture and lies in no word."""
    import numpy

    pixels = numpy.asarray(grey, dtype=numpy.int16)
    values = numpy.bincount(pixels.ravel(), minlength=256)
    marks = numpy.abs(pixels - int(values.argmax())) > 48
    total = int(marks.sum())
    if not total:
        return 0.0
    for left, top, right, bottom in (word.box for word in words):
        marks[max(0, top - _PADDING) : bottom + _PADDING, max(0, left - _PADDING) : right + _PADDING] = False
    return float(marks.sum()) / total


def _on_white(pixels: Any) -> Any:
    """Give a picture in grey, with white where it is transparent."""
    from PIL import Image

    if "A" in pixels.getbands() or "transparency" in pixels.info:
        clear = pixels.convert("RGBA")
        ground = Image.new("RGBA", clear.size, "white")
        ground.alpha_composite(clear)
        return ground.convert("L")
    return pixels.convert("L")


# ------------------------------------------------------------------ tesseract


def _by_tesseract(grey: Any, program: str) -> list[Word]:
    """Start tesseract for one picture; nothing but its words comes back."""
    header = f"P5 {grey.width} {grey.height} 255\n".encode()
    done = subprocess.run(  # noqa: S603 - the program that `engine` found, with words of ours only
        [program, "stdin", "stdout", "-l", "eng", "--psm", "1", "tsv"],
        input=header + grey.tobytes(),
        capture_output=True,
        timeout=SECONDS_A_PICTURE,
        check=True,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
    )
    return list(_words_of_table(done.stdout.decode("utf-8", "replace")))


def _words_of_table(table: str) -> Iterator[Word]:
    """Read tesseract's table: level, page, block, paragraph, line, word, four of a box, certainty, text."""
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) == 12 and fields[0] == "5" and fields[11].strip():
            block, paragraph, line = (int(each) for each in fields[2:5])
            left, top, width, height = (int(each) for each in fields[6:10])
            box = (left, top, left + width, top + height)
            yield Word(fields[11].strip(), (block, paragraph, line), float(fields[10]), box)


def _tesseract() -> Path | None:
    """Find the program: on the path, or where it installs itself; never in the folder of the documents."""
    name = f"{_PROGRAM}.exe" if sys.platform == "win32" else _PROGRAM
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    if sys.platform == "win32":
        bases = [os.environ.get(variable) for variable in _WINDOWS_FOLDERS]
        folders += [
            Path(base, *more, "Tesseract-OCR") for base in bases if base for more in ((), ("Programs",))
        ]
    found = (folder / name for folder in folders if folder.is_absolute())
    return next((path for path in found if _can_be_run(path)), None)


def _can_be_run(path: Path) -> bool:
    """Tell whether a file is there that may be run; in a folder that is not ours to see there is none."""
    try:
        return path.is_file() and os.access(path, os.X_OK)
    except OSError:
        return False


# ------------------------------------------------------------------ the extra


def _by_extra(grey: Any) -> list[Word]:
    """Read with the models of the extra: lines, whose words it often joins."""
    import numpy

    found, _ = _models()(numpy.asarray(grey.convert("RGB"))[:, :, ::-1])
    words = []
    for number, (corners, text, score) in enumerate(found or []):
        across, down = [int(point[0]) for point in corners], [int(point[1]) for point in corners]
        box = (max(0, min(across)), max(0, min(down)), max(across), max(down))
        words.append(Word(str(text).strip(), (0, 0, number), float(score) * 100, box))
    return [word for word in words if word.text]


@cache
def _models() -> Any:
    from rapidocr_onnxruntime import RapidOCR

    return RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1, print_verbose=False)
