"""Three papers of a case that nobody has lived: an overview report, its summary, and an earlier draft of it.

Each holds a part of what would lead to the family; no name is in them.
"""

from __future__ import annotations

from pathlib import Path

import docx

__all__ = ["write_case"]

_REPORT = """\
# Overview report on Child K
# 1 What happened
Child K was seven weeks old. The family lived in Ellerwick, where they were the only Vietnamese family.
On 14 March 2014 Child K was taken to hospital with a fractured skull.
# 2 The family
Child K has a twin. The father worked in a nail bar in Ellerwick.
The father was convicted of manslaughter at Saltmere Crown Court and was sentenced to nine years in prison.
# 3 What the services did
The health visitor of the Quernford team was on sick leave from January to March 2014, and nobody took over.
"""
_SUMMARY = """\
# Executive summary: Child K
# 1 The child
Child K was a baby of a family from Vietnam who lived in a small town. The twin of Child K is now three years
old and goes to Thornholme Nursery.
# 2 What was learned
The MASH was told, and a CHIN plan was disseminated to the core group, and it was agreed that it would be
reviewed after it had been seen by the panel. Visits were not recorded.
"""
_DRAFT = """\
# Overview report on Child K
# 1 What happened
Child K was seven weeks old. The family lived in Mill Lane in Ellerwick, where they were the only Vietnamese
family. The Saltmere Gazette wrote of the baby in the nail bar.
On 14 March 2014 Child K was taken to hospital with a fractured skull.
# 2 The family
Child K has a twin. The father worked in a nail bar in Ellerwick.
The father was convicted of manslaughter at Saltmere Crown Court and was sentenced to nine years in prison.
# 3 What the services did
The health visitor of the Quernford team was on sick leave from January to March 2014, and nobody took over.
"""


def write_case(folder: Path) -> tuple[Path, ...]:
    """Write the three into a folder, as Word files."""
    made = []
    for name, text in (("report", _REPORT), ("summary", _SUMMARY), ("draft", _DRAFT)):
        document = docx.Document()
        document.core_properties.title = "Child K"
        for paragraph in _paragraphs(text):
            if paragraph.startswith("# "):
                document.add_heading(paragraph.removeprefix("# "), 1)
            else:
                document.add_paragraph(paragraph)
        made.append(folder / f"{name}.docx")
        document.save(str(made[-1]))
    return tuple(made)


def _paragraphs(text: str) -> list[str]:
    """Join the lines of a paragraph; one ends where a heading begins, or where a sentence ends its line."""
    paragraphs: list[str] = []
    is_open = False
    for line in text.splitlines():
        if is_open and not line.startswith("# "):
            paragraphs[-1] += f" {line}"
        else:
            paragraphs.append(line)
        is_open = not line.startswith("# ") and not line.endswith(".")
    return paragraphs
