"""Authors by lists of references, by citations in a document that cites, and by words of research."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

CITES = "This has been shown (Tarrant, 2009; Bellweather et al., 2011).\n\n"
CITED = [
    # the second line of a list, below its heading, in the same paragraph
    (
        "References\nTarrant, A. (2009) A Guide.\nOsgoode, P. (2014) Drift. Anytown: Example Press.",
        "Osgoode, P.",
    ),
    ("Further reading\nOsgoode, Pauline (2014) Drift and delay.", "Osgoode, Pauline"),  # a forename
    ("Bibliography\nOsgoode, P. (in press) Drift.", "Osgoode, P."),  # without a year
    ("It is in Osgoode and Vesey (eds) Drift (2014).", "Osgoode"),  # editors without initials
    ("See P. Osgoode, 'Drift' (2014) 12 Example Law Journal 5.", "P. Osgoode"),  # a footnote in a sentence
    (CITES + "Osgoode (2014) distinguishes two kinds.", "Osgoode"),  # a verb of scholars
    (CITES + "Of this Osgoode (2014) says little.", "Osgoode"),  # in a document that cites
    ("The child sees more than it says (Osgoode, 2014).", "Osgoode"),  # the child of nobody
    ("Osgoode et al found this in most homes.", "Osgoode"),
    ("Osgoode's typology of neglect (2014) is used.", "Osgoode"),
    ("Research by Osgoode and Vesey suggests so.", "Osgoode"),
    ("Osgoode found in three trials that calls help.", "Osgoode"),
]


@pytest.mark.parametrize(("text", "name"), CITED)
def test_an_author_stays(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.CITED}


PARTICIPANT = [
    (CITES + "Osgoode argues that he was never told.", "Osgoode"),  # workers argue too
    (CITES + "As Osgoode notes, the flat was dark.", "Osgoode"),
    (CITES + "Osgoode's research into nurseries led to a place.", "Osgoode"),
    (CITES + "Kayleigh (2009) was placed with her aunt.", "Kayleigh"),  # the year of a birth
    ("Kayleigh (2009) sees her dad. Tom (2011) found the tablets.", "Kayleigh"),  # nothing is cited
    ("The twins (Ruth, 2011; Joel, 2011) live with him.", "Joel"),  # the second of a bracket
    ("Index\nNorris, P. (2009) Referral form. Duty team, p. 4.", "Norris, P."),  # a record, no work
    ("Osgoode and colleagues visited twice.", "Osgoode"),
]


@pytest.mark.parametrize(("text", "name"), PARTICIPANT)
def test_somebody_of_the_case_is_no_author(text: str, name: str) -> None:
    assert Standing.PARTICIPANT in standings_of(text, name)


CASES = [
    ("We hear of Daniel Pelka, Khyra Ishaq and Star Hobson again.", "Star Hobson"),
    ("Few now speak of Jasmine Beckford with any care.", "Jasmine Beckford"),  # no word of a case
    ("Slide 2. Tyra Henry. Slide 3. Kimberley Carlile. Slide 4. Heidi Koseda.", "Tyra Henry"),  # among others
    ("Since Colwell, Laming and Bichard much has been said.", "Laming"),  # inquiries in a list
    ("The Pelka case is taught.", "Pelka"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_published_case_stays(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.PUBLIC}


NO_CASES = [
    ("Star Hobson has a file. Star Hobson lives with her aunt.", "Star Hobson"),  # somewhere of a life
    ("Case summary: Peter Connelly, aged 9", "Peter Connelly"),
    ("The Connelly case was closed.", "Connelly"),  # a surname that many bear
    ("Mrs Pelka rang. The Pelka case was closed.", "Pelka"),
]


@pytest.mark.parametrize(("text", "name"), NO_CASES)
def test_a_child_with_the_name_of_a_published_case_is_a_finding(text: str, name: str) -> None:
    assert Standing.PARTICIPANT in standings_of(text, name)
