"""The decisions of a case, for a terminal and as JSON; no word of a document is in them."""

from __future__ import annotations

import json
from importlib.resources import files

from redact.report.decided import said_by_one, word_as_json
from redact.report.wording import ascii_words, count, short_print
from redact.values.decision_list import DecisionList, Listed
from redact.values.decisions import Answer
from redact.values.since import ToldThing

__all__ = ["SCHEMA", "render_json", "render_text", "schema"]

SCHEMA = "redact-decisions/1"
_TITLES = {
    Answer.CHANGE: "Change: it is to be changed",
    Answer.KEEP: "Keep: it stays",
    Answer.MISTAKEN: "Mistaken: it is not what it was taken for",
    Answer.EXCEPTION: "Exception: it stays although it blocks, where two people say so",
    Answer.LOOKED_AT: "Looked at: somebody has read what the program could not",
}

Json = dict[str, object]


def render_text(listed: DecisionList) -> str:
    """Write a list for a terminal, in ASCII, with a line end at its end."""
    counting = sum(one.counts for one in listed.entries)
    lines = [f"Case {listed.case}: {count(len(listed.entries), 'decision')}, {counting:,} of them in force"]
    if listed.which is not None:
        number = f"{len(listed.entries):,} of {count(listed.total, 'decision')}"
        lines = [f"Case {listed.case}: listed are those {listed.which}: {number}"]
    for answer, title in _TITLES.items():
        own = [one for one in listed.entries if one.decision.answer is answer]
        lines += ["", f"{title} ({len(own):,})"] if own else []
        lines += [line for one in own for line in _lines(one, listed)]
    if any(one.things is not None for one in listed.entries):
        documents = sum(not document.is_between for document in listed.documents)
        lines += ["", f"Held against {count(documents, 'document')}; another may have use for them."]
    return "\n".join(lines) + "\n"


def render_json(listed: DecisionList) -> str:
    """Write a list as JSON, two spaces deep, with a line end at its end."""
    whole: Json = {
        "schema": SCHEMA,
        "case": listed.case,
        "documents": [document.name for document in listed.documents if not document.is_between],
        "decisions": [_entry(one, listed) for one in listed.entries],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def schema() -> Json:
    """Load the JSON Schema (draft 2020-12) that every output of `render_json` obeys."""
    text = files("redact.report").joinpath("decisions-1.schema.json").read_text(encoding="utf-8")
    loaded: Json = json.loads(text)
    return loaded


def _lines(one: Listed, listed: DecisionList) -> list[str]:
    state = "" if one.counts else "  (ended)" if one.ended else "  (replaced)"
    print_ = short_print(one.decision.fingerprint)
    lines = [f"  {print_}  {ascii_words(said_by_one(one.decision, holds=not one.ended))}{state}"]
    if one.things is not None:
        told = [_told(thing, listed) for thing in one.things] or ["nothing in these documents"]
        lines += [f"            {words}" for words in dict.fromkeys(told)]
    return lines


def _told(thing: ToldThing, listed: DecisionList) -> str:
    what = "could not be read" if thing.is_gap else f"rule {thing.rule}"
    return f"{listed.documents[thing.document].name}, {thing.part}: {what}"


def _entry(one: Listed, listed: DecisionList) -> Json:
    used = None
    if one.things is not None:
        used = [
            {"document": listed.documents[thing.document].name, "part": thing.part, "rule": thing.rule}
            for thing in one.things
        ]
    return {
        "fingerprint": one.decision.fingerprint,
        **word_as_json(one.decision, holds=not one.ended),
        "counts": one.counts,
        "used": used,
    }
