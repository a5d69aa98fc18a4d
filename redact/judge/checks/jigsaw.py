"""Rules of the kind `jigsaw`: facts that identify together, over all documents of a call.

A finding names the kinds of fact and what to write instead, never a word of a document. Its fingerprint holds
what is told of somebody and neither where nor in which order, so that text that moves, or says a thing twice,
keeps its decision, and a new fact is asked about anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from redact.judge.checks.given import given_values
from redact.judge.jigsaw.adds import told_only_by
from redact.judge.jigsaw.pictures import FAMILY, HOUSEHOLD
from redact.judge.jigsaw.reaching import Reached, reached
from redact.judge.jigsaw.weighing import combinations_of, weigh
from redact.judge.jigsaw.words import instead_of, listed, told_kinds
from redact.values.fingerprint import fingerprint
from redact.values.jigsaw import Exactness, Fact, FactKind, JigsawTable, Looks, Picture, Reach, Side, Together
from redact.values.judgement import Finding, Rule, Settings
from redact.values.text import Document, Passage, Span

__all__ = ["Told", "find_jigsaw"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a rule is held against: what the documents of a call tell together, and by what it is weighed."""

    documents: tuple[Document, ...]
    together: Together
    table: JigsawTable
    settings: Settings
    secret: bytes = field(repr=False)

    def number(self, document: str) -> int:
        """Give the 1-based number of a document in the call."""
        return next(at for at, one in enumerate(self.documents, 1) if one.id == document)


def find_jigsaw(rule: Rule, told: Told) -> tuple[Finding, ...]:
    """Find what a rule on facts that identify together judges: one finding a person, with all its places.

    Params: `what` it looks at; `sides`, of whom; `kinds` of fact; `without`, kinds that rules of their own
    judge and that do not count; `reaches`, which threshold: of single kinds of fact those told exactly are
    asked about, the others noted.
    """
    what = rule.params.get("what")
    return _LOOKS[what](rule, told) if isinstance(what, Looks) else ()


def _pictures(rule: Rule, told: Told) -> tuple[Finding, ...]:
    without = given_values(rule, "without", FactKind)
    wanted = rule.params.get("reaches") or Reach.ASKS
    finder = _Finder(rule, told)
    return tuple(
        finder.finding(
            one.picture,
            one.facts,
            [*one.facts, *_beside(one.facts, one.picture, told)],
            _because(one, told, wanted is Reach.ASKS),
        )
        for one in reached(told.together.pictures, told.table, without)
        if one.reach is wanted and _sided(rule, one.picture)
    )


def _facts(rule: Rule, told: Told) -> tuple[Finding, ...]:
    kinds = given_values(rule, "kinds", FactKind)
    finder = _Finder(rule, told)
    found = []
    for picture in _judged(rule, told):
        facts = tuple(
            fact for fact in _own(picture).facts
            if fact.kind in kinds and fact.exactness is not Exactness.BROAD
        )  # fmt: skip
        if facts and _as_exact(rule, facts):
            places = [*facts, *_beside(facts, picture, told)]
            found.append(finder.finding(picture, facts, places, _with_others(picture, places)))
    return tuple(found)


def _drafts(rule: Rule, told: Told) -> tuple[Finding, ...]:
    finder = _Finder(rule, told)
    found = []
    pairs = dict.fromkeys((one.earlier, one.newer) for one in told.together.drafts)
    for earlier, newer in pairs:
        gives = [one for one in told.together.drafts if (one.earlier, one.newer) == (earlier, newer)]
        facts = tuple(fact for one in gives for fact in one.facts)
        own = told.together.of(gives[0].whom)
        picture = own if len(gives) == 1 else told.together.of(FAMILY) or own
        if picture is None or not any(told.table.weights[one.kind].of(one.exactness) for one in facts):
            continue
        because = (
            f"document {told.number(earlier)} tells what document {told.number(newer)} does not: "
            f"{told_kinds(facts)}; the one that tells more is taken for the earlier draft"
        )
        found.append(replace(finder.finding(picture, facts, facts, because), hint=rule.hint))
    return tuple(found)


def _adds(rule: Rule, told: Told) -> tuple[Finding, ...]:
    finder = _Finder(rule, told)
    found = []
    for one in reached(told.together.pictures, told.table, given_values(rule, "without", FactKind)):
        if one.reach is not Reach.ASKS or not _sided(rule, one.picture):
            continue
        for document in dict.fromkeys(fact.document for fact in one.facts):
            others = [fact for fact in one.facts if fact.document != document]
            left = weigh(others, told.table)
            # Where the others tell nothing there is nothing that it adds to.
            if 0 < left < told.table.asks:
                own = [fact for fact in one.facts if fact.document == document]
                facts = told_only_by(own, others)
                because = (
                    f"only document {told.number(document)} tells of {one.picture.whom.words}: "
                    f"{told_kinds(facts)}; without it the weight is {left} and not {one.weight}"
                )
                found.append(finder.finding(one.picture, facts, facts, because))
    return tuple(found)


def _judged(rule: Rule, told: Told) -> Iterator[Picture]:
    return (picture for picture in told.together.pictures if _sided(rule, picture))


def _sided(rule: Rule, picture: Picture) -> bool:
    sides = given_values(rule, "sides", Side)
    return not sides or picture.whom.side in sides


