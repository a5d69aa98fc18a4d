"""How many people `anonymise` leaves where its key was filled by our own finder: python -m bench.anonymise

Invented cases with gold are checked; everybody whom the check puts together as one person gets a label, and
nobody looks at it. Then each document is planned as `redact anonymise` plans it, and each mention of somebody
who must go is looked for in what would be written. In truth a person answers what is asked: this is the worst
that comes out where they take up everything that is suggested.

    python -m bench.anonymise --told DIR/dev.jsonl --date 2026-11-21             all cases, printed
    python -m bench.anonymise --told DIR/dev.jsonl --date 2026-11-21 --cases 3   the first three (minutes)
    … --write                                                                    into docs/anonymise.md
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from redact.judge import NO_WORDS
from redact.resolve.forms import Searcher
from redact.resolve.lists import titles
from redact.resolve.replacing import Manner, plan
from redact.resolve.settling import Known, plain, words_of
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.run.check import check
from redact.run.claims import claims_of
from redact.run.hit_prints import with_prints
from redact.values.anonymising import Plan
from redact.values.checking import Checked, CheckRun
from redact.values.judgement import Settings, Severity
from redact.values.key import Card, Key, KeyLink, KeyName, KeyPerson, Recipient
from redact.values.people import Label
from redact.values.schemes import Precision
from redact.values.text import Document

__all__ = ["Tally", "counted", "key_of", "main"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "anonymise.md"
_SECRET = b"the secret of a bench: 32 bytes."
_BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
_CARD = Card("0" * 32, "Nobody", "bench", "age1nobody", "0" * 64)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Tally:
    """People who must go, by their case; of whom something is left, and of whom all of it was asked about."""

    people: frozenset[tuple[int, str]] = field(default=frozenset(), repr=False)
    left: frozenset[tuple[int, str]] = field(default=frozenset(), repr=False)
    asked: frozenset[tuple[int, str]] = field(default=frozenset(), repr=False)
    mentions: int = 0
    mentions_left: int = 0
    mentions_asked: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.people | other.people,
            self.left | other.left,
            self.asked | other.asked,
            self.mentions + other.mentions,
            self.mentions_left + other.mentions_left,
            self.mentions_asked + other.mentions_asked,
        )


def main(arguments: Sequence[str]) -> int:
    """Count, print and, where it is asked for, write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--told", type=Path, required=True)
    parser.add_argument("--date", required=True)
    parser.add_argument("--cases", type=int)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args(arguments)
    rows = [json.loads(line) for line in asked.told.read_text(encoding="utf-8").splitlines()]
    numbers = sorted({row["case"] for row in rows})[: asked.cases]
    total = Tally()
    for number in numbers:
        total += of_case([row for row in rows if row["case"] == number])
        print(f"case {number}: {len(total.left)} of {len(total.people)} people left", flush=True)
    lines = list(lines_of(total, len(numbers), asked.told.stem, asked.date))
    print("\n".join(lines))
    if asked.write:
        PAGE.write_text("\n".join([*_HEAD, *lines, "```", ""]), encoding="utf-8", newline="\n")
        print(f"written: docs/{PAGE.name}")
    return 0


