"""Rulebook and mentions → Judgement: may this document be published."""

from redact.judge.judging import judge, settings_digest, status_of
from redact.judge.kinds import KINDS

__all__ = ["KINDS", "judge", "settings_digest", "status_of"]
