"""What a child may send: built-in values and our own; a child that was taken over may send anything."""

from __future__ import annotations

import io
import pickle
from typing import Any

from redact.errors import Damaged
from redact.guard.limits import BROKEN

__all__ = ["loads"]


def loads(data: bytes) -> tuple[str, Any]:
    """Read one message of a child: its kind and its value.

    Raises:
        Damaged: it broke off, or holds what no reader sends.
    """
    try:
        kind, value = _Unpickler(io.BytesIO(data)).load()
    except (EOFError, OSError):
        raise Damaged("the file's reader broke off in the middle of its answer", BROKEN) from None
    except Exception as error:
        raise Damaged(
            f"the file's reader sent what no reader sends ({type(error).__name__})", BROKEN
        ) from None
    return kind, value


class _Unpickler(pickle.Unpickler):
    """Builds values of ours and built-in containers; refuses to name anything else."""

    def find_class(self, module: str, name: str) -> Any:
        """Find a class that `redact.values` or `redact.errors` defines; anything else is an attack."""
        if "." not in name and (module.startswith("redact.values.") or module == "redact.errors"):
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"a reader may not send {module}.{name}")
