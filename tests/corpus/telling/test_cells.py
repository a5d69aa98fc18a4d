from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.telling import cells
from corpus.telling.gold import Told
from corpus.telling.tell import tell
from tests.corpus.telling.made import small_case, small_public, template

TABLE = (
    "| Name | Post |",
    "| {sw.full} | social worker |",
    "| {dc.tfull} | detective |",
    "| {pc.last} | constable |",
)


def _told(*lines: str, seed: int = 1, case: str = "mixed") -> Told:
    return tell(small_case(), template(*lines, case=case), small_public(), seed=seed)


def _parted(*lines: str, monkeypatch: pytest.MonkeyPatch, case: str = "mixed") -> Told:
    monkeypatch.setattr(cells, "OVER_CELLS", 1.0)
    return _told(*lines, case=case)


def test_a_name_over_two_cells_is_two_mentions_of_one_person(monkeypatch: pytest.MonkeyPatch) -> None:
    document = _parted(*TABLE, monkeypatch=monkeypatch)
    head, *rows = [line.split("\t") for line in document.text.splitlines()]
    assert tuple(head[:2]) in cells._HEADS
    assert head[2:] == ["Post"]
    assert rows == [
        ["Amina", "Okafor", "social worker"],
        ["DC Marta", "Nowak", "detective"],
        ["Trebb", "", "constable"],
    ]
    assert [(document.text[slice(*each.span)], each.who, each.form) for each in document.mentions] == [
        ("Amina", "sw", "first"), ("Okafor", "sw", "last"), ("Marta", "dc", "first"), ("Nowak", "dc", "last"),
        ("Trebb", "pc", "last"),
    ]  # fmt: skip
    assert [each.hard for each in document.mentions] == [("broken",)] * 4 + [()]


def test_the_surname_may_come_first(monkeypatch: pytest.MonkeyPatch) -> None:
    document = _parted(
        "| Role | Who |",
        "| MO | {mother.lastfirst} |",
        "| child | {child.lastfirst} |",
        monkeypatch=monkeypatch,
    )
    head, *rows = [line.split("\t") for line in document.text.splitlines()]
    assert (head[2], head[1]) in cells._HEADS
    assert rows == [["MO", "BRANDRETH", "Kayleigh"], ["child", "BRANDRETH", "Hope"]]
    # Beside the forename the surname says who it is, though two have it; "Hope" is a word and a name.
    assert [each.open for each in document.mentions] == [False] * 4
    assert [each.form for each in document.mentions] == ["lastcaps", "first"] * 2


def test_parted_names_are_in_small_letters_where_the_document_is(monkeypatch: pytest.MonkeyPatch) -> None:
    document = _parted(*TABLE, monkeypatch=monkeypatch, case="lower")
    assert "amina\tokafor" in document.text
    assert document.mentions[0].hard == ("broken", "lower")


@pytest.mark.parametrize(
    "lines",
    [
        ("| Child | {child.full} |",),  # one name is a field
        ("| Action | Lead |", "| Ring | {sw.full} |", "| Visit | {pc.full} |"),  # no column of people
        ("| Name |", "| {sw.full} |", "| {pc.lastfirst} |"),  # two orders in one column
        ("| Name |", "| {sw.full}, {pc.full} |", "| {dc.full} and others |"),  # more than a name in a cell
        ("{sw.full}", "{pc.full}"),  # no table
    ],
)
def test_what_is_no_column_of_full_names_stays_whole(
    lines: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _told(*lines)
    monkeypatch.setattr(cells, "OVER_CELLS", 1.0)
    assert _told(*lines) == whole
    assert not any("broken" in each.hard for each in whole.mentions)


def test_some_tables_are_parted_and_most_are_not() -> None:
    count = sum("Amina\tOkafor" in _told(*TABLE, seed=seed).text for seed in range(200))
    assert 35 < count < 90


@given(st.integers(0, 10**6))
def test_spans_are_what_stands_there(seed: int) -> None:
    document = _told(*TABLE, "After {mother.full} left.", seed=seed)
    for mention in document.mentions:
        told = document.text[slice(*mention.span)]
        assert told == told.strip() != ""
        assert not set(told) & set("\t\n")
