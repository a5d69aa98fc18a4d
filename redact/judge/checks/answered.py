"""The kind `answered`: fields, rows and questions of a form with nothing behind them.

Only what stands in the document is judged: a field that is not there is of another rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from redact.judge.checks.faults import Fault, findings_of
from redact.judge.checks.given import given_lists
from redact.judge.checks.headers import is_open, span_of
from redact.judge.lines import Line, is_field
from redact.judge.outline import Outline
from redact.judge.phrases import Phrase, close, compile_phrases, words_of
from redact.judge.reading import Answer, Reading
from redact.judge.roles import Role
from redact.judge.tables import Cell, Table
from redact.values.judgement import Outcome, Rule
from redact.values.text import Span

__all__ = ["find_answered"]

_LABEL = re.compile(
    r"\s*(?P<label>[^:\n]{1,300}?)\s*(?P<colon>:|(?=(?:\.{3}|\u2026|_{3})))(?P<value>.*)\Z", re.DOTALL
)
# Behind the dots of one field, or a wide gap, the next one begins.
_NEXT_FIELD = re.compile(r"(?:(?<=[._\u2026]{3})[ ]+|\t+|[ ]{3,})(?=[A-Z][^.]*(?::|\.{3}|_{3}|\u2026))")
_MARKS = (":", "...", "\u2026", "__")
_MOST_WORDS = 45  # of a question
_BEGIN = 3  # letters
_EMPTY = "nothing stands behind it"

_Fields = Mapping[str, Sequence[Phrase]]
# A field that was found, where it stands, and whether something stands behind it.
_Found = tuple[str, Span, bool]


def find_answered(rule: Rule, reading: Reading) -> Answer:
    """Find the fields of a form that were left open.

    Params: `fields`.
    """
    fields = {name: compile_phrases(wordings) for name, wordings in given_lists(rule, "fields").items()}
    outline = reading.outline
    found = [
        *_headings(outline, fields),
        *_labels(outline, fields),
        *_questions(outline, fields),
        *_rows(outline, fields),
    ]
    if not found:
        return Answer(seen="none of these fields stands in it", outcome=Outcome.NOT_APPLICABLE)
    answered = {span for _, span, full in found if full}
    faults = [
        Fault(f"{name}: {_EMPTY}", span) for name, span, full in found if not full and span not in answered
    ]
    if faults:
        return Answer(findings_of(rule, reading, faults))
    return Answer(seen=f"{len(answered):,} of these fields have something behind them")


def _name_of(label: Sequence[str], fields: _Fields, *, question: bool) -> str | None:
    """Say which field a label is: one word must be all of it, several may be a part of a question."""
    if not 0 < len(label) <= _MOST_WORDS:
        return None
    begins = {word[:_BEGIN] for word in label}
    for name, phrases in fields.items():
        for phrase in phrases:
            # Cheap, and a slip of the pen is hardly ever in the first letters of all words.
            if not any(word.rstrip("*")[:_BEGIN] in begins for part in phrase.parts for word in part):
                continue
            place = phrase.search(label) or phrase.search_nearly(label, close)
            part = question or (len(label) > 3 and len(phrase.parts) > 1)
            if place and (place == (0, len(label)) or part):
                return name
    return None


def _is_question(line: Line) -> bool:
    return line.numbered or line.text.rstrip().endswith("?")


def _headings(outline: Outline, fields: _Fields) -> Iterator[_Found]:
    for section in outline.sections:
        if section.cell:
            continue
        line = section.title
        text = line.text.rstrip().rstrip(":")
        for words in (line.words, tuple(words_of(text))):
            name = _name_of(words, fields, question=_is_question(line))
            if name:
                yield name, section.span, section.own_words > 0
                break


def _labels(outline: Outline, fields: _Fields) -> Iterator[_Found]:
    """Find "Label: value", several on a line too, with the value behind it or under it."""
    for at, (line, role) in enumerate(zip(outline.lines, outline.roles, strict=True)):
        if role not in (Role.TEXT, Role.LABEL) or not any(mark in line.text for mark in _MARKS):
            continue
        starts = [0, *(match.end() for match in _NEXT_FIELD.finditer(line.text)), len(line.text)]
        for start, end in pairwise(starts):
            match = _LABEL.match(line.text[start:end])
            if match is None:
                continue
            words = words_of(match["label"])
            name = _name_of(words, fields, question=_is_question(line))
            if name is None:
                continue
            full = not is_open(match["value"])
            if not full and not match["value"].strip() and end == len(line.text):
                full = _goes_on_below(outline, at)
            yield name, Span(line.passage, line.start + start, line.start + end), full


def _questions(outline: Outline, fields: _Fields) -> Iterator[_Found]:
    """Find questions that are no headings by their looks, with the answer behind them or under them."""
    for at, (line, role) in enumerate(zip(outline.lines, outline.roles, strict=True)):
        asked, mark, answer = line.text.partition("?")
        if role is not Role.TEXT or not mark or "." in asked.strip()[4:]:
            continue
        words = words_of(asked)
        name = _name_of(words, fields, question=True)
        if name:
            below = at + 1 < len(outline.lines) and outline.roles[at + 1] is Role.TEXT
            below = below and not outline.lines[at + 1].text.rstrip().endswith("?")
            full = not is_open(answer) or (below and not is_open(outline.lines[at + 1].text))
            yield name, Span(line.passage, line.start, line.end), full


def _goes_on_below(outline: Outline, at: int) -> bool:
    """Tell whether the value stands in the next line, and that is no field itself."""
    if at + 1 >= len(outline.lines) or outline.roles[at + 1] is not Role.TEXT:
        return False
    line, other = outline.lines[at], outline.lines[at + 1]
    if (line.block, line.cell) != (other.block, other.cell):
        return False
    return not is_field(other) and not other.text.rstrip().endswith(":") and not is_open(other.text)


def _rows(outline: Outline, fields: _Fields) -> Iterator[_Found]:
    for table in outline.tables:
        for number, row in enumerate(table.rows):
            for column, cell in row.items():
                line = outline.lines[cell.lines[0]]
                if ":" in cell.text.rstrip().rstrip(":") and not line.numbered:
                    continue  # "Label: value" in one cell is read as a line
                words = tuple(words_of(cell.text)) if len(cell.lines) > 1 else line.words
                name = _name_of(words, fields, question=_is_question(line))
                if name:
                    full = _is_filled(table, number, column, fields)
                    yield name, span_of(outline, cell), full or _answered_inside(outline, cell)


def _is_filled(table: Table, number: int, column: int, fields: _Fields) -> bool:
    """Tell whether something stands beside the label, or under it where the labels are a head."""
    row = table.rows[number]
    beside = row.get(column + 1)
    heads = table.header == number and len(row) == table.columns > 2 and number + 1 < len(table.rows)
    if heads and (beside is None or _name_of(beside.words, fields, question=False)):
        below = table.rows[number + 1].get(column)
        return below is not None and not is_open(below.text)
    if table.columns == 1:
        below = table.rows[number + 1].get(column) if number + 1 < len(table.rows) else None
        return below is not None and not is_open(below.text)
    nearest = min((at for at in row if at > column), default=None)
    return nearest is not None and not is_open(row[nearest].text)


def _answered_inside(outline: Outline, cell: Cell) -> bool:
    """Tell whether the answer stands in the cell itself, under its question."""
    rest = "\n".join(outline.lines[at].text for at in cell.lines[1:])
    return bool(rest.strip()) and not is_open(rest)
