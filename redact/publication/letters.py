"""The covering letter to each recipient of a review: what is sent, when it is published, by when it was owed.

A letter holds no word of the review and no name but that of whoever sends it. It prints the digests of what
is sent, and how far the log of the gate was by then: so that whoever has the letter can tell later whether
file or log was exchanged. It bears no day of its own making but that of the log, so that the same log gives
the same letter.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.publication.recipients import words_of
from redact.values.days import long_day
from redact.values.deadlines import Recipient, SendingRule, Unit
from redact.values.gate_pack import Block, PackFacts, bullet, heading, plain
from redact.values.gate_witness import witness_as_text
from redact.values.packs import Pack
from redact.values.rules import Mode

__all__ = ["asks_for", "letter", "opening"]

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WEEK = 7


def letter(to: str, facts: PackFacts) -> tuple[Block, ...]:
    """Write the letter to one recipient.

    Args:
        to: a `Recipient` value, or the board's own short name of somebody whom it sends it to besides.
    """
    return tuple(_blocks(to, facts))


def opening(mode: Mode) -> str:
    """Say in a sentence how a review is published."""
    return _OPENINGS[mode]


def asks_for(rule: SendingRule) -> str:
    """Say in the words of the edition how long before publication it is sent."""
    if rule.unit is Unit.CALENDAR_DAYS:
        weeks, left = divmod(rule.count, _WEEK)
        span = _counted(weeks, "week") if not left else _counted(rule.count, "day")
        return f"at least {span} before publication"
    reading = "at least" if rule.clear else "no later than"
    return f"{reading} {_counted(rule.count, 'working day')} before publication"


_OPENINGS = {
    Mode.FULL: "The review will be published in full.",
    Mode.SUMMARY_ONLY: "Only the summary of the review will be published.",
    Mode.ANONYMOUS: "The review will be published without the name of the board.",
    Mode.IMPROVEMENTS_ONLY: "The report of the review will not be published; what was improved will be.",
    Mode.NOT_PUBLISHED: "The review will not be published. The enclosed letter of reasons says why.",
}


def _blocks(to: str, facts: PackFacts) -> Iterator[Block]:
    gate = facts.gate
    yield heading(f"To {words_of(to)}", 1)
    if facts.board_name:
        yield plain(f"From: {facts.board_name}")
    yield plain(f"Review {gate.case}, pack {facts.number}")
    yield plain(f"State of {long_day(facts.as_of)}")
    yield heading("What is published, and when")
    yield plain(opening(gate.mode))
    yield from _when(to, facts)
    yield heading("What is enclosed")
    published = gate.mode is not Mode.NOT_PUBLISHED
    as_what = "as it is published, byte for byte" if published else "as it was checked"
    yield plain(f"Each file {as_what}, with the SHA-256 of its bytes:")
    for paper in facts.papers:
        if paper.name:
            yield bullet(f"{paper.part.words}, {paper.name}: {paper.sha256}")
    yield plain(
        "The certificate beside them says what was checked, by whom, and what no program has checked. "
        "SHA256SUMS lists every file of the pack, and is signed."
    )
    yield heading("What to do")
    yield plain(_to_do(gate.mode))
    if facts.contact:
        yield plain(f"Questions: {facts.contact}")
    yield plain(f"{facts.by_whom}, business manager")
    yield heading("For your file")
    yield plain(
        "Please keep this letter. If the review, or the record of how it was checked, is exchanged later, "
        "these lines show it."
    )
    yield plain(f"Digest of all papers together: {gate.papers_digest}")
    yield plain(f"Record of the gate: {witness_as_text(gate.lines, gate.head)}")


def _when(to: str, facts: PackFacts) -> Iterator[Block]:
    gate = facts.gate
    if gate.publish_on is None or gate.mode is Mode.NOT_PUBLISHED:
        return
    yield plain(f"Day of publication: {long_day(gate.publish_on)}.")
    if facts.rule is None or facts.by is None or to not in [one.value for one in facts.rule.to]:
        if to == Recipient.OFSTED.value:
            yield plain("It is sent to you so that you are briefed before the public is.")
        return
    yield plain(f"{_title(facts)}, asks that you have it {asks_for(facts.rule)}.")
    yield plain(f"Last day on which it can be sent for that: {long_day(facts.by.hard)}.")
    if facts.by.safe != facts.by.hard:
        yield plain(f"Day by which it is in time under every reading: {long_day(facts.by.safe)}.")
    skipped = [f"{long_day(one.day)} ({one.because})" for one in facts.by.counted.skipped]
    if facts.rule.unit is Unit.WORKING_DAYS:
        yield plain(
            "Counted in working days of England and Wales; the day of publication is not counted. "
            "What is sent after 17:00 counts as sent on the next working day."
        )
        if skipped:
            yield plain(f"Not counted besides weekends: {'; '.join(skipped)}.")


def _to_do(mode: Mode) -> str:
    if mode is Mode.NOT_PUBLISHED:
        return "If you think that it should be published all the same, please tell us."
    return (
        "If something speaks against the publication, please tell us before that day. Nothing of this is "
        "public until then: please keep it to those who need it."
    )


def _title(facts: PackFacts) -> str:
    pack: Pack | None = next((one for one in facts.book.packs if one.edition is facts.gate.edition), None)
    return pack.title if pack is not None else f"The edition {facts.gate.edition.value}"


def _counted(number: int, what: str) -> str:
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{word} {what}" + ("" if number == 1 else "s")
