"""Public sets with gold of their own: TAB by its entity rule, GUM and LitBank by mentions and words.

They lie in a folder outside the repository, and are passed over where it is not there. For TAB hits of every
label and severity count, and beside them those alone that stop a publication (block or ask); elsewhere only
those. For precision of people only hits called PERSON.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from corpus.scoring.covering import mask
from corpus.scoring.figures import share
from corpus.scoring.values import Hit, Read
from redact.resolve.wording import before_titles

__all__ = ["Judgment", "Marked", "entity_figures", "marked_figures", "read_marked", "read_tab", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What TAB does not count, as it names them, with its prepositions, articles and conjunctions by list.
_IGNORED = frozenset(
    """
    mr mrs ms no nr about a an the of in on at by to for from with and or nor but into between against under
    over after before during through since until within without near as per
    """.split()  # noqa: SIM905 - a list of sixty strings is harder to read
)
# A mention of ours covers the name alone, and TAB counts some titles as a part of it.
_TITLED = "PERSON with the title that anonymise takes along"
_TITLE_AT_MOST = 60  # code points of titles and ranks before a name
_APPLICATION = re.compile(r"\d{1,6}/\d\d")


@dataclass(frozen=True, slots=True)
class Judgment:
    """One judgment of TAB. `entities`: id → (DIRECT or QUASI or NO_MASK, type, spans)."""

    text: str = field(repr=False)
    entities: Mapping[tuple[str, str], tuple[str, tuple[tuple[int, int], ...]]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Marked:
    """One document of a set with spans of people: half-open code points."""

    title: str
    text: str = field(repr=False)
    people: tuple[tuple[int, int], ...] = field(repr=False)


def read_tab(path: Path) -> tuple[Judgment, ...]:
    """Read TAB's judgments; an entity has one kind of identifier at a time, as its mentions have."""
    judgments = []
    for line in path.read_text(encoding="utf-8").splitlines():
        values = json.loads(line)
        spans: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
        types: dict[tuple[str, str], str] = {}
        for each in values["entities"]:
            key = each["entity_id"], each["identifier_type"]
            spans[key].append((each["start_offset"], each["end_offset"]))
            types.setdefault(key, each["entity_type"])
        judgments.append(
            Judgment(values["text"], {key: (types[key], tuple(own)) for key, own in spans.items()})
        )
    return tuple(judgments)


