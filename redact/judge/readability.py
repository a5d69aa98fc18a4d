"""How hard a text is to read, by a formula that can be worked out by hand.

The Automated Readability Index (Senter and Smith, 1967): 4.71 times the letters and digits a word, plus half
the words a sentence, less 21.43. It is a school grade of the United States; a reader of grade 1 is six years
old. It needs no dictionary of syllables. A word is what white space, a dash or a slash parts from the next:
"don't", "one-off", "1,250" and "s.47" are one word each, "and/or" is two, "3 May 2012" three. What remains:
it knows nothing of what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Readability", "readability", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['\u2019.,-][^\W_]+)*")
_AGE_OF_GRADE = 5  # years: grade 1 is read at six


@dataclass(frozen=True, slots=True)
class Readability:
    """Counts of a text: its letters and digits, its words and its sentences."""

    characters: int
    words: int
    sentences: int

    @property
    def grade(self) -> float:
        """Give the Automated Readability Index; of no words 0."""
        if not self.words or not self.sentences:
            return 0.0
        return 4.71 * self.characters / self.words + 0.5 * self.words / self.sentences - 21.43

    @property
    def age(self) -> int:
        """Give the age in years at which it is read with ease, rounded up; never below five."""
        return max(_AGE_OF_GRADE, -int(-(self.grade + _AGE_OF_GRADE) // 1))


def readability(sentences: Sequence[str]) -> Readability:
    """Count what the formula needs; a sentence without a word is none."""
    counts = [number for sentence in sentences if (number := len(words_of(sentence)))]
    # Every letter and digit stands in some word.
    characters = sum(sum(map(str.isalnum, sentence)) for sentence in sentences)
    return Readability(characters, sum(counts), len(counts))


def words_of(sentence: str) -> list[str]:
    """Give the words of a sentence; "don't" and "one-off" are one word each."""
    return _WORD.findall(sentence)
