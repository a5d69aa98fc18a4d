"""A sentence that says that a thing was not done, and one that only has a "not" in it."""

from __future__ import annotations

import pytest

from redact.judge.negation import denied
from redact.judge.phrases import compile_phrase, words_of

DENIED = [
    ("chronology", "A chronology was not produced."),
    ("chronology", "The panel did not receive a chronology."),
    ("chronology", "No chronology was made."),
    ("chronology", "A chronology hasn\u2019t been made."),  # the apostrophe of a word processor
    ("chronology", "The chronology, which every agency had been asked for, was not completed."),
    ("chronology", "The chronology (see page 4) was, however, never agreed."),
    ("chronology", "There is no introduction, chronology, or methodology."),  # one of several
    ("chronology", "No analysis, chronology or action plan was provided."),
    ("chronology", "The agency did not provide an analysis and a chronology."),
    ("chronology", "We were unable to obtain a chronology."),
    ("chronology", "A chronology is to follow."),
    ("chronology", "The chronology will be added later."),
    ("chronology", "The chronology still needs to be written."),
    ("chronology", "Chronology: none."),
    ("chronology", "Chronology: not applicable"),
    ("chronology", "A chronology should have been written."),
    ("chronology", "There is no evidence that a chronology was made."),
    ("chronology", "The chronology is incomplete."),
    ("chronology", "The chronology was left out."),
    ("chronology", "For reasons of confidentiality the chronology has been removed."),
    ("chronology", "A chronology was requested but was not received from the school."),
    ("chronology", "At the time of writing the chronology remained outstanding."),
    ("culture", "The child's identity, culture and religion were not explored."),
    ("family ... involved", "Neither the mother's family nor the father's family was involved."),
    ("parents ... contribute*", "The parents did not wish to contribute."),  # inside the gap
    ("independent author", "The board did not appoint an independent author."),
    ("supervision records", "As nobody was in post, supervision records were not kept."),
    ("interviews", "Interviews did not take place."),
    ("seen alone", "On no occasion was the child seen alone."),
    ("monitored", "It has not been agreed how progress is to be monitored."),
]
SAID = [
    ("chronology", "The chronology was completed by all agencies, although the GP could not attend."),
    ("chronology", "The GP did not attend and a chronology was produced."),
    ("chronology", "In the absence of GP records, the chronology was compiled from letters."),
    ("chronology", "Not having met the family, the author wrote a chronology."),
    ("chronology", "Not only the chronology but the analysis was read."),
    ("chronology", "The panel did not fail to write a chronology."),
    ("chronology", "Without exception, each agency wrote a chronology."),
    ("chronology", "The chronology did not include dates of birth."),
    ("chronology", "The chronology shows that the child was not seen."),
    ("chronology", "The chronology is not an account of every visit."),
    ("chronology", "Progress on the chronology will be monitored by the board."),
    ("independent author", "The independent author was not involved in the case."),
    ("independent author", "The independent author had not worked in the county before."),
    ("independent author", "It was written by an independent author who does not work for the agencies."),
    ("terms of reference", "The panel could not begin until the terms of reference were agreed."),
    ("terms of reference", "The terms of reference do not cover the years before 2008."),
    ("good practice", "The school, whose staff never gave up, is an example of good practice."),
    ("good practice", "There is no doubt that good practice was seen."),
    ("supervision records", "The team had no manager, but supervision records were kept by the trust."),
    ("supervision records", "When there was no manager, supervision records were kept by the trust."),
    ("monitored", "Progress is monitored every three months, and nothing is outstanding."),
    ("action plan", "The agencies have not only written but also begun an action plan."),
]


@pytest.mark.parametrize(
    ("wording", "sentence", "wanted"),
    [(*row, True) for row in DENIED] + [(*row, False) for row in SAID],
)
def test_a_denial_is_told_from_a_mere_not(wording: str, sentence: str, wanted: bool) -> None:
    found = compile_phrase(wording).search(words_of(sentence))
    assert found is not None
    assert denied(sentence, *found) is wanted


def test_a_denial_among_the_words_of_a_phrase_can_be_left_to_it() -> None:
    sentence = "The author had no line management of the worker."
    first, last = compile_phrase("no line management").search(words_of(sentence)) or (0, 0)
    assert denied(sentence, first, last)
    assert not denied(sentence, first, last, inside=False)


def test_numbers_of_words_that_do_not_fit_deny_nothing() -> None:
    assert not denied("No chronology.", 1, 9)
