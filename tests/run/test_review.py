"""What a review keeps: the answers of two who sat at the same time, and nothing in the clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.resolve import reviewing
from redact.run import decisions
from redact.run.case import open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.review import Review, save
from redact.values.case import Case
from redact.values.checking import CheckRun
from redact.values.key import Key
from redact.values.reviewing import Sitting
from tests.keystore.people import imogen
from tests.resolve.test_reviewing import BARE, CHILD, MOTHER, question

NOBODY = question("person-8", "Marrowbone")


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return start(tmp_path / "K7", Case("K7"), imogen(), may_check=(), own=tmp_path / "own")


def begun(found: CaseFolder) -> Review:
    opened = open_case_key(found, imogen(), found.folder.parent / "own")
    run = object.__new__(CheckRun)  # nothing looks at it once the questions are made
    return Review(reviewing.begin(opened.key, (MOTHER, CHILD, BARE, NOBODY)), opened, run)


def kept(review: Review, sitting: Sitting, found: CaseFolder) -> Review:
    return save(review, sitting, found, imogen(), found.folder.parent / "own")


def key_of(found: CaseFolder) -> Key:
    return open_case_key(found, imogen(), found.folder.parent / "own").key


def labelled(review: Review, slot: str, label: str, skipped: int = 0) -> Sitting:
    sitting = review.sitting
    for _ in range(skipped):
        sitting = reviewing.skip(sitting)
    sitting = reviewing.new_person(sitting, slot)
    return reviewing.give_label(sitting, sitting.key.people[-1].id, label)


def test_two_who_review_at_the_same_time_lose_nothing(found: CaseFolder) -> None:
    one, other = begun(found), begun(found)
    kept(one, labelled(one, "mother", "Parent 4"), found)
    after = kept(other, labelled(other, "child", "Child R", skipped=1), found)
    assert (after.joined, after.differing) == (True, 0)
    assert [(person.id, person.pseudonym) for person in key_of(found).people] == [
        ("p1", "Parent 4"),
        ("p2", "Child R"),  # as p1 in their own sitting
    ]
    # What the first has answered is not asked of the second any more.
    assert {one.id for one in after.sitting.waiting} == {BARE.id, NOBODY.id}
    again = kept(after, reviewing.is_nobody(reviewing.skip(after.sitting)), found)
    assert not again.joined
    assert [line.answer.value for line in decisions.read(found, found.folder.parent / "own").decisions] == [
        "mistaken"
    ]


def test_where_two_answer_one_question_the_first_answer_stands_and_it_is_counted(found: CaseFolder) -> None:
    one, other = begun(found), begun(found)
    kept(one, labelled(one, "mother", "Parent 4"), found)
    after = kept(other, labelled(other, "aunt", "Aunt 1"), found)
    assert (after.joined, after.differing) == (True, 2)  # who she is, and her label
    assert [(person.slot, person.pseudonym) for person in key_of(found).people] == [("mother", "Parent 4")]
    for path in found.folder.iterdir():
        assert b"Hartwell" not in path.read_bytes()
