"""`gate pack`: what is sent before a publication, in one file whose bytes follow from the log and the papers.

The file is made, checked, written, read back and given its name before the log says that there is one. A
process that is killed leaves the old state, and at most a pack that no line names.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from redact.errors import Damaged
from redact.keystore.identity import Identity
from redact.run import gate_log, gate_settings
from redact.run.case_file import CaseFolder
from redact.run.gate_judging import role_refusals
from redact.run.gate_lines import Doing, Held, refuse
from redact.run.gate_pack_facts import facts_of, next_number
from redact.run.gate_pack_members import members_for, texts_of
from redact.run.gate_pack_texts import key_of, must_hold_no_name
from redact.storage import look_ahead, write_new, write_over
from redact.values.gate import GateAction
from redact.values.gate_record import Observed
from redact.values.statements import GateRole

__all__ = ["Made", "build", "make"]


@dataclass(frozen=True, slots=True)
class Made:
    """A pack that was made, and the gate with its line. `members` are the names in it."""

    held: Held = field(repr=False)
    sha256: str
    number: int
    members: tuple[str, ...]


def make(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    output: Path,
    *,
    with_key: bool = False,
    rules: Path | None = None,
) -> Made:
    """Make a pack, check the texts that it adds, write it, and note it in the log.

    Args:
        output: the file to be; there is none of that name.
        with_key: open the key of the case, so that whoever is in it is found in those texts.
        rules: the folder of a partnership's own rules.

    Raises:
        GateRefuses: it may not be made now; or one of its texts holds what a review is kept clear of.
        NotWritten: it could not be written; nothing is noted then.
        RedactError: as `gate_log.act` does.
    """
    look_ahead(output)
    packing = _Packing(identity, own, output, with_key, rules)
    try:
        held = gate_log.act(found, identity, own, packing.doing, rules=rules)
    except BaseException:  # Ctrl-C too: no file stays that no line names
        packing.take_back()
        raise
    return Made(held, packing.sha256, held.gate.packs[-1].number, packing.names)


def build(
    held: Held, identity: Identity, *, key_of_case: Path | None = None, rules: Path | None = None
) -> bytes:
    """Put a pack of a gate as it is now together: the same log, papers and settings give the same bytes.

    Args:
        key_of_case: the user's own folder, where the key of the case is to be opened for the check.

    Raises: as `make` does.
    """
    from redact.publication.packing import made, members_of, sums_faults

    facts = facts_of(held, identity)
    members = members_for(held, facts, identity)
    must_hold_no_name(
        texts_of(facts, members),
        facts,
        held,
        key=key_of(held, identity, key_of_case) if key_of_case is not None else None,
        rules=rules,
    )
    data = made(members)
    if sums_faults(members_of(data)):
        raise Damaged("the pack does not read back as it was made", "Tell the makers of redact.")
    return data


# ------------------------------------------------------------------ private


@dataclass(slots=True)
class _Packing:
    """One pack in the making, which is made anew where somebody has written into the log meanwhile."""

    identity: Identity = field(repr=False)
    own: Path
    output: Path = field(repr=False)
    with_key: bool
    rules: Path | None = field(repr=False)
    sha256: str = ""
    names: tuple[str, ...] = ()

    def doing(self, held: Held, seen: Observed) -> Sequence[Doing]:
        """Say what is to be done: nothing is made of what would be refused."""
        from redact.publication.states import judge

        action, role = GateAction.MAKE_PACK, GateRole.MANAGER
        refuse(role_refusals(held.gate, self.identity.card.id, role))
        if judge(held.book, held.gate, action, role, seen):
            return [Doing(action, role)]  # it is refused, with all that goes with that
        own = self.own if self.with_key else None
        self._write(build(held, self.identity, key_of_case=own, rules=self.rules))
        return [Doing(action, role, self._facts(held))]

    def take_back(self) -> None:
        """Remove the file, if it is the one that was written here."""
        with contextlib.suppress(OSError):
            if self.sha256 and _digest(self.output.read_bytes()) == self.sha256:
                self.output.unlink()

    def _write(self, data: bytes) -> None:
        from redact.publication.packing import members_of

        again = bool(self.sha256)
        self.sha256, self.names = _digest(data), tuple(members_of(data))
        write = write_over if again else write_new
        try:
            write(self.output, data, private=True)
        except BaseException:
            if not again:
                self.sha256 = ""
            raise

    def _facts(self, held: Held) -> dict[str, str]:
        from redact.publication.recipients import rule_of
        from redact.publication.sending import send_by

        gate, settings = held.gate, gate_settings.load(held.found.folder)
        facts = {"pack": self.sha256, "number": str(next_number(gate)), "papers": gate.papers_digest}
        if gate.publish_on is None:
            return facts
        facts["publish-on"] = gate.publish_on.isoformat()
        rule = rule_of(held.book, gate)
        if rule is not None:
            by = send_by(gate.publish_on, rule, settings.closed)
            facts |= {"hard": by.hard.isoformat(), "safe": by.safe.isoformat()}
        return facts


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
