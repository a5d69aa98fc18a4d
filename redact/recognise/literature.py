"""Authors without a year behind their name: "Harte et al found", "Quill's typology of neglect (2009)".

The words of research beside the name show an author, and only where the sentence tells of nobody's visit or
home; all gives way to whoever of the case bears the name. A name with no more than "argues" or "'s idea" is
left out here: children and workers argue and have ideas too. Where such an author is cited with a year
elsewhere, the standing is carried from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.lists import kinds
from redact.recognise.names import name_words, stop_words
from redact.recognise.readings import Reading
from redact.recognise.reference_lists import SURNAME
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = [
    "OF_THE_CASE",
    "is_in_the_case",
    "is_of_literature",
    "is_of_the_case",
    "literature",
    "scholar_verbs",
]

# What a sentence tells of somebody of the case.
OF_THE_CASE = regex.compile(
    r"\b(?:born|visit(?:s|ed|ing)?|attend(?:s|ed|ing|ance)?|admitted|liv(?:es|ed|ing)|moved[ ](?:in|out|to)"
    r"|placed|arrested|charged|rang|telephoned|phoned|texted|weigh(?:s|ed)|went|came|stayed|slept|drove"
    r"|was[ ]seen|were[ ]seen|seen[ ](?:by|at|in)|told|met|hit|left|signed|case[ ]?load|duty|on[ ]leave"
    r"|core[ ]group|strategy|conference|referral|supervision|(?:social|family|key|support)[ ]worker"
    r"|health[ ]visitor|midwife|nurse|teacher|GP|SW\d?|HV\d?|(?:her|his|their|the)[ ](?:flat|house"
    r"|bedroom|son"
    r"|daughter|baby|mother|father|partner|statement|interview|shift|line[ ]manager)|[Mm]other's|[Ff]ather's"
    r"|Child[ ]\p{Lu}\b|\d{1,2}[.:]\d\d[ap]?m?)\b"
)
# The same of one name alone: what its bearer does.
_DOES = regex.compile(
    r"(?:,?[ ](?:who[ ])?|,[ ]\p{Ll}[^,.\n]{2,30},[ ])(?:(?:had|has|was|then|also|again|later|did|not"
    r"|never|would|is|been)[ ]){0,3}"
    r"(?:attend\p{L}*|lives?|lived|living|moved|weigh(?:s|ed)|slept|hit|cried|fell|born|arrested"
    r"|charged|admitted"
    r"|seen|placed|on[ ]duty|asleep|at[ ](?:home|school|nursery|court|work|college)|in[ ](?:bed|prison"
    r"|hospital|court|care|custody)|drank|drunk|bruised|injured|pregnant"
    r"|discharged|jailed"
    r"|rang|told|left|came|texted|screamed|shouted|refused|brought|carried|fed|hurt|died|tired|cold"
    r"|unwell|sick)\b"
)
_FORENAMES = r"(?:\p{Lu}(?:\.[ ]?\p{Lu})?\.[ ]?|\p{Lu}\p{Ll}[\p{L}'-]*[ ]){0,2}"
_NAME = rf"(?P<author>{_FORENAMES}{SURNAME})"
_PAIR = rf"{_NAME}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){_NAME}){{0,3}}"
_START = r"(?<![\p{L}\p{N}'-])"
_ET_AL = regex.compile(rf"{_START}{_PAIR},?[ ]et[ ]al\b")
_ADJECTIVES = r"(?:\p{Ll}[\p{L}-]+[ ]){0,2}"
_WORKS = (
    r"(?:model|theory|framework|typology|taxonomy|concept|notion|hypothesis|thesis|study|studies|research"
    r"|phrase|term|definition|paradigm|hierarchy|construct|metaphor|monograph|textbook|dissertation"
    r"|formulation|writings|scholarship|insight|distinction|timeline|scale|checklist|ladder|cycle|triangle"
    r"|stages|book|paper|article|chapter|argument|work[ ]on|classification|scheme|index|criteria|trials?"
    r"|experiments?|method|five[ ]types|(?:two|three|four|five|six|seven|eight)[ ](?:types|stages|steps"
    r"|questions|kinds|levels|tasks|principles)|idea[ ]of|image[ ]of|account[ ]of|critique|findings)"
)
_OWNS_YEAR = regex.compile(rf"{_START}{_PAIR}'s?[ ](?:[\p{{Ll}}-]+[ ]){{1,4}}[(\[](?:19|20)\d\d[a-z]?[)\]]")
_FOUND_IN = regex.compile(
    rf"{_START}{_PAIR}[ ](?:showed|found|demonstrated|reported|concluded"
    rf"|established)[ ](?:\p{{Ll}}+[ ])?(?:in|from|across|among)"
    r"[ ][^.;\n]{0,30}\b(?:trials?|studies|cohorts?|samples?|surveys?|experiments?)\b"
)
_NAMED = regex.compile(rf"\b[Tt]he[ ]{_PAIR}[ ](?:study|typology|paradigm)\b")
_RESEARCH_BY = regex.compile(
    rf"\b(?:[Rr]esearch|[Mm]eta-analys[ie]s|[Ss]ystematic[ ]review)[ ]by[ ]{_PAIR}[ ](?:has[ ]"
    rf"|have[ ])?(?:also[ ])?"
    r"(?:show[sn]?|showed|suggest(?:s|ed)?|found|finds|indicate[sd]?|demonstrate[sd]?|identified)\b"
)
_BEHIND = regex.compile(
    rf"(?:'s?[ ]{_ADJECTIVES}{_WORKS}\b|,?[ ](?:and|&)(?:[ ]\p{{Lu}}|,?[ ](?:colleagues|others"
    rf"|,?[ ]?more[ ]recently))"
    r"|,?[ ](?:et[ ]al\b|\(?(?:19|20)\d\d|\(?ibid|\(\p{{Lu}}[\p{{L}}-]+,?[ ](?:19|20)\d\d)|[ ](?:(?:who"
    r"|first|also|rightly|herself|himself|themselves|both|has"
    r"|have|ha[ds]|[\p{L}]+ly)[ ]){0,2}(?P<verb>\p{Ll}+)\b)"
)
_BEFORE = regex.compile(
    r"\b(?:research|literature|stud(?:y|ies)|writings?|work|model|framework|theory|ideas|paper|book|article"
    r"|thesis|cited|quoted|following|see|says|writes|argues|suggests|notes|warns|adds|according[ ]to"
    r"|contrast|unlike"
    r"|in[ ]the[ ]words[ ]of|notably)\b[^.;\n]{0,30}$",
    regex.IGNORECASE,
)
_FORMS = (
    (_ET_AL, "author and others", "an author with others"),
    (_OWNS_YEAR, "owner of a work", "a name whose work is spoken of with its year"),
    (_FOUND_IN, "author who argues", "a name that is said to have found something in a study"),
    (_NAMED, "owner of a work", "a name that a study bears"),
    (_RESEARCH_BY, "author of a work", "a name whose research is spoken of"),
)
_GATE = regex.compile(
    r"\bet[ ]al\b|'s?[ ][^.\n]{1,60}[(\[](?:19|20)\d\d|\b(?:study|typology|paradigm|trials?|studies"
    r"|cohorts?|samples?"
    r"|surveys?|experiments?|[Rr]esearch|[Mm]eta-analys[ie]s|[Ss]ystematic)\b"
)


@cache
def scholar_verbs(wanted: str | None = None) -> frozenset[str]:
    """Give the verbs that say what an author does; only those of a kind of the list where one is given."""
    every = kinds("scholar-verbs")
    return frozenset(verb for verb, kind in every.items() if wanted in (None, kind))


def is_of_the_case(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around half-open code points tells of somebody's visit or home."""
    return OF_THE_CASE.search(" ".join(sentence_around(text, start, end))) is not None


