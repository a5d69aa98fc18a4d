"""What the name model says of places, bodies and dates, and where it gives way to others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.recognise import model_dates, model_organisations, model_places
from redact.recognise.claims import FollowUpRecogniser, Recogniser
from redact.recognise.finding import find_mentions
from redact.recognise.model import reading
from redact.recognise.model.labels import CLASSES
from redact.recognise.model.reading import NameModel, Window
from redact.recognise.model.shipped import Shipped
from redact.values.people import Label, Standing
from redact.values.text import Document, Format, Location, Part
from tests.recognise.model.model_factory import NOTHING, VOCABULARY
from tests.recognise.recognise_factory import RULES, table_document, text_document, text_of

Answers = dict[str, tuple[str, float]]


def _model(answers: Answers, person: float = 0.0) -> NameModel:
    """A model that knows words by their first piece: what it takes each for, how sure, how much a person."""
    known = {
        VOCABULARY.words(word)[0].pieces[0]: (CLASSES.index(name), odds)
        for word, (name, odds) in answers.items()
    }

    def graph(window: Window) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        odds = np.zeros((1, window.pieces.shape[1], len(CLASSES)), np.float32)
        odds[0, :, NOTHING] = 1.0
        for at, piece in enumerate(window.pieces[0].tolist()):
            if piece in known:
                place, chance = known[piece]
                odds[0, at, place] = chance
                odds[0, at, CLASSES.index("B-PER")] = person
                odds[0, at, NOTHING] = 1.0 - chance - person
        return odds

    return NameModel(VOCABULARY, graph, Shipped({}, {}))


@pytest.fixture
def knows(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def use(answers: Answers, person: float = 0.0) -> None:
        made = _model(answers, person)
        monkeypatch.setattr(reading, "name_model", lambda: made)

    return use


def _found(
    document: Document, recogniser: FollowUpRecogniser, others: Sequence[Recogniser] = ()
) -> list[tuple[str, Label, Standing]]:
    return [
        (text_of([document], each), each.label, each.standing)
        for each in find_mentions([document], recognisers=(*others, recogniser))
        if each.evidence.recogniser == recogniser.name
    ]


def test_a_place_of_the_model_is_a_place(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-LOC", 0.9)})
    assert _found(text_document("They left Kay in May."), model_places.RECOGNISER) == [
        ("Kay", Label.PLACE, Standing.PARTICIPANT)
    ]


def test_what_the_model_hardly_holds_for_a_place_is_none(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-LOC", 0.45)})
    assert _found(text_document("They left Kay in May."), model_places.RECOGNISER) == []


def test_a_place_inside_a_claim_of_somebody_else_is_left_to_it(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-LOC", 0.9)})
    document = text_document("They left. Mrs Kay rang.")
    assert _found(document, model_places.RECOGNISER, RULES) == []


def test_a_word_that_has_only_its_look_gives_way_where_no_person_is_likely(
    knows: Callable[..., None],
) -> None:
    knows({"Kay": ("B-LOC", 0.99)})
    document = text_document("On that day the aunt left Kay by bus.")
    labels = [each.label for each in find_mentions([document], recognisers=(*RULES, model_places.RECOGNISER))]
    assert labels == [Label.PLACE]


def test_a_word_that_may_be_a_person_stays_a_person(knows: Callable[..., None]) -> None:
    # A place above all else, and a person more than may be passed over.
    knows({"Kay": ("B-LOC", 0.9)}, person=0.1)
    document = text_document("On that day the aunt left Kay by bus.")
    labels = [each.label for each in find_mentions([document], recognisers=(*RULES, model_places.RECOGNISER))]
    assert labels == [Label.PERSON]


def test_the_town_in_the_name_of_a_board_is_public(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-LOC", 0.9)})
    document = text_document("Kay Borough Council took part.\n\nThey left Kay in May.")
    assert _found(document, model_places.RECOGNISER, RULES) == [("Kay", Label.PLACE, Standing.PUBLIC)]


def test_each_place_of_several_is_one_by_itself(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-LOC", 0.9), "Vesey": ("I-LOC", 0.9), ",": ("I-LOC", 0.9)})
    assert [text for text, *_ in _found(text_document("to Kay, Vesey, then"), model_places.RECOGNISER)] == [
        "Kay",
        "Vesey",
    ]


def test_a_body_of_the_model_is_asked_about_below_all_rules(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-ORG", 0.9), "Vesey": ("I-ORG", 0.9)})
    document = text_document("A letter came from Kay Vesey today.")
    (one,) = find_mentions([document], recognisers=(model_organisations.RECOGNISER,))
    assert (text_of([document], one), one.score < 0.48) == ("Kay Vesey", True)


@pytest.mark.parametrize(
    "text",
    [
        "CAMHS wrote.",  # a short form
        "The Kay Review said so.",  # a writing
        "Kay (2009) said so.",  # cited
        "Supreme Court of Appeal",  # no name among its words
        "The Home Office wrote.",  # known everywhere
        "the Kingdom of Denmark",
    ],
)
def test_what_is_no_body_that_points_at_a_family(text: str, knows: Callable[..., None]) -> None:
    words = [word for word in text.rstrip(".").replace("(", "").replace(")", "").split() if word[0].isupper()]
    knows(dict.fromkeys((*words, "of"), ("I-ORG", 0.9)))
    assert _found(text_document(text), model_organisations.RECOGNISER) == []


def test_a_public_body_of_the_model_stands_as_one(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-ORG", 0.9), "Police": ("I-ORG", 0.9)})
    document = text_document("It was for Kay Police to say.")
    assert _found(document, model_organisations.RECOGNISER) == [
        ("Kay Police", Label.ORGANISATION, Standing.PUBLIC)
    ]


DAYS = [
    ("4.11.12 Police came.", ["4.11.12"]),  # at the start of its line
    ("See 4.11.12 of the plan.", []),  # inside a line it is left to the rules
    ("99.99.12 Police came.", []),  # no day
    ("In March 2009 they left.", []),  # a month
]


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_day_in_figures_counts_at_the_start_of_a_line(
    text: str, expected: list[str], knows: Callable[..., None]
) -> None:
    knows(dict.fromkeys(("4", "11", "12", "99", ".", "March", "2009"), ("I-DATE", 0.95)))
    assert [each for each, *_ in _found(text_document(text), model_dates.RECOGNISER)] == expected


def test_without_a_model_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "name_model", lambda: None)
    document = table_document([["Kay", "Kay Police"], ["4.11.12", "came"]])
    for recogniser in (model_places.RECOGNISER, model_organisations.RECOGNISER, model_dates.RECOGNISER):
        assert _found(document, recogniser) == []


def test_a_link_is_not_read_for_places(knows: Callable[..., None]) -> None:
    knows({"Kay": ("B-LOC", 0.9)})
    builder = DocumentBuilder(Request("", b"test"), sha256="0", format=Format.DOCX)
    builder.passage("Kay", Location(Part.LINK), apart=True)
    assert _found(builder.build(), model_places.RECOGNISER) == []
