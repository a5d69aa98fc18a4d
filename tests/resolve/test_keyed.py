"""What the key adds to who is who: its people under its numbers, and doubts that the papers have not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redact.resolve import resolve_with_cards
from redact.resolve.keyed import Prints, cards_of, with_key
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, KeyThing
from redact.values.people import Evidence, Label, Mention, Resolution, Standing
from redact.values.text import Document, Span
from tests.resolve.telling import told
from tests.values.keys import make_key

HERE = "hmac:" + "1" * 32
ANNEKE = KeyPerson("p3", "Parent 1", "mother", names=(KeyName("Anneke Hartwell"),))
IDONY = KeyPerson("p4", "Child V", "child", names=(KeyName("Idony Hartwell"),))
SCHOOL = KeyThing("t5", "school", "School K", (KeyName("Thornwick Primary School"),))


def key_of(*links: KeyLink, people: tuple[KeyPerson, ...] = (ANNEKE, IDONY)) -> Key:
    return make_key(people=people, things=(SCHOOL,), links=links, tables=(), retired=(), highest_id=7)


def resolved(
    key: Key, *texts: str, prints: Prints | None = None, standing: Standing = Standing.PARTICIPANT
) -> tuple[Resolution, list[Document], list[Mention]]:
    documents, mentions = told(*texts, standing=standing)
    resolution, cards = resolve_with_cards(mentions, documents)
    return with_key(resolution, cards, documents, key, prints or {}), documents, mentions


def people(key: Key, *texts: str, **more: object) -> tuple[list[tuple[str, tuple[str, ...]]], list[str]]:
    """Give each entity's mask with how it is called, and what is unresolved."""
    resolution, documents, _ = resolved(key, *texts, **more)  # type: ignore[arg-type]
    texts_of = {passage.id: passage.text for document in documents for passage in document.passages}
    open_ = [texts_of[one.span.passage][one.span.start : one.span.end] for one in resolution.unresolved]
    return [(entity.mask, entity.names) for entity in resolution.entities], open_


def test_who_is_in_the_key_has_its_number_and_others_follow_behind() -> None:
    found, open_ = people(key_of(), "{Odo Marl} saw {Idony Hartwell}. {Idony} slept. {Anneke Hartwell} rang.")
    assert found == [
        ("[person 8]", ("Odo Marl",)),
        ("[person 4]", ("Idony Hartwell", "Idony")),
        ("[person 3]", ("Anneke Hartwell",)),
    ]
    assert open_ == []


def test_the_key_tells_what_the_papers_leave_open() -> None:
    text = "{Anneke Hartwell} and {Idony Hartwell} came. {Hartwell} left."
    assert people(key_of(), text)[1] == ["Hartwell"]
    _, _, mentions = resolved(key_of(), text)
    prints = {(mentions[2].span, Label.PERSON): (HERE,)}
    found, open_ = people(key_of(KeyLink("Hartwell", "p3", HERE)), text, prints=prints)
    assert (open_, found[0]) == ([], ("[person 3]", ("Anneke Hartwell", "Hartwell")))
    other = {(mentions[2].span, Label.PERSON): ("hmac:" + "2" * 32,)}
    assert people(key_of(KeyLink("Hartwell", "p3", HERE)), text, prints=other)[1] == ["Hartwell"]


def test_a_word_of_one_bearer_in_the_papers_and_two_in_the_key_is_nobodys() -> None:
    text = "{Anneke Hartwell} came. {Hartwell} left. {Anneke} rang."
    alone = key_of(people=(ANNEKE,))
    assert people(alone, text) == ([("[person 3]", ("Anneke Hartwell", "Hartwell", "Anneke"))], [])
    assert people(key_of(), text) == ([("[person 3]", ("Anneke Hartwell", "Anneke"))], ["Hartwell"])
    # Odo is not in the key: Hartwell may be him or one of the two there.
    assert people(key_of(), "{Odo Hartwell} came. {Hartwell} left.")[1] == ["Hartwell"]


def test_two_spellings_of_one_in_the_key_are_one() -> None:
    both = (KeyPerson("p3", names=(KeyName("Anneke Hartwell"), KeyName("Nan Prowse"))),)
    found, _ = people(key_of(people=both), "{Anneke Hartwell} came.\n\n{Nan Prowse} left.")
    assert found == [("[person 3]", ("Anneke Hartwell", "Nan Prowse"))]


def test_who_the_papers_take_for_one_and_the_key_for_two_are_two() -> None:
    """By a slip of one letter; what stands between them is nobody's."""
    two = (
        KeyPerson("p3", names=(KeyName("Harriet Osgood"),)),
        KeyPerson("p4", names=(KeyName("Harriot Osgood"),)),
    )
    text = (
        "{Harriet Osgood} came." + " {Harriet Osgood} rang." * 9 + " {Harriot Osgood} left. {Harriet} slept."
    )
    plain = people(make_key(people=(), things=(), links=(), tables=(), retired=(), highest_id=0), text)
    assert len(plain[0]) == 1
    found, open_ = people(key_of(people=two), text)
    assert [mask for mask, _ in found] == ["[person 3]", "[person 4]"]
    assert open_ == ["Harriet"]


