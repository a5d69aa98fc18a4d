"""Documents in which facts are marked, for the strings that somebody would search for."""

from __future__ import annotations

import re
from dataclasses import replace

from redact.formats.building import DocumentBuilder, Request
from redact.values.jigsaw import Exactness, Fact, FactKind, Side, Whom
from redact.values.text import Document, Format, Location, Part, Span

__all__ = ["told"]

_SECRET = b"a secret for tests" * 2
_MARK = re.compile(r"\{([a-z-]+)(!|~)?(?:@(\w+))?:([^}]*)\}")
_SIDES = {"worker": Side.PROFESSIONAL, "sibling": Side.SIBLING, "child": Side.CHILD}


def told(*texts: str, sha256: str = "0" * 64) -> tuple[Document, tuple[Fact, ...]]:
    """Build a document of one passage a text; `{place@child:Thornbury}` marks a fact of somebody.

    A text with `#` before it is a heading. `{month~:...}` is told broadly, `{month!:...}` nearly, without a
    sign exactly; without somebody it is of the family.
    """
    builder = DocumentBuilder(Request("x.docx", _SECRET), sha256=sha256, format=Format.DOCX)
    marks: list[list[tuple[int, int, str, str, str]]] = []
    for text in texts:
        plain, found, at = "", [], 0
        for match in _MARK.finditer(text):
            plain += text[at : match.start()]
            found.append((len(plain), len(plain) + len(match[4]), match[1], match[2] or "", match[3] or ""))
            plain += match[4]
            at = match.end()
        plain += text[at:]
        location = Location(Part.BODY, block=builder.next_block(Part.BODY))
        level = 1 if plain.startswith("#") else None
        builder.passage(plain.lstrip("# "), location, heading_level=level, under_headings=True)
        marks.append(found)
    document = replace(builder.build(), sha256=sha256)
    facts = tuple(
        Fact(
            FactKind(kind),
            {"": Exactness.EXACT, "!": Exactness.NEAR, "~": Exactness.BROAD}[sign],
            Whom(whom or "family", "somebody", _SIDES.get(whom, Side.FAMILY)),
            document.id,
            Span(passage.id, start, end),
            passage.text[start:end].casefold(),
        )
        for passage, found in zip(document.passages, marks, strict=True)
        for start, end, kind, sign, whom in found
    )
    return document, facts
