"""Look whether this computer is ready: one line a check, with what to do where something is wrong."""

from __future__ import annotations

import locale
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from pathlib import Path

from redact import guard
from redact.errors import ExitStatus, RedactError
from redact.run.configuration import find
from redact.run.places import is_elsewhere
from redact.version import __version__

__all__ = ["Check", "examine", "what_we_keep"]

_NEEDED_FREE_BYTES = 500 * 1024**2
_NEEDED_MEMORY_BYTES = 3 * 1024**3  # the reader may take 2 GB, the recognisers some 300 MB
_PACKAGES = (
    "click",
    "cryptography",
    "filelock",
    "lxml",
    "msoffcrypto-tool",
    "numpy",
    "olefile",
    "onnxruntime",
    "pdfminer.six",
    "pikepdf",
    "presidio-analyzer",
    "pypdfium2",
    "pyrage",
    "python-docx",
    "segno",
    "spacy",
)


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the answer. `fix` is what to do; empty when all is well.

    `status` is what a check of a document would end with while it is not done.
    """

    what: str
    found: str
    fix: str = ""
    status: ExitStatus = ExitStatus.FINDINGS


def examine(folder: Path) -> tuple[Check, ...]:
    """Run every check; `folder` is where the user works."""
    checks: tuple[Callable[[], Check], ...] = (
        _program,
        _packages,
        _rules,
        _name_model,
        _encodings,
        _memory,
        lambda: _disk(folder),
        lambda: _synchronised(folder),
        lambda: _key_of_the_case(folder),
        _reader,
        _network,
        _office,
        _pictures,
    )
    return tuple(check() for check in checks)


def what_we_keep(folder: Path) -> tuple[Check, ...]:
    """List every place at which the program keeps anything, and what is there."""
    from redact.resources import rules_folder

    return (
        Check("program and rules", str(rules_folder())),
        Check("name model", _where_the_model_lies()),
        Check("settings", _settings_of(folder)),
        Check("your identity, keys of cases", _own_folder()),
        Check("documents, names, results", "sealed keys; papers of a gate; else where you write"),
        Check("temporary files", "none: files are read and decrypted in memory"),
        Check("logs, caches, history", "signed logs of keys and of gates: no name of a case"),
    )


def _own_folder() -> str:
    """Say what lies in the user's own folder, without naming it: it may be named after a person."""
    from redact.keystore import home

    own = home.default_folder()
    if not own.is_dir():
        return "none: `redact identity create` makes a folder in your own part of the system"
    keys = len(list((own / home.KEYS).glob(f"*{home.KEY_SUFFIX}")))
    cards = len(list((own / home.TRUSTED).glob("*.card")))
    has = "an identity" if (own / home.IDENTITY).exists() else "no identity"
    return f"{has}, {keys} sealed keys, {cards} cards of others; the folder is named redact"


def _settings_of(folder: Path) -> str:
    """Say where the settings lie without naming a folder: folders of cases hold names too."""
    settings = find(folder)
    if settings is None:
        return "no redact.toml from here upward"
    up = len(folder.resolve().relative_to(settings.parent).parts)
    return (
        "redact.toml in this folder"
        if up == 0
        else f"redact.toml, {up} {'folder' if up == 1 else 'folders'} up"
    )


def _program() -> Check:
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    old = sys.version_info < (3, 11)
    return Check("redact", f"{__version__}, {python}", "Install Python 3.11 or newer." if old else "")


def _packages() -> Check:
    found, missing = [], []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            missing.append(name)
    fix = f"Install redact again; missing: {', '.join(missing)}." if missing else ""
    return Check("packages", ", ".join(found), fix)


def _rules() -> Check:
    from redact.resources import rules_folder
    from redact.rulebook import load

    try:
        rulebook = load(rules_folder())
    except RedactError as error:
        return Check("rules", "a fault in the rules", f"{error.what}. {error.remedy}", error.status)
    return Check("rules", f"{len(rulebook.rules)} rules, digest {rulebook.digest[:16]}")


def _name_model() -> Check:
    """Load the model and let it read a sentence, as a check of a document does."""
    from redact.recognise.model.shipped import shipped

    if shipped() is None:
        return Check("name model", "none in this version: names are found by what stands around them only")
    try:
        from redact.recognise.model.reading import name_model

        model = name_model()
        assert model is not None  # noqa: S101 - one is shipped, so it is there or a fault was raised
        model.read(["The panel met."])
    except RedactError as error:
        return Check("name model", "it cannot be used", f"{error.what}. {error.remedy}", error.status)
    except ImportError:  # numpy; of onnxruntime the model says it itself
        fix = "A package that it needs is missing. Install redact again."
        return Check("name model", "it cannot be used", fix, ExitStatus.MODEL)
    return Check("name model", f"loads and reads, digest {model.digest[:16]}")


