"""A thing is present when it is said, and not when its words merely stand there."""

from __future__ import annotations

import pytest

from redact.judge.checks.present import Wanted, look_for
from redact.judge.outline import outline_of
from redact.judge.phrases import compile_phrases
from redact.values.judgement import RuleKind
from redact.values.text import Document
from tests.judge.report_files import Pieces, as_word, every_form
from tests.judge.requirement_factory import answer_of, document, faults_of

NOWHERE = "not said anywhere"
CONTENTS = "stands only in the table of contents"
EMPTY = "the section is empty"
DENIED = "the sentence says that it was not done"
ASKED = "stands only in a question or an instruction"

INTRO = (
    "This review was commissioned by the board after a baby was hurt at home. The panel met six times "
    "between the spring and the autumn of that year, and each time all agencies came."
)
TOLD = (
    "Nobody had put together what the school nurse and the housing officer each knew, and so the picture of "
    "the household stayed in pieces for the whole of that winter."
)
ASKS = (
    "Each agency should write down who rings whom when a visit fails. The health trust has begun with this, "
    "and reports to the board in the spring."
)


def look(read: Document, wording: str, **how: object) -> str:
    """Say why a thing is not there; nothing where it is."""
    within = compile_phrases((str(how.pop("within")),)) if "within" in how else ()
    wanted = Wanted({}, within, **how)  # type: ignore[arg-type]
    seen = look_for(outline_of(read), compile_phrases((wording,)), wanted)
    return "" if seen.found else seen.because


REPORT: Pieces = [
    ("contents", ["1. Introduction\t3", "2. Terms of reference\t4", "3. Methodology\t5", "4. Analysis\t9"]),
    ("h1", "1. Introduction"),
    ("p", INTRO),
    ("h1", "2. METHODS OF WORK"),
    ("p", "A genogram was not drawn for this report, since the household changed four times."),
    ("h1", "3. Methodology"),
    ("h1", "4. Analysis of pratice"),
    ("p", TOLD),
    ("h1", "5. Views of the family"),
    ("p", "The views of the family were not sought for this review because of the trial."),
    ("h1", "6. Parallel investigations"),
    ("p", "[Insert the other investigations of this case here, in no more than two hundred words]"),
    ("h1", "7. Recommendations"),
    ("p", ASKS),
    ("h1", "8. Lessons learned"),
]
WANTED = {
    "introduction": "",
    "terms of reference": CONTENTS,
    "methods of work": "",  # in capitals
    "genogram": DENIED,
    "methodology": EMPTY,
    "analysis of practice": "",  # a slip of the pen
    "views of the family": DENIED,  # a heading, and under it that it was not done
    "parallel investigations": EMPTY,  # a place for text is no text
    "recommendation": "",
    "lessons learned": EMPTY,  # the last line of all
    "chronology": NOWHERE,
    "methods used": NOWHERE,  # needs a wording of its own
}


def test_each_reason_is_told_in_every_form_of_a_report() -> None:
    for form, read in every_form(REPORT):
        assert {name: look(read, name) for name in WANTED} == WANTED, form


BESIDE: Pieces = [
    ("header", "Methodology and terms of reference"),
    ("h1", "Overview report"),
    ("field", ["Introduction\t3", "Chronology\t4"]),
    ("h1", "Introduction"),
    ("p", INTRO),
    ("comment", "The methodology is explained in the methodology section."),
    ("hidden", "Terms of reference were agreed by the panel in May of that year."),
    ("deleted", "The recommendations were made by the author in the summer of that year."),
    ("table", [["Independence", "The author had no line management of any worker."], ["Supervision", ""]]),
    ("table", [["3. Analysis"], [TOLD], ["4. Lessons"], ["5. Findings"], [ASKS], ["x", "y"]]),
]


@pytest.mark.parametrize("styled", [True, False])
def test_what_stands_beside_the_text_does_not_count(styled: bool) -> None:
    read = as_word(BESIDE, styled=styled)
    assert {
        name: look(read, name)
        for name in ("methodology", "terms of reference", "recommendations", "chronology")
    } == {
        "methodology": NOWHERE,  # header, comment and the file's name
        "terms of reference": NOWHERE,  # header and hidden
        "recommendations": NOWHERE,  # deleted
        "chronology": CONTENTS,  # of a field, with its page
    }
    # Cells of a form, and titles over the whole width of a table.
    assert [
        look(read, name) for name in ("independence", "supervision", "analysis", "lessons", "findings")
    ] == [
        "",
        EMPTY,
        "",
        EMPTY,
        "",
    ]


