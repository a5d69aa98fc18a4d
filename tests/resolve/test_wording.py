"""How a label is written into a sentence, example by example."""

from __future__ import annotations

from datetime import date

import pytest

from redact.resolve.neutral import suggest_neutral
from redact.resolve.wording import reword, reword_family, with_article
from redact.resolve.wording_dates import Calendar, age_in_words, reword_birth, reword_date
from redact.values.edits import Edit
from redact.values.schemes import Precision, WordedAs
from redact.values.text import Location, Part, Passage, Span
from tests.resolve.scheme_factory import RELATIONS

WORDED = WordedAs("the family", "the events under review")


def marked(text: str) -> tuple[str, Span]:
    """Take the braces out of a text, and give what stood between them."""
    start, end = text.index("{"), text.index("}") - 1
    return text.replace("{", "").replace("}", ""), Span("p", start, end)


def applied(text: str, edit: Edit) -> str:
    return text[: edit.span.start] + edit.replacement + text[edit.span.end :]


def written(text: str, label: str, slot_id: str) -> str:
    plain, span = marked(text)
    slot = RELATIONS.slot(slot_id)
    assert slot is not None
    edit = reword(plain, span, label, slot)
    assert edit.span.contains(span) or edit.span.end >= span.end
    return applied(plain, edit)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("{James} came.", "Child X came."),
        ("{James's} coat", "Child X's coat"),
        ("{James}'s coat", "Child X's coat"),  # the ending stands behind the mention
        ("{James'} coat", "Child X's coat"),  # a name in s may have the sign alone
        ("{James}' coat", "Child X's coat"),
        ("{James}\u2019 coat", "Child X\u2019s coat"),  # the sign stays as it was typed
        ("{James}\u2019s coat", "Child X\u2019s coat"),
        ("called '{James}' there", "called 'Child X' there"),  # the sign closes a quote
        ("{Kai}'s been seen", "Child X's been seen"),
        ("the child {Kai} was", "Child X was"),  # the label says child already
        ("Child {Kai} was", "Child X was"),
        ("her child {Kai} was", "her child Child X was"),
        ("KAI: {KAI DUNN} was", "KAI: Child X was"),
    ],
)
def test_a_child(text: str, after: str) -> None:
    assert written(text, "Child X", "child") == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Dear Ms {Ashton}", "Dear Mother"),  # the title goes with the name
        ("Dear {Ms Ashton}", "Dear Mother"),
        ("Dear {Kay},", "Dear Mother,"),
        ("Mrs. {Ashton} rang.", "Mother rang."),
        ("his mother {Kay} said", "his mother said"),
        ("his mother {Kay's} house", "his mother's house"),
        ("his mother, {Kay Ashton}, said", "his mother said"),
        ("He saw his mother, Mrs {Ashton}.", "He saw his mother."),
        ("his mum, {Kay} and Ryan", "his mum and Ryan"),
        ("his mother ({Kay Ashton}) said", "his mother said"),
        ("his mother (then {Kay Ashton}) said", "his mother (then Mother) said"),  # more in the bracket
        ("Child X's mother - {Kay} - said", "Child X's mother said"),
        ("{Kay Ashton}, his mother, said", "His mother said"),  # a line begins with it
        ("It was {Kay Ashton}, his mother.", "It was his mother."),
        ("It was {Kay Ashton} (his mother) who", "It was his mother who"),
        ("{Kay Ashton}, his mother and others", "Mother, his mother and others"),  # a list, perhaps
        ("Mother {Kay Ashton} said", "Mother said"),
        ("Mother, {Kay Ashton}, said", "Mother said"),  # no word for whose
        ("mum, {Kay} and Ryan", "mum, Mother and Ryan"),  # a list
        ("{Kay Ashton} (mother) said", "Mother said"),
        ("His Mum {Kay} said", "His Mum said"),
        ("Mother: {Kay Ashton}", "Mother: Mother"),  # a form with its field
    ],
)
def test_a_label_that_is_a_role_and_no_more(text: str, after: str) -> None:
    assert written(text, "Mother", "mother") == after


