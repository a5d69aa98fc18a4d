"""Every command is run on papers full of invented names; then every byte that was written is looked through.

What is asked to hold names lies in a folder of its own; everything else, what was removed again, what was
printed, and what was given to other processes as argument or variable may hold none, in no way of writing.
"""

from __future__ import annotations

import base64
import binascii
import html
import io
import json
import os
import re
import subprocess
import sys
import unicodedata
import urllib.parse
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from redact.cli.shell import cli
from tests.acceptance.canary_run import FAMILY, Outcome
from tests.test_canary import FILE_NAME, FOLDER_NAME, NAMES, NEAR_MISSES

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.timeout(900)  # a hundred commands, where others share the machine
RUN = (
    "import sys; from pathlib import Path; from tests.acceptance.canary_run import main;"
    "sys.exit(main(Path(sys.argv[1])))"
)
WORDS = frozenset(
    word.casefold()
    for name in (*NAMES, *FAMILY, FOLDER_NAME, FILE_NAME, *NEAR_MISSES)
    for word in name.split()
)
FOUND = re.compile("|".join(sorted(WORDS)))


# ---------------------------------------------------------------- every way of writing


def readings(data: bytes, depth: int = 2) -> Iterator[str]:
    """Give the texts that bytes can be read as: in three encodings, unescaped, decoded, unpacked."""
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        for shift in (0, 1) if encoding != "utf-8" else (0,):
            text = data[shift:].decode(encoding, "ignore")
            yield folded(text)
            if encoding == "utf-8":
                yield folded(html.unescape(urllib.parse.unquote(text)))
                yield folded(re.sub(r"\\u([0-9a-f]{4})", lambda one: chr(int(one[1], 16)), text))
                yield folded("".join(re.findall(r"[^\W_]", text)))
    if depth:
        for inner in unpacked(data):
            yield from readings(inner, depth - 1)


