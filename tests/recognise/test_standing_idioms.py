"""Idioms in which a name stays, and positions in which a participant stands all the same.

A model of the tests finds each name, so a position must hold all of it; without a position it is a finding.
"""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.standing_factory import all_standings, standings_of

STAYS: list[tuple[str, tuple[str, ...]]] = [
    # Harvard
    (
        "Quillham, B. and Vesey, T. (2014) Listening Late: What Files Leave Out. Anytown: Lodestar Press.",
        ("Quillham, B.", "Vesey, T."),
    ),
    (
        "Osgoode, P. (2009) 'The closed door', Journal of Example Practice, 12(3), pp. 45-60.",
        ("Osgoode, P.",),
    ),
    (
        "Tarrant, A. and Bellweather, B. (eds) (2016) A Handbook of Visits. Anytown: Lodestar Press.",
        ("Tarrant, A.", "Bellweather, B."),
    ),
    (
        "Osgoode, P. (2011) 'Fathers', in Quillham, B. and Vesey, T. (eds) Out. Lodestar Press.",
        ("Osgoode, P.", "Quillham, B.", "Vesey, T."),
    ),  # editors inside an entry
    ("Osgoode's (2009) model has four parts.", ("Osgoode",)),  # a possessive before the year
    ("This is what Vesey and Quillham's (2014) framework asks for.", ("Vesey", "Quillham")),
    ("It is well known in the literature (see Osgoode, 2009, p. 14).", ("Osgoode",)),
    ("The point has been made before (Osgoode 2009; Vesey et al 2014).", ("Osgoode", "Vesey")),
    ("It is cited in Vesey (2014) as the best known.", ("Vesey",)),
    ("It is an old thought (Osgoode, 1998, cited in Vesey, 2014).", ("Osgoode", "Vesey")),
    ("Compare Osgoode (2009) on the same question.", ("Osgoode",)),
    ("In the words of Osgoode (2009), the file is not the child.", ("Osgoode",)),
    ("As Osgoode (2009) puts it, a visit is not a view.", ("Osgoode",)),
    ("A critique by Vesey (2014) came soon.", ("Vesey",)),
    ("For research on supervision cf. Vesey (2014).", ("Vesey",)),
    ("Osgoode et al. (2009) looked at forty reviews.", ("Osgoode",)),
    ("Del Osgoode and Abu Vesey (2009) found that most files were thin.", ("Del Osgoode", "Abu Vesey")),
    ("A typology by Osgoode, Vesey and Quillham (2009) is used.", ("Osgoode", "Vesey", "Quillham")),
    (
        "Signs of Safety was devised by Osgoode and Vesey (1999) and spread from there.",
        ("Osgoode", "Vesey"),
    ),
    # Vancouver
    (
        "1. Osgoode PR, Vesey T. Bruising in infants: a survey. J Example Paediatr 2009;12(3):45-50.",
        ("Osgoode PR", "Vesey T"),
    ),
    ("4) Quillham B. The quiet ward. Example Nursing Journal 2012;4(1):3-9.", ("Quillham B",)),
    (
        "7. Osgoode PR, Vesey T, Quillham B, et al. Heads and falls. Example Press; 2011.",
        ("Osgoode PR", "Vesey T", "Quillham B"),
    ),
    # footnotes
    ("3 P. Osgoode and T. Vesey, The Long Wait (Lodestar Press, 2009), p. 12.", ("P. Osgoode", "T. Vesey")),
    ("12 B. Quillham, 'Drift', Journal of Example Law 2012, vol. 4, p. 9.", ("B. Quillham",)),
    # cases and inquiries
    (
        "Since the deaths of Victoria Climbié and Daniel Pelka much has been written.",
        ("Victoria Climbié", "Daniel Pelka"),
    ),
    ("The Khyra Ishaq review had said so.", ("Khyra Ishaq",)),
    ("The lessons of Maria Colwell were taught again.", ("Maria Colwell",)),
    ("It follows Lord Laming's inquiry into the case of Victoria Climbié.", ("Laming", "Victoria Climbié")),
    ("Daniel Pelka is a name that the whole profession knows.", ("Daniel Pelka",)),
    ("We have been here before, and Peter Connelly (2009) is one of many.", ("Peter Connelly",)),
    ("There are echoes of Daniel Pelka in what we read.", ("Daniel Pelka",)),
    ("The Laming report and the Munro review changed this.", ("Laming", "Munro")),
    ("Eileen Munro argued that targets had driven out judgement.", ("Eileen Munro",)),
    ("The reforms that Josh MacAlister recommended are under way.", ("Josh MacAlister",)),
    ("It is years since Josh MacAlister asked for nurses to visit.", ("Josh MacAlister",)),
    ("Has nothing changed since Josh MacAlister?", ("Josh MacAlister",)),
    ("She is known by a name, like Heidi Koseda. I hope not, for her sake.", ("Heidi Koseda",)),
    ("Drift, which Harte (2009) called the quiet risk, is old.", ("Harte",)),
    ("Harte (2009) should be read by all of us. So say many reviews.", ("Harte",)),
    ("Professor Munro has shown how procedures crowd out practice.", ("Munro",)),
    ("It asks whether the lessons from Colwell had been learned by anybody.", ("Colwell",)),
    ("Readers of Monckton will know how that ended.", ("Monckton",)),
    # laws, tests, conditions, methods
    ("She was found to be Gillick competent under the Fraser guidelines.", ("Gillick", "Fraser")),
    ("Counsel relied on Gillick v West Norfolk and on the Bolam principle.", ("Gillick", "Bolam")),
    ("Kolb's learning cycle and Maslow's hierarchy of needs were on the slides.", ("Kolb", "Maslow")),
    ("The scan was for Sturge-Weber syndrome and for Bell's palsy.", ("Sturge-Weber", "Bell")),
    ("His grandfather has Parkinson's and cannot drive.", ("Parkinson",)),
    ("They asked under Clare's Law.", ("Clare",)),
    ("The Barlow and Ortolani tests were done on the ward.", ("Barlow", "Ortolani")),
    # the review's own people
    (
        "Serious Case Review: Child Q\n\nReport by Harriet Osgoode; panel chaired by Tom Vesey",
        ("Harriet Osgoode", "Tom Vesey"),
    ),
    ("This serious case review was written by Harriet Osgoode.", ("Harriet Osgoode",)),
    ("Overview report author (independent): Harriet Osgoode", ("Harriet Osgoode",)),
    ("Serious Case Review Panel, minutes\n\nPresent: Tom Vesey (independent chair)", ("Tom Vesey",)),
    (
        "Learning review\n\nForeword\n\nHarriet Osgoode\n\nIndependent Chair, Anytown LSCP",
        ("Harriet Osgoode",),
    ),
    (
        "Overview report\n\nLead Reviewers: Harriet Osgoode\n\nIndependent Author Tom Vesey spoke.",
        ("Harriet Osgoode", "Tom Vesey"),
    ),
    (
        "Statement by Harriet Osgoode OBE, Independent Chair of Anytown Safeguarding Board",
        ("Harriet Osgoode",),
    ),
    ("Safeguarding Practice Review\n\nIndependent Author\nHarriet Osgoode", ("Harriet Osgoode",)),
]


