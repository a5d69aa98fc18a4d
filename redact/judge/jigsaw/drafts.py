"""Two documents of a call that are drafts of one text, and what the earlier one gives away beside the newer.

They are drafts of one text where they may be of one kind and share most of their words in the same order; an
agency's report and the overview that takes from it are not. No file says for certain which of two drafts is
newer: dates of files are set by copying. So the one that tells less of people is taken for the newer, since
somebody has worked on it to be read; where both tell as much, the later in the order of the call.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from zlib import crc32

from redact.judge.jigsaw.adds import told_only_by
from redact.judge.jigsaw.weighing import weigh
from redact.values.jigsaw import DraftGives, Fact, JigsawTable
from redact.values.rules import DocumentKind
from redact.values.text import Document

__all__ = ["drafts_of"]

_WORDS = 4  # that follow one another are one piece of a text
_LEAST = 12  # pieces; of less text nothing can be said
_SHARED = 0.6  # of the shorter text's pieces, where both are known to be of one kind
_SHARED_UNKNOWN = 0.75  # where the kind of one is not plain
_WORD = re.compile(r"\b[a-z]+\b")  # names, labels and days differ between drafts


def drafts_of(
    facts: Sequence[Fact],
    documents: Sequence[Document],
    kinds: Mapping[str, DocumentKind | None],
    table: JigsawTable,
) -> tuple[DraftGives, ...]:
    """Say of each earlier draft what it tells of each person that the newest of its text does not.

    Args:
        facts: in reading order.
        kinds: what each document is judged as, by its id; none where that is not plain.
    """
    by = {document.id: [fact for fact in facts if fact.document == document.id] for document in documents}
    found: list[DraftGives] = []
    for group in _groups(documents, kinds):
        told = {id_: _weight(by[id_], table) for id_ in group}
        newest = min(reversed(group), key=told.__getitem__)
        for earlier in group:
            if earlier != newest:
                found += _gives(earlier, newest, by)
    return tuple(found)


def _gives(earlier: str, newest: str, by: Mapping[str, list[Fact]]) -> Iterator[DraftGives]:
    for key in dict.fromkeys(fact.whom.key for fact in by[earlier]):
        own = [fact for fact in by[earlier] if fact.whom.key == key]
        left = told_only_by(own, [fact for fact in by[newest] if fact.whom.key == key])
        if left:
            yield DraftGives(key, earlier, newest, left)


def _weight(facts: Sequence[Fact], table: JigsawTable) -> int:
    keys = dict.fromkeys(fact.whom.key for fact in facts)
    return sum(weigh([fact for fact in facts if fact.whom.key == key], table) for key in keys)


def _groups(documents: Sequence[Document], kinds: Mapping[str, DocumentKind | None]) -> tuple[list[str], ...]:
    """Put together the documents that are drafts of one text; those that have none are in no group."""
    if len(documents) < 2:
        return ()
    pieces = {document.id: _pieces(document) for document in documents}
    groups: list[list[str]] = []
    for document in documents:
        for group in groups:
            if any(_is_draft(document.id, other, pieces, kinds) for other in group):
                group.append(document.id)
                break
        else:
            groups.append([document.id])
    return tuple(group for group in groups if len(group) > 1)


def _is_draft(
    one: str, other: str, pieces: Mapping[str, frozenset[int]], kinds: Mapping[str, DocumentKind | None]
) -> bool:
    first, second = kinds.get(one), kinds.get(other)
    if first and second and first is not second:
        return False
    shorter, longer = sorted((pieces[one], pieces[other]), key=len)
    # Of a summary and its report most of the shorter one is in the longer; of drafts both are of a length.
    if len(shorter) < _LEAST or len(longer) > 2 * len(shorter):
        return False
    wanted = _SHARED if first and second else _SHARED_UNKNOWN
    return len(shorter & longer) >= wanted * len(shorter)


def _pieces(document: Document) -> frozenset[int]:
    """Give a number for each four words in small letters that follow one another in a passage."""
    found: set[int] = set()
    for passage in document.passages:
        if not passage.apart:
            words = _WORD.findall(passage.text)
            found.update(
                crc32(" ".join(words[at : at + _WORDS]).encode("ascii"))
                for at in range(len(words) - _WORDS + 1)
            )
    return frozenset(found)
