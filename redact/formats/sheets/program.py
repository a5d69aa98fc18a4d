"""Excel: how its files are known."""

from __future__ import annotations

from redact.formats.openxml.opening import Program

__all__ = ["EXCEL", "S"]

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EXCEL = Program(
    name="Excel",
    what="a spreadsheet",
    word="spreadsheetml",
    folder="xl/",
    mains=("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",),
    suffix=".xlsx",
)
