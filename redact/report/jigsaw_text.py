"""Facts that identify together, as lines for a terminal: the heaviest people first, what to write instead."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from redact.report.bundle import Between, between
from redact.report.jigsaw import (
    MEANS,
    SEARCHED,
    TITLE,
    Card,
    Row,
    Told,
    cards,
    heavy,
    kinds_in_words,
    nobody,
    searches,
    told_facts,
)
from redact.report.wording import ascii_words, count, printable
from redact.values.checking import CheckRun

__all__ = ["jigsaw_lines"]

_WIDTH = 79  # an old console has 80 columns
_PEOPLE_SHOWN = 3
_KINDS_SHOWN = 8
_JOINED_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Choices:
    names: bool
    everything: bool


def jigsaw_lines(
    run: CheckRun, names: Sequence[str], *, show_names: bool = False, everything: bool = False
) -> list[str]:
    """Say what the documents of a call tell of people together.

    Args:
        names: what the documents are called in this report, in their order.
        show_names: say the words of the facts, and what somebody would type, for the owner's own screen only.
        everything: every person, every kind and every place.

    Returns: none where nobody has looked.
    """
    if run.together is None:
        return []
    found = cards(run, show_names=show_names)
    if not found:
        return [TITLE, *_wrapped(nobody(run), 2)]
    choices = _Choices(show_names, everything)
    lines = [f"{TITLE} ({count(len(found), 'person', 'people')})", *_wrapped(MEANS, 2, 0)]
    shown = found if everything else found[: max(1, min(heavy(run, found), _PEOPLE_SHOWN))]
    for card in shown:
        lines += _person(card, run, names, choices)
        lines += _between(card, run, names, choices)
    if len(found) > len(shown):
        more = count(len(found) - len(shown), "more person", "more people")
        lines += ["", f"  and {more}, of less weight; with --all each is listed."]
    return lines + _searches(run, between(run, show_names=show_names), choices)


def _person(card: Card, run: CheckRun, names: Sequence[str], choices: _Choices) -> list[str]:
    state = f", {card.state}" if card.state else ""
    lines = ["", f"  {card.called}: weight {card.weight:,}{state}"]
    if choices.names and card.names:
        lines += _wrapped(", ".join(f'"{printable(name)}"' for name in card.names), 4)
    joined = card.combinations if choices.everything else card.combinations[:_JOINED_SHOWN]
    for kinds, one in joined:
        lines += _wrapped(f"together: {kinds} (adds {one.adds:,}): {ascii_words(one.why)}", 4)
    if len(card.combinations) > len(joined):
        lines.append(f"    and {count(len(card.combinations) - len(joined), 'more combination')}")
    shown = card.rows if choices.everything else card.rows[:_KINDS_SHOWN]
    for row in shown:
        lines += _row(row, names, choices)
    if len(card.rows) > len(shown):
        rest = kinds_in_words([row.kind for row in card.rows[len(shown) :]])
        lines += _wrapped(f"and {rest}; with --all each is listed.", 4)
    return lines


def _row(row: Row, names: Sequence[str], choices: _Choices) -> list[str]:
    lines = _wrapped(f"{row.words}, {row.exactness.value}: {_places(row, names, choices)}", 4)
    if choices.everything:
        lines += [line for told in row.told for line in _place(told, names, choices)]
    if row.instead:
        lines += _wrapped(f"write instead: {ascii_words(row.instead)}{_after(row)}", 6)
    elif row.stays:
        lines += _wrapped(row.stays, 6)
    return lines


def _places(row: Row, names: Sequence[str], choices: _Choices) -> str:
    if choices.everything:
        return count(len(row.told), "place")
    first = next(told for told in row.told if told.exactness is row.exactness)
    more = len(row.told) - 1
    quoted = f' "{printable(first.text)}"' if choices.names else ""
    return f"{_at(first, names)}{quoted}" + (f", and {count(more, 'more place')}" if more else "")


def _place(told: Told, names: Sequence[str], choices: _Choices) -> list[str]:
    quoted = f' "{printable(told.text)}"' if choices.names else ""
    because = f" ({ascii_words(told.because)})" if told.because else ""
    of = f", of {told.of}" if told.of else ""
    return _wrapped(f"{_at(told, names)}: {told.exactness.value}{of}{because}{quoted}", 8)


def _at(told: Told, names: Sequence[str]) -> str:
    return f"{names[told.document]}, {told.where}" if len(names) > 1 else told.where


def _after(row: Row) -> str:
    return "" if row.after is None else f" (weight then {row.after:,})"


def _between(card: Card, run: CheckRun, names: Sequence[str], choices: _Choices) -> list[str]:
    """Say what one document adds to the others, and what an earlier draft gives away."""
    read = zip(run.documents, names, strict=True)
    called = {one.document.id: name for one, name in read if one.document is not None}
    lines = []
    for adds in card.adds:
        if adds.document in called:
            alone = f"{called[adds.document]} alone adds {adds.weight:,}: {kinds_in_words(adds.kinds)}"
            lines += _wrapped(alone, 4)
    if not card.drafts:
        return lines
    where = between(run)
    for draft in card.drafts:
        told = told_facts(run, draft.facts, where)
        if draft.earlier in called and draft.newer in called and told:
            kinds = kinds_in_words(list(dict.fromkeys(fact.kind for fact in draft.facts)))
            lines += _wrapped(
                f"{called[draft.earlier]}, an earlier draft of {called[draft.newer]}, still tells: {kinds} "
                f"({count(len(told), 'place')})",
                4,
            )
            if choices.everything:
                lines += [line for one in told for line in _place(one, names, choices)]
    return lines


def _searches(run: CheckRun, where: Between, choices: _Choices) -> list[str]:
    found = searches(run)
    if not found:
        return []
    lines = [
        "",
        f"  What to search for ({count(len(found), 'search', 'searches')})",
        *_wrapped(SEARCHED, 2, 0),
    ]
    for number, one in enumerate(found, 1):
        typed = f": {printable(one.text)}" if choices.names else ""
        lines += _wrapped(f"{number}. {ascii_words(one.because)}{typed}", 4)
        if choices.everything:
            places = dict.fromkeys(filter(None, map(where.of_span, one.spans)))
            lines += [line for place in places for line in _wrapped(f"of {place}", 8)]
    return lines if choices.names else [*lines, "    With --show-names each is written out."]


def _wrapped(text: str, indent: int, hang: int = 2) -> list[str]:
    first = " " * indent
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=first + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
