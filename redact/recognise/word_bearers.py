"""Names that are ordinary words, by what a bearer does or is: "grace (sister)", "Will to ask by Fri".

A word that is a name too (of a list of forenames, of names that are words, a day) is asked about in brackets
with its relation or post; behind a relative and a comma; where it is let know; before an initial; before a
verb that only somebody has, at the beginning of a sentence or a line, also in small letters; alone in a last
line of a mail; and in quotes with "or some such". In small letters it then counts again in the document where
somebody may stand, and so does a word with its capital behind the date of an entry. What remains: a word of
no list, and one of which nothing tells but an ordinary noun's place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import cast

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.grids import View
from redact.recognise.letter_places import is_small_word
from redact.recognise.lists import kinds, words
from redact.recognise.mid_sentence import LOWER, PARTS, uses_capitals
from redact.recognise.model.views import chance
from redact.recognise.names import is_short_form, name_words, title_words
from redact.recognise.plain_words import is_a_surname_too, is_seldom_a_name
from redact.recognise.readings import Reading
from redact.recognise.repeat_edges import begins
from redact.recognise.taken import Place, people_where_free, taken_by
from redact.recognise.thing_signs import is_forename
from redact.recognise.word_frames import (
    ACTS,
    AGAIN_BEFORE,
    AGAIN_BEHIND,
    BEFORE_LETTER,
    BRACKET,
    ENTRY,
    GOES_ON,
    KIN_COMMA,
    LAST_LINE,
    LET_KNOW,
    NO_NAME_BEFORE,
    NOT_BEHIND_MODALS,
    NOW,
    OWNS,
    QUOTED,
    SEEN,
    SMALL,
    SPEAKS,
    WANTED,
    WILL_WILL,
    WRAPPED,
)
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED, _SHORTEST = 0.4, 3
_POSSIBLE = 0.2  # the model's odds of a person for a word that the call writes small as well
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_TIMES = frozenset({"spring", "summer", "autumn", "winter", "april", "may", "june", "august", "dawn", "day"})
_MODALS = frozenset({"will", "may"})
_SAID = frozenset({"said", "says", "asked", "asks", "told", "tells", "rang", "phoned", "agreed", "replied"})
_NOBODY = frozenset({"ward", "head", "baby", "card", "court", "panel", "duty", "desk", "case", "notes"})
_AUXILIARIES = frozenset({"did", "does", "has", "had"})
# What only somebody does, in the past or of a third person: of a bill or a page none is said.
_POSTS = frozenset(
    {
        "ot", "hv", "sw", "gp", "cpn", "ta", "sn", "mw", "slt", "tm", "ssw", "fsw", "ewo", "senco", "dsl",
        "idva", "pcso", "dc", "ds", "pc", "pn", "yot", "agency", "bank", "locum", "duty", "interpreter",
        "chair", "flatmate", "housemate", "landlord", "keyworker", "midwife", "advocate", "cleaner", "cook",
        "childminder",
    }
)  # fmt: skip
# What a worker has and leaves behind: no field and no burden has a supervisor.
_OF_A_WORKER = frozenset({
    "chronology", "supervisor", "supervision", "caseload", "diary", "notebook", "statement", "successor",
    "predecessor", "replacement", "colleague", "colleagues", "evidence", "handwriting",
})  # fmt: skip
_SHOWN = "words that bear"
_BEARS = "an ordinary word where only a bearer of it stands"
_EVIDENCE = Evidence("word-bearers", "1", "word that bears", _BEARS)
_AGAIN = Evidence(
    "word-bearers", "1", "word again", "a word that is somebody's name elsewhere in this document"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    claimed = _claimed(views, mentions)
    written: frozenset[str] | None = None
    for view in views:
        shown = _shown(view)
        if any(_is_hardly_a_name(*place) for place in shown):
            written = _written_small(views) if written is None else written
            shown = [
                place
                for place in shown
                if not (_is_hardly_a_name(*place) and _word(*place) in written)
                or (chance(view, *place) or 0.0) >= _POSSIBLE
            ]
        small = {reading.text[start:end] for reading, start, end in shown if reading.text[start].islower()}
        yield from people_where_free(shown, taken, _ASKED, _EVIDENCE)
        again = _again(_prose(view), small, claimed)
        yield from people_where_free(again, taken, _ASKED, _AGAIN)


def _all_shown(views: Sequence[View]) -> None:
    for view in views:
        _shown(view)


def _shown(view: View) -> list[Place]:
    """Give the words of a document that stand where only a bearer does; looked for once."""
    kept = cast("list[Place] | None", view.kept.get(_SHOWN))
    if kept is None:
        is_small = not uses_capitals(view)
        kept = [place for reading in _prose(view) for place in _in_reading(reading, is_small=is_small)]
        view.kept[_SHOWN] = kept
    return kept


def _prose(view: View) -> Iterator[Reading]:
    for reading in view.first:
        if reading.passage.location.part in PARTS and not reading.passage.heading_level:
            yield reading


def _word(reading: Reading, start: int, end: int) -> str:
    return reading.text[start:end].casefold()


def _is_hardly_a_name(reading: Reading, start: int, end: int) -> bool:
    """Tell a word with a capital from its beginning, of the list of those that are seldom names."""
    plain = _word(reading, start, end)
    is_other = is_forename(plain) or plain in name_words() or plain in _DAYS | _TIMES
    return not is_other and begins(reading.text, start)


def _written_small(views: Sequence[View]) -> frozenset[str]:
    """Collect every word that the documents of the call write in small letters."""
    return frozenset(word for view in views for reading in view.first for word in LOWER.findall(reading.text))


def _claimed(views: Sequence[View], mentions: Sequence[Mention]) -> frozenset[str]:
    """Give the single words with a capital that are claimed as somebody's name."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    names = {
        texts[each.span.passage][each.span.start : each.span.end]
        for each in mentions
        if each.label is Label.PERSON and each.score >= _ASKED
    }
    return frozenset(name for name in names if name.istitle() and name.isalpha() and len(name) >= _SHORTEST)


