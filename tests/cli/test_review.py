"""A review at a terminal: what is asked and shown, what is kept when somebody stops, and where it stays."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

import click
import pytest

from redact.cli.review import _ask
from redact.cli.reviewing import Screen
from redact.errors import ExitStatus
from redact.keystore import home
from redact.keystore.identity import unlock
from redact.keystore.keyfile import OpenKey, save_key
from redact.run import case_file
from redact.run.case import open_case_key
from redact.run.review import Review
from redact.values.checking import CheckRun
from redact.values.key import Key, KeyName, KeyPerson
from tests.cli.terminal import redact
from tests.cli.test_terminal import typed
from tests.keystore.quick_identity import keep_quickly
from tests.resolve.test_reviewing import SCHEME, begun

PASSPHRASE = "seventeen grey otters"
TEXT = """\
Report on a visit

Anneke Hartwell, the mother, attended with Idony Hartwell on 3 May 2011. Mr Tomos Lunde waited outside.
Anneke said that Idony had fallen. Mr Lunde did not speak. Hartwell later rang the surgery.
"""
ASKED = r"(\? |: |\]: )$"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pseudo-terminal")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keep_quickly(tmp_path / "own", "Imogen Tarrant", PASSPHRASE, "manager")
    start = ("case", "start", "K7", "--id", "K7", "--identity", "own", "--passphrase-fd", "0")
    made = redact(*start, stdin=PASSPHRASE + "\n", cwd=tmp_path)
    assert made.status == 0, made.err
    (tmp_path / "K7" / "visit.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def sit(folder: Path, *answers: str) -> tuple[int, str]:
    said = (("Passphrase", PASSPHRASE), *((ASKED, answer) for answer in answers))
    return typed("review", "--terminal", "K7/visit.txt", "--identity", "own", answers=said, cwd=folder)


def key_of(folder: Path) -> Key:
    identity = unlock(home.wrapped(folder / "own"), PASSPHRASE)
    found = case_file.above(folder / "K7")
    return open_case_key(found, identity, folder / "own").key


def test_a_sitting_that_is_broken_off_and_taken_up_again(folder: Path) -> None:
    status, shown = sit(folder, "help", "new mother", "", "new child", "", "quit", "y")
    assert status == 3, shown
    assert "WHO IS THIS? Anneke" in shown
    assert "[Anneke Hartwell], the mother" in shown
    assert "[Anneke] is here because only one person in these papers bears this name" in shown
    key = key_of(folder)
    assert [person.slot for person in key.people] == ["mother", "child"]
    assert key.people[0].pseudonym == "Parent 1"
    assert re.fullmatch(r"Child [B-GJ-Z]", key.people[1].pseudonym or "")  # neither A nor H nor I

    # An empty answer where nothing is suggested changes nothing; a wrong one neither.
    status, shown = sit(folder, "", "p9", "new mother's partner", "", "p1", "")
    assert status == 0, shown
    assert "WHO IS THIS? Anneke" not in shown
    assert "nothing is suggested here" in shown
    assert "that is no answer" in shown
    assert "every name has its answer" in shown
    key = key_of(folder)
    assert len(key.people) == 3
    assert [link.of for link in key.links if link.text == "Hartwell"] == ["p1"]

    status, shown = sit(folder)
    assert (status, "WHO IS THIS" in shown) == (0, False)

    for path in (folder / "K7").iterdir():
        if path.name != "visit.txt":
            assert b"Hartwell" not in path.read_bytes()


def test_nobodys_name_is_a_decision_of_the_case(folder: Path) -> None:
    (folder / "K7" / "visit.txt").write_text("Seen by Dr Marrowbone.\n", encoding="utf-8")
    status, shown = sit(folder, "not", "")
    assert status == 0, shown
    lines = (folder / "K7" / "decisions.jsonl").read_text(encoding="ascii").splitlines()
    assert len(lines) == 1
    assert '"answer":"mistaken"' in lines[0]
    assert "Marrowbone" not in lines[0]
    checked = redact(
        *("check", "K7/visit.txt", "--identity", "own", "--passphrase-fd", "0"),
        *("--edition", "wt2015", "--kind", "other"),
        stdin=PASSPHRASE + "\n",
        cwd=folder,
    )
    assert checked.status == 0, checked.out


def test_places_of_one_spelling_are_parted_by_their_numbers(folder: Path) -> None:
    text = "Toby drove the car. Long before that he had told his sister, and Toby sat behind him.\n"
    (folder / "K7" / "visit.txt").write_text("Report\n\nToby Hartwell, the uncle, came. " + text, "utf-8")
    status, shown = sit(folder, "split 1 2 3", "split 9", "split 3", "new uncle", "", "new brother", "", "")
    assert status == 0, shown
    assert "  3. document 1, line 3: " in shown
    assert "parted: what is left is asked about first" in shown
    assert shown.count("these are not the numbers of some of the places") == 2
    places = {link.of for link in key_of(folder).links if link.text == "Toby" and link.fingerprint}
    assert places == {"p1", "p2"}


THINGS = """\
Report on a visit

