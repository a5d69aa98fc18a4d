"""Copies what streams name: fonts, pictures, forms, patterns, graphics states; each once."""

from __future__ import annotations

from typing import Any

from redact.errors import LimitReached
from redact.formats.pdf.cleaning.fonts import FontUse, copy_font, is_drawn
from redact.formats.pdf.cleaning.images import ImageCopier
from redact.formats.pdf.cleaning.keys import keys
from redact.formats.pdf.cleaning.layers import Layers
from redact.formats.pdf.cleaning.objects import ObjectCopier, keep_once, named, put_plain
from redact.formats.pdf.cleaning.placing import Box

__all__ = ["PartCopier"]

_DEEPEST = 14  # forms within forms; the reader refuses more than twelve
_FAR = 1e9
_FORM = keys("/BBox /Matrix")


class PartCopier:
    """Copies the parts of one file into another, each part once."""

    def __init__(self, target: Any, root: Any, *, leaves_out_beyond: bool) -> None:
        self.target = target
        form = root.get("/AcroForm")
        # Fields may name fonts that stand with the form alone.
        self._shared = form.get("/DR") if form is not None else None
        self.leaves_out_beyond = leaves_out_beyond
        self.left_out = 0  # operators that showed text, in the pages written until now
        self.objects = ObjectCopier(target)
        self.images = ImageCopier(self.objects)
        self._layers = Layers(root)
        self._fonts: dict[Any, FontUse] = {}
        self._waiting: list[FontUse] = []
        self._others: dict[Any, Any] = {}
        self._forms: dict[Any, tuple[Any, frozenset[bytes]]] = {}
        self._depth = 0

    def is_shown(self, resources: Any, name: str) -> bool:
        """Tell whether the layer that the resources of a stream call so is shown."""
        return self._layers.shows(named(resources, "/Properties", name))

    def shows(self, thing: Any) -> bool:
        """Tell whether the layer of a form, a picture or an annotation is shown."""
        return self._layers.shows(thing.get("/OC"))

    def font(self, resources: Any, name: str) -> FontUse:
        """Give the use of a font; where it is missing, that of the font which readers show in its place."""
        import pikepdf

        source = named(resources, "/Font", name) or named(self._shared, "/Font", name)
        if not isinstance(source, pikepdf.Dictionary):
            source = pikepdf.Dictionary(Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
            return self._use(("missing", 0), source)
        return self.use_font(source)

    def use_font(self, source: Any) -> FontUse:
        """Give the use of a font of the source."""
        key = source.objgen if source.is_indirect else ("direct", bytes(source.unparse(resolved=True)))
        return self._use(key, source)

    def _use(self, key: Any, source: Any) -> FontUse:
        import pikepdf

        if key not in self._fonts:
            use = FontUse(source, self.target.make_indirect(pikepdf.Dictionary()))
            self._fonts[key] = use
            self._waiting.append(use)
        return self._fonts[key]

    def finish_fonts(self) -> None:
        """Fill in every font; call it when all pages are written. Drawn glyphs may use further fonts."""
        done: list[FontUse] = []
        while self._waiting:
            use = self._waiting.pop(0)
            done.append(use)
            if is_drawn(use.source):
                self._glyphs(use)
        for number, use in enumerate(done, start=1):
            copy_font(use, number, self.target)

    def _glyphs(self, use: FontUse) -> None:
        from redact.formats.pdf.cleaning.glyphs import copy_glyphs

        copy_glyphs(use, self)

    # ------------------------------------------------------------ what draws by itself

    def form(
        self, source: Any, inherited: Any, font: FontUse | None, mode: int
    ) -> tuple[Any, frozenset[bytes]]:
        """Copy a form.

        Args:
            inherited: resources of who draws it: it draws with these if it has none of its own.

        Returns: the copy, and the strings that it shows in the font it was called with.
        """
        own = source.get("/Resources")
        key = (source.objgen, None if own is not None else _identity(inherited), mode)
        if key not in self._forms:
            resources = inherited if own is None else own
            self._forms[key] = self._drawn(source, resources, font, mode)
        return self._forms[key]

    def _drawn(
        self, source: Any, resources: Any, font: FontUse | None, mode: int
    ) -> tuple[Any, frozenset[bytes]]:
        import pikepdf

        entries = pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        put_plain(source, entries, _FORM)
        group = self.group(source.get("/Group"), resources)
        if group is not None:
            entries["/Group"] = group
        return self.stream(source, resources, entries, font, mode)

    def stream(
        self, source: Any, resources: Any, entries: Any, font: FontUse | None = None, mode: int = 0
    ) -> tuple[Any, frozenset[bytes]]:
        """Write a stream of drawing again, with its resources and these entries."""
        from redact.formats.pdf.cleaning.streams import rewrite

        self._depth += 1
        if self._depth > _DEEPEST:
            raise LimitReached(
                "forms are drawn within forms deeper than in any report",
                "Open it in the program that made it, and save it as a new PDF.",
            )
        written = rewrite(source, resources, self, _box(source), font=font, mode=mode)
        self._depth -= 1
        copy = self.target.make_stream(written.content)
        for key, value in entries.items():
            copy[key] = value
        copy["/Resources"] = written.resources
        return copy, written.inherited

    def group(self, source: Any, resources: Any) -> Any:
        """Copy what a page or a form says of its transparency; None where it says nothing."""
        import pikepdf

        if not isinstance(source, pikepdf.Dictionary):
            return None
        copy = pikepdf.Dictionary()
        put_plain(source, copy, ["/S", "/I", "/K"])
        space = self.objects.space(source.get("/CS"), resources)
        if space is not None:
            copy["/CS"] = space
        return copy

    def state(self, source: Any, resources: Any) -> Any:
        """Copy a graphics state, its mask and its font with it."""
        return keep_once(self._others, source, lambda: self._state(source, resources))

    def _state(self, source: Any, resources: Any) -> Any:
        import pikepdf

        copy = self.objects.state(source)
        mask = source.get("/SMask")
        if isinstance(mask, pikepdf.Name):
            copy["/SMask"] = pikepdf.Name(str(mask))
        elif isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            copied = pikepdf.Dictionary(Type=pikepdf.Name.Mask)
            put_plain(mask, copied, ["/S", "/BC"])
            copied["/G"] = self.form(mask["/G"], resources, None, 0)[0]
            change = mask.get("/TR")
            function = pikepdf.Name(str(change)) if isinstance(change, pikepdf.Name) else None
            function = function if function is not None else self.objects.function(change)
            if function is not None:
                copied["/TR"] = function
            copy["/SMask"] = copied
        font = source.get("/Font")
        if isinstance(font, pikepdf.Array) and len(font) == 2:
            copy["/Font"] = pikepdf.Array([self.use_font(font[0]).copy, font[1]])
        return self.target.make_indirect(copy)

    def pattern(self, source: Any, resources: Any) -> Any:
        """Copy a pattern: a shading, or tiles that are drawn."""
        return keep_once(self._others, source, lambda: self._pattern(source, resources))

    def _pattern(self, source: Any, resources: Any) -> Any:
        import pikepdf

        if not isinstance(source, pikepdf.Stream):
            return self.objects.shading_pattern(source, resources)
        entries = pikepdf.Dictionary(Type=pikepdf.Name.Pattern)
        self.objects.tiling_entries(source, entries)
        return self.stream(source, source.get("/Resources", resources), entries)[0]


def _box(source: Any) -> Box:
    """Give what is seen of a form or a tile at most; of a glyph that is not known."""
    import pikepdf

    box = source.get("/BBox")
    if not isinstance(box, pikepdf.Array) or len(box) != 4:
        return (-_FAR, -_FAR, _FAR, _FAR)
    x0, y0, x1, y1 = (float(number) for number in box)
    return (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _identity(value: Any) -> Any:
    if value is None or value.is_indirect:
        return None if value is None else value.objgen
    return bytes(value.unparse())
