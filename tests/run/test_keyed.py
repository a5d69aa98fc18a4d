"""A check of a case with its key: who may not open it is told, what it settles stops nothing any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from redact.errors import KeyDamaged
from redact.keystore.identity import Identity, generate
from redact.keystore.keyfile import save_key
from redact.run.case import Scope, key_path_of, open_case_key, open_secret, start
from redact.run.case_file import CaseFolder
from redact.run.check import check
from redact.run.keyed import key_at_hand
from redact.values.case import Case
from redact.values.checking import CheckRun
from redact.values.judgement import DocumentKind, Edition, Judgement, Readiness, Settings
from redact.values.key import Key, KeyLink, KeyName, KeyPerson

SECRET = b"a secret for tests" * 2
ANNEKE = KeyPerson("p3", "Parent 1", "mother", names=(KeyName("Anneke Hartwell"),))
IDONY = KeyPerson("p4", "Child V", "child", names=(KeyName("Idony Hartwell"),))
TWO = "Anneke Hartwell, the mother, came with Idony Hartwell. Hartwell left.\n"


@pytest.fixture(scope="module")
def imogen() -> Identity:
    return generate("Imogen Tarrant", "manager")


@pytest.fixture
def case(tmp_path: Path, imogen: Identity) -> CaseFolder:
    return start(tmp_path / "K7", Case("K7"), imogen, may_check=(), own=tmp_path / "own")


def filled(case: CaseFolder, identity: Identity, own: Path, **changes: object) -> Key:
    opened = open_case_key(case, identity, own)
    people = {"people": (ANNEKE, IDONY)}
    return save_key(opened, replace(opened.key, **(people | changes)), identity, what="tests").key  # type: ignore[arg-type]


def scope(case: CaseFolder, identity: Identity | None, own: Path) -> Scope:
    opened = open_secret(case, identity, own) if identity else None
    return Scope(opened.secret if opened else SECRET, "case" if opened else "run", identity=identity)


def judged(run: CheckRun) -> Judgement:
    judgement = run.documents[0].judgement
    assert judgement is not None
    return judgement


def checked(tmp_path: Path, text: str, key: Key | None) -> CheckRun:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    settings = Settings(edition=Edition.WT2015, kind=DocumentKind.OTHER)
    return check([str(path)], settings, secret=SECRET, scope="case", key=key)


def test_whoever_has_the_key_checks_with_it(case: CaseFolder, imogen: Identity, tmp_path: Path) -> None:
    own = tmp_path / "own"
    filled(case, imogen, own)
    key, used = key_at_hand(case, scope(case, imogen, own), own)
    assert key is not None
    assert used is not None
    assert (used.revision, key.revision) == (2, 2)
    run = checked(tmp_path, TWO, key)
    assert [(one.number, one.known and one.known.slot) for one in run.entities] == [
        (3, "mother"),
        (4, "child"),
    ]
    assert run.settings_digest != checked(tmp_path, TWO, None).settings_digest
    assert "Hartwell" not in repr(run)


def test_outside_a_case_or_without_a_passphrase_there_is_no_key(case: CaseFolder, tmp_path: Path) -> None:
    assert key_at_hand(None, Scope(SECRET, "run"), tmp_path) == (None, None)
    assert key_at_hand(case, scope(case, None, tmp_path / "own"), tmp_path / "own") == (None, None)


def test_who_may_check_and_not_open_the_key_is_told_so(
    case: CaseFolder, imogen: Identity, tmp_path: Path
) -> None:
    own, other = tmp_path / "own", generate("Rufus Oakley", "author")
    there = Scope(SECRET, "case", identity=other)
    key, used = key_at_hand(case, there, own)
    assert key is None
    assert used is not None
    assert (used.revision, used.because) == (None, "it is sealed for others")
    key_path_of(case.case, own).rename(tmp_path / "elsewhere")
    assert str(key_at_hand(case, scope(case, imogen, own), own)[1]).count("not where the case says") == 1


def test_a_key_that_was_altered_stops_the_check(case: CaseFolder, imogen: Identity, tmp_path: Path) -> None:
    own = tmp_path / "own"
    path = key_path_of(case.case, own)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(KeyDamaged):
        key_at_hand(case, scope(case, imogen, own), own)


def test_what_was_settled_in_the_key_is_told_and_stops_nothing(
    case: CaseFolder, imogen: Identity, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    before = judged(checked(tmp_path, TWO, filled(case, imogen, own)))
    (open_,) = [one for one in before.findings if one.untold]
    assert "1 mention whose person could not be told" in before.blocking
    link = KeyLink("Hartwell", "p3", open_.fingerprint)
    after = judged(checked(tmp_path, TWO, filled(case, imogen, own, links=(link,))))
    assert [one.entity for one in after.findings if one.text == "Hartwell"] == ["person-3"]
    assert not [words for words in after.blocking if "could not be told" in words]
    assert [one.fingerprint for one in before.findings] == [one.fingerprint for one in after.findings]


def test_labels_are_judged_with_the_key(case: CaseFolder, imogen: Identity, tmp_path: Path) -> None:
    key = filled(case, imogen, tmp_path / "own", people=(replace(IDONY, pseudonym="Child H"),))
    text = "Child H lived with Parent 1. Child H was well.\n"
    assert judged(checked(tmp_path, text, None)).readiness is Readiness.READY
    assert [one.rule for one in judged(checked(tmp_path, text, key)).findings] == ["label-real-initial"]
