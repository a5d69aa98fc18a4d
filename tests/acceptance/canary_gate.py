"""The gate in the process in which every command is run: a case from its first line to its last."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from unittest import mock

from tests.test_canary import FILE_NAME, NAMES

__all__ = ["carry_through"]

PAGE = """\
Statement of the safeguarding partners

The nursery rings the duty worker on the day on which it sees a bruise on a baby.
"""
LEGAL = ("legal-advice", "x-06", "x-12", "x-13", "x-14", "x-15", "x-16", "x-17")
SIGNED_LAST = (
    *("wt2018-effect-on-people", "wt2018-one-year", "wt2018-panel-and-secretary-of-state"),
    *("wt2018-reasons-for-delay", "family-seen"),
)
CASE = ("--case", "gated")
WHO = {
    "author": "Joseph Adeyemi-Clarke",
    "checker": "Wren Ashdown",
    "second-reader": "Odette Farrowby",
    "data-protection": "Rufus Oakley",
}


def carry_through(run: Any, me: Callable[..., Any], they: Callable[..., Any], own: Path, out: Path) -> None:
    """Carry a case of improvements alone to the end of its key, with refusals on the way."""
    settings = ("--edition", "wt2023", "--mode", "improvements-only")
    me("case", "start", "gated", "--id", "K9", *settings, "--key", out.parent / "home" / "shared" / "K9.key")
    Path("page.txt").write_text(PAGE, encoding="utf-8")
    letter = Path(f"{FILE_NAME}.eml")
    letter.write_text(f"From {NAMES[0]}: yes.\n", encoding="utf-8")
    with _Days(2026, 1, 5) as days:
        me("gate", "start", *CASE)
        me("gate", "start", *CASE)
        _attach(run, me, own, out)
        _sign(run, me, they, own, letter, out)
        _send(run, me, own, letter, out, days)
        _publish(run, me, own, days)
        _end(run, me, they, own, out)
    me("case", "start", "unpublished", "--id", "K10", "--edition", "wt2023", "--without-key")
    me("gate", "start", "--case", "unpublished")
    me("gate", "decide-not-to-publish", "--reason", "welfare", "--case", "unpublished")


class _Days:
    """Sets the clock of the gate, which stands still until days are added."""

    def __init__(self, year: int, month: int, day: int) -> None:
        self._now = datetime(year, month, day, 10, tzinfo=UTC)
        self._patch = mock.patch("redact.run.gate_clock.moment", self._moment)

    def __enter__(self) -> _Days:
        self._patch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._patch.stop()

    def _moment(self) -> datetime:
        return self._now

    def later(self, days: int) -> None:
        self._now += timedelta(days=days)


def _attach(run: Any, me: Callable[..., Any], own: Path, out: Path) -> None:
    me("gate", "name", "author", "--name", WHO["author"], *CASE)
    me("gate", "name", "author", "--card", f"{FILE_NAME}.txt", *CASE)
    me("gate", "note", "decided", "--on", "2025-12-01", *CASE)
    me("gate", "note", NAMES[0], *CASE)
    me("gate", "attach", "--improvements", f"{FILE_NAME}.docx", *CASE)
    me("gate", "attach", "--improvements", f"{FILE_NAME} broken.docx", *CASE)
    # A Word file and a PDF that is not of it.
    me("gate", "attach", "--improvements", f"{FILE_NAME}.docx", "--improvements", f"{FILE_NAME}.pdf", *CASE)
    me("gate", "attach", "--improvements", "page.txt", *CASE)
    for form in ("text", "json"):
        run("gate", "status", *CASE, "--identity", own, "--format", form)
        me("gate", "attest", "--list", *CASE, "--format", form, "-o", out / f"statements.{form}")
    searched = ("--by", WHO["data-protection"], "--on", "2026-01-05", "--searched", "9")
    me("intruder", "record", "page.txt", *searched, "--result", "nothing", *CASE)
    entry = ("--kind", "inquest", "--court", "coroner")
    me("gate", "proceeding", "add", *entry, "--reference", NAMES[1], *CASE)
    me("gate", "proceeding", "add", *entry, "--protects", NAMES[2], *CASE)
    me("gate", "proceeding", "add", *entry, *CASE)
    me("gate", "proceeding", "change", "P1", "--concluded", "2025-12-20", *CASE)
    run("gate", "proceeding", "list", *CASE, "--identity", own)


def _sign(
    run: Any, me: Callable[..., Any], they: Callable[..., Any], own: Path, letter: Path, out: Path
) -> None:
    request, signed = out / "request.json", out / "statement.json"
    run("gate", "ask", "final-text", "-o", request, *CASE, "--identity", own)
    run("gate", "ask", NAMES[0], *CASE, "--identity", own)
    they(
        "gate", "attest", "--sign", "--request", request, "--file", f"{FILE_NAME}.txt", "final-text", "--yes"
    )
    they("gate", "attest", "--sign", "--request", request, "final-text", "--yes", "-o", signed)
    me("gate", "attest", "--signed", f"{FILE_NAME}.txt", *CASE)
    me("gate", "attest", "--signed", signed, *CASE)

    def written(role: str, name: str, *which: str, more: tuple[str, ...] = ()) -> None:
        by = ("--as", role, "--by", name, "--evidence", letter, *more)
        me("gate", "attest", *which, *by, *CASE)

    written("manager", "Imogen Tarrant", "contributors-accuracy")
    written("manager", "Imogen Tarrant", NAMES[0])
    for role, name in list(WHO.items())[1:]:
        written(role, name)
    me("gate", "step", *CASE)
    me("gate", "return", "--reason", "proceedings", *CASE)
    me("gate", "return", "--reason", NAMES[3], *CASE)
    me("gate", "attach", "--improvements", "page.txt", *CASE)
    written("legal", "Hollis Brandreth", *LEGAL)
    written("legal", "Hollis Brandreth", "proceedings-weighed", more=("--reason", "none-open"))
    written("chair", "Philippa Garrowsby")
    written("manager", "Imogen Tarrant", "x-21-j")
    written("manager", "Imogen Tarrant", *SIGNED_LAST)
    written("communications", "Tobias Wrenfield")


def _send(run: Any, me: Callable[..., Any], own: Path, letter: Path, out: Path, days: _Days) -> None:
    settings = Path("gated", "gate.toml")
    typed = settings.read_text(encoding="utf-8")
    me("gate", "pack", "-o", out / "early.zip", *CASE)
    me("gate", "set-date", "2026-02-05", *CASE)
    addresses = [f'{to} = "reviews@education.gov.uk"' for to in ("national-panel", "secretary-of-state")]
    filled = "\n".join(["[addresses]", *addresses, 'ofsted = "reviews@ofsted.gov.uk"'])
    settings.write_text(
        typed.replace("[addresses]", filled).replace('contact = ""', f'contact = "{NAMES[4]}"'), "utf-8"
    )
    me("gate", "pack", "-o", out / "named.zip", *CASE)  # a name stands in it
    settings.write_text(typed.replace("[addresses]", filled), encoding="utf-8")
    me("gate", "pack", "-o", out / "pack.zip", *CASE)
    days.later(1)
    for to in ("ofsted", "national-panel", "secretary-of-state", NAMES[5]):
        me("gate", "record-sent", "--to", to, "--at", "2026-01-06T09:30", "--evidence", letter, *CASE)
    run("gate", "calendar", *CASE, "--identity", own, "-o", out / "days.ics")
    days.later(2)
    me("gate", "represent", "--from", "ofsted", "--reason", "fact-wrong", *CASE)
    me("gate", "settle", "--reason", "answered", *CASE)
    days.later(27)
    me("gate", "clear", *CASE)
    me("gate", "publish", "--at", "page.txt", *CASE)  # a day too early


def _publish(run: Any, me: Callable[..., Any], own: Path, days: _Days) -> None:
    days.later(1)
    me("gate", "publish", "--at", f"{FILE_NAME}.txt", *CASE)
    me("gate", "publish", "--at", "page.txt", *CASE)
    me("gate", "withdraw", "--reason", "welfare", *CASE)
    me("gate", "republish", "--reason", "remedied", *CASE)
    days.later(400)
    me("gate", "archive", *CASE)
    for form in ("text", "json"):
        run("gate", "verify", *CASE, "--identity", own, "--format", form)


def _end(run: Any, me: Callable[..., Any], they: Callable[..., Any], own: Path, out: Path) -> None:
    run("gate", "verify", *CASE, "--identity", own, "--certificate", f"{FILE_NAME}.txt")
    run("gate", "verify", *CASE, "--identity", own, "--pack", out / "pack.zip")
    me("key", "share", out / "other.card", *CASE)
    they("key", "consent", out / "consent-9.json", *CASE)
    ends = ("--backups-until", "2999-01-01", "--id", "K9", *CASE)
    me("key", "destroy", "--consent", out / "consent-9.json", *ends)
    me("gate", "destroy-key", *CASE)
    run("gate", "status", *CASE, "--identity", own)
    log = Path("gated", "gate.jsonl")
    lines = log.read_text(encoding="ascii").splitlines(keepends=True)
    assert json.loads(lines[-1])["action"] == "destroy-key", "the case did not come to its end"
    log.write_text("".join(lines[:-2]), encoding="ascii")
    run("gate", "verify", *CASE, "--identity", own)
    log.write_text("".join(lines), encoding="ascii")
    # What is typed into a log lies in a case of its own, which the test sets apart.
    shutil.copytree("gated", "touched")
    touched = "".join(lines).replace("Wren", NAMES[6].split()[0])
    Path("touched", log.name).write_text(touched, encoding="ascii")
    run("gate", "status", "--case", "touched", "--identity", own)
    run("gate", "verify", "--case", "touched", "--identity", own)
    shutil.rmtree("touched")
