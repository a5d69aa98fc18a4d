"""Whole names under which somebody stands in records, or once stood: "recorded as Kay Orton".

What remains: a name that is merely written down for another reason, "the tenancy of Kay Orton", tells of
nobody that she is a Kay who is known.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from redact.resolve.shortening import cut_short, parts_of
from redact.resolve.surroundings import Seen

__all__ = ["END_OF_A_SENTENCE", "RECORDED_AS", "SENTENCE", "is_said_of", "recorded_as"]

# Before a whole name: it is an earlier or another one of somebody with this forename.
RECORDED_AS = re.compile(
    r"""(?: \b(?:n[ée]e|formerly|prev(?:iously)?\.?|alias|a\.?k\.?a\.?|(?:maiden|birth)\ name(?:\ of)?)
      | \b(?:known|recorded|registered|listed|entered|filed|booked|shown|enrolled|indexed|on\ file|on\ roll
        |appears?|appeared)
        (?:\ \w+){0,2}\ (?:as|under)
      | \breferred\ to\ (?:\w+\ ){0,2}as
      | \bstill\ (?:have|has|had|lists?|shows?|holds?|uses?|says?)(?:\ (?:her|him))?(?:\ (?:as|under))?
      | \b(?:when|while|until|before|since|after)\ (?:she|he|they)\ (?:was|were|became)(?:\ still)?
      | \b(?:calls|called|calling|signs|signed|signing)\ (?:her|him|them)sel(?:f|ves)(?:\ as)?
      | \bsign(?:s|ed|ing)(?:\ (?:here|it|this))?\ as
      | \b(?:reverted\ to|by\ the\ name(?:\ of)?|took\ the\ (?:sur)?name(?:\ of)?|name\ (?:to|as))
      | \b(?:search|check|look|fil|index|record|regist|held|kept)\w*\ (?:[^.;:]{1,40}\ )?under
      ) [\s:"“'‘(]*$""",
    re.IGNORECASE | re.VERBOSE,
)
# The same where the sentence names her before it.
_AS = re.compile(
    r"""(?: (?<!\bsuch)(?<!\bwell)(?<!\bsoon)(?<!\bfar)(?<!\blong)\ as | \bunder
      | \bin\ the(?:\ \w+)?\ name(?:\ of)? | \bunder\ the(?:\ \w+)?\ name(?:\ of)?
      | \bnow | \bthen | \b(?:is|was|been)\ (?:\w+\ )?(?:called|named) ) [\s:"“'‘(]*$""",
    re.IGNORECASE | re.VERBOSE,
)
END_OF_A_SENTENCE = re.compile(r"[.!?][\"”’)]?\s+(?=[^\W\d_])")
SENTENCE = 240  # characters; a longer one tells nothing
_BEHIND = 40  # characters behind a name
# "She had been Kay Orton then": the name of another time; "As Kay Orton she had been in care" begins with it.
_SHE_WAS = re.compile(
    r"\b(?:I|she|he|they)[ ](?:had[ ]been|was|were)[ ](?:still[ ])?[\"“'‘]?$", re.IGNORECASE
)
_THEN = re.compile(
    r"[\"”'’]?,?[ ](?:then|in[ ]those[ ]days|at[ ](?:the|that)[ ]time|as[ ]an?[ ](?:child|girl|boy|teenager)"
    r"|before(?=[.,;!)])|at[ ]school|(?:when|until|till|before)[ ](?:she|he|they))\b",
    re.IGNORECASE,
)
_BEGINS_AS = re.compile(r"(?:^|[.!?][\"”’)]?\s+)As[ ][\"“'‘]?$")
_SHE_HAD = re.compile(r"[\"”'’]?,?[ ](?:she|he|they)[ ](?:had|was|were|has|is)\b", re.IGNORECASE)
_IN_THE_NAME = re.compile(r"\b(?:in|under)[ ]the[ ](?:\w+[ ])?name(?:[ ]of)?[ \"“'‘]*$", re.IGNORECASE)
_UNTIL = re.compile(r"[\"”'’]?,?[ ](?:until|till|up[ ]to)[ ](?:\w+[ ])?\d", re.IGNORECASE)


def recorded_as(one: Seen, text: str) -> tuple[bool, int]:
    """Tell whether a whole name is said to be somebody's other one, and where its sentence begins.

    Returns: whether that is said outright, and the place from which on the sentence may name her; -1 for no.
    """
    start = one.mention.span.start
    before = text[max(0, start - SENTENCE) : start]
    ends = [found.end() for found in END_OF_A_SENTENCE.finditer(before)]
    begins = start - len(before) + (ends[-1] if ends else 0)
    behind = text[one.mention.span.end :][:_BEHIND]
    if RECORDED_AS.search(before) or _is_of_another_time(before, behind):
        return True, begins
    if _IN_THE_NAME.search(before):
        return False, 0  # whose records they are may be said a sentence before
    return (False, begins) if _AS.search(before) else (False, -1)


def _is_of_another_time(before: str, behind: str) -> bool:
    """Tell whether the words around a whole name say when somebody was called so."""
    was = _SHE_WAS.search(before) and _THEN.match(behind)
    held = _IN_THE_NAME.search(before) and _UNTIL.match(behind)
    return bool(was or held or (_BEGINS_AS.search(before) and _SHE_HAD.match(behind)))


def is_said_of(names: Collection[str], seen: Iterable[Seen], one: Seen, begins: int) -> bool:
    """Tell whether a sentence names, before its whole name, somebody who is called by one of some names."""
    pieces = {piece for name in names for piece in parts_of(name)}
    return any(
        begins <= other.mention.span.start < one.mention.span.start
        and (
            {other.name.first, other.name.last} & set(names)
            or any(short in pieces for short in cut_short(other.name.last))
        )
        for other in seen
    )
