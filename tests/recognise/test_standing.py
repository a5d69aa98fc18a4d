"""In what position a name stands: cited, public, of an office, of the panel, or a participant's."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label, Mention, Standing
from redact.values.text import Document
from tests.recognise.recognise_factory import RULES, table_document, text_document, text_of


def standings(source: str | Document) -> list[tuple[str, str]]:
    """Give the names that are found, with the standing of each."""
    document = text_document(source) if isinstance(source, str) else source
    return [(text_of([document], each), each.standing.value) for each in people(document)]


def people(document: Document) -> list[Mention]:
    return [each for each in find_mentions([document], recognisers=RULES) if each.label is Label.PERSON]


def names_with(standing: Standing, source: str | Document) -> list[str]:
    return [name for name, found in standings(source) if found == standing.value]


CITED = [
    ("Harte (2011) argues that systems matter.", ["Harte"]),  # a verb of writing behind it
    ("Research by Quill and Vesey (2008) has shown this.", ["Quill", "Vesey"]),  # research before it
    ("Headings for the report (Tarrant, 2009):", ["Tarrant"]),  # all of a bracket
    ("as others have shown (Tarrant 1998)", ["Tarrant"]),  # without the comma
    ("(Harte, 2009; Quill & Vesey, 2011)", ["Harte", "Quill", "Vesey"]),  # several in one bracket
    ("(see Harte, 2009, p. 14)", ["Harte"]),  # with a page
    ("It was stretched to cover anything (see also Harte, 2016).", ["Harte"]),
    ("Some authors (notably Harte, 1996, pp. 112-119) would doubt it.", ["Harte"]),
    ("This may differ (for example, Harte and Quill, 2004).", ["Harte", "Quill"]),
    ("Osgood et al., 2009", ["Osgood"]),  # others say enough
    ("In Osgood and others 2016 it is said", ["Osgood"]),
    ("Osgood et al (2012) looked at 40 reviews.", ["Osgood"]),
    ("Harte, A. (2011) Child Protection Practice in Anytown. London.", ["Harte"]),  # a list's entry
    ("Tarrant B 2009 A Guide For Conducting Reviews", ["Tarrant"]),  # without marks
    ("- Harte, A. and Quill, T. (2010) Working with Resistance in Families.", ["Harte", "Quill"]),
    ("according to Harte-Vale (1999), trust is slow", ["Harte-Vale"]),  # a double name
    ("helped by the work of Harte, Quill and Vesey (2009) on this", ["Harte", "Quill", "Vesey"]),  # three
    ("So Harte and Quill (2009) have it.", ["Harte", "Quill"]),  # two with one year, and nothing else
    (
        "research by Harte (2004), Quill (2006) and Vesey (2009)",
        ["Harte", "Quill", "Vesey"],
    ),  # a list goes on
    ("They read records of children. Harte (2006) counted them.", ["Harte"]),  # kin of another sentence
    ("as Harte (2009) has it\n\nHarte, A. (2009) A Guide for All", ["Harte", "Harte"]),  # in the list too
    ("as Harte (2009) has it (Harte, 2009, p. 12)", ["Harte", "Harte"]),  # in brackets too
]


@pytest.mark.parametrize(("text", "expected"), CITED)
def test_an_author_with_a_year_is_cited(text: str, expected: list[str]) -> None:
    assert names_with(Standing.CITED, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "her brother Tom (2004) and her sister Ida (2006)",  # years of birth
        "She lived with her children (Tom 2003, Ida 2005).",  # a list of them
        "Children: Kayleigh (2003)",  # a field
        "The household was mother and Kayleigh M (2003).",  # an initial is no citation by itself
        "Mother: Anna Harte\n\nHarte (2011) argues with the nurse.",  # a participant's name
        "His uncle Tom Harte (2011) argued with the nurse.",  # kinship beats a verb
        "Miss Tarrant visited in 2011.",  # a year that is a date
        "So it was with Harte (1985) in the room.",  # one name, and nothing of research
        "They met Shanelle (born 1985) there.",  # a year of birth, said
        "It was Dean (2007, hospital) again.",  # a year of something that happened
        "They were seen with Tom and Ida (2003).",  # two of one year, seen
        "Shanelle Harte (1985) was there.",  # a forename
        "Children Act (1989), Working Together (2015), Human Rights Act 1998",  # statutes and guidance
        "In March (2009) and since Easter 2010",  # months and feasts
        "DfE (2015) recommends, and Ofsted (2011) found that",  # bodies
    ],
)
def test_a_name_with_a_year_is_not_always_cited(text: str) -> None:
    assert names_with(Standing.CITED, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "She was told of Clare's Law by the police.",
        "He asked under Sarah\u2019s Law.",  # a curly apostrophe
        "She was Gillick competent and the Fraser guidelines were met.",
        "The Edinburgh scale was used.",
        "Work with Barnardo's had ended.",
        "Down syndrome and Munchausen's were thought of.",
        "The Graded Care Profile was not used.",
    ],
)
def test_what_is_called_after_somebody_is_nobody(text: str) -> None:
    assert names_with(Standing.PARTICIPANT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mrs Clare said that the law was clear.",
        "Mother: Sarah Law",
        "Mr Gillick was told.",
        "Dr Fraser gave guidelines on feeding.",
        "Nurse Barnardo came.",
        "Mrs Down rang twice.",
    ],
)
def test_a_person_with_the_name_of_a_method_is_a_person(text: str) -> None:
    assert len(names_with(Standing.PARTICIPANT, text)) == 1


PUBLIC = [
    ("Ministers asked Lord Quillham for a report.", ["Quillham"]),
    ("Lord Quillham recommended this.\n\nLater Lord Quillham was asked.", ["Quillham", "Quillham"]),  # again
    ("Lord Quillham's inquiry; the Quillham report", ["Quillham", "Quillham"]),  # bare before its report
    ("The Quillham Review of Child Protection", ["Quillham"]),  # the title of a review
    ("Professor Harte said so in The Harte Review of Child Protection.", ["Harte", "Harte"]),
    ("The death of Victoria Climbié in 2000", ["Victoria Climbié"]),
    ("as in the case of Daniel Pelka", ["Daniel Pelka"]),
    ("Professor Harte's review of child protection", ["Harte"]),  # whose review it is
    ("the review of social work by Professor Harte", ["Harte"]),  # who led it
    ("the inquiry by Dame Harte into children's homes", ["Harte"]),
    ("Professor Harte has shown what such systems do to judgement.", ["Harte"]),  # on services in general
    ("Professor Harte has written of systems that forget the child.", ["Harte"]),
    ("the Secretary of State for Education, Harriet Quillham, said", ["Harriet Quillham"]),
    ("Ofsted (Harriet Quillham HMCI)", ["Harriet Quillham"]),
    ("Children's Rights Director for England (Tom Quillham OBE)", ["Tom Quillham"]),
    ("Harriet Quillham, Children's Commissioner, wrote", ["Harriet Quillham"]),
    ("HM Chief Inspector Harriet Quillham", ["Harriet Quillham"]),
]


@pytest.mark.parametrize(("text", "expected"), PUBLIC)
def test_a_public_name_stays(text: str, expected: list[str]) -> None:
    assert standings(text) == [(name, "public") for name in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Professor Harte wrote a report on the baby.",  # an expert of the case
        "Dame Harte reviewed the scans.",
        "Professor Harte's review of the child protection plan",  # of one child
        "Professor Harte has shown that the fractures were old and that services knew.",  # an expert
        "HV Harte visited.\n\nProfessor Harte has shown what systems do.",  # a participant elsewhere
        "Mr Quillham's report was late.",  # a worker's report
        "Chief Inspector Larkin attended.",  # a rank of the police
        "Nurse Climbié weighed the child.",  # a surname alone
        "Mrs Pelka told the school.",
        "Lord Quillham visited his niece.",  # no word of an inquiry
        "Tom Quillham OBE visited the school.",  # an honour is no office
        "Her uncle Lord Quillham wrote a report.",  # kinship
    ],
)
def test_a_participant_is_not_public(text: str) -> None:
    assert names_with(Standing.PUBLIC, text) == []
    assert names_with(Standing.PARTICIPANT, text)


def test_a_published_case_counts_only_as_a_case() -> None:
    assert names_with(Standing.PUBLIC, "On Monday Daniel Pelka was seen at school.") == []


def test_the_child_of_a_review_is_no_published_case_whatever_the_name() -> None:
    text = "Child: Daniel Pelka\n\nThe death of Daniel Pelka was reported."
    assert names_with(Standing.PUBLIC, text) == []
    assert names_with(Standing.PARTICIPANT, text) == ["Daniel Pelka", "Daniel Pelka"]


def test_a_public_name_without_its_title_is_asked_about() -> None:
    document = text_document("Lord Quillham published a report.\n\nThen Quillham hit the child.")
    last = people(document)[-1]
    assert (last.standing, last.score < 0.6) == (Standing.PARTICIPANT, True)


OFFICE = [
    "Independent author: Anna Harte",
    "Independent Chair: Anna Harte",
    "Independent Overview Report Author - Anna Harte",
    "Overview author: Anna Harte",
    "Report by Anna Harte, independent overview author",
    "Anna Harte, Independent Reviewer",
    "Chair of the Serious Case Review Panel: Anna Harte",
    "Lead Reviewer: Anna Harte",
    "Anytown LSCB\nLSCB Chair: Anna Harte",
]


@pytest.mark.parametrize("text", OFFICE)
def test_the_chair_and_the_author_stand_in_their_role_line(text: str) -> None:
    assert ("Anna Harte", "office") in standings(text)
    assert names_with(Standing.PARTICIPANT, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Independent Reviewing Officer: Anna Harte",  # a practitioner of the case
        "Author: Anna Harte",  # of a management review
        "Independent author of the IMR: Anna Harte",
        "Conference attended by\nIndependent Chair: Anna Harte, present",  # of a conference
        "Chair: Anna Harte",
        "Anna Harte, Team Manager",
    ],
)
def test_other_roles_are_participants(text: str) -> None:
    assert names_with(Standing.OFFICE, text) == []


def test_the_author_stands_in_rows_and_is_asked_about_in_a_sentence() -> None:
    table = table_document([["Independent Author", "Anna Harte"], ["Date", "May 2009"]])
    assert standings(table) == [("Anna Harte", "office")]
    text = (
        "Independent author: Anna Harte\n\nTo: Anna Harte\n\nThe panel thanks Anna Harte. Then Anna hit him."
    )
    assert standings(text)[:3] == [
        ("Anna Harte", "office"),
        ("Anna Harte", "office"),
        ("Anna Harte", "participant"),
    ]
    assert people(text_document(text))[2].score < 0.6
    assert names_with(Standing.OFFICE, text) == ["Anna Harte", "Anna Harte"]


PANEL = [
    "Panel members:\nAnna Harte, Head of Service, Anytown Council\nTom Vesey, Designated Nurse",
    "Panel members: Anna Harte (Head of Service), Tom Vesey (Designated Nurse)",
    "Membership of the panel\n\nAnna Harte, Head of Service\n\nTom Vesey, Lead Nurse",
    "Serious Case Review Panel Members\n- Head of Service: Anna Harte\n- Lead Nurse: Tom Vesey",
    "Members of the Review Panel\nAnna Harte - Head of Service\nTom Vesey - Team Manager",
    "Review Team\nAnna Harte, Head of Service\nTom Vesey, Team Manager",
]


@pytest.mark.parametrize("text", PANEL)
def test_members_of_the_panel_stand_in_their_list(text: str) -> None:
    assert standings(text) == [("Anna Harte", "panel"), ("Tom Vesey", "panel")]


@pytest.mark.parametrize(
    "text",
    [
        "Panel members:\nMother: Anna Harte",  # a relative in the wrong place
        "Panel members\nHead of Service\n\nThe panel met twice in all.\n\nAnna Harte, Team Manager",  # ended
        "The panel members saw Anna Harte, the Team Manager.",  # a sentence
        "Staff involved:\nAnna Harte, Head of Service",
        "Anna Harte, Head of Service, spoke to the panel.",
        "Attendees: Anna Harte, Head of Service",
        "Panel members\nHead of Service\n\nCase Group\n\nAnna Harte, Team Manager",  # another list
        "Review Team\nAnna Harte, Social Worker",  # a post of the case
    ],
)
def test_others_are_no_members_of_the_panel(text: str) -> None:
    assert names_with(Standing.PANEL, text) == []
    assert names_with(Standing.PARTICIPANT, text) == ["Anna Harte"]


def test_a_column_of_panel_members() -> None:
    table = table_document([["Panel member", "Agency"], ["Anna Harte", "Council"], ["Tom Vesey", "Police"]])
    assert standings(table) == [("Anna Harte", "panel"), ("Tom Vesey", "panel")]


def test_a_contact_officer_is_a_participant() -> None:
    assert standings("Contact: Anna Harte, Manager, 01632 960123") == [("Anna Harte", "participant")]


def test_a_files_name_and_its_properties_are_never_a_position() -> None:
    assert names_with(Standing.CITED, "file name: (Harte, 2009).docx") == []
