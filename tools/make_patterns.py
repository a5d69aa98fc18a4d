"""Write redact/recognise/ready-patterns.txt: our patterns as the package `regex` compiles them.

    python tools/make_patterns.py           write it; after patterns were changed, and for a new `regex`
    python tools/make_patterns.py --check   exit 1 when a fifth of our patterns is not in it, or one is wrong

A pattern that is missing there is compiled at each start, which takes time and changes nothing. Patterns
are gathered while every recogniser is imported and reads its own examples and the sample case.
"""

from __future__ import annotations

import json
import pkgutil
import sys
import tempfile
from base64 import b64decode
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import regex

import redact.recognise
from redact.recognise import regex as ours

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "corpus" / "sample" / "files"
_MOST_MISSING = 0.2

_gathered: dict[str, str] = {}


def main(arguments: list[str]) -> int:
    """Write the file, or look at it; 0 when all is well."""
    ours.compile = _gather
    for module in pkgutil.walk_packages(redact.recognise.__path__, "redact.recognise."):
        import_module(module.name)
    if "--check" in arguments:
        return _look()
    _use()
    there = ours.ready()
    kept = {key: _kept(line, there.get(key)) for key, line in _gathered.items()}
    lines = [regex.__version__, *(f"{key} {line}" for key, line in sorted(kept.items()))]
    ours.READY.write_text("\n".join(lines) + "\n", encoding="ascii", newline="\n")
    print(f"{len(_gathered)} patterns written")
    return 0


def _gather(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    made = regex.compile(pattern, flags)
    _gathered[ours.key_of(pattern, flags)] = ours.line_of(made)
    return made


def _look() -> int:
    there = ours.ready()
    missing = sum(key not in there for key in _gathered) / len(_gathered)
    wrong = sum(_shape(there.get(key, line)) != _shape(line) for key, line in _gathered.items())
    print(f"{missing:.0%} of the patterns are not ready, {wrong} are wrong")
    return int(missing > _MOST_MISSING or wrong > 0)


def _kept(line: str, before: str | None) -> str:
    """Keep what was written before, where it is the same: what is new is then what was changed."""
    return before if before is not None and _shape(before) == _shape(line) else line


def _shape(line: str) -> tuple[object, ...]:
    """Give what is equal for equal patterns: the package puts what stands in a set into any order."""
    flags, code, groups, rest = json.loads(line)
    return flags, sorted(b64decode(code)), groups, rest


def _use() -> None:
    """Let every recogniser read something, since some patterns are compiled when they are first needed."""
    from redact.formats import Request, read_file
    from redact.recognise.finding import find_mentions
    from redact.recognise.near_misses import find_near_misses

    with tempfile.TemporaryDirectory() as folder:
        examples = Path(folder, "examples.txt")
        examples.write_text("\n\n".join(_examples()), encoding="utf-8")
        files = [examples, *sorted(SAMPLE.glob("*.docx"))]
        documents = [
            read_file(str(path), Request(path.name, bytes([number] * 16)), lambda *_: None)
            for number, path in enumerate(files)
        ]
    find_near_misses(documents, find_mentions(documents))


def _examples() -> Iterator[str]:
    from redact.recognise.register import RECOGNISERS

    for recogniser in RECOGNISERS:
        yield from (example.text for example in recogniser.examples)
        yield from recogniser.near_misses


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
