"""What was measured of the model of names, as its card says it: in sentences for a certificate."""

from __future__ import annotations

import re

from redact.errors import ModelFault
from redact.resources import models_folder

__all__ = ["measured_misses", "misses_of"]

_CARD = "README.md"
_PEOPLE = re.compile(r"By mention: ([\d,]+) mentions of ([\d,]+) invented people")
_ROW = r"^\| {what} \| [\d.]+ % \| ([\d.]+) % \|$"
_FORMS = re.compile(r"^\| form \| mentions \|.*\n\|[-| ]+\|\n((?:\|.*\n)+)", re.MULTILINE)
_SHOWN = 3
_SHARE = re.compile(r"^\| ([^|]+?) \| ([\d,]+) \| [\d.]+ % \| ([\d.]+) % \|$", re.MULTILINE)


def measured_misses() -> tuple[str, ...]:
    """Say what was measured of the model that comes with this version.

    Raises:
        ModelFault: its card is missing, or tells no figures.
    """
    try:
        card = (models_folder() / _CARD).read_text(encoding="utf-8")
    except OSError:
        raise _without() from None
    return misses_of(card)


def misses_of(card: str) -> tuple[str, ...]:
    """Read from a card how much the model missed where that was counted.

    Raises:
        ModelFault: it tells no figures.
    """
    counted = _PEOPLE.search(card)
    mentions = re.search(_ROW.format(what="mentions found"), card, re.MULTILINE)
    people = re.search(_ROW.format(what="people of whom every mention was found"), card, re.MULTILINE)
    forms = _FORMS.search(card)
    if counted is None or mentions is None or people is None or forms is None:
        raise _without()
    worst = [f"{what} ({_missed(share)} %)" for what, _, share in _SHARE.findall(forms[1])[:_SHOWN]]
    return (
        f"Counted on invented cases, the model of names alone, without the rules beside it: of {counted[1]} "
        f"mentions of {counted[2]} people who must not be named, {_missed(mentions[1])} % were missed; of "
        f"{_missed(people[1])} % of the people at least one mention was.",
        f"Most often missed, by form: {', '.join(worst)}.",
        "How much is missed in real reviews nobody has counted. Expect more than these figures say.",
    )


def _missed(found: str) -> str:
    return f"{100 - float(found):.1f}"


def _without() -> ModelFault:
    return ModelFault(
        "the card of the name model tells no figures",
        "Install redact again from its wheel, or run it from a complete checkout.",
    )