def _in_reading(reading: Reading, *, is_small: bool) -> Iterator[Place]:
    """Find the words of one reading; `is_small` says that its document hardly uses capitals."""
    text = reading.text
    for match in ACTS.finditer(text):
        is_begun = (
            match["word"][0].isupper()
            or is_small
            or not WRAPPED.search(text, max(0, match.start("word") - 4), match.start("word"))
        )
        if is_begun and _does(match["word"], match["does"]):
            yield reading, *match.span("word")
    for match in OWNS.finditer(text) if "'s " in text else ():
        if _owns(match["word"], match["owned"]):
            yield reading, *match.span("word")
    for match in BRACKET.finditer(text) if " (" in text else ():
        if match["who"].casefold() in _people() | _POSTS and _is_bracketed(text, match):
            yield reading, *match.span("word")
    for match in KIN_COMMA.finditer(text):
        plain = match["word"].casefold()
        is_name = match["told"] is not None if plain in _DAYS else plain in _TIMES or is_forename(plain)
        if match["kin"] in kinds("kinship") and is_name:
            yield reading, *match.span("word")
    for pattern, cue, fits in _FRAMES:
        for match in pattern.finditer(text) if cue in text else ():
            if fits(match["word"].split()[0]):
                yield reading, *match.span("word")


def _does(word: str, does: str) -> bool:
    """Tell whether a word that begins a sentence or a line and a verb make somebody who acts."""
    plain = word.casefold()
    if is_short_form(word) or plain in title_words() or not _may_bear(word):
        return False
    if (is_small_word(plain) and plain not in _MODALS) or plain in _NOBODY:
        return False
    if plain in _bodies() and not is_forename(plain):
        return False
    if does in _AUXILIARIES and plain not in _MODALS:
        return False
    if plain in _MODALS and NOT_BEHIND_MODALS.fullmatch(does) is not None:
        return True
    if plain in _DAYS:
        return NOW.fullmatch(does) is not None  # "Wednesday rang mum": who rang is not told
    if plain in _TIMES:
        return does in _SAID
    if does.startswith("to "):
        return word[0].isupper() and is_forename(plain) and plain not in ("hope", "care")
    if not (is_forename(plain) or plain in name_words()) and not SPEAKS.match(does):
        return False
    return word[0].isupper() or is_forename(plain) or plain in name_words()


