"""Words of the trade, each with plain words for it: `rules/lists/jargon.txt` and what a rule adds.

Where two wordings fit the same words, the longer one counts. A word that the document itself explains, in a
list of terms or in brackets behind it, is none; nor is one inside a name. What remains: a word of the trade
that no list has, and one that is plain where it stands.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from redact.errors import RuleFault
from redact.judge.checks.wordspans import span_of_words
from redact.judge.outline import Outline, Sentence
from redact.judge.phrases import Phrase, compile_phrase
from redact.resources import word_list

__all__ = ["Jargon", "Wording", "jargon_in", "our_jargon"]

_EXPLAINED = re.compile(
    r"""["'\u2019\u201d]?\s*(?: [(\[]\s*(?!see\b)(?:[^\W\d_]+[\s,'\u2019-]+){3,}
      | ,?\s+(?:that\s+is|which\s+is|meaning|or\s+in\s+other\s+words|in\s+other\s+words)\b
      | \s+(?:is|are|means?)\s+(?:a|an|the|when|where|what)\b )""",
    re.VERBOSE,
)
# The words that an abbreviation stands for: "multi-agency safeguarding hub (MASH)", "CAF (common ...)".
_LONG_FORM = re.compile(
    r"(?:[\s-]+[^\W\d_][\w'\u2019]*){0,4}\s*[(\[]"
    r"['\"\u2018\u201c]*(?:the\s+)?(?=[A-Za-z]?[A-Z][a-z]?[A-Z&])"
)
_IN_BRACKETS = re.compile(r"[A-Z][A-Za-z&]*[A-Z]['\u2019]?s?\s*[(\[][^)\]]*\Z")
_NEXT = re.compile(r"[\s-]+([^\W\d_])")


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of the list, with our plain words for it."""

    phrase: Phrase = field(repr=False)
    plain: str

    @property
    def id(self) -> str:
        """Give what tells it from the others."""
        return self.phrase.source


@dataclass(frozen=True, slots=True)
class Jargon:
    """A wording in one sentence: the number of the sentence, half-open code points into its text."""

    wording: Wording = field(repr=False)
    sentence: int
    start: int
    end: int


def our_jargon(more: Mapping[str, Sequence[str]] | None = None) -> tuple[Wording, ...]:
    """Give the wordings of our list, and those that a rule adds: plain words, each with their wordings.

    Raises:
        RuleFault: the list is missing, or a line of it has no plain words.
    """
    added = [
        Wording(compile_phrase(one), plain) for plain, several in (more or {}).items() for one in several
    ]
    own = {one.phrase.parts for one in added}
    return (*added, *(one for one in _listed() if one.phrase.parts not in own))


def jargon_in(
    outline: Outline, wordings: Iterable[Wording], *, but_for: Collection[int] = ()
) -> tuple[Jargon, ...]:
    """Find the words of the trade in the sentences of a document, in reading order.

    Args:
        but_for: numbers of sentences that are a list of terms; what these explain is found nowhere.
    """
    found: dict[int, list[tuple[int, int, Wording]]] = {}
    explained: set[str] = set()
    for wording in wordings:
        for number, sentence, _, _ in outline.saying(wording.phrase):
            if number in but_for:
                explained.add(wording.id)
            else:
                places = wording.phrase.everywhere(sentence.words)
                found.setdefault(number, []).extend((*place, wording) for place in places)
    placed = [
        Jargon(wording, number, *span_of_words(outline.sentences[number].text, first, last))
        for number in sorted(found)
        for first, last, wording in _longest(found[number])
    ]
    named = [one for one in placed if not _in_a_name(outline.sentences[one.sentence], one)]
    explained |= {one.wording.id for one in _firsts(named) if _is_explained(outline, one)}
    return tuple(one for one in named if one.wording.id not in explained)


def _longest(places: Iterable[tuple[int, int, Wording]]) -> Iterator[tuple[int, int, Wording]]:
    """Give, of places that overlap, those of most words."""
    taken: list[tuple[int, int, Wording]] = []
    for first, last, wording in sorted(places, key=lambda one: (one[0] - one[1], one[0])):
        if all(last <= start or end <= first for start, end, _ in taken):
            taken.append((first, last, wording))
    yield from sorted(taken, key=lambda one: one[0])


def _firsts(found: Iterable[Jargon]) -> Iterator[Jargon]:
    seen: set[str] = set()
    for one in found:
        if one.wording.id not in seen:
            seen.add(one.wording.id)
            yield one


def _in_a_name(sentence: Sentence, one: Jargon) -> bool:
    """Tell whether it is part of a name: "Local Safeguarding Children Board", but not "Strategy Meeting".

    The words that an abbreviation stands for are a name too.
    """
    if _LONG_FORM.match(sentence.text, one.end) or _IN_BRACKETS.search(sentence.text, 0, one.start):
        return True
    piece = sentence.text[one.start : one.end]
    if sentence.text.isupper() or not piece[:1].isupper():
        return False
    behind = _NEXT.match(sentence.text, one.end)
    if behind is not None and behind[1].isupper():
        return True
    return one.start > 0 and not re.search(r"\W", piece)


def _is_explained(outline: Outline, one: Jargon) -> bool:
    return _EXPLAINED.match(outline.sentences[one.sentence].text, one.end) is not None


@lru_cache(maxsize=1)
def _listed() -> tuple[Wording, ...]:
    return tuple(_read(line) for line in word_list("jargon"))


def _read(line: str) -> Wording:
    wording, tab, plain = line.partition("\t")
    if not tab or not plain.strip():
        raise RuleFault("a line of the word list jargon has no plain words", "Write a tab and plain words.")
    return Wording(compile_phrase(wording), plain.strip())
