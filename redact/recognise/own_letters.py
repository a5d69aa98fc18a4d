"""Initials of people whose names the documents hold: "K.B.", "KB" where Kayleigh Brandreth is named.

With full stops they are as good as the name. Without, they are where the name model thinks so, or holds it
possible at a place of initials (`letter_places`). Of a usual short form (NB, DS) it must be sure; of an
office (SW, LA), and of letters that it takes for none elsewhere, surer still. What words explain, an author's
letters, and what the model only holds possible is asked about. Small letters it must take for a name, and a
word in capitals (TO, ME) is asked about where the words around it have none. Letters of nobody who is named
count where only initials stand, and then elsewhere too. What remains: such letters where nothing marks them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.defined_letters import defined_letters, is_explained_here, is_office
from redact.recognise.grids import View
from redact.recognise.labelled_letters import asked_in_labels
from redact.recognise.letter_places import (
    BARE,
    MARK,
    TWO,
    does,
    has_an_article,
    has_bearer_behind,
    is_in_place,
    is_listed,
    is_mark,
    is_of_a_thing,
    is_shouted,
    is_small_word,
    is_surely_mark,
    is_task,
    stands_alone,
)
from redact.recognise.letters_of_names import letters_of
from redact.recognise.likely_letters import likely_letters, relatives
from redact.recognise.model.views import chance
from redact.recognise.names import is_short_form, stop_words
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LIKELY_SCORE, _ASKED_SCORE = 0.62, 0.43  # above what asks for less reason
# The model's odds of a person, from which letters are asked about; set on the dev split.
_LETTERS, _WORD_LETTERS, _SHORT_FORM, _SMALL = 0.03, 0.02, 0.1, 0.5
_IN_BRACKETS = 0.4  # behind a word, "Probation (KH)", where a short form of it may stand
_SMALL_WORD = 0.7  # of small letters that are a word: "passed to at for dec"
# Those from which they are somebody's, by themselves and at a place of initials: of any letters, of usual,
# of an office and those that are no name elsewhere, where the model is below _NO_NAME. Set on the dev split.
_SURE, _SURE_IN_PLACE, _NO_NAME = 0.5, 0.03, 0.5
_USUAL, _USUAL_IN_PLACE = 0.9, 0.5
_OFFICE, _OFFICE_IN_PLACE = 0.98, 0.9
_DOTTED = regex.compile(
    r"(?<![\p{L}\p{N}.'/@-])(?:\p{Lu}\.[ ]?){1,3}\p{Lu}(?:['-]\p{Lu})?\b\.?(?![\p{L}\p{N}'@])"
)
# How sure the model must be of letters of nobody named; how often these must stand alone, unless it is surer.
_SURE_OF_UNKNOWN, _OFTEN, _SURER = 0.97, 2, 0.99
_TASK_ODDS = 0.02  # of usual letters before a task
_OF_THE_CASE = (Standing.PARTICIPANT, Standing.PANEL)
_SURNAME_BEFORE = regex.compile(r"(?<!\p{L})\p{Lu}[\p{L}\p{M}'-]+,[ ]$")
_YEAR_BEHIND = regex.compile(
    r"(?:(?:,|,?[ ](?:and|&))[ ]\p{Lu}[\p{L}\p{M}'-]+,[ ](?:\p{Lu}\.[ ]?){1,3})*"
    r"[ ]?(?:\((?:19|20)\d\d[a-z]?\)|,[ ](?:19|20)\d\d[a-z]?\.)"
)
_MARKS = regex.compile(r"[.' -]")
_NAME_BEHIND = regex.compile(r"[ ]\p{Lu}")
_FAR = 40  # characters of a surname with its comma
_BRACKET = regex.compile(r"\p{L}\)?[ ]\($")
_EVIDENCE = Evidence(
    "own-letters", "1", "letters of a name", "the first letters of a name that these documents hold"
)
_ALONE = Evidence(
    "own-letters",
    "1",
    "letters alone",
    "letters that stand alone or in a list again and again, as initials do",
)
_LIKE = Evidence("own-letters", "1", "letters, perhaps", "letters that stand where somebody's initials do")


_Bare = tuple[View, Reading, regex.Match[str]]  # letters without full stops, and where they stand


@dataclass(frozen=True, slots=True)
class _Letters:
    """Letters of names of the case; what is explained otherwise; an author's; usual ones that are mixed."""

    known: frozenset[str] = field(repr=False)
    explained: frozenset[str] = field(repr=False)
    offices: frozenset[str] = field(repr=False)
    mixed: frozenset[str] = field(repr=False)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = frozenset(letters_of(views, mentions, _OF_THE_CASE))
    if not known:
        return
    explained = {found.upper() for found in defined_letters(views)}
    offices = frozenset(letters_of(views, mentions, (Standing.OFFICE,)))
    letters = _Letters(known, frozenset(explained), offices, frozenset())
    unknown = frozenset(_unknown(views, letters))
    bare = tuple(_bare(views, known | unknown))
    letters = replace(letters, mixed=frozenset(_mixed(bare, known)))
    made = list(_of(views, letters, bare, _EVIDENCE))
    if unknown:
        made += _of(views, replace(letters, known=unknown), bare, _ALONE)
    for reading, match in likely_letters(
        views, known | unknown, letters.explained | letters.offices, _is_usual
    ):
        made += _made(reading, match, _ASKED_SCORE, _LIKE)
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    yield from asked_in_labels(texts, made, mentions)


