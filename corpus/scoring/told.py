"""Read told cases from JSON lines, as `python -m corpus.make` writes them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.scoring.values import Case
from corpus.telling.gold import GoldMention, Told

__all__ = ["BadInput", "ToldCases", "read_cases", "templates_digest", "told_from"]


class BadInput(Exception):
    """The input cannot be scored; the message holds no word of it."""


@dataclass(frozen=True, slots=True)
class ToldCases:
    """The cases of one file, all of one split, and the SHA-256 of the file."""

    split: str
    cases: tuple[Case, ...]
    digest: str


def read_cases(path: Path, most: int | None = None) -> ToldCases:
    """Read a file, a document a line, and put the documents of a case together, in order of the file.

    Args:
        most: how many cases are kept, from the first.

    Raises:
        BadInput: a line is not of the form, a span does not stand in its text, or the splits are mixed.
    """
    cases: dict[int, list[Told]] = {}
    try:
        data = path.read_bytes()
    except OSError:
        raise BadInput("the file of told cases cannot be read") from None
    for number, line in enumerate(data.decode("utf-8").split("\n"), start=1):
        if line.strip():
            try:
                document = told_from(json.loads(line))
            except (KeyError, TypeError, ValueError):
                raise BadInput(f"line {number} is not a told document") from None
            cases.setdefault(document.case, []).append(document)
    splits = {document.split for case in cases.values() for document in case}
    if len(splits) != 1:
        raise BadInput("the file must hold cases of one split, and does not")
    kept = [tuple(case) for case in cases.values()][:most]
    return ToldCases(splits.pop(), tuple(kept), hashlib.sha256(data).hexdigest())


def told_from(values: Mapping[str, Any]) -> Told:
    """Make a told document of its plain values.

    Raises:
        KeyError, TypeError: it is not of the form.
        ValueError: a span does not stand in the text.
    """
    mentions = []
    for each in values["mentions"]:
        start, end = each["span"]
        if not 0 <= start < end <= len(values["text"]):
            raise ValueError("a span does not stand in the text")
        mentions.append(GoldMention(**{**each, "span": (start, end), "hard": tuple(each.get("hard", ()))}))
    return Told(**{**values, "mentions": tuple(mentions)})


def templates_digest(folder: Path) -> str | None:
    """Give one SHA-256 over a folder of templates, names and bytes; None where there are none."""
    digest = hashlib.sha256()
    files = sorted(folder.glob("*.txt"))
    for path in files:
        content = path.read_bytes().replace(b"\r\n", b"\n")  # git may have changed them on Windows
        digest.update(f"{path.name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest() if files else None
