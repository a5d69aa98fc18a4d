"""The table of figures in the card, written from what was measured: python -m models.names.card

    python -m models.names.card           write it into models/README.md
    python -m models.names.card --check   exit 1 when the card says something else than figures.json

`models/names/figures.json` is what `python -m models.names.training evaluate` wrote of the shipped graph. The
block stands between two markers in `models/README.md`; nothing else of the card is touched.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["block", "main", "written"]

BEGIN, END = "<!-- figures: written by python -m models.names.card -->", "<!-- end of the figures -->"
_FOLDER = Path(__file__).resolve().parent
_CARD = _FOLDER.parent / "README.md"
_FIGURES = _FOLDER / "figures.json"
_TOLD, _BEFORE, _MENTIONS = "told dev", "before quantisation", "mentions of people"
_LABELS = {"PER": "people", "LOC": "places", "ORG": "bodies", "DATE": "dates"}
_SETS = {_TOLD: "invented cases, dev split", "gum_dev": "GUM, dev part"}
_GROUPS = (
    ("heritage", "heritage of the name"),
    ("form", "form"),
    ("hard", "what makes it hard"),
    ("style", "case of the text"),
)
# How the invented cases call a form of a name, in words.
_FORMS = {
    "aka": "also known as", "caps": "whole name in capitals", "first": "first name alone",
    "firstcaps": "first name in capitals", "firsti": "first name and an initial", "former": "former name",
    "formerlast": "former surname", "full": "whole name", "ilast": "initial and surname",
    "init": "one initial", "inits": "initials", "last": "surname alone", "lastcaps": "surname in capitals",
    "lastfirst": "surname, first name", "lastfirst2": "surname and first name, no comma",
    "lastslip": "surname misspelt", "nick": "nickname", "rolefull": "role and whole name",
    "rolelast": "role and surname", "slip": "misspelt", "tfull": "title and whole name",
    "tinit": "title and initial", "variant": "another spelling", "initials": "initials",
    "lower": "small letters", "ocr": "badly scanned", "word": "an ordinary word too",
    "mixed": "as usual",
}  # fmt: skip

Figures = Mapping[str, Any]


def main(arguments: list[str]) -> int:
    """Write or check the block; 0 when the card says what was measured."""
    figures = json.loads(_FIGURES.read_text(encoding="utf-8"))
    card = _CARD.read_text(encoding="utf-8")
    wanted = written(card, figures)
    if arguments == ["--check"]:
        if card == wanted:
            return 0
        print("error: the card's figures are out of date\nhint: python -m models.names.card", file=sys.stderr)
        return 1
    _CARD.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


def written(card: str, figures: Figures) -> str:
    """Put the figures between the markers of a card.

    Raises:
        ValueError: it has not exactly one pair of markers.
    """
    before, begin, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end or BEGIN in rest:
        raise ValueError("the card has no pair of markers for its figures")
    return f"{before}{BEGIN}\n\n{block(figures)}\n{END}{after}"


def block(figures: Figures) -> str:
    """Say the figures as tables, with a line end at the end."""
    lines = list(_by_word(figures))
    if _TOLD in figures:
        lines += ["", *_people(figures[_TOLD][_MENTIONS], figures.get(_BEFORE, {}).get(_TOLD))]
        for key, title in _GROUPS:
            lines += ["", *_group(figures[_TOLD][_MENTIONS], key, title)]
    return "\n".join(lines) + "\n"


def _by_word(figures: Figures) -> Iterator[str]:
    yield "By word. *Name* is what the model takes for one above all; *name or check* adds what it thinks"
    yield "possible. In brackets: the same network before it was made small (int8)."
    yield ""
    yield from _table(
        (
            "text",
            "what",
            "words",
            "name: found",
            "name: right",
            "name or check: found",
            "name or check: right",
        ),
        (
            (title, words, f"{said['words']:,}", *_cells(said, _before(figures, name, label)))
            for name, title in _SETS.items()
            if name in figures
            for label, words in _LABELS.items()
            for said in [figures[name]["by word"][label]]
        ),
    )


def _before(figures: Figures, name: str, label: str) -> Figures:
    found: Figures = figures.get(_BEFORE, {}).get(name, {}).get("by word", {}).get(label, {})
    return found


def _cells(said: Figures, before: Figures) -> Iterator[str]:
    for rank in ("name", "name or check"):
        for what in ("recall", "precision"):
            key = f"{rank}, {what}"
            yield _share(said[key]) + (f" ({_share(before[key])})" if key in before else "")


def _people(mentions: Figures, before: Figures | None) -> Iterator[str]:
    yield f"By mention: {mentions['all']['of']:,} mentions of {mentions['people']:,} invented people who must"
    yield "not be named. A mention counts when every word of it was found."
    yield ""
    whole = "people, every mention found"
    rows = [("mentions found", mentions["all"]), ("people of whom every mention was found", mentions[whole])]
    table = [(title, _share(said["name"]), _share(said["name or check"])) for title, said in rows]
    if before is not None:
        said = before[_MENTIONS]["all"]
        table.append(("mentions found, before int8", _share(said["name"]), _share(said["name or check"])))
    false = mentions["false in 1,000 words"]
    table.append(("false names in 1,000 words", f"{false['name']:.2f}", f"{false['name or check']:.2f}"))
    yield from _table(("", "name", "name or check"), table)


def _group(mentions: Figures, key: str, title: str) -> Iterator[str]:
    rows = [
        (name.removeprefix(f"{key} "), said) for name, said in mentions.items() if name.startswith(f"{key} ")
    ]
    rows.sort(key=lambda row: (row[1]["name or check"], row[0]))
    yield from _table(
        (title, "mentions", "name", "name or check"),
        (
            (_FORMS.get(name, name), f"{said['of']:,}", _share(said["name"]), _share(said["name or check"]))
            for name, said in rows
        ),
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield "| " + " | ".join(heads) + " |"
    yield "|" + "|".join("---" for _ in heads) + "|"
    for row in rows:
        yield "| " + " | ".join(row) + " |"


def _share(value: float | None) -> str:
    return "none there" if value is None else f"{100 * value:.1f} %"


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
