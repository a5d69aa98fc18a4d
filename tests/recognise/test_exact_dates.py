"""Exact dates in every form, told from the review's own, from days without a date, and from numbers."""

from __future__ import annotations

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.recognise.finding import find_mentions
from redact.values.people import Label
from redact.values.text import Document, Format, Location, Part
from tests.recognise.recognise_factory import RULES, found, table_document, text_document


def band(source: str | Document) -> list[str]:
    """Say of each date which rule it is for: n(arrative), r(eview), d(istance)."""
    document = text_document(source) if isinstance(source, str) else source
    scores = [each.score for each in find_mentions([document], recognisers=RULES) if each.label is Label.DATE]
    return ["n" if score >= 0.6 else "r" if score >= 0.4 else "d" for score in scores]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seen 04.05.09 at home", "04.05.09"),  # dd.mm.yy, as the chronology template asks
        ("seen 4.5.09 at home", "4.5.09"),  # d.m.yy
        ("seen 4.5.2009 at home", "4.5.2009"),
        ("seen 4/5/09 at home", "4/5/09"),
        ("seen 04/05/2009 at home", "04/05/2009"),
        ("seen 04 / 05 / 2009 at home", "04 / 05 / 2009"),  # spaced
        ("seen 04-05-2009 at home", "04-05-2009"),
        ("seen 05-23-2009 at home", "05-23-2009"),  # month first
        ("seen 2009-05-04 at home", "2009-05-04"),
        ("seen 2009/05/04 at home", "2009/05/04"),
        ("seen 04 05 2009 at home", "04 05 2009"),
        ("seen 4 05 2009 at home", "4 05 2009"),
        ("seen 4-May-09 at home", "4-May-09"),
        ("seen 4 May 2009 at home", "4 May 2009"),
        ("seen 4 MAY 2009 at home", "4 MAY 2009"),
        ("seen 4 may 2009 at home", "4 may 2009"),  # a small letter
        ("seen 4th May, 2009 at home", "4th May, 2009"),
        ("seen 4 th May 2009 at home", "4 th May 2009"),  # set apart by a conversion
        ("seen 4<sup>th</sup> May 2009 at home", "4<sup>th</sup> May 2009"),
        ("seen 4th of May 2009 at home", "4th of May 2009"),
        ("seen May 4th '09 at home", "May 4th '09"),
        ("seen May 4, 2009 at home", "May 4, 2009"),
        ("seen Sept. 4th 2009 at home", "Sept. 4th 2009"),
        ("seen Monday 4 May 2009 at home", "Monday 4 May 2009"),
        ("seen Mon, 4 May 2009 at home", "Mon, 4 May 2009"),
        ("seen Monday the 4th of May 2009 at home", "Monday the 4th of May 2009"),
        ("seen the twenty-first of May 2009", "twenty-first of May 2009"),
        ("seen May the fourth 2009", "May the fourth 2009"),
        ("seen on the fourth of May", "fourth of May"),
        ("seen 4 May\n2009 at home", "4 May\n2009"),  # over a line's end
        ("seen 4\nMay 2009 at home", "4\nMay 2009"),
        ("seen 4\u00a0May\u00a02009 at home", "4\u00a0May\u00a02009"),
        ("seen 4\u202fMay\u20072009", "4\u202fMay\u20072009"),  # narrow and figure spaces
        ("seen 4\u201105\u20112009", "4\u201105\u20112009"),  # hyphens that do not break
        ("seen 1-3 May 2009 at home", "1-3 May 2009"),
        ("seen 1st to 3rd May 2009 at home", "1st to 3rd May 2009"),
        ("seen Christmas Day 2007 at home", "Christmas Day 2007"),
        ("seen boxing day 2007 at home", "boxing day 2007"),
        ("seen New Year's Eve 2007", "New Year's Eve 2007"),
        ("seen Good Friday 2008", "Good Friday 2008"),
        ("seen Mother's Day 2008", "Mother's Day 2008"),
        ("seen on 4 May at home", "4 May"),
        ("seen on May 4 at home", "May 4"),
        ("seen on 4th May at home", "4th May"),
        ("In May 2009 she rang on the 12th.", "12th"),
        ("In May 2009 she rang by the 3rd, and left.", "3rd"),
        ("In May 2009 she rang on Monday 4th and left.", "4th"),
        ("From 2008 to 2010. Seen 4 may 09 by her.", "4 may 09"),  # a year of the document
    ],
)
def test_every_form_of_an_exact_date_is_found(text: str, expected: str) -> None:
    assert found(text, Label.DATE) == [expected]
    assert band(text) == ["n"]


