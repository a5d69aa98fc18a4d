"""What stands beside a label: a real name, another label, the word for what somebody is.

A name is beside a label where the text itself says that both are one: in brackets, behind "=" or a colon that
begins a line, in the next cell of a table, behind "referred to as". What remains: a key that is told in
sentences of another form.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from redact.resolve.label_signs import are_one, are_two_labels
from redact.resolve.labels import LabelUse
from redact.resolve.papers.headings import NAMING, heading_of
from redact.values.people import Entity, Label, Mention, Resolution, Standing
from redact.values.text import Document, Passage

__all__ = ["Alias", "Beside", "aliases", "names_beside", "sexes_beside"]

_MALE = "father|dad|stepfather|stepdad|grandfather|grandad|brother|son|uncle|nephew|husband|boyfriend|boy|man"
_FEMALE = (
    "mother|mum|stepmother|stepmum|grandmother|nan|gran|sister|daughter|aunt|niece|wife|girlfriend|girl|woman"
)
_WHOSE = r"(?:(?:the|his|her|their|a|an)\s|\w+(?:\s\w{1,2})?['\u2019]s\s)"
_ADJECTIVES = r"(?:(?:maternal|paternal|half|older|younger|elder|birth|step|foster|great)[\s-])*"
_KIN = rf"{_ADJECTIVES}(?:(?P<m>{_MALE})|(?P<f>{_FEMALE}))"
# The word for what somebody is, behind a label and before it; in commas a list may look the same.
_SEX_BEHIND = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\s?[(\[]\s?{_WHOSE}?{_KIN}\s?[,)\]]",
        rf",\s{_WHOSE}{_KIN}(?:\sof\s[\w'\u2019 ]{{1,25}})?\s?(?:,(?!\s(?:and|or)\b)|[.;)])",
        rf"\s(?:is|was)\s{_WHOSE}{_KIN}\b(?!['\u2019])",
    )
)
_SEX_BEFORE = (
    (re.compile(rf"(?<!\w){_WHOSE}{_KIN},\s$", re.IGNORECASE), re.compile(r",(?!\s(?:and|or)\b)")),
    (re.compile(rf"(?<!\w){_WHOSE}{_KIN}\s?[(\[]\s?$", re.IGNORECASE), re.compile(r"\s?[)\]]")),
)
_WIDEST = 12  # columns of a table in which a label and a name are looked for
_REACH = 60  # characters before a label in which a word for its bearer stands


@dataclass(frozen=True, slots=True)
class Beside:
    """A label and the real name beside it; `person` is the entity that bears it, none where that is not told.

    `row` says that both stand in a row of their own, as in a key; `block` is where its table or list is.
    """

    use: LabelUse
    name: Mention
    text: str = field(repr=False)
    person: str | None
    row: bool
    block: tuple[str, object]


@dataclass(frozen=True, slots=True)
class Alias:
    """Two labels of which the text says that they are one person's."""

    one: LabelUse
    other: LabelUse


def names_beside(
    uses: Sequence[LabelUse], resolution: Resolution, documents: Sequence[Document]
) -> tuple[Beside, ...]:
    """Find every real name that stands beside a label, in reading order of the labels."""
    passages = {passage.id: passage for document in documents for passage in document.passages}
    named = _names(resolution)
    found: list[Beside] = []
    by_passage = _by_passage(uses)
    for id_, here in by_passage.items():
        passage = passages[id_]
        ordered = _in_order(here, named.get(id_, ()))
        ends = [*(_span(one)[0] for one in ordered[2:]), len(passage.text)]
        for (first, second), end in zip(pairwise(ordered), ends, strict=False):
            label, name = (first, second) if isinstance(first, LabelUse) else (second, first)
            if not isinstance(label, LabelUse) or isinstance(name, LabelUse):
                continue
            row = are_one(passage.text, _span(first), _span(second), swapped=label is second, end=end)
            if row is not None and not _is_short_form(
                label, passage.text[name[0].span.start : name[0].span.end]
            ):
                found.append(_beside(label, name, passage, row=row))
    found += _in_cells(by_passage, named, passages)
    order = {id(use): number for number, use in enumerate(uses)}
    return tuple(sorted(found, key=lambda one: order[id(one.use)]))


def aliases(uses: Sequence[LabelUse], documents: Sequence[Document]) -> tuple[Alias, ...]:
    """Find every two labels of which one stands in brackets behind the other: Mother (Parent 1).

    A short form that is made of the other's first letters (Father 1 (F1)) only shortens it, and is none.
    """
    passages = {passage.id: passage for document in documents for passage in document.passages}
    found = []
    for id_, here in _by_passage(uses).items():
        text = passages[id_].text
        for one, other in pairwise(here):
            between = text[one.mention.span.end : other.mention.span.start]
            behind = text[other.mention.span.end : other.mention.span.end + 1]
            if are_two_labels(between, behind) and not _shortens(one, other):
                found.append(Alias(one, other))
    return tuple(found)


