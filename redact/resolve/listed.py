"""People who stand in one list under two spellings of a name, or beside another's surname: they are two.

Of "Cabdi / Saynab / Abdi" nobody is told twice, and "Mokri/Mkori" are two of one surname. A list of the
spellings of one name is none of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.surroundings import Seen, spans_between
from redact.values.persons import Because
from redact.values.text import Passage

__all__ = ["beside_another", "listed_as_two"]

_LISTED = re.compile(
    r"\s*(?:[,;/&+]|,?\s*\b(?:and|with)\b)\s*"
    r"(?:(?:mrs?|ms|miss|dr|w?pc|dc|di|dci|ps|ds|insp|hv|sw|gp|fc)\.?\s+)?",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\s*(?:[/&+]|and)\s*", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$|s['’]$")
_ANOTHER_SPELLING = frozenset({Because.SLIP, Because.SOUND, Because.SPELLED})
_WEAK = _ANOTHER_SPELLING | {Because.SHORT, Because.CUT}
_FORMS = frozenset({Because.SPELLED, Because.SOUND})
_SENTENCE = re.compile(r" (?:(?!(?:or|as|also|called|known|named|was|is|aka|alias|then|now)\b)[a-z]+ )+")
# For each mention who could be meant by it, and why, by its id().
_Told = Mapping[int, tuple[Sequence[Person], Because]]


def listed_as_two(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], told: _Told
) -> Iterator[Seen]:
    """Find the names that stand for somebody by their spelling alone, and beside her own in one list."""
    for id_, seen in by_passage.items():
        for run in _runs(seen, passages[id_].text):
            people = [_sort(one, told) for one in run]
            for (at, one), (behind, other) in combinations(enumerate(run), 2):
                if people[at] is None or people[at] != people[behind] or one.name == other.name:
                    continue
                span = other.mention.span
                text = passages[id_].text
                if _POSSESSIVE.search(text[span.start : span.end]) or text[span.end :][:2] in ("'s", "’s"):
                    continue  # "lives with Ida, Kay and Ida's partner"
                between = text[one.mention.span.end : span.start]
                if any(person != people[at] for person in people[at:behind]):
                    yield from (each for each in (one, other) if told[id(each)][1] in _WEAK)
                elif behind == at + 1 and _BOTH.fullmatch(between):
                    pair = (one, other)
                    single = all(each.name.form is Form.SINGLE for each in pair)
                    if single and any(told[id(each)][1] in _ANOTHER_SPELLING for each in pair):
                        yield from pair


def beside_another(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], told: _Told
) -> Iterator[Seen]:
    """Find "Karan Orton", in two pieces, where nobody known by the one bears the other: it is a third one's.

    A spelling or a short form is doubted whatever the word beside it is, a forename beside a surname.
    """
    for id_, seen in by_passage.items():
        text = passages[id_].text
        for one, other, between in spans_between(seen, passages[id_]):
            if (
                _SENTENCE.fullmatch(between)
                and _sort(one, told) is not None
                and _sort(one, told) == _sort(other, told)
                and one.name.last != other.name.last
            ):
                yield from (each for each in (one, other) if told[id(each)][1] in _FORMS)
            if between != " " or {one.name.form, other.name.form} != {Form.SINGLE}:
                continue
            if not all(text[each.mention.span.start].isupper() for each in (one, other)):
                continue
            people, others = (told[id(each)][0] for each in (one, other))
            if {person.sort for person in people} & {person.sort for person in others}:
                continue
            yield from (each for each in (one, other) if told[id(each)][1] in _WEAK - {Because.SLIP})
            first, last = one.name.last, other.name.last
            if (
                len(people) == len(others) == 1
                and first in people[0].firsts
                and last in others[0].lasts - others[0].firsts
                and people[0].lasts
                and others[0].firsts
                and not other.role
            ):
                yield from (one, other)


def _sort(one: Seen, told: _Told) -> str | None:
    found = told[id(one)][0]
    return found[0].sort if len(found) == 1 else None


def _runs(seen: Sequence[Seen], text: str) -> Iterator[list[Seen]]:
    """Give the lists of names of a passage, of two names at least."""
    run: list[Seen] = []
    for one in sorted(seen, key=lambda each: (each.mention.span.start, each.mention.span.end)):
        if run:
            end, start = run[-1].mention.span.end, one.mention.span.start
            if start < end:
                continue
            if not _LISTED.fullmatch(text[end:start]):
                yield from [run] if len(run) > 1 else []
                run = []
        run.append(one)
    yield from [run] if len(run) > 1 else []