def unpacked(data: bytes) -> Iterator[bytes]:
    """Give what is inside: members of a zip, streams of zlib, runs of base64 and of hex digits."""
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name.encode() + b"\n" + archive.read(name)
    for at in (match.start() for match in re.finditer(b"\x78[\x01\x5e\x9c\xda]|\x1f\x8b", data)):
        try:
            yield zlib.decompressobj(47).decompress(data[at:])
        except zlib.error:
            continue
    for run in re.findall(rb"[A-Za-z0-9+/_-]{16,}", re.sub(rb"\r?\n", b"", data)):
        digits = run.replace(b"-", b"+").replace(b"_", b"/")
        for shift in range(4):
            part = digits[shift:]
            yield base64.b64decode(part[: len(part) // 4 * 4])
    for run in re.findall(rb"(?:[0-9A-Fa-f]{2}){8,}", data):
        yield binascii.unhexlify(run)


def folded(text: str) -> str:
    return "".join(
        sign for sign in unicodedata.normalize("NFKD", text).casefold() if not unicodedata.combining(sign)
    )


def leaks(data: bytes) -> set[str]:
    return {word for text in readings(data) for word in FOUND.findall(text)}


@pytest.mark.parametrize(
    "hidden",
    [
        lambda name: name.upper().encode(),
        lambda name: b"x" + name.encode("utf-16-le"),
        lambda name: name.encode("utf-16-be"),
        lambda name: "".join(f"%{byte:02X}" for byte in name.encode()).encode(),
        lambda name: "".join(f"&#{ord(sign)};" for sign in name).encode(),
        lambda name: "".join(f"\\u{ord(sign):04x}" for sign in name).encode(),
        lambda name: base64.b64encode(b"It was " + name.encode() + b", who came."),
        lambda name: base64.urlsafe_b64encode(name.encode("utf-16-le")),
        lambda name: name.encode().hex().encode(),
        lambda name: " ".join(name).encode(),
        lambda name: zlib.compress(name.encode()),
        lambda name: "".join(sign + "\u0301" for sign in name).encode(),
    ],
)
def test_the_test_would_see_a_leak(hidden: object) -> None:
    name = NAMES[7].split()[0]
    assert leaks(b"before " + hidden(name) + b" after") == {name.casefold()}  # type: ignore[operator]
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("part.xml", hidden(name))  # type: ignore[operator]
    assert leaks(held.getvalue()) == {name.casefold()}


# ---------------------------------------------------------------- every command


def leaves(group: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Give each command of the program, by the words that call it."""
    if isinstance(group, click.Group):
        for name, command in group.commands.items():
            yield from leaves(command, (*path, name))
    else:
        yield path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("canary")
    for name in ("home", "temporary", "out", "names", "notes"):
        (made / name).mkdir()
    temporary = str(made / "temporary")
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("PYTEST", "XDG"))},
        "HOME": str(made / "home"),
        "APPDATA": str(made / "home"),
        "TMPDIR": temporary,
        "TEMP": temporary,
        "TMP": temporary,
        "REDACT_TEST_WATCH": str(made / "notes"),
        "REDACT_TEST_WATCHED": str(made),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "watched"), str(ROOT)]),
    }
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(made)],
        cwd=ROOT, env=environment, capture_output=True, timeout=600, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert not leaks(done.stdout + done.stderr)
    return made


@pytest.fixture(scope="module")
def outcomes(folder: Path) -> list[Outcome]:
    told = json.loads((folder / "notes" / "outcomes.json").read_text(encoding="utf-8"))
    return [Outcome(tuple(one.pop("arguments")), **one) for one in told]


def test_every_command_of_the_program_is_run_and_comes_to_its_end(outcomes: list[Outcome]) -> None:
    ended: dict[tuple[str, ...], set[int]] = {path: set() for path in leaves()}
    for one in outcomes:
        for path in ended:
            if one.arguments[: len(path)] == path:
                ended[path].add(one.status)
    assert {path: found for path, found in ended.items() if not found} == {}
    # Each has done its work at least once; a check or a verification has findings here.
    done = {path for path, found in ended.items() if found & {0, 1, 3}}
    assert set(ended) - done == set()
    assert 70 in {one.status for one in outcomes}, "the program itself was to break down"
    assert 130 in {one.status for one in outcomes}, "somebody was to press Ctrl-C"


def test_no_command_prints_a_name_that_nobody_asked_for(outcomes: list[Outcome]) -> None:
    told = {one.arguments[:3]: leaks((one.out + one.err).encode()) for one in outcomes if not one.shows}
    assert {arguments: found for arguments, found in told.items() if found} == {}
    # Where names are the purpose they are there, or this test would look at nothing.
    assert all(leaks((one.out + one.err).encode()) for one in outcomes if one.shows and one.status in (0, 1))


def test_nothing_that_was_written_holds_a_name(folder: Path) -> None:
    written = [path for part in ("out", "home") for path in (folder / part).rglob("*") if path.is_file()]
    papers = folder / FOLDER_NAME
    for name in ("case.toml", "check.age", "decisions.jsonl", "intruder.jsonl", "gate.jsonl", "gate.toml"):
        written += papers.rglob(name)
    assert len(written) > 30
    found = {str(path.relative_to(folder)): leaks(path.read_bytes()) for path in written}
    assert {path: words for path, words in found.items() if words} == {}
    for path in (*(folder / "out").rglob("*"), *(folder / "home").rglob("*")):
        assert not leaks(str(path.relative_to(folder)).encode()), path.name
    assert list((folder / "temporary").iterdir()) == []


def test_nothing_that_was_removed_again_held_a_name(folder: Path) -> None:
    gone = [path.read_bytes().partition(b"\0") for path in (folder / "notes").glob("gone-*")]
    assert len(gone) > 50
    # What was asked to hold names, what was typed, and the demo, which has an invented family of its own.
    apart = tuple(os.fsencode(folder / name) for name in ("names", "typed", f"{FOLDER_NAME}/demo"))
    # The walk itself types a name into settings of the gate, to see it refused, and into a copy of a log.
    typed = (("gated", "gate.toml"), ("touched", "gate.jsonl"))
    apart = (*apart, *(os.fsencode(folder.joinpath(FOLDER_NAME, *name)) for name in typed))
    held = [(os.path.basename(name), leaks(data)) for name, _, data in gone if not name.startswith(apart)]
    assert [(name, words) for name, words in held if words] == []


def test_no_process_was_given_a_name(folder: Path) -> None:
    given = [*(folder / "notes").glob("began-*"), *(folder / "notes").glob("started-*")]
    assert len(given) > 20
    for path in given:
        assert not leaks(path.read_bytes()), path.name
