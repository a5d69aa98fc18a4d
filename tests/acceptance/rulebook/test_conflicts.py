"""The sixteen places in which the sources contradict each other, each settled by edition, audience or rule.

What only days decide (C6, and the clocks of C3 and C15) is computed by the gate; here it is asked of the
person whom the edition asks, and of no other.
"""

from __future__ import annotations

import pytest

from redact.resources import rules_folder
from redact.values.judgement import Audience, Edition, Outcome
from tests.acceptance.rulebook.bundles import Reported, report, stated
from tools.make_coverage import GATE, rows

PUBLIC, PANEL, OFSTED = Audience.PUBLIC, Audience.PANEL, Audience.OFSTED
E06, E10, E10B, E13, E15, E18, E23 = Edition
FAILS, ASKED, PASSES, NOT = (
    {Outcome.FAIL},
    {Outcome.NEEDS_A_PERSON},
    {Outcome.PASS},
    {Outcome.NOT_APPLICABLE},
)

OVERVIEW = "[overview]\n# Overview Report\nChild A was seen by three agencies in one winter.\n"
SUMMARY = "[summary]\n# Executive Summary\nChild A was seen by three agencies in one winter.\n"
PLAN = "[action-plan]\n# Plan\n| Recommendation | Lead | By when |\n| Ring | Head of Service | June 2026 |\n"
NAMED_PANEL = (
    "# Membership of the panel\n| Name | Post | Organisation |\n"
    "| Harriet Osgood | Head of Safeguarding | Anytown Council |\n"
)


def held(text: str, edition: Edition, audience: Audience = PUBLIC, board: str | None = None) -> Reported:
    return report(text.rstrip("\n"), stated(edition, board, audience))


@pytest.mark.parametrize(
    ("edition", "audience", "outcome"),
    [
        (E10, PUBLIC, FAILS),  # a published summary gives posts
        (E10B, PUBLIC, FAILS),
        (E10, OFSTED, NOT),  # Ofsted may have the names
        (E15, PUBLIC, NOT),  # of the panel this edition says nothing
        (E23, PUBLIC, NOT),
    ],
)
@pytest.mark.parametrize("document", [SUMMARY, OVERVIEW], ids=["summary", "overview"])
def test_c1_names_of_the_panel_by_audience(
    document: str, edition: Edition, audience: Audience, outcome: set[Outcome]
) -> None:
    assert held(document + NAMED_PANEL, edition, audience).outcomes("wt2010-panel-posts") == outcome
    named = held(document + "Panel members: Harriet Osgood, Head of Safeguarding", edition, audience)
    wanted = "panel-member-name-allowed" if audience is OFSTED else "panel-member-name"
    assert named.outcomes(wanted) == FAILS


@pytest.mark.parametrize(
    ("edition", "text", "faults"),
    [
        (E06, SUMMARY + PLAN, set()),
        (E10, SUMMARY + PLAN, set()),
        (E10, OVERVIEW + SUMMARY + PLAN, {"wt2006-overview-not-published"}),
        (E10, SUMMARY + OVERVIEW.replace("overview", "companion"), {"wt2006-summary-with-plan"}),
        (E10B, OVERVIEW + SUMMARY, set()),
        (E10B, SUMMARY + PLAN, {"wt2010b-overview-and-summary"}),
        (E15, OVERVIEW + PLAN, set()),
        (E23, OVERVIEW + PLAN, set()),
    ],
)
def test_c2_the_summary_alone_or_the_full_report(edition: Edition, text: str, faults: set[str]) -> None:
    of_publication = {
        "wt2006-overview-not-published",
        "wt2006-summary-with-plan",
        "wt2010b-overview-and-summary",
    }
    assert held(text, edition).faults & of_publication == faults


# The statements of which each edition asks exactly these.
STATEMENTS = [
    # C3: one week, to the panel; then seven working days, to three; C15: to whom
    (
        "c3 and c15",
        {"wt2013-panel-a-week-before", "wt2015-seven-working-days", "wt2018-panel-and-secretary-of-state"},
        {
            E10B: set(),
            E13: {"wt2013-panel-a-week-before"},
            E15: {"wt2015-seven-working-days"},
            E18: {"wt2018-panel-and-secretary-of-state"},
            E23: {"wt2018-panel-and-secretary-of-state"},
        },
    ),
    # C4: wait for Ofsted's evaluation, or there is none
    (
        "c4",
        {"wt2006-evaluation-first"},
        {
            E06: {"wt2006-evaluation-first"},
            E10B: {"wt2006-evaluation-first"},
            E13: set(),
            E15: set(),
            E23: set(),
        },
    ),
    # C5: only after courts have concluded; weighed; or the panel is told why it takes longer
    (
        "c5",
        {"wt2010b-courts-concluded", "wt2015-open-proceedings-weighed", "wt2018-reasons-for-delay"},
        {
            E10: set(),
            E10B: {"wt2010b-courts-concluded"},
            E15: {"wt2015-open-proceedings-weighed"},
            E23: {"wt2018-reasons-for-delay"},
        },
    ),
    # C13: "for a period of time", twelve months and on request, a year
    (
        "c13",
        {"wt2013-twelve-months", "wt2018-one-year"},
        {E10B: set(), E13: {"wt2013-twelve-months"}, E15: {"wt2013-twelve-months"}, E23: {"wt2018-one-year"}},
    ),
]


