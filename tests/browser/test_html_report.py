"""Both forms of the page in a real browser: what people see, reach, filter and print; nothing else runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from redact.report.as_html import render
from redact.values.text import Part
from tests.browser.chromium import axe_faults, axe_source, browser
from tests.browser.invented_case import write_case
from tests.cli.terminal import redact
from tests.report.html.test_markup import HOSTILE
from tests.report.run_factory import RUNS, DocumentMaker, make_run, many_faults
from tests.report.test_as_html import planted

DOCS = Path(__file__).parents[2] / "docs"
BOTH = pytest.mark.parametrize("show_names", [False, True])
EVERY_RUN = pytest.mark.parametrize("name", RUNS)
NARROW = {"width": 320, "height": 800}
WIDE = {"width": 1100, "height": 900}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    with browser() as opened:
        yield opened


class Opened:
    """One page that was opened from disk, and what it asked for and complained of."""

    def __init__(self, chromium: Any, path: Path, **options: Any) -> None:
        self.context = chromium.new_context(**{"viewport": WIDE, **options})
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.address = path.as_uri()
        self.page.goto(self.address)


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Any]:
    """Open a run as a page; the contexts are closed at the end."""
    made: list[Opened] = []

    def open_(run: Any, *, show_names: bool, **options: Any) -> Opened:
        path = tmp_path / f"report {len(made)}.html"
        path.write_bytes(render(run, show_names=show_names).encode("utf-8"))
        made.append(Opened(chromium, path, **options))
        return made[-1]

    yield open_
    for one in made:
        one.context.close()


@BOTH
@EVERY_RUN
def test_axe_finds_no_fault(name: str, show_names: bool, opened: Any) -> None:
    source = axe_source()
    one = opened(RUNS[name](), show_names=show_names)
    assert axe_faults(one.page, source) == []
    one.page.set_viewport_size(NARROW)
    assert axe_faults(one.page, source) == []


def test_axe_would_find_a_fault(opened: Any) -> None:
    source = axe_source()
    one = opened(many_faults(), show_names=False)
    one.page.evaluate("document.documentElement.removeAttribute('lang')")
    assert [fault.partition(":")[0] for fault in axe_faults(one.page, source)] == ["html-has-lang"]


@BOTH
@EVERY_RUN
def test_nothing_is_loaded_and_nobody_complains(name: str, show_names: bool, opened: Any) -> None:
    one = opened(RUNS[name](), show_names=show_names)
    assert one.requests == [one.address]
    assert one.complaints == []


@BOTH
@pytest.mark.parametrize("name", ["many-faults", "several", "told-together"])
def test_a_narrow_screen_scrolls_only_downwards(name: str, show_names: bool, opened: Any) -> None:
    one = opened(RUNS[name](), show_names=show_names, viewport=NARROW)
    assert one.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@BOTH
@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_a_document_run_nothing(words: str, show_names: bool, opened: Any) -> None:
    one = opened(planted(words), show_names=show_names)
    assert one.complaints == []
    assert one.requests == [one.address]
    assert one.page.evaluate("document.querySelectorAll('img, svg, iframe, [onerror], [onload]').length") == 0


def test_the_policy_would_stop_what_came_in_all_the_same(opened: Any) -> None:
    one = opened(many_faults(), show_names=True)
    one.page.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.owned = 1';
            document.body.append(script);
            const image = document.createElement('img');
            image.src = 'http://127.0.0.1:9/owned.png';
            document.body.append(image);
        }"""
    )
    one.page.wait_for_function("document.images[0].complete")
    assert one.page.evaluate("window.owned === undefined")
    assert sum("Content Security Policy" in words for words in one.complaints) == 2


def test_without_script_everything_can_be_read(opened: Any) -> None:
    with_script = opened(many_faults(), show_names=True)
    without = opened(many_faults(), show_names=True, java_script_enabled=False)
    for selector in ("tr[data-who]", "mark[data-who]", ".passage"):
        seen = with_script.page.locator(selector).count()
        assert seen > 0
        assert without.page.locator(selector).filter(visible=True).count() == seen
    assert without.page.locator("#filters").filter(visible=True).count() == 0
    assert with_script.page.locator("#filters").filter(visible=True).count() == 1


