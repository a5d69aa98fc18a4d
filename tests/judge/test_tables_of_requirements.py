"""The kinds that read tables, forms and lists: `columns`, `date-form`, `answered`, `panel`, `sections`."""

from __future__ import annotations

import pytest

from redact.values.judgement import DocumentKind, Outcome, RuleKind
from redact.values.requirements import DateForm, Naming
from tests.judge.report_files import as_word
from tests.judge.requirement_factory import answer_of, faults_of, together_of

TEXT = (
    "Nobody had put together what the school nurse and the housing officer each knew of that winter at home."
)
PLAN = {
    "recommendation": ("recommendation",),
    "lead": ("lead", "lead officer"),
    "due": ("due date", "by when"),
    "outcome": ("outcome", "outcome and evidence"),
}
HEAD = "| Recommendation | Lead | Due date | Outcome |"
ROW = "| One form for all. | Head of service | May 2031 | Known at once |"
ASKED = {
    "columns": PLAN,
    "least": 3,
    "filled": ("recommendation", "lead", "outcome"),
    "posts": ("lead",),
    "dated": ("due",),
}

# The rows of a table, and what is wrong with it.
TABLES = [
    (f"{HEAD}\n{ROW}", []),
    (f"| Plan of all agencies |\n{HEAD}\n| Health trust |\n{ROW}", []),  # titles over the whole width
    ("| Recomendation | Lead Officer | By when? | Outcome & evidence |\n" + ROW, []),  # slips, hints
    ("| Recommen dation | Lead | Due date | Outcome |\n" + ROW, []),  # broken in a narrow column
    (f"{HEAD}\n{ROW}\n| | Team manager | Spring 2031 | Told |", []),  # spans two rows from the left
    (f"{HEAD}\n| A form. | Head of service | Completed | Told |", []),  # is done
    (f"{HEAD}\n| A form. | | May 2031 | Told |", ["lead: the cell is empty"]),
    (f"{HEAD}\n| A form. | TBC | May 2031 | Told |", ["lead: the cell is empty"]),
    (f"{HEAD}\n| A form. | Head | May 2031 | ...... |", ["outcome: the cell is empty"]),
    (f"{HEAD}\n| A form. | Head | Ongoing | Told |", ["due: this cannot be read as a date"]),
    (
        f"{HEAD}\n| A form. | Zara Quillby | 3.4.31 | Told |",
        ["lead: a name stands where the post should"],
    ),
    (f"{HEAD}\n| Zara Quillby asked for it. | Head | 3.4.31 | Told |", []),  # another rule tells it
    (
        "| Recommendation | Lead | Due date |\n| A form. | Head | May 2031 |",
        ["outcome: the table has no such column"],
    ),
    (HEAD, ["nothing stands under the head of the table"]),
]


@pytest.mark.parametrize(("example", "faults"), TABLES)
def test_a_table_has_its_columns_filled(example: str, faults: list[str]) -> None:
    assert faults_of(RuleKind.COLUMNS, example, "Zara Quillby", **ASKED) == faults


def test_a_table_that_is_wanted_is_missed() -> None:
    example = f"# Plan\n{TEXT}\n| Post | Agency |\n| Head | Council |"
    because = "no table has 3 of the columns: recommendation, lead, due, outcome"
    assert faults_of(RuleKind.COLUMNS, example, **ASKED, wanted=True) == [because]
    answer = answer_of(RuleKind.COLUMNS, example, **ASKED)
    assert (answer.outcome, answer.seen, answer.findings) == (Outcome.NOT_APPLICABLE, because, ())


def test_each_table_of_a_file_is_read_where_it_stands() -> None:
    rows = [["Recommendation", "Lead", "Due date", "Outcome"], ["A form.", "", "May 2031", "Told"]]
    read = as_word([("h1", "Plan"), ("table", rows), ("p", TEXT), ("table", [rows[0], rows[1]])])
    findings = answer_of(RuleKind.COLUMNS, read, **ASKED).findings
    assert [(finding.text, finding.location.block, finding.location.cell) for finding in findings] == [
        ("A form.", 1, (2, 1)),
        ("A form.", 2, (2, 1)),
    ]
    assert len({finding.fingerprint for finding in findings}) == 2


