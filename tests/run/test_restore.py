"""What was anonymised is given back: word for word by its record, else by the full names."""

from __future__ import annotations

import io
import random
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from redact.errors import ExitStatus, Forged, KeyDamaged, NotForYou, NotWritten, UnknownSigner, WrongUse
from redact.keystore import home
from redact.keystore.audit import read_log
from redact.keystore.identity import Identity
from redact.keystore.seal import seal, unseal
from redact.run.case import key_path_of
from redact.run.case_file import CaseFolder
from redact.run.change_record import records_of
from redact.run.key_sharing import recover, recovery, remove, reseal_records, share
from redact.run.reading import read_one
from redact.run.restore import restore
from redact.values.key_reasons import RevealReason
from redact.values.restoring import RestoreRun, Way, Why
from tests.formats.word.package_factory import make_docx
from tests.keystore.people import imogen, joseph, mallory
from tests.run.anonymise_factory import begin, everywhere, go, note, runs


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return begin(tmp_path)


def back(
    found: CaseFolder,
    *paths: Path,
    to: str = "back",
    who: Identity | None = None,
    records: tuple[Path, ...] = (),
) -> RestoreRun:
    own = found.folder.parent / "own"
    return restore(
        [str(path) for path in paths],
        found.folder.parent / to,
        found,
        who or imogen(),
        own,
        reason=RevealReason.COURT,
        records=records,
        passwords=lambda *_: None,
    )


def out(found: CaseFolder, name: str, to: str = "out") -> Path:
    return found.folder.parent / to / name


def restored(found: CaseFolder, number: int, ending: str = "txt", to: str = "back") -> Path:
    return found.folder.parent / to / f"K7 restored {number}, holds names.{ending}"


def texts(path: Path) -> list[tuple[object, str]]:
    document = read_one(str(path), bytes(32), passwords=lambda *_: None, progress=lambda *_: None)
    return [(one.location, one.text) for one in document.passages if not one.apart]


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def record(found: CaseFolder) -> Path:
    (path,) = records_of(key_path_of(found.case, found.folder.parent / "own"))
    # a name that Windows takes, of digits alone
    assert re.fullmatch(r"K7\.changes-[0-9a-f]{16}-[0-9a-f]{8}\.age", path.name)
    return path


def test_a_word_document_is_given_back_part_by_part(found: CaseFolder) -> None:
    path = found.folder / "visit.docx"
    path.write_bytes(everywhere())
    assert go(found, path).status is ExitStatus.READY
    run = back(found, out(found, "visit.docx"))
    assert (run.status, [one.way for one in run.files]) == (ExitStatus.READY, [Way.EXACT])
    assert members(restored(found, 1, "docx")) == members(path)
    assert texts(restored(found, 1, "docx")) == texts(path)


SENTENCES = (
    "Anneke Hartwell rang.",
    "Idony Hartwell was seen; Mr Lunde was not.",
    "It was Anneke Hart-{0}well who came{0}late.",
    "HARTWELL, Anneke signed it.",
    "Idony went to Thornwick Primary School.",
    "Corinna Stark is the independent author.",
    "The caf\u00e9 was shut \u2013 again.",
    "Nothing was said.",
    "Anneke Hartwell\u2019s sister wrote to anneke.hartwell@example.org.",
)


