"""A process that writes into the log of a gate is killed again and again: python -m bench.kill_gate

Each child attaches files, names people and records statements without end; it is killed at a moment drawn by
lot. After each kill the log must hold together, have every line that anybody saw, and say nothing that the
table of states would not allow; what a line names by its digest must lie in the case.

    python -m bench.kill_gate            60 kills
    python -m bench.kill_gate 500        another number
"""

from __future__ import annotations

import functools
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from redact import rulebook
from redact.keystore import home
from redact.keystore.cards import card_as_text
from redact.keystore.identity import Identity, generate
from redact.keystore.statements import make, read_request
from redact.run import case_file, gate_begin, gate_log
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing, Held
from redact.run.gate_seen import check_path, paper_path
from redact.run.gate_statements import ask, attest_signed
from redact.run.gate_verify import verify
from redact.storage import write_over
from redact.values.case import Case
from redact.values.gate import GateAction
from redact.values.gate_record import AttachedPaper, Observed, PaperPart
from redact.values.key import Card
from redact.values.rules import Edition
from redact.values.statements import GateRole

__all__ = ["Killed", "kill_often", "main"]

NAME = "Odile Brackenthwaite"
_LONGEST_SECONDS = 0.8  # an act takes a part of it, also where the computer is busy


@dataclass(frozen=True, slots=True)
class Killed:
    """How many kills there were, how many of them amid an act, and how many lines the log has got."""

    kills: int
    amid: int
    lines: int


def main(arguments: list[str]) -> int:
    """Kill, look and print; or, as a child, write without end."""
    if arguments[:1] == ["--child"]:
        _write_without_end(Path(arguments[1]))
    with tempfile.TemporaryDirectory() as folder:
        done = kill_often(int(arguments[0]) if arguments else 60, Path(folder))
    print(f"{done.kills} kills, {done.amid} of them amid an act, {done.lines} lines: no line lost")
    return 0


def kill_often(kills: int, place: Path, *, seed: int = 11) -> Killed:
    """Begin a gate below `place` and kill who writes into it, so many times.

    Raises:
        AssertionError: something was lost, or stands where it should not.
    """
    rulebook.load = functools.cache(rulebook.load)  # the rules do not change meanwhile
    drawn = random.Random(seed)
    me = generate("Imogen Tarrant", "business manager")
    found = _begun(place, me)
    lines, amid = gate_log.read(found, place).gate.lines, 0
    unlisted: set[Path] = set()
    for _ in range(kills):
        child = _child(place, me)
        time.sleep(drawn.uniform(0, _LONGEST_SECONDS))
        child.kill()
        child.wait(60)
        if child.stdout is not None:
            child.stdout.close()
        amid += _look(found, place, lines, unlisted)
        lines = gate_log.read(found, place).gate.lines
    _act(found, place, me, lines)  # the living write on
    assert gate_log.read(found, place).gate.lines > lines
    return Killed(kills, amid, lines)


def _look(found: CaseFolder, place: Path, lines: int, known: set[Path]) -> bool:
    """Look at a case whose writer was killed; tells whether that shows: it was amid an act.

    Args:
        known: files that earlier ones have left and that no line names; new ones are added.
    """
    told = verify(found, place)
    assert told.faults == (), told.faults
    assert told.lines >= lines, "a line was lost"
    half = list(found.folder.rglob(".redact-*.tmp"))
    named = json.dumps([dict(one.facts) for one in gate_log.read(found, place).log.entries])
    unlisted = {
        path
        for path in (*found.folder.glob("papers/*-*"), *found.folder.glob("statements/*.json"))
        if hashlib.sha256(path.read_bytes()).hexdigest() not in named
    }
    new = bool(half or unlisted - known)
    known |= unlisted
    for one in half:  # redact sweeps them an hour later
        one.unlink()
    return new


def _begun(place: Path, me: Identity) -> CaseFolder:
    folder = place / "K7"
    folder.mkdir()
    write_over(place / home.CARD, card_as_text(me.card).encode("ascii"))
    case = Case("K7", Edition.WT2015, "bath-nes", date(2016, 5, 1))
    write_over(folder / case_file.FILE_NAME, case_file.as_toml(case).encode("utf-8"))
    (folder / "decisions.jsonl").touch()
    return gate_begin.start(case_file.load(folder), me).found


def _act(found: CaseFolder, own: Path, me: Identity, number: int) -> None:
    """Attach a file, then let somebody sign for it, then name somebody."""
    _attach(found, own, me, number)
    request = read_request(ask(found, own, ["bn-15"]).encode("ascii"))
    given = datetime.now(UTC).replace(microsecond=0)
    attest_signed(found, me, own, make(me, request, agreed=request.asked, given=given))
    facts = {"role": "author", "name": f"{NAME} {number}"}
    gate_log.act(found, me, own, lambda _held, _seen: [Doing(GateAction.NAME, GateRole.MANAGER, facts)])


def _attach(found: CaseFolder, own: Path, me: Identity, number: int) -> None:
    data = f"%PDF-1.7 an invented report {number}".encode()
    sha256 = hashlib.sha256(data).hexdigest()
    path = paper_path(found.folder, AttachedPaper(PaperPart.REPORT, sha256, "pdf"))
    path.parent.mkdir(exist_ok=True)

    def doing(_held: Held, seen: Observed) -> list[Doing]:
        write_over(path, data)
        write_over(check_path(found.folder, sha256), data)
        facts = {
            "paper.report": sha256, "form.report": "pdf", "check": sha256, "readiness": "ready",
            "rules": seen.rules, "model": seen.model, "tool": "0", "open": "0", "same-words": "yes",
            "gaps": "0", "exceptions": "0", "lowered": "0",
        }  # fmt: skip
        return [Doing(GateAction.ATTACH, GateRole.MANAGER, facts)]

    gate_log.act(found, me, own, doing)


def _child(place: Path, me: Identity) -> subprocess.Popen[bytes]:
    """Start a process that writes; the identity goes by standard input, so that it is in no argument."""
    child = subprocess.Popen(
        [sys.executable, "-m", "bench.kill_gate", "--child", str(place)],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    told = {"card": asdict(me.card), "age": me.age_secret, "seed": me.sign_seed.hex()}
    child.stdin.write(json.dumps(told).encode())
    child.stdin.close()
    assert child.stdout.readline().strip() == b"ready"
    return child


def _write_without_end(place: Path) -> None:
    rulebook.load = functools.cache(rulebook.load)
    told = json.loads(sys.stdin.buffer.read())
    me = Identity(Card(**told["card"]), told["age"], bytes.fromhex(told["seed"]))
    found = case_file.load(place / "K7")
    number = gate_log.read(found, place).gate.lines
    _act(found, place, me, number)  # all is loaded by now
    print("ready", flush=True)
    while True:
        number += 1
        _act(found, place, me, number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
