"""What a step is judged by besides the log: the clock, the files, the decisions, what is configured.

Nothing is asked for and nothing is opened: a digest tells whether a file is the one that was checked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from redact.chain import Entry
from redact.errors import Unreadable
from redact.run import decisions, gate_clock, gate_settings
from redact.run.gate_lines import Held
from redact.run.intruder import intruder_test_of
from redact.values.case import Case, settings_of
from redact.values.decisions import Answer, Decision
from redact.values.gate import GateAction, Refusal
from redact.values.gate_record import AttachedPaper, Gate, Observed, PaperPart
from redact.values.judgement import Readiness
from redact.values.rules import Edition, How, Rulebook

__all__ = [
    "PAPERS",
    "case_refusals",
    "changed_parts",
    "check_path",
    "digest_of",
    "edition_of",
    "kept_papers",
    "observe",
    "paper_path",
    "source_path",
]

PAPERS = "papers"
_CHUNK = 1024**2
_SIGNATURES = 2  # an exception is given by two people


def observe(held: Held, own: Path) -> Observed:
    """Look at everything outside the log that a step of this gate may wait for.

    Raises:
        WrongUse: `gate.toml` has a fault.
        Damaged, Forged, Unreadable: what people have decided or recorded cannot be read.
    """
    from redact.publication.recipients import sort_out
    from redact.recognise.model.shipped import shipped

    gate, settings = held.gate, gate_settings.load(held.found.folder)
    now = gate_clock.moment().replace(tzinfo=None)
    to = sort_out(held.book, gate, settings)
    until, alone = _exceptions(held, own)
    model = shipped()
    return Observed(
        now=now,
        changed=changed_parts(held.found.folder, kept_papers(gate)),
        closed=settings.closed,
        recipients=to.usable,
        wrong_recipients=to.wrong,
        intruder=_intruder(held, own, now.date()),
        exceptions_until=until,
        own_exceptions=alone,
        floor_rules=settings.floor_rules,
        rules=held.book.digest,
        model=model.digest if model is not None else "",
    )


def changed_parts(folder: Path, papers: Iterable[AttachedPaper]) -> tuple[PaperPart, ...]:
    """Give the parts of a publication whose file, or whose Word file, is not the one that was checked.

    A file that is not there is another one too.

    Raises:
        Unreadable: one cannot be read just now, so that nobody can tell.
    """
    changed = [
        paper.part
        for paper in papers
        if digest_of(paper_path(folder, paper)) != paper.sha256
        or (paper.source and digest_of(source_path(folder, paper)) != paper.source)
    ]
    return tuple(dict.fromkeys(changed))


def kept_papers(gate: Gate) -> tuple[AttachedPaper, ...]:
    """Give the attached files of which the case has copies: those whose check was ready."""
    check = gate.check
    ready = check is not None and check.readiness is Readiness.READY and check.same_words
    return gate.papers if ready else ()


def paper_path(folder: Path, paper: AttachedPaper) -> Path:
    """Say where a file that is to be published lies in the folder of its case."""
    return folder / PAPERS / f"{paper.part.value}-{paper.sha256[:16]}.{paper.form}"


def check_path(folder: Path, sha256: str) -> Path:
    """Say where the result of a check of such files lies: the bytes of which the log has the digest."""
    return folder / PAPERS / f"check-{sha256[:16]}.json"


def source_path(folder: Path, paper: AttachedPaper) -> Path:
    """Say where the Word file behind it lies."""
    return folder / PAPERS / f"{paper.part.value}-{paper.source[:16]}.docx"


def digest_of(path: Path) -> str:
    """Give the SHA-256 of a file; empty where there is none.

    Raises:
        Unreadable: it is there, and cannot be read.
    """
    held = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                held.update(chunk)
    except (FileNotFoundError, NotADirectoryError):
        return ""
    except OSError as error:
        # It may be open elsewhere: whoever took that for another file would send the review back.
        raise Unreadable(
            f"a file of the case cannot be read (error {error.errno})",
            "Close it in other programs, look at your right to read it, and do it again.",
        ) from None
    return held.hexdigest()


def case_refusals(held: Held) -> tuple[Refusal, ...]:
    """Refuse where `case.toml` says something else than when the gate was begun: checks go by it."""
    said, case = held.log.entries[0].facts, held.found.case
    edition = edition_of(case, held.book)
    stated = case_facts(case) | {"edition": "" if edition is None else edition.value}
    if all(said.get(name, "") == value for name, value in stated.items()):
        return ()
    return (
        Refusal(
            "case-changed",
            "case.toml has another edition, board, audience, mode or day than when the gate was begun",
            "Put back what stood there. What was checked under it counts for nothing under another.",
        ),
    )


def edition_of(case: Case, book: Rulebook) -> Edition | None:
    """Give the edition of a case, stated or told by the day of its beginning; none where it is a guess."""
    from redact.publication.editions import with_edition

    settings = with_edition(settings_of(case), book, ())
    return None if settings.edition_how is How.GUESSED else settings.edition


def case_facts(case: Case) -> dict[str, str]:
    """Give what holds for a case as the first line of its log has it, without what is not stated."""
    return {
        "edition": case.edition.value if case.edition else "",
        "mode": case.mode.value,
        "audience": case.audience.value,
        "board": case.board or "",
        "initiated": case.initiated.isoformat() if case.initiated else "",
    }


# ------------------------------------------------------------------ private


def _intruder(held: Held, own: Path, day: date) -> bool:
    """Tell whether somebody has tried to find out, with exactly the files that are to be published."""
    files = [paper.sha256 for paper in held.gate.papers]
    return bool(files) and intruder_test_of(held.found, own, files, day=day).done


def _exceptions(held: Held, own: Path) -> tuple[date | None, int]:
    """Say when the first exception ends on which the check stands, and how many two people have not signed.

    Each person's last word counts, also one that was given after the check.
    """
    from redact.judge import last_words

    check = held.gate.check
    if check is None or not check.exceptions:
        return None, 0
    words = last_words(decisions.read(held.found, own).decisions, gate_clock.moment().date()).by_fingerprint
    ends, alone = [], 0
    for fingerprint in _stood_on(held.log.entries):
        given = words.get(fingerprint, ())
        days = sorted(_days_of_two(given), reverse=True)
        if len(days) < _SIGNATURES or any(one.answer is not Answer.EXCEPTION for one in given):
            alone += 1
        else:
            ends.append(days[_SIGNATURES - 1])
    return min(ends, default=None), alone


def _stood_on(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Give the fingerprints of the exceptions on which the newest check stands."""
    facts = next(one.facts for one in reversed(entries) if one.action == GateAction.ATTACH.value)
    return tuple(facts.get(f"exception.{k}", "") for k in range(1, int(facts["exceptions"]) + 1))


def _days_of_two(given: Sequence[Decision]) -> list[date]:
    """Give the last day of each exception that somebody else has signed; a name alone anybody can write."""
    from redact.publication.same_people import is_same

    found: list[Decision] = []
    for one in given:
        known = any(is_same(one.who, "", other.who, "") for other in found)
        if one.answer is Answer.EXCEPTION and one.signature is not None and not known:
            found.append(one)
    return [one.expires for one in found if one.expires is not None]
