"""Search the rich text of a file itself: everything that it says in any group, with what each group is for.

A conversion drops deleted and hidden words, properties, variables and objects. So the text of every group is
collected here, whatever the group is; only pictures, fonts and colours are known not to be words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from redact.errors import Damaged, LimitReached
from redact.formats.building import DocumentBuilder
from redact.formats.converted.copies import read_copy
from redact.formats.converted.first import recognised
from redact.formats.converted.leftovers import Leftovers
from redact.values.text import Document, Format, Part

__all__ = ["read", "recognises", "search"]

MAX_DEPTH = 1_000
_SAVE_ANEW = "Open it in the program that made it, save it as a new file, and check that."
_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,10})?[ ]?|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])|(?P<brace>[{}])|[\r\n]+|(?P<text>[^\\{}\r\n]+)"
)
# Groups by the word that opens them: what is said in them, and where it stands.
_GROUPS: dict[str, tuple[Part, str]] = {
    "info": (Part.PROPERTY, "D57"),
    "userprops": (Part.PROPERTY, "D59"),
    "annotation": (Part.COMMENT, "D27"),
    "atnid": (Part.PROPERTY, "D40"),
    "atnauthor": (Part.PROPERTY, "D40"),
    "revtbl": (Part.PROPERTY, "D40"),
    "template": (Part.PROPERTY, "D52"),
    "docvar": (Part.PROPERTY, "D54"),
    "protusertbl": (Part.PROPERTY, "D56"),
    "bkmkstart": (Part.BOOKMARK, "D46"),
    "fldinst": (Part.FIELD, "D44"),
    "formfield": (Part.FORM_FIELD, "D42"),
    "header": (Part.HEADER, "D17"),
    "footer": (Part.FOOTER, "D17"),
    "footnote": (Part.FOOTNOTE, "D16"),
    "shptxt": (Part.TEXT_BOX, "D8"),
    "sp": (Part.ALT_TEXT, "D47"),
    "stylesheet": (Part.PROPERTY, "D51"),
    "listtable": (Part.LIST_LABEL, "D18"),
    "xmlnstbl": (Part.PROPERTY, "D49"),
    "mailmerge": (Part.PROPERTY, "D53"),
    "passwordhash": (Part.PROPERTY, "D56"),
    "filetbl": (Part.PROPERTY, "D45"),
    "object": (Part.EMBEDDED_FILE, "D34"),
}
# Groups whose text is figures in hex, or names that programs give.
_BYTES = {
    "pict": (Part.IMAGE, "D23", "a picture that the conversion left out"),
    "objdata": (Part.EMBEDDED_FILE, "D34", "an embedded file that the conversion left out"),
    "datastore": (Part.PROPERTY, "D50", "data kept beside the text that the conversion left out"),
}
_NO_WORDS = frozenset(
    ["fonttbl", "colortbl", "themedata", "colorschememapping", "rsidtbl", "latentstyles", "generator",
     "blipuid", "fontemb", "panose", "listoverridetable", "pgptbl", "mmathPr", "levelnumbers", "leveltext"]
)  # fmt: skip
# Groups in which a group is a run of the same text, and not another value.
_RUNNING = frozenset({"", "annotation", "header", "footer", "footnote", "shptxt", "fldinst"})
_ENDS = frozenset({"par", "sect", "row", "cell", "page", "line", "pard", "nestcell", "nestrow"})
_CHARACTERS = {
    "tab": "\t",
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
}


@dataclass(slots=True)
class _Group:
    """One group: what is said in it, what hides it, and how its bytes are read."""

    part: Part
    place: str
    kind: str = ""
    hidden: bool = False
    deleted: bool = False
    after_unicode: int = 1
    starts: bool = True
    marked: bool = False
    pieces: list[str] = field(default_factory=list)


def recognises(data: bytes) -> bool:
    """Tell whether the bytes are those of rich text."""
    return recognised(data) is Format.RTF


def read(data: bytes, builder: DocumentBuilder) -> Document:
    """Read rich text through its copy; see `copies.read_copy`."""
    return read_copy(data, builder, search)


def search(data: bytes, leftovers: Leftovers) -> None:
    """Add everything that `data` says and the copy does not.

    Raises LimitReached for groups deeper than any report, Damaged for a file that ends within one.
    """
    _Search(data, leftovers).run()


class _Search:
    """One pass over the file."""

    def __init__(self, data: bytes, leftovers: Leftovers) -> None:
        self._data = data
        self._leftovers = leftovers
        self._encoding = "cp1252"
        self._stack = [_Group(Part.HIDDEN_TEXT, "X22")]
        self._skip = 0  # characters that stand for a letter that was said already

    def run(self) -> None:
        at = 0
        while match := _TOKEN.match(self._data, at):
            at = match.end()
            if match["word"]:
                at = self._word(match["word"].decode(), match["number"], at)
            elif match["hex"]:
                self._say(bytes([int(match["hex"], 16)]).decode(self._encoding, "replace"))
            elif match["brace"]:
                self._brace(match["brace"])
            elif match["sign"]:
                self._sign(match["sign"])
            elif match["text"]:
                self._say(match["text"].decode(self._encoding, "replace"))
            if len(self._stack) == 1 and match["brace"] == b"}":
                break
        self._flush(self._stack[0])
        if len(self._stack) > 1:
            raise Damaged(
                "the file is damaged: it ends in the middle", "Save it anew in the program that made it."
            )
        rest = self._data[at:].strip(b"\0\r\n\t ")
        self._leftovers.bytes(rest, Part.PROPERTY, "D38", "data behind the end of the text")

    def _brace(self, brace: bytes) -> None:
        if brace == b"{":
            if len(self._stack) > MAX_DEPTH:
                raise LimitReached(
                    "the file is nested deeper than any report", "Save it anew, and check that."
                )
            group = self._stack[-1]
            self._stack.append(replace(group, starts=True, marked=False, pieces=[]))
        elif len(self._stack) > 1:
            group = self._stack.pop()
            outer = self._stack[-1]
            same = (group.part, group.place, group.kind) == (outer.part, outer.place, outer.kind)
            if (
                same
                and group.kind in _RUNNING
                and (group.hidden, group.deleted) == (outer.hidden, outer.deleted)
            ):
                outer.pieces += group.pieces  # a run of a paragraph: its words belong together
            else:
                self._flush(group)
        self._skip = 0

    def _word(self, word: str, number: bytes | None, at: int) -> int:
        group = self._stack[-1]
        value = int(number) if number else None
        if word == "bin":
            return at + max(0, value or 0)
        if group.starts:
            self._open(group, word)
        if word == "u" and value is not None:
            self._letter(group, value)
        elif word == "uc":
            group.after_unicode = max(0, min(value or 0, 16))
        elif word == "ansicpg" and value:
            self._encoding = _known(f"cp{value}")
        elif word in ("v", "deleted", "plain"):
            self._change(group, word, value != 0)
        elif word in _ENDS:
            self._flush(group)
        elif word in _CHARACTERS:
            self._say(_CHARACTERS[word])
        return at

    def _open(self, group: _Group, word: str) -> None:
        """Learn from the first word of a group what the group is for."""
        group.starts = False
        if word in _GROUPS:
            group.part, group.place = _GROUPS[word]
            group.kind = word
        elif word in _BYTES or word in _NO_WORDS or group.marked:
            group.kind = word

    def _change(self, group: _Group, word: str, on: bool) -> None:
        self._flush_run(group)
        if word == "plain":
            group.hidden = group.deleted = False
        elif word == "v":
            group.hidden = on
        else:
            group.deleted = on

    def _letter(self, group: _Group, value: int) -> None:
        code = value % 0x10000
        self._skip = 0
        self._say(chr(code) if not 0xD800 <= code <= 0xDFFF else "\ufffd")
        self._skip = group.after_unicode

    def _sign(self, sign: bytes) -> None:
        group = self._stack[-1]
        if sign == b"*":
            group.marked = True  # the next word says what the group is for
            return
        self._say({b"~": " ", b"_": "-", b"-": ""}.get(sign, sign.decode("latin-1")))
        group.starts = False

    def _say(self, text: str) -> None:
        if self._skip:
            text, self._skip = text[self._skip :], max(0, self._skip - len(text))
        group = self._stack[-1]
        group.starts = False
        if text:
            group.pieces.append(text)

    def _flush_run(self, group: _Group) -> None:
        if group.hidden or group.deleted:
            self._flush(group)

    def _flush(self, group: _Group) -> None:
        text, group.pieces = "".join(group.pieces), []
        if group.kind in _BYTES:
            part, place, what = _BYTES[group.kind]
            self._leftovers.bytes(_from_hex(text), part, place, what)
        elif group.kind not in _NO_WORDS:
            part, place = group.part, group.place
            if group.deleted:
                part, place = Part.TRACKED_DELETION, "D25"
            elif group.hidden:
                part, place = Part.HIDDEN_TEXT, "D28"
            self._leftovers.text(text.strip(" ;"), part, place)


def _from_hex(text: str) -> bytes:
    digits = re.sub(r"[^0-9A-Fa-f]", "", text)
    return bytes.fromhex(digits[: len(digits) // 2 * 2])


def _known(encoding: str) -> str:
    try:
        "".encode(encoding)
    except LookupError:
        return "cp1252"
    return encoding
