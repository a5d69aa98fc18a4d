"""`demo --case`: a whole invented case, as Word documents and PDFs, and the list of what is in it.

The files were made by `corpus/sample/make.py` and lie packed beside the rules, so nothing is needed here to
write them with. Each is read back before it is written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from redact.errors import RedactError
from redact.resources import sample_folder

__all__ = ["CASE_LIST_NAME", "case_files", "write_case"]

CASE_LIST_NAME = "what-should-be-found.txt"
_GOLD_NAME = "gold.json"
_FORMATS = (".docx", ".pdf")
_INTRODUCTION = """\
What stands in the sample case

The case is invented, and so is everybody in it. THIS LIST HOLDS THE INVENTED NAMES AS THEY STAND IN THE
DOCUMENTS, so that you can compare. A list of real findings would never hold a name.

GO means: must go before the document is published. STAY means: may be printed where it stands, like a
cited author or a label that stands for a person. What is marked by neither is a matter of judgement.
"""


def case_files() -> dict[str, bytes]:
    """Give the files of the case by name: its documents, and the list of what is in them.

    Raises:
        Unreadable: they were not installed.
        RedactError: a document does not hold what its list says.
    """
    folder = sample_folder()
    paths = [path for path in sorted(folder.iterdir()) if path.suffix in _FORMATS]
    documents = {path.name: path.read_bytes() for path in paths}
    mentions = json.loads((folder / _GOLD_NAME).read_text(encoding="utf-8"))["mentions"]
    for name, data in documents.items():
        _read_back(name, data, [one for one in mentions if one["document"] == name])
    return {**documents, CASE_LIST_NAME: _listed(mentions).encode("utf-8")}


def write_case(folder: Path) -> tuple[str, ...]:
    """Write the documents of the case and the list of what is in them into `folder`, made if need be.

    Returns: the names of the files.

    Raises:
        NotWritten: one of the files is there already, or the folder cannot be written to.
        Unreadable: the sample case was not installed.
    """
    from redact.run.demo import write_all

    files = case_files()
    write_all(folder, files)
    return tuple(files)


def _listed(mentions: list[Mapping[str, Any]]) -> str:
    lines = [_INTRODUCTION]
    for document, of_document in groupby(mentions, key=lambda one: str(one["document"])):
        lines.append(f"{document}\n{'-' * len(document)}")
        seen = dict.fromkeys(
            (one["must"].upper(), one["label"], one["part"], " ".join(one["quote"].split()))
            for one in of_document
            if one["must"] != "either"
        )
        lines += [f"  {must:<4}  {label:<18} {part:<16} {quote}" for must, label, part, quote in seen]
        lines.append("")
    return "\n".join(lines)


def _read_back(name: str, data: bytes, mentions: list[Mapping[str, Any]]) -> None:
    """Hold a document against its list: our own reader finds each mention where the list has it."""
    text = _text_of(name, data)
    wrong = sum(one["span"] is not None and text[slice(*one["span"])] != one["quote"] for one in mentions)
    if wrong or not mentions:
        raise RedactError(f"{wrong} of {len(mentions)} mentions cannot be read in a document of the case")


def _text_of(name: str, data: bytes) -> str:
    from redact.formats import pdf, word
    from redact.formats.building import DocumentBuilder, Request
    from redact.values.fingerprint import new_secret
    from redact.values.text import Format

    found, read = (Format.DOCX, word.read) if name.endswith(".docx") else (Format.PDF, pdf.read)
    builder = DocumentBuilder(
        Request(name, new_secret()), sha256=hashlib.sha256(data).hexdigest(), format=found
    )
    return read(data, builder).text()
