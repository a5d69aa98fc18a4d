"""Organisations that other words than their own tell: "Nursery: Tiny Toes", "Haven House, a women's refuge".

A field or a column that asks for one, a name before "a refuge", and one behind "a hostel called". They are
asked about, since any words may stand there. What remains: one that the sentence before tells.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.grids import View
from redact.recognise.lists import words
from redact.recognise.names import stop_words, title_words
from redact.recognise.organisation_names import is_known_body
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_NAME, _VERSION = "organisations-told", "1"
_SCORE = 0.55
_REASONS = {
    "field": "what stands in a field that asks for an organisation",
    "told behind": "a name before words that say what organisation it is",
    "told before": "a name behind words that say what organisation it is",
}
_THING = (
    r"(?:school|primary|nursery|pre-?school|playgroup|childminder|college|academy"
    r"|pupil[ ]referral[ ]unit|surgery"
    r"|(?:gp|medical|dental|group)[ ]practice|gp[ ]surgery|gp|hospital|ward|clinic|hospice|refuge|hostel"
    r"|foyer"
    r"|shelter|bail[ ]hostel"
    r"|approved[ ]premises|supported[ ](?:lodgings|accommodation|housing)|children's[ ]home|care[ ]home"
    r"|residential[ ]home"
    r"|residential[ ]unit|psychiatric[ ](?:unit|hospital)|mother[ ]and[ ]baby[ ](?:unit|placement)"
    r"|contact[ ]centre"
    r"|children's[ ]centre|family[ ]centre|community[ ]centre|youth[ ]club|fostering[ ]agency"
    r"|foster[ ]agency|ifa"
    r"|(?:drug|alcohol|substance[ ]misuse|recovery|advocacy|counselling"
    r"|domestic[ ]abuse)(?:[ ]and[ ]alcohol)?[ ]"
    r"(?:service|project|agency|charity)|charity|church|mosque|temple|gurdwara|synagogue"
    r"|place[ ]of[ ]worship|employer"
    r"|place[ ]of[ ]work|landlord|housing[ ](?:provider|association)|solicitors?|law[ ]firm|prison|pub"
    r"|nightclub|takeaway"
    r"|restaurant|gym|taxi[ ]firm|club|pharmacy)"
)
_CAP = r"\p{Lu}[\p{L}'&.-]*"
_BODY = rf"(?:[Tt]he[ ])?{_CAP}(?:[ ](?:(?:of|and|&|the|on|in|for|St\.?)[ ])*{_CAP}|[ ]@[ ]?{_CAP}){{0,5}}"
_FIELD = regex.compile(
    r"(?m)(?:^|(?<=[\t;])|(?<=\.[ ]))[ ]{0,3}(?:(?i:current|previous|last|name[ ]of|child's|registered"
    r"|allocated"
    r"|new|her|his)[ ])?"
    rf"(?i:{_THING})(?:[ ](?i:name|attended|details|provider|placement|setting))?[ ]?(?::[ ]{{0,3}}"
    rf"|\t[ ]?|[ ]-[ ])"
    rf"(?P<value>{_BODY})(?=[ ]?(?:$|\n|\t|[,;.(]))"
)
_BEHIND = regex.compile(
    rf"(?P<value>{_BODY})(?:,[ ]|[ ]\()(?:(?i:which|it)[ ](?:is|was)[ ])?(?:an?|our|his|her|their)[ ]"
    rf"(?:[\p{{Ll}}'-]+[ ]){{0,3}}(?i:{_THING})"
    r"(?=[ ]?(?:[,.;:)]|$|\n)|[ ](?:in|for|where|run|that|which|on|at|near|and)(?!\p{L}))"
)
_BEFORE = regex.compile(
    rf"(?<![\p{{L}}'-])(?i:{_THING}|placement|unit|home|project|service|scheme|agency|team|firm|company)[ ]"
    rf"(?:called|named|known[ ]as|run[ ]by)[ ](?P<value>{_BODY})(?![\p{{L}}'@-])"
)
_CUES = (", ", " (")
_SIGNS = (":", "\t", " - ")  # behind the label of a field
_CALLED = ("called ", "named ", "known as ", "run by ")
_EMPTY = frozenset(
    {"yes", "no", "none", "nil", "unknown", "not", "n/a", "na", "tbc", "tba", "as", "see", "same", "other",
     "mother", "father", "parent", "parents", "child", "home", "in", "on", "at", "during", "by", "from",
     "closed", "open", "private", "council", "local", "primary", "secondary"}
)  # fmt: skip
_TOKEN = regex.compile(r"\p{L}[\p{L}'-]*")
_LABEL = regex.compile(
    r"(?i:school|nursery|hospital|practice|surgery|agency|child|gp|ward)[ ](?:\p{Lu}|\d{1,2})"
)


def _find(view: View) -> Iterator[Mention]:
    for reading in view.first:
        text = reading.text
        if any(sign in text for sign in _SIGNS):
            yield from _made(reading, "field", _FIELD)
        if any(cue in text for cue in _CUES):
            yield from _made(reading, "told behind", _BEHIND)
        if any(cue in text for cue in _CALLED):
            yield from _made(reading, "told before", _BEFORE)
    for grid in view.grids:
        for cell in grid.cells.values():
            labels = (grid.left_of(cell), grid.header_of(cell))
            if not any(label and _asks().fullmatch(label.text) for label in labels):
                continue
            for piece in cell.slices:
                if "\t" not in piece.reading.text and _whole().fullmatch(piece.text.strip()):
                    start = piece.start + len(piece.text) - len(piece.text.lstrip())
                    yield from _mention(piece.reading, "field", start, start + len(piece.text.strip()))


def _made(reading: Reading, name: str, pattern: regex.Pattern[str]) -> Iterator[Mention]:
    for match in pattern.finditer(reading.text):
        yield from _mention(reading, name, *match.span("value"))


def _mention(reading: Reading, name: str, start: int, end: int) -> Iterator[Mention]:
    text = reading.text[start:end]
    if not _may_be_name(text):
        return
    made = mention(
        reading, start, end, Label.ORGANISATION, _SCORE, Evidence(_NAME, _VERSION, name, _REASONS[name])
    )
    if made is not None:
        yield made


def _may_be_name(text: str) -> bool:
    tokens = [token.casefold().removesuffix("'s") for token in _TOKEN.findall(text)]
    if not tokens or tokens[0] in _EMPTY or tokens[0] in title_words() - {"st"} or _LABEL.fullmatch(text):
        return False
    plain = stop_words() | words("organisation-words")
    return not is_known_body(text) and any(token not in plain and len(token) > 2 for token in tokens)


@cache
def _asks() -> regex.Pattern[str]:
    return regex.compile(
        rf"(?i:(?:current|previous|last|name[ ]of|child's)?[ ]?{_THING}(?:[ ](?:name|attended"
        rf"|details))?)[ ]?:?"
    )


@cache
def _whole() -> regex.Pattern[str]:
    return regex.compile(_BODY)


RECOGNISER = DocumentRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.ORGANISATION,),
    find=_find,
    examples=(
        Example("Nursery: Tiny Toes", ("Tiny Toes",)),
        Example("Placement began.\n\nResidential unit: The Willows", ("The Willows",)),
        Example("They fled to Haven Lodge, a women's refuge.", ("Haven Lodge",)),
        Example("a hostel called Elm Lodge", ("Elm Lodge",)),
        Example("Employer\tLarkrise Mouldings", ("Larkrise Mouldings",)),
    ),
    near_misses=(
        "School: not known",
        "GP: Dr Osgood",
        "School: School 1",
        "Hospital: Yes, seen there",
        "She told Mother, a school governor, of it.",
        "In May, the school rang.",
    ),
)
