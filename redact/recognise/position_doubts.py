"""What a position seems to name and nobody is called: "Subject: Mailbox full", "5 | Breakfast Club place".

Rules read whatever has the shape of a name behind a label, in a column, beside kin or a post; where the
name model, which reads the row and the lines around it, holds each word impossible, words that nobody is
called by are nobody's. All others are then asked about, unless the line goes on in small letters ("Chase
damp"). Months and days that their column or line tells, letters of sections, and codes that the paper
explains are nobody's either. What remains: a heading that the model takes for a name.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.column_times import times_of_columns
from redact.recognise.grids import View
from redact.recognise.model.views import chance
from redact.recognise.names import name_words, stop_words
from redact.recognise.openers import acts
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.recognise.position_signs import (
    answers_when,
    has_article,
    is_mark_of_mail,
    is_no_word_of_names,
    is_split,
    mail_subject,
    shortens_kin,
    stands_for_kin,
    stands_for_nobody,
    without_day,
)
from redact.recognise.readings import Reading
from redact.recognise.section_letters import section_letters
from redact.recognise.thing_signs import is_forename
from redact.recognise.times import is_day, is_time
from redact.recognise.told_codes import codes_told
from redact.values.people import Label, Mention
from redact.values.text import Span

__all__ = ["without_positions"]

_NOT, _ANNOUNCED, _QUOTES = "n't", "announced name", ("'", '"')
# Rules that go by a position, and by the shape of what stands there.
_OF_POSITIONS = frozenset(
    {
        ("fields", "field"),
        ("fields", "next line"),
        ("fields", "cell"),
        ("fields", "column"),
        ("kinship", "kinship and name"),
        ("kinship", _ANNOUNCED),
        ("posts", "name and post"),
        ("roles", "role and name"),
    }
)
_BY_MODEL = frozenset({"name-model", "unlisted", "mid-sentence", "openers", "own-letters"})
_ITS_KIN, _UNLISTED = "name and its kin", "unlisted"
_OF_CODES = _BY_MODEL | {"repeats", "roles", "user-names"}
# The model's odds of a person below which none of the words is anybody's; 450 names that such rules found
# in papers of strange authors lay above 0.003. Then beside kin and posts, of ordinary words, of a subject.
_IMPOSSIBLE, _BESIDE_WORDS, _OF_ORDINARY, _OF_SUBJECT = 0.0025, 0.01, 0.05, 0.05
_POSSIBLE, _ASKED, _LIKELY, _SURE = 0.3, 0.4, 0.6, 0.79
_OF_INTERVIEWS = "QA"
_WORD = regex.compile(r"[\p{L}\p{M}]+(?:['-][\p{L}\p{M}]+)*")
_FORENAME_BEHIND = regex.compile(r",[ ](?P<name>\p{Lu}[\p{L}\p{M}'-]+)[ ]*(?:[;\n\t(<]|$)")
_GOES_ON = regex.compile(r"[ ]\p{Ll}")


@dataclass(frozen=True, slots=True)
class _Call:
    """The first readings, and where signs of positions stand.

    `borne` are the words of names of two words or more, `told` the letters that are told to be codes, all in
    lower case; `short_kin` the documents that shorten the words for mother and father.
    """

    readings: Mapping[str, tuple[View, Reading]] = field(repr=False)
    letters: frozenset[tuple[str, int]] = field(repr=False)
    codes: frozenset[tuple[str, int]] = field(repr=False)
    times: frozenset[tuple[str, int]] = field(repr=False)
    borne: frozenset[str] = field(repr=False)
    told: frozenset[str] = field(repr=False)
    short_kin: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Place:
    """A claim, and where it stands: half-open code points of the reading's text."""

    claim: Mention
    view: View = field(repr=False)
    reading: Reading = field(repr=False)
    start: int
    end: int

    def words(self) -> list[str]:
        return [str(word) for word in _WORD.findall(self.reading.text, self.start, self.end)]


