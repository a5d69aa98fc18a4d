"""Names in a line of their own above or below the role that is theirs, whichever paragraph either is in.

"Anna Harte BA (Hons) & Tom Vesey / (Independent Lead Reviewers)", "Independent Author / Anna Harte", "This
report was written by: / Anna Harte". Whose a role between two names is, `role_sides` says.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from redact.recognise import regex
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.role_labels import label_of
from redact.recognise.role_names import Item, names_of_line
from redact.recognise.role_offices import is_office, office
from redact.recognise.role_sides import Sides
from redact.recognise.role_words import MADE, OWN_ROLE, STRONG_ROLE
from redact.recognise.zones import Zone, lines_of

__all__ = ["above_roles", "stacked"]

_MOST = 160  # characters of a line that is still an entry of a list
_HEADED = regex.compile(
    r"[\s(\[*]*(?:(?:role|position|title|post|designation|capacity|in[ ]the[ ]capacity[ ]of|acting[ ]as)"
    rf"[ :]+)?(?P<role>{STRONG_ROLE}|{OWN_ROLE})(?P<several>s)?(?=[)\]]?\s*(?:$|[,\n(]|[-\u2014][ ]))",
    regex.IGNORECASE,
)
_SEVERAL = regex.compile(r"(?:authors|reviewers|writers|chairs|\(s\))\W*$", regex.IGNORECASE)
_ROLE_WORD = regex.compile(r"author|writer|reviewer|chair|scrutineer|facilitator", regex.IGNORECASE)
_WORK = (
    r"(?:(?:overview|independent|final|full|serious case|safeguarding practice|practice|learning|case"
    r"|executive)[ ])*"
)
_MADE_BY = regex.compile(
    rf"(?:an?[ ]|the[ ]|this[ ])?{_WORK}(?:report|review|summary)?[ ]?(?:(?:was|has[ ]been|is)[ ])?"
    rf"(?:independently[ ])?(?:(?:{MADE}|chaired)[ ])?by[ ]?[:-]?",
    regex.IGNORECASE,
)


def stacked(reading: Reading, context: Context, sides: Sides) -> Iterator[Zone]:
    """Find the names that stand above a role, in lines of one reading."""
    text = reading.text
    for upper, lower in pairwise(lines_of(text)):
        if max(lower[1] - lower[0], upper[1] - upper[0]) > _MOST:
            continue
        headed = _HEADED.match(text, *lower)
        if headed is None or not sides.joined(reading, upper[0], lower[0]):
            continue
        if is_office(reading, context, text[lower[0] : lower[1]], headed["role"].strip()):
            yield from _offices(reading, names_of_line(text, *upper), _is_several(headed))


def above_roles(readings: Sequence[Reading], context: Context, sides: Sides) -> Iterator[Zone]:
    """Find a paragraph that is a name, with the role in the paragraph behind it or before it."""
    for upper, lower in pairwise(readings):
        if upper.passage.location.cell is not None or lower.passage.location.cell is not None:
            continue
        above = upper.text.rstrip().rfind("\n") + 1
        below = len(lower.text.partition("\n")[0])
        last, first = upper.text[above:], lower.text[:below]
        if len(last) > _MOST or len(first) > _MOST:
            continue
        named_below = _ROLE_WORD.search(last) and sides.between(upper, lower, name_above=False)
        label = label_of(last) if named_below else None
        if _is_made_by(upper, context, last) or (label and is_office(upper, context, last, label)):
            yield from _offices(lower, names_of_line(lower.text, 0, below), _SEVERAL.search(last) is not None)
        named_above = _ROLE_WORD.search(first) and sides.between(upper, lower, name_above=True)
        headed = _HEADED.match(first) if named_above else None
        if headed is not None and is_office(lower, context, first, headed["role"].strip()):
            items = names_of_line(upper.text, above, len(upper.text))
            yield from _offices(upper, items, _is_several(headed))


def _offices(reading: Reading, items: Sequence[Item], several: bool) -> Iterator[Zone]:
    """Make the zones of the names of one line; several names only where the role is several people's."""
    if len(items) == 1 or several:
        yield from (office(reading, each.start, each.end) for each in items)


def _is_several(headed: regex.Match[str]) -> bool:
    return headed["several"] is not None or headed["role"].casefold().endswith("s")


def _is_made_by(reading: Reading, context: Context, line: str) -> bool:
    """Tell "This report was written by:" in a line of its own."""
    if _MADE_BY.fullmatch(line.strip()) is None:
        return False
    return not context.is_case_meeting(reading, line) and context.is_review(reading, line)
