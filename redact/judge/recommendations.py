"""The recommendations of a document: in lists, tables, paragraphs of their own, and prose under a heading.

"Recommendation 3: ..." counts wherever it stands; numbered and bulleted lines count under a heading of
recommendations, and there, where nothing is numbered, sentences that say what somebody should do. What
remains: a recommendation in the middle of a paragraph of another section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from redact.judge.lines import Line
from redact.judge.outline import Outline
from redact.judge.phrases import words_of
from redact.judge.roles import Role
from redact.judge.tables import Table
from redact.values.text import Span

__all__ = ["Recommendation", "actions_of", "recommendations_of"]

_ONE = re.compile(
    r"""^[\W_]*(?:(?:multi|single)[\s-]agency\s+)?
    (?: recommendation(?:\s*(?:no\.?|number))?
        (?:\s*\d{1,2}(?:\.\d{1,2})?[a-z]?|\s+(?:[a-z]|one|two|three|four|five|six|seven|eight|nine|ten))
        (?: \s*[:.)\u2013\u2014-]+\s* | \s*\n\s* | \s*$ | \s+(?=(?-i:[A-Z])) )
      | (?:rec\.?|r)\s?\d{1,2}(?:\.\d{1,2})?\s*[:.)\u2013\u2014-]+\s* )""",
    re.VERBOSE | re.IGNORECASE,
)
_SHOULD = re.compile(
    r"\b(?:should|must|shall|will|needs?\s+to|ought\s+to|(?:is|are)\s+(?:asked|required|invited|recommended)"
    r"|recommends?|to\s+(?:ensure|consider|seek|develop|agree|review|make\s+sure)|ensures?|asks?)\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:should|must|shall|will|to|recommended|recommends|asked|required)"
    r"(?:\s+(?:also|therefore|consider|ensure|that|by|seek|to))*\s*:$",
    re.IGNORECASE,
)
_ABOUT_THEM = re.compile(
    r"\b(?:these|the\s+following|following|its|all|above|such|no|any|our|their|\w+teen|\w+ty|two|three|four"
    r"|five|six|seven|eight|nine|ten|\d+)\s+(?:\w+\s+){0,3}recommendations?\b"
    r"|\brecommendations?\s+(?:is|are|was|were|below|above|from|of|in|has|have|that\s+follow|made)\b",
    re.IGNORECASE,
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_OTHERS = _set(
    "previous earlier past progress response responses implementing implementation monitoring following"
    " against status update"
)
_MIXED = _set("conclusion conclusions lessons learning findings analysis summary")
_MANY = _set("multi multiagency interagency inter partnership partners board lscb strategic")
_SINGLE = _set("single individual agency agencies imr organisation organisations")
_TITLE = 10  # words of a heading that speaks of recommendations
_LEAST = 4  # words of a recommendation
_LEAST_IN_A_CELL = 3
_COLUMN = 6  # words in the head of a column
_NUMBERS = _set("no number ref reference id")


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation or action: its words without number and label, and where they stand.

    `shared` says whether it is for all agencies or for a single one, where the heading above tells.
    """

    text: str = field(repr=False)
    spans: tuple[Span, ...]
    shared: bool | None = None
    words: tuple[str, ...] = field(default=(), repr=False)


def recommendations_of(outline: Outline) -> tuple[Recommendation, ...]:
    """Read the recommendations of a document, in reading order."""
    headings = _headings(outline)
    found: list[tuple[int, Recommendation]] = []
    for table in outline.tables:
        shared = _shared(headings[table.first])
        found += [(at, one) for at, one in _column(outline, table, "recommendation", shared)]
    found += _in_text(outline, headings)
    return tuple(one for _, one in sorted(found, key=lambda entry: entry[0]))


def actions_of(outline: Outline) -> tuple[Recommendation, ...]:
    """Read the rows of action plans: of each its action, where the table has a column for it."""
    found: list[Recommendation] = []
    for table in outline.tables:
        actions = list(_column(outline, table, "action", None))
        found += [one for _, one in actions or _column(outline, table, "recommendation", None)]
    return tuple(found)


def _headings(outline: Outline) -> list[tuple[Line, ...]]:
    """Give for each line the headings above it, outermost first."""
    levels = {(one.title.passage, one.title.start): one.level for one in outline.sections if not one.cell}
    above: list[tuple[int, Line]] = []
    found: list[tuple[Line, ...]] = []
    for at, line in enumerate(outline.lines):
        level = levels.get((line.passage, line.start))
        if level is not None and _is_item(outline, at) and any(_is_about(one) for _, one in above):
            level = None
        if level is not None:
            above = [entry for entry in above if entry[0] < level]
        found.append(tuple(one for _, one in above))
        if level is not None:
            above.append((level, line))
    return found


def _shared(headings: Sequence[Line]) -> bool | None:
    for line in reversed(headings):
        words = {*line.words}
        if words & _MANY:
            return True
        if words & _SINGLE:
            return False
    return None


def _column(
    outline: Outline, table: Table, name: str, shared: bool | None
) -> Iterator[tuple[int, Recommendation]]:
    """Read the cells below the head of a column, each with the number of its first line."""
    head = next(
        (
            (number, column)
            for number, row in enumerate(table.rows[:4])
            if len(row) > 1
            for column, cell in sorted(row.items())
            if _heads(cell.words, name)
        ),
        None,
    )
    if head is None:
        return
    for row in table.rows[head[0] + 1 :]:
        cell = row.get(head[1])
        if cell is None or len(cell.words) < _LEAST_IN_A_CELL or len(row) < 2:
            continue
        lines = [outline.lines[at] for at in cell.lines]
        text = _without_label(cell.text)
        if len(words_of(text)) >= _LEAST_IN_A_CELL:
            yield cell.lines[0], _made(text, lines, shared)


