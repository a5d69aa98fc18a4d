"""Laws, methods, conditions and bodies that are called after somebody: nobody is named by them.

`rules/lists/eponyms.txt` and `eponyms-further.txt` hold them whole; a name directly before "syndrome" and its
like is one too. Guesses inside one are dropped, and what a title, a repeat or the name model claims there
stands as cited. A field, a post or kinship beside the words still shows a participant, and so does a title
before them. A single word ("Parkinson's") is an eponym only where nobody bears the name elsewhere and what
follows is not the owner's: "Parkinson's mother" is somebody's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from redact.recognise import regex
from redact.recognise.any_of import any_of
from redact.recognise.eponym_signs import clinical_eponyms
from redact.recognise.grids import View
from redact.recognise.lists import entries
from redact.recognise.names import stop_words, title_pattern
from redact.recognise.openers import acts
from redact.recognise.readings import Reading, folded
from redact.values.people import Label, Mention, Standing
from redact.values.text import Span

__all__ = ["without_eponyms"]

_GUESSES = frozenset({"mid-sentence", "openers"})
_NAMES = frozenset({"titles", "repeats", "standing", "name-model", "user-names", "name-edges", "again"})
_PLACES = frozenset({Label.ORGANISATION, Label.PLACE})
_SHOWS = frozenset({"fields", "kinship", "roles", "titles", "posts", "letters", "name-model"})
_SMALL_WORD, _LONG = 4, 9  # characters before an eponym ("The ", "On "), and of one that is no single name
_LIKELY = 0.6  # of a mention that shows somebody who bears the name
# A name directly before such a word, and the owner's name before fewer of them: "Tom's score" is Tom's.
_NOUN = (
    r"(?:[Ss]yndrome|[Dd]isease|palsy|reflex(?:es)?|lymphoma|sulcus|chorea|tumours?|an(?:a)?emia"
    r"|encephalopathy|dystrophy"
    r"|psychosis|manoeuvre|fractures?|sign|spots|criteria|[Cc]lassification|[Ii]nventory|[Qq]uestionnaire"
    r"|[Ss]cales?"
    r"|[Ss]cores?|[Cc]oma[ ][Ss]cale|hierarchy|nodes?|catheter|line[ ](?:was|is|in)|stool[ ]chart|faces"
    r"|helmet|cannula)"
)
_OWNED = (
    r"(?:[Ss]yndrome|[Dd]isease|palsy|lymphoma|sulc(?:us|i)|chorea|an(?:a)?emia|hierarchy|encephalopathy"
    r"|phenomenon)"
)
_CONDITION = (
    rf"\p{{Lu}}\p{{Ll}}+(?:-\p{{Lu}}\p{{Ll}}+){{0,2}}(?:[ ](?:type[ ][IV\d]+[ ])?{_NOUN}|(?:'s"
    rf"|')[ ]{_OWNED})(?=[^\p{{L}}-]|$)"
)
# "Apgar scores were" and "Kernig sign", whoever bears the name: the list has other forms of them.
_TESTS = regex.compile(
    r"[ ](?:[Ss]yndrome|[Dd]isease|palsy|reflex(?:es)?|sign|[Ii]nventory|[Qq]uestionnaire|[Ss]cales?|spots"
    r"|[Ss]cores?(?=[ ](?:were|was|of|at|\d)))"
)
# Of a man of law and not of a law: "Sarah's law firm".
_NO_EPONYM = regex.compile(
    r"[ ](?:firm|degree|students?|exams?|course|school|tutor|lectur\p{L}+|books?|cent(?:re|er)|studies"
    r"|practice|essay"
    r"|results?|teacher)\b"
)
# Behind a single word: an end, a sign, or a word that is nobody's belonging.
_ALONE = regex.compile(
    r"(?:'s[ ](?:ideas?|theory|theories|stages|work|model|hierarchy|terms)\b|[ ]\d|\s*$"
    r"|\s*[,.;:()\]/!?\"]|[ ](?:and|or|is|was|were|are|has|had|have|in|at|on|with|as|for|to|by|which"
    r"|that|who|when|will|may|can|could|should|would|not|there"
    r"|where|disease|syndrome|services?|projects?|workers?|staff|cent(?:re|er)|supports?|offers?|offered|ran"
    r"|runs"
    r"|ideas?|theory|theories|stages|tests?|positive|negative|scans?|score[sd]?|IQ|inventory"
    r"|provid\p{L}+|worked|score|scores|manoeuvre|patients?|sufferers?|diagnos\p{L}+|traits)\b)"
)
# Behind one that ends in 's: nobody owns these words.
_UNOWNED = regex.compile(
    r"[ ](?:the|an?|this|these|all|both|did|does|do|go|goes|comes?|came|means?|never|also|but|if|because"
    r"|before|after|since|from|of|about|than|then)\b"
)
# "She slept at Parkinson's before the move": a home.
_AT_SOMEBODYS = regex.compile(r"(?i)\b(?:at|to|from|round|near|outside|behind|by|of)[ ]$")
_WORD = regex.compile(r"\p{L}[\p{L}-]+")


@dataclass(frozen=True, slots=True)
class _Eponym:
    """Where one stands, which word makes it doubtful where somebody bears it, and whether it is listed."""

    span: Span
    doubtful: str = field(repr=False)
    listed: bool


def without_eponyms(views: Sequence[View], mentions: Sequence[Mention]) -> list[Mention]:
    """Give the mentions again: of a person inside an eponym as cited, and without mere guesses there."""
    # Only where somebody or a place is claimed: the pattern is long.
    claimed = {each.span.passage for each in mentions if each.label is Label.PERSON or each.label in _PLACES}
    found: dict[str, list[_Eponym]] = {}
    for view in views:
        for reading in view.first:
            if reading.passage.id in claimed:
                found.setdefault(reading.passage.id, []).extend(_in_reading(reading))
    if any(each.doubtful for own in found.values() for each in own):
        borne = _borne(views, mentions, found)
        found = {
            passage: [each for each in own if each.doubtful not in borne] for passage, own in found.items()
        }
    return [kept for each in mentions for kept in _judged(each, found.get(each.span.passage, ()))]


def _in_reading(reading: Reading) -> Iterator[_Eponym]:
    """Find the eponyms of a reading."""
    text = reading.text
    for match in _pattern().finditer(text):
        words = [_plain(word) for word in _WORD.findall(match[0].replace("'s", ""))]
        if _NO_EPONYM.match(text, match.end()) or _has_title(text, match.start()):
            continue
        listed = match[0] in _entries()
        is_test = (
            bool(words)
            and words[0] in _firsts()
            and _TESTS.match(text, match.start() + len(words[0])) is not None
        )
        if listed and len(words) == 1 and not is_test and not _stands_alone(text, match):
            continue
        if not listed and words[0] in stop_words():
            continue
        span = reading.span(*match.span())
        if span is not None:
            doubtful = words[:1] if (len(words) == 1 or not listed) and not is_test else []
            yield _Eponym(Span(reading.passage.id, *span), "".join(doubtful), listed)
    for start, end in clinical_eponyms(text):
        span = reading.span(start, end)
        if span is not None:
            yield _Eponym(Span(reading.passage.id, *span), _plain(text[start:end]), listed=False)


def _stands_alone(text: str, match: regex.Match[str]) -> bool:
    """Tell whether a single word is no owner's and acts as nobody does."""
    if acts(text, match.end()):
        return False
    owned = match[0].endswith("'s") and _AT_SOMEBODYS.search(text, max(0, match.start() - 12), match.start())
    is_unowned = match[0].endswith("'s") and not owned and _UNOWNED.match(text, match.end()) is not None
    return is_unowned or _ALONE.match(text, match.end()) is not None


