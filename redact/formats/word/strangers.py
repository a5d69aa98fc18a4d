"""Words in bytes whose format nobody reads: XML of any vocabulary, other markup, runs of letters in the rest.

It finds names; it does not read. What it is used on stays a Gap.
"""

from __future__ import annotations

import base64
import binascii
import html
import re
from collections.abc import Iterator

from redact.errors import FileFault
from redact.formats.word.markup import Element, asides, elements, local, parse

__all__ = ["decoded", "path_like", "without_paths", "words_in", "words_of_xml"]

MAX_BYTES = 64 * 1024**2
MAX_CHARACTERS = 1_000_000  # of one part; the Gap stays for the rest

_ONE_BYTE = re.compile(rb"[\t\r\n\x20-\x7e\xc0-\xff]{6,}")
_UTF8 = re.compile(rb"(?:[\t\r\n\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|\xe2\x80[\x80-\xbf]){6,}")
_TWO_BYTES = re.compile(rb"(?:[\t\r\n\x20-\x7e\xc0-\xff]\0){4,}")
# What a run of letters between other bytes must hold: chance writes the first once in ten thousand bytes,
# the second once in half a million.
_LIKE_A_WORD = re.compile(r"[A-Za-z][a-z]{3}|[A-Z]{4}")
_LIKE_A_LONG_WORD = re.compile(r"[A-Za-z][a-z]{5}|[A-Z]{6}")
_LARGE = 100_000  # bytes: a recording, a picture
_TAG = re.compile(r"<[^<>]{0,2000}>")
_CONTROL_WORD = re.compile(r"\\(?:[a-z]{1,32}-?[0-9]{0,10} ?|'[0-9a-f]{2}|[^a-z])|[{}]", re.IGNORECASE)
_VALUE = re.compile(r"""=\s*(?:"([^"<>]{2,400})"|'([^'<>]{2,400})')""")
_BASE64 = re.compile(r"^[A-Za-z0-9+/\s]{8,}={0,2}\s*$")
_PATH = re.compile(r"(?:[A-Za-z]:[\\/]|\\\\|/(?:Users|home)/)[^\0\r\n\t\"<>|]{2,}")
_LETTERS_SHARE = 0.6
_LEAST_LETTERS = 2
_LAST_LATIN = "\u024f"
# Elements of the usual vocabularies that are one piece of text, whatever runs they are cut into.
_PIECES = frozenset({"p", "si", "is", "text", "comment", "t", "li", "td", "h1", "h2", "h3"})


def words_in(content: bytes) -> list[str]:
    """Find words in bytes of any format; empty where there are none.

    Returns: stretches in their order, each with a letter in it, none twice.
    """
    if len(content) > MAX_BYTES:
        content = content[:MAX_BYTES]
    try:
        root = parse(content)
    except FileFault:
        return _within_limit(_words_of_bytes(content))
    return _within_limit([*words_of_xml(root), *asides(content)])


def words_of_xml(root: Element) -> list[str]:
    """List texts, paragraph by paragraph, and then the values of attributes that hold letters."""
    found: list[str] = []
    inside: set[Element] = set()
    for element in elements(root):
        found += [str(value) for value in element.attrib.values()]
        parent = element.getparent()
        if parent in inside:
            inside.add(element)
        elif local(element) in _PIECES or _is_mixed(element):
            inside.add(element)
            found.append("".join(str(piece) for piece in element.itertext()))
        elif (element.text or "").strip():
            found.append(element.text or "")
    return [word for text in found for word in (text, *decoded(text))]


def decoded(text: str) -> list[str]:
    """Give what base64 in `text` says, where it is a text; else the words in its bytes."""
    packed = "".join(text.split())
    if len(packed) % 4 or not _BASE64.match(packed) or packed.isalpha():
        return []
    try:
        content = base64.b64decode(packed, validate=True)
    except (binascii.Error, ValueError):
        return []
    return _words_of_bytes(content)


def path_like(text: str) -> list[str]:
    """Find paths of files in a text."""
    return [found.strip() for found in _PATH.findall(text)]


def without_paths(text: str) -> str:
    """Take the paths of files out of a text."""
    return _PATH.sub(" ", text).strip()


def _is_mixed(element: Element) -> bool:
    """Tell whether text stands between elements here: its words may be cut anywhere."""
    between = any((child.tail or "").strip() for child in element)
    return between or (len(element) > 0 and bool((element.text or "").strip()))


def _words_of_bytes(content: bytes) -> list[str]:
    plain = _as_text(content)
    if plain is not None:
        return _words_of_markup(plain)
    runs = [run.decode("latin-1") for run in _ONE_BYTE.findall(content) if not _is_utf8(run)]
    runs += [run.decode("utf-8", "ignore") for run in _UTF8.findall(content) if _is_utf8(run)]
    runs += [run.decode("utf-16-le") for run in _TWO_BYTES.findall(content)]
    pieces = [piece for run in runs for piece in re.split(r"[\r\n\t]+", run)]
    like_a_word = _LIKE_A_LONG_WORD if len(content) > _LARGE else _LIKE_A_WORD
    return [piece for piece in pieces if like_a_word.search(piece)]


def _as_text(content: bytes) -> str | None:
    """Decode bytes that are a text and nothing else."""
    stripped = content.strip(b"\0")
    wide = b"\0" in stripped
    try:
        text = content.decode("utf-16-le" if wide else "utf-8").strip("\0\ufeff")
    except UnicodeDecodeError:
        return None
    printable = all(sign.isprintable() or sign in "\r\n\t" for sign in text)
    if not text or not printable or (wide and max(text) > _LAST_LATIN):  # any bytes make Chinese letters
        return None
    return text


def _words_of_markup(text: str) -> list[str]:
    """Take the marks of HTML or of rich text out of a text; of any other text, cut it into lines."""
    if text.lstrip().startswith("{\\rtf"):
        return _CONTROL_WORD.sub(lambda mark: "\n" if mark.group().startswith("\\par") else "", text).split(
            "\n"
        )
    if "<" in text and ">" in text:
        values = [value for pair in _VALUE.findall(text) for value in pair if value]
        return [html.unescape(piece) for piece in [*_TAG.sub("\n", text).split("\n"), *values]]
    return re.split(r"[\r\n]+", text)


def _is_utf8(run: bytes) -> bool:
    return any(byte > 0xC1 for byte in run) and _UTF8.fullmatch(run) is not None


def _within_limit(texts: list[str]) -> list[str]:
    kept: dict[str, None] = {}
    room = MAX_CHARACTERS
    for text in _worth(texts):
        if text not in kept:
            room -= len(text)
            if room < 0:
                break
            kept[text] = None
    return list(kept)


def _worth(texts: list[str]) -> Iterator[str]:
    for text in texts:
        trimmed = text.strip()
        letters = sum(sign.isalpha() for sign in trimmed)
        others = sum(sign.isdigit() or sign.isspace() or sign in "-_.@/\\:" for sign in trimmed)
        if letters >= _LEAST_LETTERS and letters + others >= _LETTERS_SHARE * len(trimmed):
            yield trimmed
