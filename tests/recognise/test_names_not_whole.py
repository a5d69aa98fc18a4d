"""Names that two workers share with a year, without their space, and with the letter of another name."""

from __future__ import annotations

import pytest

from redact.values.people import Standing
from tests.recognise.recognise_factory import mentions_by
from tests.recognise.standing_factory import standings_of

_CASE = "Health visitor: Rosa Quillham\n\nSocial worker: Tom Tamsett\n\nSee Orley and Merovel (2011).\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "Quillham and Tamsett (2002): a model joint visit.",
        "The best thing on the file (Quillham and Tamsett, 2005) was lost.",
        "Quillham & Tamsett (2005) is how the file was first listed.",
    ],
)
def test_two_workers_with_one_year_are_no_authors(text: str) -> None:
    names = ("Quillham", "Tamsett", "Orley", "Merovel")
    for name in names[:2]:
        assert Standing.CITED not in standings_of(_CASE + text, name, names), name
    assert standings_of(_CASE + text, "Orley", names) == {Standing.CITED}


@pytest.mark.parametrize(
    "text",
    [
        "Osgoode and Tamsett (2002) argue that reviews repeat themselves.",
        "As Quillham and Tamsett (2002) argue, reviews repeat themselves.",
        "References\nQuillham, R. and Tamsett, T. (2009). Minding the gap. London: Sage.\n\n"
        "Quillham and Tamsett (2009) argue that reviews repeat themselves.",
    ],
)
def test_authors_with_one_strange_surname_or_a_list_of_references_are_authors(text: str) -> None:
    names = ("Quillham", "Tamsett", "Osgoode", "Orley", "Merovel")
    assert Standing.CITED in standings_of(_CASE + text, "Tamsett", names)


@pytest.mark.parametrize(
    ("recogniser", "text", "expected"),
    [
        ("letters-behind-names", "Mother: Anwen Quillham\n\nHad a quillham i think.", []),
        ("run-together", "t/c from HVQuillham; the GPPractice rang PCOrley2945.", ["Quillham", "Orley"]),
        ("run-together", "DCTAMSETT SATISFIED.", []),
        ("placed-initials", "Comment [CM4]: which one? Comment [UA11]: both", ["CM", "UA"]),
        ("pseudonyms", "Comment [CM4]: which one? CM4 rang.", ["CM4"]),
        ("path-names", "Mother: Anwen Quillham\n\nCAF_AQ_draft.doc and CAF_CP_draft.doc", ["AQ"]),
        ("letters-told", "Scene log AD. The scene log PC Harte kept.", ["AD"]),
    ],
)
def test_names_and_letters_by_their_place(recogniser: str, text: str, expected: list[str]) -> None:
    assert [covered for covered, _ in mentions_by(recogniser, text)] == expected
