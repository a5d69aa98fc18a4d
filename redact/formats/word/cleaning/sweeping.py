"""The last walk over a part: only vocabularies, attributes and values that Word's own files have stay.

It errs to taking out: an attribute that this list does not know is dropped and counted. Text stands only in
the elements that hold text.
"""

from __future__ import annotations

from lxml import etree

from redact.formats.word.cleaning.ledger import Ledger, text_of
from redact.formats.word.cleaning.names import CHART, IGNORABLE, NAMESPACES, PREFIXES
from redact.formats.word.cleaning.shears import drop, drop_empty_run, forget
from redact.formats.word.cleaning.vocabulary import (
    EDITING,
    NAMED,
    SETTING_OF_SHAPES,
    STYLE_OF_SHAPES,
    TEXT,
    VALUES_LOOKED_AT,
    WORD_ATTRIBUTES,
    is_common,
    is_plain,
)
from redact.formats.word.known_names import is_known_font
from redact.formats.word.markup import MC, Element, R, V, W, local
from redact.values.text import Part

__all__ = ["in_our_vocabulary", "sweep"]

_CHART_TEXT = frozenset({CHART + "separator", CHART + "name", f"{{{NAMESPACES['cx']}}}pt"})
_XML = "http://www.w3.org/XML/1998/namespace"


def sweep(root: Element, part: Part, ledger: Ledger) -> None:
    """Take out elements of other vocabularies, text outside of texts, and attributes that nobody knows."""
    for element in list(root.iter()):
        namespace = etree.QName(element).namespace or ""
        if namespace not in PREFIXES:
            ledger.remove(part, "D68", "elements of other vocabularies", text_of(element), _all_text(element))
            parent = element.getparent()
            drop(element)
            drop_empty_run(parent)
            continue
        _sweep_text(element, part, ledger)
        for key, value in list(element.attrib.items()):
            if str(key).startswith(MC):  # which prefixes may be passed over: told anew at the root
                del element.attrib[key]
                ledger.take([str(value)])
            elif not _stays(element, str(key), str(value)):
                del element.attrib[key]
                place, what = _what(str(key))
                ledger.remove(part, place, what, str(value))
            elif not is_common(
                str(value)
            ):  # let stay by its name or its rare form: no leak, whoever reads it
                ledger.made.add(str(value).strip())
        if element.tag == V + "shape" or element.get("style"):
            _sweep_style(element, part, ledger)
        _note_fonts(element, ledger)


def in_our_vocabulary(root: Element) -> Element:
    """Give the same tree with our prefixes only, so that no declaration of a name says anything."""
    new = etree.Element(
        str(root.tag), {str(key): str(value) for key, value in root.attrib.items()}, nsmap=NAMESPACES
    )
    new.text = None
    for child in list(root):
        new.append(child)
    used = {etree.QName(below).namespace for below in new.iter()}
    used |= {etree.QName(str(key)).namespace for below in new.iter() for key in below.attrib}
    passed_over = [prefix for prefix in IGNORABLE if NAMESPACES[prefix] in used]
    needed = {word for choice in new.iter(MC + "Choice") for word in (choice.get("Requires") or "").split()}
    forget(new, MC + "Ignorable")
    if passed_over:
        new.set(MC + "Ignorable", " ".join(passed_over))
    etree.cleanup_namespaces(new, keep_ns_prefixes=[*passed_over, *sorted(needed)])
    return new


def _stays(element: Element, key: str, value: str) -> bool:
    namespace, _, name = key[1:].rpartition("}") if key.startswith("{") else ("", "", key)
    own = local(element)
    if namespace and namespace != _XML and namespace not in PREFIXES:
        return False
    if EDITING.match(name) or (namespace == W[1:-1] and name not in WORD_ATTRIBUTES):
        return False
    if namespace == R[1:-1]:
        return value.startswith("rId")  # given by us: every other one was taken out
    if name == "val" and own in VALUES_LOOKED_AT:
        return True
    if name == "name" and (own in NAMED or (own == "compatSetting" and value.isalnum() and value.isascii())):
        return True
    return is_plain(name, value)


def _what(key: str) -> tuple[str, str]:
    name = key.rpartition("}")[2]
    if name in ("author", "initials", "date", "dateUtc"):
        return "D40", "names and dates of authors"
    if EDITING.match(name):
        return "D55", "numbers of editing sessions"
    return "D68", "attributes that Word does not have"


def _sweep_text(element: Element, part: Part, ledger: Ledger) -> None:
    holds_text = local(element) in TEXT or element.tag in _CHART_TEXT
    for text in (None if holds_text else element.text, element.tail):
        if text and text.strip():
            ledger.remove(part, "D68", "texts outside of the text", text)
    if not holds_text:
        element.text = None
    element.tail = None


def _sweep_style(element: Element, part: Part, ledger: Ledger) -> None:
    """Leave of a shape's style what says where and how large it is."""
    kept = []
    for entry in (element.get("style") or "").split(";"):
        name, _, value = entry.partition(":")
        if name.strip().lower() == "font-family" and is_known_font(value.strip().strip("\"'")):
            ledger.made.add(value.strip())
            kept.append(entry.strip())
        elif STYLE_OF_SHAPES.match(name.strip().lower()) and SETTING_OF_SHAPES.match(value.strip().lower()):
            kept.append(entry.strip())
        elif entry.strip():
            ledger.remove(part, "D68", "attributes that Word does not have", value)
    if kept:
        element.set("style", ";".join(kept))
    else:
        forget(element, "style")


def _note_fonts(element: Element, ledger: Ledger) -> None:
    """Note the fonts that text asks for: they are what a reader sees, whatever else they are called after."""
    for name in ("ascii", "hAnsi", "cs", "eastAsia", "font"):
        ledger.made.add(element.get(W + name) or "")
    ledger.made.add(element.get("typeface") or "")


def _all_text(element: Element) -> str:
    return "\n".join(str(text) for text in element.itertext())
