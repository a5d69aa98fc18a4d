"""The texts that a pack adds to a publication are checked as a review is, before anybody gets them.

A name in a covering letter, or in the name of a file, is a leak like any other. Who signs and who sends is
named by position: their names, our own days and digests and the words of the rules are blanked before the
rest is checked. Whatever of the rest would stop a review stops the pack. What remains: of somebody in the
case who is called as one who signs, the whole name is let through.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from redact.errors import RedactError
from redact.keystore.identity import Identity
from redact.run.case import open_case_key
from redact.run.check import check_opened, find
from redact.run.gate_lines import Held, refuse
from redact.run.reading import Opened
from redact.values.case import may_be_a_name
from redact.values.days import long_day, long_moment
from redact.values.deadlines import Recipient
from redact.values.fingerprint import new_secret
from redact.values.gate import Refusal
from redact.values.gate_pack import PackFacts
from redact.values.judgement import Audience, Finding, Settings
from redact.values.key import Key
from redact.values.statements import GateRole
from redact.values.text import Document, Format

__all__ = ["key_of", "must_hold_no_name"]

_OURS = re.compile(
    r"redact-[a-z-]+/[0-9](?: [0-9]+)?|[0-9a-f]{16,64}|"
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:]{5,8}(?:\+00:00|Z)?)?|[0-9]{8}T[0-9]{6}Z?"
)
_MAIL = re.compile(r"([\w.+-]+)@")
_OF_AN_OFFICE = ("PHONE", "EMAIL")
_BLANK = "..."
# Names of files, and words for what somebody is: a model takes them for names where little stands around.
_OUR_WORDS = (
    *("SHA256SUMS", "SHA256SUMS.signature.json", "summary.json", "calendar.ics", "certificate.html"),
    *("certificate.pdf", "README.txt", "sha256sum"),
    *(words for role in GateRole for words in (role.value, role.words)),
    *(words for to in Recipient for words in (to.value, to.words)),
)
_WHERE = "{where}"
_NAME = "texts.txt"


def must_hold_no_name(
    texts: Mapping[str, str],
    facts: PackFacts,
    held: Held,
    *,
    key: Key | None = None,
    rules: Path | None = None,
) -> None:
    """Check the texts that a pack adds, by their names in it.

    Args:
        key: of the case, where it is open: whoever is in it is found as well.
        rules: the folder of a partnership's own rules.

    Raises:
        GateRefuses: a name, or something else of which a review is kept clear, stands in one. Of it no word
            is told; where it comes from is.
        RedactError: a text could not be checked whole.
    """
    known = _known(facts)
    asked = {name: known.sub(_BLANK, text) for name, text in texts.items()}
    asked |= {"the contact": _locals(facts.contact)}
    found: dict[str, Refusal] = {}
    if key is not None:
        found |= {one.what: one for one in _of_key(asked, key)}
    for finding in _stopping(asked.values(), held, key, rules):
        if not _of_the_office(finding, facts):
            refusal = _refusal(_where(finding, asked), finding, facts)
            found.setdefault(refusal.what, refusal)
    refuse(tuple(found.values()))


def key_of(held: Held, identity: Identity, own: Path) -> Key:
    """Open the key of the case, so that whoever is in it is found in the texts of the pack.

    Raises: as `run.case.open_case_key` does.
    """
    return open_case_key(held.found, identity, own).key


# ------------------------------------------------------------------ private


def _of_key(asked: Mapping[str, str], key: Key) -> Iterator[Refusal]:
    """Look for every name of the key in each text: one that no recogniser would take for a name too."""
    from redact.resolve.forms import Searcher

    searcher = Searcher(key)
    for name, text in asked.items():
        if any(sure for *_, sure in searcher.search_text(text)):
            yield Refusal(
                "name-in-pack",
                f"{name} holds a name of the case's key",
                "Look for it in gate.toml and take it out. Where nobody has typed it there, tell the makers "
                "of redact.",
            )


def _stopping(texts: Iterable[str], held: Held, key: Key | None, rules: Path | None) -> Iterator[Finding]:
    """Check the texts, one behind the other, and give whatever would stop a review."""
    secret, case = new_secret(), held.found.case
    settings = Settings(edition=held.gate.edition, board=case.board, audience=Audience.PUBLIC, mode=case.mode)
    document = _document("\n\n".join(texts), secret)
    opened = [Opened(1, _NAME, document=document)]
    run = check_opened(
        opened, find([document]), settings, secret=secret, key=key, requirements=False, rules=rules
    )
    judgement = run.documents[0].judgement
    if document.gaps or judgement is None:
        raise RedactError("the texts of the pack could not be checked whole", "Tell the makers of redact.")
    yield from (one for one in judgement.findings if one.stops(None))


def _document(text: str, secret: bytes) -> Document:
    """Read what is our own text here and now: a name that was typed into it is written into no file."""
    from redact.formats.building import DocumentBuilder, Request
    from redact.formats.plain import read

    data = text.encode("utf-8")
    digest = hashlib.sha256(data).hexdigest()
    return read(data, DocumentBuilder(Request(_NAME, secret), sha256=digest, format=Format.TXT))


def _where(finding: Finding, asked: Mapping[str, str]) -> str:
    return next((name for name, text in asked.items() if finding.text in text), "one of its texts")


def _of_the_office(finding: Finding, facts: PackFacts) -> bool:
    """Tell whether it is a number or a mailbox of the board's own office, which belongs on a letter."""
    return finding.label in _OF_AN_OFFICE and bool(finding.text) and finding.text in facts.contact


