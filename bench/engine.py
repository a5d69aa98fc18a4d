"""Presidio's analyzer with its default registry, built so that it needs no network and no trained model.

Presidio's own default loads a trained spaCy model for names and places. None may be downloaded here, so its
tokeniser runs blank: of names it finds nothing, and every page that prints its figures says so.
"""

from __future__ import annotations

from typing import Any

__all__ = ["default_engine"]


def default_engine() -> Any:
    """Build an AnalyzerEngine with every recogniser that presidio loads by default for English."""
    import spacy
    import tldextract
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry, predefined_recognizers  # noqa: F401
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    # They are imported by name: where `redact` was imported before, presidio came without them.
    # Its e-mail recogniser asks the network for the list of domains; the list that came with it will do.
    offline: Any = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    tldextract.extract = offline
    nlp = SpacyNlpEngine(models=[{"lang_code": "en", "model_name": "blank"}])
    nlp.nlp = {"en": spacy.blank("en")}
    nlp.nlp["en"].max_length = 100_000_000  # characters; the default stops at a million
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=nlp)
    return AnalyzerEngine(registry=registry, nlp_engine=nlp, supported_languages=["en"])
