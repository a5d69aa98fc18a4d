"""Two versions of one drawing: the one that Word shows stays, the other goes."""

from __future__ import annotations

from redact.formats.word.cleaning.ledger import Ledger, text_of
from redact.formats.word.cleaning.names import PREFIXES
from redact.formats.word.cleaning.shears import drop, unwrap
from redact.formats.word.markup import MC, Element
from redact.values.text import Part

__all__ = ["choose"]

# Handwriting, three-dimensional models and films: only their picture, which the Fallback holds, stays.
_AS_PICTURE = frozenset({"wpi", "am3d", "aink", "pslz", "psez", "p14"})


def choose(root: Element, part: Part, ledger: Ledger) -> None:
    """Leave in every `mc:AlternateContent` the one version that Word shows."""
    for block in list(root.iter(MC + "AlternateContent")):
        if block.getparent() is None:
            continue
        choices = block.findall(MC + "Choice")
        fallback = block.find(MC + "Fallback")
        shown = next((choice for choice in choices if _understood(choice)), None)
        for other in [*choices, *([] if fallback is None else [fallback])]:
            if other is not shown and not (shown is None and other is fallback):
                ledger.remove(part, "D9", "other versions of a drawing", text_of(other))
                drop(other)
        if shown is None:
            if fallback is not None:
                unwrap(fallback)
            else:
                ledger.lose(part, "D36", "things that only some versions of Word show")
            unwrap(block)


def _understood(choice: Element) -> bool:
    """Tell whether every vocabulary that the choice needs is one we carry over; put our prefixes in."""
    needed = []
    for prefix in (choice.get("Requires") or "").split():
        ours = PREFIXES.get(choice.nsmap.get(prefix) or "")
        if ours is None or ours in _AS_PICTURE:
            return False
        needed.append(ours)
    choice.set("Requires", " ".join(needed))
    return bool(needed)
