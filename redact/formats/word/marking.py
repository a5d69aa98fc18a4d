"""Write a working copy of a Word document with a comment at each finding.

A comment holds words of ours and none of the document's. It stands at the paragraph, because Word allows
no comment in a header, a note or a text box: what was found there is said at the first paragraph. The copy
holds everything that the document holds, hidden parts too, so it is marked as a copy, and the reader
refuses it: nobody shall check or publish it by mistake.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import zipfile
from collections.abc import Sequence

from lxml import etree

from redact.errors import RedactError, WrongType
from redact.formats.building import DocumentBuilder, Progress, Request
from redact.formats.word.markup import Element, W, parse
from redact.formats.word.package import unpack
from redact.formats.word.parts import CONTENT_TYPES, Parts, lay_out
from redact.formats.word.reading import Reading
from redact.formats.word.story import Spot, Story
from redact.formats.word.styles import read_styles
from redact.formats.word.unlocking import is_locked
from redact.values.text import Format, Part

__all__ = ["AUTHOR", "mark", "refuse_marked"]

AUTHOR = "redact working copy"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_WORD = W[1:-1]
_STRICT = b"http://purl.oclc.org/ooxml/"
_DATE = (1980, 1, 1, 0, 0, 0)  # of every member: the copy says nothing about when it was made


def mark(data: bytes, request: Request, notes: Sequence[tuple[str, str]], progress: Progress) -> bytes:
    """Write the document again with a comment for each note.

    Args:
        data: the document's bytes.
        request: as it was read: the same name and the same secret, so that its passages have the same ids.
        notes: the id of a passage, and the words of the comment.

    Returns: the bytes of the copy, which was read back: the same text, and every comment in it.

    Raises:
        WrongType: it is encrypted or of the Strict form; a copy would not be what the document is.
    """
    if is_locked(data):
        raise WrongType(
            "an encrypted document is not copied: the copy would lie open",
            "Use the report on the screen, or remove the password first.",
        )
    members = dict(unpack(data).members)
    reading = _read_body(members, request)
    parts = reading.parts
    if _STRICT in members[parts.main]:
        raise WrongType(
            "a document of the Strict form cannot be marked",
            "Save it in Word as an ordinary Word document (.docx), and mark that.",
        )
    _add_comments(members, reading, notes)
    copy = _zipped(members)
    _hold_against(copy, request, reading, len(notes))
    progress(1, 1)
    return copy


def refuse_marked(parts: Parts) -> None:
    """Refuse a working copy that `mark` wrote.

    Raises:
        WrongType: a comment of ours is in it.
    """
    if any(AUTHOR.encode() in parts.members[name] for name in parts.of_type("comments+xml")):
        raise WrongType(
            "this is a working copy with the comments of redact, not the report itself",
            "Mend the report, and check that; delete the copy when you have done.",
        )


def _read_body(members: dict[str, bytes], request: Request) -> Reading:
    """Read the body as the reader does, for the paragraph behind each passage."""
    from redact.formats.word.package import Package

    builder = DocumentBuilder(request, sha256=hashlib.sha256().hexdigest(), format=Format.DOCX)
    reading = Reading(lay_out(Package(members, ())), builder)
    builder.file_name()
    styles = reading.parts.related(reading.parts.main, "styles")
    root = reading.tree(reading.parts.main)
    story = Story(reading, reading.parts.main, read_styles(reading.tree(styles) if styles else None))
    story.read(root, Spot(Part.BODY, "D1"))
    return reading


def _add_comments(members: dict[str, bytes], reading: Reading, notes: Sequence[tuple[str, str]]) -> None:
    parts = reading.parts
    root = reading.tree(parts.main)
    first = next(root.iter(W + "p"), None)
    if first is None:
        raise WrongType("the document has no paragraph to put a comment at", "Use the report on the screen.")
    name = parts.related(parts.main, "comments")
    comments = parse(members[name]) if name else etree.Element(W + "comments", nsmap={"w": _WORD})
    highest = max((int(each.get(W + "id", "0")) for each in comments), default=-1)
    for number, (passage, words) in enumerate(notes, highest + 1):
        paragraph = reading.anchors.get(passage.rpartition(":")[2])
        comments.append(_comment(number, words))
        _refer(paragraph if paragraph is not None else first, number)
    if name is None:
        name = _new_part(members, parts)
    members[name] = _written(comments)
    members[parts.main] = _written(root)


def _comment(number: int, words: str) -> Element:
    comment = etree.Element(W + "comment", {W + "id": str(number), W + "author": AUTHOR, W + "initials": "r"})
    paragraph = etree.SubElement(comment, W + "p")
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "t").text = words
    return comment


def _refer(paragraph: Element, number: int) -> None:
    """Put a paragraph between the marks of a comment, and the reference behind it."""
    identity = {W + "id": str(number)}
    after_properties = 1 if len(paragraph) and paragraph[0].tag == W + "pPr" else 0
    paragraph.insert(after_properties, etree.Element(W + "commentRangeStart", identity))
    etree.SubElement(paragraph, W + "commentRangeEnd", identity)
    etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "commentReference", identity)


def _new_part(members: dict[str, bytes], parts: Parts) -> str:
    """Give the comments a part of their own: its name, its relationship, its content type."""
    folder, main = posixpath.split(parts.main)
    free = parts.named(f"{folder}/comments.xml") is None
    name = posixpath.join(folder, "comments.xml" if free else "comments-of-redact.xml")
    rels = posixpath.join(folder, "_rels", f"{main}.rels")
    relations = parse(members.get(rels, _NO_RELATIONS))
    namespace = relations.tag.rpartition("}")[0] + "}"
    etree.SubElement(
        relations,
        namespace + "Relationship",
        {"Id": "rIdRedactComments", "Type": _RELATION, "Target": posixpath.basename(name)},
    )
    members[rels] = _written(relations)
    types_name = parts.named(CONTENT_TYPES) or CONTENT_TYPES
    types = parse(members[types_name])
    namespace = types.tag.rpartition("}")[0] + "}"
    etree.SubElement(types, namespace + "Override", {"PartName": f"/{name}", "ContentType": _TYPE})
    members[types_name] = _written(types)
    return name


_NO_RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def _written(root: Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _zipped(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _DATE), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _hold_against(copy: bytes, request: Request, before: Reading, notes: int) -> None:
    """Read the copy back: it has the same text in its body, and a comment for each note."""
    members = dict(unpack(copy).members)
    after = _read_body(members, request)
    same = _texts(after) == _texts(before)
    name = after.parts.related(after.parts.main, "comments")
    ours = members[name].count(f'"{AUTHOR}"'.encode()) if name else 0
    if not same or ours != notes:
        raise RedactError("the marked copy is not what it should be")


def _texts(reading: Reading) -> list[str]:
    return [passage.text for passage in reading.builder.build().passages]
