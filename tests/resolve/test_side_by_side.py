"""Pieces of a name that stand side by side: together they are hers of whom both are known, else nobody's."""

from __future__ import annotations

import pytest

from redact.resolve import resolve
from redact.resolve.row_cells import relation_of
from tests.resolve.test_hard_cases import case, judged

# Two Rooks, so that the surname alone is nobody's.
_TWO = "{Kay Rook=k}, aged 4, and {Tom Rook=t}, aged 9. || "
_OFTEN = "{Jordan Fahey=j}. " + "".join(f"{{Jordan=j}} ate {number}. " for number in range(20))
_THREE = _TWO + "{Ida Orton=o} rang. || "

CASES = [
    # small letters and capitals, which do not tell where a name begins: a field does
    _TWO + "child: {kay=k} {rook=k} addr: 3 High Street",
    _TWO + "tc from the school re {kay=k} {rook=?} - flat cold, says mum",
    _TWO + "Report by PC Hart: child {ROOK=k} {KAY=k} in buggy outside.",
    "{Harriet Osgood=h} and {Robert Osgood=r} came. || TOLD {OSGOOD=?} {HARRIET=h} HAD LEFT.",
    _TWO + "Warrant used on {KAY=k} {ROOK=k}, on the bridge.",
    _TWO + "He told {Rook=?} {Kay=k} had left.",
    # the surname first, with the comma between two mentions
    _TWO + "{Rook=k}, {Kay=k}, laceration lip, seen by the doctor.",
    _TWO + '{ROOK=k}, {Kay=k}, "the quiet one"; Methodist.',
    _TWO + "Patient\t{ROOK=k}, {Kay=k}\t999",
    _TWO + "Slip received 3 May: {Rook=k}, {Kay=k}, laceration lip.",
    _THREE + "{Rook=?}, {Kay=k} and {Tom=t} came.",
    _THREE + "Present were {Orton=o}, {Rook=?}, {Kay=k} and {Tom=t}.",
    "{Kay Rook=a} (b. 1.2.1961), {Kay Rook=b} (b. 3.4.2009) and {Tom Rook=t}. || {ROOK=?}, {Kay=?}, seen",
    _TWO + "The landlord served notice on {ROOK=k}, {Kay=k}.",
    _TWO + "He told {Rook=?}, {Kay=k} and the nurse.",
    _THREE + "Tray 6: {Orton=o}, {Ida=o} & {Rook=k}, {Kay=k}. Six days old.",
    _THREE + "Record of {Orton=o}, {Ida=o} & {Rook=?}, {Kay=k} and {Tom=t}.",
    # nobody is known of whom it is written, but for the surname in capitals
    _TWO + "School record: {ROOK=n}, {Ned=n} || {Ned Rook=n} ran. {Ned=n} fell.",
    _TWO + "School record: {Rook=?}, {Ned=n} || {Ned=n} fell.",
    # surname and forename in cells of their own: somebody, though another is known by the forename
    "SW {Ida Orton=o} rang. || {HART=n}\t{Ida=n}\t??\tfriend of the mother\n || {Ida Orton=o} left.",
    "SW {Ida Orton=o} rang. || {Hart=h}\t{Ida=o}\tFriday\n || {Ida Orton=o} left.",
    # of two pieces the forename is misspelled, or it is somebody else's
    _OFTEN + "{Tom Fahey=t} came. || Slip for {Jorden=j} {Fahey=j} sent",
    _OFTEN + "{Tom Fahey=t} came. {Jorden Orton=o} left. || Slip for {Jorden=o~} {Fahey=?} sent",
    # behind "and" the surname may be that of two, but not behind a whole name
    _THREE + "{Ida Orton=o} and {Kay=k} {Rook=k} are placed with their aunt.",
    _THREE + "{Ida=o} {Orton=o} and {Kay=k} {Rook=k} are placed with their aunt.",
    _THREE + "{Tom=t} and {Kay=k} {Rook=?} are placed with their aunt.",
]