def sexes_beside(uses: Sequence[LabelUse], documents: Sequence[Document]) -> tuple[tuple[LabelUse, str], ...]:
    """Find for each label the sex, m or f, of the word of kinship that is said of its bearer."""
    passages = {passage.id: passage for document in documents for passage in document.passages}
    found = []
    for use in uses:
        text, span = passages[use.mention.span.passage].text, use.mention.span
        before = text[max(0, span.start - _REACH) : span.start]
        said = [pattern.match(text, span.end) for pattern in _SEX_BEHIND]
        said += [pattern.search(before) for pattern, closed in _SEX_BEFORE if closed.match(text, span.end)]
        found += [(use, match.lastgroup) for match in said if match and match.lastgroup]
    return tuple(found)


# ------------------------------------------------------------------ pairs

_Named = tuple[Mention, str | None]


def _names(resolution: Resolution) -> dict[str, list[_Named]]:
    """Give for each passage the names of participants in it, each with its entity where that is told."""
    found: dict[str, list[_Named]] = defaultdict(list)
    told: list[tuple[Mention, Entity | None]] = [
        (m, entity) for entity in resolution.entities for m in entity.mentions
    ]
    told += [(mention, None) for mention in resolution.unresolved]
    for mention, entity in told:
        if mention.label is Label.PERSON and mention.standing is Standing.PARTICIPANT:
            found[mention.span.passage].append((mention, entity.id if entity else None))
    return found


def _by_passage(uses: Sequence[LabelUse]) -> dict[str, list[LabelUse]]:
    found: dict[str, list[LabelUse]] = defaultdict(list)
    for use in uses:
        found[use.mention.span.passage].append(use)
    return found


def _in_order(uses: Sequence[LabelUse], names: Sequence[_Named]) -> list[LabelUse | _Named]:
    """Put labels and names of a passage into their order; of what lies over another, the longest stays."""
    both: list[LabelUse | _Named] = [*uses, *names]
    both.sort(key=lambda one: (_span(one)[0], -_span(one)[1], not isinstance(one, LabelUse)))
    kept: list[LabelUse | _Named] = []
    for one in both:
        if not kept or _span(one)[0] >= _span(kept[-1])[1]:
            kept.append(one)
    return kept


def _span(one: LabelUse | _Named) -> tuple[int, int]:
    span = (one.mention if isinstance(one, LabelUse) else one[0]).span
    return span.start, span.end


def _beside(use: LabelUse, name: _Named, passage: Passage, *, row: bool) -> Beside:
    span = name[0].span
    block: tuple[str, object] = (
        use.document,
        passage.location.block if passage.location.cell else passage.id,
    )
    text = passage.text[span.start : span.end] if span.passage == passage.id else ""
    return Beside(use, name[0], text, name[1], row, block)


_Cells = Mapping[tuple[str, int | None, tuple[int, int]], str]


def _in_cells(
    by_passage: Mapping[str, Sequence[LabelUse]],
    named: Mapping[str, Sequence[_Named]],
    passages: Mapping[str, Passage],
) -> Iterator[Beside]:
    """Find labels and names that fill cells of one row: neighbours, or beneath headings that say so."""
    cells: dict[tuple[str, int | None, tuple[int, int]], str] = {}
    for id_, passage in passages.items():
        if passage.location.cell:
            cells.setdefault((id_.rpartition(":")[0], passage.location.block, passage.location.cell), id_)
    for (document, block, (row, column)), id_ in cells.items():
        uses = by_passage.get(id_, ())
        if len(uses) != 1 or not _fills(_span(uses[0]), passages[id_]):
            continue
        for beside in _columns(cells, (document, block), column, passages):
            other = cells.get((document, block, (row, beside)))
            names = named.get(other, ()) if other else ()
            if other and names and _fills(_span(names[0]), passages[other], rest=True):
                found = _beside(uses[0], names[0], passages[id_], row=True)
                span = names[0][0].span
                yield replace(found, text=passages[other].text[span.start : span.end])


def _columns(
    cells: _Cells, table: tuple[str, int | None], column: int, passages: Mapping[str, Passage]
) -> tuple[int, ...]:
    """Give the columns in which the name of a label's bearer may stand."""

    def field_of(at: int) -> str | None:
        above = cells.get((*table, (1, at)))
        heading = heading_of(passages[above].text) if above else None
        return heading.field if heading else None

    near = (column + 1, column - 1)
    if field_of(column) != "label":
        return near
    return (*near, *(at for at in range(1, _WIDEST) if at not in (*near, column) and field_of(at) in NAMING))


def _fills(span: tuple[int, int], passage: Passage, *, rest: bool = False) -> bool:
    """Tell whether a stretch is all that a cell holds; `rest` allows more behind a comma."""
    behind = passage.text[span[1] :].strip()
    return not passage.text[: span[0]].strip(" ([") and (
        not behind.strip(" .)]") or (rest and behind[:1] in ",(/;")
    )


def _is_short_form(use: LabelUse, name: str) -> bool:
    """Tell whether what was found as initials is the label's own short form: Mother's Partner (MP)."""
    letters = "".join(word[0] for word in use.role.split() if word).upper()
    return name.isupper() and len(name) <= len(letters) + 2 and name.startswith(letters)


def _shortens(one: LabelUse, other: LabelUse) -> bool:
    """Tell whether one label is the short form of the other."""
    short, long = sorted((one, other), key=lambda use: len(use.name))
    letters = "".join(word[0] for word in long.name.split() if word)
    made = "".join(letter for letter in short.name.casefold() if letter.isalnum())
    return short.name == long.name or made in (letters.casefold(), long.mark.casefold())
