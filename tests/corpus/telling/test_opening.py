"""What the papers of a case leave open: words that they show to be the name of two people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cases.values import Case, Sex
from corpus.telling.gold import Told
from corpus.telling.opening import opened
from corpus.telling.tell import tell
from tests.corpus.telling.made import person, small_case, small_public, template

# Beside the family of the tests: a nurse with the social worker's surname, a friend called as the mother is
# for short, a neighbour with her earlier surname, an aunt with her whole name, and one with the partner's
# initials.
CASE = small_case(
    person("hv", "Ngozi", "Okafor"),
    person("friend", "Kay", "Tolland"),
    person("neighbour", "Ida", "Pruett"),
    person("exp", "Carl", "Tallis", Sex.MALE, title="Mr"),
    person("aunt", "Kayleigh", "Brandreth", title="Mrs"),
    person("cousin", "Trebb", "Haddow"),
)


@pytest.fixture(autouse=True)
def _plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody goes by a short form throughout, and no table is parted."""
    for name in ("tell._NICKS", "tell._VARIANTS", "cells.OVER_CELLS"):
        monkeypatch.setattr(f"corpus.telling.{name}", 0.0)


def papers(case: Case, *lines: str) -> list[Told]:
    """Tell a document of each text, and mark what all of them leave open."""
    return opened(case, [tell(case, template(*text.split("\n")), small_public(), seed=4) for text in lines])


@pytest.mark.parametrize(
    ("line", "other", "is_open"),
    [
        # The second bearer must be shown, and by the part of the name that is said.
        ("{mother.last} rang.", "{sw.full}", False),
        ("{mother.last} rang.", "{gran.first}", False),
        ("{mother.last} rang.", "{gran.full}", True),
        ("{mother.lastcaps} rang.", "{gran.t}", True),
        ("{mother.last} rang.", "{gran.ilast}", True),
        ("{mother.last} rang.", "{gran.last}", True),  # of neither is more known
        ("{partner.init} rang.", "{exp.init}", True),
        ("{mother.last} rang.", "{gran.label}", False),
        ("{mother.lastslip} rang.", "{gran.full}", True),  # a slip is as open as the name
        ("{mother.formerlast} rang.", "{sib.full}", True),
        ("{sib.last} rang.", "{mother.former}", True),
        ("{sib.last} rang.", "{mother.aka}", True),
        ("{pc.last} rang.", "{cousin.first}", True),  # the surname of one is the first name of another
        # A short form that is usual goes with the first name; another spelling must be seen.
        ("{friend.first} rang.", "{mother.full}", True),
        ("{friend.full} rang.", "{mother.full}", False),
        ("{mother.variant} rang.", "{mother.nick}", False),
        ("{mother.nick} rang.", "{friend.first}", True),
        # Initials fit what shows both parts.
        ("{partner.inits} rang.", "{exp.full}", True),
        ("{partner.init} rang.", "{exp.inits}", True),
        ("{partner.init} rang.", "{exp.ilast}", True),
        ("{partner.inits} rang.", "{exp.first}", False),
        ("{partner.inits} rang.", "{friend.full}", False),  # K.T.
        ("{partner.ilast} rang.", "{exp.full}", True),
        ("{partner.firsti} rang.", "{exp.full}", False),  # Craig T is not Carl
        ("{partner.full} rang.", "{exp.ilast}", False),  # that is open, this is not
        ("{exp.ilast} rang.", "{partner.full}", True),
        ("{mother.full} rang.", "{aunt.full}", True),
        ("{mother.lastfirst2} rang.", "{aunt.caps}", True),
    ],
)
def test_open_is_what_two_people_of_the_papers_are_called(line: str, other: str, is_open: bool) -> None:
    first, _ = papers(CASE, line, other)
    assert [mention.open for mention in first.mentions] == [is_open]
    (together,) = papers(CASE, f"{line}\n{other}")
    assert together.mentions[0].open == is_open


