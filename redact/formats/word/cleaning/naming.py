"""Names of styles, lists, themes and fonts: those that programs bring stay, those that a person gave go."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.formats.word.cleaning.ledger import Ledger
from redact.formats.word.cleaning.shears import drop
from redact.formats.word.known_names import is_known_font, is_known_style
from redact.formats.word.markup import A, Element, R, W, local, val
from redact.values.text import Part

__all__ = ["StyleNames", "fonts_of", "rename_numbering", "rename_theme", "trim_fonts"]

_USES = frozenset(
    W + name
    for name in (
        "pStyle",
        "rStyle",
        "tblStyle",
        "basedOn",
        "next",
        "link",
        "styleLink",
        "numStyleLink",
        "clickAndTypeStyle",
        "defaultTableStyle",
    )
)
_FONT_ATTRIBUTES = tuple(W + name for name in ("ascii", "hAnsi", "cs", "eastAsia", "font"))


@dataclass(slots=True)
class StyleNames:
    """New ids and names of the styles of one document; ids that no style has are dropped where they stand."""

    _ids: dict[str, str] = field(default_factory=dict, repr=False)

    def rename(self, root: Element, ledger: Ledger) -> None:
        """Rename the styles in styles.xml."""
        taken: set[str] = set()
        own = 0
        for style in root.iterfind(W + "style"):
            name = val(style.find(W + "name")) or ""
            known = bool(name) and is_known_style(name)
            if known:
                new = (
                    "".join(piece[:1].upper() + piece[1:] for piece in name.split() if piece.isalnum())
                    or "Style"
                )
            else:
                own += 1
                new = f"Style{own}"
                self._name(style, new, name, ledger)
            ledger.made.add(name if known else new)
            new_id, count = new, 0
            while new_id in taken:
                count += 1
                new_id = f"{new}{count}"
            taken.add(new_id)
            ledger.made.add(new_id)
            old = style.get(W + "styleId")
            if old:
                self._ids.setdefault(old, new_id)
            style.set(W + "styleId", new_id)
            for aliases in style.findall(W + "aliases"):
                ledger.remove(Part.PROPERTY, "D51", "other names of styles", val(aliases) or "")
                drop(aliases)
        for latent in list(root.iter(W + "lsdException")):
            name = latent.get(W + "name") or ""
            if is_known_style(name):
                ledger.made.add(name)
            else:
                ledger.remove(Part.PROPERTY, "D51", "names of styles", name)
                drop(latent)

    def apply(self, root: Element) -> None:
        """Put the new ids where styles are used in one part."""
        for element in list(root.iter()):
            if element.tag not in _USES:
                continue
            new = self._ids.get(val(element) or "")
            if new is None:
                drop(element)
            else:
                element.set(W + "val", new)

    @staticmethod
    def _name(style: Element, new: str, old: str, ledger: Ledger) -> None:
        name = style.find(W + "name")
        if name is None:
            name = style.makeelement(W + "name")
            style.insert(0, name)
        name.set(W + "val", new)
        if old != new:
            ledger.remove(Part.PROPERTY, "D51", "names of styles", old)


def rename_numbering(root: Element, ledger: Ledger) -> None:
    """Take the names of lists and the numbers that tell whose list it was out of numbering.xml."""
    for tag, place, what in (
        (W + "name", "D51", "names of lists"),
        (W + "nsid", "D55", "numbers of lists"),
        (W + "tmpl", "D55", "numbers of lists"),
    ):
        for element in list(root.iter(tag)):
            ledger.remove(Part.PROPERTY, place, what, val(element) or "")
            drop(element)


def rename_theme(root: Element, ledger: Ledger) -> None:
    """Call a theme and its schemes Office, and take out what only an author's menu shows."""
    for element in root.iter(
        A + "theme", A + "clrScheme", A + "fontScheme", A + "fmtScheme", A + "extraClrScheme"
    ):
        old = element.get("name") or ""
        if old not in ("", "Office", "Office Theme"):
            ledger.remove(Part.PROPERTY, "D51", "names of themes", old)
        element.set("name", "Office")
    ledger.made.add("Office")
    for child in list(root):
        if local(child) in ("objectDefaults", "extraClrSchemeLst", "custClrLst", "extLst"):
            drop(child)
    for font in root.iter():
        ledger.made.add(font.get("typeface") or "")


def fonts_of(root: Element) -> set[str]:
    """List the fonts that the text of one part asks for."""
    return {
        name
        for element in root.iter(W + "rFonts", W + "sym")
        for attribute in _FONT_ATTRIBUTES
        if (name := element.get(attribute))
    }


def trim_fonts(root: Element, used: set[str], ledger: Ledger) -> None:
    """Leave in fontTable.xml the fonts that programs bring or that text asks for; no file of a font stays."""
    for font in list(root.iterfind(W + "font")):
        name = font.get(W + "name") or ""
        if name not in used and not is_known_font(name):
            ledger.remove(Part.PROPERTY, "D51", "names of fonts", name)
            drop(font)
            continue
        for child in list(font):
            other = val(child) or "" if child.tag == W + "altName" else ""
            if child.get(R + "id") is not None:
                ledger.remove(Part.PROPERTY, "D51", "embedded fonts")
                drop(child)
            elif other and not is_known_font(other.replace(",", ";")):
                ledger.remove(Part.PROPERTY, "D51", "names of fonts", other)
                drop(child)
            elif other:
                ledger.made.add(other)
