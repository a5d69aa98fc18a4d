"""The page in its two forms: what it says, what it never says, and that nothing in it can run but our own."""

from __future__ import annotations

import base64
import colorsys
import hashlib
import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.errors import Damaged
from redact.report.as_html import render
from redact.report.as_text import render as render_text
from redact.report.html.markup import clean
from redact.values.checking import CheckRun, KeyUsed
from redact.values.jigsaw import Exactness, Fact, FactKind, Picture, Search, Side, Together, Whom
from redact.values.judgement import Audience, DocumentKind, Edition, Mode, Readiness, Settings
from redact.values.text import Location, Part, Span
from tests.report.case_factory import in_case
from tests.report.html.test_markup import HOSTILE
from tests.report.page_reader import Element, read_page
from tests.report.run_factory import RUNS, SECRETS, DocumentMaker, clean_run, make_run, many_faults

BOTH = pytest.mark.parametrize("show_names", [False, True])
EVERY_RUN = pytest.mark.parametrize("name", RUNS)
STYLE = files("redact.report.html").joinpath("report.css").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", STYLE))
# A colour, the ground that it stands on, and the contrast that WCAG 2.2 asks for at level AA: 4.5 for
# text, 3 for what tells controls and states apart.
PAIRS = [
    *[("ink", ground, 4.5) for ground in ("paper", "ground", "note-ground")],
    *[("soft", ground, 4.5) for ground in ("paper", "ground")],
    *[("link", ground, 4.5) for ground in ("paper", "ground")],
    *[(state, f"{state}-ground", 4.5) for state in ("stop", "ask", "note")],
    *[(state, "paper", 3.0) for state in ("stop", "ask", "note", "link", "line")],
    ("line", "ground", 2.8),  # a border beside the ground of a heading; the words tell the cells apart
]


def page(run: CheckRun, *, show_names: bool = False) -> Element:
    return read_page(render(run, show_names=show_names))


# ------------------------------------------------------------------ what it says


@EVERY_RUN
def test_the_ordinary_page_has_no_word_of_the_documents_and_no_script(name: str) -> None:
    written = render(RUNS[name]())
    assert [secret for secret in SECRETS if secret in written] == []
    assert read_page(written).all("script") == []
    assert "script-src" not in written


@EVERY_RUN
def test_the_page_with_names_says_so_before_anything_else(name: str) -> None:
    root = page(RUNS[name](), show_names=True)
    assert root.all("main")[0].text().startswith("This page contains real names.")
    assert root.all("title")[0].text().startswith("This page contains real names.")


def test_the_page_with_names_shows_the_whole_text_and_nothing_twice() -> None:
    run = many_faults()
    document = run.documents[0].document
    assert document is not None
    shown = [
        one.text(without=("part", "tag", "aside")) for one in page(run, show_names=True).all(class_="passage")
    ]
    assert [passage.text for passage in document.passages] == shown


def test_a_mark_says_in_words_what_it_is() -> None:
    root = page(many_faults(), show_names=True)
    texts = [mark.text() for mark in root.all("mark") if "id" in mark.attributes]
    assert texts[:2] == [
        "Larkrise[person 1] (must be changed)",
        "Ottoline Marchbanks[person 2] (must be changed)",
    ]
    assert "Thistledown Nursery[organisation 1] (to be decided)" in texts
    assert "ZZ99 3VZ[postcode 1] (only noted)" in texts


def test_a_finding_says_what_where_and_what_to_write() -> None:
    root = page(many_faults())
    (row,) = root.all("tr", data_who="person-2")
    assert row.all("th")[0].text() == "[person 2]"
    assert row.all("li")[0].text() == "section 1, paragraph 1, about page 1"
    assert len(row.all("li")) == 6
    section = next(one for one in root.all("section", class_="group") if one.all("tr", data_who="person-2"))
    assert section.all("h4")[0].text() == "The name of a person."
    assert "What to write instead: Write a role or a label" in section.text()


@BOTH
def test_gaps_stand_there_with_their_remedies_and_every_place(show_names: bool) -> None:
    text = page(many_faults(), show_names=show_names).text()
    assert "Could not be read (8 gaps): look at these yourself" in text
    assert "A picture, in which words may stand (7 of them)" in text
    assert "What to do: Replace it by a picture or a table." in text


