"""Names broken over runs in every way, anonymised and looked at: python -m bench.anonymise_many

Each document is made by python-docx; every third is then saved by LibreOffice. All go through `anonymise`
with a key that knows everybody. Of each new file: no word of a name is in any part of the package, however
its text is joined; LibreOffice opens it; and what it then shows is what a document shows that was written
with the pseudonyms. LibreOffice turns many files at one start.

    python -m bench.anonymise_many              300 documents; writes its figures into docs/anonymise-docx.md
    python -m bench.anonymise_many --count 12   another number; printed, not written
"""

from __future__ import annotations

import argparse
import html
import io
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.parse
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest import mock

from bench.many_docx import LINKS, PEOPLE, WORDS, Twice, make
from redact import guard
from redact.errors import RedactError
from redact.keystore.identity import Identity, generate
from redact.keystore.keyfile import save_key
from redact.run.anonymise import anonymise
from redact.run.case import open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.review import scheme_of
from redact.values.case import Case

__all__ = ["PAGE", "Figures", "as_page", "inside", "main", "many", "names_left"]

PAGE = Path(__file__).resolve().parent.parent / "docs" / "anonymise-docx.md"
_HEAD = (
    "Made by `python -m bench.anonymise_many`. All documents are invented. Each holds names that are broken",
    "over runs, and is anonymised with a key that knows everybody. No word of a name may be left in any part",
    "of the package, however its text is joined; LibreOffice must open the new file and show what it shows",
    "of a document that was written with the pseudonyms.",
)
_USUAL = 300
_BATCH = 25  # documents of one call
_TURNED = 60  # files that LibreOffice turns at one start


