"""What the finder says of people in the five source documents: seen text, and so no test of anything.

    python -m corpus.scoring.sources --sources ../shared/sources --date 2026-11-21

The first figures of a finder are kept as they were; later ones stand beside them. Nothing here is repaired on
these files. A place is given as file number, line (1-based), and the half-open columns (0-based code points)
of the line: never by its words.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from corpus.scoring import record

__all__ = ["GO", "STAY", "measure"]

Place = tuple[int, int, int, int]

# Contact officers and authors, who must be found.
GO: tuple[Place, ...] = (
    (0, 431, 0, 10),
    (1, 91, 47, 57),
    (2, 11, 24, 36),
    (2, 11, 53, 70),
    (2, 232, 12, 29),
    (2, 267, 88, 105),
)
# Cited authors, chairs of inquiries, inspectors in a list of respondents: found, and only noted.
STAY: tuple[Place, ...] = (
    (0, 220, 22, 28),
    (0, 259, 0, 6),
    (0, 344, 0, 6),
    (2, 141, 122, 127),
    (2, 141, 135, 140),
    (4, 18, 85, 91),
    (4, 18, 333, 339),
    (4, 18, 460, 466),
    (4, 18, 581, 587),
    (4, 70, 269, 275),
    (4, 100, 184, 190),
    (4, 104, 131, 137),
    (4, 111, 34, 40),
    (4, 156, 42, 54),
    (4, 213, 10, 27),
)


def measure(folder: Path) -> dict[str, Any]:
    """Check the five documents and hold every finding of a person against the mentions that were listed.

    Returns: of each listed place the strongest severity said of it, or "missed"; of every other finding its
    place and severity; words and digests. JSON values only.

    Raises:
        FileNotFoundError: a document is not there.
    """
    from redact.run.check import check
    from redact.values.judgement import Settings

    paths = [_only(folder.glob(f"00{number}_*.txt")) for number in range(5)]
    run = check([str(path) for path in paths], Settings())
    found: list[tuple[Place, str]] = []
    for number, checked in enumerate(run.documents):
        assert checked.document is not None
        assert checked.judgement is not None
        text = checked.document.text()
        found += [
            (_place(number, text, *finding.document_span), finding.severity.value)
            for finding in checked.judgement.findings
            if finding.label == "PERSON" and finding.document_span is not None
        ]
    listed = (*GO, *STAY)
    others = [(place, said) for place, said in found if not any(_overlap(place, each) for each in listed)]
    return {
        "must be found": _said(GO, found),
        "must stay": _said(STAY, found),
        "others": [[*place, said] for place, said in sorted(others)],
        "words": sum(checked.document.words for checked in run.documents if checked.document is not None),
        "model": run.model_digest,
        "rules": run.rules_digest,
    }


def _only(paths: Iterable[Path]) -> Path:
    every = sorted(paths)
    if len(every) != 1:
        raise FileNotFoundError("a source document is not there, or is there twice")
    return every[0]


def _place(number: int, text: str, start: int, end: int) -> Place:
    line = text.rfind("\n", 0, start) + 1
    return number, text.count("\n", 0, start) + 1, start - line, end - line


def _overlap(one: Place, other: Place) -> bool:
    return one[:2] == other[:2] and one[2] < other[3] and other[2] < one[3]


def _said(listed: Sequence[Place], found: Sequence[tuple[Place, str]]) -> list[list[Any]]:
    order = ("block", "ask", "note")
    return [
        [
            *each,
            min((said for place, said in found if _overlap(place, each)), key=order.index, default="missed"),
        ]
        for each in listed
    ]


def _main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m corpus.scoring.sources", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--sources", type=Path, required=True)
    parser.add_argument("--date", required=True)
    parser.add_argument("--scores", type=Path, default=record.SCORES, help=argparse.SUPPRESS)
    asked = parser.parse_args(arguments)
    figures = {"date": asked.date, **measure(asked.sources)}
    kept = record.load(asked.scores).get("sources", {})
    record.store("sources", "last" if "first" in kept else "first", figures, asked.scores)
    severities = [each[-1] for each in figures["others"]]
    print(
        {said: severities.count(said) for said in ("block", "ask", "note")}, "beside the 21 mentions listed"
    )
    print("of these:", *(each[-1] for key in ("must be found", "must stay") for each in figures[key]))
    return 0


if __name__ == "__main__":
    raise SystemExit(_main(sys.argv[1:]))
