"""Write a Word document anew with other words in some of its passages; all else stays as it is.

What a passage is made of, the reader notes while it reads: a name that is split over runs is written into the
first of them, and the others lose their share. Texts beside the text (a property, a link, an alt text) are
found again by what they say. Only members in which something was written are written anew. What remains:
words in pictures and in embedded files stay, and so does the name of a part.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence

from lxml import etree

from redact.errors import RedactError, WrongType
from redact.formats.building import DocumentBuilder, Request
from redact.formats.word.cleaning.shears import drop
from redact.formats.word.emptying import without_empty
from redact.formats.word.markup import Element, M, W
from redact.formats.word.package import unpack
from redact.formats.word.reading import Reading
from redact.formats.word.retouching import retouch
from redact.formats.word.twins import Twins
from redact.formats.word.unlocking import is_locked
from redact.formats.word.whole import read_texts
from redact.values.edits import Edit, Rewriting
from redact.values.text import Format

__all__ = ["rewrite", "zipped"]

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_STRICT = b"http://purl.oclc.org/ooxml/"
_DATE = (1980, 1, 1, 0, 0, 0)  # of every member: the copy says nothing about when it was made
_TEXTS = frozenset({W + "t", W + "delText", M + "t"})


def rewrite(content: bytes, request: Request, rewritings: Sequence[Rewriting]) -> bytes:
    """Write the document with each rewriting in its place; the same bytes each time.

    Raises:
        WrongType: it is encrypted or of the Strict form; a copy would not be what the document is.
        Damaged, Hostile, LimitReached: as the reader says.
    """
    if is_locked(content):
        raise WrongType(
            "an encrypted document is not rewritten: the copy would lie open",
            "Remove the password in Word first, and mind who can read the file then.",
        )
    package = unpack(content)
    builder = DocumentBuilder(request, sha256=hashlib.sha256(content).hexdigest(), format=Format.DOCX)
    reading, _ = read_texts(package, builder)
    members = dict(package.members)
    if _STRICT in members[reading.parts.main]:
        raise WrongType(
            "a document of the Strict form cannot be rewritten",
            "Save it in Word as an ordinary Word document (.docx), and take that.",
        )
    touched = _write(reading, rewritings)
    for name, root in reading.trees().items():
        if root in touched:
            members[name] = _serialised(root)
    return zipped(members)


def zipped(members: dict[str, bytes]) -> bytes:
    """Pack the members of a document, in their order; the same bytes each time and on every system."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # the same on every system
            archive.writestr(info, content)
    return out.getvalue()


def _write(reading: Reading, rewritings: Sequence[Rewriting]) -> set[Element]:
    """Write all rewritings into the trees. Returns: the roots in which something was written."""
    twins = Twins(reading.trees().values())
    touched: set[Element] = set()
    beside: list[Rewriting] = []
    emptied: list[Element] = []
    for one in rewritings:
        sources = reading.sources.get(one.passage.rpartition(":")[2])
        if sources is None:
            beside.append(one)
            continue
        if "".join(text for text, _ in sources) != one.text:
            raise RedactError("a passage was read otherwise than before")
        root = next((source.getroottree().getroot() for _, source in sources if source is not None), None)
        if root is not None:
            touched.add(root)
        for edit in reversed(one.edits):
            emptied += _write_one(sources, edit)
    in_text = {source for sources in reading.sources.values() for _, source in sources if source is not None}
    touched |= retouch(reading, beside, in_text)
    without_empty(emptied)
    return touched | twins.settle()


def _write_one(sources: Sequence[tuple[str, Element | None]], edit: Edit) -> list[Element]:
    """Write one edit; those behind it in the passage are written already. Returns: emptied texts."""
    left: str | None = edit.replacement
    at = 0
    signs: list[Element] = []
    emptied: list[Element] = []
    for text, source in sources:
        start, end = max(edit.span.start - at, 0), min(edit.span.end - at, len(text))
        at += len(text)
        if start >= end or source is None:
            continue
        if source.tag not in _TEXTS:
            signs.append(source)
            continue
        before = source.text or ""
        source.text = before[:start] + (left or "") + before[end:]
        source.set(_SPACE, "preserve")
        left = None
        if not source.text:
            emptied.append(source)
    if left and signs:  # a name of nothing but signs of a font: a text takes the place of the first
        text_element = signs[0].makeelement(W + "t")
        text_element.text = left
        text_element.set(_SPACE, "preserve")
        signs[0].addprevious(text_element)
    for sign in signs:
        drop(sign)
    return emptied


def _serialised(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
