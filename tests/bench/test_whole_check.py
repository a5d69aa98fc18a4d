"""The measurement of the whole check: what it runs on, what it counts, and where it writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench import whole_check
from bench.speed import Cost
from bench.whole_check import PAGE, Figures, Run, figures, lines_of, main, story_of, timed, with_lines

FIGURES = Figures(
    words=30_000,
    checks=(Run(4.0, 7.0), Run(6.0, 8.0), Run(5.0, 9.0)),
    megabytes=321.0,
    help=(Run(0.1, 0.1),),
    imports=(Run(1.5, 1.25),),
    first_sentence=(0.25, 0.2, 0.3),
)


def test_a_report_has_the_words_that_were_asked_for_and_is_the_same_each_time() -> None:
    story = story_of(2000)
    words = sum(
        len(text.plain.split())
        for block in story.blocks
        for text in (block.text, *(cell for row in block.rows for cell in row))
    )
    assert 1900 <= words <= 4000
    assert {"heading", "paragraph"} <= {block.kind for block in story.blocks}
    assert story == story_of(2000)


def test_the_median_counts_and_words_a_second_are_of_wall_clock_time() -> None:
    lines = list(lines_of(FIGURES))
    assert FIGURES.words_a_second == 6000
    assert any(line.split()[-2:] == ["5.00", "8.00"] for line in lines)  # the median of each
    assert any(line.endswith("4.00 to 6.00") for line in lines)
    assert any(line.endswith("6,000") for line in lines)
    assert any(line.endswith("321") for line in lines)
    assert lines[-1].split()[-1] == "0.25"


def test_figures_take_the_place_of_those_before() -> None:
    page = "a\n\n`python -m bench.whole_check`\n\n```text\nold\n```\n\n```text\nanother\n```\n"
    assert with_lines(page, ["new", "er"]) == page.replace("old\n", "new\ner\n")
    with pytest.raises(ValueError, match="no place"):
        with_lines("no such page", ["new"])


def test_the_page_in_the_documentation_has_a_place_for_the_figures() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "new\n```" in with_lines(page, ["new"])


def test_a_process_is_timed_with_its_children() -> None:
    work = "import time; end = time.process_time() + 0.2\nwhile time.process_time() < end: pass"
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])"
    run = timed([sys.executable, "-c", child])
    assert run.processor >= 0.2
    assert run.wall > 0.1


def test_a_command_that_fails_is_not_timed() -> None:
    with pytest.raises(RuntimeError, match="ended with 7"):
        timed([sys.executable, "-c", "raise SystemExit(7)"])


def test_only_the_usual_length_is_written_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "speed.md"
    page.write_text("`python -m bench.whole_check`\n\n```text\nold\n```\n", encoding="utf-8")
    monkeypatch.setattr(whole_check, "PAGE", page)
    monkeypatch.setattr(whole_check, "figures", lambda *_: FIGURES)
    assert main(["--words", "300"]) == 0
    assert "old" in page.read_text(encoding="utf-8")
    monkeypatch.setattr(whole_check, "_WORDS", 300)
    assert main(["--words", "300"]) == 0
    assert "6,000" in page.read_text(encoding="utf-8")
    assert "6,000" in capsys.readouterr().out


def test_every_run_is_counted_but_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[str, ...]] = []
    monkeypatch.setattr(whole_check, "timed", lambda command: seen.append(tuple(command)) or Run(1.0, 1.0))
    monkeypatch.setattr(whole_check, "measure", lambda _: Cost(1.0, 100.0))
    monkeypatch.setattr(whole_check, "_first_sentence", lambda: 0.1)
    monkeypatch.setattr(whole_check, "with_bytecode", lambda _: None)
    report = tmp_path / "report.txt"
    report.write_text("two words", encoding="utf-8")
    found = figures(report, tmp_path, 2)
    assert (found.words, len(found.checks), len(found.help), len(found.imports)) == (2, 2, 2, 2)
    assert sum("check" in command for command in seen) == 3
