"""Each guard both ways: what lets a step through, and what stops it, with its code and what to do next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from redact.publication.guards import GUARDS
from redact.publication.guards_files import parts_wanted
from redact.publication.needed import missing
from redact.values.gate import GateAction, GateState, Guard, Refusal
from redact.values.gate_record import CheckRecord, Gate, Observed, PaperPart, ReadGap
from redact.values.judgement import Readiness
from redact.values.rules import Edition, Mode
from redact.values.statements import GateRole, Stage
from tests.publication.gate_walk import MODEL, PEOPLE, TOOL, Walk, book, sha

G, S = Guard, GateState
NOW = datetime(2027, 2, 1, 9, 0)
CHECKED = CheckRecord(sha("check"), Readiness.READY, book().digest, MODEL, TOOL, NOW)
BARE = Gate("K-2027-1", S.CHECKING, Edition.WT2015, Mode.FULL, check=CHECKED)
SEEN = Observed(NOW)


def refused(guard: Guard, gate: Gate = BARE, seen: Observed = SEEN) -> tuple[Refusal, ...]:
    """What a guard says; whatever it says, it tells what to do next and by which command."""
    found = GUARDS[guard](book(), gate, seen)
    for one in found:
        assert one.guard is guard
        assert "redact " in one.next
    return found


def codes(guard: Guard, gate: Gate = BARE, seen: Observed = SEEN) -> list[str]:
    return [one.code for one in refused(guard, gate, seen)]


def checked(**other: Any) -> Gate:
    return replace(BARE, check=replace(CHECKED, **other))


def test_there_is_a_function_for_each_guard() -> None:
    assert set(GUARDS) == set(Guard)


# ------------------------------------------------------------------ files


def test_a_file_that_is_as_it_was_checked_passes() -> None:
    assert refused(G.FILES_UNCHANGED) == ()


def test_a_changed_byte_stops_and_says_in_which_part() -> None:
    seen = replace(SEEN, changed=(PaperPart.REPORT, PaperPart.ACTION_PLAN))
    one, other = refused(G.FILES_UNCHANGED, seen=seen)
    assert one.code == other.code == "changed-byte"
    assert "the report in the folder of the case" in one.what
    assert "the action plan in the folder of the case" in other.what
    assert "redact gate attach" in one.next


@pytest.mark.parametrize(
    ("edition", "mode", "parts"),
    [
        (Edition.WT2006, Mode.FULL, ["summary"]),
        (Edition.WT2010, Mode.FULL, ["summary"]),
        (Edition.WT2010B, Mode.FULL, ["report", "summary"]),
        (Edition.WT2013, Mode.FULL, ["report"]),
        (Edition.WT2015, Mode.FULL, ["report"]),
        (Edition.WT2023, Mode.FULL, ["report"]),
        (Edition.WT2015, Mode.SUMMARY_ONLY, ["summary"]),
        (Edition.WT2010, Mode.ANONYMOUS, ["summary"]),
        (Edition.WT2015, Mode.ANONYMOUS, ["report"]),
        (Edition.WT2023, Mode.IMPROVEMENTS_ONLY, ["improvements"]),
        (Edition.WT2018, Mode.NOT_PUBLISHED, ["reasons"]),
    ],
)
def test_each_mode_wants_its_files(edition: Edition, mode: Mode, parts: list[str]) -> None:
    gate = replace(BARE, edition=edition, mode=mode)
    assert [part.value for part in parts_wanted(book(), gate)] == parts
    told = refused(G.PAPERS_COMPLETE, gate)
    assert [one.code for one in told] == ["papers-missing"] * len(parts)
    assert all(f"--{part} FILE" in one.next for part, one in zip(parts, told, strict=True))
    walk = Walk(edition, mode)
    walk.attach(parts=[*parts_wanted(book(), gate), PaperPart.COMPANION])
    assert refused(G.PAPERS_COMPLETE, walk.gate) == ()


def test_every_mode_wants_a_file_under_every_edition() -> None:
    for edition in Edition:
        for mode in Mode:
            assert parts_wanted(book(), replace(BARE, edition=edition, mode=mode)), (edition, mode)


@pytest.mark.parametrize(
    ("other", "wanted", "words"),
    [
        ({}, [], ""),
        ({"readiness": Readiness.NOT_READY, "open": 1}, ["open-finding"], "1 finding is open"),
        ({"readiness": Readiness.NOT_READY, "open": 3}, ["open-finding"], "3 findings are open"),
        ({"readiness": Readiness.NOT_READY}, ["open-finding"], "something is open"),
        ({"readiness": Readiness.CANNOT_TELL, "unread": 1}, ["unread-page"], "1 place in these files"),
        ({"readiness": Readiness.CANNOT_TELL, "unread": 2}, ["unread-page"], "2 places in these files"),
        ({"readiness": Readiness.CANNOT_TELL}, ["unread-page"], "something in these files"),
        (
            {"readiness": Readiness.NOT_READY, "open": 2, "unread": 4},
            ["open-finding", "unread-page"],
            "4 places",
        ),
        ({"readiness": Readiness.READY, "open": 1}, ["open-finding"], "1 finding is open"),
        ({"readiness": Readiness.READY, "unread": 1}, ["unread-page"], "1 place in these files"),
    ],
)
def test_a_check_is_ready_or_says_what_is_open(other: dict[str, Any], wanted: list[str], words: str) -> None:
    told = refused(G.CHECK_READY, checked(**other))
    assert [one.code for one in told] == wanted
    assert words in " ".join(one.what for one in told)


def test_without_a_file_there_is_no_check() -> None:
    (one,) = refused(G.CHECK_READY, replace(BARE, check=None))
    assert (one.code, one.what) == ("papers-missing", "no file is attached")
    assert refused(G.SAME_WORDS, replace(BARE, check=None)) == ()
    assert refused(G.RULES_NEW_ENOUGH, replace(BARE, check=None), replace(SEEN, rules=sha("new"))) == ()


@pytest.mark.parametrize(("differences", "words"), [(0, "says"), (1, "in 1 place"), (5, "in 5 places")])
def test_a_word_that_differs_stops(differences: int, words: str) -> None:
    assert refused(G.SAME_WORDS) == ()
    (one,) = refused(G.SAME_WORDS, checked(same_words=False, differences=differences))
    assert one.code == "words-differ"
    assert one.what.endswith(words)


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ({}, ""),
        ({"rules": book().digest, "model": MODEL}, ""),
        ({"floor_rules": "0.1.0"}, ""),
        ({"floor_rules": "0.1"}, ""),
        ({"floor_rules": "0.0.9"}, ""),
        ({"floor_rules": book().digest[:8]}, ""),
        ({"floor_rules": book().digest.upper()}, ""),
        ({"rules": sha("newer")}, "the rules have been changed since"),
        ({"model": sha("newer")}, "the name model has been changed since"),
        ({"floor_rules": "0.1.1"}, "with an older version than the board's settings allow"),
        ({"floor_rules": "0.10"}, "with an older version than the board's settings allow"),
        ({"floor_rules": "1"}, "with an older version than the board's settings allow"),
        ({"floor_rules": sha("floor")[:8]}, "with an older version than the board's settings allow"),
    ],
)
def test_rules_and_model_are_those_that_are_installed_and_not_below_the_floor(
    seen: dict[str, str], words: str
) -> None:
    told = refused(G.RULES_NEW_ENOUGH, seen=replace(SEEN, **seen))  # type: ignore[arg-type]
    assert [one.code for one in told] == (["old-rules"] if words else [])
    assert words in " ".join(one.what for one in told)


def test_a_version_is_compared_by_its_numbers() -> None:
    assert codes(G.RULES_NEW_ENOUGH, checked(tool="0.10.0.dev1"), replace(SEEN, floor_rules="0.9.0")) == []
    assert codes(G.RULES_NEW_ENOUGH, checked(tool="0.9.0"), replace(SEEN, floor_rules="0.10.0")) == [
        "old-rules"
    ]


@pytest.mark.parametrize(
    ("until", "publish_on", "wanted"),
    [
        (None, date(2027, 3, 8), []),
        (date(2027, 3, 8), date(2027, 3, 8), []),  # its last day is the day itself
        (date(2027, 3, 7), date(2027, 3, 8), ["exception-ends"]),
        (date(2027, 2, 1), None, []),
        (date(2027, 1, 31), None, ["exception-ends"]),
        (date(2027, 1, 31), date(2027, 1, 31), ["exception-ends"]),  # the day is past, and it is not public
    ],
)
def test_an_exception_holds_until_the_day_of_publication(
    until: date | None, publish_on: date | None, wanted: list[str]
) -> None:
    gate = replace(BARE, publish_on=publish_on)
    assert codes(G.EXCEPTIONS_HOLD, gate, replace(SEEN, exceptions_until=until)) == wanted


def test_the_end_of_an_exception_is_a_day_as_people_read_it() -> None:
    seen = replace(SEEN, exceptions_until=date(2027, 3, 24))
    (one,) = refused(G.EXCEPTIONS_HOLD, replace(BARE, publish_on=date(2027, 4, 6)), seen)
    assert one.what == "an exception ends on Wednesday 24 March 2027, before Tuesday 6 April 2027"


@pytest.mark.parametrize(("alone", "words"), [(1, "an exception stands"), (2, "2 exceptions stand")])
def test_nobody_approves_their_own_exception(alone: int, words: str) -> None:
    (one,) = refused(G.EXCEPTIONS_HOLD, seen=replace(SEEN, own_exceptions=alone))
    assert one.code == "own-exception"
    assert words in one.what


def test_somebody_has_tried_to_recognise_the_people() -> None:
    assert codes(G.INTRUDER_TRIED, seen=replace(SEEN, intruder=True)) == []
    assert codes(G.INTRUDER_TRIED) == ["no-intruder-test"]


# ------------------------------------------------------------------ people and what they sign


@pytest.mark.parametrize(
    ("state", "stage"),
    [
        (S.IN_REVIEW, Stage.REVIEW),
        (S.SECOND_READING, Stage.SECOND_READING),
        (S.DATA_PROTECTION, Stage.DATA_PROTECTION),
        (S.LEGAL, Stage.LEGAL),
        (S.BOARD, Stage.BOARD),
    ],
)
def test_each_stage_waits_for_its_statements(state: GateState, stage: Stage) -> None:
    walk = Walk(board="bath-nes")
    walk.attach()
    for before in list(Stage)[: list(Stage).index(stage)]:
        walk.sign(before)
    assert walk.gate.state is state
    wanted = missing(book(), walk.gate, (stage,))
    assert wanted, "nobody signs at this stage, so that nobody is asked"
    told = refused(G.STATEMENTS_OF_STAGE, walk.gate)
    assert [one.code for one in told] == ["missing-statement"] * len(wanted)
    assert all(rule.rule.role.words in one.what for rule, one in zip(wanted, told, strict=True))
    assert f"redact gate ask {wanted[0].rule.id} " in told[0].next
    assert f"--as {wanted[0].rule.role.value} " in told[0].next
    stayed = walk.gate
    walk.sign(stage)
    assert walk.gate.state is not state
    assert refused(G.STATEMENTS_OF_STAGE, replace(walk.gate, state=stayed.state)) == ()


def test_what_an_earlier_stage_asks_for_is_asked_for_later_too() -> None:
    walk = Walk()
    walk.attach()
    walk.sign(Stage.REVIEW)
    early = {one.rule.id for one in missing(book(), replace(walk.gate, statements=()), (Stage.REVIEW,))}
    later = refused(G.STATEMENTS_OF_STAGE, replace(walk.gate, state=S.BOARD, statements=()))
    assert early <= {one.what.split("'")[1] for one in later}


def test_before_sending_and_before_publication_all_is_asked_for_until_then() -> None:
    walk = Walk()
    walk.to_signed_off()
    walk.set_date(date(2027, 3, 8))
    unsigned = replace(walk.gate, statements=())
    assert set(codes(G.STATEMENTS_BEFORE_SENDING, unsigned)) == {"missing-statement"}
    walk.sign(Stage.BEFORE_SENDING)
    assert codes(G.STATEMENTS_BEFORE_SENDING, walk.gate) == []
    told = codes(G.STATEMENTS_BEFORE_PUBLICATION, walk.gate)
    assert set(told) == {"missing-statement", "family-not-told"}
    walk.sign(Stage.BEFORE_PUBLICATION)
    assert codes(G.STATEMENTS_BEFORE_PUBLICATION, walk.gate) == []


@pytest.mark.parametrize(
    ("edition", "board", "id_"),
    [
        (Edition.WT2015, None, "family-seen"),
        (Edition.WT2015, "milton-keynes", "mk-25"),
        (Edition.WT2023, None, "family-seen"),
    ],
)
def test_a_family_that_was_not_told_is_a_refusal_of_its_own(
    edition: Edition, board: str | None, id_: str
) -> None:
    walk = Walk(edition, board=board)
    walk.to_signed_off()
    told = refused(G.STATEMENTS_BEFORE_PUBLICATION, walk.gate)
    (one,) = [one for one in told if one.code == "family-not-told"]
    assert repr(id_) in one.what


def test_each_place_that_the_program_could_not_read_is_signed_for() -> None:
    walk = Walk()
    first = {"gap.1": "hmac:1", "where.1": "page 7 of the report"}
    walk.attach(**first, **{"gaps": "2", "gap.2": "hmac:2", "where.2": "page 9"})
    told = [one for one in refused(G.STATEMENTS_OF_STAGE, walk.gate) if one.code == "unread-page"]
    assert len(told) == 2
    assert "I read page 7 of the report myself" in told[0].what
    walk.sign(Stage.REVIEW)
    assert walk.gate.state is S.SECOND_READING
    assert walk.gate.check is not None
    assert walk.gate.check.gaps == (ReadGap("hmac:1", "page 7 of the report"), ReadGap("hmac:2", "page 9"))


def test_a_state_without_a_stage_asks_for_no_statement() -> None:
    assert refused(G.STATEMENTS_OF_STAGE, replace(BARE, state=S.WAITING)) == ()


def test_one_person_is_not_two_of_those_who_look_after_each_other() -> None:
    walk = Walk()
    for role in (GateRole.AUTHOR, GateRole.SECOND_READER):
        walk.do(GateAction.NAME, facts={"role": role.value, "name": PEOPLE[role]})
    assert codes(G.PEOPLE_DISTINCT, walk.gate) == []
    walk.do(GateAction.NAME, facts={"role": "second-reader", "name": PEOPLE[GateRole.AUTHOR]})
    (one,) = refused(G.PEOPLE_DISTINCT, walk.gate)
    assert one.code == "same-person"
    assert "author and second reader" in one.what


# ------------------------------------------------------------------ what happens outside


def test_under_the_edition_of_2010_an_open_inquest_bars_publication_and_later_it_is_weighed() -> None:
    inquest = {"id": "p1", "kind": "inquest", "court": "coroner", "next": "2027-05-03"}
    for edition, ends in ((Edition.WT2010B, "2027-01-31"), (Edition.WT2015, None)):
        walk = Walk(edition)
        walk.to_signed_off()
        assert codes(G.PROCEEDINGS, walk.gate) == []
        walk.do(GateAction.PROCEEDING, GateRole.LEGAL, inquest)
        assert codes(G.PROCEEDINGS, walk.gate) == ["open-proceedings"]
        if ends is not None:
            walk.do(GateAction.PROCEEDING, GateRole.LEGAL, {**inquest, "concluded": ends})
            assert codes(G.PROCEEDINGS, walk.gate) == []


def test_under_the_edition_of_2010_the_evaluation_is_received_first() -> None:
    walk = Walk(Edition.WT2010B)
    walk.attach()
    assert "evaluation-not-received" in codes(G.EVENTS_BEFORE_PUBLICATION, walk.gate)
    walk.note("evaluation-received", date(2027, 2, 1))  # on the day itself is not before it
    assert "evaluation-not-received" in codes(G.EVENTS_BEFORE_PUBLICATION, walk.gate)
    walk.happen()
    assert codes(G.EVENTS_BEFORE_PUBLICATION, walk.gate) == []


def test_under_the_edition_of_2015_nobody_waits_for_an_evaluation() -> None:
    walk = Walk(Edition.WT2015)
    walk.attach()
    assert "evaluation-not-received" not in codes(G.EVENTS_BEFORE_PUBLICATION, walk.gate)


def test_a_reason_is_a_code_and_there_is_one() -> None:
    assert codes(G.REASON_GIVEN, seen=replace(SEEN, reason="court-order")) == []
    assert codes(G.REASON_GIVEN) == ["no-reason"]


@pytest.mark.parametrize(
    ("edition", "published", "now", "wanted"),
    [
        (Edition.WT2015, date(2027, 3, 8), datetime(2028, 3, 8, 9), ["still-on-view"]),
        (Edition.WT2015, date(2027, 3, 8), datetime(2028, 3, 9, 9), []),
        (Edition.WT2023, date(2028, 2, 29), datetime(2029, 2, 28, 9), ["still-on-view"]),
        (Edition.WT2023, date(2028, 2, 29), datetime(2029, 3, 1, 9), []),
        (Edition.WT2010B, date(2027, 3, 8), datetime(2027, 3, 9, 9), []),  # it says nothing of twelve months
        (Edition.WT2015, None, datetime(2027, 3, 9, 9), []),
    ],
)
def test_it_stays_on_view_as_long_as_the_edition_says(
    edition: Edition, published: date | None, now: datetime, wanted: list[str]
) -> None:
    gate = replace(BARE, edition=edition, published_on=published)
    assert codes(G.AVAILABLE_LONG_ENOUGH, gate, replace(SEEN, now=now)) == wanted


def test_until_when_it_stays_on_view_is_said_as_people_read_it() -> None:
    gate = replace(BARE, published_on=date(2027, 3, 8))
    (one,) = refused(G.AVAILABLE_LONG_ENOUGH, gate)
    assert one.what == (
        "it was published on Monday 8 March 2027 and stays on view until Thursday 9 March 2028"
    )


def test_no_refusal_has_a_word_that_was_typed_into_the_case() -> None:
    walk = Walk()
    facts = {
        "id": "p1",
        "kind": "care",
        "court": "family-court",
        "reference": "ZC27/9",
        "protects": "Child Q",
    }
    walk.do(GateAction.PROCEEDING, facts=facts)
    gate = replace(walk.gate, state=S.CLEARED, check=CHECKED)
    told = [one for guard in Guard for one in refused(guard, gate)]
    assert "open-proceedings" in {one.code for one in told}
    said = " ".join(one.what + one.next for one in told)
    assert "Child Q" not in said
    assert "ZC27/9" not in said
