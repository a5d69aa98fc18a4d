"""Marks that say for whom a document is: draft, restricted, confidential."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redact.judge.checks.marks import ALL, ANY_CASE, TOP, Mark, Row, Where, make_mark
from redact.values.requirements import MarkName

__all__ = ["MARKINGS"]

_SORT = (
    r"(?:(?:first|1st|second|2nd|third|3rd|fourth|4th|final|early|initial|working|revised|latest|panel"
    r"|consultation|confidential)\s)?"
)
_NUMBER = r"\d{1,2}(?:\.\d{1,2}){0,2}"
_NUMBERED = rf"(?:(?:v|version|no|number)?\.?\s?{_NUMBER})"
_A_PAPER = (
    r"(?:(?:serious|scr|local|child|safeguarding|case|practice|overview|executive|learning|integrated"
    r"|combined|multi-agency|single|agency|action|individual|management)\s)*(?:report|summary|review|plan"
    r"|document|copy|version|chronology|imr|scr|terms\sof\sreference)"
)
_EDGE = r"(?:^|[-|:(\[,\t]|\s\s)\s*"
_THE_END = r"(?=\s*(?:$|[-|:)\],.\t]|\s\s))"
_THIS = (
    r"\bthis\s(?:(?:overview|summary|agency|draft|final|version\sof\sthe)\s)?"
    r"(?:report|document|chronology|summary|paper|file|form|review|plan|version|information)"
)
_STRONGLY = r"(?:STRICTLY\s|HIGHLY\s|PRIVATE\s(?:AND|&)\s|PERSONAL\s(?:AND|&)\s|NHS\s|MANAGEMENT\s)*"
_GOES_ON = (
    r"(?=\s*(?:$|[-|:)\]./,;\t\[]|\s\s|\((?i:when|once)"
    r"|(?i:when|once|until|and|&|document|report|information|copy)\b))"
)
# Behind a marking in small letters: whom it is for, or what may be done with it.
_FOR_WHOM = (
    r"(?:not|for|only|when|once|do\snot|draft|reports?|panel|document|copy|contains?|until|personal|property"
    r"|members?|information|prepared|legally|privileged)"
)
_IS = (
    r"(?:is|are|remains?|and\sits\scontents\sare)\s"
    r"(?:(?:strictly|highly|private\sand|marked(?:\sas)?|to\sbe\streated\sas|classified\sas)\s)*"
)
_CLASS = (
    r"(?:document\s|security\s|protective\s|information\s|government\s)*"
    r"(?:classification|marking|security|handling|status)"
)
_SPREAD = (
    r"(?:circulat|distribut|disclos|publi(?:cation|shed)|release|shar(?:ed|ing)|copied|quoted)"
    r"(?:ion|ed|ure|e)?"
)


def _marking(words: str) -> tuple[Row, ...]:
    """Give the rows of a marking: in capitals between marks of punctuation, or as a line of its own."""
    caps = words.upper().replace("\\S", "\\s")
    small = rf"(?i:{_STRONGLY})(?P<mark>(?i:{words}))"
    return (
        (TOP, rf"(?:^|[-|:(\[./,\t]|\s\s)\s*{_STRONGLY}(?P<mark>{caps}){_GOES_ON}", 0),
        ((Where.LINE,), rf"(?:^[\W_]*|\s[-|]\s|[(\[])\s*{_STRONGLY}(?P<mark>{caps}){_GOES_ON}", 0),
        ((Where.CELL,), rf"^[\W_]*{_STRONGLY}(?P<mark>{caps})[\W_]*$", 0),
        (TOP, rf"{_EDGE}{small}{_THE_END}", 0),
        ((Where.LINE,), rf"^[\W_]*{small}[\W_]*$", 0),
        (
            (*TOP, Where.LINE),
            rf"^[\W_]*{small}(?:\s?[-:.,(](?=.{{0,60}}\b(?i:{_FOR_WHOM})\b)|\s(?i:when|once)\scomplete)",
            0,
        ),
        # In capitals behind a title: "Serious Case Review CONFIDENTIAL".
        (
            (*TOP, Where.LINE),
            r"^(?=[^.]*[a-z])[^.:]{4,80}(?<!marked)(?<!headed)(?<!stamped)(?<!labelled)(?<!\b(?:as|is))"
            rf"(?<!\bwas)\s(?P<mark>{caps})\W*$",
            0,
        ),
        (ALL, rf"{_THIS}\s{_IS}(?P<mark>{words})\b", ANY_CASE),
        (ALL, rf"^\W*{_CLASS}\s?[:|-]\s?(?P<mark>{words})\b", ANY_CASE),
    )


_DRAFT: tuple[Row, ...] = (
    (
        TOP,
        rf"{_EDGE}(?P<mark>{_SORT}draft)"
        rf"(?:{_THE_END}|\s?{_NUMBERED}|\s{_A_PAPER}\b|\s(?:for|only|not|of\s\d|dated)\b)",
        ANY_CASE,
    ),
    (TOP, rf"\b(?P<mark>{_SORT}draft)\s*(?:[-|:)\],.\t]|$)", ANY_CASE),
    (TOP, rf"{_NUMBERED}\s?\(?(?P<mark>draft)\b", ANY_CASE),
    (TOP, r"\b(?P<mark>draft)\s(?:v(?:ersion)?\s?)?\d{1,2}(?!\d)", ANY_CASE),
    ((Where.MARGIN,), r"(?<![\w'\"])(?P<mark>DRAFT)(?![\w'\"])", 0),
    (ALL, r"^\W*(?:document\s)?(?:status|stage|version)\s?[:|-]\s?(?P<mark>draft)\b", ANY_CASE),
    # The number of a version before the first; a finished report may say which version it is.
    (
        ALL,
        rf"(?:^|[\s(\[|_-])(?P<mark>v(?:ersion)?\.?\s?0\.\d{{1,2}}(?:\.\d{{1,2}})?){_THE_END}",
        ANY_CASE,
    ),
    (
        (Where.LINE, Where.CELL),
        rf"^[\W_]*(?P<mark>{_SORT}draft\s?(?:version\s?)?{_NUMBERED})(?:[\W_]*$|\s?[(:,-])",
        ANY_CASE,
    ),
    (
        (Where.LINE,),
        rf"^[\W_]*(?P<mark>{_SORT}draft)(?:\s(?:version|copy|only|{_A_PAPER}))?[\W_]*$",
        ANY_CASE,
    ),
    # In capitals it is a mark wherever the line is not all in capitals.
    (
        (Where.LINE, Where.CELL),
        r"(?<![\w'\"-])(?P<mark>DRAFT)(?![\w'\"-])(?=.*[a-z]|\W*$|\s[-|:(]|\s(?:NOT|FOR|ONLY)\b)",
        0,
    ),
    ((Where.LINE,), rf"\(\s*(?P<mark>{_SORT}draft)\s?{_NUMBERED}?\)\W*$", ANY_CASE),
    (ALL, rf"\[\s*(?P<mark>{_SORT}draft)\b[^\]\n]{{0,80}}\]", ANY_CASE),
    (
        ALL,
        rf"(?:{_THIS}|\bthis)\sis\s(?:still\s|only\s)?(?:a|an|in|the)\s{_SORT}(?P<mark>draft)\b"
        r"(?!\s(?:plan|care|order))",
        ANY_CASE,
    ),
)

MARKINGS: Mapping[MarkName, Mark] = MappingProxyType(
    {
        MarkName.DRAFT: make_mark(
            "draft|v0.|v.0.|v 0.|v. 0.|version 0.",
            "it is marked as a draft, or with the number of a version before the first",
            *_DRAFT,
        ),
        MarkName.RESTRICTED: make_mark(
            "restricted|sensitive|protect|secret",
            "it bears a protective marking, in a place of its own",
            *_marking(r"(?:restricted(?:\scirculation)?|official[\s:/-]{1,3}sensitive|protect|secret)"),
        ),
        MarkName.CONFIDENTIAL: make_mark(
            "confiden|not for|not to be|not be",
            "it is marked as confidential, or as not for others",
            *_marking(r"(?:confidential|in\sconfidence)"),
            (
                (*TOP, Where.LINE),
                r"(?:^|[-|:(.]\s?)[\W_]*(?P<mark>not\s(?:for|to\sbe)\s"
                rf"(?:(?:wider|onward|further|general|public|any)\s)?{_SPREAD})\b",
                ANY_CASE,
            ),
            (
                ALL,
                rf"{_THIS}\s(?:must|should|may|is|can)\s(?P<mark>not\s(?:be|to\sbe|for)\s{_SPREAD})\b",
                ANY_CASE,
            ),
        ),
    }
)
