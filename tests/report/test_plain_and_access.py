"""How hard a document is to read and who can open it, in every report; and what a part does not say."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from redact.report import as_html, as_json, as_sarif, as_text
from redact.report.access import NEED_WORDS
from redact.report.only import PART_WORDS, not_judged
from redact.run.only import PARTS
from redact.values.access import AccessNeed
from redact.values.checking import CheckRun
from redact.values.text import Format
from tests.report.jigsaw_factory import jigsaw_run, only_run
from tests.report.page_reader import read_page
from tests.report.run_factory import RUNS

SENTENCE = "The MASH was told, and a CHIN plan was disseminated, and it was agreed that it would be reviewed."


def text(run: CheckRun, **options: bool) -> str:
    return " ".join(as_text.render(run, **options).split())


# ------------------------------------------------------------------ plain English


def test_the_worst_places_come_with_what_makes_them_hard() -> None:
    told = text(jigsaw_run())
    assert (
        "148 words in 4 sentences; harder to read than what school ends with (Automated Readability Index "
        "13.4)" in told
    )
    place = "section 1, paragraph 3, about page 1"
    assert (
        f"The hardest sentences (1) {place}: 29 words, 4 passives and 2 words of the trade; harder than what "
        "school ends with" in told
    )
    assert f"act (1) {place}: 4 passives in 1 sentence" in told
    assert f"first used (1) {place}: used 7 times" in told  # the one that is explained is not among them
    assert f"plainer ones (1) {place}: write: sent (used twice)" in told


def test_of_few_words_no_age_is_told_and_that_nothing_is_hard_is_said() -> None:
    told = text(jigsaw_run())
    assert "62 words in 5 sentences. No sentence is hard, and each abbreviation is explained" in told
    assert "from the age of 11" not in told


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"english": False}, "words in 5 sentences. It does not read as English, for which alone"),
        (
            {"words": 0, "sentences": 0},
            "0 words in 0 sentences. No sentence was found that could be measured.",
        ),
    ],
)
def test_what_could_not_be_measured_is_not_called_easy(changed: dict[str, object], said: str) -> None:
    run = jigsaw_run()
    plain = tuple(
        replace(one, worst=(), chains=(), abbreviations=(), jargon=(), **changed) for one in run.plain or ()
    )
    told = text(replace(run, plain=plain))
    assert said in told
    assert "No sentence is hard" not in told
    assert "read with ease" not in told


def test_sentences_and_abbreviations_stand_there_with_names_alone() -> None:
    run = jigsaw_run()
    for render in (as_text.render, as_json.render, as_html.render):
        assert SENTENCE not in " ".join(render(run).split())
        assert SENTENCE in " ".join(render(run, show_names=True).split())


def test_the_json_tells_each_place() -> None:
    first, second, _ = json.loads(as_json.render(jigsaw_run(), show_names=True))["documents"]
    assert (first["plain"]["words"], first["plain"]["worst"]) == (62, [])
    told = second["plain"]
    assert (told["grade"], told["age"], told["passive_sentences"]) == (13.4, 19, 1)
    assert [(one["text"], one["explained"], one["count"]) for one in told["abbreviations"]] == [
        ("MASH", False, 7),
        ("CHIN", True, 1),
    ]
    assert [(one["text"], one["plain"]) for one in told["jargon"]] == [("disseminated", "sent")]
    assert [(one["hard"], one["text"]) for one in told["worst"]] == [(44, SENTENCE)]
    assert [one["passives"] for one in told["chains"]] == [4]


def test_the_page_lists_what_is_hard_under_each_document() -> None:
    page = read_page(as_html.render(jigsaw_run())).text()
    assert page.count("Plain English") == 3
    assert "The hardest sentences (1)section 1, paragraph 3, about page 1: 29 words" in page


# ------------------------------------------------------------------ accessibility


def test_each_need_has_words_and_a_word() -> None:
    assert list(NEED_WORDS) == list(AccessNeed)
    assert len(set(NEED_WORDS.values())) == len(NEED_WORDS)


def test_what_stands_in_the_way_is_told_need_by_need() -> None:
    told = text(jigsaw_run())
    assert "Whether everybody can open and follow it (3 of 7 needs not met)" in told
    assert (
        "Needed: a title in the properties of the file (1 place) the properties have no title: document"
        in told
    )
    assert "a line in bold is no heading: section 1, paragraph 1, about page 1" in told
    assert "(2 places) a picture has no description: picture, about page 2; picture, about page 2" in told
    assert "Met: language, heading order, header rows and link text." in told
    assert "Not judged: reading order: a text box stands beside the text" in told
    assert "(0 of 7 needs not met) Met: title, language" in told


def test_the_json_tells_barriers_and_what_was_judged() -> None:
    first, second, third = json.loads(as_json.render(jigsaw_run()))["documents"]
    assert [one["need"] for one in first["access"]["barriers"]] == [
        "title",
        "headings",
        "alt-text",
        "alt-text",
    ]
    assert [one["span"] for one in first["access"]["barriers"]] == [None, [0, 9], None, None]
    assert first["access"]["unjudged"][0]["need"] == "reading-order"
    assert (second["access"]["barriers"], len(second["access"]["judged"])) == ([], 7)
    assert "access" not in third  # a plain text says nothing of its structure


def test_the_page_has_a_table_of_needs() -> None:
    page = read_page(as_html.render(jigsaw_run()))
    (table,) = [one for one in page.all("table") if one.all("caption")[0].text() == "3 needs not met"]
    assert [row.all("th")[0].text() for row in table.all("tbody")[0].all("tr")] == [
        NEED_WORDS[need] for need in (AccessNeed.TITLE, AccessNeed.HEADINGS, AccessNeed.ALT_TEXT)
    ]


# ------------------------------------------------------------------ what was not judged


def test_what_was_not_looked_at_is_said() -> None:
    assert not_judged(RUNS["clean"]()).startswith(
        "Not judged by this version: whether facts identify in combination, plain English, whether "
    )
    run = jigsaw_run()
    assert not_judged(run) == (
        "Not judged by this version: hidden content beyond the parts listed, and what only the dates of "
        "the case can tell."
    )
    last = run.documents[2]
    assert last.document is not None
    sheet = replace(last, document=replace(last.document, format=Format.XLSX))
    assert "whether everybody can open 1 document whose format does not say so" in not_judged(
        replace(run, documents=(*run.documents[:2], sheet))
    )


def test_the_parts_of_the_reports_are_those_that_can_be_asked_for() -> None:
    assert tuple(PART_WORDS) == PARTS


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("render", [as_text.render, as_html.render])
def test_of_a_part_it_is_said_first_and_last_that_it_is_one(part: str, render: object) -> None:
    told = " ".join(render(only_run(part)).split())  # type: ignore[operator]
    assert f"Only a part was judged, as was asked for: {PART_WORDS[part]}." in told
    assert f"only a part was judged: {PART_WORDS[part]}" in told
    assert f"Not judged, since only a part was asked for: all but {PART_WORDS[part]}." in told
    assert ("also those in titles" in told) is (part == "access")
    assert ("a model of names" in told) is (part == "jigsaw")
    sections = {
        "jigsaw": "What to search for (2",
        "plain": "148 words in 4 sentences",
        "access": "3 of 7 needs not met",
    }
    assert [name for name, words in sections.items() if words in told] == [part]


@pytest.mark.parametrize("parts", [("plain",), ("jigsaw", "access")])
def test_programs_are_told_which_parts_it_is(parts: tuple[str, ...]) -> None:
    run = only_run(*parts)
    assert json.loads(as_json.render(run))["only"] == list(parts)
    log = json.loads(as_sarif.render(run))["runs"][0]
    assert log["properties"]["only"] == list(parts)
    (invocation,) = log["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"].startswith("Only a part was judged")
    assert "only" not in json.loads(as_json.render(jigsaw_run()))


def test_of_a_format_that_says_nothing_of_it_a_part_says_so() -> None:
    told = "Whether everybody can open and follow it The format of the file says nothing of it."
    assert told in text(only_run("access"))
    assert told.replace("it The", "itThe") in read_page(as_html.render(only_run("access"))).text()
    assert told not in text(jigsaw_run())


def test_after_a_part_comes_the_whole() -> None:
    assert "Next: the whole check, without --only." in as_text.render(only_run("plain"))
    steps = [one.text() for one in read_page(as_html.render(only_run("plain"))).all("ol")[0].all("li")]
    assert steps[0] == "Check the whole, without --only, before anything is published."
