"""The examples of a requirement, which are small documents, and whether the rule says of each what it should.

An example is written as it would be read aloud: one paragraph a line.

    [overview]                    a document of this kind begins; without it, one of the rule's first kind
    # Introduction                a heading, with one # for each level
    | Date | Agency | Lead |      a row of a table; rows that follow one another are one table
    {D27} Ask her mother.         a paragraph in a place of the catalogue of hiding places
    [title: the file has none]    a fault of the file's structure: what is needed, and what is wrong
    Introduction ........ 3       a line of a table of contents, as a program writes it
    anything else                 a paragraph

All that is needed so that everybody can follow the document is there, but for what such lines say. What
remains: pages, headers and footers cannot be written so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from redact.formats.building import DocumentBuilder, Request
from redact.values.access import Access, AccessNeed, Barrier
from redact.values.jigsaw import JigsawTable
from redact.values.judgement import (
    Audience,
    DocumentKind,
    Mode,
    Outcome,
    Provenance,
    Rule,
    Rulebook,
    Settings,
    Verdict,
)
from redact.values.people import Mention
from redact.values.places import PLACES
from redact.values.text import Document, Format, Location, Part

__all__ = ["Finder", "documents_of", "outcome_of", "settings_of"]

Finder = Callable[[Sequence[Document]], Sequence[Mention]]

_KIND = re.compile(r"\[([a-z-]+)\]")
_HEADING = re.compile(r"(#{1,6}) (.+)")
_ROW = re.compile(r"\|(.*)\|")
_PLACE = re.compile(r"\{([DP]\d+)\} (.+)")
_BARRIER = re.compile(r"\[([a-z-]+): (.+)\]")
_KINDS = {kind.value: kind for kind in DocumentKind}
_NEEDS = {need.value: need for need in AccessNeed}


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: DocumentKind | None
    lines: tuple[str, ...]


def settings_of(rule: Rule) -> Settings:
    """Give settings under which a rule applies."""
    return Settings(
        edition=next(iter(rule.edition), None),
        audience=next(iter(rule.audience), Audience.PUBLIC),
        mode=next(iter(rule.mode), Mode.FULL),
        board=next(iter(rule.board), None),
    )


def documents_of(example: str, rule: Rule, secret: bytes) -> tuple[tuple[DocumentKind | None, Document], ...]:
    """Read an example as documents, each with its kind."""
    return tuple(
        (piece.kind, _document(piece, number, secret)) for number, piece in enumerate(_pieces(example, rule))
    )


def outcome_of(
    rule: Rule, example: str, finder: Finder, secret: bytes, *, weights: JigsawTable | None = None
) -> Outcome:
    """Hold one rule against one of its examples, with settings under which it applies.

    Args:
        finder: finds the mentions of the documents.
        secret: ids and fingerprints are made under it.
        weights: of facts that identify together.
    """
    from redact.judge import BUNDLE_KINDS, Bundle, judge, judge_bundle
    from redact.judge.together import TOGETHER
    from redact.resolve import resolve

    read = documents_of(example, rule, secret)
    documents = tuple(document for _, document in read)
    resolution = resolve(finder(documents), documents)
    rulebook = Rulebook((replace(rule, replaces=()),), "", jigsaw=weights)
    settings = settings_of(rule)
    if rule.kind in TOGETHER or rule.kind in BUNDLE_KINDS:
        kinds = {document.id: kind for kind, document in read}
        bundle = Bundle(documents, resolution, secret, (), kinds)
        return _of(rule, judge_bundle(bundle, rulebook, settings=settings).verdicts)
    kind, document = read[0]
    judgement = judge(
        document,
        resolution,
        rulebook,
        settings=replace(settings, kind=kind),
        secret=secret,
        provenance=Provenance(document.sha256, "", None, "", ""),
    )
    return _of(rule, judgement.verdicts)


def _of(rule: Rule, verdicts: Sequence[Verdict]) -> Outcome:
    return next(verdict.outcome for verdict in verdicts if verdict.rule == rule.id)


def _pieces(example: str, rule: Rule) -> list[_Piece]:
    pieces: list[_Piece] = []
    first = next(iter(rule.applies_to), None)
    for line in example.split("\n"):
        match = _KIND.fullmatch(line)
        if match and match[1] in _KINDS:
            pieces.append(_Piece(_KINDS[match[1]], ()))
            continue
        last = pieces.pop() if pieces else _Piece(first, ())
        pieces.append(replace(last, lines=(*last.lines, line)))
    return pieces


def _document(piece: _Piece, number: int, secret: bytes) -> Document:
    builder = DocumentBuilder(Request(f"{number}.docx", secret), sha256=f"{number:064x}", format=Format.DOCX)
    block = row = 0
    barriers = []
    for line in piece.lines:
        fault = _BARRIER.fullmatch(line)
        if fault and fault[1] in _NEEDS:
            barriers.append(Barrier(_NEEDS[fault[1]], Location(Part.BODY), fault[2]))
            continue
        cells = _ROW.fullmatch(line)
        row = row + 1 if cells else 0
        if cells is None:
            _paragraph(builder, line)
            continue
        block = builder.next_block(Part.TABLE) if row == 1 else block
        for column, cell in enumerate(cells[1].split("|"), 1):
            builder.passage(
                cell.strip(), Location(Part.TABLE, None, None, block, (row, column)), under_headings=True
            )
    return replace(builder.build(), access=Access(tuple(AccessNeed), tuple(barriers)))


def _paragraph(builder: DocumentBuilder, line: str) -> None:
    heading, hidden = _HEADING.fullmatch(line), _PLACE.fullmatch(line)
    place, text, level = None, line, None
    if heading:
        text, level = heading[2], len(heading[1])
    elif hidden and hidden[1] in PLACES:
        place, text = hidden[1], hidden[2]
    where = Location(Part.BODY, place, None, builder.next_block(Part.BODY))
    builder.passage(text, where, heading_level=level, under_headings=True)
