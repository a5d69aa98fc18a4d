"""Bath and North East Somerset and Milton Keynes under the edition of 2015, from end to end.

For each board an invented bundle for the panel and one for the public satisfy every rule that a program
judges. Each fault is one change of such a bundle: it is reported under its rule, and beside it only what
rests on the same words.
"""

from __future__ import annotations

from functools import cache

import pytest

from redact.recognise.document_kind import recognise_kind
from redact.run.rule_examples import documents_of
from redact.values.judgement import Audience, Edition, Outcome, RuleKind
from tests.acceptance.rulebook.bundles import (
    SECRET,
    Fault,
    Reported,
    read,
    report,
    rulebook,
    stated,
    with_fault,
)

AUDIENCES = {"panel": Audience.PANEL, "public": Audience.PUBLIC}
GOOD = (
    ("bath-nes", "panel"),
    ("bath-nes", "public"),
    ("milton-keynes", "panel"),
    ("milton-keynes", "public"),
)
# Sentences of the bundles that several faults take out.
PUBLISHED = (
    "The report will be published on the website of the board, and everybody writes for readers outside."
)
SOURCES = (
    "The reviewer read the records of four agencies, and nine workers were interviewed, some of them twice."
)
PARENTS = (
    "Both parents were invited in the first month, "
    "and Mother told the reviewer what the visits had been like."
)
INQUIRY = (
    "The hospital trust made a serious incident investigation of its own, "
    "and its author sat with the reviewer twice."
)
AGENCY = "The health visiting service cares for all families with young children in the county."
REASON = "The review was called after a baby was hurt at home."
FINE = {Outcome.PASS, Outcome.NEEDS_A_PERSON, Outcome.NOT_APPLICABLE}

