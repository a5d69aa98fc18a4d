"""How plainly names before a year are those of authors: what stands even where somebody bears the surname.

Position decides: nobody of a case stands as "Harte and Quill (2009) argue" or "(Harte, 2009: 45)". Signs are
weighed, since none alone proves it: several surnames with one year, verbs of scholars, words of literature, a
page, another citation in the sentence, against what the sentence tells of a case. A title or a post before
the name, kinship, a record behind it, a forename, and whoever does what people of a case do, prove that it is
none. What remains: a report on the case that is cited as literature is, by several surnames and a year.
"""

from __future__ import annotations

from redact.recognise import regex
from redact.recognise.citation_deeds import says_of_somebody
from redact.recognise.citation_groups import is_forename, is_kin
from redact.recognise.citation_places import OF_A_LIFE, OF_SOMEBODY, is_of_a_record, is_told_in_its_place
from redact.recognise.citation_words import (
    beyond_joined,
    is_spoken_of,
    is_told_of_somebody,
    literature_beside,
)
from redact.recognise.literature import (
    OF_THE_CASE,
    does_behind,
    is_told_of_the_case,
    scholar_verbs,
)
from redact.recognise.reference_records import MADE_AT_HOME, is_of_the_family
from redact.recognise.zones import line_of, sentence_around

__all__ = ["ENOUGH", "SURE", "is_titled_in_the_case", "weight_of"]

ENOUGH = 2  # that stands where somebody bears the surname; more makes a citation where no form does
SURE = 5  # that stands even where it cannot be told whether somebody bears it as a forename
_NONE = -9
# A title or a post of the case before a name; professors, lords and dames are cited with theirs.
_POST_BEFORE = regex.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Miss|Dr|Nurse|Sister|Cllr|[DP][CS]I?|DCI|Sgt|Sergeant|SW|HV|MW|TM|GP)\.?"
    r"|(?i:workers?|visitors?|officers?|managers?|teachers?|midwi(?:fe|ves)|doctors?|consultants?"
    r"|guardians?|solicitors?|psychologists?|psychiatrists?|p(?:a)?ediatricians?|counsellors?"
    r"|advocates?|carers?|nurses?|family|households?))[:,]?[ ](?:\p{Lu}\p{L}*\.?[ ]){0,2}$"
)
_NEVER_CITED = regex.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Nurse|P\.?C|WPC|D[CSI]|DCI)\.?[ ](?:\p{Lu}\p{L}*\.?[ ]){0,2}$"
)
# What somebody of a case wrote: it may be cited as literature is.
_OF_A_FILE = regex.compile(
    r"\b(?:(?:core|initial|parenting|psychological|psychiatric|cognitive|risk|viability|capacity|expert"
    r"|medical|kinship|pre-?birth)[ ](?:assessment|report|evaluation|opinion)s?"
    r"|(?:assessment|report|statement|letter|minutes|log|record|notes?|interview|file)s?[ ]"
    r"(?:by|of|from|to|with)[ ]|(?:chronolog(?:y|ies)|IMRs?)[ ](?:by|of|from)[ ])",
)
_ASSESSED_BY = regex.compile(
    r"\b(?:core|initial|parenting|psychological|psychiatric|cognitive|viability|capacity|kinship|pre-?birth)"
    r"[ ](?:assessment|report|evaluation|opinion)s?[ ](?:by|from|of|with)[ ](?:\p{Lu}\p{Ll}*\.?[ ]){0,2}$"
    r"|\b(?:[Aa]ssessments?|[Cc]hronolog(?:y|ies)|IMRs?|[Rr]eferrals?|[Mm]inutes"
    r"|[Cc]ase[ ]notes?)[ ](?:by|from|of)[ ]$"
)
# Somebody of this case, and a day of it.
_THIS_CASE = regex.compile(
    r"\b(?:Mother|Father)\b|\b(?:Child|Adult|Baby|Sibling|Family)[ ](?:\p{Lu}|\d)\b"
    r"|\b(?:SW|HV|TM|GP|MW|FSW)\d|\b[MP]G[MF]\b|\b\d{1,2}(?:st|nd|rd|th)?[ ](?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December)\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"
    r"|\bthis[ ](?:child|mother|father|family|boy|girl|baby)\b"
)
_COURT = regex.compile(r"\bv\.?[ ]$|\bRe[ ]$")
_PAGE = regex.compile(r",?[ ]pp?\.[ ]?\d|:[ ]?\d{1,4}(?:-\d{1,4})?[)\]]")
_SENDS_ON = regex.compile(
    r"[)\]]?(?:,?[ ](?:as[ ])?(?:cited|quoted|discussed|reported)[ ](?:in|by)\b|,[ ]in[ ]\p{Lu})"
)
_ANOTHER = regex.compile(r"\p{Lu}[\p{L}'-]+(?:[ ]et[ ]al\.?)?(?:,[ ]|[ ]\(?)(?:19|20)\d\d[a-z]?[);,:]")
_MANY = regex.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|most|many|few|several|all|\d+)[ ]"
    r"(?:\p{Ll}+[ ])?(?:in|of|out[ ]of|reviews?|cases|studies|families|reports|children)\b"
)
_VERB = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*[)\]],?[ ]"
    r"(?:(?:also|both|each|first|later|and|ha(?:s|ve)|[\p{L}]+ly),?[ ]){0,3}(?P<verb>\p{Ll}+)\b"
)


