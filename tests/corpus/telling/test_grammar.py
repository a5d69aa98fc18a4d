from __future__ import annotations

import re
from pathlib import Path

import pytest

import corpus.telling
from corpus.telling.grammar import Draw, Faulty, parse, read
from corpus.telling.lines import Line, OneOf, Slot, Wrong, read_line
from corpus.telling.vocabulary import EVENTS
from tests.corpus.telling.made import LOG

HEAD = "@family a\n@kind imr\n@agency gp\n@case mixed\n@dates iso\n"  # five lines
FRAME = "== frame\n>> some p 1\n"  # lines 6 and 7
POOL = "== pool p\n"  # line 8


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (HEAD.replace("imr", "novel") + FRAME + POOL + "A.", "2: unknown kind novel"),
        (HEAD.replace("@dates iso\n", "") + FRAME + POOL + "A.", "1: @dates is missing"),
        (HEAD + "@family b\n" + FRAME + POOL + "A.", "6: @family is there twice"),
        (HEAD + "Words.\n" + FRAME + POOL + "A.", "6: before the first section"),
        (HEAD + "== pool p\nA.\n", "1: a file has one to 4 frames, not 0"),
        (HEAD + "== frame\nA.\n" * 5, "1: a file has one to 4 frames, not 5"),
        (HEAD + FRAME, "7: there is no pool p"),
        (HEAD + "== frame\nA.\n" + POOL + "A.", "8: no frame draws from the pool p"),
        (HEAD + FRAME + POOL, "8: the pool p is empty"),
        (HEAD + FRAME + POOL + "A.\n" + POOL + "B.", "10: the pool p is there twice"),
        (HEAD + "== framework\n", "6: a section is"),
        (HEAD + "== frame\n>> some p\n" + POOL + "A.", "7: `>> some POOL n-m`"),
        (HEAD + "== frame\n>> some p 3-1\n" + POOL + "A.", "7: n-m: m is not less than n"),
        (HEAD + "== frame\n>> some p 2\n" + POOL + "A.", "7: the pool p has 1 entries, not 2"),
        (HEAD + "== frame\n>> each dogs p\n" + POOL + "A.", "7: unknown group dogs"),
        (HEAD + "== frame\n>> events p\n" + POOL + "A.", "9: an entry of a pool of events names none"),
        (HEAD + FRAME + POOL + "{it.first}.", "9: {it.…} stands only"),
        (HEAD + FRAME + POOL + "{nobody.first}.", "9: unknown slot {nobody.first}"),
        (HEAD + FRAME + POOL + "{mother.shoes}.", "9: unknown form {mother.shoes}"),
        (HEAD + FRAME + POOL + "{mother}.", "9: unknown slot {mother}"),
        (HEAD + FRAME + POOL + "{date.roman}.", "9: unknown slot {date.roman}"),
        (HEAD + FRAME + POOL + "{time+3.long}.", "9: unknown slot {time+3.long}"),
        (HEAD + FRAME + POOL + "(so|{nobody.first}).", "9: unknown slot {nobody.first}"),
        (HEAD + FRAME + POOL + "Open {mother.first.", "9: a { without its }"),
        (HEAD + FRAME + POOL + "Shut mother.first}.", "9: a } without its {"),
        (HEAD + FRAME + POOL + "Either|or.", "9: a bar outside of brackets"),
        (HEAD + FRAME + POOL + "| a | b", "9: a row of a table begins and ends with |"),
        (HEAD + FRAME + POOL + "#Heading", "9: a heading is one to three # and a space"),
        (HEAD + FRAME + POOL + "[event: earthquake]\nA.", "9: unknown event earthquake"),
        (HEAD + FRAME + POOL + "[event: bruise; child: dog]\nA.", "9: unknown child dog"),
        (HEAD + FRAME + POOL + "[stage: 3]\nA.", "9: unknown stage 3"),
        (HEAD + FRAME + POOL + "[event: bruise]", "9: an entry has no words under its header"),
        (HEAD + FRAME + POOL + "[events: bruise]\nA.", "9: a header of an entry is"),
        (HEAD + FRAME + POOL + "[event: bruise] A.", "9: a header of an entry is"),
        (HEAD + FRAME + POOL + "A.\n[event: bruise]\nB.", "10: a header stands first in its entry"),
        (HEAD + FRAME + POOL + ">> some p 1", "9: `>>` stands in no pool"),
    ],
)
def test_a_fault_is_told_with_its_line(text: str, fault: str) -> None:
    with pytest.raises(Faulty) as caught:
        parse(text, "some.txt")
    assert any(line.startswith(f"some.txt:{fault}") for line in str(caught.value).split("\n"))


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(Faulty) as caught:
        parse(HEAD + FRAME + POOL + "{a.b}\n\n{mother.x}\n\nEither|or.", "some.txt")
    assert [fault.line for fault in caught.value.faults] == [9, 11, 13]


