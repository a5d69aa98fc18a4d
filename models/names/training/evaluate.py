"""What a shipped graph finds in texts that it was not trained on: by word, by mention, by person, by group.

A mention is found when all its words (signs aside) are: as *name*, or as name or *check*. All that is
counted here is counted on texts from which nothing was learned; thresholds may be chosen by it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from models.names.training.codes import LABELS, codes
from models.names.training.sources import Marked, public, rows, told
from redact.recognise.model.labels import CLASSES, ModelLabel, ModelSpan, Rank
from redact.recognise.model.pieces import Vocabulary, Words
from redact.recognise.model.reading import NameModel, graph_of
from redact.recognise.model.shipped import Shipped
from redact.recognise.model.spans import spans

__all__ = ["THRESHOLDS", "evaluate"]

THRESHOLDS = (0.5, 0.35, 0.2, 0.1, 0.05)
_GROUPS = ("heritage", "form", "hard", "style", "agency")

_Odds = npt.NDArray[np.float32]
_Counts = Counter[tuple[str, ...]]


def evaluate(
    graph: bytes, vocabulary: Path, sets: Mapping[str, Path], checks: Mapping[str, float]
) -> dict[str, Any]:
    """Measure a graph.

    Args:
        sets: texts by the name under which their figures are given; `told` or public.
        checks: for each label the odds from which a word is worth a check.
    """
    thresholds = {ModelLabel(label): odds for label, odds in checks.items()}
    model = NameModel(Vocabulary.read(vocabulary), graph_of(graph), Shipped({}, thresholds))
    return {name: _one(model, path, thresholds) for name, path in sets.items()}


def _one(model: NameModel, path: Path, checks: Mapping[ModelLabel, float]) -> dict[str, Any]:
    entries = list(rows(path))
    is_told = "mentions" in entries[0]
    texts = list(told(path) if is_told else public(path, 1.0))
    answers = {text: (words, odds) for text, words, odds in model.odds([each.text for each in texts])}
    counts: _Counts = Counter()
    for marked in texts:
        words, odds = answers[marked.text]
        _count_words(counts, marked, words, odds, checks)
    figures: dict[str, Any] = {"words": counts["words",], "by word": _by_word(counts)}
    figures["PER by threshold"] = {str(odds): _at(texts, answers, odds) for odds in THRESHOLDS}
    if is_told:
        figures["mentions of people"] = _people(entries, answers, checks)
    return figures


def _count_words(
    counts: _Counts, marked: Marked, words: Words, odds: _Odds, checks: Mapping[ModelLabel, float]
) -> None:
    gold = codes(words, marked.spans, marked.unmarked)
    found = spans(words, odds, checks)
    counts["words",] += len(marked.text.split())
    for number, label in enumerate(LABELS):
        own = (gold == 2 * number + 1) | (gold == 2 * number + 2)
        known = gold < len(CLASSES)
        name = _covered(words, [span for span in found if span.label is label and span.rank is Rank.NAME])
        either = _covered(words, [span for span in found if span.label is label])
        counts[label.value, "words"] += int(own.sum())
        for rank, taken in (("name", name), ("name or check", either)):
            counts[label.value, rank, "right"] += int((own & taken).sum())
            counts[label.value, rank, "all"] += int((taken & known).sum())


def _covered(words: Words, found: Sequence[ModelSpan]) -> npt.NDArray[np.bool_]:
    taken = np.zeros(len(words), dtype=np.bool_)
    starts = [word.start for word in words]
    for span in found:
        low = int(np.searchsorted(starts, span.start))
        taken[low : int(np.searchsorted(starts, span.end))] = True
    return taken


def _by_word(counts: _Counts) -> dict[str, Any]:
    return {
        label.value: {
            "words": counts[label.value, "words"],
            **{
                f"{rank}, {what}": _share(counts[label.value, rank, "right"], counts[below])
                for rank in ("name", "name or check")
                for what, below in (
                    ("recall", (label.value, "words")),
                    ("precision", (label.value, rank, "all")),
                )
            },
        }
        for label in LABELS
    }


def _at(
    texts: Sequence[Marked], answers: Mapping[str, tuple[Words, _Odds]], threshold: float
) -> dict[str, Any]:
    """Count words of people and those taken for one at a threshold, the likeliest ones always among them."""
    right = own = taken = 0
    for marked in texts:
        words, odds = answers[marked.text]
        gold = codes(words, marked.spans, marked.unmarked)
        person = (gold == 1) | (gold == 2)
        best = odds.argmax(axis=1)
        found = ((odds[:, 1] + odds[:, 2] >= threshold) | (best == 1) | (best == 2)) & (gold < len(CLASSES))
        right += int((person & found).sum())
        own += int(person.sum())
        taken += int(found.sum())
    return {"recall": _share(right, own), "precision": _share(right, taken)}


def _people(
    entries: Sequence[Mapping[str, Any]],
    answers: Mapping[str, tuple[Words, _Odds]],
    checks: Mapping[ModelLabel, float],
) -> dict[str, Any]:
    """Count mentions of people who must not be named, and names that are nobody's."""
    groups: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    people: dict[tuple[int, str], list[tuple[bool, bool]]] = defaultdict(list)
    wrong: Counter[str] = Counter()
    total = 0
    for row in entries:
        words, odds = answers[row["text"]]
        found = [span for span in spans(words, odds, checks) if span.label is ModelLabel.PERSON]
        names = [span for span in found if span.rank is Rank.NAME]
        for mention in row["mentions"]:
            if mention["label"] != "PERSON" or mention["stays"] or mention["form"] == "user":
                continue  # user names are found by a rule
            result = (_holds(row["text"], mention, names), _holds(row["text"], mention, found))
            people[row["case"], mention["who"]].append(result)
            for group in _groups(row, mention):
                groups[group].append(result)
        total += len(row["text"].split())
        for rank, said in (("name", names), ("name or check", found)):
            wrong[rank] += sum(not _touches(span, row["mentions"]) for span in said)
    return {
        "people": len(people),
        "people, every mention found": _both(
            [(all(name for name, _ in each), all(any_ for _, any_ in each)) for each in people.values()]
        ),
        "false in 1,000 words": {
            rank: round(1000 * count / max(total, 1), 3) for rank, count in wrong.items()
        },
        **{f"{what} {which}".strip(): _both(results) for (what, which), results in sorted(groups.items())},
    }


def _groups(row: Mapping[str, Any], mention: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield "all", ""
    for what in _GROUPS:
        value = mention.get(what, row.get(what, ""))
        for each in value if isinstance(value, list) else [value]:
            if each:
                yield what, str(each)


def _holds(text: str, mention: Mapping[str, Any], found: Sequence[ModelSpan]) -> bool:
    start, end = mention["span"]
    taken: set[int] = set()
    for span in found:
        taken.update(range(max(start, span.start), min(end, span.end)))
    return all(at in taken for at in range(start, end) if text[at].isalnum())


def _touches(span: ModelSpan, mentions: Sequence[Mapping[str, Any]]) -> bool:
    return any(each["span"][0] < span.end and span.start < each["span"][1] for each in mentions)


def _both(results: Sequence[tuple[bool, bool]]) -> dict[str, Any]:
    return {
        "of": len(results),
        "name": _share(sum(name for name, _ in results), len(results)),
        "name or check": _share(sum(either for _, either in results), len(results)),
    }


def _share(some: int, whole: int) -> float | None:
    return round(some / whole, 4) if whole else None
