"""An invented case whose gate has come as far as its pack: real files, a real log, a clock of the test."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from redact.publication.guards_files import parts_wanted
from redact.publication.needed import missing
from redact.publication.register import register_digest
from redact.run import case_file, gate_begin, gate_log, gate_seen
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing, Held
from redact.run.gate_seen import paper_path
from redact.storage import write_over
from redact.values.case import Case
from redact.values.gate import GateAction
from redact.values.gate_record import AttachedPaper, Observed, PaperPart
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, Stage
from tests.keystore.people import imogen
from tests.publication.gate_walk import PEOPLE
from tests.run import gate_factory
from tests.run.gate_factory import Clock

__all__ = ["ADDRESSES", "act", "attach", "own_of", "pack_facts", "ready", "settings", "sign", "signed_off"]

ADDRESSES = {
    "ofsted": "reviews@ofsted.gov.uk",
    "department": "reviews@education.gov.uk",
    "national-panel": "panel@education.gov.uk",
    "secretary-of-state": "office@education.gov.uk",
}
BEGUN = datetime(2026, 12, 1, 9, 30, tzinfo=UTC)
PUBLISH_ON = date(2027, 1, 7)
_UNTIL_BOARD = (Stage.REVIEW, Stage.SECOND_READING, Stage.DATA_PROTECTION, Stage.LEGAL, Stage.BOARD)
_CHECK = {
    "documents": [
        {
            "verdicts": [
                {"rule": "bn-05", "outcome": "needs_a_person"},
                {"rule": "person-name", "outcome": "pass"},
                {"rule": "x-08", "outcome": "not_run"},
            ]
        }
    ],
    "bundle": {"verdicts": [{"rule": "bn-05", "outcome": "needs_a_person"}]},
}


def settle(patch: pytest.MonkeyPatch) -> Clock:
    """Put the test's clock in place; and somebody has tried to find out."""
    clock = gate_factory.settle(patch)
    clock.at = BEGUN
    patch.setattr(gate_seen, "_intruder", lambda *_given: True)
    return clock


def own_of(found: CaseFolder) -> Path:
    return found.folder.parent / "own"


def begin(
    place: Path,
    *,
    edition: Edition = Edition.WT2015,
    board: str | None = "bath-nes",
    mode: Mode = Mode.FULL,
    retain_until: date | None = None,
) -> CaseFolder:
    """A case whose gate has begun, with an address for everybody."""
    case = Case("K7", edition, board, date(2016, 5, 1), mode=mode, retain_until=retain_until)
    (place / "K7").mkdir(parents=True)
    write_over(place / "K7" / case_file.FILE_NAME, case_file.as_toml(case).encode("utf-8"))
    (place / "K7" / "decisions.jsonl").touch()
    gate_factory.own(place)
    found = case_file.load(place / "K7")
    gate_begin.start(found, imogen())
    settings(found)
    return found


def settings(found: CaseFolder, addresses: Mapping[str, str] | None = None, **other: str) -> None:
    """Write `gate.toml` anew."""
    lines = ['format = "redact-gate-settings/1"']
    lines += [
        f"{name} = {value if value.startswith('[') else json.dumps(value)}" for name, value in other.items()
    ]
    lines += ["[addresses]"]
    lines += [
        f'{to} = "{address}"' for to, address in (ADDRESSES if addresses is None else addresses).items()
    ]
    (found.folder / "gate.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def act(found: CaseFolder, action: GateAction, facts: Mapping[str, str] | None = None) -> Held:
    doing = Doing(action, GateRole.MANAGER, facts or {})
    return gate_log.act(found, imogen(), own_of(found), lambda _held, _seen: [doing])


def attach(found: CaseFolder, text: str = "first", *more: PaperPart, **other: str) -> Held:
    """Attach what the mode asks for, and `more`: files that are only a few bytes, and a stored check."""
    check = json.dumps({**_CHECK, "of": text}).encode("ascii")
    result = hashlib.sha256(check).hexdigest()
    (found.folder / "papers").mkdir(exist_ok=True)
    (found.folder / "papers" / f"check-{result[:16]}.json").write_bytes(check)

    def doing(held: Held, seen: Observed) -> tuple[Doing, ...]:
        facts = {**gate_factory.attach_facts(rules=seen.rules, model=seen.model), "check": result}
        del facts["paper.report"], facts["form.report"]
        for part in (*parts_wanted(held.book, held.gate), *more):
            data = f"{part.value}, {text}".encode()
            sha256 = hashlib.sha256(data).hexdigest()
            paper_path(found.folder, AttachedPaper(part, sha256, "pdf")).write_bytes(data)
            facts |= {f"paper.{part.value}": sha256, f"form.{part.value}": "pdf"}
        return (Doing(GateAction.ATTACH, GateRole.MANAGER, {**facts, **other}),)

    return gate_log.act(found, imogen(), own_of(found), doing)


def sign(found: CaseFolder, *stages: Stage) -> None:
    """Let everybody sign what is missing, by letters that the manager has."""

    for stage in stages:
        gate_log.act(found, imogen(), own_of(found), functools.partial(_given, stage))


def _given(stage: Stage, held: Held, _seen: Observed) -> list[Doing]:
    gate, given = held.gate, held.log.entries[-1].time
    assert gate.check is not None
    return [
        Doing(
            GateAction.ATTEST,
            GateRole.MANAGER,
            {
                "statement": one.rule.id,
                "version": one.rule.version,
                "role": one.rule.role.value,
                "name": PEOPLE[one.rule.role],
                "how": "recorded",
                "evidence": hashlib.sha256(b"letter").hexdigest(),
                "papers": gate.papers_digest,
                "check": gate.check.result,
                "rules": held.book.digest,
                "register": register_digest(gate),
                "given": given.isoformat(),
                **({"subject": one.subject} if one.subject else {}),
                **({"reason": one.rule.reasons[0].value} if one.rule.reasons else {}),
            },
        )
        for one in missing(held.book, gate, (stage,))
    ]


def signed_off(place: Path, *more: PaperPart, **other: object) -> CaseFolder:
    """A case that the board has signed, with no day of publication yet."""
    found = begin(place, **other)  # type: ignore[arg-type]
    attach(found, "first", *more)
    sign(found, *_UNTIL_BOARD)
    return found


def ready(place: Path, *more: PaperPart, publish_on: date = PUBLISH_ON, **other: object) -> CaseFolder:
    """A case of which a pack may be made."""
    found = signed_off(place, *more, **other)
    if other.get("mode") is not Mode.NOT_PUBLISHED:
        act(found, GateAction.SET_DATE, {"publish-on": publish_on.isoformat()})
    sign(found, Stage.BEFORE_SENDING)
    return found


def pack_facts(found: CaseFolder, number: int = 1) -> Mapping[str, str]:
    """The facts of a pack that nobody has made, for tests of what follows it."""
    gate = gate_log.read(found, own_of(found)).gate
    facts = {"pack": hashlib.sha256(f"pack {number}".encode()).hexdigest(), "number": str(number)}
    facts["papers"] = gate.papers_digest
    return facts | ({"publish-on": gate.publish_on.isoformat()} if gate.publish_on else {})
