"""A pack: what is in it for each way of publication, the same bytes twice, and what stops it."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from redact.errors import GateRefuses, NotWritten
from redact.keystore.cards import card_from_text
from redact.keystore.identity import verify
from redact.run import case_file, gate_log, gate_pack
from redact.run.case_file import CaseFolder
from redact.run.gate_pack import Made, build, make
from redact.run.gate_pack_members import PURPOSE
from redact.run.gate_pack_reading import faults
from redact.values.gate import GateAction, GateState
from redact.values.gate_record import PaperPart
from redact.values.gate_witness import witnesses_in
from redact.values.rules import Edition, Mode
from tests.keystore.people import imogen, mallory
from tests.run.gate_factory import Clock
from tests.run.sending_factory import act, attach, own_of, ready, settings, settle, signed_off


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return settle(monkeypatch)


@pytest.fixture
def unchecked(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the check of the texts, which loads the engines; other tests are about that."""
    monkeypatch.setattr(gate_pack, "must_hold_no_name", lambda *_given, **_named: None)


def pack(found: CaseFolder, name: str = "pack.zip") -> tuple[Made, dict[str, bytes]]:
    output = found.folder.parent / name
    made = make(found, imogen(), own_of(found), output)
    with zipfile.ZipFile(output) as package:
        return made, {entry: package.read(entry) for entry in package.namelist()}


# ---------------------------------------------------------------- what is in it


@pytest.mark.usefixtures("unchecked")
def test_a_pack_of_a_whole_review(tmp_path: Path) -> None:
    found = ready(tmp_path, PaperPart.RESPONSE, PaperPart.COMPANION)
    made, held = pack(found)
    assert tuple(held) == made.members
    assert set(held) == {
        "README.txt",
        "SHA256SUMS",
        "SHA256SUMS.signature.json",
        "calendar.ics",
        "certificate.html",
        "certificate.pdf",
        *(
            f"letters/{to}.{form}"
            for to in ("ofsted", "department", "national-panel")
            for form in ("txt", "html")
        ),
        "published/report.pdf",
        "published/response.pdf",  # and not what is said to the media
        "summary.json",
    }
    assert held["published/report.pdf"] == b"report, first"
    gate = gate_log.read(found, own_of(found)).gate
    (record,) = gate.packs
    assert record.sha256 == hashlib.sha256((tmp_path / "pack.zip").read_bytes()).hexdigest() == made.sha256
    assert (record.number, record.papers, record.publish_on) == (1, gate.papers_digest, gate.publish_on)
    assert gate.state is GateState.PACK_MADE
    line = gate_log.read(found, own_of(found)).log.entries[-1].facts
    assert (line["hard"], line["safe"]) == ("2026-12-24", "2026-12-23")


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize(
    ("mode", "edition", "more", "files"),
    [
        (Mode.SUMMARY_ONLY, Edition.WT2015, (PaperPart.REPORT,), {"published/summary.pdf"}),
        (Mode.ANONYMOUS, Edition.WT2015, (), {"published/report.pdf"}),
        (Mode.IMPROVEMENTS_ONLY, Edition.WT2023, (PaperPart.REPORT,), {"published/improvements.pdf"}),
        (Mode.NOT_PUBLISHED, Edition.WT2018, (PaperPart.REPORT,), {"enclosed/reasons.pdf"}),
    ],
)
def test_each_way_of_publication_has_its_own_files(
    tmp_path: Path, mode: Mode, edition: Edition, more: tuple[PaperPart, ...], files: set[str]
) -> None:
    found = ready(tmp_path, *more, mode=mode, edition=edition, board=None)
    _, held = pack(found)
    assert {name for name in held if name.startswith(("published/", "enclosed/"))} == files
    summary = json.loads(held["summary.json"])
    kept_back = [one["part"] for one in summary["files"] if one["name"] is None]
    assert kept_back == [part.value for part in more]
    assert summary["publish_on"] == (None if mode is Mode.NOT_PUBLISHED else "2027-01-07")


