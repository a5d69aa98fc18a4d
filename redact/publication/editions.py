"""Which edition of Working Together binds a review, and how that is known.

A day decides only where it lies in one edition alone. Where the sources give no boundary, or two editions
overlap, a day leaves a guess: its rules run, the reason says which statement is wanted, and the answer is at
most *cannot tell*. What remains: an edition that was stated wrongly is believed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from redact.values.packs import Pack
from redact.values.rules import How, Rulebook, Settings
from redact.values.text import Document

__all__ = ["with_edition"]

# "Working Together to Safeguard Children (HM Government, March 2015)", "Working Together 2015", "WT2015".
_CITED = re.compile(r"(?:\bworking\s+together\b[^.;\n]{0,90}?\b|\bwt\s?)((?:19|20)\d\d)\b", re.IGNORECASE)
_STATED = "stated by the user"
_CASE = "stated in the case"


def with_edition(settings: Settings, rulebook: Rulebook, documents: Sequence[Document]) -> Settings:
    """Say in the settings which edition applies, how that is known, and why.

    Args:
        settings: with the edition, or the day on which the review was begun, or neither; `edition_how` says
            whether they come from the case.
        documents: what they cite decides a guess.

    Returns: the settings with an edition; as they were where the rulebook has no editions.
    """
    if settings.edition is not None:
        return _stated(settings, rulebook.packs)
    if not rulebook.packs:
        return settings
    day = settings.initiated
    may_hold = [pack for pack in rulebook.packs if day is None or pack.may_hold(day)]
    if day is not None and len(may_hold) == 1:
        because = f"the review was begun on {day.isoformat()}: {_span(may_hold[0])}"
        how = settings.edition_how or How.STATED
        return replace(settings, edition=may_hold[0].edition, edition_how=how, edition_because=because)
    guess = _guess(may_hold or rulebook.packs, settings, rulebook, documents)
    because = f"{_why_a_guess(day, may_hold)}; {guess.because}"
    return replace(settings, edition=guess.pack.edition, edition_how=How.GUESSED, edition_because=because)


def _stated(settings: Settings, packs: Sequence[Pack]) -> Settings:
    how = settings.edition_how or How.STATED
    because = settings.edition_because or (_CASE if how is How.CASE else _STATED)
    own = next((pack for pack in packs if pack.edition is settings.edition), None)
    day = settings.initiated
    if own is not None and day is not None and not own.may_hold(day):
        others = " or ".join(pack.edition.value for pack in packs if pack.may_hold(day))
        because += f", though a review begun on {day.isoformat()} would be under {others}"
    return replace(settings, edition_how=how, edition_because=because)


def _span(pack: Pack) -> str:
    name = pack.edition.value
    if pack.first is None:
        return f"{name} holds for reviews begun up to {pack.last}"
    until = f"to {pack.last.isoformat()}" if pack.last else "on"
    return f"{name} holds for reviews begun from {pack.first.isoformat()} {until}"


def _why_a_guess(day: date | None, may_hold: Sequence[Pack]) -> str:
    if day is None:
        return "neither the edition nor the day on which the review was begun is stated"
    names = [pack.edition.value for pack in may_hold]
    wanted = " or ".join(f"--edition {name}" for name in names)
    return (
        f"a review begun on {day.isoformat()} can be under {' or '.join(names)}, and the day alone does not "
        f"tell which: {wanted} says it"
    )


@dataclass(frozen=True, slots=True)
class _Guess:
    pack: Pack
    because: str


def _guess(
    packs: Sequence[Pack], settings: Settings, rulebook: Rulebook, documents: Sequence[Document]
) -> _Guess:
    """Take what the documents cite most, else what the board's procedure carries, else the newest."""
    if settings.initiated is not None:  # no edition is older than the year that it is called by
        year = settings.initiated.year
        packs = [pack for pack in packs if any(int(one) <= year for one in pack.cited)] or packs
    cited = _citations(documents)
    times = {pack.edition: sum(cited[year] for year in pack.cited) for pack in packs}
    most = max(times.values())
    packs = [pack for pack in packs if times[pack.edition] == most]
    board = next((one for one in rulebook.boards if one.id == settings.board), None)
    carried = [pack for pack in packs if board is not None and pack.edition in board.editions]
    if most:
        because = f"it is the one cited most in these documents ({_times(most)})"
    elif carried and board is not None:
        because = f"its text stands in the procedure of {board.id}"
    else:
        because = "it is the newest that it can be"
    return _Guess((carried or packs)[-1], because)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def _citations(documents: Sequence[Document]) -> Counter[str]:
    return Counter(match[1] for text in _texts(documents) for match in _CITED.finditer(text))


def _texts(documents: Sequence[Document]) -> Iterable[str]:
    for document in documents:
        for passage in document.passages:
            yield passage.text
