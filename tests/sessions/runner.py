"""Plays a session: a readable script of commands, with the answer and the exit status of each.

A script is text. Each line that begins with one of these signs does something; what stands between a command
and its status is what the program must say, on both streams together.

    # a comment
    @ 2017-03-06 10:00      the clock of the gate, until the next such line
    as imogen               whose computer it is: their identity, their passphrase
    ! letter a.txt "Yes"    something outside the program is done: see `tests/sessions/handling.py`
    $ redact gate status    a command, in the folder of the session; {GAP} in it is what a handling has found
    draft                   a line of its answer; `…` stands for anything in it, and alone for any lines
    [0]                     the exit status, which ends the answer

With REDACT_WRITE_SESSIONS=1 an answer that differs is written anew: read the difference before you accept it.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import click
import pytest

from redact.cli.shell import cli, run
from redact.rulebook import load
from redact.values.rules import Rulebook

__all__ = ["PASSPHRASE", "Step", "play", "steps"]

PASSPHRASE = "seventeen grey otters"
_SIGNS = ("#", "@", "as ", "!", "$")
_STATUS = re.compile(r"\[(\d+)\]")
_ANY = "…"
_PROGRESS = re.compile(r".*: \d+( of \d+)?")  # as often as time allows
_VARIES = re.compile(r"\b[0-9a-f]{8,64}\b")

# Does something in a folder, and gives what later commands may name in braces.
Handling = Callable[[Path, Sequence[str]], Mapping[str, str] | None]


@dataclass(slots=True)
class Step:
    """One sign of a script with what stands behind it; of a command also what it must answer."""

    sign: str
    text: str
    line: int
    said: list[str] = field(default_factory=list)
    status: int = 0


def steps(script: str) -> list[Step]:
    """Read a script; an answer without its status, or a line that belongs nowhere, is a fault of it."""
    found: list[Step] = []
    open_ = False  # a command still waits for its status
    for number, line in enumerate(script.splitlines(), 1):
        if open_ and (match := _STATUS.fullmatch(line)):
            found[-1].status, open_ = int(match[1]), False
        elif open_:
            found[-1].said.append(line)
        elif line.strip():
            sign = next((one for one in _SIGNS if line.startswith(one)), None)
            assert sign is not None, f"line {number} of the session belongs to nothing: {line!r}"
            found.append(Step(sign.strip(), line.removeprefix(sign).strip(), number))
            open_ = sign == "$"
        else:
            found.append(Step("", "", number))
    assert not open_, "the last command of the session has no status"
    return found


def play(
    path: Path,
    folder: Path,
    people: Mapping[str, Path],
    handlings: Mapping[str, Handling],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Play the script at `path` in `folder`, and hold every answer against it.

    Args:
        people: the folder of each one's identity, by the name after `as`.
        handlings: what is done outside the program, by its first word.
    """
    played = _Played(folder, people, monkeypatch)
    written: list[str] = []
    differing: list[str] = []
    monkeypatch.chdir(folder)
    try:
        for step in steps(path.read_text(encoding="utf-8")):
            written += _played(step, played, handlings, differing)
    finally:
        if os.environ.get("REDACT_WRITE_SESSIONS"):
            path.write_text("\n".join(written) + "\n", encoding="utf-8")
    assert not differing, "\n\n".join([f"{path.name}:", *differing])


def _played(
    step: Step, played: _Played, handlings: Mapping[str, Handling], differing: list[str]
) -> Iterator[str]:
    """Do one step, and give it as it is written down again; an answer that differs is kept beside."""
    if step.sign != "$":
        yield f"{step.sign}{' ' if step.text else ''}{step.text}"
    if step.sign == "@":
        played.set_clock(step.text)
    elif step.sign == "as":
        played.who = step.text
    elif step.sign == "!":
        name, *words = shlex.split(step.text)
        played.found |= handlings[name](played.folder, words) or {}
    elif step.sign == "$":
        status, told = played.command(step.text)
        said = step.said
        if status != step.status or not _matches(said, told):
            differing.append(_difference(step, status, told))
            said = [played.varying(line) for line in told]
        yield from (f"$ {step.text}", *said, f"[{status}]")


