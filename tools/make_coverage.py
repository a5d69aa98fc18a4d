"""Write the rules of each requirement into rules/COVERAGE.md; run it after a new rule.

What a person wrote there (the requirement in our words, rules of other names, *computed by the gate*, a
reason) stays. A rule belongs to a requirement by its id: br-13 and br-13-b to BR-13.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from redact.rulebook.packs import rule_ids

RULES = Path(__file__).resolve().parent.parent / "rules"
PAGE = RULES / "COVERAGE.md"
GATE = "computed by the gate"
_ROW = re.compile(r"\| ((?:BR|PO|BN|MK|GR|X)-\d\d) \| (.*) \| (.*) \| (.*) \|")
_OF_A_ROW = re.compile(r"((?:br|po|bn|mk|gr|x)-\d\d)(?:-[a-z])?")


def main() -> None:
    """Write the page."""
    PAGE.write_text(
        with_rules(PAGE.read_text(encoding="utf-8"), rule_ids(RULES)), encoding="utf-8", newline="\n"
    )


def with_rules(page: str, ids: Iterable[str]) -> str:
    """Put into each row of the page the rules whose ids begin with its own."""
    known = sorted(id_ for id_ in ids if _OF_A_ROW.fullmatch(id_))
    lines = []
    for line in page.split("\n"):
        row = _ROW.fullmatch(line)
        lines.append(line if row is None else _row(row, known))
    return "\n".join(lines)


def row_of(id_: str) -> str | None:
    """Give the row that a rule belongs to by its id; none where it is named otherwise."""
    match = _OF_A_ROW.fullmatch(id_)
    return match[1].upper() if match else None


def rows(page: str) -> dict[str, tuple[str, str, tuple[str, ...]]]:
    """Read the page: by its id what each row asks, how, and what carries it."""
    found = {}
    for line in page.split("\n"):
        row = _ROW.fullmatch(line)
        if row:
            found[row[1]] = (row[2], row[3], tuple(part for part in row[4].split("; ") if part))
    return found


def _row(row: re.Match[str], known: list[str]) -> str:
    own = [f"`{id_}`" for id_ in known if row_of(id_) == row[1]]
    others = [
        part
        for part in row[4].split("; ")
        if part.strip() and not (part[0] == "`" and row_of(part[1:-1]) == row[1])
    ]
    return f"| {row[1]} | {row[2]} | {row[3]} | {'; '.join(own + others)} |"


if __name__ == "__main__":
    main()