def _heads(words: Sequence[str], name: str) -> bool:
    if not 0 < len(words) <= _COLUMN or _NUMBERS & {*words}:
        return False
    return name in words or name + "s" in words


def _made(text: str, lines: Sequence[Line], shared: bool | None) -> Recommendation:
    spans = tuple(Span(line.passage, line.start, line.end) for line in lines)
    return Recommendation(text, spans, shared, tuple(words_of(text)))


def _without_label(text: str) -> str:
    match = _ONE.match(text)
    plain = text[match.end() :] if match else text
    return re.sub(
        r"^[\s\W]*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.):]?\s+)?", "", plain, count=1
    )


def _in_text(outline: Outline, headings: Sequence[tuple[Line, ...]]) -> list[tuple[int, Recommendation]]:
    found: list[tuple[int, Recommendation]] = []
    of_sections: dict[tuple[str, int], list[int]] = {}
    taken: set[int] = set()
    for at, (line, role) in enumerate(zip(outline.lines, outline.roles, strict=True)):
        if line.cell is not None or role in (Role.CONTENTS, Role.EMPTY) or at in taken:
            continue
        match = _ONE.match(line.text)
        if match:
            lines = [at, *_belonging(outline, at, match.end())]
            taken.update(lines)
            text = " ".join((line.text[match.end() :], *(outline.lines[one].text for one in lines[1:])))
            shared = _shared(headings[at])
            if len(words_of(text)) >= _LEAST_IN_A_CELL:
                found.append((at, _made(text.strip(), [outline.lines[one] for one in lines], shared)))
        elif role is Role.TEXT or _is_item(outline, at):
            title = next((one for one in reversed(headings[at]) if _is_about(one)), None)
            if title is not None:
                of_sections.setdefault((title.passage, title.start), []).append(at)
    for key, lines in of_sections.items():
        explicit = any(_under(headings[at], key) for at, _ in found)
        if not explicit:
            found += _listed(outline, headings, lines)
    return found


def _is_item(outline: Outline, at: int) -> bool:
    """Tell whether a short numbered line that looks like a heading is one of a list."""
    line = outline.lines[at]
    if line.level is not None or not line.numbered or len(line.words) < _LEAST:
        return False
    following = outline.lines[at + 1] if at + 1 < len(outline.lines) else None
    alone = following is None or following.numbered or following.bullet or following.level is not None
    return alone or line.text.rstrip().endswith((":", "."))


def _under(headings: Sequence[Line], key: tuple[str, int]) -> bool:
    return any((one.passage, one.start) == key for one in headings)


def _is_about(heading: Line) -> bool:
    words = {*heading.words}
    named = bool(words & {"recommendation", "recommendations"})
    return named and len(heading.words) <= _TITLE and not words & _OTHERS


def _belonging(outline: Outline, at: int, end: int) -> list[int]:
    """Give the lines that say what "Recommendation 3" is, where its own line says no more than a title."""
    rest = outline.lines[at].text[end:]
    if _SHOULD.search(rest) or len(words_of(rest)) > _TITLE:
        return []
    if words_of(rest) and outline.roles[at] is not Role.HEADING:
        return []
    following = at + 1
    if following >= len(outline.lines) or outline.roles[following] is not Role.TEXT:
        return []
    if outline.lines[following].cell is not None or _ONE.match(outline.lines[following].text):
        return []
    return [following]


def _listed(
    outline: Outline, headings: Sequence[tuple[Line, ...]], numbers: Sequence[int]
) -> list[tuple[int, Recommendation]]:
    """Read the lines under a heading of recommendations."""
    lines = [(at, outline.lines[at]) for at in numbers]
    title = next(one for one in reversed(headings[numbers[0]]) if _is_about(one))
    mixed = bool(_MIXED & {*title.words})
    counted = any(line.number for _, line in lines) or any(line.numbered for _, line in lines)
    marked = counted or any(line.bullet for _, line in lines)
    found: list[tuple[int, Recommendation]] = []
    prefix = ""
    for at, line in lines:
        text = _without_label(line.text).strip()
        item = _is_marked(line, counted)
        if _WHO.search(text):
            prefix = text[:-1]  # "The trust should:", and what stands below goes on
            continue
        if _goes_on(line, text, item) and found and not prefix:
            found[-1] = found[-1][0], _joined(found[-1][1], text, line)
            continue
        if not (item or line.bullet or not marked) or _ABOUT_THEM.search(text):
            continue
        if item and not line.bullet and line.number:
            prefix = ""
        says = bool(_SHOULD.search(f"{prefix} {text}"))
        if len(words_of(f"{prefix} {text}")) < _LEAST or not (says or (item and not mixed)):
            continue
        found.append((at, _made(f"{prefix} {text}".strip(), [line], _shared(headings[at]))))
    return found


def _is_marked(line: Line, counted: bool) -> bool:
    return (line.numbered or bool(line.number)) if counted else line.bullet


def _goes_on(line: Line, text: str, item: bool) -> bool:
    """Tell whether a line belongs to the recommendation above it."""
    return not item and (line.bullet or text[:1].islower())


def _joined(one: Recommendation, text: str, line: Line) -> Recommendation:
    whole = f"{one.text} {text}"
    spans = (*one.spans, Span(line.passage, line.start, line.end))
    return Recommendation(whole, spans, one.shared, tuple(words_of(whole)))
