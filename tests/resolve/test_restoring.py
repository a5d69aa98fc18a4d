"""Which labels get a name, which name, and which are left with their reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from redact.recognise.finding import find_mentions
from redact.recognise.pseudonyms import RECOGNISER
from redact.resolve.applying import rewritings
from redact.resolve.restoring import full_name, names_back
from redact.values.key import Key, KeyName, KeyPerson, KeyRetired, KeyThing, NameKind, Recipient
from redact.values.restoring import Why
from redact.values.text import Document, Format, Location, Part, Passage
from tests.keystore.people import imogen

NOW = datetime(2026, 3, 2, tzinfo=UTC)
PEOPLE = (
    KeyPerson("p1", "Parent 1", "mother", (KeyName("Anneke Hartwell"), KeyName("Annie", NameKind.NICKNAME))),
    KeyPerson("p2", "Child K", "child", (KeyName("Idony Hartwell"),)),
    KeyPerson("p3", "SW1", "social-worker", (KeyName("Tomos Lunde"),)),
    KeyPerson("p4", "Father", "father", (KeyName("Bryn Okoro"),)),
    KeyPerson("p5", "GP2", "gp", (KeyName("T.L.", NameKind.INITIALS),)),
    KeyPerson("p6", "the family", "family", (KeyName("the Hartwells"),)),
)
KEY = Key(
    case="K7",
    revision=2,
    previous_sha256="0" * 64,
    created=NOW,
    updated=NOW,
    updated_by=imogen().card.id,
    secret=bytes(32),
    recipients=(Recipient(imogen().card, NOW.date(), imogen().card.id),),
    people=PEOPLE,
    things=(KeyThing("t1", "school", "School A", (KeyName("Thornwick Primary School"),)),),
    retired=(
        KeyRetired("Adult 1", "p1"),
        KeyRetired("Child Q", "p1"),
        KeyRetired("Child Q", "p2"),
        KeyRetired("Child Z", "p9"),
    ),
)


def back(text: str, part: Part = Part.BODY) -> tuple[str, list[Why]]:
    passage = Passage("d:1", text, Location(part, block=1))
    document = Document("d", "0" * 64, Format.TXT, (passage,), ())
    labels = [one.span for one in find_mentions([document], recognisers=(RECOGNISER,))]
    found = names_back(document, KEY, labels)
    own = rewritings([passage], found.edits)
    return (own[0].written if own else text), [why for _, why in found.left]


@pytest.mark.parametrize(
    ("text", "written", "left"),
    [
        # each of the key's labels, with a possessive, over a line end, and in capitals
        ("Parent 1 and Child K's toy.", "Anneke Hartwell and Idony Hartwell's toy.", []),
        ("Then Child\nK went to School A.", "Then Idony Hartwell went to Thornwick Primary School.", []),
        ("CHILD K WAS SEEN BY SW1", "Idony Hartwell WAS SEEN BY Tomos Lunde", []),
        # a label that is a word, with its capital; without it, it is the word
        ("Father rang. His father rang.", "Bryn Okoro rang. His father rang.", []),
        # what was made general stays so
        ("Then the family came.", "Then the family came.", []),
        # one that was taken back is still hers; one that two had, or that nobody has any more, is nobody's
        ("Adult 1 came.", "Anneke Hartwell came.", []),
        ("Child Q came.", "Child Q came.", [Why.SHARED]),
        ("Child Z came.", "Child Z came.", [Why.UNKNOWN]),
        # a label that is not in the key, beside one that is
        ("Child K and SW9 came.", "Idony Hartwell and SW9 came.", [Why.UNKNOWN]),
        # a part of a longer label, and a label of two
        ("Foster Parent 1 came.", "Foster Parent 1 came.", [Why.SEVERAL]),
        ("Child K and B came.", "Child K and B came.", [Why.SEVERAL]),
        # not a label: a longer number, a postcode
        ("Parent 12 came to SW1 2AB.", "Parent 12 came to SW1 2AB.", [Why.UNKNOWN]),
        # an address
        ("Write to Parent_1@example.org.", "Write to Parent_1@example.org.", [Why.ADDRESS]),
        # nobody writes a full name of initials
        ("GP2 came.", "GP2 came.", [Why.NAMELESS]),
    ],
)  # fmt: skip
def test_labels(text: str, written: str, left: list[Why]) -> None:
    assert back(text) == (written, left)


def test_what_is_in_a_picture_or_a_link_stays() -> None:
    assert back("Child K", Part.IMAGE) == ("Child K", [Why.PICTURE])
    assert back("Child K", Part.LINK) == ("Child K", [Why.ADDRESS])


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        # the legal name, though a nickname stands before it
        ((KeyName("Annie Hart", NameKind.NICKNAME), KeyName("Anneke Hartwell")), "Anneke Hartwell"),
        # the first of two legal ones
        ((KeyName("Anneke Hartwell"), KeyName("Anneke Stark")), "Anneke Hartwell"),
        # no legal one of two words
        ((KeyName("Hartwell"), KeyName("Anneke Stark", NameKind.MAIDEN)), "Anneke Stark"),
        # one word is all there is
        ((KeyName("Hartwell"),), "Hartwell"),
        # a slip and letters are no name to write
        ((KeyName("Aneke Hartwel", NameKind.MISSPELLING), KeyName("A.H.", NameKind.INITIALS)), None),
        ((), None),
    ],
)
def test_the_full_name(names: tuple[KeyName, ...], chosen: str | None) -> None:
    assert full_name(replace(PEOPLE[0], names=names)) == chosen
