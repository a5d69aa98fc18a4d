"""Who may open a key: one more, one fewer, the board's recovery on paper, and rows for somebody outside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from redact.errors import KeyDamaged, WrongUse
from redact.keystore import home
from redact.keystore.audit import Said, note, read_log
from redact.keystore.codec import key_to_plain
from redact.keystore.identity import Identity, generate, with_secret
from redact.keystore.keyfile import OpenKey, now, open_key, save_key
from redact.keystore.seal import seal, unseal
from redact.resolve.key_editing import entry_of
from redact.run.case import key_path_of, open_case_key
from redact.run.case_file import CaseFolder
from redact.run.change_record import reseal
from redact.run.key_people import change
from redact.storage import write_new
from redact.values.fingerprint import new_secret
from redact.values.key import Card, Key, KeyPerson, KeyThing, Recipient
from redact.values.key_reasons import ExportReason, KeyRole

__all__ = [
    "RECOVERY_ROLE",
    "Left",
    "export",
    "openers",
    "recover",
    "recovery",
    "remove",
    "reseal_records",
    "role_of",
    "share",
]

RECOVERY_ROLE = "recovery on paper"
EXPORT = "export"
_ID_LEAST = 8  # digits of a card's id by which somebody is named


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody was taken out: the key that is saved, the id of their card, and the copies that we know of."""

    opened: OpenKey = field(repr=False)
    card: str
    copies: int


def share(
    found: CaseFolder, identity: Identity, own: Path, card: Card, *, role: KeyRole | None = None
) -> OpenKey:
    """Seal the key for one more person, whose card is trusted.

    Args:
        role: what they are in the review; none where their card says it.

    Raises:
        WrongUse: the card is not trusted, or is one of the key's people already; or nobody says that they are
            of the panel or an author.
        KeyFault, NotWritten: as `update_key` does; nothing was changed then.
    """
    if card.id not in {one.id for one in home.trusted(own)}:
        raise WrongUse(
            "that card is not trusted here, so nobody knows whose it is",
            "Compare its id with its owner first, and run: redact identity trust CARD",
        )
    known = role or role_of(card)
    if known is None:
        raise WrongUse(
            "only the panel, authors of agency reports and the overview author may know who everybody is",
            "If they are one of them, say which: --as panel, --as agency-author or --as overview-author",
        )
    return change(
        found,
        identity,
        own,
        lambda key: _with_recipient(key, card, identity),
        what="share",
        said=Said(known.value, card=card.id),
    )


def openers(key: Key) -> str:
    """Say for how many people a key opens, and by how many secrets on paper, which are nobody's."""
    papers = sum(1 for one in key.recipients if one.card.role == RECOVERY_ROLE)
    people = len(key.recipients) - papers
    told = "1 person" if people == 1 else f"{people} people"
    return told + (f" and by {papers} secret{'' if papers == 1 else 's'} on paper" if papers else "")


def role_of(card: Card) -> KeyRole | None:
    """Say by the words of a card which of those its owner is who may know; none where they do not say it."""
    words = set(re.findall(r"[a-z]+", card.role.casefold()))
    if words & {"author", "reviewer", "writer"}:
        return KeyRole.AGENCY_AUTHOR if words & {"imr", "agency", "management"} else KeyRole.OVERVIEW_AUTHOR
    return KeyRole.PANEL if "panel" in words else None


def remove(found: CaseFolder, identity: Identity, own: Path, wanted: str) -> Left:
    """Seal the key anew without somebody. What they have of it still opens for them.

    Args:
        wanted: the id of their card, or its first eight digits at least.

    Raises:
        WrongUse: the key has no such person, or it is who removes.
        KeyFault, NotWritten: as `update_key` does; nothing was changed then.
    """
    opened = open_case_key(found, identity, own)
    card = _recipient(opened.key, wanted)
    if card == identity.card.id:
        raise WrongUse(
            "nobody takes themselves out: they could not save it", "Let one of those who remain do it."
        )
    saved = change(
        found,
        identity,
        own,
        lambda key: replace(key, recipients=tuple(one for one in key.recipients if one.card.id != card)),
        what="rotate",
        said=Said(card=card),
    )
    known = (*home.trusted(own), identity.card, *(one.card for one in opened.key.recipients))
    copies = sum(1 for line in read_log(opened.path, known).entries if line.action == "backup")
    return Left(saved, card, copies)


def recovery(found: CaseFolder, identity: Identity, own: Path) -> tuple[OpenKey, str]:
    """Seal the key for a new identity of the board; gives its secret, which is kept nowhere.

    Raises: as `update_key` does; nothing was changed then.
    """
    made = generate(f"Recovery of case {found.case.id}, {now():%Y-%m-%d}", RECOVERY_ROLE)
    saved = change(
        found,
        identity,
        own,
        lambda key: _with_recipient(key, made.card, identity),
        what="recovery",
        said=Said(card=made.card.id),
    )
    return saved, made.age_secret


