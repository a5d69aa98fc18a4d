"""Neutral wording: suggested by place in the text report and in JSON, never applied, and stopping nothing."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema

from redact.report import as_json, as_text
from redact.run.check import check
from redact.run.wording import with_neutral
from redact.values.judgement import DocumentKind, Edition, Readiness, Settings
from tests.cli.terminal import redact

STATED = Settings(Edition.WT2015, DocumentKind.OTHER)
TEXT = (
    "Child X said that he was well. His sister saw him. Parent 1 said she rang his brother.\n\n"
    "He and his baby sister slept. HE left.\n"
)


def test_each_word_is_said_once_with_its_places(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    run = with_neutral(check([str(path)], STATED))
    assert run.readiness is Readiness.READY
    text = as_text.render(run)
    assert "Words that tell whether it is a boy or a girl (11 places)" in text
    assert "Suggested only: nothing is changed" in text
    assert "    he: write they; look at the verb behind it" in text
    assert "      line 3\n      line 3\n" in text
    assert "exit status 0" in text
    assert "boy or a girl" not in as_text.render(check([str(path)], STATED))
    written = json.loads(as_json.render(run))
    jsonschema.validate(written, as_json.schema())
    wording = written["documents"][0]["wording"]
    assert [one["word"] for one in wording][:4] == ["he", "his", "sister", "him"]
    start, end = wording[2]["document_span"]
    assert TEXT[start:end] == "sister"
    assert wording[0]["instead"] == "they"


def test_every_word_of_the_list_fits_the_schema(tmp_path: Path) -> None:
    from redact.resolve import neutral

    path = tmp_path / "a.txt"
    path.write_text(". ".join(neutral._WORDS) + ".\n", encoding="utf-8")
    run = with_neutral(check([str(path)], STATED))
    written = json.loads(as_json.render(run))
    jsonschema.validate(written, as_json.schema())
    assert len(written["documents"][0]["wording"]) == len(neutral._WORDS)


def test_other_reports_have_no_place_for_it(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The boy slept.\n", encoding="utf-8")
    refused = redact("check", path, "--neutral", "--format", "html", "-o", tmp_path / "a.html")
    assert (refused.status, "text and JSON alone" in refused.err) == (2, True)
    shown = redact("check", path, "--neutral", "--edition", "wt2015", "--kind", "other")
    assert (shown.status, "boy: write child" in shown.out) == (0, True)
