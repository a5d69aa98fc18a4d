"""A key begins where there is none, has a day for its end, and rows of it are read until their last day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from redact.errors import ExitStatus, Forged, KeyDamaged, KeyFault, NotForYou, UnknownSigner, WrongUse
from redact.keystore import home
from redact.keystore.identity import Identity
from redact.keystore.keyfile import PREVIOUS, now
from redact.keystore.seal import seal, unseal
from redact.run import case_file, doctor
from redact.run.case import key_path_of, open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.key_beginning import begin_key
from redact.run.key_ending import CERTIFICATE
from redact.run.key_exports import read_export
from redact.run.key_keeping import verify
from redact.run.key_retaining import after_its_end, retain, told_of, what_of
from redact.run.key_sharing import export, role_of, share
from redact.values.case import Case
from redact.values.key import Card
from redact.values.key_reasons import ExportReason, KeyRole
from tests.keystore.people import imogen, joseph, mallory
from tests.run.anonymise_factory import begin

TODAY = now().date()
LATER = TODAY + timedelta(days=30)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def bare(tmp_path: Path, own: Path) -> CaseFolder:
    home.trust(own, joseph().card)
    return start(tmp_path / "K7", Case("K7"), imogen(), may_check=[joseph().card], own=own, with_key=False)


def test_the_first_key_is_made_once_by_one_who_may_check(bare: CaseFolder, own: Path) -> None:
    assert not key_path_of(bare.case, own).exists()
    with pytest.raises(NotForYou):
        begin_key(bare, mallory(), own, [])
    with pytest.raises(WrongUse):
        begin_key(bare, imogen(), own, [mallory().card])
    home.trust(own, mallory().card)  # who is trusted, and neither of the panel nor an author
    with pytest.raises(WrongUse):
        begin_key(bare, imogen(), own, [mallory().card])
    made = begin_key(bare, imogen(), own, [joseph().card])
    assert [one.card.id for one in made.key.recipients] == [imogen().card.id, joseph().card.id]
    home.trust(own, imogen().card)
    assert open_case_key(bare, joseph(), own).key.revision == 1
    with pytest.raises(WrongUse):
        begin_key(bare, imogen(), own, [])


def test_no_key_is_made_in_the_place_of_one_that_is_gone(bare: CaseFolder, own: Path) -> None:
    begin_key(bare, imogen(), own, [])
    key_path_of(bare.case, own).unlink()
    with pytest.raises(WrongUse) as lost:
        begin_key(bare, imogen(), own, [])
    assert "restore" in lost.value.remedy
    (bare.folder / CERTIFICATE).write_text("{}", encoding="ascii")
    with pytest.raises(WrongUse) as ended:
        begin_key(bare, imogen(), own, [])
    assert "destroyed" in ended.value.what


def test_the_day_of_its_end_is_in_the_key_and_in_the_clear(bare: CaseFolder, own: Path) -> None:
    begin_key(bare, imogen(), own, [])
    path = bare.folder / case_file.FILE_NAME
    path.write_text(path.read_text(encoding="utf-8") + "# ours\n", encoding="utf-8")
    for day in (LATER, LATER + timedelta(days=1)):
        assert retain(bare, imogen(), own, day).key.retain_until == day
        assert case_file.load(bare.folder).case.retain_until == day
    text = path.read_text(encoding="utf-8")
    assert (text.count("retain_until"), "# ours" in text) == (1, True)
    with pytest.raises(WrongUse):
        retain(bare, imogen(), own, TODAY)
    assert case_file.load(bare.folder).case.retain_until == LATER + timedelta(days=1)


@pytest.mark.parametrize(
    ("files", "says", "to_do"),
    [
        ((), None, False),  # its time has not come
        (("k.key",), None, False),
        (("key-destroyed.json",), "destroyed, as", False),
        (("key-destroyed.json", "k.key"), "a key or a copy of one lies in its place again", True),
        (("key-destroyed.json", f"k.key{PREVIOUS}"), "a key or a copy of one lies in its place again", True),
    ],
)
def test_a_key_beside_a_destroyed_one_is_told(
    files: tuple[str, ...], says: str | None, to_do: bool, tmp_path: Path
) -> None:
    for name in files:
        (tmp_path / name).write_bytes(b"x")
    found = after_its_end(tmp_path, tmp_path / "k.key")
    assert (says is None) is (found is None)
    assert found is None or (says in found[0] and bool(found[1]) is to_do)


@pytest.mark.parametrize(
    ("days", "says"), [(400, ""), (60, ": in 60 days"), (0, ": in 0 days"), (-1, ": OVER since 1 day")]
)
def test_that_its_time_is_over_is_said(days: int, says: str) -> None:
    assert what_of(TODAY + timedelta(days=days), TODAY).split(",")[0] == says


def test_list_verify_and_doctor_say_that_it_is_over(
    bare: CaseFolder, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_key(bare, imogen(), own, [])
    assert "nobody has said" in told_of(open_case_key(bare, imogen(), own).key, TODAY)
    retain(bare, imogen(), own, LATER)
    assert not doctor._key_of_the_case(bare.folder).fix
    assert verify(bare, imogen(), own).wrong == ()
    case_file.set_retain_until(bare.folder, date(2020, 1, 1))
    seen = doctor._key_of_the_case(bare.folder)
    assert ("OVER" in seen.found, "destroy" in seen.fix) == (True, True)
    from redact.run import key_keeping

    monkeypatch.setattr(key_keeping, "now", lambda: now() + timedelta(days=99))
    assert [one for one in verify(bare, imogen(), own).wrong if "gone by" in one]


def sent(found: CaseFolder, own: Path, *, expires: date = LATER) -> Path:
    path = found.folder.parent / "rows.age"
    home.trust(own, joseph().card)
    export(found, imogen(), own, ["Child K"], joseph().card, ExportReason.CORONER, expires, path)
    return path


@pytest.fixture
def his(tmp_path: Path) -> Path:
    folder = tmp_path / "his"
    home.trust(folder, imogen().card)
    return folder


def test_an_export_is_read_until_its_last_day(tmp_path: Path, own: Path, his: Path) -> None:
    path = sent(begin(tmp_path), own)
    for day in (TODAY, LATER):
        seen = read_export(path, joseph(), his, day)
        assert [name.text for one in seen.rows.people for name in one.names] == ["Idony Hartwell"]
        assert (seen.signer, seen.reason, seen.rows.case) == (imogen().card, ExportReason.CORONER, "K7")
    with pytest.raises(KeyFault) as over:
        read_export(path, joseph(), his, LATER + timedelta(days=1))
    assert (over.value.status, LATER.isoformat() in over.value.what) == (ExitStatus.KEY, True)


def test_an_export_that_is_not_what_it_says_is_refused(tmp_path: Path, own: Path, his: Path) -> None:
    path = sent(begin(tmp_path), own)
    with pytest.raises(NotForYou):
        read_export(path, mallory(), his, TODAY)
    with pytest.raises(UnknownSigner):
        read_export(path, joseph(), tmp_path / "empty", TODAY)
    content = unseal(path.read_bytes(), "export", None, identity=joseph(), trusted=[imogen().card]).content
    forged: list[tuple[str, str, dict[str, object], Identity, type[Exception]]] = [
        ("export", "K8", content, imogen(), Forged),  # of another case than its rows
        ("export", "K7", content, replace(mallory(), card=imogen().card), Forged),
        ("export", "K7", {**content, "expires": "never"}, imogen(), KeyDamaged),
        ("export", "K7", {}, imogen(), KeyDamaged),
        ("key", "K7", content, imogen(), KeyDamaged),  # a key is no export
    ]
    for kind, case, plain, signer, wanted in forged:
        path.write_bytes(seal(kind, case, plain, signer=signer, recipients=[joseph().card.age]))
        with pytest.raises(wanted):
            read_export(path, joseph(), his, TODAY)


@pytest.mark.parametrize(
    ("role", "known"),
    [
        ("panel member", KeyRole.PANEL),
        ("Chair of the panel", KeyRole.PANEL),
        ("overview author", KeyRole.OVERVIEW_AUTHOR),
        ("lead reviewer", KeyRole.OVERVIEW_AUTHOR),
        ("IMR author", KeyRole.AGENCY_AUTHOR),
        ("agency report author, health", KeyRole.AGENCY_AUTHOR),
        # none of the three
        ("business manager", None),
        ("", None),
        ("inspector", None),
    ],
)
def test_who_may_know(role: str, known: KeyRole | None) -> None:
    assert role_of(Card("0" * 32, "Wren Ashdown", role, "age1", "00")) is known


def test_a_key_is_shared_with_panel_and_authors_alone(tmp_path: Path, own: Path) -> None:
    found = begin(tmp_path)
    home.trust(own, mallory().card)
    with pytest.raises(WrongUse) as refused:
        share(found, imogen(), own, mallory().card)
    assert "--as" in refused.value.remedy
    assert len(share(found, imogen(), own, mallory().card, role=KeyRole.PANEL).key.recipients) == 2
    assert [line for line in verify(found, imogen(), own).told if "does not say" in line]
