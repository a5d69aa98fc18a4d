"""People who stand in one list under two spellings of a name, or beside another's surname: they are two.

Of "Cabdi / Saynab / Abdi" nobody is told twice, and "Mokri/Mkori" are two of one surname. A list of the
spellings of one name is none of people.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from redact.resolve.aliases import is_searched
from redact.resolve.lists import forenames
from redact.resolve.names import Form
from redact.resolve.persons import Person
from redact.resolve.said_one import are_one, is_named_again
from redact.resolve.slips import is_near
from redact.resolve.surroundings import Seen, spans_between
from redact.values.persons import Because
from redact.values.text import Passage

__all__ = ["alike_beside", "beside_another", "listed_as_two"]

_LISTED = re.compile(
    r"\s*(?:[,;/&+]|,?\s*\b(?:and|with)\b)\s*"
    r"(?:(?:mrs?|ms|miss|dr|w?pc|dc|di|dci|ps|ds|insp|hv|sw|gp|fc)\.?\s+)?",
    re.IGNORECASE,
)
_BOTH = re.compile(r"\s*(?:[/&+]|and)\s*", re.IGNORECASE)
_BESIDE = re.compile(
    r"\s+(?:and|&|with|\+)\s+(?:(?:mrs?|ms|miss|dr|w?pc|dc|di|dci|ps|ds|insp|hv|sw|gp|fc)\.?\s+)?", re.I
)
_ALIKE = re.compile(r"\s*(?:and|&|or)\s*", re.IGNORECASE)
_POST = re.compile(r"[ ]?\(([^()\d]{2,40})\)")
_END_OF_LIST = re.compile(r"[.:\t\n|]")
_BLANK = re.compile(
    r"[,;][ ]*(?:left[ ])?(?:blank|nobody|no[ ]one|none|nil|not[ ]signed|unsigned|no[ ]signature|illegible"
    r"|missing|empty|ditto|n/a|[-–—?])[ ]*(?=[,;]|$)",
    re.IGNORECASE,
)
_ALIKE_WORDS = 3
_REACH = 60
_POSSESSIVE = re.compile(r"['’]s?$|s['’]$")
_ANOTHER_SPELLING = frozenset({Because.SLIP, Because.SOUND, Because.SPELLED})
_WEAK = _ANOTHER_SPELLING | {Because.SHORT, Because.CUT}
_FORMS = frozenset({Because.SPELLED, Because.SOUND})
_SENTENCE = re.compile(r" (?:(?!(?:or|as|also|called|known|named|was|is|aka|alias|then|now)\b)[a-z]+ )+")
# For each mention who could be meant by it, and why, by its id().
_Told = Mapping[int, tuple[Sequence[Person], Because]]


def alike_beside(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], alone: Mapping[int, str]
) -> Iterator[Seen]:
    """Find "Ida Rook and Rook", "Osgood and Osgood": two people, of whom a single name is nobody's."""
    for id_, mentions in by_passage.items():
        for one, other, between in spans_between(mentions, passages[id_]):
            same = id(one) in alone and alone[id(one)] == alone.get(id(other))
            text = passages[id_].text
            if is_searched(one, text) or is_searched(other, text):
                continue  # names under which somebody was searched may all be hers
            first, last = one.mention.span, other.mention.span
            again = one.name.last == other.name.last and is_named_again(
                text, first.start, (last.start, last.end)
            )
            if again or are_one(text, first.start, last.end):
                continue
            alike = one.name == other.name and one.role == other.role
            two = _ALIKE.fullmatch(between) is not None or _have_two_posts(one, other, text)
            two = two or (one.name.last not in forenames() and _are_listed(one, other, between, text))
            alike = alike and (two or _is_parallel(one, other, text))
            if alike or (same and _BESIDE.fullmatch(between)):
                yield from (each for each in (one, other) if each.name.form is not Form.FULL)


def _are_listed(one: Seen, other: Seen, between: str, text: str) -> bool:
    """Tell whether two names stand in a list: "Rook/Rook", "present: Rook, Rook, Hart", in no sentence."""
    begins = text[: one.mention.span.start].rstrip(" ")[-1:] in (":", ",", ";")
    goes_on = text[other.mention.span.end :][:1] in (",", ";")
    if _BLANK.search(_END_OF_LIST.split(text[other.mention.span.end :], maxsplit=1)[0]):
        return False  # who signed each time, and where nobody did
    return between.strip() == "/" or (between == ", " and begins and goes_on)


