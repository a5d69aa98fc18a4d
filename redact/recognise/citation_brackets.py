"""Names before a year in brackets, "Harte (2011) argues": the form of a citation, by the words around them.

A child may stand so with the year of its birth, and whoever wrote a record of the case with the record's.
What decides stands in this order below; where no word beside the names says anything, the document must cite,
or several surnames share the year. What remains: a child of whom a sentence says what it says of texts.
"""

from __future__ import annotations

from dataclasses import dataclass

from redact.recognise import regex
from redact.recognise.citation_deeds import says_of_somebody
from redact.recognise.citation_groups import is_forename, is_kin
from redact.recognise.citation_places import (
    OF_A_LIFE,
    OF_SOMEBODY,
    is_of_a_record,
    is_pointed_at,
    is_told_in_its_place,
)
from redact.recognise.citation_proofs import is_titled_in_the_case
from redact.recognise.citation_words import (
    beyond_joined,
    is_research_beside,
    is_spoken_of,
    is_told_of_somebody,
    literature_beside,
)
from redact.recognise.literature import does_behind, is_of_the_case, scholar_verbs
from redact.recognise.reference_records import MADE_AT_HOME, is_of_the_family
from redact.recognise.zones import line_of, sentence_around

__all__ = ["OPENING", "Form", "form_in_brackets", "is_loose"]

OPENING = regex.compile(
    r"(?:[(\[;]|\b(?:[Ss]ee|e\.g\.,?|cf\.|in"
    r"|(?:study|paper|book|article|survey|monograph|thesis),))[ ]?"
    r"(?:(?:but|as|see,?|and,?[ ]in[ ](?:\p{Ll}+[ ]){1,2}words,[ ]by"
    r"|further|also|e\.g\.,?|for[ ](?:example|instance),?|such[ ]as|among[ ]others,?"
    r"|cf\.|contrast|compare|after|source:|notably|especially|particularly|including|pace|adapted[ ]from"
    r"|based[ ]on|following"
    r"|(?:quoted|cited)[ ](?:in|by))[ ])*$"
)
# "(see, by way of warning, Harte, 1991 and the reply by Quill": small words in a bracket.
_LOOSE = regex.compile(
    r"[(\[;][ ]?(?:(?i:see|for|among|compare|as|by|more|most|e\.g\.|cf\.|but|and|on|here|to|in|not|only)"
    r"\b,?[ ])(?:\p{Ll}+,?[ ]){0,6}$"
)
_LOOSELY_CLOSED = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?)*(?:[)\];:]|,[ ]pp?\.[ ]?\d|,?[ ](?:and|but|with)[ ])"
)
_REACH = 60  # characters before names in which a bracket opens
_ALONE = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?)?[\d-]+)*"
    r"(?:[)\]]|[,;][ ](?:and|but)[ ](?:see|cf\.|compare|contrast)[ ](?:also[ ])?(?=\p{Lu}))"
)
# What a sentence tells of somebody of the case: two names with one year are twins there.
_OF_THE_CASE = regex.compile(
    r"\b(?:born|seen|saw|visit(?:s|ed)?|attend(?:s|ed)?|admitted|liv(?:es|ed|ing)|home|school|nursery|moved?"
    r"|placed|arrested|rang|told|weigh(?:s|ed)|injur\p{L}+|bruis\p{L}+|died|came|went|stayed|with[ ]whom"
    r"|referred[ ]by|SW\d?|HV\d?)\b"
)
# Words that send a reader to a text: "for another view Harte (2012)", "Look up Harte (1989)".
_SENDS = regex.compile(
    r"\b(?:(?:for[ ]an?|the)[ ](?:other|another|contrary|opposite|fuller)[ ]view,?|for[ ]another[ ]view,?"
    r"|for[ ]an?(?:[ ]\p{Ll}+){1,3}[ ]view,?|[Rr]ead[ ]together:|[Cc]ompare[ ]what|[Ll]ook[ ]up"
    r"|[Rr]ead[ ]out|[Rr]eaders[ ](?:of|who[ ]know)|[Cc]ited[ ]with[ ]approval:|notably[ ]by"
    r"|(?:only[ ]read|read[ ]only)[ ]one[ ](?:\p{Ll}+[ ]){1,3}make[ ]it)[ ]$"
)
_VERB_AFTER = regex.compile(
    r"(?:[,;][ ]?(?:19|20)\d\d[a-z]?|[:,][ ]?(?:pp?\.[ ]?|ch(?:apter|\.)?[ ])?[\d-]+)*[)\]],?[ ]"
    r"(?:(?:who|also|rightly|famously|further|both|each|first|later|once|long|too|only|ha(?:s|ve)|[\p{L}]+ly)"
    r",?[ ]){0,3}(?P<verb>\p{Ll}+)\b"
)


@dataclass(frozen=True, slots=True)
class Form:
    """The form of a citation, its reason, and how far it may deceive."""

    pattern: str
    because: str
    careful: bool = True
    surname: int = 0  # how plainly words of literature show a surname


