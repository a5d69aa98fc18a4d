"""Requirements of the kind `together`: several facts in one sentence that say together who somebody is.

What remains: facts that are spread over the sentences of a paragraph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from redact.judge.checks.given import given_number, given_values, given_words
from redact.judge.phrases import Phrase, compile_phrases, words_of
from redact.judge.reading import Answer, Reading, at
from redact.judge.sentences import sentences
from redact.judge.subject import Fingerprints
from redact.values.judgement import Rule
from redact.values.people import Label, Mention, Standing
from redact.values.text import Passage, Span

__all__ = ["judge_together"]

_OF_THE_REVIEW = 0.6  # a date of the review itself is surer to stand in public than one of the family's life


def judge_together(rule: Rule, reading: Reading) -> Answer:
    """Find the sentences in which so many of the facts stand together; each is one finding.

    Params: `facts`, labels of mentions; `posts`, phrases that name a post; `least`, how many of them, each
    kind counted once (all of them where it is left out).
    """
    labels = given_values(rule, "facts", Label)
    posts = compile_phrases(given_words(rule, "posts"))
    least = given_number(rule, "least", len(labels) + bool(posts))
    by_passage: dict[str, list[Mention]] = defaultdict(list)
    for mention, _ in reading.subject.mentions:
        if mention.label in labels and _counts(mention):
            by_passage[mention.span.passage].append(mention)
    prints = Fingerprints(reading.subject, rule)
    found = []
    for passage in reading.subject.document.passages:
        # With a post a sentence has one fact more; without so many mentions none needs to be looked at.
        mentions = by_passage.get(passage.id, [])
        if len({mention.label for mention in mentions}) + bool(posts) < least or passage.apart:
            continue
        for span, kinds in _sentences(passage, mentions, posts, least):
            because = f"{', '.join(kinds[:-1])} and {kinds[-1]} stand in one sentence"
            found.append(at(rule, reading, span, because, prints))
    return Answer(tuple(found))


def _counts(mention: Mention) -> bool:
    if mention.label is Label.DATE:
        return mention.score >= _OF_THE_REVIEW
    return mention.standing is Standing.PARTICIPANT


def _sentences(
    passage: Passage, mentions: list[Mention], posts: tuple[Phrase, ...], least: int
) -> Iterator[tuple[Span, list[str]]]:
    for start, end in sentences(passage.text):
        inside = [one for one in mentions if start <= one.span.start and one.span.end <= end]
        kinds = list(dict.fromkeys(one.label.words for one in inside))
        if len(kinds) + bool(posts) < least:
            continue
        words = words_of(passage.text[start:end]) if posts else []
        if any(post.search(words) for post in posts):
            kinds.insert(0, "post")
        if len(kinds) >= max(least, 2):
            yield Span(passage.id, start, end), kinds
