"""Copies what pages are drawn with, key by key: states, colour spaces, patterns, shadings, functions.

Only keys on the lists below are carried over, with numbers, names and objects of kinds that are known; no
string of the source is. What is indirect is copied once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from redact.formats.pdf.cleaning.keys import keys
from redact.formats.pdf.cleaning.profiles import stripped_profile

__all__ = ["DEVICE_SPACES", "ObjectCopier", "components", "keep_once", "named", "plain", "put_plain"]

# Also as inline pictures shorten them.
DEVICE_SPACES = {
    "/DeviceGray": "/DeviceGray", "/DeviceRGB": "/DeviceRGB", "/DeviceCMYK": "/DeviceCMYK",
    "/Pattern": "/Pattern", "/G": "/DeviceGray", "/RGB": "/DeviceRGB", "/CMYK": "/DeviceCMYK",
    "/CalCMYK": "/DeviceCMYK",
}  # fmt: skip
_COMPONENTS = {"/DeviceGray": 1, "/DeviceRGB": 3, "/DeviceCMYK": 4, "/CalGray": 1, "/CalRGB": 3, "/Lab": 3}
_COLORANTS = frozenset({"/All", "/None", "/Cyan", "/Magenta", "/Yellow", "/Black"})
_STATE = keys("/LW /LC /LJ /ML /D /RI /OP /op /OPM /FL /SM /SA /BM /CA /ca /AIS /TK")
_SHADING = keys(
    "/ShadingType /Background /BBox /AntiAlias /Domain /Matrix /Coords /Extend /BitsPerCoordinate "
    "/BitsPerComponent /BitsPerFlag /Decode /VerticesPerRow"
)
_FUNCTION = keys(
    "/FunctionType /Domain /Range /Size /BitsPerSample /Order /Encode /Decode /C0 /C1 /N /Bounds"
)
_TILING = keys("/PatternType /PaintType /TilingType /BBox /XStep /YStep /Matrix")
_MOST_NESTED = 12
_CALCULATOR = re.compile(rb"[{}]|[-+]?(?:\d+\.?\d*|\.\d+)|[a-z]+")
_COMMENT = re.compile(rb"%[^\r\n]*")


def plain(value: Any, depth: int = 0) -> Any:
    """Copy a number, a truth value, a name, or an array of these; None for anything else."""
    from decimal import Decimal

    import pikepdf

    if isinstance(value, bool | int | float | Decimal):
        return value
    if isinstance(value, pikepdf.Name):
        return pikepdf.Name(str(value))
    if isinstance(value, pikepdf.Array) and depth < _MOST_NESTED:
        copies = [plain(item, depth + 1) for item in value]
        return pikepdf.Array([copy for copy in copies if copy is not None])
    return None


def put_plain(source: Any, target: Any, wanted: Iterable[str]) -> None:
    """Copy the entries of some keys, where they are plain."""
    for key in wanted:
        copy = plain(source.get(key))
        if copy is not None:
            target[key] = copy


def keep_once(memo: dict[Any, Any], source: Any, make: Callable[[], Any], *, also: Any = None) -> Any:
    """Give the copy of an indirect object that was made before; else make it, and keep it."""
    if not getattr(source, "is_indirect", False):
        return make()
    key = (source.objgen, also)
    if key not in memo:
        memo[key] = make()
    return memo[key]


def components(space: Any) -> int:
    """Give the number of components of a colour in a copied colour space; 1 where it is not known."""
    import pikepdf

    if isinstance(space, pikepdf.Name):
        return _COMPONENTS.get(str(space), 1)
    if not isinstance(space, pikepdf.Array) or len(space) == 0:
        return 1
    family = str(space[0])
    if family == "/ICCBased":
        return int(space[1].get("/N", 3))
    return len(space[1]) if family == "/DeviceN" else _COMPONENTS.get(family, 1)


def named(resources: Any, kind: str, name: str) -> Any:
    """Give what a name stands for in one table of some resources; None where it stands for nothing."""
    import pikepdf

    table = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    return table.get(name) if isinstance(table, pikepdf.Dictionary) else None


class ObjectCopier:
    """Copies objects into one new pdf."""

    def __init__(self, target: Any) -> None:
        self.target = target
        self._spaces: dict[Any, Any] = {}
        self._functions: dict[Any, Any] = {}
        self._shadings: dict[Any, Any] = {}

    # ------------------------------------------------------------ colours

    def space(self, value: Any, resources: Any, depth: int = 0) -> Any:
        """Copy a colour space, or what its name stands for; None where it is none."""
        import pikepdf

        if depth > _MOST_NESTED:
            return None
        if isinstance(value, pikepdf.Name):
            if str(value) in DEVICE_SPACES:
                return pikepdf.Name(DEVICE_SPACES[str(value)])
            found = named(resources, "/ColorSpace", str(value))
            return None if found is None else self.space(found, None, depth + 1)
        if not isinstance(value, pikepdf.Array) or len(value) == 0:
            return None
        return keep_once(self._spaces, value, lambda: self._family(list(value), resources, depth + 1))

    def _family(self, parts: list[Any], resources: Any, depth: int) -> Any:
        import pikepdf

        family = str(parts[0])
        if len(parts) == 1:
            return self.space(parts[0], resources, depth)
        if family in ("/CalGray", "/CalRGB", "/Lab") and isinstance(parts[1], pikepdf.Dictionary):
            entries = pikepdf.Dictionary()
            put_plain(parts[1], entries, ["/WhitePoint", "/BlackPoint", "/Gamma", "/Matrix", "/Range"])
            return pikepdf.Array([pikepdf.Name(family), entries])
        if family == "/ICCBased" and isinstance(parts[1], pikepdf.Stream):
            return self._profile(parts[1], resources, depth)
        base = self.space(parts[1], resources, depth)
        if family == "/Pattern":
            return None if base is None else pikepdf.Array([pikepdf.Name.Pattern, base])
        if family in ("/Indexed", "/I") and len(parts) >= 4 and base is not None:
            return self._indexed(base, parts)
        if family in ("/Separation", "/DeviceN") and len(parts) >= 4:
            alternate, tint = self.space(parts[2], resources, depth), self.function(parts[3])
            if alternate is not None and tint is not None:
                return pikepdf.Array([pikepdf.Name(family), _colorants(parts[1]), alternate, tint])
        return None

    def _profile(self, source: Any, resources: Any, depth: int) -> Any:
        import pikepdf

        stream = self.target.make_stream(stripped_profile(source.read_bytes()))
        put_plain(source, stream, ["/N", "/Range"])
        alternate = self.space(source.get("/Alternate"), resources, depth)
        if alternate is not None:
            stream["/Alternate"] = alternate
        return pikepdf.Array([pikepdf.Name.ICCBased, stream])

    def _indexed(self, base: Any, parts: list[Any]) -> Any:
        import pikepdf

        highest = max(0, min(255, int(parts[2])))
        lookup = parts[3]
        data = lookup.read_bytes() if isinstance(lookup, pikepdf.Stream) else bytes(lookup)
        colours = self.target.make_stream(data[: (highest + 1) * components(base)])
        return pikepdf.Array([pikepdf.Name.Indexed, base, highest, colours])

    # ------------------------------------------------------------ functions and shadings

    def function(self, value: Any, depth: int = 0) -> Any:
        """Copy a function, or an array of functions; None where it is none."""
        import pikepdf

        if depth > _MOST_NESTED:
            return None
        if isinstance(value, pikepdf.Array):
            copies = [self.function(one, depth + 1) for one in value]
            return None if any(copy is None for copy in copies) else pikepdf.Array(copies)
        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            return None
        return keep_once(self._functions, value, lambda: self._function(value, depth))

    def _function(self, source: Any, depth: int) -> Any:
        import pikepdf

        if isinstance(source, pikepdf.Stream):
            data = source.read_bytes()
            if source.get("/FunctionType") == 4:
                data = b" ".join(_CALCULATOR.findall(_COMMENT.sub(b" ", data)))
            copy = self.target.make_stream(data)
        else:
            copy = pikepdf.Dictionary()
            inner = self.function(source.get("/Functions"), depth + 1)
            if inner is not None:
                copy["/Functions"] = inner
        put_plain(source, copy, _FUNCTION)
        return copy if isinstance(copy, pikepdf.Stream) else self.target.make_indirect(copy)

    def shading(self, value: Any, resources: Any) -> Any:
        """Copy a shading; None where it is none."""
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            return None
        return keep_once(self._shadings, value, lambda: self._shading(value, resources))

    def _shading(self, source: Any, resources: Any) -> Any:
        import pikepdf

        packed = isinstance(source, pikepdf.Stream)
        copy = self.target.make_stream(source.read_bytes()) if packed else pikepdf.Dictionary()
        put_plain(source, copy, _SHADING)
        space = self.space(source.get("/ColorSpace"), resources)
        if space is None:
            return None
        copy["/ColorSpace"] = space
        function = self.function(source.get("/Function"))
        if function is not None:
            copy["/Function"] = function
        return copy if packed else self.target.make_indirect(copy)

    def state(self, source: Any) -> Any:
        """Copy a graphics state but for its font and its mask, which whoever reads the stream copies."""
        import pikepdf

        copy = pikepdf.Dictionary()
        put_plain(source, copy, _STATE)
        for key in ("/TR", "/TR2", "/BG", "/BG2", "/UCR", "/UCR2"):
            value = source.get(key)
            copied = plain(value) if isinstance(value, pikepdf.Name) else self.function(value)
            if copied is not None:
                copy[key] = copied
        return copy

    def shading_pattern(self, source: Any, resources: Any) -> Any:
        """Copy a pattern that is a shading; None where its shading cannot be copied."""
        import pikepdf

        shading = self.shading(source.get("/Shading"), resources)
        if shading is None:
            return None
        copy = pikepdf.Dictionary(PatternType=2, Shading=shading)
        put_plain(source, copy, ["/Matrix"])
        if isinstance(source.get("/ExtGState"), pikepdf.Dictionary):
            copy["/ExtGState"] = self.state(source["/ExtGState"])
        return self.target.make_indirect(copy)

    @staticmethod
    def tiling_entries(source: Any, copy: Any) -> None:
        """Copy the entries of a tiling pattern beside its drawing."""
        put_plain(source, copy, _TILING)


def _colorants(value: Any) -> Any:
    """Give colorants names of ours, but for those that every device knows: the tint function draws them."""
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return pikepdf.Array([_colorant(name, at) for at, name in enumerate(value, start=1)])
    return _colorant(value, 1)


def _colorant(name: Any, number: int) -> Any:
    import pikepdf

    return pikepdf.Name(str(name)) if str(name) in _COLORANTS else pikepdf.Name(f"/Spot{number}")
