"""What happens outside the program in a session: papers are written, letters come in, a byte is changed."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from redact.values.judgement import DocumentKind
from tests.sessions.papers import lines_of, pdf_of, word_of
from tests.sessions.runner import Handling

__all__ = ["HANDLINGS"]


def _paper(folder: Path, words: Sequence[str]) -> None:
    """Write one document of a bundle: `paper BUNDLE KIND FILE [OLD NEW]`, with OLD replaced by NEW.

    FILE ends with .docx or .pdf; one named `… scanned.pdf` gets a last page that is a picture.
    """
    bundle, kind, name, *change = words
    lines = lines_of(bundle, DocumentKind(kind))
    _write(folder / name, DocumentKind(kind), _changed(lines, change))


def _page(folder: Path, words: Sequence[str]) -> None:
    """Write a statement of one page: `page FILE TITLE LINE...`."""
    name, title, *lines = words
    _write(folder / name, DocumentKind.COMPANION, [f"# {title}", *lines])


def _write(path: Path, kind: DocumentKind, lines: Sequence[str]) -> None:
    path.unlink(missing_ok=True)
    if path.suffix == ".docx":
        word_of(kind, lines, path)
    else:
        pdf_of(kind, lines, path, scan=path.stem.endswith("scanned"))


def _changed(lines: Sequence[str], change: Sequence[str]) -> list[str]:
    if not change:
        return list(lines)
    old, new = change
    assert sum(line.count(old) for line in lines) == 1, f"{old!r} must stand there once"
    return [line.replace(old, new) for line in lines]


def _letter(folder: Path, words: Sequence[str]) -> None:
    """A letter or an e-mail has come in: `letter FILE TEXT`."""
    name, text = words
    (folder / name).write_text(f"{text}\n", encoding="utf-8")


def _byte(folder: Path, words: Sequence[str]) -> None:
    """Somebody saves a file once more, and one byte comes to it: `byte PATTERN`."""
    (pattern,) = words
    (path,) = folder.glob(pattern)
    path.write_bytes(path.read_bytes() + b"\n")


def _edit(folder: Path, words: Sequence[str]) -> None:
    """Somebody edits a text file: `edit FILE OLD NEW`."""
    name, old, new = words
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand there once"
    path.write_text(text.replace(old, new), encoding="utf-8")


def _address(folder: Path, words: Sequence[str]) -> None:
    """Somebody types an address of a recipient into gate.toml: `address CASE RECIPIENT ADDRESS`."""
    case, to, address = words
    path = folder / case / "gate.toml"
    lines = path.read_text(encoding="utf-8").splitlines()
    (at,) = (number for number, line in enumerate(lines) if re.match(rf"#? ?{to} = ", line))
    lines[at] = f'{to} = "{address}"'
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _unzip(folder: Path, words: Sequence[str]) -> None:
    """Somebody who got a pack unpacks it: `unzip PACK FOLDER`."""
    pack, to = words
    with zipfile.ZipFile(folder / pack) as opened:
        opened.extractall(folder / to)


def _copy(folder: Path, words: Sequence[str]) -> None:
    """A file is copied: `copy PATTERN TO`."""
    pattern, to = words
    (path,) = folder.glob(pattern)
    (folder / to).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / to)


def _gap(folder: Path, words: Sequence[str]) -> Mapping[str, str]:
    """Find in a report as JSON the fingerprint of its one gap: `gap NAME REPORT`."""
    name, report = words
    told = json.loads((folder / report).read_text(encoding="utf-8"))
    (gap,) = (gap for document in told["documents"] for gap in document["gaps"])
    return {name: gap["fingerprint"].removeprefix("hmac:")}


HANDLINGS: Mapping[str, Handling] = {
    "paper": _paper,
    "page": _page,
    "letter": _letter,
    "byte": _byte,
    "edit": _edit,
    "address": _address,
    "copy": _copy,
    "unzip": _unzip,
    "gap": _gap,
}
