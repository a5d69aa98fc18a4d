"""The words of a page that stand in its text and are not seen: found by drawing it, marked in its lines.

A word is hidden when of three or more letters and digits four fifths change no pixel; so is a stretch of
three in a word, a word of two letters that change none, and what is shorter beside hidden words. Where
anything changes at all, thin letters and pale ones, the page is drawn larger and looked at again.
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.formats.pdf.lettered import Lettered
from redact.formats.pdf.lines import Line, Mark, Word
from redact.formats.pdf.reasons import Reasons, Surroundings
from redact.formats.pdf.seeing import Look, Sight
from redact.values.text import Part

__all__ = ["Found", "find_hidden"]

Letters = npt.NDArray[np.bool_]  # one truth for each letter of the page
_Stretch = tuple[slice, tuple[int, int]]  # of the page's letters, and of the word, half-open

_FEW = 3  # letters and digits; fewer say nothing alone, but for two letters: a name may be as short
_MOST = 0.8  # of a word's letters
_LARGE = 9.0  # points high; a letter of 13 points and more is made out where it is pale
_TINY = 2.0  # points; nobody reads smaller letters
_INVISIBLE, _CLIPS = 3, 7  # of pdf's modes of drawing text
_SCANNED = 0.5  # of the page under pictures, and of its letters unseen: a scan with its recognised text
_OVERLAID = 0.25  # of a word's box under other words'; more than the next line's letters reach
_NEAR = 200  # characters; words further apart do not stand on one line


@dataclass(frozen=True, slots=True)
class Found:
    """The lines with their hidden words marked, and what is to be said of the page as a whole."""

    lines: tuple[Line, ...]
    recognised: bool = False  # a scan whose words lie unseen over its picture
    unseen: bool = False  # the page is too large to be drawn, so nothing is known
    look: Look | None = field(default=None, repr=False)


def find_hidden(page: Any, textpage: Any, units: str, lines: tuple[Line, ...], known: Surroundings) -> Found:
    """Mark the hidden words of one page.

    Args:
        units: the page's characters, one code unit for each of pdfium's indices.
        lines: of the page, whose words know the indices of their characters.
    """
    words = [word for line in lines for word in line.words]
    letters = [index for word in words for index in range(word.first, word.last) if _counts(units[index])]
    if not letters:
        return Found(lines)
    sight = Sight(page)
    if sight.too_large:
        return Found(lines, unseen=True)
    search = _Search(sight, Lettered(sight.raw, textpage, units, words, letters), known)
    marks = search.marks()
    if not marks:
        return Found(lines, recognised=search.recognised, look=search.look)
    marked = iter(range(len(words)))
    lines = tuple(
        replace(line, words=tuple(_marked(word, marks.get(next(marked), ())) for word in line.words))
        for line in lines
    )
    return Found(lines, recognised=search.recognised, look=search.look)


def _counts(unit: str) -> bool:
    """Tell whether a character is a letter or a digit, of whatever script, or hides one."""
    return unit.isalnum() or "\ud800" <= unit <= "\uf8ff" or unit == "\ufffd"


def _marked(word: Word, marks: tuple[Mark, ...]) -> Word:
    return replace(word, marks=marks) if marks else word


class _Search:
    """One page's search for hidden words."""

    def __init__(self, sight: Sight, text: Lettered, known: Surroundings) -> None:
        self._sight = sight
        self._text = text
        self._known = known
        self.look = sight.look(text.boxes)
        self.recognised = False
        self._reasons = Reasons(sight, self.look, text, known)

    def marks(self) -> dict[int, tuple[Mark, ...]]:
        """Give the marks of each hidden word, by the number of the word."""
        seen = self._seen()
        whole, part = self._candidates(seen)
        if (whole or part) and self._look_closer(seen, {*whole, *part}):
            whole, part = self._candidates(seen)
        if part and self._look_at_letters(seen, part):
            whole, part = self._candidates(seen)
        found: dict[int, tuple[Mark, ...]] = {}
        if whole or part:
            unseen = 1 - float(np.mean(seen))
            self.recognised = unseen > _SCANNED and self._reasons.covers.pictured() > _SCANNED
            letters = {number: self._text.of(number) for number in whole} | {
                n: run for n, (run, _) in part.items()
            }
            reasons = self._reasons.in_a_scan(letters) if self.recognised else self._reasons.of(letters)
            for number, why in reasons.items():
                start, end = part[number][1] if number in part else (0, self._text.length(number))
                found[number] = (Mark(start, end, why.part, why.place),)
            self._between(found, seen, whole)
        for box in self._known.marks:
            for number in self._text.inside(box):
                found[number] = (Mark(0, self._text.length(number), Part.ANNOTATION, "P8"),)
        return found

    @cached_property
    def _never(self) -> Letters:
        """The letters that nobody sees whatever pixels change: invisible, too small, or under others."""
        text, modes = self._text, self._sight.modes
        never = np.zeros(len(text.letters), np.bool_)
        sizes = text.boxes[:, 2:] - text.boxes[:, :2]
        for at in np.flatnonzero((sizes < _TINY).all(axis=1)).tolist():
            never[at] = text.ruler.size(int(text.letters[at])) < _TINY
        if modes:
            objects = (text.ruler.text_object(index) for index in text.letters.tolist())
            never |= [modes.get(address) == _INVISIBLE for address in objects]
        for number in text.overlaid(_OVERLAID):
            never[text.of(number)] |= not self._reasons.stands_out(text.of(number))
        return never

    def _seen(self) -> Letters:
        boxes = self._text.boxes
        seen = self.look.clear(boxes)
        large = np.flatnonzero((boxes[:, 3] - boxes[:, 1] > _LARGE) & ~seen)
        if len(large):
            seen[large] = self.look.pale(boxes[large])
        if _CLIPS in self._sight.modes.values():
            self._cut_out(seen)
        seen[self._never] = False
        return seen

    def _cut_out(self, seen: Letters) -> None:
        """Note the words that are cut out of what is drawn after them: without them all of it would show."""
        for number in range(len(self._text.words)):
            letters = self._text.of(number)
            if letters.start < letters.stop and not seen[letters].any():
                address = self._text.ruler.text_object(int(self._text.letters[letters.start]))
                if self._sight.modes.get(address) == _CLIPS and self._reasons.is_cut_out(letters):
                    seen[letters] = True

    def _candidates(self, seen: Letters) -> tuple[set[int], dict[int, _Stretch]]:
        """Give the words that are hidden whole, and the stretches of words that are hidden in part."""
        whole: set[int] = set()
        part: dict[int, _Stretch] = {}
        if seen.all():
            return whole, part
        text = self._text
        hidden = text.counted(~seen)
        for number in np.flatnonzero(hidden > 0).tolist():
            letters = text.of(number)
            count = letters.stop - letters.start
            if hidden[number] >= _MOST * count and (count >= _FEW or text.is_short_name(number)):
                whole.add(number)
            elif hidden[number] >= _FEW and (run := _longest(~seen[letters])):
                first = text.words[number].first
                chosen = slice(letters.start + run[0], letters.start + run[1])
                places = text.letters[chosen] - first
                if text.length(number) == text.words[number].last - first:
                    part[number] = chosen, (int(places[0]), int(places[-1]) + 1)
                else:  # letters of two units: their places are not sure
                    whole.add(number)
        return whole, part

    def _look_closer(self, seen: Letters, numbers: Set[int]) -> bool:
        """Look again, larger, where something small or pale is seen in hidden words; tell whether it was."""
        chosen = np.concatenate([np.arange(*self._text.of(n).indices(len(seen))) for n in sorted(numbers)])
        chosen = chosen[~seen[chosen] & ~self._never[chosen]]
        chosen = chosen[self.look.pale(self._text.boxes[chosen])]
        if not len(chosen):
            return False
        boxes = self._text.boxes[chosen]
        seen[chosen] = self._sight.look(boxes, closer=True).clear(boxes)
        return bool(seen[chosen].any())

    def _look_at_letters(self, seen: Letters, numbers: Iterable[int]) -> bool:
        """Ask of each letter of a word that is hidden in part whether it is seen, or one that lies on it."""
        before = int(seen.sum())
        for number in numbers:
            for at in range(*self._text.of(number).indices(len(seen))):
                seen[at] = seen[at] and self._reasons.stands_out(slice(at, at + 1))
        return int(seen.sum()) < before

    def _between(self, found: dict[int, tuple[Mark, ...]], seen: Letters, judged: Set[int]) -> None:
        """Mark short words beside hidden ones: initials, particles, the marks between numbers."""
        words = self._text.words
        for step in (1, -1):
            for number in sorted(found, reverse=step < 0):
                mark = found[number][0]
                beside = number + step
                while 0 <= beside < len(words) and beside not in found:
                    letters = self._text.of(beside)
                    far = abs(words[number].first - words[beside].first) > _NEAR
                    long = letters.stop - letters.start >= _FEW
                    if long or seen[letters].any() or far or beside in judged:
                        break
                    if self.recognised and not self._reasons.in_a_scan({beside: letters}):
                        break
                    found[beside] = (Mark(0, self._text.length(beside), mark.part, mark.place),)
                    beside += step


def _longest(hidden: npt.NDArray[np.bool_]) -> tuple[int, int] | None:
    """Give the longest run of hidden letters, half-open, where it is long enough to be a word."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], hidden.astype(np.int8), [0]])))
    runs = [(int(start), int(end)) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    longest = max(runs, key=lambda run: run[1] - run[0], default=(0, 0))
    return longest if longest[1] - longest[0] >= _FEW else None
