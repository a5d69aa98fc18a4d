"""docs/scores.md from scores.json: headline, then tables; nothing of any text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

__all__ = ["PAGE", "page_of"]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "scores.md"
_HEAD = """\
**OUR OWN INVENTED TEXT: the cases and their templates were written for this project. Figures on them say
nothing about real reviews.** Figures on public sets are in a part of their own.

# Scores

Made by `python -m corpus.scoring` from `corpus/scores.json`. The whole finder runs: our reader of text,
every recogniser, every rule; all documents of a case are one call.

- A mention that must go is **found** when every letter and digit of it lies under findings that stop a
  publication: as *name* under findings that block, as *check* where some of them only ask.
- A person **survives** when any mention of them, in any document of the case, is not found.
- **Hard** mentions are initials, misspellings, names that are words, slips of a scanner, names over line
  ends or cells, names left among labels, and all in documents that are written in lower or in upper case.
- Ages, dates, places and facts may be noted rather than stopped. They are counted apart: *detected* means
  that findings of any severity and of the right label cover them.
- A **false** finding blocks or asks, and touches nothing that must go.
- The author's and the chair's names stay in headings, rows and lines of a frame and must go elsewhere; in a
  sentence that tells the role beside the name either is right, and they are counted by themselves.
"""
_MEASURES = {
    "stratum": "Plain and hard",
    "hard": "Marks of hardness",
    "role": "Role",
    "heritage": "Heritage of the name",
    "form": "Form of the name",
    "kind": "Kind of document",
    "agency": "Agency",
    "style": "Letters of the document",
    "decided": "Whether the text decides who it is",
}
_PEOPLE = {
    "names": "by any name",
    "names_without_hard": "by any name that is not hard",
    "names_and_identifiers": "by any name, number, address, date of birth or body",
}
# The order of columns.
_ORDER = (
    *("block", "ask", "left", "partly", "noted", "near", "nothing", "right", "false"),
    *("surviving", "only_asked", "people"),
)


def page_of(record: Mapping[str, Any]) -> str:
    """Write the page."""
    return "\n".join(_lines(record)).rstrip("\n") + "\n"


def _lines(record: Mapping[str, Any]) -> Iterator[str]:
    yield _HEAD
    runs = record["runs"]
    yield f"The test split was run {_times(runs['test'])} and TAB {_times(runs['tab'])}, each run counted."
    yield ""
    for split in ("test", "dev", "train"):
        if split in record.get("splits", {}):
            yield from _split(split, record["splits"][split])
    yield from _public(record.get("public", {}))


def _split(split: str, told: Mapping[str, Any]) -> Iterator[str]:
    yield f"## The {split} split"
    yield ""
    versions = told["versions"]
    words = told["words"]
    yield (
        f"{told['cases']:,} cases, {sum(told['documents'].values()):,} documents, {words['all']:,} words; "
        f"{versions['date']}, redact {versions['version']}, rules `{versions['rules'][:12]}`, "
        f"{_digest('model', versions['model'])}, {_digest('test templates', versions['test_templates'])}, "
        f"seed {versions['seed'] if versions['seed'] is not None else 'not noted'}."
    )
    yield ""
    yield from _headline(told)
    yield from _table("### Mentions that must go", told["mentions"], _ranked)
    yield from _table("### Ages, dates, places and facts", told["detected_only"], _detected)
    yield from _table("### What was near in those that were missed", told["missed"], _plain)
    yield "Names, by:"
    yield ""
    for measure, title in _MEASURES.items():
        yield from _table(f"### {title}", told["names_by"].get(measure, {}), _ranked)
    yield from _staying(told)
    for label, title in (("PERSON", "names"), ("other", "other labels")):
        bands = told["calibration"][label]
        yield from _table(f"### Findings by score, {title}", bands, _calibrated)
    speed = told["speed"]["words_a_second_of_one_process"]
    yield f"Speed: {_number(speed)} words a second in one process. Who is who: docs/resolving.md."
    yield ""


def _headline(told: Mapping[str, Any]) -> Iterator[str]:
    for name, words in _PEOPLE.items():
        everybody = told["people"][name].get("all", {"surviving": 0, "people": 0})
        start = "**People with at least one surviving mention" if name == "names" else "People who survive"
        close = "**" if name == "names" else ""
        of = f"{everybody['surviving']:,} of {everybody['people']:,}"
        yield f"- {start} {words}: {of} ({_share(everybody['surviving'], everybody['people'])}){close}"
    precision = told["precision"]["PERSON"]
    false = told["false"]
    yield f"- Findings of names that are right: {_percent(precision['share'])}"
    yield (
        f"- False findings of names in 1,000 words that need not go: {false['names_per_1000_words']}; "
        f"on lines without any mention: {false['names_per_1000_words_on_lines_without_mentions']}"
    )
    yield ""
    yield from _table("### People who survive, by group", told["people"]["names"], _surviving)


def _staying(told: Mapping[str, Any]) -> Iterator[str]:
    yield from _table("### What must stay", told["stays"], _plain)
    yield from _table("### As what it is stopped", told.get("stopped_as", {}), _stopped)
    if "beside_role" in told:
        asked, noted = told["beside_role"]["asked"], told["beside_role"]["noted"]
        yield (
            'The author and the chair in a sentence that tells their role ("Independent author X said"), '
            f"where either is right and which no table counts: {asked:,} asked about, {noted:,} noted."
        )
        yield ""
    yield from _table("### False findings by label", told["false"]["everywhere"], _plain)


# ---------------------------------------------------------------- public sets


def _public(sets: Mapping[str, Any]) -> Iterator[str]:
    if not sets:
        return
    yield "## Public sets"
    yield ""
    yield "None of them is British social-care prose. They lie outside the repository."
    yield ""
    if "tab" in sets:
        yield from _tab(sets["tab"])
    for name, title in (("gum_dev", "GUM, development part"), ("litbank", "LitBank, the books kept apart")):
        if name in sets:
            yield from _marked(title, sets[name])


def _tab(found: Mapping[str, Any]) -> Iterator[str]:
    yield (
        f"TAB: {found['documents']} judgments, {found['versions']['date']}, judged by rules of every kind. "
        "An entity counts only when all its mentions are found. Of the words under findings "
        f"{_percent(found['word_precision'])} are to go. Of those under findings of a person that block, "
        f"{_percent(found['name_precision'])} are a person's."
    )
    yield ""
    yield from _table(
        "### Text Anonymization Benchmark, findings of every severity", found["entities"], _entity
    )
    stopping = found["stopping"]
    yield f"Of the words under these, {_percent(stopping['word_precision'])} are to go."
    yield ""
    yield from _table("### The same, findings that block or ask", stopping["entities"], _entity)


def _marked(title: str, found: Mapping[str, Any]) -> Iterator[str]:
    rows = {"**all**": found["all"], **found["each"]}
    yield from _table(f"### {title}", rows, _of_people)


# ---------------------------------------------------------------- tables


def _table(title: str, rows: Mapping[str, Mapping[str, Any]], row: Any) -> Iterator[str]:
    if not rows:
        return
    yield title
    yield ""
    first = True
    for group, counts in rows.items():
        cells = row(counts)
        if first:
            yield f"|  | {' | '.join(cells)} |"
            yield "|---|" + "---:|" * len(cells)
            first = False
        yield f"| {group} | {' | '.join(map(str, cells.values()))} |"
    yield ""


def _stopped(row: Mapping[str, int]) -> dict[str, str]:
    return {"as somebody": f"{row['person']:,}", "as a fact, a place, a body or a date": f"{row['other']:,}"}


def _ranked(row: Mapping[str, int]) -> dict[str, str]:
    every = row["name"] + row["check"] + row["missed"]
    counts = {key: f"{row[key]:,}" for key in ("name", "check", "missed")}
    return {**counts, "all": f"{every:,}", "found": _share(every - row["missed"], every)}


def _detected(row: Mapping[str, int]) -> dict[str, str]:
    every = row["name"] + row["check"] + row["missed"]
    stopped = row["name"] + row["check"]
    return {
        "all": f"{every:,}",
        "detected": _share(row["detected"], every),
        "stopped": _share(stopped, every),
    }


def _calibrated(row: Mapping[str, int]) -> dict[str, str]:
    return {**_plain(row), "share right": _share(row["right"], row["right"] + row["false"])}


def _surviving(row: Mapping[str, int]) -> dict[str, str]:
    return {**_plain(row), "share": _share(row["surviving"], row["people"])}


def _entity(row: Mapping[str, int]) -> dict[str, str]:
    return {
        "entities": f"{row['entities']:,}",
        "every mention found": _share(row["found"], row["entities"]),
        "mentions": f"{row['mentions']:,}",
        "found": _share(row["mentions_found"], row["mentions"]),
    }


def _of_people(row: Mapping[str, Any]) -> dict[str, str]:
    return {
        "words": f"{row['words']:,}",
        "mentions": f"{row['mentions']:,}",
        "found": _percent(row["mention_recall"]),
        "words of names found": _percent(row["word_recall"]),
        "words called names that are": _percent(row["word_precision"]),
    }


def _plain(row: Mapping[str, int]) -> dict[str, str]:
    """Every count of a row; the file sorts them by name, a reader wants them in the order of _ORDER."""
    keys = sorted(row, key=lambda key: (_ORDER.index(key) if key in _ORDER else len(_ORDER), key))
    return {key.replace("_", " "): f"{row[key]:,}" for key in keys}


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f} %"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:,}"


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count:,} times")


def _digest(name: str, digest: str | None) -> str:
    return f"{name} `{digest[:12]}`" if digest else f"no {name}"
