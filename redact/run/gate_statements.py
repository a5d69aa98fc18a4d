"""What people sign for a case: asked for, taken in when it comes back signed, or recorded with its proof.

A signed statement is kept in the case, under a name made of its digest, before the line of the log that names
it. Of a letter or an e-mail the digest alone is kept: they hold names.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from redact.errors import LimitReached, NotWritten, Unreadable
from redact.keystore import statements as signed
from redact.keystore.identity import Identity
from redact.run import gate_log
from redact.run.case_file import CaseFolder
from redact.run.gate_lines import Doing, Held, refuse
from redact.run.gate_said import Letter, chosen, digests, line_of_letter, line_of_signed, only_these
from redact.run.gate_said_refused import must_be_known, refusals_of_letter, refusals_of_signed, too_early
from redact.storage import write_over
from redact.values.gate_record import Observed
from redact.values.signed_statements import AskedStatement, StatementRequest, request_as_json
from redact.values.statements import GateRole

__all__ = [
    "STATEMENTS",
    "Letter",
    "ask",
    "attest_recorded",
    "attest_signed",
    "read_file",
    "statement_path",
]

STATEMENTS = "statements"  # the folder of signed statements in a case
_LEAST_DIGITS = 16
_MOST_BYTES = 64 * 1024**2  # of a letter


def ask(
    found: CaseFolder,
    own: Path,
    ids: Sequence[str],
    *,
    role: GateRole | None = None,
    rules: Path | None = None,
) -> str:
    """Write what somebody is asked to sign, with the sentences in full and the digests of the files.

    Args:
        ids: of sentences; all that are missing of the role, where there are none.

    Raises:
        WrongUse: the case does not need a sentence of that id, or those are of several people.
        GateRefuses: nothing of the sort can be signed yet.
    """
    held = gate_log.read(found, own, rules=rules)
    meant = chosen(held, ids, role)
    gate = held.gate
    refuse(too_early(gate, meant))
    request = StatementRequest(
        case=gate.case,
        asked=tuple(
            AskedStatement(
                one.rule.id, one.rule.version, one.sentence, one.rule.role, one.subject, one.rule.reasons
            )
            for one in meant
        ),
        papers=gate.papers,
        **digests(held),
    )
    return request_as_json(request)


def attest_signed(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    data: bytes,
    *,
    only: Collection[str] = (),
    rules: Path | None = None,
) -> Held:
    """Take in what somebody has signed on their own machine.

    Args:
        data: the file that they have sent.
        only: the ids of the sentences that are taken out of it; all where there is none.

    Raises:
        KeyDamaged, Forged: it was altered, or is not signed by whom it names.
        UnknownSigner: their card is not trusted here, and nobody has named them in the case.
        WrongUse: it does not hold such a sentence.
        GateRefuses: it is of another case, of other files, or of sentences that nobody needs.
        NotWritten: it could not be kept.
    """
    read = signed.read(data)
    said = only_these(read.statement.said, only)
    held = gate_log.read(found, own, rules=rules)
    must_be_known(read, held.gate, {one.role for one in said}, own)
    refuse(refusals_of_signed(held, read, said))

    def doing(held: Held, _seen: Observed) -> Sequence[Doing]:
        refuse(refusals_of_signed(held, read, said))
        # Taken in twice, it stands there once: whoever was interrupted does it again.
        there = {(one.statement, one.subject, one.evidence) for one in held.gate.statements}
        return [
            line_of_signed(held, read, one) for one in said if (one.id, one.subject, read.sha256) not in there
        ]

    place = statement_path(found.folder, read.sha256)
    _make(place.parent)
    write_over(place, read.data)
    return gate_log.act(found, identity, own, doing, rules=rules)


def attest_recorded(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    ids: Sequence[str],
    letter: Letter,
    *,
    rules: Path | None = None,
) -> Held:
    """Record what somebody has said in a letter or an e-mail, of which the digest is kept.

    Raises:
        WrongUse: the case does not need such a sentence of this role; a reason is wanted.
        GateRefuses: somebody else is named for the role, or nothing of the sort can be said yet.
    """

    def doing(held: Held, _seen: Observed) -> Sequence[Doing]:
        meant = chosen(held, ids, letter.role)
        refuse(refusals_of_letter(held, meant, letter))
        return [line_of_letter(held, one, letter) for one in meant]

    return gate_log.act(found, identity, own, doing, rules=rules)


def statement_path(folder: Path, sha256: str) -> Path:
    """Say where a signed statement lies in the folder of its case."""
    return folder / STATEMENTS / f"{sha256[:_LEAST_DIGITS]}.json"


def read_file(path: Path, what: str, most: int = _MOST_BYTES) -> bytes:
    """Read a file whole that somebody has sent.

    Args:
        what: it is, in words of ours: "the letter".

    Raises:
        Unreadable, LimitReached: it cannot be read, or is larger than any.
    """
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        raise Unreadable(
            f"{what} cannot be read (error {error.errno})", "Look at its name, and at your right to read it."
        ) from None
    if len(data) > most:
        raise LimitReached(f"{what} is larger than any", "Look what the file really is.")
    if not data:
        raise Unreadable(f"{what} is empty", "Give the file itself.")
    return data


# ------------------------------------------------------------------ private


def _make(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise NotWritten(
            f"the folder of signed statements cannot be made (error {error.errno})",
            "Look at your right to write into the folder of the case.",
        ) from None
