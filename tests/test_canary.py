"""Thirty names that exist nowhere else, planted everywhere; after every command no byte written holds one."""

from __future__ import annotations

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from redact.keystore import home
from redact.keystore.identity import unlock
from redact.keystore.keyfile import save_key
from redact.run import case_file
from redact.run.case import open_case_key
from redact.values.key import KeyName, KeyPerson, KeyThing
from tests.cli.terminal import PROGRAM, redact
from tests.cli.test_terminal import typed
from tests.keystore.quick_identity import keep_quickly

_FIRST = (
    *("Quillara", "Brentovic", "Saffrine", "Oldermay", "Tansivel"),
    *("Murkwyn", "Ellowby", "Jessimund", "Parrocla", "Windrith"),
)
_LAST = (
    *("Venmoorly", "Astrucket", "Pellowick", "Gribbenholt", "Hathersquay"),
    *("Zennorvale", "Cruddlesby", "Ottershawe", "Fennimarch", "Lugglestone"),
)
NAMES = tuple(f"{_FIRST[n % 10]} {_LAST[(n + n // 10) % 10]}" for n in range(30))
FOLDER_NAME = "Trevanwick Skellbourne"
FILE_NAME = "Morvenna Daskellow"
# Each has the form of an identifier and fails its check: `--explain` tells of them.
NEAR_MISSES = ("A9999999", "B801200005002")
CANARIES = frozenset(
    word.lower().encode(encoding)
    for name in (*NAMES, FOLDER_NAME, FILE_NAME, *NEAR_MISSES)
    for word in name.split()
    for encoding in ("utf-8", "utf-16-le")
)


