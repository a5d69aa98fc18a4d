from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.scoring.__main__ import main
from corpus.scoring.finder import find
from corpus.scoring.page import page_of
from corpus.scoring.record import load
from corpus.scoring.running import ScoringFailed, score_case, score_cases
from corpus.scoring.told import BadInput, read_cases
from corpus.scoring.values import Read
from corpus.telling.gold import Told
from tests.corpus.scoring.scored import mention, told, written

FIRST = "Ms Zebediah-Quill rang on 3 March 2011.\n\nChild\tOrsolya Vint\nThe plan of Child X was closed."
SECOND = "Later Orsolya Vint came with her sister Zuzka."
SECRET_WORDS = ("Zebediah", "Quill", "Orsolya", "Vint", "Zuzka", "sister")


def _case(split: str, case: int = 1) -> tuple[Told, ...]:
    return (
        told(
            FIRST,
            mention(FIRST, "Zebediah-Quill", who="sw", role="staff", form="t"),
            mention(FIRST, "Orsolya Vint", form="full"),
            mention(FIRST, "Child X", "PSEUDONYM", form="label", stays=True),
            mention(FIRST, "3 March 2011", "DATE", who="", role="outside"),
            split=split,
            case=case,
        ),
        told(
            SECOND,
            mention(SECOND, "Orsolya Vint"),
            mention(SECOND, "Zuzka", who="sib"),
            split=split,
            case=case,
        ),
    )


def _main(tmp_path: Path, split: str, *more: str) -> int:
    file = written(tmp_path / f"{split}.jsonl", *_case(split))
    return main(
        ["--told", str(file), "--date", "2026-11-21", "--work", str(tmp_path / "work"),
         "--scores", str(tmp_path / "scores.json"), "--page", str(tmp_path / "scores.md"), *more]
    )  # fmt: skip


def test_the_finder_gives_places_in_the_text_as_it_was_given() -> None:
    reads, seconds = find([FIRST, SECOND])
    assert seconds > 0
    found = {FIRST[hit.start : hit.end] for hit in reads[0].hits if hit.label == "PERSON"}
    assert any("Quill" in words for words in found)
    assert all(0 <= hit.start < hit.end <= len(FIRST) for hit in reads[0].hits)


def test_documents_of_a_case_are_one_call() -> None:
    calls: list[int] = []

    def finder(texts: Sequence[str]) -> tuple[tuple[Read, ...], float]:
        calls.append(len(texts))
        return tuple(Read(()) for _ in texts), 1.0

    score_case(_case("dev"), finder)
    assert calls == [2]


def test_the_number_of_jobs_changes_no_figure() -> None:
    cases = [_case("dev", number) for number in (1, 2, 3)]
    alone, together = score_cases(cases, jobs=1), score_cases(cases, jobs=2)
    assert alone.tally == together.tally
    assert alone.examples == together.examples


def test_dev_shows_sentences_and_keeps_them_in_the_work_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(tmp_path, "dev") == 0
    assert "gained" not in capsys.readouterr().out  # there is no last run
    work = tmp_path / "work"
    kept = json.loads((work / "last-dev.json").read_text(encoding="utf-8"))
    for one in kept["examples"]:
        one["came"] = "missed" if one["came"] in ("name", "check") else one["came"]
    (work / "last-dev.json").write_text(json.dumps(kept), encoding="utf-8")
    assert _main(tmp_path, "dev") == 0
    assert "[[Zebediah-Quill]] rang on" in capsys.readouterr().out
    assert "<ol>" in (work / "errors-dev.html").read_text(encoding="utf-8")


def test_no_word_of_the_test_split_is_seen_anywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(tmp_path, "test") == 0
    assert _main(tmp_path, "test") == 0
    printed = capsys.readouterr()
    said = printed.out + printed.err
    for path in tmp_path.rglob("*"):
        if path.is_file() and path.name != "test.jsonl":
            said += path.read_text(encoding="utf-8")
    assert [word for word in SECRET_WORDS if word in said] == []
    assert not (tmp_path / "work").exists()
    assert load(tmp_path / "scores.json")["runs"] == {"test": 2, "tab": 0}


def test_a_failure_tells_no_word_of_a_text() -> None:
    def fails(texts: Sequence[str]) -> tuple[tuple[Read, ...], float]:
        raise ValueError(texts[0])

    with pytest.raises(ScoringFailed) as caught:
        score_case(_case("test"), fails)
    assert not [word for word in SECRET_WORDS if word in str(caught.value)]
    assert caught.value.__suppress_context__


def test_the_page_begins_with_whose_text_it_is_and_holds_no_word_of_it(tmp_path: Path) -> None:
    assert _main(tmp_path, "dev") == 0
    page = page_of(load(tmp_path / "scores.json"))
    assert page.startswith("**OUR OWN INVENTED TEXT")
    assert "People with at least one surviving mention" in page
    assert not [word for word in SECRET_WORDS if word in page and word != "sister"]
    assert page.encode() == (tmp_path / "scores.md").read_bytes()


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--date", "yesterday"], "--date"),
        (["--work", "docs"], "work folder"),
        (["--data", "nowhere-at-all"], "no such folder"),
    ],
)
def test_what_is_asked_wrongly_is_said_before_a_run_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], words: str
) -> None:
    assert _main(tmp_path, "test", *more) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "scores.json").exists()


@pytest.mark.parametrize(
    "lines",
    [
        "Orsolya, no JSON",
        '{"case": 1}',
        json.dumps({**_case("dev")[0].as_json(), "mentions": [{"span": [5, 900]}]}),  # beyond its text
        "",
    ],
)
def test_bad_input_is_said_without_its_words(tmp_path: Path, lines: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(lines, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        read_cases(path)
    assert not [word for word in SECRET_WORDS if word in str(caught.value)]


def test_splits_are_not_mixed(tmp_path: Path) -> None:
    path = written(tmp_path / "mixed.jsonl", _case("dev")[0], _case("test")[0])
    with pytest.raises(BadInput, match="one split"):
        read_cases(path)
