"""Requirements for all documents of a call: complete, one reference, one period, found again."""

from __future__ import annotations

import pytest

from redact.values.judgement import DocumentKind, Outcome, RuleKind, Severity
from redact.values.requirements import Traced
from tests.judge.verdict_factory import requirement, verdict

PASS, FAIL, NOT_RUN, NOT_APPLICABLE = Outcome.PASS, Outcome.FAIL, Outcome.NOT_RUN, Outcome.NOT_APPLICABLE
IMR, OVERVIEW, SUMMARY = DocumentKind.IMR, DocumentKind.OVERVIEW, DocumentKind.SUMMARY
PLAN, TERMS, CHRONOLOGY = DocumentKind.ACTION_PLAN, DocumentKind.TERMS_OF_REFERENCE, DocumentKind.CHRONOLOGY

COMPLETE = requirement(
    RuleKind.COMPLETE,
    wanted={"the overview report": (OVERVIEW,), "the action plan": (PLAN,)},
    unwanted=(IMR,),
    headings={"the action plan": ("action plan",)},
)
ROW = "| Recommendation | Action | Lead |\n| Ring the school within two days | Write the form | Head |"


@pytest.mark.parametrize(
    ("text", "outcome", "because"),
    [
        ("[overview]\nText.\n[action-plan]\nText.", PASS, "there are: the overview report, the action plan"),
        ("[overview]\nText.\n[summary]\nText.", FAIL, "missing: the action plan"),
        ("[summary]\nText.\n[letter]\nText.", FAIL, "missing: the overview report; missing: the action plan"),
        (f"[overview]\n# Action plan\n{ROW}\n[summary]\nText.", PASS, "there are"),  # inside the report
        ("[overview]\n# Action plan\nTo follow.\n[summary]\nText.", FAIL, "missing: the action plan"),
        ("[overview]\nText.\n[action-plan]\nText.\n[imr]\nText.", FAIL, "found in 1 place"),
    ],
)
def test_the_bundle_is_complete(text: str, outcome: Outcome, because: str) -> None:
    found = verdict(COMPLETE, text)
    assert found.outcome is outcome
    assert because in found.because


def test_what_is_missing_is_the_same_finding_when_a_text_changes() -> None:
    (one,) = verdict(COMPLETE, "[overview]\nText.\n[summary]\nText.").findings
    (other,) = verdict(COMPLETE, "[overview]\nOther text.\n[summary]\nText.").findings
    assert one.fingerprint == other.fingerprint
    assert one.spans == ()


def test_a_document_of_no_plain_kind_might_be_the_unwanted_one() -> None:
    rule = requirement(RuleKind.COMPLETE, unwanted=(IMR,))
    documents = "A text of no plain kind.\n[overview]\nText."
    assert verdict(rule, documents).outcome is NOT_RUN
    assert verdict(rule, f"[summary]\nText.\n{documents.partition(chr(10))[2]}").outcome is PASS


@pytest.mark.parametrize(
    ("text", "outcome", "because"),
    [
        ("[imr]\nOur reference: MK/SCR/2014/03\n[overview]\nMK SCR 2014-03", PASS, "2 of 2"),
        ("[imr]\nOur ref: MK/SCR/2014/03\n[overview]\nOur ref: MK/SCR/2014/04", FAIL, "found in 1 place"),
        ("[imr]\nOur ref: MK/SCR/2014/03\n[overview]\nText.", FAIL, "this one has none"),
        ("[imr]\n| SCR reference number | SCR-12 |\n| Agency | A |\n[overview]\nReview SCR-12.", PASS, ""),
        ("[imr]\nText.\n[overview]\nText.", FAIL, "none of the documents"),
        ("[imr]\nCrime ref: 9999999/23\n[overview]\nCrime ref: 9999999/23", FAIL, "none of the documents"),
    ],
)
def test_every_document_bears_the_reference(text: str, outcome: Outcome, because: str) -> None:
    found = verdict(requirement(RuleKind.REFERENCE), text)
    assert found.outcome is outcome
    assert because in found.because


