"""Identities from the case's own papers: the best list of names there is, taken over when a person agrees."""

from redact.resolve.papers.reading import read_paper, read_papers
from redact.resolve.papers.taking_over import Proposal, What, apply, propose

__all__ = ["Proposal", "What", "apply", "propose", "read_paper", "read_papers"]