@pytest.mark.parametrize(
    ("line", "other", "is_open"),
    [
        # The other part of the name.
        ("{mother.last} {mother.first} rang.", "{gran.full}", False),
        ("{mother.last}, {mother.first}: absent", "{gran.full}", False),
        ("| {mother.lastcaps} | {mother.first} | absent |", "{gran.full}", False),
        ("{mother.last} {mother.first} rang.", "{aunt.full}", True),  # two of one whole name
        ("{mother.last}: {mother.first} rang.", "{gran.full}", True),
        ("{mother.last} {gran.first} rang.", "{gran.full}", True),  # a part of another's
        ("{mother.formerlast}, now {mother.full}", "{sib.full}", False),
        ("{mother.formerlast}. Now {mother.full}", "{sib.full}", True),
        ("{partner.inits} {partner.full}", "{exp.full}", False),
        # A title or an office that only one of the two has.
        ("SW {sw.last} rang.", "{hv.full}", False),
        ("SW {sw.last} rang.", "{sw.full}", False),
        ("The social worker {sw.last} rang.", "{hv.full}", False),
        ("Social worker: {sw.last}", "{hv.full}", False),
        ("The social worker, {sw.last}, rang.", "{hv.full}", True),  # of two who rang
        ("the answer {sw.last} gave", "{hv.full}", True),  # "SW" ends a word
        ("{sw.last} (SW) rang.", "{hv.full}", False),
        ("{sw.last}, social worker of the child", "{hv.full}", False),
        ("{sw.last}, social worker and nurse", "{hv.full}", True),
        ("| {sw.last} | SW | present |", "{hv.full}", False),
        ("{sw.rolelast} rang.", "{hv.full}", False),
        ("{mother.t} rang.", "{gran.full}", True),  # each is Ms
        ("{mother.t} rang.", "{aunt.full}", False),  # Mrs
        (
            "Mrs {mother.last} rang.",
            "{gran.full}",
            True,
        ),  # by a title of hers the text means no more than a woman
        ("Miss {neighbour.last} rang.", "{sib.full}", False),  # he is a boy
        ("Mr {partner.last} rang.", "{exp.full}", True),
        ("{neighbour.t} rang.", "{mother.former}", False),  # a title goes with the surname of today
        ("{neighbour.last} rang.", "{mother.former}", True),
    ],
)
def test_what_stands_beside_a_name_may_tell(line: str, other: str, is_open: bool) -> None:
    first, _ = papers(CASE, line, other)
    assert first.mentions[0].open == is_open


def test_the_same_words_of_another_show_nobody_that_there_are_two() -> None:
    # The nurse, of whom no paper says more than the surname, is taken for the social worker by every reader.
    nurse, worker = papers(CASE, "{hv.last} rang.", "{sw.last} rang {sw.full}.")
    assert [mention.open for mention in nurse.mentions] == [True]
    assert [mention.open for mention in worker.mentions] == [False, False]
    # Her office says that she is somebody else.
    nurse, worker = papers(CASE, "{hv.last} rang. HV {hv.last} rang.", "{sw.last} rang {sw.full}.")
    assert [mention.open for mention in nurse.mentions] == [True, False]
    assert [mention.open for mention in worker.mentions] == [True, False]


@pytest.mark.parametrize(
    ("head", "is_open"), [("Also known as", False), ("Maiden name", False), ("Lives with", True)]
)
def test_a_column_of_further_names_is_about_whom_the_row_begins_with(head: str, is_open: bool) -> None:
    table = (
        f"| Surname | First | Born | {head} |",
        "| {mother.last} | {mother.first} | 1984 | {mother.formerlast} |",
        "| {gran.last} | {gran.first} | 1960 | {mother.formerlast} |",
    )
    first, _ = papers(CASE, "\n".join(table), "{sib.full}")
    own, under_another = (mention for mention in first.mentions if mention.form == "formerlast")
    assert own.open == is_open
    assert under_another.open


def test_a_document_by_itself_may_show_but_one() -> None:
    apart, shown = papers(CASE, "{mother.last} rang {mother.full}.", "{gran.last} rang {gran.full}.")
    for document in (apart, shown):
        said = [(mention.open, mention.alone) for mention in document.mentions]
        assert said == [(True, True), (False, False)]
    (both,) = papers(CASE, "{mother.last} rang {gran.full}.")
    assert [(mention.open, mention.alone) for mention in both.mentions] == [(True, False), (False, False)]


def test_what_is_shown_alone_is_written_only_where_it_holds() -> None:
    apart, shown = (told.as_json()["mentions"] for told in papers(CASE, "{mother.last}", "{gran.full}"))
    assert [mention.get("alone") for mention in apart] == [True]
    assert ["alone" in mention for mention in shown] == [False]


_LINES = st.lists(
    st.sampled_from(
        ["{mother.last} rang.", "{gran.full}", "{sw.last}", "{hv.rolefull}", "{exp.first} {exp.last}",
         "{partner.init}", "{sib.last}", "{mother.former}", "{friend.first}", "{aunt.caps}",
         "{neighbour.t} and {child.low}"]
    ),
    min_size=2,
    max_size=8,
)  # fmt: skip


@given(_LINES)
def test_neither_the_order_nor_a_paper_about_somebody_else_changes_anything(lines: list[str]) -> None:
    all_ = papers(CASE, *lines)
    assert opened(CASE, all_) == all_
    assert opened(CASE, all_[::-1]) == all_[::-1]
    assert papers(CASE, *lines, "{dc.full} and {dc.last} met {gran.label}.")[:-1] == all_
