"""`case.toml`: what holds for a case, in the clear, and how it is found.

An unknown key or value is refused: a misspelt setting that is passed over would check the wrong thing.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from redact.errors import WrongUse
from redact.run.configuration import MAX_BYTES, find
from redact.storage import write_over
from redact.values.case import Case
from redact.values.judgement import Audience, Edition, Mode

__all__ = [
    "CERTIFICATE",
    "FILE_NAME",
    "CaseFolder",
    "above",
    "as_toml",
    "for_documents",
    "load",
    "set_retain_until",
]

FILE_NAME = "case.toml"
CERTIFICATE = "key-destroyed.json"  # written when the key of the case is destroyed
FORMAT = "redact-case/1"
_FIELDS = frozenset(
    ("format", "id", "edition", "board", "initiated", "audience", "mode", "key", "retain_until")
)
_DAYS = ("initiated", "retain_until")
_HEAD = "# A case of redact. It stands in the clear: no name belongs in here.\n"


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """A case and the folder in which it lies; folders of cases hold names."""

    case: Case
    folder: Path = field(repr=False)


def as_toml(case: Case) -> str:
    """Write a case as `case.toml` holds it.

    Raises:
        WrongUse: the board's name or the key's path holds what TOML cannot.
    """
    content: dict[str, str | date | None] = {
        "format": FORMAT,
        "id": case.id,
        "edition": case.edition.value if case.edition else None,
        "board": case.board,
        "initiated": case.initiated,
        "audience": case.audience.value,
        "mode": case.mode.value,
        "key": case.key,
        "retain_until": case.retain_until,
    }
    lines = [f"{key} = {_value(value)}" for key, value in content.items() if value is not None]
    return _HEAD + "\n".join(lines) + "\n"


def for_documents(paths: Sequence[str], given: Path | None) -> CaseFolder | None:
    """Find the case of all documents of a call: the one that was given, else the nearest folder upward.

    Raises:
        WrongUse: they lie in different cases, or `case.toml` has a fault.
    """
    if given is not None:
        return load(given)
    found = {find(Path(path).parent, FILE_NAME) for path in paths}
    if len(found) > 1:
        raise WrongUse("the documents lie in different cases", "Check the documents of each case apart.")
    path = found.pop() if found else None
    return load(path.parent) if path else None


def above(folder: Path) -> CaseFolder:
    """Read the case of a folder or of the nearest one above it that has one.

    Raises:
        WrongUse: none has one, or `case.toml` has a fault.
    """
    path = find(folder, FILE_NAME)
    return load(folder if path is None else path.parent)


def load(folder: Path) -> CaseFolder:
    """Read the case of a folder.

    Raises:
        WrongUse: it is no folder of a case, or `case.toml` has a fault.
    """
    try:
        with (folder / FILE_NAME).open("rb") as file:
            text = file.read(MAX_BYTES).decode("utf-8-sig")
        content = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError):
        raise WrongUse(
            "this is no folder of a case",
            "Name the case's folder: --case FOLDER, or work in it. To begin one: redact case start FOLDER "
            "--id NUMBER",
        ) from None
    except OSError as error:
        raise WrongUse(f"{FILE_NAME} cannot be read (error {error.errno})", "Ask for the right.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise _fault("is not valid TOML") from None
    if content.get("format") != FORMAT:
        raise _fault("is of another version of redact, or of another program")
    if unknown := set(content) - _FIELDS:
        raise _fault(f"has {len(unknown)} settings that are not known")
    try:
        return CaseFolder(_case(content), folder)
    except (KeyError, TypeError, ValueError):
        raise _fault("sets something to what it cannot be") from None


def set_retain_until(folder: Path, day: date) -> None:
    """Set the day by which the key of a case must be destroyed; every other line stays as it is.

    Raises:
        WrongUse: it is no folder of a case, or `case.toml` has a fault.
        NotWritten: it could not be written; it is then the old one.
    """
    load(folder)
    path = folder / FILE_NAME
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    kept = [line for line in lines if not line.replace(" ", "").startswith("retain_until=")]
    text = "\n".join([*kept, f"retain_until = {day.isoformat()}"]) + "\n"
    write_over(path, text.encode("utf-8"))


def _case(content: dict[str, Any]) -> Case:
    for key, value in content.items():
        wanted = date if key in _DAYS else str
        if not isinstance(value, wanted) or isinstance(value, datetime):
            raise TypeError
    return Case(
        id=content["id"],
        edition=Edition(content["edition"]) if "edition" in content else None,
        board=content.get("board"),
        initiated=content.get("initiated"),
        audience=Audience(content["audience"]),
        mode=Mode(content["mode"]),
        key=content.get("key"),
        retain_until=content.get("retain_until"),
    )


def _value(value: str | date) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if not value.isprintable():
        raise WrongUse(
            "the board or the path of the key holds signs that nobody sees", "Give one without them."
        )
    return json.dumps(value, ensure_ascii=False)


def _fault(what: str) -> WrongUse:
    return WrongUse(f"{FILE_NAME} {what}", "Mend it, or take the copy from your backup; nothing was checked.")
