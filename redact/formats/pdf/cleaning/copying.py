"""The steps from a pdf to its publication copy, and the reasons for giving none."""

from __future__ import annotations

import hashlib
import struct
import zlib
from dataclasses import replace
from typing import Any

from redact.errors import Damaged, LimitReached
from redact.formats.building import DocumentBuilder, Progress, Request
from redact.formats.pdf.cleaning.accounting import hidden_left, removed, standing
from redact.formats.pdf.cleaning.assembling import Assembled, assemble
from redact.formats.pdf.cleaning.covering import covered_by_annotations, seen_annotations
from redact.formats.pdf.cleaning.extractors import still_there
from redact.formats.pdf.cleaning.flattening import undrawn_values
from redact.formats.pdf.cleaning.looking import (
    look_different,
    say_different,
    with_fields_drawn,
    without_replacements,
)
from redact.formats.pdf.contents import Contents, pages
from redact.formats.pdf.opening import Opened, open_pdf
from redact.formats.pdf.reading import read_pdf
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal, Removed
from redact.values.text import Document, Format, Location, Part

__all__ = ["clean_pdf"]

_SAVE_AGAIN = "Open it in the program that made it, save it as a new PDF there, and clean that file."
_HONEST_WAYS = (
    "Clean the Word document that it was made from, with --pdf; or make a PDF of pictures of its pages, "
    "with --pictures."
)
_PRINT_IT = "Print it to a new PDF from the program that shows it, and clean that file."
_WRONG_SHAPE = (TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError, RuntimeError)
_UNDECODED = (struct.error, zlib.error)


def clean_pdf(content: bytes, request: Request, options: CleaningOptions) -> Cleaned | Refusal:
    """Make the copy of a pdf, or say why there is none.

    Raises PasswordNeeded, Damaged, Hostile and LimitReached as its reader does.
    """
    import pikepdf

    try:
        return _clean(content, request, options)
    except RecursionError:
        raise LimitReached("the file is nested deeper than any report", _SAVE_AGAIN) from None
    except (pikepdf.PdfError, pikepdf.DataDecodingError, *_WRONG_SHAPE, *_UNDECODED):
        raise Damaged(
            "the file is damaged: a part of it is not what its place asks for", _SAVE_AGAIN
        ) from None


def _clean(content: bytes, request: Request, options: CleaningOptions) -> Cleaned | Refusal:
    opened = open_pdf(content, request.password)
    measure = Contents()
    for number, page, resources in pages(opened.pdf):
        measure.look_through(page, resources, number)
    refused = _decisions(opened.pdf, fields_are_drawn=options.as_pictures)
    if refused is not None:
        return refused
    steps = _Steps(request.progress, opened.pages)
    before = _read(content, request, steps.of(0))
    if options.as_pictures:
        from redact.formats.pdf.cleaning.picturing import picture_copy

        copy = picture_copy(opened, options.title, steps.of(1))
        return _account(copy, before, request, options, steps, lost=_undrawn(opened.pdf))
    refused = _covering(opened, before)
    if refused is not None:
        return refused
    made = _assembled(opened, options, steps.of(1))
    if isinstance(made, Refusal):
        return made
    lost = sum(seen_annotations(page) for _, page, _ in pages(opened.pdf))
    return _account(made.content, before, request, options, steps, lost=_lost(lost), uncut=made.uncut)


class _Steps:
    """Reports three rounds over the pages as one: reading, copying, reading the copy.

    Whoever runs this in a guard grants time for each page that is done.
    """

    def __init__(self, progress: Progress, pages: int) -> None:
        self._progress = progress
        self._pages = pages

    def of(self, number: int) -> Progress:
        """Give the reporter of one round, counted from 0."""
        return lambda done, _: self._progress(number * self._pages + done, 3 * self._pages)


def _read(content: bytes, request: Request, progress: Progress) -> Document:
    builder = DocumentBuilder(
        replace(request, progress=progress), sha256=hashlib.sha256(content).hexdigest(), format=Format.PDF
    )
    return read_pdf(content, builder)


# ---------------------------------------------------------------- reasons for giving no copy


