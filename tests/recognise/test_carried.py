"""A standing that is carried from its position to other places of the name, and what keeps it from there.

A model of the tests finds each name; all texts and names are invented.
"""

from __future__ import annotations

import pytest

from redact.recognise.carried_signs import initials_of, is_of_a_family, parts_of
from redact.values.people import Standing
from tests.recognise.recognise_factory import text_of
from tests.recognise.standing_factory import all_standings, people_with_model, standings_of

REVIEW = "Serious Case Review\n\nIndependent author: Harriet Osgoode\n\n"
LIST = "\n\nReferences\n\nQuillham, B. (2014) Listening Late. Anytown: Lodestar Press."

# The text, the name of which every place stays, and the names that the model knows.
STAYS: list[tuple[str, str, tuple[str, ...]]] = [
    # authors of works
    ("Quillham (2014) writes of files." + LIST, "Quillham", ("Quillham", "Quillham, B.")),
    ("Quillham's model is used here." + LIST, "Quillham", ("Quillham", "Quillham, B.")),
    # rows without a verb
    (REVIEW + "Name (print): Harriet Osgoode", "Harriet Osgoode", ()),
    (REVIEW + "May 2021 - Harriet Osgoode appointed", "Harriet Osgoode", ()),
    (REVIEW + "Leaflet | Council | Ms Osgoode spoke first", "Osgoode", ("Harriet Osgoode", "Osgoode")),
    # a forename alone in rows of the plan
    (REVIEW + "Final report | Harriet | May\nInterviews | Harriet | June", "Harriet", ("Harriet",)),
    # a published case
    ("The death of Daniel Pelka was reported. Daniel Pelka is often named.", "Daniel Pelka", ()),
]


@pytest.mark.parametrize(("text", "name", "names"), STAYS)
def test_the_same_person_stays_elsewhere(text: str, name: str, names: tuple[str, ...]) -> None:
    found = standings_of(text, name, names)
    assert found
    assert Standing.PARTICIPANT not in found


@pytest.mark.parametrize(
    "told",
    [
        "Osgoode, independent author's brother, came.",
        "Osgoode, independent chair of the case conference, came.",
        "As told to the independent author, Osgoode came.",
    ],
)
def test_the_role_of_another_beside_a_surname_clears_nobody(told: str) -> None:
    text = REVIEW + "His father Mr Osgoode hit him.\n\n" + told
    standings = [standing for _, standing in all_standings(text, ["Osgoode"])]
    assert standings[-1] == "participant"


def test_with_the_role_before_it_a_surname_is_the_authors_whoever_else_bears_it() -> None:
    text = REVIEW + "His mother Mrs Osgoode hit him.\n\nThe outline was sent by Independent Author Osgoode."
    standings = [standing for _, standing in all_standings(text, ["Osgoode"])]
    assert standings[-2:] == ["participant", "office"]


# With the role beside it, the name is in a role line, whatever paper it is.
@pytest.mark.parametrize(
    ("told", "stays"),
    [
        ("The outline was sent by Independent Author Harriet Osgoode.", True),
        ("The panel is led by Harriet Osgoode, independent author, who met him.", True),
        ("The outline was sent by Harriet Osgoode.", False),
        ("As to Harriet Osgoode, Independent Chair Ida Rook wished it noted.", False),
    ],
)
def test_beside_the_role_an_office_stays_in_other_papers(told: str, stays: bool) -> None:
    found = standings_of(REVIEW + "1. Health IMR\n\nNotes of the health IMR: " + told, "Harriet Osgoode")
    assert (Standing.PARTICIPANT not in found) is stays


# The name of the author or the chair stays in their role line alone: elsewhere it is asked about.
@pytest.mark.parametrize(
    ("text", "name", "names"),
    [
        (REVIEW + "The panel thanks Harriet Osgoode.", "Harriet Osgoode", ()),
        (REVIEW + "Ms Osgoode found that nobody had asked.", "Osgoode", ()),
        (
            "Review panel, minutes\n\nPresent: Tom Vesey (independent chair)\n\nTom Vesey thought it long.",
            "Tom Vesey",
            (),
        ),
    ],
)
def test_an_office_is_not_carried(text: str, name: str, names: tuple[str, ...]) -> None:
    found = standings_of(text, name, names)
    assert {Standing.OFFICE, Standing.PARTICIPANT} == set(found)


