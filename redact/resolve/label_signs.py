"""What stands between a label and a name, or around both, and says that they are one.

The texts are as documents write them; all positions are code points of one passage.
"""

from __future__ import annotations

import re

__all__ = ["are_one", "are_two_labels"]

_TITLE = r"(?:(?:the|Mr|Mrs|Ms|Miss|Mx|Dr|PC|DC|DS|PS|DI|Sgt|Sister|Nurse|Prof)\.?\s)*"
_CALLED = (
    r"(?:(?:also|now|then|who\sis|is|hereafter|hereinafter|herein|here|later|below)\s)*"
    r"(?:known|referred\sto|described|named|called|identified|anonymi[sz]ed|shown)\s(?:(?:here|below|throughout"
    r"|in\sthis\s(?:report|review|document|paper))\s)?(?:as\s)?"
)
_SAID = rf"(?:(?:i\.?e\.?|aka|a\.k\.a\.|real\sname:?|that\sis,?|namely|{_CALLED})\s*)?"
_QUOTE = "[\"'\u2018\u201c]?"
_UNQUOTE = "[\"'\u2019\u201d]?"
# What stands between a label and a name that are one, and what must stand behind the second of them.
_IN_BRACKETS = re.compile(rf"\s?[(\[]\s?{_SAID}{_QUOTE}{_TITLE}", re.IGNORECASE)
_CLOSING = re.compile(r"[\"'\u2019\u201d]?\s?[)\]]")
_CLOSING_LATER = re.compile(r",\s[^()\[\]\n]{1,60}[)\]]")  # SW1 (Ann Hale, Duty Team)
_AFTER_MORE = re.compile(rf"\s?[(\[][^()\[\]\n]{{1,40}},\s{_TITLE}")  # (born in May, Ann Hale)
_WHOSE_NAME = re.compile(
    rf",?\s(?:whose\s(?:(?:real|full|first)\s)?name\s(?:is|was)|(?:real|full|first)\sname:?)\s{_TITLE}",
    re.IGNORECASE,
)
_HEREAFTER = re.compile(rf",?\s\(?(?:hereafter|hereinafter|henceforth|here)\s{_QUOTE}", re.IGNORECASE)
_ITS_NAME = re.compile(
    rf"['\u2019]s\s(?:(?:real|full|first|own)\s)?name\s(?:is|was)\s{_TITLE}", re.IGNORECASE
)
_GIVEN_TO = re.compile(
    rf"{_UNQUOTE}\s(?:has\sbeen|is|was)\s(?:given|used|chosen|assigned)\s(?:to|for)\s{_TITLE}",
    re.IGNORECASE,
)
_ITS_BEARER = re.compile(
    rf"{_UNQUOTE}\s(?:is|was)\sthe\s(?:pseudonym|label|name|code|initial)\s(?:of|for|given\sto|used\sfor)\s{_TITLE}"
    rf"|,\swho\s(?:is|was)\s{_TITLE}",
    re.IGNORECASE,
)
_A_LABEL = re.compile(r"\b(?:pseudonym|label|letter|code|term|name)\s[\"'\u2018\u201c]?$", re.IGNORECASE)
_TO_MEAN = re.compile(
    rf"{_UNQUOTE}\s(?:to|which|that)\s(?:refers?\sto|means?|describes?|stands?\sfor|denotes?"
    rf"|identif(?:y|ies))\s{_TITLE}",
    re.IGNORECASE,
)
_IS = re.compile(rf"\s(?:is|was)\s{_TITLE}", re.IGNORECASE)
_AS = re.compile(rf"\s(?:as|called|named)\s{_QUOTE}{_TITLE}", re.IGNORECASE)
_DASH = re.compile(rf"\s[-\u2013\u2014]\s{_TITLE}", re.IGNORECASE)
_DASH_BEHIND = re.compile(r"\s[-\u2013\u2014]\s")
_STROKE = re.compile(rf"\s?/\s?{_TITLE}", re.IGNORECASE)
_EQUALS = re.compile(
    rf"{_UNQUOTE}\s*(?:=|\bis\sreally\b|\bstands\sfor\b|\bmeans\b)\s*{_TITLE}", re.IGNORECASE
)
_ROW = re.compile(rf"[ ]*(?:\t|\||:|\s[-\u2013\u2014]\s)[ \t|]*{_TITLE}", re.IGNORECASE)
_NAMED = re.compile(
    rf",?\s(?:and\s)?(?:(?:will|shall|is|has|to)\s(?:be(?:en)?\s)?)?{_CALLED}{_QUOTE}{_TITLE}", re.IGNORECASE
)
_AS_TOO = re.compile(rf"\sas\s{_QUOTE}", re.IGNORECASE)  # and Ida as Child J
_CALLED_BEFORE = re.compile(rf"\b{_CALLED}[^.\n]{{0,80}}$", re.IGNORECASE)
_COMMA = re.compile(rf",\s{_TITLE}", re.IGNORECASE)
# A comma before is that of a list, a small word behind goes on with the sentence.
_NO_LIST_BEFORE = re.compile(r"(?:^|[^,&\s]\s)(?<!\band\s)(?<!\bor\s)$")
_GOES_ON = re.compile(r",\s(?!(?:and|or|but|then|plus)\b)[a-z]{2,}\b")
_ROW_BEGINS = re.compile(r"(?:^|[\n\t|;,.:(\[\u2022*])[ \t|*\u2022-]*$")
_SENTENCE_ENDS = re.compile(r"[ ]*(?:$|[\n.;])|\s(?:until|since|from|throughout|at\sth(?:e|at)\stime)\b")
_REACH = 160  # characters on each side that are looked at
_ROW_ENDS = re.compile(r"['\u2019]?[ ]*(?:$|[\n\t|;,.(/]|[ ]-[ ])")


