"""A gate that is carried through its states step by step, as the program would write them, without files."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from redact.chain import Entry
from redact.publication.guards_files import parts_wanted
from redact.publication.needed import missing
from redact.publication.proceedings import asked_events
from redact.publication.recipients import who
from redact.publication.register import register_digest
from redact.publication.replaying import replay
from redact.publication.states import automatic, facts_of, judge
from redact.values.gate import GateAction, GateState, GateTable, Refusal
from redact.values.gate_record import Gate, Observed, PaperPart
from redact.values.rules import Edition, Mode, Rulebook
from redact.values.statements import GateRole, NeededStatement, Stage
from tests.shipped_rules import shipped_rules

CASE = "K-2027-1"
MODEL = "7" * 64
TOOL = "0.1.0"
_DRAFT = GateState.DRAFT
_UNTIL_BOARD = (Stage.REVIEW, Stage.SECOND_READING, Stage.DATA_PROTECTION, Stage.LEGAL, Stage.BOARD)
MANAGER = GateRole.MANAGER
# Nobody of these is a person.
PEOPLE = {
    GateRole.MANAGER: "Rufus Oakley",
    GateRole.AUTHOR: "Ada Quillfeather",
    GateRole.CHECKER: "Bram Netherby",
    GateRole.SECOND_READER: "Cleo Marwood",
    GateRole.DATA_PROTECTION: "Dunstan Pell",
    GateRole.LEGAL: "Edith Vane",
    GateRole.CHAIR: "Florian Ashgrove",
    GateRole.COMMUNICATIONS: "Greta Thistle",
}


def book() -> Rulebook:
    """The rules of redact."""
    return shipped_rules()


def table() -> GateTable:
    """The table of redact's own gate."""
    found = book().gate
    assert found is not None
    return found


def sha(of: object) -> str:
    """A digest of something invented."""
    return hashlib.sha256(str(of).encode()).hexdigest()