@pytest.mark.parametrize(
    ("rules", "edition", "asked"),
    [
        pytest.param(rules, edition, asked, id=f"{name}-{edition.value}")
        for name, rules, by_edition in STATEMENTS
        for edition, asked in by_edition.items()
    ],
)
def test_c3_c4_c5_c13_c15_each_edition_asks_its_own_statement(
    rules: set[str], edition: Edition, asked: set[str]
) -> None:
    reported = held(OVERVIEW, edition)
    assert {rule for rule in rules if reported.outcomes(rule) == ASKED} == asked
    assert all(reported.outcomes(rule) == NOT for rule in rules - asked)


def test_c6_how_many_months_only_days_can_tell() -> None:
    coverage = rows((rules_folder() / "COVERAGE.md").read_text(encoding="utf-8"))
    for row in ("BR-49", "PO-04", "BN-14", "MK-04", "GR-05"):
        assert any(part.startswith(GATE) for part in coverage[row][2])


IDENTIFIED = (
    "[imr]\n# Individual Management Review\nMrs Harriet Osgood, born on 4 May 1990, rang the clinic.\n"
)
ANONYMOUS = "[imr]\n# Individual Management Review\nMother rang the clinic in her thirties.\n"


@pytest.mark.parametrize("audience", [PANEL, OFSTED])
def test_c7_the_identified_copy_does_not_leave_and_the_other_may(audience: Audience) -> None:
    assert {"person-name", "date-of-birth"} <= held(IDENTIFIED, E10, audience).faults
    assert not {"person-name", "date-of-birth"} & held(ANONYMOUS, E10, audience).faults


@pytest.mark.parametrize("audience", [PANEL, OFSTED, PUBLIC])
def test_c8_the_key_is_never_inside(audience: Audience) -> None:
    key = "SW1 = Mrs Grizelda Wintersett; SW2 = Mr Zebedee Quillfeather\n"
    assert held(OVERVIEW + key, E15, audience).outcomes("label-key-inside") == FAILS
    assert held(OVERVIEW + "SW1 and SW2 came.", E15, audience).outcomes("label-key-inside") == PASSES


@pytest.mark.parametrize("audience", [PANEL, PUBLIC])
def test_c9_a_childs_real_initials_are_no_label(audience: Audience) -> None:
    real, other = ("Child Q (Zebedee Quillfeather) came.", "Child X (Zebedee Quillfeather) came.")
    assert held(OVERVIEW + real, E15, audience).outcomes("label-real-initial") == FAILS
    assert held(OVERVIEW + other, E15, audience).outcomes("label-real-initial") == PASSES


def test_c10_exact_days_belong_into_a_chronology_and_not_into_what_is_published() -> None:
    table = "| Date | Event |\n| 04.05.2009 | HV1 rang the clinic |\n"
    chronology = held(f"[chronology]\n# Chronology\n{table}", E15, PANEL)
    assert chronology.outcomes("exact-date") == NOT
    assert held(OVERVIEW + "On 4 May 2009 HV1 rang the clinic.", E15).outcomes("exact-date") == FAILS
    assert held(OVERVIEW + "In the spring of 2009 HV1 rang the clinic.", E15).outcomes("exact-date") == PASSES


def test_c11_a_family_table_of_bands_and_not_of_births() -> None:
    births = "# Family\n| Person | Date of birth |\n| Child A | 04.05.2009 |\n"
    bands = "# Family\n| Person | Age |\n| Child A | under five |\n"
    assert held(OVERVIEW + births, E15).outcomes("date-of-birth") == FAILS
    assert held(OVERVIEW + bands, E15).outcomes("date-of-birth") == PASSES


@pytest.mark.parametrize(("edition", "outcome"), [(E10B, NOT), (E13, FAILS), (E15, FAILS), (E23, FAILS)])
def test_c12_taken_out_as_appropriate_or_written_clean(edition: Edition, outcome: set[Outcome]) -> None:
    text = OVERVIEW + "The mother met [redacted] at the school gate."
    assert held(text, edition).outcomes("wt2013-publish-clean") == outcome


def test_c14_the_plan_inside_the_summary_or_a_response_of_its_own() -> None:
    inside = SUMMARY + "## Action plan\nThe clinic rings the school within a day, from June on.\n"
    statement = "[companion]\n# Statement\nThe board thanks everybody.\n"
    assert "wt2006-summary-with-plan" not in held(inside + statement, E10).faults
    response = (
        "[response]\n# Response\n## Actions already taken\n"
        "The clinic rings the school on the day of every referral, and writes it down.\n"
        "## Impact\nSeven of ten families were seen within a day, where it had been two of ten.\n"
        "## Next steps\nThe council and the trust will work in one office from the spring on.\n"
    )
    assert held(OVERVIEW + response, E15).outcomes("wt2013-response-in-three-parts") == PASSES
    assert held(OVERVIEW + statement, E15).outcomes("wt2013-response-in-three-parts") == FAILS
    assert held(OVERVIEW + statement, E10B).outcomes("wt2013-response-in-three-parts") == NOT


def test_c16_the_reference_as_a_password_is_refused() -> None:
    text = "[letter]\n# Letter\nThe password of this document is the reference number of the case.\n"
    assert held(text, E15, PANEL, "milton-keynes").outcomes("mk-02") == FAILS
    told = "[letter]\n# Letter\nThe password was given to you by telephone.\n"
    assert held(told, E15, PANEL, "milton-keynes").outcomes("mk-02") == PASSES