def test_anonymise_and_restore_give_every_text_back(found: CaseFolder) -> None:
    """Documents of random sentences, in every encoding and line end; test_undoing.py has more of them."""
    lot = random.Random(8)
    made: list[Path] = []
    for number in range(6):
        ending, encoding = (
            lot.choice(["\n", "\r\n", "\r"]),
            lot.choice(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
        )
        chosen = [one.format(ending) for one in lot.choices(SENTENCES, k=lot.randint(2, 8))]
        if number % 3 == 0:
            path = found.folder / f"visit{number}.docx"
            words = [piece for one in chosen for piece in (one[: len(one) // 3], one[len(one) // 3 :])]
            path.write_bytes(
                make_docx(None, "".join(runs(*words[at : at + 4]) for at in range(0, len(words), 4)))
            )
        else:
            path = found.folder / f"visit{number}.{lot.choice(['txt', 'md'])}"
            path.write_bytes((ending * 2).join(chosen).encode(encoding))
        made.append(path)
    run = go(found, *made)
    assert (run.status, len(run.files)) == (ExitStatus.READY, 6)
    given = back(found, *(out(found, one.name) for one in run.files))
    assert {one.way for one in given.files} == {Way.EXACT}
    for one, path in zip(given.files, made, strict=True):
        again = found.folder.parent / "back" / one.name
        assert texts(again) == texts(path)
        if path.suffix != ".docx":
            assert again.read_bytes() == path.read_bytes()


def test_an_edited_file_gets_the_full_names_and_says_so(found: CaseFolder) -> None:
    go(found, note(found, "Anneke rang Idony at four.\n"))
    edited = out(found, "visit.txt")
    edited.write_text("Parent 1 rang Child K at five. SW9 came.\n", encoding="utf-8")
    run = back(found, edited)
    assert restored(found, 1).read_text(encoding="utf-8") == (
        "Anneke Hartwell rang Idony Hartwell at five. SW9 came.\n"
    )
    (one,) = run.files
    assert (one.way, one.names, one.people, run.status) == (Way.PSEUDONYMS, 2, 2, ExitStatus.FINDINGS)
    assert "edited" in (one.because or "")
    assert [left.why for left in one.left] == [Why.UNKNOWN]


def test_a_word_document_that_was_edited_keeps_its_looks(found: CaseFolder) -> None:
    path = found.folder / "letter.docx"
    path.write_bytes(make_docx(None, runs("Then Par", "ent 1", " came.", bold=1)))
    run = back(found, path)
    assert [one.way for one in run.files] == [Way.PSEUDONYMS]
    assert [text for _, text in texts(restored(found, 1, "docx"))] == ["Then Anneke Hartwell came."]


def test_the_log_has_it_first_and_holds_no_name(found: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    go(found, note(found, "Anneke Hartwell rang Idony Hartwell."))
    key = key_path_of(found.case, found.folder.parent / "own")
    back(found, out(found, "visit.txt"))
    (line,) = [one for one in read_log(key, [imogen().card]).entries if one.action == "restore-file"]
    assert (line.reason, len(line.ids)) == ("court", 2)
    from redact.run import restore as module

    def refused(*_: object, **__: object) -> None:
        raise NotWritten("the log cannot be written", "")

    monkeypatch.setattr(module, "note", refused)
    with pytest.raises(NotWritten):
        back(found, out(found, "visit.txt"), to="again")
    assert not (found.folder.parent / "again").exists()


def test_of_two_documents_that_became_one_nobody_guesses(found: CaseFolder) -> None:
    go(found, note(found, "Anneke Hartwell rang."))
    go(found, note(found, "HARTWELL, Anneke rang."), to="other")
    assert out(found, "visit.txt").read_bytes() == out(found, "visit.txt", "other").read_bytes()
    (one,) = back(found, out(found, "visit.txt")).files
    assert (one.way, "two documents" in (one.because or "")) == (Way.PSEUDONYMS, True)


def test_a_record_that_was_altered_is_refused(found: CaseFolder) -> None:
    go(found, note(found, "Anneke Hartwell rang."))
    path, me = record(found), [imogen().card.age]
    data = path.read_bytes()
    content = unseal(data, "changes", "K7", identity=imogen(), trusted=()).content
    false = replace(mallory(), card=imogen().card)
    another = {**content, "undo": [["", ["QW5uYSBDbGFyayByYW5nLg=="]]]}
    other = {**content, "after_sha256": "0" * 64}
    for altered, wanted in (
        (data[:200] + bytes([data[200] ^ 1]) + data[201:], KeyDamaged),  # a flipped bit
        (data[:-60], KeyDamaged),  # cut short
        (seal("changes", "K7", content, signer=mallory(), recipients=me), UnknownSigner),
        (seal("changes", "K7", content, signer=false, recipients=me), Forged),
        (seal("changes", "K8", content, signer=imogen(), recipients=me), Forged),  # of another case
        (seal("key", "K7", content, signer=imogen(), recipients=me), KeyDamaged),  # something else
        (seal("changes", "K7", other, signer=imogen(), recipients=me), KeyDamaged),  # of another file
        (seal("changes", "K7", another, signer=imogen(), recipients=me), KeyDamaged),  # gives another text
        (seal("changes", "K7", {}, signer=imogen(), recipients=me), KeyDamaged),  # holds nothing
    ):
        path.write_bytes(altered)
        with pytest.raises(wanted) as refused:
            back(found, out(found, "visit.txt"))
        assert refused.value.status is ExitStatus.KEY
        assert not (found.folder.parent / "back").exists()


def test_a_record_that_lies_elsewhere_is_named(found: CaseFolder, tmp_path: Path) -> None:
    go(found, note(found, "Anneke Hartwell rang."))
    elsewhere = record(found).rename(tmp_path / "moved.age")
    assert [one.way for one in back(found, out(found, "visit.txt")).files] == [Way.PSEUDONYMS]
    run = back(found, out(found, "visit.txt"), to="again", records=(elsewhere,))
    assert [one.way for one in run.files] == [Way.EXACT]


def test_a_record_opens_for_the_people_of_the_key_and_for_nobody_else(found: CaseFolder) -> None:
    go(found, note(found, "Anneke Hartwell rang."))
    own = found.folder.parent / "own"
    for card in (imogen().card, joseph().card):
        home.trust(own, card)
    share(found, imogen(), own, joseph().card)
    (one,) = back(found, out(found, "visit.txt"), who=joseph()).files
    assert (one.way, "sealed for others" in (one.because or "")) == (Way.PSEUDONYMS, True)
    assert reseal_records(found, imogen(), own) == (1, ())
    (one,) = back(found, out(found, "visit.txt"), to="again", who=joseph()).files
    assert one.way is Way.EXACT
    with pytest.raises(NotForYou):
        back(found, out(found, "visit.txt"), to="no", who=mallory())
    remove(found, imogen(), own, joseph().card.id)
    assert reseal_records(found, imogen(), own) == (1, ())
    with pytest.raises(NotForYou):
        unseal(record(found).read_bytes(), "changes", "K7", identity=joseph(), trusted=[imogen().card])
    _, secret = recovery(found, imogen(), own)
    left = recover(found, joseph(), own, secret)[1]  # the paper came after the record
    assert left == (0, (record(found).name,))
    assert reseal_records(found, imogen(), own) == (1, ())
    # Whoever has nothing but the paper opens the records by it too, and they are theirs from then on.
    remove(found, imogen(), own, joseph().card.id)
    assert reseal_records(found, imogen(), own) == (1, ())
    assert recover(found, joseph(), own, secret)[1] == (1, ())
    (one,) = back(found, out(found, "visit.txt"), to="by paper", who=joseph()).files
    assert one.way is Way.EXACT
    record(found).write_bytes(b"damaged")
    assert reseal_records(found, imogen(), own) == (0, (record(found).name,))


def test_nothing_is_written_over_and_nothing_where_there_is_no_label(found: CaseFolder) -> None:
    go(found, note(found, "Anneke Hartwell rang."))
    back(found, out(found, "visit.txt"))
    before = restored(found, 1).read_bytes()
    with pytest.raises(NotWritten):
        back(found, out(found, "visit.txt"))
    assert restored(found, 1).read_bytes() == before
    with pytest.raises(WrongUse):
        back(found, note(found, "Nobody rang.", "other.txt"), to="none")
    assert not (found.folder.parent / "none").exists()
