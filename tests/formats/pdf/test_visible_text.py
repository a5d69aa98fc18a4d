"""What a reader sees on the pages of a pdf: P1 and P2 of the catalogue, in paragraphs, with its place."""

from __future__ import annotations

from functools import partial

import pytest
from reportlab.pdfgen.canvas import Canvas

from redact.values.text import Location, Pages, Part
from tests.formats.pdf.pdf_factory import (
    PROSE,
    drawn,
    lines,
    news,
    operators,
    other_readings,
    prose,
    read,
    texts,
)

NAME = "Kayleigh"
LONG = "The health visitor wrote in the record that the mother had"


def glyphs(word: str, order: list[int]) -> str:
    return "".join(f"1 0 0 1 {72 + 9 * index} 720 Tm ({word[index]}) Tj " for index in order)


def turned(angle: float, *rows: str) -> object:
    def draw(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        lines(rows, x=0, y=0)(canvas)

    return draw


@pytest.mark.parametrize(
    "draw",
    [
        lines([f"about {NAME} today"]),  # as it should be
        operators("(Kay) Tj (leigh) Tj"),  # split over two operators
        operators("[(Kay) -20 (lei) 30 (gh)] TJ"),  # kerned
        operators(glyphs(NAME, list(range(8)))),  # each letter on its own
        operators(glyphs(NAME, list(range(7, -1, -1)))),  # the last letter first
        operators(glyphs(NAME, [3, 0, 5, 1, 7, 2, 6, 4])),  # in no order
        operators(
            "[(K) -800 (a) -800 (y) -800 (l) -800 (e) -800 (i) -800 (g) -800 (h)] TJ"
        ),  # letters wide apart
        operators("[(about Kay) -290 (leigh today)] TJ"),  # a kern that looks like a space
        operators(
            "[(h) 1300 (g) 1200 (i) 1000 (e) 1300 (l) 1000 (y) 1300 (a) 1450 (K)] TJ", x=300
        ),  # backwards in one operator
        lines(list(NAME)),  # one letter under the other
        turned(90, f"about {NAME} today"),  # up
        turned(270, f"about {NAME} today"),  # down
        turned(180, f"about {NAME} today"),  # upside down
        turned(37, f"about {NAME} today"),  # askew
        lines([f"{LONG} met Kay-", "leigh in town"]),  # hyphenated over a line end
        lines([f"{LONG} met Kay\u00ad", "leigh in town"]),  # with a soft hyphen
    ],
)
def test_a_name_is_read_however_it_is_set(draw: object) -> None:
    document = read(drawn(draw))  # type: ignore[arg-type]
    found = [text for text in [*texts(document), *news(document)] if NAME in text]
    assert found
    assert document.gaps == ()
    assert document.passages[0].location.page == 1


def test_a_paragraph_is_one_passage() -> None:
    document = read(
        drawn(lines([LONG, "been seen with Kayleigh", "Ashdown at the nursery in the"], pitch=14))
    )
    assert texts(document) == [f"{LONG} been seen with Kayleigh\nAshdown at the nursery in the"]


def test_lines_set_wide_apart_are_one_paragraph() -> None:
    rows = [LONG] * 8
    assert texts(read(drawn(lines(rows, pitch=28)))) == [" ".join(rows)]


def test_paragraphs_are_parted_where_the_gap_says_so() -> None:
    def draw(canvas: Canvas) -> None:
        lines([LONG, LONG, LONG])(canvas)
        lines([LONG, LONG, LONG], y=640)(canvas)

    assert len(texts(read(drawn(draw)))) == 2


def test_a_line_end_in_the_wide_stays_a_line_end() -> None:
    rows = ["Name: Jordan Ashdown", "School: Hillside", LONG + " been seen"]
    assert texts(read(drawn(lines(rows)))) == ["\n".join(rows)]


@pytest.mark.parametrize(
    ("end", "start", "expected", "breaks"),
    [
        ("Kay-", "leigh", "Kayleigh", 3),  # a broken word, or a double name: both readings are kept
        ("Ashdown-", "Tarn", "AshdownTarn", 7),  # a double name
        ("and -", "so", "and - so", None),  # a dash is no hyphen
    ],
)
def test_hyphens_at_line_ends(end: str, start: str, expected: str, breaks: int | None) -> None:
    (passage,) = read(drawn(lines([f"{LONG} {end}", f"{start} in town and then went on"]))).passages
    assert passage.text == f"{LONG} {expected} in town and then went on"
    assert passage.breaks == ((len(LONG) + 1 + breaks,) if breaks else ())


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"{number} left column words of the panel" for number in range(6)]
    right = [f"{number} right column words of the panel" for number in range(6)]

    def by_row(canvas: Canvas) -> None:
        for number in range(6):
            canvas.drawString(72, 700 - 14 * number, left[number])
            canvas.drawString(330, 700 - 14 * number, right[number])

    def by_column(canvas: Canvas) -> None:
        lines(left, y=700)(canvas)
        lines(right, x=330, y=700)(canvas)

    for draw in (by_row, by_column):
        assert texts(read(drawn(draw))) == [" ".join(left), " ".join(right)]


