"""Whatever call to a file fails, and wherever the process is killed: the key is the old one or the new one.

Each change of a case is done again and again; each time the next of its calls that touch a file fails, until
one run meets no failure. After each the case is looked at, and the change is done once more undisturbed.
"""

from __future__ import annotations

import errno
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from redact import guard
from redact.errors import KeyFault, RedactError
from redact.keystore import home
from redact.keystore.check_secret import open_check_secret
from redact.keystore.keyfile import PREVIOUS, open_key, update_key
from redact.resolve.key_editing import read_told
from redact.resources import rules_folder
from redact.rulebook.schemes import load_schemes
from redact.run import decisions
from redact.run.anonymise_writing import write
from redact.run.case import key_path_of, open_case_key, share, start
from redact.run.case_file import CaseFolder, load
from redact.run.key_ending import destroy
from redact.run.key_joining import join_files, look_at_two
from redact.run.key_keeping import backup, restore, verify
from redact.run.key_people import add
from redact.run.key_sharing import export, remove
from redact.run.key_sharing import share as share_key
from redact.values.case import Case
from redact.values.decisions import Answer, Decision, Reason
from redact.values.key import Key
from redact.values.key_reasons import ExportReason, RestoreReason
from tests.faulty_files import WORDS, Dead, FileCalls, Snapshot, failing_at, half_written
from tests.keystore.people import imogen, joseph, mallory
from tests.keystore.test_keyfile import with_person
from tests.run import anonymise_factory

SCHEME = load_schemes(rules_folder())["child-x"]
NAMES = ("Hartwell", "Idony", "Anneke", "Quenby", "Ottilie")
CARDS = (imogen().card, joseph().card, mallory().card)
MARK = "hmac:" + "0a" * 16
FAULTS = (errno.EIO, None)  # a disk that fails, and a kill


@dataclass(frozen=True)
class Place:
    """A case with a key that Imogen and Joseph open, a copy of it, and another that was made of the same."""

    folder: Path
    found: CaseFolder

    @property
    def own(self) -> Path:
        return self.folder / "own"

    @property
    def key(self) -> Path:
        return key_path_of(self.found.case, self.own)

    @property
    def copy(self) -> Path:
        return self.folder / "copy.redactkey"

    @property
    def other(self) -> Path:
        return self.folder / "other" / "K7.redactkey"


def person(place: Place, name: str, slot: str = "aunt") -> None:
    add(place.found, imogen(), place.own, read_told([name]), SCHEME, slot=slot)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    for card in CARDS:
        home.trust(tmp_path / "own", card)
    begun = start(tmp_path / "K7", Case("K7"), imogen(), may_check=[joseph().card], own=tmp_path / "own")
    made = Place(tmp_path, begun)
    person(made, "Idony Hartwell", "child")
    backup(begun, imogen(), made.own, made.copy)
    person(made, "Anneke Hartwell", "mother")
    share_key(begun, imogen(), made.own, joseph().card)
    made.other.parent.mkdir()
    made.other.write_bytes(made.key.read_bytes())
    update_key(made.other, "K7", imogen(), _with_wren, trusted=(), what="add")
    person(made, "Tam Oakes", "father")
    return made


def _with_wren(key: Key) -> Key:
    return with_person(key, "Wren Ashdown", "Aunt 7")


def join(place: Place) -> None:
    join_files(look_at_two(place.found, imogen(), place.own, place.other), imogen())


def decide(place: Place) -> None:
    when = datetime(2026, 11, 21, 9, tzinfo=UTC)
    decision = Decision(MARK, Answer.KEEP, Reason.PUBLIC_OFFICE, imogen().card.name, when)
    decisions.record(place.found, [decision], imogen())


def hand_out(place: Place) -> None:
    day = date(2999, 1, 31)
    export(
        place.found, imogen(), place.own, ["p2"], mallory().card, ExportReason.POLICE, day,
        place.folder / "rows.age",
    )  # fmt: skip


# What else is done to a key is saved the way that `rotate` is.
CHANGES: dict[str, Callable[[Place], object]] = {
    "rotate": lambda place: remove(place.found, imogen(), place.own, joseph().card.id),
    "backup": lambda place: backup(place.found, imogen(), place.own, place.folder / "new.redactkey"),
    "restore an older one": lambda place: restore(
        place.found, imogen(), place.own, place.copy, older=True, reason=RestoreReason.WRONG_CHANGE
    ),
    "merge-files": join,
    "export": hand_out,
    "case share": lambda place: share(place.found, [mallory().card], imogen(), place.own),
    "decide": decide,
}


def state(place: Place) -> tuple[Any, ...]:
    """Everything that a change may change, without what is new in each seal."""
    key = open_case_key(place.found, imogen(), place.own).key
    checks = open_check_secret(place.found.folder, "K7", imogen(), trusted=CARDS)
    ledger = decisions.read(place.found, place.own)
    return (
        key.revision,
        tuple((one.id, one.pseudonym, one.names) for one in key.people),
        len(key.recipients),
        sorted(checks.may_check),
        [one.fingerprint for one in ledger.decisions],
    )


def each_call(
    folder: Path, act: Callable[[], object], look: Callable[[FileCalls, BaseException | None], None]
) -> int:
    """Do `act` with each of its calls failing in turn; call `look` after each; give the number of calls."""
    before, count = Snapshot(folder), 0
    for error in FAULTS:
        for wanted in range(1, 400):
            before.put_back()
            ended: BaseException | None = None
            with failing_at(folder, wanted, error) as calls:
                try:
                    act()
                except (RedactError, Dead) as raised:
                    ended = raised
            assert WORDS not in repr(ended)
            assert ended is None or ended.__cause__ is None
            no_name(folder)
            if error is not None and calls.failed != "os.remove":
                assert half_written(folder) == [], calls.failed
            look(calls, ended)
            if calls.failed is None:
                break
        assert calls.failed is None, "the failures never reached the end"
        assert ended is None
        count = max(count, len(calls.made))
    return count


