"""docs/peers.md from scores.json: a table for told cases and one for TAB."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["PAGE", "page_of"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "peers.md"
_HEAD = """\
**OUR OWN INVENTED TEXT, but for TAB: the cases were written for this project, and their figures say nothing
about real reviews.**

# Redact and other tools, side by side

Made by `python -m bench.peers`: every tool over the same texts in one run, each in an environment of its
own, without network, counted by the scorer of `docs/scores.md`. Every hit of another tool counts as found,
whatever label it has. People: those of whom every mention in every document of their case is found.

- Presidio takes names from a trained model, which may not be downloaded where this is run: its tokeniser
  runs blank, so it finds no names. Its recogniser for e-mail takes registered domains only.
- Postcodes, National Insurance and phone numbers of the cases are of ranges that are never given to anybody
  (ZZ99, QQ, Ofcom's for drama). A tool that takes valid ones only misses them here, and might not elsewhere.
- Scrubadub's detectors of names need corpora that are not in its package; they are off, as by default.
- Words a second are of one process, on a machine that does other things: compare them with each other only.
"""


def page_of(record: Mapping[str, Any]) -> str:
    """Write the page."""
    return "\n".join(_lines(record.get("peers", {}))).rstrip("\n") + "\n"


def _lines(peers: Mapping[str, Any]) -> Iterator[str]:
    yield _HEAD
    for split in ("test", "dev", "train"):
        if split in peers:
            yield from _cases(split, peers[split])
    if "tab" in peers:
        yield from _tab(peers["tab"])


def _cases(split: str, side_by_side: Mapping[str, Any]) -> Iterator[str]:
    yield f"## The {split} split"
    yield ""
    yield _about(side_by_side)
    yield ""
    yield (
        "| tool | version | people with every mention found | mentions of people | other mentions "
        "| right findings | right among names | false names in 1,000 words | words a second |"
    )
    yield "|---|---|---:|---:|---:|---:|---:|---:|---:|"
    for row in side_by_side["tools"]:
        people = row["people"]
        cells = (
            row["title"],
            row["version"],
            _share(people["people"] - people["surviving"], people["people"]),
            _share(row["names"]["found"], row["names"]["all"]),
            _share(row["other"]["found"], row["other"]["all"]),
            _percent(row["precision"]),
            _percent(row["names_precision"]),
            str(row["false_names_per_1000_words"]),
            _number(row["words_a_second"]),
        )
        yield f"| {' | '.join(cells)} |"
    yield ""


def _tab(side_by_side: Mapping[str, Any]) -> Iterator[str]:
    yield "## Text Anonymization Benchmark"
    yield ""
    yield _about(side_by_side)
    yield "An entity counts only when all its mentions are found."
    yield ""
    groups = ("direct PERSON", "quasi PERSON", "direct all", "quasi all", "direct application numbers")
    yield f"| tool | version | {' | '.join(groups)} | word precision | words a second |"
    yield "|---|---|" + "---:|" * (len(groups) + 2)
    for row in side_by_side["tools"]:
        entities = [row["entities"].get(group, {"found": 0, "entities": 0}) for group in groups]
        cells = [
            row["title"],
            row["version"],
            *(_share(each["found"], each["entities"]) for each in entities),
            _percent(row["word_precision"]),
            _number(row["words_a_second"]),
        ]
        yield f"| {' | '.join(cells)} |"
    yield ""


def _about(side_by_side: Mapping[str, Any]) -> str:
    versions = side_by_side["versions"]
    model = f"model `{versions['model'][:12]}`" if versions["model"] else "no model"
    words = side_by_side["tools"][0]["words"]
    return f"{words:,} words; {versions['date']}; redact with rules `{versions['rules'][:12]}`, {model}."


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} % of {whole:,}" if whole else "-"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f} %"


def _number(value: int | None) -> str:
    return "-" if value is None else f"{value:,}"
