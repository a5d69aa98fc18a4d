"""Make invented cases with gold: python -m corpus.make --cases 200 --seed 1 --split train --out DIR

Writes `<split>.jsonl` (a told document with gold a line) and `<split>-cases.jsonl` (the people of a case a
line) and, with `--files N`, N of the documents as Word files and PDFs in `<split>-files/`, with the gold of
what is hidden in them. Each file is written whole at the end, so a run that is broken off leaves nothing. The
same seed, cases and templates give the same bytes. THE OUTPUT HOLDS INVENTED NAMES ONLY.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path

from corpus.cases.building import build
from corpus.cases.draw import seeded
from corpus.cases.values import Case, Heritage
from corpus.pools import public
from corpus.pools.names import draw_from
from corpus.rendering import rendered
from corpus.telling.grammar import Faulty, Template, read
from corpus.telling.hidden import hidden_in
from corpus.telling.names import Names
from corpus.telling.opening import opened
from corpus.telling.tell import Telling, tell_laid_out
from redact.errors import NotWritten
from redact.storage import write_over

__all__ = ["TEMPLATES", "case_at", "documents_of", "main"]

TEMPLATES = Path(__file__).parent / "templates"
WORDS = 10_000  # a case
_ROUNDS = 3  # how often one file may tell one case, where a split has few files
_SHORTEST = 40  # words of a document: what a case could hardly fill is no document
_EVERY = 10  # cases between two lines of progress


def case_at(number: int, seed: int, split: str) -> Case:
    """Build the case of that 1-based number; the groups of heritage come in turn."""
    groups = tuple(Heritage)
    return build(number, seed, split, groups[(number - 1) % len(groups)])


def documents_of(
    case: Case, templates: Sequence[Template], *, seed: int, words: int = WORDS
) -> Iterator[Telling]:
    """Tell a case by files of its split until it has so many words, and mark what all of it leaves open.

    A file in turn begins, so that over the cases each is told; then the others follow in random order, one
    of each kind before the second of any.
    """
    tellings = list(_tellings(case, templates, seed, words))
    marked = opened(case, [telling.told for telling in tellings])
    for telling, told in zip(tellings, marked, strict=True):
        yield replace(telling, told=told)


def _tellings(case: Case, templates: Sequence[Template], seed: int, words: int) -> Iterator[Telling]:
    names, names_that_stay = Names(case), public(case.split)
    told = 0
    for round_ in range(1, _ROUNDS + 1):
        for template in _ordered(case, templates, seed, round_):
            if told >= words:
                return
            telling = tell_laid_out(case, template, names_that_stay, seed=seed, round_=round_, names=names)
            length = len(telling.told.text.split())
            if length >= _SHORTEST:
                told += length
                yield telling


def main(arguments: list[str]) -> int:
    """Make the cases; 0 when all is written."""
    asked = _parser().parse_args(arguments)
    try:
        templates = [read(path) for path in sorted((asked.templates / asked.split).glob("*.txt"))]
    except Faulty as faulty:
        print(f"error: {faulty}", file=sys.stderr)
        return 2
    if asked.names:
        try:
            draw_from(asked.names)
        except FileNotFoundError as missing:
            print(f"error: there is no {missing}", file=sys.stderr)
            return 2
    if not templates:
        print(f"error: there are no templates for {asked.split}", file=sys.stderr)
        return 2
    try:
        _make(asked, templates)
    except KeyboardInterrupt:
        print("stopped; nothing was written", file=sys.stderr)
        return 130
    except NotWritten as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


def _make(asked: argparse.Namespace, templates: Sequence[Template]) -> None:
    told: list[bytes] = []
    people: list[bytes] = []
    kept: list[tuple[float, Telling, Case]] = []
    words = 0
    for number in range(1, asked.cases + 1):
        case = case_at(number, asked.seed, asked.split)
        people.append(_line(asdict(case)))
        for telling in documents_of(case, templates, seed=asked.seed, words=asked.words):
            told.append(_line(telling.told.as_json()))
            words += len(telling.told.text.split())
            if asked.files:
                kept.append((seeded("files", asked.seed, telling.told.document).random(), telling, case))
                kept = sorted(kept, key=lambda each: (each[0], each[1].told.document))[: asked.files]
        if number % _EVERY == 0 or number == asked.cases:
            print(f"{number} of {asked.cases} cases, {words} words", file=sys.stderr)
    asked.out.mkdir(parents=True, exist_ok=True)
    files: dict[str, bytes] = {}
    for _, telling, case in kept:
        files |= rendered(telling, hidden_in(telling, case, seed=asked.seed))
    if files:
        (asked.out / f"{asked.split}-files").mkdir(exist_ok=True)
    for name, data in files.items():
        write_over(asked.out / f"{asked.split}-files" / name, data)
    write_over(asked.out / f"{asked.split}-cases.jsonl", b"".join(people))
    write_over(asked.out / f"{asked.split}.jsonl", b"".join(told))


def _ordered(case: Case, templates: Sequence[Template], seed: int, round_: int) -> list[Template]:
    rng = seeded("order", seed, case.split, case.number, round_)
    first = templates[(case.number - 1) % len(templates)]
    others = rng.sample([each for each in templates if each is not first], len(templates) - 1)
    turns: dict[str, int] = {first.kind: 1} if round_ == 1 else {}
    placed: list[tuple[int, Template]] = []
    for template in others:
        placed.append((turns.get(template.kind, 0), template))
        turns[template.kind] = turns.get(template.kind, 0) + 1
    placed.sort(key=lambda pair: pair[0])
    return [first, *(template for _, template in placed)]


def _line(values: object) -> bytes:
    return (json.dumps(values, ensure_ascii=False, default=str) + "\n").encode()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus.make")
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--split", choices=("train", "dev", "test"), required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--files", type=int, default=0, help="how many documents as files too")
    parser.add_argument("--words", type=int, default=WORDS, help="a case")
    parser.add_argument("--templates", type=Path, default=TEMPLATES)
    parser.add_argument("--names", type=Path, help="a folder of other names, such as corpus/further/pool")
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
