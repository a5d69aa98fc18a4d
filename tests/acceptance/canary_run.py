"""One process in which every command of the program is run, on papers full of names that exist nowhere else.

It is started with `tests/watched` on its path, in a folder of its own, as `python -c` with a call of `main`:
what Python could import again as a module it would import in each child of the guard. What each command
printed and ended with is written down for the test that looks through all of it. The one thing that is not as
it is for a user: the work that age puts before a guess of the passphrase is little, since each opening of an
identity would take a second of the processor.
"""

from __future__ import annotations

import io
import json
import os
import re
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from tests.acceptance.canary_gate import carry_through
from tests.keystore.quick_identity import lock_quickly
from tests.test_canary import FILE_NAME, FOLDER_NAME, NAMES, planted

__all__ = ["Outcome", "main"]

PASSPHRASE = "seventeen grey otters"
FAMILY = ("Zennoria Quillstrade", "Ambrelune Tosswick", "Peverault Granmoor")
REASON = f"{FAMILY[0]} has rung"
TEXT = f"""\
Report on a visit

{FAMILY[0]} came with {FAMILY[1]}. It was {FAMILY[1]} who rang. {FAMILY[2]} was late.
"""
OWN_RULE = """\
id: own-rule
kind: identity
severity: block
title: A name
message: There is a name.
hint: Take it out.
why: It matters.
source: A procedure of 2010, section 1
params:
  labels: [EMAIL]
finds:
- Write to clerk@anytown.example today.
allows:
- The mother rang.
"""
OPEN_TEXT = f"{TEXT}\nMrs {NAMES[3]} was not there.\n"


@dataclass(frozen=True)
class Outcome:
    """One command: its arguments, its status, what it printed, and whether names are what was asked for."""

    arguments: tuple[str, ...]
    status: int
    shows: bool
    out: str
    err: str


class _Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


class _Program:
    """Runs commands in this process, with streams of their own."""

    def __init__(self, notes: Path) -> None:
        self._notes = notes
        self.outcomes: list[Outcome] = []

    def __call__(
        self,
        *arguments: str | Path,
        more: str = "",
        shows: bool = False,
        sits: bool = False,
        after: float = 0,
    ) -> Outcome:
        """Run a command; `sits`: somebody sits at a terminal; `after`: they press Ctrl-C then."""
        from redact.cli.shell import run

        given = tuple(map(str, arguments))
        streams = [self._notes / f"{len(self.outcomes)}.{name}" for name in ("out", "err")]
        typed = self._notes.parent / "typed"
        typed.write_text(more, encoding="utf-8")
        real = sys.stdin, sys.stdout, sys.stderr
        kept = os.dup(0)
        kind = _Terminal if sits else io.TextIOWrapper
        os.dup2(os.open(typed, os.O_RDONLY), 0)
        typed.unlink()
        sys.stdin = kind(io.FileIO(0, closefd=False), encoding="utf-8")
        sys.stdout, sys.stderr = (kind(path.open("wb"), encoding="utf-8") for path in streams)
        timer = threading.Timer(after, os.kill, (os.getpid(), signal.SIGINT))
        try:
            if after:
                timer.start()
            status = int(run(given))
        finally:
            timer.cancel()
            for stream in (sys.stdout, sys.stderr):
                stream.close()
            sys.stdin, sys.stdout, sys.stderr = real
            os.dup2(kept, 0)
            os.close(kept)
        told = [path.read_text(encoding="utf-8", errors="replace") for path in streams]
        self.outcomes.append(Outcome(given, status, shows, *told))
        return self.outcomes[-1]


def main(folder: Path) -> int:
    """Run everything in `folder`, which has a home, a place for temporary files and one for notes."""
    place = folder / FOLDER_NAME
    place.mkdir()
    os.chdir(place)
    # A job in the background ignores Ctrl-C and hands that down.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    program = _Program(folder / "notes")
    with mock.patch("redact.run.identity.lock", lock_quickly):
        _papers(place)
        _run_all(program, folder)
    (folder / "notes" / "outcomes.json").write_text(
        json.dumps([asdict(one) for one in program.outcomes]), encoding="utf-8"
    )
    return 0


