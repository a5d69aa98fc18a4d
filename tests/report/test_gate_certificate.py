"""The certificate and the summary of a pack: what they must say, and what must never stand in them."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from redact.errors import ModelFault, WrongType
from redact.formats.pdf.page_of_ours import as_pdf
from redact.report.gate_certificate import NO_PROGRAM, certificate
from redact.report.gate_page import as_html, as_text
from redact.report.gate_summary import summary
from redact.resources import models_folder
from redact.run.gate_card import measured_misses, misses_of
from redact.values.gate_pack import Block, PackFacts
from redact.values.gate_witness import Witness, witnesses_in
from redact.values.rules import Edition, Mode
from tests.publication.letter_facts import facts

GOLDEN = Path(__file__).parent.parent / "golden" / "gate-certificate.txt"


def test_the_certificate_word_for_word() -> None:
    text = as_text(certificate(_steady()))
    if os.environ.get("REDACT_WRITE_GOLDEN") == "1":
        GOLDEN.write_text(text, encoding="utf-8", newline="\n")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_the_day_of_publication_and_the_days_are_left_out_where_there_are_none() -> None:
    text = as_text(certificate(facts(Edition.WT2018, Mode.NOT_PUBLISHED, None)))
    assert "Day of publication" not in text
    assert "Last day" not in text
    text = as_text(certificate(facts(Edition.WT2010B, Mode.FULL, "bromley")))
    assert "The edition counts no days" in text


def test_a_case_without_a_check_or_a_statement_says_so() -> None:
    bare = facts()
    text = as_text(certificate(replace(bare, gate=replace(bare.gate, check=None), said=())))
    assert "They were not checked." in text
    assert "Nobody has attested anything yet." in text


def test_a_pdf_that_was_held_against_no_word_file_says_so() -> None:
    found = facts()
    bare = tuple(replace(paper, source="") for paper in found.gate.papers)
    text = " ".join(as_text(certificate(replace(found, gate=replace(found.gate, papers=bare)))).split())
    assert "report: no Word file was given, so nothing was held against it" in text
    assert "nothing was held against it" not in as_text(certificate(found))


def test_why_there_is_no_pdf_is_said_on_the_page_alone() -> None:
    assert "There is no PDF of this page: a letter cannot be set." in as_text(
        certificate(facts(), pdf="a letter cannot be set")
    )
    assert "There is no PDF" not in as_text(certificate(facts()))


def test_page_text_and_summary_hold_the_witness() -> None:
    shown = certificate(facts())
    for told in (as_text(shown), as_html(shown, title="Certificate"), summary(facts())):
        assert witnesses_in(told) == (Witness(31, "9a" * 32),)


def test_it_never_says_that_it_is_safe() -> None:
    text = as_text(certificate(facts())).lower()
    assert "safe to" not in text
    assert "is safe" not in text
    assert "guarantee" not in text


def test_the_summary_holds_no_name_of_anybody() -> None:
    told = summary(facts())
    for name in ("Rufus", "Oakley", "Florian", "Ashgrove", "Quillfeather", "Anytown", "01632"):
        assert name not in told
    whole = json.loads(told)
    assert whole["schema"] == "redact-gate-pack/1"
    assert whole["proceedings"] == {"open": 1, "concluded": 0}
    assert [one["role"] for one in whole["statements"]] == ["chair", "author"]
    assert whole["no_program_tells"] == list(NO_PROGRAM)
    assert whole["files"][1] == {"part": "companion", "name": None, "sha256": "ee" * 32}


def test_the_pdf_is_the_same_twice_and_shows_every_word() -> None:
    import pypdfium2

    blocks = certificate(facts())
    data = as_pdf(blocks, title="Certificate")
    assert data == as_pdf(blocks, title="Certificate")
    opened = pypdfium2.PdfDocument(data)
    shown = "".join(page.get_textpage().get_text_bounded() for page in opened)
    opened.close()
    bare = "".join(shown.split())
    assert all("".join(block.text.split()) in bare for block in blocks if len(block.text) < 60)


def test_a_page_in_a_script_that_cannot_be_set_is_refused() -> None:
    with pytest.raises(WrongType, match="cannot be set"):
        as_pdf([Block("\u0645\u062d\u0645\u062f")], title="Certificate")


def test_the_card_of_the_model_that_is_here_tells_what_was_missed() -> None:
    found = measured_misses()
    assert "% were missed" in found[0]
    assert found[1].startswith("Most often missed, by form: ")
    assert "nobody has counted" in found[2]


def test_what_was_missed_is_what_the_card_says_of_what_was_found() -> None:
    card = (
        "By mention: 1,000 mentions of 200 invented people who must\nnot be named.\n\n"
        "|  | name | name or check |\n"
        "|---|---|---|\n| mentions found | 90.0 % | 97.5 % |\n"
        "| people of whom every mention was found | 80.0 % | 88.0 % |\n\n"
        "| form | mentions | name | name or check |\n|---|---|---|---|\n"
        "| initials | 44 | 70.0 % | 81.5 % |\n\n"
    )
    told = misses_of(card)
    assert "of 1,000 mentions of 200 people who must not be named, 2.5 % were missed; of 12.0 %" in told[0]
    assert told[1] == "Most often missed, by form: initials (18.5 %)."
    with pytest.raises(ModelFault):
        misses_of(card.replace("mentions found", "something else"))


def test_a_version_without_a_card_makes_no_certificate(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert models_folder().is_dir()
    monkeypatch.setattr("redact.run.gate_card.models_folder", lambda: tmp_path)
    with pytest.raises(ModelFault):
        measured_misses()


def _steady() -> PackFacts:
    """The facts without the digest of the rules and the version of a package, which change."""
    found = facts()
    assert found.by is not None
    counted = replace(found.by.counted, source="the package holidays 1.0, England")
    return replace(found, by=replace(found.by, counted=counted))
