"""Statements: asked for, signed elsewhere, taken in or recorded; each refusal both ways."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from redact.errors import Forged, GateRefuses, KeyDamaged, NotWritten, UnknownSigner, Unreadable, WrongUse
from redact.keystore import home
from redact.keystore.identity import Identity
from redact.report.gate_statements import as_json, as_text
from redact.run import gate_proceedings, gate_statements
from redact.run.case_file import CaseFolder
from redact.run.gate_log import Doing, Held
from redact.run.gate_proceedings import Entered
from redact.run.gate_seen import paper_path
from redact.run.gate_signing import compared, request_in, sign
from redact.run.gate_statement_files import faults
from redact.run.gate_statement_list import statements_of
from redact.run.gate_statements import Letter, ask, attest_recorded, attest_signed, read_file, statement_path
from redact.values.gate import GateAction
from redact.values.gate_record import AttachedPaper, PaperPart
from redact.values.proceedings import Court, OrderKind, ProceedingKind
from redact.values.signed_statements import StatementRequest, request_from_json
from redact.values.statements import GateRole, How, ReasonCode
from tests.keystore.people import imogen, joseph, mallory
from tests.run.gate_factory import Clock, attach_facts, begin, read, settle, write

LETTER = hashlib.sha256(b"a letter").hexdigest()
REPORT = b"%PDF-1.7 an invented report"
PAGE = "page 7 of the report"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return settle(monkeypatch)


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    return begin(tmp_path)


@pytest.fixture
def attached(found: CaseFolder) -> CaseFolder:
    attach(found, REPORT)
    return found


def own_of(found: CaseFolder) -> Path:
    return found.folder.parent / "own"


def attach(found: CaseFolder, data: bytes, **more: str) -> Held:
    """Attach a report whose check was ready, with the file where the gate looks for it."""
    sha256 = hashlib.sha256(data).hexdigest()
    place = paper_path(found.folder, AttachedPaper(PaperPart.REPORT, sha256, "pdf"))
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(data)
    facts = {**attach_facts(sha256, rules=read(found).book.digest), **more}
    return write(found, Doing(GateAction.ATTACH, GateRole.MANAGER, facts))


def name(found: CaseFolder, role: GateRole, who: Identity) -> None:
    facts = {"role": role.value, "name": who.card.name, "card": who.card.id}
    write(found, Doing(GateAction.NAME, GateRole.MANAGER, facts))


def trust(found: CaseFolder, *people: Identity) -> None:
    for one in people:
        home.trust(own_of(found), one.card)


def asked(found: CaseFolder, *ids: str, role: GateRole | None = None) -> StatementRequest:
    return request_from_json(ask(found, own_of(found), ids, role=role))


def signed_by(who: Identity, request: StatementRequest, reason: ReasonCode | None = None) -> bytes:
    return sign(who, request, request.asked, reason=reason)


def take_in(found: CaseFolder, data: bytes, only: Sequence[str] = ()) -> Held:
    return attest_signed(found, imogen(), own_of(found), data, only=only)


def recorded(
    found: CaseFolder, role: GateRole, who: str, *ids: str, reason: ReasonCode | None = None
) -> Held:
    letter = Letter(role, who, LETTER, reason)
    return attest_recorded(found, imogen(), own_of(found), ids, letter)


def refused(caught: pytest.ExceptionInfo[GateRefuses]) -> set[str]:
    return set(caught.value.codes)


# ------------------------------------------------------------------ asking


def test_a_request_has_the_sentences_in_full_and_what_they_are_of(attached: CaseFolder) -> None:
    request = asked(attached, "final-text", "bn-06")
    gate = read(attached).gate
    assert request.case == "K7"
    assert {one.id for one in request.asked} == {"final-text", "bn-06"}
    assert all(one.role is GateRole.AUTHOR for one in request.asked)
    assert request.papers_digest == gate.papers_digest
    assert gate.check is not None
    assert (request.check, request.rules) == (gate.check.result, gate.check.rules)
    assert (
        "This is its final text"
        in request_from_json(ask(attached, own_of(attached), ["final-text"])).asked[0].sentence
    )


def test_all_of_a_role_is_what_is_missing_and_whose_time_has_come(attached: CaseFolder) -> None:
    assert {one.id for one in asked(attached, role=GateRole.AUTHOR).asked} == {"final-text", "bn-06"}
    of_manager = {one.id for one in asked(attached, role=GateRole.MANAGER).asked}
    assert "contributors-accuracy" in of_manager
    assert "family-seen" not in of_manager  # before publication
    # Of a role whose stage is still to come, all that it will sign.
    assert "board-sign-off" in {one.id for one in asked(attached, role=GateRole.CHAIR).asked}
    recorded(attached, GateRole.AUTHOR, "Wynne Abara", "final-text")
    assert {one.id for one in asked(attached, role=GateRole.AUTHOR).asked} == {"bn-06"}


def test_before_there_is_a_file_only_what_is_of_the_case_can_be_asked(found: CaseFolder) -> None:
    assert {one.id for one in asked(found, role=GateRole.MANAGER).asked} == {"bn-15", "bn-20", "bn-22"}
    with pytest.raises(GateRefuses) as caught:
        asked(found, "final-text")
    assert refused(caught) == {"papers-missing"}


@pytest.mark.parametrize(
    ("ids", "role", "words"),
    [
        (("no-such",), None, "needs no sentence of that id"),
        (("br-09",), None, "needs no sentence of that id"),  # of another board
        (("bn-13",), None, "needs no sentence of that id"),  # covered by proceedings-weighed
        (("final-text",), GateRole.CHAIR, "is signed by the author, not by the chair"),
        ((), None, "nobody says which sentence is meant"),
    ],
)
def test_what_cannot_be_asked_says_why(
    attached: CaseFolder, ids: tuple[str, ...], role: GateRole | None, words: str
) -> None:
    with pytest.raises(WrongUse, match=words):
        asked(attached, *ids, role=role)


def test_a_page_that_nobody_could_read_is_asked_for_by_itself(found: CaseFolder) -> None:
    attach(found, REPORT, gaps="2", **{
        "gap.1": "hmac:" + "0a" * 16, "where.1": PAGE,
        "gap.2": "hmac:" + "0b" * 16, "where.2": "page 9 of the report",
    })  # fmt: skip
    request = asked(found, "read-myself")
    assert [one.subject[-2:] for one in request.asked] == ["0a", "0b"]
    assert request.asked[0].sentence.startswith(f"I read {PAGE} myself")
    trust(found, joseph())
    first = replace(request, asked=request.asked[:1])
    take_in(found, signed_by(joseph(), first))
    assert [one.subject[-2:] for one in asked(found, "read-myself").asked] == ["0b"]


# ------------------------------------------------------------------ signed


def test_what_was_signed_elsewhere_is_kept_and_stands_in_the_log(attached: CaseFolder) -> None:
    trust(attached, joseph())
    data = signed_by(joseph(), asked(attached, role=GateRole.AUTHOR))
    held = take_in(attached, data)
    kept = [one for one in held.gate.statements if one.role is GateRole.AUTHOR]
    assert {one.statement for one in kept} == {"final-text", "bn-06"}
    for one in kept:
        assert (one.how, one.who, one.card) == (How.SIGNED, joseph().card.name, joseph().card.id)
        assert one.evidence == hashlib.sha256(data).hexdigest()
        assert statement_path(attached.folder, one.evidence).read_bytes() == data
        assert one.signature == json.loads(data)["signature"]
    lines = [one for one in held.log.entries if one.action == "attest"]
    assert all(line.facts["how"] == "signed" for line in lines)
    assert list(faults(attached, held.gate.statements)) == []


def test_taken_in_twice_it_stands_there_once(attached: CaseFolder) -> None:
    trust(attached, joseph())
    data = signed_by(joseph(), asked(attached, role=GateRole.AUTHOR))
    take_in(attached, data, ["bn-06"])
    once = take_in(attached, data)
    assert [one.statement for one in once.gate.statements] == ["bn-06", "final-text"]
    assert take_in(attached, data).gate.lines == once.gate.lines


def test_a_part_of_it_may_be_taken_in(attached: CaseFolder) -> None:
    trust(attached, joseph())
    data = signed_by(joseph(), asked(attached, role=GateRole.AUTHOR))
    held = take_in(attached, data, ["bn-06"])
    assert [one.statement for one in held.gate.statements] == ["bn-06"]
    with pytest.raises(WrongUse, match="does not hold a sentence of that id"):
        take_in(attached, data, ["final-text", "x-08"])


def test_a_card_that_nobody_vouches_for_is_refused(attached: CaseFolder) -> None:
    data = signed_by(joseph(), asked(attached, "final-text"))
    with pytest.raises(UnknownSigner):
        take_in(attached, data)
    assert not (attached.folder / gate_statements.STATEMENTS).exists()
    name(attached, GateRole.LEGAL, joseph())  # for that role alone
    with pytest.raises(UnknownSigner):
        take_in(attached, data)
    name(attached, GateRole.AUTHOR, joseph())
    assert take_in(attached, data).gate.statements[0].who == joseph().card.name


def test_a_trusted_card_of_somebody_else_than_who_is_named_is_refused(attached: CaseFolder) -> None:
    trust(attached, joseph(), mallory())
    name(attached, GateRole.AUTHOR, joseph())
    data = signed_by(mallory(), asked(attached, "final-text"))
    with pytest.raises(GateRefuses) as caught:
        take_in(attached, data)
    assert refused(caught) == {"not-named"}
    take_in(attached, signed_by(joseph(), asked(attached, "final-text")))


def test_what_was_altered_or_signed_in_another_s_name_is_refused(attached: CaseFolder) -> None:
    trust(attached, joseph())
    data = signed_by(joseph(), asked(attached, "final-text"))
    with pytest.raises(KeyDamaged):
        take_in(attached, data.replace(b'"1"', b'"x y"'))
    with pytest.raises(Forged):
        take_in(attached, data.replace(b"final text", b"first text"))
    assert read(attached).gate.statements == ()


def test_what_was_signed_for_other_files_is_refused(attached: CaseFolder) -> None:
    trust(attached, joseph())
    data = signed_by(joseph(), asked(attached, "final-text"))
    attach(attached, REPORT + b"\n")
    with pytest.raises(GateRefuses, match="other files are attached since") as caught:
        take_in(attached, data)
    assert refused(caught) == {"lapsed"}
    attach(attached, REPORT)
    assert take_in(attached, data).gate.statements[0].statement == "final-text"


def test_one_changed_byte_ends_what_was_said_of_the_files_and_not_of_the_case(attached: CaseFolder) -> None:
    recorded(attached, GateRole.AUTHOR, "Wynne Abara", "final-text")
    recorded(attached, GateRole.MANAGER, "Imogen Tarrant", "bn-22")
    attach(attached, REPORT[:-1] + b"T")
    told = {one.needed.rule.id: one for one in statements_of(attached, own_of(attached)).listed}
    assert told["final-text"].given is None
    assert [because for _, because in told["final-text"].lapsed] == ["other files are attached since"]
    assert told["bn-22"].given is not None


def test_what_was_signed_for_another_case_is_refused(attached: CaseFolder) -> None:
    trust(attached, joseph())
    request = asked(attached, "final-text")
    with pytest.raises(GateRefuses) as caught:
        take_in(attached, signed_by(joseph(), replace(request, case="K8")))
    assert refused(caught) == {"other-case"}


def test_a_sentence_that_the_case_does_not_need_is_refused(attached: CaseFolder) -> None:
    trust(attached, joseph())
    request = asked(attached, "final-text")
    other = replace(request, asked=(replace(request.asked[0], id="br-09"),))
    with pytest.raises(GateRefuses) as caught:
        take_in(attached, signed_by(joseph(), other))
    assert refused(caught) == {"not-needed"}


@pytest.mark.parametrize("change", [{"sentence": "This may be the final text."}, {"version": "2"}])
def test_other_words_than_those_of_the_rules_are_refused(
    attached: CaseFolder, change: dict[str, str]
) -> None:
    trust(attached, joseph())
    request = asked(attached, "final-text")
    other = replace(request, asked=(replace(request.asked[0], **change),))  # type: ignore[arg-type]
    with pytest.raises(GateRefuses, match="its sentence has been changed since") as caught:
        take_in(attached, signed_by(joseph(), other))
    assert refused(caught) == {"lapsed"}


def test_a_time_that_has_not_come_is_refused(attached: CaseFolder, clock: Clock) -> None:
    trust(attached, joseph())
    request = asked(attached, "final-text")
    here = clock.at
    clock.at = here + timedelta(minutes=50)
    soon = signed_by(joseph(), request)
    clock.at = here + timedelta(days=2)
    late = signed_by(joseph(), request)
    clock.at = here
    with pytest.raises(GateRefuses) as caught:
        take_in(attached, late)
    assert refused(caught) == {"clock"}
    take_in(attached, soon)


def test_a_folder_that_cannot_be_made_is_told_and_nothing_is_noted(attached: CaseFolder) -> None:
    trust(attached, joseph())
    data = signed_by(joseph(), asked(attached, "final-text"))
    (attached.folder / gate_statements.STATEMENTS).write_bytes(b"")
    with pytest.raises(NotWritten):
        take_in(attached, data)
    assert read(attached).gate.statements == ()


# ------------------------------------------------------------------ recorded


def test_what_somebody_has_written_is_recorded_with_the_digest_of_the_letter(attached: CaseFolder) -> None:
    held = recorded(attached, GateRole.AUTHOR, "Wynne Abara", "final-text", "bn-06")
    for one in held.gate.statements:
        assert (one.how, one.who, one.card, one.evidence) == (How.RECORDED, "Wynne Abara", "", LETTER)
        assert one.signature == ""
    assert not (attached.folder / gate_statements.STATEMENTS).exists()


def test_somebody_else_than_who_is_named_has_not_written_it(attached: CaseFolder) -> None:
    name(attached, GateRole.AUTHOR, joseph())
    with pytest.raises(GateRefuses) as caught:
        recorded(attached, GateRole.AUTHOR, "Wynne Abara", "final-text")
    assert refused(caught) == {"not-named"}
    recorded(attached, GateRole.AUTHOR, "Dr J. Adeyemi Clarke", "final-text")


def test_a_reason_is_wanted_where_the_sentence_asks_for_one(attached: CaseFolder) -> None:
    with pytest.raises(WrongUse, match="signed with a reason"):
        recorded(attached, GateRole.LEGAL, "Odile Brandt", "proceedings-weighed")
    held = recorded(
        attached, GateRole.LEGAL, "Odile Brandt", "proceedings-weighed", reason=ReasonCode.NONE_OPEN
    )
    assert held.gate.statements[0].reason == "none-open"


DISGUISES = [
    "Wynne Abara", "wynne ABARA", "  Wynne   Abara", "Dr Wynne Abara", "Abara, Wynne", "Wynne Abara OBE",
    "W. Abara", "Wynné Ábara", "Wynne T. Abara",
]  # fmt: skip


@pytest.mark.parametrize("disguise", DISGUISES)
def test_one_person_is_not_author_and_second_reader(attached: CaseFolder, disguise: str) -> None:
    recorded(attached, GateRole.AUTHOR, "Wynne Abara", "final-text")
    with pytest.raises(GateRefuses) as caught:
        recorded(attached, GateRole.SECOND_READER, disguise, "read-as-published")
    assert refused(caught) == {"same-person"}
    recorded(attached, GateRole.SECOND_READER, "Rhys Dunmore", "read-as-published")


def test_one_card_under_two_roles_is_one_person(attached: CaseFolder) -> None:
    trust(attached, joseph())
    take_in(attached, signed_by(joseph(), asked(attached, "final-text")))
    with pytest.raises(GateRefuses) as caught:
        take_in(attached, signed_by(joseph(), asked(attached, "board-sign-off")))
    assert refused(caught) == {"same-person"}


# ------------------------------------------------------------------ the files that lie there


def test_a_signed_statement_that_is_gone_altered_or_another_is_seen(attached: CaseFolder) -> None:
    trust(attached, joseph())
    held = take_in(attached, signed_by(joseph(), asked(attached, "final-text")))
    place = statement_path(attached.folder, held.gate.statements[0].evidence)
    data = place.read_bytes()

    def told() -> list[str]:
        return [what for _, what in faults(attached, held.gate.statements)]

    assert told() == []
    place.write_bytes(data.replace(b"final text", b"first text"))
    assert told() == ["the file of the signed statement was altered"]
    place.write_bytes(signed_by(joseph(), asked(attached, "bn-06")))
    assert told() == ["the file of the signed statement is another one"]
    place.unlink()
    assert told() == ["the file of the signed statement is gone"]
    place.write_bytes(data)
    other = replace(held.gate.statements[0], version="2")
    assert [what for _, what in faults(attached, [other])] == [
        "the log says something else than what was signed"
    ]


# ------------------------------------------------------------------ on the signer's machine


def test_what_was_read_is_held_against_the_request(attached: CaseFolder, tmp_path: Path) -> None:
    request = tmp_path / "request.json"
    request.write_text(ask(attached, own_of(attached), ["final-text"]), encoding="ascii")
    same, other = tmp_path / "a.pdf", tmp_path / "b.pdf"
    same.write_bytes(REPORT)
    other.write_bytes(REPORT + b" ")
    read_in = request_in(request)
    assert compared(read_in, [same]).same == (PaperPart.REPORT,)
    of_word = replace(
        read_in, papers=(replace(read_in.papers[0], source=hashlib.sha256(b"word").hexdigest()),)
    )
    other.write_bytes(b"word")
    told = compared(of_word, [other])
    assert (told.same, told.behind, told.missing, told.others) == (
        (), (PaperPart.REPORT,), (PaperPart.REPORT,), 0,
    )  # fmt: skip
    other.write_bytes(REPORT + b" ")
    assert compared(read_in, []).missing == (PaperPart.REPORT,)
    assert compared(read_in, [same, other]).others == 1
    with pytest.raises(Unreadable):
        compared(read_in, [tmp_path / "none.pdf"])


def test_a_letter_that_cannot_be_read_or_is_empty_is_told(tmp_path: Path) -> None:
    empty = tmp_path / "letter.eml"
    empty.write_bytes(b"")
    for path in (empty, tmp_path / "none.eml", tmp_path):
        with pytest.raises(Unreadable, match="the letter"):
            read_file(path, "the letter")


# ------------------------------------------------------------------ the list


def test_the_list_says_what_is_needed_given_and_lapsed_by_whom(attached: CaseFolder) -> None:
    recorded(attached, GateRole.AUTHOR, "Wynne Abara", "final-text")
    told = statements_of(attached, own_of(attached))
    assert told.missing == len(told.listed) - 1
    text = as_text(told)
    assert "given    final-text, author" in text
    assert "recorded from a letter: Wynne Abara, Tuesday 5 January 2027" in text
    assert max(map(len, text.splitlines())) <= 79
    attach(attached, REPORT + b"\n")
    text = as_text(statements_of(attached, own_of(attached)))
    assert "missing  final-text, author" in text
    assert "and does not count: other files are attached since" in " ".join(text.split())
    content = json.loads(as_json(statements_of(attached, own_of(attached))))
    assert content["schema"] == "redact-statements/1"
    (final,) = (one for one in content["statements"] if one["id"] == "final-text")
    assert final["given"] is None
    assert final["lapsed"][0]["who"] == "Wynne Abara"


# ------------------------------------------------------------------ the register


def entered(found: CaseFolder, **given: object) -> str:
    made = Entered(ProceedingKind.INQUEST, Court.CORONER, **given)  # type: ignore[arg-type]
    return gate_proceedings.add(found, imogen(), own_of(found), made)[1]


def test_an_entry_is_made_and_changed_and_the_last_holds(found: CaseFolder, clock: Clock) -> None:
    day = clock.at.date()
    assert entered(found, reference="2027/114", next_on=day + timedelta(days=30)) == "P1"
    assert entered(found, order=OrderKind.SECTION_39, protects="Child A", expires=day) == "P2"
    gate_proceedings.change(found, imogen(), own_of(found), "p1", Entered(concluded=day))
    (second, first), today = gate_proceedings.entries(found, own_of(found))
    assert (second.id, second.protects, second.order, second.expires) == ("P2", "Child A", "section-39", day)
    assert (first.id, first.reference, first.concluded) == ("P1", "2027/114", day)
    assert today == day
    held = gate_proceedings.change(
        found,
        imogen(),
        own_of(found),
        "P1",
        Entered(without=frozenset(("concluded", "next_on", "reference"))),
    )
    first = next(one for one in held.gate.proceedings if one.id == "P1")
    assert (first.concluded, first.next_on, first.reference) == (None, None, "")


@pytest.mark.parametrize(
    "label", ["Child A", "Sibling 2", "Mother", "Parent 1", "SW1", "the mother", "Child 3", "School K"]
)
def test_whom_an_order_protects_stands_by_label(found: CaseFolder, label: str) -> None:
    assert entered(found, order=OrderKind.SECTION_45, protects=label) == "P1"


@pytest.mark.parametrize(
    "name_",
    ["Ann Hale", "Ann", "A. Hale", "child of Ann Hale", "Child AH", "AH", "Child", "Mr A", "Child A Hale",
     "Wilfred", "2017", " ", "child a"],
)  # fmt: skip
def test_a_name_is_refused_in_the_register_and_is_not_in_the_error(found: CaseFolder, name_: str) -> None:
    with pytest.raises(WrongUse, match="by a label alone") as caught:
        entered(found, order=OrderKind.SECTION_45, protects=name_)
    assert "Hale" not in caught.value.what + caught.value.remedy
    assert "Hale" not in (found.folder / "gate.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"reference": "R v Hale"}, "a reference is the number of the case"),
        ({"protects": "Child A"}, "there is no order"),
        ({"order": OrderKind.SECTION_39, "without": frozenset(("order",))}, "given and emptied at once"),
    ],
)  # fmt: skip
def test_what_cannot_stand_in_the_register_is_refused(
    found: CaseFolder, given: dict[str, object], words: str
) -> None:
    with pytest.raises(WrongUse, match=words):
        entered(found, **given)
    assert read(found).gate.proceedings == ()


def test_an_end_that_is_still_to_come_is_no_end(found: CaseFolder, clock: Clock) -> None:
    with pytest.raises(WrongUse, match="still to come"):
        entered(found, concluded=clock.at.date() + timedelta(days=1))
    assert entered(found, concluded=clock.at.date()) == "P1"


def test_an_entry_says_what_and_before_whom_and_only_one_that_is_there_is_changed(found: CaseFolder) -> None:
    with pytest.raises(WrongUse, match="what it is and before whom"):
        gate_proceedings.add(found, imogen(), own_of(found), Entered(ProceedingKind.INQUEST))
    with pytest.raises(WrongUse, match="no entry of that id"):
        gate_proceedings.change(found, imogen(), own_of(found), "P9", Entered())


def test_what_is_open_is_weighed_only_against_a_day(attached: CaseFolder) -> None:
    entered(attached)
    with pytest.raises(GateRefuses) as caught:
        asked(attached, "proceedings-weighed")
    assert refused(caught) == {"no-date"}
    write(attached, Doing(GateAction.SET_DATE, GateRole.MANAGER, {"publish-on": "2027-03-24"}))
    assert asked(attached, "proceedings-weighed").asked[0].reasons


def test_a_new_entry_ends_what_was_weighed_before_it(attached: CaseFolder) -> None:
    recorded(attached, GateRole.LEGAL, "Odile Brandt", "proceedings-weighed", reason=ReasonCode.NONE_OPEN)
    entered(attached)
    told = {one.needed.rule.id: one for one in statements_of(attached, own_of(attached)).listed}
    assert told["proceedings-weighed"].given is None
    assert "register of proceedings" in told["proceedings-weighed"].lapsed[0][1]


def test_nothing_of_this_moves_the_case_on_by_itself(attached: CaseFolder) -> None:
    state = read(attached).gate.state
    recorded(attached, GateRole.CHAIR, "Pia Corr", "board-sign-off")
    assert read(attached).gate.state is state
