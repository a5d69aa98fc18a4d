"""Boards, councils, trusts and forces by name: "Anytown Safeguarding Children Board", "Anyshire Police".

They are known as such and stay; only where a review is published without its board's name do they go. What
remains: a body whose name holds no place, and one that is known by its letters alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.grids import View
from redact.recognise.lists import entries
from redact.recognise.organisation_names import is_known_body, name_before
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_NAME = "public-bodies"
_VERSION = "1"
_SCORE = 0.5  # so that it never hides a name that is likely to be a person's
_EVIDENCE = Evidence(_NAME, _VERSION, "name and public body", "a name before the word for a public body")
_CAPITAL = regex.compile(r"(?<![\p{L}\p{N}_])\p{Lu}[\p{L}'-]*+\.?[ \n]{1,2}(?=\p{Lu})")
_SCHOOL = regex.compile(r"\b(?i:school|nursery|academy|college)\b")
_POST = regex.compile(
    r"[ ](?:Officer|Manager|Worker|Nurse|Station|Member|Chair|Leader|House|Offices?|Constable)\b"
)


@cache
def _types() -> regex.Pattern[str]:
    every = "|".join(
        map(regex.escape, sorted(entries("public-bodies"), key=lambda entry: (-len(entry), entry)))
    )
    return regex.compile(rf"(?i:{every})(?![\p{{L}}\p{{N}}_@-])")


def _find(view: View) -> Iterator[Mention]:
    for reading in view.first:
        for start, end in _spans(reading.text):
            made = mention(reading, start, end, Label.ORGANISATION, _SCORE, _EVIDENCE)
            if made is not None:
                yield Mention(made.span, made.label, made.score, made.evidence, Standing.PUBLIC)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for word in _CAPITAL.finditer(text):
        match = _types().match(text, word.end())
        if match is None or _POST.match(text, match.end()):
            continue
        name = name_before(text, match.start())
        if name is None or name.owned or name.titled:
            continue
        whole = text[name.start : match.end()]
        # A school's council is no public body, and would hide the school.
        if not is_known_body(whole) and not _SCHOOL.search(whole):
            yield name.start, match.end()


RECOGNISER = DocumentRecogniser(
    name=_NAME,
    version=_VERSION,
    labels=(Label.ORGANISATION,),
    find=_find,
    examples=(
        Example("the Anytown Safeguarding Children Board", ("Anytown Safeguarding Children Board",)),
        Example("Anytown Borough Council agreed.", ("Anytown Borough Council",)),
        Example("Anyshire Police and Anyshire Constabulary", ("Anyshire Police", "Anyshire Constabulary")),
        Example("Anytown Hospitals NHS Foundation Trust", ("Anytown Hospitals NHS Foundation Trust",)),
        Example("ANYTOWN LSCB", ("ANYTOWN LSCB",)),
    ),
    near_misses=(
        "the Local Safeguarding Children Board",
        "The Council and the Police",
        "a Police Officer of the Metropolitan area",
        "the NHS Trust",
        "the Safeguarding Partnership",
        "Anytown Police Station",
    ),
)
