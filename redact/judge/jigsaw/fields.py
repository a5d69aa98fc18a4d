"""What a form or a table asks for by name: "Place of birth: ...", a column "Occupation".

The value tells what its label asks for, whatever its words. A value that says nothing tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.judge.jigsaw.marks import folded
from redact.judge.jigsaw.pieces import Piece
from redact.judge.jigsaw.told import Told
from redact.values.jigsaw import Exactness, FactKind

__all__ = ["asked_for", "names_somebody"]

_FIELD = re.compile(r"\s*(?P<label>[A-Z][\w' /()-]{1,40}?)[ \t]*[:\t][ \t]*(?P<value>\S[^\n]{0,79})")
_ASKS = tuple(
    (re.compile(rf"(?i)(?:{pattern})\W*$"), kind, exactness)
    for pattern, kind, exactness in (
        (
            r"place of birth|birth ?place|town|village|born in|area of residence",
            FactKind.PLACE,
            Exactness.EXACT,
        ),
        (r"(?:name of )?(?:school|nursery|college|surgery|hospital)", FactKind.BODY, Exactness.EXACT),
        (r"occupation|employment|job|work|profession", FactKind.OCCUPATION, Exactness.NEAR),
        (r"religion|faith|religion or belief", FactKind.RELIGION, Exactness.EXACT),
        (
            r"ethnicity|ethnic origin|ethnic group|heritage|ethnic background",
            FactKind.ETHNICITY,
            Exactness.NEAR,
        ),
        (r"nationality|citizenship", FactKind.NATIONALITY, Exactness.EXACT),
        (
            r"(?:first |home |main |preferred )?language(?: spoken| at home)?",
            FactKind.LANGUAGE,
            Exactness.EXACT,
        ),
        (r"sex|gender", FactKind.SEX, Exactness.EXACT),
        (r"siblings|number of (?:siblings|children)", FactKind.SIBLINGS, Exactness.EXACT),
        (
            r"position in (?:the )?family|birth order|place in (?:the )?family",
            FactKind.BIRTH_ORDER,
            Exactness.EXACT,
        ),
        (
            r"diagnos[ie]s|condition|medical condition|disability|health needs?",
            FactKind.CONDITION,
            Exactness.NEAR,
        ),
        (r"immigration status|status in the uk", FactKind.IMMIGRATION, Exactness.EXACT),
        (r"conviction|offence|convicted of", FactKind.OFFENCE, Exactness.EXACT),
        (r"sentence", FactKind.SENTENCE, Exactness.EXACT),
        (r"court", FactKind.COURT, Exactness.EXACT),
    )
)
_NOTHING = re.compile(
    r"(?i)\W*(?:none|nil|no|n/?a|not? (?:known|stated|recorded|applicable|given|disclosed)|unknown|tbc"
    r"|yes|please .*|insert .*|enter .*|state .*|tick .*|select .*|if known.*|.*\?|x+|\.+|_+)?\W*$"
)
_SOMEBODY = re.compile(
    r"(?i)(?:name|child|subject|baby|mother|father|mum|dad|parent|sibling|brother|sister|partner|carer|label"
    r"|young person|person)"
)
_LONG = 10  # words; more is a text


def asked_for(piece: Piece) -> Iterator[Told]:
    """Give what the label beside a value asks for."""
    label, start, end = _value(piece)
    if not label or end <= start:
        return
    text = piece.text[start:end]
    if _NOTHING.match(text) or len(text.split()) > _LONG:
        return
    for pattern, kind, exactness in _ASKS:
        if pattern.match(label):
            same = folded(text)
            if kind is FactKind.SEX:
                same = "m" if same.startswith(("m", "b")) else "f"
            yield Told(kind, exactness, start, end, same, "a field that asks for it")
            return


def names_somebody(piece: Piece) -> bool:
    """Tell whether a row of a form says who is meant, or is no row of a form."""
    match = _FIELD.match(piece.text, piece.start, piece.end)
    return match is None or _SOMEBODY.match(match["label"]) is not None


def _value(piece: Piece) -> tuple[str, int, int]:
    match = _FIELD.match(piece.text, piece.start, piece.end)
    if match is not None:
        end = min(match.end("value"), piece.end)
        return match["label"], match.start("value"), end
    for label in (piece.column, piece.row):
        if label and any(pattern.match(label) for pattern, _, _ in _ASKS):
            return label, piece.start, piece.end
    return "", 0, 0
