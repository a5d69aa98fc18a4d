"""Entries that join a role of the review and names in one line, whatever stands between them.

"Indep. Chair R. Harte", "(independent author - Anna Harte OBE)", "Anna Harte, Harte Associates - Overview
Author", "Lead Reviewers Anna Harte (independent) & Tom Vesey (independent)". Where a role has a name on both
sides, what parts them decides, and where that decides nothing the role is nobody's. What remains: a role that
a verb joins to its name, which `role_phrases` reads, and one that stands in a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.posts import holds_a_post
from redact.recognise.role_doubts import is_further, is_of_others
from redact.recognise.role_names import Item, items_at
from redact.recognise.role_words import EDGE, OWN_ROLE, ROLE, STRONG_ROLE
from redact.recognise.zones import line_of

__all__ = ["OF_SEVERAL", "Entry", "entries_of", "is_of_name_before"]

_MOST = 240  # characters of a line that is still an entry
_ROLES = regex.compile(
    rf"{EDGE}(?P<role>(?i:{STRONG_ROLE}(?:(?:[ ](?:and|&)[ ]"
    rf"|[ ]?/[ ]?){ROLE})?|{OWN_ROLE}|{ROLE}))"
    r"(?P<several>s|\(s\))?(?![\p{L}])(?!'s?[ ]\p{L})"
)
_DASH = r"[-\u2013\u2014\u2015~\u00b7>]"
# Whose chair it is, before the name: ", LSCB", "(independent)", "1".
_TAIL = (
    r"(?:[ ]?\d{1,2}(?!\d))?(?:[ ]?\((?i:independent|ind\.?|indep\.?|chair|lead|external|print(?:ed)?"
    r"|name)\))?"
    r"(?:(?:,[ ]|[ ](?:of|for|to)[ ](?:the[ ])?)(?:[\p{Lu}&][\p{L}'&]*[ ]){0,6}"
    r"(?:LSCB|SCB|LSCP|SCP|LSAB|ACPC|Board|Partnership|BOARD|PARTNERSHIP|Panel|Committee)\b)?"
    r"(?:[ ]?\((?i:independent|ind\.?|indep\.?|(?:until|from|since|to)[ ][^()\n]{1,30}"
    r"|\d{4}[^()\n]{0,20})\))?(?:'s?)?(?:[ ](?i:names?|signature))?"
)
_BETWEEN = regex.compile(
    rf"{_TAIL}(?P<sign>[ ]?[:=][ ]*{_DASH}?[ ]*|[ ]?{_DASH}+[ ]+|[ ]{_DASH}|,[ ]|[ ]?\([ ]?|[ ]?/[ ]"
    r"|[ ]*\|[ ]*|[ ]*\t[ \t]*|[ ]?(?:\.[ ]?){3,}|[ ]?_+[ ]?|[ ]{2,}|[ ])"
)
_BEFORE = regex.compile(
    rf"(?:,[ ]|[ ]?\([ ]?|[ ]+{_DASH}+[ ]+|[ ]?/[ ]|[ ]*\|[ ]*|[ ]*\t[ \t]*|[ ]{{2,}}|[ ]?:[ ])"
    r"(?:(?:an?|the|our|as)[ ]){0,2}(?:\p{Lu}{3,5}[ -])?(?:(?:accredited|appointed|commissioned)[ ])?"
)
_STARTS = regex.compile(
    rf"(?:^[\s\d.)(*\u2022-]*|(?:[|\t;:(\[/\"]|,(?=[ ])|[ ]{_DASH}+(?=[ ])|(?:^|[ ])(?:and|by|from"
    r"|signed)(?=[ ]))[ \t\"]*)(?=\p{Lu})",
    regex.IGNORECASE | regex.MULTILINE,
)
# A role line ends there, or goes on with what is no deed of whoever is named.
_ENDS = regex.compile(
    r"[ ]*(?:$|[;:|\t)\]\"/.]|\(|[-\u2013\u2014\u2015~\u00b7])|[ ]{2,}|,?[ ](?:(?:of|for|from|on|to|and"
    r"|until|since|an?|independent|formerly?|retired|freelance|with|v)(?![\p{L}])|v\d|&|\d)|,[ ]\p{Lu}"
)
# "Anna Harte, author of the letter" is another's; a board, a panel or a review behind it is none's.
_MORE = regex.compile(
    r"-\p{L}|[ ](?:of|for|at|to)[ ](?!(?:[\p{Lu}&][\p{L}'&]*[ ]){0,6}(?:LSCB|SCB|LSCP|SCP|LSAB|ACPC|Board"
    r"|BOARD|Partnership|PARTNERSHIP|Panel|Committee)\b|(?:the|this)[ ]"
    r"(?i:(?:serious[ ]case[ ]|practice[ ])?review|panel|report|partnership|board|scr)\b)"
)
_LONG_WORD = regex.compile(r"(?<!-)(?:\p{L}{4,}|[iI]nd\.)")
# What may stand before a role in its own phrase; "IMR author", "health overview author" are others.
_OPEN = regex.compile(
    r"(?:(?:^|[^\p{L}\p{N}'. ])[ ]*|\.[ ]+|\b(?:of|by|the|our|its|from|for|to|as|and|with|an?|is|are|was|were"
    r"|appointed|accredited|signed|board|partnership|joint)[ ])$",
    regex.IGNORECASE,
)
# "Anna Harte and Tom Vesey, independent chair and author"
OF_SEVERAL = regex.compile(r"s$|[ ](?:and|&)[ ]|/", regex.IGNORECASE)
_COLON = regex.compile(r"[ ]?[:=]")
_STRONG = regex.compile(STRONG_ROLE, regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A role, and the half-open code points of the names that it is told of."""

    role: str = field(repr=False)
    start: int
    names: tuple[tuple[int, int], ...] = field(repr=False)