def without_positions(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Give the mentions of people again, without what its position shows to be nobody's.

    Args:
        found: mentions before or after overlaps are settled.
    """
    found = list(found)
    readings = {reading.passage.id: (view, reading) for view in views for reading in view.first}
    call = _Call(
        readings,
        frozenset(place for view in views for place in section_letters(view)),
        frozenset(place for view in views for place in codes_told(view).places),
        frozenset(place for view in views for place in times_of_columns(view)),
        _borne(readings, found),
        frozenset(letters for view in views for letters in codes_told(view).letters),
        frozenset(
            view.document.id for view in views if any(shortens_kin(reading.text) for reading in view.first)
        ),
    )
    judged = (_judged(call, each) for each in found)
    return [each for each in judged if each is not None]


def _borne(readings: Mapping[str, tuple[View, Reading]], found: Sequence[Mention]) -> frozenset[str]:
    """Give the words, in lower case, of names of two words or more that are likely somebody's."""
    borne: set[str] = set()
    for each in found:
        by_model = each.evidence.recogniser == "name-model"
        place = _place(readings, each) if each.score >= (_SURE if by_model else _LIKELY) else None
        every = place.words() if place is not None else []
        borne.update(word.casefold() for word in every if len(every) > 1)
    return frozenset(borne)


def _place(readings: Mapping[str, tuple[View, Reading]], claim: Mention) -> _Place | None:
    """Find where the name of a person stands; None of all else."""
    found = readings.get(claim.span.passage)
    if found is None or claim.label is not Label.PERSON:
        return None
    view, reading = found
    span = claim.span
    if reading.starts is None or reading.ends is None:
        return _Place(claim, view, reading, span.start - reading.base, span.end - reading.base)
    start, end = bisect_right(reading.ends, span.start), bisect_left(reading.starts, span.end)
    return _Place(claim, view, reading, start, end)


def _judged(call: _Call, claim: Mention) -> Mention | None:
    place = _place(call.readings, claim)
    if place is None:
        return claim
    by, at = claim.evidence, (claim.span.passage, claim.span.start)
    if at in call.times and place.reading.text[place.start : place.end].isalpha():
        return None
    if is_no_word_of_names(place.reading.text, place.start, place.end) or is_mark_of_mail(
        place.reading.text, place.start
    ):
        return None
    is_kept = by.recogniser not in _OF_CODES or _is_written_as_a_name(place) or _is_somebodys(call, place)
    if at in call.codes and not is_kept:
        return None
    if (by.recogniser, by.pattern) in _OF_POSITIONS:
        return _of_position(place)
    if at in call.letters:
        return _behind_letter(place)
    if by.recogniser in _BY_MODEL or by.pattern == _ITS_KIN:
        return None if _is_nobody(call, place) else _without_day(place)
    return claim


def _without_day(place: _Place) -> Mention:
    end = without_day(place.reading.text, place.start, place.end)
    span = place.reading.span(place.start, end) if end < place.end else None
    return place.claim if span is None else replace(place.claim, span=Span(place.claim.span.passage, *span))


def _is_written_as_a_name(place: _Place) -> bool:
    """Tell a forename with one capital, which may stand in a key of people as well: "Rio", not "RiO"."""
    return place.reading.text[place.start : place.end].istitle() and any(map(is_forename, place.words()))


def _is_somebodys(call: _Call, place: _Place) -> bool:
    """Tell a word of somebody's whole name, and letters of one that are no code: "BELL | Denzel | 03"."""
    every = [word.casefold() for word in place.words()]
    if place.claim.evidence.recogniser == "own-letters":
        return place.claim.score >= _LIKELY and call.told.isdisjoint(every)
    return bool(every) and call.borne.issuperset(every)


def _of_position(place: _Place) -> Mention | None:
    """Judge what a rule found by position alone: as it is, asked about, or None."""
    claim, text, start, end = place.claim, place.reading.text, place.start, place.end
    every = list(_WORD.finditer(text, start, end))
    if is_mark_of_mail(text, start) or (every and all(is_time(text, *word.span()) for word in every)):
        return None
    odds = chance(place.view, place.reading, start, end)
    if odds is None or odds >= _least(place):
        return _without_day(place)
    behind = _FORENAME_BEHIND.match(text, end)
    if behind is not None and (chance(place.view, place.reading, *behind.span("name")) or 0.0) >= _LIKELY:
        return claim  # "Contractor, Aarti;"
    may_be = bool(every) and not any(_is_no_name(word[0]) for word in every)
    if may_be and not (_GOES_ON.match(text, end) and not acts(text, end)):
        return claim if claim.score <= _ASKED else replace(claim, score=_ASKED)
    return None


def _least(place: _Place) -> float:
    """Give the odds of a person that a name needs in its position."""
    text, start = place.reading.text, place.start
    if mail_subject(text, start, place.end) is not None:
        return _OF_SUBJECT
    if place.claim.evidence.pattern == _ANNOUNCED and text[start - 1 : start] in _QUOTES:
        return _OF_SUBJECT  # a title
    if all(map(_is_ordinary, place.words())):
        return _OF_ORDINARY
    return _IMPOSSIBLE if place.claim.evidence.recogniser == "fields" else _BESIDE_WORDS


def _is_ordinary(word: str) -> bool:
    plain = word.casefold()
    is_word = is_plain(word) or is_known(word) or is_seldom_a_name(word) or plain in stop_words()
    return is_word and plain not in name_words()


def _is_no_name(word: str) -> bool:
    """Tell a word that nobody is called by, whatever the model takes it for."""
    plain = word.casefold()
    is_word = is_plain(word) or is_known(word) or plain in stop_words()
    return is_word and not is_seldom_a_name(word) and not is_forename(word)


def _behind_letter(place: _Place) -> Mention | None:
    """Judge a claim that begins with the letter of a section, of a question or of an answer."""
    text, start, end = place.reading.text, place.start, place.end
    rest = next((at for at in range(start + 1, end) if text[at].isalpha()), end)
    if rest == end:
        return None
    every = _WORD.findall(text, rest, end)
    if "." not in text[start:rest] or len(every) > 1:
        return place.claim
    if _is_no_name(every[0]) or (text[end : end + 1] == ":" and _is_ordinary(every[0])):
        return None
    odds = chance(place.view, place.reading, rest, end)
    if odds is None or is_forename(every[0]) or acts(text, end):
        return place.claim
    least = _OF_ORDINARY if _GOES_ON.match(text, end) else 0.0
    if _is_ordinary(every[0]) or every[0].endswith(_NOT):
        least = _LIKELY if text[start] in _OF_INTERVIEWS else _POSSIBLE
    return None if odds < least else place.claim


def _is_nobody(call: _Call, place: _Place) -> bool:
    """Tell it of what the model, or the look of a word, took for a name."""
    text, start, end = place.reading.text, place.start, place.end
    word = text[start:end]
    if is_split(text, start, end) or is_mark_of_mail(text, start) or is_day(text, start, end):
        return True
    if has_article(text, start, end) or answers_when(text, start, end):
        return True
    # Whose letters they may be as well is asked by the recogniser that knows the names.
    if place.claim.evidence.recogniser == _UNLISTED and word.isupper() and word.casefold() in call.told:
        return True
    if not word.isalpha() or word.casefold() in call.borne:
        return False
    if place.view.document.id in call.short_kin and stands_for_kin(text, start, end):
        return True
    if _answers(call, place) and _is_ordinary(word) and text[end : end + 1] == ":":
        return True
    return not is_forename(word) and stands_for_nobody(text, start, end)


def _answers(call: _Call, place: _Place) -> bool:
    """Tell a word directly behind the letter of a section or an answer: "A. Line: we are sorry"."""
    start = place.claim.span.start
    return any((place.claim.span.passage, start - back) in call.letters for back in (2, 3))
