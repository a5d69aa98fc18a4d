"""Lines in which a role of the review is the label: "Lead Reviewer: Anna Harte", "Reviewer 1: Tom Vesey".

The label and its name stand in one line, in cells of it that tabs, bars or wide gaps part, or in two lines
below each other. A name is of two words, or has initials or a title before it. What remains: a label in words
that are not listed in `role_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.names import Name, names_in, read_name, stop_words, title_pattern
from redact.recognise.posts import holds_a_post
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.role_doubts import goes_on_small, opens_value
from redact.recognise.role_names import names_of_line
from redact.recognise.role_phrases import OF_A_PAPER, is_ours
from redact.recognise.role_sides import Sides
from redact.recognise.role_words import OWN_ROLE, ROLE, STRONG_ROLE
from redact.recognise.zones import lines_of

__all__ = ["OWN", "is_of_the_review", "label_of", "labelled"]

_LEAD = r"[\s\d.)(\u2022*#|-]*"
_LABEL = regex.compile(
    rf"{_LEAD}(?:name(?:s|\(s\))?[ ]of[ ](?:the[ ])?)?(?P<role>{OWN_ROLE}|(?:the[ ])?{ROLE})(?:\(s\)|s)?"
    r"(?:[ ]?\d{1,2})?(?:[ ]\((?:chair|lead|author|external|internal|independent|health|police"
    r"|education|(?:until|from|since)[ ][^()\n]{1,30})\))?"
    r"(?:'s?)?(?:[ ](?:names?|signature))?(?:[ ]?\((?:print(?:ed)?|name|s)\))?[ ]*"
    r"(?::|-(?=[ ])|[ ]{2}|$)[ ]*",
    regex.IGNORECASE,
)
_CELL_END = regex.compile(r"[ ]*(?:\t|\|)[ ]*|[ ]{3,}")
OWN = regex.compile(rf"{STRONG_ROLE}|{OWN_ROLE}", regex.IGNORECASE)
_STRONG = regex.compile(STRONG_ROLE, regex.IGNORECASE)
_SEVERAL = regex.compile(r"(?:authors|reviewers|writers|chairs|\(s\))\W*$", regex.IGNORECASE)
_INITIALS = regex.compile(r"(?:\p{Lu}\.?[ -]?){1,3}(?=\p{Lu}\p{L})")
_NICKNAME = regex.compile(r"[ ][\"'(]{1,2}(?P<called>\p{Lu}\p{L}+)[\"')]{1,2}[ ](?=\p{Lu}\p{L})")


def label_of(text: str) -> str | None:
    """Give the role where all of a text is the label of a role; None where it is not."""
    found = _LABEL.fullmatch(text.strip())
    return str(found["role"]) if found is not None else None


def is_of_the_review(reading: Reading, context: Context, line: str, role: str) -> bool:
    """Tell whether a label is of the review: "Chair" and "Author" alone only where a review is spoken of."""
    if _STRONG.fullmatch(role) is not None:
        return not context.is_of_a_report(line)
    if context.is_case_meeting(reading, line) or (
        OF_A_PAPER.search(role) and context.is_kept_of_a_procedure(reading, line)
    ):
        return False
    return OWN.fullmatch(role) is not None or is_ours(reading, context, line, role)


def labelled(reading: Reading, context: Context, sides: Sides) -> Iterator[tuple[int, int]]:
    """Find the names behind and below labels of one reading: half-open code points of its text."""
    text = reading.text
    lines = list(lines_of(text))
    for number, (low, high) in enumerate(lines):
        cells = list(_cells(text, low, high))
        for at, (start, end) in enumerate(cells):
            label = _LABEL.match(text, start, end)
            if label is None or not is_of_the_review(reading, context, text[low:high], label["role"]):
                continue
            several = _SEVERAL.search(label[0]) is not None
            if text[label.end() : end].strip():
                loose = OWN.fullmatch(label["role"]) is None
                spans = _values(text, label.end(), end, several)
                # "Author: Anna Harte, Social Worker" is of an assessment.
                yield from (span for span in spans if not (loose and holds_a_post(text, span[1])))
            elif at + 1 < len(cells):
                if at and _is_owner(text, cells, at - 1):
                    continue  # "Anna Harte | Independent Author | Tom Vesey | Designated Nurse"
                yield from _values(text, *cells[at + 1], several)
            elif len(cells) == 1 and number + 1 < len(lines):
                yield from _below(reading, sides, lines[number + 1 :], label.start("role"), several)


def _below(
    reading: Reading, sides: Sides, lines: Sequence[tuple[int, int]], role: int, several: bool
) -> Iterator[tuple[int, int]]:
    """Read the name in the line below a role, and where it is of several those of the lines below that."""
    for low, high in lines if several else lines[:1]:
        items = names_of_line(reading.text, low, high)
        first = low == lines[0][0]
        if not items or (first and not sides.joined(reading, items[0].start, role)):
            return
        if several or len(items) == 1:
            yield from ((item.start, item.end) for item in items)


def _is_owner(text: str, cells: Sequence[tuple[int, int]], at: int) -> bool:
    """Tell whether the cell before a role is a name that no label stands before: the role is that one's."""
    if not names_of_line(text, *cells[at]):
        return False
    return at == 0 or _LABEL.fullmatch(text, *cells[at - 1]) is None


def _values(text: str, low: int, high: int, several: bool) -> Iterator[tuple[int, int]]:
    end = 0
    for name in names_in(text, low, high, several=several):
        if name.start >= end and _is_full(text, name):
            if not end and not opens_value(text, low, _with_title(text, low, name)):
                return  # "Independent Chair: vacant until May; Tom Vesey (Police) acting"
            end = _behind_nickname(text, name, high)
            if goes_on_small(text, end):
                return
            yield name.start, end
        if not several:
            return


def _with_title(text: str, low: int, name: Name) -> int:
    """Give where a name begins with the titles before it."""
    for match in title_pattern().finditer(text, low, name.end):
        if match.end() == name.start:
            return int(match.start())
    return name.start


def _cells(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Part a line into what tabs, bars and wide gaps part, without empty pieces."""
    at = low
    for match in _CELL_END.finditer(text, low, high):
        if text[at : match.start()].strip():
            yield at, match.start()
        at = match.end()
    if text[at:high].strip():
        yield at, high


def _is_full(text: str, name: Name) -> bool:
    """Tell whether a name has two words, or initials or a title before its one."""
    if name.words > 1 or _INITIALS.match(text, name.start, name.end) or _NICKNAME.match(text, name.end):
        return True
    low = max(0, name.start - 40)
    return any(match.end() == name.start for match in title_pattern().finditer(text, low, name.end))


def _behind_nickname(text: str, name: Name, high: int) -> int:
    """Give where a name ends, over what somebody is called: 'Anna "Nan" Harte'."""
    called = _NICKNAME.match(text, name.end, high)
    following = read_name(text, called.end(), high, most=2) if called else None
    return following.end if following is not None else name.end


def _is_words(name: str) -> bool:
    return any(word.casefold() in stop_words() for word in name.split())
