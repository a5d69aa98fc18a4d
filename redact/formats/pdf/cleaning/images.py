"""Copies pictures with the pixels that are seen and nothing else.

Pixels that are packed without loss are unpacked, cut to their true number and packed anew; a JPEG and a
JPEG 2000 keep their pixels and lose every marker that is not needed to decode them. A picture of which a part
is seen is cut to that part, and where a mask makes a pixel wholly transparent it is made black, if it can be
unpacked; else it is counted. What remains: fax and JBIG2 data are carried over as they are.
"""

from __future__ import annotations

import base64
import zlib
from dataclasses import dataclass, field
from typing import Any

from redact.errors import LimitReached
from redact.formats.pdf.cleaning.cutting import (
    Cut,
    blacken_unseen,
    cut_box,
    cut_out,
    row_bytes,
    unit_box,
    unpacked_jpeg,
)
from redact.formats.pdf.cleaning.keys import keys
from redact.formats.pdf.cleaning.markers import stripped_jpeg, stripped_jpeg2000
from redact.formats.pdf.cleaning.objects import ObjectCopier, plain, put_plain
from redact.formats.pdf.cleaning.placing import Box
from redact.formats.pictures import MAX_PIXELS

__all__ = ["ImageCopier"]

_ENTRIES = keys("/Width /Height /ImageMask /BitsPerComponent /Decode /Interpolate /Intent")
_FAX = keys("/K /Columns /Rows /BlackIs1 /EncodedByteAlign /EndOfLine /EndOfBlock /DamagedRowsBeforeError")
_LOSSLESS = frozenset({"/FlateDecode", "/LZWDecode", "/RunLengthDecode", "/ASCII85Decode", "/ASCIIHexDecode"})
_SHORT = {
    "/Fl": "/FlateDecode", "/LZW": "/LZWDecode", "/RL": "/RunLengthDecode", "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode", "/DCT": "/DCTDecode", "/CCF": "/CCITTFaxDecode",
}  # fmt: skip
_TOO_LARGE = "Save the pages again from the program that made them, with smaller pictures."


@dataclass(slots=True)
class _Pixels:
    """A picture on its way: its entries, its data, and the filter that the data is still packed with."""

    entries: Any
    data: bytes = field(repr=False)
    packed: str | None
    parameters: Any

    def unpack(self) -> bool:
        """Unpack a JPEG; tell whether the data are plain samples now."""
        if self.packed == "/DCTDecode" and "/ColorTransform" not in self.parameters:
            samples = unpacked_jpeg(self.data, self.entries)
            if samples is not None:
                self.data, self.packed = samples, None
        return self.packed is None

    def cut(self, cut: Cut) -> Cut:
        """Keep the pixels of a cut alone; the data are plain samples."""
        self.data, kept = cut_out(self.data, self.entries, cut)
        self.entries["/Width"], self.entries["/Height"] = kept[1] - kept[0], kept[3] - kept[2]
        return kept