def test_a_name_over_the_end_of_a_column_is_read_together() -> None:
    def draw(canvas: Canvas) -> None:
        lines([LONG[:40]] * 5 + [f"{LONG[:28]} Kayleigh"])(canvas)
        lines([f"Ashdown {LONG[:28]}"] + [LONG[:40]] * 5, x=330)(canvas)

    readings = [one for one in other_readings(read(drawn(draw))) if "Kayleigh Ashdown" in one.text]
    assert readings


@pytest.mark.parametrize(
    ("end", "start", "text", "focus"),
    [
        ("met Kayleigh", "Ashdown in town", "Kayleigh Ashdown", " "),  # a name over the page turn
        ("met Kay-", "leigh in town", "met Kayleigh in town", "Kayleigh"),  # a word over the page turn
    ],
)
def test_over_a_page_turn(end: str, start: str, text: str, focus: str) -> None:
    def page(number: int, first: str, last: str) -> object:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, 800, "Confidential draft")
            lines([first, LONG, LONG, last])(canvas)
            canvas.drawString(290, 30, f"Page {number}")

        return draw

    pages = [page(1, LONG, f"{LONG} {end}"), page(2, f"{start} and", LONG), page(3, LONG, LONG)]
    document = read(drawn(*pages))  # type: ignore[arg-type]
    (reading,) = [one for one in other_readings(document) if text in one.text]
    assert [reading.text[first:last] for first, last in reading.focus] == [focus]
    assert reading.location.page == 1
    assert all(one.text[cut - 3 : cut] == "Kay" for one in [reading] for cut in one.breaks)


def test_the_head_of_a_table_is_no_running_header_and_a_table_of_nothing_else_is() -> None:
    def page(canvas: Canvas, rows: list[tuple[str, str]]) -> None:
        for x in (60, 200, 400):
            canvas.line(x, 800, x, 800 - 20 * len(rows))
        for number, row in enumerate(rows):
            canvas.line(60, 800 - 20 * number, 400, 800 - 20 * number)
            canvas.drawString(64, 786 - 20 * number, row[0])
            canvas.drawString(204, 786 - 20 * number, row[1])
        canvas.line(60, 800 - 20 * len(rows), 400, 800 - 20 * len(rows))
        lines([f"Of {rows[-1][1]} and what came after it."], y=500)(canvas)

    head = ("Date", "What was seen")
    seen = ["a bruise", "nobody", "the house", "a dog", "the school"]
    read_ = read(drawn(*(partial(page, rows=[head, ("1 May", what)]) for what in seen)))
    assert [one.text for one in read_.passages if one.location.part is Part.TABLE].count("Date") == 5
    assert not [one for one in read_.passages if one.repeated]
    read_ = read(drawn(*(partial(page, rows=[("Board", "In confidence")]) for _ in seen)))
    assert [one.text for one in read_.passages if one.repeated] == ["Board\tIn confidence"]


def test_running_lines_are_known_and_nothing_of_them_is_lost() -> None:
    def page(number: int) -> object:
        def draw(canvas: Canvas) -> None:
            canvas.drawString(72, 800, "Overview report: Child J")
            lines([LONG] * 20)(canvas)
            canvas.drawString(72, 40, f"Page {number} of 4")

        return draw

    document = read(drawn(*[page(number) for number in range(1, 5)]))  # type: ignore[arg-type]
    assert texts(document, Part.HEADER) == ["Overview report: Child J"]
    assert texts(document, Part.FOOTER) == [f"Page {number} of 4" for number in range(1, 5)]
    running = [one for one in document.passages if one.location.part in (Part.HEADER, Part.FOOTER)]
    assert all(one.repeated for one in running)
    assert [one.location.page for one in running] == [1, 1, 2, 3, 4]
    assert len(texts(document)) == 4


def test_a_line_that_stands_in_a_margin_once_is_body() -> None:
    document = read(drawn(lines(["Kayleigh Ashdown"], y=800), prose, prose))
    assert texts(document)[0] == "Kayleigh Ashdown"
    assert texts(document, Part.HEADER) == []


def test_headings() -> None:
    def draw(canvas: Canvas) -> None:
        for y, size, font, rows in (
            (780, 24, "Helvetica", ["Overview report"]),
            (740, 16, "Helvetica", ["Introduction"]),
            (700, 12, "Helvetica-Bold", ["1.2 The family"]),
            (670, 12, "Helvetica", [LONG] * 3),
            (560, 16, "Helvetica", ["Findings"]),
            (530, 12, "Helvetica", [LONG] * 3),
        ):
            canvas.setFont(font, size)
            lines(rows, y=y)(canvas)

    document = read(drawn(draw))
    assert [(one.text[:15], one.heading_level, one.headings) for one in document.passages] == [
        ("Overview report", 1, ()),
        ("Introduction", 2, ("Overview report",)),
        ("1.2 The family", 4, ("Overview report", "Introduction")),
        (LONG[:15], None, ("Overview report", "Introduction", "1.2 The family")),
        ("Findings", 2, ("Overview report",)),
        (LONG[:15], None, ("Overview report", "Findings")),
    ]


