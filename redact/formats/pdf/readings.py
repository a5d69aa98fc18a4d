"""Other readings of a text, where the file leaves open what its letters spell.

A pdf holds letters and places, no words. Where the distance between two letters may be a space or may be
kerning, where letters stand one by one, where the order of the file is not that of the page, and where a
sentence goes on over a column or a page, the second reading is given too, with the stretch that is news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from redact.formats.pdf.layout import Paragraph
from redact.formats.pdf.lines import Line

__all__ = ["Reading", "after_a_drop_cap", "over_the_turn", "readings"]

_KERN = 0.4  # font sizes; a reader sees a wider distance as a space
_LETTER_KERN = 1.3  # the same beside a piece of one or two letters
_LETTERS_APART = re.compile(r"(?<!\S)(?:\S{1,2}[ \t\n]+){2,}\S{1,2}(?!\S)")
_SHORT_WORDS = frozenset(
    ("a", "i", "an", "as", "at", "be", "by", "he", "in", "is", "it", "of", "on", "or", "so", "to")
)
_TURN_WORDS = 12  # words on each side of a column's or page's end that are read together
_ENDS = re.compile(r"[.!?:;][\"')\]\u2019\u201d]*\Z")


@dataclass(frozen=True, slots=True)
class Reading:
    """Another reading: its text, the stretches that are news (half-open), and dropped hyphens in it."""

    text: str = field(repr=False)
    focus: tuple[tuple[int, int], ...]
    breaks: tuple[int, ...] = ()


def readings(paragraph: Paragraph, *, spaces_typed: bool) -> list[Reading]:
    """Give every other reading of a paragraph; none for ordinary text.

    Args:
        spaces_typed: whether the page's words are mostly parted by spaces in the file, so that a mere
            distance may be kerning.
    """
    found = [reading for line in paragraph.lines for reading in _of_line(line, spaces_typed=spaces_typed)]
    apart = _letters_together(paragraph.text)
    return list(dict.fromkeys(found + ([apart] if apart else [])))


def over_the_turn(before: Paragraph, after: Paragraph) -> Reading | None:
    """Read the end of one paragraph and the start of the next as one sentence.

    Used where a column or a page ends between them. None where the first one plainly ends.
    """
    head = " ".join(before.text.split()[-_TURN_WORDS:])
    tail = " ".join(after.text.split()[:_TURN_WORDS])
    if (
        not head
        or not tail
        or (_ENDS.search(head) and not head.endswith(("Mr.", "Mrs.", "Ms.", "Dr.", "St.")))
    ):
        return None
    if head.endswith(("-", "\u2010", "\u00ad")) and head[-2:-1].isalnum() and tail[0].isalnum():
        head = head[:-1]
        first = head.rfind(" ") + 1
        last = len(head) + len(tail.split(" ", 1)[0])
        return Reading(head + tail, ((first, last),), (len(head),))
    return Reading(f"{head} {tail}", ((len(head), len(head) + 1),))


def after_a_drop_cap(before: Paragraph, after: Paragraph) -> Reading | None:
    """Read a large first letter that stands by itself together with the word that it begins."""
    if len(before.text) != 1 or not before.text.isalpha() or before.size < 1.5 * after.size:
        return None
    text = before.text + after.text
    return Reading(text, ((0, len(text.split(maxsplit=1)[0])),))


def _of_line(line: Line, *, spaces_typed: bool) -> list[Reading]:
    found = []
    if spaces_typed:
        together = _without_made_spaces(line)
        found += [together] if together else []
    if line.sorted_text and line.sorted_text != line.text:
        found.append(Reading(line.sorted_text, ((0, len(line.sorted_text)),)))
        apart = _letters_together(line.sorted_text)
        found += [apart] if apart else []
    return found


def _without_made_spaces(line: Line) -> Reading | None:
    pieces = [line.text[line.words[0].start : line.words[0].end]]
    length = len(pieces[0])
    begin = 0
    focus: list[tuple[int, int]] = []
    for before, word in zip(line.words, line.words[1:], strict=False):
        text = line.text[word.start : word.end]
        short = min(word.end - word.start, before.end - before.start) <= 2
        joins = word.made and word.x0 - before.x1 < (_LETTER_KERN if short else _KERN) * line.size
        if joins and pieces[-1][-1].isalpha() and text[0].isalpha():
            length += len(text)
            if focus and focus[-1][0] == begin:
                focus.pop()
            focus.append((begin, length))
            pieces.append(text)
            continue
        pieces += [" ", text]
        begin = length + 1
        length = begin + len(text)
    return Reading("".join(pieces), tuple(focus)) if focus else None


def _letters_together(text: str) -> Reading | None:
    pieces: list[str] = []
    focus = []
    length = done = 0
    for match in _LETTERS_APART.finditer(text):
        letters = match[0].split()
        if not _is_one_word(letters):
            continue
        word = "".join(letters)
        before = text[done : match.start()]
        pieces += [before, word]
        focus.append((length + len(before), length + len(before) + len(word)))
        length += len(before) + len(word)
        done = match.end()
    return Reading("".join(pieces) + text[done:], tuple(focus)) if focus else None


def _is_one_word(letters: list[str]) -> bool:
    """Tell letters set apart from short words and numbers in a row ("it is to", "3 of 4", "1 2 3")."""
    word = "".join(letters)
    single = sum(len(letter) == 1 for letter in letters)
    if word.isdigit():
        return single == len(letters) >= 6 and letters != sorted(letters)
    if single == len(letters):
        return word.isalnum()
    in_a_row = all(letter in _SHORT_WORDS for letter in letters[1:])  # "Child R as a", "Parent 1 is in"
    return word.isalpha() and 2 * single >= len(letters) and not in_a_row
