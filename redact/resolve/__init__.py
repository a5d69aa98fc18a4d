"""Mentions → entities: which mentions are one thing."""

from redact.resolve.changes import changes
from redact.resolve.resolving import resolve, resolve_with_cards

__all__ = ["changes", "resolve", "resolve_with_cards"]