def test_there_are_thirty() -> None:
    assert len(set(NAMES)) == 30


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / FOLDER_NAME
    folder.mkdir()
    for name in ("home", "temporary", "out"):
        (tmp_path / name).mkdir()
    whole = planted()
    (folder / f"{FILE_NAME}.docx").write_bytes(whole)
    (folder / f"{FILE_NAME} broken.docx").write_bytes(whole[: len(whole) // 2])
    (folder / f"{FILE_NAME} torn.docx").write_bytes(whole[:-200] + bytes(200))
    (folder / f"{FILE_NAME}.pdf").write_bytes(b"%PDF-1.7\n" + "\n".join(NAMES).encode())
    (folder / f"{FILE_NAME}.txt").write_text("\n".join(f"Name: {name}" for name in NAMES), encoding="utf-8")
    (folder / f"{FILE_NAME}.bad.txt").write_bytes("\0".join(NAMES).encode())
    (folder / f"{FILE_NAME}.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NAMES[0].encode())
    (folder / f"{FILE_NAME}.{FOLDER_NAME.split()[0]}").write_text(NAMES[1], encoding="utf-8")
    return folder


def planted() -> bytes:
    """Make a report that holds every name, in the body, tables, headers, comments, properties and links."""
    report = docx.Document()
    report.add_heading(f"Review of {NAMES[0]}", 1)
    for name in NAMES[1:12]:
        report.add_paragraph(f"Mrs {name} attended. {name.split()[0]} was seen alone.")
    report.add_paragraph(f"The form {NEAR_MISSES[0]} was new, and the box {NEAR_MISSES[1]} old.")
    table = report.add_table(rows=0, cols=2)
    for name in NAMES[12:20]:
        cells = table.add_row().cells
        cells[0].text, cells[1].text = "Name", name
    section = report.sections[0]
    section.header.paragraphs[0].text = NAMES[20]
    section.footer.paragraphs[0].text = NAMES[21]
    paragraph = report.add_paragraph("A remark stands here.")
    report.add_comment(paragraph.runs, text=NAMES[22], author=NAMES[23], initials="QX")
    properties = report.core_properties
    properties.author, properties.title, properties.subject = NAMES[24], NAMES[25], NAMES[26]
    properties.keywords, properties.comments, properties.last_modified_by = NAMES[27], NAMES[28], NAMES[29]
    written = io.BytesIO()
    report.save(written)
    return written.getvalue()


FORMS = ("text", "json", "sarif", "html")


# What is alike runs in one process, one call after the other: its start costs more than the call.
SEVERAL = (
    *(sys.executable, "-c"),
    "import json, sys; from redact.cli.shell import run;"
    "print([int(run(one)) for one in json.load(sys.stdin)])",
)


def alike(folder: Path, out: Path) -> list[list[tuple[str, ...]]]:
    documents = [str(path) for path in sorted(folder.iterdir())]
    return [
        [("check", document) for document in documents],
        [
            ("check", *documents, "--explain", "--format", form, "-o", str(out / f"all.{form}"))
            for form in FORMS
        ],
    ]


def commands(folder: Path, out: Path) -> list[tuple[str, ...]]:
    documents = [str(path) for path in sorted(folder.iterdir())]
    one = str(folder / f"{FILE_NAME}.docx")
    return [
        ("check", *documents),
        ("check", "--all", *documents),
        ("check", *documents, "--format", "json"),
        ("check", one, "--format", "sarif", "--show-names", "--yes-show-names"),
        ("check", one, "--format", "html", "--show-names", "--yes-show-names"),
        ("check", one, "-o", str(out / "one.txt")),
        ("check", one, "-o", str(folder / "none" / "one.txt")),
        ("check", one, "--password-file", str(folder / "none.txt")),
        ("check", one, "--password-file", str(folder / f"{FILE_NAME}.txt")),
        ("check", str(folder)),
        ("check", str(folder / f"{FILE_NAME} is not there.docx")),
        ("text", one, "-o", str(out / "text.txt")),
        ("text", str(folder / f"{FILE_NAME} broken.docx")),
        ("doctor",),
        ("doctor", "--files"),
        ("demo", str(folder / "demo")),
        ("demo", str(folder / "demo")),  # it is there already
        ("formats",),
        ("rules",),
        ("explain", "person-name"),
        ("explain", FILE_NAME),
        ("version", "--json"),
    ]


def test_no_command_repeats_a_name(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    temporary = str(tmp_path / "temporary")
    environment = {"HOME": str(tmp_path / "home"), "TMPDIR": temporary, "TEMP": temporary, "TMP": temporary}
    for several in alike(place, out):
        outcome = redact(program=SEVERAL, stdin=json.dumps(several), cwd=place, environment=environment)
        statuses = json.loads(outcome.out.splitlines()[-1])
        assert (len(statuses), set(statuses) - {0, 1, 2, 3, 6}) == (len(several), set())
        assert not _leaks((outcome.out + outcome.err).encode("utf-8")), several[0][0]
    for arguments in commands(place, out):
        outcome = redact(*arguments, cwd=place, environment=environment, program=PROGRAM)
        assert outcome.status in {0, 1, 2, 3, 6}, (arguments[0], outcome.status)
        assert not _leaks((outcome.out + outcome.err).encode("utf-8")), arguments[0]
    (out / "text.txt").unlink()  # the text of the document is what was asked for
    written = [path for folder in ("out", "home", "temporary") for path in (tmp_path / folder).rglob("*")]
    assert sorted(path.name for path in written if path.is_file()) == [
        *sorted(f"all.{form}" for form in FORMS),
        "one.txt",
    ]
    for form in FORMS:
        assert b"ts check fails" in (out / f"all.{form}").read_bytes()
    for path in written:
        assert not _leaks(path.read_bytes()), path.name
        assert not _leaks(str(path.relative_to(tmp_path)).encode()), path.name


def keyed(case: Path, own: Path) -> str:
    """Put every name into the key of a case, every second one with a pseudonym; gives a document of some."""
    identity = unlock(home.wrapped(own), "seventeen grey otters")
    found = case_file.load(case)
    opened = open_case_key(found, identity, own)
    people = tuple(
        KeyPerson(f"p{at}", f"Adult {at}" if at % 2 else None, "adult", (KeyName(name),))
        for at, name in enumerate(NAMES, 1)
    )
    school = KeyThing("t40", "school", "School 1", (KeyName(f"{FOLDER_NAME} Primary School"),))
    save_key(opened, replace(opened.key, people=people, things=(school,)), identity, what="tests")
    document = case / f"{FILE_NAME}.txt"
    document.write_text(
        f"Mrs {NAMES[0]} saw {NAMES[1]} at {FOLDER_NAME} Primary School. {NAMES[0].split()[0]} left.\n"
        f"Adult 7 ({NAMES[8]}) rang. The {NAMES[2].split()[1]}s came.\n",
        encoding="utf-8",
    )
    return str(document)


def test_no_command_with_an_open_key_repeats_a_name(place: Path, tmp_path: Path) -> None:
    case, own, out = place / "case", tmp_path / "home" / "own", tmp_path / "out"
    mine = ("--identity", str(own), "--passphrase-fd", "0")
    environment = {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "temporary")}

    def run(*arguments: str, status: int) -> None:
        outcome = redact(
            *(*arguments, *mine),
            cwd=place, environment=environment, stdin="seventeen grey otters\n", program=PROGRAM,
        )  # fmt: skip
        assert not _leaks((outcome.out + outcome.err).encode("utf-8")), arguments[:1]
        assert outcome.status == status, (arguments[:1], outcome.status)

    keep_quickly(own, "Imogen Tarrant", "seventeen grey otters")
    run("case", "start", str(case), "--id", "K7", status=0)
    document = keyed(case, own)
    before, verified = str(out / "before.json"), str(out / "verified.json")
    run("check", document, "--all", "--neutral", "--explain", status=1)
    run("check", document, "--format", "json", "-o", before, status=1)
    for form in ("html", "sarif"):
        run("check", document, "--format", form, "-o", str(out / f"all.{form}"), status=1)
    run("check", document, "--since", before, status=1)
    run("verify", document, "--format", "json", "-o", verified, status=1)
    run("verify", document, status=1)
    report, hits = (json.loads(Path(path).read_text(encoding="utf-8")) for path in (before, verified))
    findings = report["documents"][0]["findings"]
    assert {one["pseudonym"] for one in findings} >= {"Adult 1", "School 1"}
    reasons = ("mistaken", "--reason", "not-a-name", "--case", str(case))
    run("decide", findings[0]["fingerprint"][5:13], *reasons, "--from", before, status=0)
    hit = hits["documents"][0]["hits"][0]["fingerprint"]
    run("decide", hit[5:13], *reasons, "--from", verified, status=0)
    run("decisions", document, "--case", str(case), "--unused", status=0)
    run("review", "--terminal", document, status=2)  # it shows names, and nobody is at this terminal
    run("key", "list", "--case", str(case), status=0)
    written = [path for folder in (out, tmp_path / "home") for path in folder.rglob("*") if path.is_file()]
    written += [case / name for name in ("case.toml", "check.age", "decisions.jsonl")]
    assert any(path.name.endswith(".audit") for path in written)
    assert len((case / "decisions.jsonl").read_text(encoding="ascii").splitlines()) == 2
    for path in written:
        assert not _leaks(path.read_bytes() + path.name.encode()), path.name
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pseudo-terminal")
def test_a_review_shows_names_on_its_terminal_and_leaves_none(place: Path, tmp_path: Path) -> None:
    own, case = place / "own", place / "case"
    mine = ("--identity", str(own), "--passphrase-fd", "0")
    keep_quickly(own, "Imogen Tarrant", "seventeen grey otters")
    started = redact("case", "start", str(case), "--id", "K7", *mine, stdin="seventeen grey otters\n")
    assert started.status == 0
    (case / f"{FILE_NAME}.txt").write_text(f"Mrs {NAMES[0]} saw Mrs {NAMES[14]}.\n", encoding="utf-8")
    asked = r"(\? |: |\]: )$"
    status, shown = typed(
        *("review", "--terminal", str(case / f"{FILE_NAME}.txt"), "--identity", str(own)),
        answers=(
            ("Passphrase", "seventeen grey otters"),
            (asked, "new aunt"),
            (asked, ""),
            (asked, "not"),
            (asked, "not"),  # the name of the file
            (asked, ""),
        ),
        begins=True,
    )
    assert status == 0, shown
    assert NAMES[0] in shown
    written = [path for path in (*own.rglob("*"), *case.iterdir()) if path.is_file()]
    assert len((case / "decisions.jsonl").read_text(encoding="ascii").splitlines()) == 2
    for path in written:
        if path.name != f"{FILE_NAME}.txt":
            assert not _leaks(path.read_bytes() + path.name.encode()), path.name


def test_the_test_would_see_a_leak() -> None:
    assert _leaks(b"mrs QUILLARA came")
    assert _leaks(NAMES[3].encode("utf-16-le"))


def _leaks(data: bytes) -> set[bytes]:
    low = data.lower()
    return {canary for canary in CANARIES if canary in low}
