"""The log of a gate comes to one state, however it was written; what cannot be is no line of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redact import chain
from redact.chain import Entry
from redact.publication.replaying import replay
from redact.publication.states import to_of
from redact.values.gate import GateAction, GateState
from redact.values.gate_record import Gate, GateEvent, PaperPart, papers_digest
from redact.values.judgement import Readiness
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, How, Stage
from tests.publication.gate_walk import CASE, MODEL, PEOPLE, Walk, book, sha, table

A, S = GateAction, GateState
REASON = {"reason": "court-direction"}


def written(entries: list[Entry]) -> list[Entry]:
    """The same lines, as they come back from a real file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "gate.jsonl"
        chain.append(path, entries, signer="card", sign=lambda _: "0" * 128)
        return list(chain.read(path).entries)


def without_digests(gate: Gate) -> Gate:
    return replace(gate, head="")


# ------------------------------------------------------------------ what the lines come to


def test_the_first_line_begins_the_case() -> None:
    walk = Walk(Edition.WT2010B, Mode.FULL, "bromley")
    gate = walk.gate
    assert (gate.case, gate.state, gate.edition, gate.mode, gate.board) == (
        CASE, S.DRAFT, Edition.WT2010B, Mode.FULL, "bromley",
    )  # fmt: skip
    manager = gate.who(GateRole.MANAGER)
    assert manager is not None
    assert manager.name == PEOPLE[GateRole.MANAGER]
    assert (gate.lines, gate.head, gate.last) == (1, walk.entries[0].sha256, walk.entries[0].time)


def test_an_attached_publication_is_known_by_its_digests_and_its_check() -> None:
    walk = Walk()
    walk.attach(
        "first",
        (PaperPart.REPORT, PaperPart.RESPONSE),
        **{"readiness": "not_ready", "open": "3", "unread": "2", "same-words": "no", "differences": "4"},
        **{
            "gaps": "1",
            "gap.1": "hmac:" + "a" * 32,
            "where.1": "page 7",
            "lowered": "1",
            "lowered.1": "br-02",
        },
        **{"exceptions": "1", "exception.1": "hmac:" + "b" * 32},
    )
    gate, check = walk.gate, walk.gate.check
    assert [one.part for one in gate.papers] == [PaperPart.REPORT, PaperPart.RESPONSE]
    assert gate.papers[0].sha256 == sha((PaperPart.REPORT, "first"))
    assert check is not None
    assert (check.readiness, check.open, check.unread, check.same_words) == (Readiness.NOT_READY, 3, 2, False)
    assert (check.differences, check.exceptions, check.lowered, check.model) == (4, 1, ("br-02",), MODEL)
    assert [gap.where for gap in check.gaps] == ["page 7"]
    assert gate.state is S.CHECKING


def test_other_files_take_the_place_of_all_that_were_attached() -> None:
    walk = Walk()
    walk.attach("first", (PaperPart.REPORT, PaperPart.SUMMARY))
    walk.attach("second", (PaperPart.REPORT,))
    assert [one.part for one in walk.gate.papers] == [PaperPart.REPORT]
    assert walk.gate.papers_digest == papers_digest(walk.gate.papers) != ""


def test_a_role_has_one_name_the_newest() -> None:
    walk = Walk()
    for name in ("Ada Quillfeather", "Hollis Brand"):
        walk.do(A.NAME, facts={"role": "author", "name": name})
    assert [one.name for one in walk.gate.people if one.role is GateRole.AUTHOR] == ["Hollis Brand"]


def test_a_proceeding_of_the_same_id_is_the_same_one_changed() -> None:
    walk = Walk()
    facts = {"id": "p1", "kind": "inquest", "court": "coroner", "protects": "Child A"}
    walk.do(A.PROCEEDING, facts={**facts, "next": "2027-03-01"})
    walk.do(A.PROCEEDING, GateRole.LEGAL, {**facts, "concluded": "2027-03-02"})
    (one,) = walk.gate.proceedings
    assert (one.next_on, one.concluded, one.protects) == (None, date(2027, 3, 2), "Child A")


def test_a_published_case_holds_all_that_led_to_it() -> None:
    walk = Walk(Edition.WT2015, Mode.FULL, "bath-nes")
    walk.to_published()
    gate = walk.gate
    assert gate.published_on == walk.now.date() == gate.publish_on
    assert {one.to for one in gate.dispatches} == {"ofsted", "department", "national-panel"}
    (pack,) = gate.packs
    assert (pack.papers, pack.number, pack.publish_on) == (gate.papers_digest, 1, gate.publish_on)
    assert all(one.how is How.RECORDED and one.when.tzinfo is UTC for one in gate.statements)
    assert gate.lines == len(walk.entries)


