from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from corpus.telling.hidden import Hidden, hidden_in
from corpus.telling.names import Names
from corpus.telling.tell import Telling, tell_laid_out
from tests.corpus.telling.made import small_case, small_public, template

CASE = small_case()
LINES = ("{child.label} was seen by {sw.label}.", "She went home with {mother.label} that day.")


def telling(seed: int = 1, kind: str = "overview") -> Telling:
    return tell_laid_out(CASE, template(*LINES, kind=kind), small_public(), seed=seed)


def _all(count: int = 150) -> list[tuple[Telling, tuple[Hidden, ...]]]:
    return [(one := telling(seed), hidden_in(one, CASE, seed=seed)) for seed in range(count)]


@given(st.integers(0, 10**6))
def test_a_plant_quotes_a_name_of_the_case_where_it_stands(seed: int) -> None:
    one = telling(seed)
    names = Names(CASE)
    for plant in hidden_in(one, CASE, seed=seed):
        assert plant.quote in plant.words
        told = names.form(plant.who, plant.form)
        assert told is not None
        assert plant.quote.replace("_", " ") == told[1]
        if plant.paragraph is not None:
            length = plant.paragraph[1] - plant.paragraph[0]
            assert 0 <= plant.at <= length
            assert plant.paragraph in [part.span for part in one.layout]


def test_every_place_is_filled_in_some_files_and_in_none_are_all() -> None:
    places = Counter(plant.place for _, plants in _all() for plant in plants)
    assert set(places) == {
        "author", "last modified by", "title", "subject", "comment author", "comment", "header", "footer",
        "hidden text", "bookmark", "tracked deletion",
    }  # fmt: skip
    assert all(20 < count < 140 for count in places.values())
    assert places["comment"] == places["comment author"]


def test_a_deleted_name_stands_before_the_label_of_its_owner() -> None:
    deleted = [
        (one, plant) for one, plants in _all() for plant in plants if plant.place == "tracked deletion"
    ]
    assert {plant.quote for _, plant in deleted} == {"Hope", "Kayleigh", "Amina Okafor"}
    for one, plant in deleted:
        assert one.told.stage > 0
        assert plant.paragraph is not None
        rest = one.told.text[plant.paragraph[0] + plant.at :]
        assert rest.startswith(CASE.people[plant.who].label)


def test_the_author_of_a_file_works_for_its_agency() -> None:
    authors = {plant.who for _, plants in _all() for plant in plants if plant.place == "author"}
    assert authors == {"pc", "pc2", "sgt", "dc"}  # the file of templates is of the police


def test_the_same_seed_hides_the_same() -> None:
    one = telling()
    assert hidden_in(one, CASE, seed=1) == hidden_in(one, CASE, seed=1)
    assert len({hidden_in(one, CASE, seed=seed) for seed in range(9)}) > 4
