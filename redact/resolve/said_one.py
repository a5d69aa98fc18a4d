"""Words that say of names side by side that they are one person's: "Rook and K. Rook are one person".

Two names in a list are two people's, and a spelling that stands beside another is another's. Not where the
text says that it speaks of one, of spellings or of records that were kept twice, nor where somebody is named
again: "Kay and Kay's mother", "I told Rook and Rook told me". What remains: "Rook or Rook", who may be two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from redact.resolve.lists import short_names, spellings_of
from redact.resolve.names import Form
from redact.resolve.slips import is_near
from redact.resolve.surroundings import Seen

__all__ = ["are_alike", "are_one", "is_named_again", "said_to_be_one"]

_REACH = 70  # characters behind two names, or before them, in which it is said
_WHO = r"(?:man|woman|person|people|child|boy|girl|baby|lad|lady|gentleman|bloke|individual|family|patient)"
_ONE = re.compile(
    rf"""^ (?: ["”'’)]? [^.;:!?]{{0,30}}? \b(?:are|is|was|were)\ (?:all\ |both\ )?
        (?:(?:the\ )?one\b(?!\ (?:of|who|with|in|to))|(?:one\ and\ )?the\ same\b)
      | ["”'’)]? [\s,.;:(–—-]{{1,4}}
        (?:(?:it['’]?s|it\ is|they\ are|they['’]re|there\ (?:was|is)|all|both)\ )?
        (?:only\ |just\ )?(?:the\ )?(?:one|same)\ (?:and\ the\ same\ )?{_WHO}\b
      | ["”'’)]? [^.;:!?]{{0,30}} \b(?:recorded\ as\ both|two\ spellings|spelt\ two\ ways|merged
        |(?:records|files|entries)\ (?:had\ |have\ )?(?:been\ )?(?:linked|merged|joined))\b
      | ["”'’)]? [:,]?\ (?:typo|misspelling|or\ both\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_BEFORE = re.compile(
    r"""(?: \b(?:is|was)\ it | \bspellings? | \bspelt | \bspelled | \bno\ (?:\w+\ )?evidence\ that
      | \bduplicates?(?:\ (?:\w+\ )?(?:for|of))? | \bduplicate\ \w+\ (?:for|of) ) [ :]*["“'‘(]?$""",
    re.IGNORECASE | re.VERBOSE,
)
_READ = re.compile(r"[\"”'’]?[ ](?:(?:please[ ])?read|should[ ](?:read|be))\b[^.;:]{0,40}$", re.IGNORECASE)
_FOR = re.compile(r"\bfor[ ][\"“'‘]?$", re.IGNORECASE)
_JOINED = re.compile(r"[\"”'’]?(?:,|,?[ ](?:and|or|&)|[ ]?/)[ ]?[\"“'‘]?")
_IS = re.compile(r"[\"”'’]?[ ]=[ ][\"“'‘]?")
_HERS = re.compile(r"['’]s?(?![\w])")
_WORD = re.compile(r"[ ]([a-z]{3,})\b")


def are_one(text: str, start: int, end: int) -> bool:
    """Tell whether the words around names that are alike say that they are one person's.

    Args:
        start, end: from the first of them to the last, half-open code points of `text`.
    """
    return _is_said_behind(text, end) or _BEFORE.search(text[max(0, start - _REACH) : start]) is not None


def _is_said_behind(text: str, end: int) -> bool:
    return _ONE.search(text[end : end + _REACH]) is not None


def is_named_again(text: str, start: int, other: tuple[int, int]) -> bool:
    """Tell whether the second of two names alike begins something else that is said of the first.

    Args:
        start: where the first of the names begins.
        other: the second, half-open code points of `text`.
    """
    if _HERS.match(text, other[1]) or _HERS.search(text[other[0] : other[1]]):
        return True  # "Kay and Kay's mother"
    said = _WORD.match(text, other[1])
    return said is not None and f" {said[1]} " in f" {text[max(0, start - _REACH) : start]}"


def are_alike(one: str, other: str) -> bool:
    """Tell whether two forenames are one, a short form or another spelling of it, or a letter apart."""
    return (
        one == other
        or one in short_names().get(other, ())
        or other in short_names().get(one, ())
        or one in spellings_of(other)
        or is_near(one, other)
    )


def said_to_be_one(seen: Sequence[Seen], text: str) -> Iterator[tuple[Seen, Seen, str]]:
    """Give each two names of a passage that are said to be one person's, and what the second is.

    Two whole names must share a part and be like each other in the rest: who corrects a minute may as well
    put one worker for another. Two forenames are both hers.
    """
    ordered = sorted(seen, key=lambda one: (one.mention.span.start, one.mention.span.end))
    for one, other in pairwise(ordered):
        start, end = one.mention.span.start, other.mention.span.end
        between = text[one.mention.span.end : other.mention.span.start]
        forms = (one.name.form, other.name.form)
        if set(forms) == {Form.FULL, Form.SINGLE} and _IS.fullmatch(between):
            whole, single = (one, other) if forms[0] is Form.FULL else (other, one)
            if single.name.last not in whole.name.parts:
                yield whole, single, "pet"
            continue
        corrected = _READ.match(between) and _FOR.search(text[max(0, start - 6) : start])
        if not corrected and not (_JOINED.fullmatch(between) and are_one(text, start, end)):
            continue
        if forms == (Form.FULL, Form.FULL) and _may_be_one(one, other):
            yield one, other, ""
        elif set(forms) == {Form.SINGLE} and one.name.last != other.name.last and _is_said_behind(text, end):
            # but "is it Kay or Ida who rang?" asks which of two
            yield one, other, "pet"
            yield other, one, "pet"


def _may_be_one(one: Seen, other: Seen) -> bool:
    firsts, lasts = (one.name.first, other.name.first), (one.name.last, other.name.last)
    if lasts[0] == lasts[1]:
        return are_alike(*firsts)
    return firsts[0] == firsts[1] or (are_alike(*firsts) and is_near(*lasts))
