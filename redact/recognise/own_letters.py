"""Initials of people whose names the documents hold: "K.B.", "KB" where Kayleigh Brandreth is named.

With full stops they are as good as the name. Without, they are where the name model thinks so, or holds it
possible at a place of initials: a cell of their own, behind "action:" or "typed by", before "to ring". Of a
usual short form (NB, DS) it must be sure; an office (SW, LA), and letters that it takes for none elsewhere,
must stand alone besides. What words explain, an author's letters, and what the model only holds possible is
asked about. Small letters it must take for a name, and a word in capitals (TO, ME) is asked about where the
words around it have none. Other letters count in a column of initials and in a list beside known ones. What
remains: other initials of somebody whom no document names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.defined_letters import defined_letters, is_explained_here, is_office
from redact.recognise.grids import View
from redact.recognise.lists import entries, words
from redact.recognise.model.views import chance
from redact.recognise.names import is_short_form, stop_words, title_words
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LEAST_SCORE = 0.6  # a name that is itself only asked about explains no letters
_LIKELY_SCORE, _ASKED_SCORE = 0.62, 0.4
# The model's odds of a person, from which letters are asked about; set on the dev split.
_LETTERS, _WORD_LETTERS, _SHORT_FORM, _SMALL = 0.03, 0.02, 0.1, 0.5
# Those from which they are somebody's: by themselves, at a place of initials, of usual letters, and those
# below which usual letters are no name, so that elsewhere in the call they may be none either. On the dev
# split 420 of 433 initials lie above them, and 12 other letters in 200,000 words.
_SURE, _SURE_IN_PLACE, _SURE_OF_USUAL, _NO_NAME = 0.5, 0.1, 0.9, 0.5
_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}']*")
_INNER = regex.compile(r"^\p{Lu}|(?<=['\p{Ll}])\p{Lu}")  # O'Rourke, McKay
_DOTTED = regex.compile(
    r"(?<![\p{L}\p{N}.'/@-])(?:\p{Lu}\.[ ]?){1,3}\p{Lu}(?:['-]\p{Lu})?\b\.?(?![\p{L}\p{N}'@])"
)
_BARE = regex.compile(  # also in quotes: "'KM' was used in the log"
    r"(?<![\p{L}\p{N}.@_-]|\p{L}')(?:\p{Lu}{2,3}|\p{Ll}{2,3}|\p{Lu}{1,2}['-]\p{Lu}{1,2})"
    r"(?![\p{L}\p{N}@_-]|'\p{L}|\.[\p{L}\p{N}])"
)
# How sure the model must be of an office and of letters of nobody named; how often these must stand alone.
_SURE_OF_UNKNOWN, _OFTEN = 0.97, 2
_TWO = regex.compile(r"(?<![\p{L}\p{N}.'@_-])\p{Lu}{2}(?![\p{L}\p{N}'@_-]|\.[\p{L}\p{N}])")
_LISTED_BEFORE = regex.compile(r"(?<!\p{L})(\p{Lu}{2,3})[ ]?[,/&][ ]?$")
_LISTED_BEHIND = regex.compile(r"[ ]?[,/&][ ]?(\p{Lu}{2,3})(?!\p{L})")
_MARKS = regex.compile(r"[.' -]")
# Where initials stand: alone in a line or a cell, behind what somebody did or is to do, before a task.
_BEGINS = regex.compile(r"(?:^|[\n\t\x00\x01])[ ]*(?:[\d./:-]+[ ])*$")
_ENDS = regex.compile(r"[ ]?[.;]?[ ]*(?:$|[\n\t\x00\x01])")
_TASK = regex.compile(r"[ ](?:to|will)[ ]\p{Ll}")
_CUE = regex.compile(
    r"\b(?:actions?|actioned|owner|by|initial(?:l?ed|s)|signed|sgd|present|apologies|circulated|cc|attended)"
    r"[ ]?[: ][ ]?(?:\p{Lu}{2,3}[ ]?[,/&][ ]?)*$",
    regex.IGNORECASE,
)
# The mark of what somebody hands in with a statement: "exhibit KB1", "marked KB-2".
_MARK = regex.compile(r"(?<![\p{L}\p{N}.'@_/-])\p{Lu}{2,3}(?=[ _-]?\d{1,2}(?![\p{L}\p{N}]))")
_MARKED = regex.compile(
    r"\b(?:exhibit|produce|mark|attach|annex|append|enclos|schedule)\p{Ll}*\b[^.\n]{0,80}$", regex.IGNORECASE
)
_NAME_BEHIND = regex.compile(r"[ ]\p{Lu}")
_BRACKET = regex.compile(r"\p{L}\)?[ ]\($")
_SHOUT_BEFORE = regex.compile(r"\p{Lu}{3,}[ ]$")
_SHOUT_BEHIND = regex.compile(r"[ ]\p{Lu}{3,}(?!\p{L})")
# Short words beside those of titles and headings.
_WORDS = frozenset(
    {
        "all", "am", "any", "can", "did", "do", "go", "had", "has", "he", "her", "him", "his", "if", "let",
        "may", "me", "my", "no", "not", "one", "our", "say", "see", "she", "so", "us", "we", "you",
    }
)  # fmt: skip
_EVIDENCE = Evidence(
    "own-letters", "1", "letters of a name", "the first letters of a name that these documents hold"
)
_ALONE = Evidence(
    "own-letters",
    "1",
    "letters alone",
    "letters that stand alone or in a list again and again, as initials do",
)


@dataclass(frozen=True, slots=True)
class _Letters:
    """Letters of full names that the call holds; what is explained otherwise; usual ones that are mixed."""

    known: frozenset[str]
    explained: frozenset[str]
    mixed: frozenset[str]


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = frozenset(_of_names(views, mentions, of_the_case=True))
    if not known:
        return
    explained = {found.upper() for found in defined_letters(views)}
    explained |= {*_of_names(views, mentions, of_the_case=False)}
    letters = _Letters(known, frozenset(explained), frozenset(_mixed(views, known)))
    for view in views:
        for reading in view.first:
            for match in _DOTTED.finditer(reading.text):
                if _MARKS.sub("", match[0]) in known:
                    yield from _made(reading, match, _LIKELY_SCORE)
            for match in _BARE.finditer(reading.text):
                if _MARKS.sub("", match[0]).upper() in known and _may_be_somebody(view, reading, match):
                    is_somebody = _is_somebody(view, reading, match, letters)
                    yield from _made(reading, match, _LIKELY_SCORE if is_somebody else _ASKED_SCORE)
            for match in _MARK.finditer(reading.text):
                if match[0] in known and _is_mark(reading.text, match):
                    yield from _made(reading, match, _ASKED_SCORE)
    yield from _of_unknown(views, letters)


def _of_unknown(views: Sequence[View], letters: _Letters) -> Iterator[Mention]:
    """Find letters of nobody whom a document names where only initials stand: a column, a list of them."""
    alone: dict[str, list[tuple[Reading, regex.Match[str]]]] = defaultdict(list)
    for view in views:
        for reading in view.first:
            for match in _TWO.finditer(reading.text):
                if (
                    match[0] in letters.known | letters.explained
                    or is_office(match[0])
                    or _is_usual(match[0])
                ):
                    continue
                if (chance(view, reading, *match.span()) or 0.0) < _SURE_OF_UNKNOWN:
                    continue
                if _is_listed(reading.text, match, letters.known):
                    yield from _made(reading, match, _LIKELY_SCORE, _ALONE)
                elif _stands_alone(reading.text, *match.span()):
                    alone[match[0]].append((reading, match))
    for found in alone.values():
        for reading, match in found if len(found) >= _OFTEN else ():
            yield from _made(reading, match, _LIKELY_SCORE, _ALONE)


def _is_listed(text: str, match: regex.Match[str], known: frozenset[str]) -> bool:
    """Tell whether letters stand in a list directly beside those of somebody whom a document names."""
    before = _LISTED_BEFORE.search(text, max(0, match.start() - 6), match.start())
    behind = _LISTED_BEHIND.match(text, match.end())
    return any(beside is not None and beside[1] in known for beside in (before, behind))


def _made(
    reading: Reading, match: regex.Match[str], score: float, evidence: Evidence = _EVIDENCE
) -> Iterator[Mention]:
    made = mention(reading, match.start(), match.end(), Label.PERSON, score, evidence)
    if made is not None:
        yield made


def _of_names(views: Sequence[View], mentions: Sequence[Mention], *, of_the_case: bool) -> Iterator[str]:
    """Give the letters that stand for each full name of somebody of the case, or of anybody else."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    for each in mentions:
        if each.label is not Label.PERSON or each.score < _LEAST_SCORE:
            continue
        if (each.standing in (Standing.PARTICIPANT, Standing.PANEL)) is of_the_case:
            first, comma, rest = texts[each.span.passage][each.span.start : each.span.end].partition(",")
            yield from _spelt(f"{rest} {first}" if comma else first)


