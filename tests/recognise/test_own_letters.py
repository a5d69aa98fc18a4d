"""Letters of known people beside what the name model thinks of them; examples stand with the recogniser."""

from __future__ import annotations

import pytest

from redact.recognise import likely_letters, own_letters
from tests.recognise.recognise_factory import mentions_by

_PEOPLE = "Mother: Tess Oakley\n\nWorker: Sara Webb\n\nFather: Adam Harte\n\n"


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("TO rang the school.", 0.0, ["TO"]),  # a word in capitals among small letters
        ("Letter for TO and for AH.", 0.05, ["TO", "AH"]),
        ("TOLD TO WAIT OUTSIDE BY STAFF", 0.0, []),  # a line in capitals
        ("Ask WHO TO ring.", 0.0, []),  # beside another word in capitals
        ("'AH' stood in the log.", 0.05, ["AH"]),  # in quotes
        ("SW rang the school.", 0.05, []),  # a usual short form
        ("SW rang the school.", 0.3, ["SW"]),  # unless the model thinks of a name
        ("Ms Vesey (SW) and SW Vesey rang.", 0.3, []),  # a post beside a name
        ("AH rang the school.", 0.01, []),  # what the model holds impossible
        ("passed to ah for action", 0.6, ["ah"]),  # small letters, where it takes them for a name
        ("passed to ah for action", 0.3, []),
        ("told to wait", 0.6, []),  # a small word
        ("seen, to rang, not in", 0.9, ["to"]),  # unless it is nearly sure
    ],
)
def test_bare_letters_are_weighed_by_what_the_model_thinks(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: odds)
    found = [covered for covered, _ in mentions_by("own-letters", _PEOPLE + text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("The plan of AH was used.", 0.6, 0.62),  # the model thinks of a name
        ("The plan of AH was used.", 0.4, 0.43),  # it holds one possible only
        ("Action: AH", 0.2, 0.62),  # at a place of initials
        ("12/05 AH", 0.2, 0.62),  # alone behind a date
        ("AH to ring the school.", 0.2, 0.62),  # before a task
        ("The plan of TO was used.", 0.95, 0.62),  # a usual word of which it is sure
        ("The plan of TO was used.", 0.8, 0.43),
        ("TO was told.", 0.6, 0.62),  # it does what somebody does
        ("SW came.", 0.95, 0.43),  # an office, unless it stands alone
        ("SW", 0.95, 0.62),
        ("The plan of SW was used.", 0.99, 0.62),  # unless the model is surer still
        ("The view is TO's own.", 0.6, 0.62),  # it owns something
        ("Harte and KP agreed.", 0.98, 0.62),  # beside a name, whoever they are
        ("She slept. K.P.", 0.98, 0.62),  # who wrote the line
        ("I exhibit my notes as SW/1.", 0.1, 0.62),  # a mark that is called so
        ("AH = adult health\n\nThen AH came.", 0.95, 0.43),  # letters that words explain
        ("passed to ah for action", 0.9, 0.43),  # small letters
        ("Circulated: AH, KP", 0.98, 0.62),  # beside those of somebody known
        ("KP\n\nKP", 0.98, 0.62),  # alone again and again, whoever they are
    ],
)
def test_letters_at_their_places_are_as_good_as_the_name(
    text: str, odds: float, expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: odds)
    assert mentions_by("own-letters", _PEOPLE + text)[-1][1].score == expected


