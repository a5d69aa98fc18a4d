"""A case: one review with its documents, what holds for all of them, and where its key lies.

It is kept in the clear in `case.toml`, so nothing in it may name a person: an id is a number or a word that
was agreed for it. Fingerprints of a case are made under its own secret, which is not in here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from redact.values.judgement import Audience, Edition, How, Mode, Settings

__all__ = ["Case", "is_case_id", "may_be_a_name", "settings_of"]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")  # safe as a file's name on every system
_ENDS_BADLY = (".", "-", "_")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")  # names that Windows keeps for devices


@dataclass(frozen=True, slots=True)
class Case:
    """What holds for all documents of one review.

    `initiated` is the day on which the review was begun, by which the edition is known where none is stated.
    `retain_until` is the day by which its key must be destroyed, as the key itself says too.
    `key` is where the key file lies, as it was given; none means: under the id, in the folder of keys of
    whoever works on it. A path may hold the name of an account, so it is in no repr.
    """

    id: str
    edition: Edition | None = None
    board: str | None = None
    initiated: date | None = None
    audience: Audience = Audience.PUBLIC
    mode: Mode = Mode.FULL
    key: str | None = field(default=None, repr=False)
    retain_until: date | None = None

    def __post_init__(self) -> None:
        if not is_case_id(self.id):
            raise ValueError("a case id is 1 to 40 letters, digits, dots, hyphens and low lines")


def settings_of(case: Case | None) -> Settings:
    """Say what a document of a case is checked for; without a case, what holds for every document."""
    if case is None:
        return Settings()
    return Settings(
        edition=case.edition,
        audience=case.audience,
        mode=case.mode,
        board=case.board,
        edition_how=How.CASE if case.edition or case.initiated else None,
        initiated=case.initiated,
    )


def is_case_id(text: str) -> bool:
    """Tell whether a text can be a case's id: 1 to 40 letters, digits and `. - _`, safe in file names."""
    return (
        _ID.fullmatch(text) is not None
        and not text.endswith(_ENDS_BADLY)
        and _RESERVED.fullmatch(text) is None
    )


def may_be_a_name(text: str) -> bool:
    """Tell whether an id has no digit, as a person's name has none. Errs towards asking."""
    return not any(character.isdigit() for character in text)
