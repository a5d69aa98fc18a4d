"""Letters of somebody known that stand as labels do: "GP KH said", "Worker KH", "Ms KH", "CN 62 orders".

A label of two letters is as good as the name where they are the bearer's own. They are asked about behind the
word for a post and behind a title. Behind a word for one of a family they are only where the same letters
stand for somebody by themselves as well, or where all of several are somebody's ("Children KH and TV"):
"Child KH" may be a label that was drawn by lot. What remains: a label of one letter, which is the first of a
name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from redact.recognise import regex
from redact.recognise.readings import folded
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span

__all__ = ["OF_A_LABEL", "asked_in_labels"]

OF_A_LABEL = "letters in a label"
_ASKED, _LIKELY = 0.4, 0.6
_EVIDENCE = Evidence(
    "own-letters",
    "1",
    OF_A_LABEL,
    "the first letters of a name, written as a label is",
)

_MARKS = regex.compile(r"(?P<role>(?:[^,/&]*?[ \n])?)\p{Lu}{2}(?:(?:,[ ]|[ ](?:and|&)[ ]|/)\p{Lu}{2})*")
_MARK = regex.compile(r"(?<!\p{L})\p{Lu}{2}(?!\p{L})")
_NUMBERED = regex.compile(r"\p{Lu}{2}[ ]\d{1,2}")
_A_NOUN = regex.compile(r"[ ]\p{Ll}{3}")
_TITLE = 6  # characters, with its full stop and space
_POSTS = frozenset(
    {
        "advocate", "carer", "clinician", "consultant", "dentist", "doctor", "dr", "gp", "guardian",
        "interpreter", "manager", "member", "midwife", "miss", "mr", "mrs", "ms", "mx", "nurse",
        "officer", "paediatrician", "paramedic", "pharmacist", "practitioner", "professional", "psych",
        "psychiatrist", "psychologist", "solicitor", "teacher", "therapist", "tutor", "visitor",
        "worker",
    }
)  # fmt: skip
_THINGS = frozenset({"agency", "families", "family", "hospital", "nursery", "practice", "school"})


class _Way(Enum):
    """How letters stand in a label: behind a post or title, behind a relative, before a count, or not so."""

    POST = auto()
    FAMILY = auto()
    COUNT = auto()
    OTHERWISE = auto()


@dataclass(frozen=True, slots=True)
class _Labels:
    """Where labels in use stand, passage by passage, in order."""

    spans: Mapping[str, Sequence[Span]] = field(repr=False)

    def around(self, span: Span) -> Span | None:
        """Give the label that a stretch lies in, or is."""
        every = self.spans.get(span.passage, ())
        at = bisect_right(every, span.start, key=lambda each: each.start) - 1
        return every[at] if at >= 0 and every[at].contains(span) else None


def asked_in_labels(
    texts: Mapping[str, str], made: Iterable[Mention], mentions: Iterable[Mention]
) -> Iterator[Mention]:
    """Give letters of people again, those in a label so that the label does not hide them.

    Args:
        texts: of the passages, by id.
        made: letters that stand for somebody.
        mentions: all that was found before, labels in use among them.
    """
    made, labels = list(made), _labels_of(mentions)
    inside = {each.span: label for each in made if (label := labels.around(each.span)) is not None}
    marks = Counter(label for label in inside.values())
    apart = {_letters(texts, each) for each in made if each.span not in inside and each.score >= _LIKELY}
    for each in made:
        label = inside.get(each.span)
        if label is None:
            yield each
            continue
        text = texts[label.passage]
        way = _way(text, label)
        is_bearers = _letters(texts, each) in apart or _are_all(text, label, marks[label])
        if way is _Way.POST or (way is _Way.FAMILY and is_bearers) or way is _Way.COUNT:
            yield replace(each, score=_ASKED, evidence=_EVIDENCE)


def _are_all(text: str, label: Span, marks: int) -> bool:
    """Tell whether `marks`, of somebody each, are all the marks of a label, and several."""
    return marks > 1 and marks == len(_MARK.findall(text, label.start, label.end))


def _letters(texts: Mapping[str, str], each: Mention) -> str:
    return "".join(filter(str.isalpha, texts[each.span.passage][each.span.start : each.span.end]))


def _labels_of(mentions: Iterable[Mention]) -> _Labels:
    spans: dict[str, list[Span]] = defaultdict(list)
    for each in mentions:
        if each.label is Label.PSEUDONYM:
            spans[each.span.passage].append(each.span)
    return _Labels({passage: sorted(every, key=lambda one: one.start) for passage, every in spans.items()})


def _way(text: str, label: Span) -> _Way:
    """Tell how the two letters of a label stand in it; `text` is that of its passage."""
    words = folded(text[label.start : label.end])[0]
    if _NUMBERED.fullmatch(words):
        return _Way.COUNT if _A_NOUN.match(text, label.end) else _Way.OTHERWISE
    match = _MARKS.fullmatch(words)
    before = folded(text[max(0, label.start - _TITLE) : label.start])[0]
    role = "" if match is None else match["role"] or before
    last = role.rstrip(" \n.").rpartition(" ")[2].casefold()
    if not last or last in _THINGS:
        return _Way.OTHERWISE
    return _Way.POST if last in _POSTS else _Way.FAMILY
