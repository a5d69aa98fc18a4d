"""What the model thought of each word of a document that it has read, asked for later."""

from __future__ import annotations

from redact.recognise.grids import View, grids
from redact.recognise.model.views import chance, likely, read
from redact.recognise.readings import readings
from tests.recognise.model.model_factory import model
from tests.recognise.recognise_factory import table_document, text_document


def _read(view: View) -> View:
    list(read(model(), [view]))
    return view


def _view(text: str) -> View:
    document = text_document(text)
    pairs = list(readings(document))
    first = tuple(reading for reading, _ in pairs)
    return View(document, first, tuple(each for _, others in pairs for each in others), tuple(grids(first)))


def test_nothing_is_known_of_what_was_not_read() -> None:
    view = _view("Kayleigh rang.")
    assert chance(view, view.first[0], 0, 8) is None
    assert list(likely(view, 0.0)) == []


def test_the_likeliest_word_of_a_stretch_counts() -> None:
    view = _read(_view("the plan\n\nthen Kayleigh rang."))
    _, second = view.first
    name = chance(view, second, 5, 13)
    assert name is not None
    assert name > 0.5
    assert chance(view, second, 0, 18) == name  # the words around it are no names
    assert (chance(view, second, 0, 4) or 0.0) < 0.5
    assert chance(view, second, 4, 5) == 0.0  # between two words stands none


def test_likely_words_are_given_in_their_own_passages() -> None:
    view = _read(_view("the plan\n\nthen Kayleigh rang.\n\nVesey left"))
    found = [(each.text[start:end], odds > 0.5) for each, start, end, odds in likely(view, 0.5)]
    assert found == [("Kayleigh", True), ("Vesey", True)]


def test_cells_are_found_by_their_own_readings() -> None:
    document = table_document([["the plan", "Kayleigh"], ["Vesey", "plan"]])
    pairs = list(readings(document))
    view = _read(View(document, tuple(reading for reading, _ in pairs), (), ()))
    assert [each.text for each, _, _, _ in likely(view, 0.5)] == ["Kayleigh", "Vesey"]
