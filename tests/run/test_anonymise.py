"""Documents come out with pseudonyms for names, whole and proved; or nothing comes out."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from redact.errors import ExitStatus, NotWritten, WrongType
from redact.keystore.keyfile import save_key
from redact.keystore.seal import unseal
from redact.resolve.forms import Searcher
from redact.run.anonymise import NoPseudonym
from redact.run.case import open_case_key
from redact.run.case_file import CaseFolder
from redact.run.review import prepare, questions_of
from redact.values.anonymising import AnonymiseRun
from redact.values.key import KeyLink, KeyPerson
from tests.formats.word.package_factory import WORD_TYPE, PartSpec, make_docx
from tests.keystore.people import imogen
from tests.run.anonymise_factory import CHILD, LINKS, MOTHER, begin, everywhere, go, key_of, note, runs


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return begin(tmp_path)


def out(found: CaseFolder, name: str = "visit.txt", to: str = "out") -> Path:
    return found.folder.parent / to / name


def members(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def ok(run: AnonymiseRun) -> None:
    assert (run.unsettled, run.leaks, run.status) == ((), (), ExitStatus.READY)


TEXT = (
    "Report on a visit\r\n\r\nAnneke Hartwell, the mother, came with Idony Hartwell.\r\n"
    "Mr Lunde wrote to Anneke Hartwell’s sister. Corinna Stark is the independent author.\r\n"
)


def test_a_text_comes_out_with_pseudonyms_and_its_own_line_ends(found: CaseFolder) -> None:
    ok(go(found, note(found, TEXT)))
    with out(found).open(encoding="utf-8", newline="") as file:
        assert file.read() == (
            "Report on a visit\r\n\r\nParent 1, the mother, came with Child K.\r\n"
            "HV1 wrote to Parent 1’s sister. Corinna Stark is the independent author.\r\n"
        )
    report = json.loads(out(found, "changes.json").read_text(encoding="utf-8"))
    assert [change["pseudonym"] for change in report["files"][0]["changes"]] == [
        *("Parent 1", "Child K", "HV1", "Parent 1"),
    ]
    assert "artwell" not in json.dumps(report)


def test_every_part_of_a_word_document_is_rewritten(found: CaseFolder) -> None:
    path = found.folder / "Anneke Hartwell.docx"
    path.write_bytes(everywhere())
    run = go(found, path)
    ok(run)
    assert [one.name for one in run.files] == ["anonymised 1.docx"]
    after = members(out(found, "anonymised 1.docx"))
    assert not [name for name, text in after.items() if "artwell" in text.casefold() or "nneke" in text]
    # The name was split over three runs: it stands in the first, and the bold one keeps its look.
    assert "<w:rPr><w:b/></w:rPr>" in after["word/document.xml"]
    assert sorted(after) == sorted(members(path))
    assert after["[Content_Types].xml"] == members(path)["[Content_Types].xml"]


def test_the_same_file_twice_is_the_same_bytes(found: CaseFolder) -> None:
    path = found.folder / "visit.docx"
    path.write_bytes(everywhere())
    ok(go(found, path, to="one"))
    ok(go(found, path, to="two"))
    for name in ("visit.docx", "changes.json", "changes.html"):
        assert out(found, name, "one").read_bytes() == out(found, name, "two").read_bytes()


def test_a_name_of_which_nobody_has_said_anything_stops_it(found: CaseFolder) -> None:
    path = note(found, TEXT + "Ms Ottilie Quenby rang. Hartwell had left.\n")
    run = go(found, path)
    assert (len(run.unsettled), run.files, run.status) == (2, (), ExitStatus.FINDINGS)
    assert not out(found).parent.exists()

    draft = go(found, path, draft=True)
    assert draft.status is ExitStatus.FINDINGS
    (name,) = [path.name for path in out(found).parent.iterdir() if path.suffix == ".txt"]
    assert name == "draft 1, may hold names.txt"
    text = out(found, name).read_text(encoding="utf-8")
    assert "Ottilie Quenby rang. Hartwell had left." in text
    assert text.startswith("DRAFT: this document may hold names. ")
    assert "Anneke" not in text
    report = out(found, "changes.json").read_text(encoding="utf-8")
    assert report.splitlines()[1].strip().startswith('"DRAFT": "This draft may hold names: 2 places')


@pytest.mark.parametrize(
    ("text", "links", "written"),
    [
        # two of one surname, told in each place by what a person has said of the spelling
        ("Anneke Hartwell rang Idony Hartwell.", (), "Parent 1 rang Child K."),
        # surname first, and a possessive without an s
        ("HARTWELL, Anneke signed it. It was Mr Lunde's.", (), "Parent 1 signed it. It was HV1's."),
        # a name broken at a line end
        ("It was Anneke Hart-\nwell who rang.", (), "It was Parent 1 who rang."),
        # an address goes as a whole
        ("Ask anneke.hartwell@example.org for it.", (), "Ask [e-mail address] for it."),
        # two whole names in a row, in which a third could be read: Hartwell, Idony
        ("Seen: Anneke Hartwell, Idony Hartwell.", (), "Seen: Parent 1, Child K."),
        # two sentences, of which one ends with her name and the next begins with it
        ("It was Mr Lunde. Tomos went home.", (), "It was HV1. HV1 went home."),
        # a place
        ("Idony went to Thornwick Primary School.", (), "Child K went to School A."),
        # nothing of anybody
        ("The visit was late.", (), "The visit was late."),
    ],
)  # fmt: skip
def test_what_is_written(tmp_path: Path, text: str, links: tuple[KeyLink, ...], written: str) -> None:
    said = {link.text for link in links}
    found = begin(tmp_path, links=(*(link for link in LINKS if link.text not in said), *links))
    ok(go(found, note(found, text)))
    assert out(found).read_text(encoding="utf-8") == written


def test_a_text_keeps_its_encoding(found: CaseFolder) -> None:
    for name, encoding in (("b.txt", "cp1252"), ("notes.md", "utf-8-sig")):
        (found.folder / name).write_bytes("# A caf\u00e9 – late\n\nAnneke Hartwell rang.\n".encode(encoding))
    ok(go(found, *(found.folder / name for name in ("b.txt", "notes.md"))))
    assert out(found, "b.txt").read_bytes() == "# A caf\u00e9 – late\n\nParent 1 rang.\n".encode("cp1252")
    assert out(found, "notes.md").read_bytes() == "# A caf\u00e9 – late\n\nParent 1 rang.\n".encode(
        "utf-8-sig"
    )


def test_what_cannot_be_rewritten_is_refused_with_what_to_do(found: CaseFolder) -> None:
    pdf = found.folder / "visit.pdf"
    _scan(pdf)
    with pytest.raises(WrongType) as refused:
        go(found, pdf)
    assert "Word document" in refused.value.remedy
    tracked = found.folder / "tracked.docx"
    tracked.write_bytes(
        make_docx(None, "<w:p><w:del><w:r><w:delText>Anneke rang.</w:delText></w:r></w:del></w:p>")
    )
    with pytest.raises(WrongType) as refused:
        go(found, tracked)
    assert "tracked" in refused.value.what
    with pytest.raises(WrongType, match=r"^document 2: "):  # of several it is said which
        go(found, note(found, "Nobody rang."), tracked)
    assert not out(found).parent.exists()


def _scan(path: Path) -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(path))
    canvas.rect(72, 720, 100, 100, fill=1)
    canvas.save()


def test_who_has_no_pseudonym_stops_it(tmp_path: Path) -> None:
    bare = KeyPerson("p1", names=MOTHER.names)
    found = begin(tmp_path, people=(bare, CHILD), links=())
    with pytest.raises(NoPseudonym) as refused:
        go(found, note(found, "Anneke Hartwell rang."))
    assert refused.value.status is ExitStatus.FINDINGS
    assert refused.value.what.startswith("1 of those who are named in it has no")
    assert "artwell" not in str(refused.value) + (refused.value.remedy or "")


def test_nothing_is_written_over_and_all_files_are_written_or_none(found: CaseFolder) -> None:
    first, second = note(found, "Anneke Hartwell rang."), note(found, "Nobody rang.", "later.txt")
    out(found).parent.mkdir()
    out(found, "later.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(NotWritten):
        go(found, first, second)
    assert [path.name for path in out(found).parent.iterdir()] == ["later.txt"]
    assert out(found, "later.txt").read_text(encoding="utf-8") == "mine"
    with pytest.raises(NotWritten):
        go(found, first, to="K7")  # in place
    assert first.read_text(encoding="utf-8") == "Anneke Hartwell rang."


def test_a_folder_that_cannot_be_written_to_is_said_before_the_work(found: CaseFolder) -> None:
    path = note(found, "Anneke Hartwell rang.")
    for to in ("K7/visit.txt", "not there/out"):
        with pytest.raises(NotWritten):
            go(found, path, to=to)
    assert path.read_text(encoding="utf-8") == "Anneke Hartwell rang."


def test_a_full_disk_leaves_nothing(found: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    from redact.run import writing

    real, calls = writing.write_new, []

    def full(path: Path, data: bytes, *, private: bool = False) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise NotWritten("the disk is full", "Make room.")
        real(path, data, private=private)

    monkeypatch.setattr(writing, "write_new", full)
    keys = found.folder.parent / "own" / "keys"
    before = sorted(keys.iterdir())
    with pytest.raises(NotWritten):
        go(found, note(found, "Anneke Hartwell rang."))
    assert (out(found).parent.exists(), sorted(keys.iterdir())) == (False, before)


def test_a_stop_in_the_middle_leaves_nothing(found: CaseFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    from redact.run import writing

    real, calls = writing.write_new, []

    def stopped(path: Path, data: bytes, *, private: bool = False) -> None:
        real(path, data, private=private)
        calls.append(path)
        if len(calls) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(writing, "write_new", stopped)
    keys = found.folder.parent / "own" / "keys"
    before = sorted(keys.iterdir())
    with pytest.raises(KeyboardInterrupt):
        go(found, note(found, "Anneke Hartwell rang."))
    assert (out(found).parent.exists(), sorted(keys.iterdir())) == (False, before)


def test_a_name_in_an_embedded_file_lets_nothing_be_written(found: CaseFolder) -> None:
    inner = make_docx(None, runs("It was Anneke Hartwell."))
    path = found.folder / "visit.docx"
    inside = PartSpec(inner, f"{WORD_TYPE}document", "package")
    path.write_bytes(make_docx(None, runs("Anneke Hartwell rang."), {"word/embeddings/other.docx": inside}))
    run = go(found, path)
    assert (len(run.leaks), run.status) == (1, ExitStatus.FINDINGS)
    assert run.leaks[0].location.part.value == "embedded file"
    assert not out(found).parent.exists()


def test_the_record_beside_the_key_is_sealed(found: CaseFolder) -> None:
    run = go(found, note(found, "Anneke Hartwell rang."))
    ok(run)
    (path,) = (found.folder.parent / "own" / "keys").glob("*.age")
    assert b"artwell" not in path.read_bytes()
    record = unseal(path.read_bytes(), "changes", "K7", identity=imogen(), trusted=()).content
    assert record["edits"] == [
        {"passage": 1, "start": 0, "end": 15, "was": "Anneke Hartwell", "is": "Parent 1", "of": "p1"}
    ]
    assert record["after_sha256"] == run.files[0].sha256


def test_the_searcher_finds_nothing_in_what_comes_out(found: CaseFolder) -> None:
    path = found.folder / "visit.docx"
    path.write_bytes(everywhere())
    run = go(found, path)
    ok(run)
    searcher = Searcher(key_of(found))
    document = run.checked.documents[0].document if run.checked else None
    assert document is not None
    assert [hit for hit in searcher.search(document) if hit.sure] == []


@pytest.mark.parametrize("says", ["nobody", "the visitor", "nothing"])
def test_a_name_is_whose_a_person_has_said_in_that_place(tmp_path: Path, says: str) -> None:
    text = "Ms Lunde rang from the council. Tomos Lunde came.\n"
    found = begin(tmp_path, links=())
    path = note(found, text)
    mark = _fingerprint(found, path, "Lunde")
    of = {"nobody": None, "the visitor": "p3"}
    opened = open_case_key(found, imogen(), found.folder.parent / "own")
    links = (KeyLink("Lunde", of[says], mark),) if says in of else ()
    save_key(opened, replace(opened.key, links=links), imogen(), what="test")
    run = go(found, path)
    written = out(found).read_text(encoding="utf-8") if run.files else None
    assert (
        written
        == {
            "nobody": "Ms Lunde rang from the council. HV1 came.\n",
            "the visitor": "HV1 rang from the council. HV1 came.\n",
            "nothing": None,
        }[says]
    )


def _fingerprint(found: CaseFolder, path: Path, text: str) -> str:
    own = found.folder.parent / "own"
    review = prepare([str(path)], found, imogen(), own, passwords=lambda *_: None, watcher=lambda *_: None)
    (spot,) = (spot for one in questions_of(review.run) for spot in one.spots if spot.text == text)
    return spot.fingerprint


def test_a_name_in_what_no_reader_reads_lets_nothing_be_written(found: CaseFolder) -> None:
    # The id of a style is read by nobody, and there is no style of that name from which it could be known.
    properties = '<w:pPr><w:pStyle w:val="Anneke Hartwell"/></w:pPr>'
    path = found.folder / "visit.docx"
    path.write_bytes(make_docx(None, runs("A visit.").replace("<w:p>", f"<w:p>{properties}")))
    run = go(found, path)
    assert [one.where for one in run.leaks] == ["a part of the file that is not read as text"]
    assert not out(found).parent.exists()
