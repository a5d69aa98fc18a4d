"""The key of a case: who is who, and under which pseudonym. The only value that can undo one.

It holds names, so no field of it but counts and ids is in a `repr`, and no error of it quotes one. It is
kept sealed (`redact.keystore`) and never in a report, a log or a temporary file.

Pseudonyms are assigned, never derived, and never given to another: `retired` keeps what was taken back.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

__all__ = [
    "Card",
    "Key",
    "KeyEvent",
    "KeyLink",
    "KeyName",
    "KeyPerson",
    "KeyRelation",
    "KeyRetired",
    "KeyTable",
    "KeyThing",
    "NameKind",
    "Recipient",
    "highest_id",
]


class NameKind(Enum):
    """How somebody comes by a name."""

    LEGAL = "legal"
    KNOWN_AS = "known-as"
    MAIDEN = "maiden"
    NICKNAME = "nickname"
    MISSPELLING = "misspelling"
    INITIALS = "initials"


@dataclass(frozen=True, slots=True)
class Card:
    """What somebody hands to others so that they can seal for them and know their signature.

    `age` is a public key of age ("age1…"), `verify` the public key of Ed25519 as 64 hex digits. `name` and
    `role` are those of a worker on the review. `id` is 32 hex digits of a hash of all the others, so that
    two people can compare it by telephone.
    """

    id: str
    name: str = field(repr=False)
    role: str = field(repr=False)
    age: str = field(repr=False)
    verify: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody for whom the key is sealed; `added_by` is the id of the card of whoever has added them."""

    card: Card
    added: date
    added_by: str


@dataclass(frozen=True, slots=True)
class KeyName:
    """One way in which somebody or something is called, exactly as it was written."""

    text: str = field(repr=False)
    kind: NameKind = NameKind.LEGAL

    def __post_init__(self) -> None:
        _must_hold_text(self.text)


@dataclass(frozen=True, slots=True)
class KeyRelation:
    """`kind` is what the person of the entry is to the person whose id is `person`: mother, half-sister."""

    kind: str = field(repr=False)
    person: str


@dataclass(frozen=True, slots=True)
class KeyPerson:
    """One person of the case.

    `id` ("p1", "p2" …) says nothing of who it is, and is never used again. `slot` is the place in the
    scheme that the pseudonym was taken from ("child", "mother", "social-worker"). `stays` marks who is
    named in the review on purpose (its author, a minister): no pseudonym, and never changed.
    """

    id: str
    pseudonym: str | None = field(default=None, repr=False)
    slot: str | None = field(default=None, repr=False)
    names: tuple[KeyName, ...] = field(default=(), repr=False)
    born: date | None = field(default=None, repr=False)
    relations: tuple[KeyRelation, ...] = field(default=(), repr=False)
    roles: tuple[str, ...] = field(default=(), repr=False)
    stays: bool = False

    def __post_init__(self) -> None:
        if self.pseudonym is not None:
            _must_hold_text(self.pseudonym)
            if self.stays:
                raise ValueError("who stays in the review has no pseudonym")


