"""A local child safeguarding practice review under the edition of 2023, from end to end.

What the edition asks for is from general knowledge and marked so. A bundle for the national panel and one for
the public satisfy it; each planted fault is reported under its rule, and nothing beside it but what rests on
the same words.
"""

from __future__ import annotations

import pytest

from redact.values.judgement import Audience, Edition, Mode, Outcome, SourceStatus
from tests.acceptance.rulebook.bundles import Fault, read, report, rulebook, stated, with_fault

PUBLIC = stated(Edition.WT2023, None, Audience.PUBLIC)
PANEL = stated(Edition.WT2023, None, Audience.NATIONAL_PANEL)
BUNDLES = {"wt2023-public": PUBLIC, "wt2023-panel": PANEL}
FINE = {Outcome.PASS, Outcome.NEEDS_A_PERSON, Outcome.NOT_APPLICABLE}

REASONS = (
    "Each agency waited for another to begin, since nobody had been named to lead the work.\n"
    "Health visitors had no page that showed the weight at the visit before."
)
IMPROVEMENTS = (
    "The health visiting service gives every visit a page that shows the one before.\n"
    "The nursery rings the duty worker on the day on which it sees a bruise on a baby."
)
ENDED = "There were criminal proceedings, and they have ended."
LOST = "saw that Child A had lost weight"
AUTHOR = "## Author\nIndependent lead reviewer: Harriet Osgood\n"
SOON = "| Nursery manager | June 2025 | done |"

FAULTS = [
    # The two sections of the regulations: empty, left out, only in the list of contents, and only denied.
    Fault("x-02", REASONS, ""),
    Fault("x-02", f"## Systemic and underlying reasons\n{REASONS}\n", ""),
    Fault("x-02", "## Systemic and underlying reasons\n", "Systemic and underlying reasons ........ 7\n"),
    Fault("x-02", IMPROVEMENTS, ""),
    Fault(
        "x-02",
        f"## Systemic and underlying reasons\n{REASONS}\n",
        "Systemic and underlying reasons were not considered in this review.\n",
    ),
    # Nobody says who reviewed.
    Fault("wt2018-reviewer-named", AUTHOR, ""),
    # A plan that leaves open who, or by when; and no plan at all.
    Fault("wt2018-who-and-by-when", SOON, "| Nursery manager | | done |"),
    Fault("wt2018-who-and-by-when", SOON, "| | June 2025 | done |"),
    # Marks of something unfinished.
    Fault(
        "wt2013-publish-clean",
        "## Why this review was done\n",
        "DRAFT\n## Why this review was done\n",
    ),
    Fault("wt2013-publish-clean", LOST, "saw that [redacted] had lost weight"),
    # The exact condition, the trial, papers of the family court.
    Fault("x-07", LOST, "saw that Child A had spina bifida"),
    Fault("x-09", ENDED, "The father was convicted of neglect, and the proceedings have ended."),
    Fault("x-13", ENDED, "The children's guardian reported that the mother had moved again."),
    # Who can be told at all.
    Fault("person-name", "HV1 visited in two springs", "Mrs Grizelda Wintersett visited in two springs"),
    Fault("school-or-home-named", "The nursery told nobody", "Larkrise Nursery told nobody"),
    # What is never published.
    Fault(
        "form-not-publishable",
        "[companion]\n# Statement of the safeguarding partners",
        "[form]\n# Form",
        ("agency-report-in-bundle",),
    ),
    Fault("agency-report-not-published", "[companion]", "[imr]", ("agency-report-in-bundle",)),
]


@pytest.mark.parametrize("name", BUNDLES)
def test_a_good_bundle_has_no_fault(name: str) -> None:
    reported = report(read(name), BUNDLES[name])
    assert reported.faults == frozenset()
    assert {verdict.outcome for verdict in reported.verdicts} <= FINE | {Outcome.FAIL}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.under)
def test_a_planted_fault_is_reported_under_its_rule(fault: Fault) -> None:
    reported = report(with_fault(read("wt2023-public"), fault), PUBLIC)
    assert reported.faults == {fault.under, *fault.others}


def test_improvements_alone_are_not_the_report() -> None:
    """The full report went to the panel; what is published is a page on what will be better."""
    mode = stated(Edition.WT2023, None, Audience.PUBLIC, Mode.IMPROVEMENTS_ONLY)
    assert "wt2018-improvements-not-the-report" in report(read("wt2023-public"), mode).faults
    page = "[companion]\n# What we will do better\nThe nursery rings the duty worker on the day."
    assert report(page, mode).faults == frozenset()


def test_agencies_accounts_may_go_to_the_national_panel() -> None:
    assert report(read("wt2023-panel"), PANEL).outcomes("agency-report-not-published") == {
        Outcome.NOT_APPLICABLE
    }


def test_every_rule_of_the_edition_is_judged_or_asked_and_says_that_it_is_to_be_verified() -> None:
    own = [rule for rule in rulebook().rules if rule.id.startswith("wt2018-")]
    assert len(own) >= 7
    assert {rule.status for rule in own} == {SourceStatus.TO_VERIFY}
    modes = [
        stated(Edition.WT2023, None, Audience.PUBLIC, mode) for mode in (Mode.FULL, Mode.IMPROVEMENTS_ONLY)
    ]
    outcomes = [report(read("wt2023-public"), mode) for mode in modes]
    for rule in own:
        held = {outcome for reported in outcomes for outcome in reported.outcomes(rule.id)}
        assert held - {Outcome.NOT_APPLICABLE}, rule.id


def test_nothing_of_a_board_is_asked_of_it() -> None:
    boards = {rule.id for rule in rulebook().rules if rule.board}
    held = {
        verdict.rule
        for verdict in report(read("wt2023-public"), PUBLIC).verdicts
        if verdict.outcome is not Outcome.NOT_APPLICABLE
    }
    assert held & boards == set()
