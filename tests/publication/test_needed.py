"""Which statements a case needs, which of those that were given count, and who may not give two."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given as holds_for
from hypothesis import strategies as st

from redact.publication.needed import (
    DISTINCT,
    asked_rules,
    counting,
    missing,
    needed,
    same_person,
    why_not_counting,
)
from redact.values.gate_record import AttachedPaper, Gate, Named, PaperPart, Proceeding, ReadGap
from redact.values.rules import Edition, Mode, Rule, RuleKind, Severity
from redact.values.statements import About, GateRole, GivenStatement, Stage
from tests.publication.gate_cases import book, case, given, ids, signed

REPORT, SUMMARY = PaperPart.REPORT, PaperPart.SUMMARY
INQUEST = Proceeding("P1", "inquest", "coroner")
ALL = tuple(Stage)


def one_of(gate: Gate, id_: str) -> GivenStatement:
    (found,) = (one for one in gate.statements if one.statement == id_)
    return found


def changed(gate: Gate, id_: str, **more: object) -> Gate:
    """Give the case with one of its statements changed."""
    return replace(
        gate,
        statements=tuple(
            replace(one, **more) if one.statement == id_ else one  # type: ignore[arg-type]
            for one in gate.statements
        ),
    )


def missing_ids(gate: Gate, *stages: Stage) -> set[str]:
    return {one.rule.id for one in missing(book(), gate, stages or ALL)}


# ------------------------------------------------------------------ which are needed


@pytest.mark.parametrize(
    ("gate", "there", "not_there"),
    [
        (
            case(),
            {"final-text", "findings-decided", "bn-05", "bn-23", "x-08", "x-18", "family-seen"},
            {"br-09", "mk-25", "wt2018-one-year", "bn-11", "x-10", "board-not-publishing"},
        ),
        (
            case(Edition.WT2010B, "bromley", Mode.FULL, REPORT, SUMMARY),
            {"br-05", "br-15", "br-45", "br-53", "br-16", "wt2010-independent-chair-and-author"},
            {"bn-05", "wt2015-seven-working-days", "contributors-accuracy", "communications-plan"},
        ),
        (
            case(Edition.WT2010B, None, Mode.FULL, REPORT, SUMMARY),
            {"wt2010b-courts-concluded", "wt2006-evaluation-first", "contributors-accuracy"},
            {"br-15", "br-12", "wt2015-open-proceedings-weighed"},
        ),
        (
            case(Edition.WT2023, None, Mode.IMPROVEMENTS_ONLY, PaperPart.IMPROVEMENTS),
            {"wt2018-effect-on-people", "wt2018-reasons-for-delay", "x-10", "x-11", "board-sign-off"},
            {"bn-01", "wt2013-twelve-months", "br-14", "board-not-publishing"},
        ),
        (
            case(Edition.WT2015, "bath-nes", Mode.NOT_PUBLISHED, PaperPart.REASONS),
            {"bn-11", "x-10", "x-11", "board-not-publishing", "legal-advice", "final-text"},
            {"bn-01", "family-seen", "board-sign-off", "proceedings-weighed", "x-09"},
        ),
    ],
    ids=["wt2015-bath-nes", "wt2010b-bromley", "wt2010b", "wt2023-improvements", "not-published"],
)  # fmt: skip
def test_what_a_case_needs_is_by_edition_board_and_mode(
    gate: Gate, there: set[str], not_there: set[str]
) -> None:
    found = ids(gate)
    assert there <= found
    assert not not_there & found


def test_no_rule_of_other_readers_is_asked_for() -> None:
    public = {
        rule.id for rule in book().rules if not rule.audience or "public" in {a.value for a in rule.audience}
    }
    own = {rule.id for rule in book().gate.statements}  # type: ignore[union-attr]
    for edition in Edition:
        for board in (None, *(board.id for board in book().boards)):
            for mode in Mode:
                assert ids(case(edition, board, mode, REPORT, SUMMARY)) <= public | own


def test_a_rule_of_a_document_that_is_not_published_is_not_asked_for() -> None:
    without = ids(case(Edition.WT2010B, "bromley", Mode.FULL, REPORT))
    with_it = ids(case(Edition.WT2010B, "bromley", Mode.FULL, REPORT, SUMMARY, PaperPart.ACTION_PLAN))
    assert with_it - without == {"br-07", "br-45"}


@pytest.mark.parametrize(
    ("gate", "covering", "covered"),
    [
        (case(), "proceedings-weighed", "bn-13"),
        (case(Edition.WT2015, None), "proceedings-weighed", "wt2015-open-proceedings-weighed"),
        (case(Edition.WT2010B, "bromley"), "data-protection", "br-14"),
        (case(Edition.WT2023, None), "board-sign-off", "x-01"),
        (case(Edition.WT2023, None, Mode.NOT_PUBLISHED), "board-not-publishing", "x-01"),
        (case(Edition.WT2015, "milton-keynes", Mode.FULL, REPORT, SUMMARY), "data-protection", "mk-22"),
    ],
)
def test_what_a_sentence_of_the_gate_covers_is_not_asked_twice(
    gate: Gate, covering: str, covered: str
) -> None:
    assert covering in ids(gate)
    assert covered not in ids(gate)


@pytest.mark.parametrize(
    ("gate", "asked", "left_out"),
    [
        (case(Edition.WT2015, "milton-keynes"), "mk-25", "family-seen"),
        (case(Edition.WT2010B, "bromley"), "br-05", "contributors-accuracy"),
        (case(Edition.WT2010B, "bromley"), "br-53", "communications-plan"),
    ],
)
def test_a_board_s_own_sentence_stands_for_the_gate_s(gate: Gate, asked: str, left_out: str) -> None:
    assert asked in ids(gate)
    assert left_out not in ids(gate)
    assert left_out in ids(replace(gate, board=None))


def test_each_page_that_nobody_could_read_has_its_own_sentence() -> None:
    gaps = (ReadGap("gap:7", "page 7 of the report"), ReadGap("gap:9", "the picture on page 9 of the report"))
    found = [one for one in needed(book(), case(gaps=gaps)) if one.rule.id == "read-myself"]
    assert [one.subject for one in found] == ["gap:7", "gap:9"]
    assert found[0].sentence.startswith(
        "I read page 7 of the report myself, which the program could not read"
    )
    assert "{where}" not in found[1].sentence
    assert "read-myself" not in ids(case())
    assert "read-myself" not in ids(replace(case(), check=None))


def test_a_sentence_of_one_page_does_not_stand_for_another() -> None:
    gaps = (ReadGap("gap:7", "page 7 of the report"), ReadGap("gap:9", "page 9 of the report"))
    gate = signed(case(gaps=gaps))
    gate = replace(gate, statements=tuple(one for one in gate.statements if one.subject != "gap:9"))
    assert [one.subject for one in missing(book(), gate, ALL)] == ["gap:9"]


def test_the_order_is_that_of_the_way_and_missing_keeps_to_the_stages() -> None:
    stages = [list(Stage).index(one.rule.stage) for one in needed(book(), case())]
    assert stages == sorted(stages)
    for stage in Stage:
        wanted = {one.rule.id for one in needed(book(), case()) if one.rule.stage is stage}
        assert missing_ids(case(), stage) == wanted
    assert missing_ids(signed(case())) == set()


def test_a_rule_of_a_partnership_that_nobody_gave_a_role_is_signed_all_the_same() -> None:
    own = Rule(
        id="own-1", kind=RuleKind.ATTESTED, severity=Severity.ASK, title="Own", message="m", hint="h",
        why="w", source="s", params={}, sentence="The school was told.",
    )  # fmt: skip
    rules = replace(book(), rules=(*book().rules, own))
    (found,) = (one for one in needed(rules, case()) if one.rule.id == "own-1")
    assert (found.rule.role, found.rule.stage, found.rule.about) == (
        GateRole.MANAGER, Stage.BOARD, About.FILES,
    )  # fmt: skip


def test_the_version_of_a_rule_is_a_digest_of_its_sentence() -> None:
    rule = next(rule for rule in book().rules if rule.id == "x-08")
    assert rule.sentence is not None
    assert asked_rules(book())["x-08"].version == hashlib.sha256(rule.sentence.encode()).hexdigest()[:12]


# ------------------------------------------------------------------ which count


ABOUT_FILES, ABOUT_CASE, ABOUT_REGISTER = "final-text", "bn-22", "proceedings-weighed"


@pytest.mark.parametrize(
    ("change", "ended"),
    [
        # One byte of one file: the hash is another.
        ({"papers": (AttachedPaper(REPORT, "8" * 64, "pdf"),)}, {ABOUT_FILES, ABOUT_REGISTER}),
        ({"papers": (AttachedPaper(REPORT, f"{1:064x}", "pdf", "8" * 64),)}, {ABOUT_FILES, ABOUT_REGISTER}),
        ({"papers": (), "check": None}, {ABOUT_FILES, ABOUT_REGISTER}),
        ({"proceedings": (INQUEST,)}, {ABOUT_REGISTER}),
        ({"publish_on": date(2027, 3, 1)}, set()),  # nothing is open that it was weighed against
    ],
)  # fmt: skip
def test_a_change_ends_what_was_said_of_what_it_changes(change: dict[str, object], ended: set[str]) -> None:
    gate = replace(signed(case()), **change)  # type: ignore[arg-type]
    left = {one.statement for one in counting(book(), gate)}
    for id_ in (ABOUT_FILES, ABOUT_CASE, ABOUT_REGISTER):
        assert (id_ in left) is (id_ not in ended)
        assert (id_ in missing_ids(gate)) is (id_ in ended)


@pytest.mark.parametrize("field", ["result", "rules"])
def test_another_check_of_the_same_files_ends_what_was_said_of_them(field: str) -> None:
    gate = signed(case())
    assert gate.check is not None
    gate = replace(gate, check=replace(gate.check, **{field: "7" * 64}))
    left = {one.statement for one in counting(book(), gate)}
    assert ABOUT_FILES not in left
    assert ABOUT_CASE in left


@pytest.mark.parametrize(
    "change",
    [
        {"publish_on": date(2027, 3, 2)},
        {"proceedings": (replace(INQUEST, next_on=date(2027, 4, 1)),)},
        {"proceedings": (INQUEST, replace(INQUEST, id="P2"))},
        {"proceedings": ()},
    ],
)
def test_what_is_open_is_weighed_anew_when_it_or_the_day_changes(change: dict[str, object]) -> None:
    gate = signed(replace(case(), proceedings=(INQUEST,), publish_on=date(2027, 3, 1)))
    assert ABOUT_REGISTER not in missing_ids(gate)
    assert ABOUT_REGISTER in missing_ids(replace(gate, **change))  # type: ignore[arg-type]


def test_what_was_said_of_the_same_bytes_counts_again_when_they_are_attached_again() -> None:
    first = signed(case())
    other = replace(first, papers=(AttachedPaper(REPORT, "8" * 64, "pdf"),))
    again = replace(other, statements=(*other.statements, *signed(replace(other, statements=())).statements))
    assert missing_ids(again) == set()
    assert missing_ids(replace(again, papers=first.papers)) == set()


@pytest.mark.parametrize(
    ("id_", "change", "why"),
    [
        ("final-text", {"version": "0"}, "its sentence has been changed since"),
        ("x-08", {"version": "0" * 12}, "its sentence has been changed since"),
        ("final-text", {"role": GateRole.CHECKER}, "it is signed as author"),
        ("proceedings-weighed", {"reason": ""}, "it gives no reason that the sentence knows"),
        ("proceedings-weighed", {"reason": "because"}, "it gives no reason that the sentence knows"),
        ("final-text", {"papers": ""}, "other files are attached since"),
    ],
)
def test_what_does_not_count_says_why(id_: str, change: dict[str, object], why: str) -> None:
    gate = changed(signed(case()), id_, **change)
    rule = asked_rules(book())[id_]
    assert why_not_counting(rule, gate, one_of(gate, id_)) == why
    assert why_not_counting(rule, signed(case()), one_of(signed(case()), id_)) is None
    assert id_ in missing_ids(gate)


def test_a_sentence_that_the_rules_have_no_more_does_not_count() -> None:
    gate = changed(signed(case()), "final-text", statement="final-text-of-old")
    assert "final-text" in missing_ids(gate)
    assert why_not_counting(None, gate, gate.statements[0]) == "the rules have no such sentence any more"


def test_a_reason_may_have_a_reference_behind_it() -> None:
    gate = changed(signed(case()), "proceedings-weighed", reason="no-risk 2027/14")
    assert missing_ids(gate) == set()


def test_of_two_that_count_the_newer_is_given() -> None:
    gate = signed(case())
    later = replace(one_of(gate, "final-text"), who="Wynne Abara")
    gate = replace(gate, statements=(*gate.statements, later))
    (found,) = (one for one in counting(book(), gate) if one.statement == "final-text")
    assert found.who == "Wynne Abara"


@holds_for(st.sets(st.sampled_from(sorted(ids(case())))))
def test_what_is_missing_is_what_was_not_given(left_out: set[str]) -> None:
    assert missing_ids(signed(case(), *left_out)) == left_out


# ------------------------------------------------------------------ who


def named(**roles: str) -> Gate:
    people = tuple(Named(GateRole(role.replace("_", "-")), name) for role, name in roles.items())
    return replace(case(), people=people)


@pytest.mark.parametrize("first", DISTINCT)
@pytest.mark.parametrize("second", DISTINCT)
def test_no_two_of_the_four_are_one_person(first: GateRole, second: GateRole) -> None:
    gate = replace(case(), people=(Named(first, "Wynne Abara"), Named(second, "ABARA, Wynne")))
    found = same_person(book(), gate)
    if first is second:
        assert found == ()
        return
    (refusal,) = found
    assert refusal.code == "same-person"
    assert {role for role in DISTINCT if role.words in refusal.what.split(" are ")[0]} >= {first, second}
    assert "Abara" not in refusal.what + refusal.next


def test_four_people_are_four() -> None:
    gate = named(author="Wynne Abara", checker="Odile Brandt", second_reader="Pia Corr", chair="Rhys Dunmore")
    assert same_person(book(), gate) == ()


def test_other_roles_may_be_of_one_of_them() -> None:
    gate = named(
        manager="Wynne Abara", checker="Wynne Abara", legal="Wynne Abara", communications="Wynne Abara"
    )
    assert same_person(book(), gate) == ()


@pytest.mark.parametrize(
    ("author", "chair", "same"),
    [
        (("Wynne Abara", "a" * 32), ("W. T. Abara", "b" * 32), True),
        (("Wynne Abara", "a" * 32), ("Rhys Dunmore", "a" * 32), True),
        (("Wynne Abara", "a" * 32), ("Rhys Dunmore", "b" * 32), False),
    ],
)
def test_who_has_signed_counts_as_who_is_named(
    author: tuple[str, str], chair: tuple[str, str], same: bool
) -> None:
    gate = signed(case(), "final-text", "bn-06", "board-sign-off", "welfare-impact", "x-08")
    every = {one.rule.id: one for one in needed(book(), gate)}
    two = (given(gate, every["final-text"], *author), given(gate, every["board-sign-off"], *chair))
    assert bool(same_person(book(), replace(gate, statements=(*gate.statements, *two)))) is same


def test_what_counts_no_longer_binds_nobody() -> None:
    gate = changed(signed(case()), "final-text", who="Chair Imrie")
    gate = changed(gate, "bn-06", who="Chair Imrie")
    assert [one.code for one in same_person(book(), gate)] == ["same-person"]
    other = replace(gate, papers=(AttachedPaper(REPORT, "8" * 64, "pdf"),))
    assert same_person(book(), other) == ()
