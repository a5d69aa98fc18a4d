"""A case is begun whole or not at all, holds no name, and gives a check its secret."""

from __future__ import annotations

import errno
import os
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from redact.errors import (
    Forged,
    KeyDamaged,
    KeyFault,
    NotForYou,
    NotWritten,
    RedactError,
    Unreadable,
    WrongPassphrase,
    WrongUse,
)
from redact.keystore import home
from redact.keystore.identity import Identity
from redact.keystore.keyfile import save_key
from redact.run import case as run_case
from redact.run import case_file
from redact.run import identity as run_identity
from redact.run.case import DECISIONS, key_path_of, open_case_key, open_secret, scope_of, share, start
from redact.run.identity import must_unlock, nobody_answers, own_card, trust, unlocked
from redact.values.case import Case
from redact.values.judgement import Audience, Edition, Mode
from redact.values.key import Card, KeyName, KeyPerson
from tests.keystore.people import imogen, joseph, mallory

CASE = Case("K7", Edition.WT2018, "Thornwick", date(2026, 3, 2), Audience.PANEL, Mode.ANONYMOUS)
PASSPHRASE = "seventeen grey otters"
WHO: dict[bytes, Callable[[], Identity]] = {b"imogen": imogen, b"joseph": joseph, b"mallory": mallory}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Unwrap without the seconds that each guess at a passphrase costs; test_identity.py pays them."""

    def unlock(data: bytes, passphrase: str) -> Identity:
        if passphrase != PASSPHRASE:
            raise WrongPassphrase("the passphrase does not open the identity")
        return WHO[data]()

    monkeypatch.setattr(run_identity, "unlock", unlock)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Imogen's own folder, in which Joseph is trusted."""
    return folder_of(tmp_path, imogen(), b"imogen", joseph().card)


def folder_of(where: Path, identity: Identity, wrapped: bytes, *trusted: Card) -> Path:
    folder = where / f"own of {wrapped.decode()}"
    home.keep(folder, identity, wrapped)
    for card in trusted:
        home.trust(folder, card)
    return folder


def begin(tmp_path: Path, own: Path, case: Case = CASE, *may_check: Card) -> case_file.CaseFolder:
    return start(tmp_path / "case", case, imogen(), may_check=may_check, own=own)


def answers(*given: str | None) -> Callable[[bool], str | None]:
    left = list(given)
    return lambda _again: left.pop(0) if left else None


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# ---------------------------------------------------------------- beginning


def test_a_case_is_three_files_and_a_key_elsewhere(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own)
    assert files(begun.folder) == ["case.toml", "check.age", "decisions.jsonl"]
    assert (begun.folder / DECISIONS).read_bytes() == b""
    assert case_file.load(begun.folder).case == CASE
    opened = open_case_key(begun, imogen(), own)
    assert (opened.path, opened.key.case, opened.key.people) == (own / "keys" / "K7.redactkey", "K7", ())
    assert [one.card for one in opened.key.recipients] == [imogen().card]


def test_the_key_lies_where_it_was_told(tmp_path: Path, own: Path) -> None:
    elsewhere = tmp_path / "safe" / "thornwick.redactkey"
    begun = begin(tmp_path, own, replace(CASE, key=str(elsewhere)))
    assert elsewhere.exists()
    assert key_path_of(case_file.load(begun.folder).case, own) == elsewhere
    assert files(own / "keys") == []


def test_documents_that_are_there_already_stay(tmp_path: Path, own: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "overview.txt").write_bytes(b"text")
    begin(tmp_path, own)
    assert files(tmp_path / "case") == ["case.toml", "check.age", "decisions.jsonl", "overview.txt"]


def refused(error: type[RedactError], match: str, tmp_path: Path, own: Path, **changes: Any) -> None:
    """Begin a case, see it refused, and see that nothing came of it."""
    before = [name for name in files(tmp_path) if not name.endswith(".lock")]
    case = changes.pop("case", CASE)
    folder = changes.pop("folder", tmp_path / "case")
    with pytest.raises(error, match=match):
        start(folder, case, imogen(), may_check=changes.pop("may_check", ()), own=own)
    assert [name for name in files(tmp_path) if not name.endswith(".lock")] == before


