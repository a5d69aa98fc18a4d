"""Labels in use: what they say, what stands beside them, and what is wrong with them."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import pytest

from redact.resolve import resolve, resolve_with_cards
from redact.resolve.keyed import with_key
from redact.resolve.label_faults import read_labels
from redact.resolve.labels import labels_in, read_label, scheme_of
from redact.values.key import Card, Key, KeyRetired, Recipient
from redact.values.labels import LabelFaultKind, LabelReading
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span
from tests.resolve.scheme_factory import CHILD_X, RELATIONS, SCHEMES, person, thing

EVIDENCE = Evidence("tests", "1", "mark", "it is marked")
FAMILY = {id_: SCHEMES[id_] for id_ in ("child-x", "relations")}
_MARK = re.compile(r"\{([^}]*)\}|\[\[([^\]]*)\]\]")
Texts = tuple[str, ...]


def documents_of(*texts: str | Texts) -> tuple[list[Document], list[Mention]]:
    """Make documents of marked texts: {a label}, [[a name]]; a text is a document, a tuple its passages.

    A passage that begins with "row,column|" is a cell of a table.
    """
    documents, mentions = [], []
    for number, text in enumerate(texts):
        passages = []
        for at, marked in enumerate((text,) if isinstance(text, str) else text):
            cell = re.match(r"(\d),(\d)\|", marked)
            plain, id_ = "", f"{number}:{at}"
            body, last = marked[cell.end() :] if cell else marked, 0
            for match in _MARK.finditer(body):
                plain += body[last : match.start()]
                label = Label.PSEUDONYM if match[1] is not None else Label.PERSON
                words = match[1] if match[1] is not None else match[2]
                mentions.append(Mention(Span(id_, len(plain), len(plain) + len(words)), label, 0.9, EVIDENCE))
                plain, last = plain + words, match.end()
            where = (
                Location(Part.TABLE, block=1, cell=(int(cell[1]), int(cell[2])))
                if cell
                else Location(Part.BODY)
            )
            passages.append(Passage(id_, plain + body[last:], where))
        documents.append(Document(f"{number}", "0" * 64, Format.DOCX, tuple(passages), ()))
    return documents, mentions


def read(*texts: str | Texts, key: Key | None = None, apart: tuple[str, ...] = ()) -> LabelReading:
    documents, mentions = documents_of(*texts)
    return read_labels(resolve(mentions, documents), documents, SCHEMES, key=key, apart=apart)


def kinds(*texts: str | Texts, **options) -> list[str]:  # type: ignore[no-untyped-def]
    return [fault.kind.value for fault in read(*texts, **options).faults]


# ------------------------------------------------------------------ one label


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Child K", ["child K"]),
        ("CHILD K", ["child K"]),  # whatever its case
        ("child y", ["child Y"]),
        ("Children F, G and H", ["child F", "child G", "child H"]),
        ("Parent 1 and 2", ["parent 1", "parent 2"]),
        ("Half-Sibling 2", ["half sibling 2"]),
        ("MGM", ["maternal grandmother"]),  # short for it
        ("SW1", ["social worker 1"]),
        ("SW 1", ["social worker 1"]),
        ("GP A", ["gp A"]),
        ("F1", ["f 1"]),  # for whom is not told
        ("Partner 1, SW1", ["partner 1", "social worker 1"]),  # two roles
        ("Partner 1, SW", ["partner 1"]),  # a name follows
        ("X", ["X"]),  # behind a title
        ("Child AB", ["child AB"]),
        ("Mother\u2019s Partner", ["mother's partner"]),
    ],
)
def test_a_label_is_known_by_role_and_mark(text: str, labels: list[str]) -> None:
    assert [f"{role} {mark}".strip() for role, mark in read_label(text, RELATIONS)] == labels


def test_a_number_on_the_next_line_is_not_its_mark() -> None:
    documents, mentions = documents_of("{Father\n5}", "{Child\nX}")
    assert [use.name for use in labels_in(mentions, documents, CHILD_X)] == ["child X"]


def test_the_first_word_of_a_sentence_belongs_to_it() -> None:
    documents, mentions = documents_of("Maternal {Grandmother} rang.")
    assert [use.name for use in labels_in(mentions, documents, CHILD_X)] == ["maternal grandmother"]


def test_a_child_whom_the_press_called_so_is_nobodys_label() -> None:
    documents, mentions = documents_of("Since {Baby P} died.")
    assert labels_in(mentions, documents, CHILD_X) == ()


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("{Child X} and {Parent 1} and {Parent 2}", "child-x"),
        ("{Child X}, {Mother} and {Maternal Grandmother}", "relations"),
        ("{SW1} and {HV1}", None),  # workers are called alike in all
        ("{Zog 1}", None),
    ],
)
def test_a_document_follows_the_scheme_that_most_labels_fit(text: str, scheme: str | None) -> None:
    documents, mentions = documents_of(text)
    assert scheme_of(labels_in(mentions, documents, CHILD_X), FAMILY) == scheme
    assert read(text).schemes == ({"0": scheme} if scheme else {})


# ------------------------------------------------------------------ a name beside a label


@pytest.mark.parametrize(
    "text",
    [
        "{Child X} ([[Zebedee]]) came.",
        "[[Zebedee]] ({Child X}) came.",
        "{Mother} [Mrs [[Ottoline Marchbanks]]] came.",
        "[[Zebedee]], referred to in this report as {Child X}, came.",
        "[[Zebedee]] (known as {Child X}) came.",
        "{SW1} = [[Ann Quillfeather]]",
        "{SW1}: [[Ann Quillfeather]]",  # a line of its own
        "Those seen:\n{SW1} - [[Ann Quillfeather]]\n",
        "{Child X}\t[[Zebedee]]\t2011",
        "{Child X}'s name is [[Zebedee]] and he came.",
        "[[Zebedee]] will be known as {Child X}.",
        "In this review [[Zebedee]] shall be called “{Child X}”.",
        "They call him by the name {Child X}, who is [[Zebedee]].",
        "The pseudonym {Child X} has been given to [[Zebedee]].",
        "We write {Child X} to refer to [[Zebedee]].",
        "{Child X} is the pseudonym of [[Zebedee]].",
        "The label “{Child X}” stands for [[Zebedee]].",
        "The worker ({SW1}, [[Ann Quillfeather]]) came.",
        "{SW1} ([[Ann Quillfeather]], Duty Team) came.",
        "{SW1}, [[Ann Quillfeather]], wrote it down.",
        "[[Ann Quillfeather]], {SW1}, wrote it down.",
        "{SW1} was [[Ann Quillfeather]] until March.",
        "Bo is referred to as {Child Y}, and [[Zebedee]] as {Child X}.",
    ],
)
def test_a_name_beside_its_label_is_a_fault(text: str) -> None:
    assert "name-beside" in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "{Child X} told [[Zebedee]].",
        "{Child X} (then with [[Zebedee]]) came.",  # the bracket says something else
        "We asked {SW1}: [[Ann Quillfeather]] was there.",  # a sentence goes on
        "{Half Sibling 1} ({HS1}) and [[Zebedee]] came.",
        "[[Garfield Gayle]] ({child 1}) came.",  # whose father he is
        "{Child X}, [[Zebedee]] and others came.",
        "{HV1}, {SW1}, [[Ann Quillfeather]], all came.",  # a list
        "{SW1}, [[Ann Quillfeather]] and {HV1} came.",
        "In came {HV1} and {SW1}, [[Ann Quillfeather]], with others.",
        "{Child X} (with [[Zebedee]], a friend) came.",
        "The siblings of {Child X} ([[Zebedee]], [[Ottoline]]) came.",
        "When {SW1} came, [[Ann Quillfeather]], who had waited, left.",
        "{Child X} was given to [[Zebedee]].",  # no label is spoken of
        "He came as [[Zebedee]] and left as {Child X}.",
    ],
)
def test_a_name_near_a_label_is_none(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "texts",
    [
        ("{SW1} = [[Ann Quillfeather]]; {SW2} = [[Bo Wintersett]]",),
        (("{SW1} - [[Ann Quillfeather]]", "{SW2} - [[Bo Wintersett]]"),),  # each a paragraph
        (("1,1|{SW1}", "1,2|[[Ann Quillfeather]]", "2,1|{SW2}", "2,2|[[Bo Wintersett]], duty"),),  # a table
        (("1,1|[[Ann Quillfeather]]", "1,2|{SW1}", "2,1|[[Bo Wintersett]]", "2,2|{SW2}"),),  # names first
    ],
)
def test_several_rows_are_one_key(texts: tuple[str | Texts, ...]) -> None:
    (fault,) = read(*texts).faults
    assert (fault.kind, len(fault.spans)) == (LabelFaultKind.KEY_INSIDE, 2)
    assert fault.because == "2 labels stand beside real names, row by row"


def test_headings_say_which_columns_belong_together() -> None:
    rows = ("1,1|Name", "1,2|Post", "1,3|To be called", "2,1|[[Ann Quillfeather]]", "2,2|duty", "2,3|{SW1}")
    assert [(one.label, one.name.passage) for one in read(rows).told] == [("SW1", "0:3")]
    assert read((*rows[:2], "1,3|Rang", *rows[3:])).told == ()


def test_a_label_is_told_as_it_is_written_most_often() -> None:
    told = read("{CHILD X} ([[Zebedee]]) came. {Child X} sat. {Children X and Y} left.").told
    assert {one.label for one in told} == {"Child X"}
    assert read("{mother} ([[Ottoline]]) came.").told[0].label == "Mother"
    assert "Zebedee" not in repr(told) + repr(read("{Child X} ([[Zebedee]])"))


def test_a_table_of_labels_and_roles_is_no_key() -> None:
    assert (
        kinds(("1,1|{SW1}", "1,2|social worker", "2,1|{HV1}", "2,2|rang [[Ann Quillfeather]] at noon")) == []
    )


# ------------------------------------------------------------------ whom it stands for


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{Child Z} ([[Zebedee Quillfeather]]) came.", True),
        ("{Child Q} ([[Zebedee Quillfeather]]) came.", True),  # the surname's
        ("{Adult BO} ([[Ottoline Marchbanks]]) came.", True),  # one of two letters
        ("{Child X} ([[Zebedee Quillfeather]]) came.", False),
        ("{SW1} ([[Suki Wren]]) came.", False),  # words of the scheme do not count
        ("{Mother} ([[Mabli Moss]]) came.", False),
    ],
)
def test_a_letter_that_is_a_real_initial(text: str, fault: bool) -> None:
    assert ("real-initial" in kinds(text)) is fault


def test_a_real_initial_is_told_once_in_each_document_that_uses_the_label() -> None:
    faults = read("{Child Z} ([[Zebedee]]). {Child Z} left.", "{Child Z} came. {Child Z} left.").faults
    found = [fault.spans[0].passage for fault in faults if fault.kind is LabelFaultKind.REAL_INITIAL]
    assert found == ["0:0", "1:0"]


def test_two_labels_for_one() -> None:
    assert "two-labels" in kinds("{Child X} ([[Zebedee]]) came. {Child Y} ([[Zebedee]]) left.")
    assert "two-labels-across" in kinds("{Child X} ([[Zebedee]]) came.", "{Child Y} ([[Zebedee]]) left.")
    assert (
        kinds("{Child X} ([[Zebedee]]) came. CHILD X. {CHILD X} ([[Zebedee]]) left.") == ["name-beside"] * 2
    )


def test_what_differs_within_a_document_and_between_documents_is_told_as_both() -> None:
    both = "{Child X} ([[Zebedee]]) came. {Child Y} ([[Zebedee]]) left."
    assert [kind for kind in kinds(both, "{Child W} ([[Zebedee]]) sat.") if kind.startswith("two")] == [
        "two-labels",
        "two-labels-across",
    ]
    assert [kind for kind in kinds(both, both) if kind.startswith("two")] == ["two-labels", "two-labels"]


def test_two_labels_that_the_text_itself_calls_one() -> None:
    twice = "{Mother} ({Parent 1}) came. {Parent 1} sat. {Mother} left."
    assert kinds(twice) == ["two-labels"]
    # at the beginning of a sentence a word alone is found as no label, and is used all the same
    assert kinds("{Parent 1}, also known as {Mother}, came. {Parent 1} sat. Mother left.") == ["two-labels"]
    # the other one is never used
    assert kinds("{Mother} ({Parent 1}) came. {Mother} left.") == []
    # a short form
    assert kinds("{Half Sibling 1} ({HS1}) came. {HS1} sat. {Half Sibling 1} left.") == []


def test_one_label_for_two() -> None:
    assert "two-people" in kinds("{Child X} ([[Zebedee]]) came. {Child X} ([[Ottoline]]) left.")
    assert "two-people-across" in kinds("{Child X} ([[Zebedee]]) came.", "{Child X} ([[Ottoline]]) left.")


@pytest.mark.parametrize(
    ("one", "other", "fault"),
    [
        ("{Parent 1} (the mother) came.", "{Parent 1}, his father, left.", True),
        ("{Parent 1} was the mother of two.", "The father ({Parent 1}) left.", True),
        ("Her brother, {Adult B}, came.", "{Adult B} (aunt) left.", True),
        ("{Parent 1} (the mother) came.", "{Parent 1}, her daughter, left.", False),  # as others see her
        ("{Parent 1} (the mother) came.", "His father, {Parent 1}, and {Child X} left.", False),  # a list
        ("{Parent 1} (the mother) came.", "He told his father {Parent 1} left.", False),  # two people
        ("{Parent 1} was his mother's help.", "{Parent 1}, his father, left.", False),
    ],
)
def test_a_label_of_a_man_and_of_a_woman(one: str, other: str, fault: bool) -> None:
    assert ("two-people" in kinds(f"{one} {other}")) is fault
    assert ("two-people-across" in kinds(one, other)) is fault


# ------------------------------------------------------------------ styles, documents


def test_a_child_with_a_number_among_children_with_letters() -> None:
    text = "{Child X} {Child Y} {Child X} {Child X} {Child Y} {Child 2}"
    assert kinds(text) == ["left-over"]
    assert kinds(text + " {Child 1} {Child 2}") == []  # two styles, none of which rules
    assert kinds("{Child X} {Child Y} {Child 2}") == []  # too few to tell


def test_two_letters_among_labels_with_one() -> None:
    text = "{Parent 1} {Parent 2} {Child X} {Sibling 1} {Mother} {Partner QM}"
    assert kinds(text) == ["left-over"]
    assert kinds("{Child AB} {Parent 1} {Child AB} {Parent 2} {Child AB} {Sibling 1} {Mother}") == []


def test_labels_of_the_family_that_one_document_uses() -> None:
    both = "{Child X} {Parent 1} {Sibling 1}"
    assert kinds(both, both) == []
    assert kinds(both + " {Parent 2} {Uncle 1}", both) == ["one-document"]
    assert kinds(both + " {SW1} {HV2}", both) == []  # workers differ from paper to paper
    assert kinds(both, "{Child X} came.") == []  # a document with hardly any labels
    assert kinds(both + " {Parent 2}", both, apart=("1",)) == []  # a form, a guide


def test_a_form_numbers_its_own_rows() -> None:
    form, report = "{Child 1} = [[Zebedee]]", "{Child X} ([[Zebedee]]) came."
    assert kinds(form, report) == ["name-beside", "two-labels-across", "name-beside"]
    assert kinds(form, report, apart=("0",)) == ["name-beside", "name-beside"]


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_documents_changes_no_fault(order: tuple[int, ...]) -> None:
    texts = [
        "{Child X} ([[Zebedee]]) and {Parent 1} (the mother), {Sibling 1}.",
        "{Child Y} ([[Zebedee]]) and {Parent 1}, the father, {Sibling 1}.",
        "{Child X} {Parent 1} {Sibling 1} {Uncle 4}",
    ]
    found = sorted(kinds(*(texts[at] for at in order)))
    assert found == sorted(kinds(*texts))


# ------------------------------------------------------------------ the key


def key_of(*people, retired: tuple[KeyRetired, ...] = ()) -> Key:  # type: ignore[no-untyped-def]
    from datetime import UTC, date, datetime

    now = datetime(2026, 1, 1, tzinfo=UTC)
    reader = Recipient(Card("a" * 32, "A. Reader", "author", "age1", "b" * 64), date(2026, 1, 1), "a" * 32)
    return Key("k", 1, None, now, now, "a" * 32, b"s" * 32, (reader,), people, retired=retired)


def test_the_key_knows_a_real_initial_that_no_document_tells() -> None:
    key = key_of(person("p1", "child", "Zebedee Quillfeather", pseudonym="Child Q"))
    assert kinds("{Child Q} came.") == []
    assert kinds("{Child Q} came.", key=key) == ["real-initial"]
    assert kinds("{Child X} came.", key=key) == []


def test_the_key_has_another_label() -> None:
    key = key_of(person("p1", "child", "Zebedee", pseudonym="Child X"))
    assert kinds("{Child Y} ([[Zebedee]]) came.", key=key) == ["name-beside", "two-labels"]
    assert kinds("{Child X} ([[Zebedee]]) came.", key=key) == ["name-beside"]


def keyed(text: str, key: Key) -> list[str]:
    """Read labels as a check does whose key is open: with who is who told by it."""
    documents, mentions = documents_of(text)
    told, cards = resolve_with_cards(mentions, documents)
    told = with_key(told, cards, documents, key, {})
    return [fault.kind.value for fault in read_labels(told, documents, SCHEMES, key=key).faults]


def test_a_short_name_beside_a_label_is_told_by_the_key() -> None:
    key = key_of(person("p1", "child", "Zebedee Quillfeather", pseudonym="Child X"))
    text = "[[Zebedee Quillfeather]] came. {Child Y} ([[Zebedee]]) left."
    assert keyed(text, key) == ["name-beside", "two-labels"]
    assert keyed(text.replace("Child Y", "Child X"), key) == ["name-beside"]
    # Beside a label of his own only the forename stands; the key knows of his surname.
    unlabelled = key_of(person("p1", "child", "Zebedee Quillfeather"))
    assert keyed("[[Zebedee Quillfeather]] came. {Child Q} ([[Zebedee]]) left.", unlabelled) == [
        *("name-beside", "real-initial"),
    ]


def test_a_label_of_somebody_else_of_the_key() -> None:
    key = key_of(
        person("p1", "child", "Zebedee Quillfeather", pseudonym="Child X"), person("p2", None, "Ottilie Marl")
    )
    assert keyed("{Child X} ([[Ottilie Marl]]) came.", key) == ["name-beside", "two-people"]
    assert keyed("{Child X} ([[Zebedee Quillfeather]]) came.", key) == ["name-beside"]


def test_a_school_may_not_be_called_by_its_initial_either() -> None:
    key = replace(key_of(), things=(thing("t1", "school", "Oakfield Primary", pseudonym="School O"),))
    assert kinds("{School O} rang.", key=key) == ["real-initial"]
    assert kinds("{School K} rang.", key=key) == []


def test_a_label_that_was_taken_back_is_left_over() -> None:
    key = key_of(
        person("p1", "child", "Zebedee", pseudonym="Child X"), retired=(KeyRetired("Child Y", "p1"),)
    )
    assert kinds("{Child Y} came. {Child X} left.", key=key) == ["left-over"]


def test_no_fault_says_a_word_of_a_document() -> None:
    reading = read("{Child Q} ([[Zebedee Quillfeather]]) came.", "{Child Y} ([[Zebedee Quillfeather]]) came.")
    assert len(reading.faults) >= 3
    assert not re.search(r"Zebedee|Quill|Child [QY]", repr(reading))
