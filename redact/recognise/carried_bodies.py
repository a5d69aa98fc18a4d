"""Bodies that are called after the review's author or chair: "Harte Learning Ltd" beside Anna Harte.

A reviewer's company stands where the reviewer does, and tells no more. A body that begins in the line of such
a name and goes on in the next is read from there. What remains: a company in other words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from redact.recognise import regex
from redact.recognise.readings import folded
from redact.values.people import Label, Mention, Standing
from redact.values.text import Span

__all__ = ["beside_offices"]

_ENDS = r"Ltd|Limited|LLP|CIC|Associates?|Consult(?:ancy|ing|ants?)|Training|Partners|Solutions"
_COMPANY = regex.compile(rf"\b(?:{_ENDS})\b")
_GOES_ON = regex.compile(rf"(?:[ ](?:&|and|\p{{Lu}}\p{{L}}+)){{0,4}}?[ ](?:{_ENDS})\b")
_WORD = regex.compile(r"\p{L}[\p{L}'-]+")


def beside_offices(
    mentions: Iterable[Mention], surnames: frozenset[str], texts: Mapping[str, str]
) -> Iterator[Mention]:
    """Give the mentions again, the reviewers' companies as bodies that the public may know.

    Args:
        surnames: in lower case, of whom positions declare as author or chair, and nobody of the case bears.
    """
    every = list(mentions)
    ends = {
        (each.span.passage, each.span.start): each.span.end
        for each in every
        if each.label is Label.PERSON and each.standing is Standing.OFFICE
    }
    for each in every:
        if _is_in_company(each, texts[each.span.passage], surnames):
            yield replace(each, standing=Standing.OFFICE)
            continue
        if each.label is not Label.ORGANISATION or each.standing is not Standing.PARTICIPANT:
            yield each
            continue
        text = texts[each.span.passage]
        end = ends.get((each.span.passage, each.span.start))
        if end is not None and text[end : each.span.end].lstrip(" ").startswith("\n"):
            start = end + len(text[end : each.span.end]) - len(text[end : each.span.end].lstrip())
            yield replace(each, span=Span(each.span.passage, start, each.span.end))
        elif _is_called_after(folded(text[each.span.start : each.span.end])[0], surnames):
            yield replace(each, standing=Standing.PUBLIC)
        else:
            yield each


def _is_in_company(mention: Mention, text: str, surnames: frozenset[str]) -> bool:
    """Tell the surname alone of an author or a chair in the name of a company."""
    if mention.label is not Label.PERSON or mention.standing is not Standing.PARTICIPANT:
        return False
    own = folded(text[mention.span.start : mention.span.end])[0].casefold()
    return own in surnames and _GOES_ON.match(text, mention.span.end) is not None


def _is_called_after(body: str, surnames: frozenset[str]) -> bool:
    own = {word.casefold().removesuffix("'s") for word in _WORD.findall(body)}
    return _COMPANY.search(body) is not None and bool(own & surnames)
