"""Ages that stand beside somebody without a word for age: "Karen, 34,", "Mum (34)", "He was just 16 when".

Somebody is a name or a label that was found, or a word such as mother. A number counts by the signs on both
sides of it, and more easily with its unit ("Ryan - 10 months"). A single age is only noted, as `ages` says.
What remains: an age in a cell of its own without a header, and one that is told from another's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.dates import NUMBER
from redact.recognise.grids import View
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Span

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "ages-of-people", "1"
_SCORE = 0.6
_EVIDENCE = Evidence(
    _NAME, _VERSION, "beside somebody", "a number that stands beside somebody as an age does"
)
_UNIT = r"(?:years?|yrs?|months?|mths?|mnths?|weeks?|wks?|days?)"
_WITH_UNIT = (
    rf"(?i:{NUMBER}(?:\s?\u00bd)?[\s-]?{_UNIT}(?:,?[ ](?:and[ ])?{NUMBER}[\s-]?{_UNIT})?(?![\p{{L}}]))"
    r"|\d{1,2}(?:m|mths|y|yrs|wks)(?!\w)"
)
# Where an age may begin: a number of up to two figures, or in words, that no other figure touches.
_NUMBER = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}./:£€$#+_-])(?:(?P<unit>{_WITH_UNIT})"
    rf"|(?P<bare>(?i:{NUMBER})(?![\p{{L}}\p{{N}}_])))(?![/:%+-]\d|[./,]\d|%|-\p{{L}})"
)
_LIST = regex.compile(
    r"(?:(?:,[ ]?|,?[ ](?:and|&)[ ])(?:\d{1,2}|one|two|three)(?:[ ]?(?:years?|months?|yrs?|mths?))?){1,7}"
    r"(?=[ ]?\))"
)
_LINK = regex.compile(
    r"(?r)(?:(?P<open>[ ]?\()|(?P<is>,?(?:[ ]who)?"
    r"(?:[ ](?:is|was|were|are|(?:will|would)[ ]be)|'s|,?[ ](?:then|now|both|turning|turned))"
    r"(?:[ ](?:only|just|now|then|still|about|around|nearly|almost|barely|both|aged|already)){0,2}[ ])"
    r"|(?P<comma>,[ ]|[ ]?[:\u2013-][ ])|(?P<space>[ ]))"
)
_AFTER = {
    "open": regex.compile(r"[ ]?[),;:]|[ ](?:and|&)[ ]"),
    "is": regex.compile(
        r"[ ]?(?:[.,;:)!?](?!\d)|$|\n|\t)"
        r"|[ ](?:and|but|when|at|with|now|or|then|years[ ]when|who|while|in[ ]\p{Lu}\p{Ll}+|next|soon"
        r"|this)(?!\p{L})"
    ),
    "comma": regex.compile(r"[,;)](?!\d)|\.(?!\d)|[ ]?(?:$|\n|\t)"),
    "space": regex.compile(r",[ ]\p{Lu}|[ ](?:and|&)[ ]\p{Lu}\p{Ll}|[ ]?(?:$|\n)"),
}
_AFTER_UNIT = regex.compile(
    r"[ ]?(?:[.,;:)!?]|$|\n|\t|-[ ])"
    r"|[ ](?:old|and|&|girl|boy|male|female|baby|infant|when|at[ ](?:the|that)[ ]time)(?!\p{L})"
)
_WHEN = regex.compile(r"(?r)(?<!\p{L})(?i:when|while|since|where)[ ](?:the[ ]|his[ ]|her[ ]|their[ ])?")
_NOT_AN_AGE = regex.compile(
    r"[ ](?:o'clock|minutes?|mins?|hours?|hrs?|times|of|or[ ]more|per|miles"
    r"|\p{L}+[ ](?:pregnant|late|early|ago|later|before|after|overdue))(?!\p{L})"
)
_KIN = regex.compile(
    r"(?r)(?<![\p{L}'-])(?i:(?:step|half|grand|great-?grand|god)?[ -]?"
    r"(?:mother|mum|mam|mummy|father|dad|daddy|parents?|brothers?|sisters?|sons?|daughters?|child|children)"
    r"|gran|nan|nana|granny|grandma|grandad|aunt|aunty|uncle|cousin|nephew|niece|siblings?|twins?|baby"
    r"|infant|toddler|partner|ex-partner|husband|wife|boyfriend|girlfriend|couple|boys?|girls?|lad|man"
    r"|woman|male|female|youth|teenager|perpetrator|suspect|victim|offender|patient|subject|lodger|carer"
    r"|friend|m/?gm|p/?gm|mgf|pgf|he|she|they|mo|fa)(?:[ ]?\p{Lu}{1,2}\d?|[ ]\d)?"
)
_FAMILY_LABEL = regex.compile(
    r"(?i:child|sibling|mother|father|baby|adult|parent|brother|sister|infant|son|daughter|cousin|uncle|aunt"
    r"|young)"
)
_PRONOUN = regex.compile(r"(?i:he|she|they)")
_HIGHEST_ALONE = 21  # behind a name and a space a higher number is a house's or an officer's


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    people: dict[str, dict[int, Mention]] = defaultdict(dict)
    for each in mentions:
        if each.label in (Label.PERSON, Label.PSEUDONYM) and each.standing is Standing.PARTICIPANT:
            people[each.span.passage][each.span.end] = each
    for view in views:
        for reading in (*view.first, *view.further):
            ends = people.get(reading.passage.id, {})
            for start, end in _ages(reading, ends):
                made = mention(reading, start, end, Label.AGE, _SCORE, _EVIDENCE)
                if made is not None:
                    yield made


def _ages(reading: Reading, ends: dict[int, Mention]) -> Iterator[tuple[int, int]]:
    text = reading.text
    for match in _NUMBER.finditer(text):
        link = _LINK.match(text, max(0, match.start() - 40), match.start())
        if link is None or link.lastgroup is None or _NOT_AN_AGE.match(text, match.end()):
            continue
        kind = link.lastgroup
        head = _head(reading, link.start(), ends)
        if head is None:
            continue
        if match["unit"]:
            if _AFTER_UNIT.match(text, match.end()):
                yield match.span()
            continue
        more = _LIST.match(text, match.end()) if kind == "open" else None
        end = more.end() if more else match.end()
        if _is_age(text, match, kind, head, end, link.start()):
            yield match.start(), end


def _is_age(text: str, match: regex.Match[str], kind: str, head: str, end: int, before: int) -> bool:
    bare = match["bare"].casefold()
    if kind == "space" and (head == "pronoun" or not bare.isdecimal() or int(bare) > _HIGHEST_ALONE):
        return False
    if _AFTER[kind].match(text, end):
        return bare != "one" or kind == "comma"
    return kind == "is" and bare != "one" and head != "name" and _is_told_when(text, before)


def _is_told_when(text: str, before: int) -> bool:
    """Tell whether a clause with when ends in somebody: "when she was seven her father left"."""
    kin = _KIN.match(text, max(0, before - 30), before)
    return kin is not None and _WHEN.match(text, max(0, kin.start() - 20), kin.start()) is not None


def _head(reading: Reading, at: int, ends: dict[int, Mention]) -> str | None:
    """Tell who stands before `at`: a name or a family's label that was found, kin, a pronoun, or nobody."""
    text = reading.text
    span: tuple[int, int] | None = reading.span(at - 1, at) if at else None
    person = ends.get(span[1]) if span else None
    if person is not None:
        if person.label is Label.PERSON:
            return "name"
        return "name" if _FAMILY_LABEL.match(_text(reading, person.span)) else None
    kin = _KIN.match(text, max(0, at - 30), at)
    if kin is None:
        return None
    return "pronoun" if _PRONOUN.fullmatch(kin[0]) else "kin"


