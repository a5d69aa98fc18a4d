"""Which letters the codes of a font stand for, by the file's own tables: a second reader beside pdfium.

It reads the map that the font carries (ToUnicode) and the names of its shapes (Encoding), and knows when
the two disagree: then what is searched is not what is seen.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

__all__ = ["Lettering", "lettering_of", "maps_disagree"]

_MOST_CODES = 70_000  # of one map; a range beyond it is built to hurt
_MOST_BYTES = 2_000_000  # of a map
_TYPE0 = "/Type0"
_SYMBOLIC = 4
_SIGNS = ("/Symbol", "/ZapfDingbats")
_BLOCK = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_BY_NAME = re.compile(r"uni([0-9A-F]{4})+|u[0-9A-F]{4,6}")
_CODECS = {
    "/WinAnsiEncoding": "cp1252",
    "/MacRomanEncoding": "mac_roman",
    "/StandardEncoding": "ascii",
}
_FEW = 3  # letters that must disagree before a map is not believed


@dataclass(frozen=True, slots=True)
class Lettering:
    """The letters of one font's codes, each code of `width` bytes."""

    width: int
    letters: Mapping[int, str] = field(repr=False)

    def read(self, codes: bytes) -> str | None:
        """Give the text of a string that is shown; None where a code is not known."""
        found = []
        for at in range(0, len(codes) - self.width + 1, self.width):
            letter = self.letters.get(int.from_bytes(codes[at : at + self.width], "big"))
            if letter is None:
                return None
            found.append(letter)
        return "".join(found)


def lettering_of(font: Any) -> Lettering | None:
    """Give the letters of a font: by the map that it carries, else by the names of its shapes."""
    import pikepdf

    composite = str(font.get("/Subtype", "")) == _TYPE0
    carried = font.get("/ToUnicode")
    if isinstance(carried, pikepdf.Stream):
        letters, width = _carried(carried)
        return Lettering(width or (2 if composite else 1), letters)
    if composite:
        return None
    named = _named(font, implied=True)
    return Lettering(1, named) if named else None


def maps_disagree(font: Any) -> bool:
    """Tell whether the map that a font carries gives other letters than the names of its shapes.

    Only names that stand for a letter everywhere count, and only where viewers go by them: not in a font
    made of drawings, nor in a symbolic TrueType font.
    """
    import pikepdf

    carried = font.get("/ToUnicode")
    kind = str(font.get("/Subtype", ""))
    if kind in (_TYPE0, "/Type3") or not isinstance(carried, pikepdf.Stream) or _is_symbolic(font):
        return False
    named = _named(font)
    letters, width = _carried(carried)
    if not named or width == 2:
        return False
    both = [(_plain(letters[code]), _plain(named[code])) for code in letters.keys() & named.keys()]
    both = [(one, other) for one, other in both if one.isalpha() and other.isalpha()]
    differ = sum(one != other for one, other in both)
    return differ >= _FEW and differ * 4 >= len(both)


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFKC", letter).casefold()


def _is_symbolic(font: Any) -> bool:
    import pikepdf

    if str(font.get("/Subtype", "")) != "/TrueType":
        return False
    descriptor = font.get("/FontDescriptor")
    return isinstance(descriptor, pikepdf.Dictionary) and bool(int(descriptor.get("/Flags", 0)) & _SYMBOLIC)


def _brings_its_own(font: Any) -> bool:
    """Tell whether a font's codes are explained by its own file, its drawings or its signs alone."""
    import pikepdf

    if str(font.get("/Subtype", "")) == "/Type3" or str(font.get("/BaseFont", "")) in _SIGNS:
        return True
    descriptor = font.get("/FontDescriptor")
    if not isinstance(descriptor, pikepdf.Dictionary):
        return False
    return bool(int(descriptor.get("/Flags", 0)) & _SYMBOLIC) or any(
        key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")
    )


