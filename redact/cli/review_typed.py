"""What is typed into a review: the words that are commands, the reasons that are taken, what is a label."""

from __future__ import annotations

from redact.errors import WrongUse
from redact.values.decisions import Reason

__all__ = ["COMMANDS", "MAY_STAY", "as_label"]

# Why a place or an organisation may stay under its name, where one person's word is enough.
MAY_STAY = (
    *(Reason.PUBLIC_BODY, Reason.NEEDED_TO_UNDERSTAND, Reason.ALREADY_PUBLIC, Reason.PUBLISHED_WORK),
    *(Reason.FAMILY_WISH, Reason.COURT_DIRECTION),
)
# What nobody means as a label, although it is typed where one is asked for.
COMMANDS = frozenset(
    (
        *("all", "back", "cancel", "help", "label", "merge", "new", "no", "not", "people", "quit", "skip"),
        *("split", "stays", "undo", "unlink", "y", "yes", "?"),
    )
)


def as_label(text: str) -> str:
    """Take what was typed for a label; what begins with a small letter was meant for something else.

    Raises:
        WrongUse: it does.
    """
    if text[:1].islower():
        raise WrongUse("a label begins with a capital letter", "Write it so, such as Parent 2.")
    return text