@pytest.mark.parametrize(
    ("text", "is_sure"),
    [
        ("The panel thanks Harriet Osgoode.", False),  # a sentence of the review
        ("Harriet Osgoode has never worked for the council.", False),  # one of the author alone
        ("Harriet Osgoode will write to Ida Quill.", True),  # one that names somebody of the case
        ("Harriet Osgoode thanks Ida Quill for the draft.", False),  # and speaks of the review
    ],
)
def test_an_author_is_asked_about_where_the_review_is_spoken_of(text: str, is_sure: bool) -> None:
    document, found = people_with_model(REVIEW + text, ("Harriet Osgoode", "Ida Quill"))
    theirs = [each for each in found if text_of([document], each) == "Harriet Osgoode"]
    assert (theirs[-1].score >= 0.6) is is_sure


# The text, the name of which one place at least is a finding, and the names that the model knows.
GOES: list[tuple[str, str, tuple[str, ...]]] = [
    (REVIEW + "Her mother, Ms Osgoode, wept.", "Osgoode", ()),  # kinship
    (REVIEW + "The midwife, Ms Osgoode, rang.", "Osgoode", ()),  # a post before it
    (REVIEW + "Ms Osgoode, the class teacher, saw it.", "Osgoode", ()),  # a post behind it
    (REVIEW + "Mother: Harriet Osgoode", "Harriet Osgoode", ()),  # a field, of the same name
    (REVIEW + "Paul Osgoode left. Mr Osgoode was sad.", "Osgoode", ("Paul Osgoode",)),  # another forename
    (REVIEW + "Ms Osgoode met Mr Osgoode.", "Osgoode", ()),  # two sexes
    (REVIEW + "Ms Osgoode was arrested.", "Osgoode", ()),  # what nobody does who reviews
    (REVIEW + "Ms Osgoode's baby was well.", "Osgoode", ()),  # what only somebody of the case has
    (REVIEW + "P. Osgoode signed the tenancy.", "P. Osgoode", ("P. Osgoode",)),  # another initial
    (REVIEW + "Harriet was four. Harriet slept.", "Harriet", ("Harriet Osgoode", "Harriet")),
    (REVIEW + "Harriet wrote a draft. Harriet slept.", "Harriet", ("Harriet Osgoode", "Harriet")),
    # rows of the case, and one place that is no row
    (REVIEW + "Interviews | Harriet | June\n\nSeen at home | Harriet | June", "Harriet", ("Harriet",)),
    (REVIEW + "Interviews | Harriet | June\n\nHarriet slept.", "Harriet", ("Harriet",)),
    # a surname alone that is an author's too: one sentence of the case, and none of them is the author's
    ("Quillham put it to the manager." + LIST, "Quillham", ("Quillham", "Quillham, B.")),
    ("Quillham suggests so. Quillham saw the baby." + LIST, "Quillham", ("Quillham", "Quillham, B.")),
    ("Quillham concluded that all was well." + LIST, "Quillham", ("Quillham", "Quillham, B.")),
    ("Ms Quillham rang." + LIST, "Quillham", ("Quillham, B.",)),  # a title of nobody learned
    ("Quillham was at school that day." + LIST, "Quillham", ("Quillham", "Quillham, B.")),
    ("The death of Daniel Pelka was reported. Ms Pelka rang.", "Pelka", ("Daniel Pelka",)),
    ("The death of Tyra Henry was reported. She was offered Henry as interpreter.", "Henry", ("Tyra Henry",)),
]


@pytest.mark.parametrize(("text", "name", "names"), GOES)
def test_a_participant_of_that_name_does_not_stay(text: str, name: str, names: tuple[str, ...]) -> None:
    assert Standing.PARTICIPANT in standings_of(text, name, names)


