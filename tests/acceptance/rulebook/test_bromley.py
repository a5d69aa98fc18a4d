"""A review under Bromley's procedure of 2010: good bundles hold, and each planted fault is told under its id.

Rows whose check is one of identity (BR-01, BR-13, BR-38, BR-39, BR-43) are told under the ids of those rules.
"""

from __future__ import annotations

import pytest

from redact.values.judgement import Audience, Edition, Mode, Outcome, Settings
from tests.acceptance.rulebook.bundles import Fault, read, report, stated, with_fault

PANEL = stated(Edition.WT2010B, "bromley", Audience.PANEL)
OFSTED = stated(Edition.WT2010B, "bromley", Audience.OFSTED)
PUBLIC = stated(Edition.WT2010B, "bromley", Audience.PUBLIC)
GOOD = [("bromley-panel", PANEL), ("bromley-panel", OFSTED), ("bromley-public", PUBLIC)]
FINE = {Outcome.PASS, Outcome.NEEDS_A_PERSON, Outcome.NOT_APPLICABLE}

LED = "## Circumstances leading to the review\n"
BABY = "A baby of five months was brought to hospital with injuries that nobody could explain.\n"
TERMS = (
    "## Terms of reference\n"
    "The panel asked what each agency knew, what it did, and whether it heard the child.\n"
)
CULTURE = "The worker asked about the family's culture at the first visit, and an interpreter was offered.\n"
CONTRIBUTED = (
    "## Contributing agencies\n"
    "The community health service and children's social care each gave an individual management review.\n"
    "The school of the half sibling gave an information report.\n"
)
OTHERS = (
    "## Parallel investigations\n"
    "The police are investigating, and the coroner was told that the review is under way.\n"
)
LAST = "Recommendation 2: Social workers read the growth chart before each conference.\n"
MANY = "".join(
    f"Recommendation {number}: The ward rings the school at {number}.\n" for number in range(3, 24)
)
IMR = (
    "# Individual Management Review\n# Equality\n"
    "The family's culture was talked about at every visit of the year."
)
CHRONOLOGY = (
    "| Date | Young person | Adult | Within agency | External to agency "
    "| Response and/or outcome | Source of evidence | Comment |"
)
PANEL_BY_NAME = (
    "| Name | Post | Organisation |\n"
    "| Harriet Osgood | Head of Safeguarding | Anytown Council |\n"
    "| Desmond Farrow | Designated Nurse | Anytown Clinical Trust |\n"
)

