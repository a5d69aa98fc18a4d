"""The words of a text that are words of names, each word looked up once, and what stands side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.lists import words
from redact.recognise.repeat_names import key_of

__all__ = ["Hit", "WordsOfNames", "runs"]

_WORD = regex.compile(r"\p{L}+(?:'\p{L}+)*'?")
# In a file name a capital begins a word too.
_FILE_WORD = regex.compile(r"\p{Lu}{2,}(?=\P{L}|\d|$)|\p{Lu}'?\p{Lu}?\p{Ll}+|\p{Ll}+|\p{L}+")
_JOIN = regex.compile(r"[ ]{1,2}|[ ]?\n[ ]?|-|,[ ]|\.?[ ]?\p{Lu}\.[ ]?|'|[_.]")

# Of a word: how much of it is the name's, its key, and the numbers of the names.
_Known = tuple[int, str, frozenset[int]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of a text that is a word of names: where it stands, and the numbers of those names."""

    start: int
    end: int
    key: str = field(repr=False)
    names: frozenset[int]


class WordsOfNames:
    """Looks words up in an index of names by their words; for the texts of one call."""

    def __init__(self, index: Mapping[str, frozenset[int]]) -> None:
        self._index = index
        self._known: dict[str, _Known | None] = {}

    def hits(self, text: str, *, in_name_part: bool) -> Iterator[Hit]:
        """Give the words of a folded text that are words of names, in order; in the name of a file or not."""
        known = self._known
        for match in (_FILE_WORD if in_name_part else _WORD).finditer(text):
            word = match[0]
            if word not in known:
                known[word] = self._look_up(word)
            found = known[word]
            if found is not None:
                start = match.start()
                yield Hit(start, start + found[0], *found[1:])

    def _look_up(self, word: str) -> _Known | None:
        # Harte, O'Brien; Harte's, Hartes'; Hartes. The name itself may end in s, so longest first.
        for cut in (0, 1, 2) if word[-1] in "sS'" else (0,):
            stop = len(word) - cut
            key = key_of(word[:stop])
            names = self._index.get(key)
            if cut and word.casefold() in words("small-words"):
                return None  # "This" is no plural of Thi
            if names and word[stop:].casefold() in ("", "s", "'s", "s'", "'"):
                return stop - (word[stop - 1] == "'"), key, names
        return None


def runs(text: str, hits: Iterable[Hit]) -> Iterator[list[Hit]]:
    """Join hits that stand side by side and are of one name; two people side by side stay two."""
    run: list[Hit] = []
    shared: frozenset[int] = frozenset()
    for hit in hits:
        beside = bool(run) and _JOIN.fullmatch(text, run[-1].end, hit.start)
        if beside and shared & hit.names and all(hit.key != other.key for other in run):
            run.append(hit)
            shared &= hit.names
        else:
            if run:
                yield run
            run, shared = [hit], hit.names
    if run:
        yield run
