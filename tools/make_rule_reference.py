"""Write docs/rules.md from the rulebook; run it after a change under rules/."""

from __future__ import annotations

from pathlib import Path

from redact.report.as_rule import reference
from redact.resources import rules_folder
from redact.rulebook import load

PAGE = Path(__file__).resolve().parent.parent / "docs" / "rules.md"


def main() -> None:
    """Write the page."""
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(reference(load(rules_folder())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
