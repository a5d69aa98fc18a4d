"""Ages told in further wordings: a boy of eleven, 10/12 old, 34F, lived for two months, in Year 9.

They are noted, as `ages` says of the usual ones. What remains: an age that only another sentence gives.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.ages import QUANTITY
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.recognise.dates import NUMBER
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_BAND = r"(?!\s?(?:-|to|or|and)\s?(?:\d|over|under|above|older|younger|below)|\s?\+|\splus|[\p{L}\p{N}%;])"
_AGE = Anchor(regex.compile(r"(?<!\p{L})ages?(?!\p{L})", regex.IGNORECASE), 30, 80)
_AT = Anchor(regex.compile(r"[ ]at[ ]"), 20, 30)
_LIVED = Anchor(regex.compile(r"[ ]lived[ ]"), 30, 60)
_YEAR_OF_SCHOOL = Anchor(regex.compile(r"(?<!\p{L})(?:Year|Yr|Y)[ ]?\d"), 40, 10)
_OF = Anchor(regex.compile(r"(?:boy|girl|child|baby|infant|lad|outh|man|son|ter|ager|dler)[ ]of[ ]"), 15, 60)
_CLINICAL = Anchor(regex.compile(r"\d/(?:12|52|7)(?!\d)"), 20, 20)
_SEX = Anchor(
    regex.compile(r"\d[ ]?(?:yo)?[FM](?![\p{L}\p{N}])|[sk][ ](?:boy|girl|female"
        r"|male|baby|infant"
        r"|toddler)(?!\p{L})"
                  r"|(?:year|yr|month|mth|wk|day)[ ](?:boy|girl|female|male|baby|infant"
                  r"|toddler)(?!\p{L})"), 40, 15,
)  # fmt: skip
_MONTHS = Anchor(regex.compile(r"(?:years?|yrs?),?[ ](?:and[ ])?(?:\d|[a-z]+[ ])"), 30, 40)

_SHAPES = (
    Shape(
        "age, with what stands between",
        regex.compile(
            r"(?<!\p{L})(?i:ages?)[ ](?:at|when|on|now|as|of)(?:[ ][\p{L}'-]{1,14}){0,3}[ ]?[:=\x01-][ ]?"
            rf"(?P<value>(?i:{QUANTITY}(?:(?:,\s|\s(?:and|&)\s"
            rf"|,\sand\s){QUANTITY}(?![\p{{L}}\p{{N}}])){{0,6}})){_BAND}"
        ),
        0.8, 0.8, "a number behind a word for age", _AGE,
    ),
    Shape(
        "from an age on",
        regex.compile(
            rf"(?<!\p{{L}})(?i:from[ ](?:the[ ])?age[ ](?:of[ ])?)(?P<value>(?i:{QUANTITY}))"
            r"(?=,?[ ](?:s?he|his|her|they|when|was|had|\p{Lu}\p{Ll})(?!\p{L}))"
        ),
        0.7, 0.7, "a number behind a word for age, and somebody", _AGE,
    ),
    Shape(
        "a child of so many years",
        regex.compile(
            r"(?<!\p{L})(?i:boy|girl|child|baby|infant|lad|youth|man|woman|son|daughter|teenager"
            r"|toddler)[ ]of[ ]"
            rf"(?P<value>(?!one\b)(?i:{QUANTITY}))(?![\p{{L}}\p{{N}}%-])"
            r"(?=[.,;:)\"!?]|$|\n|[ ](?:is|was|has|had|who|whose|and|in|to|at|on|with|from|years?"
            r"|whom)(?!\p{L}))"
        ),
        0.7, 0.7, "a number behind a word for a child and of", _OF,
    ),
    Shape(
        "clinical",
        regex.compile(
            r"(?<![\p{L}\p{N}./-])(?P<value>\d{1,2}/(?:12|52|7))(?=[ -](?:old|baby|infant|boy|girl|child"
            r"|male|female))"
            r"|(?<!\p{L})(?i:aged?)[ :]{1,2}(?P<value>\d{1,2}/(?:12|52|7))(?!\d)"
            r"|(?<!\p{L})(?i:baby|infant|child)[ ]?[(,][ ]?(?P<value>\d{1,2}/(?:12|52|7))(?!\d)"
        ),
        0.8, 0.8, "months, weeks or days as clinicians write them, as an age", _CLINICAL,
    ),
    Shape(
        "number and sex",
        regex.compile(
            r"(?:^|(?<=[\n\x00\x01\t]|[.:(][ ]?))[ ]?(?P<value>\d{1,2}[ ]?(?:yo)?[FM]"
            r"|[FM][1-9]\d)(?=[ ,.;)\n]"
            r"|$)(?![ ]\d)"
            rf"|(?<![\p{{L}}\p{{N}}./-])(?P<value>(?i:{NUMBER}[\s-]?(?:years?|yrs?|months?|mths?|weeks?"
            rf"|wks?|days?)))"
            r"(?=[ ](?:boy|girl|female|male|baby|infant|toddler|m|f)(?!\p{L}))"
        ),
        0.7, 0.7, "a number before a word for a sex or a baby", _SEX,
    ),
    Shape(
        "years and months",
        regex.compile(
            r"(?<!(?i:for|over|after|within|in|than|of|to|nearly|almost|some|about|last|past|next|by"
            r"|spanning|sentence\p{Ll}*)[ ])"
            rf"(?<![\p{{L}}\p{{N}}./-])(?P<value>(?i:{NUMBER}[ ]?(?:years?"
            rf"|yrs?),?[ ](?:and[ ])?{NUMBER}[ ]?(?:months?|mths?)))"
            r"(?![ -](?:of|later|before|after|ago|imprisonment|custody|in|suspended|sentence|earlier"
            r"|period)(?!\p{L}))(?!\p{L})"
        ),
        0.6, 0.6, "years and months together, as ages are told", _MONTHS,
    ),
    Shape(
        "lived so long",
        regex.compile(
            r"(?<!\p{L})(?i:child|baby|boy|girl|infant|he|she"
            r"|twin)[ ](?:had[ ])?(?:only[ ])?lived[ ](?:for[ ]|to[ ]be[ ])(?:only[ ]|just[ ])?"
            rf"(?P<value>(?i:{QUANTITY}))(?=[ ]?(?:[.,;:)]|$|\n)|[ ](?:and|but|old)(?!\p{{L}}))"
        ),
        0.7, 0.7, "how long somebody lived", _LIVED,
    ),
    Shape(
        "became something at an age",
        regex.compile(
            r"(?<!\p{L})(?i:(?:first|second)[ ](?:child|baby)|pregnant|mother|father|married|school|home"
            r"|care|prison)[ ]"
            rf"at[ ](?:only[ ]|just[ ])?(?P<value>(?!one\b)(?i:{NUMBER}))(?=[.,;)]|$|\n)(?![.,]\d)"
        ),
        0.6, 0.6, "a number behind what somebody became or left, and at", _AT,
    ),
    Shape(
        "school year",
        regex.compile(
            r"(?<!\p{L})(?i:is|was|now|currently|pupil|child|boy|girl|student|sibling|brother"
            r"|sister)[ ](?:in[ ]|a[ ]|still[ ]in[ ])?"
            r"(?P<value>(?:Year|Yr|Y)[ ]?(?:1[0-3]|[1-9]))(?!\d|[ ](?:of|to|and)\b|/\d)"
            r"|(?<=[(,;][ ]?)(?P<value>(?:Year|Yr|Y)[ ]?(?:1[0-3]|[1-9]))(?=[),;])"
        ),
        0.6, 0.6, "the year of school that somebody is in", _YEAR_OF_SCHOOL,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of(text, Label.AGE, _SHAPES)


RECOGNISER = TextRecogniser(
    name="ages-told",
    version="1",
    labels=(Label.AGE,),
    find=_find,
    examples=(
        Example("Age when first seen: 11", ("11",)),
        Example("from the age of 12 he went missing", ("12",)),
        Example("a boy of eleven, a girl of 4 years", ("eleven", "4 years")),
        Example("a 10/12 old infant and a baby (6/52)", ("10/12", "6/52")),
        Example("34F, unwell", ("34F",)),
        Example("triage: 4 months boy", ("4 months",)),
        Example("Call. 9 years 7 months, at home", ("9 years 7 months",)),
        Example("The child lived for two months.", ("two months",)),
        Example("He had his first child at 17.", ("17",)),
        Example("She is in Year 9.", ("Year 9",)),
    ),
    near_misses=(
        "sentenced to 2 years 6 months, over 3 years and 2 months",
        "Year 1 of the plan, in Year 2 to Year 4",
        "the child of the two, a man of the four",
        "services from the age of 12 to 18",
    ),
)  # fmt: skip
