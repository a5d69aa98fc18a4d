"""What people sign: each sentence of a rule has one signer, and the gate's own hold for every case."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from redact.judge.applying import replaced, why_not
from redact.publication.needed import asked_rules, needed
from redact.resources import rules_folder
from redact.values.gate import GateTable
from redact.values.gate_record import PaperPart
from redact.values.rules import (
    Audience,
    DocumentKind,
    Edition,
    Mode,
    Rulebook,
    RuleKind,
    Settings,
    SourceStatus,
)
from redact.values.statements import About, GateRole, Stage
from tests.publication.gate_cases import case
from tests.shipped_rules import shipped_rules

# The sentences of rules for which one of the gate's own stands, as they were when somebody read both.
READ_BESIDE = {
    "bn-13": "52346a2e34ce",
    "br-14": "7bbd92b39396",
    "gr-06": "127d11373d48",
    "mk-22": "847f422d60fb",
    "wt2015-open-proceedings-weighed": "755be0266f51",
    "x-01": "4ee97655354c",
}


def book() -> Rulebook:
    return shipped_rules()


def table() -> GateTable:
    assert book().gate is not None
    return book().gate


def test_each_sentence_of_a_rule_has_one_signer() -> None:
    listed = yaml.safe_load((rules_folder() / "gate" / "signs.yaml").read_text("utf-8"))["signs"]
    times = Counter(entry["rule"] for entry in listed)
    assert set(times.values()) == {1}
    assert set(times) == {rule.id for rule in book().rules if rule.sentence}
    assert {rule.id for rule in book().rules if rule.kind is RuleKind.ATTESTED} <= set(times)
    assert set(table().signs) == set(times)


def test_what_the_gate_covers_is_signed_in_the_same_role_and_no_later() -> None:
    stages = list(Stage)
    for own in table().statements:
        for id_ in own.covers:
            sign = table().signs[id_]
            assert (sign.role, sign.about) == (own.role, own.about), (own.id, id_)
            assert stages.index(own.stage) <= stages.index(sign.stage), (own.id, id_)


def test_what_the_gate_covers_was_read_beside_it() -> None:
    """A sentence that is changed may say more than the one that stands for it: read both, and put it here."""
    covered = {id_ for own in table().statements for id_ in own.covers}
    assert {id_: asked_rules(book())[id_].version for id_ in covered} == READ_BESIDE


def test_each_sentence_is_plain_and_says_where_it_comes_from() -> None:
    for rule in asked_rules(book()).values():
        assert rule.sentence.isascii()
        assert rule.sentence[0].isupper()
        assert rule.sentence.endswith(".")
        assert rule.source
    versions = [rule.version for rule in table().statements]
    assert all(version.isdigit() for version in versions)


def test_every_role_signs_something_and_no_stage_is_empty() -> None:
    signed = [*table().statements, *table().signs.values()]
    assert {one.role for one in signed} == set(GateRole)
    assert {one.stage for one in signed} == set(Stage) - {Stage.AFTER_PUBLICATION}
    assert {one.about for one in signed} == set(About)


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("mode", Mode)
def test_in_every_case_the_four_people_and_the_three_advisers_sign(edition: Edition, mode: Mode) -> None:
    for board in (None, *(board.id for board in book().boards)):
        roles = Counter(one.rule.role for one in needed(book(), case(edition, board, mode, PaperPart.REPORT)))
        for role in (
            GateRole.AUTHOR,
            GateRole.CHECKER,
            GateRole.SECOND_READER,
            GateRole.DATA_PROTECTION,
            GateRole.LEGAL,
            GateRole.CHAIR,
        ):
            assert roles[role], (edition, board, mode, role)
        assert (roles[GateRole.COMMUNICATIONS] == 0) is (mode is Mode.NOT_PUBLISHED)


def test_what_the_issue_names_is_signed_under_every_edition() -> None:
    """Each thing that somebody has to answer for, by the ids of the sentences that say it."""
    wanted = (
        {"final-text"}, {"findings-decided"}, {"read-as-published"}, {"data-protection"}, {"legal-advice"},
        {"proceedings-weighed"}, {"family-seen", "mk-25"}, {"welfare-impact"},
        {"contributors-accuracy", "br-05"}, {"board-sign-off"}, {"communications-plan", "br-53"}, {"x-18"},
    )  # fmt: skip
    for edition in Edition:
        for board in (None, *(board.id for board in book().boards)):
            for mode in set(Mode) - {Mode.NOT_PUBLISHED}:
                there = {one.rule.id for one in needed(book(), case(edition, board, mode))}
                assert all(ids & there for ids in wanted), (edition, board, mode)


def test_what_holds_where_nothing_is_published_can_hold_there() -> None:
    rules = {rule.id: rule for rule in book().rules}
    unpublished = {id_ for id_, sign in table().signs.items() if sign.unpublished}
    for id_ in unpublished:
        assert not rules[id_].mode or Mode.NOT_PUBLISHED in rules[id_].mode
    of_that_mode = {id_ for id_, rule in rules.items() if Mode.NOT_PUBLISHED in rule.mode and rule.sentence}
    assert of_that_mode <= unpublished


# ------------------------------------------------------------------ editions and boards


def test_every_edition_says_what_follows_from_open_proceedings_with_its_source() -> None:
    for pack in book().packs:
        assert pack.open_proceedings is not None, pack.edition
        assert pack.open_proceedings.source
        general = "general knowledge" in pack.open_proceedings.source
        assert general is (pack.status is SourceStatus.TO_VERIFY)


def test_every_board_says_it_whose_procedure_does() -> None:
    saying = {board.id for board in book().boards if board.open_proceedings is not None}
    # A leaflet for professionals, and a response on another chapter, say nothing of it.
    assert saying == {board.id for board in book().boards} - {"portsmouth", "gov-response-2009"}


def test_each_thing_that_must_have_happened_has_its_row_and_a_source() -> None:
    coverage = Path(rules_folder() / "COVERAGE.md").read_text("utf-8")
    for shelf in (*book().packs, *book().boards):
        for rule in shelf.before_publication:
            assert f"| {rule.row.upper()} |" in coverage
            assert rule.source
            assert rule.what[0].isupper()


def test_rules_for_other_readers_are_never_signed_before_publication() -> None:
    never = {rule.id for rule in book().rules if rule.audience and Audience.PUBLIC not in rule.audience}
    for edition in Edition:
        for board in book().boards:
            assert not never & {one.rule.id for one in needed(book(), case(edition, board.id))}


def settings(edition: Edition, board: str | None, mode: Mode, kind: DocumentKind) -> Settings:
    return Settings(edition, kind, Audience.PUBLIC, mode, board)


@pytest.mark.parametrize("edition", Edition)
def test_what_a_check_would_leave_to_a_person_is_signed_and_nothing_else(edition: Edition) -> None:
    """The gate scopes rules without `judge`, which it may not import: here both are held together."""
    kinds = (DocumentKind.OVERVIEW, DocumentKind.SUMMARY, DocumentKind.ACTION_PLAN)
    parts = (PaperPart.REPORT, PaperPart.SUMMARY, PaperPart.ACTION_PLAN)
    own = {one.id: one for one in table().statements}
    for board in (None, *(board.id for board in book().boards)):
        for mode in set(Mode) - {Mode.NOT_PUBLISHED}:
            of_kinds = [settings(edition, board, mode, kind) for kind in kinds]
            replaced_ones = {id_ for one in of_kinds for id_ in replaced(book(), one)}
            applying = {
                rule.id
                for rule in book().rules
                if rule.sentence
                and rule.id not in replaced_ones
                and any(why_not(rule, one) is None for one in of_kinds)
            }
            asked = {one.rule.id for one in needed(book(), case(edition, board, mode, *parts))}
            covered = {id_ for id_ in asked & set(own) for id_ in own[id_].covers}
            assert asked - set(own) == applying - covered, (edition, board, mode)
