"""Open the package of a workbook or of slides, under the limits and checks of the Word reader."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from redact.errors import WrongType
from redact.formats.building import DocumentBuilder
from redact.formats.openxml.reading import OfficeReading
from redact.formats.word.package import Oddity, unpack
from redact.formats.word.parts import lay_out
from redact.formats.word.unlocking import is_locked, unlock

__all__ = ["Program", "looks_like", "open_package"]

_MAX_TYPES_BYTES = 4 * 1024**2
_LOCAL_MAGIC = b"PK\x03\x04"
_MACROS = (
    "application/vnd.ms-office.vbaproject",
    "application/vnd.ms-excel.macrosheet+xml",
    "application/vnd.ms-excel.intlmacrosheet+xml",
)


@dataclass(frozen=True, slots=True)
class Program:
    """A program of Office: how its files are known, and how people call them."""

    name: str  # Excel
    what: str  # a spreadsheet
    word: str  # of its content types: spreadsheetml
    folder: str  # below which its parts lie: xl/
    mains: tuple[str, ...]
    suffix: str

    @property
    def remedy(self) -> str:
        """What to do with a file of it that is not read."""
        return f"Open it in {self.name}, save it as an ordinary file ({self.suffix}), and check that."


def looks_like(data: bytes, program: Program) -> bool:
    """Tell whether `data` is the package of that program, whole or cut off, or an encrypted Office file."""
    if is_locked(data):
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("[Content_Types].xml") as stream:
            types = stream.read(_MAX_TYPES_BYTES)
    except Exception:  # not a zip, or a broken one: zipfile raises what it likes
        return data.startswith(_LOCAL_MAGIC) and program.folder.encode() in data
    words = (program.word, f"application/vnd.ms-{program.name.lower()}")
    return any(word.encode() in types or word.encode("utf-16-le") in types for word in words)


def open_package(
    data: bytes, builder: DocumentBuilder, program: Program
) -> tuple[OfficeReading, tuple[Oddity, ...]]:
    """Unlock and unpack a file, and find its main part.

    Raises:
        WrongType: it is of another program, a template, binary, or has macros.
        PasswordNeeded, Damaged, Hostile, LimitReached: as of a Word document.
    """
    if is_locked(data):
        data = unlock(data, builder.request.password)
    package = unpack(data)

    def check(main: str | None, types: dict[str, str]) -> None:
        _check_main(main, types, program)

    return OfficeReading(lay_out(package, check), builder), package.oddities


def _check_main(main: str | None, types: dict[str, str], program: Program) -> None:
    kinds = set(types.values())
    if (main and "macroenabled" in main) or kinds.intersection(_MACROS):
        raise WrongType(
            f"{program.what} with macros cannot be read whole, so it is not read at all", program.remedy
        )
    if main is not None and "template" in main:
        raise WrongType(
            f"a template of {program.name} cannot be read whole, so it is not read at all", program.remedy
        )
    if main is not None and main not in program.mains:
        raise WrongType(
            f"the file is an Office file, but not {program.what} that can be read", program.remedy
        )
