"""The resources of one stream, each under a name of ours: the names of the source may say anything."""

from __future__ import annotations

from typing import Any

from redact.formats.pdf.cleaning.fonts import FontUse
from redact.formats.pdf.cleaning.objects import DEVICE_SPACES, named
from redact.formats.pdf.cleaning.parts import PartCopier
from redact.formats.pdf.cleaning.placing import Box

__all__ = ["Names"]

_DEFAULTS = ("/DefaultGray", "/DefaultRGB", "/DefaultCMYK")


class Names:
    """The resources of one stream as they are named: each name of the source once, under a name of ours."""

    def __init__(self, parts: PartCopier) -> None:
        import pikepdf

        self._parts = parts
        self._given: dict[tuple[str, Any], Any] = {}
        self._counts: dict[str, int] = {}
        self.resources = pikepdf.Dictionary()

    def font(self, use: FontUse) -> Any:
        """Name a font."""
        return self._once("/Font", use.copy.objgen, lambda: use.copy)

    def space(self, name: Any, resources: Any) -> Any:
        """Name a colour space; those that every reader knows keep their names. None where there is none."""
        import pikepdf

        if str(name) in DEVICE_SPACES:
            return pikepdf.Name(DEVICE_SPACES[str(name)])
        return self._once("/ColorSpace", str(name), lambda: self._parts.objects.space(name, resources))

    def pattern(self, name: str, resources: Any) -> Any:
        """Name a pattern; None where there is none."""
        source = named(resources, "/Pattern", name)
        if source is None:
            return None
        return self._once("/Pattern", name, lambda: self._parts.pattern(source, resources))

    def shading(self, name: str, resources: Any) -> Any:
        """Name a shading; None where there is none."""
        source = named(resources, "/Shading", name)
        return self._once("/Shading", name, lambda: self._parts.objects.shading(source, resources))

    def state(self, name: str, resources: Any) -> tuple[Any, FontUse | None] | None:
        """Name a graphics state, and give the font that it sets; None where there is none."""
        import pikepdf

        source = named(resources, "/ExtGState", name)
        if not isinstance(source, pikepdf.Dictionary):
            return None
        font = source.get("/Font")
        use = self._parts.use_font(font[0]) if isinstance(font, pikepdf.Array) and len(font) == 2 else None
        reference = self._once("/ExtGState", name, lambda: self._parts.state(source, resources))
        return reference, use

    def is_picture(self, name: str, resources: Any) -> bool:
        """Tell whether a name stands for a picture."""
        source = named(resources, "/XObject", name)
        return source is not None and bool(source.get("/Subtype") == "/Image")

    def picture(self, name: str, resources: Any, part: Box | None) -> tuple[Any, Box | None] | None:
        """Name a picture, or the part of it that is seen; None where it is not shown."""
        source = named(resources, "/XObject", name)
        return self._pixels(source, resources, part) if self._parts.shows(source) else None

    def inline(self, image: Any, resources: Any, part: Box | None) -> tuple[Any, Box | None] | None:
        """Make a picture object of a picture that stands in the stream itself, and name it."""
        source = self._parts.target.make_stream(image.read_raw_bytes())
        for key, value in image.obj.items():
            if key not in ("/Length", "/L"):
                source[key] = value
        return self._pixels(source, resources, part)

    def _pixels(self, source: Any, resources: Any, part: Box | None) -> tuple[Any, Box | None] | None:
        found = self._parts.images.image(source, resources, part)
        if found is None:
            return None
        copy, kept = found
        return self._once("/XObject", copy.objgen, lambda: copy), kept

    def form(
        self, name: str, resources: Any, font: FontUse | None, mode: int
    ) -> tuple[Any, frozenset[bytes]] | None:
        """Name a form, and give what it shows in the font it is called with; None where it is not shown."""
        import pikepdf

        source = named(resources, "/XObject", name)
        if not isinstance(source, pikepdf.Stream) or source.get("/Subtype") != "/Form":
            return None
        if not self._parts.shows(source):
            return None
        form, inherited = self._parts.form(source, resources, font, mode)
        return self._once("/XObject", form.objgen, lambda: form), inherited

    def defaults(self, resources: Any) -> None:
        """Copy the colour spaces that stand for those of the device, which nothing names."""
        for name in _DEFAULTS:
            source = named(resources, "/ColorSpace", name)
            copy = None if source is None else self._parts.objects.space(source, resources)
            if copy is not None:
                self._table("/ColorSpace")[name] = copy

    def _once(self, kind: str, key: Any, make: Any) -> Any:
        import pikepdf

        if (kind, key) not in self._given:
            copy = make()
            if copy is None:
                self._given[kind, key] = None
            else:
                self._counts[kind] = self._counts.get(kind, 0) + 1
                name = f"/{kind[1]}{self._counts[kind]}"
                self._table(kind)[name] = copy
                self._given[kind, key] = name
        name = self._given[kind, key]
        return None if name is None else pikepdf.Name(name)

    def _table(self, kind: str) -> Any:
        import pikepdf

        if kind not in self.resources:
            self.resources[kind] = pikepdf.Dictionary()
        return self.resources[kind]
