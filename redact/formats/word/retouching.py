"""Rewrite the texts that stand beside the text: attributes, properties, links, field codes, charts, diagrams.

The reader tells of such a text what it says and not where it stands, and tells it once for all places that
say the same. So every place that says it is rewritten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from redact.formats.targets import decoded_target
from redact.formats.word.attributes import unescaped
from redact.formats.word.markup import A, Element, W, asides, elements, local
from redact.formats.word.reading import Reading
from redact.values.edits import Rewriting

__all__ = ["retouch"]

_COPY = "{urn:schemas-microsoft-com:office:office}gfxdata"
_MIDNIGHT = "T00:00:00Z"
# Where the id of a style stands; Word makes it of the style's name, and the reader reads that alone.
_STYLED = frozenset(
    W + name
    for name in (
        *("pStyle", "rStyle", "tblStyle", "basedOn", "link", "next", "styleLink", "numStyleLink"),
        *("clickAndTypeStyle", "defaultTableStyle"),
    )
)
_SIGNS = re.compile(r"\W+")
_CODES = (W + "instrText", W + "delInstrText")


def retouch(reading: Reading, rewritings: Sequence[Rewriting], in_text: set[Element]) -> set[Element]:
    """Rewrite every place that says what one of these passages says.

    Args:
        in_text: the elements of passages whose places are known; they are left alone.

    Returns: the roots in which something was changed, or in which a note stood that is left out now.
    """
    if not rewritings:
        return set()
    new = {one.text: one.written for one in rewritings}
    ids = {_SIGNS.sub("", said): _SIGNS.sub("", written) for said, written in new.items()}
    touched: set[Element] = set()
    for name, root in reading.trees().items():
        changes = [_paragraphs(root, new, in_text), _codes(root, new)]
        for element in elements(root):
            changes += [_attributes(element, new), _texts(element, new, in_text), _style(element, ids)]
        # Notes in the XML were left out when it was parsed: to write it anew is to take them out.
        noted = name in reading.read_parts and any(
            text in new for text in asides(reading.parts.members[name])
        )
        if any(changes) or noted:
            touched.add(root)
    return touched


def _attributes(element: Element, new: dict[str, str]) -> bool:
    changed = False
    for key, value in list(element.attrib.items()):
        if key == _COPY:  # of a drawing, packed; Word makes it again from the drawing itself
            del element.attrib[key]
            changed = True
            continue
        written = _instead(str(value), new)
        if written is not None and written != value:
            element.set(key, written)
            changed = True
    return changed


def _style(element: Element, ids: dict[str, str]) -> bool:
    key = W + ("styleId" if element.tag == W + "style" else "val")
    if element.tag != W + "style" and element.tag not in _STYLED:
        return False
    written = ids.get(element.get(key) or "")
    if written:
        element.set(key, written)
    return bool(written)


def _instead(value: str, new: dict[str, str]) -> str | None:
    """Say what a value becomes; nothing where no passage says what it says."""
    for said in (value, value.strip(), " ".join(value.split())):
        if said in new:
            return new[said]
    if value.endswith(_MIDNIGHT) and value.removesuffix(_MIDNIGHT) in new:
        return new[value.removesuffix(_MIDNIGHT)]
    if "%" in value and (target := decoded_target(" ".join(value.split()))) in new:
        return new[target] if " " in value.strip() else new[target].replace(" ", "%20")
    if "_x" in value and (name := unescaped(value)) in new:
        return new[name].replace(" ", "_x0020_")
    if "," in value and any(single.strip() in new for single in value.split(",")):
        return ",".join(new.get(single.strip(), single) for single in value.split(","))
    return None


def _texts(element: Element, new: dict[str, str], in_text: set[Element]) -> bool:
    changed = False
    for what in ("text", "tail"):
        said = getattr(element, what) or ""
        if said.strip() in new and not (what == "text" and element in in_text):
            begins, ends = said[: len(said) - len(said.lstrip())], said[len(said.rstrip()) :]
            setattr(element, what, begins + new[said.strip()] + ends)
            changed = True
    return changed


def _paragraphs(root: Element, new: dict[str, str], in_text: set[Element]) -> bool:
    """Rewrite the paragraphs of drawings, charts and diagrams, which are told over their runs."""
    changed = False
    for paragraph in root.iter(A + "p"):
        runs = [below for below in elements(paragraph) if local(below) == "t" and below not in in_text]
        breaks = any(below.tag == A + "br" for below in elements(paragraph))
        said = "".join(run.text or "" for run in runs)
        if len(runs) > 1 and said in new and not breaks:
            runs[0].text = new[said]
            for run in runs[1:]:
                run.text = ""
            changed = True
        elif breaks and _broken(paragraph) in new:
            lines = new[_broken(paragraph)].split("\n")
            changed |= _lines(paragraph, lines)
    return changed


def _broken(paragraph: Element) -> str:
    return "".join(
        "\n" if below.tag == A + "br" else (below.text or "") if local(below) == "t" else ""
        for below in elements(paragraph)
    )


def _lines(paragraph: Element, lines: list[str]) -> bool:
    """Write one line between each two breaks, into the first run there."""
    at, written = 0, False
    for below in elements(paragraph):
        if below.tag == A + "br":
            at, written = at + 1, False
        elif local(below) == "t":
            below.text = "" if written or at >= len(lines) else lines[at]
            written = True
    return True


def _codes(root: Element, new: dict[str, str]) -> bool:
    """Rewrite the codes of fields, each of which may stand in several pieces."""
    changed = False
    for pieces in _fields(root):
        said = decoded_target(" ".join("".join(piece.text or "" for piece in pieces).split()))
        if said in new:
            pieces[0].text = f" {new[said]} "
            for piece in pieces[1:]:
                piece.text = ""
            changed = True
    return changed


def _fields(root: Element) -> Iterator[list[Element]]:
    """Give the pieces of the code of each field, and a piece that stands in no field by itself."""
    open_: list[tuple[list[Element], list[bool]]] = []
    for element in root.iter(W + "fldChar", *_CODES):
        if element.tag in _CODES:
            holder = next((pieces for pieces, shown in reversed(open_) if not shown), None)
            if holder is None:
                yield [element]
            else:
                holder.append(element)
            continue
        kind = element.get(W + "fldCharType")
        if kind == "begin":
            open_.append(([], []))
        elif kind == "separate" and open_:
            open_[-1][1].append(True)
        elif kind == "end" and open_:
            pieces = open_.pop()[0]
            if pieces:
                yield pieces
    yield from (pieces for pieces, _ in open_ if pieces)
