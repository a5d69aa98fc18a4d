"""What a conversion left out: texts of the file itself that the copy does not hold."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

from redact.formats.building import DocumentBuilder
from redact.formats.word.attributes import plain_value
from redact.formats.word.known_names import is_known_font, is_known_style
from redact.values.folding import fold
from redact.values.text import Document, Location, Part

__all__ = ["Leftovers"]

_LOOK = "Open it in the program that made it, look at it there, and save it as a Word document (.docx)."
_WORD = re.compile(r"\w+")
_LONG_NUMBER = 6
_LONG = 25  # letters and figures that stand nowhere by chance, so that spaces need not be the same


class Leftovers:
    """Holds the file itself against the copy, and adds what the copy does not hold."""

    def __init__(self, builder: DocumentBuilder, document: Document, copy: bytes) -> None:
        self._builder = builder
        texts = [_words(passage.text) for passage in document.passages if not passage.apart]
        self._said = "".join(f" {text} |" for text in texts)
        self._bare = self._said.replace(" ", "")
        self._added: set[str] = set()
        with zipfile.ZipFile(io.BytesIO(copy)) as archive:  # it was read already, under all limits
            self._members = {hashlib.sha256(archive.read(name)).digest() for name in archive.namelist()}

    def text(self, text: str, part: Part, place: str) -> None:
        """Add a text of the file itself, unless the copy says the same or it was added before."""
        words = _words(text)
        if not words or words in self._added or f" {words} " in self._said or _by_program(text.strip()):
            return
        bare = words.replace(" ", "")
        if len(bare) >= _LONG and bare in self._bare:
            return
        self._added.add(words)
        self._builder.passage(" ".join(text.split()), Location(part, place))

    def bytes(self, content: bytes, part: Part, place: str, what: str) -> None:
        """Report bytes of the file itself that cannot be read, unless the copy holds the same ones."""
        if content and hashlib.sha256(content).digest() not in self._members:
            self._builder.gap(Location(part, place), what, _LOOK, content)


def _by_program(text: str) -> bool:
    # A long number may be that of a person.
    plain = plain_value(text) and sum(letter.isdigit() for letter in text) < _LONG_NUMBER
    return is_known_style(text) or is_known_font(text) or plain


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text).text))