def of_case(rows: Sequence[Row]) -> Tally:
    """Check the documents of one case, fill a key by what was found, plan each, and count."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, row in enumerate(rows, 1):
            path = Path(folder, f"{number}.txt")
            path.write_bytes(row["text"].encode("utf-8"))
            paths.append(str(path))
        run = check(paths, Settings(), secret=_SECRET, scope="case")
    key = key_of(run)
    searcher, known = Searcher(key), Known(key)
    manner = Manner(load_schemes(rules_folder())["child-x"], Precision.MONTH)
    total = Tally()
    for entry, row in zip(run.documents, rows, strict=True):
        if entry.document is None:
            raise RuntimeError("a told document was not read")
        hits = with_prints(searcher.search(entry.document), entry.document, _SECRET, NO_WORDS)
        made = plan(entry.document, claims_of(entry), hits, known, manner)
        total += counted(row, entry.document, made)
    return total


def key_of(run: CheckRun) -> Key:
    """Fill a key by what the check says: each person whom it blocks or asks about goes, under a number."""
    asked = {finding.entity for entry in run.documents for finding in _names(entry)}
    people: list[KeyPerson] = []
    ids: dict[str, str] = {}
    for entity in run.entities:
        if entity.label is not Label.PERSON or entity.id not in asked:
            continue
        whole = [name for name in entity.names if len(words_of(name)) > 1] or list(entity.names)
        ids[entity.id] = f"p{len(people) + 1}"
        names = tuple(KeyName(name) for name in dict.fromkeys(whole))
        people.append(KeyPerson(ids[entity.id], f"Person {len(people) + 1}", names=names))
    links: dict[tuple[str, str], KeyLink] = {}
    for entry in run.documents:
        texts = {one.id: one.text for one in entry.document.passages} if entry.document else {}
        for finding in _names(entry):
            if finding.entity in ids:
                span = finding.spans[0]
                text = " ".join(texts[span.passage][span.start : span.end].split())
                links[plain(text), finding.fingerprint] = KeyLink(
                    text, ids[finding.entity], finding.fingerprint
                )
    recipients = (Recipient(_CARD, _BEGUN.date(), _CARD.id),)
    first = Key("bench", 1, None, _BEGUN, _BEGUN, _CARD.id, _SECRET, recipients)
    return replace(first, people=tuple(people), links=tuple(links.values()))


def counted(row: Row, document: Document, made: Plan) -> Tally:
    """Count the people of one told document who must go, and of whom something is left in what is planned."""
    starts = document.starts()

    def places(spans: Iterable[Any]) -> list[tuple[int, int]]:
        return [
            (starts[one.passage] + one.start, starts[one.passage] + one.end)
            for one in spans
            if one.passage in starts
        ]

    gone = places(one.edit.span for one in made.replaced)
    open_ = places(one.span for one in made.unsettled)
    total = Tally()
    for mention in row["mentions"]:
        if mention["label"] != "PERSON" or mention["stays"]:
            continue
        who = frozenset({(row["case"], mention["who"])})
        start, end = mention["span"]
        still = _still(row["text"], start, end, gone)
        silent = _still(row["text"], start, end, [*gone, *open_])
        total += Tally(
            who, who if silent else frozenset(), who if still else frozenset(), 1, bool(silent), bool(still)
        )
    return total


def lines_of(total: Tally, cases: int, told: str, date: str) -> Iterator[str]:
    """Put the counts into lines of text."""
    only = total.asked - total.left
    settled = len(total.people) - len(total.left) - len(only)
    yield f"{told}, {cases} invented cases, {date}; the key filled by the finder alone"
    yield f"  people who must go                                       {len(total.people):6,}"
    yield f"  of whom every mention is written anew                    {settled:6,}"
    yield f"  of whom something is open, and stops it until settled    {len(only):6,}"
    yield f"  of whom something is left that nobody is asked about     {len(total.left):6,}"
    yield f"  mentions of them                                         {total.mentions:6,}"
    open_ = total.mentions_asked - total.mentions_left
    yield f"  open                                                     {open_:6,}"
    yield f"  left                                                     {total.mentions_left:6,}"


# ------------------------------------------------------------------ private

_HEAD = (
    "# Who is left when the key was filled by our own finder",
    "",
    "Made by `python -m bench.anonymise`. **The text is invented and our own.** Nobody looked at what the",
    "finder put together: in truth a person answers what is asked, and says of each label whose it is. A",
    "person counts as left where one word of one mention of them would stand in a new file unasked.",
    "",
    "```text",
)


def _names(entry: Checked) -> list[Any]:
    findings = entry.judgement.findings if entry.judgement else ()
    return [
        finding
        for finding in findings
        if finding.label == Label.PERSON.value and finding.severity is not Severity.NOTE and finding.spans
    ]


def _still(text: str, start: int, end: int, gone: Sequence[tuple[int, int]]) -> list[str]:
    """Give the words of a mention that lie in none of these stretches; titles name nobody."""
    kept: defaultdict[int, str] = defaultdict(str)
    word = 0
    for at in range(start, end):
        if not text[at].isalnum():
            word += 1
        elif not any(first <= at < last for first, last in gone):
            kept[word] += text[at]
    return [one for one in kept.values() if one.casefold() not in titles()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