@pytest.mark.parametrize(("text", "names"), STAYS)
def test_a_name_stays_in_its_position(text: str, names: tuple[str, ...]) -> None:
    for name in names:
        found = standings_of(text, name, names)
        assert found
        assert Standing.PARTICIPANT not in found


# The name that must be a finding, in a text where a position nearly holds it.
GOES: list[tuple[str, str, tuple[str, ...]]] = [
    # a mention of which only a part is cited
    ("See Quillham, Anna Brown (2014) for more.", "Anna Brown", ("Quillham, Anna Brown",)),
    ("as in Osgoode, Kayleigh (Osgoode, 2009)", "Kayleigh", ("Osgoode, Kayleigh",)),
    ("The Munro Tarrant report was late.", "Munro Tarrant", ("Munro Tarrant",)),
    ("Kayleigh Vesey et al. (2014) were seen at the clinic.", "Kayleigh Vesey", ("Kayleigh Vesey",)),
    # a child with the year of its birth
    ("The children of the house: Kayleigh (2009), Tom (2011).", "Kayleigh", ("Kayleigh", "Tom")),
    ("Vesey, K. (2009) Lives with her aunt. School: Hill Primary.\n\nMs Vesey rang.", "Vesey", ()),
    ("She rang about Kayleigh (2009) again.\n\nKayleigh was asleep.", "Kayleigh", ()),
    ("Research shows that Kayleigh (2009) was right.\n\nKayleigh was asleep.", "Kayleigh", ()),
    ("See Kayleigh (2009).\n\nLater Kayleigh slept.", "Kayleigh", ()),
    ("Kayleigh (2009) states that she was hit.\n\nKayleigh was asleep.", "Kayleigh", ()),
    (
        "There were two cases (Kayleigh, 2009; Tom, 2011).\n\nKayleigh was asleep.",
        "Kayleigh",
        ("Kayleigh", "Tom"),
    ),
    ("Her twin (Kayleigh, 2009) came too.", "Kayleigh", ()),
    ("Compare Kayleigh (2009) with her sister.", "Kayleigh", ()),
    ("The family: Vesey, K. (2009), Vesey, T. (2011). K Vesey slept.", "Vesey", ("Vesey, K.", "Vesey")),
    # a worker with the year of a record
    ("In her statement, Osgoode (2012) argues that the child lied.", "Osgoode", ()),
    ("Osgoode (2014) noted that the home was cold.\n\nOsgoode rang at noon.", "Osgoode", ()),
    ("Mrs Osgoode rang.\n\nOsgoode (2014) reported bruises.", "Osgoode", ()),
    ("K. Osgoode, Social Worker, core assessment 2011, p. 4", "Osgoode", ()),
    ("R v Osgoode (2014) was heard at Anytown.", "Osgoode", ()),
    ("R v Osgoode and others (2014) was heard.", "Osgoode", ()),
    # a child with the name of a published case
    ("Peter Connelly was a quiet boy who loved trains.", "Peter Connelly", ()),
    ("The death of Peter Connelly was reported.\n\nPeter Connelly loved trains.", "Peter Connelly", ()),
    (
        "The death of Peter Connelly was reported.\n\nPeter loved trains.",
        "Peter Connelly",
        ("Peter Connelly", "Peter"),
    ),
    ("Peter Connelly learned to ride a bicycle before he went to nursery.", "Peter Connelly", ()),
    ("Daniel Pelka had bruises when the policy said he should be seen.", "Daniel Pelka", ()),
    ("Child: Daniel Pelka\n\nThe case of Daniel Pelka was closed.", "Daniel Pelka", ()),
    ("On Monday Daniel Pelka was seen by the nurse on the ward.", "Daniel Pelka", ()),
    ("She spoke about Daniel Pelka, her lodger.", "Daniel Pelka", ()),
    ("Since Bulger moved in, the flat has been loud.", "Bulger", ()),
    ("The case of Letby, aged four, was closed.", "Letby", ()),
    ("Like Allitt, he drank.", "Allitt", ()),
    ("Star Hobson", "Star Hobson", ()),  # alone on a line
    ("After school Stephen Lawrence told the teacher of the row.", "Stephen Lawrence", ()),
    ("We went to see Stephen Lawrence and came away.", "Stephen Lawrence", ()),
    # somebody with the name of an inquiry or its chair
    ("Nurse Laming weighed the child.\n\nThe Laming report was late.", "Laming", ()),
    ("Munro said that he had told her.", "Munro", ()),
    ("Colwell asked for a report.", "Colwell", ()),
    ("Josh MacAlister attended the ward.", "Josh MacAlister", ()),
    ("They knew her for two years since Josh MacAlister moved in.", "Josh MacAlister", ()),
    ("Nothing has changed since Josh MacAlister, her lodger, came.", "Josh MacAlister", ()),
    ("Tom (2009) should be read to at night.", "Tom", ()),
    ("Her partner David Norgrove wrote a report.", "David Norgrove", ()),
    ("Josh MacAlister wrote a report.\n\nJosh MacAlister hit her.", "Josh MacAlister", ()),
    ("Two years ago Waterhouse hit the child.", "Waterhouse", ()),
    ("Professor Osgoode has shown that the fractures were old.", "Osgoode", ()),
    ("The lessons from Colwell were shared.\n\nColwell rang her sister.", "Colwell", ()),
    ("The recommendations of Monckton were late.", "Monckton", ()),
    # somebody with the name of a method or of an illness
    ("Parkinson's mother hit him.", "Parkinson", ()),
    ("Parkinson's and his wife's version differed.\n\nParkinson rang.", "Parkinson", ()),
    ("Mr Barlow's test was late.", "Barlow", ()),
    ("Sarah's law firm wrote.", "Sarah", ()),
    ("Gillick told the nurse.", "Gillick", ()),
    ("Fraser gave guidelines to Kolb.", "Fraser", ("Fraser", "Kolb")),
    # chairs and authors of the case
    ("Child Protection Conference\n\nIndependent Chair: Tom Vesey", "Tom Vesey", ()),
    ("Review Conference\nIndependent Chair\tTom Vesey\nNurse\tAnn Osgoode", "Tom Vesey", ()),
    ("Present: Tom Vesey (independent chair), Ann Osgoode (nurse)", "Tom Vesey", ()),
    ("Core group, 4 May\n\nTom Vesey, Independent Chair", "Tom Vesey", ()),
    ("Independent Chair Tom Vesey closed the conference.", "Tom Vesey", ()),
    ("SCR panel\n\nA meeting sat, Ann Osgoode in the chair, Tom Vesey by phone.", "Tom Vesey", ()),
    ("He picked a frame like Ishaq's. Then he slept.", "Ishaq", ()),
    (
        "The death of Khyra Ishaq was reported.\n\nIshaq has already sent me nine.",
        "Ishaq",
        ("Khyra Ishaq", "Ishaq"),
    ),
    (
        "References\n\nQuillham, B. (2014) Late. Anytown: Quern Press.\n\nThanks\n\nTom, Ann, Ida: you came.",
        "Ann",
        (),
    ),
    ("Independent Chair Tom Vesey rang the social worker.", "Tom Vesey", ()),
    ("Individual Management Review\n\nReport by Harriet Osgoode, Independent Author", "Harriet Osgoode", ()),
    ("Report by Harriet Osgoode, social worker", "Harriet Osgoode", ()),
    ("Agency report\n\nThis review was written by Harriet Osgoode.", "Harriet Osgoode", ()),
    ("Harriet Osgoode, independent chair, said that she knew the mother.", "Harriet Osgoode", ()),
    ("Independent author: Harriet Osgoode\n\nHer sister Harriet Osgoode hit him.", "Harriet Osgoode", ()),
]


