"""What an edition and a board ask, requirement by requirement, for every report: met, not met, to be signed.

Only the rules' own words are shown, and places. What a person signs is said word for word.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from redact.report.only import only_sentence
from redact.report.wording import ascii_words, count
from redact.values.checking import CheckRun
from redact.values.judgement import How, Outcome, Rule, Settings, SourceStatus, Verdict
from redact.values.text import Span

__all__ = [
    "OUTCOME_TITLES",
    "Asked",
    "PlaceOf",
    "asked",
    "asked_lines",
    "asked_title",
    "edition_words",
    "first_words",
    "to_verify",
    "where_words",
]

_PLACES_SHOWN = 4
_WIDTH = 79  # an old console has 80 columns
OUTCOME_TITLES = {
    Outcome.FAIL: "Not met",
    Outcome.NEEDS_A_PERSON: "Still to be signed",
    Outcome.PASS: "Met, as far as a program can see",
    Outcome.NOT_APPLICABLE: "Not applicable",
}
_UNVERIFIED = "to be verified: nobody of us could read the source"


@dataclass(frozen=True, slots=True)
class Asked:
    """One requirement with its verdict, in words."""

    rule: str
    title: str
    outcome: Outcome
    because: str
    source: str
    sentence: str | None
    verified: bool
    where: tuple[str, ...] = ()


# Says in words where a stretch of a passage stands; nothing where its document is not known.
PlaceOf = Callable[[Span], str]


def asked(verdicts: Sequence[Verdict], rules: Sequence[Rule], place_of: PlaceOf) -> tuple[Asked, ...]:
    """Choose the verdicts on requirements; those that could not be run stand elsewhere in every report."""
    by = {rule.id: rule for rule in rules if rule.is_requirement}
    return tuple(
        Asked(
            verdict.rule,
            by[verdict.rule].title,
            verdict.outcome,
            verdict.because,
            verdict.source,
            verdict.sentence,
            by[verdict.rule].status is SourceStatus.READ,
            tuple(dict.fromkeys(filter(None, map(place_of, verdict.where)))),
        )
        for verdict in verdicts
        if verdict.rule in by and verdict.outcome in OUTCOME_TITLES
    )


def asked_title(settings: Settings) -> str:
    """Say in a heading whose requirements they are."""
    edition = settings.edition.value if settings.edition else "an edition not stated"
    board = f" and the procedure of {ascii_words(settings.board)}" if settings.board else ""
    return f"What {edition}{board} asks" if not board else f"What {edition}{board} ask"


def asked_lines(found: Sequence[Asked], settings: Settings, *, everything: bool = False) -> list[str]:
    """Say for a terminal which requirements are met; what is not applicable is counted, or listed.

    Returns: none where no requirement holds or none is worth a line.
    """
    applies = [one for one in found if one.outcome is not Outcome.NOT_APPLICABLE]
    rest = len(found) - len(applies)
    if not applies and not (everything and rest):
        return []
    lines = ["", f"  {asked_title(settings)} ({count(len(applies), 'requirement')})"]
    for outcome, title in OUTCOME_TITLES.items():
        own = [one for one in found if one.outcome is outcome]
        if outcome is Outcome.NOT_APPLICABLE and not everything:
            break
        lines += [f"    {title} ({len(own):,})"] if own else []
        for one in own:
            lines += _one(one)
    if rest and not everything:
        lines += _wrapped(f"Not applicable: {rest:,}; with --all each is listed with its reason.", 4)
    return lines


def where_words(one: Asked) -> str:
    """Say where what a requirement wants stands: the first places, and how many more."""
    more = len(one.where) - _PLACES_SHOWN
    return "; ".join(one.where[:_PLACES_SHOWN]) + (f"; and {count(more, 'more place')}" if more > 0 else "")


def first_words(run: CheckRun) -> list[str]:
    """Say what stands before all else: it is a part, the edition is a guess, what was lowered."""
    settings = run.settings
    said = [only_sentence(run)] if run.only else []
    if settings.edition is not None and settings.edition_how is How.GUESSED:
        because = ascii_words(settings.edition_because)
        said.append(
            f"The edition is a guess: {settings.edition.value}, because {because}. Its rules were run; "
            "--edition or --initiated says which one applies."
        )
    if run.lowered:
        own = "; ".join(ascii_words(words) for words in run.lowered)
        said.append(f"Lowered or switched off by the partnership's own rules: {own}.")
    return said


def edition_words(settings: Settings) -> str:
    """Say in a few words which edition it was checked for, and how that is known."""
    if settings.edition is None:
        return "edition not stated"
    how = {How.GUESSED: " (a guess)", How.CASE: " (said by the case)"}.get(settings.edition_how or How.STATED)
    return f"edition: {settings.edition.value}{how or ''}"


def to_verify(run: CheckRun) -> str:
    """Name the rules of this run whose sources nobody of us could read; empty where there is none."""
    judged = [verdict for one in run.documents if one.judgement for verdict in one.judgement.verdicts]
    judged += run.bundle.verdicts if run.bundle else ()
    ran = {one.rule for one in judged if one.outcome in OUTCOME_TITLES}
    ran -= {one.rule for one in judged if one.outcome is Outcome.NOT_APPLICABLE}
    ids = [rule.id for rule in run.rules if rule.status is SourceStatus.TO_VERIFY and rule.id in ran]
    if not ids:
        return ""
    return (
        f"From general knowledge, to be verified in the source before anybody relies on it: {', '.join(ids)}."
    )


def _one(one: Asked) -> list[str]:
    lines = _wrapped(f"{one.rule}: {ascii_words(one.title)}", 6)
    if one.because and one.outcome is not Outcome.NEEDS_A_PERSON:
        lines += _wrapped(ascii_words(one.because), 8)
    if one.sentence and one.outcome is Outcome.NEEDS_A_PERSON:
        lines += _wrapped(f'to sign: "{ascii_words(one.sentence)}"', 8)
    if one.where:
        lines += _wrapped(f"at: {where_words(one)}", 8)
    source = ascii_words(one.source) + ("" if one.verified else f" ({_UNVERIFIED})")
    return lines + _wrapped(f"source: {source}", 8)


def _wrapped(text: str, indent: int) -> list[str]:
    first = " " * indent
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
