"""Content controls that are bound to data: what Word will put in their place when the file is opened.

The path to the datum is walked by hand, name by name: an XPath of a document's own is a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.formats.word.attributes import plain_value
from redact.formats.word.markup import Element, W, elements, local
from redact.formats.word.reading import Reading
from redact.formats.word.saying import visible_text
from redact.values.text import Part

__all__ = ["read_bindings"]

_BOUND = (W + "dataBinding", "{http://schemas.microsoft.com/office/word/2012/wordml}dataBinding")
_STEP = re.compile(r"/(@?)(?:[\w.-]+:)?([\w.-]+|\*)(?:\[([0-9]{1,4})\])?")
_WHOLE = re.compile(rf"(?:{_STEP.pattern})+")
_STORE = "{http://schemas.openxmlformats.org/officeDocument/2006/customXml}itemID"
# Stores that every document has, by the ids that Word gives them.
_BUILT_IN = {
    "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}": "core-properties+xml",
    "{6668398D-A668-4E3E-A75B-62EB855841F1}": "extended-properties+xml",
}


def read_bindings(reading: Reading) -> None:
    """Keep each datum to which a control is bound that shows something else."""
    stores = _stores(reading)
    for root in list(reading.trees().values()):
        for binding in root.iter(*_BOUND):
            store = stores.get(binding.get(W + "storeItemID", "").upper())
            control = next(binding.iterancestors(W + "sdt"), None)
            if store is None or control is None:
                continue
            shown = visible_text(control)
            for element, text in _found(store, binding.get(W + "xpath", "")):
                if "".join(text.split()) != shown and not plain_value(text):
                    reading.later(text, Part.HIDDEN_TEXT, "D12")
                    if element is not None:
                        reading.take(element)


def _stores(reading: Reading) -> dict[str, Element]:
    """Find the data of the document by the ids of their stores."""
    parts = reading.parts
    found: dict[str, Element] = {}
    for source, relations in parts.relations.items():
        for relation in relations:
            properties = parts.named(relation.target) if relation.kind == "customXmlProps" else None
            if properties is not None and source in parts.members:
                found[reading.tree(properties).get(_STORE, "").upper()] = reading.tree(source)
    for id_, ending in _BUILT_IN.items():
        for name in parts.of_type(ending):
            found[id_] = reading.tree(name)
    return found


def _found(root: Element, path: str) -> Iterator[tuple[Element | None, str]]:
    """Walk a path of names and numbers; of an attribute only its value is given."""
    if not _WHOLE.fullmatch(path):
        return
    here = [root]
    for number, (attribute, name, place) in enumerate(_STEP.findall(path)):
        if attribute:
            values = [(None, str(v)) for e in here for k, v in e.attrib.items() if _is(str(k), name)]
            yield from values
            return
        if number == 0:
            here = [element for element in here if _is(local(element), name)]
            continue
        below = [[child for child in element if _is(local(child), name)] for element in here]
        at = int(place or 1) - 1
        here = [children[at] for children in below if 0 <= at < len(children)]
    for element in here:
        yield element, "".join(inner.text or "" for inner in elements(element))


def _is(found: str, name: str) -> bool:
    return name == "*" or found.rpartition("}")[2] == name
