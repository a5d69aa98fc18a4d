"""Which documents are drafts of one text, and what the earlier one gives away."""

from __future__ import annotations

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.judge.jigsaw.drafts import drafts_of
from redact.values.rules import DocumentKind
from redact.values.text import Document, Format, Location, Part
from tests.judge.jigsaw.fact_factory import TABLE, facts

STORY = (
    "The social worker visited the home and saw the child play in the garden with a toy lorry. "
    "The school had said before that the child was often late in the morning, and nobody had asked why."
)
OTHER = (
    "Every agency kept records of its own, and none of them knew what the next one had written down. "
    "The panel met six times and spoke with the family twice, once in their home and once at the council."
)
OVERVIEW, SUMMARY = DocumentKind.OVERVIEW, DocumentKind.SUMMARY


def document(text: str, number: int) -> Document:
    builder = DocumentBuilder(Request("x.docx", b"s" * 32), sha256=f"{number:064x}", format=Format.DOCX)
    builder.passage(text, Location(Part.BODY, block=1))
    return builder.build()


@pytest.mark.parametrize(
    ("texts", "kinds", "told", "wanted"),
    [
        # (which tells exactly, which gives away to which); the one that tells less is the newer
        ((STORY, STORY), (OVERVIEW, OVERVIEW), ("date=2014-03-14", "?date=2014"), [(0, 1)]),
        ((STORY, STORY), (OVERVIEW, OVERVIEW), ("?date=2014", "date=2014-03-14"), [(1, 0)]),
        # both tell as much: the later in the call is the newer
        ((STORY, STORY), (OVERVIEW, OVERVIEW), ("place=lower wick", "place=upper wick"), [(0, 1)]),
        # labels, names and days may differ
        (
            (STORY.replace("the child", "Liam"), STORY.replace("the child", "Child X")),
            (OVERVIEW, OVERVIEW), ("~age=4y", ""), [(0, 1)],
        ),
        # of no plain kind: only where nearly all of it is shared
        ((STORY, STORY), (None, None), ("~age=4y", ""), [(0, 1)]),
        ((STORY + OTHER, STORY + STORY.upper()), (None, None), ("~age=4y", ""), []),
        # another kind, another text, a summary that takes a part of it over, or nothing told
        ((STORY, STORY), (OVERVIEW, SUMMARY), ("~age=4y", ""), []),
        ((STORY, OTHER), (OVERVIEW, OVERVIEW), ("~age=4y", ""), []),
        ((STORY + OTHER * 3, STORY), (None, None), ("~age=4y", ""), []),
        ((STORY, STORY), (OVERVIEW, OVERVIEW), ("~age=4y", "~age=4y"), []),
        (("Too short.", "Too short."), (OVERVIEW, OVERVIEW), ("~age=4y", ""), []),
        # three drafts: each earlier one beside the newest
        ((STORY, STORY, STORY), (OVERVIEW,) * 3, ("age=4y2m", "~age=4y", ""), [(0, 2), (1, 2)]),
    ],
)  # fmt: skip
def test_what_an_earlier_draft_gives_away(
    texts: tuple[str, ...],
    kinds: tuple[DocumentKind | None, ...],
    told: tuple[str, ...],
    wanted: list[tuple[int, int]],
) -> None:
    documents = [document(text, number) for number, text in enumerate(texts)]
    ids = [one.id for one in documents]
    facts_ = [fact for id_, text in zip(ids, told, strict=True) if text for fact in facts(text, document=id_)]
    found = drafts_of(facts_, documents, dict(zip(ids, kinds, strict=True)), TABLE)
    assert [(ids.index(one.earlier), ids.index(one.newer)) for one in found] == wanted
