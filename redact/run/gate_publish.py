"""`gate publish`: what lies at its final place is held, byte for byte, against the pack that was sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from redact.errors import Unreadable, WrongUse
from redact.keystore.identity import Identity
from redact.run import gate_log
from redact.run.case_file import CaseFolder
from redact.run.check import Watcher, watch_nothing
from redact.run.gate_changes import ChangedPart, held_against
from redact.run.gate_lines import Doing, Held, refuse
from redact.run.gate_seen import digest_of
from redact.run.reading import naming
from redact.values.days import long_day
from redact.values.gate import GateAction, Refusal
from redact.values.gate_record import AttachedPaper, Gate, Observed, PaperPart
from redact.values.statements import GateRole

__all__ = ["Placed", "place", "publish"]


@dataclass(frozen=True, slots=True)
class Placed:
    """The files at their final place: which part each is, which of them are no file that was sent.

    `missing` are the parts that were sent and of which no file was given.
    """

    digests: Mapping[PaperPart, str]
    changed: tuple[ChangedPart, ...]
    missing: tuple[PaperPart, ...]
    paths: Mapping[PaperPart, Path] = field(repr=False)

    @property
    def as_sent(self) -> bool:
        """Tell whether every part was given as it was sent."""
        return not self.changed and not self.missing


def place(
    found: CaseFolder, gate: Gate, paths: Sequence[Path], *, watcher: Watcher = watch_nothing
) -> Placed:
    """Hash files at their final place, and say of each which part it is.

    A file with the bytes of a part is that part. Another one is held against the parts that are left, and is
    taken for the one whose words it has most of.

    Raises:
        WrongUse: more files are given than parts were sent, or one is given twice.
        Unreadable: one cannot be read.
    """
    if len({path.resolve() for path in paths}) < len(paths):
        raise WrongUse("one file is given twice", "Name each file once after --at.")
    told = {path: _digest(path, number, len(paths)) for number, path in enumerate(paths, 1)}
    left = list(gate.papers)
    placed: dict[PaperPart, Path] = {}
    others: list[Path] = []
    for path, digest in told.items():
        paper = next((one for one in left if one.sha256 == digest), None)
        if paper is None:
            others.append(path)
            continue
        left.remove(paper)
        placed[paper.part] = path
    if len(others) > len(left):
        raise WrongUse(
            f"{len(others) - len(left)} more files are given than were sent",
            "Give those that are published: " + ", ".join(one.part.words for one in gate.papers),
        )
    changed = held_against(found.folder, left, others, watcher=watcher)
    placed |= {one.part: one.path for one in changed if one.path is not None}
    missing = tuple(one.part for one in left if one.part not in placed)
    return Placed({part: told[path] for part, path in placed.items()}, changed, missing, placed)


def publish(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    placed: Placed,
    *,
    on: date | None = None,
    reference: str | None = None,
    role: GateRole = GateRole.MANAGER,
    rules: Path | None = None,
) -> Held:
    """Note that the files lie where the public reads them.

    Args:
        on: the day; today where none is given. An earlier one is judged as of that day.
        reference: a number under which the page is found; never a name.

    Raises:
        GateRefuses: they are not what was sent, or something else is missing.
        RedactError: as `gate_log.act` does.
    """

    def doing(_held: Held, seen: Observed) -> list[Doing]:
        day = on or seen.now.date()
        if day > seen.now.date():
            refuse((_not_yet(day),))
        facts = {f"place.{part.value}": digest for part, digest in placed.digests.items()}
        facts["on"] = day.isoformat()
        if reference is not None:
            facts["reference"] = reference
        # What was public on an earlier day is judged as of that day: it may have been too early.
        sight = replace(seen, published_as_sent=placed.as_sent, now=datetime.combine(day, seen.now.time()))
        return [Doing(GateAction.PUBLISH, role, facts, sight)]

    return gate_log.act(found, identity, own, doing, rules=rules)


# ------------------------------------------------------------------ private


def _not_yet(day: date) -> Refusal:
    return Refusal(
        "not-yet",
        f"{long_day(day)} has not come, so nothing can have been published on it",
        "Write it down on that day: redact gate publish",
    )


def _digest(path: Path, number: int, several: int) -> str:
    with naming(number, several > 1):
        digest = digest_of(path) if path.is_file() else ""
        if not digest:
            raise Unreadable("it is not there, or cannot be read", "Look at its name after --at.")
    return digest


_Papers = Sequence[AttachedPaper]
