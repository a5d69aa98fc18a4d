"""The test of the motivated intruder: somebody who knows nothing of a case tries to find out who it is about.

What is kept of it names nobody of the case: who searched, when, for which files, and a code for what came of
it. What was found in words names people, so it is sealed, and only its keyed hash stands here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum

__all__ = [
    "FORMAT",
    "WHERE_TO_SEARCH",
    "IntruderRecord",
    "IntruderTest",
    "OfFiles",
    "SearchResult",
    "ShownRecord",
    "TestState",
    "is_name",
    "record_as_json",
    "record_from_json",
]

FORMAT = "redact-intruder/1"
MOST_SEARCHED = 10_000
_LONGEST_NAME = 120  # as on a card
_PRINT = re.compile(r"hmac:[0-9a-f]{32}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")

# Where somebody looks who wants to know. Source: domain notes, sections 2 and 3.
WHERE_TO_SEARCH = (
    "a search engine, each string once with its quotation marks and once without",
    "the press: the local newspapers, and the pages of the BBC for that area",
    "court lists and reports of trials, sentencing remarks, and published family judgments (BAILII, the "
    "National Archives)",
    "other published reviews on the same family: domestic homicide reviews, safeguarding adults reviews, "
    "mental health homicide reviews, the national repository of the NSPCC",
    "inquests: coroners' lists, and reports to prevent future deaths",
    "social media: tributes, appeals for money, groups of the place, the school or the club",
)


class SearchResult(Enum):
    """What came of the searches."""

    NOTHING = "nothing"  # nobody of the case was found
    PERHAPS = "perhaps"  # somebody who may be of the case
    SOMEBODY = "somebody"  # somebody of the case, by name or so that one is meant


class TestState(Enum):
    """How far the test has come for a set of files."""

    __test__ = False  # pytest would take it for a test of its own

    MISSING = "missing"  # nobody has searched
    EARLIER = "earlier"  # it was made on other files, or on an earlier state of these
    OPEN = "open"  # somebody was found, and nobody has decided what follows
    DONE = "done"


@dataclass(frozen=True, slots=True)
class IntruderRecord:
    """One test as it was recorded.

    `fingerprint` was drawn by lot; `redact decide` takes it where somebody was found. `by` has searched on
    the day `on`; `recorded_by` has written it down, none where they have no identity. `documents` are the
    SHA-256 of the very files, sorted. `searched` counts the searches that were typed, `strings` are keyed
    hashes of those that redact had suggested, `words` is that of what was found, which is sealed beside the
    key.

    Raises ValueError, which holds none of the values.
    """

    fingerprint: str
    by: str
    on: date
    recorded: datetime
    documents: tuple[str, ...]
    searched: int
    result: SearchResult
    strings: tuple[str, ...] = ()
    words: str | None = None
    recorded_by: str | None = None
    signature: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not is_name(self.by) or not (self.recorded_by is None or is_name(self.recorded_by)):
            raise ValueError("a name is one line of at most 120 characters")
        if self.recorded.tzinfo is not UTC or self.recorded.microsecond:
            raise ValueError("the time of a record is in UTC and in whole seconds")
        if not self.documents or list(self.documents) != sorted(set(self.documents)):
            raise ValueError("the files of a record are there, each once, in order")
        if not all(_SHA256.fullmatch(one) for one in self.documents):
            raise ValueError("a file is named by 64 hex digits")
        if not 1 <= self.searched <= MOST_SEARCHED:
            raise ValueError(f"from 1 to {MOST_SEARCHED:,} searches were typed")
        prints = (self.fingerprint, *self.strings, *([] if self.words is None else [self.words]))
        if not all(_PRINT.fullmatch(one) for one in prints):
            raise ValueError("a fingerprint is hmac: and 32 hex digits")
        if self.signature is not None and _SIGNATURE.fullmatch(self.signature) is None:
            raise ValueError("a signature is 128 hex digits")

    @property
    def found_somebody(self) -> bool:
        """Tell whether it is an open matter until somebody has decided."""
        return self.result is not SearchResult.NOTHING


@dataclass(frozen=True, slots=True)
class IntruderTest:
    """What the records of a case come to for a set of files; `record` is the one that says so.

    `because` is in words of ours, with who has searched and when.
    """

    state: TestState
    because: str
    record: IntruderRecord | None = None

    @property
    def done(self) -> bool:
        """Tell whether the gate has what it asks for."""
        return self.state is TestState.DONE


class OfFiles(Enum):
    """Of which files a record is, beside those that were given."""

    THESE = "these"  # of exactly these
    SOME = "some"  # of some of these, or of these and others
    OTHER = "other"  # of others, or of an earlier state of these


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record as it is listed.

    `of` is none where no files were given, `open` says in words of ours why what was found is an open matter.
    `words` is what was found, and `strings` what redact had suggested, where that was asked for and opened.
    """

    record: IntruderRecord
    of: OfFiles | None
    open: str = ""
    words: str | None = field(default=None, repr=False)
    strings: tuple[str, ...] = field(default=(), repr=False)


def is_name(text: str) -> bool:
    """Tell whether a text can be the name of who has searched: one line, of at most 120 characters."""
    return 0 < len(text) <= _LONGEST_NAME and text.isprintable() and text == text.strip()


def record_as_json(record: IntruderRecord, *, signed: bool = True) -> str:
    """Write a record as one line without its end: keys sorted, no spaces, ASCII.

    Args:
        signed: with its signature, where it has one; without it, this is what is signed.
    """
    content: dict[str, object] = {
        "by": record.by,
        "documents": list(record.documents),
        "fingerprint": record.fingerprint,
        "format": FORMAT,
        "on": record.on.isoformat(),
        "recorded": record.recorded.replace(tzinfo=None).isoformat() + "Z",
        "result": record.result.value,
        "searched": record.searched,
        "strings": list(record.strings),
    }
    content |= {"words": record.words} if record.words is not None else {}
    content |= {"recorded_by": record.recorded_by} if record.recorded_by is not None else {}
    if signed and record.signature is not None:
        content["signature"] = record.signature
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def record_from_json(line: str) -> IntruderRecord:
    """Read what `record_as_json` writes.

    Raises:
        ValueError: it is nothing of the sort; the message holds nothing of the line.
    """
    try:
        content = json.loads(line)
        if not isinstance(content, dict) or content.pop("format") != FORMAT:
            raise ValueError
        if set(content) - _MAY_HOLD or type(content["searched"]) is not int:
            raise ValueError
        return IntruderRecord(
            fingerprint=_text(content["fingerprint"]),
            by=_text(content["by"]),
            on=date.fromisoformat(content["on"]),
            recorded=datetime.strptime(content["recorded"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
            documents=_texts(content["documents"]),
            searched=content["searched"],
            result=SearchResult(content["result"]),
            strings=_texts(content["strings"]),
            words=None if "words" not in content else _text(content["words"]),
            recorded_by=None if "recorded_by" not in content else _text(content["recorded_by"]),
            signature=None if "signature" not in content else _text(content["signature"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ValueError("a line that holds no record of a search") from None


_MAY_HOLD = frozenset(
    ("by", "documents", "fingerprint", "on", "recorded", "result", "searched", "strings", "words")
) | {"recorded_by", "signature"}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(_text(one) for one in value)
