"""Authors of the list who are named without a year: "As Munro argues", "the framework of Reder and Duncan".

A listed surname alone proves nothing, for workers and children bear it too. It stays where a verb of scholars
in the present or words for a work stand directly beside it, or where its sentence speaks of literature; of a
name that many bear both are needed, or another listed author joined to it. A sentence that tells of a case
by the widest signs shows nobody an author, and all gives way to whoever of the case bears the name anywhere.
What remains: an author in no list, and one of whom a sentence tells as of a worker.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds
from redact.recognise.literature import is_literary, is_told_of_the_case, scholar_verbs
from redact.recognise.literature_forms import ADJECTIVES, WORKS
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, line_of, sentence_around
from redact.values.people import Standing

__all__ = ["listed_authors"]

_LEAST_WORDS = 5  # of a sentence around the names; less is a field, a heading or a row
_ADVERBS = (
    r"(?:(?:who|also|first|rightly|herself|himself|themselves|both|once|famously|has|have|would|might"
    r"|[\p{Ll}]+ly)[ ]){0,2}"
)
_BEHIND = regex.compile(
    rf"(?:'s?[ ]{ADJECTIVES}(?:{WORKS}|analysis|evidence[ ]review|writing|review[ ]of|studies)\b"
    r"|,?[ ]et[ ]al\b|,?[ ]and[ ](?:(?:her|his|their)[ ]team|colleagues|others)\b"
    r"|,[ ]whose[ ](?:papers?|books?|work|studies|study|research|writings?)\b"
    rf"|[ ]{_ADVERBS}(?P<verb>\p{{Ll}}+)\b)"
)
_SPEAKS = regex.compile(
    r"[ ](?:ha(?:s|ve)[ ](?:\p{Ll}+ly[ ])?(?:written|argued|shown|warned|changed[ ]how|described|suggested"
    r"|challenged|proposed|looked[ ]at)|coined|theorised|would[ ]have[ ](?:told|said|had)"
    r"|edited[ ]the[ ]\p{Ll}+[ ]text"
    r"|calls?[ ](?:the|this|a)\b)"
)
_BEFORE = regex.compile(
    r"\b(?:according[ ]to|(?:work|writings?|model|framework|theory|theories|ideas|concept|scale|notion"
    r"|typology|term|phrase|research|studies|study|literature)[ ](?:of|by|from)"
    r"|(?:model|framework|theory|concept|scale|typology|term|phrase|idea|thinking|approach|research|test"
    r"|questionnaire|instrument|tool)\b[^.;\n]{0,40}?(?:comes[ ]from|(?:devised|developed|coined|proposed"
    r"|described|designed|standardised|challenged|popularised|led|advanced)[ ]by)"
    r"|draw(?:s|n|ing)?[ ](?:here[ ])?(?:up)?on(?:[ ]the[ ]work[ ]of)?|readers[ ](?:may|will)[ ]know"
    r"|in[ ]the[ ](?:sense[ ]that|words[ ]of))"
    r"[ ](?:\p{Lu}\p{Ll}+[ ])?$",
    regex.IGNORECASE,
)
_BRACKETED = regex.compile(
    r"\b(?:theor(?:y|ies)|literature|research|studies|model|framework)\b[^.()\n]{0,40}\($", regex.IGNORECASE
)
# Beyond the widest signs: of this plan and that bruise no work speaks.
_OF_A_CASE = regex.compile(
    r"\b(?:the[ ](?:plan|assessment|referral|strategy|injur\p{L}+|bruis\p{L}+|threshold|allegation|accident"
    r"|medical|placement|order|landlord|dog|school|hospital|meeting|care[ ]plan)|no[ ]risk|an[ ]accident"
    r"|said[ ]that|thought[ ]that|knew|rang|today|yesterday)\b"
)


def listed_authors(reading: Reading) -> Iterator[Zone]:
    """Find listed authors without a year in one reading, one zone for each name; all may deceive."""
    text = reading.text
    for match in _pattern().finditer(text):
        if not _is_cited(text, match):
            continue
        because = "a listed author, with words of literature beside the name"
        for start, end in match.spans("author"):
            yield Zone(reading, start, end, Standing.CITED, "listed author", because, makes=None)


def _is_cited(text: str, match: regex.Match[str]) -> bool:
    start, end = match.span()
    if start and text[start - 1] in "\t|:" or _is_short(text, start, end):
        return False
    sentence = " ".join(sentence_around(text, start, end))
    if is_told_of_the_case(text, start, end) or _OF_A_CASE.search(sentence):
        return False
    literary = is_literary(text, start, end)
    beside = _is_beside(text, match)
    surnames = [name.split()[-1] for name in match.captures("author")]
    every = kinds("listed-authors")
    if len(surnames) > 1 or every[surnames[0]] == "rare":
        return literary or beside
    return literary and beside


def _is_short(text: str, start: int, end: int) -> bool:
    low, high = line_of(text, start)
    return len((text[low:start] + " " + text[end:high]).split()) < _LEAST_WORDS


def _is_beside(text: str, match: regex.Match[str]) -> bool:
    """Tell whether words for a work, or a verb of scholars in the present, stand directly beside names."""
    before, _ = sentence_around(text, match.start(), match.end())
    if _BEFORE.search(before) or _BRACKETED.search(before) or _SPEAKS.match(text, match.end()):
        return True
    behind = _BEHIND.match(text, match.end())
    if behind is None:
        return False
    verb = behind["verb"]
    return verb is None or (verb in scholar_verbs() and not verb.endswith("ed") and verb in _present())


@cache
def _present() -> frozenset[str]:
    """Give the verbs of the list in the present: those of which the list has a form in the past beside them."""
    return frozenset(verb for verb in scholar_verbs() if verb.endswith("s") or f"{verb}s" in scholar_verbs())


@cache
def _pattern() -> regex.Pattern[str]:
    every = "|".join(
        map(regex.escape, sorted(kinds("listed-authors"), key=lambda name: (-len(name), name)))
    )
    title = r"(?:(?:Professor|Prof\.?|Dame|Sir)[ ])?"
    name = rf"{title}(?P<author>(?:\p{{Lu}}\p{{Ll}}+[ ]|(?:\p{{Lu}}\.[ ]?){{1,2}})?(?:{every}))(?![\p{{L}}\p{{N}}-])"
    joint = r"(?:(?:,?[ ](?:and|&)|[,;])[ ])"
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}'-]){name}(?:{joint}{name}){{0,3}}")
