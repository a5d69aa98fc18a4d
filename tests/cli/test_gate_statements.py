"""Statements from the command line: asked for, signed on another machine, taken in, recorded, listed."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from redact.keystore import home
from redact.keystore.cards import card_as_text
from redact.keystore.identity import Identity
from redact.run import gate_log
from redact.run.case_file import load
from redact.run.gate_log import Doing
from redact.run.gate_seen import paper_path
from redact.values.gate import GateAction
from redact.values.gate_record import AttachedPaper, PaperPart
from redact.values.statements import GateRole
from tests.cli.terminal import Outcome, redact
from tests.cli.test_terminal import typed
from tests.keystore.quick_identity import keep_quickly
from tests.run import gate_factory

PASSPHRASE = "seventeen grey otters"
REPORT = b"%PDF-1.7 an invented report"


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Identity]]:
    """The manager, and a lawyer with a machine of her own; each trusts the other."""
    place = tmp_path_factory.mktemp("people")
    made = {
        "manager": (place / "manager", keep_quickly(place / "manager", "Imogen Tarrant", PASSPHRASE)),
        "lawyer": (place / "lawyer", keep_quickly(place / "lawyer", "Odile Brandt", PASSPHRASE)),
    }
    home.trust(place / "manager", made["lawyer"][1].card)
    (place / "lawyer.card").write_text(card_as_text(made["lawyer"][1].card), encoding="ascii")
    return made


@pytest.fixture
def case(people: dict[str, tuple[Path, Identity]], tmp_path: Path) -> Path:
    """A case with a gate and one report, whose check is told to have been ready."""
    own, manager = people["manager"]
    folder = gate_factory.folder(tmp_path).folder
    assert run(people, "gate", "start", "--case", folder).status == 0
    sha256 = hashlib.sha256(REPORT).hexdigest()
    found = load(folder)
    place = paper_path(found.folder, AttachedPaper(PaperPart.REPORT, sha256, "pdf"))
    place.parent.mkdir()
    place.write_bytes(REPORT)
    facts = gate_factory.attach_facts(sha256, rules=gate_log.read(found, own).book.digest)
    doing = [Doing(GateAction.ATTACH, GateRole.MANAGER, facts)]
    gate_log.act(found, manager, own, lambda _held, _seen: doing)
    return folder


def run(people: dict[str, tuple[Path, Identity]], *arguments: str | Path, who: str = "manager") -> Outcome:
    """Run a command that asks for a passphrase."""
    own = people[who][0]
    return redact(*arguments, "--identity", own, "--passphrase-fd", "0", stdin=f"{PASSPHRASE}\n")


def listed(people: dict[str, tuple[Path, Identity]], case: Path) -> dict[str, dict[str, object]]:
    own = people["manager"][0]
    told = redact("gate", "attest", "--list", "--format", "json", "--case", case, "--identity", own)
    assert told.status == 0, told.err
    return {one["id"]: one for one in json.loads(told.out)["statements"]}


def test_a_statement_goes_out_is_signed_and_comes_back(
    people: dict[str, tuple[Path, Identity]], case: Path, tmp_path: Path
) -> None:
    own = people["manager"][0]
    request, signed, read = tmp_path / "request.json", tmp_path / "signed.json", tmp_path / "report.pdf"
    read.write_bytes(REPORT)
    asked = redact("gate", "ask", "legal-advice", "-o", request, "--case", case, "--identity", own)
    assert asked.status == 0, asked.err
    sign = ("gate", "attest", "legal-advice", "--sign", "--request", request, "-o", signed, "--yes")
    done = run(people, *sign, "--file", read, who="lawyer")
    assert done.status == 0, done.err
    # Whoever signs has seen the sentence in full, and for which files.
    sentence = listed(people, case)["legal-advice"]["sentence"]
    assert str(sentence) in " ".join(done.err.split())
    assert hashlib.sha256(REPORT).hexdigest() in done.err
    assert "the same, byte for byte: report" in done.err
    taken = run(people, "gate", "attest", "--signed", signed, "--case", case)
    assert taken.status == 0, taken.err
    given = listed(people, case)["legal-advice"]["given"]
    assert isinstance(given, dict)
    assert (given["who"], given["how"]) == ("Odile Brandt", "signed")
    assert given["evidence"] == hashlib.sha256(signed.read_bytes()).hexdigest()


def test_another_file_than_the_one_that_was_read_is_not_signed(
    people: dict[str, tuple[Path, Identity]], case: Path, tmp_path: Path
) -> None:
    request, other = tmp_path / "request.json", tmp_path / "draft.pdf"
    other.write_bytes(REPORT + b" ")
    own = people["manager"][0]
    assert redact("gate", "ask", "legal-advice", "-o", request, "--case", case, "--identity", own).status == 0
    sign = ("gate", "attest", "legal-advice", "--sign", "--request", request, "--yes", "--file", other)
    done = run(people, *sign, who="lawyer")
    assert (done.status, done.out) == (2, "")
    assert "none of those that you sign for" in done.err


def test_nobody_signs_unasked(people: dict[str, tuple[Path, Identity]], case: Path) -> None:
    for given, words in (
        (("--sign", "--as", "author"), "nobody is there to be asked"),
        (("proceedings-weighed", "--sign", "--yes"), "signed with a reason"),
        (("--sign", "--as", "author", "--yes"), "--yes is said to sentences that are named"),
    ):
        done = run(people, "gate", "attest", *given, "--case", case)
        assert (done.status, words in done.err) == (2, True), done.err
    wrong = redact(
        "gate", "attest", "final-text", "--sign", "--yes", "--case", case, "--identity", people["manager"][0],
        "--passphrase-fd", "0", stdin="another passphrase\n",
    )  # fmt: skip
    assert wrong.status == 5
    assert listed(people, case)["final-text"]["given"] is None


def test_who_works_in_the_case_signs_and_it_is_taken_in_at_once(
    people: dict[str, tuple[Path, Identity]], case: Path
) -> None:
    done = run(people, "gate", "attest", "bn-22", "bn-20", "--sign", "--yes", "--case", case)
    assert (done.status, done.out) == (0, "signed, and taken in\n"), done.err
    told = listed(people, case)
    assert told["bn-22"]["given"]
    assert told["bn-20"]["given"]
    assert len(list((case / "statements").iterdir())) == 1


def test_a_letter_is_recorded_with_its_reason(
    people: dict[str, tuple[Path, Identity]], case: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.eml"
    letter.write_text("I have weighed it.\n", encoding="utf-8")
    given = (
        "gate",
        "attest",
        "proceedings-weighed",
        "--as",
        "legal",
        "--by",
        "Odile Brandt",
        "--evidence",
        letter,
    )
    without = run(people, *given, "--case", case)
    assert without.status == 2
    assert "--reason none-open | court-allows" in without.err
    done = run(people, *given, "--reason", "none-open", "--reference", "2027/14", "--case", case)
    assert done.status == 0, done.err
    told = listed(people, case)["proceedings-weighed"]["given"]
    assert isinstance(told, dict)
    assert (told["how"], told["reason"]) == ("recorded", "none-open 2027/14")
    assert told["evidence"] == hashlib.sha256(letter.read_bytes()).hexdigest()
    assert "weighed it" not in (case / "gate.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((), "it is not plain what is to be done"),
        (("--list", "--sign"), "it is not plain what is to be done"),
        (("--as", "author"), "it is not plain what is to be done"),
        (("final-text", "--as", "author", "--by", "Wynne Abara"), "with the role and the name"),
        (("final-text", "--by", "Wynne Abara", "--evidence", "here"), "with the role and the name"),
        (("--list", "--yes"), "that goes with signing alone"),
        (("--list", "--reason", "told"), "a reason is given by whoever signs"),
        (
            ("final-text", "--as", "author", "--by", "Wynne\tAbara", "--evidence", "here"),
            "a name is one line",
        ),
        (
            ("bn-22", "--sign", "--yes", "--reference", "see Wynne"),
            "a reference is the number of a letter or file",
        ),
    ],
)
def test_what_cannot_be_meant_says_so(
    people: dict[str, tuple[Path, Identity]], case: Path, given: tuple[str, ...], words: str
) -> None:
    letter = case.parent / "letter.eml"
    letter.write_bytes(b"a letter")
    done = run(people, "gate", "attest", *(letter if one == "here" else one for one in given), "--case", case)
    assert (done.status, words in done.err) == (2, True), done.err


def test_the_register_is_kept_from_the_command_line(
    people: dict[str, tuple[Path, Identity]], case: Path
) -> None:
    add = ("gate", "proceeding", "add", "--kind", "inquest", "--court", "coroner", "--next", "2027-04-12")
    done = run(people, *add, "--order", "section-39", "--protects", "Child A", "--case", case)
    assert (done.status, done.out) == (0, "entered in the register: P1\n"), done.err
    named = run(people, *add, "--order", "section-39", "--protects", "Ann Hale", "--case", case)
    assert (named.status, "Hale" in named.out + named.err) == (2, False)
    change = ("gate", "proceeding", "change", "P1", "--expires", "2027-05-01", "--without", "next")
    assert run(people, *change, "--case", case).status == 0
    show = ("gate", "proceeding", "list", "--case", case, "--identity", people["manager"][0])
    shown = redact(*show)
    assert shown.out == (
        "1 entry\nP1  inquest, coroner\n    open\n"
        "    order: section-39, protects Child A, until Saturday 1 May 2027\n"
    )
    (entry,) = json.loads(redact(*show, "--format", "json").out)["entries"]
    assert (entry["id"], entry["next"], entry["expires"]) == ("P1", None, "2027-05-01")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX pseudo-terminal")
def test_at_a_terminal_each_sentence_is_asked_about_and_then_the_passphrase(
    people: dict[str, tuple[Path, Identity]], case: Path
) -> None:
    sign = ("gate", "attest", "bn-20", "bn-22", "--sign", "--case", case, "--identity", people["manager"][0])
    questions = (
        (r"Do you say this \(bn-20\)\?", "n"), (r"Do you say this \(bn-22\)\?", "y"),
        ("Passphrase of your identity", PASSPHRASE),
    )  # fmt: skip
    status, shown = typed(*sign, answers=questions)
    assert status == 0, shown
    assert shown.index("The family was asked at the earliest point") < shown.index("Do you say this")
    told = listed(people, case)
    assert (told["bn-20"]["given"], bool(told["bn-22"]["given"])) == (None, True)
    status, shown = typed(
        *sign, answers=((r"\(bn-20\)\?", "n"), (r"\(bn-22\)\?", "n"), ("Passphrase", PASSPHRASE))
    )
    assert (status, "nothing was agreed to" in shown) == (2, True)


HEAVY = ("spacy", "presidio_analyzer", "pymupdf", "numpy", "docx", "pikepdf", "pypdfium2")


def test_whoever_signs_or_lists_loads_nothing_heavy(
    people: dict[str, tuple[Path, Identity]], case: Path, tmp_path: Path
) -> None:
    request = tmp_path / "request.json"
    own = people["manager"][0]
    assert redact("gate", "ask", "bn-22", "-o", request, "--case", case, "--identity", own).status == 0
    sign = ["--sign", "--request", request, "--yes", "-o", tmp_path / "s.json", "--passphrase-fd", "0"]
    for given in (["attest", "bn-22", *sign], ["attest", "--list"], ["proceeding", "list"]):
        place = [] if "--sign" in given else ["--case", case]
        code = (
            "import sys\n"
            "from redact.cli.shell import run\n"
            f"status = run({[*map(str, ['gate', *given, *place, '--identity', own])]!r})\n"
            f"print('loaded:', *sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
            "sys.exit(int(status))\n"
        )
        done = redact(stdin=f"{PASSPHRASE}\n", program=(sys.executable, "-c", code))
        assert (done.status, done.err.splitlines()[-1]) == (0, "loaded:"), done.err
