"""Two children of one key become one: nothing is lost, a leaver stays out, two answers are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from redact.errors import WrongUse
from redact.resolve.key_joining import join
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, KeyRetired, Recipient
from tests.keystore.people import imogen, joseph
from tests.values.keys import CARD, DAY, make_key

BASE = make_key()


def person(key: Key, id: str, **changes: object) -> Key:
    people = tuple(replace(one, **changes) if one.id == id else one for one in key.people)  # type: ignore[arg-type]
    return replace(key, people=people)


def more(key: Key, name: str, label: str, id: str = "p3") -> Key:
    return replace(key, people=(*key.people, KeyPerson(id, label, "aunt", (KeyName(name),))), highest_id=3)


def names(key: Key) -> dict[str, list[str]]:
    return {one.id: [name.text for name in one.names] for one in key.people}


def test_what_each_has_added_is_in_both_also_under_one_id() -> None:
    here, there = more(BASE, "Wren Ashdown", "Aunt 1"), more(BASE, "Tam Oakes", "Aunt 2")
    there = replace(there, links=(*there.links, KeyLink("Tam", "p3")))
    joined = join(here, there, BASE)
    assert names(joined.key)["p3"] == ["Wren Ashdown"]
    assert names(joined.key)["p4"] == ["Tam Oakes"]
    assert KeyLink("Tam", "p4") in joined.key.links
    assert joined.differences == ("only here: Aunt 1", "only there: Aunt 2")
    assert joined.conflicts == ()


def test_one_label_given_to_two_stays_with_ours() -> None:
    joined = join(more(BASE, "Wren Ashdown", "Aunt 1"), more(BASE, "Tam Oakes", "aunt 1"), BASE)
    assert [one.pseudonym for one in joined.key.people] == ["Mother", "Child X", "Aunt 1", None]
    assert any("p4 needs another pseudonym" in line for line in joined.differences)


def test_a_label_that_was_taken_back_here_goes_to_nobody_there() -> None:
    here = replace(BASE, retired=(*BASE.retired, KeyRetired("Aunt 1", "p2")))
    joined = join(here, more(BASE, "Tam Oakes", "Aunt 1"), BASE)
    assert joined.key.person("p3").pseudonym is None


def test_a_label_whose_bearer_stays_by_name_there_goes_to_nobody() -> None:
    base = more(BASE, "Wren Ashdown", "Aunt 1")
    there = person(base, "p3", pseudonym=None, slot=None, stays=True)
    there = replace(there, people=(*there.people, KeyPerson("p4", "aunt 2", "aunt", (KeyName("Tam Oakes"),))))
    joined = join(person(base, "p3", pseudonym="Aunt 2"), there, base)
    assert [one.pseudonym for one in joined.key.people] == ["Mother", "Child X", None, None]
    assert KeyRetired("Aunt 2", "p3") in joined.key.retired


def test_a_change_of_one_side_counts_and_its_old_label_is_kept_back() -> None:
    there = person(BASE, "p2", pseudonym="Child Q", born=date(2019, 3, 5))
    joined = join(BASE, there, BASE)
    assert (joined.key.person("p2").pseudonym, joined.key.person("p2").born) == ("Child Q", date(2019, 3, 5))
    assert "Child X" in {one.pseudonym for one in joined.key.retired}
    assert joined.conflicts == ()


def test_two_answers_are_told_and_somebody_chooses() -> None:
    here, there = person(BASE, "p2", pseudonym="Child Q"), person(BASE, "p2", pseudonym="Child R")
    assert join(here, there, BASE).conflicts == ("Child Q: two answers to pseudonym",)
    for theirs, label, other in ((False, "Child Q", "Child R"), (True, "Child R", "Child Q")):
        joined = join(here, there, BASE, prefer_theirs=theirs)
        assert joined.conflicts == ()
        assert joined.key.person("p2").pseudonym == label
        assert other in {one.pseudonym for one in joined.key.retired}


def test_what_one_side_took_out_is_out_unless_the_other_worked_on_it() -> None:
    here = more(BASE, "Wren Ashdown", "Aunt 1")
    out = replace(here, people=here.people[:2])
    assert "p3" not in names(join(here, out, here).key)
    worked = person(here, "p3", born=date(1980, 1, 1))
    joined = join(out, worked, here)
    assert "p3" in names(joined.key)
    linked = replace(here, links=(*here.links, KeyLink("Wren", "p3")))
    assert KeyLink("Wren", "p3") in join(linked, out, here).key.links


def test_without_the_parent_everything_stays() -> None:
    here = more(BASE, "Wren Ashdown", "Aunt 1")
    joined = join(BASE, here, None)
    assert names(joined.key) == names(here)
    two = join(person(BASE, "p2", pseudonym="Child Q"), BASE, None)
    assert two.conflicts == ("Child Q: two answers to pseudonym",)


def test_a_leaver_does_not_come_back_and_who_was_added_does() -> None:
    both = replace(BASE, recipients=(*BASE.recipients, Recipient(joseph().card, DAY, CARD.id)))
    added = replace(both, recipients=(*both.recipients, Recipient(imogen().card, DAY, CARD.id)))
    joined = join(BASE, added, both)  # Joseph was taken out here
    assert [one.card.id for one in joined.key.recipients] == [CARD.id, imogen().card.id]
    assert join(BASE, added, None).key.recipients == BASE.recipients


def test_a_spelling_with_two_answers_is_asked_about_again() -> None:
    here = replace(BASE, links=(*BASE.links, KeyLink("Bea", "p1"), KeyLink("Dee", "p1")))
    there = replace(BASE, links=(*BASE.links, KeyLink("Bea", "p2"), KeyLink("Dee", "p1")))
    joined = join(here, there, BASE)
    assert [link.text for link in joined.key.links] == ["Saffy", "Grace", "Dee"]
    assert joined.differences == ("1 spelling(s) have two answers, and are asked about again",)


def test_names_of_one_person_are_those_of_both() -> None:
    mother = BASE.person("p1")
    here = person(BASE, "p1", names=(*mother.names, KeyName("Dilly")))
    there = person(BASE, "p1", names=(*mother.names, KeyName("Odie")))
    assert names(join(here, there, BASE).key)["p1"] == ["Odile Brackenthwaite", "Dilly", "Odie"]


def test_two_that_were_never_one_are_refused() -> None:
    with pytest.raises(WrongUse, match="not made of one key"):
        join(BASE, replace(BASE, secret=bytes(32)), None)


def test_it_tells_no_name() -> None:
    joined = join(more(BASE, "Wren Ashdown", "Aunt 1"), person(BASE, "p1", names=()), BASE)
    told = " ".join((*joined.differences, *joined.conflicts)) + repr(joined)
    assert not any(name in told for name in ("Wren", "Ashdown", "Odile", "Brackenthwaite"))