@pytest.mark.usefixtures("unchecked")
def test_word_files_never_get_into_a_pack(tmp_path: Path) -> None:
    found = signed_off(tmp_path)
    word = b"PK a Word file"
    sha256 = hashlib.sha256(word).hexdigest()
    (found.folder / "papers" / f"report-{sha256[:16]}.docx").write_bytes(word)
    attach(found, "again", **{"source.report": sha256})
    from redact.values.statements import Stage
    from tests.run.sending_factory import _UNTIL_BOARD, PUBLISH_ON, sign

    sign(found, *_UNTIL_BOARD)
    act(found, GateAction.SET_DATE, {"publish-on": PUBLISH_ON.isoformat()})
    sign(found, Stage.BEFORE_SENDING)
    _, held = pack(found)
    assert not [name for name, content in held.items() if name.endswith(".docx") or content == word]
    assert sha256 in held["certificate.html"].decode()  # its digest is told


@pytest.mark.usefixtures("unchecked")
def test_whom_the_board_sends_it_to_besides_has_a_letter_too(tmp_path: Path) -> None:
    found = ready(tmp_path)
    text = (found.folder / "gate.toml").read_text(encoding="utf-8")
    text = text.replace(
        "[addresses]",
        'domains = ["anytown.example"]\n[also]\nneighbour = "clerk@anytown.example"\n[addresses]',
    )
    (found.folder / "gate.toml").write_text(text, encoding="utf-8")
    _, held = pack(found)
    assert held["letters/neighbour.txt"].startswith(b"To neighbour\n")
    for content in held.values():
        assert b"clerk@" not in content  # no address stands in a pack


@pytest.mark.usefixtures("unchecked")
def test_everything_but_the_sums_is_in_the_sums_and_they_are_signed(tmp_path: Path) -> None:
    found = ready(tmp_path)
    _, held = pack(found)
    lines = [line.split("  ") for line in held["SHA256SUMS"].decode().splitlines()]
    assert {name: digest for digest, name in lines} == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in held.items()
        if not name.startswith("SHA256SUMS")
    }
    signature = json.loads(held["SHA256SUMS.signature.json"])
    card = card_from_text(json.dumps(signature["card"]))
    assert card == imogen().card
    verify(card, PURPOSE, held["SHA256SUMS"], signature["signature"])


@pytest.mark.usefixtures("unchecked")
def test_each_paper_of_the_pack_holds_how_far_the_log_was(tmp_path: Path) -> None:
    found = ready(tmp_path)
    before = gate_log.read(found, own_of(found)).gate
    _, held = pack(found)
    for name in ("certificate.html", "letters/ofsted.txt", "letters/department.html", "summary.json"):
        (witness,) = witnesses_in(held[name].decode())
        assert (witness.lines, witness.head) == (before.lines, before.head)


@pytest.mark.usefixtures("unchecked")
def test_the_certificate_lists_what_the_stored_check_could_not_judge(tmp_path: Path) -> None:
    found = ready(tmp_path)
    _, held = pack(found)
    assert json.loads(held["summary.json"])["not_judged"] == [
        {"rule": "bn-05", "outcome": "needs_a_person", "files": 2},
        {"rule": "x-08", "outcome": "not_run", "files": 1},
    ]
    page = held["certificate.html"].decode()
    assert "bn-05 (Data protection law and court orders are kept), in 2 files" in page
    for who in ("Ada Quillfeather", "Florian Ashgrove", "Imogen Tarrant"):
        assert who in page


# ---------------------------------------------------------------- the same bytes


