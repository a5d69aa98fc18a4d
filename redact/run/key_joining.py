"""Two key files that were made of one, as a synchronised folder makes them: shown, and made one again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from redact.chain import read
from redact.errors import KeyFault, Unreadable, WrongUse
from redact.keystore import home
from redact.keystore.audit import Said, log_path
from redact.keystore.identity import Identity
from redact.keystore.keyfile import PREVIOUS, OpenKey, bring_back, open_key, save_key
from redact.resolve.key_joining import Joined, join
from redact.run.case import key_path_of
from redact.run.case_file import CaseFolder

__all__ = ["Two", "join_files", "look_at_two"]


@dataclass(frozen=True, slots=True)
class Two:
    """Both keys as they were opened, and what would be made of them; `parent` says that theirs was there."""

    ours: OpenKey = field(repr=False)
    theirs: OpenKey = field(repr=False)
    joined: Joined
    parent: bool


def look_at_two(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    other: Path,
    *,
    base: Path | None = None,
    prefer_theirs: bool | None = None,
) -> Two:
    """Open the key and another file of it, and say what differs; changes nothing.

    Args:
        base: a copy of the key of which both were made; else the copies before them are tried.

    Raises:
        KeyFault: one of them does not open.
        WrongUse: they are one file or one line, or were not made of one key, or `base` is not their parent.
        LogBroken: the log of the key was altered.
    """
    place, trusted = key_path_of(found.case, own), home.trusted(own)
    ours = open_key(place, found.case.id, identity, trusted=trusted)
    theirs = open_key(other, found.case.id, identity, trusted=trusted)
    if ours.sha256 == theirs.sha256:
        raise WrongUse("these are one and the same key", "Nothing was changed.")
    if _is_earlier(ours, theirs, {line.file for line in read(log_path(place)).entries}):
        raise WrongUse("that is an earlier revision of this key", "There is nothing to join: leave it.")
    tried = [base] if base is not None else [path.with_name(path.name + PREVIOUS) for path in (place, other)]
    parent = None
    for path in tried:
        with suppress(KeyFault, Unreadable):
            opened = open_key(path, found.case.id, identity, trusted=trusted)
            if opened.sha256 == ours.key.previous_sha256 == theirs.key.previous_sha256:
                parent = opened.key
    if base is not None and parent is None:
        raise WrongUse("that is not the key of which both were made", "Leave --base out: then all stays.")
    return Two(
        ours, theirs, join(ours.key, theirs.key, parent, prefer_theirs=prefer_theirs), parent is not None
    )


def join_files(two: Two, identity: Identity) -> OpenKey:
    """Save what was made of both, as a revision behind both.

    Raises:
        WrongUse: something has two answers, and nobody has said whose counts.
        KeyConflict, NotWritten: as `save_key` does.
    """
    if two.joined.conflicts:
        raise WrongUse(
            f"{len(two.joined.conflicts)} questions have two answers", "Say whose count: --prefer here|there"
        )
    said = Said()
    if two.theirs.key.revision <= two.ours.key.revision:
        return save_key(two.ours, two.joined.key, identity, what="merge-files", said=said)
    content = OpenKey(two.joined.key, two.ours.sha256, two.ours.path)
    return bring_back(
        two.ours.path, content, two.theirs.key.revision, identity, what="merge-files", said=said
    )


def _is_earlier(ours: OpenKey, theirs: OpenKey, logged: set[str]) -> bool:
    """Tell whether ours was made of theirs, so that there is nothing in theirs that ours did not begin with.

    That theirs is in the log proves nothing: a synchronised folder may have put another of the same revision
    in its place since.
    """
    revision = theirs.key.revision
    if revision >= ours.key.revision - 1:
        return ours.key.previous_sha256 == theirs.sha256
    event = next((one for one in ours.key.history if one.revision == revision), None)
    return theirs.sha256 in logged and (event is None or event in theirs.key.history)
