"""Hard cases of who is who: each is asked or right, none is wrong."""

from __future__ import annotations

import pytest

from tests.resolve.telling import people, table, told

# A text, how many people it tells of, and what is unresolved.
TOLD = [
    # a calling tells two of one surname apart, with and without a whole name
    ("PC {Rook} and Nurse {Rook} came.", 2, []),
    ("PC {Rook} and Nurse {Rook} came. {Rook} left.", 2, ["Rook"]),
    ("PC {Ida Rook} and Nurse {Ida Rook} came.", 2, []),
    ("PC {Ida Rook} and Nurse {Tom Rook} came. PC {Rook} left.", 2, []),
    ("{Ida Rook} came. PC {Rook} and Nurse {Rook} left.", 1, ["Rook", "Rook"]),
    ("{Ida Rook} came. Mr {Rook} and Mrs {Rook} left.", 2, []),  # Ida is a woman's name
    ("{Ida Rook} came. {Rook} and {Rook} left.", 1, ["Rook", "Rook"]),
    # a title is one person's where others have others
    ("Mrs {Enid Rook} and {Kay Rook} came. Ms {Rook} left.", 2, ["Rook"]),  # a Mrs is called Ms too
    ("Mrs {Enid Rook} and Ms {Kay Rook} came. Mrs {Rook} left. Ms {Rook} stayed.", 2, []),
    ("{Enid Rook} and {Kay Rook} came. Ms {Rook} left.", 2, ["Rook"]),
    # dates of birth, but for a slip in one
    ("{Tom Rook} (b. 1.2.1961) and {Tom Rook} (b. 3.4.2009) came.", 2, []),
    ("{Tom Rook} (b. 1.2.1961) and {Tom Rook} (b. 3.4.2009) came. {Tom Rook} left.", 2, ["Tom Rook"]),
    ("{Tom Rook}, born 3 April 2009, came. {Tom Rook} (dob 03/04/09) left.", 1, []),
    ("{Tom Rook} (b. 3.4.2009) came. {Tom Rook} (b. 4.4.2009) left.", 1, []),
    # maiden and married names
    ("{Kay Rook} came. Records under {Kay Rook} and {Kay Orton} were searched.", 1, []),
    ("{Kay Rook} came. Records under {Kay Rook} and {Tom Rook} were searched.", 2, []),
    ("Names of those present: {Kay Rook}, {Tom Hart} and {Kay Orton}.", 3, []),
    ("Records for {Tom Rook}, {Kay Rook} and {Kay Orton} were searched.", 3, []),
    ("Names were searched in the spellings {Kay Rook}, {Kai Orton} and {Kay Orton}.", 1, []),
    ("{Kay Rook} came.\n\nHer file is held under {Kay Orton}.", 1, []),
    ("{Kay Rook} came.\n\n{Kay Orton} wrote of it.", 2, []),
    ("{Kay Rook} came. Under the maiden name of {Kay}, {Orton}, is more. {Orton}", 1, []),
    ("{Kay Rook} came. Entries in which {Kay} is called {Kay Orton} or {Bunty Orton} stay.", 1, []),
    ("{Kay Rook} came.\n\nThe baby was called {Kay Orton}.", 2, []),
    ("{Kay Rook} came. The girls are called {Ida Orton} or {Kay Orton}.", 3, []),
    ("{Kay Rook} came.\n\nHer school days, when she was {Kay Orton}, were hard.", 1, []),
    ("Name: {Kay Rook}\n\nAlso: {Kay Orton}", 1, []),
    ("Name: {Kay Rook}\n\nAlso known as: {Binky Orton}\n\n{Binky}", 1, []),
    ("{Kay Rook} came.\n\n{Kay Rook-Orton} left. {Kay} rang.", 1, []),  # half of a double surname
    # a short form is asked of everybody whom it fits, and is no proof where both stand side by side
    ("{Robert Rook} came.\n\n{Bob Rook} left. {Bob} rang.", 1, []),
    ("{Robert Rook} and {Bob Rook} came. {Bob} rang.", 2, ["Bob"]),
    ("{Margaret Rook} came. {Peggy Orton} left. {Peggy} rang.", 2, ["Peggy"]),
    ("{Rukhsana Rook} came. {Rukh} left.", 1, []),  # a part of the forename
    ("{Rukhsana Rook} came. {Rukhmal Orton} left. {Rukh} rang.", 2, ["Rukh"]),
    ("{Joseph Rook} came. {Josephine} left.", 2, []),
    ("{Ademola Rook} came. {Demola} left.", 1, []),
    ("{Adrian Rook} came. {Rian} left.", 2, []),
    # words that are names
    ("{Hope Rook} and {Will Hope} came. {hope} rang.", 2, ["hope"]),
    ("{Hope Rook} came. {Will Osgood} came. {hope} and {will} rang.", 2, []),
    # the surname first without a comma, and in two pieces
    ("{Kay Rook} came. {Tom Rook} left. {Kay Orton} rang. {rook kay} wrote.", 3, []),
    ("{Kay Rook} and {Tom Rook} came. {ROOK} {Kay} left.", 2, []),
    ("{Rook K} wrote. {Kay Rook} came. {K. Rook}.", 1, []),
    ("{O. Rook} came. {Olga Rook} left.", 1, []),  # an initial, no particle
]


