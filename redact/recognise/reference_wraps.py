"""Entries of reference lists that run over line ends, and forms that are entries only below a heading.

A line goes on with the entry above it where it is indented further, begins as no entry does, or where the
line above it ends in the middle of one. "Harte, Anna, and Tom Vesey. A Title", "A Title by Anna Harte (Press,
2009)", "Harte 2009 - A Title" and "A B Harte, A Title" are entries nowhere else. What remains: an entry whose
next line begins with a name, below a line that ends with a full stop.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.zones import lines_of

__all__ = ["Piece", "forms_below", "goes_on", "is_another_heading", "pieces"]

_MOST_LINES = 5  # of one entry
_WRAPPED = 35  # characters: a line that ends earlier was not broken for its length
_INDENT = regex.compile(r"[ \t]*")
_BEGINS_NO_ENTRY = regex.compile(
    r"\s*(?:(?!(?:van|von|de|der|den|la|le|du|da|di|dos|al|el|abu|bin|ibn|ap|ben)[ ])\p{Ll}"
    r"|\((?:[Ee]ds?\b|(?:19|20)\d\d)|&)"
)
_ENDS_IN_ENTRY = regex.compile(
    r"(?:[,&:;-]|\b(?:and|in|of|the|to|for|on|with|at|from|by|an?)|pp?\.|[\p{Ll}'])\s*$"
)
_SPACE = regex.compile(r"\s+")
_OTHER_HEADING = regex.compile(r"\p{Lu}\p{L}+(?:[ ]\p{L}+){0,3}")


@dataclass(frozen=True, slots=True)
class Piece:
    """An entry as one line: its text with single spaces, and each character's place in the reading's."""

    text: str = field(repr=False)
    places: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give half-open code points of the reading's text for some of the piece's."""
        return self.places[start], self.places[end - 1] + 1

    def is_broken(self, start: int, end: int) -> bool:
        """Tell whether a line ends between two code points of the piece."""
        return self.places[end - 1] - self.places[start] != end - 1 - start


def goes_on(above: str, line: str, first: str) -> bool:
    """Tell whether a line goes on with an entry: `above` is the line before it, `first` the entry's first."""
    if _indent(line) > _indent(first) or _BEGINS_NO_ENTRY.match(line) is not None:
        return True
    return len(above.strip()) >= _WRAPPED and _ENDS_IN_ENTRY.search(above) is not None


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Give the entries of `text[start:end]`, each with the lines that go on with it."""
    run: list[tuple[int, int]] = []
    for low, high in lines_of(text):
        if low < start or low >= end:
            continue
        first, above = (text[slice(*run[0])], text[slice(*run[-1])]) if run else ("", "")
        if run and (len(run) >= _MOST_LINES or not goes_on(above, text[low:high], first)):
            yield _piece(text, run[0][0], run[-1][1])
            run = []
        run.append((low, high))
    if run:
        yield _piece(text, run[0][0], run[-1][1])


def forms_below(surname: str, forenames: str, joined: str, publisher: str) -> tuple[regex.Pattern[str], ...]:
    """Build the patterns of entries that only a heading of references shows, from the parts of others."""
    begin = r"^[\s\d.)(\[\]\u2022*#^:-]*(?:(?:[ivx]{1,5}|[a-z])[.)][ ]+)?"
    full, bare = rf"(?P<author>{forenames}[ ]{surname})", rf"(?P<author>{surname})"
    letters = rf"(?P<author>(?:\p{{Lu}}\.?[ ]?){{1,3}}(?<=[ .]){surname})"
    behind = rf"(?P<author>{surname}),?[ ]\p{{Lu}}\.?(?:[ -]?\p{{Lu}}\.?){{0,2}}"
    return (
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}'-]){behind}(?:{joined}{behind}){{0,9}}[ ][(\[](?:19|20)\d\d[a-z]?[)\]]"
        ),
        regex.compile(
            rf"{begin}(?P<author>{surname},[ ]{forenames})(?:,[ ]and[ ]{full}){{1,3}}[.,][ ](?=[\"'\p{{Lu}}])"
        ),
        regex.compile(
            rf"\bby[ ]{full}(?:{joined}{full}){{0,3}}[ ]?(?:{publisher}|[(,][^()\n]{{0,50}}(?:19|20)\d\d)"
        ),
        regex.compile(
            rf"{begin}{bare}(?:{joined}{bare}){{0,4}}(?:[ ]et[ ]al\.?)?,?[ ][(\[]?(?:19|20)\d\d[a-z]?[)\]]?"
            r"[ ]?[-:,.][ ][\"']?(?:\p{L}[\p{L}'-]*[ ,:]+){2}"
        ),
        regex.compile(
            rf"{begin}{bare}(?:{joined}{bare}){{0,4}}[ ]-[ ][\"'\p{{Lu}}][^()\n]{{6,90}}[(](?:19|20)\d\d[)]"
        ),
        regex.compile(
            rf"{begin}(?:[Ss]ee[ ](?:also[ ])?)?{letters}(?:{joined}{letters}){{0,4}}(?:[,:]"
            rf"[ ][\"'\p{{Lu}}]|[ ]\(n[ ]\d)"
        ),
    )


def _indent(line: str) -> int:
    found = _INDENT.match(line)
    return len(found[0].replace("\t", "    ")) if found is not None else 0


def _piece(text: str, start: int, end: int) -> Piece:
    flat: list[str] = []
    places: list[int] = []
    at = start
    for gap in _SPACE.finditer(text, start, end):
        if "\n" in gap[0]:
            flat += [text[at : gap.start()], " "]
            places += [*range(at, gap.start()), gap.start()]
            at = gap.end()
    return Piece("".join([*flat, text[at:end]]), (*places, *range(at, end)))


def is_another_heading(line: str, above: str) -> bool:
    """Tell a line of few words and no sign behind an entry that has ended."""
    has_ended = above.rstrip()[-1:] in (".", ")", ">", "")
    return has_ended and _OTHER_HEADING.fullmatch(line.strip()) is not None
