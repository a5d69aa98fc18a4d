"""The shape of a family and the numbers of a life: twins, the youngest of five, a sentence, a sum of money.

None is a fault by itself; each narrows the search. What remains: a shape that is told in other words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.dates import NUMBER
from redact.recognise.grids import View
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "family-shape", "1"
_SCORE = 0.1  # whatever else claims the same words stays
_EDGE, _STOP = r"(?<![\p{L}\p{N}_-])", r"(?![\p{L}\p{N}_-])"
_CHILDREN = r"(?:children|siblings|brothers|sisters|sons|daughters|boys|girls)"
_BORN = r"(?:eldest|oldest|youngest|middle|first-?born|second-?born|third|fourth|fifth|sixth|only)"
_LENGTH = rf"{NUMBER}(?:\s|-)(?:years?|months?|weeks?|days?)'?"
_MONEY = (
    r"(?:euros?|pounds?(?:[ ]sterling)?|dollars|lir[ae]s?|roubles|rubles|forints?|zlot(?:ys?|ies)|kron[eou]r"
    r"|koruny|francs|lei|leva|levs|marks|drachmas|schillings|pesetas|hryvnias|tolars|kunas?|dinars"
    r"|rupees|naira|pence)"
)
_KEPT_IN = (
    r"(?:imprisonment|in[ ](?:prison|custody|jail)|custody|custodial|detention|prison|suspended|sentence"
    r"|probation)"
)
_CODE = r"(?:EUR|GBP|USD|[A-Z]{2}[A-Z](?=[ ]?\d{1,3}[,. ]\d{3}))"
_ABOUT = (
    r"(?:(?i:approximately|about|around|some|over|nearly|almost|at[ ]least|up[ ]to|more[ ]than"
    r"|less[ ]than)[ ])?"
)
_SUM = r"\d{1,3}(?:[, ]\d{3})+(?:[.,]\d\d?)?(?!\d)|\d+(?:[.,]\d\d?)?(?!\d)"

# For each: the words of which one stands in every match, the label, the pattern, and why.
_SHAPES = (
    (
        regex.compile(
            r"(?i:twin|triplet|born|child|sibling|cousin|eldest|oldest|youngest|step|half|adopt|same-sex"
            r"|pregnancy|baby)|G\d"
        ),
        Label.RELATION,
        regex.compile(
            rf"{_EDGE}(?i:twins?|triplets?|quadruplets|{_BORN}[ ](?:child|sibling|son|daughter|boy|girl"
            r"|brother|sister)"
            rf"|(?:eldest|oldest|youngest)(?=[ ]of[ ])|(?:first[ ])?cousins"
            r"|step-?(?:mother|father|mum|dad|brother|sister|siblings?|son|daughter|child|children)"
            r"|half-?[ ]?(?:brother|sister|siblings?)s?"
            r"|same-sex[ ](?:couple|parents?|partners?|relationship|marriage)|G\d{1,2}[ ]?P\d{1,2}(?:\+\d)?"
            r"|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[ ](?:pregnancy|baby"
            r"|child)"
            rf"|adopted|adoptive[ ](?:mother|father|parents?|family|child)|adoptee){_STOP}"
        ),
        "the shape of a family",
    ),
    (
        regex.compile(rf"(?i:{_CHILDREN}|[ ]of[ ])"),
        Label.QUANTITY,
        regex.compile(
            rf"{_EDGE}(?i:(?:had|has|have|having|with|their|her|his|other|of|and|all|were|are)[ ]"
            rf"(?P<value>{NUMBER}[ ](?:(?:other|older|younger|half|half-|step|step-|young|small|surviving"
            rf"|adult|school-age)[ ]?){{0,2}}{_CHILDREN})"
            rf"|(?:one|eldest|oldest|youngest|second|third|fourth|fifth"
            rf"|sixth)[ ]of[ ](?P<value>{NUMBER}(?:[ ]{_CHILDREN})?))"
            rf"(?=[ ,.;)]|$)(?![ ](?:years|months|the|these|those)){_STOP}"
        ),
        "the number of children",
    ),
    (
        regex.compile(r"(?i:imprison|prison|custod|detention|sentence|jail|probation|serv(?:ed|ing)[ ])"),
        Label.QUANTITY,
        regex.compile(
            rf"{_EDGE}(?i:(?P<value>{_LENGTH}(?:[ ]and[ ]{_LENGTH})?(?:[ ]|-)(?:of[ ])?"
            rf"{_KEPT_IN})(?!\p{{L}})"
            r"|(?:sentenced?|sentencing|imprisoned|jailed|term|serv(?:ed"
            r"|ing))[ ](?:\p{L}+[ ]){0,3}?(?:(?:to|of|for)[ ])?"
            rf"(?:(?:a|an|the)[ ])?(?:\p{{L}}+[ ]of[ ])?(?P<value>{_LENGTH}(?:[ ]and[ ]{_LENGTH})?"
            rf"(?:[ ](?:of[ ])?{_KEPT_IN})?)(?!\p{{L}}))"
        ),
        "the length of a sentence",
    ),
    (
        regex.compile(rf"[£€$]|[A-Z]{{3}}[ ]?\d|\d[ ][A-Z]{{3}}|\d[ ](?:\p{{Lu}}\p{{Ll}}+[ ])?(?i:{_MONEY})"),
        Label.QUANTITY,
        regex.compile(
            rf"{_EDGE}{_ABOUT}(?:(?:[£€$]|{_CODE}[ ]?)(?:{_SUM})(?:[ ]?(?:million|thousand|k|m))?"
            r"(?![\p{L}\p{N}])"
            rf"|(?:{_SUM})[ ](?:million[ ])?(?:(?:\p{{Lu}}\p{{Ll}}+[ ])?(?i:{_MONEY})|EUR|GBP|USD){_STOP})"
            r"(?:[ ]\([A-Z]{3}\))?"
        ),
        "a sum of money",
    ),
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    for view in views:
        yield from _in_view(view)


def _ahead(views: Sequence[View]) -> None:
    for view in views:
        _in_view(view)


def _in_view(view: View) -> tuple[Mention, ...]:
    """Find the shapes in one document; in the same one once."""
    if _NAME not in view.kept:
        view.kept[_NAME] = tuple(_shapes_in((*view.first, *view.further)))
    return cast("tuple[Mention, ...]", view.kept[_NAME])


def _shapes_in(readings: Sequence[Reading]) -> Iterator[Mention]:
    for reading in readings:
        for gate, label, pattern, because in _SHAPES:
            if not gate.search(reading.text):
                continue
            evidence = Evidence(_NAME, _VERSION, because, because)
            for match in pattern.finditer(reading.text):
                spans = match.spans("value") if "value" in pattern.groupindex else [match.span()]
                for start, end in spans:
                    made = mention(reading, start, end, label, _SCORE, evidence)
                    if made is not None:
                        yield made


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.RELATION, Label.QUANTITY),
    find=_find,
    ahead=_ahead,
    examples=(
        Example("One of the twins was ill.", ("twins",)),
        Example("Child K was the youngest of five.", ("youngest", "five")),
        Example("She had four older siblings.", ("four older siblings",)),
        Example("He was sentenced to nine years in prison.", ("nine years in prison",)),
        Example("six months' imprisonment", ("six months' imprisonment",)),
        Example("They owed about £1,400 in rent.", ("about £1,400",)),
        Example("her half-brother and his adoptive parents", ("half-brother", "adoptive parents")),
    ),
    near_misses=(
        "The child was three years old.",
        "half of the children in the class",
        "One of the children was ill.",
        "Two of the four agencies came.",
        "in prison since the spring",
        "the step was taken",
    ),
)
