"""Authors without a year behind their name: "Harte et al found", "Quill's typology of neglect (2009)".

The words of research beside the name show an author, and only where the sentence tells of nobody's visit or
home; all gives way to whoever of the case bears the name. A name with no more than "argues" or "'s idea" is
left out here: children and workers argue and have ideas too. Where such an author is cited with a year
elsewhere, the standing is carried from there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from redact.recognise import regex
from redact.recognise.citation_groups import of_one_list, tells_of_kin
from redact.recognise.lists import kinds, words
from redact.recognise.literature_forms import ADJECTIVES, FORMS, GATE, WORKS
from redact.recognise.literature_further import FURTHER
from redact.recognise.names import name_words, stop_words
from redact.recognise.readings import Reading
from redact.recognise.zones import Zone, sentence_around
from redact.values.people import Standing

__all__ = [
    "OF_THE_CASE",
    "does_behind",
    "is_in_the_case",
    "is_literary",
    "is_of_literature",
    "is_of_the_case",
    "is_told_of_the_case",
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
_TOPICS = regex.compile(
    r"(?<!\b(?:[Hh]er|[Hh]is|[Tt]heir|[Tt]his)[ ])\b(?:(?:[Hh]ome|[Uu]nannounced|[Hh]ealth)[ ]visit\p{Ll}*"
    r"|duty|strategy|conference|referral|supervision|(?:social|family|key|support)[ ]work(?:er)?|core[ ]group"
    r"|midwife|nurse|teacher|case[ ]?load)\b"
)
# The same of one name alone: what its bearer does.
_DOES = regex.compile(
    r"(?:,?[ ](?:who[ ])?|,[ ]\p{Ll}[^,.\n]{2,30},[ ])(?:(?:had|has|was|were|then|also|again|later|did|not"
    r"|never|would|is|are|been)[ ]){0,3}"
    r"(?:attend\p{L}*|lives?|lived|living|moved|weigh(?:s|ed)|slept|hit|cried|fell|born|arrested"
    r"|charged|admitted"
    r"|seen|placed|on[ ]duty|asleep|at[ ](?:home|school|nursery|court|work|college)|in[ ](?:bed|prison"
    r"|hospital|court|care|custody)|drank|drunk|bruised|injured|pregnant"
    r"|discharged|jailed"
    r"|rang|told|left|came|texted|screamed|shouted|refused|brought|carried|fed|hurt|died|tired|cold"
    r"|unwell|sick|removed|adopted|fostered|accommodated|returned|pushed|bit|smacked|slapped"
    r"|ran[ ](?:away|off)"
    r"|(?:re)?reads?[ ](?:the|her|his|their|all|both)[ ](?:films?|x-?rays?|scans?|images?|notes?|files?"
    r"|letters?|logs?|minutes|charts?|statements?|e-?mails?|texts?|slips?|chronolog(?:y|ies))"
    r"|did[ ]not|said[ ](?:he|she|that[ ](?:he|she)|it[ ]was))\b"
)
_BEHIND = regex.compile(
    rf"(?:'s?[ ]{ADJECTIVES}{WORKS}\b|,?[ ](?:and|&)(?:[ ]\p{{Lu}}|,?[ ](?:colleagues|others"
    rf"|,?[ ]?more[ ]recently))"
    r"|,?[ ](?:et[ ]al\b|\(?(?:19|20)\d\d|\(?ibid|\(\p{{Lu}}[\p{{L}}-]+,?[ ](?:19|20)\d\d)|[ ](?:(?:who"
    r"|first|also|rightly|herself|himself|themselves|both|has"
    r"|have|ha[ds]|[\p{L}]+ly)[ ]){0,2}(?P<verb>\p{Ll}+)\b)"
)
_LITERARY = regex.compile(
    r"\b(?:[Rr]esearch(?:ers?)?|literature|stud(?:y|ies)|papers?|books?|articles?|theor(?:y|ies|ists?)"
    r"|concepts?|typolog(?:y|ies)|meta-analys[ie]s|systematic|framework|attachment|inventory"
    r"|serious[ ]case[ ]reviews|reviews[ ]of|evidence[ ]base|(?:19|20)\d\d[a-z]?[)\]])\b"
)
# What signs of literature may stand beside, in the story of a case.
_OF_THE_CASE_TOO = regex.compile(
    r"\b(?:I|[Ss]he|[Hh]er|[Hh]e|[Hh]is|[Mm]um|[Dd]ad|asked|social[ ]workers?|school|nursery|meeting|recorded"
    r"|case[ ]notes?|case[ ]file|diary|felt|agreed|wanted|had[ ](?:not[ ])?read|mother[ ]was"
    r"|the[ ](?:child|family|manager|visits?|file|mother|father|house|home|flat|smell|door|baby|police)"
    r"|on[ ]\d{1,2}(?:st|nd|rd|th)?[ ](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Ll}*"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b"
)
_PAST = regex.compile(
    r"\p{Ll}+ed|wrote|said|spoke|found|put|saw|had|gave|told|held|drew|made|took|thought|set"
)
_CLOSED = regex.compile(r"(?:[,;:][ ]?(?:p\.[ ]?)?\d+[a-z]?)*[)\]]")
# "Statement of Harte, above, note 3", "her children (A. Harte, 2009)": no literature.
_OF_A_RECORD = regex.compile(
    r"\b(?:(?:statements?|interviews?|letters?|e-?mails?|evidence|accounts?|notes?|reports?|interviewed"
    r"|assessments?"
    r"|minutes|logs?|(?<!-)referrals?|chronology|visits?)[ ]"
    r"(?:of|with|from|by|to)|sons?|daughters?|brothers?|sisters?|siblings?|twins?|her|his|their|(?:the"
    r"|two|three"
    r"|four)[ ]children|cousins?|parents?|mother|father|born)\b[^.]{0,30}$",
    regex.IGNORECASE,
)
# They show surnames: only a forename of somebody of the case keeps out of them.
_OF_TEXTS = frozenset(
    {
        "author and others",
        "several in brackets",
        "note that sends back",
        "text with its year",
        "text beyond doubt",
        "study with its year",
    }
)
_DOUBTFUL = frozenset(
    {
        "text with its year",
        "text beyond doubt",
        "study with its year",
        "author of a work",
        "owner of a work",
        "citation in brackets",
        "note that sends back",
        "author and colleagues",
        "author who is quoted",
        "several with years",
        "page of a text",
        "one in brackets",
    }
)
# Only what its bearer does there makes somebody of the case: a work of literature speaks of visits too.
_ONLY_BY_DEEDS = frozenset({"study with its year", "text beyond doubt", "author and others"})
# They show a text of somebody who has no title in the case.
_BY_TEXTS = frozenset({"text beyond doubt", "page of a text", "author and colleagues", "several with years"})
_TITLED = regex.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Nurse|Sister|Cllr|[DP][CS]I?|DCI|Sgt|Sergeant|SW|HV|MW"
    r"|TM)\.?[ ](?:\p{Lu}\p{L}*\.?[ ]){0,2}$"
)
_HOUSE = regex.compile(
    r"\b(?:Hospital|Infirmary|Schools?|Academy|College|Nursery|Centre|House|Home|Hostel|Prison|HMP|Ward"
    r"|Unit|Surgery"
    r"|Clinic|Court|Street|Road|Avenue|Close|Children's)\b"
)
_OF_A_FAMILY = regex.compile(
    r"\b(?:[Gg]enogram|[Ff]amily|[Rr]egister|[Pp]lans?|[Nn]ames?|[Pp]upils?|[Tt]wins)\b"
)
_WITH_A_YEAR = regex.compile(r"\.?(?:,?[ ][(\[]?(?:19|20)\d\d[a-z]?[)\]]?)?")
# They show an author only where literature is spoken of: in the sentence.
_IN_LITERATURE = frozenset({"author and colleagues", "several with years"})
_NO_FAMILY = frozenset({"several with years", "one in brackets"})
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


def is_of_the_case(text: str, start: int, end: int, *, topics: bool = False) -> bool:
    """Tell whether the sentence around half-open code points tells of somebody's visit or home.

    Args:
        topics: whether the text cites so much that supervision and duty are what is written about.
    """
    sentence = " ".join(sentence_around(text, start, end))
    return OF_THE_CASE.search(_TOPICS.sub("", sentence) if topics else sentence) is not None


def is_in_the_case(text: str, start: int, end: int) -> bool:
    """Tell whether somebody at half-open code points does what people of the case do and no reviewer does."""
    return _DOES.match(text, end) is not None


def _does(text: str, start: int, end: int) -> bool:
    """Tell whether somebody, with a year or without, does what people of a case do, or bears a forename."""
    beyond = _WITH_A_YEAR.match(text, end)
    if _DOES.match(text, end if beyond is None else beyond.end()) is not None:
        return True
    first = text[start:end].split(maxsplit=1)[0].casefold()
    return first in words("forenames") and is_of_the_case(text, start, end)


def does_behind(text: str, after: int) -> bool:
    """Tell whether a year in brackets that ends at `after` is followed by what people of a case do."""
    closed = _CLOSED.match(text, after)
    return closed is not None and _DOES.match(text, closed.end()) is not None


def is_of_literature(text: str, start: int, end: int) -> bool:
    """Tell whether words of literature stand directly beside half-open code points.

    A verb in the past tells of workers as often as of authors: it counts beside another word of literature.
    """
    if _OF_THE_CASE_TOO.search(" ".join(sentence_around(text, start, end))):
        return False
    behind = _BEHIND.match(text, end)
    verb = behind["verb"] if behind is not None else None
    if behind is not None and (verb is None or (verb in scholar_verbs() and not _PAST.fullmatch(verb))):
        return True
    if verb in scholar_verbs() and is_literary(text, start, end):
        return True
    return _BEFORE.search(text, max(0, start - 60), start) is not None


def is_literary(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around half-open code points speaks of literature and of nobody's case."""
    sentence = " ".join(sentence_around(text, start, end))
    return not is_told_of_the_case(text, start, end) and _LITERARY.search(sentence) is not None


