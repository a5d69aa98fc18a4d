"""What may be decided about what, by whom, and why; and what is listed of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from redact.errors import WrongUse
from redact.keystore import home
from redact.keystore.identity import Identity
from redact.run.case import DECISIONS
from redact.run.case_file import CaseFolder
from redact.run.deciding import REASONS_FOR, Aim, Asked, aims, decide, listing, only, reason_of, who_decides
from redact.run.decisions import read
from redact.values.case import Case
from redact.values.decided import Effect
from redact.values.decisions import Answer, Reason
from redact.values.judgement import Severity
from redact.values.since import Told, ToldDocument, ToldThing
from tests.judge.decisions import DAY, decision
from tests.keystore.people import imogen

BLOCKS, ASKS, NOTED, GAP = ("hmac:" + digits * 16 for digits in ("0a", "0b", "0c", "0d"))
TWIN = "hmac:" + "0a" * 15 + "ff"  # begins as BLOCKS does
REPORT = Told(
    None,
    (),
    (ToldDocument("document 1.txt", "1" * 64),),
    (
        ToldThing(BLOCKS, 0, 0, True, "person-name", Severity.BLOCK),
        ToldThing(ASKS, 0, 1, True, "person-name-unsure", Severity.ASK),
        ToldThing(NOTED, 0, 2, False, "relative-day", Severity.NOTE),
        ToldThing(GAP, 0, 0, True),
        ToldThing(GAP, 0, 1, True),  # the same picture once more
        ToldThing(TWIN, 0, 3, True, "postcode", Severity.BLOCK),
    ),
)
FITS = {
    Answer.MISTAKEN: (BLOCKS, ASKS, NOTED),
    Answer.KEEP: (ASKS, NOTED),
    Answer.EXCEPTION: (BLOCKS, ASKS, NOTED),
    Answer.CHANGE: (BLOCKS, ASKS, NOTED, GAP),
    Answer.LOOKED_AT: (GAP,),
}


@pytest.mark.parametrize("answer", Answer)
@pytest.mark.parametrize("target", [BLOCKS, ASKS, NOTED, GAP])
def test_an_answer_that_would_clear_nothing_is_refused(answer: Answer, target: str) -> None:
    if target in FITS[answer]:
        assert [aim.fingerprint for aim in aims([target], REPORT, answer)] == [target]
    else:
        with pytest.raises(WrongUse):
            aims([target], REPORT, answer)
    # Without a report nobody can tell what it is.
    assert aims([target], None, answer) == (Aim(target),)


@pytest.mark.parametrize("text", [ASKS, ASKS[5:], ASKS[5:13], ASKS[:13], f" {ASKS.upper()} ", ASKS[5:20]])
def test_a_fingerprint_may_be_shortened_where_a_report_tells_it(text: str) -> None:
    assert [aim.fingerprint for aim in aims([text, ASKS], REPORT, Answer.KEEP)] == [ASKS]


REFUSED = [
    ("0a0a0a0a", REPORT, "2 fingerprints of the report begin so"),
    ("0b0b0b0", REPORT, "at least its first eight"),  # seven digits
    ("0b0b0b0b", None, "without a report"),
    ("Kestrelia", REPORT, "32 hex digits"),
    ("hmac:", REPORT, "32 hex digits"),
    (ASKS + "0", REPORT, "32 hex digits"),
    ("9f" * 16, REPORT, "holds no finding and no gap"),
    ("9f9f9f9f", REPORT, "holds no finding and no gap"),
]


@pytest.mark.parametrize(("text", "report", "words"), REFUSED)
def test_what_names_no_finding_is_refused(text: str, report: Told | None, words: str) -> None:
    with pytest.raises(WrongUse, match=words) as caught:
        aims([text], report, Answer.MISTAKEN)
    assert caught.value.remedy
    assert text not in str(caught.value) + caught.value.remedy


def test_every_answer_has_its_reasons_and_every_reason_an_answer() -> None:
    assert set(REASONS_FOR) == set(Answer)
    assert {reason for reasons in REASONS_FOR.values() for reason in reasons} == set(Reason)


@pytest.mark.parametrize(
    ("answer", "code", "reason"),
    [
        (Answer.CHANGE, None, Reason.TO_BE_CHANGED),  # the only one
        (Answer.LOOKED_AT, None, Reason.READ_BY_A_PERSON),
        (Answer.MISTAKEN, "not-a-name", Reason.NOT_A_NAME),
        (Answer.KEEP, "public-body", Reason.PUBLIC_BODY),
        (Answer.MISTAKEN, None, None),  # several, and none was given
        (Answer.MISTAKEN, "family-wish", None),  # a name is a name, whoever wishes it
        (Answer.MISTAKEN, "public-office", None),
        (Answer.CHANGE, "not-a-name", None),
    ],
)
def test_a_reason_fits_its_answer(answer: Answer, code: str | None, reason: Reason | None) -> None:
    if reason is not None:
        assert reason_of(answer, code) is reason
    else:
        with pytest.raises(WrongUse, match="reason") as caught:
            reason_of(answer, code)
        assert all(fitting.value in caught.value.remedy for fitting in REASONS_FOR[answer])


# ------------------------------------------------------------------ who


def test_whoever_has_an_identity_decides_in_its_name(tmp_path: Path) -> None:
    home.keep(tmp_path / "own", imogen(), b"wrapped")
    for identity in (imogen(), None):  # opened, and without its passphrase
        assert who_decides(tmp_path / "own", None, identity) == "Imogen Tarrant"
        with pytest.raises(WrongUse, match="another name"):
            who_decides(tmp_path / "own", "Rufus Oakley", identity)


@pytest.mark.parametrize("name", [None, "", " Rufus", "Rufus\nOakley", "R" * 121, "Rufus\u202eOakley"])
def test_without_one_a_name_of_one_line_is_needed(name: str | None, tmp_path: Path) -> None:
    assert who_decides(tmp_path, "Rufus Oakley", None) == "Rufus Oakley"
    with pytest.raises(WrongUse):
        who_decides(tmp_path, name, None)


# ------------------------------------------------------------------ deciding


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    folder = tmp_path / "K7"
    folder.mkdir()
    (folder / DECISIONS).write_bytes(b"")
    return CaseFolder(Case("K7"), folder)


def give(
    found: CaseFolder,
    target: str,
    asked: Asked,
    identity: Identity | None = None,
    report: Told | None = REPORT,
) -> tuple[Effect, str] | None:
    before = read(found, found.folder / "own").decisions
    (kept,) = decide(found, asked, aims([target], report, asked.answer), identity, before)
    return None if kept.comes_to is None else (kept.comes_to.effect, kept.comes_to.because)


def test_it_says_what_it_comes_to_with_what_others_have_said(found: CaseFolder) -> None:
    ends = date.today() + timedelta(days=30)
    one = Asked(Answer.EXCEPTION, Reason.COURT_DIRECTION, "Imogen Tarrant", "12/3", ends)
    two = Asked(Answer.EXCEPTION, Reason.COURT_DIRECTION, "Rufus Oakley", None, ends)
    against = Asked(Answer.CHANGE, Reason.TO_BE_CHANGED, "Perpetua Lisle")
    assert give(found, BLOCKS, one) == (Effect.OPEN, "an exception needs a second person")
    said = f"it stays by an exception of two people, until {ends.isoformat()}"
    assert give(found, BLOCKS, two) == (Effect.CLEARED, said)
    disagree = "what was decided does not agree, so it is open again"
    assert give(found, BLOCKS, against) == (Effect.OPEN, disagree)
    assert give(found, BLOCKS, against, report=None) is None
    assert [word.reference for word in read(found, found.folder / "own").decisions][:2] == ["12/3", None]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Asked(Answer.EXCEPTION, Reason.COURT_DIRECTION, "I", None, None), "ends on a day"),
        (Asked(Answer.EXCEPTION, Reason.COURT_DIRECTION, "I", None, date(2020, 1, 1)), "has passed"),
        (Asked(Answer.CHANGE, Reason.TO_BE_CHANGED, "I", None, date(2020, 1, 1)), "has passed"),
        (Asked(Answer.CHANGE, Reason.TO_BE_CHANGED, "I", "her aunt said so"), "a reference is the number"),
    ],
)
def test_what_cannot_be_given_so_leaves_the_file_as_it_is(
    asked: Asked, words: str, found: CaseFolder
) -> None:
    with pytest.raises(WrongUse, match=words):
        decide(found, asked, [Aim(BLOCKS)], None, ())
    assert (found.folder / DECISIONS).read_bytes() == b""


# ------------------------------------------------------------------ listing


def test_a_list_is_by_answer_and_says_what_counts_and_what_is_left_of_it() -> None:
    replaced, kept = decision(BLOCKS, Answer.CHANGE), decision(BLOCKS, Answer.MISTAKEN, minute=5)
    ended = decision(GAP, Answer.LOOKED_AT, expires=date(2026, 11, 20))
    gone = decision("hmac:" + "9f" * 16, Answer.MISTAKEN, minute=1)
    listed = listing("K7", [kept, ended, gone, replaced, kept], REPORT, DAY)
    assert [(one.decision, one.counts, one.ended, one.unused) for one in listed.entries] == [
        (replaced, False, False, False),
        (gone, True, False, True),
        (kept, True, False, False),
        (ended, False, True, False),
    ]
    assert [len(one.things or ()) for one in listed.entries] == [1, 0, 1, 2]
    assert [one.decision for one in only(listed, unused=True, ended=False).entries] == [gone]
    assert [one.decision for one in only(listed, unused=False, ended=True).entries] == [ended]
    assert only(listed, unused=True, ended=True).entries == ()


def test_without_a_report_nothing_is_called_unused() -> None:
    listed = listing("K7", [decision(BLOCKS, Answer.KEEP)], None, DAY)
    assert [(one.things, one.unused) for one in listed.entries] == [(None, False)]


def test_what_was_decided_about_a_search_is_not_called_unused() -> None:
    """No report of documents tells of it: it stands in the case's records of searches."""
    gone = decision("hmac:" + "9f" * 16, Answer.KEEP)
    listed = listing("K7", [gone], REPORT, DAY, elsewhere={gone.fingerprint})
    assert [(one.things, one.unused) for one in listed.entries] == [(None, False)]