def _text(reading: Reading, span: Span) -> str:
    return reading.passage.text[span.start : span.end]


RECOGNISER = FollowUpRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.AGE,),
    find=_find,
    examples=(
        Example("Mrs Harte, 34, rang the duty team.", ("34",)),
        Example("Mother, 34, was at home with Miss Harte (9 yrs).", ("34", "9 yrs")),
        Example("He was just 16.", ("16",)),
        Example("three children (9, 6 and 1) and gran (61)", ("9, 6 and 1", "61")),
        Example("Her mother was seventeen, and the couple, both 19, moved.", ("seventeen", "19")),
        Example("The baby - 10 months - was seen.", ("10 months",)),
        Example("when she was seven her father left", ("seven",)),
        Example("She was fifteen.", ("fifteen",)),
    ),
    near_misses=(
        "She was 3 times late and he was 20 minutes early.",
        "The mother was one of many; they were 4 of the 9.",
        "HV1 (2) called, the child (see page 3) was seen.",
        "Her mother, 3 weeks later, rang. The baby was 6 weeks late.",
        "He was 12 weeks pregnant with fear, she said.",
        "Child 2 and the boys, 1 to 3, of Class 4",
        "They were 24/7, 120/80, 34/40 and 7.5%.",
    ),
)  # fmt: skip
