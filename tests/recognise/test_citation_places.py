"""Where a name with a year stands in a sentence: people of the case stay findings, and cited authors stay."""

from __future__ import annotations

import pytest

from redact.recognise.citation_words import is_one_work
from redact.values.people import Standing
from tests.recognise.recognise_factory import text_of
from tests.recognise.standing_factory import people_with_model, standings_of

# A document that cites: there a surname with a year in brackets is an author's more readily.
CITES = "Much is known (Tarrant, 2009; Bellweather et al., 2011), and Quillham (2012) argues so.\n\n"
NAMES = ("Osgoode", "Merovel", "Vesey", "Mrs Harte")

OF_THE_CASE = [
    # children with the years of their births, and what a sentence says of them
    "Osgoode (2009) and Merovel (2012) were with Mrs Harte every day but Sunday.",
    "4.2 Osgoode (2009) and Merovel (2012) were called liars by their teacher.",
    "Osgoode (2005) was described by the school as shy.",
    "Osgoode (2005) and Merovel (2007) had each a bed.",
    "Osgoode (2005) and Merovel (2007) speak Twi.",
    "Osgoode (2005) is a quiet boy who likes trains.",
    "Osgoode (2005) is the eldest.",
    "By then Osgoode (2006) and Merovel (2009) shared a mattress.",
    "In 2012 Osgoode (2006) and Merovel (2009) were made wards of court.",
    "Osgoode (2006) has eczema and Merovel (2009) a squint.",
    "Osgoode (2006) draws, Merovel (2009) sings.",
    "Osgoode (2006) says he is fine.",
    "Osgoode (2006) finds it hard to sleep.",
    "Osgoode (2006) calls her Nan.",
    "Osgoode (2006) thinks Merovel (2009) is the favourite.",
    "What Osgoode (2005) calls his den is a cupboard.",
    # where no text stands
    "The records name Osgoode (2005) and Merovel (2007) as brothers.",
    "The letters name neither Osgoode (2006) nor Merovel (2009).",
    "The order covers Osgoode (2006) and Merovel (2009).",
    "Mrs Harte minds Osgoode (2006) and Merovel (2009).",
    "Between Osgoode (2006) and Merovel (2009) there were two miscarriages.",
    "Nobody asked Osgoode (2005) or Merovel (2007).",
    "In the household were Osgoode (2005) and Merovel (2009).",
    "Family: Osgoode (2005), Merovel (2009).",
    # workers whose record is cited with its year
    'Osgoode (2014), midwifery, booking form, has "nil of note".',
    "Osgoode (2014), probation, exit letter, calls him pleasant.",
    "Osgoode (2014, closing summary) says nothing of the child.",
    "Osgoode (2011), social worker, core assessment; Merovel (2011), her manager, supervision note.",
    "Osgoode (2012) at p. 14 of the bundle found her low.",
    "(Osgoode 2012, discharge letter)",
    "In her email Osgoode (2013) suggests a visit.",
    "Ms Osgoode (2009; 2011) has assessed them twice.",
    "The assessments by Osgoode (2009; 2011) differ.",
]


@pytest.mark.parametrize("text", OF_THE_CASE)
def test_somebody_with_a_year_stays_a_finding(text: str) -> None:
    for name in ("Osgoode", "Merovel"):
        if name in text:
            assert standings_of(CITES + text, name, NAMES) == {Standing.PARTICIPANT}
            assert standings_of("A note.\n\n" + text, name, NAMES) == {Standing.PARTICIPANT}


CITED = [
    'Osgoode (2014) called such rooms "the waiting rooms of nobody", and it fits.',
    "Nor does Osgoode (2020) find the term of use.",
    "Osgoode (2012) would have said that an hour is an insult.",
    "Osgoode (2012) has little time for checklists.",
    "Osgoode (2012) takes issue with the term.",
    "Osgoode (2011) goes further: thresholds are doors.",
    "Osgoode (2011) is sceptical of the whole business of thresholds.",
    "Osgoode (2011), writing of hospitals, makes the same point.",
    "Osgoode (2011), a study of forty files, is of use.",
    "The term is defined in Osgoode (2011).",
    "Source: Osgoode (2011)",
    "This is old: see Osgoode, 1961.",
    "In a Welsh study, Osgoode 2013.",
    "See also: Vesey, Tarrant and Osgoode (2011) Looking Back.",
    "It was withdrawn (Vesey/Osgoode 2009).",
    "The rest is custom (Osgoode, 2014, heading to chapter two).",
    "She was given Osgoode and Vesey (2016) to read.",
    "The mother met with what Osgoode and Vesey (2013) describe as the long tail.",
]


