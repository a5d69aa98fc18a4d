"""Mentions in, entities out: none lost, none doubled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import ExitStatus, RedactError
from redact.resolve import resolve
from redact.values.people import Entity, Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span

EVIDENCE = Evidence("tests", "1", "mark", "it is marked")


def document_of(*texts: str, id_: str = "d") -> Document:
    passages = tuple(
        Passage(f"{id_}:{number}", text, Location(Part.BODY)) for number, text in enumerate(texts, 1)
    )
    return Document(id_, "0" * 64, Format.TXT, passages, ())


def mention_of(passage: Passage, start: int, end: int, label: Label = Label.PERSON) -> Mention:
    return Mention(Span(passage.id, start, end), label, 0.9, EVIDENCE)


def entities_of(label: Label, *texts: str) -> tuple[Entity, ...]:
    """Resolve texts each of which is one mention as a whole."""
    document = document_of(*texts)
    mentions = [mention_of(passage, 0, len(passage.text), label) for passage in document.passages]
    return resolve(mentions, [document]).entities


# Two spellings of one label, and whether they are one entity.
SPELLINGS = [
    (Label.PERSON, "Harriet Osgood", "HARRIET OSGOOD", True),  # capitals
    (Label.PERSON, "Harriet Osgood", "Harriet\n  Osgood", True),  # broken at a line end
    (Label.PERSON, "Osgood", "Osgood's", True),  # possessive
    (Label.PERSON, "Osgood", "Osgood\u2019s", True),  # with the curly apostrophe
    (Label.PERSON, "James", "James'", True),  # of a name that ends in s
    (Label.PERSON, "Osgood", "(Osgood's),", True),  # brackets and comma around it
    (Label.PERSON, "O'Dowd", "O\u2019Dowd", True),  # the apostrophe inside
    (Label.PERSON, "Anne-Marie", "Anne\u2011Marie", True),  # Word's own hyphen
    (Label.PERSON, "Os\u00adgood", "Osgood", True),  # soft hyphen
    (Label.PERSON, "Mrs Osgood", "Osgood", True),  # the only one of that name
    (Label.PERSON, "Harriet Osgood", "Osgood", True),
    (Label.PERSON, "O'Dowd", "Odowd", False),
    (Label.PERSON, "Anne Marie", "Anne-Marie", False),
    (Label.PERSON, "Steven", "Stephen", False),
    (Label.PHONE, "01632 960123", "(01632) 960-123", True),  # grouped in another way
    (Label.PHONE, "01632 960123", "01632 960124", False),
    (Label.NHS_NUMBER, "999 000 0018", "999-000-0018", True),
    (Label.NATIONAL_INSURANCE, "QQ 12 34 56 A", "qq123456a", True),
    (Label.POSTCODE, "BX9 9ZZ", "bx99zz", True),
    (Label.EMAIL, "A.Person@board.example", "a.person@board.example", True),
    (Label.EMAIL, "a.person@board.example", "aperson@board.example", False),  # another address
    (Label.EMAIL, "_a@board.example", "a@board.example", False),
    (Label.CASE_REFERENCE, "12/345", "123/45", False),  # the slash tells them apart
    (Label.DATE_OF_BIRTH, "1 February 2003", "1 february 2003.", True),
    (Label.DATE_OF_BIRTH, "1 February 2003", "01.02.2003", False),
    (Label.PERSON, "---", "***", False),  # nothing but signs
]


@pytest.mark.parametrize(("label", "one", "other", "together"), SPELLINGS)
def test_which_spellings_are_one(label: Label, one: str, other: str, together: bool) -> None:
    found = entities_of(label, one, other)
    assert len(found) == (1 if together else 2)
    assert sum(len(entity.mentions) for entity in found) == 2


def test_one_text_under_two_labels_is_two_things() -> None:
    document = document_of("Osgood")
    passage = document.passages[0]
    mentions = [mention_of(passage, 0, 6, Label.PERSON), mention_of(passage, 0, 6, Label.PLACE)]
    assert [entity.id for entity in resolve(mentions, [document]).entities] == ["person-1", "place-1"]


def test_entities_are_numbered_by_label_in_reading_order_over_all_documents() -> None:
    first = document_of("Osgood 1/2/03", id_="a")
    second = document_of("Peverell then Osgood", id_="b")
    mentions = [
        mention_of(second.passages[0], 14, 20),
        mention_of(second.passages[0], 0, 8),
        mention_of(first.passages[0], 7, 13, Label.DATE_OF_BIRTH),
        mention_of(first.passages[0], 0, 6),
    ]
    found = resolve(mentions, [first, second]).entities
    assert [(entity.id, entity.mask, len(entity.mentions)) for entity in found] == [
        ("person-1", "[person 1]", 2),
        ("date-of-birth-1", "[date of birth 1]", 1),
        ("person-2", "[person 2]", 1),
    ]
    assert [mention.span.passage for mention in found[0].mentions] == ["a:1", "b:1"]


def test_the_spellings_are_kept_and_never_printed() -> None:
    (entity,) = entities_of(Label.PERSON, "Osgood", "OSGOOD", "Osgood")
    assert entity.names == ("Osgood", "OSGOOD")
    assert "sgood" not in repr(entity).lower()


def test_nothing_in_nothing_out() -> None:
    assert resolve([], [document_of("Osgood")]).entities == ()


@pytest.mark.parametrize("span", [Span("elsewhere:1", 0, 3), Span("d:1", 0, 7)])
def test_a_mention_that_stands_nowhere_is_our_own_defect(span: Span) -> None:
    """Passing it over would be a name that nobody reports."""
    mention = Mention(span, Label.PERSON, 0.9, EVIDENCE)
    with pytest.raises(RedactError) as raised:
        resolve([mention], [document_of("Osgood")])
    assert raised.value.status is ExitStatus.DEFECT


TEXTS = st.lists(st.text("aA'\u2019s .-\u00ad\n1", min_size=1, max_size=8), min_size=1, max_size=4)


@st.composite
def documents_with_mentions(draw: st.DrawFn) -> tuple[list[Document], list[Mention]]:
    documents = [document_of(*draw(TEXTS), id_=str(number)) for number in range(draw(st.integers(1, 3)))]
    passages = [passage for document in documents for passage in document.passages]
    mentions = []
    for _ in range(draw(st.integers(0, 8))):
        passage = draw(st.sampled_from(passages))
        start = draw(st.integers(0, len(passage.text) - 1))
        end = draw(st.integers(start + 1, len(passage.text)))
        label = draw(st.sampled_from([Label.PERSON, Label.PHONE, Label.EMAIL, Label.CASE_REFERENCE]))
        mentions.append(mention_of(passage, start, end, label))
    return documents, mentions


@given(documents_with_mentions())
def test_every_mention_is_in_exactly_one_entity(case: tuple[list[Document], list[Mention]]) -> None:
    documents, mentions = case
    resolution = resolve(mentions, documents)
    out = [mention for entity in resolution.entities for mention in entity.mentions]
    out += resolution.unresolved
    assert sorted(out, key=repr) == sorted(mentions, key=repr)
    assert len({entity.id for entity in resolution.entities}) == len(resolution.entities)
    assert all(mention.label is entity.label for entity in resolution.entities for mention in entity.mentions)


@given(documents_with_mentions(), st.randoms(use_true_random=False))
def test_the_order_in_which_mentions_come_does_not_matter(case, random) -> None:  # type: ignore[no-untyped-def]
    documents, mentions = case
    shuffled = list(mentions)
    random.shuffle(shuffled)
    assert resolve(shuffled, documents) == resolve(mentions, documents)
