"""The key of a case in a check: opened where whoever checks may open it, and used to tell who is who."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from redact.errors import KeyFault, NotForYou, UnknownSigner, Unreadable
from redact.run.case import Scope, open_case_key
from redact.run.case_file import CaseFolder
from redact.values.checking import KeyUsed
from redact.values.judgement import Rulebook, Settings
from redact.values.key import Key
from redact.values.people import Label, Mention, Resolution
from redact.values.persons import PersonCard
from redact.values.text import Document, Span

if TYPE_CHECKING:
    from redact.keystore.identity import Identity

__all__ = ["key_at_hand", "resolved"]


def key_at_hand(found: CaseFolder | None, scope: Scope, own: Path) -> tuple[Key | None, KeyUsed | None]:
    """Open the key of a case for a check; of who may not, the check says so and goes on without it.

    Args:
        own: the user's own folder.

    Returns: the key, and what reports say of it; of no case, or of one that was not opened, neither.

    Raises:
        KeyDamaged, Forged, OldRevision, LogBroken: somebody has altered it or its log.
    """
    if found is None or scope.name != "case" or scope.identity is None:
        return None, None
    try:
        key = _opened(found, scope.identity, own)
    except NotForYou:
        return None, KeyUsed(None, "it is sealed for others")
    except UnknownSigner:
        return None, KeyUsed(None, "it is signed by somebody whose card you do not trust")
    except Unreadable:
        return None, KeyUsed(None, "the system does not let you read it")
    except KeyFault as error:
        if type(error) is not KeyFault:  # altered, or older than it was: nothing is taken from such a case
            raise
        return None, KeyUsed(None, "it is not where the case says")
    return key, KeyUsed(key.revision, known=len(key.people) + len(key.things))


def resolved(
    mentions: Sequence[Mention],
    documents: Sequence[Document],
    key: Key | None,
    rulebook: Rulebook,
    settings: Callable[[Document], Settings],
    secret: bytes,
) -> tuple[Resolution, tuple[PersonCard, ...]]:
    """Put mentions together by what the documents say, and then by what the key says, where it is open.

    Args:
        settings: those under which a document will be judged, with its kind.
    """
    from redact.resolve import resolve_with_cards

    resolution, cards = resolve_with_cards(mentions, documents)
    if key is None or not (key.people or key.things or key.links):
        return resolution, cards
    from redact.judge import prints_of
    from redact.resolve.keyed import cards_of, with_key

    prints: dict[tuple[Span, Label], tuple[str, ...]] = {}
    if any(link.fingerprint is not None for link in key.links):
        for document in documents:
            prints |= prints_of(document, resolution, rulebook, settings=settings(document), secret=secret)
    told = with_key(resolution, cards, documents, key, prints)
    return told, cards_of(told, cards, documents)


def _opened(found: CaseFolder, identity: Identity, own: Path) -> Key:
    return open_case_key(found, identity, own).key
