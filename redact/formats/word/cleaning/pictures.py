"""Pictures: their pixels and nothing else, cropped to what is shown, under names of ours.

A picture without loss stays the same pixel by pixel. A JPEG is packed again with its own tables, which
changes a pixel by a shade. Drawings (EMF, WMF, SVG) hold records that nobody sees: they become pixels where
this system can draw them, else an empty frame, and are named as lost.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from redact.formats.pictures import MAX_PIXELS

if TYPE_CHECKING:
    from PIL import Image

__all__ = ["NOTHING", "Crop", "Packed", "empty_frame", "pack"]

_RASTERS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
_METAFILES = ("WMF",)  # Pillow calls both EMF and WMF so, and draws them on Windows only
_METAFILE_DPI = 200
_HUNDREDTHS = 100_000  # a crop is told in thousandths of a per cent


@dataclass(frozen=True, slots=True)
class Crop:
    """What is cut off at each side, in thousandths of a per cent of the picture."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0

    def __bool__(self) -> bool:
        return any((self.left, self.top, self.right, self.bottom))


NOTHING = Crop()


@dataclass(frozen=True, slots=True)
class Packed:
    """A picture as it goes into the copy; `drawn` says that it was a drawing and is pixels now."""

    content: bytes = field(repr=False)
    ending: str
    drawn: bool = False


def pack(content: bytes, crop: Crop = NOTHING) -> Packed | None:
    """Decode a picture and encode its pixels anew.

    Returns: None when it cannot be decoded here, is larger than 50 megapixels, or nothing of it is shown.
    """
    from PIL import Image

    for formats in (_RASTERS, _METAFILES):
        try:
            with Image.open(io.BytesIO(content), formats=formats) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    return None
                return _packed(picture, crop, drawn=formats is _METAFILES)
        except MemoryError:
            raise
        except Exception:  # noqa: S112 - Pillow lets whatever its decoders raise through
            continue
    return None


def empty_frame() -> Packed:
    """Give the picture that stands where one is lost: light grey, without a word."""
    from PIL import Image

    return Packed(_encoded(Image.new("RGB", (64, 64), (224, 224, 224)), "PNG"), "png")


def _packed(picture: Image.Image, crop: Crop, *, drawn: bool) -> Packed | None:
    is_photograph = picture.format == "JPEG" and picture.mode in ("L", "RGB")
    tables = getattr(picture, "quantization", None) if is_photograph else None
    if drawn:
        picture.load(dpi=_METAFILE_DPI)  # type: ignore[call-arg]
    pixels = _in_common_colours(picture)
    if crop:
        box = _box(pixels.size, crop)
        if box is None:
            return None
        pixels = pixels.crop(box)
    if tables:  # each colour at its full size: to halve it once more would blur edges
        return Packed(_encoded(pixels, "JPEG", qtables=tables, subsampling=0), "jpeg")
    plain = _without_covered_pixels(_plain(pixels))
    through = plain.info.get("transparency") if plain.mode in ("1", "L", "RGB", "I;16") else None
    return Packed(
        _encoded(plain, "PNG", **({} if through is None else {"transparency": through})), "png", drawn
    )


def _box(size: tuple[int, int], crop: Crop) -> tuple[int, int, int, int] | None:
    """Give what is shown in whole pixels: half a pixel that is shown stays."""
    width, height = size
    left, top = width * max(crop.left, 0) // _HUNDREDTHS, height * max(crop.top, 0) // _HUNDREDTHS
    right = -(-width * (_HUNDREDTHS - max(crop.right, 0)) // _HUNDREDTHS)
    bottom = -(-height * (_HUNDREDTHS - max(crop.bottom, 0)) // _HUNDREDTHS)
    return (left, top, right, bottom) if left < right and top < bottom else None


def _in_common_colours(picture: Image.Image) -> Image.Image:
    """Turn the colours of an embedded profile into those that every screen assumes; without one, nothing."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture.convert("RGB") if picture.mode == "CMYK" else picture
    from PIL import ImageCms

    try:
        target = "RGBA" if picture.mode == "RGBA" else "RGB"
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if picture.mode == "RGB" and "srgb" in (ImageCms.getProfileDescription(source) or "").lower():
            return picture
        changed = ImageCms.profileToProfile(
            picture, source, ImageCms.createProfile("sRGB"), outputMode=target
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        changed = None
    if changed is not None:
        return changed
    return picture.convert("RGB") if picture.mode == "CMYK" else picture


def _plain(pixels: Image.Image) -> Image.Image:
    """Give a picture that PNG can hold as it is."""
    if pixels.mode in ("P", "PA"):
        return pixels.convert("RGBA")
    if pixels.mode in ("1", "L", "LA", "RGB", "RGBA", "I;16"):
        return pixels
    return pixels.convert("I;16" if pixels.mode.startswith("I") else "RGB")


def _without_covered_pixels(pixels: Image.Image) -> Image.Image:
    """Make pixels that let everything through one colour: what is under them is not seen, and can be read."""
    if pixels.mode != "RGBA":
        return pixels
    import numpy

    values = numpy.array(pixels)
    through = values[..., 3] == 0
    under = values[through][:, :3]
    if len(under) and (under != under[0]).any():
        from PIL import Image

        values[through] = 0
        return Image.fromarray(values, "RGBA")
    return pixels


def _encoded(pixels: Image.Image, format: str, **how: object) -> bytes:
    pixels.info.clear()  # profiles, notes, positions: whatever Pillow would write again
    out = io.BytesIO()
    pixels.save(out, format, **how)
    return out.getvalue()