@pytest.mark.parametrize(
    ("text", "label", "slot", "after"),
    [
        # a label that says more than the role stands beside it
        ("his mother, {Kay Ashton}, said", "Parent 1", "mother", "his mother, Parent 1, said"),
        ("the social worker, {Ann Hale}, rang", "SW1", "social-worker", "the social worker, SW1, rang"),
        ("the social worker {Ann Hale} rang", "SW1", "social-worker", "the social worker SW1 rang"),
        ("Social Worker {Ann Hale} rang", "SW1", "social-worker", "SW1 rang"),
        ("GP Dr {Ahmed} rang", "GP1", "gp", "GP1 rang"),
        ("Detective Constable {Hale}", "DC1", "detective", "DC1"),
        ("PC {Hale}'s note", "PC1", "police-officer", "PC1's note"),
        ("Half brother {Zak} came", "Half Sibling 1", "half-sibling", "Half Sibling 1 came"),
        ("her nan, {June}, came", "Maternal Grandmother", "maternal-grandmother", "her nan came"),
        # signs of no width and odd spaces in a title, and the end of a line behind it
        ("So M\u00ads {Hale} rang", "SW1", "social-worker", "So SW1 rang"),
        ("So Dr\u2009{Ah\u200bmed} rang", "GP1", "gp", "So GP1 rang"),
        ("So Mrs\n{Hale} rang", "SW1", "social-worker", "So SW1 rang"),
        ("Signed by the Matron\n{Hale} rang", "SW1", "social-worker", "Signed by the Matron\nSW1 rang"),
        # articles
        ("A {Hale} visit", "SW1", "social-worker", "An SW1 visit"),
        ("an {Osgood} visit", "HV1", "health-visitor", "an HV1 visit"),
        ("an {Osgood} visit", "PC1", "police-officer", "a PC1 visit"),
        # things
        ("an {Ashgrove} pupil", "School K", "school", "a School K pupil"),
        ("at the {Oakfield} Primary School.", "School K", "school", "at School K."),
        ("at {Oakfield} school dinners", "School K", "school", "at School K school dinners"),
        ("to the {Royal Infirmary}", "Hospital 1", "hospital", "to Hospital 1"),
        ("The {Royal Infirmary} wrote", "Hospital 1", "hospital", "Hospital 1 wrote"),
        ("at St {Jude's} Primary School", "School K", "school", "at School K"),  # part of the name
        ("{Queen's Hospital}'s ward", "Hospital 1", "hospital", "Hospital 1's ward"),
        ("the {Hillview} Surgery\u2019s records", "Practice 1", "practice", "Practice 1\u2019s records"),
        # a role in small letters
        ("uncle {Gary} came", "Uncle 1", "uncle", "Uncle 1 came"),
        ("her uncle {Gary} came", "Uncle 1", "uncle", "her uncle Uncle 1 came"),
    ],
)
def test_workers_and_places(text: str, label: str, slot: str, after: str) -> None:
    assert written(text, label, slot) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("{The Ashtons} left.", "The family left."),
        ("Then {the Ashtons} left.", "Then the family left."),
        ("Then the {Ashtons} left.", "Then the family left."),
        ("He saw the {Ashtons}' car.", "He saw the family's car."),
        ("He saw {the Ashtons'} car.", "He saw the family's car."),
        ("The {Ashton} family left.", "The family left."),
        ("{Ashton} family records", "Family records"),  # it begins the line
        ("the {Ashton} children", "the children"),
        ("Mr and Mrs {Ashton} left.", "The family left."),
        ("to Mr & Mrs {Ashton}.", "to the family."),
        ("the {Ashtons}\u2019 house", "the family\u2019s house"),  # a cell that begins small
    ],
)
def test_a_surname_of_several(text: str, after: str) -> None:
    plain, span = marked(text)
    assert applied(plain, reword_family(plain, span, RELATIONS)) == after


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("SW1", "an SW1"),  # ess
        ("GP1", "a GP1"),
        ("IRO1", "an IRO1"),
        ("Aunt 1", "an Aunt 1"),
        ("Uncle 1", "an Uncle 1"),
        ("Unit 1", "a Unit 1"),  # you
        ("School K", "a School K"),
        ("Hospital 1", "a Hospital 1"),
        ("MARAC 1", "a MARAC 1"),  # said as a word
    ],
)
def test_an_article_goes_by_the_sound(label: str, said: str) -> None:
    assert with_article(label, "a") == said
    assert with_article(label, "An") == said[0].upper() + said[1:]


# ------------------------------------------------------------------ dates

