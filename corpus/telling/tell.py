"""A case and a file of templates → one document with gold.

The text is as a .txt file would have it and as our reader takes it apart again: cells of a row parted by a
tab (redact.recognise.grids reads such lines as tables), rows of a table and lines of one entry by a line end,
paragraphs by an empty line. The same seed, case and file give the same document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from corpus.cases.draw import seeded
from corpus.cases.roles import side_of
from corpus.cases.values import Case
from corpus.telling.cells import over_cells
from corpus.telling.drawing import MOMENTS, Block, Drawing, anchored, one_table
from corpus.telling.gold import GoldMention, Told
from corpus.telling.grammar import EVERY_STAGE, Template
from corpus.telling.labelling import mislabelled
from corpus.telling.lines import Line
from corpus.telling.names import Names
from corpus.telling.opening import opened
from corpus.telling.plants import planted
from corpus.telling.scene import Bit, Document, Mark
from corpus.telling.stretches import Stretch, Written

if TYPE_CHECKING:
    from corpus.pools.values import PublicPool

__all__ = ["Layout", "Telling", "tell", "tell_at_stage", "tell_laid_out"]

_STAGED = frozenset({"overview", "summary", "action-plan", "press"})
_STAGES = (0, 1, 1, 2, 2)  # most overview reports that exist are anonymised, well or badly
# How `ref` names a person at stage 0, and staff at stage 1: forms by the side of the case.
_CHILD_STYLES = ("first", "first", "first", "full")
_FAMILY_STYLES = ("first", "first", "t", "full", "tfull")
_STAFF_STYLES = ("rolefull", "t", "full", "first", "rolelast")
_STAFF_AT_1 = ("inits", "init", "rolefull", "t", "last")
_TIMES: Mapping[str, tuple[str, ...]] = {"police": ("%H:%M", "%H%M"), "probation": ("%H:%M", "%H%M")}
_OTHER_TIMES = ("%H:%M", "%H:%M", "%H.%M")
# Documents in which one of the family goes by a short form, or is spelt otherwise, throughout.
_NICKS, _VARIANTS = 0.1, 0.06
_WRITTEN_WITHIN = 6  # days from its event to a document of one moment
_FIELD_LINE = re.compile(r"[A-Z][\w /&'’().-]{0,34}:")
_LOWERED = frozenset({"PERSON", "PSEUDONYM", "PLACE", "ADDRESS", "ORGANISATION", "POSTCODE", "FACT", "EMAIL"})
_RAISED = frozenset({"PERSON", "PSEUDONYM"})


@dataclass(frozen=True, slots=True)
class Layout:
    """What a stretch of the text is: heading, row or paragraph. `span`: half-open code points."""

    kind: str
    level: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Telling:
    """A told document and where its headings, rows and paragraphs stand."""

    told: Told
    layout: tuple[Layout, ...] = field(repr=False)


def tell(case: Case, template: Template, public: PublicPool, *, seed: int, round_: int = 1) -> Told:
    """Tell one document, open what it leaves open by itself; another `round_` tells the same file anew."""
    return tell_laid_out(case, template, public, seed=seed, round_=round_).told


def tell_laid_out(
    case: Case,
    template: Template,
    public: PublicPool,
    *,
    seed: int,
    round_: int = 1,
    names: Names | None = None,
) -> Telling:
    """Tell one document, and where its parts stand; `names` spares making those of the case again."""
    key = seed, case.split, case.number, case.seed, template.family, round_
    rng = seeded("tell", *key)
    document = _document(case, template, public, names=names or Names(case), rng=rng)
    document, blocks = _drawn(template, document, rng)
    # Generators of their own: a document without such a fault is told as it would be if there were none.
    blocks = mislabelled(blocks, document, seeded("labels", *key))
    blocks = over_cells(blocks, document, seeded("cells", *key))
    written = planted(_written(blocks, template.case), template.kind, document.stage, rng)
    told = _as_told(document, template, written, round_)
    layout = (
        Layout(stretch.what.kind, stretch.what.level, (stretch.start, stretch.end))
        for stretch in written.of(Block)
    )
    return Telling(told, tuple(layout))


def tell_at_stage(
    case: Case, template: Template, public: PublicPool, *, seed: int, stage: int, general: bool = False
) -> Told:
    """Tell one document at a stage of anonymisation, and the same document at every other stage.

    The stages differ in how people are named and in nothing else: entries for some stages alone are left out,
    and no fault is planted. With `general`, days are told as months, and places and bodies as what they are.
    """
    key = seed, case.split, case.number, case.seed, template.family
    pools = {
        name: tuple(entry for entry in entries if entry.stages == EVERY_STAGE)
        for name, entries in template.pools.items()
    }
    rng = seeded("staged", *key)
    document = _document(case, template, public, names=Names(case), rng=rng)
    styling = seeded("styles", *key)
    styles = {role: _style(role, stage, document.names, styling) for role in case.people}
    document = replace(document, stage=stage, styles=styles, general=general)
    document, blocks = _drawn(replace(template, pools=pools), document, seeded("drawn", *key))
    return _as_told(document, template, _written(blocks, template.case), 1)


def _drawn(template: Template, document: Document, rng: Random) -> tuple[Document, list[Block]]:
    """Draw what is told; a document of one moment is dated by it."""
    anchor = anchored(template, document, rng)
    if template.kind in MOMENTS:
        document = _dated(document, anchor.on + timedelta(days=rng.randint(0, _WRITTEN_WITHIN)))
    drawing = Drawing(template, document, anchor, rng)
    blocks: list[Block] = []
    for step in rng.choice(template.frames).steps:
        blocks += drawing.line(step) if isinstance(step, Line) else drawing.draw(step)
    return document, blocks


def _as_told(document: Document, template: Template, written: Written, round_: int) -> Told:
    case = document.case
    told = Told(
        case=case.number,
        split=case.split,
        document=f"{case.split}-{case.number:04d}-{template.family}" + (f"-{round_}" if round_ > 1 else ""),
        kind=template.kind,
        family=template.family,
        agency=template.agency,
        style=template.case,
        stage=document.stage,
        text=written.text,
        mentions=tuple(_mention(stretch) for stretch in written.of(Mark)),
    )
    return opened(case, [told])[0]


def _document(case: Case, template: Template, public: PublicPool, *, names: Names, rng: Random) -> Document:
    stage = rng.choice(_STAGES) if template.kind in _STAGED else 0
    styles = {role: _style(role, stage, names, rng) for role in case.people}
    time = rng.choice(_TIMES.get(template.agency, _OTHER_TIMES))
    firsts = {
        role: form
        for form, share in (("variant", _VARIANTS), ("nick", _NICKS))
        for role in case.people
        if side_of(role) == "family" and rng.random() < share and names.form(role, form)
    }
    return Document(
        case, names, public, template.agency, template.dates, stage, case.told, time, styles, firsts
    )


def _dated(document: Document, today: date) -> Document:
    return replace(document, today=today)


def _style(role: str, stage: int, names: Names, rng: Random) -> str:
    side = side_of(role)
    choices: tuple[str, ...]
    if role in ("child", "sib", "sib2"):
        choices = _CHILD_STYLES
    elif side == "family":
        choices = _FAMILY_STYLES
    else:
        choices = _STAFF_AT_1 if stage else _STAFF_STYLES
    form = rng.choice(choices)
    return form if names.form(role, form) else "full"


def _written(blocks: Sequence[Block], case: str) -> Written:
    """Join the blocks to one text and note where each mark and each block stands."""
    out: list[str] = []
    stretches: list[Stretch[object]] = []
    length = 0
    before: Block | None = None
    for block in blocks:
        apart = _apart(before, block)
        out.append(apart)
        start = length = length + len(apart)
        for number, cell in enumerate(block.cells):
            for text, mark in (*((("\t", None),) if number else ()), *_cased(cell, case)):
                out.append(text)
                if mark is not None:
                    stretches.append(Stretch(length, length + len(text), mark))
                length += len(text)
        stretches.append(Stretch(start, length, block))
        before = block
    return Written("".join([*out, "\n"]), tuple(stretches))


def _apart(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    if one_table(before, block):
        return "\n"
    paragraphs = before.kind == block.kind == "paragraph"
    if (
        paragraphs
        and before.entry == block.entry
        and (block.entry or (_is_field(before) and _is_field(block)))
    ):
        return "\n"
    return "\n\n"


def _is_field(block: Block) -> bool:
    """Whether a line of a frame is one of a form or of the head of an e-mail: "To: …"."""
    return bool(block.cells[0]) and bool(_FIELD_LINE.match("".join(text for text, _ in block.cells[0])))


def _cased(bits: Sequence[Bit], case: str) -> Iterator[Bit]:
    """Write names in small letters or capitals, as the file says."""
    for number, (text, mark) in enumerate(bits):
        if case == "lower" and mark is not None and mark.label in _LOWERED:
            hard = tuple(dict.fromkeys((*mark.hard, "lower"))) if mark.label == "PERSON" else mark.hard
            yield text.lower(), replace(mark, hard=hard)
        elif (
            case == "lower" and mark is None and number + 1 < len(bits) and _is_title(text, bits[number + 1])
        ):
            yield text.lower(), None
        elif case == "upper" and mark is not None and mark.label in _RAISED:
            yield text.upper(), mark
        else:
            yield text, mark


def _is_title(text: str, following: Bit) -> bool:
    """Whether words are the title or role that a slot of a name has put in front."""
    mark = following[1]
    return mark is not None and mark.form in ("t", "tfull", "tinit", "tfirst", "rolefull", "rolelast")


def _mention(stretch: Stretch[Mark]) -> GoldMention:
    mark = stretch.what
    return GoldMention(
        (stretch.start, stretch.end), mark.label, mark.who, mark.role, mark.form, mark.stays,
        heritage=mark.heritage, hard=mark.hard,
    )  # fmt: skip
