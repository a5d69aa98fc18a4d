"""Makes keys for tests: one with two people, and any that hypothesis thinks of."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from redact.values.key import (
    Card,
    Key,
    KeyEvent,
    KeyLink,
    KeyName,
    KeyPerson,
    KeyRelation,
    KeyRetired,
    KeyTable,
    KeyThing,
    NameKind,
    Recipient,
)

WHEN = datetime(2026, 11, 21, 9, 30, 5, tzinfo=UTC)
DAY = date(2026, 11, 21)
CARD = Card("c" * 32, "Imogen Tarrant", "business manager", "age1" + "q" * 58, "ab" * 32)

# What breaks programs that handle names: composed and not, apostrophes, one letter, words, other scripts.
ODD_NAMES = (
    *("Zoë", "Zoe\u0308", "O’Neill", "O'Neill", "Ng", "J", "Will", "Hope", "Ŵyn", "Łucja"),
    *("Nguyễn", "محمد", "李", "Anne-Marie", "van der Berg", "\u200fדוד", "e\u0301\u0327", "𝒵"),
)


def make_key(**changes: object) -> Key:
    """A key with a child, her mother and a school; `changes` replace fields."""
    mother = KeyPerson("p1", "Mother", "mother", (KeyName("Odile Brackenthwaite"),))
    child = KeyPerson(
        "p2",
        "Child X",
        "child",
        (KeyName("Saffron Brackenthwaite"), KeyName("Saffy", NameKind.NICKNAME)),
        date(2019, 3, 4),
        (KeyRelation("daughter", "p1"),),
        ("subject",),
    )
    fields: dict[str, object] = {
        "case": "K7",
        "revision": 1,
        "previous_sha256": None,
        "created": WHEN,
        "updated": WHEN,
        "updated_by": CARD.id,
        "secret": bytes(range(32)),
        "recipients": (Recipient(CARD, DAY, CARD.id),),
        "people": (mother, child),
        "things": (KeyThing("t1", "school", "School A", (KeyName("Thornwick Primary School"),)),),
        "links": (KeyLink("Saffy", "p2"), KeyLink("Grace", None, "hmac:" + "0" * 32)),
        "tables": (KeyTable("d1", "family table", "0" * 64, WHEN, CARD.id, ("Name",), (("Odile B",),)),),
        "retired": (KeyRetired("Child Y", "p2"),),
        "history": (KeyEvent(1, WHEN, CARD.id, "made", "begun by Imogen"),),
        "highest_id": 2,
    }
    return Key(**{**fields, **changes})  # type: ignore[arg-type]


_names = st.sampled_from(ODD_NAMES) | st.text(min_size=1).filter(
    lambda text: text.strip() != "" and text.isprintable()
)
_key_names = st.builds(KeyName, _names, st.sampled_from(NameKind))


@st.composite
def keys(draw: st.DrawFn) -> Key:
    """Any key: people with odd names, links to some of them, tables of odd words."""
    count = draw(st.integers(0, 4))
    ids = [f"p{number}" for number in range(1, count + 1)]
    people = tuple(
        KeyPerson(
            id,
            f"Child {number}",
            draw(st.none() | _names),
            tuple(draw(st.lists(_key_names, max_size=3))),
            draw(st.none() | st.dates()),
            tuple(draw(st.lists(st.builds(KeyRelation, _names, st.sampled_from(ids)), max_size=2))),
            tuple(draw(st.lists(_names, max_size=2))),
        )
        for number, id in enumerate(ids)
    )
    owner = st.none() | st.sampled_from(ids) if ids else st.none()
    return make_key(
        people=people,
        links=tuple(draw(st.lists(st.builds(KeyLink, _names, owner), max_size=3))),
        tables=(KeyTable("d1", "CSV", "0" * 64, WHEN, CARD.id, (), ((draw(_names), draw(st.text())),)),),
        retired=(),
        secret=draw(st.binary(min_size=32, max_size=32)),
        retain_until=draw(st.none() | st.dates()),
    )
