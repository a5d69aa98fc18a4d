"""Signing on the signer's own machine: the request, the files that it is of, and the file that goes back.

Nothing of the case is needed there but the request, and the files for whoever wants to compare them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from redact.errors import Unreadable
from redact.keystore import statements as signed
from redact.keystore.identity import Identity
from redact.run.case_file import CaseFolder
from redact.run.gate_lines import now
from redact.run.gate_seen import digest_of
from redact.run.gate_statements import ask, read_file
from redact.values.gate_record import PaperPart
from redact.values.signed_statements import AskedStatement, StatementRequest
from redact.values.statements import GateRole, ReasonCode

__all__ = ["Compared", "compared", "must_be_complete", "request_here", "request_in", "sign"]


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of holding files against a request.

    `same` are the parts of which a file is there, byte for byte, `behind` those of which the Word file is
    that it was made of, and `missing` those of which what goes out was not given. `others` counts files that
    are none of those that the request is of.
    """

    same: tuple[PaperPart, ...]
    behind: tuple[PaperPart, ...]
    missing: tuple[PaperPart, ...]
    others: int


def request_in(path: Path) -> StatementRequest:
    """Read what somebody is asked to sign.

    Raises:
        Unreadable, LimitReached: the file cannot be read.
        KeyDamaged: it is no request, or was altered.
    """
    return signed.read_request(read_file(path, "the request", signed.MAX_BYTES))


def request_here(
    found: CaseFolder, own: Path, ids: Sequence[str], *, role: GateRole | None = None
) -> StatementRequest:
    """Make the request for whoever signs in the case itself.

    Raises: as `ask` does.
    """
    return signed.read_request(ask(found, own, ids, role=role).encode("ascii"))


def compared(request: StatementRequest, files: Sequence[Path]) -> Compared:
    """Hold files against the digests of a request.

    Raises:
        Unreadable: one cannot be read.
    """
    digests = [digest_of(file) for file in files]
    if not all(digests):
        raise Unreadable("one of the files cannot be read", "Look at its name, and at your right to read it.")
    same = tuple(one.part for one in request.papers if one.sha256 in digests)
    known = {digest for one in request.papers for digest in (one.sha256, one.source) if digest}
    missing = tuple(one.part for one in request.papers if one.part not in same)
    behind = tuple(one.part for one in request.papers if one.source and one.source in digests)
    return Compared(same, behind, missing, sum(digest not in known for digest in digests))


def must_be_complete(agreed: Sequence[AskedStatement], reason: ReasonCode | None, reference: str) -> None:
    """See before anybody types a passphrase that there is something to sign, with its reason.

    Raises:
        WrongUse: there is nothing, or one of the sentences asks for a reason.
    """
    signed.said(agreed, reason, reference)


def sign(
    identity: Identity,
    request: StatementRequest,
    agreed: Sequence[AskedStatement],
    *,
    reason: ReasonCode | None = None,
    reference: str = "",
) -> bytes:
    """Sign the sentences to which somebody has said yes.

    Raises:
        WrongUse: there is none, or one of them asks for a reason.
    """
    return signed.make(identity, request, agreed=agreed, given=now(), reason=reason, reference=reference)