@pytest.mark.parametrize(("text", "name", "names"), GOES)
def test_a_participant_is_a_finding_wherever_the_name_stands(
    text: str, name: str, names: tuple[str, ...]
) -> None:
    assert Standing.PARTICIPANT in standings_of(text, name, names)


ENTRY = "Osgoode, P. (2009) Child Protection Practice. Anytown: Lodestar Press."


def test_an_author_who_is_spoken_of_without_a_year_stays_where_a_list_shows_the_work() -> None:
    text = f"Osgoode (2009) says so. Osgoode's work on files is known.\n\n{ENTRY}"
    assert all_standings(text, ["Osgoode"]) == [
        ("Osgoode", "cited"),
        ("Osgoode", "cited"),
        ("Osgoode", "cited"),
    ]


def test_an_author_with_the_surname_of_a_worker_stays_and_the_worker_does_not() -> None:
    text = f"Ms Osgoode rang.\n\nResearch by Osgoode (2009) says so.\n\n{ENTRY}"
    assert [standing for _, standing in all_standings(text, ["Osgoode"])] == ["participant", "cited", "cited"]


def test_beside_words_of_literature_an_author_stays_whoever_of_the_case_bears_the_name() -> None:
    joined = "Osgoode slept.\n\nThe method of Osgoode and Quillham (2009) was used."
    alone = "Osgoode slept.\n\nThe method of Osgoode (2009) was used."
    assert [standing for _, standing in all_standings(joined, ["Osgoode", "Quillham"])][1:] == ["cited"] * 2
    assert [standing for _, standing in all_standings(alone, ["Osgoode"])] == ["participant", "cited"]
    of_a_child = "Ruth slept.\n\nThe paper by Ruth (2009) was in her bedroom."
    assert [standing for _, standing in all_standings(of_a_child, ["Ruth"])] == ["participant"] * 2