def is_in_the_case(text: str, start: int, end: int) -> bool:
    """Tell whether somebody at half-open code points does what people of the case do and no reviewer does."""
    return _DOES.match(text, end) is not None


def is_of_literature(text: str, start: int, end: int) -> bool:
    """Tell whether words of literature stand directly beside half-open code points."""
    behind = _BEHIND.match(text, end)
    if behind is not None and (behind["verb"] is None or behind["verb"] in scholar_verbs()):
        return True
    return _BEFORE.search(text, max(0, start - 60), start) is not None


def literature(reading: Reading) -> Iterator[Zone]:
    """Find authors without a year behind their name, one zone for each name."""
    text = reading.text
    if _GATE.search(text) is None:
        return
    for pattern, name, because in _FORMS:
        for match in pattern.finditer(text):
            yield from _zones(reading, match, name, because)


def _zones(reading: Reading, match: regex.Match[str], pattern: str, because: str) -> Iterator[Zone]:
    if is_of_the_case(reading.text, *match.span()):
        return
    every = [word.casefold() for name in match.captures("author") for word in name.split()]
    if any(word in stop_words() for word in every) or all(word in name_words() for word in every):
        return
    for start, end in match.spans("author"):
        yield Zone(reading, start, end, Standing.CITED, pattern, because, makes=None, careful=True)