def recover(
    found: CaseFolder, identity: Identity, own: Path, secret: str
) -> tuple[OpenKey, tuple[int, tuple[str, ...]] | None]:
    """Open the key by the secret on paper, and seal it for whoever holds the paper too.

    The records of changes are sealed for the paper as well, so they are opened by it and sealed anew.

    Returns: the key, how many records were sealed anew, and the files of those that the paper does not open;
        the key alone where it opens for them already: they have tried the paper, and nothing was changed.

    Raises:
        WrongUse: the secret was mistyped.
        NotForYou: it is the secret of another key.
        KeyFault, NotWritten: as `open_key` and `save_key` do.
    """
    path = key_path_of(found.case, own)
    by_paper, trusted = with_secret(identity, secret), home.trusted(own)
    opened = open_key(path, found.case.id, by_paper, trusted=trusted)
    if any(one.card.id == identity.card.id for one in opened.key.recipients):
        return opened, None
    changed = _with_recipient(opened.key, identity.card, identity)
    saved = save_key(opened, changed, identity, what="recover", said=Said(card=identity.card.id))
    return saved, reseal(saved, by_paper, trusted=trusted)


def export(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    wanted: Sequence[str],
    card: Card,
    reason: ExportReason,
    expires: date,
    path: Path,
) -> int:
    """Seal some rows of the key for somebody outside, signed; the log has it before the file is written.

    What goes out is a key of its own with these people and things alone: no spellings of documents, no
    tables, no history, and another secret.

    Returns: how many rows.

    Raises:
        WrongUse: somebody is not in the key, the card is not trusted, or the day has gone by.
        KeyFault, NotWritten: nothing went out then.
    """
    if card.id not in {one.id for one in home.trusted(own)}:
        raise WrongUse("that card is not trusted here", "Compare its id, and run: redact identity trust CARD")
    if expires <= now().date():
        raise WrongUse("that day has gone by", "Give the last day on which they may use it.")
    if path.exists():
        raise WrongUse("there is a file of that name", "Give another name.")
    opened = open_case_key(found, identity, own)
    chosen = {one.id: one for one in (entry_of(opened.key, one) for one in wanted)}
    content = {
        "reason": reason.value,
        "expires": expires.isoformat(),
        "of_revision": opened.key.revision,
        "rows": key_to_plain(_rows_alone(opened.key, tuple(chosen.values()), card, identity)),
    }
    people = (card.age, identity.card.age)
    sealed = seal(EXPORT, found.case.id, content, signer=identity, recipients=people)
    if unseal(sealed, EXPORT, found.case.id, identity=identity, trusted=()).content != content:
        raise KeyDamaged("the export would not open as it is", "Nothing was written. Tell the makers.")
    note(
        opened.path,
        opened.key,
        opened.sha256,
        identity,
        "export",
        Said(reason.value, tuple(chosen), card.id),
    )
    write_new(path, sealed, private=True)
    return len(chosen)


def reseal_records(found: CaseFolder, identity: Identity, own: Path) -> tuple[int, tuple[str, ...]]:
    """Seal the records of changes beside the key for its people of now.

    Returns: how many were sealed anew, and the files of those that could not be.

    Raises:
        KeyFault: the key cannot be opened.
    """
    return reseal(open_case_key(found, identity, own), identity, trusted=home.trusted(own))


# ------------------------------------------------------------------ private


def _with_recipient(key: Key, card: Card, identity: Identity) -> Key:
    if any(one.card.id == card.id for one in key.recipients):
        raise WrongUse("the key is sealed for that person already", "Nothing was changed.")
    more = Recipient(card, now().date(), identity.card.id)
    return replace(key, recipients=(*key.recipients, more))


def _recipient(key: Key, wanted: str) -> str:
    typed = "".join(wanted.split()).casefold()
    ids = [one.card.id for one in key.recipients]
    found = [id for id in ids if id == typed or (len(typed) >= _ID_LEAST and id.startswith(typed))]
    if len(found) != 1:
        raise WrongUse("the key is sealed for no card of that id", "See who opens it: redact key verify")
    return found[0]


def _rows_alone(key: Key, chosen: tuple[KeyPerson | KeyThing, ...], card: Card, identity: Identity) -> Key:
    ids = {one.id for one in chosen}
    people = tuple(
        replace(one, relations=tuple(other for other in one.relations if other.person in ids))
        for one in chosen
        if isinstance(one, KeyPerson)
    )
    at = now()
    cards = {one.id: one for one in (identity.card, card)}
    return Key(
        case=key.case,
        revision=1,
        previous_sha256=None,
        created=at,
        updated=at,
        updated_by=identity.card.id,
        secret=new_secret(),
        recipients=tuple(Recipient(one, at.date(), identity.card.id) for one in cards.values()),
        people=people,
        things=tuple(one for one in chosen if isinstance(one, KeyThing)),
    )
