"""Find `rules/`, `models/` and the sample case: in a wheel inside the package, in a checkout beside it.

An editable install has no `_data` folder, so the checkout's own folders are used there. Nothing is looked
for at import.
"""

from __future__ import annotations

from pathlib import Path

from redact.errors import ModelFault, RuleFault, Unreadable

__all__ = ["models_folder", "rules_folder", "sample_folder", "word_list"]

_PACKAGE = Path(__file__).resolve().parent
_REINSTALL = "Install redact again from its wheel, or run it from a complete checkout."


def rules_folder() -> Path:
    """Find the folder of the rules that were shipped with this version.

    Raises:
        RuleFault: there is none, so nothing could be judged.
    """
    found = _find(_PACKAGE, "rules")
    if found is None:
        raise RuleFault("the rules that belong to this version are missing", _REINSTALL)
    return found


def word_list(name: str) -> tuple[str, ...]:
    """Give the lines of `rules/lists/NAME.txt`, without comments and blank ones.

    Raises:
        RuleFault: it is missing or holds nothing.
    """
    try:
        text = (rules_folder() / "lists" / f"{name}.txt").read_text(encoding="utf-8")
    except OSError:
        raise RuleFault(f"the word list {name} is missing", _REINSTALL) from None
    found = tuple(line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    if not found:
        raise RuleFault(f"the word list {name} is empty", "Restore the file under rules/lists.")
    return found


def models_folder() -> Path:
    """Find the folder of the models that were shipped with this version.

    Raises:
        ModelFault: there is none.
    """
    found = _find(_PACKAGE, "models")
    if found is None:
        raise ModelFault("the models that belong to this version are missing", _REINSTALL)
    return found


def sample_folder() -> Path:
    """Find the folder of the sample case that was shipped with this version.

    Raises:
        Unreadable: there is none.
    """
    found = _find(_PACKAGE, "sample", "corpus/sample/files")
    if found is None:
        raise Unreadable("the sample case that belongs to this version is missing", _REINSTALL)
    return found


def _find(package: Path, name: str, in_checkout: str | None = None) -> Path | None:
    shipped = package / "_data" / name
    if shipped.is_dir():
        return shipped
    # Only in a checkout: a folder called rules that happens to lie in site-packages is not ours.
    own = package.parent / (in_checkout or name)
    return own if own.is_dir() and (package.parent / "pyproject.toml").is_file() else None
