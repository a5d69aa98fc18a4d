"""Published cases in training, and chairs of inquiries who are quoted; whoever bears such a name is found."""

from __future__ import annotations

import pytest

from redact.recognise.finding import find_mentions
from redact.values.people import Label, Standing
from tests.recognise.recognise_factory import RULES, text_document, text_of
from tests.recognise.standing_factory import standings_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Much has been said since Finley Boden about the word stable.", "Finley Boden"),
        ("After Finley Boden it was said that no one would forget.", "Finley Boden"),
        ("Lunch is at one. Slide 9: Khyra Ishaq. Slide 10: questions.", "Khyra Ishaq"),
        ("Training note on the back: Khyra Ishaq, what was not shared. Ring to book.", "Khyra Ishaq"),
        ("Tyra Henry is still taught on the joint course in its second week.", "Tyra Henry"),
        ("The papers compared this matter with Jasmine Beckford and the panel does not.", "Jasmine Beckford"),
        ("Since Monckton reported, every force has kept such a flag.", "Monckton"),
        ("David Norgrove put it in plainer words than these: delay harms.", "David Norgrove"),
        ("The front sheet quotes David Norgrove and the Act.", "David Norgrove"),
        # A topic: what the sentence tells is another's.
        ("Like Tyra Henry, the boy was seen often and looked at rarely.", "Tyra Henry"),
        ("After Daniel Pelka, a national message went out about hunger.", "Daniel Pelka"),
        ("By the standards of Khyra Ishaq, the home was quiet.", "Khyra Ishaq"),
        ("A newspaper clipping about Finley Boden was found in her letter to the school.", "Finley Boden"),
        ('"I do not want another Daniel Pelka in my drawer," she said at the school.', "Daniel Pelka"),
        ("Because of Khyra Ishaq. Because it is Tuesday and there is a visit at two.", "Khyra Ishaq"),
        ("Previous reviews of national note: Star Hobson.", "Star Hobson"),
        ("Has anything been learned since Monckton?", "Monckton"),
    ],
)
def test_a_published_case_stays_where_it_is_taught_or_quoted(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.PUBLIC}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Training attended: Tyra Henry, Level 3, in the spring.", "Tyra Henry"),
        ("Session 2: Tyra Henry, social worker, on thresholds.", "Tyra Henry"),
        ("Agenda item 4: Khyra Ishaq, d.o.b. 12.3.2009, to be looked at.", "Khyra Ishaq"),
        ("Slide 3: Khyra Ishaq\n\nKhyra Ishaq was seen at home by the nurse.", "Khyra Ishaq"),
        ("Khyra Ishaq said that her brother was asleep.", "Khyra Ishaq"),
        ("Khyra Ishaq was said to be hungry and cold.", "Khyra Ishaq"),
        ("Monckton reported him missing at nine.", "Monckton"),
        ("Since Monckton reported the noise, the flat has been quiet.", "Monckton"),
        ("David Norgrove asked the health visitor to call.", "David Norgrove"),
        # What is done about whoever is known is done about no topic.
        ("A referral about Tyra Henry was received from the nursery.", "Tyra Henry"),
        ("Concerns about Tyra Henry were raised by the doctor.", "Tyra Henry"),
        ("The meeting about Khyra Ishaq was short and nobody wrote.", "Khyra Ishaq"),
        ("Bruises on Khyra Ishaq were seen by the nurse.", "Khyra Ishaq"),
        ("The room of Daniel Pelka was bare and cold.", "Daniel Pelka"),
        ("After Peter Connelly, a lodger, visited, the child cried.", "Peter Connelly"),
        ("Like Tyra Henry, her cousin, she was small.", "Tyra Henry"),
        ("She told the worker about Tyra Henry at the clinic.", "Tyra Henry"),
        ("The health visitor focused on Daniel Pelka and his weight.", "Daniel Pelka"),
        ("The nurse stood beside Daniel Pelka in the ward.", "Daniel Pelka"),
        ("Because of Peter Connelly she left the home.", "Peter Connelly"),
        ("Reports on Daniel Pelka from the school were late.", "Daniel Pelka"),
        ("Other cases: Tyra Henry, on leave.", "Tyra Henry"),
        ("Other reviews: Tyra Henry, on the fourth.", "Tyra Henry"),
        ("Star Hobson learning mentor rang her mother.", "Star Hobson"),
        ("They spoke about Daniel Pelka at school.", "Daniel Pelka"),
        ("The doctor asked about Khyra Ishaq.", "Khyra Ishaq"),
    ],
)
def test_whoever_of_the_case_bears_such_a_name_is_found(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.PARTICIPANT}


