"""`demo`: an invented overview report with planted faults, and the list of what should be found in it.

Nobody in it lives: the names are made up, the phone number is from the range that Ofcom keeps for
drama, the NHS number from the range kept for tests, the postcode from one that no place has.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from redact.errors import NotWritten, RedactError
from redact.run.demo_text import PLANTED, REPORT

__all__ = ["EXPECTATIONS_NAME", "REPORT_NAME", "demo_expectations", "demo_report", "write_all", "write_demo"]

REPORT_NAME = "overview-report.docx"
EXPECTATIONS_NAME = "what-should-be-found.txt"

_INTRODUCTION = """\
What redact should find in overview-report.docx

The report is invented, and so is everybody in it. THIS LIST HOLDS THE INVENTED NAMES AS THEY STAND IN
THE REPORT, so that you can compare. A list of real findings would never hold a name.
"""
_CLOSING = """\
Where the report says Child K, Mother, Father, Maternal Grandmother, SW1, HV1 or GP1, nothing should be
found: that is how a report should be written.
"""


def demo_report() -> bytes:
    """Write the demo report as a Word document; the same bytes each time."""
    from redact.formats.word.writing import write_docx

    return write_docx(REPORT)


def demo_expectations() -> str:
    """List what was planted, in the order of the report: what it is, its words, and where it stands."""
    lines = [_INTRODUCTION]
    for number, planted in enumerate(PLANTED, 1):
        lines.append(f"{number:>2}. {planted.what}: {planted.words}")
        lines += [f"    {place}" for place in planted.places]
    return "\n".join([*lines, "", _CLOSING])


def write_demo(folder: Path) -> tuple[str, str]:
    """Write the report and the list of what should be found into `folder`, which is made if need be.

    The report is read back by our own reader, and every planted word found in it, before it is written.

    Returns: the names of both files.

    Raises:
        NotWritten: one of the files is there already, or the folder cannot be written to.
    """
    files = {REPORT_NAME: demo_report(), EXPECTATIONS_NAME: demo_expectations().encode("utf-8")}
    _read_back(files[REPORT_NAME])
    write_all(folder, files)
    return REPORT_NAME, EXPECTATIONS_NAME


def write_all(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write every file into `folder`, which is made if need be, or none where one is there already.

    Raises:
        NotWritten: one of the files is there already, or the folder cannot be written to.
    """
    from redact.storage import write_new

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise NotWritten(
            "the folder for the demo cannot be made", "Give the name of another folder."
        ) from None
    if any((folder / name).exists() for name in files):
        raise NotWritten(
            "a file of the demo is already there",
            "Give the name of another folder, or remove that file first.",
        )
    for name, data in files.items():
        write_new(folder / name, data)


def _read_back(data: bytes) -> None:
    """Hold the written report against what it promises: every planted word can be read in it."""
    import hashlib

    from redact.formats.building import DocumentBuilder, Request
    from redact.formats.word import read
    from redact.values.fingerprint import new_secret
    from redact.values.text import Format

    builder = DocumentBuilder(
        Request(REPORT_NAME, new_secret()), sha256=hashlib.sha256(data).hexdigest(), format=Format.DOCX
    )
    texts = [passage.text for passage in read(data, builder).passages]
    missing = sum(not any(planted.words in text for text in texts) for planted in PLANTED)
    if missing:
        raise RedactError(f"{missing} of {len(PLANTED)} planted faults cannot be read in the demo report")
