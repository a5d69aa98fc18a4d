"""What stops `anonymise`, and what settles it: decisions, the key, the wish of whoever calls it; drafts."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import pytest
from jsonschema import Draft202012Validator

from redact.errors import ExitStatus, WrongUse
from redact.keystore.keyfile import save_key
from redact.report.anonymising import schema
from redact.run import decisions
from redact.run.case import open_case_key
from redact.run.case_file import CaseFolder
from redact.run.drafts import DRAFT_LINE
from redact.values.anonymising import AnonymiseRun, Why, Wishes
from redact.values.decisions import Answer, Decision, Reason
from redact.values.schemes import Precision
from tests.keystore.people import imogen
from tests.run.anonymise_factory import CHILD, begin, go, note


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return begin(tmp_path)


def out(found: CaseFolder, name: str = "visit.txt", to: str = "out") -> str:
    return (found.folder.parent / to / name).read_text(encoding="utf-8")


def decide(found: CaseFolder, fingerprint: str | None, answer: Answer, reason: Reason) -> None:
    assert fingerprint is not None
    said = Decision(fingerprint, answer, reason, "Imogen Tarrant", decisions.now())
    decisions.record(found, [said], imogen())


def ok(run: AnonymiseRun) -> None:
    assert (run.unsettled, run.leaks, run.status) == ((), (), ExitStatus.READY)


FACTS = (
    "Anneke Hartwell (born 4 May 1983) lived at 14 Tanner Row, and her number was 07700 900123.\n\n"
    "NHS number 999 000 0018. On 14 June 2011 Anneke Hartwell rang; she rang again on 07700 900 123.\n"
)


def test_dates_numbers_and_addresses_become_general(found: CaseFolder) -> None:
    path = note(found, FACTS)
    ok(go(found, path, wishes=Wishes(event=date(2012, 3, 1))))
    assert out(found) == (
        "Parent 1 (aged 28 years) lived at an address in the area, and her number was [telephone number].\n\n"
        "NHS number [NHS number]. In June 2011 Parent 1 rang; she rang again on [telephone number].\n"
    )
    # without a day to which an age could be said, the date of birth goes; an audience may read less or more
    ok(go(found, path, to="days", wishes=Wishes(Precision.EXACT)))
    assert "(born [date of birth])" in out(found, to="days")
    assert "On 14 June 2011" in out(found, to="days")
    whole = json.loads(out(found, "changes.json"))
    assert list(Draft202012Validator(schema()).iter_errors(whole)) == []
    for name in ("changes.json", "changes.html"):
        assert not [
            word for word in ("Hartwell", "Tanner", "07700", "1983", "14 June") if word in out(found, name)
        ]


def test_an_age_needs_a_birth_and_a_day_needs_a_day(found: CaseFolder) -> None:
    path = note(found, FACTS)
    with pytest.raises(WrongUse) as refused:
        go(found, path, wishes=Wishes(Precision.AGE))
    assert "date of birth" in refused.value.what
    with pytest.raises(WrongUse) as refused:
        go(found, path, wishes=Wishes(Precision.DAY))
    assert "--event" in (refused.value.remedy or "")
    opened = open_case_key(found, imogen(), found.folder.parent / "own")
    people = tuple(
        replace(one, born=date(2009, 5, 4)) if one.id == CHILD.id else one for one in opened.key.people
    )
    save_key(opened, replace(opened.key, people=people), imogen(), what="test")
    ok(go(found, path, wishes=Wishes(Precision.AGE)))
    assert "When Child K was aged 2 years Parent 1 rang" in out(found)


def test_what_only_may_identify_stops_it_until_somebody_decides(found: CaseFolder) -> None:
    path = note(found, "Anneke Hartwell worked at Larkrise Catering Ltd until June.\n")
    run = go(found, path)
    assert [(one.why, one.label) for one in run.unsettled] == [(Why.FACT, "ORGANISATION")]
    assert not (found.folder.parent / "out").exists()
    ok(go(found, path, to="general", wishes=Wishes(everything=True)))
    assert out(found, to="general") == "Parent 1 worked at an agency until June.\n"
    mark = run.unsettled[0].fingerprint
    decide(found, mark, Answer.KEEP, Reason.PUBLIC_BODY)
    ok(go(found, path, to="kept"))
    assert "Larkrise Catering Ltd" in out(found, to="kept")
    decide(found, mark, Answer.CHANGE, Reason.TO_BE_CHANGED)
    ok(go(found, path, to="changed"))
    assert out(found, to="changed") == out(found, to="general")


def test_a_form_that_several_bear_is_settled_under_the_fingerprint_of_verify(found: CaseFolder) -> None:
    # The search alone finds it, in a link of a text that no rule looks at.
    path = note(found, "See https://example.org/hartwell/plan for it.\n")
    run = go(found, path, wishes=Wishes(everything=True))
    if not run.unsettled:
        pytest.fail("the check has found it, so this says nothing")
    (spot,) = run.unsettled
    assert (spot.why, [who for who, _ in spot.choices]) == (Why.SHARED, ["Parent 1", "Child K"])
    (_, print_), _ = spot.choices
    decide(found, print_, Answer.CHANGE, Reason.TO_BE_CHANGED)
    ok(go(found, path, wishes=Wishes(everything=True)))
    assert out(found) == "See https://example.org/Parent_1/plan for it.\n"


def test_a_draft_says_so_in_itself(found: CaseFolder) -> None:
    document = docx.Document()
    document.add_paragraph("Ms Ottilie Quenby rang Anneke Hartwell.")
    path = found.folder / "visit.docx"
    document.save(str(path))
    text = note(found, "Ms Ottilie Quenby rang Anneke Hartwell.\r\n", "b.txt")
    run = go(found, path, text, draft=True)
    assert run.status is ExitStatus.FINDINGS
    written = docx.Document(str(found.folder.parent / "out" / run.files[0].name))
    assert [one.text for one in written.paragraphs] == [DRAFT_LINE, "Ms Ottilie Quenby rang Parent 1."]
    data = (found.folder.parent / "out" / run.files[1].name).read_bytes().decode()
    assert data == f"{DRAFT_LINE}\r\n\r\nMs Ottilie Quenby rang Parent 1.\r\n"


def test_the_family_is_written_where_a_surname_stands_for_it(found: CaseFolder) -> None:
    ok(go(found, note(found, "The Hartwells moved. Social workers met the Hartwell family again.\n")))
    assert out(found) == "The family moved. Social workers met the family again.\n"


def test_two_documents_that_become_the_same_file_have_two_records(found: CaseFolder) -> None:
    one, two = note(found, "Anneke Hartwell rang.\n"), note(found, "Anneke rang.\n", "later.txt")
    run = go(found, one, two)
    ok(run)
    assert run.files[0].sha256 == run.files[1].sha256
    records = list((found.folder.parent / "own" / "keys").glob("*.age"))
    assert len(records) == 2


def test_two_of_one_whole_name_whom_the_documents_part_are_asked_about(found: CaseFolder) -> None:
    # The key has a health visitor of that name; the grandfather, who was born in another year, is not in it.
    path = note(
        found,
        "Tomos Lunde (born 4 May 1953) is the grandfather. Tomos Lunde (born 3 March 1985) is the health "
        "visitor. Tomos Lunde rang.\n",
    )
    run = go(found, path)
    assert [one.why for one in run.unsettled] == [Why.NAME] * 3
    assert not (found.folder.parent / "out").exists()
