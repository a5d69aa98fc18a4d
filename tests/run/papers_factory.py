"""A case with a gate and real files: a Word file of the report, the PDF of it, and the board's response."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from redact.run import case as cases
from redact.run import gate_begin
from redact.run.case_file import CaseFolder
from redact.run.gate_check import Paper
from redact.run.gate_papers import Attached, attach
from redact.values.case import Case
from redact.values.gate_record import PaperPart
from redact.values.judgement import DocumentKind
from redact.values.rules import Edition
from tests.keystore.people import imogen
from tests.run.gate_factory import own
from tests.sessions.papers import lines_of, pdf_of, word_of

__all__ = ["Place", "begun", "overview"]

BUNDLE = "bath-nes-public"


@dataclass(frozen=True)
class Place:
    """The case, the folder of Imogen's identity, and the folder with the files."""

    found: CaseFolder
    own: Path
    files: Path

    def attach(self, *papers: Paper) -> Attached:
        return attach(self.found, imogen(), self.own, papers)

    def report(self, published: str = "report.pdf", source: str | None = "report.docx") -> Paper:
        return Paper(PaperPart.REPORT, self.files / published, self.files / source if source else None)

    def response(self) -> Paper:
        return Paper(PaperPart.RESPONSE, self.files / "response.pdf")


def begun(place: Path) -> Place:
    """Begin a case and its gate, and write the files of which nothing is open."""
    mine = own(place)
    case = Case("K7", Edition.WT2015, "bath-nes", date(2016, 5, 1))
    found = cases.start(place / "K7", case, imogen(), may_check=(), own=mine, with_key=False)
    gate_begin.start(found, imogen())
    files = place / "files"
    files.mkdir()
    word_of(DocumentKind.OVERVIEW, overview(), files / "report.docx")
    pdf_of(DocumentKind.OVERVIEW, overview(), files / "report.pdf")
    pdf_of(DocumentKind.RESPONSE, lines_of(BUNDLE, DocumentKind.RESPONSE), files / "response.pdf")
    return Place(found, mine, files)


def overview(old: str = "", new: str = "") -> list[str]:
    """Give the lines of the report, with some words replaced by others."""
    lines = lines_of(BUNDLE, DocumentKind.OVERVIEW)
    assert sum(line.count(old) for line in lines) == 1 or not old
    return [line.replace(old, new) if old else line for line in lines]
