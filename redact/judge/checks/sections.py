"""The kind `sections`: the headings that a form or procedure asks for, each with text under it, in order."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from redact.judge.checks.faults import Fault, findings_of
from redact.judge.checks.given import given_lists, given_number
from redact.judge.checks.present import LEAST_WORDS
from redact.judge.outline import Outline, Section
from redact.judge.phrases import Phrase, compile_phrases
from redact.judge.reading import Answer, Reading
from redact.values.judgement import Rule

__all__ = ["find_sections"]

_SAME, _BEGINS, _HOLDS = range(3)
_LEADING = frozenset(("the", "a", "an", "our", "this"))


def find_sections(rule: Rule, reading: Reading) -> Answer:
    """Find headings that are missing, that have nothing under them, or that stand out of order.

    Params: `headings`, and `ordered`, `least_words`.
    """
    outline = reading.outline
    wanted = {name: compile_phrases(words) for name, words in given_lists(rule, "headings").items()}
    found = _matched(outline, wanted)
    least = given_number(rule, "least_words", LEAST_WORDS)
    faults: list[Fault] = []
    kept: dict[str, list[int]] = {}
    for name, numbers in found.items():
        full = [at for at in numbers if outline.sections[at].own_words >= _least(outline.sections[at], least)]
        kept[name] = full or numbers
        if not numbers:
            only = next(filter(None, map(outline.in_contents, wanted[name])), None)
            faults.append(Fault(f"{name}: {_CONTENTS if only else 'there is no such heading'}", only))
        elif not full:
            faults.append(Fault(f"{name}: the section is empty", outline.sections[numbers[0]].span))
    if rule.params.get("ordered"):
        faults += _out_of_order(outline, kept)
    if faults:
        return Answer(findings_of(rule, reading, faults))
    where = tuple(outline.sections[numbers[0]].span for numbers in kept.values())
    return Answer(seen=f"all {len(found):,} headings are there, with text under each", where=where)


_CONTENTS = "stands only in the table of contents"


def _least(section: Section, least: int) -> int:
    return min(1, least) if section.cell else least


def _matched(outline: Outline, wanted: Mapping[str, Sequence[Phrase]]) -> dict[str, list[int]]:
    """Give for each name the numbers of the sections that are headed so, the likest ones alone.

    A heading that is another name's own wording is not taken for this one because it holds a word of it:
    "Family background" is no "Background".
    """
    graded = {name: _graded(outline, phrases) for name, phrases in wanted.items()}
    own = {at: name for name, grades in graded.items() for at, grade in grades.items() if grade == _SAME}
    found = {}
    for name, grades in graded.items():
        free = {at: grade for at, grade in grades.items() if own.get(at, name) == name}
        best = min(free.values(), default=None)
        found[name] = sorted(at for at, grade in free.items() if grade == best)
    return found


def _graded(outline: Outline, phrases: Sequence[Phrase]) -> dict[int, int]:
    grades: dict[int, int] = {}
    places = {id(section): at for at, section in enumerate(outline.sections)}
    for phrase in phrases:
        for section, first, last in outline.headed(phrase):
            words = section.title.words
            begins = first == 0 or (first == 1 and words[0] in _LEADING)
            grade = _HOLDS if not begins else _SAME if last == len(words) else _BEGINS
            at = places[id(section)]
            grades[at] = min(grade, grades.get(at, grade))
    return grades


def _out_of_order(outline: Outline, found: Mapping[str, Sequence[int]]) -> list[Fault]:
    """Give the fewest headings that must move for the rest to be in order."""
    names = [name for name, numbers in found.items() if numbers]
    # The longest run of names whose sections go forward; one heading may stand for two names.
    tails: list[int] = []
    chains: list[list[str]] = []
    for name in names:
        for number in sorted(found[name], reverse=True):
            length = bisect_right(tails, number)
            chain = [*(chains[length - 1] if length else []), name]
            if len(set(chain)) < len(chain):
                continue
            if length == len(tails):
                tails.append(number)
                chains.append(chain)
            else:
                tails[length], chains[length] = number, chain
    kept = set(chains[-1]) if chains else set()
    return [
        Fault(f"{name}: stands out of order", outline.sections[found[name][0]].span)
        for name in names
        if name not in kept
    ]
