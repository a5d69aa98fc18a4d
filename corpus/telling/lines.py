"""One line of a template → its cells of pieces: words, slots and alternatives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.telling import vocabulary as words

__all__ = ["Line", "OneOf", "Piece", "Slot", "Wrong", "fault_of", "read_line", "slots_of"]

_SLOT = re.compile(r"\{([^{}]*)\}")
_OFFSET = re.compile(r"(?P<base>[a-z.]+?)(?P<days>[+-]\d{1,5})?(?:\.(?P<form>[a-z]+))?")
_HEADING = re.compile(r"(#{1,3})\s+(\S.*)")
_FORMS = words.DATE_FORMS | words.EVENT_DATES | {"", "words"}
_ESCAPED = "()|{}[]\\#@>="


class Wrong(ValueError):
    """A line does not follow the grammar; the words say what is wrong."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot. `kind`: person (`who`, `form`), date (`name`, `days`, `form`), other (`name`), unknown."""

    written: str
    kind: str
    who: str = ""
    name: str = ""
    form: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True)
class OneOf:
    """Alternatives, of which one is told."""

    choices: tuple[tuple[Piece, ...], ...]


Piece = str | Slot | OneOf


@dataclass(frozen=True, slots=True)
class Line:
    """A heading (`level` from 1), a row (its cells) or a paragraph (one cell)."""

    number: int
    kind: str  # heading, row, paragraph
    cells: tuple[tuple[Piece, ...], ...]
    level: int = 0


def read_line(line: str, number: int) -> Line:
    """Read one line of a frame or an entry.

    Raises:
        Wrong: brackets, braces or bars are not as the grammar wants them.
    """
    if line.startswith("#"):
        heading = _HEADING.fullmatch(line)
        if heading is None:
            raise Wrong("a heading is one to three # and a space")
        return Line(number, "heading", (_Pieces(heading[2]).whole(),), len(heading[1]))
    if line.startswith("|"):
        if not line.endswith("|") or line.endswith("\\|") or len(line) < 2:
            raise Wrong("a row of a table begins and ends with |")
        return Line(number, "row", _Pieces(line[1:-1]).cells())
    return Line(number, "paragraph", (_Pieces(line).whole(),))


def slots_of(pieces: tuple[Piece, ...]) -> Iterator[Slot]:
    """Every slot, those inside alternatives too."""
    for piece in pieces:
        if isinstance(piece, Slot):
            yield piece
        elif isinstance(piece, OneOf):
            for choice in piece.choices:
                yield from slots_of(choice)


def fault_of(slot: Slot) -> str:
    """Say what is wrong with a slot, or nothing."""
    if slot.kind == "unknown":
        return f"unknown slot {{{slot.written}}}"
    if slot.kind == "person" and slot.form not in words.PERSON_FORMS:
        return f"unknown form {{{slot.written}}}"
    return ""


class _Pieces:
    """Reads the pieces of one text from left to right."""

    def __init__(self, text: str) -> None:
        self._text, self._at = text, 0
        self._closing = _closing_brackets(text)

    def whole(self) -> tuple[Piece, ...]:
        pieces = self._until(len(self._text))
        if self._at < len(self._text):
            raise Wrong("a bar outside of brackets and tables is written \\|")
        return pieces

    def cells(self) -> tuple[tuple[Piece, ...], ...]:
        cells = [self._until(len(self._text))]
        while self._at < len(self._text):
            self._at += 1
            cells.append(self._until(len(self._text)))
        return tuple(_stripped(cell) for cell in cells)

    def _until(self, end: int) -> tuple[Piece, ...]:
        """Read up to `end` or to a bar that belongs to what is outside."""
        pieces: list[Piece] = []
        literal = ""
        while self._at < end and self._text[self._at] != "|":
            here = self._text[self._at]
            following = self._text[self._at + 1 : self._at + 2]
            if here == "\\" and following and following in _ESCAPED:
                literal += following
                self._at += 2
            elif here == "{":
                pieces += [literal, self._slot()]
                literal = ""
            elif here == "}":
                raise Wrong("a } without its {")
            elif here == "(" and self._at in self._closing:
                inner = self._bracketed(self._closing[self._at])
                if isinstance(inner, OneOf):
                    pieces += [literal, inner]
                    literal = ""
                else:
                    pieces += [literal + "(", *inner]
                    literal = ")"
            else:
                literal += here
                self._at += 1
        return _joined([*pieces, literal])

    def _bracketed(self, close: int) -> OneOf | tuple[Piece, ...]:
        self._at += 1
        choices = [self._until(close)]
        while self._at < close:
            self._at += 1
            choices.append(self._until(close))
        self._at = close + 1
        return OneOf(tuple(choices)) if len(choices) > 1 else choices[0]

    def _slot(self) -> Slot:
        found = _SLOT.match(self._text, self._at)
        if found is None:
            raise Wrong("a { without its }")
        self._at = found.end()
        return _slot(found[1])


def _closing_brackets(text: str) -> dict[int, int]:
    """Give for each opening bracket that has one its closing bracket; a lone one is ordinary text."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    at = 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        elif text[at] == "(":
            opened.append(at)
        elif text[at] == ")" and opened:
            pairs[opened.pop()] = at
        at += 1
    return pairs


def _slot(written: str) -> Slot:
    who, _, form = written.partition(".")
    if who in words.ROLES and form and written not in words.OTHERS:
        return Slot(written, "person", who=who, form=form)
    found = _OFFSET.fullmatch(written)
    if found:
        base, form = found["base"], found["form"] or ""
        if base not in words.DATE_BASES and f"{base}.{form}" in words.DATE_BASES:  # {review.from}
            base, form = f"{base}.{form}", ""
        head, _, tail = base.rpartition(".")
        if head in words.DATE_BASES and not form:  # {review.from.month}
            base, form = head, tail
        days = int(found["days"] or 0)
        if base in words.DATE_BASES and (
            not form or form in words.DATE_FORMS | {"words"} | words.EVENT_DATES
        ):
            return Slot(written, "date", name=base, form=form, days=days)
        if base in words.EVENT_DATES and not form:
            return Slot(written, "date", name="date", form="mon" if base == "month" else base, days=days)
    if written in words.OTHERS:
        return Slot(written, "other", name=written)
    return Slot(written, "unknown")


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Join words that stand side by side, and drop empty ones."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if isinstance(piece, str) and isinstance(last, str):
            out[-1] = last + piece
        elif piece != "":
            out.append(piece)
    return tuple(out)


def _stripped(cell: tuple[Piece, ...]) -> tuple[Piece, ...]:
    pieces = list(cell)
    if pieces and isinstance(pieces[0], str):
        pieces[0] = pieces[0].lstrip()
    if pieces and isinstance(pieces[-1], str):
        pieces[-1] = pieces[-1].rstrip()
    return _joined(pieces)
