"""The one way by which a reader makes a Document: passages in reading order, gaps and traces.

It numbers passages and blocks, keeps the headings above the place that is being read, and stops a file
whose text is longer than any report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from redact.errors import LimitReached
from redact.values.fingerprint import document_id, fingerprint
from redact.values.text import Document, Format, Gap, Location, Pages, Part, Passage, Region, Trace

__all__ = ["DocumentBuilder", "Progress", "Request", "no_progress"]

# Pages read so far, and pages in all where that is known. A page of a docx is 3,000 characters of text.
Progress = Callable[[int, int | None], None]

MAX_CHARACTERS = 30_000_000  # 5,000 pages of 6,000 characters


def no_progress(_done: int, _total: int | None) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a reader is told about the file: its own name, the run's secret, a password if there is one.

    `converted` is a Word document that LibreOffice made of it, for a format that is read so; `ocr` the reader
    of pictures to use (see `formats.ocr.engine`), or None. `written_as` and `line` are for a rewriter that
    sets a file anew: the name that the new file will have, and what each page of it is to say above its text.
    """

    name: str = field(repr=False)
    secret: bytes = field(repr=False)
    password: str | None = field(default=None, repr=False)
    progress: Progress = field(default=no_progress, repr=False)
    depth: int = 0  # how many files this one is inside of
    converted: bytes | None = field(default=None, repr=False)
    ocr: str | None = None
    written_as: str = field(default="", repr=False)
    line: str = ""


class DocumentBuilder:
    """Collects what a reader reads. Call `passage` and `gap` in reading order, then `build` once."""

    def __init__(self, request: Request, *, sha256: str, format: Format) -> None:
        self.request = request
        self._sha256 = sha256
        self._format = format
        self._id = document_id(request.secret, sha256)
        self._passages: list[Passage] = []
        self._gaps: list[Gap] = []
        self._traces: list[Trace] = []
        self._blocks: Counter[Part] = Counter()
        self._headings: list[tuple[int, str]] = []
        self._characters = 0

    @property
    def format(self) -> Format:
        """The format that is being read; one reader may serve two."""
        return self._format

    @property
    def count(self) -> int:
        """The number of passages that were added until now; the last one's id ends in it."""
        return len(self._passages)

    def next_block(self, part: Part) -> int:
        """Number the next paragraph or table of `part`, from 1."""
        self._blocks[part] += 1
        return self._blocks[part]

    def passage(
        self,
        text: str,
        location: Location,
        *,
        lead: str = "\n",
        heading_level: int | None = None,
        regions: tuple[Region, ...] = (),
        focus: tuple[tuple[int, int], ...] = (),
        breaks: tuple[int, ...] = (),
        repeated: bool = False,
        apart: bool = False,
        under_headings: bool = False,
    ) -> None:
        """Add one passage; a text of nothing but white space is left out.

        Args:
            lead: the text between the passage before and this one, in the document's whole text.
            heading_level: 1-based level when the passage is itself a heading.
            under_headings: whether the headings read so far stand above it (body and tables).
        """
        if not text.strip():
            return
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            raise LimitReached(
                f"the file holds more than {MAX_CHARACTERS:,} characters of text",
                "Split it into parts, and check each of them.",
            )
        if heading_level is not None:
            self._headings = [entry for entry in self._headings if entry[0] < heading_level]
        self._passages.append(
            Passage(
                id=f"{self._id}:{len(self._passages) + 1}",
                text=text,
                location=location,
                lead=lead,
                headings=tuple(title for _, title in self._headings) if under_headings else (),
                heading_level=heading_level,
                regions=tuple(sorted(regions, key=lambda region: (region.start, region.end))),
                focus=focus,
                breaks=breaks,
                repeated=repeated,
                apart=apart,
            )
        )
        if heading_level is not None:
            self._headings.append((heading_level, " ".join(text.split())))

    def file_name(self) -> None:
        """Add the file's own name as a passage: names of children stand in file names."""
        self.passage(self.request.name, Location(Part.FILE_NAME, "D70"), apart=True)

    def gap(self, location: Location, what: str, remedy: str, content: bytes) -> None:
        """Report something that is in the file and could not be read.

        Args:
            what: our own words for it, lower case, no full stop, nothing of the document.
            remedy: what a person can do, as an order.
            content: the bytes that were not read (of a picture, its decoded pixels); none for the file.
        """
        print_ = fingerprint(self.request.secret, "gap", [location.part.value, what, self._of_what(content)])
        self._gaps.append(Gap(location, what, remedy, print_))

    def trace(self, location: Location, what: str, content: bytes) -> None:
        """Report something that a reader of the file does not see, besides the text that was read from it.

        Args:
            location: with its id of the catalogue of hiding places.
            what: our own words for it, lower case, no full stop, nothing of the document.
            content: the bytes it is made of.
        """
        print_ = fingerprint(
            self.request.secret, "trace", [str(location.place), what, self._of_what(content)]
        )
        self._traces.append(Trace(location, what, print_))

    def _of_what(self, content: bytes) -> bytes:
        """Give what a fingerprint is of; where no bytes can be named, the whole file.

        Else a decision on one document would count for every other of the case.
        """
        return content or self._sha256.encode("ascii")

    def build(self, *, pages: int | None = None, paging: Pages = Pages.NONE, tail: str = "\n") -> Document:
        """Close the document."""
        return Document(
            self._id,
            self._sha256,
            self._format,
            tuple(self._passages),
            tuple(self._gaps),
            pages,
            paging,
            tail,
            tuple(self._traces),
        )