@BOTH
def test_a_file_that_could_not_be_read_and_a_rule_that_was_not_run_are_said(show_names: bool) -> None:
    text = page(RUNS["several"](), show_names=show_names).text()
    assert "document 2.docx: cannot tell, it was not read" in text
    assert "It could not be read: the file is damaged: it breaks off" in text
    assert "What to do: Open it in Word, save it anew, and check that." in text
    text = page(RUNS["not-run"](), show_names=show_names).text()
    assert "key-names: there is no key to compare with" in text
    assert "I have read the report. (the rulebook)" in text


def test_a_document_that_was_not_judged_is_no_ready_one() -> None:
    run = clean_run()
    run = replace(
        run, documents=(replace(run.documents[0], judgement=None),), readiness=Readiness.CANNOT_TELL
    )
    text = page(run).text()
    assert "document 1.docx: cannot tell, it was not judged" in text
    assert "Cannot tell whether it can be published" in text


@pytest.mark.parametrize(
    ("name", "heading", "line"),
    [
        ("clean", "Ready: no unresolved finding of the rules listed", "Ready: read completely, judged"),
        ("gaps", "Cannot tell whether it can be published", "There is 1 place that could not be read."),
        (
            "many-faults",
            "Not ready to be published",
            "There are 13 places to change (5 different), 1 place to decide about and 8 places",
        ),
        (
            "not-run",
            "Cannot tell whether it can be published",
            "There is 1 rule that could not be run and 1 statement still to be signed.",
        ),
    ],
)  # fmt: skip
def test_the_answer_is_told_in_plain_words(name: str, heading: str, line: str) -> None:
    root = page(RUNS[name]())
    assert root.all("h1")[0].text() == heading
    assert root.all("p", class_="answer")[0].text().startswith(line)
    steps = [step.text() for step in root.all("ol", class_="steps")[0].all("li")]
    assert steps[-1].startswith(
        "Let somebody who knows the case" if name == "clean" else "Check the document again"
    )


@BOTH
@EVERY_RUN
def test_it_says_what_it_rests_on_and_what_was_not_judged_and_never_praises(
    name: str, show_names: bool
) -> None:
    run = replace(
        RUNS[name](), settings=Settings(Edition.WT2015, DocumentKind.OTHER, Audience.PANEL, Mode.ANONYMOUS)
    )
    written = render(run, show_names=show_names)
    text = read_page(written).text()
    for words in (
        "the review panel",
        "wt2015",
        "What was not judged",
        "Not judged",
        "Exit status",
    ):
        assert words in text
    assert not re.search(r"\bsafe|\bclean\b", text.lower())


# ------------------------------------------------------------------ how it is built


@BOTH
@EVERY_RUN
def test_everybody_can_find_their_way(name: str, show_names: bool) -> None:
    root = page(RUNS[name](), show_names=show_names)
    assert root.all("html")[0].attributes["lang"] == "en-GB"
    levels = [int(one.tag[1]) for one in root.below() if re.fullmatch(r"h[1-6]", one.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower <= upper + 1 for upper, lower in pairwise(levels))
    assert all(one.all("caption") and one.all("th", scope="col") for one in root.all("table"))
    assert [len(root.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]
    first = root.all("body")[0].all()[0]
    assert (first.tag, first.attributes["href"]) == ("a", "#main")
    ids = [one.attributes["id"] for one in root.below() if "id" in one.attributes]
    assert sorted(ids) == sorted(set(ids))
    assert {one.attributes["href"] for one in root.all("a")} <= {f"#{id_}" for id_ in ids}
    labelled = {one.attributes["for"] for one in root.all("label")}
    assert {one.attributes["id"] for tag in ("select", "input") for one in root.all(tag)} == labelled


@BOTH
@EVERY_RUN
def test_the_page_loads_nothing_and_runs_only_what_its_policy_names(name: str, show_names: bool) -> None:
    root = page(RUNS[name](), show_names=show_names)
    (policy,) = (one.attributes["content"] for one in root.all("meta", http_equiv="Content-Security-Policy"))
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("style", "script"):
        digests = [
            base64.b64encode(hashlib.sha256(one.text().encode("utf-8")).digest()).decode()
            for one in root.all(tag)
        ]
        assert re.findall(rf"{tag}-src 'sha256-([^']+)'", policy) == digests
        assert all(not one.attributes for one in root.all(tag))
    assert not re.search(r"url\(|@import|https?:", root.all("style")[0].text())
    assert not {"src", "style", "srcset", "action"} & {
        name for one in root.below() for name in one.attributes
    }


def test_only_the_right_colours_stand_on_each_other() -> None:
    for colour, ground, wanted in PAIRS:
        assert contrast(COLOURS[colour], COLOURS[ground]) >= wanted, (colour, ground)
    used = {name for pair in PAIRS for name in pair[:2]}
    assert used == set(COLOURS), "a colour that no pair judges"
    assert re.findall(r"#[0-9a-f]{3,6}\b", STYLE) == list(COLOURS.values()), "a colour that has no name"


def test_the_contrast_of_black_and_white_is_known() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_nothing_is_green() -> None:
    for name, colour in COLOURS.items():
        hue, _, saturation = colorsys.rgb_to_hls(*(part / 255 for part in bytes.fromhex(colour[1:])))
        assert saturation < 0.05 or not 80 <= hue * 360 <= 170, name


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2.2 computes it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [part / 255 for part in bytes.fromhex(colour[1:])]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


# ------------------------------------------------------------------ what others may put into it


def planted(words: str) -> CheckRun:
    """A run that holds the words wherever a value can hold words, ours or a document's."""
    # The factory marks a finding by braces.
    inner = words.replace("{", "(").replace("}", ")") or "x"
    marked = f"{{PERSON:{inner}}}"
    maker = DocumentMaker().add(f"1 {inner}", level=1).add(f"a {marked} b").add(marked, level=2)
    for part in (Part.TABLE, Part.COMMENT, Part.PROPERTY, Part.ANNOTATION):
        maker.add(f"{inner} {marked}", part, cell=(1, 1), inside=Part.FIELD)
    maker.add(marked, Part.FILE_NAME, apart=True)
    maker.gap(words, words, Location(Part.IMAGE))
    run = make_run([maker, None], paths=(words, words), settings=Settings(board=words))
    checked = replace(run.documents[0], kind_because=words)
    broken = replace(run.documents[1], error=Damaged(words, words))
    assert checked.document is not None
    here = Span(checked.document.passages[0].id, 0, 1)
    whom = Whom("child", words, Side.CHILD)
    fact = Fact(FactKind.AGE, Exactness.EXACT, whom, checked.document.id, here, words, words)
    told = Together((Picture(whom, (fact,), 9),), searches=(Search(words, words, (here,)),))
    return replace(run, documents=(checked, broken), together=told)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=40)), st.booleans())
