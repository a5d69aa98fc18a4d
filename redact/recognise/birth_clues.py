"""Dates from which a birth can be counted out: an expected delivery, a birthday, a fine age on a day.

The mention covers the date, with the label of a date of birth: that is what a reader learns. An age in whole
years beside a date leaves a year open and is claimed as an age and an exact date. What remains: an age in
one cell of a table, or one sentence, and its date in another; both are found, each for itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.ages import BIRTHDAY, FINE_AGE
from redact.recognise.claims import Claim, Example, Shape, TextRecogniser
from redact.recognise.dates import DATE, DAY_AND_MONTH, MONTH_AND_YEAR, NUMBER, claims_near_dates
from redact.values.people import Label

__all__ = ["RECOGNISER"]

# Words between an age and a date of one sentence: no other number, but labels such as HV1.
_FILLER = r"(?:[^\d\x00\x01;.!?]|(?<=\p{L})\d)"
_EXPECTED = (
    r"(?<![\p{L}\p{N}])(?i:e\.d\.[dc]\.?|ed[dc]"
    r"|(?:expected|estimated)[ ](?:date[ ]of[ ])?(?:delivery|confinement|birth)(?:[ ]date)?"
    r"|(?:her|the[ ]mother's|mother's|pregnancy|delivery|baby's|the[ ]baby's)[ ]due[ ]date"
    r"|(?:baby|babies|twins|child|birth|pregnancy|infant|delivery)[ ](?:(?:is|was|were|had[ ]been|being)[ ])?"
    r"(?:due|expected)"
    r"|(?:unborn|pregnan\p{L}+|antenatal)[^\d\x00;.!?]{0,40}?\bdue(?:[ ]date)?"
    r"|due[ ]to[ ](?:deliver|give[ ]birth|be[ ]born)|due[ ]date[ ]of[ ](?:the[ ])?(?:baby|birth|delivery)"
    r")(?!\p{L})"
)
_AGE = rf"(?:(?i:aged?)[ :]{{1,2}}(?i:{FINE_AGE})(?:[ ]old)?|(?i:{FINE_AGE})[ -](?i:old|of[ ]age))"
_COUNT = rf"(?i:{NUMBER}[ ](?:hours?|days?|weeks?|months?)|the[ ](?:day|night|morning|week))"
_FROM_BIRTH = (
    rf"{_COUNT}[ ](?i:after|before|following|prior[ ]to)[ ]"
    r"(?:(?:his|her|their|its|the|(?i:Child)[ ]\p{Lu}{1,2}'s|the[ ](?:baby|child)'s)[ ])?(?i:birth)(?!\p{L})"
)
_ON = r",?[ ](?:on|as[ ]at|as[ ]of|at|by)[ ](?:the[ ])?"

_GATE = regex.compile(
    r"(?<!\p{L})(?:aged?|e\.?d\.?[dc]|due|expected|estimated|turn(?:ed|s|ing)|(?:will|would)[ ](?:be|turn)"
    r"|deliver(?:ed|y)|lscs|emcs|nvd|svd|bba|c[ -]section|caesarean|ventouse|forceps)(?!\p{L})"
    r"|[ -]old(?!\p{L})"
    r"|of[ ]age|birth",
    regex.IGNORECASE,
)
_REACH = 130  # characters around a date in which the other half may stand
# What every match of a shape holds that may begin with its date.
_A_BIRTHDAY = regex.compile(r"birthday", regex.IGNORECASE)
_TOLD_FROM = regex.compile(
    r"(?:hours?|days?|weeks?|months?|night|morning)[ ](?:after|before|following|prior[ ]to)[ ]",
    regex.IGNORECASE,
)

_SHAPES = (
    Shape(
        "expected delivery",
        regex.compile(
            rf"{_EXPECTED}(?:(?!(?i:\bseen\b|\bvisit|\bmet\b|\bmeeting\b))[^\d\x00;.!?]){{0,30}}?"
            rf"(?P<value>{DATE}|{DAY_AND_MONTH}|{MONTH_AND_YEAR})"
        ),
        0.9, 0.9, "a date behind words for an expected birth",
    ),
    Shape(
        "fine age on a date",
        regex.compile(rf"(?<![\p{{L}}\p{{N}}]){_AGE}{_FILLER}{{0,42}}?{_ON}(?P<value>{DATE})"),
        0.85, 0.85, "a date on which an age in months or days is given",
    ),
    Shape(
        "date, then a fine age",
        regex.compile(rf"(?P<value>{DATE}){_FILLER}{{0,60}}?(?<![\p{{L}}\p{{N}}-]){_AGE}"),
        0.8, 0.8, "a date on which an age in months or days is given",
    ),
    Shape(
        "date of a birthday",
        regex.compile(
            rf"(?P<value>{DATE})(?!\s(?:and|until|to)\b){_FILLER}{{0,40}}?(?<!\p{{L}})(?i:{BIRTHDAY})"
            rf"|(?i:{BIRTHDAY})[ ,(]{{1,3}}(?i:(?:was|is|fell|falls|being|which|on|the|of)[ ]){{0,4}}"
            rf"(?P<value>{DATE})"
        ),
        0.85, 0.85, "a date beside a birthday with its number", needs=_A_BIRTHDAY,
    ),
    Shape(
        "turned on",
        regex.compile(
            rf"(?<!\p{{L}})(?:turn(?:ed|s|ing)|(?:will|would)[ ](?:be|turn))[ ](?i:{NUMBER})(?:[ ]years?"
            rf"(?:[ ](?:old|of[ ]age))?)?[ ]on[ ](?:the[ ])?(?P<value>{DATE}|{DAY_AND_MONTH})"
        ),
        0.9, 0.9, "a date on which somebody turned an age",
    ),
    Shape(
        "delivered on",
        regex.compile(
            r"(?<!\p{L})(?:(?i:deliver(?:ed|y)|born|live[ ]birth|still-?birth|birth[ ]registered"
            r"|registered[ ]birth"
            r"|c(?:aesarean)?[ -]section|ventouse|forceps)|LSCS|EMCS|NVD|SVD|BBA)(?!\p{L})"
            r"(?:(?!(?i:letter|report|service|training|plan|parcel|programme))[^\d\x00\x01;.!?]){0,30}?[ ]"
            rf"(?P<value>{DATE})(?=[ ]?(?:[,.;)\n]|$)|[ ](?:at|by|in|weighing|\d|following))"
        ),
        0.7, 0.7, "a date behind words for a delivery",
    ),
    Shape(
        "days from a birth, with the date",
        regex.compile(
            rf"(?P<value>{DATE}),?[ ]{_FILLER}{{0,40}}?(?<!\p{{L}}){_FROM_BIRTH}"
            rf"|(?<!\p{{L}}){_FROM_BIRTH}{_ON}(?P<value>{DATE})"
        ),
        0.8, 0.8, "a date told from a birth by a number of days", needs=_TOLD_FROM,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_near_dates(text, Label.DATE_OF_BIRTH, _SHAPES, gate=_GATE, reach=_REACH)


RECOGNISER = TextRecogniser(
    name="birth-clue",
    version="1",
    labels=(Label.DATE_OF_BIRTH,),
    find=_find,
    examples=(
        Example("EDD 12/03/09", ("12/03/09",)),
        Example("E.D.D.: 12 March 2009", ("12 March 2009",)),
        Example("The expected date of delivery was 12th March 2009.", ("12th March 2009",)),
        Example("Her due date was 12 March.", ("12 March",)),
        Example("The baby was due on 12 March 2009.", ("12 March 2009",)),
        Example("EDC\t12.03.09", ("12.03.09",)),
        Example("pregnant, due 12/3/09", ("12/3/09",)),
        Example("The baby is due in March 2009.", ("March 2009",)),
        Example("aged 3 years 2 months on 4 May 2009", ("4 May 2009",)),
        Example("On 4 May 2009 Child K, aged 14 months, was seen.", ("4 May 2009",)),
        Example("He was five weeks old on 04.05.09.", ("04.05.09",)),
        Example("aged 3;2 as at 4 May 2009", ("4 May 2009",)),
        Example("On 4 May 2009 HV1 weighed the six-week-old baby.", ("4 May 2009",)),
        Example("On 4 May 2009, his 3rd birthday, they moved.", ("4 May 2009",)),
        Example("On 3 May 2009, the day before her fifth birthday, they moved.", ("3 May 2009",)),
        Example("She turned three on 4 May 2009.", ("4 May 2009",)),
        Example("On 4 May 2009, two days after his birth, HV1 called.", ("4 May 2009",)),
        Example("HV1 called two days after the birth, on 4 May 2009.", ("4 May 2009",)),
        Example("She will be 18 on 4 May 2027.", ("4 May 2027",)),
        Example("LSCS 04.05.09, live infant", ("04.05.09",)),
        Example("Delivered at term on 04/05/2009, 2.9kg", ("04/05/2009",)),
    ),
    near_misses=(
        "Action\tDue Date\nR1\t12/03/2013",
        "The report was due on 12 March 2013.",
        "aged 3 on 4 May 2009",
        "Child K, aged 14 months, came. On 4 May 2009 the panel met.",
        "The plan was 14 months late on 4 May 2009.",
        "a four-year-old boy was seen on 4 May 2009",
        "Between 4 May 2009 and her fifth birthday they moved.",
        "The response was expected on 12 March 2013.",
        "They turned back on 4 May 2009.",
        "The assessment was due on 4 May 2009; the mother was pregnant.",
        "On 4 May 2009, two days after the meeting, HV1 called.",
        "She turned three times on 4 May 2009.",
        "The letter was delivered by hand; the delivery plan of 4 May 2009",
    ),
)  # fmt: skip