def test_what_cannot_begin_leaves_nothing(tmp_path: Path, own: Path) -> None:
    inside = replace(CASE, key=str(tmp_path / "case" / "deep" / "K7.redactkey"))
    refused(WrongUse, "folder of the case", tmp_path, own, case=inside)
    refused(WrongUse, "not trusted", tmp_path, own, may_check=(mallory().card,))
    refused(NotWritten, "cannot be made", tmp_path, own, folder=tmp_path / "none" / "case")
    refused(WrongUse, "signs that nobody sees", tmp_path, own, case=replace(CASE, board="a\nb"))
    assert not (tmp_path / "case").exists()


def test_a_case_is_not_begun_twice(tmp_path: Path, own: Path) -> None:
    begin(tmp_path, own)
    refused(WrongUse, "already", tmp_path, own)
    refused(WrongUse, "a key of that case already", tmp_path, own, folder=tmp_path / "other")


def test_what_is_in_the_way_is_not_written_over(tmp_path: Path, own: Path) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / "decisions.jsonl").write_bytes(b"old")
    refused(NotWritten, "already there", tmp_path, own)
    assert (tmp_path / "case" / "decisions.jsonl").read_bytes() == b"old"


@pytest.mark.parametrize("wanted", range(1, 30))
def test_a_failure_of_any_call_leaves_a_case_or_none(wanted: int, tmp_path: Path, own: Path) -> None:
    calls = 0

    def guarded(real: Callable[..., Any], error: BaseException) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            nonlocal calls
            calls += 1
            if calls == wanted:
                raise error
            return real(*arguments, **options)

        return call

    stops = KeyboardInterrupt() if wanted % 2 else OSError(errno.ENOSPC, "Brackenthwaite")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("open", "fsync", "link", "mkdir"):
            patch.setattr(os, name, guarded(getattr(os, name), stops))
        try:
            begin(tmp_path, own)
            begun = True
        except (NotWritten, KeyboardInterrupt):
            begun = False
    if begun:
        assert open_secret(case_file.load(tmp_path / "case"), imogen(), own).secret
    else:
        assert not (tmp_path / "case").exists()
        assert [name for name in files(tmp_path / "own of imogen") if name.endswith("key")] == []
        begin(tmp_path, own)  # and can be done again


# ---------------------------------------------------------------- the secret of a check


def test_whoever_may_check_works_under_one_secret(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own, CASE, joseph().card)
    his = folder_of(tmp_path, joseph(), b"joseph", imogen().card)
    scopes = [scope_of(begun, folder, answers(PASSPHRASE)) for folder in (own, his, own)]
    assert {scope.name for scope in scopes} == {"case"}
    assert len({scope.secret for scope in scopes}) == 1
    assert [scope.because for scope in scopes] == [None] * 3
    assert set(open_secret(begun, joseph(), his).may_check) == {imogen().card.id, joseph().card.id}


def test_more_people_may_check_later(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own)
    his = folder_of(tmp_path, joseph(), b"joseph", imogen().card)
    before = open_secret(begun, imogen(), own).secret
    assert scope_of(begun, his, answers(PASSPHRASE)).name == "run"
    with pytest.raises(NotForYou):
        share(begun, [imogen().card], joseph(), his)  # he is not among them yet
    with pytest.raises(WrongUse, match="not trusted"):
        share(begun, [mallory().card], imogen(), own)
    assert share(begun, [joseph().card], imogen(), own) == 2
    assert share(begun, [joseph().card], imogen(), own) == 2  # twice is once
    assert scope_of(begun, his, answers(PASSPHRASE)).secret == before
    assert open_secret(begun, imogen(), own).secret == before


def test_two_cases_have_two_secrets(tmp_path: Path, own: Path) -> None:
    one = begin(tmp_path, own)
    other = start(tmp_path / "other", replace(CASE, id="K8"), imogen(), may_check=(), own=own)
    assert open_secret(one, imogen(), own).secret != open_secret(other, imogen(), own).secret


