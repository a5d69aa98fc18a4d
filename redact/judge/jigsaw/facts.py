"""The facts that identify in combination, and about whom each is told, over every document of a call.

They come from the recognised mentions and from phrases of rules/jigsaw, sentence by sentence. A sentence
about nobody in particular tells none. What remains: a fact in words that no list has, and one of which only
the sense of the sentence says whose it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from redact.judge.jigsaw.ages import ages_beside
from redact.judge.jigsaw.attributing import Heard, whom_of, whom_unsaid
from redact.judge.jigsaw.context import Context, Meant
from redact.judge.jigsaw.fields import names_somebody
from redact.judge.jigsaw.general import advises, is_past, least_said
from redact.judge.jigsaw.owners import OF_WORK, Ownership
from redact.judge.jigsaw.people import Named, Said, people_in
from redact.judge.jigsaw.pieces import Piece, within
from redact.judge.jigsaw.telling import Telling, pieces_once
from redact.judge.jigsaw.told import Told, without_doubles
from redact.judge.jigsaw.whoms import Scene, Whoms, whoms_from
from redact.judge.reading import Reading
from redact.values.jigsaw import Exactness, Fact, FactKind, JigsawTable, Side, Whom
from redact.values.people import Entity, Label, Standing
from redact.values.text import Span

if TYPE_CHECKING:
    from redact.judge.bundle import Bundle

__all__ = ["facts_and_whoms", "facts_of", "read_facts", "whoms_of"]

_SURE = 0.44  # a capital in mid-sentence alone makes nobody
_CHILD = Whom("child", "the child", Side.CHILD)
_NO_SIBLING_FACT = frozenset((FactKind.SEX, FactKind.SIBLINGS, FactKind.BIRTH_ORDER, FactKind.TWINS))
_TELLS_WORK = frozenset((FactKind.TEAM, FactKind.ABSENCE, FactKind.PERIOD))


def facts_of(bundle: Bundle, table: JigsawTable) -> tuple[Fact, ...]:
    """Give the facts of all documents of a bundle, in reading order."""
    from redact.values.judgement import Settings

    return read_facts(bundle.readings(Settings()), table)


def facts_and_whoms(bundle: Bundle, table: JigsawTable) -> tuple[tuple[Fact, ...], Mapping[str, Whom]]:
    """Give what `facts_of` and `whoms_of` give, with one reading of the documents."""
    from redact.values.judgement import Settings

    readings = bundle.readings(Settings())
    scenes = [_scene(reading) for reading in readings]
    whoms = whoms_from(scenes)
    return _read(readings, scenes, whoms, table), MappingProxyType(dict(whoms.entities))


def whoms_of(bundle: Bundle) -> Mapping[str, Whom]:
    """Say of each entity, by its id, whom its facts are told of; things with a label are in it not at all."""
    from redact.values.judgement import Settings

    readings = bundle.readings(Settings())
    return MappingProxyType(dict(whoms_from([_scene(reading) for reading in readings]).entities))


def read_facts(readings: Sequence[Reading], table: JigsawTable) -> tuple[Fact, ...]:
    """Read what is told of each person over all documents of a call.

    Args:
        readings: the documents, in their order; of one call, so that people are the same in all of them.
        table: its `phrases` say what no recogniser finds.

    Returns: every place of every fact, document by document in reading order. Spans are half-open code
    points of a passage. Of nobody in particular there are none.
    """
    scenes = [_scene(reading) for reading in readings]
    return _read(readings, scenes, whoms_from(scenes), table)


def _read(
    readings: Sequence[Reading], scenes: Sequence[Scene], whoms: Whoms, table: JigsawTable
) -> tuple[Fact, ...]:
    telling = Telling(table.phrases)
    found: list[Fact] = []
    for reading, scene in zip(readings, scenes, strict=True):
        found += _Reader(reading, scene, whoms, telling).facts()
    return tuple(_worth_saying(found))


def _scene(reading: Reading) -> Scene:
    subject = reading.subject
    pieces = pieces_once(subject.document, reading.once)
    entities: dict[str, Entity] = {}
    texts: dict[str, str] = {}
    named: dict[str, list[Named]] = defaultdict(list)
    for mention, entity in subject.mentions:
        known = mention.label in (Label.PERSON, Label.PSEUDONYM) and mention.standing is Standing.PARTICIPANT
        if not known or entity is None or (mention.label is Label.PERSON and mention.score < _SURE):
            continue
        span = mention.span
        entities[entity.id] = entity
        texts.setdefault(entity.id, _label_in(subject.passages[span.passage].text, span))
        end = span.end - _age_behind(subject.passages[span.passage].text[span.start : span.end])
        named[span.passage].append(Named(entity.id, span.start, end))
    people = tuple(tuple(people_in(piece, within(piece, named.get(piece.passage, ())))) for piece in pieces)
    return Scene(subject.document.id, pieces, people, entities, texts)


def _age_behind(label: str) -> int:
    """Count the characters of an age that was read as part of a label: "Father 45", "Sibling 5, 14"."""
    match = _AGE_BEHIND.search(label)
    return len(match[0]) if match and int(match[1]) > _LABELS else 0


def _label_in(text: str, span: Span) -> str:
    """Give a name or label with the side of the family before it: "Maternal Grandmother"."""
    before = text[: span.start].rsplit(None, 1)[-1:]
    side = before[0] if before and before[0].casefold() in ("maternal", "paternal") else ""
    return f"{side} {text[span.start : span.end]}".strip()


class _Reader:
    """Reads one document, sentence by sentence."""

    def __init__(self, reading: Reading, scene: Scene, whoms: Whoms, telling: Telling) -> None:
        self._scene = scene
        self._telling = telling
        self._context = Context(whoms)
        self._mentions = telling.by_passage(reading)
        self._places = telling.places(reading.subject.document, reading.once)
        self._has_child = any(
            person.who in ("child", "family") or (person.entity and _is_child(whoms, person.who))
            for people in scene.people
            for person in people
        )
        self._pronoun: Fact | None = None
        self._heading: tuple[str, ...] = ()

    def facts(self) -> Iterator[Fact]:
        """Give what the document tells, in reading order."""
        sexed = False
        scene = self._scene
        for piece, people, places in zip(scene.pieces, scene.people, self._places, strict=True):
            self._context.begin(piece)
            meant = self._context.meant(people)
            ownership = Ownership(piece, meant)
            here = list(self._of(piece, places, meant, ownership))
            sexed = sexed or any(one.kind is FactKind.SEX and one.whom.key == "child" for one in here)
            yield from here
            self._note_pronoun(piece, meant)
            names = names_somebody(piece)
            subject = ownership.subject if names else None
            self._context.end(meant if names else (), subject, in_row=bool(piece.row))
        if self._pronoun is not None and not sexed:
            yield self._pronoun

    def _of(
        self,
        piece: Piece,
        places: Sequence[tuple[str, int, int]],
        meant: Sequence[Meant],
        ownership: Ownership,
    ) -> Iterator[Fact]:
        told, hits = self._telling.of(piece, places, self._mentions.get(piece.passage, ()))
        if not told and not meant:
            return
        heard = self._heard(piece, meant, told, hits)
        told = without_doubles([*told, *ages_beside(piece, [one.person for one in meant])])
        ownership.tells_post = any(one.kind is FactKind.POST for one in told)
        siblings: list[Fact] = []
        for one in told:
            whom = self._whom(piece, one, ownership, heard)
            if whom is None:
                continue
            fact = self._fact(piece, one, whom)
            if one.kind is not FactKind.SIBLING_FACT:
                yield fact
            if whom.side is Side.SIBLING and one.kind not in _NO_SIBLING_FACT:
                siblings.append(replace(fact, kind=FactKind.SIBLING_FACT, because=_OF_SIBLING))
        yield from _apart(siblings)

    def _heard(
        self, piece: Piece, meant: Sequence[Meant], told: Sequence[Told], hits: frozenset[str]
    ) -> Heard:
        headings = self._telling.heading(piece)
        in_field = self._telling.is_field(piece)
        return Heard(
            least=least_said(piece, hits, headings),
            general=bool(hits or headings),
            of_work=any(one.kind in OF_WORK and one.kind is not FactKind.POST for one in told),
            past=is_past(piece, usual=advises(hits)),
            event=self._telling.is_event(piece),
            in_form=in_field or bool(piece.row or piece.column),
            in_field=in_field,
            anybody=any(one.said is Said.ANYBODY for one in meant),
            has_child=self._has_child,
            named=any(one.said is Said.NAMED for one in meant),
            topic=self._context.topic,
        )

    def _whom(self, piece: Piece, told: Told, ownership: Ownership, heard: Heard) -> Whom | None:
        begins = told.start == piece.start and heard.has_child and not heard.general
        if told.kind is FactKind.DATE and begins:
            return _CHILD  # a day that begins an entry of a chronology
        owner = ownership.of(told)
        return whom_unsaid(told, heard) if owner is None else whom_of(told, owner, heard)

    def _fact(self, piece: Piece, told: Told, whom: Whom) -> Fact:
        span = Span(piece.passage, told.start, told.end)
        return Fact(told.kind, told.exactness, whom, self._scene.document, span, told.same, told.because)

    def _note_pronoun(self, piece: Piece, meant: Sequence[Meant]) -> None:
        """Keep the first pronoun that tells the child's sex."""
        if self._pronoun is not None or not any(one.person.pronoun and one.person.sex for one in meant):
            return
        if not (is_past(piece) or any(one.said is Said.NAMED for one in meant)):
            return
        for one in meant:
            person, whom = one.person, one.whom
            of_child = whom is not None and whom.key == "child" and one.said >= Said.KNOWN
            if whom is None or not (of_child and person.pronoun and person.sex):
                continue
            span = Span(piece.passage, piece.starts[person.first], piece.ends[person.last - 1])
            because = "a pronoun tells the sex"
            exact, document = Exactness.EXACT, self._scene.document
            self._pronoun = Fact(FactKind.SEX, exact, whom, document, span, person.sex, because)
            return


_AGE_BEHIND = re.compile(r",? (\d{2})$")
_LABELS = 12  # no family has labels with higher numbers
_OF_SIBLING = "something of a brother or sister"


def _apart(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Give facts of which no one overlaps another of the same person."""
    kept: list[Fact] = []
    for fact in facts:
        if not any(fact.span.overlaps(other.span) and fact.whom == other.whom for other in kept):
            kept.append(fact)
            yield fact


def _is_child(whoms: Whoms, entity: str) -> bool:
    whom = whoms.entities.get(entity)
    return whom is not None and whom.side in (Side.CHILD, Side.FAMILY)


def _worth_saying(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Leave out the plain post of a professional of whom no team, absence or time is told."""
    told = {fact.whom.key for fact in facts if fact.kind in _TELLS_WORK}
    for fact in facts:
        plain = fact.exactness is Exactness.BROAD or fact.whom.key.startswith("role:")
        if fact.kind is FactKind.POST and plain and fact.whom.key not in told:
            continue
        yield fact
