"""Names in the greeting and the closing of letters and e-mails, and behind "Completed by" in a line.

"Dear Anna," and "Hi Tom and Ida,"; "Kind regards, Anna"; "On 3 March Anna Harte wrote:"; "Interviewed by
Anna Harte". What remains: a greeting by a word that is in no list here, and one word behind "Completed by".
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import words
from redact.recognise.names import Name, name_words, read_name, stop_words
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_GREETING = regex.compile(
    r"(?:^|(?<=[\n\t\x00]))[ ]*(?:Dear|Hi|Hello|Hiya|Hey|Good[ ](?:morning|afternoon|evening)|Morning"
    r"|Afternoon)"
    r"(?:[ ]all)?,?[ ](?=\p{Lu})"
)
_GREETED = regex.compile(r"[ ]?(?:[,!:]|-|$|\n)")
_AND = regex.compile(r",?[ ](?:and|&)[ ]|,[ ]|/")
_CLOSING = regex.compile(
    r"(?<![\p{L}])(?:(?:[Kk]ind(?:est)?|[Bb]est|[Ww]arm(?:est)?|[Mm]any)[ ](?:regards|wishes|thanks)"
    r"|Regards|Yours[ ](?:sincerely|faithfully|truly)|Thanks|Cheers)[,.!]?(?:[ ]{1,2}|[ ]?\n{1,2})(?=\p{Lu})"
)
_WROTE = regex.compile(r"(?<=[ ,>\n])(?P<name>\p{Lu}[\p{L}'. -]{2,50}?)(?:[ ]<[^<>\n]{3,60}>)?[ ]wrote:")
_DONE_BY = regex.compile(
    r"(?:^|(?<=[\n\t\x00]))[ ]*(?:\p{Lu}\p{Ll}+[ ]){0,2}\p{L}{3,}(?:ed|ten|wn)(?:[ ](?:out|off|up))?"
    r"[ ]by[ ](?=\p{Lu})"
)
_NOBODY = frozenset(
    {"all", "colleague", "colleagues", "sir", "madam", "team", "everyone", "both", "panel", "there"}
)
_GREETED_BY = "a name in the greeting of a letter"
_CLOSED_BY = "a name behind the closing of a letter"
_WRITTEN_BY = "a name before the word that opens a quoted e-mail"
_DONE = "a name behind words that say who did something, at the beginning of a line"


def _find(text: str) -> Iterator[Claim]:
    for match in _GREETING.finditer(text):
        yield from _greeted(text, match.end())
    for match in _CLOSING.finditer(text) if "egards" in text or "hank" in text or "ishes" in text else ():
        name = _name(text, match.end())
        if name is not None and regex.match(r"[ ]?(?:[,.(]|\n|\t|$)", text, pos=name.end):
            yield _claim(name, 0.7, "closing of a letter", _CLOSED_BY)
    for match in _WROTE.finditer(text) if "wrote:" in text else ():
        # The day stands before the name: "On Tuesday 3 March 2011 Anna Harte wrote".
        for word in regex.finditer(r"\p{Lu}", match["name"]):
            name = _name(text, match.start("name") + word.start())
            if name is not None and name.end == match.end("name"):
                yield _claim(name, 0.75, "writer of an e-mail", _WRITTEN_BY)
                break
    for match in _DONE_BY.finditer(text) if "by " in text else ():
        name = _name(text, match.end())
        last = "" if name is None else text[name.start : name.end].split()[-1].casefold()
        if name is not None and name.words > 1 and last not in words("agency-words"):
            yield _claim(name, 0.75, "done by", _DONE)


def _greeted(text: str, at: int) -> Iterator[Claim]:
    found: list[Name] = []
    while (name := _name(text, at)) is not None:
        found.append(name)
        joined = _AND.match(text, name.end)
        if joined is None or not text[joined.end() : joined.end() + 1].isupper():
            break
        at = joined.end()
    if found and (_GREETED.match(text, found[-1].end) or _AND.match(text, found[-1].end)):
        yield from (_claim(each, 0.7, "greeting of a letter", _GREETED_BY) for each in found)


def _name(text: str, at: int) -> Name | None:
    name = read_name(text, at, min(len(text), at + 60), most=4)
    if name is None or "\n" in text[name.start : name.end]:
        return None
    first = text[name.start : name.end].split()[0].casefold()
    if first in _NOBODY or first in stop_words() or (is_known(first) and first not in name_words()):
        return None
    return name


def _claim(name: Name, score: float, pattern: str, because: str) -> Claim:
    return Claim(name.start, name.end, Label.PERSON, score, score, pattern, because)


RECOGNISER = TextRecogniser(
    name="letters",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Dear Kayleigh,\n\nplease come.", ("Kayleigh",)),
        Example("Hi Ida and Tomasz,", ("Ida", "Tomasz")),
        Example("Kind regards, Chidinma", ("Chidinma",)),
        Example("On 3 March 2011 Zofia Quill wrote:", ("Zofia Quill",)),
        Example("Interviewed by Anna Harte and another", ("Anna Harte",)),
        Example("Report compiled by Tom Vesey", ("Tom Vesey",)),
    ),
    near_misses=(
        "Dear Colleague,",
        "Dear Sir/Madam,",
        "Hi All, please read this.",
        "Hello Team",
        "Kind regards, Head of Service",
        "Many thanks. The panel is grateful.",
        "Completed by Anytown Council",
        "Published by Children's Services",
        "He wrote: no.",
    ),
)
