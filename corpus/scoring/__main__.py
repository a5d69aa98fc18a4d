"""Score the whole finder: python -m corpus.scoring --told DIR/dev.jsonl --work DIR --date 2026-11-21

Reads told cases (JSON lines of `python -m corpus.make`) and, with --data, public sets; runs our reader for
text, every recogniser and every rule; writes corpus/scores.json and docs/scores.md. Of the dev split it
prints what was gained and lost against the last run, and writes an error browser, both with --work. Of test
and of public sets it gives figures only, and counts each run of test and of TAB in scores.json.

ALL CASES ARE INVENTED, AND OUR OWN: their figures say nothing about real reviews.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.scoring import record
from corpus.scoring.browser import browser_of
from corpus.scoring.changes import Example, changes, from_bytes, in_words, to_bytes
from corpus.scoring.figures import figures
from corpus.scoring.finder import model_digest, rules_digest
from corpus.scoring.page import PAGE, page_of
from corpus.scoring.public_runs import SETS, run_set
from corpus.scoring.running import OPEN, ScoringFailed, score_cases
from corpus.scoring.told import BadInput, read_cases, templates_digest
from redact.errors import RedactError
from redact.storage import write_over
from redact.version import __version__

__all__ = ["main"]

REPOSITORY = Path(__file__).resolve().parents[2]
TEST_TEMPLATES = REPOSITORY / "corpus" / "templates" / "test"
LAST, BROWSER = "last-{}.json", "errors-{}.html"
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def main(arguments: Sequence[str]) -> int:
    """Score what is asked for; 0 when all figures are written."""
    asked = _parser().parse_args(arguments)
    try:
        _check(asked)
        for path in asked.told:
            _score_told(path, asked)
        if asked.data is not None:
            _score_public(asked)
        write_over(asked.page, page_of(record.load(asked.scores)).encode())
    except KeyboardInterrupt:
        print("stopped; figures of what was not finished were not written", file=sys.stderr)
        return 130
    except (BadInput, ScoringFailed, record.BadRecord, RedactError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(f"written: {asked.page.name}", file=sys.stderr)
    return 0


def _check(asked: argparse.Namespace) -> None:
    if (asked.told or asked.data) and not (asked.date and _DATE.fullmatch(asked.date)):
        raise BadInput("figures are dated: give --date YYYY-MM-DD")
    if asked.work is not None and asked.work.resolve().is_relative_to(REPOSITORY):
        raise BadInput("the work folder holds sentences, and does not belong into the repository")
    if asked.data is not None and not asked.data.is_dir():
        raise BadInput("there is no such folder of public sets")


def _versions(asked: argparse.Namespace) -> dict[str, Any]:
    return {
        "date": asked.date,
        "version": __version__,
        "rules": rules_digest(),
        "model": model_digest(),
        "test_templates": templates_digest(TEST_TEMPLATES),
    }


def _score_told(path: Path, asked: argparse.Namespace) -> None:
    cases = read_cases(path, asked.cases)
    run = record.count_run(cases.split, asked.scores)
    start = time.perf_counter()
    scored = score_cases(cases.cases, jobs=asked.jobs)
    words = scored.tally["words", "all"]
    told = {
        **figures(scored.tally),
        "versions": {**_versions(asked), "seed": asked.seed, "input": cases.digest},
        "cases": len(cases.cases),
        "run": run,
        "speed": {
            "words_a_second_of_one_process": round(words / scored.seconds) if scored.seconds else None,
            "jobs": asked.jobs,
            "seconds_in_all": round(time.perf_counter() - start, 1),
        },
    }
    record.store("splits", cases.split, told, asked.scores)
    _say_headline(cases.split, told)
    if cases.split == OPEN and asked.work is not None:
        _show(cases.split, cases.digest, scored.examples, asked.work)


def _say_headline(split: str, told: dict[str, Any]) -> None:
    people = told["people"]["names"].get("all", {"surviving": 0, "people": 0})
    print(f"{split}: people with a surviving mention: {people['surviving']} of {people['people']}")


def _show(split: str, digest: str, shown: Sequence[Example], work: Path) -> None:
    """Print what changed against the last run, and keep this one."""
    work.mkdir(parents=True, exist_ok=True)
    last = work / LAST.format(split)
    if last.exists():
        try:
            before = from_bytes(last.read_bytes())
        except (ValueError, KeyError, TypeError):
            raise BadInput("what was kept of the last run cannot be read; remove it") from None
        for line in in_words(changes(before, shown)):
            print(line)
    write_over(last, to_bytes(shown, digest))
    write_over(work / BROWSER.format(split), browser_of(shown).encode())
    print(f"written: {BROWSER.format(split)}", file=sys.stderr)


def _score_public(asked: argparse.Namespace) -> None:
    for name in asked.sets:
        if not SETS[name].present(asked.data):
            print(f"{name}: not there, passed over", file=sys.stderr)
            continue
        run = record.count_run(name, asked.scores)
        found = run_set(name, asked.data, jobs=asked.jobs)
        record.store("public", name, {**found, "versions": _versions(asked), "run": run}, asked.scores)
        print(f"{name}: scored", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m corpus.scoring", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--told", type=Path, action="append", default=[], help="JSON lines of told cases")
    parser.add_argument("--data", type=Path, help="folder of public sets (../shared/data)")
    parser.add_argument(
        "--sets", nargs="+", choices=sorted(SETS), default=["gum_dev", "litbank"], help="which public sets"
    )
    parser.add_argument("--date", help="the day of the run, as 2026-11-21")
    parser.add_argument("--seed", type=int, help="with which the cases were made; only noted")
    parser.add_argument("--cases", type=int, help="score so many cases, from the first")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--work", type=Path, help="folder outside the repository, for the dev split")
    parser.add_argument("--scores", type=Path, default=record.SCORES, help=argparse.SUPPRESS)
    parser.add_argument("--page", type=Path, default=PAGE, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