def _decisions(pdf: Any, *, fields_are_drawn: bool) -> Refusal | None:
    """Find what a person has to decide first: marks that were never applied, values that are not drawn."""
    import pikepdf

    marks: list[Removed] = []
    for number, page, _ in pages(pdf):
        annotations = page.get("/Annots")
        every = list(annotations) if isinstance(annotations, pikepdf.Array) else []
        if count := sum(one.get("/Subtype") == "/Redact" for one in every):
            where = Location(Part.ANNOTATION, "P8", number)
            marks.append(Removed(where, count, "marks for redaction that were never applied"))
    if marks:
        return Refusal(
            "words are marked for redaction and are still in the file",
            "Apply the redaction in the program that set it, or take the marks away, and clean that file.",
            tuple(marks),
        )
    values = () if fields_are_drawn else _undrawn(pdf)
    if pdf.Root.get("/NeedsRendering") is True:
        values += (Removed(Location(Part.FORM_FIELD, "P22"), 1, "forms that another program has to draw"),)
    if values:
        return Refusal("what the form says is not drawn in the file", _PRINT_IT, values)
    return None


def _undrawn(pdf: Any) -> tuple[Removed, ...]:
    counts = ((number, undrawn_values(page)) for number, page, _ in pages(pdf))
    return tuple(
        Removed(Location(Part.FORM_FIELD, "P22", number), count, "filled fields without a drawing")
        for number, count in counts
        if count
    )


def _covering(opened: Opened, before: Document) -> Refusal | None:
    """Refuse where an annotation covers something: without it, that would be seen."""
    words = [entry for entry in hidden_left(before) if entry.location.place == "P7"]
    numbers = {entry.location.page for entry in words}
    words += [
        Removed(Location(Part.UNDER_A_BOX, "P7", number), 1, "annotations that cover what is drawn")
        for number in covered_by_annotations(opened.data, opened.pdf)
        if number not in numbers
    ]
    if not words:
        return None
    return Refusal("annotations cover what is still in the file", _HONEST_WAYS, tuple(words))


def _assembled(opened: Opened, options: CleaningOptions, progress: Progress) -> Assembled | Refusal:
    """Build the copy; its pages look and say what they did, but for text that was never seen."""
    reference = with_fields_drawn(opened.data)
    for leave_out_beyond in (True, False):
        made = assemble(opened.pdf, title=options.title, leave_out_beyond=leave_out_beyond)
        different = look_different(reference, made.content, progress)
        if not different:
            break
    else:
        return _changed(different, "pages that would not look as before")
    reference = without_replacements(reference)
    silent = say_different(reference, made.content, made.thinned)
    if silent:
        return _changed(silent, "pages that would not say what they said")
    left = still_there(reference, made.content, made.thinned)
    return _changed(left, "pages from which words could not be left out") if left else made


def _changed(numbers: tuple[int, ...], what: str) -> Refusal:
    return Refusal(
        "the pages cannot be carried over as they are",
        _HONEST_WAYS,
        tuple(Removed(Location(Part.BODY, "P1", number), 1, what) for number in numbers),
    )


# ---------------------------------------------------------------- the account


def _account(
    copy: bytes,
    before: Document,
    request: Request,
    options: CleaningOptions,
    steps: _Steps,
    *,
    lost: tuple[Removed, ...],
    uncut: int = 0,
) -> Cleaned | Refusal:
    """Read the copy and say what is gone; refuse one in which words are left that are not seen."""
    after = _read(copy, replace(request, password=None), steps.of(2))
    left = hidden_left(after)
    kept: tuple[Removed, ...] = ()
    if options.as_pictures:
        pages_with_words = sum(entry.location.place == "P12" for entry in left)
        if pages_with_words:
            what = "pages whose words, as they are seen, lie unseen over the picture"
            kept = (Removed(Location(Part.HIDDEN_TEXT, "P12"), pages_with_words, what),)
        left = tuple(entry for entry in left if entry.location.place != "P12")
    if left:
        return Refusal("words that are not seen are in the file", _HONEST_WAYS, left)
    stays = standing(after)
    if uncut:
        what = "pictures that keep parts which are not seen"
        stays += (Removed(Location(Part.IMAGE, "P29"), uncut, what),)
    return Cleaned(
        Format.PDF,
        copy,
        removed(before, after),
        kept=kept,
        standing=stays,
        lost=lost,
        made=frozenset({options.title} if options.title else ()),
    )


def _lost(count: int) -> tuple[Removed, ...]:
    if not count:
        return ()
    return (Removed(Location(Part.ANNOTATION, "P19"), count, "annotations that are drawn on the pages"),)