def test_one_who_bears_the_whole_name_is_a_finding_and_the_author_stays_in_the_role_line() -> None:
    text = REVIEW + "Osgoode hit him.\n\nPaul Osgoode hit him too."
    found = dict(all_standings(text, ["Harriet Osgoode", "Paul Osgoode"]))
    assert (found["Harriet Osgoode"], found["Paul Osgoode"]) == ("office", "participant")


@pytest.mark.parametrize(
    ("name", "parts", "initials"),
    [
        ("Harriet Osgoode", ("harriet", "osgoode"), ""),
        ("OSGOODE, Harriet", ("harriet", "osgoode"), ""),  # surname first
        ("Ms Osgoode", ("osgoode",), ""),
        ("Osgoode, H. J.", ("osgoode",), "HJ"),
        ("H. van der Osgoode-Vesey", ("osgoode-vesey",), "H"),  # small words are no part
        ("HO", ("ho",), "HO"),  # letters alone
        ("Harriet Osgoode OBE", ("harriet", "osgoode"), ""),  # an honour
    ],
)
def test_the_parts_of_a_name(name: str, parts: tuple[str, ...], initials: str) -> None:
    assert (parts_of(name), initials_of(name)) == (parts, initials)


OFFICES = "Serious Case Review\n\nIndependent Author: Harriet Osgoode\nIndependent Chair: Tom Vesey\n\n"
ROW = "Stage\tName\nContract for\tOsgoode\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # its letters beside it show whose it is, whatever a sentence tells
        ("Vesey moved that it be read.\n\nStage\tName\tInitials\nRead\tVesey\tTV\n", "TV"),
        (ROW, "Osgoode"),
        # its own role line looks like a post and like a field
        ("Signed off: Harriet Osgoode, Lead Reviewer; Tom Vesey, Chair\n\n" + ROW, "Osgoode"),
        ("Name\tPost\tTie to the case\nHarriet Osgoode\tIndependent author\tNone\n\n" + ROW, "Osgoode"),
    ],
)
def test_a_cell_is_carried_to_by_itself(text: str, name: str) -> None:
    assert standings_of(OFFICES + text, name, ("Harriet Osgoode", "Osgoode", "Vesey")) == {Standing.OFFICE}


TRACKER = "Action\tWho\tBy\nReport to the Board\tTom Vesey\t04.05.09\n"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Dear Mr Vesey,\n\n" + TRACKER, "office"),  # a cell of a tracker is anybody's
        ("Dear Mr Vesey,\n\nLead: Tom Vesey\nStatus: done\n", "office"),  # and so is who has a thing to do
        ("Dear Mr Vesey,\n\nOwner: Ida Quill | Sponsor: Tom Vesey\n", "office"),
        ("Dear Mr Vesey,\n\nName\tBorn\nTom Vesey\t4 May 1979\n", "participant"),  # the row of a family
        ("Dear Mr Vesey,\n\nName\tWho\nTom Vesey\tuncle of Ida\n", "participant"),
        ("Dear Mr Vesey,\n\nUncle: Tom Vesey\n", "participant"),
        ("Dear Mr Vesey,\n\nName\tDate of birth\nIda Quill\t4.5.2009\nTom Vesey\t6.7.2011\n", "participant"),
    ],
)
def test_a_field_of_anybody_does_not_keep_the_chair_out_of_a_greeting(text: str, standing: str) -> None:
    names = ("Tom Vesey", "Ida Quill", "Mr Vesey", "Ida")
    found = [one for name, one in all_standings(OFFICES + text, names) if name == "Mr Vesey"]
    assert found == [standing]


def test_who_has_a_thing_to_do_is_asked_about() -> None:
    document, found = people_with_model(OFFICES + "Lead: Tom Vesey\nStatus: met twice.", ("Tom Vesey",))
    theirs = [each for each in found if text_of([document], each) == "Tom Vesey"]
    assert [each.standing for each in theirs] == [Standing.OFFICE, Standing.PARTICIPANT]
    assert theirs[-1].score < 0.6


