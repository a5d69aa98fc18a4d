"""Look whether the documents are true: python tools/check_docs.py ends with 1 and says where they are not.

The rule reference must be what `tools/make_rule_reference.py` would write, and every link must lead
somewhere. Links to other machines are not followed: the check runs with no network.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Print every fault."""
    faults = broken_links() + stale_pages()
    for fault in faults:
        print(f"error: {fault}", file=sys.stderr)
    if not faults:
        print(f"{len(documents())} documents hold what they promise")
    return 1 if faults else 0


def stale_pages() -> list[str]:
    """Name the written pages that are not what their source says now."""
    from redact.report.as_rule import reference
    from redact.rulebook import load

    pages = reference(load(ROOT / "rules"))
    written = {f"rules/{page.name}": page for page in (ROOT / "docs" / "rules").glob("*.md")}
    written["rules.md"] = ROOT / "docs" / "rules.md"
    stale = sorted(
        path
        for path in pages.keys() | written.keys()
        if path not in written
        or not written[path].exists()
        or written[path].read_text(encoding="utf-8") != pages.get(path)
    )
    return [
        f"docs/{path} is out of date; write it with: python tools/make_rule_reference.py" for path in stale
    ]


def broken_links() -> list[str]:
    """Name the links of our documents that lead to no file, or to no heading of it."""
    faults = []
    for document in documents():
        text = re.sub(
            r"^```.*?^```$", "", document.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL
        )
        for target in re.findall(r"\[[^\]]*\]\(([^)\s]+)\)", text):
            if not re.match(r"[a-z]+:", target) and not _leads_somewhere(document, target):
                faults.append(f"{document.relative_to(ROOT).as_posix()}: the link {target} leads nowhere")
    return faults


def documents() -> list[Path]:
    """List the documents in Markdown: those at the top, and those of docs, rules and models."""
    found = list(ROOT.glob("*.md"))
    for folder in ("docs", "rules", "models", "tests"):
        found += (ROOT / folder).rglob("*.md")
    return sorted(found)


def headings(text: str) -> set[str]:
    """Give the anchors of a document's headings."""
    titles = re.findall(r"^#+ (.+)$", text, flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def _leads_somewhere(document: Path, target: str) -> bool:
    path, _, anchor = target.partition("#")
    file = (document.parent / path) if path else document
    if not file.exists():
        return False
    return not anchor or anchor in headings(file.read_text(encoding="utf-8"))


if __name__ == "__main__":
    raise SystemExit(main())