# A document, what is wanted, how, and why it is not there.
SMALL = [
    ("# Analysis\n" + TOLD, "analysis", {}, ""),
    ("# Analysis\nTo be completed once the panel has met.", "analysis", {}, EMPTY),
    ("# Analysis\nIt was hard.", "analysis", {}, EMPTY),
    ("# Analysis\nIt was hard.", "analysis", {"least_words": 2}, ""),
    ("# RESTRICTED", "restricted", {"least_words": 0}, ""),  # a mark needs no text
    ("# Introduction\nAn analysis was made.", "analysis", {"as_heading": True}, NOWHERE),
    ("# Introduction\nNo analysis was made.", "analysis", {"as_heading": True}, DENIED),
    ("# No recommendations for the school\n" + TOLD, "recommendations", {}, DENIED),
    ("# Analysis\n## The trust\n" + TOLD, "analysis", {}, ""),  # under its subheading
    ("# Analysis\n## The trust\n# Thanks\n" + TOLD, "analysis", {}, EMPTY),
    ("# 2 Analysis\n# 2.1 The trust\n" + TOLD, "analysis", {}, ""),  # one style for both
    ("# A\nWere the wishes of the child heard? " + TOLD, "wishes", {}, ASKED),
    # Terms of reference are questions; elsewhere a question is a form's.
    ("# Terms of reference\nWhat did each of the agencies know at that time?", "terms of reference", {}, ""),
    ("# Analysis\nWhat did each of the agencies know at that time?", "analysis", {}, EMPTY),
    ("# What was done?\n" + TOLD, "what was done", {}, ""),  # a question with its answer
    ("At first no chronology was made. In May the author wrote a chronology.", "chronology", {}, ""),
    ("The author has never been involved with the family.", "never been involved", {}, ""),  # as it stands
    ("# Analysis\nGood practice was seen.", "good practice", {"within": "analysis"}, ""),
    (
        "# Analysis\nGood practice was seen.\n# Thanks\nTo all.",
        "good practice",
        {"within": "thanks"},
        NOWHERE,
    ),
    (
        "# Analysis\nGood practice was seen.",
        "good practice",
        {"within": "lessons"},
        "there is no section in which it should stand",
    ),
    # Between fields of a form, an empty one is no heading of what follows.
    ("Author: a nurse\nMethodology:\nDate: 4 May 2031", "methodology", {}, EMPTY),
    ("Author: a nurse\nMethodology:\n" + TOLD, "methodology", {}, ""),
    # A list of contents without numbers of pages, and one in a table.
    ("Contents\nForeword\nAnalysis\nFindings\nForeword\n" + INTRO, "analysis", {}, CONTENTS),
    ("| Foreword | 2 |\n| Analysis | 3 |\n| Findings | 9 |\n# Foreword\n" + INTRO, "analysis", {}, CONTENTS),
    # With dots alone, and with a number that nothing parts from the title.
    ("Contents\nForeword ........\nAnalysis .......\nForeword\n" + INTRO, "analysis", {}, CONTENTS),
    ("Foreword ..... 2\nAnalysis 3\n# Foreword\n" + INTRO, "analysis", {}, CONTENTS),
    ("Foreword\nAnalysis\nFindings\nForeword\n" + INTRO + "\nFindings\n" + TOLD, "analysis", {}, CONTENTS),
    ("Author ..........\nMethodology ______\n" + INTRO, "methodology", {}, EMPTY),  # a form
    # The head of a column in which nothing stands.
    ("| Date | Contact | Wishes |\n| 3 May | Visit | |\n| 4 May | Call | |", "wishes", {}, NOWHERE),
    ("| Date | Contact | Wishes |\n| 3 May | Visit | To stay |\n| 4 May | Call | |", "wishes", {}, ""),
]


@pytest.mark.parametrize(("example", "wording", "how", "because"), SMALL)
def test_a_thing_is_there_or_it_is_said_why_not(
    example: str, wording: str, how: dict[str, object], because: str
) -> None:
    assert look(document(example), wording, **how) == because


def test_each_missing_thing_is_a_finding_with_its_place() -> None:
    example = f"# Introduction\n{INTRO}\n# Analysis\n# Thanks\nNo genogram was drawn."
    wanted = {"a chronology": ("chronology",), "an analysis": ("analysis",), "a genogram": ("genogram",)}
    findings = answer_of(RuleKind.PRESENT, example, wanted=wanted).findings
    assert [(finding.because, finding.text) for finding in findings] == [
        ("a chronology: not said anywhere", ""),
        ("an analysis: the section is empty", "Analysis"),
        ("a genogram: the sentence says that it was not done", "No genogram was drawn."),
    ]
    assert len({finding.fingerprint for finding in findings}) == 3


def test_what_is_there_is_told_in_our_own_words() -> None:
    wanted = {"an analysis": ("analysis",), "a panel": ("panel met",)}
    answer = answer_of(RuleKind.PRESENT, f"# Analysis\n{TOLD} The panel met.", wanted=wanted)
    assert answer.outcome is None
    assert answer.seen == "an analysis: under a heading; a panel: said in a sentence"


def test_anything_of_several_wordings_will_do() -> None:
    wanted = {"an analysis": ("appraisal", "analysis")}
    assert faults_of(RuleKind.PRESENT, f"# Analysis\n{TOLD}", wanted=wanted) == []


@pytest.mark.parametrize(
    ("kind", "params", "wanted"),
    [
        (RuleKind.PRESENT, {"wanted": {"the method": ("methodology",)}}, ["Methodology"]),  # the heading
        (
            RuleKind.PRESENT,
            {"wanted": {"the family": ("family ... asked",)}},
            ["The family was asked twice."],
        ),
        (RuleKind.SECTIONS, {"headings": {"the method": ("methodology",)}}, ["Methodology"]),
        (RuleKind.COLUMNS, {"columns": {"who": ("lead",), "when": ("due date",)}}, ["Lead"]),  # its head
    ],
)
def test_it_is_told_where_a_thing_stands(
    kind: RuleKind, params: dict[str, object], wanted: list[str]
) -> None:
    read = document(
        """
        # Methodology
        The panel met each agency and read what it had written down in those years.
        The family was asked twice.
        | Lead | Due date |
        | The trust | 1 May 2010 |
        """
    )
    answer = answer_of(kind, read, **params)
    texts = {passage.id: passage.text for passage in read.passages}
    assert (answer.findings, [texts[one.passage][one.start : one.end] for one in answer.where]) == (
        (),
        wanted,
    )