def test_no_words_can_become_anything_but_words(words: str, show_names: bool) -> None:
    root = page(planted(words), show_names=show_names)
    plain = page(planted("words"), show_names=show_names)
    # The same elements with the same attributes, whatever the words: only names of fields in `value` differ.
    assert shape(root) == shape(plain)
    if show_names:
        inner = clean(words.replace("{", "(").replace("}", ")"))
        assert inner in root.all("div", class_="text")[0].text()


def shape(root: Element) -> set[tuple[str, frozenset[str]]]:
    return {(one.tag, frozenset(one.attributes)) for one in root.below()}


# ------------------------------------------------------------------ what was left alone


def test_what_was_left_alone_is_folded_away_with_its_reason_and_its_places() -> None:
    root = page(RUNS["explained"]())
    (folded,) = root.all("details", class_="left-alone")
    assert "open" not in folded.attributes
    assert folded.all("summary")[0].text() == "Show 3 places, each with its reason"
    rows = [
        [cell.text() for cell in row.children if not isinstance(cell, str)]
        for row in folded.all("tbody")[0].all("tr")
    ]
    place = "section 1, paragraph 1, about page 2"
    assert rows[0] == ["identifier", "Its check fails.", place * 2]
    assert rows[1][2] == "section 1, paragraph 2, in a tracked insertion, about page 2"
    assert "Nothing else nearly matched." in root.text()


def test_the_words_of_what_was_left_alone_are_shown_to_the_owner_only() -> None:
    (folded,) = page(RUNS["explained"](), show_names=True).all("details", class_="left-alone")
    assert [one.text() for one in folded.all("bdi")] == ["Pemberwick 01632", "Wintersett 960123", "Zebedee"]
    assert page(RUNS["explained"]()).all("bdi", class_="words") == []


@BOTH
def test_nothing_is_said_of_what_was_left_alone_where_nobody_asked(show_names: bool) -> None:
    assert "left alone" not in page(many_faults(), show_names=show_names).text()


def test_in_a_case_it_says_whether_the_key_was_open() -> None:
    run = in_case(many_faults())
    assert "Who is who" not in render(run)
    assert "told with the key of the case, revision 3" in render(replace(run, key=KeyUsed(3, known=2)))
    closed = replace(run, key=KeyUsed(None, "it is sealed for others"))
    assert "told without the key of the case: it is sealed for others" in render(closed)
    text = render_text(closed)
    assert "labels are judged without the key of the case: it is" in " ".join(text.split())
