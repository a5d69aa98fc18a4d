"""The package's bytecode, made once: the tests start it hundreds of times, and each start would compile it.

It lies where Python looks for it, in folders that git passes over, and holds a digest of its source: Python
compiles anew whatever has changed, however quickly.
"""

from __future__ import annotations

import contextlib
import importlib.util
import py_compile
from pathlib import Path

__all__ = ["make_bytecode"]

_FLAGS = (0b11).to_bytes(4, "little")  # a digest instead of a time, to be held against the source
_CHECKED = py_compile.PycInvalidationMode.CHECKED_HASH


def make_bytecode(package: Path) -> None:
    """Compile each module below a folder whose bytecode is not that of its source.

    A folder in which nothing may be written stays as it is: then each process compiles for itself.
    """
    with contextlib.suppress(OSError):
        for path in package.rglob("*.py"):
            made = Path(importlib.util.cache_from_source(path))
            head = importlib.util.MAGIC_NUMBER + _FLAGS + importlib.util.source_hash(path.read_bytes())
            if not made.is_file() or made.read_bytes()[: len(head)] != head:
                # What does not compile is told by whoever imports it.
                py_compile.compile(str(path), quiet=2, invalidation_mode=_CHECKED)
