"""Two names of one person by what the text says of them, by spelling or as those of a family; and not."""

from __future__ import annotations

import pytest

from redact.resolve import resolve
from redact.resolve.said_one import are_one, is_named_again
from tests.resolve.test_hard_cases import case, judged

_FRASER = "".join(f"{{Fraser Angove=f}} rang at {n}. " for n in range(6)) + "|| "
_FAMILY = "Grandad {Denzil Crisp=g} came. Her child {Ida Griffiths=i} slept. || "

ONE = [
    # what is said of both
    "{Rojin Kanaan=r} rang. || {Rojin=r}, {Kanaan=r} and {R. Kanaan=r} are one person. {Kanaan=r} left.",
    "{Basil Rook=b} wrote. || Told by {Rook=b} and {B. Rook=b}, the same man. || {Rook=b} left.",
    "{Kay Rook=k} came. || {Kay=k} and {Kay=k}'s mother rang. || {Kay=k} slept.",
    "{Ida Rook=i} rang. || I told {Rook=i} and {Rook=i} told me. || {Rook=i} left.",
    "{Tom Rook=t} and {Ida Orton=i} sat. || "
    "My dad is {Tom=t}. When it has him, that is {Tom=t}. When it has her, no.",
    _FRASER + 'For "{Frazer Angove=f}" read {Fraser Angove=f}. || {Angove=f} left.',
    _FRASER + "Duplicate records for {Frazer Angove=f} and {Fraser Angove=f} merged. || {Angove=f} left.",
    "{Rook, Kay=k} (prev. {Orton=k}) rang. || {Kay Orton=k} wrote. || {Kay=k} left.",
    "{Kay Rook=k} is on the list. She'd been {Orton=k} for years. || {Kay Orton=k} rang. || {Kay=k} left.",
    # one surname and nearly one forename, which no text puts side by side
    _FRASER + "{Frazer Angove=f} was seen. || {Frazer Angove=f} ran. || {Angove=f} left.",
    # one forename, and both surnames of the family
    _FAMILY + "Mother {Sian Griffiths=s} rang. || {Sian Crisp=s} had the tenancy. || {Sian=s} left.",
    # a short form and the initial, where all go by the letters
    "{Basil L=b} came. {B. Lamptey=b} wrote. " + "{BL=b~} rang. " * 10 + "|| {Basil=b} sat.",
]

TWO = [
    # two in one list
    "{Ida Rook=i} and {Tom Rook=t} foster. || Carers {Rook=?} and {Rook=?} came.",
    _FRASER
    + "{Frazer Angove=o} ran. {Frazer Angove=o} sat. {Frazer Angove=o} ate. || "
    + "{Fraser Angove=f}, {Frazer Angove=o} and Ned came. || {Angove=?} left.",
    # who is asked which of two it was
    "{Kay Rook=k} and {Ida Orton=i} sat. || Was it {Kay=k} or {Ida=i} who rang? || {Ida=i} left.",
    # brothers, of whom each is named as often as the other
    "{Suhail Rook=a} rang. {Suhail Rook=a} left. || "
    "{Sohail Rook=b} rang. {Sohail Rook=b} left. || {Rook=?} sat.",
    # a minute is corrected from one worker to another
    'SW {Ida Rook=i} rang. PC {Tom Hart=t} came. || For "{Ida Rook=i}" read {Tom Hart=t}.',
    # a foster carer of the mother's forename
    _FAMILY
    + "Mother {Sian Griffiths=s} rang. || Carers {Sian Orton=c} and {Ned Orton=n} wrote. || {Sian=?} left.",
    # two forenames fit the letters
    "{Sidra H=a} came. {Shabnam H=b} sat. {S. Hussain=h~} wrote. " + "{SH=?} rang. " * 10,
]


@pytest.mark.parametrize("line", [*ONE, *TWO])
def test_right_or_asked_about(line: str) -> None:
    documents, mentions, who = case(line)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (" are one person.", True),
        (": typo or twin?", True),
        (". There was one man.", True),
        (" are two people.", False),
        (" are one of the families.", False),
        (" came.", False),
    ],
)
def test_words_that_say_one(behind: str, told: bool) -> None:
    text = "Rook and Rooke" + behind
    assert are_one(text, 0, 14) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ida told Rook and Rook told me.", True),
        ("Rook and Rook's wife", True),
        ("Rook and Rook came.", False),
    ],
)
def test_who_is_named_again(text: str, told: bool) -> None:
    start = text.index("Rook")
    other = text.rindex("Rook")
    assert is_named_again(text, start, (other, other + 4)) is told