# A cell, the form, whether times count, and what is wrong.
DATES = [
    ("03.02.31", DateForm.DOTS, False, None),
    ("03.02.31 14:20", DateForm.DOTS, True, None),
    ("3.2.31", DateForm.DOTS, False, "the day is not written as dd.mm.yy"),
    ("3 February 2031", DateForm.DOTS, False, "the day is not written as dd.mm.yy"),
    ("31.02.31", DateForm.DOTS, False, "there is no such day"),
    ("03-02-2031", DateForm.DAY_MONTH_YEAR, True, None),
    ("3rd of February 2031", DateForm.DAY_MONTH_YEAR, True, None),
    ("not known", DateForm.DAY_MONTH_YEAR, True, None),
    ("spring 2031", DateForm.DAY_MONTH_YEAR, True, "no exact day stands there, nor that it is not known"),
    ("03-02-2031 to 09-02-2031", DateForm.DAY_MONTH_YEAR, True, "this is a period, not a day"),
    ("03-02-2031 2.30 pm", DateForm.DAY_MONTH_YEAR, True, "the time is not of the 24-hour clock"),
    ("03-02-2031 2.30 pm", DateForm.DAY_MONTH_YEAR, False, None),
    ("03-02-2031 25:10", DateForm.DAY_MONTH_YEAR, True, "there is no such time"),
]


@pytest.mark.parametrize(("cell", "form", "times", "because"), DATES)
def test_a_day_has_the_form_of_the_board(cell: str, form: DateForm, times: bool, because: str | None) -> None:
    example = f"| Date and time | Contact |\n| {cell} | Seen. |"
    found = faults_of(RuleKind.DATE_FORM, example, columns={"the day": ("date",)}, form=form, times=times)
    assert found == ([f"the day: {because}"] if because else [])


def test_only_tables_with_the_columns_beside_are_read() -> None:
    example = "| Date | Contact |\n| in May | Seen. |\ntext.\n| Date | Lead |\n| in June | Head |"
    columns, beside = {"the day": ("date",)}, {"contact": ("contact",)}
    how = {"columns": columns, "form": DateForm.DOTS}
    assert len(faults_of(RuleKind.DATE_FORM, example, **how)) == 2
    assert len(faults_of(RuleKind.DATE_FORM, example, **how, beside=beside)) == 1
    answer = answer_of(RuleKind.DATE_FORM, "| Name | Post |\n| A | B |", **how)
    assert answer.outcome is Outcome.NOT_APPLICABLE


FIELDS = {"date": ("date signed", "date"), "sign": ("signature",), "wishes": ("wishes and feelings",)}
EMPTY = "{}: nothing stands behind it"

# A form, and which of its fields are empty.
FORMS = [
    ("Signature: kept with the original\nDate: 4 May 2031", []),
    ("Signature: ............\nDate: 4 May 2031", ["sign"]),
    ("Signature: ............  Date:", ["sign", "date"]),  # two on a line
    ("Date signed:\nAuthor: a nurse", ["date"]),  # the next line is another field
    ("Date signed:\n4 May 2031", []),  # the value under it
    ("Date: dd/mm/yyyy", ["date"]),
    ("Signature: xx", ["sign"]),
    ("Date of birth:\nDate: 4 May 2031", []),  # another field
    ("| Signature | |\n| Date | 4 May 2031 |", ["sign"]),
    ("| Post | Nurse | Date | |\n| Team | North | Agency | Trust |", ["date"]),
    ("| Post | Signature | Date |\n| Nurse | | 4 May 2031 |", ["sign"]),  # under their heads
    (f"# 2. Were the wishes and feelings of the child heard?\n{TEXT}", []),
    ("# 2. Were the wishes and feelings of the child heard?\n# 3. Why?\nNobody asked.", ["wishes"]),
    (f"Were the wishes and feelings of the child heard?\nWhat else was known?\n{TEXT}", ["wishes"]),
    ("Were the wishes and feelings of the child heard? They were.", []),
    ("| 2. Wishes and feelings | Not applicable: a newborn baby |", []),
    ("| 2. Wishes and feelings | tbc |", ["wishes"]),
]


@pytest.mark.parametrize(("example", "empty"), FORMS)
def test_an_empty_field_of_a_form_is_told(example: str, empty: list[str]) -> None:
    assert faults_of(RuleKind.ANSWERED, example, fields=FIELDS) == [EMPTY.format(name) for name in empty]


def test_a_document_without_the_fields_is_another_rule_s() -> None:
    answer = answer_of(RuleKind.ANSWERED, f"# Analysis\n{TEXT}", fields=FIELDS)
    assert (answer.outcome, answer.findings) == (Outcome.NOT_APPLICABLE, ())


POSTS = "# Panel members\n| Post | Organisation |\n| Head of safeguarding | Council |"
NAMED = "# Panel members\n| Name | Post | Agency |\n| Zara Quillby | Nurse | Trust |"
LIST = "# Membership of the panel\n- Head of safeguarding, the council\n- Nurse, the trust"
NOBODY = "no table or list of the panel's members was found"

