"""What is typed into a review: the words that are commands, what is parted, what stays, what is a label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from redact.cli.review_showing import places_of
from redact.errors import WrongUse
from redact.values.decisions import Reason

if TYPE_CHECKING:
    from redact.values.reviewing import Sitting

__all__ = ["COMMANDS", "as_label", "parted", "staying"]

# Why a place or an organisation may stay under its name, where one person's word is enough.
_MAY_STAY = (
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


def parted(sitting: Sitting, spelling: str) -> Sitting:
    """Part a spelling from the question in hand, or places by the numbers under which they are shown.

    Raises:
        WrongUse: it is not among them, or is all of them.
    """
    from redact.resolve import reviewing

    numbers = spelling.replace(",", " ").split()
    if not numbers or not all(map(str.isdecimal, numbers)):
        return reviewing.split(sitting, spelling)
    places = dict(enumerate(places_of(sitting.waiting[0]).values(), 1))
    wrong = WrongUse("these are not the numbers of some of the places", "all shows each place.")
    if not set(map(int, numbers)) <= set(places):
        raise wrong
    spots = [spot for number in numbers for spot in places[int(number)]]
    return reviewing.split_places(sitting, spots, wrong)


def staying(sitting: Sitting, why: str) -> Sitting:
    """Let a person stay by name in the whole case, or a place or an organisation here for a reason.

    Raises:
        WrongUse: the reason is missing, or is none.
    """
    from redact.resolve import reviewing

    if not sitting.waiting[0].is_thing and not why:
        return reviewing.new_person(sitting, None)
    if not sitting.waiting[0].is_thing:
        raise WrongUse("a person stays in the whole case", "Write stays alone.")
    known = {reason.value: reason for reason in _MAY_STAY}
    if why not in known:
        raise WrongUse(
            "it has to be said why it stays", f"Write stays and a reason: {', '.join(sorted(known))}."
        )
    return reviewing.stays_named(sitting, known[why])