def _named(font: Any, *, implied: bool = False) -> dict[int, str]:
    """Give the letters of a simple font by its encoding: of every code that the file itself explains.

    Args:
        implied: a font that says nothing of its codes, and brings no shapes, has the letters of all fonts.
    """
    import pikepdf

    encoding = font.get("/Encoding")
    base: str | None = str(encoding) if isinstance(encoding, pikepdf.Name) else None
    if isinstance(encoding, pikepdf.Dictionary):
        base = str(encoding.get("/BaseEncoding", "")) or None
    if implied and base is None and not _brings_its_own(font):
        base = "/StandardEncoding"
    letters: dict[int, str] = {}
    if base in _CODECS:
        for code in range(32, 256):
            letter = bytes([code]).decode(_CODECS[base], "ignore")
            if letter:
                letters[code] = letter
    if isinstance(encoding, pikepdf.Dictionary):
        letters |= _differences(encoding.get("/Differences"))
    return letters


def _differences(differences: Any) -> dict[int, str]:
    import pikepdf

    found: dict[int, str] = {}
    if not isinstance(differences, pikepdf.Array):
        return found
    from pdfminer.glyphlist import glyphname2unicode

    code = 0
    for item in cast("list[Any]", list(differences)[:1_000]):
        if isinstance(item, pikepdf.Name):
            name = str(item)[1:].split(".")[0]
            if name in glyphname2unicode:
                found[code] = glyphname2unicode[name]
            elif _BY_NAME.fullmatch(name):
                found[code] = _by_number(name)
            code += 1
        elif isinstance(item, int):
            code = item
    return found


def _by_number(name: str) -> str:
    digits = name.removeprefix("uni") if name.startswith("uni") else name[1:]
    step = 4 if name.startswith("uni") else len(digits)
    codes = [int(digits[at : at + step], 16) for at in range(0, len(digits), step)]
    return "".join(chr(code) for code in codes if code < 0x110000 and not 0xD800 <= code < 0xE000)


def _carried(stream: Any) -> tuple[dict[int, str], int]:
    """Read a map of letters: code to text, and how many bytes a code has (0 where it does not say)."""
    data = bytes(stream.read_bytes())[:_MOST_BYTES]
    letters: dict[int, str] = {}
    width = 0
    for match in _BLOCK.finditer(data):
        tokens = [_token(found) for found in _HEX.finditer(match[2])]
        if match[1] == b"codespacerange":
            width = max([width, *(len(token) for token in tokens if isinstance(token, bytes))])
        elif match[1] == b"bfchar":
            for code, text in zip(tokens[::2], tokens[1::2], strict=False):
                if isinstance(code, bytes) and isinstance(text, bytes):
                    letters[int.from_bytes(code, "big")] = _utf16(text)
        else:
            _ranges(tokens, letters)
        if len(letters) > _MOST_CODES:
            break
    return letters, min(width, 4)


def _token(match: re.Match[bytes]) -> bytes | str:
    if match[1] is None:
        return "[" if match[2] else "]"
    digits = b"".join(match[1].split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def _ranges(tokens: list[bytes | str], letters: dict[int, str]) -> None:
    at = 0
    while at + 2 < len(tokens) and len(letters) <= _MOST_CODES:
        first, last, target = tokens[at : at + 3]
        at += 3
        if not isinstance(first, bytes) or not isinstance(last, bytes):
            return
        low, high = int.from_bytes(first, "big"), int.from_bytes(last, "big")
        if isinstance(target, bytes):
            start = _utf16(target)
            for step in range(min(high - low + 1, _MOST_CODES)):
                if start and ord(start[-1]) + step < 0x110000:
                    letters[low + step] = start[:-1] + chr(ord(start[-1]) + step)
            continue
        end = tokens.index("]", at) if "]" in tokens[at:] else len(tokens)
        for step, text in enumerate(tokens[at:end]):
            if isinstance(text, bytes):
                letters[low + step] = _utf16(text)
        at = end + 1


def _utf16(data: bytes) -> str:
    return data.decode("utf-16-be", "replace")
