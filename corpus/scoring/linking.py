"""Who is who: the resolver is given the gold mentions of a case, and its persons are held against the gold.

Only names of people of the case count: cited authors and public cases are left out. A mention that the gold
marks open, since the text does not decide who it is, should come out unresolved.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import Any

from corpus.scoring.counting import Tally
from corpus.scoring.values import Case
from corpus.telling.gold import GoldMention, Told
from redact.resolve import resolve
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Document, Format, Location, Part, Passage, Span

__all__ = ["count_linking", "linking_figures"]

_GOLD = Evidence("gold", "1", "gold", "the gold says so")
_FIGURES = ("mentions", "decided", "decided unresolved", "open", "open unresolved", "wrong mentions")
_PAIRS = ("pairs", "pairs put together", "pairs rightly together", "decided pairs rightly together")


def count_linking(case: Case) -> Tally:
    """Resolve the gold mentions of all documents of a case in one call, and count.

    Returns: under "linking" how many mentions are decided by the text, how many of these came out unresolved,
    and how many stand with a person whose other mentions are mostly somebody else's ("wrong mentions"); and
    pairs of mentions of one person, of which the gold and the resolver say that they are.
    """
    documents, gold = [], {}
    for number, told in enumerate(case):
        document, mentions = _as_document(told, f"{number:012x}")
        documents.append(document)
        gold.update(mentions)
    resolution = resolve(tuple(gold), documents)
    tally: Tally = Counter({("linking", name): 0 for name in (*_FIGURES, *_PAIRS)})
    for mention in gold.values():
        tally["linking", "mentions"] += 1
        tally["linking", "open" if mention.open else "decided"] += 1
    for unresolved in resolution.unresolved:
        tally["linking", "open unresolved" if gold[unresolved].open else "decided unresolved"] += 1
    tally["linking", "pairs"] = _pairs(Counter(mention.who for mention in gold.values() if not mention.open))
    for entity in resolution.entities:
        own = [gold[mention] for mention in entity.mentions]
        people = Counter(mention.who for mention in own)
        tally["linking", "wrong mentions"] += len(own) - max(people.values())
        tally["linking", "pairs put together"] += _pairs(Counter({"all": len(own)}))
        tally["linking", "pairs rightly together"] += _pairs(people)
        decided = Counter(mention.who for mention in own if not mention.open)
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


def _as_document(told: Told, id_: str) -> tuple[Document, dict[Mention, GoldMention]]:
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
        gold[Mention(span, Label.PERSON, 1.0, _GOLD)] = mention
    return Document(id_, "0" * 64, Format.TXT, passages, ()), gold
