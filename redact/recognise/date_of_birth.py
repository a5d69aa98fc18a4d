"""Dates of birth beside the words that say so, in a sentence, a field or a table.

The mention covers the date. A day and a month, a month and a year, or a year alone have their own
patterns, since fewer people share a whole date. What remains: a date of birth that only a table's missing
header or another page would explain, and "her fifth birthday".
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.recognise.dates import DATE, DAY_AND_MONTH, MONTH, MONTH_AND_YEAR, SLIPPED
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_STRONG = (
    r"(?<![\p{L}\p{N}])"
    r"(?i:d[. ]{0,2}o[. ]{0,2}b\.?(?:'?s)?(?!\p{L})|dates?[ -]of[ -]births?|birth[ -]?dates?|d/o/b"
    r"|birth(?=[ ]?:))"
)
# What may stand between the words and the date: anything short without a digit, a new sentence or words
# that say what else the date is of.
_OTHER_EVENT = (
    r"(?i:\bdates?[ ]of|\bdod\b|\bdied\b|\bdeath\b|\bseen\b|\bmoved\b|\buntil\b|\breviewed\b|\bassessed\b"
    r"|\bvisited\b|\badmitted\b|\bdischarged\b|\breferred\b)"
)
_FILLER = rf"(?:(?!{_OTHER_EVENT})[^\d\x00;.!?]){{0,60}}?"
# "DOB confirmed by the GP in May 2016", "wrong (letter of May 2016)": the month of something else.
_OF_ELSE = (
    r"(?<!\b(?i:(?:confirmed|checked|corrected|changed|amended)[ ](?:by|with|at)|letter|contact|e-?mail)\b"
    r"[^\d:;]{0,30}[ ](?:in|of)[ ]|\b(?i:contact)[ ]?:[ ])"
)
_BORN = (
    r"(?<![\p{L}\p{N}])(?i:born)(?:[ \n](?i:in|at)[ ][\p{L} ,'-]{2,40}?)?"
    r"(?:[ \n](?:on|the|in)){0,2}(?:[ \n,:(]{1,2}|[ :]{0,2}[\t\x01][ ]?)"
)
_BIRTHDAY = r"(?<![\p{L}\p{N}])(?i:birthdays?)(?:[ ](?:is|was|falls|on|the|of)){0,3}[ ,:(\n\t\x01]{1,3}"
_GAVE_BIRTH = (
    r"(?i:\bgave[ ]birth|\bbirth[ ]of|\bdelivered[ ]of)"
    r"(?:(?!\.[ ])[^\d\x00;]){0,60}?[ ](?:on|in)[ ](?:the[ ])?"
)
_ABBREVIATED = r"(?:(?<![\p{L}\p{N}.'])(?:b\.|\*)[ ]?|(?<=\()b[ ]|(?<=\p{L}{2},?[ ])b:?[ ](?=\d{1,2}[./-]\d))"
_SPACED = r"(?:0?[1-9]|[12]\d|3[01])[ ](?:0?[1-9]|1[0-2])[ ](?:(?:19|20)\d\d|\d\d)(?![\p{L}\p{N}]|[./-]\d)"
_RUN_TOGETHER = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19|20)\d\d|\d\d)(?![\p{L}\p{N}]|[./-]\d)"
_MORE = rf"(?:\s?(?:,|;|and|&|/)\s?(?P<value>{DATE}))*"

# Behind the label of a person's field, a name and no more before the date: "Mother: Anna Harte, 1.2.83".
_FIELD = (
    r"(?<![\p{L}\p{N}])(?i:(?:birth[ ]|step-?|grand|god)?(?:mother|father)|mum|dad|child|sibling"
    r"|(?:half-)?(?:brother|sister)"
    r"|parent|partner|baby|twin|subject|young[ ]person|patient|pupil|re|victim|suspect|susp|offender|nominal"
    r"|witness|vic|ip|i/p|poi|adult)"
    r"(?:[ ]?\d|[ ]\p{Lu}\d?)?[ ]?(?:[:\t\x01]|(?<=\b[Rr][Ee])[ ]|-[ ])[ ]?"
    r"\p{Lu}[\p{L}'.-]*+(?:[ ,]{1,2}"
    r"(?:\p{Lu}[\p{L}'.-]*+|(?i:once|n[eé]e|formerly|aka|now|or)(?!\p{L}))){0,7}(?:,?|[ ]-)[ ]"
)
_WORDS = Anchor(regex.compile(r"born|birth|d[. ]{0,2}o[. ]{0,2}b|d/o/b", regex.IGNORECASE), 160, 80)

_EIGHT = Anchor(regex.compile(r"(?<!\d)[0-3]\d[01]\d(?:19|20)\d\d(?!\d)"), 70, 10)
_NAMED = Anchor(
    regex.compile(
        r"\d{1,2}(?:[./-]\d|(?:st|nd|rd|th)?[ ]\p{Lu}\p{Ll}{2}|-\p{Lu})(?<=\p{L}(?:,?|[ ]-)[ ]\d[^,]{1,7})"
    ),
    130,
    40,
)

_GLUED = Anchor(regex.compile(r"(?<=\p{Lu}{3})\d{1,2}(?:[./-]|(?:st|nd|rd|th)?[ ]\p{L}{3})"), 40, 30)
_SEXED = Anchor(regex.compile(r"\d\d[MFmf](?![\p{L}\p{N}])"), 30, 4)
_RUN = Anchor(
    regex.compile(r"(?<=[\p{L}\d]/)[0-3OoIl]?[\dOoIl][./ -][01OoIl\p{L}][\dOoIl\p{L}]{0,8}[./ -]"), 110, 40
)

# Without the space: "DOB14.02.07", "born14 February 2007", "HARTE14.02.07", "14.02.07F".
_BARE = (
    rf"(?<!\d)(?:0?[1-9]|[12]\d|3[01])(?:[./-](?:0?[1-9]|1[0-2])[./-]|(?:st|nd|rd|th)?[ ](?i:{MONTH})[ ])"
    r"(?:(?:19[2-9]|20[0-3])\d|\d\d)(?!\d|[./-]\d)"
)

_SHAPES = (
    Shape(
        "words and date run together",
        regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?i:d\.?o\.?b\.?|born|birth)(?P<value>{_BARE})(?!\p{{L}})"),
        0.9, 0.9, "a date run into words for a birth", _WORDS,
    ),
    Shape(
        "date of birth", regex.compile(rf"{_STRONG}{_FILLER}(?P<value>{DATE}){_MORE}"),
        0.97, 0.97, "a date behind the words date of birth",
    ),
    Shape(
        "date of birth, run together",
        regex.compile(
            rf"{_STRONG}[ :=.\x01\t(-]{{1,5}}(?:is[ ]|was[ ])?(?P<value>{_RUN_TOGETHER}|{_SPACED})"
        ),
        0.85, 0.85, "six or eight figures of a day behind the words date of birth", _WORDS,
    ),
    Shape(
        "born on", regex.compile(rf"{_BORN}(?P<value>{DATE}){_MORE}"),
        0.95, 0.95, "a date behind the word born",
    ),
    Shape(
        "birthday", regex.compile(rf"{_BIRTHDAY}(?P<value>{DATE})"),
        0.9, 0.9, "a date behind the word birthday",
    ),
    Shape(
        "birthday, day and month", regex.compile(rf"{_BIRTHDAY}(?P<value>{DAY_AND_MONTH})"),
        0.8, 0.8, "a day behind the word birthday",
    ),
    Shape(
        "gave birth on", regex.compile(rf"{_GAVE_BIRTH}(?P<value>{DATE})"),
        0.8, 0.8, "a date behind words for a birth",
    ),
    Shape(
        "b.", regex.compile(rf"{_ABBREVIATED}(?P<value>{DATE})"),
        0.85, 0.85, "a date behind b., short for born",
    ),
    Shape(
        "date of birth, misread",
        regex.compile(rf"(?:{_STRONG}{_FILLER}|{_BORN}|{_ABBREVIATED})(?P<value>{SLIPPED})"),
        0.85, 0.85, "a date with a letter for a digit behind words for a birth", _WORDS,
    ),
    Shape(
        "date, then the words",
        regex.compile(
            rf"(?P<value>{DATE})[ ]?[,(\[-]{{0,2}}[ ]?(?i:{_STRONG}"
            r"|(?:was|is)[ ](?:her|his|their|the[ ]child's|my|its)[ ](?:date[ ]of[ ]birth|birthday|dob)"
            r"|(?:[\p{L}']+[ ]){0,3}(?:was|were)[ ]born\b)(?![ ]?[:=-][ ]?\d)"
        ),
        0.9, 0.9, "a date before words for a birth", _WORDS,
    ),
    Shape(
        "month of birth",
        regex.compile(rf"(?:{_STRONG}{_FILLER}|{_BORN}){_OF_ELSE}(?P<value>{MONTH_AND_YEAR})"),
        0.7, 0.7, "a month behind words for a birth",
    ),
    Shape(
        "day of birth",
        regex.compile(
            rf"(?:{_STRONG}{_FILLER}|{_BORN})(?P<value>{DAY_AND_MONTH})(?![ ,]{{1,2}}(?:19|20)\d\d)"
        ),
        0.75, 0.75, "a day and a month behind words for a birth",
    ),
    Shape(
        "year of birth",
        regex.compile(
            r"(?:(?<![\p{L}.'])b\.[ ]?|(?i:\b(?:year[ ]of[ ]birth|yob))[ :=-]{1,3}"
            r"|(?i:\bborn(?:[ \n]in)?[ \n,:(]{1,2}))"
            r"(?P<value>(?:19|20)\d\d)(?!\d|[ ]?(?:g|grams?)\b)"
        ),
        0.5, 0.5, "a year behind words for a birth",
    ),
)  # fmt: skip
_OF_A_FIELD = (
    Shape(
        "names and a date in a run of strokes",
        regex.compile(
            r"(?<![\p{L}\p{N}/])\p{Lu}['-]?\p{Lu}[\p{Lu}\d'-]*+(?:[ ]\p{Lu}{2}[\p{Lu}\d'-]*+)?"
            r"(?:/\p{Lu}[\p{L}\d'-]++(?:[ ]\p{Lu}[\p{L}\d'-]++)?){1,2}(?:/[MFmf])?/"
            rf"(?P<value>{DATE}|{SLIPPED})(?=/|[ ]?(?:[,;.)\n\x00]|$))"
        ),
        0.75, 0.75, "a date behind a surname and a forename that strokes part", _RUN,
    ),
    Shape(
        "name and date run together",
        regex.compile(rf"(?<![\p{{L}}\p{{N}}'-])\p{{Lu}}[\p{{Lu}}'-]{{2,}}(?P<value>{_BARE})(?![\p{{L}}])"),
        0.66, 0.66, "a date run into a word in capitals", _GLUED,
    ),
    Shape(
        "date and sex run together",
        regex.compile(rf"(?<![\p{{L}}\p{{N}}.,/-])(?P<value>{_BARE})[MFmf](?![\p{{L}}\p{{N}}])"),
        0.66, 0.66, "a date with a letter for the sex", _SEXED,
    ),
    Shape(
        "name, then a date",
        regex.compile(rf"{_FIELD}(?P<value>{DATE})(?=[ ]?(?:$|[,;.)\t\n\x00]|NHS|DOB))"),
        0.85, 0.85, "a date behind the label of a person and a name", _NAMED,
    ),
    Shape(
        "surname in capitals, then eight figures of a day",
        regex.compile(
            r"(?<![\p{L}\p{N}])\p{Lu}{2}[\p{Lu}'-]*(?:/|,[ ]?|[ ])\p{Lu}[\p{L}'-]+[ ,]{1,2}(?:b\.?[ ]"
            r"|born[ ])?"
            r"(?P<value>(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19[3-9]\d|20[0-3]\d)(?![\p{L}\p{N}]"
            r"|[./-]\d))"
        ),
        0.65, 0.65, "eight figures of a day behind a name with its surname in capitals", _EIGHT,
    ),
)  # fmt: skip
_GATE = regex.compile(r"b(?:\.|orn|irth|:?[ ]\d)|o\.?[ ]?b|o/b|\*", regex.IGNORECASE)


def _find(text: str) -> Iterator[Claim]:
    yield from claims_of(text, Label.DATE_OF_BIRTH, _OF_A_FIELD)
    if _GATE.search(text):
        yield from claims_of(text, Label.DATE_OF_BIRTH, _SHAPES)


RECOGNISER = TextRecogniser(
    name="date-of-birth",
    version="1",
    labels=(Label.DATE_OF_BIRTH,),
    find=_find,
    examples=(
        Example("DOB: 01.02.03", ("01.02.03",)),
        Example("D.O.B. 3/3/83 and seen on 4/5/06", ("3/3/83",)),
        Example("Date of birth: 01-01-2001", ("01-01-2001",)),
        Example("Date of birth of Child K: 1st January 2001", ("1st January 2001",)),
        Example("She was born on the 1st of January 2001.", ("1st of January 2001",)),
        Example("born Jan 1st '01", ("Jan 1st '01",)),
        Example("born 26<sup>th</sup> March 2015", ("26<sup>th</sup> March 2015",)),
        Example("born on Monday 1 January 2001", ("Monday 1 January 2001",)),
        Example("born on Christmas Day 2007", ("Christmas Day 2007",)),
        Example("(b. 4 May 2009)", ("4 May 2009",)),
        Example("His birthday is 4 May.", ("4 May",)),
        Example("2001-01-31 (DOB)", ("2001-01-31",)),
        Example("On 4 May 2009 Child K was born.", ("4 May 2009",)),
        Example("She gave birth to twins on 4 May 2009.", ("4 May 2009",)),
        Example("DOBs 01/01/01, 02/02/02 and 03/03/03", ("01/01/01", "02/02/02", "03/03/03")),
        Example("Child\tDOB\tSeen\nChild K\t01/02/03\t05/06/07", ("01/02/03",)),
        Example("Date of birth\t01/02/2003", ("01/02/2003",)),
        Example("born in March 2004", ("March 2004",)),
        Example("born on 4\u00a0May\u00a02009", ("4\u00a0May\u00a02009",)),
        Example("date of birth 4 May\n2009", ("4 May\n2009",)),
        Example("born at Anytown Hospital on 1.1.01", ("1.1.01",)),
        Example("the eldest (born 2001)", ("2001",)),
        Example("her brother, born in 2004, moved", ("2004",)),
        Example("DOB (as reported by the mother): 01/02/03", ("01/02/03",)),
        Example("Born\t29 January 2016", ("29 January 2016",)),
        Example("d.o.b. 24.O1.03, dob l4.02.07", ("24.O1.03", "l4.02.07")),
        Example("dob 4 July 2O05, born 5\nSeptcmber 1984", ("4 July 2O05", "5\nSeptcmber 1984")),
        Example("Mother: Anna Harte, once Anna Quill, 1 February 1983", ("1 February 1983",)),
        Example("Child F\tIda Harte, 4 July 1993", ("4 July 1993",)),
        Example("Father\tLee Harte, 01/02/83", ("01/02/83",)),
        Example("DOB 04052009, dob: 040509", ("04052009", "040509")),
        Example("Susp: Lee Harte 01.02.83", ("01.02.83",)),
        Example("Nominal HARTE/LEE 01021983", ("01021983",)),
        Example("Re: Ida Harte, 4 May 2009, 12 Tanner Row", ("4 May 2009",)),
        Example("HARTE/IDA/01.02.83/ZZ99 3VZ", ("01.02.83",)),
        Example("DOB01.02.83, born4 May 2009, dob4/5/09.", ("01.02.83", "4 May 2009", "4/5/09")),
        Example("d.o.b 4 5 09, YOB 1983, ida, b 01.02.83", ("4 5 09", "1983", "01.02.83")),
        Example("Birth: 01.02.83, 38/40", ("01.02.83",)),
        Example("HARTE01.02.83 and QUILL 04/05/2009F", ("01.02.83", "04/05/2009")),
        Example("QUILL-HARTE/Ida May/F/1 Feb 1983", ("1 Feb 1983",)),
        Example("checked HARTE/IDA/O1.02.83/ZZ99 3VZ", ("O1.02.83",)),
    ),
    near_misses=(
        "seen on 01/02/2003",
        "born at 34/40",
        "born 2001g",
        "DOB not recorded. Seen 01/02/03",
        "date of birth and date of death: 01/02/03",
        "BP 120/80, 24/7, 3/52",
        "newborn, 01/02/2003",
        "The board met on 4 May 2009.",
        "stubborn 1/2/03",
        "Mother: rang on 4 May 2009",
        "Mother told Anna Harte, 4 May 2009.",
        "Re: the meeting of 4 May 2009",
        "Born: not recorded\tSeen\t01/02/03",
        "DOB on file 123456, dob 99119999",
        "AB/12/01.02.83 and HV/GP/seen/01.02.09",
        "CIN/CP 01.02.09, and Harte/Ida/01.02.09",
        "DOB confirmed by the GP in May 2016",
        "reborn4 May 2009, v01.02.83, LAC01.02 and S47.1.2, form CP01.02.8, dose 1.2.3m",
    ),
)  # fmt: skip