def test_a_whole_file_is_read() -> None:
    template = read(LOG)
    assert (template.family, template.kind, template.agency) == ("test-log", "chronology", "police")
    assert [len(frame.steps) for frame in template.frames] == [7, 3]
    assert template.frames[1].steps[1] == Draw(18, "events", "event", 2, 4)
    assert {name: len(pool) for name, pool in template.pools.items()} == {
        "introduction": 2, "event": 4, "household": 1, "closing": 1,
    }  # fmt: skip
    bruise = template.pools["event"][3]
    assert bruise.events == {"bruise", "disclosure"}
    assert bruise.stages == {1, 2}
    assert template.pools["event"][2].child == "sib"


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Words (in brackets) stay.", (("Words (in brackets) stay.",),)),
        ("A lone ( and ) :) are words", (("A lone ( and ) :) are words",),)),
        ("He (rang|called).", (("He ", OneOf((("rang",), ("called",))), "."),)),
        ("(very |)good", ((OneOf((("very ",), ())), "good"),)),
        (r"Not \(this\|that\)", (("Not (this|that)",),)),
        ("(see (a|b) there)", (("(see ", OneOf((("a",), ("b",))), " there)"),)),
        (
            "((a|b) c|d)",
            ((OneOf(((OneOf((("a",), ("b",))), " c"), ("d",))),),),
        ),
        ("| one | (two|three) | |", (("one",), (OneOf((("two",), ("three",))),), ())),
    ],
)
def test_brackets_and_bars(line: str, cells: tuple[object, ...]) -> None:
    assert read_line(line, 1).cells == cells


@pytest.mark.parametrize(
    ("written", "slot"),
    [
        ("mother.lastcaps", Slot("mother.lastcaps", "person", who="mother", form="lastcaps")),
        ("child.He", Slot("child.He", "person", who="child", form="He")),
        ("date", Slot("date", "date", name="date")),
        ("date-14", Slot("date-14", "date", name="date", days=-14)),
        ("date+5.long", Slot("date+5.long", "date", name="date", form="long", days=5)),
        ("review.from", Slot("review.from", "date", name="review.from")),
        ("review.to.month", Slot("review.to.month", "date", name="review.to", form="month")),
        ("incident.month", Slot("incident.month", "date", name="incident", form="month")),
        ("month", Slot("month", "date", name="date", form="mon")),
        ("time", Slot("time", "date", name="date", form="time")),
        ("address.street", Slot("address.street", "other", name="address.street")),
        ("ref.crime", Slot("ref.crime", "other", name="ref.crime")),
        ("cite.list", Slot("cite.list", "other", name="cite.list")),
        ("head.last", Slot("head.last", "person", who="head", form="last")),
    ],
)
def test_slots(written: str, slot: Slot) -> None:
    assert read_line(f"{{{written}}}", 1) == Line(1, "paragraph", ((slot,),))


def test_a_broken_line_says_what_is_wrong() -> None:
    with pytest.raises(Wrong, match="without its"):
        read_line("{mother.first", 1)


def test_the_events_are_those_of_the_instructions() -> None:
    readme = Path(corpus.telling.__file__).parent.parent / "templates" / "README.md"
    listed = readme.read_text(encoding="utf-8").split("## The types of events")[1].split("\n", 1)[1]
    assert {word.strip() for word in re.sub(r"\(.*?\)", "", listed).split(",")} == EVENTS
