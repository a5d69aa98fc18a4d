"""The frame in which text recognisers run: spaCy's tokeniser and presidio's analyzer, built by hand.

Nothing is downloaded, no default recogniser is loaded and nothing reaches for the network. Presidio's own
context search is not used: it knows single words only and, with a tokeniser that has no lemmas, none at
all. Here a phrase counts when all of its words stand beside the claim as whole words, before or after it,
in the same piece of text. The decision log of presidio, which prints the text, stays off.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from redact.recognise.claims import Claim, TextRecogniser
from redact.recognise.sparing import spared
from redact.values.people import Label

with spared():
    from presidio_analyzer import (
        AnalysisExplanation,
        AnalyzerEngine,
        EntityRecognizer,
        RecognizerRegistry,
        RecognizerResult,
    )
    from presidio_analyzer.context_aware_enhancers import ContextAwareEnhancer
    from presidio_analyzer.nlp_engine import NlpArtifacts, NlpEngine
    from spacy.lang.en import English
    from spacy.language import create_tokenizer
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc
    from spacy.vocab import create_vocab

__all__ = ["PIECE_END", "Frame", "frame_of"]

PIECE_END = "\x00"  # parts the pieces of a batch; no reading holds it and no pattern crosses it
_SEAM = f"\n{PIECE_END}\n"
_BEFORE = 60  # characters before a claim in which a phrase may stand
_AFTER = 40  # characters after it
_BESIDE = "; words that go with it stand beside it"


class Frame:
    """An analyzer over the given recognisers. Build it once; it keeps no word of a text between calls."""

    def __init__(self, recognisers: Sequence[TextRecogniser]) -> None:
        self._by_name = {recogniser.name: recogniser for recogniser in recognisers}
        tokeniser = _Tokeniser()
        self._words = tokeniser.words
        registry = RecognizerRegistry(
            recognizers=[_Adapter(recogniser) for recogniser in recognisers], supported_languages=["en"]
        )
        self._engine = AnalyzerEngine(
            registry=registry,
            nlp_engine=tokeniser,
            supported_languages=["en"],
            context_aware_enhancer=_Phrases(tokeniser.words, recognisers),
            log_decision_process=False,
            default_score_threshold=0.01,
        )

    def claims(self, pieces: Sequence[str]) -> Iterator[tuple[int, TextRecogniser, Claim]]:
        """Analyse several pieces of text at once, each by itself.

        Returns: the index of the piece, the recogniser, and its claim with the score that it earned there;
        in the order of the pieces, then of the claims' starts.
        """
        starts: list[int] = []
        at = 0
        for piece in pieces:
            starts.append(at)
            at += len(piece) + len(_SEAM)
        text = _SEAM.join(pieces)
        if not text.strip():
            return
        # Else the tokeniser's vocabulary would grow by every word that it meets, and keep it.
        with self._words.vocab.memory_zone():
            results = self._engine.analyze(text, "en", return_decision_process=True)
        for result in sorted(results, key=lambda found: (found.start, found.end, found.entity_type)):
            number = bisect_right(starts, result.start) - 1
            if result.end > starts[number] + len(pieces[number]):
                continue  # a pattern that took the seam along claims nothing that anybody wrote
            recogniser, claim = self._claim(result, starts[number])
            yield number, recogniser, claim

    def _claim(self, result: Any, base: int) -> tuple[TextRecogniser, Claim]:
        why = result.analysis_explanation
        claim = Claim(
            result.start - base,
            result.end - base,
            Label(result.entity_type),
            result.score,
            result.score,
            why.pattern_name,
            why.textual_explanation,
        )
        return self._by_name[why.recognizer], claim


class _Words:
    """spaCy's English tokeniser alone: it parts words as a blank pipeline does, which costs more to build."""

    Defaults = English.Defaults  # what spaCy's maker of tokenisers asks a pipeline for

    def __init__(self) -> None:
        self.vocab = create_vocab("en", English.Defaults)
        self.make_doc = create_tokenizer()(self)


