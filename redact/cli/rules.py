"""`redact rules` and `redact explain`: what is checked, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli.console import say, write_product
from redact.cli.options import choice, one_of
from redact.errors import ExitStatus, WrongUse
from redact.values.judgement import DocumentKind, Edition, RuleKind

if TYPE_CHECKING:
    from redact.values.judgement import Rulebook

__all__ = ["explain", "rules"]

_KINDS = [*(kind.value for kind in DocumentKind), *(kind.value for kind in RuleKind)]
_own = click.option(
    "--rules", "own", type=click.Path(path_type=Path), metavar="DIR", help="Your partnership's own rules too."
)


@click.group(invoke_without_command=True)
@click.option("--edition", type=choice(Edition), help="Only rules that hold under this edition.")
@click.option("--board", metavar="ID", help="Only the rules of this board's own procedure.")
@click.option(
    "--kind", type=click.Choice(_KINDS), metavar="KIND", help="Only of this kind: of document, or of check."
)
@_own
@click.pass_context
def rules(
    context: click.Context, edition: str | None, board: str | None, kind: str | None, own: Path | None
) -> None:
    """List the rules that documents are judged by, and test the examples of your own."""
    if context.invoked_subcommand is not None:
        return
    from redact.report.as_rule import list_rules, narrowed

    rulebook = _rulebook(own)
    known = [one.id for one in rulebook.boards]
    if board is not None and board not in known:
        raise WrongUse("there are no rules of a board of that name", f"Known are: {', '.join(known)}.")
    found = narrowed(rulebook, one_of(Edition, edition), board, kind)
    if not found:
        say("there is no such rule")
    write_product(list_rules(found).encode("utf-8"))


@rules.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def test(folder: Path) -> ExitStatus:
    """Run the examples of every rule in DIR: each `finds` must be found, each `allows` left alone.

    Exit status: 0 all of them hold, 7 some do not, or a rule has a fault.
    """
    from redact.recognise.finding import find_mentions
    from redact.run.rule_testing import run_examples

    tested = run_examples(folder, find_mentions)
    failed = [_failed(one) for one in tested.failed]
    rules_ = "1 rule" if tested.rules == 1 else f"{tested.rules:,} rules"
    done = f"{tested.examples:,} examples of {rules_} were run"
    end = f"{len(failed):,} do not hold" if failed else "all of them hold"
    write_product("\n".join([*failed, f"{done}: {end}", ""]).encode("utf-8"))
    return ExitStatus.RULES if failed else ExitStatus.READY


@click.command()
@click.argument("rule", metavar="RULE")
@_own
def explain(rule: str, own: Path | None) -> None:
    """Explain one rule: what it means, why it matters, what to write instead, and its source.

    An edition (wt2015) or a board (bath-nes) is explained too.
    """
    from redact.report.as_rule import nearest

    rulebook = _rulebook(own)
    text = _explained(rule, rulebook)
    if text is not None:
        write_product(text.encode("utf-8"))
        return
    near = nearest(rule, rulebook)
    raise WrongUse(
        "there is no rule of that name", f"Did you mean {near}?" if near else "`redact rules` lists them."
    )


def _explained(id_: str, rulebook: Rulebook) -> str | None:
    from redact.report.as_pack import explain_board, explain_pack
    from redact.report.as_rule import explain as in_words

    for rule in rulebook.rules:
        if rule.id == id_:
            return in_words(rule)
    for pack in rulebook.packs:
        if pack.edition.value == id_:
            return explain_pack(pack, rulebook)
    for board in rulebook.boards:
        if board.id == id_:
            return explain_board(board, rulebook)
    return None


def _rulebook(own: Path | None) -> Rulebook:
    from redact.resources import rules_folder
    from redact.rulebook import load

    return load(rules_folder(), own)


def _failed(one: Any) -> str:
    what = {
        "fail": "the rule finds a fault in it",
        "pass": "the rule finds nothing in it",
        "needs_a_person": "the rule finds nothing in it",
        "not_run": "the rule was not run",
        "not_applicable": "the rule does not apply to it",
    }[one.outcome.value]
    return f"{one.rule}: {one.which}, example {one.number}: {what}"