def _owns(word: str, owned: str) -> bool:
    """Tell "May's manager", and "Field's chronology" of a surname that is no body's name."""
    plain = word.casefold()
    if owned in _people():
        return is_forename(word) and plain in name_words()
    return owned in _OF_A_WORKER and is_seldom_a_name(plain) and plain not in words("agency-words")


def _is_bracketed(text: str, match: regex.Match[str]) -> bool:
    word, plain = match["word"], match["word"].casefold()
    if is_short_form(word) or plain in kinds("kinship"):
        return False
    if NO_NAME_BEFORE.search(text, max(0, match.start() - 12), match.start()) is not None:
        return False
    if plain in _DAYS:
        return GOES_ON.match(text, text.find(")", match.end()) + 1) is not None
    return is_forename(plain) or plain in name_words() or (word[0].isupper() and is_a_surname_too(plain))


def _may_bear(word: str) -> bool:
    plain = word.casefold()
    return len(plain) >= _SHORTEST and (
        is_forename(plain) or is_seldom_a_name(plain) or plain in _DAYS | _TIMES
    )


def _is_common(word: str) -> bool:
    """Tell a word that is a name in the lists of forenames or of names that are words."""
    return is_forename(word) or word.casefold() in name_words()


def _is_called(word: str) -> bool:
    return is_forename(word) or word.casefold() in _DAYS | _TIMES


def _again(readings: Iterable[Reading], small: set[str], claimed: frozenset[str]) -> Iterator[Place]:
    for reading in readings:
        text = reading.text
        for match in ENTRY.finditer(text) if claimed else ():
            if match["word"] in claimed:
                yield reading, *match.span("word")
        for match in SMALL.finditer(text) if small else ():
            before = text[max(0, match.start() - 12) : match.start()]
            if match[0] in small and AGAIN_BEFORE.search(before) and AGAIN_BEHIND.match(text, match.end()):
                yield reading, *match.span()


@cache
def _bodies() -> frozenset[str]:
    """Give the words for bodies, offices and relatives, which say and ask things as people do."""
    return (
        _people() | words("agency-words") | {"ward", "head", "baby", "card", "court", "panel", "duty", "desk"}
    )


@cache
def _people() -> frozenset[str]:
    """Give the words for relatives and posts, in lower case."""
    every = {phrase.split()[-1].casefold() for phrase in chain(kinds("kinship"), kinds("roles"))}
    return frozenset(every | words("post-words") | {"keyworker", "boss", "mates", "kids", "friend"})


_FRAMES = (
    (WILL_WILL, "Will Will", bool),
    (LET_KNOW, " know", _may_bear),
    (BEFORE_LETTER, ".", _is_called),
    (QUOTED, " ", _may_bear),
    (WANTED, " ", _may_bear),
    (SEEN, " ", _is_common),
    (LAST_LINE, "\n", _is_common),
)

RECOGNISER = FollowUpRecogniser(
    name="word-bearers",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    ahead=_all_shown,
    examples=(
        Example("grace (sister) was there throughout.", ("grace",)),
        Example("Will to ask by Friday. May's manager knew.", ("Will", "May")),
        Example("Her uncle, Sunday, comes each week.", ("Sunday",)),
        Example("Miles is on leave. Field's chronology is late.", ("Miles", "Field")),
        Example("joy says she is well. Told joy today.", ("joy", "joy")),
    ),
    near_misses=(
        "Will she ask? May he go? Mark on cheek. Bill paid.",
        "Seen on Wednesday (mum), and the page (OT) was blank.",
        "Wednesday rang mum. Contact with mum, Tuesday and Friday.",
        "hope to see her. Hope to ring on Friday.",
        "lives with gran, May 2009",
    ),
)