@pytest.mark.parametrize(
    "text",
    [
        "born at 34/40 and 38+4, weighed after 2/7, 3/52 and 6/12",  # clinical
        "BP 120/80, support 24/7, 1:1 work, 1/2 a tablet",
        "at 14:30, scored 7/10 and 10/10",
        "s.47, s.1.2.13 and section 1.2.13",  # of a law
        "see paragraphs 4.1.12 and 4.1.14, Table 1.2.10, chapter 3.1.12",
        "version 1.2.10 and v1.2.10, recommendation 3.1.10",
        "it cost \u00a31.02.09 and 12.5 per cent of 3.25",
        "the server at 192.0.2.10 and 10.12.20.5",
        "AB/12/10/09, 12/10/09/AB, 12/10/2009-7",  # references
        "sort code 20-10-15 12345678",
        "tel 01632 960123 and 020 7946 0999",
        "the Children Act 1989 and Working Together 2015",
        "(Osgood, 2009), Osgood 2009: 12-15",  # cited
        "in May 2009, in early June 2009, in the summer of 2010",  # what should be written
        "May 2009 to June 2010",
        "Of the 4 may return, and 3 march on.",  # verbs
        "she may 20 times have rung",
        "in March 20 children left and in May 3 rooms were bare",
        "In May 2009 on the 3rd floor, for the 4th time, by the 5th visit",
        "on the 3rd, without any month before",
        "Week 3, day 12, month 5",
        "32 May 2009, 0/5/09, 4/13/99/1",  # no days
        "12345/05/2009 and 2009/05/041",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert found(text, Label.DATE) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The period under review is 1 January 2010 to 31 March 2012.", "rr"),
        ("Time frame: from 1 January 2010 until 31 March 2012", "rr"),
        ("Overview report dated 4 May 2013", "r"),
        ("Published on 4 May 2013", "r"),
        ("This review was approved by the board on 4 May 2013.", "r"),
        ("Version 3, 4 May 2013", "r"),
        ("The panel met on 4 May 2013.", "r"),
        ("http://board.example (accessed 4 May 2013)", "r"),
        ("4 May 2013", "r"),  # alone in a line of the front page
        ("Date: 4 May 2013", "r"),
        ("The review was commissioned on 4 May 2013 because on 3 April 2013 a call came.", "rn"),
        ("The panel met. On 4 May 2009 the mother rang.", "n"),  # another sentence
        ("The placement was approved on 4 May 2009.", "n"),  # of the family
        ("His version of events on 4 May 2009 was another.", "n"),
        ("She was retrieved from the flat on 4 May 2009.", "n"),
        ("The letter dated 4 May 2009 said so.", "n"),
        ("An inquest was opened on 4 May 2009.", "n"),
    ],
)
def test_dates_of_the_review_are_told_from_those_of_the_family(text: str, expected: str) -> None:
    assert band(text) == list(expected)


@pytest.mark.parametrize(
    "text",
    [
        "HV1 came two days after his birth.",
        "HV1 came ten days after the birth and left.",
        "the night before she died",
        "three weeks after Child K was born",
        "the day after the child's death",
        "on Christmas Eve and nobody came",
    ],
)
def test_a_day_told_from_a_birth_a_death_or_a_holiday_is_only_said(text: str) -> None:
    assert band(text) == ["d"]


@pytest.mark.parametrize(
    "text",
    [
        "two days after the meeting",
        "the day after the visit",
        "after his birth the family moved",
        "before she died they had asked",
        "a Christmas card, an Easter egg hunt",
        "years before the birth of the twins",
    ],
)
def test_what_counts_from_nothing_private_is_left_alone(text: str) -> None:
    assert band(text) == []


def test_a_heading_is_told_from_a_date_by_its_neighbours() -> None:
    assert found("3.9.08 The home\n\n4.1.12 The school\n\n4.1.13 The father", Label.DATE) == ["3.9.08"]


def test_a_number_at_a_start_whose_year_the_document_does_not_speak_of_is_a_heading() -> None:
    text = "{} The school was told.\n\nIt began in 2009 and ended in 2012."
    assert found(text.format("4.1.35"), Label.DATE) == []
    assert found(text.format("4.1.12"), Label.DATE) == ["4.1.12"]


def test_a_date_alone_far_behind_the_front_page_is_one_of_the_narrative() -> None:
    paragraphs = ["The mother rang again."] * 40
    assert band("\n\n".join([*paragraphs, "4 May 2009", *paragraphs])) == ["n"]


def test_a_date_in_a_table_of_events_is_one_of_the_narrative() -> None:
    document = table_document([["Date", "Event"], ["04.05.09", "The mother rang"]])
    assert band(document) == ["n"]


def test_a_date_of_birth_or_death_is_no_exact_date_as_well() -> None:
    text = "Child K was born on 4 May 2009 and died on 6 May 2009."
    labels = [
        each.label
        for each in find_mentions([text_document(text)], recognisers=RULES)
        if each.label is not Label.PSEUDONYM
    ]
    assert labels == [Label.DATE_OF_BIRTH, Label.DATE_OF_DEATH]


def test_a_column_of_dates_of_birth_beside_one_of_visits() -> None:
    rows = [["Child", "DOB", "Visit"], ["Child K", "04.05.09", "06.07.09"]]
    document = table_document(rows)
    assert found(document, Label.DATE_OF_BIRTH) == ["04.05.09"]
    assert found(document, Label.DATE) == ["06.07.09"]


def test_a_date_in_the_name_of_a_file_is_found() -> None:
    builder = DocumentBuilder(Request("", b"test"), sha256="0" * 64, format=Format.DOCX)
    builder.passage("Draft_4_May_2009.docx", Location(Part.FILE_NAME), apart=True)
    assert found(builder.build(), Label.DATE) == ["4_May_2009"]
