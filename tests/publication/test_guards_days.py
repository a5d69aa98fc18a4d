"""The guards on days: each recipient has its own, the latest governs, and other files begin the time anew.

The days are those of the calendar of 2027: Good Friday is 26 March, Easter Monday 29 March.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.publication.guards import GUARDS
from redact.publication.recipients import who
from redact.publication.sending import earliest
from redact.publication.sent import close_calls, sent_to, unsent
from redact.publication.states import warnings
from redact.values.deadlines import Recipient
from redact.values.gate import GateAction, GateState, Guard, Refusal
from redact.values.gate_record import Dispatch, Gate, Observed, PackRecord
from redact.values.rules import Edition, Mode
from redact.values.statements import Stage
from tests.publication.gate_walk import Walk, book, sha

G, S = Guard, GateState
A = GateAction
TUESDAY = date(2027, 4, 6)  # seven working days back is Wednesday 24 March, eight is Tuesday 23 March
IN_TIME = datetime(2027, 3, 22, 10, 0)
STAGES = tuple(Stage)[: list(Stage).index(Stage.BEFORE_SENDING) + 1]


def refused(guard: Guard, gate: Gate, now: datetime, **seen: object) -> tuple[Refusal, ...]:
    found = GUARDS[guard](book(), gate, replace(Observed(now), **seen))  # type: ignore[arg-type]
    assert all(one.guard is guard and "redact " in one.next for one in found)
    return found


def packed(edition: Edition = Edition.WT2015, publish_on: date = TUESDAY) -> Walk:
    """A case whose pack was made in good time."""
    walk = Walk(edition, now=datetime(2027, 3, 1, 9, 0))
    walk.to_signed_off()
    walk.set_date(publish_on)
    walk.sign(*STAGES)
    walk.make_pack()
    return walk


PACKED = packed()


def sent(**at: datetime) -> Gate:
    """The case of 2015 whose pack went out: each recipient at a time of its own, else on 22 March at ten."""
    to = {"ofsted": IN_TIME, "department": IN_TIME, "national-panel": IN_TIME}
    to |= {name.replace("_", "-"): moment for name, moment in at.items()}
    pack = PACKED.gate.packs[-1].sha256
    given = tuple(Dispatch(name, moment, pack, sha(name)) for name, moment in to.items())
    return replace(PACKED.gate, dispatches=given, state=S.WAITING)


EARLY = tuple(replace(one, at=datetime(2027, 3, 1, 10, 0)) for one in sent().dispatches)


# ------------------------------------------------------------------ sent in time


@pytest.mark.parametrize(
    ("at", "late", "warned"),
    [
        (datetime(2027, 3, 22, 10, 0), False, False),
        (datetime(2027, 3, 23, 17, 0), False, False),  # the safe day
        (datetime(2027, 3, 23, 17, 1), False, True),  # counts as the day after
        (datetime(2027, 3, 24, 9, 0), False, True),
        (datetime(2027, 3, 24, 17, 0), False, True),  # the last minute
        (datetime(2027, 3, 24, 17, 1), True, False),
        (datetime(2027, 3, 25, 9, 0), True, False),
        (datetime(2027, 3, 26, 9, 0), True, False),
    ],
)
def test_between_the_safe_and_the_last_day_there_is_a_warning_and_then_no_more(
    at: datetime, late: bool, warned: bool
) -> None:
    gate = sent(national_panel=at)
    now = datetime(2027, 3, 26, 12, 0)
    assert [one.code for one in refused(G.SENT_IN_TIME, gate, now)] == ["late"] * late
    assert len(warnings(book(), gate, Observed(now))) == warned


def test_a_late_sending_says_when_it_counts_and_which_day_would_be_in_time() -> None:
    (one,) = refused(G.SENT_IN_TIME, sent(ofsted=datetime(2027, 3, 24, 17, 1)), IN_TIME)
    assert one.what == (
        "Ofsted was sent it on Wednesday 24 March 2027 at 17:01, which counts as Thursday 25 March 2027: too "
        "late for Tuesday 6 April 2027, as Wednesday 7 April 2027 is the first day"
    )
    assert one.next == "Set a later day, Thursday 8 April 2027 or after it: redact gate set-date 2027-04-08"


def test_each_recipient_has_a_day_of_its_own_and_the_latest_governs() -> None:
    gate = sent(ofsted=datetime(2027, 3, 25, 9, 0), department=datetime(2027, 3, 31, 9, 0))
    told = refused(G.SENT_IN_TIME, gate, datetime(2027, 3, 31, 12, 0))
    assert [one.what.partition(" was sent")[0] for one in told] == ["Ofsted", "the Department for Education"]
    assert {one.next for one in told} == {
        "Set a later day, Monday 12 April 2027 or after it: redact gate set-date 2027-04-12"
    }
    moved = replace(gate, publish_on=date(2027, 4, 12))
    assert refused(G.SENT_IN_TIME, moved, datetime(2027, 3, 31, 12, 0)) == ()


def test_what_was_sent_twice_counts_from_its_first_day() -> None:
    gate = sent()
    again = Dispatch("ofsted", datetime(2027, 3, 31, 9, 0), gate.packs[-1].sha256, sha("again"))
    assert refused(G.SENT_IN_TIME, replace(gate, dispatches=(again, *gate.dispatches)), IN_TIME) == ()


def test_the_time_begins_anew_with_other_files_and_not_with_another_pack_of_the_same() -> None:
    walk = packed()
    walk.now = IN_TIME
    walk.send_all()
    assert walk.gate.state is S.WAITING
    walk.make_pack()  # the letters, made anew
    assert walk.gate.state is S.WAITING
    assert unsent(book(), walk.gate) == ()
    walk.attach("second")
    assert unsent(book(), walk.gate) == ("ofsted", "department", "national-panel")
    assert sent_to(book(), walk.gate, walk.look()) == ()
    walk.sign(*STAGES)
    assert walk.gate.state is S.SIGNED_OFF
    assert walk.refused(A.RECORD_SENT) == {"not-now"}
    walk.make_pack()
    assert walk.gate.state is S.PACK_MADE


def test_the_same_files_again_keep_what_was_sent_and_signed() -> None:
    walk = packed()
    walk.now = IN_TIME
    walk.send_all()
    walk.do(A.RETURN, facts={"reason": "wrong-file"})
    walk.attach()
    assert walk.gate.state is S.SIGNED_OFF
    walk.make_pack()
    assert walk.gate.state is S.WAITING


def test_a_day_on_which_the_office_is_closed_only_lengthens() -> None:
    gate = sent(ofsted=datetime(2027, 3, 24, 9, 0))
    assert refused(G.SENT_IN_TIME, gate, IN_TIME) == ()
    (one,) = refused(G.SENT_IN_TIME, gate, IN_TIME, closed=(date(2027, 3, 31),))
    assert one.code == "late"


def test_the_reading_for_the_whole_kingdom_is_a_warning() -> None:
    # 17 March is a holiday in Northern Ireland: counted without it, 8 March is the last day for 18 March.
    walk = packed(publish_on=date(2027, 3, 18))
    pack = walk.gate.packs[-1].sha256
    at = datetime(2027, 3, 8, 9, 0)  # the safe day
    gate = replace(
        walk.gate, dispatches=tuple(Dispatch(to, at, pack, sha(to)) for to in walk.seen.recipients)
    )
    assert refused(G.SENT_IN_TIME, gate, at) == ()
    assert warnings(book(), gate, Observed(at)) == ()
    later = replace(
        gate, dispatches=tuple(replace(one, at=datetime(2027, 3, 9, 9)) for one in gate.dispatches)
    )
    (first, *_) = warnings(book(), later, Observed(at))
    assert "in time under one reading of the edition alone" in first
    assert "redact gate set-date 2027-03-19" in first


def test_a_day_on_which_nobody_is_there_is_a_warning_until_all_have_it() -> None:
    gate = replace(PACKED.gate, publish_on=date(2027, 4, 10))  # a Saturday
    (one,) = warnings(book(), gate, Observed(IN_TIME))
    assert one == "the day of publication is no working day: nobody is there to answer"
    assert warnings(book(), replace(sent(), publish_on=date(2027, 4, 10)), Observed(IN_TIME)) == ()
    assert warnings(book(), replace(gate, state=S.PUBLISHED), Observed(IN_TIME)) == ()


def test_a_day_that_is_over_is_a_warning_until_all_have_it() -> None:
    for day, words in ((date(2027, 3, 21), "Sunday 21 March 2027, is over"), (IN_TIME.date(), ", is today")):
        (one,) = warnings(book(), replace(PACKED.gate, publish_on=day), Observed(IN_TIME))
        assert words in one
        assert warnings(book(), replace(sent(), dispatches=EARLY, publish_on=day), Observed(IN_TIME)) == ()


@pytest.mark.parametrize(
    ("at", "wanted"),
    [
        (datetime(2027, 4, 1, 9, 0), []),  # Thursday to Thursday
        (datetime(2027, 4, 1, 17, 1), ["late"]),
        (datetime(2027, 4, 2, 9, 0), ["late"]),
        (datetime(2027, 3, 26, 9, 0), []),  # Good Friday counts as Tuesday 30 March
    ],
)
def test_the_edition_of_2013_asks_for_a_week_and_for_the_panel_alone(at: datetime, wanted: list[str]) -> None:
    walk = packed(Edition.WT2013, date(2027, 4, 8))
    assert walk.seen.recipients == ("national-panel",)
    dispatch = Dispatch("national-panel", at, walk.gate.packs[-1].sha256, sha("p"))
    gate = replace(walk.gate, dispatches=(dispatch,))
    assert [one.code for one in refused(G.SENT_IN_TIME, gate, at)] == wanted
    assert refused(G.ALL_SENT, gate, at) == ()


@pytest.mark.parametrize("edition", [Edition.WT2006, Edition.WT2010, Edition.WT2010B])
def test_editions_that_count_no_days_send_it_to_ofsted_before_the_day(edition: Edition) -> None:
    walk = packed(edition, TUESDAY)
    assert walk.seen.recipients == (Recipient.OFSTED.value,)
    (missing,) = refused(G.ALL_SENT, walk.gate, IN_TIME)
    assert missing.code == "not-sent"
    pack = walk.gate.packs[-1].sha256
    for at, wanted in ((datetime(2027, 4, 5, 23, 0), []), (datetime(2027, 4, 6, 0, 0), ["late"])):
        gate = replace(walk.gate, dispatches=(Dispatch("ofsted", at, pack, sha("p")),))
        assert [one.code for one in refused(G.SENT_IN_TIME, gate, at)] == wanted


def test_the_editions_from_2018_on_have_recipients_of_their_own() -> None:
    for edition in (Edition.WT2018, Edition.WT2023):
        assert Walk(edition).seen.recipients == ("national-panel", "secretary-of-state", "ofsted")


@given(
    at=st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 1)),
    publish_on=st.dates(date(2026, 1, 1), date(2029, 1, 31)),
)
def test_late_close_and_in_time_are_what_the_days_say(at: datetime, publish_on: date) -> None:
    rule = next(pack.sent_before for pack in book().packs if pack.edition is Edition.WT2015)
    assert rule is not None
    pack = PackRecord(sha("p"), 1, publish_on, PACKED.gate.papers_digest, PACKED.now)
    gate = replace(
        PACKED.gate,
        publish_on=publish_on,
        packs=(pack,),
        dispatches=(Dispatch("ofsted", at, pack.sha256, sha("e")),),
    )
    days = earliest(at, rule)
    late = bool(refused(G.SENT_IN_TIME, gate, at))
    warned = bool(close_calls(book(), gate, Observed(at)))
    assert late is (publish_on < days.hard)
    assert warned is (days.hard <= publish_on < max(days.safe, days.uk_hard))
    assert bool(refused(G.DAYS_OVER, gate, at)) is (at.date() < days.hard)


# ------------------------------------------------------------------ to whom


def test_everybody_who_must_have_it_has_an_address_at_a_listed_domain() -> None:
    gate = PACKED.gate
    everybody = ("ofsted", "department", "national-panel")
    assert refused(G.RECIPIENTS_KNOWN, gate, IN_TIME, recipients=everybody) == ()
    (one,) = refused(G.RECIPIENTS_KNOWN, gate, IN_TIME, recipients=everybody[:2])
    assert (one.code, one.what) == ("no-address", "there is no address of the national panel")
    assert "under [addresses], as national-panel" in one.next
    (wrong,) = refused(
        G.RECIPIENTS_KNOWN, gate, IN_TIME, recipients=everybody[1:], wrong_recipients=("ofsted",)
    )
    assert wrong.code == "wrong-recipient"
    assert "the address of Ofsted" in wrong.what
    assert "letter by letter" in wrong.next


def test_it_is_sent_to_all_and_each_who_is_missing_is_named() -> None:
    assert refused(G.ALL_SENT, sent(), IN_TIME) == ()
    gate = sent()
    walk = packed()
    walk.now = IN_TIME
    assert walk.refused(A.CLEAR) == {"not-sent"}
    told = refused(G.ALL_SENT, replace(gate, dispatches=gate.dispatches[:1]), IN_TIME)
    assert [one.code for one in told] == ["not-sent", "not-sent"]
    assert "the Department for Education was sent these files" in told[0].what
    assert "redact gate record-sent --to department" in told[0].next


def test_what_was_sent_by_somebody_else_besides_is_no_matter() -> None:
    gate = sent()
    other = Dispatch("coroner", datetime(2027, 4, 5, 9, 0), gate.packs[-1].sha256, sha("c"))
    assert refused(G.SENT_IN_TIME, replace(gate, dispatches=(*gate.dispatches, other)), IN_TIME) == ()


# ------------------------------------------------------------------ the day


@pytest.mark.parametrize(
    ("now", "publish_on", "wanted"),
    [
        (datetime(2027, 3, 24, 16, 59), TUESDAY, []),
        (datetime(2027, 3, 24, 17, 1), TUESDAY, ["late"]),  # nobody could send it in time any more
        (datetime(2027, 3, 25, 9, 0), TUESDAY, ["late"]),
        (datetime(2027, 4, 7, 9, 0), TUESDAY, ["late"]),
        (datetime(2027, 3, 1, 9, 0), None, ["no-date"]),
    ],
)
def test_a_pack_is_made_for_a_day_that_can_be_kept(
    now: datetime, publish_on: date | None, wanted: list[str]
) -> None:
    gate = replace(PACKED.gate, publish_on=publish_on)
    assert [one.code for one in refused(G.DATE_SET, gate, now)] == wanted


def test_a_day_that_cannot_be_kept_names_the_one_that_can() -> None:
    (one,) = refused(G.DATE_SET, PACKED.gate, datetime(2027, 3, 25, 9, 0))
    assert one.what == (
        "what is sent today may not be published on Tuesday 6 April 2027: the first day is Wednesday 7 April "
        "2027"
    )
    assert one.next.endswith("redact gate set-date 2027-04-08")
    (over,) = refused(G.DATE_SET, PACKED.gate, datetime(2027, 4, 7, 9, 0))
    assert over.what.startswith("the day of publication, Tuesday 6 April 2027, is over")


def test_once_all_have_it_the_day_of_today_does_not_matter() -> None:
    assert refused(G.DATE_SET, sent(), datetime(2027, 4, 7, 9, 0)) == ()


def test_the_days_run_until_the_last_who_had_it() -> None:
    gate = sent(department=datetime(2027, 3, 24, 9, 0))  # the first day is Tuesday 6 April
    (one,) = refused(G.DAYS_OVER, gate, datetime(2027, 4, 5, 23, 59))
    assert one.code == "too-early"
    assert one.next == "Wait until Tuesday 6 April 2027; then: redact gate clear"
    (earlier,) = refused(
        G.DAYS_OVER, gate, datetime(2027, 3, 30, 9, 0)
    )  # the others' days are not over either
    assert earlier == one
    assert refused(G.DAYS_OVER, gate, datetime(2027, 4, 6, 0, 0)) == ()


def test_nothing_is_published_before_its_day() -> None:
    gate = replace(sent(), state=S.CLEARED)
    (one,) = refused(G.DAY_REACHED, gate, datetime(2027, 4, 5, 23, 59))
    assert one.code == "too-early"
    assert one.what == "the day of publication is Tuesday 6 April 2027, and today is Monday 5 April 2027"
    assert "redact gate publish" in one.next
    assert refused(G.DAY_REACHED, gate, datetime(2027, 4, 6, 0, 0)) == ()
    assert refused(G.DAY_REACHED, gate, datetime(2027, 4, 16, 9, 0)) == ()  # later is no harm


def test_what_is_published_is_what_was_sent() -> None:
    gate = sent()
    assert refused(G.WHAT_WAS_SENT, gate, IN_TIME) == ()
    (one,) = refused(G.WHAT_WAS_SENT, gate, IN_TIME, published_as_sent=False)
    assert one.code == "changed-byte"
    (unsent_,) = refused(G.WHAT_WAS_SENT, replace(gate, dispatches=()), IN_TIME)
    assert unsent_.code == "not-sent"
    other = replace(gate, papers=(replace(gate.papers[0], sha256=sha("another")),))
    (changed,) = refused(G.WHAT_WAS_SENT, other, IN_TIME)
    assert changed.code == "not-sent"


# ------------------------------------------------------------------ on the way


def test_a_case_that_is_late_is_not_cleared_until_another_day_is_set() -> None:
    walk = packed()
    walk.now = datetime(2027, 3, 25, 9, 0)
    walk.send_all()
    walk.days(20)
    assert walk.refused(A.CLEAR) == {"late"}
    walk.set_date(date(2027, 4, 19))
    walk.do(A.CLEAR)
    assert walk.gate.state is S.CLEARED
    assert walk.refused(A.PUBLISH) >= {"too-early"}


def test_another_day_after_the_clearing_is_judged_anew() -> None:
    walk = packed()
    walk.now = IN_TIME
    walk.send_all()
    walk.days(15)
    walk.do(A.CLEAR)
    walk.set_date(date(2027, 3, 29))
    assert walk.gate.state is S.WAITING
    assert walk.refused(A.CLEAR) == {"late"}


def test_a_changed_byte_holds_each_step_up_from_the_review_to_the_publication() -> None:
    walk = packed()
    walk.now = IN_TIME
    walk.send_all()
    walk.seen = replace(walk.seen, changed=(walk.gate.papers[0].part,))
    walk.days(15)
    assert walk.refused(A.CLEAR) == {"changed-byte"}
    walk.do(A.BREAK, facts={"parts": "report"})
    assert (walk.gate.state, walk.gate.before) == (S.BROKEN, S.WAITING)
    assert walk.refused(A.CLEAR) == {"not-now"}


def test_whoever_was_sent_the_reasons_alone_counts_no_days() -> None:
    walk = Walk(Edition.WT2015, Mode.NOT_PUBLISHED)
    walk.to_waiting()
    gate = replace(walk.gate, state=S.SENT)
    assert refused(G.SENT_IN_TIME, gate, walk.now + timedelta(days=400)) == ()


@pytest.mark.parametrize("edition", Edition)
def test_under_each_edition_somebody_has_it_before_the_public(edition: Edition) -> None:
    for board in (None, *(one.id for one in book().boards)):
        gate = replace(PACKED.gate, edition=edition, board=board)
        assert who(book(), gate)
        assert [one.code for one in refused(G.ALL_SENT, replace(gate, dispatches=()), IN_TIME)] == (
            ["not-sent"] * len(who(book(), gate))
        )