def form_in_brackets(
    text: str, group: regex.Match[str], after: int, *, again: bool, cites: bool, learned: bool = False
) -> Form | None:
    """Name the form of names before a year in brackets; None where nothing shows that they are authors.

    `again` says that the citation was seen before or stands in a list, `cites` that its document cites,
    `learned` that it cites several works.
    """
    line, high = line_of(text, group.start())
    if is_of_the_family(text, after) or is_of_a_record(text, after):
        return None
    if is_titled_in_the_case(text, group, after):
        return None
    if "[" in group["open"] and OPENING.search(text, line, group.start()):
        return Form("citation in brackets", "a surname with a year in brackets within others", surname=1)
    literature = literature_beside(text, group.start(), after)
    behind = _VERB_AFTER.match(text, beyond_joined(text, after), high)
    by_verb = behind is not None and behind["verb"] in scholar_verbs()
    several = len(group.captures("author")) > 1
    if is_kin(text, group, beside=(by_verb and cites) or literature > 1):
        return None
    if OF_SOMEBODY.search(" ".join(sentence_around(text, group.start(), after))):
        return None
    before = text[max(line, group.start() - 80) : group.start()]
    somebody = says_of_somebody(text, after) and not (cites and is_pointed_at(text, group.start(), after))
    if literature or (is_research_beside(text, after, before) and not somebody):
        because = "a surname with a year in brackets, with words of research beside it"
        return Form("author and year", because, surname=literature)
    if somebody or MADE_AT_HOME.search(before):
        return None
    if cites and _SENDS.search(before):
        return Form("author and year", "a surname with a year in brackets, to whose text a reader is sent")
    strict = by_verb and behind is not None and behind["verb"] in scholar_verbs("strict")
    of_a_life = OF_A_LIFE.search(_near(text, group, after)) is not None
    of_the_case = of_a_life or is_of_the_case(text, group.start(), after, topics=learned)
    if strict or (by_verb and cites and not of_the_case):
        return Form("author and year", "a surname with a year in brackets and a verb of scholars")
    is_one_work = cites and several and _OF_THE_CASE.search(_near(text, group, after)) is None
    taken = again or ((learned or is_one_work) and not of_the_case)
    taken = taken or ((cites or several) and not of_a_life and is_spoken_of(text, group.start(), after))
    if not taken and (of_a_life or is_told_in_its_place(text, group.start(), after)):
        return None
    if not _ALONE.match(text, after, high) or _is_somebody(text, group, after, again=again, learned=learned):
        return None
    near = learned and several  # where many works are cited, "Voice of the Child" is a text's title
    kin = is_kin(text, group, beside=near)
    return _form_of_the_year(text, group, after, again=again, cites=cites, of_the_case=of_the_case, kin=kin)


def _near(text: str, group: regex.Match[str], after: int) -> str:
    return " ".join(sentence_around(text, group.start(), after, reach=80))


def _is_somebody(text: str, group: regex.Match[str], after: int, *, again: bool, learned: bool) -> bool:
    """Tell who does what people of a case do, or is called by a forename: no author."""
    if does_behind(text, after) or (not again and is_told_of_somebody(text, group.start(), after)):
        return True
    if text.endswith(" with ", 0, group.start()) and _OF_THE_CASE.search(_near(text, group, after)):
        return True  # "placed with Tom and Ida (2011)"
    return all(map(is_forename, group.captures("author"))) and not (again and learned)


def is_loose(text: str, group: regex.Match[str], after: int) -> bool:
    """Tell whether a bracket holds names and a year behind small words: "(see, as a warning, Harte, 1991".

    In a text that cites much this is how authors stand; words of kinship and forenames keep out of it.
    """
    low, high = line_of(text, group.start())
    if group["open"].strip(" .") != "," or _LOOSELY_CLOSED.match(text, after, high) is None:
        return False
    if _LOOSE.search(text, max(low, group.start() - _REACH), group.start()) is None:
        return False
    sentence = " ".join(sentence_around(text, group.start(), after))
    told = is_kin(text, group, beside=False) or OF_SOMEBODY.search(sentence) or is_of_a_record(text, after)
    return not told and not all(map(is_forename, group.captures("author")))


def _form_of_the_year(
    text: str,
    group: regex.Match[str],
    after: int,
    *,
    again: bool,
    cites: bool,
    of_the_case: bool,
    kin: bool,
) -> Form | None:
    """Name the form of surnames with a year alone in brackets, of which no word beside them says anything."""
    several = len(group.captures("author")) > 1
    if cites and not kin and (not of_the_case or several):
        because = "a surname with a year in brackets, in a document that cites literature"
        return Form("author among citations", because)
    if again:
        because = "a surname with a year in brackets beside or after a sure citation of it"
        return Form("author cited again", because)
    if several and not _OF_THE_CASE.search(_near(text, group, after)):
        return Form("authors and year", "two or more surnames with one year alone in brackets")
    if not of_the_case and not kin and is_spoken_of(text, group.start(), after):
        return Form(
            "author in a sentence",
            "a surname with a year in brackets, of which a sentence speaks as of a text",
        )
    return None