def _has_title(text: str, at: int) -> bool:
    """Tell whether a title stands directly before a place: "Mr Barlow's test"."""
    low = max(0, at - 30)
    return any(match.end() == at for match in title_pattern().finditer(text, low, len(text)))


def _borne(
    views: Sequence[View], mentions: Sequence[Mention], eponyms: Mapping[str, Sequence[_Eponym]]
) -> frozenset[str]:
    """Collect the words of the names that somebody bears outside every eponym."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    return frozenset(
        _plain(word)
        for each in mentions
        if each.label is Label.PERSON
        and each.score >= _LIKELY
        and each.standing is Standing.PARTICIPANT
        and each.evidence.recogniser in _SHOWS
        and not any(own.span.contains(each.span) for own in eponyms.get(each.span.passage, ()))
        for word in _WORD.findall(folded(texts[each.span.passage][each.span.start : each.span.end])[0])
    )


def _plain(word: str) -> str:
    return word.casefold()


def _is_place_in(place: Span, eponym: _Eponym) -> bool:
    """Tell whether a place or a body is no more than an eponym, or than a part of one that is listed."""
    return (eponym.listed and eponym.span.contains(place)) or _is_all_of(place, eponym.span)


def _is_all_of(whole: Span, eponym: Span) -> bool:
    """Tell whether a span is an eponym of some length, with no more than a small word before it."""
    is_long = eponym.end - eponym.start >= _LONG
    return is_long and whole.end == eponym.end and 0 <= eponym.start - whole.start <= _SMALL_WORD


def _judged(mention: Mention, eponyms: Sequence[_Eponym]) -> Iterator[Mention]:
    if mention.label in _PLACES and any(_is_place_in(mention.span, each) for each in eponyms):
        return  # "the Anna Freud Centre", "on Helen's Law", "the Edinburgh scale"
    inside = mention.label is Label.PERSON and any(each.span.contains(mention.span) for each in eponyms)
    if not inside:
        yield mention
    elif mention.evidence.recogniser in _NAMES:
        yield replace(mention, standing=Standing.CITED)
    elif mention.evidence.recogniser not in _GUESSES:
        yield mention


@cache
def _entries() -> frozenset[str]:
    return frozenset(folded(entry)[0] for entry in (*entries("eponyms"), *entries("eponyms-further")))


@cache
def _firsts() -> frozenset[str]:
    """Give the first words of the entries, in lower case."""
    return frozenset(_plain(found[0]) for entry in _entries() if (found := _WORD.match(entry)))


@cache
def _pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}'-])(?:{any_of(_entries())}|{_CONDITION})(?![\p{{L}}\p{{N}}])")
