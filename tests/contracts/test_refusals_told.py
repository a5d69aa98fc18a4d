"""Every refusal of the gate is explained to a manager in docs/gate.md, under its code."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from redact.publication.proceedings import _CODES
from tests.test_house import MODULES, ROOT

PAGE = (ROOT / "docs" / "gate.md").read_text(encoding="utf-8")


def codes() -> Iterator[str]:
    """Give the code of each refusal that the program makes."""
    yield from _CODES.values()
    for path in MODULES:
        if "publication" not in path.parts and not path.stem.startswith("gate"):
            continue  # a refusal to clean a file is another thing
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Refusal":
                given = [*node.args[:1], *(one.value for one in node.keywords if one.arg == "code")]
                yield from (one.value for one in given if isinstance(one, ast.Constant))


def test_every_code_of_a_refusal_is_explained() -> None:
    made = {*codes()}
    assert len(made) > 25
    assert sorted(code for code in made if f"| `{code}` |" not in PAGE) == []