def test_whoever_shares_one_word_with_a_published_child_is_another() -> None:
    told = "Lessons of Tyra Henry are used in the second half of the day."
    for other in ("Tyra Harte", "Henry Harte"):
        call = f"Mother: {other}\n\n{other.split()[0]} asked that it be added.\n\n{told}"
        names = ("Tyra Henry", other, other.split()[0])
        assert standings_of(call, "Tyra Henry", names) == {Standing.PUBLIC}


def test_whoever_bears_its_forename_alone_may_be_that_child() -> None:
    call = "Child: Tyra\n\nLessons of Tyra Henry are used in the second half of the day."
    assert standings_of(call, "Tyra Henry", ("Tyra Henry", "Tyra")) == {Standing.PARTICIPANT}


_TABLE = "Slide 2: Tyra Henry. Slide 3: Rikki Neave.\n\nTheme\tElsewhere\tHere\n"


def test_a_cell_of_a_table_that_compares_cases_stays_and_a_persons_row_is_his() -> None:
    compared = _TABLE + "Child hidden from view\tDaniel Pelka\tKayleigh was seen daily\n"
    assert standings_of(compared, "Daniel Pelka") == {Standing.PUBLIC}
    for row in ("Child\tDaniel Pelka\tseen daily\n", "Seen\tDaniel Pelka\tborn 12/03/2009\n"):
        assert standings_of(_TABLE + row, "Daniel Pelka") == {Standing.PARTICIPANT}


_OTHERS = "The slides name Finley Boden and Arthur Labinjo-Hughes.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        # What the sentence tells is another's: the name stands behind words of a topic.
        "Gran had read about Tyra Henry, and they told each other such things did not happen here.",
        "The likeness to Tyra Henry was raised at home and set aside.",
        "The reader was struck by how alike this is to Tyra Henry, and said so.",
        "Miss Osgoode said the pattern is known, cf. Tyra Henry; the nurse kept off it.",
        "They will say Tyra Henry. Ida said it first, at the clinic.",
        "Trainees are taught Tyra Henry in one slide, at home or at school.",
        "Swamped since Tyra Henry was on telly, the nurse said.",
        "After Tyra Henry came a law, and every nursery was told.",
        "She told the panel it should look beyond Tyra Henry, at home and at school.",
        '"It is Tyra Henry all over again," the nurse said at the clinic.',
        '"I am not Tyra Henry\'s mother," she said at the clinic.',
        # Behind a comma somebody else acts.
        "Like Tyra Henry, Ida was seen often at the clinic.",
        "After Tyra Henry, Parliament asked for change at every nursery.",
        "Little has come since Tyra Henry, and the nurse asked for more.",
        "What may be learnt from Tyra Henry that the nurse was not told?",
        "Trainers at the clinic still begin with Tyra Henry.",
        "Asked about Tyra Henry, Ida said that she was at home.",
        # In company of another listed case, and quoted so.
        "The nurse asked for caution: Tyra Henry and Finley Boden too have been claimed at school.",
        "Tyra Henry had grandparents at home too, and so had Finley Boden.",
        "Source\tNo.\nTyra Henry\t3\nSir Michael Bichard\t2\n",
    ],
)
def test_among_several_cases_what_stands_at_the_name_decides(text: str) -> None:
    assert standings_of(_OTHERS + text, "Tyra Henry") == {Standing.PUBLIC}