@dataclass(frozen=True, slots=True)
class KeyThing:
    """A place or an organisation with a pseudonym: School A, Hospital 1, a street. `slot` as of a person."""

    id: str
    slot: str = field(repr=False)
    pseudonym: str | None = field(default=None, repr=False)
    names: tuple[KeyName, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.pseudonym is not None:
            _must_hold_text(self.pseudonym)


@dataclass(frozen=True, slots=True)
class KeyLink:
    """A person's word on whose a spelling is.

    `of` is the id of a person or thing; none says that it is neither. `fingerprint` is that of one mention,
    for which alone it holds; none says that it holds wherever the spelling stands in the case.
    """

    text: str = field(repr=False)
    of: str | None
    fingerprint: str | None = None

    def __post_init__(self) -> None:
        _must_hold_text(self.text)


@dataclass(frozen=True, slots=True)
class KeyTable:
    """A table of the case's own papers that was taken over: a family table, a staff list, a naming table.

    `source` is the kind of paper, `sha256` the digest of the file it stood in.
    """

    id: str
    source: str
    sha256: str
    imported: datetime
    by: str
    head: tuple[str, ...] = field(default=(), repr=False)
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class KeyRetired:
    """A pseudonym that `of` had and has no more; only that person or thing may have it again (undo)."""

    pseudonym: str = field(repr=False)
    of: str


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """What was done to the key: `what` is a code, `by` a card's id, `reason` free text that stays in here."""

    revision: int
    when: datetime
    by: str
    what: str
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Key:
    """Everything that a case's key file holds.

    `revision` counts from 1; `previous_sha256` is the digest of the sealed file before this one, none of
    the first. `secret` (32 bytes) makes keyed hashes of names and reasons for logs; it is not the secret
    under which fingerprints are made, which more people have. `highest_id` is the highest number that an id
    of a person, thing or table has ever had. Times are in UTC, in whole seconds. `retired` and `highest_id`
    are kept up by whoever saves (`redact.keystore`).
    """

    case: str
    revision: int
    previous_sha256: str | None
    created: datetime
    updated: datetime
    updated_by: str
    secret: bytes = field(repr=False)
    recipients: tuple[Recipient, ...] = field(repr=False)
    people: tuple[KeyPerson, ...] = field(default=(), repr=False)
    things: tuple[KeyThing, ...] = field(default=(), repr=False)
    links: tuple[KeyLink, ...] = field(default=(), repr=False)
    tables: tuple[KeyTable, ...] = field(default=(), repr=False)
    retired: tuple[KeyRetired, ...] = field(default=(), repr=False)
    history: tuple[KeyEvent, ...] = field(default=(), repr=False)
    highest_id: int = 0
    retain_until: date | None = None

    def __post_init__(self) -> None:
        if self.revision < 1 or (self.revision == 1) != (self.previous_sha256 is None):
            raise ValueError(f"revision {self.revision} does not fit what came before it")
        if len(self.secret) != 32:
            raise ValueError(f"a secret has 32 bytes, not {len(self.secret)}")
        if not self.recipients:
            raise ValueError("a key that is sealed for nobody is lost")
        ids = [*(one.id for one in self.people), *(one.id for one in self.things)]
        _once("id", ids)
        _once("recipient", [one.card.id for one in self.recipients])
        given = _pseudonyms(self)
        _once("pseudonym", [label for label, _ in given])
        had = {one.pseudonym.casefold(): one.of for one in self.retired}
        if taken := sum(1 for label, of in given if had.get(label, of) != of):
            raise ValueError(f"{taken} of its pseudonyms belonged to somebody else before")
        pointed = [link.of for link in self.links if link.of is not None]
        pointed += [relation.person for person in self.people for relation in person.relations]
        if unknown := set(pointed) - set(ids):
            raise ValueError(f"{len(unknown)} of its links and relations lead to nobody")

    def person(self, id: str) -> KeyPerson:
        """Give the person of an id.

        Raises:
            KeyError: there is none.
        """
        for one in self.people:
            if one.id == id:
                return one
        raise KeyError("no such person in the key")

    def next_id(self, letter: str = "p") -> str:
        """Give an id that no person (`p`), thing (`t`) or table (`d`) of this case has ever had."""
        return f"{letter}{max(self.highest_id, highest_id(self)) + 1}"


def highest_id(key: Key) -> int:
    """Give the highest number among the ids that are in the key now; 0 when there are none."""
    things: tuple[KeyPerson | KeyThing | KeyTable, ...] = (*key.people, *key.things, *key.tables)
    ids = (one.id[1:] for one in things)
    return max((int(number) for number in ids if number.isdecimal()), default=0)


def _pseudonyms(key: Key) -> list[tuple[str, str]]:
    things: tuple[KeyPerson | KeyThing, ...] = (*key.people, *key.things)
    return [(one.pseudonym.casefold(), one.id) for one in things if one.pseudonym is not None]


def _once(what: str, values: Iterable[str]) -> None:
    twice = sum(1 for count in Counter(values).values() if count > 1)
    if twice:
        raise ValueError(f"{twice} of the key's {what}s are there more than once")


def _must_hold_text(text: str) -> None:
    if not text.strip():
        raise ValueError("a name is not empty")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise ValueError("a name holds half of a character") from None