def _as_exact(rule: Rule, facts: Sequence[Fact]) -> bool:
    """Tell whether facts are asked about: where one is told exactly; noted: where all are told nearly."""
    reach = rule.params.get("reaches")
    exact = any(fact.exactness is Exactness.EXACT for fact in facts)
    return not isinstance(reach, Reach) or exact is (reach is Reach.ASKS)


def _own(picture: Picture) -> Picture:
    """Leave in a picture what is told of nobody else."""
    facts = tuple(fact for fact in picture.facts if fact.whom.key == picture.whom.key)
    return Picture(picture.whom, facts, picture.weight)


def _beside(facts: Sequence[Fact], picture: Picture, told: Told) -> list[Fact]:
    """Give what stands in the same passages of the same person or family: it is read together."""
    known = set(facts)
    passages = {fact.span.passage for fact in facts}
    ours = [picture.whom.key] if picture.whom.side not in HOUSEHOLD else None
    found: dict[Fact, None] = {}
    for one in told.together.pictures:
        if one.whom.key == picture.whom.key or (ours is None and one.whom.key == FAMILY):
            for fact in one.facts:
                if fact.span.passage in passages and fact not in known and fact.kind is not FactKind.NAME:
                    found[fact] = None
    return list(found)


def _with_others(picture: Picture, places: Sequence[Fact]) -> str:
    """Name what is told of a person, and apart from it what is told of others in the same paragraphs."""
    own = [fact for fact in places if fact.whom.key == picture.whom.key]
    others = [fact for fact in places if fact.whom.key != picture.whom.key]
    beside = f"; of others in the same place: {told_kinds(others)}" if others else ""
    return f"told: {told_kinds(own)}{beside}"


def _because(one: Reached, told: Told, asked: bool) -> str:
    documents = {fact.document for fact in one.facts}
    told_in = "" if len(told.documents) == 1 else f" in {len(documents)} of {len(told.documents)} documents"
    joined = [id_.replace("-", " ") for id_ in combinations_of(one.facts, told.table)]
    together = f"; together they are {listed(joined)}" if joined else ""
    of = f"told of {one.picture.whom.words}{told_in}: {_by_person(one)}"
    reach = f"asked about from {told.table.asks}"
    if not asked:
        by_itself = one.weight < told.table.asks or one.picture.whom.key == FAMILY
        reach = f"noted from {told.table.notes}" if by_itself else "asked about with the family"
    # A fact that a rule of its own asks about counts there, and in the picture of the person.
    whole = f" of {one.picture.weight}" if one.weight < one.picture.weight else ""
    return f"{of}; weight {one.weight}{whole}, {reach}{together}"


def _by_person(one: Reached) -> str:
    """Name the kinds of facts, in a picture of the family those of each of its members."""
    whoms = {fact.whom.key: fact.whom.words for fact in one.facts}
    if one.picture.whom.key != FAMILY or len(whoms) == 1:
        return told_kinds(one.facts)
    return "; ".join(
        f"of {words} {told_kinds(fact for fact in one.facts if fact.whom.key == key)}"
        for key, words in whoms.items()
    )


class _Finder:
    """Makes the findings of one rule."""

    def __init__(self, rule: Rule, told: Told) -> None:
        self._rule, self._told = rule, told
        self._passages: Mapping[str, tuple[Passage, Document, int]] = {
            passage.id: (passage, document, number)
            for document in told.documents
            for number, passage in enumerate(document.passages)
        }
        self._starts = {document.id: document.starts() for document in told.documents}
        self._seen: Counter[tuple[str, ...]] = Counter()

    def finding(
        self, picture: Picture, facts: Sequence[Fact], places: Iterable[Fact], because: str
    ) -> Finding:
        """Make the finding of some facts of a person; it stands at the first of its places."""
        spans = self._in_order({fact.span for fact in places})
        passage, document, _ = self._passages[spans[0].passage]
        start = self._starts[document.id].get(passage.id)
        instead = instead_of(facts, self._told.table, self._told.settings.audience)
        rule = self._rule
        return Finding(
            rule=rule.id,
            severity=rule.severity,
            label=None,
            masked=picture.whom.words,
            text=passage.text[spans[0].start : spans[0].end],
            entity=None,
            message=rule.message,
            hint=f"{rule.hint} {instead}".rstrip(),
            because=because,
            score=1.0,
            fingerprint=self._print(picture, facts),
            location=passage.locate(spans[0].start, spans[0].end),
            spans=spans,
            document_span=None if start is None else (start + spans[0].start, start + spans[0].end),
            headings=passage.headings,
        )

    def _in_order(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        numbers = {document.id: at for at, document in enumerate(self._told.documents)}

        def place(span: Span) -> tuple[int, int, int, int]:
            _, document, at = self._passages[span.passage]
            return numbers[document.id], at, span.start, span.end

        return tuple(sorted(spans, key=place))

    def _print(self, picture: Picture, facts: Sequence[Fact]) -> str:
        things = sorted({(fact.kind.value, fact.exactness.value, fact.same) for fact in facts})
        parts = (self._rule.id, picture.whom.side.value, *(part for thing in things for part in thing))
        self._seen[parts] += 1
        return fingerprint(self._told.secret, "finding", [*parts, str(self._seen[parts])])


_LOOKS: Mapping[Looks, Callable[[Rule, Told], tuple[Finding, ...]]] = MappingProxyType(
    {Looks.PICTURE: _pictures, Looks.FACT: _facts, Looks.DRAFT: _drafts, Looks.ADDS: _adds}
)