def test_a_side_state_remembers_where_it_was_entered_from() -> None:
    walk = Walk()
    walk.to_waiting()
    walk.do(A.REPRESENT, facts={**REASON, "from": "ofsted"})
    assert (walk.gate.state, walk.gate.before) == (S.REPRESENTATIONS, S.WAITING)
    walk.do(A.SETTLE, facts=REASON)
    assert (walk.gate.state, walk.gate.before) == (S.WAITING, None)


def test_whoever_decides_not_to_publish_lets_go_of_the_files() -> None:
    walk = Walk()
    walk.to_waiting()
    walk.do(A.DECIDE_NOT_TO_PUBLISH, GateRole.CHAIR, REASON)
    gate = walk.gate
    assert (gate.state, gate.mode, gate.papers, gate.check, gate.publish_on) == (
        S.NOT_TO_BE_PUBLISHED, Mode.NOT_PUBLISHED, (), None, None,
    )  # fmt: skip
    walk.to_waiting()
    assert walk.gate.state is S.NOT_TO_BE_PUBLISHED
    assert [one.part for one in walk.gate.papers] == [PaperPart.REASONS]


def test_the_same_files_published_again_begin_their_time_anew() -> None:
    walk = Walk()
    walk.to_published()
    first = walk.gate.published_on
    walk.do(A.WITHDRAW, GateRole.CHAIR, REASON)
    walk.days(30)
    walk.do(A.REPUBLISH, facts={**REASON, "on": walk.now.date().isoformat()})
    assert walk.gate.state is S.REPUBLISHED
    assert first is not None
    assert walk.gate.published_on == first + timedelta(days=30)


def test_a_destroyed_key_is_a_day_in_the_case() -> None:
    walk = Walk(mode=Mode.NOT_PUBLISHED)
    walk.to_waiting()
    walk.sign(Stage.BEFORE_PUBLICATION)
    walk.do(A.ARCHIVE)
    walk.do(A.DESTROY_KEY, facts={"certificate": sha("c")})
    assert walk.gate.notes[GateEvent.KEY_DESTROYED] == walk.now.date()


# ------------------------------------------------------------------ any judged steps


class Model:
    """What a case should come to, told from the steps alone."""

    def __init__(self, walk: Walk) -> None:
        self.walk = walk
        self.state, self.mode = S.DRAFT, walk.gate.mode
        self.counts = dict.fromkeys(("statements", "packs", "dispatches"), 0)
        self.day: date | None = None

    def take(self, action: GateAction, role: GateRole, facts: dict[str, str]) -> None:
        """Take a step if it may be taken, and write down what it should come to."""
        walk = self.walk
        before, lines = walk.gate, len(walk.entries)
        if walk.judged(action, role, facts.get("reason", "")):
            assert walk.gate == before
            return
        walk.do(action, role, facts)
        for entry in walk.entries[lines:]:
            one = GateAction(entry.action)
            to = to_of(
                book(), replace(before, state=self.state, mode=self.mode), one, GateRole(entry.facts["by"])
            )
            self.state = to or self.state
            if one is A.DECIDE_NOT_TO_PUBLISH:
                self.mode, self.day = Mode.NOT_PUBLISHED, None
        self.counts["statements"] += action is A.ATTEST
        self.counts["packs"] += action is A.MAKE_PACK
        self.counts["dispatches"] += action is A.RECORD_SENT
        if action is A.SET_DATE:
            self.day = date.fromisoformat(facts["publish-on"])


def _attach(walk: Walk, text: str) -> dict[str, str]:
    other = Walk(walk.gate.edition, walk.gate.mode)
    other.attach(text)
    line = next(one for one in other.entries if one.action == A.ATTACH.value)
    return {name: value for name, value in line.facts.items() if name not in ("by", "state", "book")}


def _pack(walk: Walk) -> dict[str, str]:
    number = len(walk.gate.packs) + 1
    facts = {"pack": sha(number), "number": str(number), "papers": walk.gate.papers_digest or sha("")}
    return {**facts, **({"publish-on": walk.gate.publish_on.isoformat()} if walk.gate.publish_on else {})}


def _sent(walk: Walk) -> dict[str, str]:
    there = {one.to for one in walk.gate.dispatches}
    to = next((one for one in walk.seen.recipients if one not in there), walk.seen.recipients[0])
    pack = walk.gate.packs[-1].sha256 if walk.gate.packs else sha("none")
    return {"to": to, "at": walk.now.isoformat(), "pack": pack, "evidence": sha("receipt")}


