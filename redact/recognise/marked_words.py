"""Words that are ordinary but for the marks of their letters: "Wąs waiting outside", "tell Bašić".

The name model reads letters without their marks, and to it these are "was" and "basic". In an English
paper one with a capital is hardly anything but a name. What remains: such a name written without its marks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import stop_words
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.recognise.repeat_names import without_marks
from redact.recognise.taken import taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_SCORE = 0.42
_WORD = regex.compile(r"(?<![\p{L}\p{M}\p{N}'@_-])\p{Lu}[\p{L}\p{M}]+(?![\p{L}\p{N}@_-])")
# English words and short forms that are written with marks as well.
_ENGLISH = frozenset(
    {
        "cafe", "canape", "cliche", "creche", "cure", "debut", "decor", "eclair", "elite", "entree", "expose",
        "facade", "fete", "fiance", "fiancee", "flambe", "matinee", "melee", "naive", "nee", "noel", "pate",
        "premiere", "protege", "puree", "resume", "risque", "role", "roles", "rose", "saute", "senor",
        "soiree", "souffle", "touche", "uber",
    }
)  # fmt: skip
_EVIDENCE = Evidence(
    "marked-words", "1", "word with foreign letters", "an ordinary word but for marks that English has not"
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    for view in views:
        for reading in view.first:
            if reading.text.isascii():
                continue
            for match in _WORD.finditer(reading.text):
                if match[0].isascii() or not _is_ordinary(without_marks(match[0]).casefold()):
                    continue
                made = mention(reading, match.start(), match.end(), Label.PERSON, _SCORE, _EVIDENCE)
                if made is not None and not taken.touches(reading.passage.id, made.span.start, made.span.end):
                    yield made


def _is_ordinary(plain: str) -> bool:
    if plain in _ENGLISH:
        return False
    is_word = is_plain(plain) or is_known(plain) or is_seldom_a_name(plain)
    return is_word or plain in stop_words() or plain in words("small-words")


RECOGNISER = FollowUpRecogniser(
    name="marked-words",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("They told Wąs so.", ("Wąs",)),
        Example("Seen by Bašić at noon.", ("Bašić",)),
        Example("They told Ân so.", ("Ân",)),
    ),
    near_misses=(
        "The Café and the Crèche were shut. Née Harte.",
        "They told was so. Basic needs were met.",
        "The naïve café; À la carte.",
    ),
)
