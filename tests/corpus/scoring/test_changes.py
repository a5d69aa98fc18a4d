from __future__ import annotations

import pytest

from corpus.scoring.browser import browser_of
from corpus.scoring.changes import Example, changes, examples, from_bytes, in_words, to_bytes
from corpus.scoring.counting import held_case
from corpus.scoring.values import Hit
from tests.corpus.scoring.scored import hit, mention, read, told

TEXT = "Aoife <rang> Kayleigh & left.\nThe Core Group met."
NAME, CHECK = hit(TEXT, "Kayleigh"), hit(TEXT, "Kayleigh", "ask")
WRONG = hit(TEXT, "Core Group", "ask", score=0.35)


def _run(*hits: Hit, text: str = TEXT) -> tuple[Example, ...]:
    return examples(held_case((told(text, mention(text, "Kayleigh")),), (read(*hits),)))


@pytest.mark.parametrize(
    ("last", "now", "said"),
    [
        ([], [NAME], ["gained"]),
        ([], [CHECK], ["gained"]),
        ([NAME], [], ["lost"]),
        ([CHECK], [], ["lost"]),
        ([CHECK], [NAME], ["raised"]),
        ([NAME], [CHECK], ["lowered"]),
        ([NAME], [NAME], []),
        ([], [WRONG], ["new false finding"]),
        ([WRONG], [], ["false finding gone"]),
        ([WRONG], [WRONG], []),
        ([WRONG], [NAME], ["gained", "false finding gone"]),
    ],
)
def test_two_runs_are_compared(last: list[Hit], now: list[Hit], said: list[str]) -> None:
    assert [change.what for change in changes(_run(*last), _run(*now))] == said


def test_a_line_that_moved_is_the_same_line_and_a_new_one_is_not_compared() -> None:
    moved = "Another line.\n" + TEXT
    assert changes(_run(NAME), _run(text=moved)) == ()  # another document: it has another name here
    document = told(TEXT, mention(TEXT, "Kayleigh"))
    again = told(moved, mention(moved, "Kayleigh"))
    again = type(again)(**{**again.as_json(), "document": document.document, "mentions": again.mentions})
    now = examples(held_case((again,), (read(),)))
    assert [change.what for change in changes(_run(NAME), now)] == ["lost"]


def test_equal_lines_are_told_apart() -> None:
    text = "Kayleigh rang.\nKayleigh rang."
    second = mention(text, "Kayleigh")
    second = type(second)(
        (15, 23), *[getattr(second, name) for name in ("label", "who", "role", "form")], False
    )
    case = (told(text, mention(text, "Kayleigh"), second),)
    both = examples(held_case(case, (read(Hit(0, 8, "block", "PERSON", 1.0)),)))
    assert [one.came for one in both] == ["name", "missed"]
    assert len({one.key for one in both}) == 2


def test_a_change_is_told_in_its_sentence() -> None:
    (line,) = in_words(changes(_run(), _run(NAME)))
    assert line.startswith("gained")
    assert line.endswith("Aoife <rang> [[Kayleigh]] & left.")


def test_what_is_kept_comes_back() -> None:
    run = _run(NAME, WRONG)
    assert from_bytes(to_bytes(run, "digest")) == run


def test_the_browser_shows_errors_and_nothing_else_and_says_what_it_is() -> None:
    page = browser_of(_run(CHECK, WRONG))
    assert "All text here is invented" in page
    assert "<mark>Core Group</mark>" in page
    assert "<mark>Kayleigh</mark>" not in page
    assert page.count("<li ") == 1
    page = browser_of(_run())
    assert "Aoife &lt;rang&gt; <mark>Kayleigh</mark> &amp; left." in page
    assert "http" not in page.replace("http-equiv", "")
    assert '<html lang="en-GB">' in page
    assert "<form hidden>" in page  # without script there is nothing to filter with
