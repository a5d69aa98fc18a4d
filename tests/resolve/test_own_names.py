"""Names like somebody's, short surnames, former names and rows of one person: right, asked or nobody's.

Each stands beside its near counter-example; what the marks mean says `test_hard_cases`.
"""

from __future__ import annotations

import pytest

from redact.resolve import resolve
from redact.resolve.row_cells import relation_of
from tests.resolve.test_hard_cases import case, judged

_CHILD = "{Christopher Rook=c}, aged 4. || "
_NURSE = "School nurse {Khadija Orton=n} rang. {Khadija=n} wrote. || "
_MANSOUR = "{Rojin Mansour=g} came. {Fariba Fahmy=m} came. || "
_FAMILY = "".join(f"{{Ida Penhallow=i}} and {{Tom Penhallow=t}} came at {n}. " for n in range(9)) + "|| "
_MINETTE = "".join(f"{{Minette Rook=m}} rang at {n}. " for n in range(9)) + "|| "

ALIKE = [
    # a common forename like that of a worker or a friend is another's, that of a child in the family is hers
    "{Padraig Hart=p} sat. || {Padraig=p} rang twice before {Padraig=p} left. {Patrick=s~} is ill.",
    _CHILD + "At home he is {Kit=c~}. || {Kit=c} ran off.",
    "PC {Raymond Hart=p} came. || She lives with {Ray=f~} now. || {Ray=f~} rang.",
    "PC {Raymond Hart=p} came. {Raymond=p} sat. {Ray=p} left.",
    # a spelling that a paper has without hers is no slip beside it
    _NURSE + "{Khadija=n} came with {Kadija=t~}, and {Khadija=n} went. || {Kadija=t~} sat.",
]

ROWS = [
    # a row with a word of kinship, or a birth below its heading, tells of one person
    "Name\tTie to Ned\tBorn || {Rook=g}, {Nia=g}\tmaternal grandmother\t20.05.54 || "
    "{Rook=u}, {Llew=u}\tmaternal uncle\t25.07.85 || {Rook=?} rang. {Nia=g} and {Llew=u} came.",
    # a row with the date of what two did does not
    "{Kay Rook=k} and {Tom Orton=t} came. || 20.05.54\tVisit\t{Rook=k}, {Orton=t}",
    # a surname of two letters in capitals
    "SW {Waraporn Hijazi=s} rang. || {HU=f} {Waraporn=f}\tfriend of mother\t10.11.97 || {Waraporn=?} sat.",
    "{Luis Iordache=l} rang. || {Luis=l} wrote. || School nurse\t{Divina=d} {LI=d}\tyes",
    "{Luis Iordache=l} rang. || {Luis=l} and {Divina Hu=d} sat. {LI=l} wrote.",
    # a row that explains initials
    "SW {Ida Rook=s} rang. || {RR=c}\t{Raquel=c}\t{Rook=c} || {Rook=?} came. {Raquel=c} left.",
    "SW {Ida Rook=s} rang. || Mon\t{Raquel=c}\t{Rook=s} || {Rook=s} came. {Raquel=c} left.",
]

FORMER = [
    _MANSOUR + "Before she was {Fahmy=m} she was {Mansour=?}; there was a year as {Mansour=?}.",
    _MANSOUR + "Before she left, {Fahmy=m} rang. It was {Mansour=g} who said so.",
    _MANSOUR + "She is known by two surnames: {Fahmy=m}, {Mansour=?}.",
    _MANSOUR + "3 High Street\t{Mansour=?}\tto 2008",
    _MANSOUR + "Two surnames on file. {Mansour=g} has neither.",
    _MANSOUR + "3 May\t{Mansour=g}\tto ring",
]

