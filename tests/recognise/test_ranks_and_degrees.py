"""Titles, degrees and points of the compass that are nobody's name by their place, and names that look so."""

from __future__ import annotations

import pytest

from redact.recognise.ranks_and_degrees import is_rank_or_degree
from redact.values.people import Label
from tests.recognise.recognise_factory import found

# A text and the stretch in it that a model may take for somebody.
NOBODY: list[tuple[str, str]] = [
    ("Apologies: Cllr Dawn Osgoode", "Cllr"),
    ("an email from Fr. Michael Osgoode", "Fr"),
    ("ex-Det. Supt. Harte", "Supt"),
    ("the children of MR & MRS OSGOODE", "MR"),
    ("Ind. Author Harriet Osgoode", "Ind"),
    ("Bus. Manager: vacant", "Bus"),
    ("Anna Osgoode BA (Hons), DipSW", "Hons"),
    ("Anna Osgoode, CQSW, MA (Econ), consultant", "Econ"),
    ("Anna Osgoode, BA, CQSW, Dip. Counselling", "Dip"),
    ("Anna Osgoode, BA, CQSW, Dip. Counselling", "BA"),
    ("by Anna Osgoode LL.B, Dip SW", "Dip SW"),
    ("Lead Reviewer, Anna Osgoode KC", "KC"),
    ("W. Riding Constabulary was told.", "W."),
    ("the officer from W. Midlands Police", "W. Midlands"),
    ("Draft overview (unsigned), n.d.", "n.d"),
    ("between Jan. and July 2014", "Jan"),
]


@pytest.mark.parametrize(("text", "word"), NOBODY)
def test_what_stands_so_is_nobody(text: str, word: str) -> None:
    start = text.index(word)
    assert is_rank_or_degree(text, start, start + len(word))


SOMEBODY: list[tuple[str, str]] = [
    ("Present: Canon Osgoode", "Canon"),  # a surname too
    ("Mr Constable Harte", "Constable"),
    ("seen by Sgt", "Sgt"),  # nobody behind it
    ("Apologies: Fr", "Fr"),
    ("Ba Osgoode, BA, nurse", "Ba Osgoode"),
    ("seen by BA and KC", "BA"),  # letters of somebody: no name before them
    ("BA, KC and Anna Osgoode", "KC"),
    ("Anna Osgoode rang. KC came.", "KC"),
    ("W. Osgoode CCG", "W. Osgoode"),  # a member of the panel and an agency
    ("W. Kent rang", "W. Kent"),
    ("N. Devon, CAFCASS", "N. Devon"),
    ("Jan. rang at noon", "Jan"),
    ("seen by n.d. at home", "n.d"),
    ("Bus Osgoode, Manager", "Bus"),
    ("Dip Osgoode, nurse", "Dip"),
]


@pytest.mark.parametrize(("text", "word"), SOMEBODY)
def test_what_somebody_may_be_called_by_is_kept(text: str, word: str) -> None:
    start = text.index(word)
    assert not is_rank_or_degree(text, start, start + len(word))


RANKS: list[tuple[str, list[str]]] = [
    ("Det. Supt. R. Force - W. Riding", ["R. Force"]),  # a surname that is a word
    ("Dr J. Page rang", ["J. Page"]),
    ("ex-Det. Ch. Supt. Harte", ["Harte"]),
    ("Det. Con. Vesey attended", ["Vesey"]),
    ("Harriet Osgoode, ex-Det. Ch. Supt\nFor the record", []),  # a rank alone is nobody
    ("Mrs Nurse said so", ["Nurse"]),
    ("Mr Dean said so", ["Dean"]),
    ("PC W. Anytown Police", []),
]


@pytest.mark.parametrize(("text", "names"), RANKS)
def test_ranks_stand_before_names(text: str, names: list[str]) -> None:
    assert [each for each in found(text, Label.PERSON) if each != "Harriet Osgoode"] == names
