"""Invented workers on a review with identities of their own, made once: nothing of them is ever changed."""

from __future__ import annotations

from functools import cache

from redact.keystore.identity import Identity, generate

__all__ = ["imogen", "joseph", "mallory"]


@cache
def imogen() -> Identity:
    """Begins cases and keeps their keys."""
    return generate("Imogen Tarrant", "business manager")


@cache
def joseph() -> Identity:
    """Works on the same case."""
    return generate("Joseph Adeyemi-Clarke", "overview author")


@cache
def mallory() -> Identity:
    """Has the cards of the others, and is trusted by nobody."""
    return generate("Mallory Quist", "")
