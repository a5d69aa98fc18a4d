"""Letters that the documents explain by words that are nobody's."""

from __future__ import annotations

import pytest

from redact.recognise.defined_letters import defined_letters, is_explained_here
from redact.recognise.grids import View
from redact.recognise.readings import readings
from tests.recognise.recognise_factory import text_document


def _defined(text: str) -> frozenset[str]:
    document = text_document(text)
    return defined_letters([View(document, tuple(first for first, _ in readings(document)), (), ())])


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("The Team Manager (TM) rang.", "tm"),  # in brackets behind its words
        ("the lead for child protection (CP) was away", "cp"),  # only the last words count
        ("a notice of seeking possession (NOSP)", "nosp"),  # a small word may be one of them
        ("two duty of candour letters [DCL]", "dcl"),  # or be passed over
        ("OM is offender manager; the rest is plain.", "om"),  # said in a sentence
        ("Key: AP, approved premises; CT: cranial tomography", "ap"),  # in a row of several
        ("CT\tcranial tomography", "ct"),  # a table of two columns
    ],
)
def test_letters_that_words_explain(text: str, letters: str) -> None:
    assert letters in _defined(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tilda Mallory (TM) rang.",  # a person's own letters
        "TM is Tilda Mallory.",  # the same, said in a sentence
        "TM = grace mallory",  # a name that is a word too, in small letters
        "The Team Leader (TM) rang.",  # other words than these letters begin
        "Seen by TM, then by the nurse.",  # nothing is explained
        "One call, to FP, from a paper.",  # how the sentence goes on
    ],
)
def test_letters_that_stay_somebodys(text: str) -> None:
    assert _defined(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("TM, team manager", True),  # the first letters of its words
        ("PN\tpostnatal", True),  # letters of one word
        ("TED\tTell, Explain, Describe", True),  # words parted by commas
        ("PLO = Public Law Outline", True),  # a short form of papers
        ("AN = Anwen Nettle", False),  # a name
        ("KMT: Kayleigh-Mae Tarrant", False),  # a name of three words
        ("PN, grace", False),  # a forename
        ("FP, from a paper", False),  # how a sentence goes on
        ("OOH: out of hours", True),  # a small word may begin it, but behind no comma
        ("PN rang postnatal", False),  # not right behind
    ],
)
def test_letters_that_are_explained_where_they_stand(text: str, told: bool) -> None:
    end = next(at for at, letter in enumerate(text) if not letter.isupper())
    assert is_explained_here(text, 0, end) is told