def _locals(contact: str) -> str:
    """Write what stands before the @ of an address as words, in which a name is seen."""
    words = [" ".join(re.split(r"[\W_\d]+", mail[1])).title() for mail in _MAIL.finditer(contact)]
    return "".join(f"{one.strip()}\n" for one in words if one.strip()) or "None.\n"


def _known(facts: PackFacts) -> re.Pattern[str]:
    """Give a pattern of what stands in a pack by position, the longest first."""
    book, case = facts.book, facts.gate.case
    words = [facts.by_whom, *(one.given.who for one in facts.said), *_days(facts)]
    words += [] if may_be_a_name(case) else [case]
    for rule in book.rules:
        words += [rule.id, rule.title, *(rule.sentence or "").split(_WHERE)]
    for statement in book.gate.statements if book.gate is not None else ():
        words += [statement.id, *statement.sentence.split(_WHERE)]
    words += [one for pack in book.packs for one in (pack.title, pack.edition.value)]
    words += [one for board in book.boards for one in (board.id, board.title)]
    words += [facts.rule.source] if facts.rule is not None else []
    words += [one.name for one in facts.papers] + list(_OUR_WORDS)
    kept = sorted({word.strip() for word in words if word.strip()}, key=len, reverse=True)
    # A name is let through as a whole word alone: "Ann" is no part of "Annabel".
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, kept))})(?!\w)|{_OURS.pattern}")


def _days(facts: PackFacts) -> Iterator[str]:
    gate, by = facts.gate, facts.by
    moments: list[datetime] = [facts.as_of, *(one.given.when for one in facts.said)]
    moments += [gate.check.when] if gate.check is not None else []
    days: list[date] = [moment.date() for moment in moments]
    days += [*facts.days, *(day for day in (gate.publish_on, gate.initiated) if day is not None)]
    if by is not None:
        days += [by.hard, by.safe, by.uk_hard, *(one.day for one in by.counted.skipped)]
        yield from (one.because for one in by.counted.skipped)
        yield from (by.counted.source, by.counted.calendar)
    yield from (long_moment(moment) for moment in moments)
    yield from (long_day(day) for day in days)


def _refusal(name: str, finding: Finding, facts: PackFacts) -> Refusal:
    """Say what stands where and where it comes from, and no word of it."""
    what = (finding.label or "something").lower().replace("_", " ")
    typed = {
        "board_name": facts.board_name,
        "contact": f"{facts.contact} {_locals(facts.contact)}",
        "also": " ".join(facts.also),
    }
    came = next((field for field, text in typed.items() if finding.text and finding.text in text), None)
    where = f"{came} in gate.toml" if came else name
    then = (
        "Write the name of an office, its number and a mailbox of it there, or leave it empty."
        if came
        else "Look at that text with redact check, and tell the makers of redact."
    )
    return Refusal("name-in-pack", f"{where} holds what a review is kept clear of ({what})", then)
