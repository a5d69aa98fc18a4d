"""What is spared of spaCy and presidio when they are imported, and that it is there when it is asked for."""

import subprocess
import sys

import spacy
from spacy.lang.en import English

from redact.recognise.frame import _Words

_FRAME = "import sys, redact.recognise.frame\n"


def in_a_new_process(code: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_the_frame_comes_without_the_command_line_of_spacy_and_the_recognisers_of_presidio() -> None:
    unwanted = "{'spacy.cli', 'spacy.cli.info', 'typer', 'presidio_analyzer.predefined_recognizers'}"
    assert in_a_new_process(f"{_FRAME}print(sorted({unwanted} & set(sys.modules)))") == "[]"


def test_what_was_spared_is_the_real_thing_when_it_is_imported_later() -> None:
    code = (
        "import spacy.cli, presidio_analyzer.predefined_recognizers as theirs\n"
        "from spacy.cli.info import info_spacy\n"
        "print(spacy.cli.download.__module__, info_spacy.__module__, theirs.UrlRecognizer.__name__)"
    )
    assert in_a_new_process(_FRAME + code) == "spacy.cli.download spacy.cli.info UrlRecognizer"


def test_what_was_taken_from_a_stand_in_calls_the_real_thing() -> None:
    code = "import spacy\nprint(spacy.info(silent=True)['spacy_version'] == spacy.__version__)"
    assert in_a_new_process(_FRAME + code) == "True"


def test_a_registry_of_presidio_knows_its_own_recognisers_afterwards() -> None:
    code = (
        "from presidio_analyzer import RecognizerRegistry\n"
        "from presidio_analyzer.nlp_engine import SpacyNlpEngine\n"
        "registry = RecognizerRegistry(recognizers=[], supported_languages=['en'])\n"
        "import spacy\n"
        "engine = SpacyNlpEngine(models=[{'lang_code': 'en', 'model_name': 'blank'}])\n"
        "engine.nlp = {'en': spacy.blank('en')}\n"
        "registry.validate_nlp_engine_compatibility(engine)\n"  # there is none of their classes yet
        "registry.add_nlp_recognizer(engine)\n"
        "from presidio_analyzer.predefined_recognizers import NhsRecognizer, SpacyRecognizer\n"
        "registry.load_predefined_recognizers(languages=['en'], nlp_engine=engine)\n"
        "kinds = {type(each) for each in registry.recognizers}\n"
        "print(NhsRecognizer in kinds, SpacyRecognizer in kinds)"
    )
    assert in_a_new_process(_FRAME + code) == "True True"


def test_what_is_imported_already_stays() -> None:
    code = "import sys, spacy.cli\nbefore = sys.modules['spacy.cli.info']\nimport redact.recognise.frame\n"
    assert in_a_new_process(f"{code}print(sys.modules['spacy.cli.info'] is before)") == "True"


def test_words_are_parted_as_by_a_blank_pipeline() -> None:
    text = (
        "Dr. O'Brien can't: e-mail a.b@example.org (01632 960 001), \u00a312.50/wk, cafe\u0301s\u2026 10km :)"
    )
    blank = spacy.blank("en")
    assert isinstance(blank, English)
    mine = _Words()
    assert [each.text for each in mine.make_doc(text)] == [each.text for each in blank.make_doc(text)]
    assert [each.lower_ for each in mine.make_doc(text)] == [each.lower_ for each in blank.make_doc(text)]
