"""Authors of the list who are named without a year: "As Munro argues", "the framework of Reder and Duncan".

A listed surname alone proves nothing, for workers and children bear it too, and they argue and have ideas. It
stays only where a verb of scholars in the present or words for a work stand directly beside it, and besides
another listed author is joined to it or its sentence holds a word of literature that no story of a case has.
A sentence that tells of a case by the widest signs shows nobody an author, nor does a document that neither
cites literature nor speaks of several listed authors; all gives way to whoever of the case bears the name.
What remains: an author in no list, and one of whom a sentence tells as of a worker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import entries
from redact.recognise.literature import is_told_of_the_case, scholar_verbs
from redact.recognise.literature_forms import ADJECTIVES, WORKS
from redact.recognise.names import stop_words
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, line_of, sentence_around
from redact.values.people import Standing

__all__ = ["listed_authors"]

_CAPITAL = regex.compile(r"\p{Lu}[\p{L}-]+")
_SEVERAL = 2
_LEAST_WORDS = 5  # of a sentence around the names; less is a field, a heading or a row
_ADVERBS = (
    r"(?:(?:who|also|first|rightly|herself|himself|themselves|both|once|famously|has|have|would|might"
    r"|[\p{Ll}]+ly)[ ]){0,2}"
)
# "Harte's model car", "Harte's theory of how the arm broke": of no work.
_NO_THING = (
    r"(?=[.,;:)\n]|$|[ ](?:is|was|are|were|has|have|on|for|suggests?|shows?|helps?|in|and|of(?![ ]how)))"
)
_BEHIND = regex.compile(
    rf"(?:'s?[ ]{ADJECTIVES}(?:{WORKS}|analysis|evidence[ ]review|writing|review[ ]of|studies)\b{_NO_THING}"
    r"|,?[ ]et[ ]al\b|,?[ ]and[ ](?:(?:her|his|their)[ ]team|colleagues|others)\b"
    r"|,[ ]whose[ ](?:papers?|books?|work|studies|study|research|writings?)\b"
    rf"|[ ]{_ADVERBS}(?P<verb>\p{{Ll}}+)\b)"
)
_ET_AL = regex.compile(r",?[ ]et[ ]al\b")
_SPEAKS = regex.compile(
    r"[ ](?:ha(?:s|ve)[ ](?:\p{Ll}+ly[ ])?(?:written|argued|shown|warned|changed[ ]how|described|suggested"
    r"|challenged|proposed|looked[ ]at)|coined|theorised|would[ ]have[ ](?:told|said|had)"
    r"|edited[ ]the[ ]\p{Ll}+[ ]text"
    r"|are[ ](?:the[ ]|among[ ]the[ ])?names[ ]to[ ]know"
    r"|(?:asked|surveyed|interviewed|followed|traced)[ ](?:the[ ])?(?:children|parents|mothers|fathers"
    r"|families|workers|practitioners)[ ](?:who|what|into|whether|how)\b)"
)
_BEFORE = regex.compile(
    r"\b(?:according[ ]to|(?:work|writings?|model|framework|theory|theories|ideas|concept|scale|notion"
    r"|typology|term|phrase|research|studies|study|literature)[ ](?:of|by|from)"
    r"|(?:model|framework|theory|concept|scale|typology|term|phrase|idea|thinking|approach|research|test"
    r"|questionnaire|instrument|tool)\b[^.;\n]{0,40}?(?:comes[ ]from|(?:devised|developed|coined|proposed"
    r"|described|designed|standardised|challenged|popularised|led|advanced)[ ]by)"
    r"|draw(?:s|n|ing)?[ ](?:here[ ])?(?:up)?on(?:[ ]the[ ]work[ ]of)?|readers[ ](?:may|will)[ ]know"
    r"|in[ ]the[ ](?:sense[ ]that|words[ ]of)|for[ ]more[ ]see|referred[ ]to|owes[ ](?:much|a[ ]lot)[ ]to"
    r"|distinction[ ]is[ ]drawn[ ]by|definition[ ](?:comes|is)[ ]from|read[ ](?:also[ ])?)"
    r"[ ](?:\p{Lu}\p{Ll}+[ ])?$",
    regex.IGNORECASE,
)
_IN_APPOSITION = regex.compile(
    r"(?:,|[ ]\()[ ]?(?:the|her|his|their|an?|our|its|my|who|whom|then|now|aged?|\d)\b(?![ ]whose)"
)
# Words of literature that no story of a case has; books, papers and studies are at home too.
_LITERATURE = regex.compile(
    r"\b(?:[Rr]esearch(?:ers)?|literature|theor(?:y|ies|ists?)(?![ ]test)|theoretical|concepts?"
    r"|typolog(?:y|ies)|meta-analys[ie]s|attachment|ecological|frameworks?|the[ ](?:term|phrase|notion)"
    r"|scholars?(?!hip)|writers|serious[ ]case[ ]reviews|evidence[ ]base|[Ss]ystems[ ]thinking|hierarchy)\b"
)
_COINED = regex.compile(r"\b[Ii]t[ ]was[ ].{0,4}who[ ](?:first[ ])?(?:coined|described|proposed|showed)\b")
_BRACKETED = regex.compile(
    r"\b(?:theor(?:y|ies)|literature|research|studies|model|framework)\b[^.()\n]{0,40}\($", regex.IGNORECASE
)
# Beyond the widest signs: of this plan and that bruise no work speaks.
_OF_A_CASE = regex.compile(
    r"\b(?:the[ ](?:plan|assessment|referral|strategy|injur\p{L}+|bruis\p{L}+|threshold|allegation|accident"
    r"|medical|placement|order|landlord|dog|school|hospital|meeting|care[ ]plan)|no[ ]risk|an[ ]accident"
    r"|said[ ]that|thought[ ]that|knew|rang|today|yesterday)\b"
)


def listed_authors(readings: Iterable[Reading], *, cites: bool) -> list[Zone]:
    """Find listed authors without a year in one document, one zone for each name; all may deceive.

    Args:
        cites: whether the document cites literature by the forms of citations; one that does not must
            speak so of several listed authors.
    """
    found: list[Zone] = []
    for reading in readings:
        found += _in_reading(reading)
    named = {zone.reading.text[zone.start : zone.end].split()[-1] for zone in found}
    return found if cites or len(named) >= _SEVERAL else []


def _in_reading(reading: Reading) -> Iterator[Zone]:
    text = reading.text
    if _surnames().isdisjoint(_CAPITAL.findall(text)):
        return
    for match in _pattern().finditer(text):
        names = [_without_opener(text, *span) for span in match.spans("author")]
        if _is_cited(text, names):
            because = "a listed author, with words of literature beside the name"
            for start, end in names:
                yield Zone(reading, start, end, Standing.CITED, "listed author", because, makes=None)


def _without_opener(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out a word before a surname that is no forename: "As Munro argues"."""
    first, space, _ = text[start:end].partition(" ")
    return (start + len(first) + 1, end) if space and first.casefold() in stop_words() else (start, end)


