"""The error browser of the scorer in a real browser: whole without script, filtered with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from corpus.scoring.browser import browser_of
from corpus.scoring.changes import examples
from corpus.scoring.counting import held_case
from tests.browser.chromium import axe_faults, axe_source, browser
from tests.corpus.scoring.scored import hit, mention, read, told

TEXT = 'Aoife <b>rang</b> kayleigh & "left".\nThe Core Group met.'


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


@pytest.fixture
def written(tmp_path: Path) -> Path:
    document = told(
        TEXT, mention(TEXT, "Aoife"), mention(TEXT, "kayleigh", hard=("lower", "word"), heritage="english")
    )
    shown = examples(held_case((document,), (read(hit(TEXT, "Core Group", "ask", score=0.35)),)))
    path = tmp_path / "errors.html"
    path.write_text(browser_of(shown), encoding="utf-8")
    return path


def _quotes(page: Any) -> list[str]:
    return [mark.inner_text() for mark in page.query_selector_all("li:not([hidden]) mark")]


def test_axe_finds_no_fault(chromium: Any, written: Path) -> None:
    source = axe_source()
    page = chromium.new_page()
    page.goto(written.as_uri())
    assert axe_faults(page, source) == []


def test_filters_narrow_what_is_shown(chromium: Any, written: Path) -> None:
    page = chromium.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(written.as_uri())
    assert _quotes(page) == ["Aoife", "kayleigh", "Core Group"]
    page.select_option("select[name=came]", "missed")
    assert _quotes(page) == ["Aoife", "kayleigh"]
    page.select_option("select[name=hard]", "word")  # one of its two marks
    assert _quotes(page) == ["kayleigh"]
    assert page.inner_text("#shown") == "1 of 3 shown"
    page.select_option("select[name=hard]", "")
    page.fill("input[name=words]", "family, irish")
    assert _quotes(page) == ["Aoife"]
    assert complaints == []


def test_without_script_everything_is_there_and_nothing_to_filter_with(chromium: Any, written: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written.as_uri())
    assert _quotes(page) == ["Aoife", "kayleigh", "Core Group"]
    assert not page.is_visible("form")
    assert "All text here is invented" in page.inner_text("main")
    assert page.query_selector_all("blockquote b") == []  # a text is never mark-up
    context.close()