NAMED_ANEW = [
    "{Kay Rook=k}. {Tom Rook=t}. || {Kay=k} (born {Kay Orton=k}) took it by deed. || {Kay=k} rang.",
    "{Kay Rook=k}. {Tom Rook=t}. || {Kay=k} was {Kay Orton=k} until her marriage. || {Kay=k} rang.",
    "{Kay Rook=k}. || {Kay=k~}'s teacher was {Kay Orton=o} in May. || {Kay=?} rang.",
    "{Kay Rook=a}. {Kay Hart=b}. || {Kay=?} was {Kay Orton=c} until her marriage.",
    "Mother: {Kay Rook=m}. || The grandmother, {Kay Orton=g}, rang. || {Kay=g~} (once {Kay Orton=g}) left.",
    "{Kay Rook=k} came. || You have signed here as {Kay Orton=k}.",
    "{Kay Rook=k} came. || The form was signed by {Kay Orton=o}.",
    '{Barnaby Cox=b} (other names {Barney Cox=b}, "{Barney=b}") has three. || {Barney=b} rang.',
    "{Barnaby Cox=b} and {Barney Cox=c} came. || {Barney=?} rang.",
    "{Catarina Rook=c}. {Catarina=c} is {Cat=c} in the files of the school. || {Cat=c} ran.",
    # before the name of whose initials they are, letters are no role
    "SW\t{Sam=s}\t{Webb=s}\tHV || HV {Sam Webb=s} wrote. {Webb=s} rang. || {Sam Webb=s} signed.",
    "SW\t{Ann=a}\t{Webb=a}\twrote || HV {Ann Webb=h} wrote. {Webb=?} rang. || {Ann Webb=?} signed.",
    # a letter pair that a scanner reads as one
    "SW {Ilie Rook=i}. " + "{Ilie Rook=i} wrote. " * 4 + "|| C3\t{Ihe Rook=i} || {Rook=i} rang.",
]

_ATE = "".join(f"{{NAME=k}} ate {number}. " for number in range(20))
_FARQUHARSON = "SW {Brychan Farquharson=b} wrote. " + _ATE.replace("NAME=k", "Farquharson=b")
FORMS = [
    # a form of the forename with the surname
    "{Christine Rook=c}. {Tom Rook=t}. || Slip for {Chris=c} {Rook=c} sent.",
    "{Christine Rook=c}. {Christopher Rook=d}. || Slip for {Chris=x~} {Rook=y~} sent.",
    "{Kelvin Rook=k}. {Tom Rook=t}. || {Kel Rook=k} rang. {Kel=k} left.",
    "{Kelvin Rook=a} and {Kelso Rook=b}. || {Kel Rook=c} rang.",
    # a form of the forename alone, where the papers are full of her
    "{Rizwan Rook=k}, aged 4. " + _ATE.replace("NAME", "Rizwan") + "|| {Riz=k} fell.",
    "{Rizwan Rook=k}, aged 4. " + _ATE.replace("NAME", "Rizwan") + "|| HV {Riz=x} came.",
    "{Rizwan Rook=k}, aged 4. " + _ATE.replace("NAME", "Rizwan") + "{Rizal Rook=r} ran. || {Riz=?} fell.",
    "{Selam Rook=k}. " + _ATE.replace("NAME", "Selam") + "|| {Selamawit=k} rang.",
    "{Selam Rook=k}. || {Selamawit=?} rang.",
    "{Wale Rook=k}. " + _ATE.replace("NAME", "Wale") + "|| {Adewale=k} rang.",
    "{Sunita Rook=k}. " + _ATE.replace("NAME", "Sunita") + "|| {Suneeta=k} rang.",
    "{Sunita Rook=k}. || {Suneeta=?} rang.",
    # surnames in pieces, and those that only sound alike
    "{Skye Orton-Abu Zaid=s}. {Kay Orton-Abu Zaid=k}. || {Skye=s} {Orton-Abu Zaid=s}. {Orton-Abu Zaid=?}",
    "SW {Brychan Farquharson=b} wrote. "
    + _ATE.replace("NAME=k", "Farquharson=b")
    + "|| {B. Farkuharson=b} rang.",
    "SW {Brychan Farquharson=b} wrote. "
    + _ATE.replace("NAME=k", "Farquharson=b")
    + "|| {T. Farkuharson=t} rang.",
    # whom papers call Mrs is grown up, whoever's child she is
    "The child {Ida Rook=m} ran. || Mrs {Ida Rook=m} wrote. || Ms {Rook=m} rang. || {Rook=m} left.",
    "The child {Ida Rook=c} ran. || Ms {Rook=s} rang. || {Rook=?} left.",
    # initials beside a name are hers
    "{Janet Joyce=j} and {Jim Jones=i}. || Signed: {Janet Joyce=j} {J.J.=j}; {Jim Jones=i} {J.J.=i}.",
    "{Janet Joyce=j} and {Jim Jones=i}. {Una Joyce=u}. || {JOYCE=j} {J.J.=j}\t{JONES=i} {J.J.=i}",
]

