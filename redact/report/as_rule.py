"""Rules for people to read: one explained, all in a list, all as a page of the documentation.

Only the rulebook's own words are shown; its examples are invented.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from enum import Enum
from textwrap import fill

from redact.report.hidden import advice_words
from redact.values.judgement import Edition, Rule, Rulebook, RuleKind, Severity, SourceStatus

__all__ = ["applies", "explain", "family_of", "list_rules", "narrowed", "nearest", "reference"]

_WIDTH = 79
_MADE = "<!-- Made from rules/ by tools/make_rule_reference.py: change the rules, not this page. -->\n"
_LAW = re.compile(r"x-\d+(-[a-z])?")
_FAMILIES = {
    RuleKind.IDENTITY: "identity",
    RuleKind.DOCUMENT_KIND: "publication",
    RuleKind.HIDDEN: "hidden",
    RuleKind.LABELS: "labels",
    RuleKind.BUNDLE: "labels",
}
_FAMILY_TITLES = {
    "editions": "editions of Working Together",
    "hidden": "what no reader of the pages sees",
    "identity": "who can be told",
    "labels": "labels in place of names",
    "law": "law and national guidance",
    "publication": "what is never published",
}
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


def narrowed(
    rulebook: Rulebook, edition: Edition | None = None, board: str | None = None, kind: str | None = None
) -> tuple[Rule, ...]:
    """Give the rules that hold under an edition, of a board's own procedure, and of a kind.

    Args:
        kind: of document, or of check.
    """
    return tuple(
        rule
        for rule in rulebook.rules
        if (edition is None or not rule.edition or edition in rule.edition)
        and (board is None or board in rule.board)
        and (kind is None or kind == rule.kind.value or _is_for(rule, kind))
    )


def list_rules(rules: Sequence[Rule]) -> str:
    """Lay out rules as a table: id, severity, title; one line a rule, in ASCII."""
    rows = [("rule", "severity", "what it finds")]
    rows += [(rule.id, rule.severity.value, rule.title) for rule in rules]
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    lines = [f"{row[0]:<{first}}  {row[1]:<{second}}  {row[2]}".rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]]) + "\n"


def explain(rule: Rule) -> str:
    """Explain one rule: what it finds, why it matters, what to write, its source and its examples."""
    blocks = [
        f"{_title(rule)}\n{_SEVERITY[rule.severity]}",
        _block("What it means", rule.message),
        _block(advice_words(rule), rule.hint),
        _block("Why it matters", rule.why),
        _block("Source", _source(rule)),
        _block("When it applies", applies(rule)),
    ]
    if rule.replaces:
        blocks.append(_block("Takes the place of", _listed(rule.replaces)))
    if rule.sentence:
        blocks.append(_block("What a person signs", rule.sentence))
    if rule.finds:
        blocks.append(_examples("Found (every name and number is invented)", rule.finds))
        blocks.append(_examples("Left alone", rule.allows))
    return "\n\n".join(blocks) + "\n"


def family_of(rule: Rule) -> str:
    """Say on which page of the documentation a rule stands."""
    if rule.board:
        return rule.board[0]
    if rule.kind in _FAMILIES:
        return _FAMILIES[rule.kind]
    return "law" if _LAW.fullmatch(rule.id) else "editions"


def reference(rulebook: Rulebook) -> Mapping[str, str]:
    """Write the pages of the documentation on all rules, as Markdown; the same rules, the same bytes.

    Returns: the pages by their paths in docs/: `rules.md` lists all, and each family has one of its own.
    """
    families = sorted({family_of(rule) for rule in rulebook.rules})
    pages = {"rules.md": _index(rulebook, families)}
    for family in families:
        rules = [rule for rule in rulebook.rules if family_of(rule) == family]
        head = [
            f"# The rules: {_titles(rulebook).get(family, family)}\n",
            _MADE,
            "[All rules](../rules.md)\n",
        ]
        pages[f"rules/{family}.md"] = "\n".join([*head, *map(_section, rules)])
    return pages


def _index(rulebook: Rulebook, families: Sequence[str]) -> str:
    parts = ["# The rules\n", _MADE, "Every name, number and address in the examples is invented.\n"]
    for family in families:
        rows = [
            f"| [{rule.id}](rules/{family}.md#{rule.id}) | {rule.severity.value} | {rule.title} |\n"
            for rule in rulebook.rules
            if family_of(rule) == family
        ]
        title = _titles(rulebook).get(family, family)
        parts.append(f"## {title}\n\n| rule | severity | what it finds |\n|---|---|---|\n" + "".join(rows))
    return "\n".join(parts)


def _titles(rulebook: Rulebook) -> Mapping[str, str]:
    return {**_FAMILY_TITLES, **{board.id: board.title for board in rulebook.boards}}


def applies(rule: Rule) -> str:
    """Say in one sentence for what and whom a rule holds."""
    limits = [
        f"{what} {_listed(members)}"
        for what, members in (
            ("edition", rule.edition),
            ("board", rule.board),
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
    lines.append(f"*Source.* {_source(rule)}\n")
    if rule.replaces:
        lines.append(f"*Takes the place of.* {_listed(rule.replaces)}\n")
    if rule.finds:
        lines.append("Found:\n\n" + _code(rule.finds))
        lines.append("Left alone:\n\n" + _code(rule.allows))
    return "\n".join(lines)


def _code(examples: Sequence[str]) -> str:
    # Small documents are parted by an empty line.
    between = "\n\n" if any("\n" in example for example in examples) else "\n"
    return f"```text\n{between.join(examples)}\n```\n"


def _block(heading: str, text: str) -> str:
    return f"{heading}:\n" + fill(
        text, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_long_words=False
    )


def _examples(heading: str, examples: Sequence[str]) -> str:
    return "\n".join([f"{heading}:", *map(_example, examples)])


def _title(rule: Rule) -> str:
    return fill(f"{rule.id}: {rule.title}", _WIDTH, subsequent_indent="  ", break_on_hyphens=False)


def _example(example: str) -> str:
    """Lay out an example: a sentence, or a small document whose lines stay lines."""
    lines = [
        fill(
            line,
            _WIDTH,
            initial_indent="    " if number else "  - ",
            subsequent_indent="      " if "\n" in example else "    ",
            break_long_words=False,
        )
        for number, line in enumerate(example.split("\n"))
    ]
    return "\n".join(lines)


def _source(rule: Rule) -> str:
    if rule.status is SourceStatus.READ:
        return rule.source
    return f"{rule.source}. To be verified: what it says is from general knowledge"


def _is_for(rule: Rule, kind: str) -> bool:
    return any(kind == member.value for member in rule.applies_to)


def _listed(members: Sequence[Enum | str]) -> str:
    return " or ".join(str(member.value) if isinstance(member, Enum) else member for member in members)
