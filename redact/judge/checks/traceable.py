"""Requirements of the kind `traceable`: what one document says is found again in another, in like words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from redact.judge.agents import AGENCIES, agencies_in
from redact.judge.checks.given import given_values
from redact.judge.matching import Wording, found_again, weights_of, wording_of
from redact.judge.phrases import Phrase, compile_phrases, words_of
from redact.judge.reading import Answer, Reading, at, missing
from redact.judge.recommendations import Recommendation, actions_of, recommendations_of
from redact.judge.statements import known_of, told_newly
from redact.judge.subject import Fingerprints
from redact.values.judgement import DocumentKind, Finding, Outcome, Rule
from redact.values.people import Label
from redact.values.requirements import Traced

__all__ = ["judge_traceable"]

_COVER = 14  # passages in which a report says of which agency it is
_TITLE = 14  # words of a line of the cover
_NONE = re.compile(
    r"\b(?:no|nor\sany|not\s(?:make|made|making)\s(?:any\s)?)\s?(?:\w+\s){0,3}recommendations?\b"
    r"|\brecommendations?:?\s(?:none|nil)\b",
    re.IGNORECASE,
)
_Readings = Sequence[Reading]


def judge_traceable(rule: Rule, readings: _Readings) -> Answer:
    """Find what of some documents is in none of the others; each is one finding, at its own place.

    Params: `what`; `from` and `to`, kinds of document.
    """
    sources, targets = _of_kinds(rule, readings, "from"), _of_kinds(rule, readings, "to")
    for name, given in (("from", sources), ("to", targets)):
        if not given:
            kinds = " or ".join(kind.value for kind in given_values(rule, name, DocumentKind))
            return Answer((), f"no document of the kind {kinds} was given", Outcome.NOT_APPLICABLE)
    what = rule.params.get("what")
    return _TRACED[what](rule, sources, targets) if isinstance(what, Traced) else Answer()


def _of_kinds(rule: Rule, readings: _Readings, name: str) -> list[Reading]:
    kinds = given_values(rule, name, DocumentKind)
    return [reading for reading in readings if reading.settings.kind in kinds]


def _recommendations(rule: Rule, sources: _Readings, targets: _Readings) -> Answer:
    read = [(one, recommendations_of(one.outline)) for one in sources]
    # What is for one agency alone stands in that agency's own plan.
    wanted = [
        (reading, [one for one in found if one.shared is not False or _goes_to_plan(targets)])
        for reading, found in read
    ]
    unread = sum(not found and not _says_none(reading) for reading, found in read)
    if not unread and not any(found for _, found in read):
        return Answer((), "it is said that there are no recommendations", Outcome.NOT_APPLICABLE)
    answer = _again(rule, wanted, targets, "the recommendation")
    if unread and not answer.findings:
        because = f"in {unread:,} of {len(read):,} documents no recommendations could be read"
        return Answer((), because, Outcome.NOT_RUN)
    return answer


def _says_none(reading: Reading) -> bool:
    return any(_NONE.search(sentence.text) for sentence in reading.outline.sentences)


def _goes_to_plan(targets: _Readings) -> bool:
    return any(one.settings.kind is not DocumentKind.SUMMARY for one in targets)


def _actions(rule: Rule, sources: _Readings, targets: _Readings) -> Answer:
    read = [(one, actions_of(one.outline)) for one in sources]
    if not any(found for _, found in read):
        return Answer((), "no rows of an action plan could be read", Outcome.NOT_RUN)
    return _again(rule, read, targets, "the action")


def _again(
    rule: Rule, read: Sequence[tuple[Reading, Sequence[Recommendation]]], targets: _Readings, name: str
) -> Answer:
    there = [wording for target in targets for wording in _wordings(target)]
    here = [[wording_of(one.words) for one in found] for _, found in read]
    weights = weights_of([*there, *(one for wordings in here for one in wordings)])
    lost: list[Finding] = []
    for (reading, found), wordings in zip(read, here, strict=True):
        prints = Fingerprints(reading.subject, rule)
        for one, wording in zip(found, wordings, strict=True):
            if not found_again(wording, there, weights):
                because = f"{name} is not found again in the other document, in these words or like ones"
                lost.append(at(rule, reading, one.spans[0], because, prints))
    number = sum(len(found) for _, found in read)
    return Answer(tuple(lost), f"{number:,} were read, and each is found again")


def _wordings(reading: Reading) -> Iterator[Wording]:
    """Give everything that may be a recommendation or action; sentences where there is no list of them."""
    listed = [*recommendations_of(reading.outline), *actions_of(reading.outline)]
    if listed:
        yield from (wording_of(one.words) for one in listed)
        return
    yield from (wording_of(one.words) for one in reading.outline.sentences if not one.says_nothing)


def _facts(rule: Rule, sources: _Readings, targets: _Readings) -> Answer:
    known = known_of(targets)
    found: list[Finding] = []
    for reading in sources:
        prints = Fingerprints(reading.subject, rule)
        for span, because in told_newly(reading, known):
            found.append(at(rule, reading, span, because, prints))
    return Answer(tuple(found), "months, ages, numbers, labels and statements were found again")


def _agencies(rule: Rule, sources: _Readings, targets: _Readings) -> Answer:
    found: list[Finding] = []
    unknown = 0
    for reading in sources:
        kinds, names = _agency_of(reading)
        unknown += not kinds and not names
        phrases = [*compile_phrases(names), *(phrase for kind in kinds for phrase in AGENCIES[kind])]
        if phrases and not any(_is_named(target, phrases) for target in targets):
            because = "the agency of this report is not named in the other document"
            found.append(missing(rule, reading, because, "agency"))
    if unknown and not found:
        because = f"of which agency it is, could not be read in {unknown:,} of {len(sources):,} documents"
        return Answer((), because, Outcome.NOT_RUN)
    return Answer(tuple(found), "every agency is named")


def _is_named(reading: Reading, phrases: Sequence[Phrase]) -> bool:
    outline = reading.outline
    titles = [section.title.words for section in outline.sections]
    return any(
        any(True for _ in outline.saying(phrase)) or any(phrase.search(words) for words in titles)
        for phrase in phrases
    )


def _agency_of(reading: Reading) -> tuple[frozenset[str], tuple[str, ...]]:
    """Read from its first lines of which agency a report is: the kinds of agency, and names."""
    first = [one for one in reading.subject.document.passages if not one.apart][:_COVER]
    ids = {passage.id for passage in first}
    names = tuple(
        " ".join(words_of(reading.subject.passage(one).text[one.span.start : one.span.end]))
        for one, _ in reading.subject.mentions
        if one.label is Label.ORGANISATION and one.span.passage in ids
    )
    for passage in first:
        label, colon, value = passage.text.partition(":")
        if colon and words_of(label)[:1] in (["agency"], ["organisation"], ["service"]):
            words = words_of(value)
            return agencies_in(words), (" ".join(words),)
    for passage in first:
        words = words_of(passage.text)
        kinds = agencies_in(words) - {"board", "partners"}
        if kinds and len(words) <= _TITLE:
            return kinds, names
    return frozenset(), names


_TRACED: Mapping[Traced, Callable[[Rule, _Readings, _Readings], Answer]] = MappingProxyType(
    {
        Traced.RECOMMENDATIONS: _recommendations,
        Traced.FACTS: _facts,
        Traced.ACTIONS: _actions,
        Traced.AGENCIES: _agencies,
    }
)