def _papers(place: Path) -> None:
    whole = planted()
    (place / f"{FILE_NAME}.docx").write_bytes(whole)
    (place / f"{FILE_NAME} broken.docx").write_bytes(whole[: len(whole) // 2])
    (place / f"{FILE_NAME}.pdf").write_bytes(_pdf())
    (place / f"{FILE_NAME}.txt").write_text(OPEN_TEXT, encoding="utf-8")
    (place / f"{FILE_NAME}.bad.txt").write_bytes("\0".join(NAMES).encode())
    (place / f"{FILE_NAME}.csv").write_text(
        "Name,Role,Pseudonym\n" + "".join(f"{name},uncle,\n" for name in NAMES[4:9]), encoding="utf-8"
    )


def _pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    canvas = Canvas(held, invariant=1)
    for line, name in enumerate(NAMES[:12]):
        canvas.drawString(72, 720 - 20 * line, f"Mrs {name} attended.")
    canvas.save()
    return held.getvalue()


def _run_all(run: _Program, folder: Path) -> None:
    own, other = folder / "home" / "own", folder / "home" / "other"
    mine = ("--identity", str(own), "--passphrase-fd", "0")
    theirs = ("--identity", str(other), "--passphrase-fd", "0")

    def me(*arguments: str | Path, more: str = "", **rest: Any) -> Outcome:
        return run(*arguments, *mine, more=f"{PASSPHRASE}\n{more}", **rest)

    def they(*arguments: str | Path, more: str = "", **rest: Any) -> Outcome:
        return run(*arguments, *theirs, more=f"{PASSPHRASE}\n{more}", **rest)

    _about(run, folder)
    _identities(run, me, they, own, other, folder)
    _begin(run, me, own, folder)
    _check(run, me, own, folder)
    _people(run, me)
    _anonymise(run, me, own, folder)
    _intruder(run, me, folder)
    carry_through(run, me, they, own, folder / "out")
    _keep(run, me, they, own, folder)
    _go_wrong(run, me, folder)


_Me = Callable[..., Outcome]


def _about(run: _Program, folder: Path) -> None:
    for arguments in (("formats",), ("rules",), ("version", "--json"), ("doctor",), ("doctor", "--files")):
        run(*arguments)
    run("explain", "person-name")
    run("gate", "dates", "--publish-on", "2027-01-07")
    run("gate", "clocks", "--decided-on", "2027-01-07")
    own = folder / "own rules" / "identity"
    own.mkdir(parents=True)
    (own / "own-rule.yaml").write_text(OWN_RULE, encoding="utf-8")
    run("rules", "test", own.parent)
    run("explain", FILE_NAME)
    run("demo", "demo")
    run("demo", "demo")
    run("no-such-command", NAMES[0])


def _identities(run: _Program, me: _Me, they: _Me, own: Path, other: Path, folder: Path) -> None:
    me("identity", "create", "--name", "Imogen Tarrant")
    they("identity", "create", "--name", "Joseph Adeyemi-Clarke", "--role", "overview author")
    me("identity", "create", "--name", "Imogen Tarrant")  # there is one
    run("identity", "show", "--identity", own)
    for from_, to in ((own, other), (other, own)):
        card = folder / "out" / f"{from_.name}.card"
        run("identity", "show", "-o", card, "--identity", from_)
        id_ = json.loads(card.read_text(encoding="ascii"))["id"]
        run("identity", "trust", card, "--id", id_, "--identity", to)
    run("identity", "trust", f"{FILE_NAME}.txt", "--id", "0", "--identity", own)
    run("identity", "trust", folder / "out" / "own.card", "--id", NAMES[0], "--identity", other)


def _begin(run: _Program, me: _Me, own: Path, folder: Path) -> None:
    card = folder / "out" / "other.card"
    key = folder / "home" / "shared" / "K7.redactkey"
    me("case", "start", "case", "--id", "K7", "--key", key)
    me("case", "start", "case", "--id", "K7")  # it is one
    me("case", "start", "second", "--id", NAMES[0])  # an id is no name
    me("case", "start", "second", "--id", "K8", "--without-key")
    me("key", "init", "--yes", "--case", "second")
    me("key", "init", "--yes", "--case", "second")
    me("case", "share", "case", "--for", card)
    me("case", "share", "case", "--for", f"{FILE_NAME}.txt")
    run("case", "show", "case", "--identity", own)
    for path in sorted(Path().glob(f"{FILE_NAME}*")):
        (Path("case") / path.name).write_bytes(path.read_bytes())
    Path("case", "visit.txt").write_text(TEXT, encoding="utf-8")


def _check(run: _Program, me: _Me, own: Path, folder: Path) -> None:
    out, documents = folder / "out", sorted(Path("case").glob(f"{FILE_NAME}*[bn].*"))
    documents += [Path("case", f"{FILE_NAME}.docx"), Path("case", f"{FILE_NAME}.txt")]
    for form in ("text", "json", "sarif", "html"):
        me(
            "check",
            *documents,
            "--all",
            "--explain",
            "--neutral",
            "--format",
            form,
            "-o",
            out / f"check.{form}",
        )
    one = f"case/{FILE_NAME}.docx"
    me("check", f"case/{FILE_NAME}.pdf")
    me("check", one, "--only", "plain", "--only", "access", "--all")
    run("check", one, "--identity", own)  # nobody answers: outside of the case
    me("check", one, "--show-names")
    me("check", f"case/{FILE_NAME}.txt", "--since", out / "check.json")
    me("check", f"case/{FILE_NAME}.txt", "--since", f"case/{FILE_NAME}.txt")
    me("check", one, "--marked", folder / "names" / "marked.docx", "--yes-show-names", shows=True)
    run("text", one, "-o", folder / "names" / "text.txt")
    run("text", one, shows=True)
    run("text", f"{FILE_NAME} broken.docx")
    for name in (f"{FILE_NAME}.docx", f"{FILE_NAME}.txt", f"{FILE_NAME} broken.docx"):
        me("clean", f"case/{name}", "-o", folder / "names" / f"clean{Path(name).suffix}", "--force")
    me("clean", one, "-o", folder / "names" / "clean.docx")
    found = json.loads((out / "check.json").read_text(encoding="utf-8"))
    mark = re.findall(r'"fingerprint": ?"(hmac:[0-9a-f]{32})"', json.dumps(found))[0]
    me("decide", mark, "change", "--from", out / "check.json", "--case", "case")
    me("decide", mark, "mistaken", "--reason", NAMES[1], "--case", "case")
    me("decide", mark, "mistaken", "--reason", "not-a-name", "--reference", NAMES[2], "--case", "case")
    me("decide", NAMES[0], "change", "--case", "case")
    me("decisions", "--case", "case")
    me(
        "decisions",
        *documents,
        "--unused",
        "--case",
        "case",
        "--format",
        "json",
        "-o",
        out / "decisions.json",
    )


def _people(run: _Program, me: _Me) -> None:
    case = ("--case", "case")
    me("key", "add", "--slot", "child", "--from", "-", *case, more=f"{FAMILY[0]}\nnickname: Zennobel\n")
    Path("mother.txt").write_text(f"{FAMILY[1]}\n", encoding="utf-8")
    me("key", "add", "--slot", "mother", "--from", "mother.txt", *case)
    me("key", "add", "--slot", "father", "--from", "-", *case, more=f"{FAMILY[2]}\n")
    me("key", "add", "--slot", "father", "--from", "-", *case, more=f"{FAMILY[2]}\n")  # there is one
    me("key", "add", "--slot", "uncle", "--label", FAMILY[0], "--from", "-", *case, more=f"{NAMES[9]}\n")
    me("key", "find", "--from", "-", *case, more=f"{FAMILY[0]}\n{NAMES[0]}\n")
    me("key", "find", "--from", "-", "--format", "json", *case, more=f"{FAMILY[0]}\n")
    me("key", "list", "--retired", *case)
    me("key", "list", "--format", "json", *case)
    me("key", "rename", "p3", "Parent 9", *case)
    me("key", "rename", "p3", FAMILY[0], *case)
    me("key", "reveal", "p2", "--reason", "police", *case)
    me("key", "reveal", "p2", "--reason", "police", "--yes-show-names", *case, shows=True)
    me("key", "reveal", FAMILY[0], "--reason", "police", "--yes-show-names", *case)
    more = ("--ask-text", "--yes-show-names", *case)
    me("key", "reveal", "p2", "--reason", "police", *more, more=f"{REASON}\n", shows=True, sits=True)
    me("key", "import", f"case/{FILE_NAME}.csv", *case)
    seen = me("key", "import", f"case/{FILE_NAME}.csv", "--yes-show-names", *case, shows=True)
    code = seen.err.rpartition("--agree ")[2].split()[0]
    me("key", "import", f"case/{FILE_NAME}.csv", "--agree", code, *case)
    me("key", "split", "p1", "--from", "-", *case, more="Zennobel\n")
    newest = json.loads(me("key", "list", "--format", "json", *case).out)["entries"][-1]["id"]
    me("key", "merge", "p1", newest, *case)
    me("key", "merge", FAMILY[0], newest, *case)


def _anonymise(run: _Program, me: _Me, own: Path, folder: Path) -> None:
    out = folder / "out"
    me("review", "--terminal", f"case/{FILE_NAME}.txt")  # nobody sits there
    me(*("review", "--terminal", f"case/{FILE_NAME}.txt"), more="quit\ny\n", sits=True, shows=True)
    me("anonymise", f"case/{FILE_NAME}.txt", "-o", out / "stopped")
    me("anonymise", f"case/{FILE_NAME}.txt", "-o", folder / "names" / "draft", "--draft")
    me("anonymise", f"case/{FILE_NAME} broken.docx", "-o", out / "stopped")
    me("anonymise", "case/visit.txt", "-o", out / "new")
    me("anonymise", "case/visit.txt", "-o", out / "again", "--format", "json")
    me("anonymise", "case/visit.txt", "-o", out / "new")  # it is there
    me(
        "restore",
        out / "new" / "visit.txt",
        "-o",
        folder / "names" / "restored",
        "--reason",
        "court",
        "--case",
        "case",
        "--yes",
    )
    me("restore", f"case/{FILE_NAME}.txt", "-o", out / "none", "--reason", NAMES[0], "--case", "case")
    me("restore", f"case/{FILE_NAME}.txt", "-o", out / "none", "--reason", "court", "--case", "case")
    for form in ("text", "json"):
        me("verify", f"case/{FILE_NAME}.txt", f"case/{FILE_NAME}.docx", "--all", "--format", form)
    me("verify", out / "new" / "visit.txt", "--case", "case", "-o", out / "verify.txt")


def _intruder(run: _Program, me: _Me, folder: Path) -> None:
    """Somebody tries to find out from a report of names; what they have found has more of them."""
    one, out, forms = f"case/{FILE_NAME}.txt", folder / "out", folder / "names"
    run("intruder", "searches", one)
    run("intruder", "searches", one, "--format", "html", "-o", out / "searches.html")
    run("intruder", "searches", one, "--show-names", "-o", forms / "no-form.txt")  # nobody has agreed
    run("intruder", "searches", one, "--yes-show-names", "-o", forms / "form.txt")
    run("intruder", "searches", f"{FILE_NAME} broken.docx")
    searched = ("--on", "2026-01-05", "--searched", "9")
    given = ("intruder", "record", one, *searched, "--by", "Rufus Oakley", "--result")
    me(*given, "somebody", "--found-fd", "0", more=f"{REASON}\n")
    me(*given, "nothing", "--found-file", f"{FILE_NAME}.txt", "--ask-found", more=f"{REASON}\n")
    me(*given, NAMES[0])
    me("intruder", "record", one, *searched, "--by", FAMILY[0], "--result", "nothing")  # who is of the case
    me("intruder", "show", one)
    me("intruder", "show", one, "--yes-show-names", shows=True)


def _keep(run: _Program, me: _Me, they: _Me, own: Path, folder: Path) -> None:
    case, out = ("--case", "case"), folder / "out"
    me("key", "verify", *case)
    me("key", "backup", out / "copy.redactkey", *case)
    me("key", "retain", "--until", "2999-01-01", *case)
    me("key", "share", out / "other.card", *case)
    paper = me("key", "recovery", "--print", "--yes-show-secret", *case)
    secret = (
        re.sub(r"\s", "", "".join(re.findall(r"AGE-SECRET-KEY-1[A-Z0-9\s]*", paper.out)))
        or "AGE-SECRET-KEY-1"
    )
    me("key", "recovery", "--sheet", out / "sheet.svg", *case)
    me("key", "rotate", "--remove", json.loads((out / "other.card").read_text())["id"], *case)
    they("key", "recover", "--secret-fd", "0", *case, more=f"{secret}\n")
    they("key", "recover", "--secret-fd", "0", *case, more=f"{NAMES[0]}\n")
    me("key", "restore", out / "copy.redactkey", *case)
    me("key", "restore", out / "copy.redactkey", "--older", "--reason", "lost", *case)
    me("key", "merge-files", out / "copy.redactkey", *case)
    me("key", "merge-files", f"case/{FILE_NAME}.txt", *case)
    _made_elsewhere(own, folder)
    me("key", "rename", "p2", "Parent 7", *case)
    me("key", "merge-files", out / "there.redactkey", "--prefer", "here", "--yes", *case)
    day = ("--reason", "court", "--expires", "2999-01-01")
    me("key", "export", "p1", "--to", out / "other.card", *day, "-o", out / "rows.age", *case)
    me("key", "export", FAMILY[0], "--to", out / "other.card", *day, "-o", out / "more.age", *case)
    they("key", "read-export", out / "rows.age")
    they("key", "read-export", out / "rows.age", "--yes-show-names", shows=True)
    run("key", "audit", *case, "--identity", own)
    run("key", "audit", *case, "--identity", own, "--format", "json")
    me("key", "share", out / "other.card", *case)
    they("key", "consent", out / "consent.json", *case)
    ends = ("--backups-until", "2999-01-01", *case)
    me("key", "destroy", "--consent", out / "consent.json", "--id", NAMES[0], *ends)


def _made_elsewhere(own: Path, folder: Path) -> None:
    """Save a copy of the key somewhere else, as another hand on a synchronised folder does."""
    from redact.keystore import home
    from redact.keystore.identity import unlock
    from redact.keystore.keyfile import update_key

    there = folder / "out" / "there.redactkey"
    there.write_bytes((folder / "home" / "shared" / "K7.redactkey").read_bytes())
    me = unlock(home.wrapped(own), PASSPHRASE)
    update_key(there, "K7", me, lambda key: key, trusted=home.trusted(own), what="review")


def _go_wrong(run: _Program, me: _Me, folder: Path) -> None:
    """A wrong passphrase, Ctrl-C, a fault of the program itself, a full disk; then the end of the key."""
    case, out = ("--case", "case"), folder / "out"
    wrong = ("--identity", str(folder / "home" / "own"), "--passphrase-fd", "0")
    run("key", "list", *case, *wrong, more=f"{NAMES[0]} {NAMES[1]}\n")
    run("check", f"case/{FILE_NAME}.docx", after=0.2)
    me("anonymise", "case/visit.txt", "-o", out / "late", after=0.2)

    def breaks(*_: object, **__: object) -> None:
        raise ValueError(f"{NAMES[5]} in {FILE_NAME}")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, f"{NAMES[6]} does not fit", f"{FILE_NAME}.docx")

    for what in ("redact.run.check.find", "redact.run.key_people.rows"):
        with mock.patch(what, breaks):
            me("check", f"case/{FILE_NAME}.docx")
            me("key", "list", *case)
    with mock.patch("redact.storage.os.fsync", full):
        me("check", f"case/{FILE_NAME}.docx", "-o", out / "full.txt")
        me("anonymise", "case/visit.txt", "-o", out / "full")
        me("key", "rename", "p2", "Parent 8", *case)
    ends = ("--id", "K7", "--backups-until", "2999-01-01", *case)
    me("key", "destroy", "--consent", out / "consent.json", *ends)
    me("key", "list", *case)