PERIOD = requirement(RuleKind.PERIOD, **{"from": (TERMS,), "to": (IMR, CHRONOLOGY)})
COVERS = "[terms-of-reference]\n# Scope\nThe review covers the period from 1 March 2019 to 30 June 2020.\n"
MONTHS = "[terms-of-reference]\n# Scope\nThe time frame is between March 2019 and June 2020.\n"
CELL = "[terms-of-reference]\n| Period: | 1 January 2008 - 31 March 2010 |\n| Chair | independent |\n"
SHARED_YEAR = "[terms-of-reference]\n# Scope\nThe review is about the time from 1 March to 30 June 2020.\n"
OPEN = "[terms-of-reference]\n# Scope\nThe review covers 1 March 2019 to the present.\n"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (f"{COVERS}[imr]\n# Narrative\nOn 4 July 2020 the nurse called.", FAIL),
        (f"{COVERS}[imr]\n# Narrative\nOn 4 July 2019 the nurse called.", PASS),
        (f"{MONTHS}[chronology]\n| Date | Event |\n| 01.02.19 | Visit |", FAIL),
        (f"{MONTHS}[chronology]\n| Date | Event | Source |\n| 30.06.20 | Visit | Notes |", PASS),
        (f"{CELL}[imr]\n# Involvement\nThe family moved in May 2005.", FAIL),
        # days of birth, laws, interviews and what is planned are no events of the case
        (
            f"{CELL}[imr]\n# Involvement\nThe mother, born on 3 March 1985, rang. See the Act of June 1989.",
            PASS,
        ),
        (f"{COVERS}[imr]\n# Methodology\nStaff were interviewed on 3 September 2020.", PASS),
        (f"{COVERS}[imr]\n# Recommendations\nBy 1 December 2020 the trust trains its staff.", PASS),
        (f"{SHARED_YEAR}[imr]\n# Narrative\nThe visit of 2 April 2020 was short.", PASS),
        (f"{SHARED_YEAR}[imr]\n# Narrative\nThe visit of 2 April 2019 was short.", FAIL),
        (f"{OPEN}[imr]\n# Narrative\nOn 2 April 2021 they met.", PASS),
        (f"{OPEN}[imr]\n# Narrative\nOn 2 April 2018 they met.", FAIL),
        ("[terms-of-reference]\n# Scope\nIt is still to be decided.\n[imr]\nText.", NOT_RUN),
        ("[overview]\nText.\n[imr]\n# Narrative\nOn 2 April 2021 they met.", NOT_APPLICABLE),
    ],
)
def test_dates_lie_in_the_period(text: str, outcome: Outcome) -> None:
    assert verdict(PERIOD, text, names=True).outcome is outcome


def test_what_went_before_is_noted_and_the_period_is_shown_beside_it() -> None:
    (finding,) = verdict(PERIOD, f"{COVERS}[imr]\n# Background\nIn May 2005 the family moved.").findings
    assert finding.severity is Severity.NOTE
    assert len({span.passage.partition(":")[0] for span in finding.spans}) == 2


OVERVIEW_TEXT = """
[overview]
# The facts
Child K was born in March 2009 and lived with the mother and two older siblings in a flat.
The health visitor called at the flat four times between March and August 2009 and saw bruises in July 2009.
In September 2009 the mother told the GP that she could not sleep. The GP gave her a leaflet.
At seven months, Child K was taken to hospital with a broken arm. The police began an enquiry.
# Analysis
Nobody had asked who lived in the flat. The school knew of a man, and had told nobody."""
FACTS = requirement(RuleKind.TRACEABLE, what=Traced.FACTS, **{"from": (SUMMARY,), "to": (OVERVIEW,)})


@pytest.mark.parametrize(
    ("sentence", "because"),
    [
        ("The health visitor called six times at the flat between March and August 2009.", "a number"),
        ("In October 2009 the mother told the GP that she could not sleep.", "a month"),
        ("Child M was taken to hospital with a broken arm.", "a label"),
        ("Child K, aged five months, was taken to hospital with a broken arm.", "an age"),
        (
            "The ambulance crew smelled cannabis in the stairwell and wrote it on their form.",
            "nothing like it",
        ),
    ],
)
def test_what_only_the_summary_says_is_found(sentence: str, because: str) -> None:
    found = verdict(FACTS, f"[summary]\n# What happened\n{sentence}{OVERVIEW_TEXT}", names=True)
    assert [because in finding.because for finding in found.findings] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "The health visitor had called four times and seen bruises.",
        "No agency asked who was living in the flat, although the school knew about a man.",
        "The GP gave the mother a leaflet in September 2009.",
        "This summary was written by the independent author for the public.",
    ],
)
def test_what_the_report_says_in_other_words_is_found_again(sentence: str) -> None:
    text = f"[summary]\n# What happened\n{sentence}{OVERVIEW_TEXT}"
    assert verdict(FACTS, text, names=True).outcome is PASS


