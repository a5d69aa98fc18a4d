"""What the name model rules out: words that a rule only asks about and that it takes for nobody's name.

A word that has nothing but its look is ruled out where it stands, unless it acts there and is asked about in
the midst of other sentences. The repeat of a name in lower case is
ruled out only where the model takes the word for nobody's name with its capital either, in all names that
hold it: "return" in a note, where a form was read as the name Return. A place that begins the name of a
board, a trust or a council is ruled out where the model is sure of that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

import regex

from redact.recognise.grids import View
from redact.recognise.model.labels import CLASSES, ModelLabel
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.values.people import Label, Mention
from redact.values.text import Span

__all__ = ["not_of_bodies", "not_ruled_out"]

_POSSIBLE = 0.02  # the odds of a person below which such a word is not asked about
_POSSIBLE_OF_A_WORD = 0.08  # those of a word that is seldom a name
_A_NAME = 0.3  # those below which a word with its capital is hardly somebody's name
# Patterns that have nothing but the look of a word to go by.
_ACTS = "word that begins and acts"
_LOOKS = frozenset({"capitals in mid-sentence", _ACTS})
_LOWER = "in lower case"
_AGAIN = "capitals again"  # of a word that is asked about in the midst of sentences
# They take what a form or a cell holds for a name; a title or a word of kinship shows somebody.
_OF_FORMS = frozenset({"fields", "letters"})
_WORD = regex.compile(r"\p{L}+")
_NO_NAME = 0.01  # the odds of a person below which a word before a body's is a place
# How the name of a public body goes on behind its place, and what stands before a borough's.
_BODY_BEHIND = regex.compile(
    r"(?:[ ](?:(?:and|of|&)[ ])?\p{Lu}[\p{L}-]*){0,5}[ ](?:NHS[ ](?:Foundation[ ])?Trust"
    r"|Safeguarding[ ](?:Children|Adults?)|LSC[BP]|SC[BP]|Council|Constabulary)\b(?![ ]\p{Ll})"
)
_BODY_BEFORE = regex.compile(r"\b(?:Borough|City|County)[ ]of[ ]$")
# "North Anyshire Primary Care Trust", "Anytown LSCB": nobody is called so, whatever form they stand in.
_AREA = regex.compile(
    r"(?:[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|[Mm]id|NORTH|SOUTH|EAST|WEST|MID)[ ]\p{Lu}[\p{L} &-]+"
)
_AREA_BEHIND = regex.compile(
    r"(?:[ \n](?:(?i:and|of|&)[ ])?\p{Lu}[\p{L}'-]*){0,5}[ \n](?i:Trusts?|Boards?|Partnership|Council"
    r"|Constabulary|Police|LSC[BP]|SC[BP])\b"
)
_BOARD = regex.compile(r"\p{Lu}[\p{L} &-]+[ ](?:LSC[BP]|SC[BP])")
_KEPT = "odds of a person"
# Of a paragraph, each word's place and its odds.
_Read = dict[str, list[tuple[int, int, float]]]


def not_ruled_out(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Drop what only looks like a name to a rule and like none to the model; all stay where there is none.

    Raises:
        ModelFault: the model is missing, altered, or cannot be run here.
    """
    found = list(found)
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    doubtful = [each for each in found if each.evidence.pattern in (*_LOOKS, _LOWER)]
    read = cast(_Read, views[0].kept.setdefault(_KEPT, {})) if views else {}
    unlikely = _below(texts, [each.span for each in doubtful], _POSSIBLE, read)
    ordinary = [
        each.span for each in doubtful if each.evidence.pattern in _LOOKS and _is_ordinary(texts, each)
    ]
    unlikely |= _below(texts, ordinary, _POSSIBLE_OF_A_WORD, read)
    suspects = {
        word
        for each in doubtful
        if each.evidence.pattern == _LOWER and each.span in unlikely
        for word, _ in _words(texts, each)
    }
    names: dict[str, list[Span]] = {word: [] for word in suspects}
    for each in found:
        if each.label is Label.PERSON and each.evidence.pattern != _LOWER:
            for word, span in _words(texts, each):
                if word in names:
                    names[word].append(span)
    no_names = _below(texts, [span for spans in names.values() for span in spans], _A_NAME, read)

    asked = {word for each in found if each.evidence.pattern == _AGAIN for word, _ in _words(texts, each)}

    def is_ruled_out(each: Mention) -> bool:
        if each.evidence.pattern == _ACTS and any(word in asked for word, _ in _words(texts, each)):
            return False
        if each.evidence.pattern == _LOWER and each.span in unlikely:
            return all(span in no_names for word, _ in _words(texts, each) for span in names[word])
        return each.evidence.pattern in _LOOKS and each.span in unlikely

    return [each for each in found if not is_ruled_out(each)]


