from __future__ import annotations

import re

import pytest

from corpus.cases.values import Heritage
from corpus.pools import pool, words
from corpus.skeletons import TEMPLATES, TOO_NEAR, near
from corpus.telling.grammar import read
from corpus.telling.skeleton import Skeleton, skeletons
from models.names.training import drilling
from models.names.training.codes import ALLOWED, codes
from models.names.training.drilling import FILES, drills, frames, is_held, things
from models.names.training.sources import Marked
from redact.recognise.model.labels import CLASSES, ModelLabel
from redact.recognise.model.pieces import Vocabulary
from tests.recognise.model.model_factory import VOCABULARY

_SLOT = re.compile(r"\{(!?)([a-z]+)(?:\.([a-z]+))?\}")
_PERSON = {CLASSES.index("B-PER"), CLASSES.index("I-PER")}


def _plain(monkeypatch: pytest.MonkeyPatch, *sentences: str) -> None:
    """Draw from these sentences alone, each written as it stands."""
    monkeypatch.setattr(drilling, "frames", lambda file, *, held: sentences)
    _as_written(monkeypatch)


def _as_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for share in ("_LOWERED", "_RAISED", "_MISREAD"):
        monkeypatch.setattr(drilling, share, 0.0)


def _people(marked: Marked) -> list[str]:
    assert all(label is ModelLabel.PERSON for _, _, label in marked.spans)
    return [marked.text[start:end] for start, end, _ in marked.spans]


def test_there_are_many_sentences_and_as_many_that_name_nobody() -> None:
    counts = {file: len(frames(file)) for file in FILES}
    assert sum(counts.values()) >= 150
    assert counts["nobody"] >= counts["people"]
    assert not [one for one in frames("nobody") if re.search(r"\{[a-e]\.", one)]
    assert all(re.search(r"\{[a-e]\.", one) for one in frames("people"))


def test_no_sentence_stands_twice() -> None:
    every = [one for file in FILES for one in frames(file)]
    assert len(every) == len(set(every))


@pytest.mark.parametrize("file", FILES)
def test_what_is_held_back_is_not_learned_from(file: str) -> None:
    held, learned = set(frames(file, held=True)), set(frames(file, held=False))
    assert held
    assert not held & learned
    assert held | learned == set(frames(file))
    assert all(is_held(one) for one in held)


@pytest.mark.parametrize("held", [False, True])
def test_every_slot_is_filled(held: bool) -> None:
    for marked in drills(600, seed=3, held=held):
        assert not re.search(r"[{}<>]", marked.text)


@pytest.mark.parametrize("held", [False, True])
def test_names_are_marked_whole_and_nothing_else(held: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    _as_written(monkeypatch)
    names = _names_of("dev" if held else "train")
    for marked in drills(200, seed=4, held=held):
        for start, end, _ in marked.spans:
            told = marked.text[start:end]
            assert told == told.strip()
            assert told[0].isupper()
            assert not marked.text[start - 1 : start].isalpha()
            # Initials are in no split.
            assert not re.search(r"[^\W\d_]{3}", names.sub("", told.casefold()))


def test_the_same_word_is_somebody_and_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    _plain(monkeypatch, "{a.last} cites {!a.last} of {year}.")
    (marked,) = drills(1, seed=1)
    for line in re.findall(r".+", marked.text):
        somebody, nobody = re.fullmatch(r"(.+) cites (.+) of \d{4}\.", line).groups()  # type: ignore[union-attr]
        assert somebody == nobody
        assert _people(marked).count(somebody) == marked.text.count(f"{somebody} cites")


def test_choices_and_cells_are_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    _plain(monkeypatch, "<Seen|Met> | {a.full} | {a.inits}")
    (marked,) = drills(1, seed=2)
    for line in re.findall(r".+", marked.text):
        verb, full, initials = line.split("\t")
        assert verb in {"Seen", "Met"}
        assert {full, initials} <= set(_people(marked))
        assert (initials[0], len(initials)) == (full[0], 2)


def test_a_name_inside_a_thing_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drilling, "things", lambda: {"product": ("the {last} toolkit",)})
    _plain(monkeypatch, "{a.first} likes {product}.")
    (marked,) = drills(1, seed=5)
    assert "toolkit" in marked.text
    assert all(marked.text[end : end + 6] == " likes" for _, end, _ in marked.spans)


