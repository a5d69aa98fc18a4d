"""Citations whose form only a reference has: they stay where somebody of the case bears the surname."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.recognise_factory import text_of
from tests.recognise.standing_factory import people_with_model, standings_of

# Somebody of the case with the surname: a form shows the whole name, a title the surname.
BORNE = "Mother: Kayleigh Osgoode\nMs Osgoode said that she was tired.\n\n"
NAMES = ("Osgoode", "Kayleigh Osgoode", "Vesey")

PROVEN = [
    "As Osgoode and Vesey (2003) argue, an account is where one begins.",
    "Osgoode and Vesey (2015, p. 203) call this the invisible man.",
    "Osgoode, Quill and Vesey (2009: 45) describe such homes.",
    "Osgoode (2010) argues that silence is no consent.",
    "According to Osgoode (2016), chronologies are of use only when they are read.",
    "It has been known since Osgoode (1994) that moves hide children.",
    "Osgoode (1999), as cited by Vesey (2006), found the same in seven reviews.",
    "More recently Osgoode (2018) and Vesey (2019) have questioned this.",
    "Drift has several causes, as the literature shows (Osgoode, 2002; Vesey, 2009).",
    "The evidence is thin (but see Osgoode, 2015; contrast Vesey, 2016).",
    "The findings of Osgoode (unpublished, 2014) point the same way.",
    "The phrase goes back to Osgoode (cited in Vesey 2010: 14).",
    "This was first described by Osgoode in her study of forty families.",
    "Osgoode's research (2006) suggests that one visit in four is announced.",
    "Osgoode, in Practice (2008), 20(3), puts it sharply.",
    "See, for example, Osgoode 2007, Vesey 2009 and Tarrant 2011.",
    "4 Osgoode and Vesey, note 2 above.",
    "Osgoode calls this a duo of risks (2014: 22).",
    "Writing in 1998, Osgoode described much the same.",
]


@pytest.mark.parametrize("text", PROVEN)
def test_the_position_decides_and_the_bearer_of_the_surname_stays_a_finding(text: str) -> None:
    document, found = people_with_model(BORNE + text, NAMES)
    case, citing = (passage.id for passage in document.passages)
    borne = [each for each in found if each.span.passage == case]
    assert "Kayleigh Osgoode" in {text_of([document], each) for each in borne}
    assert {each.standing for each in borne} == {Standing.PARTICIPANT}
    cited = [each for each in found if each.span.passage == citing and "Osgoode" in text_of([document], each)]
    assert {each.standing for each in cited} == {Standing.CITED}


@pytest.mark.parametrize(
    "text",
    [
        "Osgoode (2009) was the younger of the two.",
        "Osgoode and Vesey (2007) live with their aunt.",
        "Dr Osgoode (2010) examined the baby and found eleven bruises.",
        "Osgoode, X. (2012) was seen at clinic with his mother.",
        "The core assessment by Osgoode and Vesey (2009) was thin.",
        "Ms Osgoode (2006) is the third social worker.",
        "The partner (Osgoode, 2011 to 2012) was violent.",
        "The father was convicted in R v Osgoode (2011).",
        "Statement of Osgoode, 2012, paragraph 4",
    ],
)
def test_a_year_behind_a_name_proves_nothing(text: str) -> None:
    assert standings_of(BORNE + text, "Osgoode", NAMES) == {Standing.PARTICIPANT}
    assert Standing.CITED not in standings_of("A note.\n\n" + text, "Osgoode", NAMES)


CITES = (
    "It is cumulative (Harte, 2004; Quill and Tarrant, 2010), and so Harte (2004) and Bell et al. (2012)"
    " say.\n\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "Osgoode (2009) was three when the family moved.",
        "Osgoode (2008) has asthma. Vesey (2010) does not sleep.",
        "Osgoode (2007) likes football.",
        "Osgoode and Vesey (2008) share a room.",
        "Osgoode (2009), Quillham (2011) and Vesey (2013) are the children of the marriage.",
        "The chronology by Osgoode (2012) has gaps.",
        "In the core assessment of Osgoode and Vesey (2009) fathers are absent.",
        "Dr Osgoode (2010) concluded that Mother could not protect the child.",
        "In his report Osgoode (2010) says that she was low.",
    ],
)
def test_who_is_told_of_among_citations_is_a_participant(text: str) -> None:
    assert standings_of(CITES + text, "Osgoode", NAMES) == {Standing.PARTICIPANT}


@pytest.mark.parametrize(
    "text",
    [
        "Osgoode (2009) reminds us that files are written by somebody.",
        "Osgoode (2009) was among the first to describe it.",
        "Osgoode (2008) and Vesey (2010) have questioned this.",
        "Of this Osgoode (2014) says little.",
        "Osgoode (2013) has since argued otherwise.",
    ],
)
def test_what_is_said_of_a_text_among_citations_stays(text: str) -> None:
    assert standings_of(CITES + text, "Osgoode", NAMES) == {Standing.CITED}


def test_a_forename_of_the_case_is_no_author() -> None:
    text = "Child: Ayaan Harte\nAyaan was small.\n\nSee, for example, Ayaan 2007 and Vesey 2009."
    assert standings_of(text, "Ayaan", ("Ayaan", "Vesey")) == {Standing.PARTICIPANT}


def test_several_signs_go_before_a_surname_that_may_be_a_forename() -> None:
    # In two cells the model sees the surname alone.
    text = (
        "Shannon\tOsgoode\tfriend\n\nFor the model see Tarrant, Vesey and Osgoode (2008), and Quill (2009)."
    )
    document, found = people_with_model(text, ("Osgoode", "Vesey"))
    cited = {text_of([document], each) for each in found if each.standing is Standing.CITED}
    assert "Osgoode" in cited
    above = [each for each in found if each.span.passage == document.passages[0].id]
    assert {each.standing for each in above} == {Standing.PARTICIPANT}


@pytest.mark.parametrize(
    "text",
    [
        "References\nTarrant, A., Senior, Z. and Osgoode, P. (2014) Drift. Anytown: Example Press.",
        "As Tarrant, Senior and Osgoode (1991) found, workers who are frightened write more.",
        'Osgoode, P. "Curiosity in practice" Example Care, 12 March 2015.',
        "[^4]: Osgoode, P. (2018), 'Bruises that speak', Nursing, 30(4).",
        "References\ni. Osgoode, P. (2010). Bruising in babies. Example Review, 19, 24-38.",
        "Further reading:\n\u2022 Osgoode and Vesey - Seeing the child (2011)",
        "Osgoode, A. K. Decisions in groups. MSc dissertation. Anytown; 2017.",
    ],
)
def test_more_forms_of_entries(text: str) -> None:
    assert standings_of(text, "Osgoode") == {Standing.CITED}


@pytest.mark.parametrize(
    "said",
    [
        "Osgoode (2009) was three when it began.",
        "Osgoode (2009) did not eat.",
        "Osgoode (2009) loved football.",
    ],
)
def test_who_does_what_no_text_does_is_no_author_of_a_paper_that_cites_many(said: str) -> None:
    learned = (
        "It is slow (Munro, 2005; Zhu and Bevan, 2014; Quill, 1999; Bell and Orr, 2003; Tarrant, 2016).\n\n"
    )
    assert standings_of(learned + said, "Osgoode") == {Standing.PARTICIPANT}
