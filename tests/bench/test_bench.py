"""The measurements: what they run on is what they say, and nothing of them reaches for the network."""

from __future__ import annotations

import io
import sys
from collections import Counter
from pathlib import Path

import docx
import pytest

from bench.engine import default_engine
from bench.presidio import PAGE, Column, page_of
from bench.speed import made, measure, story_of
from corpus.score import load_gold
from redact.values.text import Document


def test_presidios_default_registry_is_built_and_finds_what_it_knows() -> None:
    # The fixture of every test fails this one if anything reached for the network.
    found = default_engine().analyze("NHS number 999 000 0018, seen by Mrs Other", "en")
    assert "UK_NHS" in {one.entity_type for one in found}
    assert "PERSON" not in {one.entity_type for one in found}  # no trained model, so no names


def test_a_story_has_as_many_parts_as_pages_were_asked_for() -> None:
    story = story_of(3)
    assert [block.text.plain for block in story.blocks if block.kind == "heading"] == [
        "Part 1", "Part 2", "Part 3",
    ]  # fmt: skip
    words = sum(len(block.text.plain.split()) for block in story.blocks)
    assert 3 * 470 <= words <= 3 * 620


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_long_document_holds_every_part(tmp_path: Path, suffix: str) -> None:
    data = made(tmp_path, suffix, 2).read_bytes()
    if suffix == ".docx":
        texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
        assert [text for text in texts if text.startswith("Part ")] == ["Part 1", "Part 2"]
    else:
        assert all(title in data for title in (b"(Part 1)", b"(Part 2)"))


def test_a_process_is_measured_with_its_time_and_its_memory() -> None:
    work = "import time; kept = bytearray(50_000_000); end = time.process_time() + 0.3\n"
    cost = measure([sys.executable, "-c", work + "while time.process_time() < end: pass"])
    assert cost.seconds > 0.1
    assert cost.megabytes > 40


def test_a_command_that_fails_is_not_measured() -> None:
    with pytest.raises(RuntimeError, match="ended with 7"):
        measure([sys.executable, "-c", "raise SystemExit(7)"])


def test_the_page_says_whose_text_it_is_and_gives_each_tool_a_column() -> None:
    gold = load_gold()
    columns = [Column("theirs", Counter({"PHONE": 1}), 5, 2, 2.0), Column("ours", Counter(), 0, 0, 1.0)]
    documents: dict[str, Document] = {}
    page = page_of(gold, columns, documents)
    assert "invented and our own" in page
    assert "| mentions that must go | all | theirs | ours |" in page
    assert "| false hits |  | 5 | 0 |" in page
    assert "| 1.00 | 0.50 |" in page


def test_the_page_in_the_documentation_is_about_the_gold_as_it_is() -> None:
    gold = load_gold()
    count = sum(one.must == "go" and one.span is not None for one in gold)
    assert f"| **together** | **{count}** |" in PAGE.read_text(encoding="utf-8")
