"""What the name model rules out: words that a rule only asks about and that it takes for nobody's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from redact.recognise.grids import View
from redact.recognise.model.labels import CLASSES, ModelLabel
from redact.values.people import Mention

__all__ = ["not_ruled_out"]

_POSSIBLE = 0.02  # the odds of a person below which such a word is not asked about
# Patterns that have nothing but the look of a word to go by.
_LOOKS = frozenset({"capitals in mid-sentence", "word that begins and acts", "in lower case"})


def not_ruled_out(views: Sequence[View], found: Iterable[Mention]) -> list[Mention]:
    """Drop what only looks like a name to a rule and like none to the model; all stay where there is none.

    Raises:
        ModelFault: the model is missing, altered, or cannot be run here.
    """
    # Here, so that the list of recognisers is read without numpy and onnxruntime.
    from redact.recognise.model.reading import name_model

    found = list(found)
    doubtful = {each.span.passage for each in found if each.evidence.pattern in _LOOKS}
    model = name_model()
    if model is None or not doubtful:
        return found
    texts = {
        passage.id: passage.text
        for view in views
        for passage in view.document.passages
        if passage.id in doubtful
    }
    first = CLASSES.index(f"B-{ModelLabel.PERSON}")
    chances = {
        text: [
            (word.start, word.end, float(row[first] + row[first + 1]))
            for word, row in zip(words, odds, strict=True)
        ]
        for text, words, odds in model.odds(list(texts.values()))
    }

    def is_possible(each: Mention) -> bool:
        return any(
            start < each.span.end and each.span.start < end and odds >= _POSSIBLE
            for start, end, odds in chances[texts[each.span.passage]]
        )

    return [each for each in found if each.evidence.pattern not in _LOOKS or is_possible(each)]
