from __future__ import annotations

from threading import Event, Thread, current_thread, main_thread
from threading import enumerate as enumerate_threads

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.errors import ModelFault
from redact.recognise.model.labels import ModelLabel, Rank
from redact.recognise.model.pieces import CLASS_END, CLASS_START, Gap, Shape
from redact.recognise.model.reading import Window, window
from redact.recognise.model.windows import LONGEST
from tests.recognise.model.model_factory import PIECES, VOCABULARY, Graph, model

TEXTS = st.lists(st.text(alphabet="kayles vBR.,\n\té", max_size=60), max_size=6)


def test_spans_are_code_points_of_each_text() -> None:
    texts = ["the plan of 🙂 Kayleigh", "Vesey, perhaps"]
    first, second = model().read(texts)
    assert [texts[0][span.start : span.end] for span in first] == ["Kayleigh"]
    assert [(texts[1][span.start : span.end], span.rank) for span in second] == [
        ("Vesey", Rank.NAME),
        ("perhaps", Rank.CHECK),
    ]


def test_nothing_to_read_gives_nothing() -> None:
    graph = Graph()
    assert model(graph).read(["", " \n", "the plan"]) == ((), (), ())
    assert model(graph).read([]) == ()
    assert len(graph.windows) == 1


def test_a_text_seen_before_is_not_read_again() -> None:
    graph = Graph()
    answers = model(graph).read(["Kay Vesey"] * 5)
    assert len(graph.windows) == 1
    assert len(set(answers)) == 1


def test_an_equal_window_of_another_text_is_not_read_again() -> None:
    graph = Graph()
    sentence = "the plan " * 60 + "ends.\n"
    long = sentence * 3
    first, second = model(graph).read([f"{long}Kay", f"{long}Vesey"])
    assert [span.label for span in (*first, *second)] == [ModelLabel.PERSON] * 2
    keys = [each.key for each in graph.windows]
    assert len(keys) == len(set(keys))


def test_a_long_text_is_read_in_windows_and_no_name_is_lost() -> None:
    graph = Graph()
    text = "the plan, the plan.\nKayleigh rang.\n" * 100
    (found,) = model(graph).read([text])
    assert [text[span.start : span.end] for span in found] == ["Kayleigh"] * 100
    assert all(each.pieces.shape[1] <= LONGEST + 2 for each in graph.windows)
    assert len(graph.windows) > 1


def test_a_window_marks_its_ends_and_the_further_pieces_of_a_word() -> None:
    made = window(VOCABULARY.words("Brandreth rang"))
    assert made.pieces[0, 0] == CLASS_START
    assert made.pieces[0, -1] == CLASS_END
    assert made.pieces[0, 1:3].tolist() == [PIECES["brand"], PIECES["##reth"]]
    assert made.shapes[0, 1:3].tolist() == [Shape.TITLE, Shape.TITLE]
    assert made.gaps[0, 1:3].tolist() == [Gap.LINE, Gap.INSIDE]
    assert made.firsts.tolist() == [1, 3]


def test_what_is_under_way_is_given_when_it_is_asked_for() -> None:
    texts = ["Kayleigh", "the plan", "Kayleigh"]
    with model().begin(texts) as under_way:
        assert under_way.read() == model().read(texts)


def test_what_is_stopped_is_read_no_further() -> None:
    at_work, go_on = Event(), Event()
    graph = Graph()

    def slow(given: Window) -> npt.NDArray[np.float32]:
        at_work.set()
        go_on.wait(10)
        return graph(given)

    with model(slow).begin([f"the plan {number}" for number in range(200)]):
        assert at_work.wait(10)
        # Left while the first windows are being read: those end, and no other is begun.
    go_on.set()
    _wait_for_readers()
    assert 1 <= len(graph.windows) <= 8


def test_who_waits_reads_along_from_the_end() -> None:
    graph, readers, last_is_read = Graph(), dict[str, Thread](), Event()
    texts = [f"the plan {number}" for number in range(200)]
    last = window(VOCABULARY.words(texts[-1])).key

    def slow_at_first(given: Window) -> npt.NDArray[np.float32]:
        if given.key == last:
            last_is_read.set()
        if current_thread() is not main_thread():
            assert last_is_read.wait(10), "nobody reads but those in the background"
        readers[given.key.hex()] = current_thread()
        return graph(given)

    assert model(slow_at_first).read(texts) == model().read(texts)
    assert readers[last.hex()] is main_thread()
    assert len(graph.windows) == len(readers) == len(texts)


def test_a_fault_of_the_graph_comes_to_whoever_asks() -> None:
    def broken(_: Window) -> npt.NDArray[np.float32]:
        raise ModelFault("broken", "mend it")

    with pytest.raises(ModelFault, match="broken"):
        model(broken).read(["the plan", "Kay"])


def _wait_for_readers() -> None:
    for thread in enumerate_threads():
        if thread.name.startswith("ThreadPoolExecutor"):
            thread.join(10)


@given(TEXTS)
def test_a_text_is_read_alike_whatever_else_is_read(texts: list[str]) -> None:
    together = model().read(texts)
    assert together == tuple(model().read([text])[0] for text in texts)
    for text, found in zip(texts, together, strict=True):
        assert all(0 <= span.start < span.end <= len(text) for span in found)
