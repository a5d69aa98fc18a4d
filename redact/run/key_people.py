"""The people of a key: listed without a name, found by one, shown one at a time, added, joined and parted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from redact.keystore import home
from redact.keystore.audit import Said, note
from redact.keystore.identity import Identity
from redact.keystore.keyfile import OpenKey, update_key
from redact.resolve import key_editing
from redact.resolve.key_editing import Told
from redact.resolve.lists import roles
from redact.resolve.papers.headings import relation_of
from redact.run.case import key_path_of, open_case_key
from redact.run.case_file import CaseFolder
from redact.values.key import Key, KeyPerson, KeyThing
from redact.values.key_reasons import RevealReason
from redact.values.schemes import Scheme

__all__ = ["Found", "Row", "add", "change", "find", "merge", "rename", "reveal", "rows", "split"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: nothing of it is a name. `role` is the slot, or else a word that we know."""

    id: str
    pseudonym: str | None
    slot: str | None
    role: str | None
    stays: bool
    names: int
    links: int
    relations: int


@dataclass(frozen=True, slots=True)
class Found:
    """Whose a name may be; `whole` where it is a whole name of theirs."""

    id: str
    pseudonym: str | None
    whole: bool


def rows(key: Key) -> tuple[Row, ...]:
    """Give each person and thing of a key by pseudonym, slot and counts."""
    counts = Counter(link.of for link in key.links)
    people = [
        Row(
            *(one.id, one.pseudonym, one.slot, one.slot or _role(one), one.stays),
            *(len(one.names), counts[one.id], len(one.relations)),
        )
        for one in key.people
    ]
    things = [
        Row(one.id, one.pseudonym, one.slot, one.slot, False, len(one.names), counts[one.id], 0)
        for one in key.things
    ]
    return (*people, *things)


def _role(one: KeyPerson) -> str | None:
    """Give what somebody is by an entry of our lists: what else a paper says of them may hold a name."""
    told = (*(relation.kind for relation in one.relations), *one.roles)
    return next((text for text in told if relation_of(text) or text.casefold() in roles()), None)


def find(found: CaseFolder, identity: Identity, own: Path, names: Sequence[str]) -> tuple[
    tuple[Found, ...], ...
]:  # fmt: skip
    """Say for each name under which pseudonym the key has it.

    Raises: as `open_case_key` does.
    """
    key = open_case_key(found, identity, own).key
    called = {row.id: row.pseudonym for row in rows(key)}
    return tuple(
        tuple(Found(id, called[id], whole) for id, whole in key_editing.matches(key, name)) for name in names
    )


def reveal(
    found: CaseFolder, identity: Identity, own: Path, wanted: str, reason: RevealReason, *, text: str = ""
) -> tuple[Key, KeyPerson | KeyThing]:
    """Give one person or thing, once the log has it that they were looked up.

    Args:
        wanted: a pseudonym, or an id.
        text: a free reason; it is kept in the history of the key and makes a new revision of it.

    Raises:
        WrongUse: nobody has that pseudonym.
        KeyFault, NotWritten: the key cannot be opened, or the log not written; nobody is shown then.
    """
    opened = open_case_key(found, identity, own)
    one = key_editing.entry_of(opened.key, wanted)
    said = Said(reason.value, (one.id,))
    if text:
        change(found, identity, own, lambda key: key, what="reveal", reason=text, said=said)
    else:
        note(opened.path, opened.key, opened.sha256, identity, "reveal", said)
    return opened.key, one


def add(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    told: Told,
    scheme: Scheme,
    *,
    to: str | None = None,
    slot: str | None = None,
    label: str | None = None,
    stays: bool = False,
    another: bool = False,
) -> KeyPerson:
    """Add somebody with a label, or names to somebody (`to`).

    Raises:
        WrongUse: somebody has that name already; the scheme has no place or label for them.
        KeyFault, NotWritten: as `update_key` does; nothing was changed then.
    """

    def changed(key: Key) -> Key:
        if to is not None:
            return key_editing.add_names(key, to, told)
        more = key_editing.add_person(key, told, slot, stays=stays, another=another)
        return more if stays else key_editing.label(more, more.people[-1].id, label, scheme)

    saved = change(found, identity, own, changed, what="add").key
    one = saved.people[-1] if to is None else key_editing.entry_of(saved, to)
    return one if isinstance(one, KeyPerson) else saved.people[-1]


def rename(
    found: CaseFolder, identity: Identity, own: Path, wanted: str, label: str, scheme: Scheme
) -> OpenKey:
    """Give a person another pseudonym; the one they had goes to nobody else.

    Raises: as `add` does.
    """
    return change(
        found,
        identity,
        own,
        lambda key: key_editing.label(key, key_editing.entry_of(key, wanted).id, label, scheme),
        what="rename",
    )


def merge(found: CaseFolder, identity: Identity, own: Path, wanted: str, other: str) -> OpenKey:
    """Join two people who are one.

    Raises: as `key_editing.merge` and `update_key` do.
    """
    return change(found, identity, own, lambda key: key_editing.merge(key, wanted, other), what="merge")


def split(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    wanted: str,
    spellings: Sequence[str],
    scheme: Scheme,
    *,
    slot: str | None = None,
    label: str | None = None,
) -> KeyPerson:
    """Part one person in two; the new one gets a label.

    Raises: as `key_editing.part` and `update_key` do.
    """

    def changed(key: Key) -> Key:
        parted, new = key_editing.part(key, wanted, spellings, slot)
        stays = parted.person(new).stays
        return parted if stays else key_editing.label(parted, new, label, scheme)

    return change(found, identity, own, changed, what="split").key.people[-1]


def change(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    how: Callable[[Key], Key],
    *,
    what: str,
    reason: str = "",
    said: Said | None = None,
) -> OpenKey:
    """Open, change and save the key of a case under one lock; the log says what, and of whom.

    Raises: as `update_key` does.
    """
    return update_key(
        key_path_of(found.case, own),
        found.case.id,
        identity,
        how,
        trusted=home.trusted(own),
        what=what,
        reason=reason,
        said=said or Said(),
    )
