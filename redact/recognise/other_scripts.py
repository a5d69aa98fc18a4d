"""Words in another script than the Latin one: nobody here can tell a name in them, so each is asked about.

A name stands so in the notes of interpreters, in passports and in messages that are quoted. The letters of
science (μg, β-blocker, Ω) are none; what remains are single letters that are a name's.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_SCORE = 0.5
_BECAUSE = "words in a script in which no name can be told from another word here"
_LETTER = r"[\p{L}\p{M}--\p{Latin}--\p{Common}--\p{Inherited}]"
_ANY = regex.compile(_LETTER, regex.VERSION1)
# Marks and joiners stand within words of some scripts; the words of one name are parted by a space or a dot.
_WORD = rf"{_LETTER}[{_LETTER}\p{{M}}\u200c\u200d]*"
_WORDS = regex.compile(rf"{_WORD}(?:[ ·・\u2010-]{_WORD})*", regex.VERSION1)


def _find(text: str) -> Iterator[Claim]:
    if text.isascii() or _ANY.search(text) is None:
        return
    for match in _WORDS.finditer(text):
        if len(match[0]) > 1:
            yield Claim(match.start(), match.end(), Label.PERSON, _SCORE, _SCORE, "another script", _BECAUSE)


RECOGNISER = TextRecogniser(
    name="other-scripts",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("The mother, فاطمة الزهراء, was seen.", ("فاطمة الزهراء",)),
        Example("He wrote 王小明 on the form.", ("王小明",)),
        Example("Her aunt ਸਿਮਰਨ ਕੌਰ came with Αντώνης.", ("ਸਿਮਰਨ ਕੌਰ", "Αντώνης")),
        Example("signed Анна Іванова-Петренко", ("Анна Іванова-Петренко",)),
    ),
    near_misses=(
        "The dose was 5 μg, a β-blocker, at 50 Ω.",
        "Her résumé names a café in Łódź.",
        "n² of 3 × 4 m, 37 °C, ½ a tablet",
    ),
)
