"""The media types of the formats that are read, as other programs name them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from redact.values.text import Format

__all__ = ["MEDIA_TYPES"]

MEDIA_TYPES: Mapping[Format, str] = MappingProxyType(
    {
        Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        Format.PDF: "application/pdf",
        Format.TXT: "text/plain",
        Format.MD: "text/markdown",
        Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Format.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        Format.DOC: "application/msword",
        Format.ODT: "application/vnd.oasis.opendocument.text",
        Format.RTF: "application/rtf",
    }
)