@pytest.mark.parametrize(("text", "number", "unresolved"), TOLD)
def test_who_is_who(text: str, number: int, unresolved: list[str]) -> None:
    persons, open_ = people(*told(text))
    assert open_ == unresolved
    # A stranger who only could be meant, as the PC beside Ida, stands with no mention and is not among them.
    assert len(persons) == number


# A rare spelling beside a frequent one, and whether it is taken for a slip in it.
RARE = [
    ("Kadesha", "Kadeisha", True),  # a letter left out
    ("Harriett", "Harriet", True),
    ("Marcia", "Maria", False),  # a name of its own
    ("Kieran", "Kiran", False),
    ("Daniel", "Daniela", False),
    ("Lau", "Lauren", False),
    ("Mali", "Malathi", False),
]


@pytest.mark.parametrize(("rare", "frequent", "one"), RARE)
def test_a_rare_spelling(rare: str, frequent: str, one: bool) -> None:
    persons, unresolved = people(*told(f"{{{frequent} Rook}} came. " * 9 + f"{{{rare}}} rang."))
    assert (len(persons), unresolved) == (1 if one else 2, [])


# Rows of a table below their headings, and the people of whom they tell.
TABLES = [
    # forename and surname in two cells
    (("Forename", "Surname", "Relation"), ("{Ida}", "{Rook}", "mother"), ("{Tom}", "{Rook}", "father"), 2),
    (("Surname", "Forenames", "DOB"), ("{Rook}", "{Ida}", "1.2.61"), ("{Rook}", "{Tom}", "3.4.09"), 2),
    # one heading over both cells
    (("Who", "", "Role"), ("{Ida}", "{Rook}", "nurse"), ("{Tom}", "{Rook}", "teacher"), 2),
    # two births, two people; one birth, one person
    (("Name", "Date of birth", "Role"), ("{Ida Rook}", "1.2.61", ""), ("{Ida Rook}", "3.4.2009", ""), 2),
    (("Name", "Date of birth", "Role"), ("{Ida Rook}", "1.2.61", ""), ("{Ida Rook}", "01/02/1961", ""), 1),
    # two ages in one table, but for those of a chronology
    (("Name", "Age", "Role"), ("{Ida Rook}", "61", ""), ("{Ida Rook}", "7", ""), 2),
    (("Name", "Age", "Date"), ("{Ida Rook}", "6", "1.2.09"), ("{Ida Rook}", "7", "1.2.10"), 1),
    # two callings
    (("Name", "Role", "DOB"), ("{Ida Rook}", "police constable", ""), ("{Ida Rook}", "midwife", ""), 2),
    # another name in the same row
    (("Name", "Known as", "DOB"), ("{Ida Rook}", "{Bunty Rook}", ""), ("{Tom Rook}", "", ""), 2),
    (("Name", "Maiden name", "DOB"), ("{Ida Rook}", "{Orton}", ""), ("{Tom Rook}", "", ""), 2),
]


@pytest.mark.parametrize(("head", "one", "other", "number"), TABLES)
def test_rows_of_tables(
    head: tuple[str, ...], one: tuple[str, ...], other: tuple[str, ...], number: int
) -> None:
    persons, unresolved = people(*table(head, one, other))
    assert (len(persons), unresolved) == (number, [])
    # The same as lines of a text whose cells are parted by tabs.
    lines = "\n\n".join("\t".join(row) for row in (head, one, other))
    assert [len(names) for names in people(*told(lines))[0]] == [len(names) for names in persons]


def test_a_row_tells_of_a_bare_name_behind_the_table() -> None:
    rows = ("Forename", "Surname", "Relation"), ("{Ida}", "{Rook}", "mother"), ("{Tom}", "{Rook}", "father")
    persons, unresolved = people(*table(*rows, then="Ms {Rook} rang. {Tom} left. {Rook} too."))
    assert persons == [["Ida", "Rook", "Rook"], ["Tom", "Rook", "Tom"]]
    assert unresolved == ["Rook"]


def test_initials_with_her_calling_are_hers_in_every_document() -> None:
    persons, unresolved = people(*told("HV {Ida Rook} rang.", "Seen by HV {IR}.", "Seen. {IR}."))
    assert (persons, unresolved) == ([["Ida Rook", "IR"], ["IR"]], [])
