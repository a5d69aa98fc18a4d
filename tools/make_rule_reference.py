"""Write docs/rules.md and docs/rules/ from the rulebook; run it after a change under rules/."""

from __future__ import annotations

from pathlib import Path

from redact.report.as_rule import reference
from redact.resources import rules_folder
from redact.rulebook import load

DOCS = Path(__file__).resolve().parent.parent / "docs"


def main() -> None:
    """Write the pages, and take away those of which there are no rules left."""
    pages = reference(load(rules_folder()))
    (DOCS / "rules").mkdir(parents=True, exist_ok=True)
    for page in (DOCS / "rules").glob("*.md"):
        if f"rules/{page.name}" not in pages:
            page.unlink()
    for path, text in pages.items():
        (DOCS / path).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
