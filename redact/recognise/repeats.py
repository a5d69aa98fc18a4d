"""Every other occurrence of a name that a field, a title or a post has shown, over all documents of a call.

The full name in any case; each of its words alone where it is written with a capital, or, as a question, in
lower case; possessives and plurals; with or without apostrophe and hyphen; surname first. A word that is an
ordinary word too (May, Grace) counts with a lower score unless a whole name that is sure holds it, and not at
the beginning of a sentence unless more of the name is beside it. In names of files any case counts. What
remains: a misspelling, a nickname.

Where the name model has read the text, it is asked about each single word: a word of somebody known that the
rules leave (Field at the beginning of a sentence, "field" in a note) is asked about if the model does not
hold it impossible, and a repeat that the model holds impossible is none if the word is an ordinary one.
The cost is that of reading each word once, however many names there are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.model.views import chance
from redact.recognise.names import name_words, title_words
from redact.recognise.openers import acts
from redact.recognise.plain_words import is_seldom_a_name
from redact.recognise.readings import Reading
from redact.recognise.repeat_edges import (
    SENTENCE_START,
    forename,
    is_cued,
    is_month,
    is_titled,
    is_unheard,
    with_letters,
)
from redact.recognise.repeat_names import FROM_MODEL, LEAST_SCORE, Names, names_of
from redact.recognise.repeat_words import Hit, WordsOfNames, runs
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Part

__all__ = ["RECOGNISER"]

_VERSION = "1"
# A name that stands only as an author's or a chair's may be somebody else's too: a person decides.
_NOT_OF_THE_CASE = 0.55
_SLUG = regex.compile(r"^[/@_.-]|[/@_-]$")
_OF_A_BOARD = regex.compile(r"[ ](?:LSC[BP]|SC[BP]|Council|Constabulary)\b")
_CAPITALS_ON = regex.compile(r"(?:[ ]\p{Lu}[\p{L}'-]*){1,6}")
_NAME_PARTS = frozenset(
    {Part.FILE_NAME, Part.PROPERTY, Part.BOOKMARK, Part.EMBEDDED_FILE, Part.ATTACHMENT, Part.LINK}
)

_BESIDE = "name beside a surname"
_BORNE = "word-name of somebody known"
_PERHAPS = "word of a name, perhaps"
_REASONS = {
    "full name": (0.85, "another occurrence of a name found by its field, title or post"),
    "part of a name": (0.7, "another occurrence of a part of a name found by its field, title or post"),
    _BESIDE: (0.7, "a word written as a name before a part of such a name"),
    "repeat of a word-name": (0.45, "a part of such a name that is an ordinary word too"),
    _BORNE: (0.62, "a part of the whole name of somebody, an ordinary word too, that stands as a name"),
    "in lower case": (0.55, "a part of such a name in lower case, and no ordinary word"),
    "in a file name": (0.75, "a part of such a name within the name of a file or a property"),
    _PERHAPS: (0.4, "a word of such a name where the name model does not rule a name out"),
}
# The model's odds of a person, set on the dev split. Below the first a repeat of that pattern is none, below
# those of the next line one that is doubtful for its words. From the others on a word of somebody known is
# asked about where no rule speaks; lowered once on other dev seeds, for a hundredth of a false name more.
_RULED_OUT = {"part of a name": 0.002, "repeat of a word-name": 0.002, "in lower case": 0.005}
_DOUBTFUL, _BODY, _FORENAME, _FULL, _ALL_BY_MODEL = 0.1, 0.03, 0.05, 0.1, 0.003
_CAPITAL, _SMALL, _RANK, _NOTED = 0.0005, 0.003, 0.3, 0.05
_COMMON_CAPITAL, _COMMON_SMALL = 0.002, 0.03  # Court, Friend, So
_WRITTEN_SO = ("part of a name", "in lower case")
# From these on a word-name of somebody whose whole name a rule is sure of is as good as another; where it
# begins a sentence: before what only somebody does, and before what is done.
_STANDS, _ACTS, _TO_ACT = 0.005, 0.01, 0.2
_ACT = regex.compile(r"[ ](?:\p{Ll}{2,}ed|(?:to|will|and|had|has|was)[ ]\p{Ll}{2,})\b")
_GOES_ON = regex.compile(r"(?:'s?)?[ -]\p{Lu}")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    spelled: dict[str, tuple[str, ...]] = {}
    names = names_of(views, mentions, spelled)
    if not names.by_word:
        return
    known = {each.span for each in mentions if each.label is Label.PERSON and each.score >= LEAST_SCORE}
    found = list(_in_views(views, names))
    # A forename that was seen only beside a known surname is itself repeated.
    if any(each.evidence.pattern == _BESIDE for each in found):
        spans = {each.span for each in found}
        again = _in_views(views, names_of(views, (*mentions, *found), spelled))
        found += [each for each in again if each.span not in spans]
    yield from (each for each in found if each.span not in known)


def _in_views(views: Sequence[View], names: Names) -> Iterator[Mention]:
    of_names = WordsOfNames(names.by_word)
    for view in views:
        for reading in (*view.first, *view.further):
            yield from _in_reading(view, reading, names, of_names)


def _in_reading(view: View, reading: Reading, names: Names, of_names: WordsOfNames) -> Iterator[Mention]:
    in_name_part = reading.passage.location.part in _NAME_PARTS
    for run in runs(reading.text, of_names.hits(reading.text, in_name_part=in_name_part)):
        shared = names.shared(_names_of(run))
        whole = len(run) in shared.lengths
        pattern = _judge(reading.text, run, names, whole=whole, in_name_part=in_name_part)
        most = shared.score
        if pattern == "in lower case" and most <= FROM_MODEL and _odds(view, reading, run, 0.0) < _NOTED:
            pattern = None
        pattern = _weighed(view, reading, run, names, pattern)
        if pattern is None:
            continue
        if pattern in ("repeat of a word-name", _PERHAPS) and _is_borne(view, reading, run, names, pattern):
            pattern = _BORNE
        start = run[0].start
        if pattern == "part of a name" and len(run) == 1 and run[0].key in names.surnames:
            start = _with_forename(view, reading, start, names)
            pattern = pattern if start == run[0].start else _BESIDE
        score, because = _REASONS[pattern]
        # A repeat is never surer than what it repeats.
        score = min(score, round(most - 0.05, 2))
        if pattern == "full name" and _odds(view, reading, run, 1.0) < _FULL:
            score = min(score, _NOT_OF_THE_CASE)
        standing = _standing(shared.standings, whole and len(run) > 1 and not in_name_part)
        if standing is None:
            score = min(score, _NOT_OF_THE_CASE)
        evidence = Evidence("repeats", _VERSION, pattern, because)
        start, end = with_letters(reading.text, start, run[-1].end, shared.letters)
        made = mention(reading, start, end, Label.PERSON, score, evidence)
        if made is not None:
            # A mention is a participant's until it is said otherwise.
            yield made if standing in (None, Standing.PARTICIPANT) else replace(made, standing=standing)


def _with_forename(view: View, reading: Reading, start: int, names: Names) -> int:
    """Take in a forename before a surname, unless the model hardly holds it to be one ("Emailed Harte")."""
    found = forename(reading.text, start, names.by_word)
    odds = chance(view, reading, found, start)
    return start if odds is not None and odds < _FORENAME else found


def _standing(every: frozenset[Standing], whole: bool) -> Standing | None:
    """Say how a repeat stands; none where what it repeats stands nowhere as a participant's.

    The full name of a member of the panel is the same person again. An author's or a chair's stays in its
    role line and is carried from there to rows; in a sentence it is asked about.
    """
    if Standing.PARTICIPANT in every:
        return Standing.PARTICIPANT
    if every == {Standing.PANEL} and whole:
        return Standing.PANEL
    return Standing.PARTICIPANT if Standing.PANEL in every else None


def _judge(text: str, run: list[Hit], names: Names, *, whole: bool, in_name_part: bool) -> str | None:
    """Name the pattern of a run, or None when it is no mention; `whole` says that it is all of a name."""
    capital = all(text[hit.start].isupper() for hit in run)
    common = all(hit.key in names.common for hit in run)
    if len(run) > 1 and whole and (capital or not common):
        return "full name"
    if common:
        return None
    if in_name_part:
        short = len(run) == 1 and (len(run[0].key) < 3 or run[0].key in name_words())
        return None if short and not capital else "in a file name"
    if not capital:
        slug = _SLUG.search(text, max(0, run[0].start - 1), run[-1].end + 1)  # of an address on the web
        return "in lower case" if not slug and all(_is_distinct(hit, names) for hit in run) else None
    if len(run) > 1 or run[0].key not in name_words():
        return "part of a name"
    if is_month(text, run[0].start, run[0].end):
        return None
    starts_sentence = SENTENCE_START.search(text, max(0, run[0].start - 6), run[0].start) is not None
    possessive = text[run[0].end : run[0].end + 2] in ("'s", "'S")
    somebody = possessive or acts(text, run[0].end)  # "Will was seen"
    return None if starts_sentence and not somebody else "repeat of a word-name"


def _weighed(view: View, reading: Reading, run: list[Hit], names: Names, pattern: str | None) -> str | None:
    """Weigh what the rules say of a run by what the name model does; where it read nothing, they stand."""
    least = 0.0 if pattern is None or len(run) > 1 else _RULED_OUT.get(pattern, 0.0)
    if pattern == "full name" and len(run) > 1 and names.shared(_names_of(run)).score <= FROM_MODEL:
        least = _ALL_BY_MODEL
    elif least and run[0].key in names.doubtful and not is_unheard(reading.text, run[0].end, run[0].key):
        least = _DOUBTFUL
    elif pattern == "part of a name" and least and _is_of_a_body(reading.text, run[0].end):
        least = _BODY
    # "Harte LSCB" and NAI; but the child Om stands in a log as OM, and the model sees a name in it.
    if (
        pattern == "part of a name"
        and _names_a_body(reading.text, run)
        and _odds(view, reading, run, 1.0) < _BODY
    ):
        return None
    if pattern is not None and (not least or _odds(view, reading, run, 1.0) >= least):
        return pattern
    if (
        least in (_BODY, _ALL_BY_MODEL)
        or not any(hit.key in names.whole for hit in run)
        or is_month(reading.text, run[0].start, run[0].end)
    ):
        return None
    small = any(reading.text[hit.start].islower() for hit in run)
    common = all(hit.key in names.common for hit in run)
    limit = (_COMMON_SMALL if common else _SMALL) if small else (_COMMON_CAPITAL if common else _CAPITAL)
    is_strange = pattern in _WRITTEN_SO and not _is_ordinary(reading.text[run[0].start : run[0].end])
    is_marked = small or reading.text[run[0].start : run[-1].end].isupper()
    is_told = is_marked and is_cued(reading.text, run[0].start) and names.is_sure(_names_of(run))
    if is_strange or is_told or is_titled(reading.text, run[0].start):
        limit = 0.0  # "Phone Efa", "tc love", "Miss Friend": no other word is written so
    if run[0].key in title_words() and reading.text[run[0].start : run[0].end].isupper():
        limit = _RANK  # "DI" beside Di Harte
    return _PERHAPS if _odds(view, reading, run, 0.0) >= limit else None


def _is_ordinary(word: str) -> bool:
    return is_known(word) or is_seldom_a_name(word)


def _is_borne(view: View, reading: Reading, run: list[Hit], names: Names, pattern: str) -> bool:
    """Tell whether a word-name is somebody's whose whole name is sure, and no part of a longer one here.

    What the rules leave, at the beginning of a sentence, must do what somebody does besides.
    """
    text, end = reading.text, run[-1].end
    is_sure = run[0].key in names.whole and names.is_sure(_names_of(run))
    if not is_sure or len(run) > 1 or _GOES_ON.match(text, end):
        return False
    odds = _odds(view, reading, run, 0.0)
    if pattern != _PERHAPS:
        return odds >= _STANDS
    is_written = text[run[0].start].isupper() and not text[run[0].start : end].isupper()
    least = _ACTS if acts(text, end) else _TO_ACT if _ACT.match(text, end) else 1.0
    return is_written and odds >= least


def _names_of(run: list[Hit]) -> frozenset[int]:
    return frozenset.intersection(*(hit.names for hit in run))


def _odds(view: View, reading: Reading, run: list[Hit], unread: float) -> float:
    odds = chance(view, reading, run[0].start, run[-1].end)
    return unread if odds is None else odds


def _names_a_body(text: str, run: list[Hit]) -> bool:
    """Tell the place of a board ("Harte LSCB"), and short forms of records in capitals (NAI, ADDR)."""
    shouted = text[run[0].start : run[-1].end].isupper()
    short = shouted and all(hit.key in words("record-abbreviations") for hit in run)
    return short or _OF_A_BOARD.match(text, run[-1].end) is not None


def _is_of_a_body(text: str, end: int) -> bool:
    """Tell whether capitals go on to a word for an agency or a house: "Harte Vesey Surgery"."""
    behind = _CAPITALS_ON.match(text, end)
    return behind is not None and any(word.casefold() in words("agency-words") for word in behind[0].split())


def _is_distinct(hit: Hit, names: Names) -> bool:
    """Tell whether a word in lower case can hardly be anything but a name: "efa rang", no "asd"."""
    key = hit.key
    is_short_form = key in words("record-abbreviations") and not names.is_sure(hit.names)
    is_long = len(key) > 3 or (len(key) == 3 and key in names.whole and not is_short_form)
    return is_long and key not in name_words() and not is_known(key)


RECOGNISER = FollowUpRecogniser(
    name="repeats",
    version=_VERSION,
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example(
            "Mother: Anna Harte\n\nLater Anna said that Harte\u2019s coat and anna harte came.",
            ("Anna", "Harte", "anna harte"),
        ),
        Example("Mother: Anna Harte\n\nHARTE, Anna was seen by the Hartes.", ("HARTE, Anna", "Harte")),
        Example("Mrs O'Brien came.\n\nThen O\u2019Brien and OBrien left.", ("O\u2019Brien", "OBrien")),
        Example("Child: Grace Harte\n\nThen Grace left.", ("Grace",)),
        Example("Child: Grace Harte\n\nThen Ida Harte and Mrs Harte left. Harte", ("Ida Harte", "Harte")),
        Example("Mother: Anna Harte\n\nAn\u200bna spoke.", ("An\u200bna",)),
        Example("Mother: Anna Harte\n\nAn-\nna spoke.", ("An-\nna",)),
        Example("Mother: Anna Harte\n\nfile name: imr_anna_2009.docx", ("anna",)),
        Example("Child: Grace Harte\n\nThen Ida Harte left. So had Ida.", ("Ida Harte", "Ida")),
        Example("Mother: Anna Harte\n\nanna went to the hartes.", ("anna", "harte")),
        Example("Child: Kayleigh Harte\n\nKayleigh's bed and Kayleighs coat", ("Kayleigh", "Kayleigh")),
    ),
    near_misses=(
        "Mrs May came.\n\nMay was a warm month.",
        "Mrs May came.\n\nThey met in May, on 4 May and in late May 2009.",
        "Mother: Anna Harte\n\nThe annals of a hart.",
        "Mrs Rose Cook came.\n\nThen they cook, and a rose fell.",
        "Anna Harte went out.",
    ),
)  # fmt: skip
