"""Two key files made of one: the one in place and its conflicting copy become one again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from redact.errors import NotForYou, WrongUse
from redact.keystore import home
from redact.keystore.keyfile import open_key, update_key
from redact.run.case import key_path_of, open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.key_joining import join_files, look_at_two
from redact.run.key_keeping import verify
from redact.run.key_people import rename
from redact.values.case import Case
from redact.values.key import Key
from tests.keystore.people import imogen, joseph
from tests.keystore.test_keyfile import with_person
from tests.run.test_key_keeping import SCHEME, person


@pytest.fixture
def own(tmp_path: Path) -> Path:
    home.trust(tmp_path / "own", imogen().card)
    return tmp_path / "own"


@pytest.fixture
def found(tmp_path: Path, own: Path) -> CaseFolder:
    made = start(tmp_path / "K7", Case("K7"), imogen(), may_check=[], own=own)
    person(made, own, "Idony Hartwell", "child")
    return made


def elsewhere(found: CaseFolder, own: Path, folder: Path, *names: str) -> Path:
    """The same key, copied to another place and worked on there."""
    folder.mkdir()
    copy = folder / "K7.redactkey"
    shutil.copy(key_path_of(found.case, own), copy)
    for name in names:

        def more(key: Key, name: str = name) -> Key:
            return with_person(key, name, f"Aunt {len(key.people)}")

        update_key(copy, "K7", imogen(), more, trusted=(), what="add")
    return copy


def test_both_become_one_and_nothing_is_lost(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    other = elsewhere(found, own, tmp_path / "there", "Wren Ashdown")
    person(found, own, "Tam Oakes", "father")
    two = look_at_two(found, imogen(), own, other)
    assert two.parent
    assert [line.split(":")[0] for line in two.joined.differences] == ["only here", "only there"]
    saved = join_files(two, imogen())
    names = [one.names[0].text for one in open_case_key(found, imogen(), own).key.people]
    assert names == ["Idony Hartwell", "Tam Oakes", "Wren Ashdown"]
    assert saved.key.revision == 4
    assert verify(found, imogen(), own).wrong == ()
    place = key_path_of(found.case, own)
    with pytest.raises(WrongUse, match="one and the same"):
        look_at_two(found, imogen(), own, place)
    with pytest.raises(WrongUse, match="earlier"):
        look_at_two(found, imogen(), own, place.with_name("K7.redactkey.prev"))


def test_one_that_is_ahead_is_not_the_newer_one_afterwards(
    found: CaseFolder, own: Path, tmp_path: Path
) -> None:
    other = elsewhere(found, own, tmp_path / "there", "Wren Ashdown", "Odile Rook", "Bea Rook")
    person(found, own, "Tam Oakes", "father")
    two = look_at_two(found, imogen(), own, other)
    assert not two.parent  # it lies three revisions back there
    assert join_files(two, imogen()).key.revision == 6
    assert len(open_case_key(found, imogen(), own).key.people) == 5
    assert verify(found, imogen(), own).wrong == ()


def test_where_both_have_answered_somebody_chooses(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    base = tmp_path / "base.redactkey"
    shutil.copy(key_path_of(found.case, own), base)
    other = elsewhere(found, own, tmp_path / "there")
    (label,) = (one.pseudonym for one in open_case_key(found, imogen(), own).key.people)
    assert label is not None
    rename(found, imogen(), own, label, "Young person 7", SCHEME)

    def relabel(key: Key) -> Key:
        from redact.resolve.key_editing import label as give

        return give(key, "p1", "Young person 8", SCHEME)

    update_key(other, "K7", imogen(), relabel, trusted=(), what="rename")
    two = look_at_two(found, imogen(), own, other, base=base)
    assert two.joined.conflicts == ("Young person 7: two answers to pseudonym",)
    with pytest.raises(WrongUse, match="two answers"):
        join_files(two, imogen())
    chosen = look_at_two(found, imogen(), own, other, base=base, prefer_theirs=True)
    assert join_files(chosen, imogen()).key.person("p1").pseudonym == "Young person 8"


def test_what_is_no_parent_or_not_ours_is_refused(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    other = elsewhere(found, own, tmp_path / "there", "Wren Ashdown")
    person(found, own, "Tam Oakes", "father")
    with pytest.raises(WrongUse, match="both were made"):
        look_at_two(found, imogen(), own, other, base=other)
    with pytest.raises(NotForYou):
        look_at_two(found, joseph(), own, other)
    assert len(open_key(other, "K7", imogen(), trusted=()).key.people) == 2
