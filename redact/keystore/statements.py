"""A signed statement: a small JSON file, made with the signer's own identity on their own machine.

Signed is everything in it: the sentences in full, the digests of files, check, rules and register, the time
and the signer's card. The card says whose signature it is; whether that person may say so the case decides.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from redact.errors import KeyDamaged, WrongUse
from redact.keystore.cards import card_as_text, card_from_text
from redact.keystore.identity import Identity, sign, verify
from redact.values.key import Card
from redact.values.signed_statements import (
    STATEMENT_FORMAT,
    AskedStatement,
    SaidStatement,
    SignedStatement,
    StatementRequest,
    request_from_json,
    statement_as_json,
    statement_from_json,
)
from redact.values.statements import ReasonCode

__all__ = ["FORMAT", "MAX_BYTES", "ReadStatement", "make", "read", "read_request", "reason_text", "said"]

FORMAT = STATEMENT_FORMAT  # the purpose too, so that no other signature serves for it
MAX_BYTES = 1024**2


@dataclass(frozen=True, slots=True)
class ReadStatement:
    """A signed statement whose signature is that of the card inside, and the bytes as they are kept."""

    statement: SignedStatement
    card: Card
    data: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """The digest of the file, by which the log names it."""
        return hashlib.sha256(self.data).hexdigest()


def make(
    identity: Identity,
    request: StatementRequest,
    *,
    agreed: Sequence[AskedStatement],
    given: datetime,
    reason: ReasonCode | None = None,
    reference: str = "",
) -> bytes:
    """Sign those sentences of a request to which somebody has said yes.

    Args:
        given: in UTC, in whole seconds.
        reason: for those sentences that ask for one.
        reference: the number of a letter or file that says more.

    Raises: as `said` does.
    """
    statement = SignedStatement(
        case=request.case,
        said=said(agreed, reason, reference),
        papers=request.papers_digest,
        check=request.check,
        rules=request.rules,
        register=request.register,
        given=given,
        card=card_as_text(identity.card),
    )
    signature = sign(identity, FORMAT, _message(statement))
    return statement_as_json(replace(statement, signature=signature)).encode("ascii")


def said(
    agreed: Sequence[AskedStatement], reason: ReasonCode | None, reference: str
) -> tuple[SaidStatement, ...]:
    """Give the sentences as they are signed, each with its reason.

    Raises:
        WrongUse: nothing was agreed to, or a reason is wanted or is none of those that are.
    """
    if not agreed:
        raise WrongUse(
            "nothing was agreed to, so there is nothing to sign", "Say yes to one sentence at least."
        )
    return tuple(
        SaidStatement(
            one.id,
            one.version,
            one.sentence,
            one.role,
            one.subject,
            reason_text(one.id, one.reasons, reason, reference),
        )
        for one in agreed
    )


def read(data: bytes) -> ReadStatement:
    """Read a signed statement, and look whether it is signed by whom it names.

    Line ends that mail has changed do not matter; what is kept is the file as it was made.

    Raises:
        KeyDamaged: it is none, or was altered.
        Forged: the signature is not of the card inside.
    """
    text = _text(data)
    try:
        statement = statement_from_json(text)
        card = card_from_text(statement.card)
        if card_as_text(card) != statement.card:
            raise ValueError
    except (ValueError, KeyDamaged):
        raise KeyDamaged(
            "this is no signed statement of redact, or one that was altered",
            "Ask whoever signed it to send the file again as it is: redact gate attest --sign makes it.",
        ) from None
    verify(card, FORMAT, _message(statement), statement.signature)
    return ReadStatement(statement, card, text.encode("ascii"))


def read_request(data: bytes) -> StatementRequest:
    """Read what somebody is asked to sign.

    Raises:
        KeyDamaged: it is no request, or was altered.
    """
    try:
        return request_from_json(_text(data))
    except ValueError:
        raise KeyDamaged(
            "this is no request of redact, or one that was altered",
            "Ask the business manager to send the file again as it is: redact gate ask makes it.",
        ) from None


def reason_text(
    statement: str, reasons: Sequence[ReasonCode], reason: ReasonCode | None, reference: str
) -> str:
    """Write the reason of a statement as it is kept: a code where the sentence asks for one, a reference.

    Raises:
        WrongUse: it asks for a reason, and none of those that it knows was given.
    """
    if not reasons:
        return reference
    if reason is None or reason not in reasons:
        raise WrongUse(
            f"{statement} is signed with a reason, and none of those that it knows was given",
            f"Give one of them: --reason {' | '.join(one.value for one in reasons)}",
        )
    return f"{reason.value} {reference}".strip()


def _text(data: bytes) -> str:
    if len(data) > MAX_BYTES:
        return ""
    try:
        return data.decode("ascii").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return ""


def _message(statement: SignedStatement) -> bytes:
    return statement_as_json(statement, signed=False).encode("ascii")
