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
    [("same mother", ""), ("another father", ""), ("mother", "mother"), ("maternal aunt", "aunt")],
)
def test_whose_mother_she_is_says_a_cell_of_a_child_not(cell: str, relation: str) -> None:
    assert relation_of(cell) == relation
