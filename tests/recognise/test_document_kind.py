"""The kind of a document is said where it is plain, with its reason, and left open where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.formats.plain import read
from redact.recognise.document_kind import recognise_kind
from redact.recognise.lists import kinds
from redact.values.judgement import DocumentKind
from redact.values.text import Document, Format

SOURCES = Path(__file__).parents[3] / "shared" / "sources"


def document(text: str) -> Document:
    request = Request("report.md", b"0" * 32)
    return read(text.encode(), DocumentBuilder(request, sha256="0" * 64, format=Format.MD))


BROMLEY_IMR = """# ANYTOWN SAFEGUARDING CHILDREN BOARD

# INDIVIDUAL MANAGEMENT REVIEW: ANYTOWN HEALTH TRUST

NAME OF CHILD

Name of Lead Officer

**1. METHODOLOGY**

**2. CHRONOLOGY OF AGENCY INVOLVEMENT**

**4. ANALYSIS OF INVOLVEMENT**
"""
TOOLKIT_IMR = """Serious Case Review

Agency Report

Subject: Child AB

## Author's Background

## Agency Background Information

## What Have We Learnt?

## Recommendations for Action
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (BROMLEY_IMR, DocumentKind.IMR),
        (TOOLKIT_IMR, DocumentKind.IMR),  # a cover that names the review, and the report's own title
        ("# Serious Case Review\n\n# Overview Report\n\nChild K\n", DocumentKind.OVERVIEW),
        ("Overview Report of the review of Child K\n\nIndependent author\n", DocumentKind.OVERVIEW),
        ("# Child K\n\n# EXECUTIVE SUMMARY\n", DocumentKind.SUMMARY),
        ("Executive summary: Child R\nAuthor of the overview report\tA. Pike\n", DocumentKind.SUMMARY),
        ("# Integrated Chronology\n\nDate\tStaff involved\tComment\n", DocumentKind.CHRONOLOGY),
        ("Date\tSource of evidence\tStaff involved\n\n01.02.09\trecord\tAH\n", DocumentKind.CHRONOLOGY),
        ("Single Agency Action Plan\n\nRecommendation\tLead\tDue date\n", DocumentKind.ACTION_PLAN),
        (  # an agency's report ends with its chronology and its plan
            "# Individual Management Review: the school\n\n# Methodology\n\n# Chronology\n\n"
            "Date\tFamily contact\tWithin agency\tExternal to agency\tSource of evidence\n",
            DocumentKind.IMR,
        ),
        (  # a summary has the whole plan inside
            "# Executive Summary\n\n# What happened\n\n# Action Plan\n\n"
            "Recommendation\tRequired outcome and evidence\tLead\tDue date\tProgress/status\n",
            DocumentKind.SUMMARY,
        ),
        ("Terms of Reference\n\nScope\n\nIndependence\n", DocumentKind.TERMS_OF_REFERENCE),
        ("Request for Agency Case Information\n\nCHILD DETAILS\n", DocumentKind.FORM),
        ("CHILD DETAILS\n\nCHILD'S PARENTS\n\nPERSON PROVIDING THIS INFORMATION\n", DocumentKind.FORM),
        ("The Government response to the consultation\n", DocumentKind.GUIDANCE),
        ("Media statement: Child K\n", DocumentKind.COMPANION),
        ("# Serious Case Review Procedure\n\n## Overview report\n\n## Methodology\n", DocumentKind.GUIDANCE),
        ("**Serious Case Review\nPractice Guidance and Tool\nKit**\n", DocumentKind.GUIDANCE),
    ],
)
def test_a_plain_kind(text: str, kind: DocumentKind) -> None:
    found, because = recognise_kind(document(text))
    assert (found, bool(because)) == (kind, True)


@pytest.mark.parametrize(
    "text",
    [
        "The mother attended the meeting.\n",
        "# Serious Case Review\n\nChild K\n",  # the cover of any document of the review
        "# Overview Report\n\n# Executive Summary\n",  # two titles
        "Methodology\n\nThe facts\n",  # one heading of each
        "The overviews were reported late, and the action planning was slow.\n",  # words, not the phrase
        "Yours sincerely\n",  # one sign
        "The panel read entry 1 of the chronology.\n",  # a sentence is no title
        "The executive summary of the research by another board was read, with its action plan and "
        "its overview report, by every member of the panel who could find the time before it met.\n",
    ],
)
def test_what_is_not_plain_stays_open(text: str) -> None:
    found, because = recognise_kind(document(text))
    assert found is None
    assert "every rule" in because


def test_the_reason_holds_no_word_of_the_document() -> None:
    _, because = recognise_kind(document("# Overview Report on Kestrelia Wintergreen\n"))
    assert because == 'its first lines say "overview report"'


def test_every_line_of_the_list_names_a_kind_and_a_place() -> None:
    for phrase, value in kinds("document-kinds").items():
        where, _, kind = value.partition(" ")
        assert where in {"title", "cover", "ending", "section", "column"}, phrase
        assert DocumentKind(kind)
        assert phrase == phrase.casefold()


@pytest.mark.skipif(not SOURCES.is_dir(), reason="the source documents are not beside the checkout")
@pytest.mark.parametrize(
    ("number", "kind"),
    [(0, "guidance"), (1, "guidance"), (2, "guidance"), (3, "guidance"), (4, "guidance")],
)
def test_the_sources(number: int, kind: str) -> None:
    data = sorted(SOURCES.glob("*.txt"))[number].read_bytes()
    request = Request("source.txt", b"0" * 32)
    found, _ = recognise_kind(read(data, DocumentBuilder(request, sha256="0" * 64, format=Format.TXT)))
    assert found is DocumentKind(kind)
