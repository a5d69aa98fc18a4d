"""Files that are built to hurt: each ends with its own error, and with no word of the document in it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redact import guard
from redact.errors import Damaged, Hostile, LimitReached, PasswordNeeded, RedactError
from redact.formats import pdf
from redact.values.text import Document, Part
from tests.formats.pdf import hostile_factory as hostile
from tests.formats.pdf.pdf_factory import changed, drawn, lines, prose, read, read_as_a_task, texts

NAME = "Kayleigh Ashdown"


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (hostile.garbage, Damaged, "not a PDF that can be opened"),
        (hostile.page_tree_loop, Damaged, "not a PDF that can be opened"),
        (lambda: hostile.huge_page_count(5_001), LimitReached, "more than 5,000 pages"),
        (hostile.inflating_pdf, Hostile, "inflates"),  # 1 MB to 1 GB
        (hostile.nested_flate, Hostile, "inflates"),  # 3 KB to 1 GB
        (hostile.packed_objects_bomb, Hostile, "inflates"),  # before qpdf inflates it
        (hostile.many_tj, LimitReached, "20 MB of drawing"),
        (lambda: hostile.many_tj(600_000), LimitReached, "200,000 characters"),
        (hostile.form_fan_out, Hostile, "draws more than 20,000"),
        (hostile.recursive_form, Hostile, "draws itself"),
        (hostile.deep_forms, LimitReached, "12 deep"),
    ],
)
def test_it_is_refused(make: Callable[[], bytes], error: type[RedactError], words: str) -> None:
    with pytest.raises(error, match=words) as caught:
        read(make())
    assert type(caught.value) is error
    assert caught.value.remedy


@pytest.mark.parametrize("make", [hostile.bfrange_bomb, hostile.scattered_letters])
def test_it_is_read(make: Callable[[], bytes]) -> None:
    assert read(make()).passages  # pdfminer takes minutes for either; pdfium does not mind


def test_five_thousand_pages_are_read() -> None:
    document = read(hostile.huge_page_count(5_000))
    assert document.pages == 5_000
    assert texts(document)[-1] == "The panel read entry 5000 of the chronology."
    assert document.gaps == ()


def test_the_guard_gives_back_the_document_and_the_error() -> None:
    told: list[int] = []
    data = drawn(prose, prose)
    document = guard.run(read_as_a_task, data, progress=lambda done, _: told.append(done))
    assert isinstance(document, Document)
    assert document == read(data)
    assert told == [1, 2]
    with pytest.raises(Hostile, match="draws itself"):
        guard.run(read_as_a_task, hostile.recursive_form())


def test_two_page_counts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    monkeypatch.setattr(pypdfium2.PdfDocument, "__len__", lambda self: 3)
    with pytest.raises(Hostile, match="different numbers of pages"):
        read(drawn(prose))


def encrypted(user: str, owner: str) -> bytes:
    how = pikepdf.Encryption(user=user, owner=owner)
    return changed(drawn(lines([f"about {NAME} today"])), lambda opened: None, encryption=how)


def test_a_password_is_needed_and_opens() -> None:
    data = encrypted("open sesame", "owner")
    with pytest.raises(PasswordNeeded, match="the file is encrypted") as caught:
        read(data)
    assert "--password-file" in caught.value.remedy
    with pytest.raises(PasswordNeeded, match="does not open"):
        read(data, password="wrong")
    for password in ("open sesame", "owner"):
        document = read(data, password=password)
        assert texts(document) == [f"about {NAME} today"]
        assert document.gaps == ()


def test_an_owner_password_alone_hinders_nobody() -> None:
    assert texts(read(encrypted("", "owner"))) == [f"about {NAME} today"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.4\n", True),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", True),  # bytes before it are allowed, and reported
        (b"x" * 2_000 + b"%PDF-1.4\n", False),
        (b"PK\x03\x04", False),
        (b"", False),
    ],
)
def test_recognises(data: bytes, expected: bool) -> None:
    assert pdf.recognises(data) is expected


def sample() -> bytes:
    def change(opened: pikepdf.Pdf) -> None:
        opened.docinfo["/Author"] = NAME
        opened.attachments["a.txt"] = b"words"
        with opened.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(NAME, 0))

    return changed(drawn(lines([NAME]), prose), change, qdf=True, static_id=True)


SAMPLE = sample()


def reads_or_refuses(data: bytes) -> None:
    try:
        outcome = repr(read(data))
    except RedactError as error:
        outcome = repr(error.args)
    assert "Kayleigh" not in outcome


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(SAMPLE)))
def test_a_truncated_file_ends_in_a_document_or_an_error(length: int) -> None:
    reads_or_refuses(SAMPLE[:length])


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
def test_a_mutated_file_ends_in_a_document_or_an_error(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLE)
    for place, value in changes:
        data[place] = value
    reads_or_refuses(bytes(data))


TOKENS = [
    b"/Kids",
    b"/Contents",
    b"/Count",
    b"/Resources",
    b"/Font",
    b"/Length",
    b"/Names",
    b"/First",
    b"/Type",
]
VALUES = [b"true", b"-1", b"(x)", b"<<>>", b"[]", b"1 0 R", b"99 0 R", b"/X", b"[[[[]]]]", b"9999999999"]


@settings(max_examples=90, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(TOKENS), st.sampled_from(VALUES))
def test_values_of_another_type_end_in_a_document_or_an_error(token: bytes, value: bytes) -> None:
    with pikepdf.open(io.BytesIO(SAMPLE)) as opened:
        made = pikepdf.Object.parse(value) if b" R" not in value else opened.Root
        for one in [*opened.objects, opened.trailer]:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream) and token.decode() in one:
                if token == b"/Length":
                    continue
                one[token.decode()] = made
        buffer = io.BytesIO()
        try:
            opened.save(buffer, fix_metadata_version=False)
        except (pikepdf.PdfError, TypeError, ValueError):
            return
    reads_or_refuses(buffer.getvalue())


def test_a_report_from_libreoffice_has_no_gap(tmp_path: Path) -> None:
    import docx

    report = docx.Document()
    report.sections[0].header.paragraphs[0].text = "Overview report: Child J"
    report.add_heading("Overview report", 0)
    for title in ("Introduction", "The family", "Findings"):
        report.add_heading(title, 1)
        for _ in range(6):
            report.add_paragraph(
                "The panel met and considered what each agency had written about the child. " * 4
            )
        report.add_paragraph("a point of a list", style="List Bullet")
    table = report.add_table(rows=2, cols=2)
    table.style = "Table Grid"
    for number, words in enumerate(("Mother", NAME, "Health visitor", "Jane Tarn")):
        table.cell(number // 2, number % 2).text = words
    source = tmp_path / "report.docx"
    report.save(str(source))
    document = read(converted(source))
    assert document.gaps == ()
    assert texts(document, Part.HEADER) == ["Overview report: Child J"]
    assert [one.text for one in document.passages if one.heading_level] == [
        "Overview report",
        "Introduction",
        "The family",
        "Findings",
    ]
    cells = [(one.text, one.location.cell) for one in document.passages if one.location.part is Part.TABLE]
    assert cells == [("Mother", (1, 1)), (NAME, (1, 2)), ("Health visitor", (2, 1)), ("Jane Tarn", (2, 2))]
    beside = {one.location.part for one in document.passages} - {Part.BODY, Part.HEADER, Part.TABLE}
    assert beside <= {Part.OUTLINE}


def converted(source: Path) -> bytes:
    """Convert a document to a pdf with LibreOffice under a profile of its own."""
    office = shutil.which("soffice")
    if office is None:
        import os

        if os.environ.get("CI"):
            pytest.fail("LibreOffice is not installed")
        pytest.skip("LibreOffice is not installed")
    folder = source.parent
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(".pdf").read_bytes()
