"""Letters of which a line tells that they are people's: "WU mother. SE father.", "Initials: BH, JS, IV."

A key of a genogram names the kinship of each, a key of staff what each does ("Staff key: MK = head. ED =
school nurse."), a note on a column the letters that stand in it. Three of them in a row show the others of
the row, whatever else these stand for. Behind the log of a scene, or behind a loggist two letters are
whoever keeps it. What remains: two in a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.defined_letters import is_explained_here
from redact.recognise.grids import View
from redact.recognise.lists import kinds
from redact.recognise.taken import people_where_free, taken_by
from redact.recognise.zones import lines_of
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_ASKED = 0.42
_LEAST = 3  # letters of a run
_SHORT_KIN = r"[MP]G[MF]|[MP]GPs?|[Mm]at(?:ernal)?[ ]g\p{L}+|[Pp]at(?:ernal)?[ ]g\p{L}+|partner|sibling|child"
_INITIALS = regex.compile(
    r"\b[Ii]nitials\b[^\n:.;]{0,40}:[ ]?(?P<run>\p{Lu}{2,3}(?:(?:,|;|[ ]?/)?[ ](?:and[ ])?\p{Lu}{2,3})+)"
    r"(?![\p{L}\p{N}])"
)
_STAFF = regex.compile(
    r"\b(?:[Ss]taff|[Ii]nitials|[Ww]orkers|[Pp]eople)\b[^\n:.;]{0,30}:[ ]?"
    r"(?P<run>\p{Lu}{2,3}[ ]?=[^\n]{8,400})"
)
_ITEM = regex.compile(r"(?<![\p{L}\p{N}])(?P<letters>\p{Lu}{2,3})[ ]?=[ ]?\p{L}[^.;,\n=]{1,40}(?=[.;,\n]|$)")
# "MY = Younas; KM = Mensah; PC = Coakley"
_OF_A_SURNAME = regex.compile(
    r"(?<![\p{L}\p{N}])(?P<letters>\p{Lu}{2,3})[ ]?=[ ]?(?P<name>\p{Lu}[\p{L}'-]+(?:[ ]\p{Lu}[\p{L}'-]+)?)"
    r"(?=[.;,]|[ ]*(?:\n|$))"
)
# "Scene log AD. DI Harte called out"
_KEPT = regex.compile(
    r"\b(?i:(?:scene|cordon)[ ]log|log(?:[ ]kept)?[ ]by|exhibits[ ]officer|loggist"
    r"|(?:notes|minutes)(?:[ ]taken)?[ ]by)[ ]?:?[ ](?P<letters>\p{Lu}{2})(?=[.,;)]|[ ]*(?:\n|\t|$))"
)
_POSTS = frozenset({"PC", "DC", "DS", "DI", "PS", "PO", "SW", "HV", "MW", "GP", "TM"})
_LETTERS = regex.compile(r"(?<!\p{L})\p{Lu}{2,3}(?!\p{L})")
_EVIDENCE = Evidence("letters-told", "1", "letters of people", "letters of which a line tells whose they are")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    taken = taken_by(mentions)
    for view in views:
        for reading in view.first:
            places = [(reading, *span) for span in _in_text(reading.text)]
            yield from people_where_free(places, taken, _ASKED, _EVIDENCE)


def _in_text(text: str) -> Iterator[tuple[int, int]]:
    for found in _INITIALS.finditer(text) if "nitials" in text else ():
        letters = [each.span() for each in _LETTERS.finditer(text, *found.span("run"))]
        if len(letters) >= _LEAST:
            yield from letters
    for found in _STAFF.finditer(text) if "=" in text else ():
        items = (item.span("letters") for item in _ITEM.finditer(text, *found.span("run")))
        letters = [item for item in items if not is_explained_here(text, *item)]
        if len(letters) >= _LEAST:
            yield from letters
    yield from _of_surnames(text) if "=" in text else ()
    for found in _KEPT.finditer(text):
        if found["letters"] not in _POSTS:
            yield found.span("letters")
    run: list[tuple[int, int]] = []
    last = -1
    for found in _of_kin().finditer(text):
        if found.start() != last and len(run) < _LEAST:
            run = []
        elif found.start() != last:
            yield from run
            run = []
        run.append(found.span("letters"))
        last = found.end()
    if len(run) >= _LEAST:
        yield from run


def _of_surnames(text: str) -> Iterator[tuple[int, int]]:
    """Give the letters of a key of surnames, three of which end with what their surname begins with."""
    for low, high in lines_of(text):
        items = list(_OF_A_SURNAME.finditer(text, low, high))
        firsts = [[word[0] for word in item["name"].split()] for item in items]
        items = [item for item, own in zip(items, firsts, strict=True) if [*item["letters"]] != own]
        fits = [item for item in items if item["letters"][-1] in {word[0] for word in item["name"].split()}]
        if len(fits) >= _LEAST:
            yield from (item.span("letters") for item in items)


@cache
def _of_kin() -> regex.Pattern[str]:
    """Build the pattern of letters and a word of kinship, with what parts them from the next."""
    every = "|".join(sorted((regex.escape(word) for word in kinds("kinship")), key=len, reverse=True))
    return regex.compile(
        rf"(?<![\p{{L}}\p{{N}}'-])(?P<letters>\p{{Lu}}{{2}})[ ]?(?:[=:-][ ]?)?(?:{_SHORT_KIN}|{every})"
        r"(?:[.,;/|][ ]?|[ ]*(?:\n|$))"
    )


RECOGNISER = FollowUpRecogniser(
    name="letters-told",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("MY = Younas; KM = Mensah; PC = Coakley.", ("MY", "KM", "PC")),
        Example("WU mother. SE father. BD partner. AM MGM. GE PGM.", ("WU", "SE", "BD", "AM", "GE")),
        Example("Initials in the last column: BH, JS, IV. Office entries are marked O.", ("BH", "JS", "IV")),
        Example("Staff key: MK = DSL. RS = Head. IF = TA. ED = school nurse.", ("MK", "RS", "IF", "ED")),
        Example("Key: KR = mother; SW = sister; PO = aunt;", ("KR", "SW", "PO")),
        Example("Scene log AD. Cordon log: BP, from noon.", ("AD", "BP")),
    ),
    near_misses=(
        "MH = Mental Health; EH = Early Help; PC = Parish Council.",
        "HV mother. The SW father figure.",
        "Initials on each page: yes, see NB and PTO.",
        "Staff groups: HV = health visitor. SW = social worker. EP = educational psychologist.",
        "Initials: KR, SW. Two alone may be anything.",
        "Scene log CAD. Minutes by the PC; notes by HV.",
    ),
)
