"""Score who is who: python -m corpus.scoring.resolving --told DIR/dev.jsonl --date 2026-11-21

Reads told cases (JSON lines of `python -m corpus.make`), of each split its own file, and with
`--data ../shared/data` LitBank's chains. The resolver is given the gold's mentions: all documents of a case
in one call, and each document by itself. Beside it stand "written alike" and "same last word". Writes
corpus/resolving.json and docs/resolving.md; a run of test is counted in corpus/scores.json before it begins.
Figures only, no names.

ALL CASES ARE INVENTED, AND OUR OWN: their figures say nothing about real reviews.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from corpus.scoring import record
from corpus.scoring.chains import books_of, halves
from corpus.scoring.counting import Tally
from corpus.scoring.finder import rules_digest
from corpus.scoring.linking import Linker, by_text, by_token, count_keys, count_linking, linking_figures, ours
from corpus.scoring.resolving_page import PAGE, page_of
from corpus.scoring.told import BadInput, read_cases
from corpus.scoring.values import Case
from redact.errors import RedactError
from redact.storage import write_over
from redact.version import __version__

__all__ = ["FIGURES", "load", "main", "store"]

FIGURES = Path(__file__).resolve().parent.parent / "resolving.json"
_LINKERS: Mapping[str, Linker] = {"redact": ours, "written alike": by_text, "same last word": by_token}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def main(arguments: Sequence[str]) -> int:
    """Score what is asked for; 0 when all figures are written."""
    asked = _parser().parse_args(arguments)
    try:
        if not _DATE.fullmatch(asked.date):
            raise BadInput("figures are dated: give --date YYYY-MM-DD")
        for path in asked.told:
            cases = read_cases(path)
            run = record.count_run(cases.split, asked.scores)
            figures = {**_of_cases(cases.cases), "input": cases.digest, "run": run}
            store("splits", cases.split, {**figures, **_versions(asked.date)}, asked.figures, asked.page)
            _say(cases.split, figures["case"]["redact"])
        if asked.data is not None:
            _of_books(asked)
    except KeyboardInterrupt:
        print("stopped; figures of what was not finished were not written", file=sys.stderr)
        return 130
    except (BadInput, record.BadRecord, RedactError, OSError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(f"written: {asked.page.name}", file=sys.stderr)
    return 0


def load(path: Path = FIGURES) -> dict[str, Any]:
    """Read the figures of earlier runs; nothing where there are none.

    Raises:
        BadRecord: the file is not what we wrote.
    """
    if not path.exists():
        return {}
    try:
        figures: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise record.BadRecord("the file of figures cannot be read") from None
    return figures


def store(part: str, name: str, figures: Mapping[str, Any], path: Path = FIGURES, page: Path = PAGE) -> None:
    """Put figures in place of the last ones of their kind, and write the page anew."""
    known = load(path)
    known.setdefault(part, {})[name] = dict(figures)
    write_over(path, (json.dumps(known, indent=1, sort_keys=True) + "\n").encode())
    write_over(page, page_of(known).encode())


def _versions(date: str) -> dict[str, str]:
    return {"date": date, "version": __version__, "rules": rules_digest()[:12]}


def _of_cases(cases: Sequence[Case]) -> dict[str, Any]:
    alone = [(told,) for case in cases for told in case]
    return {
        "cases": len(cases),
        "documents": len(alone),
        "case": _figures(lambda link: (count_linking(case, link) for case in cases)),
        "document": _figures(lambda link: (count_linking(one, link) for one in alone)),
    }


def _figures(counts: Callable[[Linker], Iterable[Tally]]) -> dict[str, Any]:
    return {name: linking_figures(_sum(counts(link))) for name, link in _LINKERS.items()}


def _sum(tallies: Iterable[Tally]) -> Tally:
    total: Tally = Counter()
    for tally in tallies:
        total.update(tally)
    return total


def _of_books(asked: argparse.Namespace) -> None:
    tuned, kept = halves(asked.data / "litbank")
    if not tuned or not kept:
        raise BadInput("there are no books in that folder")
    for name, paths in (("tuned", tuned), ("kept", kept)):
        made = _figures(partial(_counts, paths))
        figures = {"case": made, "books": len(paths), **_versions(asked.date)}
        store("litbank", name, figures, asked.figures, asked.page)
        _say(f"LitBank, {name}", made["redact"])


def _counts(paths: list[Path], link: Linker) -> Iterator[Tally]:
    for document, gold in books_of(paths):
        yield count_keys(gold, link(tuple(gold), [document]))


def _say(name: str, made: Mapping[str, Any] | None) -> None:
    if made is not None:
        print(
            f"{name}: wrong mentions {made['wrong mentions']}, precision {made['precision']}, "
            f"recall {made['recall']}, F1 {made['f1']}, "
            f"unresolved {made['decided unresolved']} of {made['decided']}"
        )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m corpus.scoring.resolving",
        description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("--told", type=Path, action="append", default=[], help="JSON lines of told cases")
    parser.add_argument("--data", type=Path, help="folder of public sets (../shared/data)")
    parser.add_argument("--date", required=True, help="the day of the run, as 2026-11-21")
    parser.add_argument("--figures", type=Path, default=FIGURES, help=argparse.SUPPRESS)
    parser.add_argument("--page", type=Path, default=PAGE, help=argparse.SUPPRESS)
    parser.add_argument("--scores", type=Path, default=record.SCORES, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
