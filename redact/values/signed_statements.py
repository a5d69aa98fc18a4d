"""What somebody is asked to sign before a review is published, and the small file that they send back.

Both hold the sentences in full, digests and the case's id, and no word of the review. There is one way to
write each: a file that was altered in any place is not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from redact.values.case import is_case_id
from redact.values.gate_record import AttachedPaper, PaperPart, papers_digest
from redact.values.statements import GateRole, ReasonCode

__all__ = [
    "REQUEST_FORMAT",
    "STATEMENT_FORMAT",
    "AskedStatement",
    "SaidStatement",
    "SignedStatement",
    "StatementRequest",
    "request_as_json",
    "request_from_json",
    "statement_as_json",
    "statement_from_json",
]

REQUEST_FORMAT = "redact-request/1"
STATEMENT_FORMAT = "redact-statement/1"
_MOST = 200  # sentences in one file
_LONGEST = 1_200  # characters of a sentence, with the place that is set in
_SHA256 = re.compile(r"[0-9a-f]{64}")
_SIGNATURE = re.compile(r"[0-9a-f]{128}")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUBJECT = re.compile(r"[A-Za-z0-9:._-]{0,100}")
_VERSION = re.compile(r"[0-9a-z.]{1,20}")
_REASON = re.compile(r"[A-Za-z0-9/._-]{1,40}(?: [A-Za-z0-9/._-]{1,40})?")


@dataclass(frozen=True, slots=True)
class AskedStatement:
    """One sentence, as somebody is asked to sign it; `reasons` are those of which they give one.

    Raises ValueError, which holds none of the values.
    """

    id: str
    version: str
    sentence: str
    role: GateRole
    subject: str = ""
    reasons: tuple[ReasonCode, ...] = ()

    def __post_init__(self) -> None:
        _must_be(_ID.fullmatch(self.id) and _VERSION.fullmatch(self.version))
        _must_be(_SUBJECT.fullmatch(self.subject))
        _must_be(0 < len(self.sentence) <= _LONGEST and self.sentence.isprintable())


@dataclass(frozen=True, slots=True)
class StatementRequest:
    """What the manager sends to whoever signs: of which files, and which sentences.

    `check` and `rules` are the digests of the check's result and of its rules, `register` that of the
    register of proceedings; empty where no file is attached yet.

    Raises ValueError, which holds none of the values.
    """

    case: str
    asked: tuple[AskedStatement, ...]
    papers: tuple[AttachedPaper, ...] = ()
    check: str = ""
    rules: str = ""
    register: str = ""

    def __post_init__(self) -> None:
        _must_be(is_case_id(self.case))
        _must_be(0 < len(self.asked) <= _MOST)
        _must_be(len({(one.id, one.subject) for one in self.asked}) == len(self.asked))
        for one in self.papers:
            _must_be(_SHA256.fullmatch(one.sha256) and one.form in ("pdf", "docx", "txt"))
            _must_be(not one.source or _SHA256.fullmatch(one.source))
        for digest in (self.check, self.rules, self.register):
            _must_be(not digest or _SHA256.fullmatch(digest))

    @property
    def papers_digest(self) -> str:
        """The digest of all files together."""
        return papers_digest(self.papers)


@dataclass(frozen=True, slots=True)
class SaidStatement:
    """One sentence as it was signed; `reason` is a code, a reference, or a code and a reference."""

    id: str
    version: str
    sentence: str
    role: GateRole
    subject: str = ""
    reason: str = ""

    def __post_init__(self) -> None:
        AskedStatement(self.id, self.version, self.sentence, self.role, self.subject)
        _must_be(not self.reason or _REASON.fullmatch(self.reason))


@dataclass(frozen=True, slots=True)
class SignedStatement:
    """Sentences that somebody has signed on their own machine, with their card in it.

    `card` is the card as its owner hands it on. `papers`, `check`, `rules` and `register` are digests.

    Raises ValueError, which holds none of the values.
    """

    case: str
    said: tuple[SaidStatement, ...]
    papers: str
    check: str
    rules: str
    register: str
    given: datetime
    card: str = field(repr=False)
    signature: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        _must_be(is_case_id(self.case) and 0 < len(self.said) <= _MOST)
        _must_be(len({(one.id, one.subject) for one in self.said}) == len(self.said))
        for digest in (self.papers, self.check, self.rules, self.register):
            _must_be(not digest or _SHA256.fullmatch(digest))
        _must_be(self.given.tzinfo is UTC and not self.given.microsecond)
        _must_be(not self.signature or _SIGNATURE.fullmatch(self.signature))


def request_as_json(request: StatementRequest) -> str:
    """Write a request as it is sent: JSON of a few lines, which mail leaves alone."""
    content = {
        "format": REQUEST_FORMAT,
        "case": request.case,
        "papers": [
            {"part": one.part.value, "sha256": one.sha256, "form": one.form, "source": one.source}
            for one in request.papers
        ],
        "check": request.check,
        "rules": request.rules,
        "register": request.register,
        "asked": [
            {
                "id": one.id,
                "version": one.version,
                "sentence": one.sentence,
                "role": one.role.value,
                "subject": one.subject,
                "reasons": [reason.value for reason in one.reasons],
            }
            for one in request.asked
        ],
    }
    return _written(content)


def request_from_json(text: str) -> StatementRequest:
    """Read a request.

    Raises:
        ValueError: it is none, or is not written as `request_as_json` writes it.
    """
    content = _content(text, REQUEST_FORMAT)
    try:
        papers = tuple(
            AttachedPaper(PaperPart(one["part"]), one["sha256"], one["form"], one["source"])
            for one in content["papers"]
        )
        asked = tuple(
            AskedStatement(
                one["id"],
                one["version"],
                one["sentence"],
                GateRole(one["role"]),
                one["subject"],
                tuple(ReasonCode(reason) for reason in one["reasons"]),
            )
            for one in content["asked"]
        )
        request = StatementRequest(
            content["case"], asked, papers, content["check"], content["rules"], content["register"]
        )
    except (KeyError, TypeError, AttributeError):
        raise ValueError("this is no request") from None
    _must_be(request_as_json(request) == text)
    return request


def statement_as_json(statement: SignedStatement, *, signed: bool = True) -> str:
    """Write what was signed as it is sent.

    Args:
        signed: with the signature; without it, this is what is signed.
    """
    content = {
        "format": STATEMENT_FORMAT,
        "case": statement.case,
        "papers": statement.papers,
        "check": statement.check,
        "rules": statement.rules,
        "register": statement.register,
        "given": statement.given.replace(tzinfo=None).isoformat() + "Z",
        "said": [
            {
                "id": one.id,
                "version": one.version,
                "sentence": one.sentence,
                "role": one.role.value,
                "subject": one.subject,
                "reason": one.reason,
            }
            for one in statement.said
        ],
        "card": statement.card,
    }
    return _written(content | ({"signature": statement.signature} if signed else {}))


def statement_from_json(text: str) -> SignedStatement:
    """Read what was signed; nobody has looked at the signature then.

    Raises:
        ValueError: it is none, or is not written as `statement_as_json` writes it.
    """
    content = _content(text, STATEMENT_FORMAT)
    try:
        said = tuple(
            SaidStatement(
                one["id"],
                one["version"],
                one["sentence"],
                GateRole(one["role"]),
                one["subject"],
                one["reason"],
            )
            for one in content["said"]
        )
        given = datetime.fromisoformat(content["given"].removesuffix("Z")).replace(tzinfo=UTC)
        card, signature = content["card"], content["signature"]
        _must_be(isinstance(card, str) and isinstance(signature, str) and signature)
        statement = SignedStatement(
            case=content["case"],
            said=said,
            papers=content["papers"],
            check=content["check"],
            rules=content["rules"],
            register=content["register"],
            given=given,
            card=card,
            signature=signature,
        )
    except (KeyError, TypeError, AttributeError):
        raise ValueError("this is nothing signed") from None
    _must_be(statement_as_json(statement) == text)
    return statement


def _written(content: Mapping[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=True, indent=1, sort_keys=True) + "\n"


def _content(text: str, wanted: str) -> dict[str, Any]:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise ValueError("this is no JSON") from None
    if not isinstance(content, dict) or content.get("format") != wanted:
        raise ValueError("this is of another program or version")
    return content


def _must_be(holds: object) -> None:
    if not holds:
        raise ValueError("it holds what no file of its kind holds")