def test_who_cannot_open_it_checks_in_a_scope_of_the_run(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own, CASE, joseph().card)
    outsider = folder_of(tmp_path, mallory(), b"mallory", imogen().card)
    stranger = folder_of(tmp_path, joseph(), b"joseph")  # he trusts nobody yet
    table = [
        (own, nobody_answers, "no passphrase"),
        (tmp_path / "none", answers(PASSPHRASE), "no identity"),
        (outsider, answers(PASSPHRASE), "sealed for others"),
        (stranger, answers(PASSPHRASE), "card you do not trust"),
    ]
    scopes = [scope_of(begun, folder, ask) for folder, ask, _ in table]
    for scope, (_, _, because) in zip(scopes, table, strict=True):
        assert scope.name == "run"
        assert because in str(scope.because)
    assert len({scope.secret for scope in scopes}) == len(table)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(run_case, "open_check_secret", lambda *_, **__: shut())
        assert "does not let you read" in str(scope_of(begun, own, answers(PASSPHRASE)).because)
    (begun.folder / "check.age").unlink()
    assert "no check.age" in str(scope_of(begun, own, nobody_may_ask).because)
    assert scope_of(None, own, nobody_answers).because is None


def shut() -> None:
    raise Unreadable("check.age cannot be read")


def nobody_may_ask(_again: bool) -> None:
    pytest.fail("a passphrase was asked for in vain")


def test_a_secret_that_somebody_has_altered_stops_the_check(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own)
    sealed = (begun.folder / "check.age").read_bytes()
    (begun.folder / "check.age").write_bytes(sealed[:300])
    with pytest.raises(KeyDamaged):
        scope_of(begun, own, answers(PASSPHRASE))
    other = start(tmp_path / "other", replace(CASE, id="K8"), imogen(), may_check=(), own=own)
    (begun.folder / "check.age").write_bytes((other.folder / "check.age").read_bytes())
    with pytest.raises(Forged):
        scope_of(begun, own, answers(PASSPHRASE))


def test_a_wrong_passphrase_stops_it_and_three_are_heard(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own)
    assert scope_of(begun, own, answers("wrong", "wronger", PASSPHRASE)).name == "case"
    for given in (["wrong"], ["wrong"] * 3 + [PASSPHRASE]):
        with pytest.raises(WrongPassphrase):
            scope_of(begun, own, answers(*given))
    again: list[bool] = []
    unlocked(own, lambda wrong: again.append(wrong) or (PASSPHRASE if wrong else "no"))  # type: ignore[func-returns-value]
    assert again == [False, True]


def test_work_that_needs_an_identity_says_so(own: Path) -> None:
    assert must_unlock(own, answers(PASSPHRASE)) == imogen()
    with pytest.raises(KeyFault, match="needs the passphrase"):
        must_unlock(own, nobody_answers)


def test_a_key_opens_for_its_people_alone(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own, CASE, joseph().card)
    his = folder_of(tmp_path, joseph(), b"joseph", imogen().card)
    with pytest.raises(KeyFault, match="not where"):
        open_case_key(begun, joseph(), his)  # it lies in her folder
    home.make_private_folder(his / "keys")
    (his / "keys" / "K7.redactkey").write_bytes((own / "keys" / "K7.redactkey").read_bytes())
    with pytest.raises(NotForYou):
        open_case_key(begun, joseph(), his)


# ---------------------------------------------------------------- identities


def test_an_identity_is_made_and_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_identity, "lock", lambda _identity, passphrase: passphrase.encode())
    card = run_identity.create(tmp_path / "mine", "Imogen Tarrant", "chair", PASSPHRASE)
    assert own_card(tmp_path / "mine") == card
    assert home.wrapped(tmp_path / "mine") == PASSPHRASE.encode()  # what was typed is what wraps it
    for name, passphrase in (("", PASSPHRASE), ("A\nB", PASSPHRASE), ("Imogen", "short")):
        with pytest.raises(WrongUse):
            run_identity.create(tmp_path / "other", name, "", passphrase)
    assert not (tmp_path / "other").exists()


