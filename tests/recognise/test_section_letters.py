"""Letters of sections, questions and answers, and letters of people at the beginning of lines."""

from __future__ import annotations

import pytest

from redact.recognise.grids import View
from redact.recognise.readings import readings
from redact.recognise.section_letters import section_letters
from tests.recognise.recognise_factory import text_document


def _letters(text: str) -> str:
    document = text_document(text)
    texts = {passage.id: passage.text for passage in document.passages}
    view = View(document, tuple(first for first, _ in readings(document)), (), ())
    return "".join(sorted(texts[passage][at] for passage, at in section_letters(view)))


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A. Household\nB. Reason\nC. Consent", "ABC"),
        ("A. Household\n\nShe came.\n\nB. Reason\n\nD. Consent", "ABD"),  # paragraphs apart, one missing
        ("SECTION G. REFERRER\nSECTION H. CHECKS\nI. DECISION", "GHI"),
        ("(A) Household\n(B) Reason\n(C) Consent", "ABC"),
        ("Q. Was it told?\nA. Staff varied.\nQ. Was it odd?\nA. No.", "AAQQ"),
        ("A. Household\nB. Reason", ""),  # two are too few
        ("A. came\nB. cried\nC. left", ""),  # letters that do something
        ("K. Harte\nB. Vane\nD. Lyle", ""),  # no order
        ("A. Harte came. B. Vane came. C. Lyle came.", ""),  # inside a line
        ("Q. Harte came.\nQ. Vane came.", ""),  # questions without an answer
    ],
)
def test_letters_at_the_beginning_of_lines(text: str, letters: str) -> None:
    assert _letters(text) == letters