def _published(walk: Walk) -> dict[str, str]:
    return {
        "on": walk.now.date().isoformat(),
        **{f"place.{one.part.value}": one.sha256 for one in walk.gate.papers},
    }


def _parts(walk: Walk) -> dict[str, str]:
    return {"parts": ",".join(one.part.value for one in walk.gate.papers)}


STEPS: dict[str, tuple[GateAction, GateRole, Callable[[Walk], dict[str, str]]]] = {
    "attach": (A.ATTACH, GateRole.MANAGER, lambda walk: _attach(walk, "first")),
    "attach other": (A.ATTACH, GateRole.MANAGER, lambda walk: _attach(walk, "second")),
    "name": (A.NAME, GateRole.MANAGER, lambda _: {"role": "chair", "name": "Hollis Brand"}),
    "note": (A.NOTE, GateRole.MANAGER, lambda _: {"event": "decided", "on": "2027-01-04"}),
    "proceeding": (
        A.PROCEEDING, GateRole.LEGAL,
        lambda _: {"id": "p1", "kind": "care", "court": "family-court", "concluded": "2027-01-04"},
    ),
    "date": (
        A.SET_DATE, GateRole.MANAGER,
        lambda walk: {"publish-on": (walk.now.date() + timedelta(days=30)).isoformat()},
    ),
    "pack": (A.MAKE_PACK, GateRole.MANAGER, _pack),
    "sent": (A.RECORD_SENT, GateRole.MANAGER, _sent),
    "clear": (A.CLEAR, GateRole.MANAGER, lambda _: {}),
    "publish": (A.PUBLISH, GateRole.MANAGER, _published),
    "archive": (A.ARCHIVE, GateRole.MANAGER, lambda _: {}),
    "key": (A.DESTROY_KEY, GateRole.MANAGER, lambda _: {"certificate": sha("c")}),
    "return": (A.RETURN, GateRole.LEGAL, lambda _: dict(REASON)),
    "represent": (A.REPRESENT, GateRole.MANAGER, lambda _: dict(REASON)),
    "settle": (A.SETTLE, GateRole.MANAGER, lambda _: dict(REASON)),
    "withdraw": (A.WITHDRAW, GateRole.CHAIR, lambda _: dict(REASON)),
    "republish": (
        A.REPUBLISH, GateRole.MANAGER, lambda walk: {**REASON, "on": walk.now.date().isoformat()},
    ),
    "decide": (A.DECIDE_NOT_TO_PUBLISH, GateRole.CHAIR, lambda _: dict(REASON)),
    "break": (A.BREAK, GateRole.MANAGER, _parts),
}  # fmt: skip
FORWARD = (
    "attach",
    "sign",
    "date",
    "pack",
    "sent",
    "sent",
    "sent",
    "days",
    "clear",
    "events",
    "publish",
    "archive",
)
ANY = st.one_of(st.sampled_from(FORWARD), st.sampled_from([*STEPS, "sign", "days", "events"]))


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    begun=st.sampled_from([FORWARD[:count] for count in range(len(FORWARD) + 1)]),
    more=st.lists(ANY, max_size=12),
    mode=st.sampled_from(Mode),
    edition=st.sampled_from([Edition.WT2010B, Edition.WT2013, Edition.WT2023]),
)
def test_whatever_steps_are_judged_and_taken_the_log_replays_to_the_same_gate(
    begun: tuple[str, ...], more: list[str], mode: Mode, edition: Edition
) -> None:
    walk = Walk(edition, mode)
    model = Model(walk)
    for name in (*begun, *more):
        if name == "days":
            walk.days(31)
        elif name == "sign":
            before = len(walk.gate.statements)
            walk.sign(*Stage) if walk.gate.check and walk.gate.state in _SIGNABLE else None
            model.counts["statements"] += len(walk.gate.statements) - before
            model.state = walk.gate.state  # what follows by itself is judged on its own elsewhere
        elif name == "events":
            walk.happen() if walk.gate.state in _SIGNABLE else None
        else:
            action, role, facts = STEPS[name]
            model.take(action, role, facts(walk))
    gate = walk.gate
    assert (gate.state, gate.mode, gate.publish_on) == (model.state, model.mode, model.day)
    assert {name: len(getattr(gate, name)) for name in model.counts} == model.counts
    assert gate.lines == len(walk.entries)
    again = replay(written(walk.entries), table())
    assert without_digests(again) == without_digests(gate)
    # Each beginning of a log is a gate too: a process that was killed leaves one.
    assert all(replay(walk.entries[:end]).lines == end for end in range(1, len(walk.entries) + 1))


_SIGNABLE = frozenset(S) - {S.ARCHIVED, S.KEY_DESTROYED}
