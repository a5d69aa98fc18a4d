"""The graph that is shipped, run as the program runs it: whatever its answers are, these hold of them."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact import guard
from redact.recognise.model import reading
from redact.recognise.model.labels import CLASSES, ModelLabel, Rank
from redact.recognise.model.reading import NameModel, name_model

ROOT = Path(__file__).parents[3]
TEXT = (
    "When the police arrived, Daniel had left and Amina Okafor was crying.\n"
    "Name\tKayleigh Brandreth\nSchool | St Aldate's, Anytown\n\n"
    "On 3 March 2011 the health visitor rang. She was told that nobody was at home. "
) * 8
LETTERS = ("O\u2019Brien", "Zo\u00eb", "\u738b\u5c0f\u660e", "\u0416\u0430\u043d\u043d\u0430", "\U0001f642")
SIGNS = ("/", "(", ".", "|", "\n", "\t", "\u200b", "\ud800", "\x00")
WORDS = st.lists(
    st.sampled_from(
        ["Amina", "KAYLEIGH", "grace", "K.", "told", "the", "3 March", "a" * 200, *LETTERS, *SIGNS]
    ),
    max_size=40,
)


@pytest.fixture(scope="module")
def model() -> NameModel:
    loaded = name_model()
    assert loaded is not None
    return loaded


def test_it_finds_people_places_and_dates_in_plain_sentences(model: NameModel) -> None:
    (found,) = model.read([TEXT])
    names = {TEXT[span.start : span.end] for span in found if span.rank is Rank.NAME}
    assert {"Daniel", "Amina Okafor", "Kayleigh Brandreth"} <= names
    assert {ModelLabel.PERSON, ModelLabel.DATE} <= {span.label for span in found}


def test_it_says_the_same_twice_and_however_many_threads_read(
    model: NameModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    together = model.read([TEXT])
    assert model.read([TEXT]) == together
    for threads in (1, 2, 8):
        monkeypatch.setattr(reading, "_threads", lambda number=threads: number)
        assert model.read([TEXT]) == together


def test_a_text_is_read_alike_whatever_else_is_read(model: NameModel) -> None:
    texts = ["Amina rang.", TEXT, "The plan was closed in May.", ""]
    assert model.read(texts) == tuple(model.read([text])[0] for text in texts)


@settings(max_examples=25)
@given(words=WORDS, gap=st.sampled_from(["", " "]))
def test_spans_lie_in_the_text_and_begin_and_end_at_what_prints(words: list[str], gap: str) -> None:
    model = name_model()
    assert model is not None
    text = gap.join(words)
    for span in model.read([text])[0]:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        assert 0.0 <= span.probability <= 1.0


def test_every_word_has_odds_for_every_answer(model: NameModel) -> None:
    ((_, words, odds),) = model.odds([TEXT])
    assert odds.shape == (len(words), len(CLASSES))
    assert abs(odds.sum(axis=1) - 1).max() < 1e-3


def test_no_word_of_a_text_is_kept(model: NameModel) -> None:
    """Neither in the model nor in anything that it keeps alive: a text is gone when it was read."""
    name = "Quillfeather" + "abcdefgh"[::-1]
    model.read([f"Then {name} Wintergreen told the panel."])
    held = [_text(thing) for thing in _reachable(vars(model))]
    assert [text for text in held if name.casefold() in text.casefold()] == []
    assert any("##ing" in text for text in held)  # its vocabulary is there: the search does search


def test_its_engine_reports_to_nobody_and_writes_nothing(tmp_path: Path) -> None:
    """onnxruntime reports its use from its import on, but not under CI: so CI's variables are taken away."""
    folders = {name: tmp_path / name for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "here")}
    for folder in folders.values():
        folder.mkdir()
    known = ("PATH", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "SYSTEMROOT", "REDACT_TEST_ATTEMPTS")
    environment = {name: os.environ[name] for name in known if name in os.environ}
    environment |= {name: str(folder) for name, folder in folders.items()} | {"TEMP": str(folders["TMPDIR"])}
    environment["PYTHONPATH"] = os.pathsep.join([str(ROOT), environment.get("PYTHONPATH", "")])
    code = (
        "from redact.recognise.model.reading import name_model\n"
        "assert name_model().read(['Amina Okafor rang.'])[0]"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folders["here"], env=environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_it_runs_where_nothing_may_be_written_and_no_network_is(model: NameModel) -> None:
    """In the guarded child too, within its limits, although the program reads outside of it today."""
    assert guard.run(_read_in_child, TEXT) == len(model.read([TEXT])[0])


def _read_in_child(text: str, _report: object) -> int:
    loaded = name_model()
    assert loaded is not None
    return len(loaded.read([text])[0])


def _reachable(start: object) -> list[object]:
    """Everything that can be reached from an object, modules and classes left out."""
    seen: dict[int, object] = {}
    waiting = [start]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, type | type(sys)):
            continue
        seen[id(thing)] = thing
        if not (isinstance(thing, dict) and "__builtins__" in thing):
            waiting.extend(gc.get_referents(thing))
            waiting.extend(thing if isinstance(thing, dict) else ())  # keys that are texts are not among them
    return list(seen.values())


def _text(thing: object) -> str:
    if isinstance(thing, bytes):
        return thing.decode("utf-8", "replace")
    return thing if isinstance(thing, str) else ""