def _of(
    views: Sequence[View], letters: _Letters, bare: Sequence[_Bare], evidence: Evidence
) -> Iterator[Mention]:
    for view in views:
        for reading in view.first:
            for match in _DOTTED.finditer(reading.text):
                if _MARKS.sub("", match[0]) in letters.known and not _is_authors(reading.text, match):
                    yield from _made(reading, match, _LIKELY_SCORE, evidence)
        yield from _marks(view, letters, evidence)
    for view, reading, match in bare:
        if _plain(match[0]) in letters.known and _may_be_somebody(view, reading, match):
            is_somebody = _is_somebody(view, reading, match, letters)
            yield from _made(reading, match, _LIKELY_SCORE if is_somebody else _ASKED_SCORE, evidence)


def _marks(view: View, letters: _Letters, evidence: Evidence) -> Iterator[Mention]:
    """Find the letters of exhibits' marks; where one is called so, all of its maker's in the document are."""
    found = [(each, match) for each in view.first for match in MARK.finditer(each.text)]
    slashed = [(each, match) for each, match in found if each.text[match.end()] == "/"]
    if any(is_surely_mark(each.text, match.start()) for each, match in slashed):
        # "exhibited as AC/1 to AC/6, bottle CC/1": an office's letters too, where marks are written so.
        for each, match in slashed:
            yield from _made(each, match, _ASKED_SCORE, evidence)
    every = [(each, match) for each, match in found if match[0] in letters.known]
    marked = {match[0] for each, match in every if is_mark(each.text, *match.span())}
    for reading, match in every:
        if match[0] in marked and not is_short_form(match[0]):
            is_sure = is_surely_mark(reading.text, match.start())
            yield from _made(reading, match, _LIKELY_SCORE if is_sure else _ASKED_SCORE, evidence)
        elif is_mark(reading.text, *match.span()):
            yield from _made(reading, match, _LIKELY_SCORE, evidence)


def _is_authors(text: str, match: regex.Match[str]) -> bool:
    """Tell whether letters stand behind a surname with a comma and before the year of a reference."""
    begun = _SURNAME_BEFORE.search(text, max(0, match.start() - _FAR), match.start())
    return begun is not None and _YEAR_BEHIND.match(text, match.end()) is not None


def _bare(views: Sequence[View], wanted: frozenset[str]) -> Iterator[_Bare]:
    """Find the bare letters that are some of those wanted, in one pass for all that ask."""
    for view in views:
        for reading in view.first:
            for match in BARE.finditer(reading.text):
                if _plain(match[0]) in wanted or match[0] in wanted:
                    yield view, reading, match


def _plain(letters: str) -> str:
    return (letters if letters.isalpha() else _MARKS.sub("", letters)).upper()


def _unknown(views: Sequence[View], letters: _Letters) -> Iterator[str]:
    """Give letters of nobody whom a document names that stand where only initials do: a column, a list."""
    alone: Counter[str] = Counter()
    for view in views:
        for reading in view.first:
            for match in TWO.finditer(reading.text):
                text, start, end = reading.text, match.start(), match.end()
                found = _MARKS.sub("", match[0])
                odds = chance(view, reading, start, end) or 0.0
                if odds < _SURE_OF_UNKNOWN or not _is_unknown(found, letters):
                    continue
                if stands_alone(text, start, end):
                    alone[found] += _OFTEN if odds >= _SURER else 1
                elif is_listed(text, start, end, letters.known) or _is_placed(text, start, end):
                    alone[found] += _OFTEN
    yield from (found for found, times in alone.items() if times >= _OFTEN)


def _is_unknown(found: str, letters: _Letters) -> bool:
    if found in letters.known or found in letters.explained or found in letters.offices:
        return False
    return not (is_office(found) or _is_usual(found))


def _is_placed(text: str, start: int, end: int) -> bool:
    return is_in_place(text, start, end) or does(text, start, end)


def _made(reading: Reading, match: regex.Match[str], score: float, evidence: Evidence) -> Iterator[Mention]:
    made = mention(reading, match.start(), match.end(), Label.PERSON, score, evidence)
    if made is not None:
        yield made


