"""Write the sample case and its gold into `files/`: python -m corpus.sample.make

The files are committed and packed into the wheel, so that `redact demo --case` needs nothing to write them
with. `--check` writes nothing and says whether what is committed is what the stories make.
"""

from __future__ import annotations

import hashlib
import io
import json
import sys
import tempfile
import zipfile
from pathlib import Path

from corpus.sample.gold import GoldMention, gold_of
from corpus.sample.story import Story, stories
from corpus.sample.writing import as_docx, as_pdf
from redact.formats import Request, read_file
from redact.formats.building import no_progress
from redact.values.text import Document

__all__ = ["FILES", "GOLD_NAME", "build", "members", "read_built"]

FILES = Path(__file__).parent / "files"
GOLD_NAME = "gold.json"
_ABOUT = "An invented case: nobody in it lives. THIS FILE HOLDS ITS INVENTED NAMES."


def build() -> dict[str, bytes]:
    """Write every file of the case and the gold, by name.

    Raises:
        ValueError: a story cannot be found again in its own file.
    """
    files: dict[str, bytes] = {}
    gold: list[GoldMention] = []
    for story in stories():
        for name, data in _written(story):
            files[name] = data
            gold += gold_of(story, read_built(name, data), name)
    return files | {GOLD_NAME: _as_json(gold)}


def read_built(name: str, data: bytes) -> Document:
    """Read the bytes of a file of the case with our own reader."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_file(str(path), Request(name, hashlib.sha256(name.encode()).digest()), no_progress)


def members(data: bytes) -> dict[str, bytes]:
    """Give what a file says, whatever packed it: the members of a Word file, or the bytes of another."""
    if not data.startswith(b"PK"):
        return {"": data}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main(arguments: list[str]) -> int:
    """Write the files, or with `--check` compare them; 0 when they are as they should be."""
    files = build()
    if arguments == ["--check"]:
        stale = [name for name, data in files.items() if not _same(FILES / name, data)]
        stale += [path.name for path in FILES.iterdir() if path.name not in files]
        for name in stale:
            print(f"error: {name} is not what the stories make", file=sys.stderr)
        return 1 if stale else 0
    FILES.mkdir(exist_ok=True)
    for path in FILES.iterdir():
        if path.name not in files:
            path.unlink()
    for name, data in files.items():
        (FILES / name).write_bytes(data)
    print(f"{len(files)} files, {sum(map(len, files.values())) // 1024} KiB")
    return 0


def _written(story: Story) -> list[tuple[str, bytes]]:
    name = story.file.plain
    return [(f"{name}.docx", as_docx(story)), (f"{name}.pdf", as_pdf(story))]


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and members(path.read_bytes()) == members(data)


def _as_json(gold: list[GoldMention]) -> bytes:
    lines = ",\n".join("  " + json.dumps(one.as_json(), ensure_ascii=False) for one in gold)
    about = json.dumps(_ABOUT)
    return f'{{"about": {about},\n "mentions": [\n{lines}\n]}}\n'.encode()


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
