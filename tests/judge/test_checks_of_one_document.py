"""Requirements for one document: what may not stand, how finely it is told, what stands together, how"
" many."""

from __future__ import annotations

import pytest

from redact.judge.checks.precision import fineness_of_age
from redact.values.judgement import Outcome, Rule, RuleKind
from redact.values.people import Label
from redact.values.requirements import Counted, Fineness, MarkName, Precise
from tests.judge.verdict_factory import requirement, verdict

PASS, FAIL, NOT_APPLICABLE = Outcome.PASS, Outcome.FAIL, Outcome.NOT_APPLICABLE


def places(rule: Rule, text: str, *, names: bool = False) -> list[str]:
    return [finding.text for finding in verdict(rule, text, names=names).findings]


def test_a_phrase_may_not_stand_whether_it_is_denied_or_not() -> None:
    rule = requirement(RuleKind.FORBIDDEN, phrases=("genogram/genograms", "born on"))
    text = "# Genogram\nThere is no genogram here. She was born on a Friday, and he was born in spring."
    assert places(rule, text) == ["Genogram", "genogram", "born on"]


def test_a_phrase_may_stand_in_other_sections() -> None:
    text = "# The family\nNobody knew their religion.\n# Analysis\nNobody asked about religion."
    assert len(places(requirement(RuleKind.FORBIDDEN, phrases=("religion",)), text)) == 2
    inside = requirement(RuleKind.FORBIDDEN, phrases=("religion",), headings=("the family",))
    outside = requirement(RuleKind.FORBIDDEN, phrases=("religion",), except_headings=("analysis",))
    for rule in (inside, outside):
        (finding,) = verdict(rule, text).findings
        assert finding.headings == ("The family",)


def test_what_stands_in_a_place_of_the_file_is_a_finding() -> None:
    rule = requirement(RuleKind.FORBIDDEN, places=("D27",))
    assert places(rule, "A text.\n{D27} Ask her mother.") == ["Ask her mother."]
    assert verdict(rule, "A text.\n{D28} Ask her mother.").outcome is PASS


def test_a_dark_bar_is_found_by_its_place() -> None:
    rule = requirement(RuleKind.FORBIDDEN, marks=(MarkName.BLACK_HIGHLIGHT,))
    assert places(rule, "A text.\n{D30} Osgood") == ["Osgood"]


def test_one_place_is_told_once() -> None:
    rule = requirement(
        RuleKind.FORBIDDEN, marks=(MarkName.CONFIDENTIAL,), phrases=("confidential", "not to be disclosed")
    )
    assert len(places(rule, "CONFIDENTIAL\nNot to be disclosed to anybody.")) == 2


TEXT = "# Recommendations\n1. The trust trains its staff and writes a form.\n# Thanks\nFor the training."


@pytest.mark.parametrize(
    ("params", "found"),
    [
        ({"words": ("and",), "of": Counted.RECOMMENDATIONS}, ["and"]),
        ({"words": ("train*",), "of": Counted.RECOMMENDATIONS}, ["trains"]),
        ({"words": ("train*",), "headings": ("thanks",)}, ["training"]),
        ({"words": ("train*",)}, ["trains", "training"]),
        ({"words": ("should have",)}, []),
    ],
)
def test_words_are_found_where_they_are_looked_for(params: dict[str, object], found: list[str]) -> None:
    assert places(requirement(RuleKind.WORDING, **params), TEXT) == found


@pytest.mark.parametrize("params", [{"of": Counted.RECOMMENDATIONS}, {"headings": ("narrative",)}])
def test_without_such_a_section_there_is_nothing_to_judge(params: dict[str, object]) -> None:
    rule = requirement(RuleKind.WORDING, words=("and",), **params)
    assert verdict(rule, "# Analysis\nThis and that.").outcome is NOT_APPLICABLE


PANEL = "# Panel membership\n| Post | Organisation |\n| Independent chair | none |\n| Nurse | Trust |"


