"""Bundles as Word documents: headings, tables and headers of real files lead to what the text leads to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement

from redact.formats.building import Request, no_progress
from redact.formats.intake import read_file
from redact.recognise.document_kind import recognise_kind
from redact.values.judgement import Audience, DocumentKind, Edition, Settings
from tests.acceptance.rulebook.bundles import (
    SECRET,
    Fault,
    Reported,
    read,
    report_documents,
    stated,
    with_fault,
)

PANEL = stated(Edition.WT2010B, "bromley", Audience.PANEL)
PUBLIC = stated(Edition.WT2010B, "bromley", Audience.PUBLIC)
_BEGINS = re.compile(r"\[([a-z-]+)\]")


def in_word(text: str, folder: Path, header: str = "") -> list[tuple[DocumentKind, Path]]:
    """Write each document of a bundle as a Word document, all with one header."""
    written: list[tuple[DocumentKind, Path]] = []
    for kind, lines in pieces(text):
        document = docx.Document()
        document.core_properties.author = document.core_properties.comments = ""
        document.core_properties.title = f"The {kind.value} of a review"
        if header:
            document.sections[0].header.paragraphs[0].text = header
        for is_row, group in groupby(lines, lambda line: line.startswith("|")):
            several = list(group)
            if is_row:
                rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in several]
                table = document.add_table(len(rows), len(rows[0]))
                table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
                for row, cells in zip(table.rows, rows, strict=True):
                    for cell, words in zip(row.cells, cells, strict=True):
                        cell.text = words
                continue
            for line in several:
                marks, _, words = line.partition(" ")
                if marks.strip("#"):
                    document.add_paragraph(line)
                else:
                    document.add_heading(words, len(marks))
        written.append((kind, folder / f"{len(written)}.docx"))
        document.save(str(written[-1][1]))
    return written


def pieces(text: str) -> Iterator[tuple[DocumentKind, list[str]]]:
    """Give the documents of a bundle, each with its kind and its lines."""
    lines: list[str] = []
    for line in reversed(text.splitlines()):
        if match := _BEGINS.fullmatch(line):
            yield DocumentKind(match[1]), lines[::-1]
            lines = []
        else:
            lines.append(line)


def reported(written: list[tuple[DocumentKind, Path]], settings: Settings) -> Reported:
    """Read the files and hold the rulebook against them."""
    documents = [read_file(str(path), Request(path.name, SECRET), no_progress) for _, path in written]
    return report_documents(documents, [kind for kind, _ in written], settings)


@pytest.mark.parametrize(("bundle", "settings"), [("bromley-panel", PANEL), ("bromley-public", PUBLIC)])
def test_a_good_bundle_of_word_documents_has_no_fault(
    bundle: str, settings: Settings, tmp_path: Path
) -> None:
    assert reported(in_word(read(bundle), tmp_path), settings).faults == set()


@pytest.mark.parametrize("bundle", ["bromley-panel", "portsmouth-panel", "gov-response-2009-panel"])
def test_the_kind_of_each_word_document_is_recognised(bundle: str, tmp_path: Path) -> None:
    for kind, path in in_word(read(bundle), tmp_path):
        document = read_file(str(path), Request(path.name, SECRET), no_progress)
        assert recognise_kind(document)[0] is kind


@pytest.mark.parametrize(
    ("fault", "header"),
    [
        (Fault("br-42", "# Overview Report\n", "# Overview Report \n"), "DRAFT"),  # on every page, in no text
        (Fault("br-18", "## Terms of reference\nThe panel", "The panel"), ""),
        (Fault("br-34", "| Named Nurse |", "| Mrs Ida Quill |", ("person-name",), "action-plan"), ""),
    ],
)
def test_a_fault_planted_in_a_word_document_is_told(fault: Fault, header: str, tmp_path: Path) -> None:
    written = in_word(with_fault(read("bromley-public"), fault), tmp_path, header)
    assert reported(written, PUBLIC).faults == {fault.under, *fault.others}
