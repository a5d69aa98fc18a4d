"""Wordings of rules: whole words, any endings, gaps; in headings slips of the pen."""

from __future__ import annotations

import pytest

from redact.judge.phrases import close, compile_phrase, compile_phrases, words_of

# Wording, text, the words that it is found in.
MATCHES = [
    ("terms of reference", "The Terms of Reference were agreed.", "terms of reference"),
    ("term of reference", "The terms of reference were agreed.", None),  # whole words
    ("recommend*", "It recommended this.", "recommended"),
    ("child's wishes", "The child\u2019s wishes.", "childs wishes"),  # of a word processor
    ("children's services", "Childrens Services rang.", "childrens services"),  # as often typed
    ("multi-agency", "A multi\u2011agency meeting.", "multi agency"),
    ("multi agency", "A multi-agency meeting.", "multi agency"),
    ("parent/carer views", "The carer views it so.", "carer views"),
    (
        "parents ... contributed",
        "The parents, asked in May, contributed.",
        "parents asked in may contributed",
    ),
    ("parents ... contributed", "Parents contributed.", "parents contributed"),
    ("parents ... contributed", "Parents a b c d e f g h i contributed.", None),  # nine words
    ("outcome/result*", "The results count.", "results"),
    ("caf\u00e9", "The CAFE\u0301 shut.", "caf\u00e9"),  # folded
    ("...", "anything", None),  # nothing is wanted
]


@pytest.mark.parametrize(("wording", "text", "found"), MATCHES)
def test_a_wording_is_found_on_whole_folded_words(wording: str, text: str, found: str | None) -> None:
    words = words_of(text)
    place = compile_phrase(wording).search(words)
    assert (None if place is None else " ".join(words[slice(*place)])) == found


def test_every_place_of_a_wording_is_found() -> None:
    assert compile_phrase("a b").everywhere(words_of("a b a b b a b")) == [(0, 2), (2, 4), (5, 7)]


# What is wanted, what stands there, whether it will do.
WORDS = [
    ("methodology", "methodolgy", True),
    ("recommendations", "recommendation", True),
    ("agencies", "agency", True),
    ("analysis", "analyses", True),
    ("learned", "learnt", True),
    ("methodology", "methods", False),  # another word needs a wording of its own
    ("facts", "acts", False),
    ("scope", "score", False),  # of short words every letter counts
    ("conclusion", "inclusion", False),
    ("involvement", "environment", False),
    ("recommend*", "recommended", True),
]


@pytest.mark.parametrize(("wanted", "word", "same"), WORDS)
def test_a_slip_of_the_pen_in_a_heading_is_forgiven(wanted: str, word: str, same: bool) -> None:
    assert close(wanted, word) is same


@pytest.mark.parametrize(
    ("wording", "heading", "found"),
    [
        ("terms of reference", "Term of Referance and scope", (0, 3)),
        ("scope ... review", "The scope of this review", (1, 5)),
        ("scope ... review", "Scope", None),
        ("family background", "Background of the family", None),
        ("#", "Number", None),  # no word at all
    ],
)
def test_a_wording_is_found_nearly_in_a_heading(
    wording: str, heading: str, found: tuple[int, int] | None
) -> None:
    assert compile_phrase(wording).search_nearly(words_of(heading), close) == found


def test_a_phrase_knows_whether_it_denies_by_itself() -> None:
    own, plain = compile_phrases(("has never been involved", "involved"))
    assert (own.denies, plain.denies) == (True, False)


def test_a_phrase_of_one_form_is_known_by_its_letters() -> None:
    assert [compile_phrase(one).joined for one in ("due date", "due/end date", "due*")] == ["duedate", "", ""]