def _spelt(name: str) -> Iterator[str]:
    """Give the letters of a name: of all its words, of the first and the last, with those inside a word."""
    words_ = [word for word in _WORD.findall(name) if word.casefold() not in title_words()]
    if not 2 <= len(words_) <= 5 or not any(len(word) > 1 for word in words_):
        return
    every = "".join(word[0] for word in words_)
    yield from (every[:3], every[0] + every[-1])
    if len(every) > 2:
        yield every[0] + every[1]  # of a double surname, or a middle name, the first alone
    apart = [found[0] for word in name.split() if (found := _WORD.search(word))]
    if 2 <= len(apart) <= 3:
        yield "".join(word[0] for word in apart)
    inner = every[0] + "".join(_INNER.findall(words_[-1]))
    if len(inner) == 3:
        yield inner


def _mixed(views: Sequence[View], known: frozenset[str]) -> Iterator[str]:
    """Give the usual letters of names that the model holds to be no name somewhere in the call."""
    for view in views:
        for reading in view.first:
            for match in _BARE.finditer(reading.text):
                is_usual = match[0] in known and (_is_usual(match[0]) or is_office(match[0]))
                odds = chance(view, reading, *match.span()) if is_usual else None
                if odds is not None and odds < _NO_NAME and not _is_word(match[0].casefold()):
                    yield match[0]