@cache
def rules_once(folder: Path, own: Path | None = None) -> Rulebook:
    """Load the rules of a folder, once for all commands of all sessions."""
    return load(folder, own)


class _Played:
    """A session under way: whose computer it is, and what its clock says."""

    def __init__(self, folder: Path, people: Mapping[str, Path], monkeypatch: pytest.MonkeyPatch) -> None:
        self.who = next(iter(people))
        self.found: dict[str, str] = {}
        # Each command reads the rules, which nobody changes meanwhile: that is most of its time.
        monkeypatch.setattr("redact.rulebook.load", rules_once)
        self.folder = folder
        self._people = people
        self._monkeypatch = monkeypatch

    def set_clock(self, text: str) -> None:
        """Let the clock of the gate stand still, and that of decisions with it."""
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M").astimezone()
        self._monkeypatch.setattr("redact.run.gate_clock.moment", lambda: moment)
        self._monkeypatch.setattr("redact.run.decisions.now", lambda: moment.astimezone(UTC))

    def command(self, text: str) -> tuple[int, list[str]]:
        """Run a command of the program as whose turn it is; give its status and all that it says."""
        program, *arguments = (word.format_map(self.found) for word in shlex.split(text))
        assert program == "redact"
        takes = _options(arguments)
        if "identity" in takes:
            arguments += ["--identity", str(self._people[self.who])]
        reading, writing = os.pipe()
        os.write(writing, f"{PASSPHRASE}\n".encode())
        os.close(writing)
        if "passphrase_fd" in takes:
            arguments += ["--passphrase-fd", str(reading)]
        try:
            status, said = _captured(arguments)
        finally:
            _close(reading)
        return status, [line for line in said.splitlines() if not _PROGRESS.fullmatch(line)]

    def varying(self, line: str) -> str:
        """Put the sign of anything in the place of what is another one each time."""
        return _VARIES.sub(_ANY, line.replace(str(self.folder), _ANY))


def _options(arguments: Sequence[str]) -> set[str]:
    """Say which options the command has that these arguments name."""
    command: click.Command = cli
    for word in arguments:
        if not isinstance(command, click.Group) or word not in command.commands:
            break
        command = command.commands[word]
    return {option.name for option in command.params if option.name}


def _captured(arguments: Sequence[str]) -> tuple[int, str]:
    real = sys.stdin, sys.stdout, sys.stderr
    told = io.BytesIO()
    # Nobody sits there; both streams are one, since a user sees them so.
    sys.stdin = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    stream = sys.stdout = sys.stderr = io.TextIOWrapper(told, encoding="utf-8", write_through=True)
    try:
        status = int(run(arguments))
    finally:
        sys.stdin, sys.stdout, sys.stderr = real
    stream.flush()
    return status, told.getvalue().decode("utf-8")


def _close(descriptor: int) -> None:
    try:
        os.close(descriptor)
    except OSError:  # the program has read it and closed it
        return


def _matches(wanted: Sequence[str], told: Sequence[str]) -> bool:
    given = "".join(f"{line.rstrip()}\n" for line in told)
    return re.fullmatch("".join(_patterns(wanted)), given) is not None


def _patterns(wanted: Sequence[str]) -> Iterator[str]:
    for line in wanted:
        if line == _ANY:
            yield r"(?:.*\n)*?"
        else:
            yield ".*".join(map(re.escape, line.rstrip().split(_ANY))) + r"\n"


def _difference(step: Step, status: int, told: Sequence[str]) -> str:
    wanted = "\n".join([*step.said, f"[{step.status}]"])
    given = "\n".join([*told, f"[{status}]"])
    return f"line {step.line}: $ {step.text}\n--- wanted\n{wanted}\n--- given\n{given}"