def test_other_letters_leave_every_place_where_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    _plain(monkeypatch, "{a.full}, {b.lastfirst} and {a.full} lost their old school coats.")
    (plain,) = drills(1, seed=6)
    for share in ("_LOWERED", "_RAISED", "_MISREAD"):
        monkeypatch.setattr(drilling, share, 1.0)
        (changed,) = drills(1, seed=6)
        monkeypatch.setattr(drilling, share, 0.0)
        # Only the first line: what a scanner misreads is drawn, and so is what comes behind it.
        was, now = plain.text.splitlines()[0], changed.text.splitlines()[0]
        assert now != was
        assert len(now) == len(was)
        assert changed.spans[:2] == plain.spans[:2]


def test_a_name_that_is_a_word_keeps_its_capital(monkeypatch: pytest.MonkeyPatch) -> None:
    _plain(monkeypatch, "{a.wordfirst} ran.")
    monkeypatch.setattr(drilling, "_LOWERED", 1.0)
    (marked,) = drills(1, seed=7)
    assert all(told[0].isupper() for told in _people(marked))


def test_of_nobodys_words_a_drill_says_only_that() -> None:
    vocabulary: Vocabulary = VOCABULARY
    (marked,) = drills(1, seed=8)
    said = codes(vocabulary.words(marked.text), marked.spans, marked.unmarked)
    assert _PERSON >= {int(code) for code in said if code < len(CLASSES)} > set()
    others = ALLOWED[marked.unmarked]
    assert not others[[*_PERSON]].any()
    assert others.sum() == len(CLASSES) - len(_PERSON)
    (held,) = drills(1, seed=8, held=True)
    assert held.unmarked == 0


def test_the_same_seed_gives_the_same_texts() -> None:
    one, two, three = ([marked.text for marked in drills(20, seed=seed)] for seed in (1, 1, 2))
    assert one == two
    assert one != three


def test_every_list_of_things_is_drawn_from() -> None:
    slots = {found[2] for file in FILES for one in frames(file) for found in _SLOT.finditer(one)}
    assert set(things()) <= slots
    assert all(len(listed) >= 8 for listed in things().values())


@pytest.mark.parametrize("split", ["dev", "test"])
def test_no_sentence_is_one_of_those_that_measure(split: str) -> None:
    drilled = [Skeleton("drills", at, text, True) for at, text in enumerate(_skeletons())]
    told = [
        one
        for path in sorted((TEMPLATES / split).glob("*.txt"))
        for one in skeletons(read(path), every_wording=True)
    ]
    # Of the pair only our sentence is shown: nobody looks into test.
    assert not [pair.other.text for pair in near(told, drilled, cutoff=TOO_NEAR)]


def _names_of(split: str) -> re.Pattern[str]:
    """Match every name of a split, and the months that are names, in small letters."""
    found = {*words(split).first_f, *words(split).first_m, *words(split).last, *drilling._MONTHS}
    for names in (pool(split, heritage) for heritage in Heritage):
        found |= {*names.first_f, *names.first_m, *names.last, *names.feminine.values()}
        found |= {
            one for others in (names.nicks, names.variants) for listed in others.values() for one in listed
        }
    every = sorted((name.casefold() for name in found), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, every)))


def _skeletons() -> list[str]:
    """Give the sentences with signs in place of the slots, as skeletons of templates have them."""
    found: list[str] = []
    for sentence in (one for file in FILES for one in frames(file)):
        text = re.sub(r"<([^<>|]*)\|[^<>]*>", r"\1", sentence)
        text = re.sub(r"\{(n|nn|year|time)\}", "#", text).replace("{date}", "D")
        text = _SLOT.sub("N", text)
        cells = [cell for line in text.splitlines() for cell in line.split(" | ")]
        found += [
            part
            for cell in cells
            for part in re.split(r'(?<=[.!?])\s+(?=["A-Z#])', cell)
            if len(part.split()) >= 4
        ]
    return found