def _where_the_model_lies() -> str:
    from redact.recognise.model.shipped import shipped
    from redact.resources import models_folder

    if shipped() is None:
        return "none in this version"
    try:
        return str(models_folder() / "names")
    except RedactError:
        return "it is missing: run redact doctor"


def _encodings() -> Check:
    streams = f"screen {sys.stdout.encoding}, files {sys.getfilesystemencoding()}"
    return Check("encodings", f"{streams}, language {locale.getlocale()[0] or 'not set'}")


def _memory() -> Check:
    import psutil

    free = psutil.virtual_memory().available
    low = free < _NEEDED_MEMORY_BYTES
    return Check(
        "memory",
        f"{free / 1024**3:.1f} GB free",
        "Close other programs; large files may fail." if low else "",
    )


def _disk(folder: Path) -> Check:
    free = shutil.disk_usage(folder).free
    fix = "Make room: results could not be written." if free < _NEEDED_FREE_BYTES else ""
    return Check("disk", f"{free / 1024**3:.1f} GB free here", fix)


def _synchronised(folder: Path) -> Check:
    """Say when this folder, the one for temporary files or that of the keys lies where no lock holds."""
    from redact.keystore import home

    for name, path in (
        ("this folder", folder.resolve()),
        ("the temporary folder", Path(tempfile.gettempdir())),
        ("the folder of your identity and keys", home.default_folder()),
    ):
        if is_elsewhere(path):
            return Check(
                "cloud folder",
                f"{name} lies on a network or is synchronised to a cloud",
                "Keep reports and keys on this computer's own disk; in such a folder no lock holds.",
            )
    return Check("cloud folder", "this folder is not one that we know to be synchronised")


def _key_of_the_case(folder: Path) -> Check:
    """Say where the key of the case that is worked in lies, and whether its time is over; never its path."""
    from redact.keystore import home
    from redact.run import case_file, key_retaining
    from redact.run.case import key_path_of

    try:
        found = case_file.above(folder)
    except RedactError:
        return Check("key of the case", "this folder lies in no case")
    key = key_path_of(found.case, home.default_folder())
    if (ended := key_retaining.after_its_end(found.folder, key)) is not None:
        return Check("key of the case", *ended)
    lies = "on this computer" if key.exists() else "not on this computer"
    ends = key_retaining.end_of(found.case.retain_until, date.today())
    fix = "Destroy the key, as was agreed: redact key destroy." if "OVER" in ends else ""
    if is_elsewhere(key):
        lies = "on a network, or in a folder that is synchronised to a cloud"
        fix = fix or (
            "No lock holds there: work on it one at a time, and join two that were made of one with "
            "redact key merge-files."
        )
    return Check("key of the case", f"{lies}; {ends}", fix)


def _reader() -> Check:
    try:
        guard.run(_echo, "ready")
    except RedactError as error:
        return Check("guarded reader", "it did not start", f"{error.what}. {error.remedy}")
    return Check("guarded reader", "starts, and stops when told")


def _network() -> Check:
    answer = guard.run(_try_network)
    if answer == "refused":
        return Check("network", "never used; the reader's own attempt was refused")
    return Check("network", "the reader was not refused a connection", "Tell the makers: this is a defect.")


def _office() -> Check:
    """Look for LibreOffice, which is not needed for Word documents and PDFs."""
    from redact.formats import office

    if office.available():
        return Check("LibreOffice", "found: .doc, .odt and .rtf are read")
    return Check("LibreOffice", "not found: .doc, .odt and .rtf are refused; all else works")


def _pictures() -> Check:
    """Look for a reader of pictures, without which each picture and scan is looked at by a person."""
    from redact.formats.ocr import engine, engine_name

    found = engine()
    if found is None:
        return Check(
            "pictures and scans", "no reader found: each is named as not checked (tesseract, or [ocr])"
        )
    return Check(
        "pictures and scans", f"read by {engine_name(found)}; what it is not sure of stays unchecked"
    )


def _echo(word: str, _report: object) -> str:
    return word


def _try_network(_report: object) -> str:
    """In the child: try to connect to this machine, as a parser that follows a link would connect."""
    from importlib import import_module

    try:
        import_module("socket").create_connection(("127.0.0.1", 9), timeout=1).close()
    except PermissionError:
        return "refused"
    except OSError:
        return "tried"
    return "reached"
