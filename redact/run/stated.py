"""What documents are checked for: the options over the case over `redact.toml` over the defaults."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from redact.errors import WrongUse
from redact.run.configuration import Configuration
from redact.values.case import Case
from redact.values.judgement import Audience, DocumentKind, Edition, How, Mode, Settings

__all__ = ["Stated", "settings_for"]

_KEYS = ("edition", "kind", "audience", "mode", "board", "initiated")
_TOML = "redact.toml"


@dataclass(frozen=True, slots=True)
class Stated:
    """What somebody has typed after `redact check`."""

    edition: Edition | None = None
    initiated: date | None = None
    kind: DocumentKind | None = None
    audience: Audience | None = None
    mode: Mode | None = None
    board: str | None = None


def settings_for(
    options: Stated, case: Case | None, configuration: Configuration, boards: tuple[str, ...]
) -> tuple[Settings, dict[str, list[str]]]:
    """Put together what documents are checked for.

    Args:
        boards: those whose procedures are here.

    Returns: the settings, and what of them the case and `redact.toml` have set, in words.

    Raises:
        WrongUse: a board was named that is not here. A case may name one: its report then says so.
    """
    chosen: dict[str, Any] = {}
    said: dict[str, list[str]] = {"the case": [], _TOML: []}
    sources = (("", options), ("the case", case), (_TOML, configuration))
    for source, values in sources:
        if values is None:
            continue
        for key in _wanted(chosen):
            stated = getattr(values, key, None)
            if stated is not None and key not in chosen:
                chosen[key] = stated
                if source:
                    said[source].append(f"{key} {_in_words(stated)}")
        if "edition_how" not in chosen and ("edition" in chosen or "initiated" in chosen):
            chosen["edition_how"] = How.CASE if values is case else How.STATED
            chosen["edition_because"] = (
                f"stated in {_TOML}" if source == _TOML and "edition" in chosen else ""
            )
    for named in (options.board, None if case and case.board else configuration.board):
        _must_be_known(named, boards)
    return Settings(**chosen), said


def _wanted(chosen: dict[str, Any]) -> tuple[str, ...]:
    # A day that was typed beats the edition of the case: whoever types it means it.
    return _KEYS if "initiated" not in chosen else tuple(key for key in _KEYS if key != "edition")


def _must_be_known(board: str | None, boards: tuple[str, ...]) -> None:
    if board is not None and board not in boards:
        raise WrongUse(
            "there are no rules of a board of that name",
            f"Known are: {', '.join(boards)}. Those of another go into a folder of your own: --rules DIR.",
        )


def _in_words(value: object) -> str:
    return str(value.value) if isinstance(value, Enum) else str(value)