# A report, what is wrong where names are forbidden, and where they are wanted.
PANELS = [
    (POSTS, [], ["the name: none stands in this row"]),
    (NAMED, ["a member of the panel is named"], []),
    (NAMED.replace("Nurse", "Independent chair"), [], []),  # may be named always
    (LIST, [], ["the name: none stands in this entry"] * 2),
    (
        LIST.replace("Nurse,", "Zara Quillby,"),
        ["a member of the panel is named"],
        ["the name: none stands in this entry"],
    ),
    (
        LIST.replace("Nurse, the trust", "Nurse"),
        ["the entry lacks the post or the organisation"],
        ["the name: none stands in this entry"] * 2 + ["the entry lacks the post or the organisation"],
    ),
    (POSTS + "\n| Nurse | |", ["the organisation: the cell is empty"], None),
    (f"# Introduction\n{TEXT}", [NOBODY], [NOBODY]),
    (f"# The panel\n{TEXT}", [NOBODY], [NOBODY]),  # told in running text
    ("The panel had these members:\n| Role | Agency |\n| Nurse | Trust |", [], None),
    ("# Costs\n| Post | Agency |\n| Nurse | |", [NOBODY], [NOBODY]),  # another table
]


@pytest.mark.parametrize(("example", "forbidden", "wanted"), PANELS)
def test_a_panel_is_listed_by_post_and_organisation(
    example: str, forbidden: list[str], wanted: list[str] | None
) -> None:
    names = {Naming.FORBIDDEN: forbidden, Naming.WANTED: wanted}
    for naming, faults in names.items():
        if faults is not None:
            found = faults_of(RuleKind.PANEL, example, "Zara Quillby", names=naming)
            assert sorted(found) == sorted(faults)


WORDINGS = {
    "introduction": ("introduction",),
    "background": ("background",),
    "the family": ("family background",),
    "the end": ("recommendations", "conclusions"),
}
ORDER = ["1. Introduction", "2. Family background", "3. Background", "4. Conclusions and recommendations"]

# The headings of a report in their order, and what is wrong.
HEADINGS = [
    (ORDER, []),
    ([ORDER[0], ORDER[1], ORDER[3]], ["background: there is no such heading"]),  # the family's is another
    ([ORDER[1], ORDER[0], ORDER[2], ORDER[3]], ["introduction: stands out of order"]),
    ([*ORDER[1:], ORDER[0]], ["introduction: stands out of order"]),  # the fewest that must move
    (["Introductoin", *ORDER[1:]], []),
    ([*ORDER[:3], "Appendix 1: Conclusion"], []),
]


@pytest.mark.parametrize(("titles", "faults"), HEADINGS)
def test_headings_stand_in_order(titles: list[str], faults: list[str]) -> None:
    example = "\n".join(f"# {title}\n{TEXT}" for title in titles)
    wanted = {"introduction": ("introduction",), "the family": ("family background",)}
    wanted |= {name: WORDINGS[name] for name in ("background", "the end")}
    found = faults_of(RuleKind.SECTIONS, example, headings=wanted, ordered=True)
    assert found == faults


def test_a_heading_is_empty_or_stands_in_the_contents_alone() -> None:
    example = f"Introduction ..... 3\nBackground ..... 4\n# Introduction\n# Recommendations\n{TEXT}"
    wanted = {name: WORDINGS[name] for name in ("introduction", "background", "the end")}
    assert faults_of(RuleKind.SECTIONS, example, headings=wanted) == [
        "background: stands only in the table of contents",
        "introduction: the section is empty",
    ]
    short = {"headings": {"a": ("introduction",)}, "least_words": 3}
    assert faults_of(RuleKind.SECTIONS, "# Introduction\nIt is short.", **short) == []


BUNDLE = f"[overview]\n# Introduction\n{TEXT}\n[response]\n# What was done\n# Next steps\n{TEXT}"


def test_a_thing_may_stand_in_any_of_the_documents() -> None:
    wanted = {"done": ("what was done",), "next": ("next steps",)}
    answer = together_of(RuleKind.ANYWHERE, BUNDLE, wanted=wanted, kinds=(DocumentKind.RESPONSE,))
    assert [finding.because for finding in answer.findings] == ["done: the section is empty"]
    answer = together_of(RuleKind.ANYWHERE, BUNDLE, wanted={"next": wanted["next"]})
    assert (answer.findings, answer.outcome) == ((), None)
    answer = together_of(RuleKind.ANYWHERE, BUNDLE, wanted=wanted, kinds=(DocumentKind.SUMMARY,))
    assert answer.outcome is Outcome.NOT_APPLICABLE
