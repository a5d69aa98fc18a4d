"""The certificate of a pack: what was checked, by which rules, who has attested what, what nobody checked.

It holds no word of the review and no name but those of people who sign, and of nothing does it say that it is
safe. Every figure stands in the log of the gate, so that the same log gives the same certificate.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.report.wording import MODE_WORDS, count, listed
from redact.values.days import long_day, long_moment
from redact.values.gate_pack import Block, PackFacts, Said, Unjudged, bullet, heading, plain
from redact.values.gate_record import CheckRecord, Proceeding
from redact.values.gate_witness import witness_as_text
from redact.values.judgement import Outcome
from redact.values.statements import GateRole, How

__all__ = ["NO_PROGRAM", "certificate"]

# Of these no program can tell, whatever it finds.
NO_PROGRAM = (
    "whether what is said is true, fair and complete",
    "whether somebody who knew the family recognises it, although no name stands in it",
    "what a picture, a drawing or handwriting shows besides words",
    "what others have published of the case, and what they will",
    "what is meant by words of another language than English",
)
_OUTCOMES = {
    Outcome.NEEDS_A_PERSON: "Rules of which the program sees a part or nothing, so that a person says it:",
    Outcome.NOT_RUN: "Rules that were not run:",
}
_HOW = {
    How.SIGNED: "signed with their own identity",
    How.RECORDED: "recorded by the business manager, who has their letter or e-mail",
}


def certificate(facts: PackFacts, *, pdf: str = "") -> tuple[Block, ...]:
    """Write the certificate.

    Args:
        pdf: why there is no PDF of it; empty where there is one.
    """
    return tuple(_blocks(facts, pdf))


# ------------------------------------------------------------------ private


def _blocks(facts: PackFacts, pdf: str) -> Iterator[Block]:
    yield heading(f"Certificate: review {facts.gate.case}, pack {facts.number}", 1)
    yield plain(
        "It says what was checked, with what, and who has said what. It does not say that nobody can be "
        "recognised: no program and no person can promise that."
    )
    yield from _review(facts)
    yield from _files(facts)
    yield from _check(facts)
    yield from _days(facts)
    yield from _attested(facts)
    yield from _not_checked(facts)
    yield from _proceedings(facts.gate.proceedings)
    yield heading("What the finder of names was measured to miss")
    yield from (plain(words) for words in facts.misses)
    yield from _log(facts, pdf)


def _review(facts: PackFacts) -> Iterator[Block]:
    gate = facts.gate
    title = next(
        (pack.title for pack in facts.book.packs if pack.edition is gate.edition), gate.edition.value
    )
    yield heading("The review")
    if facts.board_name:
        yield bullet(f"Board: {facts.board_name}")
    yield bullet(f"Edition: {title} ({gate.edition.value})")
    if gate.board:
        yield bullet(f"Procedure of the board: {gate.board}")
    if gate.initiated is not None:
        yield bullet(f"Begun on: {long_day(gate.initiated)}")
    yield bullet(f"How it is published: {MODE_WORDS[gate.mode]}")
    if gate.publish_on is not None:
        yield bullet(f"Day of publication: {long_day(gate.publish_on)}")
    yield bullet(f"State of this certificate: {long_moment(facts.as_of)} (UTC), the newest line of the log")


def _files(facts: PackFacts) -> Iterator[Block]:
    yield heading("The files, by the SHA-256 of their bytes")
    sources = {paper.part: paper.source for paper in facts.gate.papers}
    for paper in facts.papers:
        named = f"in the pack as {paper.name}" if paper.name else "checked, and not in this pack"
        yield bullet(f"{paper.part.words}, {named}: {paper.sha256}")
        if source := sources.get(paper.part):
            yield bullet(f"{paper.part.words}, the Word file behind it, which is not sent: {source}")
        elif paper.name.endswith(".pdf"):
            yield bullet(f"{paper.part.words}: no Word file was given, so nothing was held against it")
    yield plain(f"All of them together: {facts.gate.papers_digest}")


def _check(facts: PackFacts) -> Iterator[Block]:
    check = facts.gate.check
    yield heading("How they were checked")
    if check is None:
        yield plain("They were not checked.")
        return
    yield bullet(f"Answer: {check.readiness.value.replace('_', ' ')}, {count(check.open, 'finding')} open")
    yield bullet(f"On: {long_moment(check.when)} (UTC)")
    yield bullet(f"Program: redact {check.tool}")
    yield bullet(f"Rules: {check.rules}")
    yield bullet(f"Model of names: {check.model or 'none'}")
    yield bullet(f"Result of the check, as a file for programs: {check.result}")
    if check.words_result:
        same = "none differs" if check.same_words else f"{check.differences:,} differ"
        yield bullet(f"What is published was held against its Word file word by word: {same}")
        yield bullet(f"Result of the check of the Word files: {check.words_result}")
    yield bullet(f"Exceptions, each by two people: {check.exceptions:,}")
    yield bullet(f"Rules that the partnership has lowered or switched off: {len(check.lowered):,}")
    titles = {rule.id: rule.title for rule in facts.book.rules}
    for rule in check.lowered:
        yield bullet(f"lowered: {rule}{_titled(titles.get(rule, ''))}")


def _days(facts: PackFacts) -> Iterator[Block]:
    yield heading("Who has it before the public, and by when")
    if facts.recipients:
        yield bullet(f"To: {listed([one.words for one in facts.recipients])}")
    rule, by = facts.rule, facts.by
    if rule is None:
        yield plain("The edition counts no days between sending and publication.")
        return
    yield bullet(f"Rule: {rule.count:,} {rule.unit.value.replace('-', ' ')} before publication")
    yield bullet(f"Source: {rule.source}")
    if by is None:
        return
    yield bullet(f"Send by, in time under every reading: {long_day(by.safe)}")
    yield bullet(f"Last day under the plainest reading: {long_day(by.hard)}")
    if by.uk_hard != by.hard:
        yield bullet(f"Last day with the holidays of all the United Kingdom: {long_day(by.uk_hard)}")
    yield bullet(f"Counted in {by.counted.calendar}; holidays: {by.counted.source}")
    for one in by.counted.skipped:
        yield bullet(f"Not counted: {long_day(one.day)}, {one.because}")
    yield from (bullet(f"Warning: {words}") for words in by.warnings)


def _attested(facts: PackFacts) -> Iterator[Block]:
    yield heading("Who has attested what")
    if not facts.said:
        yield plain("Nobody has attested anything yet.")
    roles = list(GateRole)
    for one in sorted(facts.said, key=lambda one: (roles.index(one.given.role), one.given.statement)):
        yield from _said(one)
    signed = sum(one.given.how is How.SIGNED for one in facts.said)
    yield plain(f"{signed:,} of {count(len(facts.said), 'statement')} signed, the others recorded.")


def _said(one: Said) -> Iterator[Block]:
    given = one.given
    yield plain(f"{given.who}, {given.role.words}: “{one.sentence}”")
    yield bullet(f"statement {given.statement}, version {given.version}, on {long_moment(given.when)} (UTC)")
    if given.reason:
        yield bullet(f"reason: {given.reason}")
    yield bullet(f"{_HOW[given.how]}; SHA-256 of the proof: {given.evidence}")
    if given.card:
        yield bullet(f"card: {given.card}")


def _not_checked(facts: PackFacts) -> Iterator[Block]:
    yield heading("What was not checked by machine")
    check: CheckRecord | None = facts.gate.check
    gaps = check.gaps if check is not None else ()
    yield plain(f"Places that the program could not read, and people have looked at: {len(gaps):,}.")
    yield from (bullet(gap.where) for gap in gaps)
    yield plain(f"Rules on which the program came to no answer of its own: {len(facts.unjudged):,}.")
    for outcome, words in _OUTCOMES.items():
        of = [one for one in facts.unjudged if one.outcome is outcome]
        if of:
            yield plain(words)
        yield from (bullet(_unjudged(one)) for one in of)
    yield plain("Of these no program can tell:")
    yield from (bullet(words) for words in NO_PROGRAM)


def _unjudged(one: Unjudged) -> str:
    times = f", in {count(one.times, 'file')}" if one.times > 1 else ""
    return f"{one.rule}{_titled(one.title)}{times}"


def _titled(title: str) -> str:
    return f" ({title})" if title else ""


def _proceedings(proceedings: tuple[Proceeding, ...]) -> Iterator[Block]:
    yield heading("Proceedings and orders")
    open_ = sum(one.concluded is None for one in proceedings)
    orders = sum(bool(one.order) for one in proceedings)
    yield plain(
        f"In the register: {len(proceedings):,}, of which {open_:,} open and {len(proceedings) - open_:,} "
        f"concluded; with an order: {orders:,}. Their names and numbers are not told here."
    )


def _log(facts: PackFacts, pdf: str) -> Iterator[Block]:
    gate = facts.gate
    yield heading("The log of the gate")
    yield plain(
        f"When this was made the log had {count(gate.lines, 'line')}. Keep what stands next: a log that is "
        "cut off or written anew later does not agree with it."
    )
    yield plain(witness_as_text(gate.lines, gate.head))
    yield plain("To compare: redact gate verify --certificate FILE, with this page or with the letter.")
    yield plain(f"Made by {facts.by_whom}, business manager, card {facts.card}, with redact {facts.tool}.")
    if pdf:
        yield plain(f"There is no PDF of this page: {pdf}.")
