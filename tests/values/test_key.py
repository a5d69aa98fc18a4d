"""What a key holds together, and what it never shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from redact.values.key import KeyLink, KeyName, KeyPerson, KeyRelation, KeyRetired, highest_id
from tests.values.keys import CARD, DAY, make_key

KEY = make_key()
MOTHER, CHILD = KEY.people


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"revision": 0}, "revision 0"),
        ({"revision": 2}, "revision 2"),  # a second one knows the first
        ({"previous_sha256": "0" * 64}, "revision 1"),
        ({"secret": b"short"}, "32 bytes, not 5"),
        ({"recipients": ()}, "lost"),
        ({"recipients": KEY.recipients * 2}, "recipients are there more than once"),
        ({"people": (MOTHER, CHILD, replace(MOTHER, pseudonym=None))}, "ids are there"),
        ({"people": (replace(MOTHER, pseudonym="child x"), CHILD)}, "pseudonyms are there"),  # case aside
        ({"people": (replace(MOTHER, pseudonym="School A"), CHILD)}, "pseudonyms are there"),  # a thing's
        ({"people": (replace(MOTHER, pseudonym="Child Y"), CHILD)}, "somebody else before"),
        ({"links": (KeyLink("Saffy", "p9"),)}, "1 of its links"),
        ({"people": (replace(MOTHER, relations=(KeyRelation("aunt", "p7"),)), CHILD)}, "1 of its links"),
    ],
)
def test_what_is_no_key(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message) as refused:
        make_key(**changes)
    assert "Brackenthwaite" not in str(refused.value)


def test_a_pseudonym_that_was_taken_back_may_go_back_to_whom_it_belonged() -> None:
    assert make_key(people=(MOTHER, replace(CHILD, pseudonym="Child Y"))).person("p2").pseudonym == "Child Y"


@pytest.mark.parametrize("text", ["", "  ", "\t\n", "Saff\ud800"])
def test_a_name_is_text(text: str) -> None:
    with pytest.raises(ValueError, match="name") as refused:
        KeyName(text)
    assert "Saff" not in str(refused.value)


def test_who_stays_has_no_pseudonym() -> None:
    with pytest.raises(ValueError, match="no pseudonym"):
        KeyPerson("p1", "Mother", stays=True)


def test_nobody_has_an_id_again() -> None:
    assert KEY.next_id() == "p3"
    assert KEY.next_id("t") == "t3"
    assert make_key(people=(), links=(), retired=(), highest_id=8).next_id() == "p9"  # eight are gone
    assert make_key(highest_id=0).next_id() == "p3"
    assert highest_id(KEY) == 2


def test_a_person_is_found_by_id() -> None:
    assert KEY.person("p2") is CHILD
    with pytest.raises(KeyError, match="no such person"):
        KEY.person("p3")


def test_no_name_is_in_a_repr() -> None:
    shown = [KEY, *KEY.people, *KEY.people[1].names, *KEY.people[1].relations, *KEY.things, *KEY.links]
    shown += [*KEY.tables, *KEY.retired, *KEY.history, *KEY.recipients, CARD, KeyRetired("Nan", "p1")]
    text = " ".join(repr(one) for one in shown)
    for secret in ("Brackenthwaite", "Saffy", "Odile", "Imogen", "Thornwick", "Child", "2019", "daughter"):
        assert secret not in text
    assert repr(KEY.secret) not in text
    assert DAY.isoformat() not in repr(KEY)
