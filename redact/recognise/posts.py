"""Names beside the post that their owner holds: "Anna Harte, Head of Service", "Tom Vesey, the Team Manager".

Only two or more words written as a name are claimed, and none that is a word of an agency or a form. What
remains: a name behind its post with nothing between ("Team Manager Anna Harte").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import entries, words
from redact.recognise.names import Name, name_words, read_name, title_pattern
from redact.values.people import Label

__all__ = ["RECOGNISER", "holds_a_post"]

# Two or more words with capitals before a comma, a bracket, a dash or letters: all that is worth reading.
_CANDIDATE = regex.compile(
    r"(?<![\p{L}\p{N}_'-])(?P<word>\p{Lu}[\p{L}'.-]*)"
    r"(?:[ ](?:\p{Ll}{1,5}[ ]){0,2}(?P<word>\p{Lu}[\p{L}'.-]*)){1,6}"
    r"(?=,[ ]|[ ]\(|[ ]-[ ]|,?[ ]who[ ]is[ ]|(?<=\p{Lu})[).,;]?(?:\s|\)|$))"
)


@cache
def _behind() -> regex.Pattern[str]:
    posts = entries("post-words")
    opening = "|".join(regex.escape(post) for post in posts if post.endswith(" of"))
    closing = "|".join(regex.escape(post) for post in posts if not post.endswith(" of"))
    return regex.compile(
        r"(?:,[ ]|[ ]\(|[ ]-[ ]|,?[ ]who[ ]is[ ])"
        r"(?:(?:the|our|an?|then|former|acting|interim|Acting|Interim|Deputy|Assistant)[ ])*"
        rf"(?:(?:{opening})\b|(?:(?:\p{{Lu}}[\p{{L}}&/-]*|and|for|of|&|\d)[ ]){{0,5}}(?:{closing})\b)"
    )


# Whoever has left a post, or is independent, holds none in the agencies of the case.
_NO_POST = regex.compile(
    r"independent|former|retired|\bauthor|\breviewer|\bchair|\bwriter|consultant$", regex.IGNORECASE
)


def holds_a_post(text: str, at: int) -> bool:
    """Tell whether an agency's post follows a name that ends at `at`: "Anna Harte, Head of Service"."""
    match = _behind().match(text, at)
    return match is not None and _NO_POST.search(match[0]) is None


@cache
def _honours() -> regex.Pattern[str]:
    letters = "|".join(sorted(word.upper() for word in words("qualifications") if len(word) > 1))
    return regex.compile(rf",?[ ](?:{letters})(?![\p{{L}}\p{{N}}])")


def _find(text: str) -> Iterator[Claim]:
    at = 0
    while (match := _CANDIDATE.search(text, at)) is not None:
        at = match.end()
        for start in match.starts("word"):
            titles = title_pattern().match(text, start)
            if titles and titles.end() < match.end():
                break  # the recogniser of titles reads what follows
            name = read_name(text, start, match.end(), most=4)
            if name is not None and (name.end == match.end() or _honours().match(text, name.end)):
                yield from _claim(text, name)
                break


def _claim(text: str, name: Name) -> Iterator[Claim]:
    spoken = text[name.start : name.end].casefold()
    if name.words < 2 or "\n" in spoken or all(word in name_words() for word in spoken.split()):
        return
    if _behind().match(text, name.end):
        because = "a name directly before a post"
        yield Claim(name.start, name.end, Label.PERSON, 0.75, 0.75, "name and post", because)
    elif _honours().match(text, name.end):
        because = "a name directly before letters of a qualification or an honour"
        yield Claim(name.start, name.end, Label.PERSON, 0.75, 0.75, "name and letters", because)


RECOGNISER = TextRecogniser(
    name="posts",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Anna Harte, Head of Service, will reply.", ("Anna Harte",)),
        Example("advice from Tom Vesey, the Board Business Manager on request", ("Tom Vesey",)),
        Example("Nia O\u2019Brien (Team Manager)", ("Nia O\u2019Brien",)),
        Example("Anna-Marie de Vesey - Social Worker", ("Anna-Marie de Vesey",)),
        Example("It was opened by Tom Vesey OBE.", ("Tom Vesey",)),
        Example("Anna Harte, Lead Nurse", ("Anna Harte",)),
    ),
    near_misses=(
        "Children's Services, Head of Service",
        "Anytown Council, Director of Children's Services",
        "the Health Visitor, Social Worker and Midwife",
        "Overview Report, Author",
        "Child K, Social Worker",
        "in Anytown, the Manager",
    ),
)