@BOTH
def test_what_was_left_alone_opens_without_script_and_lies_open_on_paper(
    show_names: bool, opened: Any
) -> None:
    page = opened(RUNS["explained"](), show_names=show_names, java_script_enabled=False).page
    reason = page.get_by_text("Its check fails.")
    assert not reason.is_visible()
    page.get_by_text("Show 3 places, each with its reason").click()
    assert reason.is_visible()
    page.get_by_text("Show 3 places, each with its reason").click()
    assert not reason.is_visible()
    pdf = pypdfium2.PdfDocument(page.pdf())
    text = " ".join(" ".join(one.get_textpage().get_text_range() for one in pdf).split())
    pdf.close()
    assert "Its check fails." in text
    assert ("Wintersett 960123" in text) is show_names


def test_the_filters_show_one_person_one_kind_and_what_was_found(opened: Any) -> None:
    page = opened(many_faults(), show_names=True).page
    rows, marks = "tr[data-who]", "mark[data-who]:not(.off)"
    assert page.locator("#filter-who option").all_inner_texts()[-1] == "[postcode 1] ZZ99 3VZ"
    page.get_by_label("Person or thing").select_option("[person 2] Ottoline Marchbanks")
    assert page.locator(rows).filter(visible=True).count() == 1
    assert set(page.locator(f"{marks} bdi").all_inner_texts()) == {"Ottoline Marchbanks"}
    assert page.locator("#filter-status").inner_text() == "6 of 15 marked places are shown."
    page.get_by_label("Person or thing").select_option("")
    page.get_by_label("Kind").select_option("phone number")
    assert page.locator(f"{marks} bdi").all_inner_texts() == ["01632 960123"]
    page.get_by_label("only paragraphs with a finding").check()
    assert page.locator(".passage").filter(visible=True).count() == 1
    page.get_by_label("Kind").select_option("")
    page.get_by_label("only paragraphs with a finding").uncheck()
    assert page.locator("#filter-status").inner_text() == "15 of 15 marked places are shown."


def test_the_keyboard_reaches_the_answer_first_and_sees_where_it_is(opened: Any) -> None:
    page = opened(many_faults(), show_names=True).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    outline = "getComputedStyle(document.activeElement).outlineStyle + document.activeElement.tagName"
    assert page.evaluate(outline).startswith("solid")


def test_a_place_leads_to_its_mark(opened: Any) -> None:
    page = opened(many_faults(), show_names=True).page
    page.locator("tr[data-who=phone-number-1] a").click()
    assert page.locator("mark:target bdi").inner_text() == "01632 960123"


@BOTH
def test_on_paper_every_place_is_there(show_names: bool, opened: Any, tmp_path: Path) -> None:
    maker = DocumentMaker()
    for number in range(1, 13):
        maker.add("{Ottoline Marchbanks} rang.", Part.FOOTNOTE, block=number)
    page = opened(make_run([maker]), show_names=show_names, java_script_enabled=False).page
    pdf = pypdfium2.PdfDocument(page.pdf())
    text = " ".join(" ".join(one.get_textpage().get_text_range() for one in pdf).split())
    pdf.close()
    assert [number for number in range(1, 13) if f"footnote {number} " not in f"{text} "] == []
    assert ("This page contains real names." in text) is show_names
    assert "Show only" not in text


@pytest.mark.parametrize(("width", "head"), [(1100, True), (320, False)])
def test_a_narrow_screen_names_each_column_in_its_cell(width: int, head: bool, opened: Any) -> None:
    page = opened(RUNS["told-together"](), show_names=False, viewport={"width": width, "height": 800}).page
    table = page.locator("table.facts").first
    assert table.locator("thead").is_visible() is head
    cell = table.locator("tbody td:not(.empty)").first
    assert cell.locator(".column").is_visible() is not head
    assert ("document 2.docx: near" in " ".join(cell.inner_text().split())) is not head


