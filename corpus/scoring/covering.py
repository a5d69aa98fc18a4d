"""The covering rule: a mention is found when every letter and digit of it lies under findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.scoring.values import Hit, Outcome, Rank, Read
from corpus.telling.gold import GoldMention

__all__ = ["DETECTED_ONLY", "covers", "mask", "outcome", "outcomes", "touches"]

# Rules judge these as notes, or not at all, as the kind of document has it: they are counted apart.
DETECTED_ONLY = frozenset({"AGE", "DATE", "FACT", "PLACE"})
_DATES = frozenset({"DATE", "DATE_OF_BIRTH", "DATE_OF_DEATH"})
_PLACES = frozenset({"ADDRESS", "PLACE", "POSTCODE"})
# The labels that are as good as the gold's own, where detection is counted.
_FAMILY = {
    "AGE": frozenset({"AGE", "DATE_OF_BIRTH"}),
    "FACT": frozenset({"ETHNICITY", "LANGUAGE", "NATIONALITY", "PLACE", "RELIGION"}),
    "PERSON": frozenset({"PERSON", "ONLINE", "EMAIL"}),
    **dict.fromkeys(_DATES, _DATES),
    **dict.fromkeys(_PLACES, _PLACES),
}
_NUMBERS = frozenset(
    {"ACCOUNT", "CASE_REFERENCE", "NATIONAL_INSURANCE", "NHS_NUMBER", "OTHER_ID", "PHONE", "PROFESSIONAL_ID",
     "VEHICLE"}
)  # fmt: skip
_FAMILY.update(dict.fromkeys(_NUMBERS, _NUMBERS))


def mask(length: int, hits: Iterable[Hit]) -> bytearray:
    """Mark every code point of a text of that length that lies under a hit."""
    under = bytearray(length)
    for hit in hits:
        start, end = max(hit.start, 0), min(hit.end, length)
        if start < end:
            under[start:end] = b"\1" * (end - start)
    return under


def covers(under: Sequence[int], text: str, span: tuple[int, int]) -> bool:
    """Tell whether every letter and digit of a stretch is marked; signs and spaces need not be.

    A stretch without a letter or digit is covered by nothing: it would be found by everybody.
    """
    signs = [at for at in range(*span) if text[at].isalnum()]
    return bool(signs) and all(under[at] for at in signs)


def touches(hit: Hit, span: tuple[int, int]) -> bool:
    """Tell whether both share a code point."""
    return hit.start < span[1] and span[0] < hit.end


def outcomes(text: str, mentions: Iterable[GoldMention], read: Read) -> tuple[Outcome, ...]:
    """Hold a document's findings against each mention that must go, in the gold's order."""
    going = [mention for mention in mentions if not mention.stays]
    length = len(text)
    blocked = mask(length, (hit for hit in read.hits if hit.severity == "block"))
    stopped = mask(length, (hit for hit in read.hits if hit.stops))
    noted = mask(length, read.hits)
    families = {
        family: mask(length, (hit for hit in read.hits if hit.label in family))
        for family in {_family(mention.label) for mention in going}
    }
    return tuple(
        outcome(text, mention, (blocked, stopped, noted, families[_family(mention.label)]), read.near)
        for mention in going
    )


def outcome(
    text: str,
    mention: GoldMention,
    masks: tuple[bytearray, bytearray, bytearray, bytearray],
    near: Sequence[tuple[int, int]] = (),
) -> Outcome:
    """Rank one mention by the masks of what blocks, what stops, what was said, and its label's family."""
    blocked, stopped, noted, family = masks
    span = mention.span
    detected = covers(family, text, span)
    if covers(blocked, text, span):
        return Outcome(mention, Rank.NAME, detected)
    if covers(stopped, text, span):
        return Outcome(mention, Rank.CHECK, detected)
    if any(stopped[at] for at in range(*span) if text[at].isalnum()):
        left = "partly"
    elif covers(noted, text, span):
        left = "noted"
    elif any(start < span[1] and span[0] < end for start, end in near):
        left = "near"
    else:
        left = "nothing"
    return Outcome(mention, Rank.MISSED, detected, left)


def _family(label: str) -> frozenset[str]:
    return _FAMILY.get(label, frozenset({label}))
