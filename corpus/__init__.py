"""Invented cases with gold, and the scores on them. Nothing in `redact` imports this."""