FAULTS: dict[tuple[str, str], tuple[Fault, ...]] = {
    ("bath-nes", "panel"): (
        # The terms of reference say nothing of publication.
        Fault(
            "bn-03",
            PUBLISHED,
            "",
        ),
        # They say that nothing will be published.
        Fault("bn-03", "The report will be published on", "The report will not be published on"),
        # A line in the list of contents is not the section.
        Fault(
            "bn-03",
            PUBLISHED,
            "Publication of the report ........ 4",
        ),
        # The reasons have no section of their own.
        Fault("bn-06", "## Why it happened\n", ""),
        # The section on what must change is empty.
        Fault(
            "bn-06",
            "The health visiting service gives every visit a page that shows the one before.\n"
            "The nursery rings the duty worker on the day on which it sees a bruise on a baby.\n",
            "",
        ),
        # The reviewer is not independent.
        Fault("bn-15", "and is independent of the board", "but is not independent of the board"),
        # Nobody says who led the review.
        Fault("bn-15", "The lead reviewer comes", "The writer comes"),
        # The method has no part of its own.
        Fault("bn-17", "## How the review was done\n", ""),
        # The method, and not a word on where the information comes from.
        Fault(
            "bn-17-b",
            SOURCES,
            "The review follows a systems approach, which asks for the reasons of what was done.",
        ),
        # A form that goes by open mail.
        Fault(
            "bn-18",
            "Please return the completed form by post",
            "Please return the completed form to the hotmail account of the board, by post",
        ),
        # The family was not asked.
        Fault(
            "bn-22",
            f"## Involvement of the family\n{PARENTS}",
            "Both parents were not invited to this review.",
        ),
        # The section on other reviews stands there with nothing under it.
        Fault(
            "bn-24",
            INQUIRY,
            "",
        ),
    ),
    ("bath-nes", "public"): (
        # More of an injury than a reader needs.
        Fault("bn-02", "saw that Child A had lost weight", "saw that Child A had a stab wound"),
        # A word of offices.
        Fault("bn-07", "has printed the new page", "has, pursuant to the finding, printed the new page"),
        # The marks of a text that is not finished, or had something taken out.
        Fault("bn-08", "# Overview Report\n", "# Overview Report\nDraft 3\n"),
        Fault("bn-08", "told nobody of the bruises", "told [redacted] of the bruises"),
        Fault("bn-08", "The nursery told nobody", "XXXXXX told nobody"),
        Fault(
            "bn-08",
            "# Response to the serious case review\n",
            "# Response to the serious case review\nRESTRICTED\n",
        ),
        Fault("bn-08", "each of them.", "each of them. <<Name of board>>"),
        # One of the three parts of the response is missing, or empty.
        Fault("bn-09", "## Actions already taken\n", ""),
        Fault(
            "bn-09",
            "Workers see families within two days, where it took two weeks before the review was made.\n",
            "",
        ),
        Fault("bn-09", "## What more will be done\n", ""),
        # The summary goes out in place of the report.
        Fault("bn-16", "[overview]\n# Overview Report", "[summary]\n# Executive Summary"),
        # The board does not answer.
        Fault(
            "bn-16-b",
            "## Response of the board\nThe board accepts every finding of the reviewer",
            "The board has read every finding of the reviewer",
        ),
        # An agency's report has no place among what is published.
        Fault(
            "agency-report-not-published",
            "[companion]",
            "[imr]\n# Individual Management Review\nThe service visited for two years.\n[companion]",
            ("agency-report-in-bundle",),
        ),
        # BN-19: nor has a form.
        Fault(
            "form-not-publishable",
            "[companion]",
            "[form]\n# Request for Agency Case Information\nChild details: in the sealed key.\n[companion]",
            ("agency-report-in-bundle",),
        ),
        # A name was left in.
        Fault("person-name", "The nursery told nobody", "The nursery told Mr Zebedee Quillfeather"),
        # The annual report says nothing of what became of the actions.
        Fault("bn-25", "## Impact on services\n", ""),
    ),
    ("milton-keynes", "panel"): (
        # One paper bears no number.
        Fault("mk-01", "# Agency Report\nReview reference: 2031/04", "# Agency Report"),
        # The number opens the files.
        Fault(
            "mk-02",
            "# Executive Summary\nReview reference: 2031/04\n",
            "# Executive Summary\nReview reference: 2031/04\nThe password is the reference number.\n",
        ),
        # The terms of reference are not answered.
        Fault("mk-05", "## Appendix 2: Scope and Terms of Reference\n", "", ("mk-32",)),
        # One point of them has no answer.
        Fault(
            "mk-05-b",
            "## What have we learnt\n",
            "## Term of reference 1\n## What have we learnt\n",
        ),
        # A gap in the contacts that nobody explains.
        Fault("mk-06", "No contact from this day until the summer.", "Nobody opened the door."),
        # Nothing was learned.
        Fault("mk-07", "## What have we learnt\n", "", ("mk-32",)),
        # Nobody says who was interviewed.
        Fault(
            "mk-10",
            "All workers who had met the family were interviewed by the author.",
            "The author read the records of two years, page by page.",
        ),
        # The reason for an absence says who it was.
        Fault(
            "mk-10-b",
            "All workers who had met the family were interviewed by the author.",
            "All workers were interviewed by the author but one, who was on maternity leave.",
        ),
        # A panel of five.
        Fault("mk-11", "| Service manager | Probation |\n", ""),
        # Nobody has said how child and family are called.
        Fault(
            "mk-12",
            "The child is referred to as Child A in this review, the parents as Mother and Father; "
            "workers are HV1 and SW1.",
            "",
        ),
        # The child has no voice in the report.
        Fault("mk-15-b", "## The child's voice\n", ""),
        # What the agencies found has no section, or an empty one.
        Fault("mk-16", "## Findings of the agency reports\n", ""),
        Fault(
            "mk-16",
            "The health visiting service found that its visits were written on pages of their own.\n"
            "The nursery found that nobody had been told whom to ring.\n",
            "",
        ),
        # An agency wrote a report, and the overview report knows nothing of that agency.
        Fault("mk-16-b", "Agency: Health visiting service", "Agency: Ambulance service"),
        # Research was not considered.
        Fault(
            "mk-17",
            "Research on missed visits comes to the same result as this panel.",
            "Research on missed visits was not considered by this panel.",
        ),
        # The lessons have no section, or an empty one.
        Fault("mk-18", "## Lessons\n", ""),
        Fault(
            "mk-18",
            "## Lessons\nA record that shows only today hides what changes from week to week in a family.\n",
            "Lessons ........ 17\n## Lessons\n",
        ),
        # Nobody watches the plan.
        Fault(
            "mk-18-b", "and the sub-group monitors it at every meeting.", "and it lies with the sub-group."
        ),
        # The parents' part is told in no sentence.
        Fault(
            "mk-19",
            f"## Involvement of the parents\n{PARENTS}\n",
            "",
        ),
        # The summary tells what the report does not.
        Fault(
            "mk-20",
            "The nursery told nobody of the bruises.\n## Key issues",
            "The hospital sent Child A home eleven times without any plan.\n## Key issues",
        ),
        # A recommendation of the report is not in the summary.
        Fault(
            "mk-21-b",
            "2. The nursery rings the duty worker on the day on which it sees a bruise on a baby.\n"
            "## The review process",
            "## The review process",
        ),
        # The key issues have no section, and there is nobody on the panel.
        Fault("mk-21", "## Key issues\n", ""),
        Fault("mk-21-c", "On the panel sat the chair", "There were the chair"),
        # The chronology has no column for its sources; no source in a row; a name where a label should be.
        Fault("mk-30", "| Information source | Staff involved |", "| Told by | Staff involved |"),
        Fault("mk-30", "| None. | Record of visits | HV1 | Second", "| None. |  | HV1 | Second"),
        Fault("mk-30", "| HV1 | Second", "| Mrs Grizelda Wintersett | Second", ("person-name",)),
        # A day that is a season, and a time by halves of the day.
        Fault("mk-30-b", "03-02-2031 10:15", "spring 2031"),
        Fault("mk-30-b", "17-02-2031 14:30", "17-02-2031 2.30 pm"),
        # Whether the child was seen alone is not told.
        Fault("mk-30-c", "Seen alone; wishes and feelings", "Seen; wishes and feelings"),
        # The list of who the initials are lies in the chronology.
        Fault(
            "mk-30-d",
            "[chronology]\n# Chronology\n",
            "[chronology]\n# Chronology\nA staff ID list is on the last page.\n",
        ),
        # A field of the cover is open.
        Fault(
            "mk-31", "Senior manager signature: signed on the original", "Senior manager signature: ......"
        ),
        # The author managed the workers.
        Fault(
            "mk-31-b",
            "The author was never directly involved with the family and is independent of the service.",
            "The author managed the workers of this case for two years.",
        ),
        # The cover does not warn.
        Fault("mk-31-d", "Not to be disclosed to anybody without leave", "Printed with leave"),
        # Two sections of the template in the wrong order.
        Fault(
            "mk-32",
            f"## Agency background\n{AGENCY}\n## Background\n{REASON}\n",
            f"## Background\n{REASON}\n## Agency background\n{AGENCY}\n",
        ),
        # A name where a role should be.
        Fault(
            "mk-34",
            "| Health visitor | Health",
            "| Mrs Grizelda Wintersett | Health",
            ("person-name",),
        ),
        # Not a word of the records.
        Fault("mk-35", "The record of the second visit says that Child A", "On the second visit Child A"),
        # Two wishes in one recommendation.
        Fault(
            "mk-36",
            "shows the one before.\n## Appendix 1",
            "shows the one before and trains its staff.\n## Appendix 1",
        ),
        # The plan lacks a column; nobody leads; a name leads; no day.
        Fault("mk-37", "| Outcome | Progress | Evidence |", "| Result | How far | Evidence |"),
        Fault("mk-37", "| Head of service | September", "|  | September"),
        Fault("mk-37", "| Nursery manager |", "| Mr Zebedee Quillfeather |", ("person-name",)),
        Fault("mk-37", "| July 2031 |", "| soon |"),
        # The form still asks for real initials.
        Fault("mk-37-b", "Subject: Child A\n", "Subject: Child A (child's initials to be inserted)\n"),
        # A real initial as label: the toolkit asks for it, and it is refused.
        Fault(
            "label-real-initial",
            "Subject: Child A\n",
            "Subject: Child Q (Zebedee Quillfeather)\n",
            ("label-beside-name", "person-name"),
        ),
        # The key inside the report: the toolkit asks for it too.
        Fault(
            "label-key-inside",
            "whom to ring.",
            "whom to ring. HV1: Mrs Grizelda Wintersett, SW1: Mr Zebedee Quillfeather.",
            ("person-name",),
        ),
    ),
    ("milton-keynes", "public"): (
        # A drawing of the family.
        Fault(
            "mk-13",
            "## Panel membership\n",
            "The genogram is on the next page.\n## Panel membership\n",
            ("mk-15-c",),
        ),
        # The marks of a text that is not finished, or had something taken out.
        Fault("mk-15", "# Executive Summary\n", "# Executive Summary\nDraft 2\n"),
        Fault("mk-15", "The nursery found that nobody", "[redacted] found that nobody"),
        Fault(
            "mk-15", "Put the number by the telephone.", "Put the number [insert number] by the telephone."
        ),
        # A word of meetings.
        Fault(
            "mk-15-c",
            "The culture of the family was asked",
            "Going forward, the culture of the family was asked",
        ),
        # A page for the panel is published.
        Fault("mk-31-c", "# Overview Report\n", "# Overview Report\nCONFIDENTIAL\n"),
        Fault("mk-31-c", "# Overview Report\n", "# Overview Report\nNot to be disclosed without leave.\n"),
        # A family table with faiths.
        Fault(
            "mk-33",
            "## Panel membership\n",
            "## Family composition\n| Person | Religion |\n| Mother | none |\n## Panel membership\n",
        ),
        # A record quoted word for word.
        Fault("mk-35-b", "as three of the records say.", "and the case note reads: asleep, warm."),
        # A letter of the case among what is published.
        Fault(
            "mk-38",
            "[action-plan]",
            "[letter]\nDear colleague\nA review has begun, and I will ring you.\n[action-plan]",
        ),
        # A form of the case, or its mark on the report.
        Fault(
            "form-not-publishable",
            "[action-plan]",
            "[form]\n# Request for Agency Case Information\nChild details: in the sealed key.\n[action-plan]",
            ("agency-report-in-bundle",),
        ),
        Fault("mk-39", "# Executive Summary\n", "# Executive Summary\nRESTRICTED\n"),
    ),
}


