"""Other tools beside redact: python -m bench.peers --envs DIR --date 2026-11-21 --told DIR/test.jsonl

Makes an environment for each tool below --envs (with pip, once) and runs each over the told cases and, with
--data, over TAB. Writes corpus/scores.json and docs/peers.md: figures only. Each run over test or TAB is
counted.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.peers.environments import PEERS, PeerFailed, make
from bench.peers.page import PAGE, page_of
from bench.peers.side import Side
from bench.peers.sides import over_cases, over_judgments, sides, with_regexes
from corpus.scoring import record
from corpus.scoring.finder import model_digest, rules_digest
from corpus.scoring.public_runs import SETS
from corpus.scoring.public_sets import read_tab
from corpus.scoring.running import ScoringFailed
from corpus.scoring.told import BadInput, read_cases
from redact.errors import RedactError
from redact.storage import write_over
from redact.values.judgement import DocumentKind
from redact.version import __version__

__all__ = ["main"]

REPOSITORY = Path(__file__).resolve().parents[2]
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def main(arguments: Sequence[str]) -> int:
    """Run what is asked for; 0 when the page is written."""
    asked = _parser().parse_args(arguments)
    try:
        _check(asked)
        for peer in PEERS:  # before a run is counted, since this may fail
            make(peer, asked.envs)
        for path in asked.told:
            _cases(path, asked)
        if asked.data is not None:
            _judgments(asked)
        write_over(asked.page, page_of(record.load(asked.scores)).encode())
    except KeyboardInterrupt:
        print("stopped; figures of what was not finished were not written", file=sys.stderr)
        return 130
    except (BadInput, PeerFailed, ScoringFailed, record.BadRecord, RedactError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    print(f"written: {asked.page.name}", file=sys.stderr)
    return 0


def _check(asked: argparse.Namespace) -> None:
    if not _DATE.fullmatch(asked.date):
        raise BadInput("figures are dated: give --date YYYY-MM-DD")
    if asked.envs.resolve().is_relative_to(REPOSITORY):
        raise BadInput("the environments do not belong into the repository")
    if asked.data is not None and not SETS["tab"].present(asked.data):
        raise BadInput("TAB is not in that folder")


def _cases(path: Path, asked: argparse.Namespace) -> None:
    cases = read_cases(path, asked.cases)
    run = record.count_run(cases.split, asked.scores)
    calls = [[told.text for told in case] for case in cases.cases]
    # Notes count for nothing in told cases: the scorer passes them over.
    made = [side for side in _sides(calls, asked) if side.name != "redact-every"]
    tools = [over_cases(cases.cases, side) for side in made]
    kept = {"tools": tools, "versions": {**_versions(asked), "input": cases.digest}, "run": run}
    record.store("peers", cases.split, {**kept, "cases": len(cases.cases)}, asked.scores)


def _judgments(asked: argparse.Namespace) -> None:
    judgments = read_tab(asked.data / SETS["tab"].file)
    run = record.count_run("tab", asked.scores)
    # A judgment is no paper of a review: the rules of every kind are held against it.
    made = _sides([[judgment.text] for judgment in judgments], asked, DocumentKind.OTHER)
    made = with_regexes(made, judgments)
    tools = [over_judgments(judgments, side) for side in made]
    record.store("peers", "tab", {"tools": tools, "versions": _versions(asked), "run": run}, asked.scores)


def _sides(
    calls: Sequence[Sequence[str]], asked: argparse.Namespace, kind: DocumentKind | None = None
) -> list[Side]:
    return sides(calls, environments=asked.envs, version=__version__, jobs=asked.jobs, kind=kind)


def _versions(asked: argparse.Namespace) -> dict[str, Any]:
    return {"date": asked.date, "rules": rules_digest(), "model": model_digest()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench.peers", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--told", type=Path, action="append", default=[], help="JSON lines of told cases")
    parser.add_argument("--data", type=Path, help="folder of public sets: TAB is run")
    parser.add_argument("--envs", type=Path, required=True, help="folder outside the repository")
    parser.add_argument("--date", required=True, help="the day of the run, as 2026-11-21")
    parser.add_argument("--cases", type=int, help="run so many cases, from the first")
    parser.add_argument("--jobs", type=int, default=1, help="processes of redact")
    parser.add_argument("--scores", type=Path, default=record.SCORES, help=argparse.SUPPRESS)
    parser.add_argument("--page", type=Path, default=PAGE, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