@pytest.mark.parametrize(
    "text",
    [
        "Tyra Henry came home with her aunt.",
        "Tyra Henry was weighed and liked to play.",
        "Tyra Henry, aged 4, had marks.",
        "Tyra Henry (born 2011) had marks.",
        "Tyra Henry, a lodger, was out.",
        "Like Tyra Henry, her cousin, she was small.",
        "Tyra Henry's mother was not told.",
        "It is Tyra Henry who rang.",
        "Tyra Henry and Tom Vesey came to the clinic.",
        "The likeness to Tyra Henry, her sister, was plain.",
        "She had read about Tyra Henry in the file.",
        "After Tyra Henry, who lived there, it was quiet.",
        "Tyra Henry, Ida and Tom Vesey came to the clinic.",
        "Since Tyra Henry visited, the flat has been cold.",
        "Without Tyra Henry the flat was quiet.",
        "Tyra Henry was raised by her aunt.",
        "Tyra Henry was mentioned in the referral, her mother said.",
        "He was told to keep away from Tyra Henry at school.",
        "She was close to Tyra Henry and went home.",
        "The baby looks like Tyra Henry, her mother said.",
        "The baby was named after Tyra Henry, her mother said.",
        "The nurse was seen before Tyra Henry.",
        "The nurse put Tyra Henry to bed.",
        "Child: Tyra Henry",
        "Name\tNo.\nTyra Henry\t3\nTom Vesey\t2\n",
    ],
)
def test_among_several_cases_whoever_is_told_of_at_the_name_is_found(text: str) -> None:
    assert standings_of(_OTHERS + text, "Tyra Henry") == {Standing.PARTICIPANT}


@pytest.mark.parametrize(
    "text",
    [
        # Compared, and set against what somebody has written.
        "09.10.15\tClinic\tSeen by the nurse. *Compare Tyra Henry.*",
        "Your report, in which you set Quill (1989) against Tyra Henry, and said so at the school.",
        "the Tyra Henry comparison - in or out? vote at the next visit",
        "There had been a Serious Case Review on a child like this, Tyra Henry, and we went to read it.",
        "It was seen elsewhere that a slip in a birth date hid a brother (Tyra Henry); she came at ten.",
        "Of course Ida isn't Daniel Pelka, nor Tyra Henry. Tom Vesey came home with her.",
        # From one to the other, and one after the other.
        "Late visits are found in reviews from Tyra Henry to Daniel Pelka. Ida was heard at home.",
        '"From Tyra Henry to Daniel Pelka I have heard the word never," the nurse told us.',
        "Daniel Pelka. Tyra Henry. Ida. Each of them was seen at home.",
        # In the haste of a note.
        "sorry to say it but after tyra henry we all signed a form at the clinic",
        "the nurse said this is tyra henry all over again",
        # In a sentence of its own.
        "Babies are at risk (Quill, 2005). Remember Tyra Henry.",
        "The likeness to Daniel Pelka is hard to read at home. So is that with Tyra Henry.",
        "Idea\tWho said it\tWho did it here\nStay\tTyra Henry review\tIda Osgoode",
    ],
)
def test_a_name_that_is_compared_or_run_through_is_a_topic(text: str) -> None:
    found = text.casefold().find("tyra henry")
    assert standings_of(_OTHERS + text, text[found : found + len("Tyra Henry")]) == {Standing.PUBLIC}


@pytest.mark.parametrize(
    "text",
    [
        "The police (2 officers) were against Tyra Henry at home.",
        "The nurse weighed it (1989) against Tyra Henry's file.",
        "A letter from Tyra Henry to Daniel Pelka was found at home.",
        "Money went from Tyra Henry to Tom Vesey at home.",
        "From Tyra Henry to Tom Vesey they were all at home.",
        "Ida isn't at home, nor is Tyra Henry at school.",
        "The nurse rang Tyra Henry. Daniel Pelka was out.",
        "Remember Tyra Henry at the nursery visit.",
        "So is that with Tyra Henry's mother at home.",
        "Item\tName\n3\tTyra Henry",
    ],
)
def test_whoever_does_more_than_be_compared_is_found(text: str) -> None:
    assert standings_of(_OTHERS + text, "Tyra Henry") == {Standing.PARTICIPANT}


def test_a_name_that_a_line_breaks_is_one_in_prose_and_two_in_a_list() -> None:
    said = (
        _OTHERS + "It would help to hear whether the reviews naming Tyra\nHenry and Daniel Pelka were read."
    )
    assert standings_of(said, "Tyra\nHenry", ("Tyra\nHenry",)) == {Standing.PUBLIC}
    for listed in ("Children:\nTyra\nHenry\nIda", "She told us that it was Tyra\nHenry Osgoode was out."):
        assert Standing.PUBLIC not in standings_of(_OTHERS + listed, "Tyra\nHenry", ("Tyra\nHenry",))


