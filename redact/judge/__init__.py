"""Rulebook and mentions → Judgement: may this document be published."""

from redact.judge.bundle import BUNDLE_KINDS, Bundle, judge_bundle
from redact.judge.deciding import NO_WORDS, Words, last_words, weigh
from redact.judge.judging import judge, settings_digest, status_of
from redact.judge.kinds import KINDS
from redact.judge.once import Once
from redact.judge.prints import prints_of
from redact.judge.since import compare

__all__ = [
    "BUNDLE_KINDS",
    "KINDS",
    "NO_WORDS",
    "Bundle",
    "Once",
    "Words",
    "compare",
    "judge",
    "judge_bundle",
    "last_words",
    "prints_of",
    "settings_digest",
    "status_of",
    "weigh",
]
