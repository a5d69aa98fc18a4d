"""Authors by lists of references, by citations in a document that cites, and by words of research."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import standings_of

CITES = "This has been shown (Tarrant, 2009; Bellweather et al., 2011).\n\n"
LEARNED = CITES + "It is debated (Quillham, 2005) and denied (Harbottle and Pym, 2007).\n\n"
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
    # entries that run over line ends, with the author and the initials in two lines
    (
        "References\n\nTarrant, A., Quillham, B. and Osgoode,\n   P. (2014) 'Drift', Journal of Delay,\n"
        "   3(2), pp. 4-9.\nVesey, T. (2011) Delay.",
        "Osgoode",
    ),
    (
        "References\nVesey, T. (2011) Delay and after. Anytown: Lodestar Press, in the series of\n"
        "   short works on practice\n   and its limits.\nOsgoode, P. (2014) Drift.",
        "Osgoode, P.",
    ),
    # forms that only a heading shows
    (
        "Works cited\nVesey, Anna, and Paula Osgoode. Drift and Delay. Anytown: Lodestar, 2014.",
        "Paula Osgoode",
    ),
    ("Further reading\nDrift and delay by Paula Osgoode (Lodestar Press, 2014)", "Paula Osgoode"),
    ("Sources and reading\n\u2022 Osgoode 2014 - Drift and delay", "Osgoode"),
    ("Footnotes\n3 A B Vesey and P Osgoode, Drift (2nd edn, OUP 2014) 12.", "P Osgoode"),
    # notes that send back
    ("5 Osgoode, op. cit., p. 4.", "Osgoode"),
    ("6 See also Osgoode, above, note 3.", "Osgoode"),
    ("It is well put (P. Osgoode, Drift, 2014).", "P. Osgoode"),
    ("The typology of Osgoode is of use.", "Osgoode"),
    ("It is all in a chapter in Osgoode's book.", "Osgoode"),
    # a sentence that speaks of a text, in a document that cites nothing else
    ("Here the words of Osgoode (2014) are apt.", "Osgoode"),
    ("Osgoode (2014) speaks of the tyranny of the next form.", "Osgoode"),
    (CITES + "A home visit is work, Osgoode and Vesey (2014) insist.", "Osgoode"),  # a word of the case
    ("This is known (Tarrant et al., 2009; Osgoode & Vesey 2014).", "Osgoode"),
    ("It is well known (Osgoode et al., 2009; Young, 2014; Field, 2011).", "Young"),  # ordinary words
    ("A toolkit on neglect by Paula Osgoode (2014) is free.", "Paula Osgoode"),
    # behind any verb, in a document that cites several works
    (LEARNED + "Look up Osgoode (2014): short and free.", "Osgoode"),
    (LEARNED + "If asked for a source she says Osgoode (2014); he says little.", "Osgoode"),
    (LEARNED + "(i) Osgoode (2014): numbers. (ii) Vesey (2016): voices.", "Osgoode"),
    (LEARNED + "Osgoode (2014), Vesey and Lunt (2016) and Pym (2009) all began from the day.", "Osgoode"),
    ("Osgoode (2014) reached similar conclusions in a study of homes.", "Osgoode"),
    # listed authors, beside words of literature
    (CITES + "The framework of Reder and Duncan speaks of closure.", "Reder"),
    (CITES + "As Bowlby argues, attachment lasts for a lifetime.", "Bowlby"),
    ("Systems thinking as developed by Senge and by Dekker, whose research is known, helps.", "Senge"),
]


@pytest.mark.parametrize(("text", "name"), CITED)
def test_an_author_stays(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.CITED}


PARTICIPANT = [
    (LEARNED + "She named Osgoode (2009) as the father.", "Osgoode"),
    (LEARNED + "Her siblings Osgoode (2009) and Pym (2011) live with them.", "Osgoode"),
    ("Osgoode (2003), Vesey (2005) and Lunt (2008) were placed.", "Osgoode"),
    ("Look up Osgoode (2014): short and free.", "Osgoode"),
    (CITES + "Osgoode argues that he was never told.", "Osgoode"),  # workers argue too
    (CITES + "As Osgoode notes, the flat was dark.", "Osgoode"),
    (CITES + "Osgoode's research into nurseries led to a place.", "Osgoode"),
    (CITES + "Kayleigh (2009) was placed with her aunt.", "Kayleigh"),  # the year of a birth
    ("Kayleigh (2009) sees her dad. Tom (2011) found the tablets.", "Kayleigh"),  # nothing is cited
    ("The twins (Ruth, 2011; Joel, 2011) live with him.", "Joel"),  # the second of a bracket
    ("Index\nNorris, P. (2009) Referral form. Duty team, p. 4.", "Norris, P."),  # a record, no work
    ("Osgoode and colleagues visited twice.", "Osgoode"),
    # the year of a birth, with kin or what children do behind it
    (CITES + "Osgoode (2007), the first baby, was adopted.", "Osgoode"),
    (CITES + "Osgoode (2009) died.", "Osgoode"),
    (CITES + "Tom (2011) and Megan (2014) were removed.", "Megan"),
    ("Household\nOsgoode, P. (1988) mother\nOsgoode, T. (2010) half-brother", "Osgoode, P."),
    ("Osgoode, P. and Osgoode, K. (2012) Tenancy agreement.", "Osgoode, P."),  # a record
    ("Statement of Osgoode, above, note 3.", "Osgoode"),
    ("A new chapter in Osgoode's life began.", "Osgoode"),
    ("A book by Kayleigh was found under the bed.", "Kayleigh"),
    ("Osgoode's study of law was long over.", "Osgoode"),
    (CITES + "A letter by Osgoode (2014) is on the file.", "Osgoode"),  # what people of a case make
    # the surname of a listed author
    ("As Bowlby argues, attachment lasts for a lifetime.", "Bowlby"),  # nothing else is cited
    (CITES + "Munro argues that he was never told.", "Munro"),
    (CITES + "The framework of Senge, the team manager, was a list.", "Senge"),
    (CITES + "Ruch's model car was in the cot.", "Ruch"),
    (CITES + "What Winnicott calls a tap was a blow.", "Winnicott"),
    (CITES + "The team led. Osgoode read the films.", "Osgoode"),  # what is read is of the case
    (CITES + "Reder's theory of how the arm broke was not believed.", "Reder"),
    (CITES + "As Bowlby argues, attachment lasts for a lifetime. Ms Bowlby rang the school.", "Bowlby"),
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
    ("The social worker qualified in the year that Khyra Ishaq died.", "Khyra Ishaq"),
    ("She did not want another Daniel Pelka.", "Daniel Pelka"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_published_case_stays(text: str, name: str) -> None:
    assert standings_of(text, name) == {Standing.PUBLIC}


NO_CASES = [
    ("Star Hobson has a file. Star Hobson lives with her aunt.", "Star Hobson"),  # somewhere of a life
    ("Case summary: Peter Connelly, aged 9", "Peter Connelly"),
    ("Star Hobson is her cousin.", "Star Hobson"),
    ("In the year that Star Hobson was born they moved. Star Hobson lives here.", "Star Hobson"),
    ("The Connelly case was closed.", "Connelly"),  # a surname that many bear
    ("Mrs Pelka rang. The Pelka case was closed.", "Pelka"),
]


@pytest.mark.parametrize(("text", "name"), NO_CASES)
def test_a_child_with_the_name_of_a_published_case_is_a_finding(text: str, name: str) -> None:
    assert Standing.PARTICIPANT in standings_of(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "Evidence on split injuries of siblings (Harte, 2017) was mentioned.",
        "Evidence on split injuries of siblings (Harte and Quill, 1999) was mentioned.",
        "Research into deaths of twins (Harte, 2017; Quill, 2015) is thin.",
        "Much of this was said before (and, in gentler words, by Harte, 2009).",
        "Men slip through (see, among others, Harte, 2003).",
        "He agreed, quoting Harte (1990).",
        "I go back to Harte (2001), whose chapter on grandmothers is good.",
    ],
)
def test_surnames_behind_evidence_are_authors_whatever_kin_it_is_on(text: str) -> None:
    assert standings_of(text, "Harte") == {Standing.CITED}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The evidence of her siblings (Harte, 2017) was mentioned.", "Harte"),
        ("Evidence of the siblings (Harte, 2017) was mentioned.", "Harte"),
        ("Evidence of two siblings (Harte, 2017) was mentioned.", "Harte"),
        ("The siblings (Harte, 2017) were seen.", "Harte"),
        ("Evidence on siblings (Tom, 2017; Ida, 2015) was mentioned.", "Tom"),
        ("Evidence on siblings (Harte, 2017; Ida, 2015) was mentioned.", "Harte"),
        ("Harte (2009), whose school rang, was ill.", "Harte"),
    ],
)
def test_kin_in_brackets_with_their_years_are_a_familys(text: str, name: str) -> None:
    assert Standing.CITED not in standings_of(text, name)
