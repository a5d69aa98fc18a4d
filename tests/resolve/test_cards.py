"""What a card says of a person: names by kind, roles, and why each mention is hers."""

from __future__ import annotations

from redact.resolve import resolve_with_cards
from redact.values.persons import Because, NameKind, PersonCard
from tests.resolve.telling import told


def cards(*texts: str) -> list[PersonCard]:
    documents, mentions = told(*texts)
    resolution, found = resolve_with_cards(mentions, documents)
    assert [card.entity for card in found] == [entity.id for entity in resolution.entities]
    for card, entity in zip(found, resolution.entities, strict=True):
        assert tuple(link.mention for link in card.links) == entity.mentions
    return list(found)


HERS = (
    "Her mother {Harriet Osgood} (n\u00e9e {Peverell}) (b. 12.06.82) rang. Mrs {Osgood} left. {Hattie} "
    "rang, {HO}. {Harriet}. {Harreit}. {Harriet Peverell}. {Harriet's} file. {H. Osgood}." + " {Harriet}" * 8
)


def test_names_by_kind() -> None:
    (card,) = cards(HERS)
    assert dict(card.forms) == {
        NameKind.FULL: ("Harriet Osgood",),
        NameKind.FIRST: ("Harriet", "Harriet's"),
        NameKind.SURNAME: ("Osgood",),
        NameKind.INITIALS: ("H. Osgood", "HO"),
        NameKind.NICKNAME: ("Hattie",),
        NameKind.FORMER: ("Harriet Peverell", "Peverell"),
        NameKind.SLIP: ("Harreit",),
    }
    assert card.called(NameKind.OTHER) == ()


def test_what_she_is() -> None:
    (card,) = cards(HERS.replace("(n\u00e9e {Peverell}) (b.", "(b.").replace(" {Harriet Peverell}.", ""))
    assert (card.relations, card.titles, card.sex, card.births) == (("mother",), ("mrs",), "f", ("12-6-82",))
    (worker,) = cards("SW {Kay Bell}, social worker, wrote. The social worker {Kay} rang.")
    assert worker.relations == ("social worker", "sw")


def test_why_each_mention_is_hers() -> None:
    (card,) = cards("{Harriet Osgood}. {Osgood}. {Hattie}. {HO}. {Harriet Osgood} (n\u00e9e {Orton}).")
    assert [link.because for link in card.links] == [
        Because.WHOLE, Because.ONLY, Because.SHORT, Because.INITIALS, Because.WHOLE, Because.CALLED,
    ]  # fmt: skip
    told_apart = cards("Mrs {Ida Osgood} and Mr {Tom Osgood}. Mrs {Osgood}.")
    assert [link.because for link in told_apart[0].links] == [Because.WHOLE, Because.TITLE]


def test_no_repr_of_a_card_shows_a_name() -> None:
    (card,) = cards(HERS)
    assert not any(name in repr(card).casefold() for name in ("harriet", "osgood", "peverell", "hattie"))


def test_reasons_are_our_own_words() -> None:
    assert all(reason.words and reason.words.isascii() for reason in Because)