RECOMMENDATIONS = requirement(
    RuleKind.TRACEABLE, what=Traced.RECOMMENDATIONS, **{"from": (OVERVIEW, IMR), "to": (SUMMARY, PLAN)}
)
TWO = "[overview]\n# Recommendations\n1. The police should go upstairs and see each child.\n" \
    "2. The trust should give every midwife a scale.\n"  # fmt: skip


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (f"{TWO}[summary]\n# Recommendations\n1. Police to see every child when they go upstairs.", FAIL),
        (f"{TWO}[summary]\n# Recommendations\n- Police to see every child when they go upstairs.\n"
         "- Each midwife to be provided with a scale by the trust.", PASS),
        ("[imr]\n# Recommendations\nNo recommendations are made.\n[summary]\nText.", NOT_APPLICABLE),
        ("[imr]\n# Analysis\nThe visits stopped.\n[summary]\nText.", NOT_RUN),
        (f"{TWO.replace('[overview]', '[imr]')}[overview]\n# Analysis\nThe visits stopped.\n[action-plan]\n"
         "| Recommendation | Lead |\n| Police to go upstairs and see each child | DCI |\n"
         "| Trust to give midwives a scale | Nurse |", NOT_RUN),
        # of a single agency, the summary need not speak; the plan must
        ("[overview]\n# Single agency recommendations\n1. Housing should list empty flats.\n"
         "# Multi-agency recommendations\n1. The board should reissue the bruising protocol.\n"
         "[summary]\n# Recommendations\n1. The board should reissue the bruising protocol.", PASS),
        ("[overview]\n# Single agency recommendations\n1. Housing should list empty flats.\n"
         "# Multi-agency recommendations\n1. The board should reissue the bruising protocol.\n"
         "[action-plan]\n| Recommendation | Lead |\n| Reissue the bruising protocol | Board |", FAIL),
        ("[overview]\nText.\n[letter]\nText.", NOT_APPLICABLE),
    ],
)  # fmt: skip
def test_recommendations_are_found_again(text: str, outcome: Outcome) -> None:
    assert verdict(RECOMMENDATIONS, text).outcome is outcome


@pytest.mark.parametrize(
    ("second", "outcome"),
    [("| 2 | The carer has a named nurse | Trust | May |", PASS), ("", FAIL)],
)
def test_every_row_of_the_plan_is_in_the_summary(second: str, outcome: Outcome) -> None:
    head = "| No. | Recommendation | Lead | Due |\n| 1 | The clinic rings the school | Head | June |"
    rule = requirement(RuleKind.TRACEABLE, what=Traced.ACTIONS, **{"from": (PLAN,), "to": (SUMMARY,)})
    plan = f"[action-plan]\n{head}\n| 2 | The carer has a named nurse | Trust | May |"
    summary = f"[summary]\n# Action plan\n{head}\n{second}".rstrip()
    assert verdict(rule, f"{plan}\n{summary}").outcome is outcome


@pytest.mark.parametrize(
    ("agency", "outcome"),
    [
        ("Agency: Probation Service", FAIL),
        ("Agency: Anytown Health Trust", PASS),
        ("Children's Social Care: individual management review", PASS),
        ("An agency whose name nobody wrote down", NOT_RUN),
    ],
)
def test_the_agency_of_every_report_is_named(agency: str, outcome: Outcome) -> None:
    rule = requirement(RuleKind.TRACEABLE, what=Traced.AGENCIES, **{"from": (IMR,), "to": (OVERVIEW,)})
    text = f"[imr]\n{agency}\nIt saw the father.\n[overview]\nSocial care and the health trust saw the child."
    assert verdict(rule, text).outcome is outcome


def test_no_word_of_a_document_is_in_a_reason() -> None:
    text = f"{TWO.replace('police', 'Osgood police')}[summary]\n# Recommendations\n1. Write to nobody at all."
    assert [one for one in verdict(RECOMMENDATIONS, text).findings if "sgood" in one.because] == []
