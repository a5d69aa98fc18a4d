"""A story: what one document of the case says, with a mark at each name and identity.

The stories are text files in `story/`, to be read and changed by people. A line beginning with `@` sets a
field (`@file`, `@title`, `@author`, `@header`, `@footer`) or puts a comment on the paragraph above
(`@comment author / initials / text`); `#` and `##` begin headings; lines between `|` are rows of a table,
`|!` a row that names the columns. Paragraphs are parted by blank lines.

    [[LABEL who way: words]]    must go before the document is published
    [[=LABEL who way: words]]   must stay
    [[~LABEL who way: words]]   may go or stay: no score counts it
    {-words-} {+words+}         a tracked deletion, a tracked insertion
    ¦                           a new run of Word begins here
    ⏎                           a line ends here

`who` is a person's or place's short name in the case, `way` how the mention can be known: by a field, a
title, a role. Words that are no identity have the label WORDS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

__all__ = ["BLOCK_KINDS", "Block", "Mark", "Must", "Piece", "Story", "Text", "read_story", "stories"]

FOLDER = Path(__file__).parent / "story"
BLOCK_KINDS = ("heading", "paragraph", "table")
_MARK = re.compile(r"\[\[(?P<must>[=~]?)(?P<label>[A-Z_]+) (?P<who>\S+) (?P<way>\S+): (?P<words>[^\]]+)\]\]")
_CHANGE = re.compile(r"\{(?P<kind>[-+])(?P<inner>.*?)(?P=kind)\}")
_FIELD = re.compile(r"@(?P<name>\w+) (?P<value>.+)")


class Must(Enum):
    """What has to become of a mention before the document is published."""

    GO = "go"
    STAY = "stay"
    EITHER = "either"


_MUST = {"": Must.GO, "=": Must.STAY, "~": Must.EITHER}


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch, half-open code points of its Text's `plain`."""

    start: int
    end: int
    label: str
    who: str
    way: str
    must: Must


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text: `change` is "-" for a tracked deletion, "+" for a tracked insertion, or empty."""

    text: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A marked text in pieces; `plain` joins them, deletions too."""

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]

    @property
    def plain(self) -> str:
        """All words, those of deletions too."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def kept(self) -> str:
        """The words that a reader sees once the changes are accepted."""
        return "".join(piece.text for piece in self.pieces if piece.change != "-")

    def change_at(self, mark: Mark) -> str:
        """Say in which kind of tracked change a mark stands: "-", "+" or none."""
        at = 0
        for piece in self.pieces:
            at += len(piece.text)
            if mark.start < at:
                return piece.change
        return ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (with its level), a paragraph or a table (`rows`; `heads`: the first names the columns)."""

    kind: str
    text: Text = field(default=Text((), ()))
    level: int = 0
    rows: tuple[tuple[Text, ...], ...] = ()
    heads: bool = False
    comment: tuple[Text, str, Text] | None = None  # author, initials, words

    def texts(self) -> Iterator[Text]:
        """Every text of the block in reading order, but for the comment's."""
        if self.kind == "table":
            yield from (cell for row in self.rows for cell in row)
        else:
            yield self.text


@dataclass(frozen=True, slots=True)
class Story:
    """One document: its file name without ending, its properties, its running lines and its blocks."""

    name: str
    file: Text
    title: Text
    author: Text
    header: Text
    footer: Text
    blocks: tuple[Block, ...]


def stories() -> tuple[Story, ...]:
    """Read every story of the case, in the order of their names."""
    return tuple(read_story(path) for path in sorted(FOLDER.glob("*.txt")))


def read_story(path: Path) -> Story:
    """Read one story.

    Raises:
        ValueError: a mark or a table is written wrongly.
    """
    fields: dict[str, Text] = {}
    blocks: list[Block] = []
    for lines in _groups(path.read_text(encoding="utf-8")):
        rows = [line for line in lines if line.startswith("|")]
        for line in lines:
            found = _FIELD.fullmatch(line)
            if found and found["name"] == "comment":
                blocks[-1] = _with_comment(blocks[-1], found["value"])
            elif found:
                fields[found["name"]] = parse(found["value"])
            elif line.startswith("#"):
                level = len(line) - len(line.lstrip("#"))
                blocks.append(Block("heading", parse(line.lstrip("# ")), level))
            elif line.startswith("|"):
                if line is rows[0]:
                    blocks.append(_table(rows))
            else:
                blocks.append(Block("paragraph", parse(line)))
    return Story(path.stem, blocks=tuple(blocks), **fields)


def parse(written: str) -> Text:
    """Read one line with its marks.

    Raises:
        ValueError: a bracket is left over, so a mark is written wrongly.
    """
    pieces: list[Piece] = []
    marks: list[Mark] = []
    at = 0
    for part, change in _changes(written.replace("⏎", "\n")):
        cleaned, found = _unmarked(part, at)
        runs = cleaned.split("¦")
        pieces += [Piece(run, change) for run in runs if run]
        marks += found
        at += sum(map(len, runs))
    text = Text(tuple(pieces), tuple(marks))
    if re.search(r"\[\[|\]\]|\{[-+]|[-+]\}", text.plain):
        raise ValueError("a mark of a story is written wrongly")
    return text


def _groups(text: str) -> Iterator[list[str]]:
    for group in re.split(r"\n\s*\n", text.strip()):
        yield group.split("\n")


def _table(rows: list[str]) -> Block:
    heads = rows[0].startswith("|!")
    cells = [
        tuple(parse(cell.strip()) for cell in row[2 if row.startswith("|!") else 1 : -1].split(" |"))
        for row in (row.rstrip() for row in rows)
    ]
    if len({len(row) for row in cells}) != 1:
        raise ValueError("the rows of a table have different lengths")
    return Block("table", rows=tuple(cells), heads=heads)


def _with_comment(block: Block, value: str) -> Block:
    from dataclasses import replace

    author, initials, words = value.split(" / ", 2)
    # A table cannot carry a comment: it goes onto the paragraph that follows the block in Word's order.
    if block.kind != "paragraph":
        raise ValueError("a comment stands under a paragraph")
    return replace(block, comment=(parse(author), initials, parse(words)))


def _changes(written: str) -> Iterator[tuple[str, str]]:
    at = 0
    for match in _CHANGE.finditer(written):
        yield written[at : match.start()], ""
        yield match["inner"], match["kind"]
        at = match.end()
    yield written[at:], ""


def _unmarked(part: str, offset: int) -> tuple[str, list[Mark]]:
    """Take the marks out; their offsets count without the signs of new runs."""
    out: list[str] = []
    marks: list[Mark] = []
    at, length = 0, offset
    for match in _MARK.finditer(part):
        before = part[at : match.start()]
        length += len(before.replace("¦", ""))
        words = match["words"].replace("¦", "")
        end = length + len(words)
        must = _MUST[match["must"]]
        marks.append(Mark(length, end, match["label"], match["who"], match["way"], must))
        out += [before, match["words"]]
        length = end
        at = match.end()
    return "".join([*out, part[at:]]), marks
