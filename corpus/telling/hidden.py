"""Hidden plants: what a document's file holds beside the words on its pages, and the gold of it.

Properties, comments, running lines, deletions that Word keeps, hidden text and names of bookmarks. A case
and a told document give what is planted; `corpus.hiding` writes it into the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from random import Random

from corpus.cases.draw import seeded
from corpus.cases.roles import ROLES, side_of
from corpus.cases.values import Case, Person
from corpus.telling.names import Names
from corpus.telling.tell import Telling

__all__ = ["BOTH", "Hidden", "hidden_in"]

# Of the documents that are made as files. They are few, and made to be looked for in: each of these places
# is filled far more often than in an office, but for the two that an office's Word fills by itself.
_SHARES = {
    "author": 0.8, "last modified by": 0.7, "title": 0.35, "subject": 0.25, "comment": 0.4, "header": 0.35,
    "footer": 0.2, "hidden text": 0.3, "bookmark": 0.3,
}  # fmt: skip
_DELETED = 0.7  # of documents with labels: a name that was struck out with changes tracked
BOTH = frozenset({"author", "title", "subject"})  # Word writes these into the PDF too
_LONGEST_BOOKMARK = 40  # letters, a limit of Word
_NO_BOOKMARK = re.compile(r"\W+")
_COMMENTS = (
    "Is this what {} said to the review?",
    "I would leave {} out here, the family will read it.",
    "{} to be checked against the chronology please.",
    "Not agreed with the agency yet. {} was not seen that day.",
)
_UNSEEN = (" Note for file: {} does not want this said.", " ({} is named in the agency's own record.)")
_RUNNING = ("Re: {}", "Case of {}", "{} - draft")
_TITLES = ("Review {}", "{} final", "Re {}")
_BOOKMARKS = ("Visit_", "About_", "")
_TOP = ("child", "mother", "father", "sib")  # whom a title or a running line is about


@dataclass(frozen=True, slots=True)
class Hidden:
    """One plant. `words` stand in the file at `place`, and `quote` in them is the mention.

    Attributes:
        paragraph: half-open code points of the told text: the paragraph that holds it; None where there is
            none.
        at: the place in that paragraph before which the words stand, in code points.
    """

    place: str
    words: str = field(repr=False)
    quote: str = field(repr=False)
    who: str
    form: str
    label: str = "PERSON"
    paragraph: tuple[int, int] | None = None
    at: int = 0


def hidden_in(telling: Telling, case: Case, *, seed: int) -> tuple[Hidden, ...]:
    """Draw what is hidden in the files of a document; the same for the same seed."""
    return tuple(_Hiding(telling, case, seeded("hidden", seed, telling.told.document)).all())


class _Hiding:
    """Draws the plants of one document."""

    def __init__(self, telling: Telling, case: Case, rng: Random) -> None:
        self._telling, self._case, self._rng = telling, case, rng
        self._names = Names(case)
        text = telling.told.text
        self._paragraphs = [
            part.span
            for part in telling.layout
            # Of two paragraphs with the same words nobody could say which one is meant.
            if part.kind == "paragraph" and text.count(text[slice(*part.span)]) == 1
        ]

    def all(self) -> Iterator[Hidden]:
        for place, share in _SHARES.items():
            if self._rng.random() < share:
                yield from self._plants(place)
        if self._rng.random() < _DELETED:
            yield from self._deleted()

    def _plants(self, place: str) -> Iterator[Hidden]:
        if place in ("author", "last modified by"):
            yield from self._told(place, self._writers(), ("full", "full", "user"), ("{}",))
        elif place in ("title", "subject"):
            yield from self._told(place, self._family(_TOP), ("full", "lastfirst2", "last"), _TITLES)
        elif place in ("header", "footer"):
            yield from self._told(place, self._family(_TOP), ("full", "lastfirst", "inits"), _RUNNING)
        elif self._paragraphs:
            paragraph = self._rng.choice(self._paragraphs)
            for plant in self._in_paragraph(place):
                yield replace(plant, paragraph=paragraph, at=paragraph[1] - paragraph[0])

    def _in_paragraph(self, place: str) -> Iterator[Hidden]:
        if place == "hidden text":
            yield from self._told(place, self._family(), ("full", "first"), _UNSEEN)
        elif place == "bookmark":
            yield from self._bookmark()
        else:
            yield from self._told("comment author", self._writers(), ("full",), ("{}",))
            yield from self._told("comment", self._family(), ("first", "full", "nick"), _COMMENTS)

    def _told(
        self, place: str, people: Sequence[Person], forms: Sequence[str], patterns: Sequence[str]
    ) -> Iterator[Hidden]:
        if not people:
            return
        person = self._rng.choice(people)
        form = self._rng.choice(forms)
        told = self._names.form(person.role, form) or self._names.form(person.role, "full")
        if told is not None:
            form = form if self._names.form(person.role, form) else "full"
            words = self._rng.choice(patterns).format(told[1])
            yield Hidden(place, words, told[1], person.role, form)

    def _bookmark(self) -> Iterator[Hidden]:
        person = self._rng.choice(self._family())
        told = self._names.form(person.role, "full")
        quote = _NO_BOOKMARK.sub("_", told[1]) if told is not None else ""
        words = self._rng.choice(_BOOKMARKS) + quote
        if quote and len(words) <= _LONGEST_BOOKMARK:
            yield Hidden("bookmark", words, quote, person.role, "full")

    def _deleted(self) -> Iterator[Hidden]:
        """Strike out the real name in front of the label that stands for it now."""
        labels = [
            (mention, paragraph)
            for mention in self._telling.told.mentions
            if mention.label == "PSEUDONYM" and mention.who and self._telling.told.stage
            for paragraph in self._paragraphs
            if paragraph[0] <= mention.span[0] < paragraph[1]
        ]
        if labels:
            mention, paragraph = self._rng.choice(labels)
            form = "first" if mention.role == "family" else "full"
            told = self._names.form(mention.who, form)
            if told is not None:
                at = mention.span[0] - paragraph[0]
                words = f"{told[1]} "
                yield Hidden(
                    "tracked deletion", words, told[1], mention.who, form, paragraph=paragraph, at=at
                )

    def _family(self, roles: Sequence[str] = ()) -> list[Person]:
        """Give the family, or those of these roles whom there are."""
        people = self._case.people.values()
        return [
            each for each in people if side_of(each.role) == "family" and (not roles or each.role in roles)
        ]

    def _writers(self) -> list[Person]:
        """Give who may have written the file: workers of its agency, or who keeps the board's papers.

        The independent author is not among them: the name may stand on the cover of a review.
        """
        people, agency = self._case.people, self._telling.told.agency
        own = [
            each for role, each in people.items() if side_of(role) == "staff" and ROLES[role].agency == agency
        ]
        return own or [people[role] for role in ("bm", "admin") if role in people]
