"""Names before a year that people of the case bear, both of them: "Osgoode and Tamsett (2011): a visit".

One author has a worker's surname often enough; that all authors of one work are called as people of the case
are happens to hardly any, and a joint note of two workers is cited so. A list of references that holds one of
the names says otherwise, and so do signs of literature beside them. What remains: one name with a year that
somebody of the case bears.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from redact.recognise import regex
from redact.recognise.carried_signs import parts_of
from redact.recognise.shown import Shown
from redact.recognise.zones import Placed, Zone
from redact.values.people import Standing
from redact.values.text import Span

__all__ = ["ENTRY", "borne_pairs"]

ENTRY = "entry of a reference list"  # the pattern of a name that stands in one
_JOINS = regex.compile(r",?\s(?:and|&)\s|,\s")
_YEAR = regex.compile(r",?\s[(\[]?(?:19|20)\d\d(?!\d)")


def borne_pairs(
    placed: Iterable[Placed], text: str, bearers: Shown, listed: frozenset[str]
) -> Iterator[Placed]:
    """Give the positions of authors of one passage whose names are all people's of the case.

    Args:
        text: of the passage into which the spans point.
        listed: surnames, in lower case, that stand in lists of references.
    """
    by_span: dict[Span, list[Placed]] = defaultdict(list)
    for each in placed:
        if _is_open(each.zone):
            by_span[each.span].append(each)
    for group in _groups(sorted(by_span, key=lambda span: (span.start, span.end)), text):
        parts = (parts_of(text[span.start : span.end]) for span in group)
        names = {words[-1] if words else "" for words in parts}
        if len(names) > 1 and not names & listed and names <= bearers.last:
            for span in group:
                yield from by_span[span]


def _is_open(zone: Zone) -> bool:
    """Tell whether no more than its form makes a name an author's."""
    return zone.standing is Standing.CITED and zone.pattern != ENTRY and not zone.of_literature


def _groups(cited: Sequence[Span], text: str) -> Iterator[list[Span]]:
    """Give the names that are joined before one year."""
    group: list[Span] = []
    for span in cited:
        if group and _JOINS.fullmatch(text, group[-1].end, span.start) is None:
            group = []
        group.append(span)
        if _YEAR.match(text, span.end) is not None:
            yield group
            group = []