def test_a_card_is_trusted_once_its_id_was_compared(own: Path) -> None:
    with pytest.raises(WrongUse, match="another"):
        trust(own, mallory().card, run_identity.in_groups(joseph().card.id))
    assert mallory().card not in home.trusted(own)
    trust(own, mallory().card, run_identity.in_groups(mallory().card.id))
    assert mallory().card in home.trusted(own)


# ---------------------------------------------------------------- case.toml


@pytest.mark.parametrize(
    "case", [CASE, Case("K7"), Case("K7", board='The "old" \\ board', key="C:\\keys\\k")]
)
def test_case_toml_gives_the_case_back(case: Case, tmp_path: Path) -> None:
    text = case_file.as_toml(case)
    (tmp_path / "case.toml").write_text(text, encoding="utf-8")
    assert case_file.load(tmp_path).case == case
    assert tomllib.loads(text)["id"] == "K7"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("", "another version"),
        ("= Odile", "not valid TOML"),
        ("\udcff", "not valid TOML"),
        ('format = "redact-case/2"', "another version"),
        ('format = "redact-case/1"', "what it cannot be"),  # no id
        ('format = "redact-case/1"\nOdile = 1', "1 settings that are not known"),
        (case_file.as_toml(CASE).replace("panel", "Odile"), "what it cannot be"),
        (case_file.as_toml(CASE).replace("2026-03-02", '"2026-03-02"'), "what it cannot be"),
        (case_file.as_toml(CASE).replace("2026-03-02", "2026-03-02T10:00:00"), "what it cannot be"),
        (case_file.as_toml(CASE).replace('"K7"', '"../Odile"'), "what it cannot be"),
        (case_file.as_toml(CASE).replace('"K7"', "7"), "what it cannot be"),
    ],
)
def test_a_fault_in_case_toml_is_refused_without_its_words(text: str, match: str, tmp_path: Path) -> None:
    (tmp_path / "case.toml").write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(WrongUse, match=match) as refused:
        case_file.load(tmp_path)
    assert "Odile" not in repr(refused.value)


def test_the_nearest_case_above_a_document_is_its_case(tmp_path: Path) -> None:
    for folder, id_ in ((tmp_path, "K1"), (tmp_path / "inner", "K2")):
        (folder / "deep").mkdir(parents=True)
        (folder / "case.toml").write_text(case_file.as_toml(Case(id_)), encoding="utf-8")
    one, two = str(tmp_path / "deep" / "a.txt"), str(tmp_path / "inner" / "deep" / "b.txt")

    def found(*paths: str, given: Path | None = None) -> str:
        case = case_file.for_documents(paths, given)
        return case.case.id if case else "none"

    assert [found(one), found(two), found(one, two, given=tmp_path)] == ["K1", "K2", "K1"]
    assert found() == "none"
    with pytest.raises(WrongUse, match="different cases"):
        found(one, two)
    with pytest.raises(WrongUse, match="no folder of a case"):
        found(one, given=tmp_path / "deep")
    assert case_file.above(tmp_path / "inner" / "deep").case.id == "K2"


# ---------------------------------------------------------------- names


def test_no_name_stands_anywhere_but_in_the_key(tmp_path: Path, own: Path) -> None:
    begun = begin(tmp_path, own, CASE, joseph().card)
    opened = open_case_key(begun, imogen(), own)
    person = KeyPerson("p1", "Mother", "mother", (KeyName("Odile Brackenthwaite"),))
    save_key(opened, replace(opened.key, people=(person,)), imogen(), what="review", reason="Odile rang")
    for folder in (begun.folder, own):
        for path in folder.rglob("*"):
            assert "odile" not in path.name.lower()
            assert path.is_dir() or b"odile" not in path.read_bytes().lower()
    clear = b"".join((begun.folder / name).read_bytes() for name in ("case.toml", "decisions.jsonl"))
    for worker in (b"Imogen", b"Tarrant", b"Joseph", b"Adeyemi"):
        assert worker not in clear
    assert "K7" in repr(begun)
    assert str(tmp_path) not in repr(begun) + repr(run_case.scope_of(begun, own, answers(PASSPHRASE)))
