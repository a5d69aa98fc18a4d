"""Papers of invented cases in the forms that boards print: who is read from them, and what is doubted."""

from __future__ import annotations

from datetime import date

import pytest

from redact.resolve.papers import read_paper
from redact.resolve.papers.cells import born_of, is_empty, is_label, names_of
from redact.resolve.papers.guessing import naming_lists
from redact.resolve.papers.headings import heading_of, relation_of
from redact.values.papers import Paper, PaperKind
from redact.values.text import Document, Format, Location, Part, Passage

FAMILY = """\
Name|Relationship to Child|Date of Birth|Legal Status|Ethnic Origin
HARTWELL, Anneke (née Prowse)|Mother|01/02/1983||White British
Idony Hartwell|Subject child|4 May 2009||
||||
Robert "Bobbin" Lunde aka Rob Marshall|mother's partner|n/k||"""
NAMING = """\
Name|Post|Agency|To be known as
Ms Annis Halewood|Health Visitor|Trust|HV1
Dr P. Okafor|GP||GP1"""
BATH_FORM = """\
Surname|Hartwell|Address|1 Mill Row
First name|Idony||
Date of Birth|4 May 2009|Gender|F"""
BATH_PARENTS = """\
|Mother|Father
Name|Anneke Hartwell|Tomos & Lee Lunde
Date of Birth|01.02.1983|unknown"""
MILTON_KEYNES_KEY = """\
Child: Idony Hartwell|Date of birth: 04-05-2009
Ethnic Origin: Mixed|Religion: none
Mother: Anneke Hartwell|Date of birth: 01-02-1983"""
ANONYMISED_KEY = MILTON_KEYNES_KEY.replace("Idony Hartwell", "Child x").replace("Anneke Hartwell", "Parent 1")
MILTON_KEYNES_FORM = """\
Name of Child:|Idony Hartwell
Date of Birth:|04/05/2009
Home address:|1 Mill Row"""
STAFF = "Name|Role|Interviewed?\nAnnis Halewood|Health Visitor|yes\nPC Rook|Response officer|no"


def paper(text: str) -> Paper | None:
    found = read_paper(tuple(tuple(line.split("|")) for line in text.splitlines()), "0" * 64)
    return found[0] if found else None


def said(text: str) -> list[tuple[str, str | None, date | None]]:
    read = paper(text)
    return [(one.names[0].text, one.relation, one.born) for one in read.people if one.names] if read else []


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        (
            FAMILY,
            PaperKind.FAMILY,
            [
                ("Anneke HARTWELL", "mother", date(1983, 2, 1)),
                ("Idony Hartwell", "subject child", date(2009, 5, 4)),
                ("Robert Lunde", "mother's partner", None),
            ],
        ),
        (NAMING, PaperKind.NAMING, [("Annis Halewood", None, None), ("P. Okafor", None, None)]),
        (BATH_FORM, PaperKind.FORM, [("Idony Hartwell", None, date(2009, 5, 4))]),
        (
            BATH_PARENTS,
            PaperKind.FAMILY,
            [("Anneke Hartwell", "mother", date(1983, 2, 1)), ("Tomos & Lee Lunde", "father", None)],
        ),
        (
            MILTON_KEYNES_KEY,
            PaperKind.FORM,
            [("Idony Hartwell", "child", date(2009, 5, 4)), ("Anneke Hartwell", "mother", date(1983, 2, 1))],
        ),
        (MILTON_KEYNES_FORM, PaperKind.FORM, [("Idony Hartwell", "child", date(2009, 5, 4))]),
        (STAFF, PaperKind.STAFF, [("Annis Halewood", None, None), ("Rook", None, None)]),
        (  # a title over all, headings in sentences, kin in words
            "Family|||\nFull name of person|Who are they?|DOB (dd/mm/yyyy)|Shoe\n"
            "Idony Hartwell|Subject of this review|04/05/2009|3\nMrs Enid Prowse|Nan (mum's side)||5\n"
            "Odo Hartwell|His big brother||\nThe aunt lives with them|||",
            PaperKind.FAMILY,
            [
                ("Idony Hartwell", "child", date(2009, 5, 4)),
                ("Enid Prowse", "maternal grandmother", None),
                ("Odo Hartwell", "brother", None),
                ("The aunt lives with them", None, None),
            ],
        ),
        (  # no headings
            "Idony Hartwell|Child|04/05/2009\nAnneke Hartwell|Mother|",
            PaperKind.FAMILY,
            [("Idony Hartwell", "child", date(2009, 5, 4)), ("Anneke Hartwell", "mother", None)],
        ),
        (
            "Mother|Anneke Hartwell\nMGM|Enid Prowse",
            PaperKind.FAMILY,
            [("Anneke Hartwell", "mother", None), ("Enid Prowse", "mgm", None)],
        ),
        (
            "Annis Halewood|Social worker (duty)\nOdo Rook|GP",
            PaperKind.STAFF,
            [("Annis Halewood", None, None), ("Odo Rook", None, None)],
        ),
        (  # a merged cell says whose part of a form it is
            "Child's details|Full name|Idony Hartwell\n|D.o.b.|04/05/2009\n"
            "Mother's details|Full name|Anneke Hartwell",
            PaperKind.FORM,
            [("Idony Hartwell", "child", date(2009, 5, 4)), ("Anneke Hartwell", "mother", None)],
        ),
        (  # several people in a row are several
            "Name of child|DOB|Name of mother\nIdony Hartwell|04/05/2009|Anneke Prowse",
            PaperKind.FAMILY,
            [("Idony Hartwell", "child", date(2009, 5, 4)), ("Anneke Prowse", "mother", None)],
        ),
        (
            "Name of parent(s)/carer(s)|Lives with child\nAnneke Hartwell (mother)|yes",
            PaperKind.FAMILY,
            [],
        ),
        (
            "Name of parent(s)/carer(s)|DOB\nAnneke Hartwell (mother)|n/k\nVacant|",
            PaperKind.FAMILY,
            [("Anneke Hartwell", "mother", None)],
        ),
    ],
)
def test_the_forms_that_boards_print(
    text: str, kind: PaperKind, people: list[tuple[str, str | None, date | None]]
) -> None:
    read = paper(text)
    assert (read is None) is (not people)
    assert read is None or read.kind is kind
    assert said(text) == people