def _is_usual(letters: str) -> bool:
    plain = letters.casefold()
    return plain in stop_words() or is_known(plain) or _is_word(plain) or is_short_form(letters)


def _is_somebody(view: View, reading: Reading, match: regex.Match[str], letters: _Letters) -> bool:
    """Tell whether bare letters that may be somebody's are as good as the name."""
    text, (start, end) = reading.text, match.span()
    odds = chance(view, reading, start, end)
    if odds is None or match[0].islower() or _MARKS.sub("", match[0]) in letters.explained:
        return False
    is_alone = _stands_alone(text, start, end)
    if is_office(match[0]) or match[0] in letters.mixed:
        return is_alone and odds >= _SURE_OF_UNKNOWN
    if _is_usual(match[0]):
        return odds >= _SURE_OF_USUAL
    before = text[max(0, start - 60) : start]
    is_before_task = _BEGINS.search(before) is not None and _TASK.match(text, end) is not None
    in_place = is_alone or is_before_task or _CUE.search(before) is not None
    return odds >= (_SURE_IN_PLACE if in_place else _SURE)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Tell whether letters are all that stands in a line or a cell, but for a date."""
    begins = _BEGINS.search(text[max(0, start - 60) : start]) is not None
    return begins and _ENDS.match(text, end) is not None


def _may_be_somebody(view: View, reading: Reading, match: regex.Match[str]) -> bool:
    """Tell whether bare letters that somebody's name begins with may stand for somebody here.

    Where the model has read nothing, usual letters never are, and all others are.
    """
    text, (start, end) = reading.text, match.span()
    plain = match[0].casefold()
    if is_explained_here(text, start, end):
        return False
    is_usual = plain in stop_words() or is_known(plain) or _is_word(plain)
    odds = chance(view, reading, start, end)
    if odds is None:
        return match[0].isupper() and not is_usual
    if match[0].islower():
        return odds >= _SMALL and not _is_word(plain) and plain not in _relatives()
    if _is_word(plain):
        # In a line of small letters two capitals are somebody's; three may be stress: "do NOT go".
        return odds >= _WORD_LETTERS or (len(plain) == 2 and not _is_shouted(text, start, end))
    if is_usual or is_short_form(match[0]):
        beside_name = _NAME_BEHIND.match(text, end) or _BRACKET.search(text, max(0, start - 4), start)
        return odds >= _SHORT_FORM and not beside_name
    return odds >= _LETTERS


def _is_mark(text: str, match: regex.Match[str]) -> bool:
    """Tell whether letters with a number are the mark of an exhibit; SW1 and GP2 are labels in use."""
    if is_short_form(match[0]) or match[0].casefold() in stop_words():
        return False
    return _MARKED.search(text, max(0, match.start() - 100), match.start()) is not None


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Tell whether a word in capitals stands beside another or in a line of them, which make it one."""
    if _SHOUT_BEFORE.search(text, max(0, start - 4), start) or _SHOUT_BEHIND.match(text, end):
        return True
    stop = text.find("\n", end)
    line = _BARE.sub("", text[text.rfind("\n", 0, start) + 1 : len(text) if stop < 0 else stop])
    return bool(2 * sum(letter.isupper() for letter in line) > sum(letter.isalpha() for letter in line))


def _is_word(plain: str) -> bool:
    return plain in _WORDS or plain in words("small-words")


@cache
def _relatives() -> frozenset[str]:
    """Give the short forms for members of a family (mo, fa), which stand where a name does."""
    return frozenset(entries("record-abbreviations")[0].split())


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
