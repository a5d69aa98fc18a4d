"""Who is who: the resolver is given the gold mentions of a case, and its persons are held against the gold.

Only names of people of the case count: cited authors and public cases are left out. A mention that the gold
marks open, since the papers do not decide who it is, should come out unresolved. A document by itself may
show but one of two who are called so: it neither decides whose the name is nor shows anything to doubt, and
such a mention is counted apart there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.scoring.counting import Tally
from corpus.scoring.values import Case
from corpus.telling.gold import Told
from redact.resolve import resolve
from redact.resolve.names import read_name
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span

__all__ = [
    "GOLD",
    "Linker",
    "Who",
    "by_text",
    "by_token",
    "count_keys",
    "count_linking",
    "linking_figures",
    "ours",
]

GOLD = Evidence("gold", "1", "gold", "the gold says so")
_FIGURES = (
    *("mentions", "decided", "decided unresolved", "open", "open unresolved", "open elsewhere"),
    *("open elsewhere unresolved", "wrong mentions", "wrong open mentions", "people"),
)
_PAIRS = ("pairs", "pairs put together", "pairs rightly together", "decided pairs rightly together")

# Gives for each mention the key of its person, or None where it is nobody's.
Linker = Callable[[Sequence[Mention], Sequence[Document]], Sequence[str | None]]


@dataclass(frozen=True, slots=True)
class Who:
    """What the gold says of one mention: who it is, and whether the papers leave that open.

    `elsewhere`: only papers that the resolver is not given show the second bearer.
    """

    who: str
    open: bool = False
    elsewhere: bool = False


def ours(mentions: Sequence[Mention], documents: Sequence[Document]) -> list[str | None]:
    """Link as redact does."""
    resolution = resolve(mentions, documents)
    found = {mention: entity.id for entity in resolution.entities for mention in entity.mentions}
    return [found.get(mention) for mention in mentions]


def by_text(mentions: Sequence[Mention], documents: Sequence[Document]) -> list[str | None]:
    """Link what is written alike, whatever its case."""
    return [" ".join(text.casefold().split()) for text in _texts(mentions, documents)]


def by_token(mentions: Sequence[Mention], documents: Sequence[Document]) -> list[str | None]:
    """Link what has the same last word, or of "Rook, Kay" the same surname."""
    return [(read_name(text).last.split() or [text])[-1] for text in _texts(mentions, documents)]


def count_linking(case: Case, link: Linker = ours) -> Tally:
    """Resolve the gold mentions of all documents of a case in one call, and count, as `count_keys` does."""
    documents, gold = [], {}
    for number, told in enumerate(case):
        document, mentions = _as_document(told, f"{number:012x}", by_itself=len(case) == 1)
        documents.append(document)
        gold.update(mentions)
    return count_keys(gold, link(tuple(gold), documents))


def count_keys(gold: Mapping[Mention, Who], keys: Sequence[str | None]) -> Tally:
    """Count what became of the mentions of one call.

    Returns: under "linking" how many mentions are decided by the text, how many of these came out unresolved,
    and how many stand with a person whose other mentions are mostly somebody else's ("wrong mentions", and
    those of them that the gold leaves open); and pairs of mentions of one person, of which the gold and the
    resolver say that they are.
    """
    tally: Tally = Counter({("linking", name): 0 for name in (*_FIGURES, *_PAIRS)})
    persons: dict[str, list[Who]] = {}
    for who, key in zip(gold.values(), keys, strict=True):
        kind = "decided" if not who.open else "open elsewhere" if who.elsewhere else "open"
        tally["linking", "mentions"] += 1
        tally["linking", kind] += 1
        if key is None:
            tally["linking", f"{kind} unresolved"] += 1
        else:
            persons.setdefault(key, []).append(who)
    tally["linking", "people"] = len({who.who for who in gold.values()})
    tally["linking", "pairs"] = _pairs(Counter(who.who for who in gold.values() if not who.open))
    for own in persons.values():
        people = Counter(each.who for each in own)
        most = max(people, key=lambda who: (people[who], who))
        wrong = [each for each in own if each.who != most]
        tally["linking", "wrong mentions"] += len(wrong)
        tally["linking", "wrong open mentions"] += sum(each.open for each in wrong)
        tally["linking", "pairs put together"] += _pairs(Counter({"all": len(own)}))
        tally["linking", "pairs rightly together"] += _pairs(people)
        decided = Counter(each.who for each in own if not each.open)
        tally["linking", "decided pairs rightly together"] += _pairs(decided)
    return tally


def linking_figures(tally: Tally) -> dict[str, Any] | None:
    """Put the counts in order with pairwise precision, recall and F1; None where nothing was counted."""
    counts = {name: tally["linking", name] for name in (*_FIGURES, *_PAIRS)}
    if not counts["mentions"]:
        return None
    precision = _share(counts["pairs rightly together"], counts["pairs put together"])
    recall = _share(counts["decided pairs rightly together"], counts["pairs"])
    f1 = round(2 * precision * recall / (precision + recall), 4) if precision + recall else 0.0
    return {**counts, "precision": precision, "recall": recall, "f1": f1}


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 1.0


def _pairs(people: Counter[str]) -> int:
    return sum(number * (number - 1) // 2 for number in people.values())


def _texts(mentions: Sequence[Mention], documents: Sequence[Document]) -> list[str]:
    texts = {passage.id: passage.text for document in documents for passage in document.passages}
    return [texts[one.span.passage][one.span.start : one.span.end] for one in mentions]


def _as_document(told: Told, id_: str, *, by_itself: bool) -> tuple[Document, dict[Mention, Who]]:
    """Make a passage of each line, and one of the lines over which a name is broken."""
    names = [m for m in told.mentions if m.label == "PERSON" and m.who]
    broken = {at for m in names for at in range(*m.span) if told.text[at] == "\n"}
    ends = [at for at, sign in enumerate(told.text) if sign == "\n" and at not in broken] + [len(told.text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    passages = tuple(
        Passage(f"{id_}:{number}", told.text[start:end], Location(Part.BODY))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True))
    )
    gold = {}
    for mention in names:
        number = bisect_right(starts, mention.span[0]) - 1
        start = starts[number]
        span = Span(passages[number].id, mention.span[0] - start, mention.span[1] - start)
        who = Who(mention.who, mention.open, by_itself and mention.alone)
        gold[Mention(span, Label.PERSON, 1.0, GOLD)] = who
    return Document(id_, "0" * 64, Format.TXT, passages, ()), gold