FOR_THE_PANEL = [
    # Anonymised at every stage; the template asks for what the copy that is sent may not hold (C7).
    Fault("person-name", "HV1 visited in", "Mrs Ida Quill visited in"),
    Fault("person-name", "The board's office answers", "Ms Ida Quill of the board's office answers"),
    Fault("person-name", "# 2. Methodology\n", "# 2. Methodology\nNAME OF CHILD: Joel Harte\n", where="imr"),
    Fault("date-of-birth", "# 2. Methodology\n", "# 2. Methodology\nDate of Birth: 03.10.08\n", where="imr"),
    # The overview report, its four parts and what they hold: left out, empty, in the contents, denied.
    Fault("br-06", "# 3. Analysis\n", ""),
    Fault("br-06", "# 2. The Facts\n", "# 2. The Story\n"),
    Fault("br-17", LED + BABY, "", where="overview"),
    Fault("br-17", LED + BABY, LED, where="overview"),
    Fault("br-17", LED + BABY, "Circumstances leading to the review .... 3\n", where="overview"),
    Fault("br-18", TERMS, ""),
    Fault("br-18", TERMS, "The terms of reference were not added to this report.\n"),
    Fault("br-19", CONTRIBUTED, ""),
    Fault(
        "br-19",
        CONTRIBUTED,
        "No agencies contributed to this review, and no management reviews were asked for.\n",
    ),
    Fault("br-21", OTHERS, ""),
    Fault("br-21", OTHERS, "The coroner was not told of the review.\n"),
    Fault(
        "br-22", "The drawing shows Child A, Parent 1, Parent 2 and a half sibling who lived elsewhere.\n", ""
    ),
    Fault("br-23", "was once seen alone by HV1, who wrote down wishes and feelings", "was seen by HV1"),
    Fault("br-24", "## Equality and culture\n" + CULTURE, ""),
    Fault("br-24", CULTURE, "Matters of culture were not looked at.\n", where="overview"),
    Fault("br-25", "Home conditions were described in two records.", ""),
    Fault("br-26", "The daily calls of the school were good practice.", "The school rang daily."),
    Fault("br-26", "Research on missed visits comes", "What the panel read comes"),
    Fault("br-27", LAST, LAST + MANY, where="overview"),
    Fault(
        "br-27-b",
        "Recommendation 1: The health visitor rings the school",
        "Recommendation 1: Somebody writes to the ward",
        where="overview",
    ),
    # The plan.
    Fault("br-07", "Calls are logged | Named Nurse", " | Named Nurse", ("br-33",), "action-plan"),
    Fault("br-33", "| June 2010 |", "| soon |", where="action-plan"),
    Fault("br-34", "| Named Nurse |", "| Mrs Ida Quill |", ("person-name",), "action-plan"),
    # The agency's report.
    Fault(
        "br-28",
        CHRONOLOGY,
        "| Date | Person | Notes | More | Else | Then | Where | What |",
        where="imr",
    ),
    Fault(
        "br-28-b",
        "| No. | Recommendation | Required Outcome and Evidence | Lead | Due Date | Progress/Status |",
        "| Row | Wish | Hope | Thing | Time | Colour |",
        where="imr",
    ),
    Fault(
        "br-29",
        "Countersigned by: Director of Nursing; the signed original is held by the agency",
        "Countersigned by:",
    ),
    Fault("br-30", "# 4. Narrative\n", "# 4. Story\n"),
    Fault(
        "br-31",
        "HV1 visited in the spring of 2009",
        "HV1 should have visited twice, visited in the spring of 2009",
    ),
    Fault(
        "br-32",
        "Recommendation 1: The health visitor rings the school within two days of a failed visit.",
        "Recommendation 1: All health visitors go to a training on failed visits.",
        ("br-27-b",),
        "imr",
    ),
    Fault(
        "br-35", "The author is independent of the team and has no line management of anybody in it.\n", ""
    ),
    Fault("br-40", "It was, but for the letter that was late.\n", "", ("br-40-b",)),
    Fault("br-40-b", "## 9. Were senior managers told?\n", ""),
    Fault("br-55", "HV1 visited in the spring of 2009", "HV1 visited on 03.05.07 and in the spring of 2009"),
    # The chronology and the terms of reference.
    Fault("br-41", "| 18.03.09 |", "| 18 March 2009 |", where="chronology"),
    Fault("br-41", "| 18.03.09 |", "| 18 March 2009 |", where="imr"),
    Fault("br-41-b", "| Health: record of visits | None |", "| | None |"),
    Fault("br-41-c", "Seen alone; wishes and feelings recorded", "Seen", ("br-23",)),
    Fault("br-37", "# 9. Parallel investigations\n", ""),
    # The bundle.
    Fault("br-10", where="imr"),
]
FOR_OFSTED = [
    Fault("br-02", "The daily calls of the school", "Harriet Osgood said that the daily calls of the school"),
    Fault(
        "br-20",
        PANEL_BY_NAME,
        "| Post | Organisation |\n| Head of Safeguarding | Anytown Council |\n",
    ),
]
FOR_THE_PUBLIC = [
    Fault("br-04", where="summary"),
    Fault("br-13", where="overview"),
    Fault("person-name", "by HV1, who", "by Mrs Ida Quill, who"),
    Fault(
        "panel-member-name",
        "| Head of Safeguarding |",
        "| Harriet Osgood, Head of Safeguarding |",
        ("wt2010-panel-posts",),
        "overview",
    ),
    Fault("br-42", "# Action Plan\n", "# Action Plan\nDRAFT\n"),
    Fault("br-44", BABY, "On 4 May 2009 a baby was brought to hospital.\n", ("exact-date",), "summary"),
    Fault("br-46", "", IMR, ("agency-report-not-published",), "imr"),
]
FAULTS = [
    *(("bromley-panel", PANEL, fault) for fault in FOR_THE_PANEL),
    *(("bromley-panel", OFSTED, fault) for fault in FOR_OFSTED),
    *(("bromley-public", PUBLIC, fault) for fault in FOR_THE_PUBLIC),
]


@pytest.mark.parametrize(
    ("bundle", "settings"), GOOD, ids=lambda value: str(getattr(value, "audience", value))
)
def test_a_good_bundle_has_no_fault_of_the_procedure(bundle: str, settings: Settings) -> None:
    reported = report(read(bundle), settings)
    assert reported.faults == set()
    own = {verdict.outcome for verdict in reported.verdicts if verdict.rule.startswith("br-")}
    assert own == FINE


@pytest.mark.parametrize(
    ("bundle", "settings", "fault"), FAULTS, ids=lambda value: getattr(value, "under", "")
)
def test_a_planted_fault_is_told_under_its_id_alone(bundle: str, settings: Settings, fault: Fault) -> None:
    reported = report(with_fault(read(bundle), fault), settings)
    assert reported.faults == {fault.under, *fault.others}


def test_before_the_letter_of_june_2010_the_overview_report_is_not_published() -> None:
    """C2: under the edition before it the summary goes out with the plan alone."""
    earlier = stated(Edition.WT2010, "bromley", Audience.PUBLIC)
    assert report(read("bromley-public"), earlier).faults == {"wt2006-overview-not-published"}
    alone = with_fault(read("bromley-public"), Fault("br-13", where="overview"))
    assert report(alone, earlier).faults == set()


def test_a_review_of_which_the_summary_alone_is_published_needs_no_overview_report() -> None:
    alone = with_fault(read("bromley-public"), Fault("br-13", where="overview"))
    settings = stated(Edition.WT2010B, "bromley", Audience.PUBLIC, Mode.SUMMARY_ONLY)
    assert report(alone, settings).outcomes("br-13") == {Outcome.NOT_APPLICABLE}