def _mixed(bare: Sequence[_Bare], known: frozenset[str]) -> Iterator[str]:
    """Give the usual letters of names that the model holds to be no name somewhere in the call."""
    for view, reading, match in bare:
        is_usual = match[0] in known and (_is_usual(match[0]) or is_office(match[0]))
        odds = chance(view, reading, *match.span()) if is_usual else None
        if odds is not None and odds < _NO_NAME and not is_small_word(match[0].casefold()):
            yield match[0]


def _is_usual(letters: str) -> bool:
    plain = letters.casefold()
    return plain in stop_words() or is_known(plain) or is_small_word(plain) or is_short_form(letters)


def _is_somebody(view: View, reading: Reading, match: regex.Match[str], letters: _Letters) -> bool:
    """Tell whether bare letters that may be somebody's are as good as the name."""
    text, (start, end) = reading.text, match.span()
    odds = chance(view, reading, start, end)
    if odds is None or match[0].islower():
        return False
    found = _MARKS.sub("", match[0])
    is_beside_known = is_listed(text, start, end, letters.known - letters.offices)
    if found in letters.explained or (found in letters.offices and not is_beside_known):
        return False
    in_place = is_beside_known or is_in_place(text, start, end)
    if is_office(match[0]) or match[0] in letters.mixed:
        return odds >= (_OFFICE_IN_PLACE if in_place else _OFFICE)
    in_place = in_place or does(text, start, end)
    if is_small_word(match[0].casefold()) and in_place and not is_shouted(text, start, end):
        return True
    if _is_usual(match[0]):
        return odds >= (_USUAL_IN_PLACE if in_place else _USUAL)
    return odds >= (_SURE_IN_PLACE if in_place else _SURE)


def _may_be_somebody(view: View, reading: Reading, match: regex.Match[str]) -> bool:
    """Tell whether bare letters that somebody's name begins with may stand for somebody here.

    Where the model has read nothing, usual letters never are, and all others are.
    """
    text, (start, end) = reading.text, match.span()
    plain = match[0].casefold()
    if has_bearer_behind(text, start, end):
        return True
    if is_explained_here(text, start, end) or is_of_a_thing(text, start, end):
        return False
    if (is_office(match[0]) or is_short_form(match[0])) and has_an_article(text, start):
        return False
    is_usual = plain in stop_words() or is_known(plain) or is_small_word(plain)
    odds = chance(view, reading, start, end)
    if odds is None:
        return match[0].isupper() and not is_usual
    if match[0].islower():
        return odds >= (_SMALL_WORD if is_small_word(plain) else _SMALL) and plain not in relatives()
    if is_small_word(plain):
        # In a line of small letters two capitals are somebody's; three may be stress: "do NOT go".
        return odds >= _WORD_LETTERS or (len(plain) == 2 and not is_shouted(text, start, end))
    is_short = is_short_form(match[0])
    if is_usual and is_task(text, start, end) and not (is_short or is_office(match[0])):
        return True
    if is_usual or is_short:
        in_brackets = odds < _IN_BRACKETS and _BRACKET.search(text, max(0, start - 4), start)
        beside_name = _NAME_BEHIND.match(text, end) or in_brackets
        return odds >= (_TASK_ODDS if is_task(text, start, end) else _SHORT_FORM) and not beside_name
    return odds >= _LETTERS


RECOGNISER = FollowUpRecogniser(
    name="own-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mother: Anna Harte\n\nA.H. said that she was tired.", ("A.H.",)),
        Example("Mother: Anna Harte\n\nPhone call to AH, no reply.", ("AH",)),
        Example("Mother: HARTE, Anna\n\nSeen by A. H. on the ward.", ("A. H.",)),
        Example("Mother: Anna Nettle-Harte\n\nA.N. came, and A.N.H. signed.", ("A.N.", "A.N.H.")),
        Example("Child: Tomasz Brzeski\n\nT.B. in the bath, TB cried.", ("T.B.", "TB")),
        Example("Nurse: Anna Harte\n\nBedding exhibited as AH/1, bottle SW/1.", ("AH", "SW")),
        Example("Nurse: Anna Harte\n\nI exhibit my notes, marked AH1, and a drawing as AH-2.", ("AH", "AH")),
        Example("Father: Dean Michael Pruett\n\nD.M.P. left, so D.P. is gone.", ("D.M.P.", "D.P.")),
    ),
    near_misses=(
        "Mother: Anna Harte\n\nThe GP and the HV were told by SW.",
        "Mother: Gwen Parr\n\nThe GP was told.",  # her letters are a usual short form
        "Mother: Anna Harte\n\nThe AHA and the BH5 bus.",
        "Phone call to AH, no reply.",
        "Mother: Anna Harte\n\nBus AH1 and seat AH2.",
        "Mother: Anna\n\nSeen by A.H. there.",  # a forename alone explains nothing
        "Mother: Anna Harte\n\nEmail AH@example.org.uk",
    ),
)
