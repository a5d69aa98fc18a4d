"""Say in a file itself that it is a draft: a line before its text, in the form of the file.

A name of a file is lost as soon as somebody renames it or pastes the text into another one.
"""

from __future__ import annotations

import re

from redact.errors import RedactError, WrongType
from redact.formats.building import Progress, Request
from redact.values.text import Format

__all__ = ["mark_as_draft"]

_LINE_END = re.compile(r"\r\n|\n|\r")


def mark_as_draft(content: bytes, request: Request, format: Format, line: str, progress: Progress) -> bytes:
    """Write `line` before the text of a file; call it in the guard.

    Raises:
        WrongType: nobody knows how to write it into a file of this format.
        FileFault: as the reader of the format does.
    """
    if format is Format.DOCX:
        marked = _document(content, line)
    elif format in (Format.TXT, Format.MD):
        marked = _text(content, line)
    else:
        raise WrongType(
            "a draft of this format cannot say in itself that it is one",
            "Settle what is open, and do it without --draft; or take the Word document.",
        )
    progress(1, 1)
    return marked


def _text(content: bytes, line: str) -> bytes:
    from redact.formats.plain import decode
    from redact.formats.plain_rewriting import encoded

    text = decode(content)
    ending = _LINE_END.search(text)
    between = ending[0] if ending else "\n"
    return encoded(f"{line}{between}{between}{text.removeprefix(chr(0xFEFF))}", content)


def _document(content: bytes, line: str) -> bytes:
    from lxml import etree

    from redact.formats.word.markup import W, parse
    from redact.formats.word.package import unpack
    from redact.formats.word.parts import lay_out
    from redact.formats.word.rewriting import zipped

    package = unpack(content)
    members, name = dict(package.members), lay_out(package).main
    root = parse(members[name])
    body = root.find(W + "body")
    if body is None:
        raise RedactError("a document that was read has no body")
    paragraph = body.makeelement(W + "p")
    run = etree.SubElement(paragraph, W + "r")
    etree.SubElement(etree.SubElement(run, W + "rPr"), W + "b")
    etree.SubElement(run, W + "t").text = line
    body.insert(0, paragraph)
    members[name] = bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
    return zipped(members)
