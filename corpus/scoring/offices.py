"""The author and the chair in a sentence that tells their role: "Independent author Anna Harte said".

So does the heading of their paragraph: "About the author".
The gold's role lines, where such a name stays, are headings, rows and lines of a frame. A sentence that tells
the role beside the name is a role line to some and prose to others: noted or asked about, either is right.
Such a mention counts neither among what must go nor among what must stay, but by itself.
"""

from __future__ import annotations

import re

from corpus.telling.gold import GoldMention

__all__ = ["is_beside_its_role"]

_OFFICES = frozenset({"author", "chair"})
_ROLE = re.compile(
    r"\b(?:(?:co-)?authors?|authored|chair(?:s|ed|ing|man|woman|person)?|reviewers?|writers?|facilitators?"
    r"|scrutineers?|moderators?|led the (?:panel|review)"
    r"|(?:written|prepared|compiled|undertaken|conducted|led|carried out|completed|produced|facilitated"
    r"|drafted|overseen) by)\b",
    re.IGNORECASE,
)
_HEADING = 80  # characters of a line that may head the paragraph below it: "About the author"
_END = re.compile(r"(?:(?<=\w{3})|(?<=[)\"']))[.!?][\"')]*\s|\n")


def is_beside_its_role(text: str, mention: GoldMention) -> bool:
    """Tell whether the sentence of an author's or a chair's name says what they are.

    Args:
        text: of the told document, into which the mention's span points.
    """
    if mention.stays or mention.label != "PERSON" or mention.who not in _OFFICES:
        return False
    start, end = mention.span
    before = _END.split(text[max(0, start - 300) : start])[-1]
    behind = _END.split(text[end : end + 300], maxsplit=1)[0]
    above = text[: text.rfind("\n", 0, start) + 1].rstrip("\n").rpartition("\n")[2]
    heading = above if len(above) <= _HEADING else ""
    return _ROLE.search(f"{heading} \0 {before} \0 {behind}") is not None