def test_a_minister_is_not_carried_to_an_officer_of_that_name() -> None:
    told = "It goes to the Secretary of State, Tom Vesey. "
    at_work = "On 5 January Tom Vesey did see the children."
    assert Standing.PARTICIPANT in standings_of(
        "PC Vesey rang.\n\n" + told + at_work, "Tom Vesey", ("Tom Vesey",)
    )
    assert standings_of(told + "Tom Vesey has replied.", "Tom Vesey", ("Tom Vesey",)) == {Standing.PUBLIC}


def test_one_sentence_does_not_make_the_cells_beside_letters_doubtful() -> None:
    text = OFFICES + "Vesey moved that it be read.\n\nStage\tName\tInitials\nRead\tVesey\tTV\n"
    found = [standing for name, standing in all_standings(text, ("Vesey",)) if name == "Vesey"]
    assert found == ["participant", "office"]


@pytest.mark.parametrize(
    "text",
    [
        "Osgoode hit him at home.\n\n" + ROW,
        "Osgoode hit him at home.\n\nStage\tName\tInitials\nRead\tOsgoode\tHO\n",
        "Mother: Ida Osgoode\n\n" + ROW,
        "The health visitor, Osgoode, rang.\n\n" + ROW,
        "Signed off: Harriet Osgoode, health visitor\n\n" + ROW,
    ],
)
def test_a_cell_of_a_surname_that_somebody_of_the_case_bears_is_found(text: str) -> None:
    found = [standing for name, standing in all_standings(OFFICES + text, ("Osgoode",)) if name == "Osgoode"]
    assert set(found) == {"participant"}


@pytest.mark.parametrize(
    "text",
    [
        "Notes screen\nPrinted for Anytown Safeguarding Children Partnership review\nby Ida Quill, 3/9/24",
        "Serious Case Review\n\nA chronology was compiled for the review by Ida Quill.",
        "Serious Case Review\n\nExtracted for the review panel by Ida Quill",
        "Serious Case Review\n\nRecords prepared for the review by Ida Quill",
    ],
)
def test_who_printed_a_record_for_a_review_wrote_none(text: str) -> None:
    assert standings_of(text + "\n\nCc: Quill, Ida (Housing)", "Ida Quill") == {Standing.PARTICIPANT}


@pytest.mark.parametrize(
    "text",
    [
        "Serious Case Review\n\nOverview report compiled by Ida Quill",
        "Serious Case Review\n\nOverview report prepared for Anytown LSCB\nby Ida Quill\n",
        "Serious Case Review\n\nThis overview report was prepared for the review panel by Ida Quill.",
        "Serious Case Review\n\nReport by Ida Quill\n\nPrinted in May.",
    ],
)
def test_who_prepared_the_report_itself_wrote_it(text: str) -> None:
    assert standings_of(text, "Ida Quill") == {Standing.OFFICE}


def test_a_surname_that_is_a_word_for_people_is_read_behind_an_unlisted_forename() -> None:
    text = "Serious Case Review\n\nLead reviewer, Zelmira Neighbour\n\nChapter 2 by Zelmira Neighbour, 2 May"
    assert standings_of(text, "Zelmira Neighbour") == {Standing.OFFICE}
    near = "Serious Case Review\n\nReport by Zelmira\n\nNeighbour\n\nThe neighbour rang."
    assert "Neighbour" not in [name for name, _ in all_standings(near, ("Zelmira",))]


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Name\tDate of birth\nTom\t6.7.2011\nIda\t2.3.2011", True),
        ("Mother\tTom\nIda\t4 May", True),
        ("Mother came.\n\nTom\tIda", False),  # a gap parts them
        ("\nLead\tTom\nOwner\tIda", False),  # a text that begins with an empty line, and once had no end
        ("\n\nTom\tIda", False),
        ("Tom\tIda", False),
    ],
)
def test_a_row_is_a_familys_by_itself_or_by_the_head_of_its_table(text: str, family: bool) -> None:
    assert is_of_a_family(text, len(text) - 1) is family
