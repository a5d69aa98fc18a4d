"""Whether a thing is told of somebody of the case, and of whom, once its sentence was read.

What is told of anybody is told of nobody. A visit of "the health visitor", whom no label marks, is a day of
the child's story; the number of children, words of the press and "the only ..." are the family's.
"""

from __future__ import annotations

from dataclasses import dataclass

from redact.judge.jigsaw.context import Meant
from redact.judge.jigsaw.owners import OF_WORK
from redact.judge.jigsaw.people import Said
from redact.judge.jigsaw.told import Told
from redact.values.jigsaw import Exactness, FactKind, Side, Whom

__all__ = ["Heard", "whom_of", "whom_unsaid"]

_CHILD = Whom("child", "the child", Side.CHILD)
_FAMILY = Whom("family", "the family", Side.FAMILY)
# What a household is known by, whoever of it the sentence is about when nobody else is.
_OF_FAMILY = frozenset((FactKind.PRESS, FactKind.ONLY, FactKind.SMALL_NUMBER))
_OF_STORY = frozenset((FactKind.DATE, FactKind.MONTH, FactKind.PLACE, FactKind.BODY))
_OF_LIFE = frozenset((FactKind.BIRTH, FactKind.DATE))
_OF_SELF = frozenset(
    (
        FactKind.OCCUPATION,
        FactKind.RELIGION,
        FactKind.LANGUAGE,
        FactKind.NATIONALITY,
        FactKind.ETHNICITY,
        FactKind.IMMIGRATION,
        FactKind.PLACE,
    )
)
_REVIEWERS = frozenset(("author", "reviewer", "panel", "lead reviewer"))


@dataclass(frozen=True, slots=True)
class Heard:
    """What a sentence is, beside its words.

    `least` is how somebody must be spoken of in it. `general` says that it, or a heading above it, has words
    of research, law, training or advice; `of_work` that it tells of somebody's team or absence; `in_form`
    that it is a cell or a row of a form; `anybody` that it speaks of anybody, `named`
    of one by a label or a name. `topic` is whom the paragraph
    is about.
    """

    least: Said
    general: bool
    of_work: bool
    past: bool
    event: bool
    in_form: bool
    in_field: bool
    anybody: bool
    has_child: bool
    named: bool
    topic: Meant | None


def whom_of(told: Told, owner: Meant, heard: Heard) -> Whom | None:
    """Give whom a thing is told of, of which somebody of its sentence is the owner; none of anybody."""
    whom = owner.whom
    if owner.said is Said.ANYBODY and not heard.general and _is_headline(told, heard):
        return _FAMILY
    if whom is None or owner.said < heard.least or _is_anybody(told, owner, whom, heard):
        return None
    at_work = whom.side is Side.PROFESSIONAL
    if told.kind is FactKind.PRESS and whom.side in (Side.SOMEBODY, Side.PROFESSIONAL):
        return _FAMILY
    if at_work and whom.key.startswith("role:") and not heard.of_work and told.kind in _OF_STORY:
        return _CHILD if heard.has_child else None
    if told.kind is FactKind.SIBLINGS and whom.side in (Side.FAMILY, Side.SIBLING):
        return _FAMILY  # a mother of five: so many children has the household
    return whom


def whom_unsaid(told: Told, heard: Heard) -> Whom | None:
    """Give whom a sentence is about that names nobody: whom the paragraph is about, or the child."""
    if told.kind in OF_WORK or told.kind is FactKind.SIBLING_FACT:
        return None
    if heard.general or (heard.anybody and not heard.in_field):
        return None
    topic = heard.topic
    known = topic is not None and topic.said >= Said.KNOWN
    if told.kind is FactKind.PRESS and known:
        return _FAMILY
    if topic is None and _is_headline(told, heard):
        return _FAMILY
    if topic is not None and topic.whom is not None and known:
        if topic.whom.side is not Side.PROFESSIONAL:
            return topic.whom
    elif topic is not None:
        return None
    happened = heard.event and (heard.past or told.kind in _OF_LIFE)
    if not heard.has_child or not (heard.in_form or happened):
        return None
    return _FAMILY if told.kind in _OF_FAMILY else _CHILD


def _is_headline(told: Told, heard: Heard) -> bool:
    """Tell whether words of the press stand in a sentence that tells something: a headline names nobody."""
    return told.kind is FactKind.PRESS and told.exactness is Exactness.EXACT and heard.past


def _is_anybody(told: Told, owner: Meant, whom: Whom, heard: Heard) -> bool:
    """Tell whether somebody is only said to be known: "the children" of a rule, "the manager" of a policy."""
    person = owner.person
    if person.who in _REVIEWERS or (owner.said is Said.SOMEBODY and whom.side is Side.PROFESSIONAL):
        return True
    if whom.side is Side.SOMEBODY and heard.least is Said.NAMED:
        return True  # of another case
    if heard.past or owner.said is Said.NAMED or (heard.named and person.who == "parents"):
        return False
    if whom.side is Side.SOMEBODY or told.kind in OF_WORK:
        return True
    if person.who == "parents" and told.kind in _OF_SELF and not heard.general:
        return False  # "both parents are dentists"
    alone = not (person.entity or person.owner or person.pronoun or person.who == "family")
    return person.plural and alone and owner.said is Said.KNOWN and heard.topic is None
