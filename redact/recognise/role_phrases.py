"""The role of the independent author, the chair, the reviewer or the facilitator beside a name, in any order.

A role is a noun phrase: words that say of what kind ("independent", "overview", "lead", "of the review"), and
a head ("author", "chair", "reviewer", "facilitator"). It stands before a name, behind it, joined to it by "is"
or "was appointed as", or as what somebody was asked to do: "commissioned X to write this report", "chaired by
X". A bare "author" or "chair" counts only where the text speaks of a review. What remains: a role that is told
in a sentence of its own, without the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from redact.recognise.beside import opens_with
from redact.recognise.names import read_name, stop_words
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.zones import LETTER_NAME, Zone, line_of
from redact.values.people import Standing

__all__ = ["ROLE", "about_the_author", "is_ours", "role_phrases"]

_HEAD = (
    r"(?:(?:co-?)?author|(?:co-?)?(?:report[ -])?writer|(?:co-?)?reviewer|(?:co-?)?chair(?:person|man|woman)?"
    r"|(?:co-?)?facilitator|scrutineer|moderator)"
)
_OF_WHAT = (
    r"(?:serious|significant|case|child|safeguarding|practice|learning|domestic|homicide|abuse|related|death|adults?"
    r"|review|reviews|panel|report|overview|scr|dhr|sar|cspr|lcspr|spr|lscb|lscp|lsab|board|partnership|local"
    r"|practitioners?|reflective|day|days|session|multi-agency|thematic|rapid|management|event|workshop|process|team|executive|summary|children|community"
    r"|safety|partnership's|board's|panel's|review's)"
)
# Only these make a role that counts without a review beside it.
_MODIFIED = (
    r"(?:independent(?:ly)?|external|lead|joint|second|overview|appointed|commissioned|accredited|review|panel|report"
    r"|scr|dhr|sar|cspr|experienced|current|then|former|new|our|principal|first|two|both)"
)
_WORDS = rf"(?:(?:{_MODIFIED}|{_OF_WHAT})[ -](?:and[ ])?){{0,6}}"
_TAIL = (
    rf"(?:s?(?:[ ](?:of|for|to|on)[ ](?:the|this|our|both|that)?[ ]?(?:\p{{L}}[\p{{L}}'-]*[ ]){{0,4}}?{_OF_WHAT}"
    r"(?:[ ](?:panel|report|group|board|process|team|partnership|review))?)?)"
)
# "independent chair and author", "chair of the panel"
ROLE = rf"(?:{_WORDS}{_HEAD}(?:[ ](?:and|&|/)[ ]{_WORDS}{_HEAD})?{_TAIL}s?)"
_TITLE = (
    r"(?:(?:Col(?:onel)?|Maj(?:or)?|Capt(?:ain)?|Brig(?:adier)?|Gen(?:eral)?|Cdr|Commander|Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Rev(?:d|erend)?|Canon"
    r"|(?:Detective[ ])?(?:Chief[ ])?(?:Superintendent|Inspector)|HHJ|Judge|Cllr|Councillor)\.?[ ](?:\((?:rtd|retired|ret'd)\)[ ])?)"
)
_LETTERS = r"(?:,?[ ](?:[OMCK]BE|[QK]PM|QC|KC|JP|BA|BSc|MA|MSc|PhD|CQSW|DipSW|MBA))*"
NAME = rf"(?P<title>{_TITLE})?(?P<name>{LETTER_NAME}){_LETTERS}"
_AND = rf"(?:(?:,[ ]|[ ](?:and|&)[ ]){NAME})?"
# "chair of governors", "author of a letter": what follows would be another role.
_NO_MORE = r"(?![\p{L}]|[ ](?:of|for|at|to)[ ]|-)"
_EDGE = r"(?<![\p{L}\p{N}'-])"
_END = r"(?![\p{L}])"
_ARTICLE = r"(?:(?:an?|the|its|our|their|as|his|her)[ ]){0,2}"
_SAID = r"[\"'(]{0,2}"
# "the independent author, Anna Harte,", "reviewer Anna Harte", "lead reviewers (Anna Harte and Tom Vesey)"
_BEFORE = regex.compile(
    rf"{_EDGE}(?P<role>(?i:{ROLE}))(?:,[ ]|[ ]\(|[ ]-[ ]|:[ ]|[ ]?\n[ ]?|[ ])(?:(?:was|is|are|were|being|called|will)[ ](?:(?:to[ ])?be[ ]|again[ ]|now[ ])?)?{NAME}{_AND}{_END}"
)
# "Anna Harte, (who was) the independent author", "Anna Harte (chair)", "Anna Harte is the lead reviewer"
_BEHIND = regex.compile(
    rf"{_EDGE}{NAME}(?:[ ]and[ ]{NAME})?{_SAID}(?:,[ ]|[ ]\(|[ ]-[ ]|[ ]as[ ]|,?[ ](?:who[ ])?(?:is|was|are|were|acts?|acted|served?"
    r"|has[ ]been|had[ ]been|will[ ]be|would[ ]be)[ ](?:then[ ]|also[ ]|now[ ])?(?:appointed|engaged|commissioned"
    r"|selected|chosen|identified|asked|invited|retained|named|confirmed|accredited|recruited)?[ ]?(?:in[ ]\p{Lu}?\p{L}+[ ](?:\d{4}[ ])?)?"
    rf"(?:as[ ]|to[ ]be[ ]|to[ ]act[ ]as[ ])?)(?:the[ ]|{_SAID}){_ARTICLE}{_SAID}(?P<role>(?i:{ROLE})){_NO_MORE}"
)
_WORK = (
    r"(?:panel|reviews?|(?:(?:overview|final|draft|full|this|review|summary)[ ])*reports?|summary|scr|dhr|sar|cspr|learning[ ]event"
    r"|(?:practitioner|learning|reflective)s?'?[ ](?:events?|days?|workshops?|sessions?)|process|task[ ]group|sub-?group)"
)
_MADE = (
    r"(?:written|prepared|compiled|undertaken|conducted|led|authored|carried[ ]out|completed|produced|chaired"
    r"|facilitated|drafted|co-authored|overseen|steered|moderated)"
)
# "the review was chaired by Anna Harte", "a report written by Anna Harte"
_BY = regex.compile(
    rf"\b(?i:{_WORK})\b[^.;:\n]{{0,60}}?\b(?i:{_MADE})(?:[ ]\p{{Ll}}+){{0,4}}?[ ]by:?[ ]{NAME}{_AND}{_END}"
)
_REPORT_BY = regex.compile(
    rf"(?:^|[\n.][ ]?|\b(?i:(?:an?|the|this)[ ]))(?i:(?:independent|overview|serious|case|child|safeguarding|practice|learning|review|final|full"
    rf"|executive|domestic|homicide|adults?)[ ]){{0,5}}(?i:report|review|overview|summary|findings)[ ](?:of[ ][^.\n]{{0,40}}[ ])?by:?[ ]{NAME}{_AND}{_END}",
)
_BY_LINE = regex.compile(rf"(?:^|\n)[\s*#]*(?:(?i:{_MADE})(?:(?:,|[ ]and)[ ](?i:{_MADE}))*[ ])?[Bb]y:?[ ]{NAME}{_AND}[ ]*(?=$|\n|,)")
# "commissioned Anna Harte to write", "asked Anna Harte, an independent consultant, to chair"
_ASKED = regex.compile(
    rf"\b(?:commissioned|appointed|asked|engaged|invited|selected|chosen|instructed|recruited|contracted|approached|identified|retained)[ ]{NAME}{_AND}"
    r"(?:,[^.\n]{3,80}?,)?[ ](?:to[ ](?:\p{Ll}+ly[ ])?(?:undertake|write|chair|lead|conduct|carry[ ]out|author|facilitate|complete|produce|prepare|act"
    r"|review|draft|be|compile)|as)\b"
)
# "Anna Harte chaired the panel", "Anna Harte wrote this report"
_DID = regex.compile(
    rf"{_EDGE}{NAME}{_AND}(?:,?[ ]who)?[ ](?:(?:has|have|had|will|would|also|then|both)[ ]){{0,2}}(?:chair(?:ed|s)?|authored|wrote|writes|written|write"
    rf"|le(?:d|ads?)|carried[ ]out|carries[ ]out|complete[sd]?|facilitate[sd]?|draft(?:ed|s)?|undert(?:ook|ake|akes|aken)|conduct(?:ed|s)?|prepared?)[ ](?:the|this|both|our|its)[ ](?:\p{{L}}+[ ]){{0,3}}?(?i:{_WORK})\b"
)
_MYSELF = regex.compile(
    rf"(?:\bI,[ ]|\b[Mm]y[ ]name[ ]is[ ]){NAME},?[^\n]{{0,160}}?\b(?i:independent|author|reviewer|chair|this[ ]report|review)\b"
)
_DECLARES = regex.compile(rf"(?:^|\n|\.[ ])I,[ ]{NAME},")
_FOREWORD = regex.compile(rf"\b(?i:foreword|preface|statement|introduction|message|letter)[ ](?:by|from)[ ](?:the[ ])?(?:(?i:{ROLE}),?[ ])?{NAME}{_END}")
_ABOUT = regex.compile(
    r"(?:^|\n)[\s\d.*#]*(?:(?:appendix|annex)[ ][\p{L}\d]+[ :.-]+)?(?:about[ ])?(?:the[ ])?(?:independent[ ]|lead[ ]|overview[ ]|report[ ]|review[ ])*"
    rf"(?:{_HEAD})s?(?:[ ]and[ ](?:the[ ])?(?:\p{{L}}+[ ])?{_HEAD})?s?(?:'s?)?(?:[ ](?:biograph(?:y|ies)|profiles?|details|statement))?[ :]*(?:\n|$)",
    regex.IGNORECASE,
)
_OPENS = regex.compile(rf"[\s*#\d.]*{NAME}(?=[ ](?:is|was|has|had|works|worked|holds|qualified|trained|spent|began|brings|retired)\b)")
_AUTHOR = regex.compile(r"\b(?:author|reviewer|overview)\b", regex.IGNORECASE)
_JOINT = regex.compile(r",[ ]|[ ]\(|[ ]-[ ]")
_STARTS_BARE = regex.compile(rf"(?:the[ ])?{_HEAD}s?", regex.IGNORECASE)
_CHAIR = regex.compile(r"chair", regex.IGNORECASE)
# Courses and groups have them too.
_LEADS = regex.compile(r"facilitator|moderator|writer", regex.IGNORECASE)
_OF_A_REVIEW = regex.compile(
    r"independent|external|review|learning|practitioner|panel|report|overview|lead|scr|dhr|sar|cspr|two|joint|co-",
    regex.IGNORECASE,
)
_GATE = regex.compile(
    r"author|writer|reviewer|chair|facilitat|scrutineer|moderator|\b[Bb]y\b|commissioned|appointed|\bwr[io]te|\bled\b"
    r"|undertake|carried out|\bI, |My name|my name|Foreword|FOREWORD",
)

def role_phrases(reading: Reading, context: Context) -> Iterator[Zone]:
    """Find the names beside a role of the review in one reading, one zone for each name."""
    text = reading.text
    if _GATE.search(text) is None:
        return
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(text, overlapped=True):
            if _counts(reading, context, match):
                yield from _names(reading, match)
    for pattern in (_BY, _ASKED, _DID, _MYSELF, _FOREWORD, _REPORT_BY):
        for match in pattern.finditer(text):
            if _is_of_the_review(reading, context, match):
                yield from _names(reading, match)
    if _AUTHOR.search(context.title) is not None:
        for match in _DECLARES.finditer(text):
            if not context.is_report_of_the_case(reading, _line(reading, match)):
                yield from _names(reading, match)
    if context.in_title(reading):
        for match in _BY_LINE.finditer(text):
            if _is_of_the_review(reading, context, match):
                yield from _names(reading, match)


def about_the_author(readings: Sequence[Reading], context: Context) -> Iterator[Zone]:
    """Find the names with which the paragraphs below "About the author" begin."""
    left = 0
    for reading in readings:
        at = 0
        heading = _ABOUT.search(reading.text)
        if heading is not None:
            left, at = 4, heading.end()
        while left and at < len(reading.text):
            low, high = line_of(reading.text, at)
            match = _OPENS.match(reading.text, at, high)
            if match is not None and not context.is_report_of_the_case(reading, reading.text[low:high]):
                yield from _names(reading, match)
            left, at = left - 1, high + 1


def _counts(reading: Reading, context: Context, match: regex.Match[str]) -> bool:
    """Tell whether a role is one of the review: a bare one needs a review beside it."""
    line = _line(reading, match)
    if context.is_report_of_the_case(reading, line):
        return False
    return is_ours(reading, context, line, match["role"])


def is_ours(reading: Reading, context: Context, line: str, role: str) -> bool:
    """Tell whether a role is one of the review by its words, or by what its surroundings speak of."""
    bare = _STARTS_BARE.fullmatch(role.strip()) is not None and "report" not in role.casefold()
    if _LEADS.search(role) and (bare or _OF_A_REVIEW.search(role) is None):
        return False
    if _CHAIR.search(role) and context.is_case_meeting(reading, line):
        return False
    return context.is_review(reading, line) if bare or _CHAIR.search(role) else True


def _is_of_the_review(reading: Reading, context: Context, match: regex.Match[str]) -> bool:
    line = _line(reading, match)
    return not context.is_case_meeting(reading, line) and context.is_review(reading, line)


def _line(reading: Reading, match: regex.Match[str]) -> str:
    start, end = line_of(reading.text, match.start("name"))
    return reading.text[start : max(end, match.end())]


def _is_worker(text: str, at: int) -> bool:
    """Tell whether a post of the case stands behind a name: "Report by Anna Harte, social worker"."""
    joint = _JOINT.match(text, at)
    return joint is not None and opens_with(text, joint.end(), "roles") is not None


def _names(reading: Reading, match: regex.Match[str]) -> Iterator[Zone]:
    titles = match.captures("title")
    for start, end in match.spans("name"):
        name = read_name(reading.text, start, end)
        if name is None or name.start != start:
            continue
        if name.words < 2 and not titles and "role" not in match.re.groupindex:
            continue
        if any(word.casefold() in stop_words() for word in reading.text[name.start : name.end].split()):
            continue
        if "role" not in match.re.groupindex and _is_worker(reading.text, name.end):
            continue
        because = "a name beside the role of the review's author or chair"
        yield Zone(reading, name.start, name.end, Standing.OFFICE, "role phrase", because, None, careful=False)
