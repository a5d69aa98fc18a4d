"""Initials of people whose names the documents hold: "K.B.", "KB" where Kayleigh Brandreth is named.

With full stops they are as good as the name; without, they are asked about, and not where they are a usual
short form (SW, HV, GP). What remains: initials of somebody whom no document names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import regex

from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.names import stop_words
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LEAST_SCORE = 0.6  # a name that is itself only asked about explains no letters
_DOTTED_SCORE, _BARE_SCORE = 0.62, 0.4
_WORD = regex.compile(r"\p{Lu}[\p{L}\p{M}']*")
_DOTTED = regex.compile(r"(?<![\p{L}\p{N}.'/@-])(?:\p{Lu}\.[ ]?){1,3}\p{Lu}\b\.?(?![\p{L}\p{N}'@])")
_BARE = regex.compile(r"(?<![\p{L}\p{N}.'@_-])\p{Lu}{2,3}(?![\p{L}\p{N}'@_-])")
_EVIDENCE = Evidence(
    "own-letters", "1", "letters of a name", "the first letters of a name that these documents hold"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    wanted = frozenset(_letters(views, mentions))
    if not wanted:
        return
    for view in views:
        for reading in view.first:
            for pattern, score in ((_DOTTED, _DOTTED_SCORE), (_BARE, _BARE_SCORE)):
                for match in pattern.finditer(reading.text):
                    letters = match[0].replace(".", "").replace(" ", "")
                    if letters in wanted and (pattern is _DOTTED or not _is_short_form(letters)):
                        made = mention(reading, match.start(), match.end(), Label.PERSON, score, _EVIDENCE)
                        if made is not None:
                            yield made


def _letters(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[str]:
    """Give the letters that stand for each full name: of all its words, and of the first and the last."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    for each in mentions:
        if each.label is not Label.PERSON or each.score < _LEAST_SCORE:
            continue
        if each.standing not in (Standing.PARTICIPANT, Standing.PANEL):
            continue
        name = texts[each.span.passage][each.span.start : each.span.end]
        first, comma, rest = name.partition(",")
        words = _WORD.findall(f"{rest} {first}" if comma else name)
        if 2 <= len(words) <= 5 and sum(len(word) > 1 for word in words) >= 2:
            every = "".join(word[0] for word in words)
            yield from (every[:3] if len(every) > 3 else every, every[0] + every[-1])
            if len(every) > 2:
                yield every[0] + every[1]  # of a double surname, or a middle name, the first alone


def _is_short_form(letters: str) -> bool:
    return letters.casefold() in stop_words() or is_known(letters)


RECOGNISER = FollowUpRecogniser(
    name="own-letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mother: Anna Harte\n\nA.H. said that she was tired.", ("A.H.",)),
        Example("Mother: Anna Harte\n\nPhone call to AH, no reply.", ("AH",)),
        Example("Mother: HARTE, Anna\n\nSeen by A. H. on the ward.", ("A. H.",)),
        Example("Mother: Anna Nettle-Harte\n\nA.N. came, and A.N.H. signed.", ("A.N.", "A.N.H.")),
        Example("Child: Tomasz Brzeski\n\nT.B. in the bath, TB cried.", ("T.B.", "TB")),
        Example("Father: Dean Michael Pruett\n\nD.M.P. left, so D.P. is gone.", ("D.M.P.", "D.P.")),
    ),
    near_misses=(
        "Mother: Anna Harte\n\nThe GP and the HV were told by SW.",
        "Mother: Gwen Parr\n\nThe GP was told.",  # her letters are a usual short form
        "Mother: Anna Harte\n\nThe AHA and the BH5 bus.",
        "Phone call to AH, no reply.",
        "Mother: Anna\n\nSeen by A.H. there.",  # a forename alone explains nothing
        "Mother: Anna Harte\n\nEmail AH@example.org.uk",
    ),
)
