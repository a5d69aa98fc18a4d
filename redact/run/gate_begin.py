"""The gate of a case is begun: its log gets its first line, and its settings are laid to be filled in."""

from __future__ import annotations

from pathlib import Path

from redact.chain import Log
from redact.errors import LogMoved, NotWritten, WrongUse
from redact.keystore.identity import Identity
from redact.run import gate_settings
from redact.run.case_file import CERTIFICATE, CaseFolder
from redact.run.gate_lines import BOOK, Held, line_of
from redact.run.gate_log import append, begun, cards_of, must_be_begun, rulebook_of
from redact.run.gate_seen import case_facts, digest_of, edition_of
from redact.run.identity import read_card
from redact.storage import write_new
from redact.values.gate import GateState
from redact.values.gate_record import Gate
from redact.values.rules import Edition, Rulebook
from redact.values.statements import GateRole

__all__ = ["START", "certificate_digest", "person", "start"]

START = "start"
_LONGEST_NAME = 120  # as on a card
_LONGEST_BOARD = 200  # as a line of the log holds


def start(found: CaseFolder, identity: Identity, *, rules: Path | None = None) -> Held:
    """Begin the gate of a case; whoever does is its business manager until another is named.

    Args:
        rules: the folder of a partnership's own rules; that of the `redact.toml` above the case without it.

    Raises:
        WrongUse: it was begun before, or nobody can tell which edition applies.
        Damaged: it was begun before, and its log is gone.
        NotWritten: it could not be written; a `gate.toml` may be there, and `start` can be done again.
    """
    if begun(found):
        must_be_begun(found)
        raise _again()
    book = rulebook_of(found, rules)
    edition = _edition(found, book)
    facts = {name: value for name, value in case_facts(found.case).items() if value}
    if len(facts.get("board", "")) > _LONGEST_BOARD:
        raise WrongUse(
            f"the board in case.toml has a name of more than {_LONGEST_BOARD} characters",
            "Write a shorter one; as it stands on letters it goes into gate.toml.",
        )
    facts |= {"edition": edition.value, "name": identity.card.name, "card": identity.card.id}
    _lay_settings(found)
    line = line_of(found.case.id, identity.card, START, {**facts, BOOK: book.digest}, 0)
    nothing = Gate(found.case.id, GateState.DRAFT, edition, found.case.mode)
    try:
        return append(Held(found, book, Log(), nothing), [line], identity)
    except LogMoved:
        raise _again() from None


def person(role: GateRole, card: Path | None, name: str | None, own: Path) -> dict[str, str]:
    """Give the facts of somebody who gets a role: by their card, or by their name alone.

    Raises:
        WrongUse: the card is not trusted here, the name is not one line, or a manager has no card.
        Unreadable, KeyDamaged: it is no card.
    """
    if card is None:
        if role is GateRole.MANAGER:  # a gate whose manager has no identity would be shut for everybody
            raise WrongUse(
                "the business manager signs each line of the log, and needs an identity for that",
                "Give their card: --card FILE. They make it with: redact identity create",
            )
        text = name or ""
        if not 0 < len(text) <= _LONGEST_NAME or not text.isprintable() or text != text.strip():
            raise WrongUse("a name is one line of at most 120 characters", "Give it so after --name.")
        return {"role": role.value, "name": text}
    given = read_card(card)
    if given.id not in {one.id for one in cards_of(own)}:
        raise WrongUse(
            "that card is not trusted here, so nobody knows whose it is",
            "Compare its id with its owner first, and run: redact identity trust CARD",
        )
    return {"role": role.value, "name": given.name, "card": given.id}


def certificate_digest(found: CaseFolder) -> str:
    """Give the SHA-256 of the certificate that the key of a case was destroyed.

    Raises:
        WrongUse: there is none, so the key was not destroyed.
    """
    digest = digest_of(found.folder / CERTIFICATE)
    if not digest:
        raise WrongUse(
            f"the key of this case was not destroyed: there is no {CERTIFICATE}",
            "Destroy it first: redact key destroy",
        )
    return digest


# ------------------------------------------------------------------ private


def _again() -> WrongUse:
    return WrongUse(
        "the gate of this case was begun already", "Look where it stands: redact gate status --case FOLDER"
    )


def _edition(found: CaseFolder, book: Rulebook) -> Edition:
    edition = edition_of(found.case, book)
    if edition is None:
        raise WrongUse(
            "nobody can tell which edition of Working Together this case is under",
            'Write it into case.toml, such as: edition = "wt2015". A legal adviser says which it is.',
        )
    return edition


def _lay_settings(found: CaseFolder) -> None:
    """Write the settings where there are none; those that somebody has laid before are looked at."""
    path = found.folder / gate_settings.FILE_NAME
    if path.exists():
        gate_settings.load(found.folder)
        return
    try:
        write_new(path, gate_settings.first_text(found.case.board or "").encode("utf-8"))
    except NotWritten:
        if not path.exists():  # somebody else begins it too
            raise
