"""A word that begins a sentence and does what only somebody does: "Rasa said", "Zofia was seen".

The capital proves nothing there, so the word must be in no list of usual words, must stand nowhere in lower
case in the documents of the call, and must not have the ending of a word for a thing. It is asked about,
never sure. What remains: a name that is a usual word, and one before a verb that is in no list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.lists import entries, words
from redact.recognise.mid_sentence import LOWER, PARTS, is_usual
from redact.recognise.names import name_words
from redact.recognise.taken import taken_by
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER", "acts"]

_SCORE = 0.35
_EVIDENCE = Evidence(
    "openers",
    "1",
    "word that begins and acts",
    "an unknown word at the beginning that does what somebody does",
)
_WORD = regex.compile(
    r"(?:^|[\n\t\x00]|[.!?:;][\"')\]]*\s|\s-\s)[ \"'(\u201c\u2022*-]*"
    r"(?P<word>\p{Lu}(?:\p{Ll}|'\p{Lu}|(?<=(?:Mc|Mac))\p{Lu}|-\p{Lu})+)"
    r"(?=[ ](?:\p{Ll}|\())"
)
_YEAR = regex.compile(
    r"[ ]\((?:(?:born|aged?|dob|DOB)\b|\d{1,2}\)|(?:19|20)\d\d[,)]|\d{1,2}[ ](?:years|months|weeks|yrs|mths))"
)
_KIN = regex.compile(
    r"[ ](?:is|was)[ ](?:also[ ]|then[ ])?(?:her|his|their|(?:the[ ])?[\p{L}]+'s)[ ](?:[\p{Ll}-]+[ ]){0,2}"
    r"(?:mother|father|mum|dad|parent|(?:step|half-?)?(?:brother|sister|sibling)|twin|son|daughter|uncle|aunt"
    r"|cousin|nephew|niece|partner|husband|wife|ex-partner|girlfriend|boyfriend|grand\p{Ll}+|baby|friend"
    r"|neighbour|landlord|landlady|lodger|carer)\b"
)
# A word for a thing or a manner; Clement, Emily and Trinity are shorter than these.
_THING = regex.compile(
    r"(?:\p{L}{4}(?:tion|sion|ness|ship|ism|ities|ments?)|\p{L}{5}(?:ment|ing|ity|ally|edly|ingly))$"
)


@cache
def _acts() -> regex.Pattern[str]:
    every = sorted(entries("person-verbs"), key=lambda phrase: (-len(phrase), phrase))
    return regex.compile(r"[ ](?:" + "|".join(map(regex.escape, every)) + r")(?![\p{L}\p{N}'-])")


def acts(text: str, end: int) -> bool:
    """Tell whether what stands behind a word that ends at `end` is what only somebody does or undergoes."""
    if _KIN.match(text, end) is not None:
        return True
    return _acts().match(text, end) is not None or _YEAR.match(text, end) is not None


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    written: frozenset[str] | None = None
    for view in views:
        for reading in view.first:
            passage = reading.passage
            if passage.location.part not in PARTS or passage.heading_level:
                continue
            for match in _WORD.finditer(reading.text):
                start, end = match.span("word")
                if not acts(reading.text, end) or _is_ordinary(match["word"]):
                    continue
                written = _in_lower_case(views) if written is None else written
                if is_usual(match["word"], written):
                    continue
                made = mention(reading, start, end, Label.PERSON, _SCORE, _EVIDENCE)
                if made is not None and not taken.touches(passage.id, made.span.start, made.span.end):
                    yield made


def _is_ordinary(word: str) -> bool:
    plain = word.casefold()
    return (
        plain in words("sentence-openers")
        or plain in words("not-first-names")
        or plain in words("agency-words")
        or _THING.search(plain) is not None
    )


def _in_lower_case(views: Sequence[View]) -> frozenset[str]:
    """Collect every word that the documents write in lower case; names that are words are none of them."""
    found: set[str] = set()
    for view in views:
        for reading in view.first:
            found.update(LOWER.findall(reading.text))
    return frozenset(found) - name_words()


RECOGNISER = FollowUpRecogniser(
    name="openers",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Rasa said that she was tired.", ("Rasa",)),
        Example("He left. Zofia told the nurse.", ("Zofia",)),
        Example("Adaeze was seen at home.", ("Adaeze",)),
        Example("Tariq and his mother came.", ("Tariq",)),
        Example("Quillham (2007, hospital) came.", ("Quillham",)),
        Example("- Nia-Mae cried.", ("Nia-Mae",)),
        Example("Moses is her brother.", ("Moses",)),
    ),
    near_misses=(
        "Police attended. Staff said so. Concerns were raised.",
        "Mother said no. Social Care was told.",
        "Nobody said so, and Management told nobody.",
        "Supervision was given. Intervention came late.",
        "Plover went up. The plover came down.",
        "Ofsted visited the nursery.",
        "However, Parent 1 left.",
        "Alcohol is her mother's answer. Mother was his friend.",
    ),
)
