from __future__ import annotations

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.names.training.augment import vary
from models.names.training.codes import IGNORED
from models.names.training.data import Batch, Store, Windows, encode
from models.names.training.settings import Settings
from models.names.training.sources import Marked
from redact.recognise.model.labels import ModelLabel
from redact.recognise.model.pieces import CLASS_END, CLASS_START, MASK, PAD, Gap, Shape
from redact.recognise.model.reading import window
from redact.recognise.model.windows import LONGEST
from tests.recognise.model.model_factory import VOCABULARY

TEXT = "Kayleigh Brandreth rang. So Vesey came,\nand the plan was kept.\n"
PLAIN = Settings(lower=0, upper=0, title=0, lower_names=0, hidden=0, hidden_names=0)


def _store(*texts: str, share: float = 1.0) -> Store:
    spans = [(0, 8, ModelLabel.PERSON), (9, 18, ModelLabel.PERSON)]
    return encode([Marked(text, spans, 0, share) for text in texts], VOCABULARY)


def _first(store: Store) -> Batch:
    return next(Windows(store).batches(4096, None))


def test_a_text_is_trained_on_as_the_program_reads_it() -> None:
    batch = _first(_store(TEXT))
    read = window(VOCABULARY.words(TEXT))
    assert batch.pieces.tolist() == read.pieces.tolist()
    assert batch.shapes.tolist() == read.shapes.tolist()
    assert batch.gaps.tolist() == read.gaps.tolist()


def test_only_the_first_piece_of_a_word_has_a_code() -> None:
    batch = _first(_store(TEXT))
    known = batch.codes[0] != IGNORED
    assert np.flatnonzero(known).tolist() == window(VOCABULARY.words(TEXT)).firsts.tolist()
    assert batch.codes[0, 1] == 1
    assert batch.codes[0, 2] == 1


def test_shorter_windows_are_padded_behind_their_end() -> None:
    batch = _first(_store("Kay.", TEXT))
    assert batch.pieces[0].tolist()[:4] == [CLASS_START, *batch.pieces[0, 1:3], CLASS_END]
    assert set(batch.pieces[0, 4:].tolist()) == {PAD}
    assert set(batch.codes[0, 3:].tolist()) == {IGNORED}


def test_rows_are_written_and_read_back() -> None:
    store = _store(TEXT, "Kay.")
    content = io.BytesIO()
    store.save(content)
    content.seek(0)
    again = Store.load(content)
    assert all(
        np.array_equal(getattr(store, name), getattr(again, name))
        for name in ("pieces", "shapes", "gaps", "codes", "seams", "ends", "shares")
    )


def test_a_text_without_words_is_left_out() -> None:
    assert len(_store("", " \n", "Kay.").ends) == 1


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(0, 5))
def test_a_pass_reads_every_piece_as_often_as_its_share(lengths: list[int], seed: int) -> None:
    store = _store(*("the plan. " * length for length in lengths), share=2.0)
    seen = 0
    for batch in Windows(store).batches(512, seed):
        seen += int(np.isin(batch.pieces, (PAD, CLASS_START, CLASS_END), invert=True).sum())
        assert batch.pieces.shape[1] <= LONGEST + 2
    assert seen == 2 * store.size


def test_the_same_seed_gives_the_same_batches() -> None:
    windows = Windows(_store(*(TEXT * number for number in range(1, 20))))
    one, two, three = ([batch.pieces.tobytes() for batch in windows.batches(600, seed)] for seed in (1, 1, 2))
    assert one == two
    assert one != three
    assert len(one) == windows.count(600, 1)


@pytest.mark.parametrize(
    ("settings", "shapes"),
    [
        (PLAIN, ["TITLE", "TITLE", "TITLE", "LOWER"]),  # as it stands
        (Settings(lower=100, hidden=0, hidden_names=0), ["LOWER", "LOWER", "LOWER", "LOWER"]),
        (Settings(lower=0, upper=100, hidden=0, hidden_names=0), ["UPPER", "UPPER", "UPPER", "UPPER"]),
        (
            Settings(lower=0, upper=0, title=0, lower_names=100, hidden=0, hidden_names=0),
            ["LOWER", "LOWER", "LOWER", "LOWER"],
        ),
    ],
)
def test_case_is_varied_in_the_shapes(settings: Settings, shapes: list[str]) -> None:
    batch = _first(_store("Kayleigh Brandreth rang."))
    varied = vary(batch, settings, np.random.default_rng(1))
    assert [Shape(number).name for number in varied.shapes[0, 1:5]] == shapes
    assert varied.pieces.tolist() == batch.pieces.tolist()
    assert batch.shapes[0, 1] == Shape.TITLE


def test_names_alone_in_lower_case_leave_the_rest() -> None:
    batch = _first(_store("Kayleigh Brandreth Rang"))
    only_names = Settings(lower=0, upper=0, title=0, lower_names=100, hidden=0, hidden_names=0)
    varied = vary(batch, only_names, np.random.default_rng(1))
    words = varied.shapes[0][batch.gaps[0] != Gap.INSIDE]
    assert [Shape(number).name for number in words[1:4]] == ["LOWER", "LOWER", "TITLE"]


def test_hidden_pieces_are_never_the_marks_of_a_window() -> None:
    batch = _first(_store("Kay.", TEXT))
    all_hidden = Settings(lower=0, upper=0, title=0, lower_names=0, hidden=100, hidden_names=0)
    varied = vary(batch, all_hidden, np.random.default_rng(1))
    marks = np.isin(batch.pieces, (PAD, CLASS_START, CLASS_END))
    assert np.array_equal(varied.pieces[marks], batch.pieces[marks])
    assert set(varied.pieces[~marks].tolist()) == {MASK}
