"""The measurements: what they run on is what they say, and nothing of them reaches for the network."""

from __future__ import annotations

import io
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from bench import speed
from bench.engine import default_engine
from bench.presidio import PAGE, Column, page_of
from bench.speed import Cost, growth, made, measure, story_of, verdict
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


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt"])
def test_a_long_document_holds_every_part(tmp_path: Path, suffix: str) -> None:
    data = made(tmp_path, suffix, 2).read_bytes()
    if suffix == ".docx":
        texts = [paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs]
        assert [text for text in texts if text.startswith("Part ")] == ["Part 1", "Part 2"]
    elif suffix == ".txt":
        lines = data.decode("utf-8").split("\n\n")
        assert [line for line in lines if line.startswith("Part ")] == ["Part 1", "Part 2"]
    else:
        assert all(title in data for title in (b"(Part 1)", b"(Part 2)"))


def test_a_heading_of_the_word_document_is_one_for_a_reader(tmp_path: Path) -> None:
    report = docx.Document(io.BytesIO(made(tmp_path, ".docx", 2).read_bytes()))
    titles = [one.text for one in report.paragraphs if one.style and one.style.name == "Heading 2"]
    assert titles == ["Part 1", "Part 2"]
    assert len(report.sections) == 1


@pytest.mark.parametrize(
    ("each", "words"),
    [
        ([20.0, 21.0, 21.5], "costs 1.07 times one of the shortest: linear"),
        ([20.0, 40.0, 400.0], "costs 20.00 times one of the shortest: more than linear"),
        ([20.0], "too few lengths"),
        ([-1.0, 20.0], "too few lengths"),  # noise was larger than the pages
    ],
)
def test_a_verdict_says_how_the_cost_grows(each: list[float], words: str) -> None:
    assert words in verdict(each)


def test_growth_is_measured_for_text_and_word_and_beside_presidio(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def looked_at(command: Sequence[str]) -> Cost:
        assert Path(command[-1]).stat().st_size > 1000
        return Cost(float(Path(command[-1]).stem), 100.0)

    monkeypatch.setattr(speed, "measure", looked_at)
    lines = list(growth(tmp_path, [2, 4, 301]))
    assert [line.split("  ")[0] for line in lines if not line.startswith(" ")] == [
        "redact check, text",
        "redact check, Word document",
        "presidio, the text alone",
        lines[-1],
    ]
    assert lines[-1].startswith("redact check of text, presidio = 1: ")
    assert lines[-1].endswith("1.00 at 2, 1.00 at 4; presidio is measured up to 300 pages")
    assert sum(" 2 pages" in line for line in lines) == 3
    assert sum(" 301 pages" in line for line in lines) == 2
    assert sum("costs 1.00 times one of the shortest: linear" in line for line in lines) == 3


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
