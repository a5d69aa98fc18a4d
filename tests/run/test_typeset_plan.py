"""What is planned for in a PDF: what is set, whole paragraphs, and names where readings differ."""

from __future__ import annotations

import pytest

from redact.errors import WrongType
from redact.run.typeset_plan import Whole
from redact.values.anonymising import Claim, Plan, Replaced
from redact.values.edits import Edit
from redact.values.text import Document, Format, Location, Part, Passage, Region, Span


def passage(number: int, text: str, page: int = 1, **more: object) -> Passage:
    location = more.pop("location", Location(Part.BODY, page=page, block=number))
    return Passage(f"d:{number}", text, location, **more)  # type: ignore[arg-type]


def reading(number: int, of: Passage, text: str, focus: tuple[int, int]) -> Passage:
    return Passage(f"d:{number}", text, of.location, focus=(focus,), apart=True)


def document(*passages: Passage) -> Document:
    return Document("d", "0" * 64, Format.PDF, passages, ())


def claim(*spans: Span, name: bool = True) -> Claim:
    return Claim(spans, "hmac:0", name, person=True, cleared=False)


def edits_back(whole: Whole, span: Span) -> list[tuple[Span, str]]:
    made = Plan((Replaced(Edit(span, "Parent 1", "a name"), "p1", "Parent 1"),))
    return [(one.edit.span, one.edit.replacement) for one in whole.back(made).replaced]


ENDS = passage(1, "It was Anneke")
FOOTER = passage(2, "page 1", location=Location(Part.FOOTER, page=1, block=1))
GOES_ON = passage(4, "Hartwell who rang.", 2)
OVER = reading(3, ENDS, "It was Anneke Hartwell who rang.", (13, 14))


def test_a_paragraph_over_a_page_is_planned_whole_and_parted_again() -> None:
    whole = Whole(document(ENDS, FOOTER, OVER, GOES_ON))
    assert whole.document.passages[0].text == "It was Anneke Hartwell who rang."
    assert [one.text for one in whole.document.passages if not one.apart][1:] == ["page 1"]
    # found in the second reading, or in the second passage: both have their place
    (found,) = whole.claims([claim(Span("d:3", 7, 22))])
    assert found.spans == (Span("d:1", 7, 22),)
    (found,) = whole.claims([claim(Span("d:4", 0, 8))])
    assert found.spans == (Span("d:1", 14, 22),)
    assert edits_back(whole, Span("d:1", 7, 22)) == [
        (Span("d:1", 7, 13), "Parent 1"),
        (Span("d:4", 0, 9), ""),
    ]
    assert edits_back(whole, Span("d:1", 14, 22)) == [(Span("d:4", 0, 8), "Parent 1")]


def test_a_hyphen_at_the_end_of_a_page_goes_with_the_name() -> None:
    ends = passage(1, "It was Anneke Hart-")
    over = reading(2, ends, "It was Anneke Hartwell rang.", (14, 22))
    whole = Whole(document(ends, over, passage(3, "well rang.", 2)))
    assert whole.document.passages[0].text == "It was Anneke Hartwell rang."
    assert edits_back(whole, Span("d:1", 7, 22)) == [
        (Span("d:1", 7, 19), "Parent 1"),
        (Span("d:3", 0, 5), ""),
    ]


def test_what_is_not_set_is_not_asked_about() -> None:
    hidden = passage(1, "Seen. Anneke", regions=(Region(6, 12, Part.HIDDEN_TEXT, "P9"),))
    author = passage(2, "Anneke", location=Location(Part.PROPERTY, "P17"))
    whole = Whole(document(hidden, author))
    assert whole.claims([claim(Span("d:1", 6, 12)), claim(Span("d:2", 0, 6))]) == []
    assert len(whole.claims([claim(Span("d:1", 0, 12))])) == 1  # a part of it is seen


def test_letters_that_stand_apart_are_brought_back() -> None:
    own = passage(1, "It was A n n e k e.")
    whole = Whole(document(own, reading(2, own, "It was Anneke.", (7, 13))))
    (found,) = whole.claims([claim(Span("d:2", 7, 13))])
    assert found.spans == (Span("d:1", 7, 18),)


def test_a_name_in_words_that_read_in_two_orders_is_refused() -> None:
    own = passage(1, "Hartwell rang Anneke")
    whole = Whole(document(own, reading(2, own, "Anneke Hartwell rang", (0, 20))))
    with pytest.raises(WrongType) as refused:
        whole.claims([claim(Span("d:2", 0, 15))])
    assert "page 1" in refused.value.what
    assert "artwell" not in str(refused.value)
    assert whole.claims([claim(Span("d:2", 0, 15), name=False)]) == []


def test_a_document_of_another_format_is_as_it_is() -> None:
    word = Document("d", "0" * 64, Format.DOCX, (ENDS, OVER, GOES_ON), ())
    whole = Whole(word)
    assert whole.document is word
    claims = [claim(Span("d:3", 7, 22))]
    assert whole.claims(claims) is claims