def not_of_bodies(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Drop what a form seems to name and what is the place of a public body: "Anyshire" of its police.

    Raises:
        ModelFault: the model is missing, altered, or cannot be run here.
    """
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    found = [each for each in found if not _is_an_area(texts, each)]
    of_forms = [each for each in found if _is_from_a_form(each)]
    of_bodies = [each.span for each in of_forms if _is_of_a_body(texts, each.span)]
    read = cast(_Read, views[0].kept.setdefault(_KEPT, {})) if views else {}
    places = _below(texts, of_bodies, _NO_NAME, read)
    return [each for each in found if not _is_from_a_form(each) or each.span not in places]


def _is_an_area(texts: dict[str, str], each: Mention) -> bool:
    """Tell the name of a board, or the area that a body is called after, from somebody's."""
    if each.label is not Label.PERSON:
        return False
    text, span = texts[each.span.passage], each.span
    if _BOARD.fullmatch(text, span.start, span.end):
        return True
    is_area = _AREA.fullmatch(text, span.start, span.end) is not None
    return is_area and _AREA_BEHIND.match(text, span.end) is not None


def _is_from_a_form(each: Mention) -> bool:
    return each.label is Label.PERSON and each.evidence.recogniser in _OF_FORMS


def _is_of_a_body(texts: dict[str, str], span: Span) -> bool:
    text = texts[span.passage]
    if _BODY_BEHIND.match(text, span.end):
        return True
    return _BODY_BEFORE.search(text, max(0, span.start - 20), span.start) is not None


def _is_ordinary(texts: dict[str, str], mention: Mention) -> bool:
    """Tell whether all words of a mention are seldom names."""
    return all(is_seldom_a_name(word) or is_plain(word) for word, _ in _words(texts, mention))


def _words(texts: dict[str, str], mention: Mention) -> Iterator[tuple[str, Span]]:
    """Give each word of a mention, in lower case, and where it stands."""
    span = mention.span
    for match in _WORD.finditer(texts[span.passage], span.start, span.end):
        yield match[0].casefold(), Span(span.passage, *match.span())


def _below(texts: dict[str, str], spans: Sequence[Span], limit: float, read: _Read) -> set[Span]:
    """Give the spans in which the model holds no word for a name; where it has read none it says nothing.

    A paragraph that was read before in this call is not read again.
    """
    # Here, so that the list of recognisers is read without numpy and onnxruntime.
    from redact.recognise.model.reading import name_model

    model = name_model() if spans else None
    if model is None:
        return set()
    first = CLASSES.index(f"B-{ModelLabel.PERSON}")
    for text, words, odds in model.odds(sorted({texts[span.passage] for span in spans} - read.keys())):
        read[text] = [
            (word.start, word.end, float(row[first] + row[first + 1]))
            for word, row in zip(words, odds, strict=True)
        ]

    def is_below(span: Span) -> bool:
        beneath = [
            odds for start, end, odds in read[texts[span.passage]] if start < span.end and span.start < end
        ]
        return bool(beneath) and max(beneath) < limit

    return {span for span in spans if is_below(span)}
