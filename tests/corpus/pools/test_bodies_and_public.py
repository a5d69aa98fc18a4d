"""Nobody of a published case, and what bodies and public names are made of."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest

from corpus.cases.values import Heritage
from corpus.pools import BODY_KINDS, allowed, bodies, places, pool, public, words
from corpus.pools.combinations import digest_of, famous_cases
from corpus.pools.reading import sections
from corpus.pools.splitting import fold
from redact.recognise.postcode import RECOGNISER
from tests.corpus.pools.shared import EACH

# ---------------------------------------------------------------- nobody of a published case


@pytest.mark.parametrize(
    ("first", "last", "may"),
    [
        ("Victoria", "Climbié", False),  # of the list of famous cases
        ("victoria", "CLIMBIE", False),  # without case and diacritics
        ("Victoria", "Pennythorne", True),
    ],
)
def test_the_name_of_a_famous_case_is_not_allowed(first: str, last: str, may: bool) -> None:
    assert allowed(first, last) is may


def test_a_name_of_which_only_the_digest_is_kept_is_not_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    assert allowed("Imogen", "Quillfeather")
    monkeypatch.setattr(
        "corpus.pools.combinations._avoided", lambda: frozenset({digest_of("Imogen Quillfeather")})
    )
    assert not allowed("Imogen", "QUILLFEATHER")


def test_the_digests_are_digests() -> None:
    digests = sections("avoided.txt")["digests"]
    assert len(digests) >= 150
    assert all(len(each) == 16 and set(each) <= set("0123456789abcdef") for each in digests)


@EACH
def test_nobody_bears_the_surname_of_a_famous_case_or_an_inquiry(split: str) -> None:
    kept = {fold(name).split()[-1] for name in famous_cases("case")} | {
        fold(name) for name in famous_cases("inquiry")
    }
    found = {fold(name) for heritage in Heritage for name in pool(split, heritage).last} | {
        fold(name) for name in words(split).last
    }
    assert found & (kept - {"smith"}) == set()


@EACH
def test_bodies_and_ministers_bear_no_name_of_a_famous_case(split: str) -> None:
    whole = (*bodies(split).fillers["full"], *(each.holder for each in public(split).ministers))
    avoided = {digest_of(name) for name in famous_cases("case")} | set(sections("avoided.txt")["digests"])
    assert {digest_of(name) for name in whole} & avoided == set()


# ---------------------------------------------------------------- places and bodies


@EACH
def test_every_postcode_is_of_no_place_and_found(split: str) -> None:
    for postcode in places(split).postcodes:
        assert postcode.startswith("ZZ99 ")
        text = f"of {postcode}."
        assert {(claim.start, claim.end) for claim in RECOGNISER.find(text)} == {(3, 11)}, postcode


@EACH
@pytest.mark.parametrize("kind", BODY_KINDS)
def test_a_body_is_drawn_whole_and_the_same_again(split: str, kind: str) -> None:
    somewhere = {"town": "Tarrow", "county": "Marlshire", "area": "Easterby", "street": "Sallow Lane"}
    drawn = [bodies(split).draw(kind, Random(seed), **somewhere) for seed in range(60)]
    assert drawn == [bodies(split).draw(kind, Random(seed), **somewhere) for seed in range(60)]
    assert not any("{" in name or "}" in name for name in drawn)
    assert len(set(drawn)) >= 8
    assert len(bodies(split).patterns[kind]) >= 8


@EACH
def test_a_body_does_not_bear_one_name_twice(split: str) -> None:
    fillers = bodies(split).fillers
    for one, other in (("part", "part2"), ("saint", "saint2"), ("last", "last2"), ("last", "last3")):
        assert set(fillers[one]).isdisjoint(fillers[other])
    assert set(fillers["last2"]).isdisjoint(fillers["last3"])


@EACH
def test_surnames_of_bodies_are_of_every_group(split: str) -> None:
    fillers = bodies(split).fillers
    for slot, heritage in product(("last", "last2", "last3"), Heritage):
        assert set(fillers[slot]) & set(pool(split, heritage).last), (slot, heritage)


# ---------------------------------------------------------------- what stays


@EACH
def test_cited_authors_are_of_every_group_alike(split: str) -> None:
    firsts = [each.heritages[0] for each in public(split).citations]
    assert {heritage: firsts.count(heritage) for heritage in Heritage} == dict.fromkeys(Heritage, 24)


@EACH
def test_a_cited_author_has_a_surname_of_the_group(split: str) -> None:
    for each in public(split).citations:
        assert len(each.authors) == len(each.heritages)
        for (last, initials), heritage in zip(each.authors, each.heritages, strict=True):
            assert last in pool(split, heritage).last
            assert initials.endswith(".")
        assert "{" not in each.entry


@EACH
def test_no_two_citations_are_short_alike(split: str) -> None:
    short = [each.short for each in public(split).citations]
    assert len(short) == len(set(short))


@EACH
def test_public_names_are_those_of_the_rules(split: str) -> None:
    found = public(split)
    assert found.famous == famous_cases("case")
    assert {each.name for each in found.inquiries} == set(famous_cases("inquiry"))
    assert "Clare's Law" in found.eponyms
    assert {each.office for each in found.ministers} >= {"Home Secretary", "Children's Commissioner"}
    assert {"Children Act 1989", "Children Act 2004"} <= set(found.statutes)


def test_a_titled_inquiry_has_its_name_in_it() -> None:
    titled = {each.name: each.titled for each in public("train").inquiries}
    assert titled["Laming"] == "Lord Laming"
    assert titled["Colwell"] == "Colwell"
    assert all(name in whole for name, whole in titled.items())
    assert {line.split(" = ")[0] for line in sections("public.txt")["titles of inquiries"]} <= set(titled)
