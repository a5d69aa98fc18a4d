"""An invented case with a gate that Imogen has begun, and a clock that the test sets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from redact import rulebook
from redact.chain import Entry
from redact.keystore import home
from redact.keystore.cards import card_as_text
from redact.keystore.identity import Identity
from redact.run import case_file, gate_begin, gate_clock, gate_log
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing, Held
from redact.run.gate_seen import check_path, paper_path
from redact.storage import write_over
from redact.values.case import Case
from redact.values.gate import GateAction
from redact.values.gate_record import AttachedPaper, Observed, PaperPart
from redact.values.rules import Edition, Rulebook
from redact.values.statements import GateRole
from tests.keystore.people import imogen
from tests.shipped_rules import shipped_rules

__all__ = [
    "Clock",
    "attach",
    "attach_facts",
    "begin",
    "folder",
    "line",
    "note",
    "own",
    "read",
    "settle",
    "write",
]

BEGUN = datetime(2027, 1, 5, 9, 30, tzinfo=UTC)
DIGEST = "0a" * 32
CHECKED = b'{"schema": "redact-check/1"}\n'
CHECK = hashlib.sha256(CHECKED).hexdigest()


class Clock:
    """Stands in the place of `gate_clock.moment`; it goes on a second with each look."""

    def __init__(self, at: datetime = BEGUN) -> None:
        self.at = at

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def _book() -> Rulebook:
    return shipped_rules()


def settle(patch: pytest.MonkeyPatch) -> Clock:
    """Put a clock of the test in the place of the real one, and let the rules be read once."""
    book, clock = _book(), Clock()
    patch.setattr(rulebook, "load", lambda *_given: book)
    patch.setattr(gate_clock, "moment", clock)
    return clock


def folder(
    place: Path, *, edition: Edition | None = Edition.WT2015, board: str | None = "bath-nes"
) -> CaseFolder:
    """A case without a key: the gate asks for none."""
    case = Case("K7", edition, board, date(2016, 5, 1))
    (place / "K7").mkdir()
    write_over(place / "K7" / case_file.FILE_NAME, case_file.as_toml(case).encode("utf-8"))
    (place / "K7" / "decisions.jsonl").touch()
    return case_file.load(place / "K7")


def own(place: Path, identity: Identity | None = None) -> Path:
    """The folder of somebody's identity, with their card and no secret: no passphrase is asked for."""
    mine = place / "own"
    home.make_private_folder(mine)
    me = identity or imogen()
    write_over(mine / home.CARD, card_as_text(me.card).encode("ascii"))
    return mine


def begin(place: Path) -> CaseFolder:
    found = folder(place)
    own(place)
    gate_begin.start(found, imogen())
    return found


def read(found: CaseFolder) -> Held:
    return gate_log.read(found, found.folder.parent / "own")


def write(found: CaseFolder, *doing: Doing, identity: Identity | None = None) -> Held:
    return gate_log.act(found, identity or imogen(), found.folder.parent / "own", lambda _h, _s: doing)


def note(event: str = "decided", on: str = "2027-01-04") -> Doing:
    return Doing(GateAction.NOTE, GateRole.MANAGER, {"event": event, "on": on})


def attach_facts(paper: str = DIGEST, *, rules: str = DIGEST, model: str = "") -> Mapping[str, str]:
    """The facts of files that were checked; the file itself the test lays, or leaves out."""
    return {
        "paper.report": paper,
        "form.report": "pdf",
        "check": CHECK,
        "readiness": "ready",
        "rules": rules,
        "tool": "0.9.0",
        "open": "0",
        "same-words": "yes",
        "gaps": "0",
        "exceptions": "0",
        "lowered": "0",
        **({"model": model} if model else {}),
    }


def attach(found: CaseFolder, data: bytes = b"%PDF-1.7 an invented report") -> Path:
    """Attach a file whose check was ready, and lay it in the case; gives where."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = paper_path(found.folder, AttachedPaper(PaperPart.REPORT, sha256, "pdf"))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    check_path(found.folder, CHECK).write_bytes(CHECKED)

    def doing(_held: Held, seen: Observed) -> tuple[Doing, ...]:
        facts = attach_facts(sha256, rules=seen.rules, model=seen.model)
        return (Doing(GateAction.ATTACH, GateRole.MANAGER, facts),)

    gate_log.act(found, imogen(), found.folder.parent / "own", doing)
    return path


def line(held: Held, number: int) -> Entry:
    return held.log.entries[number - 1]
