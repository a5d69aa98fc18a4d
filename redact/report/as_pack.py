"""Editions and boards for people to read: what binds which review, and how sure that is."""

from __future__ import annotations

from datetime import date
from textwrap import fill

from redact.values.judgement import Rulebook, SourceStatus
from redact.values.packs import Board, Pack

__all__ = ["explain_board", "explain_pack"]

_WIDTH = 79


def explain_pack(pack: Pack, rulebook: Rulebook) -> str:
    """Explain one edition: its reviews, what it takes over and drops, its source, and its rules."""
    own = [rule.id for rule in rulebook.rules if pack.edition in rule.edition and not rule.board]
    blocks = [
        _filled(f"{pack.edition.value}: {pack.title}", "", "  "),
        _block("Holds for reviews begun", _days(pack)),
        _block("Source", _source(pack)),
    ]
    if pack.inherits is not None:
        blocks.append(_block("Takes over", f"the rules of {pack.inherits.value}"))
    if pack.drops:
        blocks.append(_list("But for", [f"{id_}: {reason}" for id_, reason in pack.drops.items()]))
    if pack.general:
        blocks.append(_list("From general knowledge, to be verified", list(pack.general)))
    blocks.append(_list("Its own rules (redact explain RULE)", own))
    return "\n\n".join(blocks) + "\n"


def explain_board(board: Board, rulebook: Rulebook) -> str:
    """Explain one board: its source, the editions that its procedure carries, and its rules."""
    own = [rule.id for rule in rulebook.rules if board.id in rule.board]
    blocks = [
        _filled(f"{board.id}: {board.title}", "", "  "),
        _block("Source", _source(board)),
        _block("Carries the text of", ", ".join(edition.value for edition in board.editions)),
        _block("Its rules (redact explain RULE)", ", ".join(own) or "none"),
    ]
    return "\n\n".join(blocks) + "\n"


def _days(pack: Pack) -> str:
    first = _day(pack.first, pack.first_sure, "from")
    last = _day(pack.last, pack.last_sure, "to")
    return "; ".join(part for part in (first, last) if part) or "no source gives a day"


def _day(day: date | None, sure: bool, word: str) -> str:
    if day is None:
        return "" if word == "from" else "no last day is known"
    return f"{word} {day.isoformat()}" + ("" if sure else ", at the widest: no source gives the day")


def _source(one: Pack | Board) -> str:
    if one.status is SourceStatus.READ:
        return one.source
    return f"{one.source}. To be verified: what it says is from general knowledge"


def _block(heading: str, text: str) -> str:
    return f"{heading}:\n" + _filled(text, "  ", "  ")


def _list(heading: str, entries: list[str]) -> str:
    return "\n".join([f"{heading}:", *(_filled(entry, "  - ", "    ") for entry in entries)])


def _filled(text: str, first: str, further: str) -> str:
    return fill(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
