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
from redact.recognise.lists import kinds, words
from redact.recognise.literature_forms import ADJECTIVES, FORMS, GATE, WORKS
from redact.recognise.names import name_words, stop_words
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = [
    "OF_THE_CASE",
    "is_in_the_case",
    "is_literary",
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
    r"|Child[ ]\p{Lu}\b|\d{1,2}:\d\d[ap]?m?|(?<=\p{L}[ ])\d{1,2}\.\d\d[ap]?m?|\d{1,2}\.\d\d[ap]m)\b"
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
_BEHIND = regex.compile(
    rf"(?:'s?[ ]{ADJECTIVES}{WORKS}\b|,?[ ](?:and|&)(?:[ ]\p{{Lu}}|,?[ ](?:colleagues|others"
    rf"|,?[ ]?more[ ]recently))"
    r"|,?[ ](?:et[ ]al\b|\(?(?:19|20)\d\d|\(?ibid|\(\p{{Lu}}[\p{{L}}-]+,?[ ](?:19|20)\d\d)|[ ](?:(?:who"
    r"|first|also|rightly|herself|himself|themselves|both|has"
    r"|have|ha[ds]|[\p{L}]+ly)[ ]){0,2}(?P<verb>\p{Ll}+)\b)"
)
_LITERARY = regex.compile(
    r"\b(?:research(?:ers?)?|literature|stud(?:y|ies)|papers?|books?|chapters?|articles?|theor(?:y|ies"
    r"|ists?)|concepts?"
    r"|phrase|term|typolog(?:y|ies)|meta-analys[ie]s|systematic|writers?|wrote|writes|writing"
    r"|argu(?:es?|ed|ment)"
    r"|describ(?:es?|ed)|distinguish\p{L}*|framework|thinking|attachment|curve|loop|inventory"
    r"|in[ ]the[ ]words[ ]of"
    r"|(?:puts?|has|have)[ ]it|as[ ]\p{Lu}\p{L}+[ ](?:\p{Ll}+ly[ ])?(?:says|said|notes|noted|calls"
    r"|called|puts)"
    r"|serious[ ]case[ ]reviews|reviews[ ]of|evidence[ ]base|(?:19|20)\d\d[a-z]?[)\]]|conclud(?:es?|ed)"
    r"|found[ ]that)\b"
)
# What the wide signs of literature may stand beside, in the story of a case.
_OF_THE_CASE_TOO = regex.compile(
    r"\b(?:I|[Ss]he|[Hh]er|[Mm]other|[Ff]ather|[Mm]um|[Dd]ad|asked|said[ ](?:he|she|they|that[ ](?:he"
    r"|she|they))|social"
    r"[ ]workers?|school|nursery|police|meeting|recorded|case[ ]notes?|diary|statement|his[ ](?:own|son"
    r"|daughter|room"
    r"|mother|brother|sister)|thought|felt|agreed|wanted|assessment[ ]of)\b"
)
# "Statement of Harte, above, note 3", "her children (A. Harte, 2009)": no literature.
_OF_A_RECORD = regex.compile(
    r"\b(?:(?:statement|interview|letter|e-?mail|evidence|account|notes?|report|interviewed)[ ]"
    r"(?:of|with|from|by|to)|sons?|daughters?|brothers?|sisters?|siblings?|twins?|her|his|their|(?:the"
    r"|two|three"
    r"|four)[ ]children|cousins?|parents?|mother|father|born)\b[^.]{0,30}$",
    regex.IGNORECASE,
)
_DOUBTFUL = frozenset({"author of a work", "owner of a work", "citation in brackets", "note that sends back"})
_BEFORE = regex.compile(
    r"\b(?:research|literature|stud(?:y|ies)|writings?|work|model|framework|theory|ideas|paper|book|article"
    r"|thesis|cited|quoted|following|see|says|writes|argues|suggests|notes|warns|adds|according[ ]to"
    r"|contrast|unlike"
    r"|in[ ]the[ ]words[ ]of|notably)\b[^.;\n]{0,30}$",
    regex.IGNORECASE,
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


def is_literary(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around half-open code points speaks of literature and of nobody's case."""
    sentence = " ".join(sentence_around(text, start, end))
    own = (
        _OF_THE_CASE_TOO.search(sentence) or OF_THE_CASE.search(sentence) or is_in_the_case(text, start, end)
    )
    return not own and _LITERARY.search(sentence) is not None


def literature(reading: Reading) -> Iterator[Zone]:
    """Find authors without a year behind their name, one zone for each name."""
    text = reading.text
    if GATE.search(text) is None:
        return
    for pattern, name, because in FORMS:
        for match in pattern.finditer(text):
            yield from _zones(reading, match, name, because)


def _zones(reading: Reading, match: regex.Match[str], pattern: str, because: str) -> Iterator[Zone]:
    before = reading.text[max(0, match.start("author") - 60) : match.start("author")]
    if is_of_the_case(reading.text, *match.span()) or (pattern in _DOUBTFUL and _OF_A_RECORD.search(before)):
        return
    named = match.captures("author")
    if pattern in _DOUBTFUL and any(name.casefold() in words("forenames") for name in named):
        return
    every = [word.casefold() for name in match.captures("author") for word in name.split()]
    if any(word in stop_words() for word in every) or all(word in name_words() for word in every):
        return
    for start, end in match.spans("author"):
        yield Zone(reading, start, end, Standing.CITED, pattern, because, makes=None, careful=True)