@dataclass(slots=True)
class Figures:
    """What was counted; `faults` say of a document by its number what is wrong with it."""

    documents: int = 0
    office: int = 0
    mentions: int = 0
    ways: Counter[str] = field(default_factory=Counter)
    searched: int = 0
    shown: int = 0
    seconds: float = 0.0
    faults: list[tuple[int, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Case:
    folder: Path
    found: CaseFolder
    me: Identity

    @property
    def own(self) -> Path:
        return self.folder / "own"


def main(arguments: Sequence[str]) -> int:
    """Make, anonymise, look, print and, of the usual number, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--count", type=int, default=_USUAL)
    parser.add_argument("--first", type=int, default=0, help="the number of the first document")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="an empty folder for all that is made")
    parser.add_argument(
        "--inside", action="store_true", help="without a guarded child for each step: quicker"
    )
    asked = parser.parse_args(arguments)
    numbers = range(asked.first, asked.first + asked.count)
    with tempfile.TemporaryDirectory() as folder, inside() if asked.inside else nullcontext():
        figures = many(numbers, asked.keep or Path(folder))
    for line in _told(figures):
        print(line)
    if asked.count == _USUAL and not asked.first:
        PAGE.write_text(as_page(figures), encoding="utf-8")
        print(f"written: {PAGE.name}")
    return 1 if figures.faults else 0


def many(numbers: Sequence[int], folder: Path) -> Figures:
    """Make the documents of these numbers, anonymise them in a case in `folder`, and look at all of them."""
    figures = Figures()
    case = _begin(folder)
    twice = [make(number) for number in numbers]
    before, wanted = _saved(twice, folder)
    start_ = time.process_time()
    out: dict[int, Path] = {}
    paths = dict(before)
    for at in range(0, len(twice), _BATCH):
        batch = [one.number for one in twice[at : at + _BATCH]]
        out |= _anonymised(case, {number: paths[number] for number in batch}, figures)
    figures.seconds = time.process_time() - start_
    for one in twice:
        figures.documents += 1
        figures.office += one.number % 3 == 2
        figures.mentions += one.mentions
        figures.ways.update(one.ways)
        if one.number in out:
            data = out[one.number].read_bytes()
            figures.searched += len(zipfile.ZipFile(io.BytesIO(data)).namelist())
            figures.faults += [(one.number, f"left in {where}") for where in names_left(data)]
    _look_at_pages(out, wanted, folder, figures)
    return figures


def as_page(figures: Figures) -> str:
    """Write the page of the figures."""
    rows = (
        ("documents", f"{figures.documents:,}"),
        ("of them saved by LibreOffice before", f"{figures.office:,}"),
        (
            "names in their text, tables, headers, notes, comments, boxes, links and properties",
            f"{figures.mentions:,}",
        ),
        ("ways in which names are broken over runs", f"{len(figures.ways):,}"),
        ("parts of packages that were searched for every word of every name", f"{figures.searched:,}"),
        ("shown as they should be", f"{figures.shown:,}"),
        ("with a fault", f"{len({number for number, _ in figures.faults}):,}"),
    )
    faults = [f"- document {number}: {fault}" for number, fault in figures.faults] or ["None."]
    lines = ["# Many documents anonymised", "", *_HEAD, "", "| what | how many |", "|---|---|"]
    lines += [f"| {what} | {count} |" for what, count in rows]
    lines += [
        "",
        f"{figures.seconds:,.0f} s of processor time of that process.",
        "",
        "## Faults",
        "",
        *faults,
        "",
    ]
    return "\n".join(lines)


@contextmanager
def inside() -> Iterator[None]:
    """Let the steps that are guarded by a child be done in this process: the same work, without the walls."""

    def run(act: Callable[..., object], *given: object, **_: object) -> object:
        return act(*given, lambda *_: None)

    with mock.patch.object(guard, "run", run):
        yield


def names_left(data: bytes) -> list[str]:
    """Give each part of a package in which a word of a name stands, however its text is joined."""
    words = [_plain(word) for word in WORDS]
    left = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name).decode("utf-8", "replace")
            readings = (name, content, html.unescape(re.sub(r"<[^>]*>", "", content)))
            for reading in readings:
                told = _plain(urllib.parse.unquote(reading))
                left += [f"{name}: {word}" for word in words if word in told]
    return left


def _plain(text: str) -> str:
    """Fold a text so far that no way of writing a name hides it: letters alone."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("ł", "l")
    return "".join(sign for sign in folded if sign.isalnum() or sign in "<>")


# ------------------------------------------------------------------ making and anonymising


def _begin(folder: Path) -> _Case:
    me = generate("Imogen Tarrant", "business manager")
    found = start(folder / "K7", Case("K7"), me, may_check=(), own=folder / "own")
    opened = open_case_key(found, me, folder / "own")
    save_key(opened, replace(opened.key, people=PEOPLE, links=LINKS), me, what="bench")
    return _Case(folder, found, me)


def _saved(twice: Sequence[Twice], folder: Path) -> tuple[dict[int, Path], dict[int, Path]]:
    """Write both of each document; LibreOffice saves every third of them anew."""
    places = []
    for kind in ("before", "wanted"):
        place = folder / kind
        place.mkdir()
        for one in twice:
            (place / f"{one.number}.docx").write_bytes(one.before if kind == "before" else one.after)
        of_office = [place / f"{one.number}.docx" for one in twice if one.number % 3 == 2]
        for made in _turned(of_office, "docx:MS Word 2007 XML", folder / f"{kind} saved", folder):
            assert made.exists(), "LibreOffice does not open what was made for it"
            shutil.move(made, place / made.name)
        places.append({one.number: place / f"{one.number}.docx" for one in twice})
    for number, path in places[0].items():
        places[0][number] = Path(shutil.copy(path, folder / "K7" / path.name))
    return places[0], places[1]


def _anonymised(case: _Case, paths: dict[int, Path], figures: Figures) -> dict[int, Path]:
    """Anonymise documents in one call; where that gives nothing, each alone, to know which it was."""
    out = case.folder / f"out {min(paths)} {len(paths)}"
    wrong = _go(case, list(paths.values()), out)
    if not wrong:
        return {number: out / path.name for number, path in paths.items()}
    if len(paths) == 1:
        figures.faults += [(next(iter(paths)), wrong)]
        return {}
    done: dict[int, Path] = {}
    for number, path in paths.items():
        done |= _anonymised(case, {number: path}, figures)
    return done


def _go(case: _Case, paths: Sequence[Path], out: Path) -> str:
    """Anonymise; says what has kept it from that."""
    try:
        run = anonymise(
            [str(path) for path in paths],
            out,
            case.found,
            case.me,
            case.own,
            scheme=scheme_of("child-x"),
            draft=False,
            passwords=lambda *_: None,
            watcher=lambda *_: None,
        )
    except RedactError as error:
        return f"refused: {error.what}"
    unsettled = [f"{one.document} {one.where}" for one in run.unsettled]
    return "; ".join([f"unsettled: {one}" for one in unsettled] + [f"leak: {one.where}" for one in run.leaks])


# ------------------------------------------------------------------ LibreOffice


def _look_at_pages(out: dict[int, Path], wanted: dict[int, Path], folder: Path, figures: Figures) -> None:
    ours = _turned(list(out.values()), "pdf", folder / "pages", folder)
    theirs = _turned([wanted[number] for number in out], "pdf", folder / "wanted pages", folder)
    for number, one, other in zip(out, ours, theirs, strict=True):
        if not one.exists():
            figures.faults.append((number, "LibreOffice does not open it"))
            continue
        shown, should = _shown(one), _shown(other)
        if shown == should:
            figures.shown += 1
        else:
            at = next((n for n, pair in enumerate(zip(shown, should, strict=False)) if len({*pair}) > 1), 0)
            near = slice(max(at - 30, 0), at + 40)
            figures.faults.append((number, f"shows {shown[near]!r} and not {should[near]!r}"))


def _turned(files: Sequence[Path], target: str, out: Path, folder: Path) -> list[Path]:
    out.mkdir(exist_ok=True)
    ending = target.partition(":")[0]
    waiting = list(files)
    command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    while waiting:
        turn = [*command, "--convert-to", target, "--outdir", str(out), *map(str, waiting[:_TURNED])]
        subprocess.run(turn, check=False, capture_output=True, timeout=900)
        # At the first that it does not open it ends: the others go on without that one.
        done = [file for file in waiting[:_TURNED] if (out / f"{file.stem}.{ending}").exists()]
        if len(done) < len(waiting[:_TURNED]):
            done.append(next(file for file in waiting if file not in done))
        waiting = [file for file in waiting if file not in done]
    return [out / f"{file.stem}.{ending}" for file in files]


def _shown(pdf: Path) -> str:
    """Give what a PDF shows, without spaces, signs of no width, and the difference of capitals."""
    told = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True)
    text = unicodedata.normalize("NFKC", told.stdout.decode("utf-8", "replace")).casefold()
    return "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cf")


def _told(figures: Figures) -> list[str]:
    lines = [
        f"{figures.documents} documents, {figures.office} of them saved by LibreOffice, "
        f"{figures.mentions} names in {len(figures.ways)} ways",
        f"{figures.shown} shown by LibreOffice as they should be; {figures.searched} parts searched",
        f"{figures.seconds:.0f} s of processor time of this process",
    ]
    return lines + [f"document {number}: {fault}" for number, fault in figures.faults]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