class _Tokeniser(NlpEngine):  # type: ignore[misc]  # presidio has no types
    """spaCy's tokeniser as presidio wants it."""

    def __init__(self) -> None:
        self.words = _Words()

    def load(self) -> None:
        """Nothing is left to load."""

    def is_loaded(self) -> bool:
        """The tokeniser comes with spaCy."""
        return True

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        """Hand over nothing but the text's language; `_Phrases` tokenises what it needs."""
        # Nothing of the whole text is tokenised: that would cost more than all patterns together, and only
        # the surroundings of a claim are looked at.
        return NlpArtifacts([], Doc(self.words.vocab), [], [], None, language)

    def process_batch(self, texts: Any, language: str, **_: Any) -> Iterator[tuple[str, NlpArtifacts]]:
        """Tokenise several texts."""
        for text in texts:
            yield text, self.process_text(text, language)

    def is_stopword(self, word: str, language: str) -> bool:
        """Tell whether a word is one of spaCy's stop words."""
        return bool(self.words.vocab[word].is_stop)

    def is_punct(self, word: str, language: str) -> bool:
        """Tell whether a token is punctuation."""
        return bool(self.words.vocab[word].is_punct)

    def get_supported_entities(self) -> list[str]:
        """A tokeniser names nobody."""
        return []

    def get_supported_languages(self) -> list[str]:
        """English only."""
        return ["en"]


class _Adapter(EntityRecognizer):  # type: ignore[misc]  # presidio has no types
    """One of our recognisers as presidio wants it. Patterns keep their own flags: case matters here."""

    def __init__(self, recogniser: TextRecogniser) -> None:
        self.recogniser = recogniser
        super().__init__(
            supported_entities=[label.value for label in recogniser.labels],
            name=recogniser.name,
            version=recogniser.version,
            context=list(recogniser.phrases),
        )

    def load(self) -> None:
        """Nothing to load."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any = None) -> list[RecognizerResult]:
        """Turn the recogniser's claims on a text into presidio's results."""
        # A claim that no phrase can raise is a near miss, which only `near_misses` asks for.
        return [self._result(claim) for claim in self.recogniser.find(text) if claim.near > 0.0]

    def _result(self, claim: Claim) -> RecognizerResult:
        why = AnalysisExplanation(
            recognizer=self.recogniser.name,
            original_score=claim.score,
            pattern_name=claim.pattern,
            textual_explanation=claim.because,
        )
        metadata = {
            RecognizerResult.RECOGNIZER_NAME_KEY: self.recogniser.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: self.id,
            "near": claim.near,
        }
        return RecognizerResult(claim.label.value, claim.start, claim.end, claim.score, why, metadata)


class _Phrases(ContextAwareEnhancer):  # type: ignore[misc]  # presidio has no types
    """Raises a claim beside which one of its recogniser's phrases stands, as whole words."""

    def __init__(self, words: _Words, recognisers: Sequence[TextRecogniser]) -> None:
        super().__init__(0.0, 0.0, 0, 0)
        self._matcher = PhraseMatcher(words.vocab, attr="LOWER")
        self._words = words
        for recogniser in recognisers:
            if recogniser.phrases:
                self._matcher.add(recogniser.name, [words.make_doc(each) for each in recogniser.phrases])

    def enhance_using_context(
        self, text: str, raw_results: Any, nlp_artifacts: Any, recognizers: Any, context: Any = None
    ) -> Any:
        """Give each claim beside a phrase its higher score."""
        for result in raw_results:
            near = result.recognition_metadata["near"]
            if near > result.score and self._has_phrase(text, result):
                result.score = near
                result.analysis_explanation.textual_explanation += _BESIDE
        return raw_results

    def _has_phrase(self, text: str, result: Any) -> bool:
        """Tell whether a phrase of its recogniser ends shortly before a claim or begins shortly after it."""
        name = result.recognition_metadata[RecognizerResult.RECOGNIZER_NAME_KEY]
        before, after = _surroundings(text, result.start, result.end)
        return any(
            self._words.vocab.strings[key] == name
            for words in (before, after)
            for key, _, _ in self._matcher(self._words.make_doc(words))
        )


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Give the whole words before and after a claim, within its own piece."""
    low = max(0, start - _BEFORE)
    high = min(len(text), end + _AFTER)
    # A word cut at the edge would be another word: "mother" ends in "her".
    while low > 0 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and not text[high].isspace():
        high += 1
    return text[low:start].rpartition(PIECE_END)[2], text[end:high].partition(PIECE_END)[0]


@lru_cache(maxsize=4)
def frame_of(recognisers: tuple[TextRecogniser, ...]) -> Frame:
    """Build the frame of these recognisers once in a process: 0.1 s, and no text is kept in it."""
    return Frame(recognisers)
