"""The life of a key: shared, taken from a leaver, on paper, copied, put back, handed out, destroyed."""

from __future__ import annotations

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest

from redact.errors import (
    Forged,
    KeyDamaged,
    KeyFault,
    LogBroken,
    NotForYou,
    NotWritten,
    OldRevision,
    WrongUse,
)
from redact.keystore import home
from redact.keystore.audit import log_path
from redact.keystore.codec import key_from_plain
from redact.keystore.identity import Identity
from redact.keystore.seal import unseal
from redact.resolve.key_editing import read_told
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.run.case import key_path_of, open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.key_ending import CERTIFICATE, consent, consent_of, destroy
from redact.run.key_keeping import audit, backup, restore, verify
from redact.run.key_people import add, reveal
from redact.run.key_sharing import export, recover, recovery, remove, share
from redact.values.case import Case
from redact.values.key_reasons import ExportReason, RestoreReason, RevealReason
from tests.keystore.people import imogen, joseph, mallory

SCHEME = load_schemes(rules_folder())["child-x"]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    for card in (imogen().card, joseph().card, mallory().card):
        home.trust(folder, card)
    return folder


@pytest.fixture
def found(tmp_path: Path, own: Path) -> CaseFolder:
    made = start(tmp_path / "K7", Case("K7"), imogen(), may_check=[joseph().card], own=own)
    person(made, own, "Idony Hartwell", "child")
    person(made, own, "Anneke Hartwell", "mother")
    return made


def person(found: CaseFolder, own: Path, name: str, slot: str, who: Identity | None = None) -> str:
    one = add(found, who or imogen(), own, read_told([name]), SCHEME, slot=slot)
    assert one.pseudonym is not None
    return one.pseudonym


def actions(found: CaseFolder, own: Path) -> list[str]:
    return [line.action for line in audit(found, own).entries]