def test_what_is_guessed_and_what_is_passed_over_is_said() -> None:
    guessed = paper("Idony Hartwell|Child\nAnneke Hartwell|Mother")
    assert guessed is not None
    assert [(one.row, one.doubts[-1]) for one in guessed.people] == [
        (1, "its table has no headings: what each column holds was guessed"),
        (2, "its table has no headings: what each column holds was guessed"),
    ]
    passed = paper("Name|Role|Shoe size|Address|Hat\nAnnis Halewood|GP|5|1 Mill Row|")
    assert passed is not None
    assert passed.passed == (3,)  # the address is known and not taken over, no hat is given
    wordy = paper(
        "Person's real name|How they will be referred to in the report|What is their relationship?\n"
        "Lee Lunde|Adult C|Mother's ex-partner"
    )
    assert wordy is not None
    assert [(one.label, one.relation) for one in wordy.people] == [("Adult C", "mother's ex-partner")]


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        (  # names on either side, a mark on one of the labels
            "Names used:\n• Idony Hartwell – Child F\nMother = Anneke Hartwell\nThe end",
            (("Name", "Pseudonym"), ("Idony Hartwell", "Child F"), ("Anneke Hartwell", "Mother")),
        ),
        (  # words for kin alone are no labels
            "Mother: Anneke Hartwell\nFather: Tomos Lunde",
            (("Name", "Relationship"), ("Anneke Hartwell", "Mother"), ("Tomos Lunde", "Father")),
        ),
        ("Mother: Anneke Hartwell\nShe came.\nFather: Tomos Lunde", None),  # no list
        ("Mother: she rang at ten\nFather: he came", None),
        ("Child F: male\nChild G: female", None),
    ],
)
def test_a_list_of_names_and_labels_is_read_line_by_line(
    lines: str, rows: tuple[tuple[str, str], ...] | None
) -> None:
    passage = Passage("p", lines, Location(Part.BODY))
    document = Document("d", "0" * 64, Format.TXT, (passage,), ())
    assert list(naming_lists(document)) == ([] if rows is None else [rows])


def test_further_names_of_one_person() -> None:
    read = paper(FAMILY)
    assert read is not None
    assert [(name.text, name.kind.value) for name in read.people[2].names] == [
        ("Robert Lunde", "legal"),
        ("Rob Marshall", "known-as"),
        ("Bobbin", "nickname"),
    ]
    assert [(name.text, name.kind.value) for name in read.people[0].names][1:] == [("Prowse", "maiden")]


