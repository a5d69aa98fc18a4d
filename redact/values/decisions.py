"""What a person has decided about a finding or a gap, by its fingerprint and never by its words.

A reason is a code of a closed list with, at most, a reference number: free text would carry names into a
file that everybody who checks may read. What was said in words stands in the sealed key alone.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum

__all__ = ["Answer", "Decision", "Reason", "decision_as_json", "decision_from_json", "is_reference"]

FORMAT = "redact-decision/1"
_FIELDS = frozenset(
    ("answer", "expires", "fingerprint", "format", "reason", "reference", "signature", "when", "who")
)
_FINGERPRINT = re.compile(r"hmac:[0-9a-f]{32}")
_REFERENCE = re.compile(r"(?=[^0-9]*[0-9])[A-Za-z0-9][A-Za-z0-9./-]{0,31}")  # with a digit: a number, no name
_SIGNATURE = re.compile(r"[0-9a-f]{128}")  # Ed25519: 64 bytes


class Answer(Enum):
    """What is to be done about it."""

    CHANGE = "change"  # it is what it was taken for, and will be changed
    KEEP = "keep"  # it stays: clears what asks
    MISTAKEN = "mistaken"  # it is not what it was taken for: clears every finding
    EXCEPTION = "exception"  # it stays although it blocks: by two people, with a reason and an expiry
    LOOKED_AT = "looked-at"  # a gap: a person has read what the program could not


class Reason(Enum):
    """Why; the closed list."""

    NOT_A_NAME = "not-a-name"  # an ordinary word, a form, a heading
    NOT_THIS_PERSON = "not-this-person"  # somebody else of that name, who may stay
    PUBLIC_OFFICE = "public-office"  # a minister, a judge, an inspector in that office
    AUTHOR_OR_PANEL = "author-or-panel"  # who wrote the review or sat on its panel
    PUBLISHED_WORK = "published-work"  # cited literature, an inquiry, a public report
    PUBLIC_BODY = "public-body"  # an organisation that is to be named
    FAMILY_WISH = "family-wish"  # the family has asked for it
    COURT_DIRECTION = "court-direction"
    ALREADY_PUBLIC = "already-public"
    NEEDED_TO_UNDERSTAND = "needed-to-understand"  # the review cannot be read without it
    ALREADY_A_LABEL = "already-a-label"  # a pseudonym in use
    READ_BY_A_PERSON = "read-by-a-person"  # of a gap: looked at, and nothing stands there
    TO_BE_CHANGED = "to-be-changed"


@dataclass(frozen=True, slots=True)
class Decision:
    """One person's answer to one finding or gap of one case.

    `who` is the person's name as their card states it: a worker on the review, none of its subjects.
    `when` is in UTC, in whole seconds. `expires` is the last day on which it holds; an exception has one.
    `signature` is 128 hex digits, the signature under the person's identity over the other fields.
    """

    fingerprint: str
    answer: Answer
    reason: Reason
    who: str
    when: datetime
    expires: date | None = None
    reference: str | None = None
    signature: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if _FINGERPRINT.fullmatch(self.fingerprint) is None:
            raise ValueError("a fingerprint is hmac: and 32 hex digits")
        if not self.who.strip():
            raise ValueError("a decision needs somebody who has made it")
        if self.when.tzinfo is not UTC or self.when.microsecond:
            raise ValueError("the time of a decision is in UTC and in whole seconds")
        if self.answer is Answer.EXCEPTION and self.expires is None:
            raise ValueError("an exception needs a day on which it ends")
        if self.reference is not None and not is_reference(self.reference):
            raise ValueError(
                "a reference is up to 32 letters, digits, dots, strokes and hyphens, with a digit"
            )
        if self.signature is not None and _SIGNATURE.fullmatch(self.signature) is None:
            raise ValueError("a signature is 128 hex digits")

    def holds_on(self, day: date) -> bool:
        """Tell whether it has not expired on `day`."""
        return self.expires is None or day <= self.expires


def is_reference(text: str) -> bool:
    """Tell whether a text can be the number of a letter or file: it has a digit, and no words in it."""
    return _REFERENCE.fullmatch(text) is not None


def decision_as_json(decision: Decision, *, signed: bool = True) -> str:
    """Write a decision as one line without its end: keys sorted, no spaces, ASCII.

    Args:
        signed: with its signature, where it has one; without it, this is what is signed.
    """
    content: dict[str, str] = {
        "answer": decision.answer.value,
        "fingerprint": decision.fingerprint,
        "format": FORMAT,
        "reason": decision.reason.value,
        "when": decision.when.replace(tzinfo=None).isoformat() + "Z",
        "who": decision.who,
    }
    if decision.expires is not None:
        content["expires"] = decision.expires.isoformat()
    if decision.reference is not None:
        content["reference"] = decision.reference
    if signed and decision.signature is not None:
        content["signature"] = decision.signature
    return json.dumps(content, sort_keys=True, separators=(",", ":"))


def decision_from_json(line: str) -> Decision:
    """Read what `decision_as_json` writes.

    Raises:
        ValueError: it is nothing of the sort; the message holds nothing of the line.
    """
    try:
        content = json.loads(line)
        known = {
            "answer",
            "fingerprint",
            "format",
            "reason",
            "when",
            "who",
            "expires",
            "reference",
            "signature",
        }
        if not isinstance(content, dict) or content["format"] != FORMAT or set(content) - known:
            raise ValueError
        if not all(isinstance(value, str) for value in content.values()):
            raise ValueError
        expires = content.get("expires")
        return Decision(
            fingerprint=content["fingerprint"],
            answer=Answer(content["answer"]),
            reason=Reason(content["reason"]),
            who=content["who"],
            when=datetime.strptime(content["when"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC),
            expires=None if expires is None else date.fromisoformat(expires),
            reference=content.get("reference"),
            signature=content.get("signature"),
        )
    except (ValueError, KeyError, RecursionError):
        raise ValueError("a line that holds no decision") from None
