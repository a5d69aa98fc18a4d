"""The name model as spaCy and presidio know it: a component of a pipeline, and a recogniser of an analyzer.

Both are thin: they read the text once through the model and translate its spans.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from presidio_analyzer import AnalysisExplanation, EntityRecognizer, RecognizerResult
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from redact.recognise.model.labels import ModelLabel, ModelSpan, Rank
from redact.recognise.model.reading import NameModel, name_model

__all__ = ["CHECKS", "COMPONENT", "Component", "PresidioNames"]

COMPONENT = "redact_name_model"
CHECKS = "checks"  # the group of spans of a spaCy document in which the checks stand
_OF_PRESIDIO: Mapping[ModelLabel, str] = {
    ModelLabel.PERSON: "PERSON",
    ModelLabel.PLACE: "LOCATION",
    ModelLabel.ORGANISATION: "ORGANIZATION",
    ModelLabel.DATE: "DATE_TIME",
}


class Component:
    """A component of a spaCy pipeline: names become entities, checks the span group `checks`."""

    def __init__(self, model: NameModel | None) -> None:
        self._model = model

    def __call__(self, doc: Doc) -> Doc:
        """Read one document; entities that it had stay and win. Without a model nothing is done."""
        if self._model is None:
            return doc
        (said,) = self._model.read([doc.text])
        names = [self._span(doc, span) for span in said if span.rank is Rank.NAME]
        doc.spans[CHECKS] = [self._span(doc, span) for span in said if span.rank is Rank.CHECK]
        doc.ents = filter_spans([*doc.ents, *(name for name in names if not self._taken(doc, name))])
        return doc

    @staticmethod
    def _span(doc: Doc, span: ModelSpan) -> Any:
        # A token of spaCy may be longer than a word of ours ("Vesey/Quill"): the whole token is named.
        return doc.char_span(span.start, span.end, label=span.label.value, alignment_mode="expand")

    @staticmethod
    def _taken(doc: Doc, name: Any) -> bool:
        return any(entity.start < name.end and name.start < entity.end for entity in doc.ents)


@Language.factory(COMPONENT)  # type: ignore[untyped-decorator]  # spaCy's has no types
def _component(nlp: Language, name: str) -> Component:
    return Component(name_model())


class PresidioNames(EntityRecognizer):  # type: ignore[misc]  # presidio has no types
    """A recogniser of presidio; both ranks are results, told apart by their explanation."""

    def __init__(self, model: NameModel | None) -> None:
        self._model = model
        super().__init__(supported_entities=list(_OF_PRESIDIO.values()), name="name-model", version="1")

    def load(self) -> None:
        """The model was loaded before."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Give what the model finds of the wanted entities; nothing without a model."""
        said = () if self._model is None else self._model.read([text])[0]
        return [self._result(span) for span in said if _OF_PRESIDIO[span.label] in entities]

    def _result(self, span: ModelSpan) -> RecognizerResult:
        why = AnalysisExplanation(
            recognizer=self.name,
            original_score=span.probability,
            pattern_name=f"model, {span.rank.value}",
            textual_explanation="the name model says so",
        )
        return RecognizerResult(_OF_PRESIDIO[span.label], span.start, span.end, span.probability, why)