@cache
def good(board: str, name: str) -> Reported:
    return hold(board, name, read(f"{board}-{name}"))


def hold(board: str, name: str, text: str) -> Reported:
    return report(text, stated(Edition.WT2015, board, AUDIENCES[name]))


@pytest.mark.parametrize(("board", "name"), GOOD)
def test_a_good_bundle_has_no_fault(board: str, name: str) -> None:
    reported = good(board, name)
    assert reported.faults == frozenset()
    of_board = [rule.id for rule in rulebook().rules if board in rule.board]
    assert {rule: reported.outcomes(rule) - FINE for rule in of_board} == {rule: set() for rule in of_board}


@pytest.mark.parametrize(("board", "name"), GOOD)
def test_the_kind_of_each_document_is_seen(board: str, name: str) -> None:
    documents = documents_of(read(f"{board}-{name}"), rulebook().rules[0], SECRET)
    assert [recognise_kind(document)[0] for _, document in documents] == [kind for kind, _ in documents]


@pytest.mark.parametrize("board", ["bath-nes", "milton-keynes"])
def test_every_rule_of_the_board_is_judged_in_one_of_its_bundles(board: str) -> None:
    judged = {
        verdict.rule
        for name in AUDIENCES
        for verdict in good(board, name).verdicts
        if verdict.outcome in (Outcome.PASS, Outcome.NEEDS_A_PERSON)
    }
    by_program = {
        rule.id
        for rule in rulebook().rules
        if board in rule.board and rule.kind is not RuleKind.ATTESTED and rule.id not in ELSEWHERE
    }
    assert by_program - judged == set()


def test_what_goes_to_ofsted_holds_all_documents() -> None:
    settings = stated(Edition.WT2015, "milton-keynes", Audience.OFSTED)
    text = read("milton-keynes-panel")
    assert report(text, settings).faults == frozenset()
    without = text.partition("[action-plan]")[0].rstrip("\n")
    assert report(without, settings).faults == {"mk-24-b"}


# For Ofsted and the national panel alone.
ELSEWHERE = {"mk-24-b"}


@pytest.mark.parametrize(
    ("board", "name", "fault"),
    [
        pytest.param(board, name, fault, id=f"{fault.under}-{name}-{number}")
        for (board, name), faults in FAULTS.items()
        for number, fault in enumerate(faults, 1)
    ],
)
def test_a_planted_fault_is_reported_under_its_rule(board: str, name: str, fault: Fault) -> None:
    reported = hold(board, name, with_fault(read(f"{board}-{name}"), fault))
    assert reported.faults == {fault.under, *fault.others}
