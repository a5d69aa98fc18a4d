"""Look whether what was built holds what it must and nothing else: python tools/packed.py FILE...

A wheel holds the code, every rule, the model card and the sample case as data, and the licences; a source
distribution holds what the wheel can be built from again, and the tests.
"""

from __future__ import annotations

import json
import sys
import tarfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = "corpus/sample/files/"  # packed as `sample/`


def main(arguments: list[str]) -> int:
    """Say what each file lacks or holds too much; 0 when that is nothing."""
    faults = [fault for argument in arguments for fault in faults_of(Path(argument))]
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    if not faults:
        print(f"{len(arguments)} files hold what they must")
    return 1 if faults else 0


def faults_of(path: Path) -> list[str]:
    """Compare a built file with the tree that it was built from."""
    if path.suffix == ".whl":
        names = {name for name in zipfile.ZipFile(path).namelist() if ".dist-info/" not in name}
        wanted = {f"redact/_data/{name.replace(SAMPLE, 'sample/')}" for name in data_files()}
        wanted |= {f"redact/{name}" for name in code_files()}
    else:
        with tarfile.open(path) as archive:
            names = {member.name.split("/", 1)[1] for member in archive if member.isfile()}
        wanted = data_files() | {f"redact/{name}" for name in code_files()}
        wanted |= {"pyproject.toml", "requirements.lock", "LICENSE", "NOTICE", "README.md", "PKG-INFO"}
        names = {
            name
            for name in names
            if name in wanted or name.startswith(("redact/", "rules/", SAMPLE)) or is_weights(name)
        }
    missing = [f"{path.name} lacks {name}" for name in sorted(wanted - names)]
    return missing + [f"{path.name} should not hold {name}" for name in sorted(names - wanted)]


def data_files() -> set[str]:
    """Name the files that are packed as data, as they lie in the tree."""
    found = [path for folder in ("rules", SAMPLE) for path in (ROOT / folder).rglob("*") if path.is_file()]
    names = {path.relative_to(ROOT).as_posix() for path in found} | {"models/README.md"}
    return names | {f"models/names/{name}" for name in model_files()}


def model_files() -> set[str]:
    """Name the files of the name model that belongs to this version; none while there is none."""
    entry = ROOT / "redact" / "recognise" / "model" / "shipped.json"
    return set(json.loads(entry.read_text(encoding="utf-8"))["files"])


def is_weights(name: str) -> bool:
    """Tell whether a file of models/ is neither recipe nor card: it must be one that is shipped."""
    recipe = (".py", ".md", ".json", ".txt") if "/training/" in name else (".py", ".md", ".json")
    return name.startswith("models/") and not name.endswith(recipe)


def code_files() -> set[str]:
    """Name the files of the package, relative to it."""
    package = ROOT / "redact"
    found = {path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()}
    return {name for name in found if "__pycache__" not in name and not name.startswith("_data/")}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