def no_name(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert not any(name.encode() in data for name in NAMES), path.name


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_done_or_is_not(change: str, place: Place) -> None:
    act = CHANGES[change]
    before, untouched = state(place), Snapshot(place.folder)
    act(place)
    after = state(place)
    untouched.put_back()

    def look(calls: FileCalls, ended: BaseException | None) -> None:
        assert state(place) in (before, after), calls.failed
        if ended is None:
            assert state(place) == after, calls.failed
        previous = place.key.with_name(place.key.name + PREVIOUS)
        assert open_key(previous, "K7", imogen(), trusted=CARDS).key.revision in (before[0] - 1, before[0])
        # What the dead have left stops nobody: the next save goes on, and its log tells all.
        person(place, "Ottilie Grey")
        assert verify(place.found, imogen(), place.own).wrong == ()

    assert each_call(place.folder, lambda: act(place), look) > 8


def test_a_key_that_is_put_back_is_there_or_can_be_put_back_again(place: Place) -> None:
    after = state(place)
    newest = place.folder / "newest.redactkey"
    newest.write_bytes(place.key.read_bytes())
    place.key.write_bytes(b"damaged")

    def again() -> None:
        restore(place.found, imogen(), place.own, newest)

    def look(calls: FileCalls, ended: BaseException | None) -> None:
        try:
            assert state(place) == after
        except KeyFault:
            assert ended is not None
            again()
        assert state(place) == after
        assert verify(place.found, imogen(), place.own).wrong == ()

    each_call(place.folder, again, look)


def test_a_case_is_begun_whole_or_can_be_begun_again(tmp_path: Path) -> None:
    for card in CARDS:
        home.trust(tmp_path / "own", card)

    def begin(id: str = "K7", folder: str = "K7") -> CaseFolder:
        who = [joseph().card]
        return start(tmp_path / folder, Case(id), imogen(), may_check=who, own=tmp_path / "own")

    def look(calls: FileCalls, ended: BaseException | None) -> None:
        folder = tmp_path / "K7"
        if (folder / "case.toml").exists():  # it comes last: what has one is whole
            found = load(folder)
            assert open_case_key(found, imogen(), tmp_path / "own").key.revision == 1
            assert len(open_check_secret(folder, "K7", joseph(), trusted=CARDS).may_check) == 2
            assert decisions.read(found, tmp_path / "own").decisions == ()
        elif isinstance(ended, Dead):
            # A key may be there already, which is never written over: it is another id, in another folder.
            assert begin("K8", "K8").folder.is_dir()
        elif calls.failed not in ("os.remove", "os.rmdir"):
            assert not folder.exists()
            assert begin().folder == folder

    each_call(tmp_path, begin, look)


def test_destroying_can_be_ended_after_every_failure(place: Place) -> None:
    record = place.key.with_name(f"K7.changes-{'0' * 16}.age")
    record.write_bytes(place.key.read_bytes())

    def end() -> None:
        destroy(place.found, imogen(), place.own, joseph().card, date(2999, 3, 1))

    secrets = [place.key, place.key.with_name(place.key.name + PREVIOUS), record]
    secrets.append(place.found.folder / "check.age")

    def look(calls: FileCalls, ended: BaseException | None) -> None:
        left = [path for path in secrets if path.exists()]
        if left:
            assert ended is not None, calls.failed
            assert place.key in left, "without the key nobody can end it"
            end()
        assert [path for path in secrets if path.exists()] == []

    each_call(place.folder, end, look)


def test_new_documents_come_with_their_records_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = anonymise_factory.begin(tmp_path)
    caught: list[tuple[Any, ...]] = []
    undoing: dict[str, object] = {}
    texts = {"a.txt": "Anneke Hartwell rang.\n", "b.txt": "Idony Hartwell rang.\n"}
    paths = [anonymise_factory.note(found, text, name) for name, text in texts.items()]
    with monkeypatch.context() as patch:
        patch.setattr("redact.run.anonymise.write", lambda *given, **more: caught.append((given, more)))
        anonymise_factory.go(found, *paths)
    real = guard.run

    def once(act: Callable[..., object], path: str, *given: Any, **more: Any) -> object:
        if path not in undoing:
            undoing[path] = real(act, path, *given, **more)
        return undoing[path]

    # What a child works out for a document is the same each time; the files are written by us.
    monkeypatch.setattr(guard, "run", once)
    ((given, more),) = caught
    out, keys = tmp_path / "out", tmp_path / "own" / "keys"
    write(*given, **more)
    whole = sorted(path.name for path in out.iterdir())
    assert {"a.txt", "b.txt", "changes.json"} <= {*whole}
    for path in (*paths, *keys.glob("*.changes-*.age"), *out.iterdir()):
        path.unlink()
    out.rmdir()

    def look(calls: FileCalls, ended: BaseException | None) -> None:
        made = sorted(path.name for path in out.glob("*") if not path.name.startswith("."))
        if ended is None:
            assert made == whole
        elif not isinstance(ended, Dead) and calls.failed not in ("os.remove", "os.rmdir"):
            assert (made, out.exists()) == ([], False), calls.failed
        if isinstance(ended, Dead) or made == whole:
            # No new document stands without its record.
            assert len(list(keys.glob("*.changes-*.age"))) == 2 or made == []

    each_call(tmp_path, lambda: write(*given, **more), look)
