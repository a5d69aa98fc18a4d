from __future__ import annotations

from redact.formats.building import DocumentBuilder, Request
from redact.recognise.finding import find_mentions
from redact.recognise.grids import View, grids
from redact.recognise.model.labels import Rank
from redact.recognise.model.shipped import shipped
from redact.recognise.model.views import ahead, read
from redact.recognise.name_model import RECOGNISER
from redact.recognise.readings import readings
from redact.values.text import Document, Format, Location, Part
from tests.recognise.model.model_factory import Graph, model
from tests.recognise.recognise_factory import table_document, text_document


def _view(document: Document) -> View:
    pairs = list(readings(document))
    first = tuple(reading for reading, _ in pairs)
    return View(document, first, tuple(each for _, others in pairs for each in others), tuple(grids(first)))


def _found(document: Document) -> list[tuple[str, Rank]]:
    graph = Graph()
    return [
        (each.reading.text[each.start : each.end], each.says.rank)
        for _, each in read(model(graph), [_view(document)])
    ]


def test_what_is_read_ahead_is_read_once_and_gives_the_same() -> None:
    graph = Graph()
    names = model(graph)
    views = [_view(text_document("Kayleigh rang.\n\nthe plan")), _view(text_document("Vesey, perhaps"))]
    with ahead(names, views):
        read_ahead = [(view, found.says) for view, found in read(names, views)]
    windows = len(graph.windows)
    assert [(view, found.says) for view, found in read(names, views)] == read_ahead
    assert len(graph.windows) == windows
    fresh = [_view(view.document) for view in views]
    assert [found.says for _, found in read(model(), fresh)] == [says for _, says in read_ahead]
    assert len(read_ahead) == 3


def test_what_was_begun_and_left_is_not_taken_for_an_answer() -> None:
    view = _view(text_document("Kayleigh rang."))
    with ahead(model(), [view]):
        assert view.kept
    assert not view.kept
    assert [found.says.rank for _, found in read(model(), [view])] == [Rank.NAME]


def test_names_are_given_back_to_their_passages() -> None:
    document = text_document("Kayleigh rang.\n\nthe plan\n\nVesey, perhaps")
    assert _found(document) == [("Kayleigh", Rank.NAME), ("Vesey", Rank.NAME), ("perhaps", Rank.CHECK)]


def test_the_cells_of_a_table_are_read_as_rows() -> None:
    graph = Graph()
    list(read(model(graph), [_view(table_document([["the plan", "Kay"], ["Vesey", "o"]]))]))
    (window,) = graph.windows
    # line, space, cell: the row; then the next line and its cell
    assert window.gaps[0, window.firsts].tolist() == [2, 1, 3, 2, 3]


def test_a_name_over_two_cells_is_given_in_each() -> None:
    assert [text for text, _ in _found(table_document([["Kay", "Brandreth"]]))] == ["Kay", "Brandreth"]


def test_the_name_of_the_file_is_read_by_itself() -> None:
    document = text_document("the plan\n\nfile name: Kayleigh Brandreth")
    assert _found(document) == [("Kayleigh Brandreth", Rank.NAME)]


def test_an_empty_document_is_read_without_a_fault() -> None:
    builder = DocumentBuilder(Request("", b"test"), sha256="0", format=Format.TXT)
    builder.passage("", Location(Part.BODY))
    assert _found(builder.build()) == []


def test_a_word_broken_at_a_line_end_is_read_joined() -> None:
    document = text_document("so Kay-\nleigh rang")
    assert "Kayleigh" in [text for text, _ in _found(document)]


def test_the_recogniser_finds_people_only_when_a_model_is_shipped() -> None:
    document = text_document("\n\n".join(example.text for example in RECOGNISER.examples))
    mentions = find_mentions([document], recognisers=(RECOGNISER,))
    assert bool(mentions) is (shipped() is not None)
