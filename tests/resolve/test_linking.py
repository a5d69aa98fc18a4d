"""Names to persons: what the text decides is one person, what it does not is nobody's; none are merged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.resolve import resolve
from redact.values.people import Label, Mention, Resolution, Standing
from redact.values.text import Span
from tests.resolve.telling import EVIDENCE, told
from tests.resolve.telling import people as called


def people(*texts: str) -> tuple[list[list[str]], list[str]]:
    """Resolve; give what each person is called, in reading order, and what is unresolved."""
    return called(*told(*texts))


def test_she_from_whom_somebody_else_is_told_is_one() -> None:
    said = "{Kay Rook} rang. Mrs {Orton} is not to be confused with {Kay Rook}. {Kay} came."
    assert people(said) == ([["Kay Rook", "Kay Rook", "Kay"], ["Orton"]], [])


@pytest.mark.parametrize("who", ["She", "The nurse", "The Social Worker", "This {Kay Orton}"])
def test_she_who_is_told_from_another_of_her_name_is_open(who: str) -> None:
    persons, unresolved = people(
        f"{{Kay Rook}} rang.\n\n{who} is not to be confused with {{Kay Rook}} of the ward. {{Kay}} came."
    )
    assert "Kay" in unresolved
    assert all(called.count("Kay Rook") < 2 for called in persons)


def test_a_surname_behind_another_forename_is_not_his_who_bears_it_alone() -> None:
    said = "{N. Rook} rang. {Rook} came. {Mona} was well.\n\nThen {Mona} {Rook}, now 8, was seen."
    persons, unresolved = people(said)
    assert ["N. Rook", "Rook"] in persons
    assert unresolved == ["Rook"]


FULL = "{Harriet Osgood} rang."
# What stands in the text beside that sentence, and whether it is hers.
FORMS = [
    ("{Harriet} rang.", True),  # forename
    ("{Osgood} rang.", True),  # surname
    ("{OSGOOD} rang.", True),  # in capitals
    ("{osgood} rang.", True),  # in lower case
    ("Mrs {Osgood} rang.", True),  # title before the mention
    ("{Mrs Osgood} rang.", True),  # title in the mention
    ("{Osgood, Harriet}", True),
    ("{OSGOOD Harriet}", True),
    ("{OSGOOD, Harriet Jane}", True),  # with a middle name
    ("{Harriet J. Osgood} rang.", True),
    ("{Miss Harriet Osgood} rang.", True),
    ("{H. Osgood} rang.", True),
    ("{H Osgood} rang.", True),
    ("Seen by {HO}.", True),  # initials
    ("Seen by {H.O.}", True),
    ("Seen by {ho}.", True),
    ("{Harriet}'s mother rang.", True),
    ("{Harriet's} mother rang.", True),
    ("{Osgood\u2019s} file.", True),  # curly apostrophe
    ("{Hattie} rang.", True),  # short name of the list
    ("{Harriett} rang.", True),  # a letter doubled
    ("{Harreit} rang.", True),  # two letters exchanged
    ("{0sgood} rang.", True),  # a digit read for a letter
    ("{Har-\nriet} rang.", True),  # broken at a line's end
    ("{hosgood} logged on.", True),  # a user name
    ("{Garriet} rang.", False),  # another first letter makes another name
    ("{J. Osgood} rang.", False),  # another initial
    ("{Jane Osgood} rang.", False),
    ("{Harriet Peverell} rang.", False),
    ("{Peverell} rang.", False),
    ("The {Osgoods} rang.", False),  # the family
    ("Mr and Mrs {Osgood} rang.", False),  # two people
    ("{J.O.} rang.", False),
]


@pytest.mark.parametrize(("text", "hers"), FORMS)
def test_which_forms_are_one_persons(text: str, hers: bool) -> None:
    # Often enough that a spelling beside it can be a slip.
    persons, unresolved = people(FULL * 9 + " " + text)
    assert (len(persons), unresolved) == (1 if hers else 2, [])


# Texts, and what is unresolved in them; each pair of persons is told apart.
SHARED = [
    ("{Harriet Osgood} and {Alan Osgood}. {Osgood} rang.", ["Osgood"]),  # who?
    ("{Harriet Osgood} and {Harriet Peverell}. {Harriet} rang.", ["Harriet"]),
    ("{Harriet Osgood} and {Hugo Orton}. {HO} rang.", ["HO"]),
    ("{Harriet Osgood} and {Hugo Osgood}. {H. Osgood} rang.", ["H. Osgood"]),
    ("{Murray Peverell} and {Alan Murray}. {Murray} rang.", ["Murray"]),  # forename or surname
    ("{Margaret Osgood} and {Peggy Orton}. {Peggy} rang.", ["Peggy"]),  # short name or another's forename
    ("Mr {Alan Osgood} and Mrs {Harriet Osgood}. Mr {Osgood} rang.", []),  # the title tells
    ("PC {Alan Osgood} and Dr {Harriet Osgood}. PC {Osgood} rang.", []),  # so does a rank
    ("{Alan Osgood} and Dr {Harriet Osgood}. Dr {Osgood} rang.", ["Osgood"]),  # he may be one too
    ("The father, {Alan Osgood}, and the mother, {Harriet Osgood}. Mr {Osgood} rang.", []),
    ("Mr {Osgood} and Mrs {Osgood} came. {Osgood} left.", ["Osgood"]),
    ("{Hope Osgood} and {Alan Hope}. {hope} and {Hope} rang.", ["hope", "Hope"]),  # a word that is two names
]


@pytest.mark.parametrize(("text", "unresolved"), SHARED)
def test_a_name_that_could_be_two_peoples_is_nobodys(text: str, unresolved: list[str]) -> None:
    persons, open_ = people(text)
    assert open_ == unresolved
    assert len(persons) == 2


def test_who_is_unresolved_has_candidates() -> None:
    documents, mentions = told("{Harriet Osgood} and {Alan Osgood}. {Osgood} rang.")
    resolution = resolve(mentions, documents)
    assert resolution.candidates == (("person-2", "person-1"),)


def test_a_family_of_nine_with_one_surname_is_nine_people() -> None:
    forenames = ["Hope", "Will", "Alan", "Harriet", "Rose", "Ivy", "Mark", "June", "Grace"]
    rows = "\n\n".join(f"{{{forename} Osgood}}\t{{{forename}}}" for forename in forenames)
    persons, unresolved = people(rows + "\n\nThe family is known. {Osgood} was seen; {OSGOOD} was not.")
    assert [sorted(set(names)) for names in persons] == [[name, f"{name} Osgood"] for name in forenames]
    assert unresolved == ["Osgood", "OSGOOD"]


# Texts in which one person bears two names, and in which two people do.
OTHER_NAMES = [
    ("{Harriet Osgood} (n\u00e9e {Peverell}). {Harriet Peverell} rang.", 1),
    ("{Harriet Osgood}, formerly {Harriet Peverell}, rang.", 1),
    ("{Harriet Osgood}, also known as {Polly Orton}, rang.", 1),
    ("{Harriet Osgood} was a pupil here, as {Harriet Peverell}, in May.", 1),
    ('{Harriet Osgood} ("{Binky}"). {Binky} rang. {Binky Osgood} too.', 1),
    ('{Harriet Osgood} "{Kai} hit me", he said.', 2),  # a speech
    ("{Harriet Osgood} and {Harriet Peverell} rang.", 2),  # nothing says that they are one
    ("{Harriet Osgood}, also {Alan Peverell}, came.", 2),
    ("{Harriet Osgood} was described by {Harriet Peverell}.", 2),
]


@pytest.mark.parametrize(("text", "number"), OTHER_NAMES)
def test_former_names(text: str, number: int) -> None:
    persons, unresolved = people(text)
    assert (len(persons), unresolved) == (number, [])


# Two whole names of one call, and whether they are one person's.
WHOLE = [
    ("Jos\u00e9 Ramos", "Jose Ramos", True),  # without the accent
    ("Daniela Ramos", "Daniel Ramos", False),
    ("Maria Ramos", "Mario Ramos", False),
    ("Jayden Osgood", "Hayden Osgood", False),  # twins
    ("Kamila Wr\u00f3blewska", "Dawid Wr\u00f3blewski", False),
    ("John Paul Osgood", "John Mark Osgood", False),  # middle names tell
    ("Mr Robin Osgood", "Mrs Robin Osgood", False),  # so do titles
    ("Anne-Marie Osgood", "Annemarie Osgood", True),
    ("Kerry Osgood", "Kerri Osgood", False),
    ("Suhail Osgood", "Sohail Osgood", False),
]


@pytest.mark.parametrize(("one", "other", "together"), WHOLE)
def test_two_whole_names(one: str, other: str, together: bool) -> None:
    persons, unresolved = people(f"{{{one}}} rang. " * 4 + f"Later {{{other}}} rang. " * 4)
    assert (len(persons), unresolved) == (1 if together else 2, [])


# A text in which somebody is called by a part of a name of several words.
PARTS = [
    "{Qusay Abu Zaid} came. {Abu Zaid} left. {abu zaid} rang.",
    "{Maria Garcia Lopez} came. {Garcia Lopez} left. {Lopez} rang.",
    "{Mercy Haughton-Reid} came. {Haughton-Reid} left. {M. Haughton-Reid}. {MHR}. {MH}.",
    "{Mary-Kate Osgood} came. {Mary-Kate} left. {MKO}.",
]


@pytest.mark.parametrize("text", PARTS)
def test_names_of_several_words(text: str) -> None:
    persons, unresolved = people(text)
    assert (len(persons), unresolved) == (1, [])


def test_initials_are_nobodys_in_a_document_that_does_not_name_her() -> None:
    persons, unresolved = people("{Harriet Osgood} rang. {HO}.", "Scan done. {HO}.")
    assert (persons, unresolved) == ([["Harriet Osgood", "HO"], ["HO"]], [])


def test_two_cells_of_one_row_are_one_name() -> None:
    persons, unresolved = people("{Harriet Osgood} and {Alan Osgood}.\n\n{Harriet}\t{Osgood}\tseen")
    assert (len(persons), unresolved) == (2, [])


def test_a_mention_inside_another_is_the_same_persons() -> None:
    documents, mentions = told("{Harriet Osgood} and {Alan Osgood} came.")
    inner = Mention(Span(mentions[0].span.passage, 8, 14), Label.PERSON, 0.5, EVIDENCE)
    resolution = resolve([*mentions, inner], documents)
    assert [len(entity.mentions) for entity in resolution.entities] == [2, 1]
    assert resolution.unresolved == ()


def test_cited_authors_are_never_unresolved_and_never_a_participant() -> None:
    documents, mentions = told("{Harriet Osgood} and {Alan Osgood} came.")
    cited_documents, cited = told("", "See {Osgood} and {Osgood}.", standing=Standing.CITED)
    resolution = resolve([*mentions, *cited], [*documents, cited_documents[1]])
    assert [len(entity.mentions) for entity in resolution.entities] == [1, 1, 2]


def test_a_document_more_can_make_a_name_open_but_gives_it_to_nobody_else() -> None:
    first = "{Harriet Osgood} came. {Osgood} left."
    persons, unresolved = people(first, "{Alan Osgood} came.")
    assert (persons, unresolved) == ([["Harriet Osgood"], ["Alan Osgood"]], ["Osgood"])


NAMES = st.sampled_from(
    [
        *(
            "Harriet Osgood",
            "Alan Osgood",
            "Harriet Peverell",
            "Harriet",
            "Osgood",
            "Mrs Osgood",
            "Mr Osgood",
        ),
        *("OSGOOD, Alan", "H. Osgood", "HO", "Harreit Osgood", "Hattie", "Peverell", "PEVERELL Harriet"),
        *("Abu Zaid", "Qusay Abu Zaid", "osgood", "hosgood", "-", "Osgood-Peverell", "Harriet Jane Osgood"),
    ]
)
BETWEEN = st.sampled_from([", ", " (n\u00e9e ", "\t", " and Mr ", ", also known as ", " PC ", "\n\n", ' ("'])
SENTENCES = st.lists(st.tuples(NAMES, BETWEEN), min_size=1, max_size=8).map(
    lambda pairs: "".join(f"{{{name}}}{between}" for name, between in pairs)
)


def _partition(resolution: Resolution) -> tuple[set[frozenset[Mention]], set[Mention]]:
    return {frozenset(entity.mentions) for entity in resolution.entities}, set(resolution.unresolved)


@given(st.lists(SENTENCES, min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_neither_order_changes_who_is_who_and_nothing_is_lost(texts, random) -> None:  # type: ignore[no-untyped-def]
    documents, mentions = told(*texts)
    first = resolve(mentions, documents)
    assert sum(len(entity.mentions) for entity in first.entities) + len(first.unresolved) == len(mentions)
    assert len(first.candidates) == len(first.unresolved)
    assert {id_ for ids in first.candidates for id_ in ids} <= {entity.id for entity in first.entities}
    random.shuffle(documents)
    random.shuffle(mentions)
    assert _partition(resolve(mentions, documents)) == _partition(first)


def test_a_stretch_with_two_names_makes_them_no_one_person() -> None:
    documents, mentions = told("{Harriet Osgood and Alan Peverell} came. {Harriet Osgood}. {Alan Peverell}.")
    inner = Mention(Span(mentions[0].span.passage, 0, 14), Label.PERSON, 0.5, EVIDENCE)
    resolution = resolve([*mentions, inner], documents)
    assert [len(entity.mentions) for entity in resolution.entities] == [2, 1, 1]
