"""What a review says of labels that stand in the papers already, and which label it suggests.

A label beside a name is suggested for whose name it is. Where there are two for one person, or one for two,
all are shown and none is suggested: somebody says which one counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from redact.errors import WrongUse

if TYPE_CHECKING:
    from redact.resolve.labels_told import Offer
    from redact.values.reviewing import Sitting
    from redact.values.schemes import Scheme

__all__ = ["offer_lines", "proposed_label"]

_PLACES_SHOWN = 1


def offer_lines(offers: Sequence[Offer]) -> list[str]:
    """Say which labels stand beside a name in the papers, and where."""
    lines = [f"  the papers have a label for this name: {one.label}, {_places(one)}" for one in offers]
    if len(offers) > 1:
        lines.append(f"  these are {len(offers)} labels for one name: you will be asked which one counts")
    lines += [_shared(one) for one in offers if one.others]
    return lines


def proposed_label(
    sitting: Sitting, of: str, scheme: Scheme, suggested: str | None
) -> tuple[str | None, list[str]]:
    """Give the label that is suggested for somebody of the key, and what is to be said before it is asked.

    Args:
        suggested: the one of the scheme; it stands where the papers have none that may be taken up.

    Returns: none as the label where several could be meant: then one has to be written.
    """
    from redact.resolve import giving
    from redact.resolve.labels_told import offers_to

    offers = offers_to(sitting, of)
    fitting, lines = [], []
    for one in offers:
        try:
            giving.give_label(sitting.key, of, one.label, scheme)
            fitting.append(one)
        except WrongUse as error:
            lines.append(f"  {one.label} stands beside this name, and cannot be the label: {error.what}")
    if len(fitting) > 1:
        lines += [f"  in the papers: {one.label}, {_places(one)}" for one in fitting]
        return None, [*lines, "  one person has one label: write which of these counts, or another"]
    if len(fitting) == 1 and fitting[0].others:
        return None, [*lines, _shared(fitting[0]), "  write this label, if it is theirs, or another"]
    if fitting:
        return fitting[0].label, [*lines, f"  in the papers: {fitting[0].label}, {_places(fitting[0])}"]
    return suggested, lines


def _shared(offer: Offer) -> str:
    return f"  {offer.label} stands beside somebody else's name too, or is theirs: one alone can have it"


def _places(offer: Offer) -> str:
    places = list(dict.fromkeys(_place(spot.document, spot.where, spot.text) for spot in offer.spots))
    left = len(places) - _PLACES_SHOWN
    more = f", and in {left} more place(s)" if left > 0 else ""
    return "; ".join(places[:_PLACES_SHOWN]) + more


def _place(document: int, where: str, text: str) -> str:
    return f"beside [{text}] in document {document}, {where}"