def read_marked(path: Path, titles: Mapping[str, str] | None = None) -> tuple[Marked, ...]:
    """Read a set of one text a line and join the texts of a document by empty lines.

    Args:
        titles: the documents that are kept, with their titles; all of them where it is not given.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    people: dict[str, list[tuple[int, int]]] = defaultdict(list)
    length: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        values = json.loads(line)
        name = values["doc"]
        if "PER" not in values["ann"].split() or (titles is not None and name not in titles):
            continue
        texts[name].append(values["text"])
        for start, end, label in values["spans"]:
            if label == "PER":
                people[name].append((length[name] + start, length[name] + end))
        length[name] += len(values["text"]) + 2
    return tuple(
        Marked((titles or {}).get(name, name), "\n\n".join(own), tuple(people[name]))
        for name, own in texts.items()
    )


def entity_figures(
    judgments: Sequence[Judgment], reads: Sequence[Read], *, stopping: bool = False
) -> dict[str, Any]:
    """Count by TAB's rule: an entity is found only when every one of its mentions is.

    Args:
        stopping: count only findings that stop a publication.

    Returns: also, of the words under findings of a person that block, how many are a person's.

    Application numbers are counted apart from direct identifiers: a rule for them finds nothing else.
    """
    found: dict[str, Counter[str]] = defaultdict(Counter)
    words: Counter[str] = Counter()
    for judgment, read in zip(judgments, reads, strict=True):
        text = judgment.text
        hits = [hit for hit in read.hits if hit.stops or not stopping]
        under, titled = mask(len(text), hits), mask(len(text), (_with_title(text, hit) for hit in hits))
        for (_, kind), (type_, spans) in judgment.entities.items():
            if kind == "NO_MASK":
                continue
            covered = [_words_covered(text, under, span) for span in spans]
            for name in _group(kind, type_, [text[start:end] for start, end in spans]):
                _add(found[name], covered)
            if type_ == "PERSON":
                named = [_words_covered(text, titled, span) for span in spans]
                _add(found[f"{kind.lower()} {_TITLED}"], named)
        words.update(_words_under(judgment, read, under))
    return {
        "documents": len(judgments),
        "entities": {name: dict(own) for name, own in sorted(found.items())},
        "words_masked": words["masked"],
        "word_precision": share(words["right"], words["masked"]),
        "words_named": words["named"],
        "name_precision": share(words["people"], words["named"]),
    }


def _add(counts: Counter[str], covered: Sequence[bool]) -> None:
    counts.update(entities=1, found=all(covered), mentions=len(covered), mentions_found=sum(covered))


def _words_under(judgment: Judgment, read: Read, under: Sequence[int]) -> Counter[str]:
    """Count the words under findings, and those of them that are to go; the same of people that block."""
    text = judgment.text
    named = (hit for hit in read.hits if hit.label == "PERSON" and hit.severity == "block")
    names, to_mask, person = mask(len(text), named), bytearray(len(text)), bytearray(len(text))
    for (_, kind), (type_, spans) in judgment.entities.items():
        for start, end in spans:
            if kind != "NO_MASK":
                to_mask[start:end] = b"\1" * (end - start)
            if type_ == "PERSON":
                person[start:end] = b"\1" * (end - start)
    counts: Counter[str] = Counter()
    for start, end in words_of(text):
        if not _is_ignored(text[start:end]):
            counts.update(
                masked=under[start],
                right=under[start] and to_mask[start],
                named=names[start],
                people=names[start] and person[start],
            )
    return counts


def marked_figures(documents: Sequence[Marked], reads: Sequence[Read]) -> dict[str, Any]:
    """Count mentions and words of people, over each document and all together."""
    each: dict[str, Counter[str]] = {}
    for document, read in zip(documents, reads, strict=True):
        each.setdefault(document.title, Counter()).update(_people(document, read))
    everything: Counter[str] = Counter()
    for own in each.values():
        everything.update(own)
    return {
        "documents": len(each),
        "all": _with_shares(everything),
        "each": {name: _with_shares(own) for name, own in each.items()},
    }


def words_of(text: str) -> Iterator[tuple[int, int]]:
    """Give the words of a text, without signs."""
    return (word.span() for word in _WORD.finditer(text))


def _group(kind: str, type_: str, quotes: Sequence[str]) -> tuple[str, ...]:
    if kind == "DIRECT" and type_ == "CODE" and any(_APPLICATION.fullmatch(quote) for quote in quotes):
        return ("direct application numbers",)
    return f"{kind.lower()} all", f"{kind.lower()} {type_}"


def _with_title(text: str, hit: Hit) -> Hit:
    """Give a name that is found the stretch that `redact anonymise` writes anew: Dr Coe becomes GP1."""
    if hit.label != "PERSON":
        return hit
    begun = max(0, hit.start - _TITLE_AT_MOST)
    return replace(hit, start=begun + before_titles(text[begun : hit.end], hit.start - begun))


def _words_covered(text: str, under: Sequence[int], span: tuple[int, int]) -> bool:
    """Tell whether every letter and digit of a mention is marked, but for words that do not count."""
    start, end = span
    for word in _WORD.finditer(text, start, end):
        signs = [at for at in range(*word.span()) if text[at].isalnum()]
        if not _is_ignored(word[0]) and not all(under[at] for at in signs):
            return False
    return True


def _is_ignored(word: str) -> bool:
    """Whether TAB does not count a word; a capital by itself is an initial."""
    return word.casefold() in _IGNORED and not (len(word) == 1 and word.isupper())


def _people(document: Marked, read: Read) -> Counter[str]:
    text = document.text
    stops = [hit for hit in read.hits if hit.stops]
    under, named = mask(len(text), stops), mask(len(text), (hit for hit in stops if hit.label == "PERSON"))
    blocked = mask(len(text), (hit for hit in stops if hit.severity == "block"))
    gold = bytearray(len(text))
    for start, end in document.people:
        gold[start:end] = b"\1" * (end - start)
    counts: Counter[str] = Counter(mentions=len(document.people))
    counts["as_name"] = sum(_words_covered(text, blocked, span) for span in document.people)
    counts["found"] = sum(_words_covered(text, under, span) for span in document.people)
    for start, _ in words_of(text):
        counts.update(
            words=1, gold_words=gold[start], found_words=gold[start] and under[start],
            named_words=named[start], right_words=named[start] and gold[start],
        )  # fmt: skip
    return counts


def _with_shares(counts: Counter[str]) -> dict[str, Any]:
    return {
        **counts,
        "mention_recall": share(counts["found"], counts["mentions"]),
        "word_recall": share(counts["found_words"], counts["gold_words"]),
        "word_precision": share(counts["right_words"], counts["named_words"]),
    }
