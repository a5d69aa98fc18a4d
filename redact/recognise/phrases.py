"""Phrases of several lists looked up together: one pass over the words of a text, whatever the lists hold.

All texts are folded; offsets are half-open code points into them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

__all__ = ["Phrase", "Phrases"]

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase where it stands, the list it is from, and its entry there, in lower case."""

    start: int
    end: int
    source: str
    entry: str


class Phrases:
    """Phrases by their first words. Built once; it keeps no word of a text."""

    def __init__(self, lists: Mapping[str, Iterable[str]]) -> None:
        by_first: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for source, entries in lists.items():
            for entry in entries:
                plain = entry.casefold()
                first = _WORD.search(plain)
                if first is not None and first.start() == 0:
                    by_first[first[0]].append((plain, source))
        # The longest first; of equals the list that was given first.
        self._by_first = {
            first: tuple(sorted(found, key=lambda each: -len(each[0]))) for first, found in by_first.items()
        }

    def find(self, text: str) -> Iterator[Phrase]:
        """Find phrases in any letter case, as whole words, the longest at each place; none overlap.

        A phrase goes over one line end as over one space.
        """
        plain = text.lower().replace("\n", " ")
        if len(plain) != len(text):  # a letter whose small form is two stays as it is
            plain = "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
        behind = 0
        for word in _WORD.finditer(plain):
            start = word.start()
            if start < behind or word[0] not in self._by_first:
                continue
            if start and plain[start - 1] in "-'":
                continue
            for entry, source in self._by_first[word[0]]:
                end = start + len(entry)
                if plain.startswith(entry, start) and not plain[end : end + 1].isalnum():
                    yield Phrase(start, end, source, entry)
                    behind = end
                    break