def _have_two_posts(one: Seen, other: Seen, text: str) -> bool:
    """Tell whether two names side by side have each a post: "I. Rook (chair), I. Rook (clerk)"."""
    posts = [_POST.match(text, each.mention.span.end) for each in (one, other)]
    if posts[0] is None or posts[1] is None or posts[0][1].casefold() == posts[1][1].casefold():
        return False
    return not text[posts[0].end() : other.mention.span.start].strip(" ,;&")


def _is_parallel(one: Seen, other: Seen, text: str) -> bool:
    """Tell whether the same is said of both: "Osgood is tired and says so; Osgood is tired and says not"."""
    behind = [text[each.mention.span.end :][:_REACH] for each in (one, other)]
    if not all(words.startswith(" ") for words in behind):
        return False  # a sentence ends there, or the line of a log begins with the name
    said = [words.split()[:_ALIKE_WORDS] for words in behind]
    return len(said[0]) == _ALIKE_WORDS and said[0] == said[1]


def listed_as_two(
    by_passage: Mapping[str, Sequence[Seen]], passages: Mapping[str, Passage], told: _Told
) -> Iterator[Seen]:
    """Find the names that stand for somebody by their spelling alone, and beside her own in one list."""
    for id_, seen in by_passage.items():
        for run in _runs(seen, passages[id_].text):
            if are_one(passages[id_].text, run[0].mention.span.start, run[-1].mention.span.end):
                continue
            people = [_sort(one, told) for one in run]
            for (at, one), (behind, other) in combinations(enumerate(run), 2):
                near = behind == at + 1 and _is_near(one, other, passages[id_].text)
                if near and one.name.form is other.name.form is Form.SINGLE:
                    yield from (one, other)
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
            if between == ", " and _is_cell(one, other, text) and _is_surname(one, told):
                yield from (each for each in _thirds(one, other, told) if told[id(each)][1] in _WEAK)
            if between == " " and {one.name.form, other.name.form} == {Form.SINGLE, Form.INITIALS}:
                yield from _short_surnames(one, other, text, told)
            if between != " " or {one.name.form, other.name.form} != {Form.SINGLE}:
                continue
            if not all(text[each.mention.span.start].isupper() for each in (one, other)):
                continue
            people, others = (told[id(each)][0] for each in (one, other))
            if _people(one, told) & _people(other, told):
                continue
            yield from (each for each in (one, other) if told[id(each)][1] in _WEAK - {Because.SLIP})
            first, last = one.name.last, other.name.last
            if (
                len(people) == len(others) == 1
                and last in others[0].lasts - others[0].firsts
                and not other.role
            ):
                if first in people[0].firsts and people[0].lasts and others[0].firsts:
                    yield from (one, other)
                elif others[0].firsts and first not in others[0].firsts:
                    yield other


def _is_near(one: Seen, other: Seen, text: str) -> bool:
    """Tell whether two names with a stroke between them are a letter apart: "Khanam/Khenam"."""
    between = text[one.mention.span.end : other.mention.span.start].strip()
    return between == "/" and is_near(one.name.last, other.name.last)


def _short_surnames(one: Seen, other: Seen, text: str, told: _Told) -> Iterator[Seen]:
    """Find the letters of "Kay LI" that are given to somebody else: they are Kay's surname sooner."""
    letters, name = (one, other) if one.name.form is Form.INITIALS else (other, one)
    written = [text[each.mention.span.start : each.mention.span.end] for each in (letters, name)]
    if written[0].isupper() and not written[1].isupper() and not _people(name, told) & _people(letters, told):
        yield letters


def _is_cell(one: Seen, other: Seen, text: str) -> bool:
    """Tell whether two names and what stands between them fill a cell of a line."""
    return text[: one.mention.span.start][-1:] == "\t" and text[other.mention.span.end :][:1] in ("", "\t")


def _is_surname(one: Seen, told: _Told) -> bool:
    """Tell whether a single name is nothing but the surname of all who could be meant."""
    part = one.name.last
    people = told[id(one)][0]
    return all(person.firsts and part in person.lasts and part not in person.firsts for person in people)


def _thirds(one: Seen, other: Seen, told: _Told) -> Sequence[Seen]:
    """Give "Rook" and "Kay" of a cell "Rook, Kay" where nobody known by the one is known by the other."""
    if _people(one, told) & _people(other, told) or any(
        other.name.last in person.lasts for person in told[id(other)][0]
    ):
        return ()
    return one, other


def _people(one: Seen, told: _Told) -> set[str]:
    return {person.sort for person in told[id(one)][0]}


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
