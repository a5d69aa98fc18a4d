"""User names made of the words of a name that is known: aharte, anna.harte, harte_a, HarteA01.

They stand in the properties of files, in logs of case systems, in notes. What remains: a user name of a
person who is not named elsewhere, and one made of initials and a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.model.views import chance
from redact.recognise.names import is_particle, stop_words
from redact.recognise.readings import Reading, folded
from redact.recognise.repeat_names import key_of
from redact.values.people import Evidence, Label, Mention

__all__ = ["RECOGNISER"]

_EVIDENCE = Evidence("user-names", "1", "user name", "a user name made of the words of a name that is known")
_LEAST_SCORE = 0.6
_SHORTEST, _SHORT = 4, 5  # letters; below the second the model must hold a person possible
# The model's odds of a person, below which a word in small letters is only a word: of a short one, of others.
_SHORT_ODDS, _LEAST_ODDS = 0.05, 0.001
_TOKEN = regex.compile(r"(?<![\p{L}\p{N}._-])\p{L}[\p{L}._-]*+\d{0,4}(?![\p{L}\p{N}])")
_SURNAME = regex.compile(
    r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+"
)  # "Quill-Harte", with capitals: nobody signs in so
_NO_LETTER = regex.compile(r"\P{L}+")
_WORD = regex.compile(r"\p{L}+(?:'\p{L}+)*")


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    wanted = _user_names(views, mentions)
    if not wanted:
        return
    known: dict[str, bool] = {}
    for view in views:
        for reading in view.first:
            for match in _TOKEN.finditer(reading.text):
                start, end = match.span()
                while reading.text[end - 1] in "._-":
                    end -= 1
                word = match[0]
                if end - start < _SHORTEST or _SURNAME.fullmatch(word):
                    continue
                if word not in known:
                    letters = word if word.isalpha() else _NO_LETTER.sub("", word)
                    known[word] = key_of(letters) in wanted
                if known[word] and _is_possible(view, reading, start, end):
                    made = mention(reading, start, end, Label.PERSON, 0.7, _EVIDENCE)
                    if made is not None:
                        yield made


def _is_possible(view: View, reading: Reading, start: int, end: int) -> bool:
    """Tell whether the model does not hold a word in small letters for no more; a short one it must like."""
    token = reading.text[start:end]
    is_word = token.isalpha() and token.islower()
    odds = chance(view, reading, start, end) if is_word else None
    if odds is None:
        return len(token) >= _SHORT
    return odds >= (_LEAST_ODDS if len(token) >= _SHORT else _SHORT_ODDS)


def _user_names(views: Sequence[View], mentions: Sequence[Mention]) -> frozenset[str]:
    """Build the user names, without their signs and numbers, of every name of two words or more."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    made: set[str] = set()
    seen: set[str] = set()
    for each in mentions:
        if each.label is not Label.PERSON or each.score < _LEAST_SCORE:
            continue
        name = texts[each.span.passage][each.span.start : each.span.end]
        if name not in seen:
            seen.add(name)
            made |= set(_forms(name))
    return frozenset(form for form in made if len(form) >= _SHORTEST and form not in stop_words())


def _forms(name: str) -> Iterator[str]:
    plain = folded(name)[0]
    every = [key_of(word) for word in _WORD.findall(plain)]
    parts = [word for word in every if not is_particle(word)]
    if len(parts) < 2:
        return
    yield from _of_parts(parts, turned="," in name)
    if len(every) > 2 and "," not in name:  # "Anna van Harte" and "Anna Quill Harte" with the whole surname
        yield from _of_parts([every[0], "".join(every[1:])], turned=False)
    if "-" in name:  # "Anna Quill-Harte" signs in as aquillharte, too
        joined = [key_of(word) for word in _WORD.findall(plain.replace("-", ""))]
        joined = [word for word in joined if not is_particle(word)]
        if len(joined) > 1:
            yield from _of_parts(joined, turned="," in name)
            yield from (parts[0][0] + part for part in parts[1:-1] if len(part) > 3)


def _of_parts(parts: Sequence[str], *, turned: bool) -> Iterator[str]:
    first, last = (parts[-1], parts[0]) if turned else (parts[0], parts[-1])
    yield from (first + last, last + first)
    if len(last) > 2:
        yield from (first[0] + last, last + first[0])
        yield "".join(word[0] for word in parts[:-1]) + last
    if len(first) > 3 and len(last) > 1:
        yield from (first + last[0], last[0] + first)


RECOGNISER = FollowUpRecogniser(
    name="user-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Author: Anwen Quill\n\nlast changed by aquill", ("aquill",)),
        Example("Author: Anwen Quill\n\nlast changed by a.quill.", ("a.quill",)),
        Example("Author: Anwen Quill\n\nlogged by quill_a and QuillA01", ("quill_a", "QuillA01")),
        Example("Mrs Nia O'Dowd came.\n\nlogged by nodowd", ("nodowd",)),
        Example("Name: Quill, Anwen\n\nlogged by AQUILL", ("AQUILL",)),
        Example("Author: Anwen Quill-Harte\n\nlogged by aquillharte and aharte", ("aquillharte", "aharte")),
        Example("Name: Quill-Harte, Anwen\n\nlogged by aquill-harte", ("aquill-harte",)),
        Example("Author: Anwen dos Quill\n\nlogged by adosquill", ("adosquill",)),
        Example("Author: Malcolm Lui\n\nlogged by LuiM01", ("LuiM01",)),
        Example("Name: Rafe \u010cern\u00fd\n\nlogged by rcerny", ("rcerny",)),
    ),
    near_misses=(
        "last changed by aquill",
        "Author: Anwen Quill\n\na quill and a tranquil day",
        "Mrs Quill came.\n\nlogged by aquill",
        "Author: Anna Harte\n\nthe earth",
        "Mrs Quill-Harte came.\n\nQuill-Harte (2009)",
        "Author: Anna Way\n\nHe went away, and she was able to.",
        "Author: Anwen Quill\n\nrquill and aquills",
    ),
)