def test_a_ruled_table_is_read_by_cells() -> None:
    def draw(canvas: Canvas) -> None:
        lines([PROSE[:60]], y=760)(canvas)
        canvas.grid([72, 200, 330, 460], [600, 650, 700])
        for column, word in enumerate(("Name", "Role", "Age")):
            canvas.drawString(76 + 129 * column, 680, word)
        lines(["Kayleigh Marie", "Ashdown"], x=76, y=640)(canvas)
        lines(["Mother of the", "child"], x=205, y=640)(canvas)
        lines([PROSE[60:120]], y=560)(canvas)

    document = read(drawn(draw))
    cells = [(one.text, one.location) for one in document.passages if one.location.part is Part.TABLE]
    assert [(text.replace("\n", " "), where.cell) for text, where in cells] == [
        ("Name", (1, 1)),
        ("Role", (1, 2)),
        ("Age", (1, 3)),
        ("Kayleigh Marie Ashdown", (2, 1)),
        ("Mother of the child", (2, 2)),
    ]
    assert {(where.page, where.block) for _, where in cells} == {(1, 1)}
    assert texts(document) == [PROSE[:60], PROSE[60:120]]


def test_joined_cells_are_one() -> None:
    def draw(canvas: Canvas) -> None:
        for x0, y0, x1, y1 in (
            (72, 700, 332, 700),
            (72, 670, 332, 670),
            (72, 640, 332, 640),
            (72, 640, 72, 700),
            (332, 640, 332, 700),
            (202, 640, 202, 670),  # the upper two cells have no rule between them
        ):
            canvas.line(x0, y0, x1, y1)
        canvas.drawString(150, 680, "Name of the mother")
        canvas.drawString(76, 650, "Tarn")
        canvas.drawString(206, 650, "Ashdown")

    found = [(one.text, one.location.cell) for one in read(drawn(draw)).passages]
    assert found == [("Name of the mother", (1, 1)), ("Tarn", (2, 1)), ("Ashdown", (2, 2))]


def test_a_table_without_rules_is_read_in_rows() -> None:
    def draw(canvas: Canvas) -> None:
        for row, (label, value) in enumerate((("Mother", "Jane Tarn"), ("Father", "Adam Tarn"))):
            canvas.drawString(72, 700 - 14 * row, label)
            canvas.drawString(200, 700 - 14 * row, value)

    assert texts(read(drawn(draw))) == ["Mother\tJane Tarn\nFather\tAdam Tarn"]


def test_a_drop_cap_begins_its_word() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 40)
        canvas.drawString(72, 690, "K")
        canvas.setFont("Helvetica", 12)
        lines(["ayleigh Ashdown was seen at the nursery", "on the day after the visit"], x=105, y=710)(canvas)

    document = read(drawn(draw))
    assert news(document) == ["Kayleigh"]


def test_a_sideways_page_is_read_like_any_other() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(560, 60)
        canvas.rotate(90)
        canvas.grid([0, 200, 400], [400, 440, 480])
        lines(["Mother"], x=4, y=450)(canvas)
        lines(["Kayleigh Ashdown"], x=204, y=450)(canvas)
        lines([LONG, f"{LONG} gone"], x=0, y=300)(canvas)

    document = read(drawn(draw))
    assert [text.replace("\n", " ") for text in texts(document)] == [f"{LONG} {LONG} gone"]
    assert [
        (one.text, one.location.cell) for one in document.passages if one.location.part is Part.TABLE
    ] == [
        ("Mother", (1, 1)),
        ("Kayleigh Ashdown", (1, 2)),
    ]


def test_letters_beyond_the_basic_plane_keep_their_places() -> None:
    from redact.formats.pdf.lines import Word, _whole_characters

    text, words = _whole_characters("\ud83d\ude00 Kay", [Word(0, 2, 0, 9), Word(3, 6, 12, 30)])
    assert text == "\U0001f600 Kay"
    assert [text[word.start : word.end] for word in words] == ["\U0001f600", "Kay"]


def test_the_file_name_is_read() -> None:
    passage = read(drawn(prose), name="Kayleigh Ashdown.pdf").passages[-1]
    assert (passage.text, passage.location.part, passage.apart) == (
        "Kayleigh Ashdown.pdf",
        Part.FILE_NAME,
        True,
    )


def test_pages_are_exact_and_counted() -> None:
    told: list[tuple[int, int | None]] = []
    document = read(
        drawn(prose, lambda canvas: None, prose), progress=lambda done, total: told.append((done, total))
    )
    assert (document.pages, document.paging) == (3, Pages.EXACT)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert document.gaps == ()  # a blank page is blank
    assert [one.location for one in document.passages if not one.apart] == [
        Location(Part.BODY, page=1, block=1),
        Location(Part.BODY, page=3, block=2),
    ]


def test_other_readings_are_no_part_of_the_text() -> None:
    document = read(drawn(operators("(K) Tj 30 0 Td (a) Tj 30 0 Td (y) Tj"), prose))
    assert "Kay" in news(document)
    assert "Kay" not in document.text()
    assert document.text().startswith("K a y\nThe panel")
