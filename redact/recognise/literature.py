"""Authors whose work is spoken of without a year: "Harte et al found", "Quill's typology", "Harte argues".

The words of research beside the name show an author, and only where the sentence tells of nobody's visit or
home. "Et al." shows one by itself; all else counts only in a document that cites literature somewhere, and
gives way to whoever of the case bears the name. What remains: an author of whom the text says no more than
what it says of anybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from redact.recognise.lists import kinds
from redact.recognise.names import name_words, stop_words
from redact.recognise.readings import Reading
from redact.recognise.reference_lists import SURNAME
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = ["OF_THE_CASE", "is_of_literature", "is_of_the_case", "literature", "scholar_verbs"]

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
_FORENAMES = r"(?:\p{Lu}(?:\.[ ]?\p{Lu})?\.[ ]?|\p{Lu}\p{Ll}[\p{L}'-]*[ ]){0,2}"
_NAME = rf"(?P<author>{_FORENAMES}{SURNAME})"
_PAIR = rf"{_NAME}(?:(?:,[ ]|,?[ ](?:and|&)[ ]){_NAME}){{0,3}}"
_START = r"(?<![\p{L}\p{N}'-])"
_ET_AL = regex.compile(rf"{_START}{_PAIR},?[ ]et[ ]al\b")
_GROUP = regex.compile(
    rf"{_START}{_PAIR},?[ ]and[ ](?:(?:his|her|their)[ ])?(?:colleagues|co-workers|co-authors"
    rf"|collaborators)\b"
)
_ADJECTIVES = r"(?:\p{Ll}[\p{L}-]+[ ]){0,2}"
_WORKS = (
    r"(?:model|theory|framework|typology|taxonomy|concept|notion|hypothesis|thesis|study|studies|research"
    r"|phrase|term|definition|paradigm|hierarchy|construct|metaphor|monograph|textbook|dissertation"
    r"|formulation|writings|scholarship|insight|distinction|timeline|scale|checklist|ladder|cycle|triangle"
    r"|stages|book|paper|article|chapter|argument|classification|scheme|index|criteria|trials?"
    r"|experiments?|method|five[ ]types|(?:two|three|four|five|six|seven|eight)[ ](?:types|stages|steps"
    r"|questions|kinds|levels|tasks|principles)|idea[ ]of|image[ ]of|account[ ]of|critique|findings)"
)
_OWNS = regex.compile(rf"{_START}{_PAIR}'s?[ ](?:\(\d{{4}}\)[ ])?{_ADJECTIVES}{_WORKS}\b")
_OWNS_YEAR = regex.compile(rf"{_START}{_PAIR}'s?[ ](?:[\p{{Ll}}-]+[ ]){{1,4}}[(\[](?:19|20)\d\d[a-z]?[)\]]")
_FOUND_IN = regex.compile(
    rf"{_START}{_PAIR}[ ](?:showed|found|demonstrated|reported|concluded"
    rf"|established)[ ](?:\p{{Ll}}+[ ])?(?:in|from|across|among)"
    r"[ ][^.;\n]{0,30}\b(?:trials?|studies|cohorts?|samples?|surveys?|experiments?)\b"
)
_NAMED = regex.compile(
    rf"\b(?:[Tt]he|[Aa]|[Tt]his)[ ]{_PAIR}[ ](?:study|model|framework|typology|paradigm)\b"
)
_BY = regex.compile(
    r"\b(?:[Rr]esearch|[Ss]tud(?:y|ies)|[Ww]ritings?|[Pp]apers?|[Bb]ooks?|[Aa]rticles?|[Tt]hes[ie]s"
    r"|[Dd]issertation|[Mm]eta-analys[ie]s|[Ss]ystematic[ ]review|[Ll]iterature[ ]review|[Ss]urvey"
    r"|[Tt]extbook"
    rf"|[Mm]onograph|[Ee]ssay)(?:[ ](?:\p{{Ll}}+[ ]){{0,2}})?(?<=[ ])(?:by|from|of)[ ]{_PAIR}"
)
_RESEARCH_BY = regex.compile(
    rf"\b(?:[Rr]esearch|[Mm]eta-analys[ie]s|[Ss]ystematic[ ]review|[Ll]iterature[ ]review)[ ]by[ ]{_PAIR}"
)
_WORK_OF = regex.compile(
    rf"\b(?:[Tt]he|[Ss]eminal|[Ii]nfluential|[Pp]ioneering)[ ](?:\p{{Ll}}+[ ])?(?:work|research|writings?"
    rf"|ideas|thinking)[ ](?:of|by)[ ](?:(?:the[ ])?\p{{L}}+[ ](?:psychologist|sociologist|psychiatrist)[ ])?"
    rf"{_PAIR}(?=[ ](?:on|about|in|into|and|is|has|with|around)\b|[,.;)])"
)
_CITED_IN = regex.compile(rf"\b(?:cited|quoted|reported|discussed|reproduced)[ ](?:in|by)[ ]{_PAIR}")
_SCHOLAR = regex.compile(
    r"\b(?:historian|sociologist|theorist|philosopher|criminologist|scholar|researcher|anthropologist"
    rf"|academic|theorists|scholars|researchers|academics)s?,?[ ]{_PAIR}"
)
_WRITING = regex.compile(
    rf"{_START}{_PAIR},[ ]writing[ ](?:in|of|about|on)\b|\b[Ww]riting[ ][^.;]{{3,60}},[ ]{_PAIR}"
)
_AS = regex.compile(
    rf"(?:^|[,;(][ ]?|\b)[Aa]s[ ]{_PAIR}[ ](?:(?:has|have|once|so|also|rightly|aptly)[ ]){{0,2}}"
    r"(?:argue[sd]?|note[sd]?|observe[sd]?|puts?[ ]it|has[ ]it|have[ ]it|reminds?[ ]us|points?[ ]out"
    r"|suggest(?:s|ed)?|wr(?:ites|ote)|show(?:s|n|ed)?|demonstrate[sd]?|explain(?:s|ed)?|describe[sd]?)\b"
)
_AS_SAID = regex.compile(
    rf"\b(?:as[ ](?:described|defined|set[ ]out|outlined|proposed|used|understood)|coined|pioneered"
    rf"|popularised"
    rf"|theorised|(?:model|framework|approach|scale|tool|method|theory|idea|term|point"
    rf"|steps)[ ](?:was[ ]|is[ ])?(?:\p{{Ll}}+[ ])?"
    rf"(?:developed|devised|described|made|proposed|set[ ]out|put[ ]forward|first[ ]used))[ ]by[ ]{_PAIR}"
)
_SEE = regex.compile(
    rf"\b[Ss]ee(?:[ ]also)?[ ]{_PAIR}[ ]for[ ](?:an?|the|further|more)[ ](?:\p{{Ll}}+[ ]){{0,2}}"
    r"(?:review|critique|summary|discussion|overview|account|detail|analysis|debate)\b"
    rf"|\([Ff]or[ ]an?[ ](?:\p{{Ll}}+[ ])?(?:review|critique|summary|discussion|overview"
    rf"|account),?[ ]see[ ]{_PAIR}"
    rf"|\((?:\p{{Ll}}+[ ]){{0,3}}(?:notably|chiefly|especially|particularly|e\.g\.,?|see"
    rf"|following)[ ]{_PAIR};[ ]{_PAIR}"
    rf"(?:;[ ]{_PAIR})*"
)
_GATE = regex.compile(
    r"\bet[ ]al\b|\bcolleagues\b|\bco-(?:workers|authors)|\bcollaborators\b|'s?[ ]|\b(?i:stud(?:y|ies)"
    r"|research"
    r"|work|writings?|papers?|books?|articles?|thes[ie]s|dissertation|analys[ie]s|review|textbook|monograph"
    r"|essay|survey|ideas|thinking|model|framework|typology|paradigm)[ ]|\b(?:cited|quoted|reported"
    r"|discussed)"
    r"[ ](?:in|by)\b|(?:ist|ian|scholar|researcher|academic|pher)s?,?[ ]\p{Lu}|\bwriting\b|\bWriting\b"
    r"|\b[Aa]s[ ]\p{Lu}"
    r"|[ ]by[ ]\p{Lu}|\b[Ss]ee\b|notably|chiefly|especially|particularly"
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
    r"|thesis|cited|quoted|following|see|according[ ]to|contrast|unlike|as|by|from|with"
    r"|in[ ]the[ ]words[ ]of|notably)\b[^.;\n]{0,30}$",
    regex.IGNORECASE,
)
_FORMS = (
    (_GROUP, "author and others", "an author with colleagues"),
    (_OWNS, "owner of a work", "a name whose model, theory or study is spoken of"),
    (_OWNS_YEAR, "owner of a work", "a name whose work is spoken of with its year"),
    (_FOUND_IN, "author who argues", "a name that is said to have found something in a study"),
    (_NAMED, "owner of a work", "a name that a study or a model bears"),
    (_BY, "author of a work", "a name whose research or study is spoken of"),
    (_WORK_OF, "author of a work", "a name whose work is spoken of"),
    (_CITED_IN, "author who is quoted", "a name in which something is cited"),
    (_SCHOLAR, "scholar", "a name behind the word for a scholar"),
    (_WRITING, "author who writes", "a name that is said to write on something"),
    (_AS_SAID, "author who is followed", "a name by whom a term or a model is said to be made"),
    (_SEE, "author who is referred to", "a name to which the reader is referred"),
    (_AS, "author who argues", "a name that is called as a witness of literature"),
)
# These hold without another citation in the document.
_BY_FORM = (
    *(form for form in _FORMS if form[0] in (_OWNS_YEAR, _FOUND_IN, _NAMED, _WORK_OF, _SCHOLAR)),
    (_RESEARCH_BY, "author of a work", "a name whose research is spoken of"),
)


@cache
def scholar_verbs(wanted: str | None = None) -> frozenset[str]:
    """Give the verbs that say what an author does; only those of a kind of the list where one is given."""
    every = kinds("scholar-verbs")
    return frozenset(verb for verb, kind in every.items() if wanted in (None, kind))


def is_of_the_case(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around half-open code points tells of somebody's visit or home."""
    return OF_THE_CASE.search(" ".join(sentence_around(text, start, end))) is not None


