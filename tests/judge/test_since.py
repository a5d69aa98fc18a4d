"""What is new, gone and still open between two checks of one case."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.judge import compare
from redact.values.judgement import DocumentKind, Severity
from redact.values.since import BETWEEN, CaseMark, Since, Told, ToldDocument, ToldThing

CASE = CaseMark("K7", "hmac:" + "ca" * 16)
# A document: its bytes, the name of its file; then its things, each a letter, * where it is closed, ? a gap,
# = where it is about the document as a whole.
Made = tuple[str | None, str, str]
GROUPS = ("new", "in_new_documents", "gone", "still_open", "open_again", "decided", "not_looked_at")


def told(*documents: Made, between: str = "", rules: str = "r1") -> Told:
    made, things = [], []
    for at, (sha256, name, marks) in enumerate(documents):
        made.append(ToldDocument(f"document {at + 1}.txt", sha256, name))
        things += [_thing(at, number, mark) for number, mark in enumerate(marks.split())]
    things += [_thing(len(made), number, mark) for number, mark in enumerate(between.split())]
    return Told(CASE, (("rules", rules),), (*made, ToldDocument(BETWEEN)), tuple(things))


def _thing(at: int, number: int, mark: str) -> ToldThing:
    severity = None if "?" in mark else Severity.BLOCK
    rule = None if severity is None else "person-name"
    return ToldThing(mark.strip("*?="), at, number, "*" not in mark, rule, severity, whole="=" in mark)


def letters(since: Since) -> dict[str, str]:
    """Give the letters of each group that has any."""
    found = {name: " ".join(thing.fingerprint for thing in getattr(since, name)) for name in GROUPS}
    return {name: words for name, words in found.items() if words}


COMPARED = [
    # the same again
    ([("1", "a", "A B")], [("1", "a", "A B")], {"still_open": "A B"}),
    ([], [], {}),
    # the file was edited: by its name
    ([("1", "a", "A B")], [("2", "a", "B C")], {"new": "C", "gone": "A", "still_open": "B"}),
    # what is about the whole file has another fingerprint in an edited one, and is neither new nor gone
    ([("1", "a", "A= B")], [("2", "a", "C= B")], {"still_open": "C B"}),
    ([("1", "a", "A=* B")], [("2", "a", "C= B")], {"still_open": "B", "open_again": "C"}),
    (
        [("1", "a", "A= B"), ("2", "b", "D")],
        [("3", "b", "C= D")],
        {"new": "C", "still_open": "D", "not_looked_at": "A B"},
    ),
    # one form in several places is counted
    ([("1", "a", "A A A")], [("2", "a", "A")], {"still_open": "A", "gone": "A A"}),
    ([("1", "a", "A")], [("2", "a", "A A A")], {"still_open": "A", "new": "A A"}),
    ([("1", "a", "A? A?")], [("2", "a", "A?")], {"still_open": "A", "gone": "A"}),  # gaps too
    # text that moved into another document is not new
    ([("1", "a", "A B"), ("2", "b", "C")], [("3", "a", "B"), ("4", "b", "A C")], {"still_open": "B A C"}),
    # the order of the call does not matter
    ([("1", "a", "A"), ("2", "b", "B")], [("2", "b", "B"), ("1", "a", "A")], {"still_open": "B A"}),
    # a document that was not there is told apart
    (
        [("1", "a", "A")],
        [("1", "a", "A"), ("2", "b", "B C")],
        {"still_open": "A", "in_new_documents": "B C"},
    ),
    # what stands twice now, once of it in a new document: that one is new
    ([("1", "a", "A")], [("2", "b", "A"), ("1", "a", "A")], {"in_new_documents": "A", "still_open": "A"}),
    # a document that was not given, or could not be read: nothing of it is gone
    ([("1", "a", "A"), ("2", "b", "B")], [("1", "a", "A")], {"still_open": "A", "not_looked_at": "B"}),
    ([("1", "a", "A")], [(None, "a", "")], {"not_looked_at": "A"}),
    # one that could not be read then and can be now: all of it is new
    ([(None, "a", "")], [("1", "a", "A")], {"new": "A"}),
    # another name: known by what was found in both
    ([("1", "a", "A B")], [("2", "final", "A B C")], {"new": "C", "still_open": "A B"}),
    # one shared line of many makes no document the same
    (
        [("1", "a", "A B C D E")],
        [("2", "b", "A F G H I")],
        {"still_open": "A", "in_new_documents": "F G H I", "not_looked_at": "B C D E"},
    ),
    # a picture that stands in both makes none the same
    ([("1", "a", "A?")], [("2", "b", "A? B")], {"still_open": "A", "in_new_documents": "B"}),
    # decided since; open again
    ([("1", "a", "A B")], [("1", "a", "A* B")], {"decided": "A", "still_open": "B"}),
    ([("1", "a", "A* B")], [("1", "a", "A B")], {"open_again": "A", "still_open": "B"}),
    # what was closed and is gone, or is new and closed, is no news
    ([("1", "a", "A*")], [("2", "a", "B*")], {}),
]


@pytest.mark.parametrize(("earlier", "now", "expected"), COMPARED)
def test_what_has_changed(earlier: list[Made], now: list[Made], expected: dict[str, str]) -> None:
    assert letters(compare(told(*earlier), told(*now))) == expected


def test_what_is_seen_over_all_documents_is_gone_only_where_all_were_looked_at() -> None:
    earlier = told(("1", "a", "A"), ("2", "b", "B"), between="X Y")
    both = compare(earlier, told(("3", "a", "A"), ("2", "b", "B"), between="Y Z"))
    assert letters(both) == {"new": "Z", "gone": "X", "still_open": "A B Y"}
    one = compare(earlier, told(("1", "a", "A")))
    assert letters(one) == {"still_open": "A", "not_looked_at": "B X Y"}


def test_a_document_that_was_known_by_its_findings_is_named() -> None:
    since = compare(told(("1", "a", "A B"), ("2", "b", "C")), told(("2", "b", "C"), ("3", "final", "A B")))
    assert since.renamed == ((1, 0),)
    assert compare(told(("1", "a", "A")), told(("2", "a", "A"))).renamed == ()


def test_it_names_by_what_else_the_two_were_made() -> None:
    assert compare(told(rules="r1"), told(rules="r2")).differs == ("rules",)
    assert compare(told(), told()).differs == ()


def test_a_document_that_was_judged_as_another_kind_is_said_to_be() -> None:
    before, now = told(("1", "a", "A")), told(("2", "a", "A"))
    letter = replace(now.documents[0], kind=DocumentKind.LETTER)
    other = replace(now, documents=(letter, *now.documents[1:]))
    assert compare(before, other).differs == ("kind of document",)
    assert compare(other, other).differs == ()


MARKS = st.lists(st.sampled_from(["A", "B", "C", "A*", "B*", "A?", "B?"]), max_size=6).map(" ".join)
DOCUMENTS = st.lists(
    st.tuples(st.sampled_from([None, "1", "2", "3"]), st.sampled_from("abc"), MARKS), max_size=3
).map(lambda made: [(sha256, name, marks if sha256 else "") for sha256, name, marks in made])


@given(DOCUMENTS, DOCUMENTS)
def test_nothing_that_is_open_is_lost_or_told_twice(earlier: list[Made], now: list[Made]) -> None:
    then, here = told(*earlier), told(*now)
    since = compare(then, here)
    current = [*since.new, *since.in_new_documents, *since.still_open, *since.open_again]
    assert Counter(current) == Counter(thing for thing in here.things if thing.open)
    before = [*since.gone, *since.decided, *since.not_looked_at]
    assert len(before) + len(since.still_open) == sum(thing.open for thing in then.things)
    assert not Counter(before) - Counter(thing for thing in then.things if thing.open)


@given(DOCUMENTS)
def test_a_report_against_itself_has_no_news(documents: list[Made]) -> None:
    same = told(*documents)
    found = letters(compare(same, same))
    assert set(found) <= {"still_open"}


@given(DOCUMENTS, DOCUMENTS)
def test_as_much_is_new_there_as_is_missing_here(earlier: list[Made], now: list[Made]) -> None:
    """By number: of each fingerprint, what is new less what is gone is what there is more of."""
    then, here = (
        replace(one, things=tuple(replace(thing, open=True) for thing in one.things))
        for one in (told(*earlier), told(*now))
    )
    since = compare(then, here)
    more = Counter(thing.fingerprint for thing in (*since.new, *since.in_new_documents))
    less = Counter(thing.fingerprint for thing in (*since.gone, *since.not_looked_at))
    own = Counter(thing.fingerprint for thing in here.things)
    own.subtract(thing.fingerprint for thing in then.things)
    assert more == +own
    assert less == -own
