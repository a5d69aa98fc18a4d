"""What cannot be is no line of a gate's log: it is named by its number, and nothing of it is repeated."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.chain import Entry
from redact.publication.replaying import replay
from redact.values.gate import GateAction
from redact.values.rules import Edition, Mode
from tests.publication.gate_walk import Walk, sha, table

A = GateAction


def published() -> list[Entry]:
    walk = Walk(Edition.WT2015, Mode.FULL, "bath-nes")
    walk.do(A.NAME, facts={"role": "author", "name": "Ada Quillfeather"})
    walk.do(
        A.PROCEEDING, facts={"id": "p1", "kind": "inquest", "court": "coroner", "concluded": "2027-01-04"}
    )
    walk.to_published()
    return walk.entries


PUBLISHED = published()


def changed(action: str, **facts: str | None) -> list[Entry]:
    """The log of a published case, with the facts of its first line of a sort changed or taken out."""
    at = next(number for number, one in enumerate(PUBLISHED) if one.action == action)
    names = {name.replace("__", "."): value for name, value in facts.items()}
    told = {name: value for name, value in {**PUBLISHED[at].facts, **names}.items() if value is not None}
    return [*PUBLISHED[:at], replace(PUBLISHED[at], facts=told), *PUBLISHED[at + 1 :]]


IMPOSSIBLE: dict[str, tuple[list[Entry], str]] = {
    "nothing": ([], "the log has no line"),
    "no beginning": (PUBLISHED[1:], "line 1: the first line does not begin a gate"),
    "begun twice": ([PUBLISHED[0], *PUBLISHED], "line 2: it says something that nobody can do"),
    "another case": ([PUBLISHED[0], replace(PUBLISHED[1], case="K-8")], "line 2: it belongs to another case"),
    "back in time": (
        [PUBLISHED[0], replace(PUBLISHED[1], time=PUBLISHED[0].time - timedelta(seconds=1))],
        "line 2: its time lies before that of the line before it",
    ),
    "no edition": (changed("start", edition=None), "line 1: it does not say 'edition'"),
    "an edition that is none": (changed("start", edition="wt1999"), "what it says of 'edition' cannot be"),
    "more than it can say": (changed("start", family="Oakley"), "it says more than such a line can"),
    "no role": (changed("name", by=None), "it does not say 'by'"),
    "a role that is none": (changed("name", by="minister"), "what it says of 'by' cannot be"),
    "a name that moves": (changed("name", state="board"), "it moves the state, which such a line never does"),
    "a step without its end": (changed("attach", state=None), "it does not say to which state it leads"),
    "no file": (changed("attach", paper__report=None), "it attaches no file"),
    "a part that is none": (changed("attach", paper__diary="0" * 64), "what it says of 'paper' cannot be"),
    "a digest that is none": (changed("attach", paper__report="0" * 63), "'paper.report' cannot be"),
    "a form that is none": (changed("attach", form__report="doc"), "'form.report' cannot be"),
    "a count that is none": (changed("attach", open="-1"), "'open' cannot be"),
    "a gap that is not told": (changed("attach", gaps="1"), "it does not say 'gap.1'"),
    "a day that is none": (changed("set-date", **{"publish-on": "2027-02-30"}), "'publish-on' cannot be"),
    "a day written otherwise": (changed("set-date", **{"publish-on": "20270308"}), "'publish-on' cannot be"),
    "a statement without its day": (changed("attest", given="2027-02-01T09:00:00"), "'given' cannot be"),
    "a statement of nobody": (changed("attest", name=None), "it does not say 'name'"),
    "a pack of other files": (changed("make-pack", papers=sha("x")), "it packs other files than those"),
    "a pack without its day": (changed("make-pack", **{"publish-on": None}), "has no day of publication"),
    "a pack that was never made": (changed("record-sent", pack=sha("x")), "sends a pack that was never made"),
    "a time with a zone": (changed("record-sent", at="2027-02-01T09:00:00+00:00"), "'at' cannot be"),
    "a file that is not attached": (changed("publish", place__report=sha("x")), "a file that is not attach"),
}  # fmt: skip


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_line_that_cannot_be_is_named_by_its_number(name: str) -> None:
    entries, words = IMPOSSIBLE[name]
    with pytest.raises(ValueError, match=re.escape(words)):
        replay(entries)


def test_a_second_pack_has_a_higher_number() -> None:
    walk = Walk()
    walk.to_waiting()
    walk.make_pack()
    last = walk.entries[-2]
    assert last.action == "make-pack"
    walk.entries[-2] = replace(last, facts={**last.facts, "number": "1"})
    with pytest.raises(ValueError, match="its pack has the number of an earlier one"):
        replay(walk.entries)


def test_a_file_that_is_broken_must_be_attached() -> None:
    walk = Walk()
    walk.attach()
    walk.do(A.BREAK, facts={"parts": "report"})
    last = walk.entries[-1]
    walk.entries[-1] = replace(last, facts={**last.facts, "parts": "report,summary"})
    with pytest.raises(ValueError, match="it breaks a file that is not attached"):
        replay(walk.entries)


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        (changed("attach", state="board"), "it leads to another state than the table of the gate says"),
        (changed("name", by="legal"), "it takes a step that the table of the gate does not list"),
        ([*PUBLISHED[:2], PUBLISHED[-1]], "it publishes a file that is not attached|does not list"),
    ],
    ids=["another end", "another role", "no way there"],
)
def test_a_line_that_the_table_does_not_list_is_found_with_the_table(
    entries: list[Entry], words: str
) -> None:
    with pytest.raises(ValueError, match=words):
        replay(entries, table())


def test_an_old_log_is_read_under_a_newer_table_as_it_was_meant() -> None:
    assert replay(changed("attach", state="board")[:4]).lines == 4


# Values of every form that a fact has, and of none.
ODD = st.sampled_from(
    ["", "x", "0" * 64, "1", "999999999", "2027-03-24", "2027-03-24T10:00:00", "report", "\u0661"]
)


@settings(max_examples=150)
@given(at=st.integers(0, len(PUBLISHED) - 1), data=st.data())
def test_whatever_a_line_says_it_is_a_gate_or_an_error_that_repeats_nothing_of_it(
    at: int, data: st.DataObject
) -> None:
    facts = dict(PUBLISHED[at].facts)
    for name in data.draw(st.lists(st.sampled_from(sorted(facts)), min_size=1, max_size=3)):
        facts[name] = data.draw(ODD | st.text(max_size=12))
    entries = [*PUBLISHED[:at], replace(PUBLISHED[at], facts=facts), *PUBLISHED[at + 1 :]]
    try:
        gate = replay(entries)
    except ValueError as error:
        said = str(error)
    else:
        assert gate.lines == len(entries)
        return
    assert said.startswith("line ")
    assert all(value not in said.partition(": ")[2] for value in facts.values() if len(value) > 8)