def no_name(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(name in data for name in (b"Hartwell", b"Idony", b"Anneke")), path.name


# ---------------------------------------------------------------- who opens it


def test_shared_and_taken_back(found: CaseFolder, own: Path) -> None:
    with pytest.raises(NotForYou):
        open_case_key(found, joseph(), own)
    share(found, imogen(), own, joseph().card)
    assert len(open_case_key(found, joseph(), own).key.people) == 2
    with pytest.raises(WrongUse, match="already"):
        share(found, imogen(), own, joseph().card)
    left = remove(found, imogen(), own, joseph().card.id[:8].upper())
    assert (left.card, len(left.opened.key.recipients)) == (joseph().card.id, 1)
    with pytest.raises(NotForYou):
        open_case_key(found, joseph(), own)
    lines = audit(found, own).entries
    assert [(line.action, line.card) for line in lines[-2:]] == [
        ("share", joseph().card.id),
        ("rotate", joseph().card.id),
    ]


def test_nobody_unknown_is_let_in_and_nobody_takes_themselves_out(found: CaseFolder, own: Path) -> None:
    (own / "trusted" / f"{joseph().card.id}.card").unlink()
    with pytest.raises(WrongUse, match="not trusted"):
        share(found, imogen(), own, joseph().card)
    for wrong in (imogen().card.id, joseph().card.id, imogen().card.id[:5], ""):
        with pytest.raises(WrongUse):
            remove(found, imogen(), own, wrong)


def test_the_paper_opens_the_key_for_somebody_new(found: CaseFolder, own: Path) -> None:
    saved, secret = recovery(found, imogen(), own)
    assert secret.startswith("AGE-SECRET-KEY-1")
    assert len(saved.key.recipients) == 2
    for path in (*own.rglob("*"), *found.folder.rglob("*")):
        assert not path.is_file() or secret.encode() not in path.read_bytes()
    typed = f" {secret[:30].lower()} {secret[30:]} "
    recovered, _ = recover(found, joseph(), own, typed)
    assert len(recovered.key.people) == 2
    assert len(open_case_key(found, joseph(), own).key.recipients) == 3
    assert open_case_key(found, imogen(), own).key == recovered.key


def test_a_mistyped_secret_is_refused(found: CaseFolder, own: Path) -> None:
    _, secret = recovery(found, imogen(), own)
    for wrong in (secret[:-1], secret[:40] + ("Q" if secret[40] != "Q" else "P") + secret[41:], ""):
        with pytest.raises(WrongUse, match="sign of it"):
            recover(found, joseph(), own, wrong)
    with pytest.raises(NotForYou):
        recover(found, joseph(), own, mallory().age_secret)


# ---------------------------------------------------------------- somebody is shown


def test_nobody_is_shown_before_the_log_has_it(
    found: CaseFolder, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, one = reveal(found, imogen(), own, "p2", RevealReason.POLICE)
    assert one.names[0].text == "Anneke Hartwell"
    line = audit(found, own).entries[-1]
    assert (line.action, line.reason, len(line.ids)) == ("reveal", "police", 1)

    def full(*_: object, **__: object) -> None:
        raise NotWritten("the disk is full")

    monkeypatch.setattr("redact.keystore.audit.append", full)
    with pytest.raises(NotWritten):
        reveal(found, imogen(), own, "p2", RevealReason.POLICE)


def test_a_reason_in_words_stays_in_the_key(found: CaseFolder, own: Path) -> None:
    reveal(found, imogen(), own, "p2", RevealReason.FAMILY, text="Anneke rang")
    key = open_case_key(found, imogen(), own).key
    assert [(event.what, event.reason) for event in key.history][-1] == ("reveal", "Anneke rang")
    assert audit(found, own).entries[-1].text.startswith("hmac:")
    no_name(own)


# ---------------------------------------------------------------- looked at, copied, put back


def test_a_sound_key_is_told_without_a_name(found: CaseFolder, own: Path) -> None:
    seen = verify(found, imogen(), own)
    assert seen.wrong == ()
    assert any("revision 3, 2 people" in line for line in seen.told)
    assert not any("Hartwell" in line for line in seen.told)


def test_what_is_wrong_with_a_key_is_told(found: CaseFolder, own: Path) -> None:
    add(
        found,
        imogen(),
        own,
        read_told(["Anneke Hartwell"]),
        SCHEME,
        slot="aunt",
        label="Aunt 9",
        another=True,
    )
    (line,) = verify(found, imogen(), own).wrong
    assert "Aunt 9" in line
    assert "Hartwell" not in line
    for path in log_path(key_path_of(found.case, own)).parent.glob("*.audit*"):
        path.unlink()
    assert any("no log" in line for line in verify(found, imogen(), own).wrong)


def test_a_line_by_somebody_unknown_is_told(found: CaseFolder, own: Path) -> None:
    share(found, imogen(), own, joseph().card)
    person(found, own, "Tam Oakes", "father", joseph())
    remove(found, imogen(), own, joseph().card.id)
    assert verify(found, imogen(), own).wrong == ()
    (own / "trusted" / f"{joseph().card.id}.card").unlink()
    assert "1 line(s)" in verify(found, imogen(), own).wrong[0]


def test_an_older_key_put_back_by_hand_is_its_own_error(found: CaseFolder, own: Path) -> None:
    path = key_path_of(found.case, own)
    shutil.copy(path.with_name(path.name + ".prev"), path)
    for work in (verify, open_case_key):
        with pytest.raises(OldRevision, match="revision 2, and 3"):
            work(found, imogen(), own)


def test_an_older_copy_comes_back_only_where_it_is_meant(
    found: CaseFolder, own: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.redactkey"
    share(found, imogen(), own, joseph().card)
    backup(found, imogen(), own, copy)
    remove(found, imogen(), own, joseph().card.id)
    label = person(found, own, "Tam Oakes", "father")
    for older, reason in ((False, None), (True, None), (False, RestoreReason.LOST)):
        with pytest.raises(OldRevision, match="that copy is older"):
            restore(found, imogen(), own, copy, older=older, reason=reason)
    opened = restore(found, imogen(), own, copy, older=True, reason=RestoreReason.WRONG_CHANGE)
    assert (opened.key.revision, len(opened.key.people)) == (7, 2)
    assert [one.card.id for one in opened.key.recipients] == [imogen().card.id]  # no leaver comes back
    assert label in {one.pseudonym for one in opened.key.retired}
    assert verify(found, imogen(), own).wrong == ()
    line = audit(found, own).entries[-1]
    assert (line.action, line.reason) == ("restore", "wrong-change")


def test_a_lost_or_damaged_key_is_put_back(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    copy, path = tmp_path / "copy.redactkey", key_path_of(found.case, own)
    backup(found, imogen(), own, copy)
    before = path.read_bytes()
    path.write_bytes(before[:-300])
    with pytest.raises(KeyDamaged):
        verify(found, imogen(), own)
    assert restore(found, imogen(), own, copy).key.revision == 3
    assert path.read_bytes() == before
    with pytest.raises(WrongUse, match="in place"):
        restore(found, imogen(), own, copy)
    path.unlink()
    assert restore(found, imogen(), own, copy).key.revision == 3
    # Lost, and the copy is behind: its content is the next revision.
    person(found, own, "Tam Oakes", "father")
    path.unlink()
    with pytest.raises(OldRevision):
        restore(found, imogen(), own, copy)
    opened = restore(found, imogen(), own, copy, older=True, reason=RestoreReason.LOST)
    assert (opened.key.revision, len(opened.key.people)) == (5, 2)
    assert verify(found, imogen(), own).wrong == ()


def test_a_copy_is_never_written_over_a_file(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.redactkey"
    copy.write_bytes(b"mine")
    with pytest.raises(NotWritten):
        backup(found, imogen(), own, copy)
    assert copy.read_bytes() == b"mine"


def test_the_log_of_a_key_that_was_touched_ends_with_status_5(found: CaseFolder, own: Path) -> None:
    log = log_path(key_path_of(found.case, own))
    log.write_bytes(log.read_bytes().replace(b'"action":"made"', b'"action":"make"'))
    with pytest.raises(LogBroken) as refused:
        audit(found, own)
    assert refused.value.status == 5
    with pytest.raises(LogBroken):
        verify(found, imogen(), own)


# ---------------------------------------------------------------- for somebody outside


def test_only_the_chosen_rows_go_out(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    path = tmp_path / "rows.age"
    day = date(2999, 1, 31)
    count = export(found, imogen(), own, ["p2"], mallory().card, ExportReason.CORONER, day, path)
    assert count == 1
    content = unseal(path.read_bytes(), "export", "K7", identity=mallory(), trusted=[imogen().card]).content
    rows = key_from_plain(content["rows"])
    assert [one.names[0].text for one in rows.people] == ["Anneke Hartwell"]
    assert (content["reason"], content["expires"]) == ("coroner", "2999-01-31")
    assert rows.secret != open_case_key(found, imogen(), own).key.secret
    assert (rows.links, rows.tables, rows.retired) == ((), (), ())
    with pytest.raises(NotForYou):
        unseal(path.read_bytes(), "export", "K7", identity=joseph(), trusted=[imogen().card])
    line = audit(found, own).entries[-1]
    assert (line.action, line.reason, line.card) == ("export", "coroner", mallory().card.id)


@pytest.mark.parametrize(
    ("people", "day"), [(["p9"], date(2999, 1, 1)), (["p1"], date(2026, 1, 1)), (["Idony"], date(2999, 1, 1))]
)
def test_nothing_goes_out_that_is_not_there_or_has_expired(
    people: list[str], day: date, found: CaseFolder, own: Path, tmp_path: Path
) -> None:
    with pytest.raises(WrongUse) as refused:
        export(found, imogen(), own, people, mallory().card, ExportReason.POLICE, day, tmp_path / "rows.age")
    assert "Idony" not in repr(refused.value)
    assert not (tmp_path / "rows.age").exists()
    assert "export" not in actions(found, own)


# ---------------------------------------------------------------- the end


def test_two_destroy_a_key_and_the_secret_with_it(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    share(found, imogen(), own, joseph().card)
    path = key_path_of(found.case, own)
    left = path.parent / f".redact-{'0' * 16}.tmp"
    left.write_bytes(b"half")
    path.with_name(f"K7.changes-{'0' * 16}-{'0' * 8}.age").write_bytes(b"sealed, and opens as the key does")
    os.utime(left, (time.time() - 300,) * 2)
    consent(found, joseph(), own, tmp_path / "consent.json")
    card = consent_of(open_case_key(found, imogen(), own), tmp_path / "consent.json")
    done = destroy(found, imogen(), own, card, date(2999, 3, 1))
    assert done.removed == (
        "1 half-written file(s)",
        "a record of changes",
        "the copy before it",
        "the secret of the fingerprints",
        "the lock of the key",
        "the key",
    )
    assert (done.first, done.second) == (imogen().card.id, joseph().card.id)
    kept = sorted(entry.name for entry in path.parent.iterdir() if not entry.name.endswith(".lock"))
    assert kept == ["K7.redactkey.audit", "K7.redactkey.audit.head"]
    assert not (found.folder / "check.age").exists()
    assert b'"backups_until": "2999-03-01"' in (found.folder / CERTIFICATE).read_bytes()
    assert actions(found, own)[-1] == "destroy"
    with pytest.raises(KeyFault, match="of this case was destroyed"):
        open_case_key(found, imogen(), own)
    with pytest.raises(WrongUse, match="there is a key"):
        start(tmp_path / "again", Case("K7"), imogen(), may_check=[], own=own)
    no_name(found.folder)


def test_one_alone_destroys_nothing(found: CaseFolder, own: Path, tmp_path: Path) -> None:
    for card in (imogen().card, joseph().card):  # oneself; somebody for whom it is not sealed
        with pytest.raises(WrongUse, match="two of its people"):
            destroy(found, imogen(), own, card, date(2999, 3, 1))
    consent(found, imogen(), own, tmp_path / "mine.json")
    mine = consent_of(open_case_key(found, imogen(), own), tmp_path / "mine.json")
    with pytest.raises(WrongUse, match="two of its people"):
        destroy(found, imogen(), own, mine, date(2999, 3, 1))
    assert len(open_case_key(found, imogen(), own).key.people) == 2
    with pytest.raises(NotForYou):  # who cannot open it cannot consent
        consent(found, joseph(), own, tmp_path / "theirs.json")


def test_a_consent_that_was_altered_or_is_for_an_earlier_key_is_refused(
    found: CaseFolder, own: Path, tmp_path: Path
) -> None:
    share(found, imogen(), own, joseph().card)
    path = tmp_path / "consent.json"
    consent(found, joseph(), own, path)
    good = path.read_text(encoding="ascii")
    opened = open_case_key(found, imogen(), own)
    for altered, error in (
        (good.replace("K7", "K8"), Forged),
        (good.replace(joseph().card.id, imogen().card.id), Forged),
        (good.replace(joseph().card.id, mallory().card.id), Forged),
        (good.replace("redact-consent/1", "redact-consent/2"), KeyDamaged),
        ("[]", KeyDamaged),
    ):
        path.write_text(altered, encoding="ascii")
        with pytest.raises(error):
            consent_of(opened, path)
    path.write_text(good, encoding="ascii")
    person(found, own, "Tam Oakes", "father")
    with pytest.raises(WrongUse, match="as it is now"):
        consent_of(open_case_key(found, imogen(), own), path)
