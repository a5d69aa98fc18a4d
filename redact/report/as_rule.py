"""Rules for people to read: one explained, all in a list, all as a page of the documentation.

Only the rulebook's own words are shown; its examples are invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from enum import Enum
from textwrap import fill

from redact.report.hidden import advice_words
from redact.values.judgement import Rule, Rulebook, Severity

__all__ = ["applies", "explain", "list_rules", "nearest", "reference"]

_WIDTH = 79
_SEVERITY = {
    Severity.BLOCK: "block: the document is not ready while this stands in it",
    Severity.ASK: "ask: the document is not ready until somebody has decided",
    Severity.NOTE: "note: it is only said",
}


def nearest(id_: str, rulebook: Rulebook) -> str | None:
    """Give the id that somebody who typed `id_` most likely meant; none when no id is near."""
    ids = [rule.id for rule in rulebook.rules]
    typed = "-".join(id_.lower().replace("_", " ").replace("-", " ").split())
    inside = [known for known in ids if typed and typed in known]
    near = get_close_matches(typed, ids, n=1, cutoff=0.6)
    return next(iter(near or inside), None)


def list_rules(rulebook: Rulebook) -> str:
    """Lay out all rules as a table: id, severity, title; one line a rule, in ASCII."""
    rows = [("rule", "severity", "what it finds")]
    rows += [(rule.id, rule.severity.value, rule.title) for rule in rulebook.rules]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    lines = [f"{row[0]:<{first}}  {row[1]:<{second}}  {row[2]}".rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]]) + "\n"


def explain(rule: Rule) -> str:
    """Explain one rule: what it finds, why it matters, what to write, its source and its examples."""
    blocks = [
        f"{rule.id}: {rule.title}\n{_SEVERITY[rule.severity]}",
        _block("What it means", rule.message),
        _block(advice_words(rule), rule.hint),
        _block("Why it matters", rule.why),
        _block("Source", rule.source),
        _block("When it applies", applies(rule)),
    ]
    if rule.sentence:
        blocks.append(_block("What a person signs", rule.sentence))
    blocks.append(_examples("Found (every name and number is invented)", rule.finds))
    blocks.append(_examples("Left alone", rule.allows))
    return "\n\n".join(blocks) + "\n"


def reference(rulebook: Rulebook) -> str:
    """Write the page of the documentation on all rules, as Markdown; the same rules, the same bytes."""
    parts = [
        "# The rules\n",
        "<!-- Made from rules/ by tools/make_rule_reference.py: change the rules, not this page. -->\n",
        "Every name, number and address in the examples is invented.\n",
        "| rule | severity | what it finds |\n|---|---|---|\n"
        + "".join(
            f"| [{rule.id}](#{rule.id}) | {rule.severity.value} | {rule.title} |\n" for rule in rulebook.rules
        ),
    ]
    return "\n".join(parts + [_section(rule) for rule in rulebook.rules])


def applies(rule: Rule) -> str:
    """Say in one sentence for what and whom a rule holds."""
    limits = [
        f"{what} {_listed(members)}"
        for what, members in (
            ("edition", rule.edition),
            ("kind of document", rule.applies_to),
            ("audience", rule.audience),
            ("mode", rule.mode),
        )
        if members
    ]
    if not limits:
        return "To every document, for every audience."
    return "Only with " + "; ".join(limits) + "."


def _section(rule: Rule) -> str:
    lines = [
        f"## {rule.id}\n",
        f"**{rule.title}** ({_SEVERITY[rule.severity]})\n",
        f"{rule.message} {rule.why}\n",
        f"*{advice_words(rule)}.* {rule.hint}\n",
        f"*Applies.* {applies(rule)}\n",
    ]
    if rule.sentence:
        lines.append(f"*What a person signs.* {rule.sentence}\n")
    lines.append(f"*Source.* {rule.source}\n")
    lines.append("Found:\n\n" + _code(rule.finds))
    lines.append("Left alone:\n\n" + _code(rule.allows))
    return "\n".join(lines)


def _code(examples: Sequence[str]) -> str:
    return "```text\n" + "".join(f"{example}\n" for example in examples) + "```\n"


def _block(heading: str, text: str) -> str:
    return f"{heading}:\n" + fill(
        text, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False
    )


def _examples(heading: str, examples: Sequence[str]) -> str:
    lines = [
        fill(example, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_long_words=False)
        for example in examples
    ]
    return "\n".join([f"{heading}:", *lines])


def _listed(members: Sequence[Enum]) -> str:
    return " or ".join(str(member.value) for member in members)
