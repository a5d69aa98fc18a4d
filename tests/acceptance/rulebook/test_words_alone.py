"""What a document must hold is not there because its words are.

For every thing that any rule wants to be present, by all its wordings: a heading with nothing under it, a
line in the table of contents, and a sentence that says that there was none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

import pytest

from redact.judge.negation import DENIES
from redact.judge.phrases import words_of
from redact.run.rule_examples import outcome_of
from redact.values.judgement import DocumentKind, Outcome, Rule, RuleKind
from redact.values.people import Mention
from redact.values.text import Document
from tests.acceptance.rulebook.bundles import SECRET, rulebook

FORMS = {
    "an empty section": "## {0}",
    "the table of contents": "{0} ........ 7",
    "it was not done": "There was no {1} at all.",
}
VERBS = {"was", "were", "is", "are", "has", "have", "had"}


def nobody(_: Sequence[Document]) -> Sequence[Mention]:
    return ()


def wanted_of(rule: Rule) -> Mapping[str, Sequence[str]]:
    return cast(Mapping[str, Sequence[str]], rule.params["wanted"])


def said(wording: str) -> str:
    """Write a wording as it might stand: of two words the first, and for any ending none."""
    return " ".join(re.sub(r"/.*|\*", "", word) for word in wording.replace("...", " ").split())


def lines_of(several: Sequence[str], form: str) -> list[str]:
    """Write every wording in a form; not those that deny themselves, nor whole clauses behind "no"."""
    left_out = DENIES | (VERBS if "{1}" in form else set())
    plain = [one for one in map(said, several) if not left_out & {*words_of(one)}]
    return [form.format(one[0].upper() + one[1:], one) for one in plain]


def document(rule: Rule, lines: Sequence[str]) -> str:
    """Write a document of the rule's kind; for a rule on several documents, a second beside it."""
    kinds = cast(Sequence[DocumentKind], rule.params.get("kinds", ())) or rule.applies_to
    inside = [f"# {said(one)}" for one in cast(Sequence[str], rule.params.get("headings", ()))[:1]]
    other = ["[letter]", "Dear colleague"] if rule.kind is RuleKind.ANYWHERE else []
    return "\n".join(
        [f"[{kinds[0].value}]", "# Title", "The child was seen.", *inside, *lines, *other],
    )


def things() -> Iterator[tuple[Rule, str, str]]:
    for rule in rulebook().rules:
        if rule.kind in (RuleKind.PRESENT, RuleKind.ANYWHERE):
            for name in wanted_of(rule):
                # "Author" on a cover may stand there without a text, where the rule says so.
                forms = [
                    form for form in FORMS if rule.params.get("least_words") != 0 or "section" not in form
                ]
                yield from ((rule, name, form) for form in forms)


@pytest.mark.parametrize(
    ("rule", "name", "form"),
    [pytest.param(rule, name, form, id=f"{rule.id}: {name}: {form}") for rule, name, form in things()],
)
def test_the_words_alone_are_not_enough(rule: Rule, name: str, form: str) -> None:
    several = wanted_of(rule)[name]
    one_thing = replace(rule, params={**rule.params, "wanted": {name: several}})
    example = document(rule, lines_of(several, FORMS[form]))
    assert outcome_of(one_thing, example, nobody, SECRET) is Outcome.FAIL