_CHILD = "The child {Kay Rook=k} ran. SW {Una Bell=b}. || "
ROLES = [
    # whom something is told has the role, not who is behind it
    _CHILD + "The nurse told SW {Kay=k} was asleep.",
    _CHILD + "SW {Kay=?} was late.",
    # a word of kinship that one bearer alone has, where another is known of every other one
    "Father: {Tom Osgood=t}. Mother: {Ida Osgood=i}. {Kay Osgood=k}, child. || FATHER {OSGOOD=t} LEFT.",
    "Father: {Tom Osgood=t}. Mother: {Ida Osgood=i}. {Max Osgood=x}. || FATHER {OSGOOD=?} LEFT.",
    "Father: {Tom Osgood=t}. Mother: {Ida Osgood=i}. {Kay Osgood=k}, child. || Her father {Osgood=?} rang.",
    "Father: {Tom Osgood=t}. Mother: {Ida Osgood=i}. {Kay Osgood=k}, child. || Baby {Osgood=?} slept.",
]

_MANY = "The child {Mudassar Rook=m} ran. " + _ATE.replace("NAME=k", "Mudassar=m")
_MANY += "|| {Mudassar=m} slept. || {Mudassar=m} rang. || "
SPELT = [
    # a paper that has another spelling throughout, and one that has both
    _MANY + "".join(f"{{Mudasser=m}} was {number}. " for number in range(8)),
    _MANY + "".join(f"{{Mudasser=x}} was {number}. " for number in range(8)) + "{Mudassar=m} ran.",
    _MANY + "{Mudasser Rook=m} was late.",
    _MANY + "{Mudasser Orton=x} was late.",
    _MANY + "PC {Mudasser=x} was late.",
    # a hyphen or none, unless the second word is somebody's surname; a title that is a forename
    "{Chi-Wai Li=c}. {Kay Li=k}. || {Chi Wai=c} ran. {Chi Wai Li=c} sat.",
    "{Chi-Wai Li=c}. {Tom Wai=t}. || {Chi Wai=x} ran. {Chi-Wai=c} sat.",
    "{Rook, Major=m}. {ROOK, Major=m}. {Kay Rook=k}. || {Major=m} ran. {Major Rook=m} sat.",
    "{Rook, Major=r}. {Kay Orton=k}. || Major {Rook=r} sat. {Orton=k} ran.",
    # a worker has no sister in the papers
    "HV {Christine Bell=b} wrote. "
    + _ATE.replace("NAME=k", "Christine Bell=b")
    + "|| {Christina Bell=b} rang.",
    "{Christine Bell=b} wrote. " + _ATE.replace("NAME=k", "Christine Bell=b") + "|| {Christina Bell=c} rang.",
]


@pytest.mark.parametrize("text", SPELT)
def test_another_spelling_is_hers_where_no_paper_has_both(text: str) -> None:
    documents, mentions, who = case(text)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize("text", ROLES)
def test_a_role_before_a_name_is_hers_of_whom_it_is_known(text: str) -> None:
    documents, mentions, who = case(text)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize("text", FORMS)
def test_a_form_of_a_name_is_hers_where_nobody_else_could_be_meant(text: str) -> None:
    documents, mentions, who = case(text)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize("text", CASES)
def test_pieces_side_by_side_are_hers_of_whom_both_are_known(text: str) -> None:
    documents, mentions, who = case(text)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize("text", NAMED_ANEW)
def test_who_is_said_to_have_two_names_is_one(text: str) -> None:
    documents, mentions, who = case(text)
    judged(resolve(mentions, documents), mentions, who)


@pytest.mark.parametrize(
    ("cell", "relation"),
    [
        ("same mother", ""),
        ("another father", ""),
        ("Child Abuse Team", ""),
        ("each child", ""),
        ("child 2", "child"),
        ("subject child", "child"),
        ("mother", "mother"),
        ("maternal aunt", "aunt"),
    ],
)
def test_whose_mother_she_is_says_a_cell_of_a_child_not(cell: str, relation: str) -> None:
    assert relation_of(cell) == relation
