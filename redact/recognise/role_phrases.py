"""The role of the independent author, the chair, the reviewer, the facilitator beside a name, in any order.

A role is a noun phrase: words that say of what kind ("independent", "overview", "lead", "of the review"), and
a head ("author", "chair", "reviewer", "facilitator"). It stands before a name, behind it, joined to it by
"is" or "was appointed as"; a review or a panel is "written by X", "chaired by X". A bare "author" or "chair"
counts only where the text speaks of a review. What remains: a role that is told in other words ("X led the
panel", "the Board asked X to write it"): whoever is named there is asked about.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.beside import opens_with
from redact.recognise.other_reviews import is_not_its_author
from redact.recognise.posts import holds_a_post
from redact.recognise.readings import Reading
from redact.recognise.review_context import Context
from redact.recognise.role_doubts import acts_behind, is_further, is_of_name_behind, is_of_others
from redact.recognise.role_entries import OF_SEVERAL, is_of_name_before
from redact.recognise.role_names import is_words, person_at
from redact.recognise.role_sides import Sides
from redact.recognise.role_tasks import tasked
from redact.recognise.role_words import (
    AND,
    ARTICLE,
    EDGE,
    END,
    HEAD,
    KIND,
    MADE,
    NAME,
    NO_MORE,
    OWN_ROLE,
    ROLE,
    SAID,
    WORK,
)
from redact.recognise.zones import Zone, line_of, sentence_around
from redact.values.people import Standing

__all__ = [
    "OF_A_PAPER",
    "is_ours",
    "is_told_near_meeting",
    "is_worker",
    "role_names_of",
    "role_phrases",
]

# Whoever wrote a procedure is called so too; the author of a review is called independent, or an overview's.
OF_A_PAPER = regex.compile(r"(?<!independent[ ])(?<!overview[ ])author", regex.IGNORECASE)
# "the independent author, Anna Harte,", "reviewer Anna Harte", "lead reviewers (Anna Harte and Tom Vesey)"
_BEFORE = regex.compile(
    rf"{EDGE}(?P<role>(?i:{ROLE}))(?:,[ ]|[ ]\(|[ ]-[ ]|:[ ]|[ ]?\n[ ]?|[ ])(?:(?:was|is|are|were"
    rf"|being|called|will)[ ](?:(?:to[ ])?be[ ]|again[ ]|now[ ])?)?{NAME}{AND}{END}"
)
# "Anna Harte, (who was) the independent author", "Anna Harte (chair)", "Anna Harte is the lead reviewer"
_BEHIND = regex.compile(
    rf"{EDGE}{NAME}(?:[ ]and[ ]{NAME})?{SAID}(?:[ ]\(\p{{Lu}}{{2,3}}\),?[ ](?:-[ ])?"
    rf"|,[ ]|[ ]\(|[ ]-[ ]|[ ]as[ ]|,?[ ](?:who[ ])?(?:is|was|are|were|acts?|acted|served?"
    r"|has[ ]been|had[ ]been|will[ ]be|would[ ]be)[ ](?:then[ ]|also[ ]|now[ ])?(?:appointed|engaged"
    r"|commissioned"
    r"|selected|chosen|identified|asked|invited|retained|named|confirmed|accredited"
    r"|recruited)?[ ]?(?:in[ ]\p{Lu}?\p{L}+[ ](?:\d{4}[ ])?)?"
    rf"(?:as[ ]|to[ ]be[ ]|to[ ]act[ ]as[ ])?)(?:the[ ]"
    rf"|{SAID}){ARTICLE}{SAID}(?P<role>(?i:{ROLE})){NO_MORE}"
)
# "the review was chaired by Anna Harte", "a report written by Anna Harte"
_GAP = (
    r"(?:[ ](?:of|into|for|on|about)[ ][^.;:,\n]{1,40}?)?,?(?:[ ](?:which|that|and|was|were|is|are|has"
    r"|had|have|been|will|be|to"
    r"|being|both|the|panel|chaired|\p{Ll}+ly))*"
)
_BY = regex.compile(
    rf"\b(?i:{WORK}){_GAP}[ ](?i:{MADE})(?:[ ]\p{{Ll}}+){{0,4}}?[ ]by:?"
    rf"[ ]{NAME}{AND}{END}"
)
_OF_WHOM = rf"(?:[ ](?:of|into|on)[ ][^.\n]{{0,40}}?)?,?(?:[ ](?i:{MADE}))?[ ]by:?[ ]"
_REPORT_BY = regex.compile(
    rf"(?:(?:^|\n)[\s*#]*(?i:(?:an?|the)[ ])?(?i:(?:{KIND}[ ]){{0,5}}(?:report|review|overview|summary"
    rf"|findings))"
    rf"|\b(?i:(?:{KIND}[ ])+(?:report|review|overview|summary)|the[ ]review"
    rf"|(?P<loose>the[ ]report))){_OF_WHOM}{NAME}{AND}{END}"
)
_BY_LINE = regex.compile(
    rf"(?:^|\n)[\s*#]*(?:(?:[Ii]ndependently[ ])?(?i:{MADE})(?:(?:,"
    rf"|[ ]and)[ ](?i:{MADE}))*[ ])?[Bb]y:?[ ]{NAME}{AND}[ ]*"
    r"(?=$|\n|,|\((?i:independent|lead|chair|author)\)|(?i:for|on[ ]behalf[ ]of)[ ](?:the[ ])?\p{Lu})"
)
_MYSELF = regex.compile(
    rf"(?:\bI,[ ]|\b[Mm]y[ ]name[ ]is[ ]){NAME},?[^\n]{{0,160}}?\b(?i:independent[ ](?:author|reviewer"
    rf"|chair|consultant)|overview"
    r"|lead[ ]reviewer|serious[ ]case[ ]review|this[ ](?:report|review))\b"
)
# "I, Anna Harte, confirm that"; whoever says there whom she knew, or what she was, declares too.
_DECLARES = regex.compile(
    rf"(?:^|\n|\.[ ])I,[ ]{NAME},(?![^.\n]{{0,80}}\b(?:member|worker|visitor|nurse|officer|manager|teacher"
    r"|doctor|midwife|knew)\b)(?=[^.\n]{0,160}\b(?:declare|confirm|certify|state|independen(?:t|ce|tly)"
    r"|author|reviewer|overview|this[ ](?:report|review))\b)"
)
_FOREWORD = regex.compile(rf"\b(?i:foreword|preface)[ ](?:by|from)[ ](?:the[ ])?(?i:{ROLE}),?[ ]{NAME}{END}")
# "The report" is that of the review where its line speaks of a panel, a chair or a board.
_REVIEWING = regex.compile(
    r"\b(?:independent|chair|panel|reviewer|author|board"
    r"|partnership)\b",
    regex.IGNORECASE,
)
_BARE_BEFORE = regex.compile(
    r"(?:^|[.;:(\n\t|][ ]*|[ ]-[ ]|\(\p{L}{2,3}\),?[ ](?:-[ ])?|\b(?:the|our|its|your|his|her|their|as|and|by"
    r"|review)[ ])$",
    regex.IGNORECASE,
)
_OF_THE_REVIEW = regex.compile(
    r"panel|review|board|partnership|overview|report|scr|dhr|sar|cspr|lscb|author", regex.IGNORECASE
)
_LINE_END = regex.compile(r"[ ]*(?:$|\n|,|\(|(?:[ ](?:BA|BSc|MA|MSc|MBA|[OMCK]BE)\b))")
_AUTHOR = regex.compile(r"\b(?:author|reviewer|overview)\b", regex.IGNORECASE)
_JOINT = regex.compile(r",[ ]|[ ]\(|[ ]-[ ]")
# Of a review or of an assessment: "report author", "reviewer", "joint author".
_OF_ANY_REPORT = regex.compile(
    r"(?:(?:the|joint|co-?|second|first|appointed|commissioned|experienced|current|then|former|new|our"
    r"|principal|report"
    r"|summary|and|&)[ -]?)*(?:(?:author|writer|reviewer|facilitator|moderator)s?(?:[ ](?:and|&)[ ])?)+"
    r"(?:[ ](?:of|for)[ ](?:(?:the|this)[ ])?(?:report|summary))?",
    regex.IGNORECASE,
)
_OWN = regex.compile(OWN_ROLE, regex.IGNORECASE)
_STARTS_BARE = regex.compile(rf"(?:the[ ])?{HEAD}s?", regex.IGNORECASE)
_CHAIR = regex.compile(r"chair", regex.IGNORECASE)
# Courses and groups have them too.
_LEADS = regex.compile(r"facilitator|moderator|writer", regex.IGNORECASE)
_OF_A_REVIEW = regex.compile(
    r"independent|external|review|learning|practitioner|panel|report|overview|lead|scr|dhr|sar|cspr|two"
    r"|joint|co-",
    regex.IGNORECASE,
)
_GATE = regex.compile(
    r"author|writer|reviewer|chair|facilitat|scrutineer|moderator|\b[Bb]y\b|commissioned|appointed"
    r"|\bwr[io]te|\bled\b|undertake|carried out|\bI, |My name|Foreword",
    regex.IGNORECASE,
)


# "I enclose the report written for us by Anna Harte": a letter tells of her as of anybody.
_OF_A_LETTER = regex.compile(r"(?<![\p{L}'-])(?:I|[Ww]e|us|me)(?![\p{L}-])")
_TELLS = regex.compile(r"(?<![\p{L}'-])\p{Ll}{4,}(?![\p{L}'-])")
_MOST_OF_A_TITLE = (
    2  # small words of four letters and more before a title: "together with the Overview Report"
)


def role_phrases(reading: Reading, context: Context, sides: Sides) -> Iterator[Zone]:
    """Find the names beside a role of the review in one reading, one zone for each name."""
    text = reading.text
    if _GATE.search(text) is None:
        return
    for match in (found for each in (_BEFORE, _BEHIND) for found in each.finditer(text, overlapped=True)):
        joined = sides.joined(reading, match.start("name"), match.start("role"))
        if joined and not _is_of_another(text, match) and _counts(reading, context, match):
            yield from role_names_of(reading, match)
    by_line = (_BY_LINE,) if context.in_title(reading) else ()
    patterns = (_BY, _MYSELF, _FOREWORD, _REPORT_BY, *by_line)
    for match in (*(found for pattern in patterns for found in pattern.finditer(text)), *tasked(text)):
        if _is_of_the_review(reading, context, match) and not _is_in_prose(text, match):
            yield from role_names_of(reading, match)
    declares = _DECLARES.finditer(text) if _AUTHOR.search(context.title) else ()
    for match in declares:
        if not context.is_report_of_the_case(reading, _line(reading, match)):
            yield from role_names_of(reading, match)


def _is_of_another(text: str, match: regex.Match[str]) -> bool:
    """Tell whether the role is of an agency, of the name before it, or of whoever does not act here."""
    role, name = match.start("role"), match.start("name")
    sign = text[match.end("role") : name] if match.re is _BEFORE else ""
    behind = match.re is _BEHIND and is_of_name_behind(text, match.end("role"))
    if behind or is_of_others(text, role, sign):
        return True
    return acts_behind(text, role, match.end(), name, sign) or (bool(sign) and is_of_name_before(text, role))


def _counts(reading: Reading, context: Context, match: regex.Match[str]) -> bool:
    """Tell whether a role is one of the review: a bare one needs a review beside it."""
    line = _line(reading, match)
    if context.is_report_of_the_case(reading, line):
        return False
    if not is_ours(reading, context, line, match["role"]):
        return False
    at = match.start("role")
    # Over the end of a line only a name that is a line of its own: "the chair" may end a heading.
    if match.re is _BEFORE and "\n" in match[0] and not _LINE_END.match(reading.text, match.end()):
        return False
    if _OWN.fullmatch(match["role"]) is None and is_worker(reading.text, match.ends("name")[0]):
        return False
    if _is_bare(match["role"]) and not _BARE_BEFORE.search(reading.text, max(0, at - 12), at):
        return False
    return not is_told_near_meeting(reading, context, line, match["role"])


def is_told_near_meeting(reading: Reading, context: Context, line: str, role: str) -> bool:
    """Tell a chair of whom a line says no more: that may be the chair of a conference told of before."""
    plain = _OF_THE_REVIEW.search(role) is not None or context.in_title(reading)
    return not plain and _CHAIR.search(role) is not None and context.is_near_case_meeting(reading, line)


def is_ours(reading: Reading, context: Context, line: str, role: str) -> bool:
    """Tell whether a role is one of the review by its words, or by what its surroundings speak of."""
    bare = _is_bare(role)
    if _LEADS.search(role) and (bare or _OF_A_REVIEW.search(role) is None):
        return False
    loose = bare or _CHAIR.search(role) is not None or _OF_ANY_REPORT.fullmatch(role.strip()) is not None
    if loose and context.is_case_meeting(reading, line):
        return False
    if (bare or OF_A_PAPER.search(role)) and context.is_kept_of_a_procedure(reading, line):
        return False
    return context.is_review(reading, line) if loose else True


def _is_bare(role: str) -> bool:
    return _STARTS_BARE.fullmatch(role.strip()) is not None and "report" not in role.casefold()


def _is_of_the_review(reading: Reading, context: Context, match: regex.Match[str]) -> bool:
    line = _line(reading, match)
    if "loose" in match.re.groupindex and match["loose"] and not _REVIEWING.search(line):
        return False
    if is_not_its_author(reading.text, match.start(), match.span("name")):
        return False
    return not context.is_case_meeting(reading, line) and context.is_review(reading, line)


def _is_in_prose(text: str, match: regex.Match[str]) -> bool:
    """Tell "I enclose the report written for us by …" and "This stands beside the Overview Report by …"."""
    if match.re not in (_BY, _REPORT_BY):
        return False
    before, _ = sentence_around(text, match.start(), match.end())
    told = f"{before} {match[0]}"
    if _OF_A_LETTER.search(told) is not None:
        return True
    return match.re is _REPORT_BY and len(_TELLS.findall(before)) > _MOST_OF_A_TITLE


def _line(reading: Reading, match: regex.Match[str]) -> str:
    start, end = line_of(reading.text, match.start("name"))
    return reading.text[start : max(end, match.end())]


def is_worker(text: str, at: int) -> bool:
    """Tell whether a post of the case stands behind a name: "Report by Anna Harte, social worker"."""
    joint = _JOINT.match(text, at)
    worker = joint is not None and opens_with(text, joint.end(), "roles") is not None
    return worker or holds_a_post(text, at)


def _is_listed(text: str, match: regex.Match[str], number: int) -> bool:
    """Tell a further name where the role is one person's: behind a comma, and of two before it the first."""
    several = "role" in match.re.groupindex and OF_SEVERAL.search(match["role"]) is not None
    if match.re is _BEHIND:
        return not several and number < len(match.spans("name")) - 1
    between = text[match.ends("name")[number - 1] : match.starts("name")[number]] if number else ""
    return "," in between and not several and " and " not in between


def role_names_of(reading: Reading, match: regex.Match[str]) -> Iterator[Zone]:
    """Make the zones of the names that a match of a role holds."""
    titles = match.captures("title")
    for number, (start, end) in enumerate(match.spans("name")):
        if _is_listed(reading.text, match, number) or (number and is_further(reading.text, end)):
            continue
        name = person_at(reading.text, start, end)
        if name is None or name.start != start:
            continue
        if name.words < 2 and not titles and "role" not in match.re.groupindex:
            continue
        if is_words(reading.text, name):
            continue
        if "role" not in match.re.groupindex and is_worker(reading.text, name.end):
            continue
        because = "a name beside the role of the review's author or chair"
        yield Zone(
            reading, name.start, name.end, Standing.OFFICE, "role phrase", because, None, careful=False
        )
