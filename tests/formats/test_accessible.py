"""Titles, descriptions, languages, headings and links: what is wrong with each, in words of ours."""

from __future__ import annotations

import pytest

from redact.formats.accessible import (
    Link,
    Seen,
    fault_of_description,
    fault_of_language,
    fault_of_title,
    faults_of_links,
    left_out_levels,
)
from redact.values.access import AccessNeed
from redact.values.text import Location, Part

ENGLISH = ["It was said that the worker had seen the child, and that she was not with the mother."] * 5
WELSH = ["Dywedwyd bod y gweithiwr wedi gweld y plentyn ac nad oedd gyda'r fam ar y diwrnod hwnnw."] * 5


@pytest.mark.parametrize(
    ("title", "good"),
    [
        ("Learning from a family under strain", True),
        ("Serious case review: Child R", True),
        ("Review 2017", True),
        ("SCR-2017-04", True),  # a reference, and the way in which a board calls its reviews
        ("x" * 5_000, True),
        (None, False),
        ("  \n", False),
        ("Untitled", False),
        ("untitled 3", False),
        ("Document1", False),
        ("Document (2)", False),
        ("Word Document", False),
        ("Microsoft Word - Overview report v7", False),
        ("Overview report v7.docx", False),
        ("overview.PDF", False),
        ("scr_child_r_final", False),
        ("overview-report-v7", False),
        ("_" * 200_000, True),  # nobody's title, and no pattern is tried on it
    ],
)
def test_a_title(title: str | None, good: bool) -> None:
    assert (fault_of_title(title) == "") is good


@pytest.mark.parametrize(
    ("words", "good"),
    [
        ("A line of dates from May to June", True),
        ("Logo of the partnership", True),
        ("A picture of the front of a house", True),
        ("", False),
        ("image1.png", False),
        ("Picture 1", False),
        ("the logo", False),
        ("12", False),
        ("A close up of a sign\n\nDescription automatically generated", False),
        ("A dog. AI-generated content may be incorrect.", False),
    ],
)
def test_a_description(words: str, good: bool) -> None:
    assert (fault_of_description(words) == "") is good


@pytest.mark.parametrize(
    ("tag", "texts", "good"),
    [
        ("en-GB", ENGLISH, True),
        ("EN", ENGLISH, True),
        ("cy-GB", WELSH, True),
        ("cy-GB", ENGLISH[:1], True),  # too short to say
        ("cy-GB", ENGLISH, False),
        (None, ENGLISH, False),
        ("", ENGLISH, False),
        ("x-none", ENGLISH, False),
        ("zxx", [], False),
        ("English (UK)", ENGLISH, False),
    ],
)
def test_a_language(tag: str | None, texts: list[str], good: bool) -> None:
    assert (fault_of_language(tag, texts) == "") is good


@pytest.mark.parametrize(
    ("levels", "faults"),
    [
        ([], []),
        ([1, 2, 3, 1, 2, 2], []),
        ([1, 1, 3], [2]),
        ([2, 2], [0]),
        ([1, 4, 5, 2, 4], [1, 4]),
    ],
)
def test_levels_that_are_left_out(levels: list[int], faults: list[int]) -> None:
    assert [at for at, _ in left_out_levels(levels)] == faults


@pytest.mark.parametrize(
    ("links", "faults"),
    [
        ([("the guidance", "a"), ("the guidance", "a/")], []),  # the same place
        ([("Read more about supervision", "a")], []),
        ([("info@example.org", "mailto:info@example.org")], []),
        ([("the guidance", "a"), ("The  Guidance", "b")], [1]),
        ([("click here", "a"), ("Here", "b"), ("more\u2026", "c"), ("this link.", "d")], [0, 1, 2, 3]),
        ([("https://example.org/guide", "a"), ("www.example.org", "b"), ("example.org/x", "c")], [0, 1, 2]),
        ([(" ", "a")], [0]),
        ([("see https://example.org", "a")], []),
    ],
)
def test_links(links: list[tuple[str, str]], faults: list[int]) -> None:
    made = [Link(text, target, Location(Part.BODY, block=at)) for at, (text, target) in enumerate(links)]
    assert [link.location.block for link, _ in faults_of_links(made)] == faults


def test_what_could_not_be_looked_at_is_not_judged_but_what_was_found_is_told() -> None:
    seen = Seen()
    seen.judged(AccessNeed.TITLE, AccessNeed.TAGGED)
    seen.barrier(AccessNeed.TAGGED, Location(Part.BODY), "a page has text in no tag")
    seen.unjudged("too large", AccessNeed.TAGGED, AccessNeed.READING_ORDER)
    seen.unjudged("another reason", AccessNeed.READING_ORDER)
    access = seen.access()
    assert access.judged == (AccessNeed.TITLE, AccessNeed.TAGGED)
    assert access.unjudged == ((AccessNeed.READING_ORDER, "too large"),)
