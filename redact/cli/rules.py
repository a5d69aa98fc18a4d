"""`redact rules` and `redact explain`: what is checked, and why."""

from __future__ import annotations

import click

from redact.cli.console import write_product

__all__ = ["explain", "rules"]


@click.command()
def rules() -> None:
    """List the rules that documents are judged by."""
    from redact.report.as_rule import list_rules
    from redact.resources import rules_folder
    from redact.rulebook import load

    write_product(list_rules(load(rules_folder())).encode("utf-8"))


@click.command()
@click.argument("rule", metavar="RULE")
def explain(rule: str) -> None:
    """Explain one rule: what it means, why it matters, what to write instead, and its source."""
    from redact.errors import WrongUse
    from redact.report.as_rule import explain as in_words
    from redact.report.as_rule import nearest
    from redact.resources import rules_folder
    from redact.rulebook import load

    rulebook = load(rules_folder())
    for candidate in rulebook.rules:
        if candidate.id == rule:
            write_product(in_words(candidate).encode("utf-8"))
            return
    near = nearest(rule, rulebook)
    raise WrongUse(
        "there is no rule of that name", f"Did you mean {near}?" if near else "`redact rules` lists them."
    )