@pytest.mark.parametrize(
    ("person", "letters"),
    [
        ("Mother: Kerry O'Rourke", "KOR"),
        ("Mother: Kerry O'Rourke-Quill", "K. O-Q."),
        ("Mother: Terri-Ann Harte-Quill", "TH"),
        ("Social worker: R. Quill", "RQ"),
        ("Mother: Rosa de Souza", "RD"),
        ("Mother: Rosa van Dijk", "RVD"),
        ("Social worker: QUILL Rosa", "RQ"),
    ],
)
def test_letters_of_parts_of_a_name(person: str, letters: str) -> None:
    assert mentions_by("own-letters", f"{person}\n\nThe plan of {letters} was used.")[0][0] == letters


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("The SW rang the school.", 0.8, []),  # an office with its article
        ("SW rang the school.", 0.8, ["SW"]),
        ("The AH notes were read.", 0.6, ["AH"]),  # what is no short form may have one
        ("Room AH, second floor.", 0.6, []),  # a thing that has letters
        ("He was moved to ward AH.", 0.6, []),
        ("Forms AH and TO are sent.", 0.6, []),
        ("On the ward AH told the nurse.", 0.6, ["AH"]),  # a thing that has none
        ("At core group AH was upset.", 0.6, ["AH"]),
        ("At group AH told them.", 0.6, ["AH"]),  # who acts
    ],
)
def test_letters_of_things_are_nobodys(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: odds)
    assert [covered for covered, _ in mentions_by("own-letters", _PEOPLE + text)] == expected


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("One call, to FP, about the press.", 0.93, ["FP"]),  # whom no document names
        ("One call, to F.P., about the press.", 0.93, ["F.P."]),
        ("One call, to FP, about the press.", 0.89, []),
        ("One call, to FP/7250, about the press.", 0.93, []),  # a number
        ("One call, to SW, about the press.", 0.93, ["SW"]),  # a short form, and of somebody named
        ("One call, to GP, about the press.", 0.93, []),  # a short form of nobody
        ("See log, 34 entries, VM/AH.", 0.93, ["VM", "AH"]),  # beside letters of somebody
        ("See log, 34 entries, VM/ZQ.", 0.85, []),
        ("One van, VM off sick.", 0.995, ["VM"]),  # a short form, of which it is as sure as it ever is
        ("One van, VM off sick.", 0.95, []),
        ("One van, LA off sick.", 0.995, []),  # an office
        ("FP (fuel poverty) was told of.", 0.93, []),
    ],
)
def test_letters_of_nobody_named_are_asked_about_where_the_model_is_nearly_sure(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (own_letters, likely_letters):
        monkeypatch.setattr(
            module, "chance", lambda _, at, start, __: odds if at.text[start].isupper() else 0.0
        )
    found = mentions_by("own-letters", _PEOPLE + text)
    assert [covered for covered, _ in found] == expected


@pytest.mark.parametrize(
    ("text", "odds", "expected"),
    [
        ("no answer at the flat, zq 16.25", 0.9, ["zq"]),  # where hardly any capitals are used
        ("no answer at the flat, z.q. 16.25", 0.9, ["z.q."]),
        ("no answer at the flat, zq 16.25", 0.8, []),
        ("no answer at the flat, hv 16.25", 0.9, []),  # an office
        ("NO ANSWER AT THE FLAT AT ALL AND NOBODY IN IT, zq 16.25", 0.9, []),  # capitals are used
    ],
)
def test_small_letters_of_nobody_named_are_asked_about_in_notes_without_capitals(
    text: str, odds: float, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: 0.0)
    wanted = ("zq", "z.q.", "hv")
    monkeypatch.setattr(
        likely_letters,
        "chance",
        lambda _, at, start, end: odds if at.text[start:end] in wanted else 0.0,
    )
    notes = "Mother: Tess Oakley\n\n" + "mum said there was no food and no heating again today. " * 9 + text
    assert [covered for covered, _ in mentions_by("own-letters", notes)] == expected


def test_a_usual_word_before_a_task_may_be_somebodys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: 0.005)
    text = "Mother: Orla Kane\n\nOK to redraw when his side is known.\n\nThat is OK with all."
    assert [covered for covered, _ in mentions_by("own-letters", text)] == ["OK"]


def test_small_letters_for_a_parent_are_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_letters, "chance", lambda *_: 0.9)
    assert mentions_by("own-letters", "Mother: Mina Oakley\n\nmo said no") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vesey, A.H. (2014) The long wait. London: Marten.", []),  # an author with her letters
        ("Pargeter, J. and Vesey, A.H., 2011. The long wait.", []),
        ("Present: Vesey, A.H., and a nurse.", ["A.H."]),  # no year behind: a list of people
        ("A.H. (born in 1984) lives alone.", ["A.H."]),
        ("Vesey, A.H. and Pargeter, J. (2014) The long wait.", []),
        ("Discussed with Vesey, A.H. was tearful on 12 March 2014.", ["A.H."]),  # no reference
    ],
)
def test_an_authors_letters_are_nobodys_of_the_case(text: str, expected: list[str]) -> None:
    assert [covered for covered, _ in mentions_by("own-letters", _PEOPLE + text)] == expected
