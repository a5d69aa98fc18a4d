"""Conditions, signs and tests that are called after somebody, by the surname alone: "?Perthes", "Moro equal".

Notes of clinics leave the noun away. What a surname of the list stands for shows what is directly beside it:
the question mark of a guess, words of a finding ("symmetrical", "unlikely"), letters of a scale, or another
surname of the list. Of a common surname the words of a diagnosis alone are believed, for workers are asked
about with a question mark too ("?Turner to ring"). Whether somebody bears the name `eponyms` looks. What
remains: a surname alone between full stops.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.any_of import any_of
from redact.recognise.lists import kinds
from redact.recognise.readings import folded

__all__ = ["clinical_eponyms"]

_BORNE = "borne"  # the kind of a surname that many people bear
_DIAGNOSED = (
    r"\b(?i:diagnos(?:is|ed)[ ](?:of|with|as)|criteria[ ]for|features[ ]of|tests?[ ]for|tested[ ]for"
    r"|screen(?:s|ed|ing)?[ ]for|(?:low|high|raised)[ ]risk[ ]of|chance[ ]of)[ ]"
)
_OF_A_COMMON = regex.compile(rf"{_DIAGNOSED}$")
_OF_A_RARE = regex.compile(
    rf"(?:{_DIAGNOSED}|\?[ ]?|\b(?i:query|probable|possible|suspected|excluded?|r/o|ruled?[ ]out|early"
    r"|severe|mild|congenital|signs[ ]of)[ ]|\b(?:test|tests|scale|chart|charts|score)[ ]\()$"
)
_CHANCE = r"(?:'s?)?[ ](?:\d+[ ]?:[ ]?\d+|(?:low|high)[ ](?:chance|risk))\b"
_AFTER_A_COMMON = regex.compile(rf"[ ](?:BDI|BAI|BHS|PCL|Home[ ]Cleanliness)\b|{_CHANCE}")
_AFTER_A_RARE = regex.compile(
    rf"{_CHANCE}|(?:'s?)?[ ](?:(?:neg|pos|symm|asymm)\b|(?:negative|positive|symmetrical|asymmetrical|normal"
    r"|abnormal|equal|unequal|intact|elicited|unlikely|excluded|confirmed|queried|charts?|scor(?:es?|ed|ing)"
    r"|scales?|tests?|samples?|staging|stages?|triad|screen(?:ing)?|stethoscope|harness|blood[ ]spots?)\b)"
)
_JOINED = regex.compile(r"(?:'s?)?(?:,[ ]|[ ]?/[ ]?|,?[ ](?:and|or|&)[ ]|[ ]?\+[ ]?)")


def clinical_eponyms(text: str) -> Iterator[tuple[int, int]]:
    """Find surnames of the list beside a sign that shows a condition or a test.

    Returns: half-open code points of `text`, the possessive left out.
    """
    found = [each.span() for each in _pattern().finditer(text)]
    shown = [_is_shown(text, *each) for each in found]
    for number, (start, end) in enumerate(found):
        before = number > 0 and shown[number - 1] and _joins(text, found[number - 1][1], start)
        next_is = number + 1 < len(found) and shown[number + 1]
        if shown[number] or before or (next_is and _joins(text, end, found[number + 1][0])):
            yield start, end


def _is_shown(text: str, start: int, end: int) -> bool:
    is_common = _kinds()[text[start:end]] == _BORNE
    before, behind = (_OF_A_COMMON, _AFTER_A_COMMON) if is_common else (_OF_A_RARE, _AFTER_A_RARE)
    return before.search(text, max(0, start - 30), start) is not None or behind.match(text, end) is not None


def _joins(text: str, end: int, start: int) -> bool:
    return _JOINED.fullmatch(text, end, start) is not None


@cache
def _kinds() -> dict[str, str]:
    return {folded(name)[0]: kind for name, kind in kinds("clinical-eponyms").items()}


@cache
def _pattern() -> regex.Pattern[str]:
    # Behind a word with a capital it may end somebody's name: "Anna Beck".
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}'-])(?<!\p{{Lu}}\p{{L}}{{1,20}}[ ])(?:{any_of(_kinds())})(?![\p{{L}}\p{{N}}-])"
    )