Anneke Hartwell came to Thornwick Primary School. She lived at 14 Elmcote Road and moved to Little Scrubbing.
The Hartwells were known to Oakfield Surgery.
"""


def test_schools_and_places_are_asked_about_too(folder: Path) -> None:
    (folder / "K7" / "visit.txt").write_text(THINGS, encoding="utf-8")
    status, shown = sit(
        folder,
        *("new mother", "", "new", ""),  # Anneke, the Hartwells
        *("", "stays public-body", "new", "undo", "new", ""),  # what blocks is not let stay by one person
        *("new", "t9", ""),  # a number of the list is no label
        *("new village", ""),
        *("stays", "stays public-body", ""),  # the surgery only asks
    )
    assert status == 0, shown
    assert "nothing is suggested here" in shown
    assert "WHAT IS THIS? Thornwick Primary School" in shown
    assert "it was found as: organisation" in shown
    assert "this blocks, and one person alone cannot let it stay" in shown
    assert "no label was given" in shown
    assert "it has to be said why it stays" in shown
    assert "a label begins with a capital letter" in shown
    key = key_of(folder)
    assert [(thing.slot, "; ".join(name.text for name in thing.names)) for thing in key.things] == [
        ("family", ""),  # the surname alone is hers who bears it
        ("school", "Thornwick Primary School"),
        ("street", "14 Elmcote Road"),
        ("place", "Little Scrubbing"),
    ]
    labels = [thing.pseudonym or "" for thing in key.things]
    assert re.fullmatch(r"Family\|School [B-OQRU-Z]\|Address 1\|Town 1", "|".join(labels))
    lines = (folder / "K7" / "decisions.jsonl").read_text(encoding="ascii").splitlines()
    assert [('"answer":"keep"' in line, '"reason":"public-body"' in line) for line in lines] == [(True, True)]
    # A check whose reader has the key says who is who, and shows no name.
    checked = redact(
        *("check", "K7/visit.txt", "--identity", "own", "--passphrase-fd", "0"),
        *("--edition", "wt2015", "--kind", "other"),
        stdin=PASSPHRASE + "\n",
        cwd=folder,
    )
    assert checked.status == 1
    assert f"[organisation {key.things[1].id[1:]}] {labels[1]}" in checked.out
    assert "[person 1] Parent 1" in checked.out
    assert "[person 2] Family" in checked.out
    assert "told with the key of the case, revision" in checked.out
    assert not re.search("Hartwell|Thornwick|Elmcote|Scrubbing|Oakfield", checked.out + checked.err)
    status, shown = sit(folder)
    assert (status, "THIS?" in shown) == (0, False)


def test_what_was_answered_is_changed(folder: Path) -> None:
    status, shown = sit(
        folder,
        *("skip", "new child", "", "new neighbour", ""),  # Idony, Tomos; Anneke comes back at the end
        *("skip", "merge p1 p2", "undo"),  # Hartwell alone; two are joined and parted again
        *("split Anneke", "new mother", "", "p3", "p3"),  # Anneke Hartwell, Anneke, Hartwell
        *("unlink p2 Lunde", "people", "undo", "unlink p2 Lunde", "p3", "label p3 Parent 5", "", ""),
    )
    assert status == 0, shown
    assert "these two are one now" in shown
    assert "the last answer is taken back" in shown
    assert "Every question has its answer" in shown
    key = key_of(folder)
    assert [(person.id, person.slot) for person in key.people] == [
        *(("p1", "child"), ("p2", "neighbour"), ("p3", "mother")),
    ]
    assert key.person("p3").pseudonym == "Parent 5"
    assert {link.of for link in key.links if link.text == "Lunde"} == {"p3"}
    status, shown = sit(folder)
    assert (status, "THIS?" in shown) == (0, False)


def test_whoever_was_taken_over_from_a_paper_gets_a_label(folder: Path) -> None:
    (folder / "K7" / "visit.txt").write_text("Ms Anneke Hartwell (Parent 7) came.\n", encoding="utf-8")
    identity = unlock(home.wrapped(folder / "own"), PASSPHRASE)
    opened = open_case_key(case_file.above(folder / "K7"), identity, folder / "own")
    people = (
        KeyPerson("p1", names=(KeyName("Anneke Hartwell"),), roles=("mother",)),
        KeyPerson("p2", names=(KeyName("Odo Marl"),)),
    )
    save_key(opened, replace(opened.key, people=people), identity, what="tests")
    status, shown = sit(folder, "", "undo", "", "", "not a role", "skip", "")
    assert status == 3, shown
    assert "WHICH LABEL? p1  (Anneke Hartwell)" in shown
    assert "in the papers: Parent 7, beside [Anneke Hartwell] in document 1, line 1" in shown
    assert "likely: Parent 7" in shown
    assert "nothing is suggested here" in shown
    assert "begins with a capital letter" in shown
    assert "some have no label" in shown
    status, shown = sit(folder, "Adult B", "")
    assert (status, "every name has its answer" in shown) == (0, True)
    assert [one.pseudonym for one in key_of(folder).people] == ["Parent 7", "Adult B"]


class Stopped(Screen):
    """A screen on which somebody answers once, and then presses Ctrl-C or closes the window."""

    def ask(self) -> bool:
        if self.changed:
            raise click.Abort
        self._history.append(self.sitting)
        return True


def test_who_stops_loses_no_answer_and_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    saved: list[Review] = []
    sitting = begun()
    review = Review(sitting, object.__new__(OpenKey), object.__new__(CheckRun))

    def keep(so_far: Review) -> Review:
        saved.append(so_far)
        return replace(so_far, joined=True, differing=1)

    assert _ask(Stopped(SCHEME, leave_open=False), review, keep) is ExitStatus.STOPPED
    assert len(saved) == 1
    shown = capsys.readouterr().err
    assert "what was answered is kept" in shown
    assert f"{sitting.open} question(s) are open" in shown
    assert "somebody else has saved answers" in shown
    assert "theirs stand" in shown


def test_it_needs_a_terminal_and_a_case(folder: Path, tmp_path: Path) -> None:
    piped = redact("review", "--terminal", "K7/visit.txt", cwd=folder)
    assert (piped.status, "terminal" in piped.err) == (2, True)
    assert redact("review", "K7/visit.txt", cwd=folder).status == 2
    (tmp_path / "loose.txt").write_text(TEXT, encoding="utf-8")
    status, shown = typed("review", "--terminal", "loose.txt", cwd=tmp_path)
    assert (status, "no case" in shown) == (2, True)