def is_of_literature(text: str, start: int, end: int) -> bool:
    """Tell whether words of literature stand directly beside half-open code points."""
    behind = _BEHIND.match(text, end)
    if behind is not None and (behind["verb"] is None or behind["verb"] in scholar_verbs()):
        return True
    return _BEFORE.search(text, max(0, start - 60), start) is not None


def literature(reading: Reading, *, cites: bool) -> Iterator[Zone]:
    """Find authors without a year, one zone for each name.

    Args:
        cites: whether the document cites literature somewhere; if not, only "et al." and the plainest words
            show an author.
    """
    text = reading.text
    if _GATE.search(text) is None and not (cites and _verb_pattern().search(text)):
        return
    if "et al" in text:
        for match in _ET_AL.finditer(text):
            yield from _zones(reading, match, "author and others", "an author with others")
    for pattern, name, because in _FORMS if cites else _BY_FORM:
        for match in pattern.finditer(text):
            yield from _zones(reading, match, name, because)
    for match in _verb_pattern().finditer(text) if cites else ():
        yield from _zones(reading, match, "author who argues", "a name with a verb of scholars")


@cache
def _verb_pattern() -> regex.Pattern[str]:
    every = "|".join(sorted(scholar_verbs("strict")))
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}'.-]|\b(?:Mr|Mrs|Ms|Miss|Dr)\.?[ ]){_PAIR}[ ](?:(?:has|have)[ ])?"
        rf"(?:(?:also|rightly|famously|further|both)[ ])?(?:{every}|argued)[ ](?=\p{{Ll}}|[\"'])"
    )


def _zones(reading: Reading, match: regex.Match[str], pattern: str, because: str) -> Iterator[Zone]:
    if is_of_the_case(reading.text, *match.span()):
        return
    every = [word.casefold() for name in match.captures("author") for word in name.split()]
    if any(word in stop_words() for word in every) or all(word in name_words() for word in every):
        return
    for start, end in match.spans("author"):
        yield Zone(reading, start, end, Standing.CITED, pattern, because, makes=None, careful=True)