def weight_of(text: str, group: regex.Match[str], after: int, *, cites: bool) -> int:
    """Weigh how far names before a year that ends at `after` can be nobody's of the case.

    Args:
        group: the names, as `citation_groups.groups` gives them.
        cites: whether the document cites literature.
    """
    named = group.captures("author")
    before, behind = sentence_around(text, group.start(), after)
    if OF_SOMEBODY.search(f"{before} ; {behind}") or _is_of_a_file(text, group, after, before):
        return _NONE
    if all(map(is_forename, named)) or is_told_of_somebody(text, group.start(), after):
        return _NONE
    literature = literature_beside(text, group.start(), after)
    told = says_of_somebody(text, after) or is_told_in_its_place(text, group.start(), after)
    if literature < 2 and told:
        return _NONE
    weight = 3 if literature > 1 else literature
    by_verb = _by_verb(text, after)
    of_a_life = OF_A_LIFE.search(f"{before} ; {behind}") is not None
    if not literature and (of_a_life or (not by_verb and is_told_of_the_case(text, group.start(), after))):
        return _NONE  # "She was at nursery with Harte and Quill (2011)"
    weight += 2 * (len(named) > 1) + by_verb + cites
    weight += 2 * (_PAGE.match(text, after) is not None or _SENDS_ON.match(text, after) is not None)
    weight += is_spoken_of(text, group.start(), after) + (_MANY.search(behind) is not None)
    weight += _ANOTHER.search(f"{before} ; {behind}") is not None
    return weight + _of_the_case(text, group, after, before, behind)


def is_titled_in_the_case(text: str, group: regex.Match[str], after: int) -> bool:
    """Tell "Dr Harte (2010) examined the baby" and "a core assessment by Harte (2010)"."""
    low = max(line_of(text, group.start())[0], group.start() - 60)
    if _ASSESSED_BY.search(text, low, group.start()) is not None:
        return True
    if _NEVER_CITED.search(text, low, group.start()) is not None:
        return True
    titled = _POST_BEFORE.search(text, low, group.start()) is not None
    return titled and is_told_of_the_case(text, group.start(), after)


def _is_of_a_file(text: str, group: regex.Match[str], after: int, before: str) -> bool:
    low = max(line_of(text, group.start())[0], group.start() - 60)
    return (
        _COURT.search(text, max(0, group.start() - 4), group.start()) is not None
        or _POST_BEFORE.search(text, low, group.start()) is not None
        or MADE_AT_HOME.search(text, low, group.start()) is not None
        or _OF_A_FILE.search(before) is not None
        or is_kin(text, group, beside=True)
        or is_of_the_family(text, after)
        or is_of_a_record(text, after)
        or does_behind(text, after)
    )


def _by_verb(text: str, after: int) -> int:
    """Weigh the verb behind a year in brackets: "argues" is a scholar's, "says" is anybody's."""
    found = _VERB.match(text, beyond_joined(text, after), line_of(text, after)[1])
    if found is None or found["verb"] not in scholar_verbs():
        return 0
    return 2 if found["verb"] in scholar_verbs("strict") else 1


def _of_the_case(text: str, group: regex.Match[str], after: int, before: str, behind: str) -> int:
    """Weigh what a sentence tells of a case: nothing speaks for literature."""
    if _THIS_CASE.search(f"{before} ; {behind}") is not None:
        return -2
    if OF_THE_CASE.search(f"{before} {behind}") is not None:
        return -1
    return 0 if is_told_of_the_case(text, group.start(), after) else 1