def are_one(
    text: str, first: tuple[int, int], second: tuple[int, int], *, swapped: bool, end: int
) -> bool | None:
    """Tell whether a label and a name are one: True in a row of a key, False in a sentence, none if not.

    `end` is where the next label or name begins.
    """
    between, before = text[first[1] : second[0]], text[max(0, first[0] - _REACH) : first[0]]
    behind = text[second[1] : second[1] + _REACH]
    in_brackets = _IN_BRACKETS.fullmatch(between) or _AFTER_MORE.fullmatch(between)
    in_dashes = _DASH.fullmatch(between) and _DASH_BEHIND.match(behind)
    if in_brackets and swapped and text[second[0] : second[1]].islower():
        return None  # whose father he is: "Garfield Gayle (child 1)"
    if (in_brackets and _CLOSING.match(behind)) or in_dashes or _STROKE.fullmatch(between):
        return False
    if _in_commas(between, before, behind[: end - second[1]]) or _said_in_words(
        between, before, swapped=swapped
    ):
        return False
    if _EQUALS.fullmatch(between) or (_IS.fullmatch(between) and _SENTENCE_ENDS.match(behind)):
        return True
    if _ROW.fullmatch(between) and _ROW_BEGINS.search(before) and _ROW_ENDS.match(behind):
        return True
    return None


def _in_commas(between: str, before: str, behind: str) -> bool:
    """Tell whether the second is put in commas behind the first, or both stand in brackets of their own."""
    if not _COMMA.fullmatch(between):
        return bool(_IN_BRACKETS.fullmatch(between) and _CLOSING_LATER.match(behind))
    if before.endswith(("(", "[")):
        return _CLOSING.match(behind) is not None
    return bool(_NO_LIST_BEFORE.search(before) and _GOES_ON.match(behind))


def _said_in_words(between: str, before: str, *, swapped: bool) -> bool:
    """Tell whether words between a label and a name (`swapped`: a name and a label) say that both are one."""
    if swapped:
        too = _AS_TOO.fullmatch(between) and _CALLED_BEFORE.search(before)
        return bool(too or _NAMED.fullmatch(between) or _HEREAFTER.fullmatch(between))
    given = _GIVEN_TO.fullmatch(between) and _A_LABEL.search(before)
    told = (_WHOSE_NAME, _ITS_NAME, _ITS_BEARER, _AS, _TO_MEAN)
    return bool(given or any(pattern.fullmatch(between) for pattern in told))


def are_two_labels(between: str, behind: str) -> bool:
    """Tell whether what stands between two labels says that both are one person's: Mother (Parent 1).

    `behind` is the one character behind the second.
    """
    in_brackets = _IN_BRACKETS.fullmatch(between) and behind in (")", "]")
    return bool(in_brackets or _NAMED.fullmatch(between))