class ImageCopier:
    """Copies pictures into one new pdf, each part of each once; counts those that keep unseen pixels."""

    def __init__(self, objects: ObjectCopier) -> None:
        self._objects = objects
        self._copies: dict[Any, tuple[Any, Box | None] | None] = {}
        self.uncut = 0

    def image(self, source: Any, resources: Any, part: Box | None) -> tuple[Any, Box | None] | None:
        """Copy a picture, its mask with it.

        Args:
            part: of the picture's unit square, that is seen; None where that is not known.

        Returns: the copy, and the part that it holds where that is not the whole; None for what is no
        picture or is not seen at all.

        Raises LimitReached for one that is larger than any picture of a report.
        """
        width, height = int(source.get("/Width", 0)), int(source.get("/Height", 0))
        if width <= 0 or height <= 0:
            return None
        if width * height > MAX_PIXELS:
            raise LimitReached("a picture of the file is larger than any report needs", _TOO_LARGE)
        cut = cut_box(part, width, height)
        if cut is not None and cut[0] == cut[1]:
            return None
        if not source.is_indirect:
            return self._copy(source, resources, cut)
        if (source.objgen, cut) not in self._copies:
            self._copies[source.objgen, cut] = self._copy(source, resources, cut)
        return self._copies[source.objgen, cut]

    def _copy(self, source: Any, resources: Any, cut: Cut | None) -> tuple[Any, Box | None]:
        import pikepdf

        size = (int(source["/Width"]), int(source["/Height"]))
        soft, hard = source.get("/SMask"), source.get("/Mask")
        key = "/SMask" if isinstance(soft, pikepdf.Stream) else "/Mask"
        over = soft if key == "/SMask" else hard
        picture = self._read(source, resources)
        mask = self._read(over, resources) if isinstance(over, pikepdf.Stream) else None
        kept = None
        if cut is not None:
            kept = self._cut(picture, mask, cut)
            self.uncut += kept is None
        if mask is not None and key == "/SMask":
            put_plain(over, mask.entries, ["/Matte"])
            self._blacken(picture, mask)
        copy = self._stream(picture)
        if mask is not None:
            copy[key] = self._stream(mask)
        elif isinstance(hard, pikepdf.Array):
            copy["/Mask"] = plain(hard)
        return copy, None if kept is None else unit_box(kept, *size)

    def _cut(self, picture: _Pixels, mask: _Pixels | None, cut: Cut) -> Cut | None:
        """Cut a picture and its mask alike; None where one of them cannot be cut."""
        entries = [picture.entries] + ([mask.entries] if mask else [])
        if len({(int(one["/Width"]), int(one["/Height"])) for one in entries}) > 1:
            return None
        if not picture.unpack() or (mask is not None and not mask.unpack()):
            return None
        if mask is None:
            return picture.cut(cut)
        # Both to whole bytes: the mask may have one bit where the picture has eight.
        width = int(picture.entries["/Width"])
        cut = (cut[0] // 8 * 8, min(width, -(-cut[1] // 8) * 8), cut[2], cut[3])
        mask.cut(cut)
        return picture.cut(cut)

    def _blacken(self, picture: _Pixels, mask: _Pixels) -> None:
        # A JPEG is unpacked only where there is something to hide under its mask.
        if not mask.unpack() or (mask.data and min(mask.data) > 0):
            return
        if picture.unpack():
            picture.data = blacken_unseen(picture.data, picture.entries, mask.data, mask.entries)
        else:
            self.uncut += 1

    def _read(self, source: Any, resources: Any) -> _Pixels:
        import pikepdf

        entries = pikepdf.Dictionary(Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        put_plain(source, entries, _ENTRIES)
        space = self._objects.space(source.get("/ColorSpace"), resources)
        if space is not None:
            entries["/ColorSpace"] = space
        filters = _filters(source)
        kept = pikepdf.Dictionary()
        if all(name in _LOSSLESS for name in filters):
            size = row_bytes(entries, int(entries["/Width"])) * int(entries["/Height"])
            data = source.read_bytes(pikepdf.StreamDecodeLevel.specialized)
            return _Pixels(entries, data[:size], None, kept)
        data, packed = _unwrapped(source, filters[:-1]), filters[-1]
        parameters = _parameters(source, len(filters) - 1)
        if packed == "/DCTDecode":
            data = stripped_jpeg(data)
            put_plain(parameters, kept, ["/ColorTransform"])
        elif packed == "/JPXDecode":
            data = stripped_jpeg2000(data)
            put_plain(source, entries, ["/SMaskInData"])
        elif packed == "/CCITTFaxDecode":
            put_plain(parameters, kept, _FAX)
        elif packed == "/JBIG2Decode" and isinstance(parameters.get("/JBIG2Globals"), pikepdf.Stream):
            shared = parameters["/JBIG2Globals"].read_bytes()
            kept["/JBIG2Globals"] = self._objects.target.make_stream(shared)
        return _Pixels(entries, data, packed, kept)

    def _stream(self, pixels: _Pixels) -> Any:
        import pikepdf

        copy = self._objects.target.make_stream(pixels.data)
        for key, value in pixels.entries.items():
            copy[key] = value
        if pixels.packed is not None:
            copy["/Filter"] = pikepdf.Name(pixels.packed)
            if len(pixels.parameters):
                copy["/DecodeParms"] = pixels.parameters
        return copy


def _filters(source: Any) -> list[str]:
    import pikepdf

    value = source.get("/Filter")
    names = list(value) if isinstance(value, pikepdf.Array) else [value] if value is not None else []
    return [_SHORT.get(str(name), str(name)) for name in names]


def _parameters(source: Any, number: int) -> Any:
    import pikepdf

    value = source.get("/DecodeParms", source.get("/DP"))
    if isinstance(value, pikepdf.Array):
        value = value[number] if number < len(value) else None
    return value if isinstance(value, pikepdf.Dictionary) else pikepdf.Dictionary()


def _unwrapped(source: Any, wrappers: list[str]) -> bytes:
    """Take off what a picture was wrapped in after it was encoded: letters for mail, or Flate."""
    data = bytes(source.read_raw_bytes())
    for name in wrappers:
        if name == "/ASCII85Decode":
            data = base64.a85decode(data.strip().removeprefix(b"<~").removesuffix(b"~>"))
        elif name == "/ASCIIHexDecode":
            data = bytes.fromhex(data.split(b">")[0].decode("latin-1"))
        elif name == "/FlateDecode":
            data = zlib.decompressobj().decompress(data, MAX_PIXELS * 4)
    return data