@pytest.mark.parametrize("text", CITED)
def test_an_author_whom_the_sentence_cites_stays(text: str) -> None:
    assert standings_of(CITES + text, "Osgoode", NAMES) == {Standing.CITED}


@pytest.mark.parametrize(
    "text",
    [
        "Osgoode (2012) distrusts checklists.",
        "Osgoode and Vesey (2012) reckon that one letter in six is lost.",
        "Osgoode (2012) rejects the term.",
    ],
)
def test_verbs_of_scholars_stay_where_literature_is_cited(text: str) -> None:
    assert standings_of(CITES + text, "Osgoode", NAMES) == {Standing.CITED}


SURE = "The leading study is Osgoode's 1998 monograph.\n\n"


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The log reads like a gloss on Osgoode.", Standing.CITED),
        ("In the end that is Osgoode's typology again.", Standing.CITED),
        ("Osgoode, more recently: one in three.", Standing.CITED),
        ("We agree with Osgoode.", Standing.PARTICIPANT),  # a worker may be agreed with
        ("That was passed to Osgoode.", Standing.PARTICIPANT),
        ("Osgoode puts the peak at month five.", Standing.CITED),
        ("Osgoode closed the file.", Standing.PARTICIPANT),  # a deed in the past is a worker's
        ("Osgoode: not known to us.", Standing.PARTICIPANT),  # a speaker
        ("The flat was cold, as Osgoode knew.", Standing.PARTICIPANT),
        ("Osgoode (2014), clinic, exit letter, has nothing.", Standing.PARTICIPANT),
        ("We agree with Osgoode. Ms Osgoode rang the school.", Standing.PARTICIPANT),
    ],
)
def test_a_sure_citation_is_carried_where_no_deed_is_told(text: str, standing: Standing) -> None:
    document, found = people_with_model(SURE + text, ("Osgoode",))
    later = document.passages[-1].id
    of = [each for each in found if each.span.passage == later and "Osgoode" in text_of([document], each)]
    assert {each.standing for each in of} == {standing}


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Author\tYear\tWhat it found\nOsgoode\t2006\tmoves\nTarrant & Vesey\t2009\tditto", Standing.CITED),
        ("Author (year)\tSample\nOsgoode (2006)\t40 families\nTarrant (2009)\t12", Standing.CITED),
        ("Study\tYear\tN\nOsgoode and Vesey\t2006\t40\nTarrant et al\t2009\t9", Standing.CITED),
        # who has written an entry of the case's papers
        ("Author\tDate\tEntry\nOsgoode\t2006\trang mother\nVesey\t2009\tno reply", Standing.PARTICIPANT),
        ("Author\tYear\tDocument\nOsgoode\t2006\tcore assessment", Standing.PARTICIPANT),
        ("Author\tYear\tAgency\nOsgoode\t2006\thousing", Standing.PARTICIPANT),
        ("Name\tYear\tSchool\nOsgoode\t2006\tnone", Standing.PARTICIPANT),
        ("Author\tDate\tSubject\nOsgoode\t3 May 2006\tbruise", Standing.PARTICIPANT),
    ],
)
def test_a_table_of_studies_shows_authors_and_one_of_records_workers(text: str, standing: Standing) -> None:
    assert standings_of(text, "Osgoode", ("Osgoode", "Vesey")) == {standing}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Sallow and Wrenfield (2016) was given out for reading.", True),
        ("Sallow, Abu Deeb and Wrenfield (1995) has been on the shelf for years.", True),
        ("Sallow and Wrenfield (2016) were seen at home.", False),
        ("Sallow (2014) and Wrenfield (2016) was seen at home.", False),
        ("Sallow (2016) was given out for reading.", False),
    ],
)
def test_several_names_of_which_one_says_was_are_one_text(text: str, is_one: bool) -> None:
    assert is_one_work(text, 0) is is_one
