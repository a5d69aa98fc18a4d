"""What a picture is, for its fingerprint: its pixels, so that stripped metadata change nothing.

A picture that cannot be decoded, is larger than 50 megapixels, or holds several frames is its bytes.
"""

from __future__ import annotations

import io
from typing import Any

__all__ = ["MAX_PIXELS", "open_picture", "picture_content"]

MAX_PIXELS = 50_000_000
# Formats that Pillow decodes by itself: none that starts another program (EPS) or fetches a file.
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")


def open_picture(data: bytes) -> Any:
    """Decode a picture of one frame into pixels (a `PIL.Image`).

    Returns: None for what is no picture, holds several frames, or is larger than 50 megapixels.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            if picture.width * picture.height > MAX_PIXELS or getattr(picture, "n_frames", 1) > 1:
                return None
            picture.load()
            return picture.copy()
    except MemoryError:
        raise
    except Exception:  # Pillow lets whatever its decoders raise through
        return None


def picture_content(data: bytes) -> bytes:
    """Give mode, size and pixels of a picture as bytes; `data` itself when it has no one set of pixels."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS or getattr(picture, "n_frames", 1) > 1:
                return data
            # A palette is half of what is seen: the same indices under other colours are another picture.
            pixels = picture.convert("RGBA") if picture.mode in ("P", "PA") else picture
            return f"{pixels.mode} {width} {height} ".encode() + pixels.tobytes()
    except MemoryError:
        raise
    except Exception:  # Pillow lets whatever its decoders raise through; then the bytes are the picture
        return data
