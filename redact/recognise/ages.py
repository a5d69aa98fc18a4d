"""The age of one person, in every wording: aged 14 months, four-year-old, 7 y/o, her fifth birthday.

A single age is only said, since a report may need it; with a date beside it, it gives a birthday away, and
`birth_clues` claims that. A band (in her thirties, under five, 16 to 18, 15-year-olds) is what should be
written and is not claimed. What remains: an age that stands in a list without its word ("three children,
4, 6 and 9").
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.recognise.dates import NUMBER
from redact.values.people import Label

__all__ = ["BIRTHDAY", "FINE_AGE", "QUANTITY", "RECOGNISER"]

_UNIT = r"(?:years?|yrs?|months?|mths?|weeks?|wks?|days?|hours?)"
_FINE_UNIT = r"(?:months?|mths?|weeks?|wks?|days?|hours?)"
_PART = r"(?:\s?\u00bd|\sand\sa\s(?:half|quarter)|\.\d)?"
_AND = r"(?:,?\s(?:and\s)?|,)"

# An age in any wording, and one so fine that a date beside it gives the month of birth or the day.
QUANTITY = (
    rf"(?:\d{{1,2}};\d{{1,2}}|{NUMBER}{_PART}[\s-]?{_UNIT}(?:{_AND}{NUMBER}[\s-]?{_UNIT})?(?!\p{{L}})"
    rf"|{NUMBER}{_PART})"
)
FINE_AGE = (
    rf"(?:\d{{1,2}};\d{{1,2}}|(?:{NUMBER}[\s-]?(?:years?|yrs?){_AND})?"
    rf"{NUMBER}{_PART}[\s-]?{_FINE_UNIT}(?:{_AND}{NUMBER}[\s-]?{_FINE_UNIT})?(?!\p{{L}}))"
)
BIRTHDAY = (
    r"(?:\d{1,2}(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh"
    r"|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth"
    r"|twentieth)\s(?i:birthday)"
)
# At more weeks than these a child is no longer counted in weeks, and what is meant is a pregnancy.
_UNDER_TWENTY = (
    r"(?:1?\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|sixteen"
    r"|seventeen|eighteen|nineteen)"
)
_ENDS = r"(?![\p{L}\p{N}%]|;\d|[+/:]\s?\d|\.\d)"
# Behind an age that is none of one person: a band, or a thing that is so old.
_BAND = r"(?!\s?(?:-|to|or|and)\s?(?:\d|over|under|above|older|younger|below|upwards?)|\s?\+|\splus)"
_THING = (
    r"(?![\s-](?:bruis|fractur|injur|report|record|referral|request|system|building|house|home|case|plan|law"
    r"|decision|photo|car|van|wound|scar|burn|tradition|polic|guidance|data|news|contract|tenancy"
    r"|debt)\p{L}*)"
)
_BEFORE_A_BAND = (
    r"(?<!\b(?i:under|over|above|below|until|reach|reaches|reached|attained|attains|up\sto|before|from|to)\s"
    r"(?:the\s|an\s|their\s)?)"
)
_NOT_A_MEASURE = (
    r"(?<!\b(?i:average|mean|median|gestational|bone|mental|reading|developmental|working|school)\s)"
)

_AGE = Anchor(regex.compile(r"(?<!\p{L})age[ds]?(?!\p{L})", regex.IGNORECASE), 30, 60)
_OLD = Anchor(regex.compile(r"[ -][oO]ld(?!\p{L})|\d\s?[yY]\.?/?[oO](?!\p{L})|of\sage(?!\p{L})"), 60, 30)

_SHAPES = (
    Shape(
        "aged",
        regex.compile(
            rf"{_BEFORE_A_BAND}{_NOT_A_MEASURE}(?<!\p{{L}})(?i:age[ds]?)(?:\s\(?(?i:years|months|yrs"
            rf"|mths)\)?)?"
            r"[\s:=\x01,-]{1,4}(?:(?i:of|was|is|about|around|only|just|nearly|almost|approximately"
            r"|approx\.?)\s){0,2}"
            rf"(?P<value>(?i:{QUANTITY}(?:(?:,\s|\s(?:and|&)\s"
            rf"|,\sand\s){QUANTITY}(?![\p{{L}}\p{{N}}])){{0,6}}))"
            rf"{_ENDS}{_BAND}"
        ),
        0.9, 0.9, "a number behind a word for age", _AGE,
    ),
    Shape(
        "years old",
        regex.compile(
            r"(?<![\p{L}\p{N};./+-])(?<!\b(?i:to|over|under|than|up\sto)\s)"
            rf"(?P<value>(?i:{NUMBER}{_PART}[\s-]?{_UNIT}(?:{_AND}{NUMBER}[\s-]?{_UNIT})?[\s-](?:old|of\sage)"
            rf"|\d{{1,2}}\s?(?:y/?o|y\.o\.?|(?:yr|mth|wk)s?\sold)))(?!\p{{L}}){_THING}"
        ),
        0.9, 0.9, "a number before a word for age", _OLD,
    ),
    Shape(
        "at so many weeks",
        regex.compile(
            rf"(?<!\p{{L}})(?i:at)\s(?P<value>(?i:{_UNDER_TWENTY}\s"
            r"(?:weeks?|months?|days?)))(?!\p{L})"
            r"(?![\s-](?i:gestation|pregnan|interval|notice|later|after|into|post|apart|before|prior"
            r"|long|in\s"
            r"|of\s(?!age)|sentence|intensive|on\s)\p{L}*|\s?\+)"
        ),
        0.6, 0.6, "a number of weeks or months behind at",
        Anchor(regex.compile(r"[Aa]t\s\w{1,9}\s[wmd]"), 5, 60),
    ),
    Shape(
        "birthday",
        regex.compile(
            r"(?<!\b(?i:until|before|up\sto|reach|reaches|beyond|after)\s(?:his|her|their|the|a)\s(?=18"
            r"|25|eighteen))"
            rf"(?<![\p{{L}}\p{{N}}])(?P<value>(?i:{BIRTHDAY}))(?!\p{{L}})"
        ),
        0.8, 0.8, "a birthday with its number", Anchor(regex.compile(r"birthday", regex.IGNORECASE), 30, 5),
    ),
    Shape(
        "turned",
        regex.compile(
            rf"(?<!\p{{L}})turn(?:ed|s|ing)\s(?P<value>(?!one\b)(?i:{NUMBER}))(?![\p{{L}}\p{{N}}-])"
            r"(?!\s(?:o'clock|times|pages|degrees|families|people|children|away|of|calls|visits|per))"
        ),
        0.7, 0.7, "a number behind turned", Anchor(regex.compile(r"(?<!\p{L})turn"), 5, 30),
    ),
    Shape(
        "was so old when",
        regex.compile(
            r"(?<!\p{L})(?i:he|she|they|who|mother|father|[Cc]hild\s\p{Lu}{1,2})\s(?:was|is|were)\s"
            rf"(?:(?:only|just|then|still|about|nearly|almost)\s)?(?P<value>(?!one\b)(?i:{NUMBER}))"
            r"(?=\s(?:when|at\s(?:the|this|that)\stime|years\s(?:when|at))|,?\s(?:and|but)\spregnant)"
        ),
        0.7, 0.7, "a number behind was, with the time",
        Anchor(regex.compile(r"\s(?:when\s|at\sth\p{Ll}{1,2}\stime|pregnant)"), 60, 30),
    ),
    Shape(
        "in brackets behind a person",
        regex.compile(
            r"(?<!\p{L})(?i:mother|father|parent|partner|brother|sister|sibling|grandmother|grandfather"
            r"|uncle|aunt"
            r"|cousin|child|stepfather|boyfriend)(?:\s(?:\p{Lu}{1,2}|\d))?\s?\((?P<value>\d{1,2})"
            r"(?:\s?(?:yrs?|years))?\)"
        ),
        0.6, 0.6, "a number in brackets behind a word for a person", Anchor(regex.compile(r"\(\d"), 30, 15),
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of(text, Label.AGE, _SHAPES)


RECOGNISER = TextRecogniser(
    name="age",
    version="1",
    labels=(Label.AGE,),
    find=_find,
    examples=(
        Example("Child K, aged 3 years 2 months, came.", ("3 years 2 months",)),
        Example("He was aged 3 at the time.", ("3",)),
        Example("a 14-month-old boy", ("14-month-old",)),
        Example("She was 3 years old.", ("3 years old",)),
        Example("At 5 weeks the baby was weighed.", ("5 weeks",)),
        Example("a four-year-old boy", ("four-year-old",)),
        Example("aged 14 months", ("14 months",)),
        Example("Age: 7", ("7",)),
        Example("Age\t7", ("7",)),
        Example("the boy, 7 y/o, and the girl, 9yo", ("7 y/o", "9yo")),
        Example("age 3;2 on testing", ("3;2",)),
        Example("at the age of seven", ("seven",)),
        Example("at three weeks of age", ("three weeks of age",)),
        Example("siblings aged 4, 6 and 9", ("4, 6 and 9",)),
        Example("before her fifth birthday", ("fifth birthday",)),
        Example("on his 3rd birthday", ("3rd birthday",)),
        Example("when he turned six", ("six",)),
        Example("She was fourteen when they met.", ("fourteen",)),
        Example("Mother (34) and Father (36)", ("34", "36")),
        Example("Ages (years): 4 and 6", ("4 and 6",)),
        Example("aged two and a half", ("two and a half",)),
    ),
    near_misses=(
        "The mother is in her thirties.",
        "aged 16-18, aged 5 and over, aged under 18, aged between 3 and 7",
        "under the age of 18, until the age of 16",
        "15-17 year olds and 16-year-olds",
        "a two-week-old fracture, a 3-year-old report",
        "born at 34 weeks gestation, booked at 12 weeks pregnant",
        "3 years ago, after 14 months, a 6 week delay, for 3 days",
        "the average age 31",
        "page 3, stage 2, image 4, package 7",
        "until their 18th birthday",
        "He turned one of them away and turned 3 times.",
        "HV1 (2) called; see section (34)",
        "aged 38+4, 34/40, 7/10 and 12.5",
        "She was one when asked of many.",
        "of an age with others, old ways, the 3 older boys",
    ),
)  # fmt: skip
