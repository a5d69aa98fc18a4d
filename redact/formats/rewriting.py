"""The register of rewriters: a file's bytes and what is to be written in it → the bytes of a new file.

To add a format, write a module with

    rewrite(content: bytes, request: Request, rewritings: Sequence[Rewriting]) -> bytes

and a line in `REWRITERS`. It is run in a guarded child, writes no file, and changes nothing but what the
rewritings say. What it cannot reach (a picture, an embedded file) it leaves; whoever has called it reads the
new file back and sees it there. A rewriter may give a file of another format (`gives`), and one that is set
anew (`as_words`): then the words are held against what was foretold, and not each passage.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from redact.errors import WrongType, WrongUse
from redact.formats.building import Progress, Request
from redact.formats.intake import read_bytes
from redact.values.edits import Rewriting
from redact.values.text import Format

__all__ = ["REWRITERS", "Rewriter", "rewrite_file", "rewriter_of"]


@dataclass(frozen=True, slots=True)
class Rewriter:
    """How one format is rewritten: the module that has `rewrite`, and how the new file's name ends.

    `gives` is the format of the new file, where it is another. `as_words` says that the new file is set anew:
    its lines and passages end elsewhere than those of the old one, and its words stand in the same order.
    """

    format: Format
    module: str
    suffix: str
    gives: Format | None = None
    as_words: bool = False

    @property
    def written(self) -> Format:
        """The format of what it writes."""
        return self.gives or self.format

    def function(self) -> Callable[[bytes, Request, Sequence[Rewriting]], bytes]:
        """Import the rewriter."""
        found: Callable[[bytes, Request, Sequence[Rewriting]], bytes] = import_module(self.module).rewrite
        return found


REWRITERS: tuple[Rewriter, ...] = (
    Rewriter(Format.DOCX, "redact.formats.word.rewriting", ".docx"),
    Rewriter(Format.TXT, "redact.formats.plain_rewriting", ".txt"),
    Rewriter(Format.MD, "redact.formats.plain_rewriting", ".md"),
    Rewriter(Format.PDF, "redact.formats.pdf.retypeset", ".pdf", as_words=True),
)


def rewriter_of(format: Format) -> Rewriter:
    """Give the rewriter of a format.

    Raises:
        WrongType: files of this format cannot be rewritten.
    """
    for entry in REWRITERS:
        if entry.format is format:
            return entry
    raise WrongType(
        "a file of this format cannot be rewritten",
        "Save it as a Word document (.docx) in the program that made it, and take that.",
    )


def rewrite_file(
    path: str,
    sha256: str,
    request: Request,
    format: Format,
    rewritings: tuple[Rewriting, ...],
    progress: Progress,
) -> bytes:
    """Write the file at `path` anew, which the reader has read as `format`; call it in the guard.

    Args:
        sha256: of the bytes that were read: a file that was changed meanwhile is another file.
        request: as it was read.

    Raises:
        FileFault: as the reader of the format does.
        WrongType: a file of this format, or this file, cannot be rewritten.
        WrongUse: the file was changed since it was read.
    """
    function = rewriter_of(format).function()
    content = read_bytes(path)
    if hashlib.sha256(content).hexdigest() != sha256:
        raise WrongUse("the document was changed while it was anonymised", "Do it again.")
    written = function(content, request, rewritings)
    progress(1, 1)
    return written
