"""Fields: page numbers and references stay, with a code of ours; every other one becomes what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from redact.formats.word.cleaning.ledger import Ledger
from redact.formats.word.cleaning.shears import drop, drop_empty_run, unwrap
from redact.formats.word.fields import worth_reading
from redact.formats.word.markup import Element, W, local, number, switched_on, val
from redact.values.text import Part

__all__ = ["unlink"]

# Gives the new name of a bookmark that the document has, or None.
Rename = Callable[[str], "str | None"]

# What they show differs from page to page or is counted anew; their codes hold no words.
_WORDS_OF_PLAIN = "page numpages sectionpages section toc seq styleref listnum autonum autonumlgl autonumout"
_PLAIN = frozenset(_WORDS_OF_PLAIN.split())
_TO_BOOKMARKS = frozenset(["ref", "pageref", "noteref"])
# They mark a place or set a value, and show nothing.
_SHOW_NOTHING = frozenset(
    ["xe", "tc", "ta", "rd", "set", "ask", "private", "comments", "addin", "next", "data"]
)
_BOXES = {True: "\u2612", False: "\u2610"}
_TOKEN = re.compile(r'"[^"]*"|\S+')


@dataclass(slots=True)
class _Open:
    """A field while it is walked through: its marks, and everything between its begin and its separator."""

    begin: Element
    code: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    separator: Element | None = None
    end: Element | None = None

    @property
    def text(self) -> str:
        return "".join(self.words)


def unlink(root: Element, part: Part, ledger: Ledger, rename: Rename) -> None:
    """Leave in one part only plain fields; the others become plain text, or go where they show nothing."""
    for simple in list(root.iter(W + "fldSimple")):
        _unlink_simple(simple, part, ledger, rename)
    fields, stray = _walk(root)
    for found in fields:
        if found.begin.getparent() is not None:
            _settle(found, part, ledger, rename)
    for element in stray:
        ledger.remove(part, "D44", "codes of fields", element.text or "")
        _take_out(element)
    for element in list(root.iter(W + "ffData", W + "fldData")):
        ledger.remove(part, "D42" if local(element) == "ffData" else "D43", "data of fields")
        drop(element)


def _unlink_simple(simple: Element, part: Part, ledger: Ledger, rename: Rename) -> None:
    code = _plain_code(simple.get(W + "instr") or "", rename)
    if code is not None:
        ledger.made.add(code)
        simple.attrib.clear()
        simple.set(W + "instr", code)
        return
    ledger.remove(part, "D44", "codes of fields", simple.get(W + "instr") or "")
    unwrap(simple, but=(W + "fldData",))


def _walk(root: Element) -> tuple[list[_Open], list[Element]]:
    """Find the fields of a part, outer ones after inner ones, and pieces of code that belong to none."""
    done: list[_Open] = []
    stray: list[Element] = []
    open_: list[_Open] = []
    for element in root.iter(*_CONTENT):
        kind = element.get(W + "fldCharType") if element.tag == W + "fldChar" else None
        for outer in open_[:-1] if kind in ("separate", "end") else open_:
            if outer.separator is None:
                outer.code.append(element)
        if kind == "begin":
            open_.append(_Open(element))
        elif kind is not None and not open_:
            stray.append(element)
        elif kind == "separate":
            open_[-1].separator = element
        elif kind == "end":
            open_[-1].end = element
            done.append(open_.pop())
        elif open_ and open_[-1].separator is None:
            open_[-1].words.append(element.text or "" if element.tag == W + "instrText" else "")
        elif element.tag in (W + "instrText", W + "delInstrText"):
            stray.append(element)
    return done + open_, stray


def _settle(found: _Open, part: Part, ledger: Ledger, rename: Rename) -> None:
    code = _plain_code(found.text, rename) if found.end is not None and not _is_mixed(found) else None
    if code is not None:
        ledger.made.add(code)
        _rewrite(found, code)
        return
    name = (found.text.split() or [""])[0].lower()
    _show(found, name, part, ledger)
    ledger.remove(part, "D44", "codes of fields", found.text)
    # Of a field that is never closed, nobody can say what is code; what is text for sure stays.
    code_only = [element for element in found.code if found.end is not None or element.tag in _MARKS]
    for element in [*code_only, found.separator, found.end, found.begin]:
        if element is not None:
            _take_out(element)


def _is_mixed(found: _Open) -> bool:
    """Tell whether there is more in a field's code than words of code: a field in a field, a picture."""
    return any(element.tag not in (W + "instrText", W + "t") for element in found.code)


def _plain_code(code: str, rename: Rename) -> str | None:
    """Give the code of a field that may stay, its bookmark renamed; None for any other."""
    tokens = _TOKEN.findall(code)
    name = tokens[0].lower() if tokens else ""
    if name in _TO_BOOKMARKS and len(tokens) > 1:
        target = rename(tokens[1].strip('"'))
        if target is None:
            return None
        tokens[1] = target
    elif name not in _PLAIN:
        return None
    plain = " ".join([tokens[0].upper(), *tokens[1:]])
    return None if worth_reading(plain) else f" {plain} "


def _rewrite(found: _Open, code: str) -> None:
    """Put the whole code into the first piece of it."""
    pieces = [element for element in found.code if element.tag == W + "instrText"]
    for element in found.code:
        if not pieces or element is not pieces[0]:
            _take_out(element)
    if pieces:
        pieces[0].text = code
        pieces[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _show(found: _Open, name: str, part: Part, ledger: Ledger) -> None:
    """Write what a field without a result shows: a box, an entry of a list."""
    data = found.begin.find(W + "ffData")
    run = found.begin.getparent()
    if run is None:
        return
    shown = _of_form(data) if name in ("formcheckbox", "formdropdown") and data is not None else None
    if shown is not None and (name == "formcheckbox" or found.separator is None):
        text = run.makeelement(W + "t")
        text.text = shown
        run.insert(run.index(found.begin), text)
    elif found.separator is None and name not in _SHOW_NOTHING and found.text.strip():
        ledger.lose(part, "D14", "fields of which the file holds no result")


def _of_form(data: Element) -> str | None:
    box = data.find(W + "checkBox")
    if box is not None:
        own, first = box.find(W + "checked"), box.find(W + "default")
        return _BOXES[switched_on(own if own is not None else first)]
    chosen = data.find(W + "ddList")
    if chosen is None:
        return None
    entries = [val(entry) or "" for entry in chosen.iterfind(W + "listEntry")]
    own, first = chosen.find(W + "result"), chosen.find(W + "default")
    index = number(val(own if own is not None else first), 0)
    return entries[index] if index < len(entries) else None


def _take_out(element: Element) -> None:
    run = element.getparent()
    drop(element)
    drop_empty_run(run)


_MARKS = frozenset({W + "fldChar", W + "instrText", W + "delInstrText"})
_CONTENT = tuple(
    W + name
    for name in (
        "fldChar",
        "instrText",
        "delInstrText",
        "t",
        "tab",
        "br",
        "cr",
        "sym",
        "noBreakHyphen",
        "softHyphen",
        "drawing",
        "pict",
        "object",
        "footnoteReference",
        "endnoteReference",
    )
)