def test_a_name_in_two_cells_of_a_role_line_stays() -> None:
    text = "Lead Reviewer\tTom\tVesey\nSocial worker\tAnn\tOsgoode"
    found = dict(all_standings(text, ["Tom\tVesey", "Ann\tOsgoode"]))
    assert found["Tom\tVesey"] == "office"
    assert found["Ann\tOsgoode"] == "participant"


_RAPID = "Serious case review panel, minutes\n\n"


@pytest.mark.parametrize(
    ("text", "office", "others"),
    [
        (
            _RAPID + "Harriet Osgoode\tHO\tIndependent Chair\nTom Vesey\tTV\tNamed Nurse",
            ("Harriet Osgoode", "HO"),
            ("Tom Vesey", "TV"),
        ),
        (
            _RAPID + "Present\tInitials\tPost\nHarriet Osgoode\tHO\tIndependent Scrutineer (Chair)",
            ("Harriet Osgoode", "HO"),
            (),
        ),
        (_RAPID + "Harriet\tOsgoode\tIndependent Chair\nTom\tVesey\tNurse", ("Harriet", "Osgoode"), ("Tom",)),
        (
            _RAPID + "Harriet\tOsgoode\tH.O.\tIndependent Author\nTom\tVesey\tTV\tNurse",
            ("Harriet", "Osgoode"),
            ("Tom", "TV"),
        ),
        # two names, letters of somebody else, another's name behind the role, a conference
        (_RAPID + "Tom Vesey and Ann Osgoode\tTV\tIndependent Chair", (), ("Ann Osgoode",)),
        (_RAPID + "Harriet Osgoode\tTV\tIndependent Chair", (), ("Harriet Osgoode",)),
        ("Child Protection Conference\n\nTom Vesey\tTV\tIndependent Chair", (), ("Tom Vesey", "TV")),
        (_RAPID + "Tom\tVesey\tIndependent Chair\tHarriet Osgoode", (), ("Tom", "Vesey")),
    ],
)
def test_a_name_with_its_letters_stays_before_a_role_of_the_review(
    text: str, office: tuple[str, ...], others: tuple[str, ...]
) -> None:
    found = dict(all_standings(text, [*office, *others]))
    assert {one: found[one] for one in office} == dict.fromkeys(office, "office")
    assert {one: found[one] for one in others} == dict.fromkeys(others, "participant")


def test_all_of_a_mention_is_a_participants_where_a_position_holds_a_part_of_it() -> None:
    text = "It is in the literature (Osgoode, 2009)."
    assert all_standings(text, ["Osgoode"]) == [("Osgoode", "cited")]
    more = "It is in the literature (Osgoode, 2009, Anna Brown)."
    assert ("Osgoode, 2009, Anna Brown", "participant") in all_standings(more, ["Osgoode, 2009, Anna Brown"])
