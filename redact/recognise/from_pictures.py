"""Words that were read from a picture, where spaces are lost or added: read again parted, and closed up.

A reader of pictures writes "Themother,KarenOkafor,wasbornon3March1985" and "9 9 9 1 2 3 4 5 6 7". So each
such passage is read twice more: with a space where a small letter meets a capital, a letter a figure, or a
mark a letter; and with single letters and single figures joined. Names and numbers that were found anywhere
else are looked for in it without any spaces. What remains: small words joined to one that begin with no
capital, and letters that were taken for others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redact.recognise.claims import mention
from redact.recognise.grids import View
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["parted_and_closed", "seen_without_spaces"]

_BECAUSE = "a name or number found elsewhere, in words that a picture's reader may have joined"
_LEAST = 6  # letters and figures; fewer stand within other words by chance
_PART_AT = re.compile(
    r"(?<=[a-z])(?=[A-Z][a-z])|(?<=[,;:.!?)])(?=[A-Za-z(])|(?<=[A-Za-z]{2})(?=\d)|(?<=\d)(?=[A-Z][a-z]|[a-z]{3})"
)
_TOKEN = re.compile(r"\S+")
_WHOLE = ("@", "://", "www.")  # addresses of the network are not parted
_APART = re.compile(
    r"(?<![A-Za-z])[A-Za-z](?: [A-Za-z]){2,}(?![A-Za-z])|(?<!\d)\d{1,4}(?: \d{1,4}){2,}(?!\d)"
)
_LOOKED_FOR = frozenset(Label) - {Label.DATE, Label.AGE, Label.QUANTITY}


def parted_and_closed(first: Reading) -> Iterator[Reading]:
    """Give the two further readings of a passage from a picture, where they differ from the first."""
    if not first.passage.read_from_a_picture:
        return
    parted = _parted(first)
    closed = _closed(first)
    yield from (reading for reading in (parted, closed) if reading.text != first.text)


def seen_without_spaces(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Look for what was found elsewhere in the words of pictures, without spaces and marks.

    Args:
        mentions: found until now, in any passage; each one given is evidence of the recogniser that found it.
    """
    pictures = [reading for view in views for reading in view.first if reading.passage.read_from_a_picture]
    if not pictures:
        return
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    wanted: dict[tuple[str, Label], Mention] = {}
    for each in mentions:
        bare = _bare(texts[each.span.passage][each.span.start : each.span.end])[0]
        if len(bare) >= _LEAST and each.label in _LOOKED_FOR and each.standing is Standing.PARTICIPANT:
            best = wanted.setdefault((bare, each.label), each)
            wanted[bare, each.label] = each if each.score > best.score else best
    for reading in pictures:
        text, places = _bare(reading.text)
        for (bare, label), known in wanted.items():
            at = text.find(bare)
            while at >= 0:
                found_by = known.evidence
                evidence = Evidence(found_by.recogniser, found_by.version, "without spaces", _BECAUSE)
                end = places[at + len(bare) - 1] + 1
                made = mention(reading, places[at], end, label, known.score, evidence)
                if made is not None:
                    yield made
                at = text.find(bare, at + len(bare))


def _parted(first: Reading) -> Reading:
    cuts = [
        token.start() + match.start()
        for token in _TOKEN.finditer(first.text)
        if not any(mark in token[0] for mark in _WHOLE)
        for match in _PART_AT.finditer(token[0])
        if match.start()
    ]
    text: list[str] = []
    behind: list[tuple[int, int]] = []
    for number, (start, end) in enumerate(pairwise([0, *cuts, len(first.text)])):
        if number:
            text.append(" ")
            behind.append(_behind(first, start - 1))  # the space has no code point of its own
        text.append(first.text[start:end])
        behind += [_behind(first, at) for at in range(start, end)]
    return _reading(first, "".join(text), behind)


def _closed(first: Reading) -> Reading:
    gone = {
        match.start() + at
        for match in _APART.finditer(first.text)
        for at, letter in enumerate(match[0])
        if letter == " "
    }
    kept = [at for at in range(len(first.text)) if at not in gone]
    return _reading(first, "".join(first.text[at] for at in kept), [_behind(first, at) for at in kept])


def _reading(first: Reading, text: str, behind: list[tuple[int, int]]) -> Reading:
    return Reading(first.passage, text, tuple(pair[0] for pair in behind), tuple(pair[1] for pair in behind))


def _behind(reading: Reading, at: int) -> tuple[int, int]:
    if reading.starts is None or reading.ends is None:
        return reading.base + at, reading.base + at + 1
    return reading.starts[at], reading.ends[at]


def _bare(text: str) -> tuple[str, list[int]]:
    """Give the letters and figures of a text in lower case, and the offset of each in it."""
    places = [at for at, letter in enumerate(text) if letter.isalnum() and len(letter.lower()) == 1]
    return "".join(text[at].lower() for at in places), places