@pytest.mark.usefixtures("unchecked")
def test_the_same_log_gives_the_same_bytes_later_and_elsewhere(tmp_path: Path, clock: Clock) -> None:
    found = ready(tmp_path / "here")
    held = gate_log.read(found, own_of(found))
    first = build(held, imogen())
    clock.at = clock.at.replace(day=3)  # later, and nothing was done
    assert build(gate_log.read(found, own_of(found)), imogen()) == first
    shutil.copytree(tmp_path / "here", tmp_path / "there")
    copied = case_file.load(tmp_path / "there" / "K7")
    assert build(gate_log.read(copied, own_of(copied)), imogen()) == first
    output = tmp_path / "pack.zip"
    make(copied, imogen(), own_of(copied), output)
    assert output.read_bytes() == first


@pytest.mark.usefixtures("unchecked")
def test_a_line_more_in_the_log_gives_another_pack_with_the_next_number(tmp_path: Path) -> None:
    found = ready(tmp_path)
    first, _ = pack(found, "one.zip")
    second, _ = pack(found, "two.zip")
    assert (first.number, second.number) == (1, 2)
    assert first.sha256 != second.sha256
    assert [one.number for one in gate_log.read(found, own_of(found)).gate.packs] == [1, 2]


# ---------------------------------------------------------------- what stops it


def codes(found: CaseFolder, **other: object) -> tuple[str, ...]:
    output = found.folder.parent / "refused.zip"
    with pytest.raises(GateRefuses) as refused:
        make(found, other.pop("identity", imogen()), own_of(found), output)  # type: ignore[arg-type]
    assert not output.exists()
    assert not gate_log.read(found, own_of(found)).gate.packs
    return refused.value.codes


