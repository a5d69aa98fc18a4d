"""Whether two names are of one person: by their cards, else by what is left of a name once its dress is off.

Letter case, spaces, marks and accents, titles, letters behind the name, the order of its parts and initials
do not make another person. That errs towards one person: two who share a name write their second names out.
"""

from __future__ import annotations

import re
import unicodedata

from redact.values.folding import fold

__all__ = ["folded_name", "is_same"]

_TITLES = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "dr", "doctor", "prof", "professor", "sir", "dame", "lord", "lady",
        "baroness", "baron", "rev", "reverend", "revd", "canon", "father", "sister", "cllr", "councillor",
        "judge", "justice", "hhj", "hon", "honourable", "the", "right", "rt", "capt", "captain", "major",
        "colonel", "col", "sgt", "sergeant", "inspector", "insp", "superintendent", "supt", "pc", "dc",
        "ds", "di", "dci",
    )
)  # fmt: skip
_LETTERS_BEHIND = frozenset(
    (
        "mbe", "obe", "cbe", "kbe", "dbe", "gbe", "om", "qc", "kc", "jp", "dl", "phd", "dphil", "md", "msc",
        "mphil", "ma", "ba", "bsc", "mba", "llb", "llm", "rgn", "rmn", "rn", "rsw", "srn", "qpm", "bem",
        "frcpch", "frcp", "frsa", "frcgp", "mrcgp", "esq", "esquire", "jnr", "snr", "junior", "senior",
    )
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def is_same(name: str, card: str, other: str, other_card: str) -> bool:
    """Tell whether two are one person, or cannot be told apart.

    Args:
        card: the id of the card of the first, empty where there is none.
    """
    if card and card == other_card:
        return True
    first, second = folded_name(name), folded_name(other)
    if first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return _holds(longer, shorter)


def folded_name(name: str) -> tuple[str, ...]:
    """Give the parts of a name without its dress, in one order."""
    text = "".join(
        sign for sign in unicodedata.normalize("NFD", fold(name).text) if not unicodedata.combining(sign)
    )
    # "O'Neill" and "ONeill", "Anne-Marie" and "Anne Marie"; an initial's full stop parts it from the next.
    words = _WORD.findall(text.replace("'", ""))
    plain = [word for word in words if word not in _TITLES and word not in _LETTERS_BEHIND]
    return tuple(sorted(plain or words))


def _holds(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Tell whether every part of the shorter name is one of the longer, one at least of them whole."""
    left = list(longer)
    whole = 0
    for part in sorted(shorter, key=len, reverse=True):
        found = part if part in left else next((one for one in left if _is_initial(part, one)), None)
        if found is None:
            return False
        whole += part == found and len(part) > 1
        left.remove(found)
    return whole > 0


def _is_initial(part: str, other: str) -> bool:
    return min(len(part), len(other)) == 1 and part[0] == other[0]