def is_told_of_the_case(text: str, start: int, end: int) -> bool:
    """Tell whether the sentence around half-open code points tells of a case, by the widest signs."""
    sentence = " ".join(sentence_around(text, start, end))
    signs = _OF_THE_CASE_TOO.search(sentence) or OF_THE_CASE.search(sentence)
    return signs is not None or is_in_the_case(text, start, end)


def literature(reading: Reading) -> Iterator[Zone]:
    """Find authors without a year behind their name, one zone for each name."""
    text = reading.text
    for pattern, name, because in FORMS if GATE.search(text) is not None else ():
        for match in pattern.finditer(text):
            yield from _zones(reading, match, name, because)
    for gate, pattern, name, because in FURTHER:
        if gate.search(text) is not None:
            for match in pattern.finditer(text):
                yield from _zones(reading, match, name, because)


def _is_of_a_house(match: regex.Match[str]) -> bool:
    """Tell whether what a form takes for a title is a hospital's name, or no verb of scholars follows."""
    if "title" not in match.re.groupindex:
        return False
    return _HOUSE.search(match["title"]) is not None or match["verb"] not in scholar_verbs()


def _zones(reading: Reading, match: regex.Match[str], pattern: str, because: str) -> Iterator[Zone]:
    before = reading.text[max(0, match.start("author") - 60) : match.start("author")]
    told = _does if pattern in _ONLY_BY_DEEDS else is_of_the_case
    if pattern in _IN_LITERATURE and not is_literary(reading.text, *match.span()):
        return
    if pattern in _NO_FAMILY and (tells_of_kin(before) or _OF_A_FAMILY.search(before)):
        return
    if told(reading.text, *match.span()) or (pattern in _DOUBTFUL and _OF_A_RECORD.search(before)):
        return
    named = match.captures("author")
    if pattern in _BY_TEXTS and _TITLED.search(before):
        return
    if _is_of_a_house(match):
        return
    if pattern in _DOUBTFUL and any(name.casefold() in words("forenames") for name in named):
        return
    every = [word.casefold() for name in match.captures("author") for word in name.split()]
    ordinary = pattern != "several in brackets" and all(word in name_words() for word in every)
    if ordinary or any(word in stop_words() for word in every):
        return
    for start, end in of_one_list(reading.text, match.spans("author")):
        zone = Zone(reading, start, end, Standing.CITED, pattern, because, None, surname=pattern in _OF_TEXTS)
        yield replace(zone, of_literature=pattern == "text beyond doubt")
