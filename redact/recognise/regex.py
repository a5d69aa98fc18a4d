"""The package `regex` with our patterns compiled beforehand: what a recogniser imports as `regex`.

The package compiles in Python, and for our patterns that takes a second of every run. What it makes of a
pattern it hands over to whoever pickles one; `ready-patterns.txt` beside this holds that of our own patterns
(`tools/make_patterns.py`). A pattern that is not there is compiled as ever: one that was changed since, one
that is made of a document's words, and every one where another version of the package is installed.
"""

from __future__ import annotations

import copyreg
import json
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

import regex
from regex import IGNORECASE, MULTILINE, VERSION1, I, M, Match, Pattern, escape, finditer, match, search

__all__ = [
    "IGNORECASE",
    "MULTILINE",
    "READY",
    "VERSION1",
    "I",
    "M",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "finditer",
    "from_line",
    "key_of",
    "line_of",
    "match",
    "ready",
    "search",
]

READY = Path(__file__).with_name("ready-patterns.txt")
_KEY = 32  # characters

_made: dict[str, Pattern[str]] = {}  # of ready ones only: no word of a document is kept in it


def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """Give a pattern as `regex.compile` does; raises what that raises."""
    key = key_of(pattern, flags)
    made = _made.get(key)
    if made is None:
        line = ready().get(key)
        if line is None:
            return regex.compile(pattern, flags)
        made = _made[key] = from_line(pattern, line)
    return made


def key_of(pattern: str, flags: int) -> str:
    """Name a pattern: equal for equal text and flags, and for nothing else."""
    return blake2b(
        f"{int(flags)} {pattern}".encode("utf-8", "surrogatepass"), digest_size=_KEY // 2
    ).hexdigest()


@cache
def ready(path: Path = READY) -> dict[str, str]:
    """Read the lines of ready patterns by their keys; none where they are of another version, or missing."""
    try:
        made_with, *lines = path.read_text(encoding="ascii").splitlines()
    except OSError:
        return {}
    return {line[:_KEY]: line[_KEY + 1 :] for line in lines} if made_with == regex.__version__ else {}


def line_of(pattern: Pattern[str]) -> str:
    """Write down what the package made of a pattern.

    Raises:
        ValueError: the pattern takes lists of words beside its text; we use none that does.
    """
    parts = cast("tuple[Any, ...]", copyreg.dispatch_table[Pattern](pattern)[1])
    _, flags, code, groups, names, lists, listed, *rest = parts
    if lists or listed or names != {number: name for name, number in groups.items()}:
        raise ValueError("a pattern with lists of words beside it cannot be made ready")
    return json.dumps([flags, b64encode(code).decode("ascii"), groups, rest])


def from_line(pattern: str, line: str) -> Pattern[str]:
    """Make a pattern of its text and of what `line_of` wrote, under the same version of the package."""
    flags, code, groups, rest = json.loads(line)
    names = {number: name for name, number in groups.items()}
    return _maker()(pattern, flags, b64decode(code), groups, names, {}, [], *rest)


@cache
def _maker() -> Callable[..., Pattern[str]]:
    """Find what makes a pattern of its parts, as unpickling does."""
    return cast("Callable[..., Pattern[str]]", copyreg.dispatch_table[Pattern](regex.compile(""))[0])