def nothing_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is refused is refused before the long work."""

    def never(*_given: object, **_named: object) -> None:
        raise AssertionError("it was put together all the same")

    monkeypatch.setattr(gate_pack, "build", never)


@pytest.mark.usefixtures("clock")
def test_no_pack_is_made_before_a_day_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_is_checked(monkeypatch)
    assert "no-date" in codes(signed_off(tmp_path))


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    ("addresses", "code"),
    [
        ({"ofsted": "a@ofsted.gov.uk", "department": "a@education.gov.uk"}, "no-address"),
        (
            {
                "ofsted": "a@ofstad.gov.uk",
                "department": "a@education.gov.uk",
                "national-panel": "a@education.gov.uk",
            },
            "wrong-recipient",
        ),
    ],
)
def test_no_pack_is_made_for_an_address_that_may_not_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, addresses: dict[str, str], code: str
) -> None:
    nothing_is_checked(monkeypatch)
    found = ready(tmp_path)
    settings(found, addresses)
    assert codes(found) == (code,)


@pytest.mark.usefixtures("clock")
def test_no_pack_is_made_of_a_file_that_was_changed_and_the_log_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nothing_is_checked(monkeypatch)
    found = ready(tmp_path)
    (paper,) = (found.folder / "papers").glob("report-*.pdf")
    paper.write_bytes(b"report, First")
    assert codes(found)
    assert gate_log.read(found, own_of(found)).gate.state is GateState.BROKEN


@pytest.mark.usefixtures("clock")
def test_nobody_but_the_manager_makes_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing_is_checked(monkeypatch)
    assert codes(ready(tmp_path), identity=mallory()) == ("not-yours",)


@pytest.mark.usefixtures("unchecked")
@pytest.mark.parametrize("altered", [b"", b'{"documents": [], "bundle": {"verdicts": []}}'])
def test_a_pack_needs_the_result_of_the_check_that_was_signed(tmp_path: Path, altered: bytes) -> None:
    found = ready(tmp_path)
    (result,) = (found.folder / "papers").glob("check-*.json")
    result.write_bytes(altered)
    assert codes(found) == ("papers-missing",)


@pytest.mark.usefixtures("unchecked")
def test_a_file_of_that_name_is_left_as_it_is(tmp_path: Path) -> None:
    found = ready(tmp_path)
    output = tmp_path / "pack.zip"
    output.write_bytes(b"somebody's own")
    with pytest.raises(NotWritten):
        make(found, imogen(), own_of(found), output)
    assert output.read_bytes() == b"somebody's own"
    assert not gate_log.read(found, own_of(found)).gate.packs


@pytest.mark.usefixtures("unchecked")
def test_where_the_log_cannot_be_written_no_pack_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ready(tmp_path)

    def full(*_given: object, **_named: object) -> None:
        raise NotWritten("the disk is full", "Make room.")

    monkeypatch.setattr(gate_log.chain, "append", full)
    with pytest.raises(NotWritten, match="disk is full"):
        make(found, imogen(), own_of(found), tmp_path / "pack.zip")
    assert not (tmp_path / "pack.zip").exists()


@pytest.mark.usefixtures("unchecked")
def test_where_somebody_writes_meanwhile_the_pack_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ready(tmp_path)
    really, times = gate_pack.build, []

    def slowly(*given: object, **named: object) -> bytes:
        times.append(1)
        made = really(*given, **named)  # type: ignore[arg-type]
        if len(times) == 1:  # while it is put together, somebody else notes something
            act(found, GateAction.NOTE, {"event": "decided", "on": "2026-11-30"})
        return made

    monkeypatch.setattr(gate_pack, "build", slowly)
    made, held = pack(found)
    assert len(times) == 2
    entries = gate_log.read(found, own_of(found)).log.entries
    note = next(entry for entry in entries if entry.action == "note")
    (witness,) = witnesses_in(held["certificate.html"].decode())
    assert (witness.lines, witness.head) == (note.seq, note.sha256)
    assert made.sha256 == hashlib.sha256((tmp_path / "pack.zip").read_bytes()).hexdigest()


# ---------------------------------------------------------------- a pack that somebody has


@pytest.mark.usefixtures("unchecked")
def test_a_pack_that_was_altered_is_found_out(tmp_path: Path) -> None:
    found = ready(tmp_path)
    _, held = pack(found)
    own, gate = own_of(found), gate_log.read(found, own_of(found)).gate
    path, whole = tmp_path / "pack.zip", (tmp_path / "pack.zip").read_bytes()
    assert faults(path, gate, own) == ()

    at = whole.index(b"report, first")
    path.write_bytes(whole[:at] + b"R" + whole[at + 1 :])
    assert faults(path, gate, own)[0] == "this is no pack of redact, or one that was altered"

    path.write_bytes(_again(held | {"published/report.pdf": b"Report, first"}))
    told = faults(path, gate, own)
    assert told == (
        "published/report.pdf is not what SHA256SUMS says",
        "the log of this case names no pack with these bytes",
    )

    other = held["SHA256SUMS"].replace(b"0", b"1")
    path.write_bytes(_again(held | {"SHA256SUMS": other}))
    assert "SHA256SUMS is not signed by whom its signature names" in faults(path, gate, own)

    path.write_bytes(_again({name: data for name, data in held.items() if "signature" not in name}))
    assert "SHA256SUMS.signature.json is missing, or cannot be read" in faults(path, gate, own)


@pytest.mark.usefixtures("unchecked")
def test_a_pack_that_a_stranger_has_signed_anew_is_found_out(tmp_path: Path) -> None:
    from redact.run.gate_pack_members import _signature

    found = ready(tmp_path)
    _, held = pack(found)
    gate = gate_log.read(found, own_of(found)).gate
    theirs = held | {"SHA256SUMS.signature.json": _signature(held["SHA256SUMS"], mallory())}
    (tmp_path / "pack.zip").write_bytes(_again(theirs))
    told = faults(tmp_path / "pack.zip", gate, own_of(found))
    assert [one.split(":")[0] for one in told] == [
        "it is signed with a card that is not trusted here",
        "the log of this case names no pack with these bytes",
    ]


def _again(members: dict[str, bytes]) -> bytes:
    from redact.publication.packing import made
    from redact.values.gate_pack import Member

    return made(Member(name, content) for name, content in members.items())
