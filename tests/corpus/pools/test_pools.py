"""The pools: enough of everything in each split, and nothing in two of them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from corpus.cases.values import Heritage, Sex
from corpus.pools import SPLITS, bodies, places, pool, public, split_of, words
from corpus.pools.combinations import digest_of
from corpus.pools.places import COMMON_STREETS
from corpus.pools.reading import FOLDER, Entry, entries, header, sections
from corpus.pools.splitting import fold, keys_of
from tests.corpus.pools.shared import EACH, GROUPS, PAIRS, PLACES, names_of

ROOT = Path(__file__).parents[3]
FILES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.txt"))
SECTIONS = ("first f", "first m", "last")


def folded(split: str) -> set[str]:
    return {fold(name) for name in names_of(split)}


def counts(split: str, heritage: Heritage) -> tuple[int, int, int]:
    names = pool(split, heritage)
    return len(names.first_f), len(names.first_m), len(names.last)


# ---------------------------------------------------------------- the files


@pytest.mark.parametrize("file", FILES)
def test_a_file_says_where_it_is_from(file: str) -> None:
    assert "source:" in header(file).lower()


@pytest.mark.parametrize("file", FILES)
def test_no_entry_comes_twice_in_a_section_or_is_empty(file: str) -> None:
    for name, lines in sections(file).items():
        assert lines, name
        assert len(lines) == len(set(lines)), name
        assert all(line == " ".join(line.split()) for line in lines), name


def test_there_is_a_file_for_each_group_and_no_other() -> None:
    assert {file for file in FILES if file.startswith("names/")} == {
        f"names/{each.value}.txt" for each in Heritage
    }


@GROUPS
@pytest.mark.parametrize("section", SECTIONS)
def test_every_line_of_names_is_an_entry_with_letters(heritage: Heritage, section: str) -> None:
    for entry in entries(f"names/{heritage.value}.txt", section):
        assert all(keys_of(name)[0] for name in entry.spellings), entry
        assert not any(character.isdigit() for name in entry.spellings for character in name), entry


# ---------------------------------------------------------------- enough of everything


@GROUPS
def test_a_group_has_names_enough_in_all_splits_together(heritage: Heritage) -> None:
    women, men, last = (
        sum(each) for each in zip(*(counts(split, heritage) for split in SPLITS), strict=True)
    )
    assert (women >= 110, men >= 110, last >= 160) == (True, True, True), (women, men, last)


@GROUPS
@EACH
def test_a_group_has_names_enough_in_each_split(split: str, heritage: Heritage) -> None:
    women, men, last = counts(split, heritage)
    assert (women >= 18, men >= 18, last >= 25) == (True, True, True), (women, men, last)


@EACH
def test_names_that_are_words_are_enough(split: str) -> None:
    listed = words(split)
    assert min(len(listed.first_f), len(listed.first_m)) >= 20
    assert len(listed.last) >= 40


def test_names_that_are_words_are_enough_in_all_splits_together() -> None:
    found = [words(split) for split in SPLITS]
    assert sum(len(each.first_f) for each in found) >= 90
    assert sum(len(each.first_m) for each in found) >= 90
    assert sum(len(each.last) for each in found) >= 160


@EACH
@pytest.mark.parametrize(
    ("kind", "least"), [("streets", 200), ("towns", 60), ("counties", 24), ("postcodes", 200)]
)
def test_places_are_enough(split: str, kind: str, least: int) -> None:
    assert len(getattr(places(split), kind)) >= least


@EACH
@pytest.mark.parametrize("kind", PLACES)
def test_no_place_comes_twice_or_is_empty(split: str, kind: str) -> None:
    found = getattr(places(split), kind)
    assert len(found) == len(set(found))
    assert all(found)
    assert len(found) >= 24


@EACH
@GROUPS
def test_no_name_of_a_group_comes_twice(split: str, heritage: Heritage) -> None:
    names = pool(split, heritage)
    for found in (names.first_f, names.first_m, names.last):
        assert len(found) == len(set(found))


# ---------------------------------------------------------------- the splits are apart


@PAIRS
def test_no_name_of_a_person_is_in_two_splits(one: str, other: str) -> None:
    assert folded(one) & folded(other) == set()


@PAIRS
def test_no_part_of_a_double_name_is_a_name_of_another_split(one: str, other: str) -> None:
    for first, second in ((one, other), (other, one)):
        parts = {part for name in names_of(first) if len(keys_of(name)) > 1 for part in keys_of(name)}
        single = {keys_of(name)[0] for name in names_of(second) if len(keys_of(name)) == 1}
        assert parts & single == set()


@PAIRS
@pytest.mark.parametrize("kind", PLACES)
def test_no_place_is_in_two_splits(one: str, other: str, kind: str) -> None:
    found, others = (set(getattr(places(split), kind)) for split in (one, other))
    assert (found & others) - set(COMMON_STREETS) == set()


@EACH
def test_streets_that_are_everywhere_are_in_every_split(split: str) -> None:
    assert set(COMMON_STREETS) <= set(places(split).streets)


@PAIRS
def test_no_filler_of_a_body_is_in_two_splits(one: str, other: str) -> None:
    found, others = (
        {name for slot, names in bodies(split).fillers.items() if slot != "number" for name in names}
        for split in (one, other)
    )
    assert found & others == set()


@PAIRS
def test_no_citation_and_no_minister_is_in_two_splits(one: str, other: str) -> None:
    found, others = (
        {last for each in public(split).citations for last, _ in each.authors}
        | {each.title for each in public(split).citations}
        | {each.holder for each in public(split).ministers}
        for split in (one, other)
    )
    assert found & others == set()


@pytest.mark.parametrize(
    "names",
    [
        ("Łukasz", "LUKASZ", "lukasz"),  # no case, no diacritics
        ("O’Brien", "O'Brien", "O Brien", "Brien"),  # a particle apart is no part
        ("Thomas", "Tom", "Tommy"),  # nicknames travel with the name, and one is a word too
        ("Kowalski", "Kowalska"),  # a woman's form
    ],
)
def test_spellings_of_one_name_go_together(names: tuple[str, ...]) -> None:
    assert len({split_of(name) for name in names}) == 1


def test_a_double_name_is_where_its_parts_are_and_in_none_where_these_are_apart() -> None:
    single = {
        split: [name for name in pool(split, Heritage.ENGLISH).last if name.isalpha()] for split in SPLITS
    }
    for split in SPLITS:
        assert split_of("-".join(single[split][:2])) == split
    assert split_of(f"{single['train'][0]}-{single['test'][0]}") == ""


def test_no_family_of_spellings_is_so_large_that_it_upsets_the_shares() -> None:
    everybody = [name for split in SPLITS for name in names_of(split)]
    shares = {split: len(list(names_of(split))) / len(everybody) for split in SPLITS}
    assert 0.45 < shares["train"] < 0.65
    assert shares["dev"] > 0.13
    assert shares["test"] > 0.18


# ---------------------------------------------------------------- women's forms, nicknames, spellings


@EACH
@GROUPS
def test_what_travels_with_a_name_has_a_name_to_travel_with(split: str, heritage: Heritage) -> None:
    names = pool(split, heritage)
    assert set(names.nicks) | set(names.variants) <= {*names.first_f, *names.first_m}
    assert set(names.feminine) <= set(names.last)
    assert all(names.nicks.values())
    assert all(names.variants.values())


def test_a_woman_bears_her_form_of_a_surname_and_a_man_his() -> None:
    names = next(each for each in (pool(split, Heritage.POLISH_BALTIC) for split in SPLITS) if each.feminine)
    last, feminine = next(iter(names.feminine.items()))
    assert (names.last_for(last, Sex.FEMALE), names.last_for(last, Sex.MALE)) == (feminine, last)


def test_an_entry_is_read_with_all_that_stands_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("# Source: made.\n[last]\nAb / Abá = Aab, Abb (A, B)\n", encoding="utf-8")
    monkeypatch.setattr("corpus.pools.reading.FOLDER", tmp_path)
    assert entries("a.txt", "last") == (Entry("Ab", ("Aab", "Abb"), ("A", "B"), "Abá"),)


@pytest.mark.parametrize(
    "text",
    [
        "Ab\n[last]\n",  # an entry before any section
        "[last]\nAb\n[last]\n",  # a section twice
        "[last]\nAb (A\n",  # a bracket left open
    ],
)
def test_a_file_that_is_wrong_is_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = f"wrong-{digest_of(text)}.txt"  # what is read is kept by the name of the file
    (tmp_path / file).write_text(text, encoding="utf-8")
    monkeypatch.setattr("corpus.pools.reading.FOLDER", tmp_path)
    with pytest.raises(ValueError, match="wrong-"):
        entries(file, "last")


@pytest.mark.parametrize("draw", [words, places, bodies, public, lambda split: pool(split, Heritage.IRISH)])
def test_a_split_that_is_none_is_refused(draw: object) -> None:
    with pytest.raises(ValueError, match="a split is one of train, dev, test"):
        draw("training")  # type: ignore[operator]


# ---------------------------------------------------------------- the same everywhere

_ALL = """
import hashlib
from corpus.cases.values import Heritage
from corpus.pools import *
told = [(pool(s, h).first_f, pool(s, h).first_m, pool(s, h).last, *sorted(pool(s, h).nicks.items()),
    *sorted(pool(s, h).variants.items())) for s in SPLITS for h in Heritage]
told += [(words(s), places(s), public(s), *sorted(bodies(s).fillers.items())) for s in SPLITS]
print(hashlib.sha256(repr(told).encode("utf-8")).hexdigest())
"""


def test_another_process_with_other_hashes_draws_the_same() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", _ALL], cwd=ROOT, capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "SYSTEMROOT": "C:\\Windows"},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(told) == 1
    assert len(told.pop().strip()) == 64