class Walk:
    """One case on its way. `do` takes a step that must be allowed, `refused` one that must not be."""

    def __init__(
        self,
        edition: Edition = Edition.WT2015,
        mode: Mode = Mode.FULL,
        board: str | None = None,
        now: datetime = datetime(2027, 2, 1, 9, 0),
    ) -> None:
        self.now = now
        self.seen = Observed(
            now,
            recipients=tuple(to.value for to in who(book(), Gate(CASE, _DRAFT, edition, mode, board))),
            intruder=True,
            rules=book().digest,
            model=MODEL,
        )
        self.entries: list[Entry] = []
        self._read: tuple[tuple[int, Entry], Gate] | None = None
        facts = {"edition": edition.value, "mode": mode.value, "audience": "public", "name": PEOPLE[MANAGER]}
        facts |= {"card": sha("card"), "book": book().digest, **({"board": board} if board else {})}
        self._write("start", facts)
        self.packs = 0

    @property
    def gate(self) -> Gate:
        """What the lines come to, each of which must stand in the table."""
        # Read anew only where a line was added, or the last one exchanged.
        newest = (len(self.entries), self.entries[-1])
        if self._read is None or self._read[0] != newest:
            self._read = (newest, replay(self.entries, table()))
        return self._read[1]

    def look(self) -> Observed:
        """What is seen at this moment."""
        return replace(self.seen, now=self.now)

    def judged(self, action: GateAction, role: GateRole = MANAGER, reason: str = "") -> tuple[Refusal, ...]:
        """What would be said of an action."""
        return judge(book(), self.gate, action, role, replace(self.look(), reason=reason))

    def refused(self, action: GateAction, role: GateRole = MANAGER, reason: str = "") -> Collection[str]:
        """The codes with which an action is refused."""
        refusals = self.judged(action, role, reason)
        assert refusals, f"{action} is not refused"
        return {one.code for one in refusals}

    def do(
        self, action: GateAction, role: GateRole = MANAGER, facts: Mapping[str, str] | None = None
    ) -> None:
        """Take a step, and those that follow by themselves."""
        facts = facts or {}
        refusals = self.judged(action, role, facts.get("reason", ""))
        assert not refusals, refusals
        self._add(action, role, facts)
        while steps := automatic(book(), self.gate, self.look()):
            for one, of in steps:
                self._add(one, of, {})

    def days(self, count: int) -> None:
        """Let days go by."""
        self.now += timedelta(days=count)

    # ------------------------------------------------------------------ what people do

    def attach(self, text: str = "first", parts: Collection[PaperPart] = (), **other: str) -> None:
        """Attach what the mode asks for; `other` are facts that are not as they should be."""
        wanted = tuple(parts) or parts_wanted(book(), self.gate)
        facts = {f"paper.{part.value}": sha((part, text)) for part in wanted}
        facts |= {f"form.{part.value}": "pdf" for part in wanted}
        facts |= {f"source.{part.value}": sha((part, text, "docx")) for part in wanted}
        facts |= {"check": sha((text, "check")), "readiness": "ready", "rules": book().digest, "model": MODEL}
        facts |= {"tool": TOOL, "open": "0", "unread": "0", "differences": "0", "same-words": "yes"}
        facts |= {"gaps": "0", "exceptions": "0", "lowered": "0"}
        self.do(
            GateAction.ATTACH, facts={**facts, **{name.replace("__", "."): to for name, to in other.items()}}
        )

    def sign(self, *stages: Stage, but: Collection[str] = ()) -> None:
        """Let everybody sign what is missing; the stages in their order."""
        for stage in stages:
            for one in missing(book(), self.gate, (stage,)):
                if one.rule.id not in but:
                    self.attest(one)

    def attest(self, one: NeededStatement, who_signs: str | None = None) -> None:
        """Let one statement be given."""
        rule, gate = one.rule, self.gate
        facts = {"statement": rule.id, "version": rule.version, "role": rule.role.value, "how": "recorded"}
        facts |= {
            "name": who_signs or PEOPLE[rule.role],
            "evidence": sha("letter"),
            "papers": gate.papers_digest,
        }
        facts |= {"rules": book().digest, "given": self.now.replace(tzinfo=UTC).isoformat()}
        facts |= {"check": gate.check.result} if gate.check is not None else {}
        facts |= {"subject": one.subject} if one.subject else {}
        facts |= {"reason": rule.reasons[0].value} if rule.reasons else {}
        self.do(GateAction.ATTEST, facts={**facts, "register": register_digest(gate)})

    def set_date(self, day: date) -> None:
        """Set the day of publication."""
        self.do(GateAction.SET_DATE, facts={"publish-on": day.isoformat()})

    def note(self, event: str, day: date) -> None:
        """Note that something has happened."""
        self.do(GateAction.NOTE, facts={"event": event, "on": day.isoformat()})

    def make_pack(self) -> None:
        """Make a pack of what is attached."""
        gate = self.gate
        self.packs += 1
        facts = {
            "pack": sha((gate.papers_digest, self.packs)),
            "number": str(self.packs),
            "papers": gate.papers_digest,
        }
        facts |= {"publish-on": gate.publish_on.isoformat()} if gate.publish_on else {}
        self.do(GateAction.MAKE_PACK, facts=facts)

    def send(self, to: str, at: datetime | None = None) -> None:
        """Write down that the newest pack was sent to somebody."""
        facts = {"to": to, "at": (at or self.now).isoformat(), "pack": self.gate.packs[-1].sha256}
        self.do(GateAction.RECORD_SENT, facts={**facts, "evidence": sha(to), "domain": f"{to}.example"})

    def send_all(self) -> None:
        """Write down that everybody has it who must."""
        for to in who(book(), self.gate):
            self.send(to.value)

    def happen(self) -> None:
        """Note yesterday for all that must have happened before publication."""
        for rule in asked_events(book(), self.gate):
            self.note(rule.any_of[0].value, self.now.date() - timedelta(days=1))

    def publish(self) -> None:
        """Publish what is attached."""
        places = {f"place.{paper.part.value}": paper.sha256 for paper in self.gate.papers}
        self.do(GateAction.PUBLISH, facts={"on": self.now.date().isoformat(), **places})

    # ------------------------------------------------------------------ to a state

    def to_signed_off(self) -> None:
        """From a draft, or from what was sent back, until the board has signed."""
        self.attach()
        self.sign(*_UNTIL_BOARD)

    def to_waiting(self, publish_on: date | None = None) -> None:
        """The same until all have it who must."""
        self.to_signed_off()
        if self.gate.mode is not Mode.NOT_PUBLISHED:
            self.set_date(publish_on or self.now.date() + timedelta(days=28))
        self.sign(Stage.BEFORE_SENDING)
        self.make_pack()
        self.send_all()

    def to_cleared(self) -> None:
        """The same until the days are over, on the day of publication."""
        self.to_waiting()
        assert self.gate.publish_on is not None
        self.days((self.gate.publish_on - self.now.date()).days)
        self.do(GateAction.CLEAR)

    def to_published(self) -> None:
        """The same until it is public."""
        self.to_cleared()
        self.happen()
        self.sign(Stage.BEFORE_PUBLICATION)
        self.publish()

    # ------------------------------------------------------------------ private

    def _add(self, action: GateAction, role: GateRole, facts: Mapping[str, str]) -> None:
        self._write(action.value, {**facts_of(book(), self.gate, action, role, facts), "book": book().digest})

    def _write(self, action: str, facts: Mapping[str, str]) -> None:
        self.entries.append(
            Entry(
                time=self.now.replace(tzinfo=UTC),
                actor=sha("card"),
                action=action,
                case=CASE,
                revision=0,
                facts=dict(facts),
                seq=len(self.entries) + 1,
                sha256=sha(len(self.entries)),
            )
        )
