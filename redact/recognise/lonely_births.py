"""Days directly behind somebody's name, years before anything else that the call tells a day of.

"Bea Quill, 14.02.71; Tom Vesey, 03.03.68" in papers on the years from 2004: what happened once to both of
them so long before is their birth. A comma, a bracket, a colon or a space may part them. What
remains: the birth of somebody as young as the events are old.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.dates import Period, read_date
from redact.recognise.grids import View
from redact.recognise.readings import folded
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_SCORE = 0.67  # above an exact date, below a date beside a name as one of birth stands
_NARRATIVE, _LIKELY = 0.6, 0.6
_APART = 2  # years around it in which nothing else happens
_LEAST = 3  # days that are told of later years
_JOINT = regex.compile(r"[\"']?(?:,[ ]?|[ ]?[(\[:|\t][ ]?|[ ]|,?[ ]?\n|,)[\"']?")
_ENDS = regex.compile(r"[ ]?(?:$|[\n\t,.;:)\]|/\"']|[ ](?:and|or)\b)")
_YEAR = regex.compile(r"(?<!\d)(?:19[5-9]|20\d)\d(?!\d)")
_LONGEST = 5  # characters between a name and its day
_EVIDENCE = Evidence(
    "lonely-births", "1", "day far before all others", "a day behind a name, years before all other days"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    days = _days(mentions, texts)
    ends = _ends(mentions) if days else {}
    behind = {each: day for each, day in days.items() if _is_behind_a_name(each, texts, ends)}
    # The same day elsewhere is no company, wherever it stands.
    others = sorted(day.year for day in set(days.values()) - set(behind.values()))
    for each, day in behind.items():
        at = bisect_left(others, day.year - _APART)
        is_alone = at == len(others) or others[at] > day.year + _APART
        if is_alone and len(others) - at >= _LEAST and each.score >= _NARRATIVE:
            yield replace(each, label=Label.DATE_OF_BIRTH, score=_SCORE, evidence=_EVIDENCE)


def _days(mentions: Sequence[Mention], texts: Mapping[str, str]) -> dict[Mention, date]:
    """Give each day that is told; its year of two digits is the last that is not behind all others."""
    written = {
        each: folded(texts[each.span.passage][each.span.start : each.span.end])[0]
        for each in mentions
        if each.label is Label.DATE
    }
    full = [int(found) for text in written.values() for found in _YEAR.findall(text)]
    period = Period(min(full), max(full)) if full else Period()
    days = ((each, read_date(text, period)) for each, text in written.items())
    return {each: day for each, day in days if day is not None}


def _ends(mentions: Sequence[Mention]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for each in mentions:
        is_somebody = each.label is Label.PERSON and each.score >= _LIKELY
        if is_somebody and each.standing is Standing.PARTICIPANT:
            found[each.span.passage].add(each.span.end)
    return {passage: frozenset(ends) for passage, ends in found.items()}


def _is_behind_a_name(each: Mention, texts: Mapping[str, str], ends: Mapping[str, frozenset[int]]) -> bool:
    text, start = texts[each.span.passage], each.span.start
    mine = ends.get(each.span.passage, frozenset())
    joined = any(
        end in mine and _JOINT.fullmatch(text, end, start) for end in range(max(0, start - _LONGEST), start)
    )
    return joined and _ENDS.match(text, each.span.end) is not None


RECOGNISER = FollowUpRecogniser(
    name="lonely-births",
    version="1",
    labels=(Label.DATE_OF_BIRTH,),
    find=_find,
    examples=(
        Example(
            "Seen 4.5.2009, 5.6.2010, 6.7.2010.\n\nAunt: Miss Quill, 14.02.71; Mr Vesey, 03.03.68, came",
            ("14.02.71", "03.03.68"),
        ),
        Example("Seen 4.5.2009, 5.6.2010, 6.7.2010. Miss Quill[14.02.71] rang.", ("14.02.71",)),
        Example('Seen 4.5.2009, 5.6.2010, 6.7.2010.\n\n"Miss Quill","14.02.71","",""', ("14.02.71",)),
    ),
    near_misses=(
        "Seen 4.5.2009, 5.6.2010, 6.7.2010. Told by Miss Quill, 14.02.09, at home.",
        "Miss Quill, 14.02.71, rang.",
        "Seen 4.5.2009, 5.6.2010, 6.7.2010. Miss Quill, 14.02.2014.",
        "Seen 4.5.2009, 5.6.2010, 6.7.2010. The school opened 14.02.71, and Miss Quill left.",
    ),
)