def test_exactness_is_told_apart_without_colour(opened: Any) -> None:
    page = opened(RUNS["told-together"](), show_names=False).page
    frame = "name => getComputedStyle(document.querySelector(`.legend .${name}`)).borderStyle"
    assert page.evaluate(f"['exact', 'near', 'broad'].map({frame})") == ["solid", "dashed", "dotted"]


def test_the_filters_hide_nothing_that_belongs_to_no_one_person(opened: Any) -> None:
    page = opened(RUNS["told-together"](), show_names=True).page
    asked = page.get_by_text("The documents together tell so much that somebody can be known.")
    assert asked.is_visible()
    assert page.locator("table.facts").first.is_visible()


def test_on_paper_every_fact_and_everybody_is_there(opened: Any) -> None:
    page = opened(RUNS["told-together"](), show_names=False, java_script_enabled=False).page
    pdf = pypdfium2.PdfDocument(page.pdf())
    text = " ".join(" ".join(one.get_textpage().get_text_range() for one in pdf).split())
    pdf.close()
    for words in ("document 3.docx", "words of the press", "a professional: weight 9", "A quotation."):
        assert words in text


def test_the_pictures_of_the_documentation(chromium: Any, tmp_path: Path) -> None:
    """Look at the demo as a user does. REDACT_WRITE_SCREENSHOTS=1 stores what is seen in docs/."""
    assert redact("demo", "demo", cwd=tmp_path).status == 0
    document = sorted((tmp_path / "demo").rglob("*.docx"))[0].relative_to(tmp_path)
    for name, options in (("report", []), ("report-with-names", ["--show-names", "--yes-show-names"])):
        written = tmp_path / f"{name}.html"
        arguments = ("check", document, "--format", "html", "-o", written, *options)
        assert redact(*arguments, cwd=tmp_path).status == 1
        one = Opened(chromium, written, viewport={"width": 1100, "height": 1300})
        try:
            heading = one.page.locator("h1").inner_text()
            if options:  # the text is what this form adds; the warning stays above it
                one.page.locator("#document-1-text").evaluate("heading => heading.scrollIntoView()")
                warning = one.page.locator(".banner.names").bounding_box()
                assert 0 <= warning["y"] < 50
            picture = one.page.screenshot()
        finally:
            one.context.close()
        assert heading == "Not ready to be published"
        _keep(name, picture)


def test_the_pictures_of_facts_that_identify_together(chromium: Any, tmp_path: Path) -> None:
    """Look at an invented case of three papers as a user does; stored as the others are."""
    papers = write_case(tmp_path)
    asked = ("--edition", "wt2015", "--only", "jigsaw", "--format", "html")
    ordinary, named = tmp_path / "ordinary.html", tmp_path / "named.html"
    assert redact("check", *papers, *asked, "-o", ordinary).status == 1
    assert redact("check", *papers, *asked, "-o", named, "--show-names", "--yes-show-names").status == 1
    for name, written, width in (
        ("together", ordinary, 1100),
        ("together-narrow", ordinary, 320),
        ("together-with-names", named, 1100),
    ):
        one = Opened(chromium, written, viewport={"width": width, "height": 1300})
        try:
            heading = one.page.locator("#identify")
            heading.evaluate("heading => heading.scrollIntoView()")
            shown = heading.locator("..").inner_text()
            assert one.page.evaluate("document.documentElement.scrollWidth") <= width
            picture = one.page.screenshot()
        finally:
            one.context.close()
        assert ("Ellerwick" in shown) is (written is named)
        assert "The family: weight" in shown
        _keep(name, picture)


def _keep(name: str, picture: bytes) -> None:
    assert picture.startswith(b"\x89PNG")
    if os.environ.get("REDACT_WRITE_SCREENSHOTS") == "1":
        (DOCS / f"{name}.png").write_bytes(picture)
        assert (DOCS / f"{name}.png").read_bytes().startswith(b"\x89PNG")