def test_a_naming_table_gives_labels_and_roles() -> None:
    read = paper(NAMING)
    assert read is not None
    assert [(one.label, one.roles) for one in read.people] == [
        ("HV1", ("Health Visitor",)),
        ("GP1", ("GP",)),
    ]


def test_a_key_of_labels_alone_names_nobody() -> None:
    read = paper(ANONYMISED_KEY)
    assert read is not None
    assert [(one.names, one.label) for one in read.people] == [((), "Child x"), ((), "Parent 1")]
    assert all(one.doubts for one in read.people)


@pytest.mark.parametrize(
    "text",
    [
        "Date|Event\n3 April 2009|Anneke Hartwell rang",  # a chronology
        "Action|Lead|By when\nShare the plan|Anneke Hartwell|3 April",  # an action plan
        "Name|Relationship to Child|Date of Birth\n||",  # an empty form
        "Agency|Contact|Reason\nTrust|post@example.org|visits",
        "3 May|Social worker|Saw Idony\n4 May|GP|Anneke rang",  # a chronology without headings
        "Thornwick School|Primary school\nOak Hall|Nursery",
        "SW|Social worker\nHV|Health visitor",  # abbreviations
        "Question|Answer\nName of school|Thornwick Primary\nName of agency|Trust",
        "",
    ],
)
def test_what_is_no_paper_of_the_case(text: str) -> None:
    assert paper(text) is None


@pytest.mark.parametrize(
    ("text", "names", "doubted"),
    [
        ("HARTWELL, Anneke", ["Anneke HARTWELL"], False),
        ("Mrs Anneke Hartwell", ["Anneke Hartwell"], False),
        ("Dr P. Okafor (GP)", ["P. Okafor"], False),
        ("Anneke Hartwell (also known as Kay Prowse)", ["Anneke Hartwell", "Kay Prowse"], False),
        ("Anneke Hartwell formerly known as Prowse", ["Anneke Hartwell", "Prowse"], False),
        ("“Bobbin” Lunde", ["Lunde", "Bobbin"], False),
        ("Anneke O'Hara", ["Anneke O'Hara"], False),
        ("Anneke and Idony Hartwell", ["Anneke and Idony Hartwell"], True),
        ("Anneke Hartwell\nIdony Hartwell", ["Anneke Hartwell\nIdony Hartwell"], True),
        ("not known", [], False),
        ("____", [], False),
        ("?", [], False),
        ("12", [], False),
        ("vacant", [], False),
        ("lives with the aunt now", ["lives with the aunt now"], False),  # a list may be in small letters
        ("Idony lives with them", ["Idony lives with them"], True),
    ],
)
def test_the_names_of_a_cell(text: str, names: list[str], doubted: bool) -> None:
    found, doubts = names_of(text)
    assert [name.text.replace("\n", " ") for name in found] == [name.replace("\n", " ") for name in names]
    assert bool(doubts) == doubted


@pytest.mark.parametrize(
    ("text", "born", "doubted"),
    [
        ("04/05/2009", date(2009, 5, 4), False),
        ("4.5.09", date(2009, 5, 4), True),  # the century was guessed
        ("4.5.83", date(1983, 5, 4), True),
        ("4th May 2009", date(2009, 5, 4), False),
        ("2009-05-04", date(2009, 5, 4), False),
        ("31/02/2009", None, True),
        ("spring 2009", None, True),
        ("n/k", None, False),
        ("", None, False),
    ],
)
def test_dates_of_birth(text: str, born: date | None, doubted: bool) -> None:
    found, doubts = born_of(text)
    assert (found, bool(doubts)) == (born, doubted)


def test_words_of_headings_and_relations() -> None:
    assert [heading_of(text) is not None for text in ("Name(s):", "D.O.B.", "Sibling 2", "Weather")] == [
        *(True, True, True, False)
    ]
    said = [relation_of(text) for text in ("Maternal Grandmother (MGM)", "half-brother", "Solicitor", "")]
    assert said == ["maternal grandmother", "half-brother", None, None]
    assert is_empty(" – ")
    assert [is_label(text) for text in ("Child x", "SW1", "Parent 2", "Mother", "Anneke")] == [
        *(True, True, True, True, False)
    ]
