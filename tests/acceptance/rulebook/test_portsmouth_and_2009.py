"""Portsmouth's leaflet and the Government response of 2009: a fault for each row that a program judges.

Rows whose check is one of identity (PO-02, PO-08 in part) are told under the ids of those rules.
"""

from __future__ import annotations

import re

import pytest

from redact.values.judgement import Audience, Edition, Outcome, Settings
from tests.acceptance.rulebook.bundles import Fault, read, report, stated, with_fault

PORTSMOUTH, RESPONSE = "portsmouth", "gov-response-2009"
SETTINGS = {
    "portsmouth-panel": stated(Edition.WT2010B, PORTSMOUTH, Audience.PANEL),
    "portsmouth-public": stated(Edition.WT2010B, PORTSMOUTH, Audience.PUBLIC),
    "gov-response-2009-panel": stated(Edition.WT2010, RESPONSE, Audience.OFSTED),
    "gov-response-2009-public": stated(Edition.WT2010, RESPONSE, Audience.PUBLIC),
}
OWN = {PORTSMOUTH: "po-", RESPONSE: "gr-"}
FINE = {Outcome.PASS, Outcome.NEEDS_A_PERSON, Outcome.NOT_APPLICABLE}

DECIDED = "Two decisions were made by the head alone, and the reasons were not written down.\n"
KEPT = "The school's own rule on hungry children was kept from the second note on.\n"
DIARY = "Teacher 1 wrote into the diary every day for a term and showed it to the head.\n"
LESSON = "A diary that only one person reads protects nobody.\n"
PURPOSE = "The review seeks lessons for individual agencies and for the way in which they work together.\n"
PARALLEL = "The coroner was told of the review, and the care proceedings had ended.\n"
CHAIR = "The chair of the panel is independent of the board and of all services involved in the case.\n"
AUTHOR = "The author of this report is independent of them as well, and came from another county.\n"
ROW = (
    "| 2 | The housing office tells the duty team of damp in a home with a baby "
    "| Register of damp | Head of Housing | July 2010 | Amber |"
)

MORE = "\n| 3 | Midwives read the register of damp each month | Notes | Head of Midwifery | July 2010 | Red |"
(OVERVIEW,) = re.findall(r"(?<=\[overview\]\n)(?:(?!\[summary\]).*\n)+", read("gov-response-2009-panel"))

FAULTS = {
    "portsmouth-panel": (
        # PO-01: who it was, without a name and by one.
        Fault(
            "po-01",
            "| 12.10.09 | Teacher 1 told",
            "| 12.10.09 | On 12 October 2009 the head teacher of Hillview School told",
            ("school-or-home-named",),
        ),
        Fault("person-name", DIARY, "Mrs Ida Quill wrote into the diary every day.\n"),
        # PO-02: the same people under the same labels in all three.
        Fault(
            "label-shared-elsewhere",
            "Parent 1, the mother, asked",
            "Parent 1, the father, asked",
            where="summary",
        ),
        # PO-06: each of the seven things that an agency's report holds.
        Fault("po-06", "# Chronology\n", "", where="imr"),
        Fault("po-06", "# Analysis\n", "", where="imr"),
        Fault("po-06", "# Decision making\n" + DECIDED, ""),
        Fault("po-06", "# Decision making\n" + DECIDED, "# Decision making\n"),
        Fault("po-06", "# Adherence to policy and procedures\n" + KEPT, ""),
        Fault("po-06", "# Good practice\n" + DIARY, "No good practice was found.\n"),
        Fault("po-06", "# Lessons\n" + LESSON, ""),
        Fault("po-06", "# Recommendations\nRecommendation 1: The head", "The head", where="imr"),
        # PO-07
        Fault("po-07", "an independent chair, who came", "a chair, who came"),
        Fault(
            "po-07", "The independent author lives far from this area.\n", "The author was not independent.\n"
        ),
        # PO-08: the terms of reference are shared with those interviewed, so nobody is named in them.
        Fault("po-08", where="terms-of-reference"),
        Fault("person-name", "Child B, aged", "Child's name: Joel Harte, aged", where="terms-of-reference"),
    ),
    "portsmouth-public": (
        Fault(
            "person-name", "and Teacher 1 told the head", "and Mrs Ida Quill told the head", where="summary"
        ),
        Fault("po-07", "an independent chair, who came", "a chair, who came"),
    ),
    "gov-response-2009-panel": (
        # GR-03: nothing that the report does not hold, and the whole plan.
        Fault(
            "gr-03",
            "in the winter of 2008.\n",
            "in the winter of 2008.\nThe police were called in March 2007.\n",
            where="summary",
        ),
        Fault("gr-03-b", ROW, ROW + MORE, where="action-plan"),
        # GR-04
        Fault("gr-04", CHAIR, ""),
        Fault("gr-04", AUTHOR, "The author was not independent of the board.\n"),
        # GR-07
        Fault("gr-07", PURPOSE, "The review seeks lessons for all.\n"),
        Fault("gr-07", "# Purpose of the review\n" + PURPOSE, ""),
        # GR-10
        Fault("gr-10", "# Parallel processes\n" + PARALLEL, ""),
        Fault("gr-10", PARALLEL, "", where="overview"),
    ),
    "gov-response-2009-public": (
        # GR-01: the summary and the plan, and no more.
        Fault("gr-01", where="summary"),
        Fault("gr-03-c", "| Lead | Due Date |", "| Wish | Thing |", where="summary"),
        Fault("gr-03-c", "| Calls are logged | Named Nurse |", "| Calls are logged | |", where="summary"),
        Fault("gr-01", "", OVERVIEW, ("wt2006-overview-not-published", "wt2010-panel-posts"), "overview"),
        # GR-02
        Fault(
            "gr-02",
            "| Head of Safeguarding |",
            "| Harriet Osgood, Head of Safeguarding |",
            ("panel-member-name",),
        ),
        Fault("gr-02", "| Head of Safeguarding | Anytown Council |", "| Head of Safeguarding | |"),
        Fault("gr-03-b", ROW, ROW + MORE, where="action-plan"),
        Fault(
            "gr-04",
            "The panel had an independent chair. The independent author, like the chair, is",
            "All are",
        ),
    ),
}
EACH = [
    pytest.param(bundle, fault, id=f"{bundle}-{fault.under}-{number}")
    for bundle, faults in FAULTS.items()
    for number, fault in enumerate(faults, 1)
]


@pytest.mark.parametrize(("bundle", "settings"), SETTINGS.items(), ids=SETTINGS)
def test_a_good_bundle_has_no_fault(bundle: str, settings: Settings) -> None:
    reported = report(read(bundle), settings)
    assert reported.faults == set()
    own = [verdict for verdict in reported.verdicts if verdict.rule.startswith(OWN[settings.board or ""])]
    assert {verdict.outcome for verdict in own} <= FINE
    assert {verdict.outcome for verdict in own} & {Outcome.PASS, Outcome.NEEDS_A_PERSON}


@pytest.mark.parametrize(("bundle", "fault"), EACH)
def test_a_planted_fault_is_told_under_its_id_alone(bundle: str, fault: Fault) -> None:
    reported = report(with_fault(read(bundle), fault), SETTINGS[bundle])
    assert reported.faults == {fault.under, *fault.others}
