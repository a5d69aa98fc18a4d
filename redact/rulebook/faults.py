"""Faults in rules, gathered so that an author sees all of them at once."""

from __future__ import annotations

from difflib import get_close_matches

from redact.errors import RuleFault

__all__ = ["Faults", "quoted", "suggestion"]

_SHOWN = 100
_QUOTED = 60  # characters of a value that a fault repeats


class Faults:
    """Collects faults with file and line; `stop` raises once for all of them."""

    def __init__(self) -> None:
        self._found: list[tuple[str, int, str]] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, path: str, line: int | None, what: str) -> None:
        """Keep one fault.

        Args:
            path: relative to rules/, with `/`.
            line: 1-based, or none where the whole file is meant.
        """
        self._found.append((path, line or 0, what))

    def stop(self) -> None:
        """Raise when there is a fault.

        Raises:
            RuleFault: lists the faults by file and line.
        """
        if not self._found:
            return
        shown = [_line(fault) for fault in sorted(self._found)[:_SHOWN]]
        if len(self._found) > _SHOWN:
            shown.append(f"and {len(self._found) - _SHOWN} more")
        count = "1 fault" if len(self._found) == 1 else f"{len(self._found)} faults"
        raise RuleFault(
            "\n  ".join([f"{count} in rules/:", *shown]), "Correct the rules, and run redact rules."
        )


def quoted(value: str) -> str:
    """Quote a word of a rule for a fault, shortened, without control characters."""
    return ascii(value if len(value) <= _QUOTED else value[:_QUOTED] + "...")


def suggestion(value: str, known: tuple[str, ...]) -> str:
    """Offer the known word nearest to `value`, as the end of a sentence; empty when none is near."""
    near = get_close_matches(value.lower(), [word.lower() for word in known], n=1, cutoff=0.6)
    if not near:
        return ""
    return "; did you mean " + next(word for word in known if word.lower() == near[0]) + "?"


def _line(fault: tuple[str, int, str]) -> str:
    path, line, what = fault
    safe = ascii(path)[1:-1]
    return f"{safe}:{line}: {what}" if line else f"{safe}: {what}"