@pytest.mark.parametrize(
    ("what", "least", "most", "text", "outcome"),
    [
        (Counted.PANEL_MEMBERS, 2, 9, PANEL, PASS),
        (Counted.PANEL_MEMBERS, 3, 9, PANEL, FAIL),
        (Counted.PANEL_MEMBERS, 3, 9, "# Panel members\n- A nurse\n- A head teacher\n- An inspector", PASS),
        (
            Counted.PANEL_MEMBERS,
            3,
            9,
            "# 3 The panel and the author\n| Panel member | Organisation |\n|"
            " Chair | none |\n| Nurse | Trust |\n| Inspector | Police |",
            PASS,
        ),
        (Counted.PANEL_MEMBERS, 1, 9, "# Introduction\nThe panel met twice.", FAIL),
        (Counted.AGENCIES, 2, 9, "# Contributing agencies\n- The police\n- The health trust", PASS),
        (Counted.RECOMMENDATIONS, 0, 1, f"{TEXT}\nRecommendation 2: The school should write.", FAIL),
        (Counted.RECOMMENDATIONS, 0, 9, "# Analysis\nNone was needed.", NOT_APPLICABLE),
    ],
)
def test_things_are_counted(what: Counted, least: int, most: int, text: str, outcome: Outcome) -> None:
    rule = requirement(RuleKind.COUNT, what=what, least=least, most=most)
    assert verdict(rule, text).outcome is outcome


@pytest.mark.parametrize(
    ("text", "finest", "outcome"),
    [
        ("On 4 May 2009 the mother rang.", Fineness.MONTH, FAIL),
        ("On 4 May 2009 the mother rang.", Fineness.DAY, PASS),
        ("In May 2009 the mother rang, when Child K was five months old.", Fineness.MONTH, PASS),
        ("Child K was five months old.", Fineness.YEAR, FAIL),
        ("Child K, aged 3 weeks, was seen.", Fineness.MONTH, FAIL),
        ("Child K was four years old.", Fineness.BAND, FAIL),
        ("The mother rang at 14:35 in May 2009.", Fineness.MONTH, FAIL),
        ("The nurse came at half past four.", Fineness.MONTH, FAIL),
        ("The nurse came at 3pm.", Fineness.MONTH, FAIL),
        ("The panel met at 3 sites; the ratio was 1:10.", Fineness.MONTH, PASS),
        ("The period under review is 1 January 2010 to 31 March 2012.", Fineness.MONTH, PASS),
    ],
)
def test_facts_are_told_no_finer_than_they_may_be(text: str, finest: Fineness, outcome: Outcome) -> None:
    what = (Precise.DATE, Precise.TIME, Precise.AGE)
    rule = requirement(RuleKind.PRECISION, what=what, finest=finest)
    assert verdict(rule, text, names=True).outcome is outcome


@pytest.mark.parametrize(
    ("text", "fineness"),
    [
        ("aged four", Fineness.YEAR),
        ("aged 3 years 2 months", Fineness.MONTH),
        ("ten weeks old", Fineness.WEEK),
        ("2 days old", Fineness.DAY),
        ("her fifth birthday", Fineness.DAY),
        ("three and a half years", Fineness.MONTH),
    ],
)
def test_an_age_is_as_fine_as_its_smallest_unit(text: str, fineness: Fineness) -> None:
    assert fineness_of_age(text) is fineness


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("On 4 May 2009 the health visitor of Hillview Surgery called.", FAIL),
        ("On 4 May 2009 the health visitor called. Hillview Surgery was shut.", PASS),  # two sentences
        ("In May 2009 the health visitor of Hillview Surgery called.", PASS),
        ("On 4 May 2009 somebody of Hillview Surgery called.", PASS),
    ],
)
def test_facts_that_say_together_who_it_was(text: str, outcome: Outcome) -> None:
    rule = requirement(
        RuleKind.TOGETHER, facts=(Label.DATE, Label.ORGANISATION), posts=("health visitor",), least=3
    )
    assert verdict(rule, text, names=True).outcome is outcome


ROLES = requirement(
    RuleKind.ROLE_LINES, roles=("panel chair", "panel member*", "member* of the panel", "overview author")
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Panel chair: Harriet Osgood\nHarriet Osgood telephoned the mother.", ["Harriet Osgood"]),
        ("Panel chair: Harriet Osgood\nThe chair telephoned nobody.", []),
        ("# Panel members\n| Name | Role |\n| Tom Vesey | Designated Nurse |\n| Anna Quill | Head of"
         " Service |\n"
         "# Findings\nAnna Quill had supervised the team in those years.", ["Anna Quill"]),
        ("# Review team\n| Name | Role |\n| Tom Vesey | Panel member |\n# Findings\nA nurse called.", []),
    ],
)  # fmt: skip
def test_names_of_roles_stay_in_their_lines(text: str, found: list[str]) -> None:
    assert places(ROLES, text, names=True) == found


def test_where_nobody_has_such_a_role_there_is_nothing_to_judge() -> None:
    assert verdict(ROLES, "# Findings\nMrs Osgood telephoned.", names=True).outcome is NOT_APPLICABLE
