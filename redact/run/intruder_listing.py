"""The records of a case as they are listed: of which files, what is open, what was found in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from redact.keystore import home
from redact.keystore.audit import Said, note
from redact.keystore.identity import Identity
from redact.run import decisions
from redact.run.case import open_case_key
from redact.run.case_file import CaseFolder
from redact.run.intruder_words import open_words
from redact.values.checking import CheckRun
from redact.values.intruder import IntruderRecord, OfFiles, ShownRecord
from redact.values.judgement import Outcome

if TYPE_CHECKING:
    from redact.judge import Words

__all__ = ["listed", "with_searches", "with_words", "words_of"]

_RULE = "x-18"  # of the motivated intruder; it is signed by a person, whatever is recorded


def words_of(found: CaseFolder, own: Path) -> Words:
    """Read what people have decided in a case, as it counts today.

    Raises: as `decisions.read` does.
    """
    from redact.judge import last_words

    return last_words(decisions.read(found, own).decisions, date.today())


def listed(
    records: Sequence[IntruderRecord], documents: Collection[str], words: Words
) -> tuple[ShownRecord, ...]:
    """Put records in the order of their days, each with what it comes to.

    Args:
        documents: the SHA-256 of the files that were given; none where none were.
        words: what people have decided in the case.
    """
    from redact.judge.intruder import matter_open

    wanted = set(documents)
    ordered = sorted(records, key=lambda one: (one.on, one.recorded))
    return tuple(ShownRecord(one, _of(one, wanted), matter_open(one, words)) for one in ordered)


def with_words(
    entries: Sequence[ShownRecord], found: CaseFolder, identity: Identity, own: Path
) -> tuple[ShownRecord, ...]:
    """Open what was found in words; the log of the key has it first.

    Raises:
        KeyFault, NotWritten: the key cannot be opened, or the log not written; nothing is shown then.
        Forged, KeyDamaged: what was sealed is not what was recorded.
    """
    opened = open_case_key(found, identity, own)
    trusted = home.trusted(own)
    told = [open_words(opened, identity, one.record, trusted=trusted) for one in entries]
    note(opened.path, opened.key, opened.sha256, identity, "read-searches", Said())
    return tuple(
        one if words is None else replace(one, words=words.words, strings=words.strings)
        for one, words in zip(entries, told, strict=True)
    )


def with_searches(outcome: CheckRun, records: Sequence[IntruderRecord], words: Words) -> CheckRun:
    """Say in a check in a case, where the rule on the test stands, what is recorded for these very files.

    It stays a statement that a person signs.

    Args:
        words: what people have decided in the case.
    """
    from redact.judge.intruder import intruder_test

    documents = {one.document.sha256 for one in outcome.documents if one.document is not None}
    if outcome.bundle is None or not documents:
        return outcome
    because = f"{intruder_test(records, documents, words).because}; a person still signs it"
    verdicts = tuple(
        replace(one, because=because) if one.rule == _RULE and one.outcome is Outcome.NEEDS_A_PERSON else one
        for one in outcome.bundle.verdicts
    )
    return replace(outcome, bundle=replace(outcome.bundle, verdicts=verdicts))


def _of(one: IntruderRecord, wanted: set[str]) -> OfFiles | None:
    if not wanted:
        return None
    theirs = set(one.documents)
    if theirs == wanted:
        return OfFiles.THESE
    return OfFiles.SOME if theirs & wanted else OfFiles.OTHER
