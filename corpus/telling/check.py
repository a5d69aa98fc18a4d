"""Check files of templates: python -m corpus.telling.check FILE…

Prints each fault as `file:line: what`, and for each file how many entries, sentences (distinct skeletons)
and sentences without a name it has. It quotes no words of a template but those inside a slot.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from corpus.telling.grammar import Fault, Faulty, Template, read
from corpus.telling.lines import Line
from corpus.telling.skeleton import skeletons

__all__ = ["main", "twice"]


def twice(templates: list[Template]) -> Iterator[tuple[Template, Fault]]:
    """Give each family's name, and each entry, that was there before in the files of one folder."""
    families: dict[str, str] = {}
    entries: dict[tuple[object, ...], str] = {}
    for template in templates:
        if template.family in families:
            yield template, Fault(1, f"the family {template.family} is also {families[template.family]}")
        families.setdefault(template.family, template.name)
        for pool in template.pools.values():
            for entry in pool:
                key = (Path(template.name).parent, *map(_content, entry.lines))
                if key in entries:
                    yield template, Fault(entry.line, f"the same entry as {entries[key]}")
                entries.setdefault(key, f"{template.name}:{entry.line}")


def main(arguments: list[str]) -> int:
    """Check the files; 0 when none has a fault."""
    if not arguments:
        print("error: no file\nhint: python -m corpus.telling.check FILE…", file=sys.stderr)
        return 2
    templates: list[Template] = []
    faulty = 0
    for path in map(Path, arguments):
        try:
            templates.append(read(path))
        except Faulty as faults:
            faulty += 1
            print(faults)
        except (OSError, UnicodeDecodeError) as error:
            faulty += 1
            print(f"{path.as_posix()}: cannot be read ({type(error).__name__})")
    for template, fault in twice(templates):
        faulty += 1
        print(f"{template.name}:{fault.line}: {fault.what}")
    _print_counts(templates)
    return 1 if faulty else 0


def _print_counts(templates: list[Template]) -> None:
    total: set[str] = set()
    entries = 0
    nameless: set[str] = set()
    for template in templates:
        found = list(skeletons(template))
        distinct = {skeleton.text for skeleton in found}
        bare = {skeleton.text for skeleton in found if not skeleton.named}
        count = sum(map(len, template.pools.values()))
        entries += count
        total |= distinct
        nameless |= bare
        print(f"{template.name}: {_counts(count, distinct, bare)}")
    if len(templates) > 1:
        print(f"{len(templates)} files: {_counts(entries, total, nameless)}")


def _counts(entries: int, distinct: set[str], bare: set[str]) -> str:
    share = 100 * len(bare) / max(1, len(distinct))
    return f"{entries} entries, {len(distinct)} sentences, {share:.0f} % of them without a name"


def _content(line: Line) -> tuple[object, ...]:
    return line.kind, line.level, line.cells


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
