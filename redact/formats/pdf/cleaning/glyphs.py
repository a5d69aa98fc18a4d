"""Copies the glyphs of a font that are drawn by streams: those that are shown, under names of ours."""

from __future__ import annotations

from typing import Any

from redact.formats.pdf.cleaning.fonts import FontUse, differences

__all__ = ["copy_glyphs"]


def copy_glyphs(use: FontUse, parts: Any) -> None:
    """Copy the glyphs of the codes that are shown into the font's copy.

    Args:
        parts: the PartCopier of the file.
    """
    import pikepdf

    source = use.source
    procedures = source.get("/CharProcs")
    names = dict(differences(source.get("/Encoding")))
    copies = pikepdf.Dictionary()
    resources = source.get("/Resources")
    for code in sorted(use.codes or ()):
        name = names.get(code)
        glyph = procedures.get(name) if name and isinstance(procedures, pikepdf.Dictionary) else None
        if name is not None and isinstance(glyph, pikepdf.Stream) and name not in copies:
            copies[name] = parts.stream(glyph, resources, pikepdf.Dictionary())[0]
    use.copy["/CharProcs"] = copies
