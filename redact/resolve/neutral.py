"""Wording that does not tell whether somebody is a boy or a girl: suggested word by word, never applied.

A sentence often needs more than another word ("they was"), and a word may be somebody else's; so each is a
suggestion with what to look at. What remains: a sex that the story tells ("pregnant", a boys' school).
"""

from __future__ import annotations

import re

from redact.values.edits import Suggestion
from redact.values.text import Passage, Span

__all__ = ["suggest_neutral"]

_VERB = "look at the verb behind it: they is, they was and they has do not agree"
_WHOSE = "look whose it is: of a grown-up it may stay"
_PLAIN = "it tells the sex"
# Each word with what may stand for it, and what to look at.
_WORDS: dict[str, tuple[str, str]] = {
    "he": ("they", _VERB),
    "she": ("they", _VERB),
    "he's": ("they are", _WHOSE),
    "she's": ("they are", _WHOSE),
    "him": ("them", _WHOSE),
    "his": ("their", "behind a verb, as in it is his, write theirs"),
    "her": ("their", "behind a verb or a preposition, as in to her, write them"),
    "hers": ("theirs", _WHOSE),
    "himself": ("themself", _WHOSE),
    "herself": ("themself", _WHOSE),
    "son": ("child", _PLAIN),
    "daughter": ("child", _PLAIN),
    "boy": ("child", _PLAIN),
    "girl": ("child", _PLAIN),
    "baby boy": ("baby", _PLAIN),
    "baby girl": ("baby", _PLAIN),
    "brother": ("sibling", _PLAIN),
    "sister": ("sibling", _PLAIN),
    "brothers": ("siblings", _PLAIN),
    "sisters": ("siblings", _PLAIN),
    "half brother": ("half sibling", _PLAIN),
    "half sister": ("half sibling", _PLAIN),
    "half-brother": ("half-sibling", _PLAIN),
    "half-sister": ("half-sibling", _PLAIN),
    "sons": ("children", _PLAIN),
    "daughters": ("children", _PLAIN),
    "boys": ("children", _PLAIN),
    "girls": ("children", _PLAIN),
    "nephew": ("relative", _PLAIN),
    "niece": ("relative", _PLAIN),
    "grandson": ("grandchild", _PLAIN),
    "granddaughter": ("grandchild", _PLAIN),
    "male": ("", "it tells the sex; leave it out"),
    "female": ("", "it tells the sex; leave it out"),
}
_PATTERN = re.compile(
    "(?<![\\w'\u2019-])(?:"
    + "|".join(
        re.escape(word).replace("'", "['\u2019]") for word in sorted(_WORDS, key=lambda word: -len(word))
    )
    + ")(?![\\w-]|['\u2019](?!s\\b))",
    re.IGNORECASE,
)


def suggest_neutral(passage: Passage) -> tuple[Suggestion, ...]:
    """Suggest for each word of a passage that tells a sex what may stand for it, in reading order.

    Returns: spans that never overlap, half-open code points of the passage's text; empty where nothing does.
    """
    found = []
    for match in _PATTERN.finditer(passage.text):
        instead, why = _WORDS[match.group().casefold().replace("\u2019", "'")]
        span = Span(passage.id, match.start(), match.end())
        found.append(Suggestion(span, _as_written(instead, match.group()), why))
    return tuple(found)


def _as_written(instead: str, word: str) -> str:
    """Give a word the capitals of the one it stands for."""
    if len(word) > 1 and word.isupper():
        return instead.upper()
    return instead[:1].upper() + instead[1:] if word[0].isupper() else instead
