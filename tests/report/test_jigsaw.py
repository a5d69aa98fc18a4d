"""Facts that identify together, in every report: kinds and places in the ordinary form, words with names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from redact.report import as_html, as_json, as_sarif, as_text
from redact.report.jigsaw import cards, heavy, state_of
from redact.report.jigsaw_text import jigsaw_lines
from redact.values.checking import CheckRun
from redact.values.decided import Decided, Effect
from redact.values.jigsaw import Exactness, FactKind, Picture, Side, Together, Whom
from redact.values.judgement import Audience, Settings
from tests.report.jigsaw_factory import TABLE, WHOMS, jigsaw_run
from tests.report.page_reader import Element, read_page

WORDS = ("seven weeks", "Ellerwick", "Saltmere Crown Court", "Thornholme Nursery")
TYPED = "Ellerwick baby skull manslaughter"


def lines(run: CheckRun, **options: bool) -> list[str]:
    return jigsaw_lines(run, [checked.name for checked in run.documents], **options)


def text(run: CheckRun, **options: bool) -> str:
    return " ".join(" ".join(lines(run, **options)).split())


def section(run: CheckRun, *, show_names: bool = False) -> Element:
    root = read_page(as_html.render(run, show_names=show_names))
    return next(one for one in root.all("section") if one.children[0].attributes.get("id") == "identify")  # type: ignore[union-attr]


def rows(part: Element) -> Iterator[list[str]]:
    for row in part.all("tr"):
        yield [cell.text() for cell in row.children if isinstance(cell, Element)]


# ------------------------------------------------------------------ what is said


def test_each_kind_has_words_of_its_own() -> None:
    words = [kind.words for kind in FactKind]
    assert len(set(words)) == len(words)
    assert [one for one in words if not one.islower() or "-" in one] == []


def test_the_short_form_tells_the_heaviest_and_what_to_write_instead() -> None:
    told = text(jigsaw_run())
    assert told.index("the child: weight 41, asked about") < told.index("the father: weight 33, asked about")
    assert "place, exact: document 1.docx, section 1, paragraph 1, about page 1" in told
    assert "write instead: a town in the county (weight then 38)" in told
    assert (
        "offence, exact: document 1.docx, section 2, paragraph 3, about page 1 may stay for the public"
        in told
    )
    assert "together: age, place and day (adds 5)" in told  # of the kinds in question those that are there
    assert "age, exact: document 1.docx, section 1, paragraph 1, about page 1, and 2 more places" in told
    assert "document 1.docx alone adds 23: place, injury and the only one of a kind" in told
    assert "document 3.docx, an earlier draft of document 1.docx, still tells: words of the press" in told
    assert "and 1 more person, of less weight" in told
    assert "1. place, injury and offence 2. a quotation With --show-names each is written out." in told
    assert [word for word in (*WORDS, TYPED) if word in told] == []


def test_the_long_form_lists_every_person_kind_and_place() -> None:
    told = text(jigsaw_run(), everything=True)
    assert "[person 1], a professional: weight 9" in told
    assert "age, exact: 3 places" in told
    assert "document 2.docx, section 1, paragraph 1, about page 1: near (age, told in words)" in told
    assert "with --all" not in told


def test_words_stand_there_with_names_alone() -> None:
    run = jigsaw_run()
    for render in (as_text.render, as_json.render, as_html.render):
        told = " ".join(render(run, show_names=True).split())
        assert [word for word in (*WORDS, TYPED) if word not in told] == []
    assert TYPED not in as_sarif.render(run, show_names=True)


def test_what_may_stay_hangs_on_who_reads_it() -> None:
    run = replace(jigsaw_run(), settings=Settings(audience=Audience.PANEL))
    told = text(run)
    assert (
        "day, exact: document 1.docx, section 1, paragraph 2, about page 1, and 1 more place may stay" in told
    )
    assert "may stay for the review panel" in told


def test_without_a_table_the_facts_are_told_all_the_same() -> None:
    told = text(replace(jigsaw_run(), jigsaw=None))
    assert "place, exact: document 1.docx" in told
    assert "write instead" not in told


@pytest.mark.parametrize("together", [Together(), Together((Picture(WHOMS["child"], (), 0),))])
def test_that_nobody_is_told_of_is_said(together: Together) -> None:
    run = replace(jigsaw_run(), together=together)
    said = "Nothing was found that could identify anybody together with something else."
    assert said in text(run)
    assert said in section(run).text()


def test_where_no_document_was_read_it_is_not_said_that_nothing_was_found() -> None:
    run = jigsaw_run()
    unread = tuple(replace(one, document=None, judgement=None) for one in run.documents)
    run = replace(run, documents=unread, together=Together())
    said = "No document was read, so nothing was looked at."
    assert said in text(run)
    assert said in section(run).text()


def test_nothing_is_said_where_nobody_has_looked() -> None:
    run = jigsaw_run(looked=False)
    assert lines(run) == []
    assert "Facts that identify together" not in as_text.render(run) + as_html.render(run)
    assert "together" not in json.loads(as_json.render(run))
    assert "whether facts identify in combination" in " ".join(as_text.render(run).split())


def test_of_whom_only_a_name_is_told_rules_of_their_own_speak() -> None:
    run = jigsaw_run()
    assert run.together is not None
    child = run.together.pictures[0]
    named = replace(child, facts=(replace(child.facts[0], kind=FactKind.NAME),))
    assert cards(replace(run, together=Together((named,)))) == ()


def test_facts_of_others_of_the_family_say_whose_they_are() -> None:
    run = jigsaw_run()
    assert run.together is not None
    child, father = run.together.pictures[:2]
    both = replace(child, facts=(*child.facts, *father.facts))
    run = replace(run, together=Together((both,)))
    assert "exact, of the father (offence, told in words)" in text(run, everything=True)
    assert "exact of the father: section 2" in section(run).text()


# ------------------------------------------------------------------ what the rules make of it


def test_the_state_of_a_picture_is_what_the_rules_have_found() -> None:
    run = jigsaw_run()
    assert run.together is not None
    assert run.bundle is not None
    child, _, sibling, _ = run.together.pictures
    assert (state_of(run, child), state_of(run, sibling)) == ("asked about", "")
    finding = run.bundle.findings[0]
    cleared = Decided(
        finding.fingerprint, Effect.CLEARED, None, "it stays, as was decided", (), date(2026, 3, 1)
    )
    decided = replace(run, bundle=replace(run.bundle, decided=(cleared,)))
    assert state_of(decided, child) == "decided"


def test_who_is_as_heavy_as_the_family_is_asked_about_with_it() -> None:
    run = jigsaw_run()
    assert run.together is not None
    assert run.bundle is not None
    child, father, sibling, visitor = run.together.pictures
    family = replace(child, whom=Whom("family", "the family", Side.FAMILY))
    (verdict,) = run.bundle.verdicts
    asked = replace(verdict, findings=(replace(verdict.findings[0], masked="the family"),))
    run = replace(
        run,
        together=replace(run.together, pictures=(family, *run.together.pictures)),
        bundle=replace(run.bundle, verdicts=(asked,)),
    )
    assert [state_of(run, one) for one in (family, child, father)] == [
        "asked about",
        "asked about with the family",
        "asked about with the family",
    ]
    heavy_visitor = replace(visitor, weight=99)  # of a worker it is asked apart
    assert [state_of(run, one) for one in (sibling, heavy_visitor)] == ["", ""]


def test_only_who_is_heavy_is_shown_at_once() -> None:
    run = jigsaw_run()
    found = cards(run)
    assert (heavy(run, found), heavy(replace(run, jigsaw=None), found)) == (3, 4)
    light = replace(run, jigsaw=replace(TABLE, asks=900, notes=800), bundle=None)
    assert heavy(light, found[2:]) == 0
    assert "the brother or sister: weight 15" in text(
        replace(light, together=Together(run.together.pictures[2:]))
    )  # type: ignore[union-attr]


# ------------------------------------------------------------------ for programs


def _told(run: CheckRun, *, show_names: bool = False) -> Any:
    return json.loads(as_json.render(run, show_names=show_names))["together"]


def test_the_json_tells_kinds_places_and_what_is_left() -> None:
    told = _told(jigsaw_run())
    assert (told["asks"], told["notes"]) == (20, 10)
    child = told["people"][0]
    assert (child["person"], child["called"], child["weight"]) == ("child", "the child", 41)
    assert [one["id"] for one in child["combinations"]] == ["event"]
    age = next(one for one in child["kinds"] if one["kind"] == "age")
    assert age["exactness"] == "exact"
    assert [(one["document"], one["exactness"], one["places"]) for one in age["documents"]] == [
        ("000000000001", "exact", 1),
        ("000000000002", "near", 1),
        ("000000000003", "exact", 1),
    ]
    assert (age["instead"], age["left"], age["weight_after"]) == ("a band: under one year", "broad", 39)
    assert {told["facts"][number]["person"] for number in child["facts"]} == {"child"}
    assert {tuple(fact) for fact in told["facts"]} == {
        (
            "kind",
            "exactness",
            "person",
            "document",
            "because",
            "part",
            "place",
            "page",
            "block",
            "cell",
            "passage",
            "span",
        )
    }
    (gives,) = told["drafts"][0]["facts"]
    assert told["facts"][gives]["kind"] == "press"
    assert [one["because"] for one in told["searches"]] == ["place, injury and offence", "a quotation"]


def test_a_fact_of_two_pictures_is_written_once() -> None:
    run = jigsaw_run()
    assert run.together is not None
    child = run.together.pictures[0]
    family = replace(child, whom=Whom("family", "the family", Side.FAMILY))
    told = _told(replace(run, together=Together((family, child))))
    assert [one["facts"] for one in told["people"]] == [list(range(len(child.facts)))] * 2
    assert len(told["facts"]) == len(child.facts)


def test_offsets_are_of_the_passage() -> None:
    run = jigsaw_run()
    passages = {p.id: p for one in run.documents if one.document for p in one.document.passages}
    for fact in _told(run, show_names=True)["facts"]:
        start, end = fact["span"]
        assert passages[fact["passage"]].text[start:end] == fact["text"]


def test_sarif_has_it_among_the_properties_of_the_run() -> None:
    run = jigsaw_run()
    properties = json.loads(as_sarif.render(run))["runs"][0]["properties"]
    assert properties["together"] == _told(run)
    assert [bool(one) for one in properties["plain"]] == [True, True, True]
    assert [bool(one) for one in properties["access"]] == [True, True, False]
    assert "only" not in properties


# ------------------------------------------------------------------ the page


def test_each_person_has_a_table_of_kinds_and_documents() -> None:
    child = section(jigsaw_run()).all("table")[0]
    head, *body = rows(child)
    assert head == [
        "Fact",
        "document 1.docx",
        "document 2.docx",
        "document 3.docx",
        "What to write instead",
        "Weight then",
    ]
    by_kind = {row[0]: row[1:] for row in body}
    place = "section 1, paragraph 1, about page 1"
    assert by_kind["age"] == [
        f"document 1.docx: exact {place}",
        f"document 2.docx: near {place}",
        "document 3.docx: exact line 3",
        "What to write instead: A band: under one year",
        "Weight then: 39 (\u22122)",
    ]
    assert by_kind["ethnicity"][0] == "nothing"  # said to whoever does not see the empty cell
    assert by_kind["words of the press"][3:] == ["What to write instead: May stay for the public", "nothing"]


def test_exactness_is_a_word_in_a_frame_of_its_own() -> None:
    part = section(jigsaw_run())
    marks = part.all("span", class_="exactness")
    assert {one.text() for one in marks} == {one.value for one in Exactness}
    assert [one for one in marks if one.text() not in (one.attributes["class"] or "").split()] == []


def test_words_and_searches_are_in_the_page_with_names_alone() -> None:
    ordinary, named = section(jigsaw_run()), section(jigsaw_run(), show_names=True)
    assert ordinary.all("bdi") == []
    assert "In the form of this page with names each is written out." in ordinary.text()
    assert {"seven weeks", TYPED} <= {one.text() for one in named.all("bdi", class_="words")} | {
        one.text() for one in named.all("bdi", class_="told-words")
    }


def test_many_documents_stand_below_one_another() -> None:
    run = jigsaw_run()
    assert run.together is not None
    assert section(run).all("table", class_="many") == []
    copies = [
        replace(one, number=one.number + add, document=replace(one.document, id=f"{one.document.id}{add}"))
        for add in (3, 6)
        for one in run.documents
        if one.document
    ]
    child = run.together.pictures[0]
    facts = tuple(replace(fact, document=f"{fact.document}{add}") for add in (3, 6) for fact in child.facts)
    more = replace(child, facts=(*child.facts, *facts))
    run = replace(run, documents=(*run.documents, *copies), together=Together((more,)), plain=None)
    assert len(section(run).all("table", class_="many")) == 1


def test_who_weighs_less_is_folded_away() -> None:
    (folded,) = [one for one in section(jigsaw_run()).all("details") if one.all("table")]
    assert folded.all("summary")[0].text() == "1 more person, of less weight"
    assert folded.all("h3")[0].text() == "[person 1], a professional: weight 9"


def test_the_contents_lead_there() -> None:
    root = read_page(as_html.render(jigsaw_run()))
    links = {link.attributes["href"]: link.text() for link in root.all("nav")[0].all("a")}
    assert links["#identify"] == "Facts that identify together"
