"""An environment of its own for each peer, outside the repository, made once and kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.scoring.values import Hit, Read

__all__ = ["PEERS", "Peer", "PeerFailed", "Ran", "make", "run_peer"]

REPOSITORY = Path(__file__).resolve().parents[2]


class PeerFailed(Exception):
    """A peer could not be installed or run; the message holds no word of a text."""


@dataclass(frozen=True, slots=True)
class Peer:
    """One tool: its title, the packages that are installed, the first of which is the tool, its adapter."""

    name: str
    title: str
    packages: tuple[str, ...]
    adapter: str
    environment: str


@dataclass(frozen=True, slots=True)
class Ran:
    """What a peer found in each text, in their order, and how long it took to load and to find."""

    reads: tuple[Read, ...]
    seconds: float
    load_seconds: float


_PRESIDIO = ("presidio-analyzer==2.2.366", "spacy==3.8.18", "tldextract==5.4.0")
PEERS = (
    Peer("presidio", "presidio, default registry", _PRESIDIO, "presidio", "presidio"),
    Peer("presidio-uk", "presidio with its UK recognisers", _PRESIDIO, "presidio_uk", "presidio"),
    Peer("stella", "stella-anonymize-core, English", ("stella-anonymize-core==3.0.7",), "stella", "stella"),
    Peer("scrubadub", "scrubadub, en_GB", ("scrubadub==2.0.1", "setuptools<81"), "scrubadub", "scrubadub"),
)


def make(peer: Peer, folder: Path) -> Path:
    """Make the environment of a peer, unless it is there with the same packages, and give its Python.

    Raises:
        PeerFailed: pip could not install it.
    """
    place = folder / peer.environment
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    marker = place / "installed.json"
    if marker.exists() and json.loads(marker.read_text(encoding="utf-8")) == list(peer.packages):
        return python
    print(f"{peer.name}: installing", file=sys.stderr)
    folder.mkdir(parents=True, exist_ok=True)
    venv.create(place, with_pip=True, clear=True)
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *peer.packages],
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise PeerFailed(f"{peer.name} could not be installed: pip ended with {done.returncode}")
    marker.write_text(json.dumps(list(peer.packages)), encoding="utf-8")
    return python


def run_peer(peer: Peer, python: Path, texts: Sequence[str]) -> Ran:
    """Run a peer over texts, each by itself. Its hits all count as such that block.

    Raises:
        PeerFailed: it ended with an error, or gave what cannot be read.
    """
    lines = (json.dumps({"id": number, "text": text}) for number, text in enumerate(texts))
    done = subprocess.run(
        [python, "-m", f"bench.peers.adapters.{peer.adapter}"],
        input="".join(f"{line}\n" for line in lines).encode(),
        capture_output=True,  # what it says of itself may hold words of a text
        check=False,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    try:
        *found, times = [json.loads(line) for line in done.stdout.splitlines()]
        reads = tuple(_reads(found, texts))
        return Ran(reads, float(times["seconds"]), float(times["load_seconds"]))
    except (ValueError, KeyError, TypeError):
        raise PeerFailed(f"{peer.name} failed: {_kind_of(done.stderr)}") from None


def _reads(found: Sequence[Mapping[str, Any]], texts: Sequence[str]) -> Iterable[Read]:
    for number, (values, text) in enumerate(zip(found, texts, strict=True)):
        hits = [Hit(start, end, "block", label, score) for start, end, label, score in values["spans"]]
        if values["id"] != number or any(not 0 <= hit.start <= hit.end <= len(text) for hit in hits):
            raise ValueError("spans of another text")
        yield Read(tuple(hits))


def _kind_of(said: bytes) -> str:
    """Give the kind of error from the adapter's own last line, and nothing else of what was said."""
    last = (said.decode("utf-8", "replace").splitlines() or [""])[-1]
    kind = last.removeprefix("failed: ")
    return kind if last.startswith("failed: ") and kind.isidentifier() else "it ended without a word"
