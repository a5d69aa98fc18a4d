"""`rules/` → Rulebook: read whole, checked whole, or not used at all.

A rule that cannot be trusted would be a fault that is never found, so one bad rule stops the run. What
remains: a rule that is well formed and says the wrong thing; its own examples are run as tests.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from redact.errors import RuleFault
from redact.rulebook.faults import Faults
from redact.rulebook.marked import read_mapping
from redact.rulebook.schema import read_rule
from redact.values.judgement import Rule, Rulebook

__all__ = ["load"]

MAX_FILES = 5_000
# Word lists, which rules name; they are no rules themselves, but they count for the digest.
_LISTS = "lists"
_PROSE = "README.md"


def load(folder: Path) -> Rulebook:
    """Read every rule under `folder`, one YAML file a rule, and check all of them.

    Returns: the rules in the order of their ids, with a SHA-256 over the sorted paths and the bytes of
    everything under `folder`, the word lists too. Files whose name begins with a dot are passed over.

    Raises:
        RuleFault: what is wrong in any rule, all of it at once, with file and line; or there is no rule.
    """
    faults = Faults()
    contents = _read_files(folder, faults)
    rules: dict[str, tuple[Rule, str]] = {}
    for path, data in contents.items():
        if _is_rule(path, faults):
            rule = _read(path, data, faults)
            if rule is None:
                continue
            if rule.id in rules:
                faults.add(path, None, f"the rule {rule.id!r} stands in {rules[rule.id][1]} already")
            rules[rule.id] = (rule, path)
    if not rules and not faults:
        raise RuleFault("there is not one rule", "Install redact again, or restore the folder of its rules.")
    faults.stop()
    return Rulebook(tuple(rules[id_][0] for id_ in sorted(rules)), _digest(contents))


def _read(path: str, data: bytes, faults: Faults) -> Rule | None:
    mapping = read_mapping(path, data, faults)
    return None if mapping is None else read_rule(path, mapping, faults)


def _read_files(folder: Path, faults: Faults) -> dict[str, bytes]:
    """Read all files under `folder`; keys are paths relative to it with `/`, sorted."""
    contents: dict[str, bytes] = {}
    for path in sorted(_paths(folder, faults)):
        if len(contents) >= MAX_FILES:
            faults.add(path, None, f"there are more than {MAX_FILES:,} files")
            break
        try:
            contents[path] = (folder / path).read_bytes()
        except OSError:
            faults.add(path, None, "the file cannot be read")
    return contents


def _paths(folder: Path, faults: Faults) -> Iterable[str]:
    # A folder that cannot be listed is a fault; os.walk alone would pass it over.
    def unlisted(error: OSError) -> None:
        name = os.path.relpath(error.filename or folder, folder)
        faults.add(PurePosixPath(Path(name)).as_posix(), None, "the folder cannot be read")

    for root, folders, files in os.walk(folder, onerror=unlisted):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in files:
            if not name.startswith("."):
                yield (Path(root) / name).relative_to(folder).as_posix()


def _is_rule(path: str, faults: Faults) -> bool:
    """Tell whether `path` holds a rule; whatever is neither rule nor list nor prose is a fault."""
    place = PurePosixPath(path)
    if place.parts[0] == _LISTS or place.name == _PROSE:
        return False
    if len(place.parts) < 2:
        faults.add(path, None, "a rule stands in the folder of its family, such as identity/")
        return False
    if place.suffix != ".yaml":
        faults.add(path, None, "a rule's file ends in .yaml")
        return False
    return True


def _digest(contents: dict[str, bytes]) -> str:
    # Each with its length, so that no byte can move from one file's end to the next one's name.
    total = hashlib.sha256()
    for path in sorted(contents):
        for data in (path.encode("utf-8", "surrogatepass"), contents[path]):
            total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()