OTHERS = [
    # a word that is a title is a name where the sentence ends behind it, but for an abbreviation
    "{Ida Rook=i} came. || Log by {Lord=l}. {Ida=i} to her aunt's. || {Ida Rook=i}, mother, and {Ida=i}.",
    "{Ida Rook=i} came. {Tom Rook=t} left. || Told Mr. {Rook=t} so. || Mr {Tom Rook=t}, Mrs {Ida Rook=i}.",
    # two of one surname with a stroke between them, and one who goes on
    "{Ida Khanam=i} came. || Placed with {Khanam=?}/{Khanam=?}.",
    "{Ida Khanam=i} came. || She told {Khanam=i}, {Khanam=i} told the nurse.",
    "{Ida Khanam=i} came. {Tom Hart=t} sat. || Present: {Hart=t}, {Khanam=?}, {Khanam=?}, {Hart=t}.",
    "{Ida Khanam=i} came. || Placed with {Khanam=?}/{Khenam=?}.",
    "{Ida Khanam=i} came. " * 9 + "|| Placed with {Khanam=i}. {Khenam=i~} rang.",
    # an initial and a surname of whom another is known as something else
    "{Janelle Rook=j}, aged 4. || {J. Rook=c~} = cousin || {J. Rook=j~} = child",
    "{Janelle Rook=j}, mother. || {J. Rook=j}, mother, rang.",
    # who is told tells, and is not listed twice
    "{Ida Rook=i}, teacher. {Tom Hart=t} sat. || {Ida=i} and {Tom=t}. He told {IR=i}, {IR=i} told {TH=t}.",
    "{Ida Rook=i}, teacher. {Tom Hart=t} sat. || {Ida=i} and {Tom=t}. {IR=?}, {TH=t} and {IR=?} were told.",
    # a baby goes by her mother's surname
    "{Mital Rook=m}. {Ned Hart=c}. || Notified of baby {Rook=m~}. || Dear Miss {Rook=m}. {Rook=m} rang.",
    "{Mital Rook=m}. {Ned Hart=c}. || Notified of baby {Ned=c}. || Dear Miss {Hart=a~}. {Mital=m} rang.",
    # a word near the surname of several is nobody's
    _FAMILY + "Misspelt as {Penhallaw=?}.",
    "{Ida Penhallow=i} came. " * 9 + "Misspelt as {Penhallaw=i~}. {Penhallow=i} rang.",
    # two letters misread, of a name that stands once
    _MINETTE + "{Micntte Rook=m} rang. || {Rook=m} sat. {Minette=m} left.",
    _MINETTE + "{Margot Rook=o} rang. || {Rook=?} sat. {Minette=m} left.",
    _MINETTE + "The aunt, {Mynetta Rook=a~}, and {Mynetta=a~}. || {Minette=m} left.",
    # who appears elsewhere under a longer forename, and two who stand side by side
    "{Jide Rook=j} appears as {Babajide Rook=j} on the file. || {Jide=j} left. {Rook=j} rang.",
    "{Jide Rook=j} sat beside {Babajide Rook=b}. || {Jide=j~} left. {Rook=?} rang.",
    # a surname of foster carers is none that a mother once had
    "{Ida Orton=m}, mother. "
    + "".join(f"{{Ida Orton=m}} rang at {n}. " for n in range(20))
    + "|| {Ida Rook=f} and {Tom Rook=t} foster. {Ida=?} sat.",
]


@pytest.mark.parametrize("text", [*ALIKE, *ROWS, *FORMER, *OTHERS])
def test_a_name_is_its_bearers_or_asked_about(text: str) -> None:
    documents, mentions, who = case(text)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize(
    ("cell", "relation"),
    [
        ("GP letter", ""),
        ("GP", "gp"),
        ("health visitor record", ""),
        ("health visitor (named)", "health visitor"),
        ("social worker until May", "social worker"),
        ("consultant radiologist", "consultant"),
        ("friend of the mother", "friend"),
        ("child seen?", ""),
        ("child 2", "child"),
    ],
)
def test_a_cell_about_a_paper_is_about_nobody(cell: str, relation: str) -> None:
    assert relation_of(cell) == relation
