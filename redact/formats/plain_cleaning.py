"""Text and Markdown → the publication copy: what a reader sees, in UTF-8.

Characters that draw nothing or turn the direction of writing are taken out, letters in unusual forms become
plain ones, text that stands far below or far to the right is brought near, and of Markdown the notes that no
page shows are left out. What remains: words that mix alphabets and tags of HTML are counted and stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from redact.formats.building import Request
from redact.formats.plain import decode
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal, Removed
from redact.values.text import Format, Location, Part

__all__ = ["clean"]

_DIRECTIONS = "directions of writing"
_UNDRAWN = "characters that draw nothing"
_CONTROLS = "control characters"
_UNUSUAL = "letters in unusual forms, which are plain ones now"
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# Joiners are letters' servants in some scripts and in pictures of people; between Latin letters they hide.
_JOINER = re.compile("[\u200c\u200d]")
_BLANKS = "\u034f\u115f\u1160\u3164\uffa0"  # letters without ink
_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # other line ends
_EMPTY_LINES = re.compile(r"\n(?:[^\S\n]*\n){8,}")
_FAR = re.compile(r"(?<=\S)[^\S\n]{60,}(?=\S)|^[^\S\n]{120,}(?=\S)", re.MULTILINE)
_LINE_TAIL = re.compile(r"[^\S\n]+$", re.MULTILINE)
_WORD = re.compile(r"[^\W\d_]+")
_ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")

_FRONT_MATTER = re.compile(r"\A(?:---\n.*?\n(?:---|\.\.\.)|\+\+\+\n.*?\n\+\+\+)[^\S\n]*(?:\n|\Z)", re.DOTALL)
_FENCED = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?(?:^ {0,3}\1[`~]*[^\S\n]*$|\Z)", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NOTE = re.compile(
    r"^ {0,3}\[([^\]\n]+)\]:[^\S\n]*(\S+)([^\S\n]+(?:\"[^\n]*\"|'[^\n]*'|\([^\n]*\)))?[^\S\n]*\n?", re.M
)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]*>")
_HERE = Location(Part.BODY)
_ASIDE = Location(Part.HIDDEN_TEXT)


def clean(content: bytes, request: Request, options: CleaningOptions) -> Cleaned | Refusal:
    """Clean a text; the title that the options name has no place in it.

    Raises Damaged for bytes that are no text.
    """
    gone: Counter[tuple[Location, str]] = Counter()
    taken: list[str] = []
    text = decode(content)
    ends = "\r\n" if "\r\n" in text else "\n"
    text = _BREAKS.sub("\n", text.replace("\r\n", "\n").replace("\r", "\n"))
    is_markdown = request.name.lower().endswith((".md", ".markdown"))
    if is_markdown:
        text = _without_notes(text, gone, taken)
    text = _visible_characters(text, gone)
    text = _brought_near(text, gone, is_markdown=is_markdown)
    standing = Counter({(_HERE, "words that mix alphabets"): sum(map(_mixes, _WORD.findall(text)))})
    if is_markdown:
        standing[_HERE, "tags of HTML"] = sum(1 for piece in _unfenced(text) for _ in _TAG.finditer(piece))
    return Cleaned(
        Format.MD if is_markdown else Format.TXT,
        text.replace("\n", ends).encode("utf-8"),
        _listed(gone),
        standing=_listed(standing),
        taken=tuple(taken),
    )


def _listed(counts: Counter[tuple[Location, str]]) -> tuple[Removed, ...]:
    return tuple(Removed(location, count, what) for (location, what), count in counts.items() if count)


# ---------------------------------------------------------------- characters


def _visible_characters(text: str, gone: Counter[tuple[Location, str]]) -> str:
    out: list[str] = []
    for at, letter in enumerate(text):
        if letter.isascii() and (letter.isprintable() or letter in "\n\t"):
            out.append(letter)
            continue
        what = _why_not(text, at)
        plain = letter if what else _plain(letter)
        if what or plain != letter:
            gone[_ASIDE if what else _HERE, what or _UNUSUAL] += 1
        out.append("" if what else plain)
    return "".join(out)


def _why_not(text: str, at: int) -> str | None:
    """Say what is wrong with a character; None where it is to be seen, or serves one that is."""
    letter = text[at]
    kind = unicodedata.category(letter)
    if _TURNING.match(letter):
        return _DIRECTIONS
    if kind in ("Cc", "Cs"):
        return _CONTROLS
    if _JOINER.match(letter):
        beside = text[at - 1 : at] + text[at + 1 : at + 2]
        served = len(beside) == 2 and all(ord(one) > 0x36F and not one.isspace() for one in beside)
        return None if served else _UNDRAWN
    if (
        kind in ("Cf", "Cn")
        or 0xE0100 <= ord(letter) <= 0xE01EF
        or letter in "\u034f\u115f\u1160\u3164\uffa0"
    ):
        return _UNDRAWN
    if 0xFE00 <= ord(letter) <= 0xFE0F:
        return None if at and unicodedata.category(text[at - 1]) in ("So", "Sm", "Po", "Nd") else _UNDRAWN
    return None


def _plain(letter: str) -> str:
    """Give the plain form of a letter or digit that is written in another (wide, mathematical, joined)."""
    if unicodedata.category(letter) not in ("Lu", "Ll", "Lo", "Lm", "Nd"):
        return letter
    plain = unicodedata.normalize("NFKC", letter)
    return plain if plain.isascii() and plain.isalnum() and letter not in "ªº" else letter


def _mixes(word: str) -> bool:
    """Tell whether a word has letters of two alphabets that look alike."""
    if word.isascii():
        return False
    names = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
    return len(names.intersection(_ALPHABETS)) > 1


# ---------------------------------------------------------------- places


def _brought_near(text: str, gone: Counter[tuple[Location, str]], *, is_markdown: bool) -> str:
    text, lines = _EMPTY_LINES.subn("\n\n\n", text)
    text, gaps = _FAR.subn("    ", text)
    # Spaces at the end of a line may spell a message. Two of them break a line of Markdown.
    text = _LINE_TAIL.sub(lambda tail: "  " if is_markdown and len(tail[0]) >= 2 else "", text)
    gone[_ASIDE, "long runs of empty lines; what stood below them stands nearer now"] += lines
    gone[_ASIDE, "wide gaps in lines; what stood beyond them stands nearer now"] += gaps
    return text


def _unfenced(text: str) -> Iterator[str]:
    done = 0
    for block in _FENCED.finditer(text):
        yield text[done : block.start()]
        done = block.end()
    yield text[done:]


def _without_notes(text: str, gone: Counter[tuple[Location, str]], taken: list[str]) -> str:
    """Leave out what no page made from Markdown shows: front matter, comments, notes without a use."""
    matter = _FRONT_MATTER.match(text)
    if matter:
        gone[_ASIDE, "blocks of properties before the text"] += 1
        taken.append(matter[0])
        text = text[matter.end() :]
    out: list[str] = []
    done = 0
    blocks = [(block.start(), block.end()) for block in _FENCED.finditer(text)]
    for start, end in [*blocks, (len(text), len(text))]:
        out.append(_without_comments(text[done:start], text, gone, taken))
        out.append(text[start:end])
        done = end
    return "".join(out)


def _without_comments(piece: str, text: str, gone: Counter[tuple[Location, str]], taken: list[str]) -> str:
    def comment(found: re.Match[str]) -> str:
        gone[_ASIDE, "comments"] += 1
        taken.append(found[0])
        return ""

    def note(found: re.Match[str]) -> str:
        label = re.escape(found[1])
        if found[1].startswith("^") or re.search(rf"\[{label}\](?!:)", text, re.IGNORECASE):
            return found[0]
        gone[_ASIDE, "notes that nothing refers to"] += 1
        taken.append(found[0])
        return ""

    return _NOTE.sub(note, _COMMENT.sub(comment, piece))
