"""Persons whom a text tells as two by naming both side by side: "Kay Rook sat beside Kayleigh Rook"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from redact.resolve.aliases import is_searched
from redact.resolve.merging import Merged
from redact.resolve.names import Form
from redact.resolve.persons import Asked, Person, asked_of
from redact.resolve.recorded import recorded_as
from redact.resolve.surroundings import Seen, spans_between
from redact.values.text import Passage

__all__ = ["listed_as_two_persons", "told_as_two"]

_Meant = Mapping[Asked, Sequence[Person]]
_PARTS_TWO = re.compile(r"(?:['’]s)? (?:(?!and |with |then )[a-z]+ )+")
# Between two names: the end of a sentence, or what may make them one person's.
_NOT_TWO = re.compile(
    r"[.,!?;:()\"“”‘\t|/\n–—]|\b(?:or|as|also|called|known|named|n[ée]e|formerly|alias|aka|now|then)\b",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|;|&|,?\s*\b(?:and|with)\b)\s*")


def told_as_two(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], meant: _Meant, merged: Merged
) -> set[frozenset[str]]:
    """Find each two whose names one sentence or passage has side by side."""
    apart = _in_one_sentence(by_passage, passages, meant, merged)
    for id_, seen in by_passage.items():
        full = [one for one in seen if one.name.form is Form.FULL]
        for one, other, _ in spans_between(full, passages[id_]):
            two = (
                _only(merged.of(meant.get(asked_of(one), ()))),
                _only(merged.of(meant.get(asked_of(other), ()))),
            )
            # "The man recorded as … was …" parts nobody, nor does a list of names that were searched.
            text = passages[id_].text
            recorded = _is_recorded(one, text) or _is_recorded(other, text)
            if two[0] is not None and two[1] is not None and not recorded:
                apart.add(frozenset({two[0].sort, two[1].sort}))
    return apart


def _in_one_sentence(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], meant: _Meant, merged: Merged
) -> set[frozenset[str]]:
    """Find two of one surname of whom a sentence has both forenames: "Samantha drove Sam Rook"."""
    bearers: dict[str, dict[str, Person]] = defaultdict(dict)
    for asked, found in meant.items():
        bearers[asked.name.first] |= {person.sort: person for person in merged.of(found)}
    forms = {Form.FULL, Form.SINGLE}
    return {
        frozenset({mine.sort, hers.sort})
        for id_, seen in by_passage.items()
        for one, other, between in spans_between(seen, passages[id_])
        if {one.name.form, other.name.form} <= forms and _PARTS_TWO.fullmatch(between)
        if not _NOT_TWO.search(between) and not _is_recorded(one, passages[id_].text)
        for mine in bearers.get(one.name.first or one.name.last, {}).values()
        for hers in bearers.get(other.name.first or other.name.last, {}).values()
        if mine is not hers and mine.lasts & hers.lasts and not mine.firsts & hers.firsts
    }


def _is_recorded(one: Seen, text: str) -> bool:
    """Tell whether a name is said to be one under which somebody stands in records."""
    return recorded_as(one, text)[0] or is_searched(one, text)


def listed_as_two_persons(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], meant: _Meant, merged: Merged
) -> set[frozenset[str]]:
    """Find each two whose whole names stand in one list."""
    found = set()
    for id_, seen in by_passage.items():
        full = [one for one in seen if one.name.form is Form.FULL]
        for one, other, between in spans_between(full, passages[id_]):
            mine, hers = (_only(merged.of(meant.get(asked_of(each), ()))) for each in (one, other))
            if mine is not None and hers is not None and _AND.fullmatch(between):
                found.add(frozenset({mine.sort, hers.sort}))
    return found


def _only(found: Sequence[Person]) -> Person | None:
    return found[0] if len(found) == 1 else None
