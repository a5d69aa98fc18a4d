"""Whether a sentence speaks of somebody of the case, or of anybody: research, a law, training, advice.

Research and other cases speak of nobody here, whatever article stands there; advice, law and training do
where nothing is told as past. What is told as made up is of nobody at all. Errs towards somebody where a
label or a name stands: a recommendation may tell of a child too.
"""

from __future__ import annotations

from collections.abc import Collection

from redact.judge.jigsaw.people import Said
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.vocabulary import vocabulary

__all__ = ["advises", "is_past", "least_said"]

_PAST = vocabulary(
    "was were had did died said told came went moved lived left became began gave took made found "
    "knew saw got kept felt ran met brought spent sent fell rang wrote spoke held grew stood led fled "
    "born drowned struck shot shook wore sat thought understood hurt hit threw hid stole fought drove "
    "broke chose lost paid won read set bled"
)
_NO_PAST = vocabulary("aged named need indeed need-led bed red shed speed feed seed breed hundred exceed")
_BE = vocabulary("be is are being been get gets should must may can")
_ADVERBS = frozenset(("often", "also", "not", "never", "seldom", "sometimes", "then", "always", "still"))
_STRONG = frozenset(("nobody/research", "nobody/elsewhere", "nobody/unreal"))
_MADE_UP = "nobody/fiction"
_OF_NO_TIME = frozenset(("nobody/advice", "nobody/general"))
_SAME = frozenset(("hurt", "hit", "read", "set"))  # past and present are one


def is_past(piece: Piece, *, usual: bool = False) -> bool:
    """Tell whether a sentence tells something as past.

    Args:
        usual: it has words of advice, or of what is usual: then a word in -ed is no verb by itself
            ("unaccompanied children").
    """
    for at, word in enumerate(piece.words):
        before = piece.words[at - 1] if at else ""
        if at > 1 and (before in _ADVERBS or before.endswith("ly")):
            before = piece.words[at - 2]
        told = (word in _PAST and not (usual and word in _SAME)) or (
            not usual and word.endswith("ed") and len(word) > 4 and word not in _NO_PAST
        )
        if told and before not in _BE and before not in ("if", "when", "re"):
            return True
    return False


def advises(hits: Collection[str]) -> bool:
    """Tell whether the lists of `nobody` that stand in a sentence say what is to be, or what is usual."""
    return bool(_OF_NO_TIME & {*hits})


def least_said(piece: Piece, hits: Collection[str], heading: Collection[str]) -> Said:
    """Say how somebody must be spoken of in a sentence, so that a fact is theirs.

    Args:
        hits: the lists of `nobody` of which a wording stands in the sentence.
        heading: those of which one stands in the headings above it.
    """
    if _MADE_UP in hits or _MADE_UP in heading:
        return Said.NAMED
    if _STRONG & {*hits}:
        return Said.NAMED
    past = is_past(piece, usual=advises(hits))
    if (hits or heading) and not past:
        return Said.NAMED
    if hits or heading or not past:
        return Said.KNOWN
    return Said.SOMEBODY
