"""Mentions → entities: which mentions are one thing."""

from redact.resolve.resolving import resolve

__all__ = ["resolve"]