def test_a_compared_name_that_a_child_bears_too_is_the_childs() -> None:
    text = (
        _OTHERS
        + "Child: Tyra Henry\n\nReviews from Tyra Henry to Daniel Pelka say the same. Compare Tyra Henry."
    )
    assert standings_of(text, "Tyra Henry") == {Standing.PARTICIPANT}


@pytest.mark.parametrize("other", ["Tyra Henry was weighed at home.", "Name: Tyra Henry"])
def test_one_place_in_any_document_makes_the_name_a_childs_in_all(other: str) -> None:
    spoken = _OTHERS + "They will say Tyra Henry. They always do."
    documents = [text_document(spoken), text_document(other)]
    found = [each for each in find_mentions(documents, recognisers=RULES) if each.label is Label.PERSON]
    named = [each for each in found if text_of(documents, each) == "Tyra Henry"]
    assert {each.standing for each in named} == {Standing.PARTICIPANT}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Since Colwell we've been told at every visit to write in ink.", "Colwell"),
        ("My mother asked why no one had heeded Climbié.", "Climbié"),
        ("Rec 3 from Climbié was to see who lives in the home.", "Climbié"),
        ("Rec 3 from Monckton was to see who lives in the home.", "Monckton"),
        ("Josh MacAlister is cited on your page nine for her visits.", "Josh MacAlister"),
        ("A line from David Norgrove lay on each chair at the school.", "David Norgrove"),
        ("When Josh MacAlister reported, every school signed a plan.", "Josh MacAlister"),
        ("What Climbié asked of every visit is simple.", "Climbié"),
        ("Readers of David Norgrove will know the home.", "David Norgrove"),
        ("Source\tNo.\nMonckton\t2\nFinley Boden\t3\n", "Monckton"),
        ("It is so in almost every review since Monckton.", "Monckton"),
        ("Long before Colwell, and long after, visits were counted.", "Colwell"),
        ("6 So Colwell, more than once; also Quill et al. (2009).", "Colwell"),
        ("Colwell in one line: nobody read the file at home", "Colwell"),
        ("On neglect: Quill (1989); Osgood et al. (2003); Monckton. On fathers: none.", "Monckton"),
        ("The point is made at home by Quill (1989) and by Monckton.", "Monckton"),
        ("Kin\tIda and Tom\tDavid Norgrove; Quill (1989)", "David Norgrove"),
        ("David Norgrove said it first: one chronology of each visit.", "David Norgrove"),
        ("Recommendation 2 sounds like Josh MacAlister.", "Josh MacAlister"),
    ],
)
def test_an_old_inquiry_is_quoted_whatever_else_its_sentence_tells(text: str, name: str) -> None:
    assert standings_of(_OTHERS + text, name) == {Standing.PUBLIC}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Since Colwell moved in, the flat has been cold.", "Colwell"),
        ("Since Colwell we have had two workers, she said.", "Colwell"),
        ("As Colwell put it, the flat was cold.", "Colwell"),
        ("Colwell asked for all the papers at the visit.", "Colwell"),
        ("Colwell told us so at the visit.", "Colwell"),
        ("A line from Monckton was in the nurse's file.", "Monckton"),
        ("Monckton is not to be quoted, her mother said.", "Monckton"),
        ("Monckton used the phrase at her visit.", "Monckton"),
        ("David Norgrove asked the health visitor to call.", "David Norgrove"),
        ("When Josh MacAlister reported her missing, the police came.", "Josh MacAlister"),
        ("Source\tNo.\nMonckton\t2\nTom Vesey\t3\n", "Monckton"),
        ("Long before Colwell moved in, the flat was cold.", "Colwell"),
        ("So Colwell, the lodger, was seen at home.", "Colwell"),
        ("Colwell said it first: the child was at home.", "Colwell"),
        ("Seen at home by Quill (2009) and by Monckton's mother.", "Monckton"),
        ("Seen at the clinic: Ida (2009); Monckton was at home.", "Monckton"),
    ],
)
def test_whoever_bears_an_inquirys_name_is_found(text: str, name: str) -> None:
    assert standings_of(_OTHERS + text, name) == {Standing.PARTICIPANT}


def test_a_surname_that_somebody_of_the_case_bears_is_no_inquiry() -> None:
    call = _OTHERS + "Mother: Ida Colwell\n\nSince Colwell we've been told to write in ink."
    assert Standing.PUBLIC not in standings_of(call, "Colwell", ("Ida Colwell", "Colwell"))