def _is_cited(text: str, names: list[tuple[int, int]]) -> bool:
    start, end = names[0][0], names[-1][1]
    before = text[max(0, start - 2) : start].rstrip(" ")
    if _ET_AL.match(text, end):
        return True  # nobody of a case is named so
    if before[-1:] in ("\t", "|", ":") or _is_short(text, start, end) or _is_worker(text, end):
        return False
    sentence = " ".join(sentence_around(text, start, end))
    if is_told_of_the_case(text, start, end) or _OF_A_CASE.search(sentence):
        return False
    literary = _LITERATURE.search(sentence) is not None
    beside = _is_beside(text, start, end) or _COINED.search(sentence) is not None
    return beside and (literary or len(names) > 1)


def _is_worker(text: str, end: int) -> bool:
    """Tell whether somebody of the case is told behind a name: "Harte, the team manager,"."""
    return _IN_APPOSITION.match(text, end) is not None


def _is_short(text: str, start: int, end: int) -> bool:
    low, high = line_of(text, start)
    return len((text[low:start] + " " + text[end:high]).split()) < _LEAST_WORDS


def _is_beside(text: str, start: int, end: int) -> bool:
    """Tell whether words for a work, or a verb of scholars in the present, stand directly beside names."""
    before, _ = sentence_around(text, start, end)
    if _BEFORE.search(before) or _BRACKETED.search(before) or _SPEAKS.match(text, end):
        return True
    behind = _BEHIND.match(text, end)
    if behind is None:
        return False
    verb = behind["verb"]
    return verb is None or verb in _present()


@cache
def _surnames() -> frozenset[str]:
    return frozenset(entries("listed-authors"))


@cache
def _present() -> frozenset[str]:
    """Give the verbs of scholars in the present: "argues", and "argue", beside which the list has it."""
    every = scholar_verbs()
    return frozenset(verb for verb in every if verb.endswith("s") or f"{verb}s" in every)


@cache
def _pattern() -> regex.Pattern[str]:
    every = "|".join(map(regex.escape, sorted(_surnames(), key=lambda name: (-len(name), name))))
    title = r"(?:(?:Professor|Prof\.?|Dame|Sir)[ ])?"
    first = r"(?:\p{Lu}\p{Ll}+[ ]|(?:\p{Lu}\.[ ]?){1,2})?"
    name = rf"{title}(?P<author>{first}(?:{every}))(?![\p{{L}}\p{{N}}-])"
    joint = r"(?:(?:,?[ ](?:and|&)|[,;])[ ])"
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}'-]){name}(?:{joint}{name}){{0,3}}")