CALENDAR = Calendar(birth=date(2018, 12, 1), event=date(2020, 2, 20), first_day=date(2019, 2, 20))
DAY = date(2019, 3, 3)


@pytest.mark.parametrize(
    ("text", "month", "age", "day"),
    [
        (
            "On {3 March 2019} she rang.", "In March 2019 she rang.",
            "When Child X was aged 3 months she rang.", "On day 12 she rang.",
        ),
        ("{03/03/2019}", "March 2019", "aged 3 months", "day 12"),
        (
            "seen on Monday, {3 March 2019}", "seen in March 2019",
            "seen when Child X was aged 3 months", "seen on day 12",
        ),
        ("by {3 March 2019}", "by March 2019", "by the age of 3 months", "by day 12"),
        (
            "on the {3rd of March 2019}", "in March 2019", "when Child X was aged 3 months", "on day 12",
        ),
    ],
)  # fmt: skip
def test_a_date_by_precision(text: str, month: str, age: str, day: str) -> None:
    plain, span = marked(text)
    for precision, after in ((Precision.MONTH, month), (Precision.AGE, age), (Precision.DAY, day)):
        edit = reword_date(plain, span, DAY, precision, calendar=CALENDAR, child="Child X")
        assert edit is not None
        assert applied(plain, edit) == after


def test_an_exact_date_stays_and_one_that_cannot_be_counted_too() -> None:
    plain, span = marked("On {3 March 2019}")
    for precision in (Precision.EXACT, Precision.AGE, Precision.DAY):
        assert reword_date(plain, span, DAY, precision, calendar=Calendar()) is None


@pytest.mark.parametrize(
    ("day", "precision", "after"),
    [
        (date(2018, 11, 20), Precision.AGE, "11 days before the child was born"),
        (date(2019, 2, 20), Precision.DAY, "on day 1"),
        (date(2019, 2, 19), Precision.DAY, "1 day before day 1"),
    ],
)
def test_a_date_before_the_first(day: date, precision: Precision, after: str) -> None:
    plain, span = marked("it was on {some day}")
    edit = reword_date(plain, span, day, precision, calendar=CALENDAR)
    assert edit is not None
    assert applied(plain, edit) == f"it was {after}"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("DOB: {3 March 2019}", "DOB: aged 11 months"),
        ("Child X (born {3/3/19})", "Child X (aged 11 months)"),
        ("Child X (DOB {3/3/19}) was", "Child X (aged 11 months) was"),
        (
            "was born on {3 March 2019} at 34 weeks",
            "was born 11 months before the events under review at 34 weeks",
        ),
    ],
)
def test_a_date_of_birth_becomes_an_age(text: str, after: str) -> None:
    plain, span = marked(text)
    edit = reword_birth(plain, span, DAY, calendar=CALENDAR, worded=WORDED)
    assert edit is not None
    assert applied(plain, edit) == after
    assert reword_birth(plain, span, DAY, calendar=Calendar(), worded=WORDED) is None


@pytest.mark.parametrize(
    ("day", "age"),
    [
        (date(2019, 1, 1), "0 days"),
        (date(2019, 1, 2), "1 day"),
        (date(2019, 1, 29), "28 days"),
        (date(2019, 2, 5), "5 weeks"),
        (date(2019, 4, 1), "12 weeks"),
        (date(2019, 4, 2), "3 months"),
        (date(2020, 12, 31), "23 months"),
        (date(2021, 1, 1), "2 years"),
    ],
)
def test_an_age_is_said_as_people_say_it(day: date, age: str) -> None:
    assert age_in_words(date(2019, 1, 1), day) == age


# ------------------------------------------------------------------ neutral


@pytest.mark.parametrize(
    ("text", "suggested"),
    [
        ("He hurt himself.", ["They", "themself"]),
        ("Her half-brother's toy", ["Their", "half-sibling"]),
        ("SHE left; the baby boy stayed.", ["THEY", "baby"]),
        ("The mother's heritage is here.", []),  # no part of a word
    ],
)
def test_neutral_wording_is_suggested(text: str, suggested: list[str]) -> None:
    passage = Passage("p", text, Location(Part.BODY))
    found = suggest_neutral(passage)
    assert [one.instead for one in found] == suggested
    assert not any(isinstance(one, Edit) for one in found)
    assert all(text[one.span.start].isalpha() for one in found)
