"""Whole names that stand nowhere but in two pieces side by side: a forename and then a surname.

"Kay Rook rang" names one person where no Kay has another surname; her surname alone is then hers too, so that
it is not simply given to the only other Rook. What remains: in "copied to Kay Rook: passport", in "told Kay
Rook had left", and in a row of names without commas the two may be two people's, and each piece stays alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from redact.resolve.excluding import may_tell_of_two
from redact.resolve.names import Form, Name
from redact.resolve.surroundings import Seen
from redact.values.text import Passage

__all__ = ["with_new_names"]

# Before a name to whom something goes: what stands behind may be of whom or of what it tells.
_COPIED = re.compile(r"\b(?:cc|bcc|copied|copy|copies|sent|forwarded|fwd)\b[^.;\n]{0,20}$", re.IGNORECASE)
_REACH = 60


def with_new_names(
    seen: Sequence[Seen], passages: Mapping[str, Passage], is_like_another: Callable[[str, str], bool]
) -> list[Seen]:
    """Give the mentions, and to two pieces side by side the whole name that they can only be.

    Args:
        seen: pieces that may be two people's have the form OTHER and, between, the forename of both.
        is_like_another: tells of a forename and a surname whether somebody of that surname has a forename of
            which this may be another spelling.
    """
    whole = {one.name.first for one in seen if one.name.form is Form.FULL}
    pairs = [*_pairs(seen, passages)]
    surnames: dict[str, set[str]] = defaultdict(set)
    for at, _ in pairs:
        surnames[seen[at].name.between[0]].add(seen[at].name.last)
    found = list(seen)
    for at, other in pairs:
        first, last = seen[at].name.between[0], seen[at].name.last
        other_last = first in whole and not _fills_a_cell(seen[at], seen[other], passages)
        if not other_last and len(surnames[first]) == 1 and not is_like_another(first, last):
            for which in (at, other):
                found[which] = replace(seen[which], name=Name(Form.FULL, first, (), last))
    return found


# ------------------------------------------------------------------ private


def _pairs(seen: Sequence[Seen], passages: Mapping[str, Passage]) -> Iterator[tuple[int, int]]:
    """Find the pieces of which nothing around them tells that they are two people's."""
    order = sorted(range(len(seen)), key=lambda n: (seen[n].mention.span.passage, seen[n].mention.span.start))
    for number, (at, other) in enumerate(pairwise(order)):
        one, two = seen[at], seen[other]
        if not (_is_piece(one) and _is_piece(two) and one.name.between == two.name.between):
            continue
        begins, ends = one.mention.span, two.mention.span
        if begins.passage != ends.passage or one.name.last != two.name.last:
            continue
        text = passages[begins.passage].text
        last = seen[order[number - 1]].mention.span if number else ends
        beside = last.passage == begins.passage and last.end + 1 == begins.start
        behind = seen[order[number + 2]].mention.span if number + 2 < len(order) else begins
        beside = beside or (behind.passage == ends.passage and ends.end + 1 == behind.start)
        before = text[: begins.start][-_REACH:]
        if not (beside or _COPIED.search(before) or may_tell_of_two(text, begins.start, ends.end)):
            yield at, other


def _fills_a_cell(one: Seen, other: Seen, passages: Mapping[str, Passage]) -> bool:
    """Tell whether nothing but two pieces stands in a cell or line, where one name stands as a rule."""
    text = passages[one.mention.span.passage].text
    before, behind = text[: one.mention.span.start], text[other.mention.span.end :]
    return before.rstrip(" ")[-1:] in ("", "\n", "\t", "|") and behind.lstrip(" ")[:1] in (
        "",
        "\n",
        "\t",
        "|",
    )


def _is_piece(one: Seen) -> bool:
    return one.name.form is Form.OTHER and len(one.name.between) == 1