def entries_of(text: str, low: int, high: int) -> Iterator[Entry]:
    """Find the entries of the line `text[low:high]`, from its beginning to its end."""
    if high - low > _MOST:
        return
    taken = low
    last: tuple[Item, ...] = ()
    for found in _ROLES.finditer(text, low, high):
        if found.start() < taken:
            continue
        several = found["several"] is not None or found["role"].casefold().endswith("s")
        before, sign_before = _before(text, taken, found.start(), several)
        if not (several or OF_SEVERAL.search(found["role"])):
            before = before[-1:]  # "Uma Ampofo and Tom Vesey, Independent Chair": one chair, the nearest
        is_label = _COLON.match(text, found.end(), high) and sign_before.strip() in ("", "|", "/")
        if is_label or _MORE.match(text, found.end(), high):
            before = ()  # "Review: Anna Harte  Reviewer: Tom Vesey"
        behind, sign = _behind(text, found.end(), high, several)
        if behind and not _may_stand(text, found, sign):
            behind = ()
        if before and behind:
            before, behind = _of_both(before, behind, sign_before, sign)
        elif last and not before and not behind and _BEFORE.fullmatch(text, last[-1].stop, found.start()):
            before = last  # "Chair: Anna Harte - Independent Scrutineer"
        last = before or behind
        taken = max(found.end(), last[-1].end if last else 0)
        if last:
            names = tuple((each.start, each.end) for each in last)
            yield Entry(found["role"], found.start("role"), names)


def is_of_name_before(text: str, role: int) -> bool:
    """Tell a role, at `role`, of the name before it: "Anna Harte - Independent Author - Tom Vesey"."""
    return any(
        entry.start <= role < entry.start + len(entry.role) and entry.names[0][0] < entry.start
        for entry in entries_of(text, *line_of(text, role))
    )


def _of_both(
    before: tuple[Item, ...], behind: tuple[Item, ...], sign_before: str, sign: str
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Decide where a role has a name on both sides; neither has it where the signs say nothing."""
    if sign.strip().startswith((":", "=")):
        return (), behind
    if sign == " ":
        return (), (() if sign_before.startswith(",") else behind)
    return before, ()


def _may_stand(text: str, found: regex.Match[str], sign: str) -> bool:
    """Tell whether a name may follow a role: no agency has it, and directly only as behind a title."""
    is_strong = _STRONG.fullmatch(found["role"]) is not None
    if is_of_others(text, found.start(), sign):
        return False
    if is_strong:
        return True
    if _OPEN.search(text[text.rfind("\n", 0, found.start()) + 1 : found.start()]) is None:
        return False
    return sign != " " or all(word[0].isupper() for word in _LONG_WORD.findall(found["role"]))


def _before(text: str, low: int, role: int, several: bool) -> tuple[tuple[Item, ...], str]:
    """Read the names that end before the role at `role`; the first place that fits is the beginning."""
    for start in _STARTS.finditer(text, low, role):
        items = items_at(text, start.end(), role, several=several)
        joint = _BEFORE.fullmatch(text, items[-1].stop, role) if items else None
        if joint is not None:
            return items, joint[0]
    return (), ""


def _behind(text: str, at: int, high: int, several: bool) -> tuple[tuple[Item, ...], str]:
    """Read the names behind the role that ends at `at`."""
    joint = _BETWEEN.match(text, at, high)
    if joint is None:
        return (), ""
    items = items_at(text, joint.end(), high, several=several)
    kept = [
        item
        for number, item in enumerate(items)
        if _ENDS.match(text, item.stop, high) and not (number and _is_of_another(text, item))
    ]
    return tuple(kept), joint["sign"]


def _is_of_another(text: str, item: Item) -> bool:
    """Tell whether a post of its own stands behind a further name: "Anna Harte and Tom Vesey (Police)"."""
    return is_further(text, item.stop) or holds_a_post(text, item.end)
