"""`redact.toml`: the settings of a board or a case, found upward from the document.

The nearest file wins whole; nothing is merged. An unknown key or value is refused with a suggestion: a
misspelt setting that is passed over would check the wrong thing.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TypeVar

from redact.errors import WrongUse
from redact.values.judgement import Audience, DocumentKind, Edition, Mode

__all__ = ["KEYS", "Configuration", "find", "for_documents", "own_rules"]

FILE_NAME = "redact.toml"
ROOT_MARK = ".redact-root"  # a folder that holds it is the last one looked at
MAX_BYTES = 64 * 1024

KEYS: Mapping[str, type[Enum]] = {
    "audience": Audience,
    "edition": Edition,
    "kind": DocumentKind,
    "mode": Mode,
}
# Settings that are no choice of a few words: a board, a folder, a day.
_TEXTS = ("board", "rules")
_DAY = "initiated"
_KNOWN = (*KEYS, *_TEXTS, _DAY)

Choice = TypeVar("Choice", bound=Enum)


@dataclass(frozen=True, slots=True)
class Configuration:
    """What a `redact.toml` says; `path` is none when there is none.

    `rules` is the folder of a partnership's own rules, looked for beside the file itself.
    """

    path: Path | None = None
    edition: Edition | None = None
    kind: DocumentKind | None = None
    audience: Audience | None = None
    mode: Mode | None = None
    board: str | None = None
    initiated: date | None = None
    rules: Path | None = field(default=None, repr=False)


def for_documents(paths: Sequence[str]) -> Configuration:
    """Find the settings for all documents of a call.

    Raises:
        WrongUse: they lie under different files, or the file has a fault.
    """
    found = {find(Path(path).parent) for path in paths}
    if len(found) > 1:
        raise WrongUse(
            f"the documents lie under different {FILE_NAME} files", "Check the documents of each case apart."
        )
    path = found.pop() if found else None
    return _load(path) if path else Configuration()


def own_rules(paths: Sequence[str]) -> Path | None:
    """Find the folder of a partnership's own rules for all documents of a call.

    Raises:
        WrongUse: as `for_documents` does.
    """
    return for_documents(paths).rules


def find(folder: Path, name: str = FILE_NAME) -> Path | None:
    """Find the nearest file of a name in `folder` or above, up to a `.redact-root` or the home folder."""
    home = Path.home().resolve()
    here = folder.resolve()
    for candidate in (here, *here.parents):
        if (candidate / name).is_file():
            return candidate / name
        if (candidate / ROOT_MARK).exists() or candidate == home:
            return None
    return None


def _load(path: Path) -> Configuration:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise WrongUse(
                f"{FILE_NAME} is larger than any settings", f"Look what the file {FILE_NAME} really is."
            )
        content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise WrongUse(
            f"{FILE_NAME} cannot be read (error {error.errno})", "Ask its owner for the right."
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError):
        raise WrongUse(
            f"{FILE_NAME} is not valid TOML", 'Write one setting a line, such as: edition = "wt2018"'
        ) from None
    faults = [fault for key, value in sorted(content.items()) if (fault := _fault(key, value))]
    if faults:
        raise WrongUse(f"{FILE_NAME}: " + "; ".join(faults), "Mend these lines, and check again.")
    return Configuration(
        path,
        edition=_choice(Edition, content.get("edition")),
        kind=_choice(DocumentKind, content.get("kind")),
        audience=_choice(Audience, content.get("audience")),
        mode=_choice(Mode, content.get("mode")),
        board=content.get("board"),
        initiated=_day(content.get(_DAY)),
        rules=path.parent / content["rules"] if "rules" in content else None,
    )


def _fault(key: str, value: object) -> str | None:
    if key not in _KNOWN:
        near = difflib.get_close_matches(key, _KNOWN, n=1)
        known = f"did you mean {near[0]}?" if near else f"known settings: {', '.join(sorted(_KNOWN))}"
        return f"there is no setting {_shown(key)}; {known}"
    if key in _TEXTS:
        return None if isinstance(value, str) and value.strip() else f"{key}: a text in quotes is wanted"
    if key == _DAY:
        return None if _day(value) else f"{key}: a day is wanted, such as 2016-05-01"
    allowed = [choice.value for choice in KEYS[key]]
    if value in allowed:
        return None
    near = difflib.get_close_matches(str(value), allowed, n=1)
    known = f"did you mean {near[0]}?" if near else f"it can be {', '.join(allowed)}"
    return f"{key} cannot be what it is set to; {known}"


def _day(value: object) -> date | None:
    """Read a day, which TOML writes with or without quotes."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _shown(key: str) -> str:
    """Show a key that was typed wrong; nothing longer or odder than a setting's name."""
    return (
        f'"{key}"' if len(key) <= 30 and key.replace("-", "").replace("_", "").isalnum() else "of that name"
    )


def _choice(kind: type[Choice], value: object) -> Choice | None:
    return None if value is None else kind(value)
