"""Other tools beside ours: spans come back as they were found, and nobody hears a word of a text."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from bench.peers import __main__ as door
from bench.peers import sides
from bench.peers.environments import PEERS, REPOSITORY, Peer, PeerFailed, Ran, run_peer
from bench.peers.page import page_of
from corpus.scoring.record import load
from corpus.scoring.values import Hit, Read
from tests.corpus.scoring.scored import mention, told, written

TEXT = "Ms Zebediah-Quill wrote to Orsolya Vint.\nNHS number 999 000 0018."
WORDS = ("Zebediah", "Quill", "Orsolya", "Vint")


def _peer(adapter: str) -> Peer:
    return Peer("made", "a tool made for the test", ("made==1",), adapter, "made")


def test_presidio_is_run_by_its_adapter_in_an_environment_without_network() -> None:
    ran = run_peer(PEERS[1], Path(sys.executable), ["Nothing here.", TEXT])
    assert ran.reads[0].hits == ()
    found = {(TEXT[hit.start : hit.end], hit.label, hit.severity) for hit in ran.reads[1].hits}
    assert ("999 000 0018", "UK_NHS", "block") in found
    assert ran.load_seconds > 0


def test_an_adapter_that_fails_tells_the_kind_of_error_alone() -> None:
    # Its tool is not installed here, so it fails as it loads.
    with pytest.raises(PeerFailed, match=r"^made failed: ModuleNotFoundError$"):
        run_peer(_peer("stella"), Path(sys.executable), [TEXT])
    with pytest.raises(PeerFailed, match="it ended without a word"):
        run_peer(_peer("nothing_of_the_kind"), Path(sys.executable), [TEXT])


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("raise ValueError(text)", "failed: ValueError"),
        ("import socket; socket.getaddrinfo('example.org', 80)", "failed: PermissionError"),
    ],
)
def test_an_adapter_says_no_word_of_a_text_and_reaches_no_network(body: str, said: str) -> None:
    code = f"from bench.peers.adapters.door import run\ndef find(text):\n    {body}\nrun(lambda: find)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps({"id": 0, "text": TEXT}) + "\n",
        capture_output=True, text=True, encoding="utf-8", cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},  # as adapters are run: their own refusal alone
    )  # fmt: skip
    assert done.stderr.strip() == said
    assert done.stdout == ""


@pytest.fixture
def _peers_that_find_vint(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def find_vint(_peer: Peer, _python: Path, texts: Sequence[str]) -> Ran:
        reads = [
            Read((Hit(text.index("Vint"), text.index("Vint") + 4, "block", "PERSON", 1.0),)) for text in texts
        ]
        return Ran(tuple(reads), 0.5, 0.1)

    monkeypatch.setattr(sides, "run_peer", find_vint)
    for module in (sides, door):
        monkeypatch.setattr(module, "make", lambda _peer, folder: folder)


def _main(tmp_path: Path, *more: str) -> int:
    return door.main(
        ["--envs", str(tmp_path / "envs"), "--date", "2026-11-21", "--scores", str(tmp_path / "scores.json"),
         "--page", str(tmp_path / "peers.md"), *more]
    )  # fmt: skip


@pytest.mark.usefixtures("_peers_that_find_vint")
def test_all_tools_are_counted_on_the_same_cases_and_the_run_is_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = told(
        TEXT,
        mention(TEXT, "Zebediah-Quill", who="sw", role="staff"),
        mention(TEXT, "Vint"),
        mention(TEXT, "999 000 0018", "NHS_NUMBER"),
        split="test",
    )
    file = written(tmp_path / "test.jsonl", case)
    assert _main(tmp_path, "--told", str(file)) == 0
    record = load(tmp_path / "scores.json")
    assert record["runs"] == {"tab": 0, "test": 1}
    tools = {tool["title"]: tool for tool in record["peers"]["test"]["tools"]}
    assert list(tools) == ["redact, block and ask", "redact, block alone", *(peer.title for peer in PEERS)]
    theirs = tools[PEERS[0].title]
    assert theirs["people"] == {"surviving": 1, "only_asked": 0, "people": 2}
    assert theirs["names"] == {"found": 1, "all": 2}
    assert theirs["other"] == {"found": 0, "all": 1}
    assert tools["redact, block and ask"]["other"] == {"found": 1, "all": 1}
    page = (tmp_path / "peers.md").read_text(encoding="utf-8")
    assert page.startswith("**OUR OWN INVENTED TEXT")
    printed = capsys.readouterr()
    said = printed.out + printed.err + page + (tmp_path / "scores.json").read_text(encoding="utf-8")
    assert [word for word in WORDS if word in said] == []


@pytest.mark.usefixtures("_peers_that_find_vint")
def test_all_tools_are_counted_on_judgments(tmp_path: Path) -> None:
    start = TEXT.index("Orsolya")
    entity = {
        "entity_id": "e1", "identifier_type": "DIRECT", "entity_type": "PERSON", "start_offset": start,
        "end_offset": start + len("Orsolya Vint"),
    }  # fmt: skip
    (tmp_path / "tab").mkdir()
    line = json.dumps({"text": TEXT, "entities": [entity]})
    (tmp_path / "tab" / "tab_half.jsonl").write_text(line, encoding="utf-8")
    assert _main(tmp_path, "--data", str(tmp_path)) == 0
    record = load(tmp_path / "scores.json")
    assert record["runs"] == {"tab": 1, "test": 0}
    tools = {tool["title"]: tool for tool in record["peers"]["tab"]["tools"]}
    assert tools["presidio, default registry"]["entities"]["direct PERSON"]["found"] == 0
    assert tools["three regular expressions of the notes"]["entities"]["direct PERSON"]["found"] == 0
    assert any(title.endswith(", and the three") for title in tools)
    assert tools["presidio, default registry"]["word_precision"] == 1.0
    assert "Text Anonymization Benchmark" in page_of(record)


def test_environments_are_not_made_in_the_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(tmp_path, "--envs", "docs") == 2
    assert "do not belong into the repository" in capsys.readouterr().err