def test_who_the_papers_take_for_two_and_the_key_for_one_are_asked_about() -> None:
    """Only where somebody has said it of the place, or of another spelling of hers, is she the key's."""
    tom = (KeyPerson("p3", names=(KeyName("Tom Harte"),)),)
    text = ["{Tom Harte} (b. 1.2.1961) rang.", "{Tom Harte} (b. 3.4.2009) and {Ida Marl} came."]
    found, open_ = people(key_of(people=tom), *text)
    assert (found, open_) == ([("[person 8]", ("Ida Marl",))], ["Tom Harte", "Tom Harte"])
    _, _, mentions = resolved(key_of(people=tom), *text)
    prints = {(mentions[0].span, Label.PERSON): (HERE,)}
    found, open_ = people(key_of(KeyLink("Tom Harte", "p3", HERE), people=tom), *text, prints=prints)
    assert found[0] == ("[person 3]", ("Tom Harte",))
    assert open_ == ["Tom Harte"]
    both = (*tom, KeyPerson("p4", names=(KeyName("Tom Harte"),)))
    assert people(key_of(people=both), *text)[1] == []


def test_what_is_nobodys_name_is_not_hers_who_bears_it() -> None:
    text = "{Grace Hartwell} came. {Grace} was said before the meal."
    grace = (KeyPerson("p3", names=(KeyName("Grace Hartwell"),)),)
    _, _, mentions = resolved(key_of(), text)
    prints = {(mentions[1].span, Label.PERSON): (HERE,)}
    found, open_ = people(key_of(KeyLink("Grace", None, HERE), people=grace), text, prints=prints)
    assert found == [("[person 3]", ("Grace Hartwell",)), ("[person 8]", ("Grace",))]
    assert open_ == []


def test_authors_who_are_cited_are_not_the_keys() -> None:
    found, _ = people(key_of(), "{Anneke Hartwell} (2011) says so.", standing=Standing.CITED)
    assert found == [("[person 8]", ("Anneke Hartwell",))]


def test_a_school_of_the_key() -> None:
    documents, _ = told("Thornwick Primary School rang. Oakfield rang.")
    evidence = Evidence("tests", "1", "mark", "it is marked")
    mentions = [
        Mention(Span("0:0", *span), Label.ORGANISATION, 0.9, evidence) for span in ((0, 24), (31, 39))
    ]
    resolution, cards = resolve_with_cards(mentions, documents)
    keyed = with_key(resolution, cards, documents, key_of(), {})
    assert [(one.mask, one.known and one.known.pseudonym) for one in keyed.entities] == [
        ("[organisation 5]", "School K"),
        ("[organisation 8]", None),
    ]
    assert "School K" not in repr(keyed)


def test_cards_follow_the_mentions() -> None:
    documents, mentions = told("Her mother {Anneke Hartwell} came.\n\n{Nan Prowse} left. {Nan} rang.")
    both = (KeyPerson("p3", names=(KeyName("Anneke Hartwell"), KeyName("Nan Prowse"))),)
    resolution, cards = resolve_with_cards(mentions, documents)
    keyed = with_key(resolution, cards, documents, key_of(people=both), {})
    (card,) = cards_of(keyed, cards, documents)
    assert (card.entity, card.relations) == ("person-3", ("mother",))
    assert {link.mention for link in card.links} == set(mentions)


WORDS = ["Anneke", "Idony", "Odo", "Hartwell", "Marl", "Nan"]
_names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2, unique=True).map(" ".join)
_people = st.lists(_names, max_size=4, unique=True).map(
    lambda names: tuple(
        KeyPerson(f"p{at}", f"Adult {at}", names=(KeyName(name),)) for at, name in enumerate(names, 1)
    )
)


@given(st.lists(_names, min_size=1, max_size=8), _people, st.data())
def test_every_mention_is_in_one_place_and_no_whole_name_of_the_key_elsewhere(
    names: list[str], known: tuple[KeyPerson, ...], data: st.DataObject
) -> None:
    links = [
        KeyLink(text, data.draw(st.sampled_from([one.id for one in known])))
        for text in data.draw(st.lists(st.sampled_from(WORDS), max_size=3, unique=True))
        if known
    ]
    key = make_key(people=known, things=(), links=tuple(links), tables=(), retired=(), highest_id=9)
    resolution, documents, mentions = resolved(key, *(f"{{{name}}} came. " for name in names))
    placed = [mention for entity in resolution.entities for mention in entity.mentions]
    assert sorted(map(repr, [*placed, *resolution.unresolved])) == sorted(map(repr, mentions))
    assert len({entity.id for entity in resolution.entities}) == len(resolution.entities)
    assert len(resolution.candidates) == len(resolution.unresolved)
    texts = {passage.id: passage.text for document in documents for passage in document.passages}
    whole = {name.text: person.id for person in known for name in person.names if " " in name.text}
    # "Anneke Odo" and "Odo Anneke" may be two people: then neither is told.
    whole = {text: of for text, of in whole.items() if " ".join(reversed(text.split())) not in whole}
    for entity in resolution.entities:
        for mention in entity.mentions:
            text = texts[mention.span.passage][mention.span.start : mention.span.end]
            if text in whole:
                assert entity.known is not None
                assert entity.known.of == whole[text]
