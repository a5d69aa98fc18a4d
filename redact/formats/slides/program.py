"""PowerPoint: how its files are known."""

from __future__ import annotations

from redact.formats.openxml.opening import Program

__all__ = ["POWERPOINT", "P"]

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
POWERPOINT = Program(
    name="PowerPoint",
    what="a presentation",
    word="presentationml",
    folder="ppt/",
    mains=("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",),
    suffix=".pptx",
)
