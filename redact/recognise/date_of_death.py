"""Dates of death beside the words that say so, in a sentence, a field or a table.

The mention covers the date. A month with its year is not claimed: it is what should be written instead.
What remains: a date of death that only another sentence would explain ("He was found on 4 May 2009. He had
died in the night.") is an exact date like any other, and is asked about as one.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, Shape, TextRecogniser
from redact.recognise.dates import DATE, DAY_AND_MONTH, claims_near_dates
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_WORDS = (
    r"(?<![\p{L}\p{N}])(?i:d\.o\.d\.?|dod|dates?[ ]of[ ]deaths?|death[ ]dates?|died|deceased|dec'd"
    r"|passed[ ]away|stillborn|(?:was|were|been|being)[ ](?:found|pronounced|declared|certified)[ ]"
    r"(?:dead|deceased)|(?:found|pronounced)[ ]dead|life[ ](?:was[ ]|being[ ]|had[ ]been[ ])?"
    r"(?:pronounced[ ])?extinct|(?:was|were)[ ](?:murdered|killed)|committed[ ]suicide"
    r"|(?:took|taken)[ ](?:his|her|their)[ ]own[ ]li(?:fe|ves)|lost[ ](?:his|her|their)[ ]li(?:fe|ves)"
    r"|life[ ]support[ ](?:was[ ])?(?:withdrawn|turned[ ]off|switched[ ]off))(?!\p{L})"
)
# What may stand between the words and the date: nothing that says what else happened on that day. Letters
# before a digit make it a label: HV1, SW2.
_OTHER_EVENT = (
    r"(?i:\bborn\b|\bbirths?\b|\bdob\b|\bseen\b|\bmoved\b|\breview|\bassess|\bvisit|\badmitted\b"
    r"|\bdischarged\b|\breferr|\breport|\binquest\b|\bfuneral\b|\bmet\b|\bmeeting\b|\barrest|\bcharged\b"
    r"|\bconvict|\bsentenc|\bnotif|\bcontact|\btold\b|\bcame\b|\bwent\b|\bbegan\b|\bstarted\b|\bled\b|\bheld\b|\bopened\b|\bheard\b)"
)
_DEATH = (
    r"(?<![\p{L}\p{N}])(?i:deaths?|murders?|suicide|killing|stillbirth)"
    rf"(?:[ ]of(?:[ ](?!{_OTHER_EVENT})[\p{{L}}\d']+){{1,4}}?)?"
    r"(?:[ ](?i:was|occurred|took[ ]place|happened|recorded[ ]as)){0,2}"
    r"(?:[ ](?i:on[ ])(?:the[ ])?|[ ]?[:=(][ ]?|[ ]\x01[ ]?)"
)
_AGE = r"(?:,?[ ](?:at[ ](?:the[ ]age[ ]of[ ])?|aged?[ ])[\p{L}\d -]{1,24}?(?:,|(?=[ ]on[ ])))?"
_FILLER = rf"(?:(?!{_OTHER_EVENT})(?:[^\d\x00;.!?]|(?<=\p{{L}})\d)){{0,50}}?"
_ABBREVIATED = r"(?<![\p{L}\p{N}.'])(?:d\.[ ]?|\u2020[ ]?)"

_GATE = regex.compile(
    r"(?<!\p{L})(?:d\.?o\.?d|death|died|dead|dec|passed\saway|stillb|extinct|murder|kill|li[fv]e|suicide)"
    r"|\u2020|(?<![\p{L}.])d\.\s?\d",
    regex.IGNORECASE,
)
_REACH = 170  # characters around a date in which the words for a death may stand
_PERSON = (
    r"(?:[\p{L}']+[ ]){0,3}?(?:he|she|they|child|baby|boy|girl|infant|brother|sister|mother|father|twins?"
    r"|\p{Lu}{1,2}\d?)(?:,[ ]aged?[ ][\p{L}\d -]{1,24},)?"
    r"[ ](?:(?:had|sadly|has|tragically|suddenly|then|later|unexpectedly)[ ]){0,2}"
)
_DIED = (
    r"(?:died|passed[ ]away|was[ ](?:stillborn|murdered|killed)|was[ ](?:found|pronounced|certified)[ ]dead"
    r"|took[ ](?:his|her|their)[ ]own[ ]life)(?!\p{L})"
)
# What every match of a shape holds that begins with its date.
_DIES = regex.compile(
    r"died|passed[ ]away|stillborn|murdered|killed|[ ]dead|own[ ]life|(?i:d\.o\.d|dod|date[ ]of[ ]death)"
)
_THE_DAY = regex.compile(r"the[ ](?:day|date|night)[ ]", regex.IGNORECASE)

_SHAPES = (
    Shape(
        "died on", regex.compile(rf"{_WORDS}{_AGE}{_FILLER}(?P<value>{DATE})"),
        0.92, 0.92, "a date behind words for a death",
    ),
    Shape(
        "died on a day", regex.compile(
            rf"{_WORDS}{_AGE}{_FILLER}(?P<value>{DAY_AND_MONTH})(?![ ,]{{1,2}}(?:19|20)\d\d)"
        ),
        0.8, 0.8, "a day and a month behind words for a death",
    ),
    Shape(
        "death on", regex.compile(rf"{_DEATH}(?P<value>{DATE})"),
        0.9, 0.9, "a date behind the word death",
    ),
    Shape(
        "d.", regex.compile(rf"{_ABBREVIATED}(?P<value>{DATE})"),
        0.85, 0.85, "a date behind d., short for died",
    ),
    Shape(
        "date, then the words",
        regex.compile(
            rf"(?P<value>{DATE}|{DAY_AND_MONTH}),?[ ]?[(\[-]?[ ]?"
            r"(?:(?i:d\.o\.d\.?|dod|date[ ]of[ ]death)(?!\p{L})(?![ ]?[:=-][ ]?\d)"
            rf"|{_PERSON}{_DIED})"
        ),
        0.85, 0.85, "a date before words for a death", needs=_DIES,
    ),
    Shape(
        "date was that of the death",
        regex.compile(
            rf"(?P<value>{DATE})[ ,]{{1,2}}(?i:(?:was|is)[ ]the[ ](?:day|date)|the[ ](?:day|date|night))"
            r"[ ](?i:of[ ](?:(?:his|her|their|the)[ ])?death|on[ ]which[ ][\p{L} ]{1,20}died"
            r"|(?:he|she|they)[ ]died)"
        ),
        0.85, 0.85, "a date that is called that of a death", needs=_THE_DAY,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_near_dates(text, Label.DATE_OF_DEATH, _SHAPES, gate=_GATE, reach=_REACH)


RECOGNISER = TextRecogniser(
    name="date-of-death",
    version="1",
    labels=(Label.DATE_OF_DEATH,),
    find=_find,
    examples=(
        Example("Child K died on 4 May 2009.", ("4 May 2009",)),
        Example("Date of death: 04.05.09", ("04.05.09",)),
        Example("DOD 4/5/09", ("4/5/09",)),
        Example("Child\tDate of death\nChild K\t04/05/2009", ("04/05/2009",)),
        Example("The baby was stillborn on the 4th of May 2009.", ("4th of May 2009",)),
        Example("He was found dead on Monday 4 May 2009.", ("Monday 4 May 2009",)),
        Example("Father (deceased 4 May 2009)", ("4 May 2009",)),
        Example("She was pronounced dead at hospital on 2009-05-04.", ("2009-05-04",)),
        Example("the death of Child K on 4 May 2009", ("4 May 2009",)),
        Example("On 4 May 2009 Child K died.", ("4 May 2009",)),
        Example("She died, aged 3, on 4 May 2009.", ("4 May 2009",)),
        Example("He passed away on 4 May.", ("4 May",)),
        Example("(d. 4 May 2009)", ("4 May 2009",)),
        Example("4 May 2009 was the day of her death.", ("4 May 2009",)),
        Example("Life was pronounced extinct on 4 May 2009.", ("4 May 2009",)),
        Example("The mother took her own life on Christmas Day 2007.", ("Christmas Day 2007",)),
        Example("date of birth and date of death: 01/02/03", ("01/02/03",)),
    ),
    near_misses=(
        "Child K died in May 2009.",
        "The review of the death of Child K began on 4 May 2009.",
        "He had died. On 4 May 2009 the panel met.",
        "The inquest into her death was opened on 4 May 2009.",
        "The mother, whose father had died, was seen on 4 May 2009.",
        "The dead line was 4 May 2009 and the life plan 5 May 2009.",
        "died at 34/40; deceased: no",
        "The board met on 4 May 2009.",
        "Deaths are notified by 4 May 2009.",
        "Date of death not recorded. Seen 01/02/03",
    ),
)  # fmt: skip
