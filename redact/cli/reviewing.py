"""The screen of a review: one question with its evidence, one line for the answer.

An answer is a word, or a word and what it is about: `new mother`, `p3`, `split Kay`, `undo`. Enter alone
takes up what is suggested, where something is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import click

from redact.cli.review_labels import proposed_label
from redact.cli.review_showing import HELP, ending_lines, label_lines, people_lines, question_lines, show
from redact.cli.review_typed import COMMANDS, as_label, parted, staying
from redact.errors import WrongUse

if TYPE_CHECKING:
    from redact.values.key import Key
    from redact.values.reviewing import Sitting
    from redact.values.schemes import Scheme

__all__ = ["Screen"]

_KEEP_EVERY = 10  # answers
# What is said once something was changed that was answered before.
_DONE = {
    "label": "  the label is given; the one before goes to nobody else",
    "merge": "  these two are one now; undo parts them again",
    "unlink": "  it is theirs no longer, and is asked about where it stands in these documents",
}


@dataclass(slots=True)
class Screen:
    """Asks through a sitting; `sitting` is how far it has come."""

    scheme: Scheme
    leave_open: bool
    _history: list[Sitting] = field(default_factory=list, repr=False)
    _every_place: bool = False
    _answered_here: bool = False
    _put_off: set[str] = field(default_factory=set)

    def begin(self, sitting: Sitting) -> None:
        """Start with this sitting."""
        self._history = [sitting]

    @property
    def sitting(self) -> Sitting:
        """The sitting after the last answer."""
        return self._history[-1]

    @property
    def changed(self) -> bool:
        """Tell whether anything was answered, or taken back, since it was last kept."""
        return len(self._history) > 1

    @property
    def worth_keeping(self) -> bool:
        """Tell whether so much was answered that it should be kept before the next question."""
        return len(self._history) > _KEEP_EVERY

    def kept(self, sitting: Sitting) -> None:
        """Go on from what was kept; answers before it are changed in the list, and no longer by `undo`."""
        self._history = [sitting]

    def ask(self) -> bool:
        """Ask one question; gives False when there is none left, or somebody stops."""
        if not self.sitting.waiting and (bare := self._without_label()):
            return self._ask_label(bare[0])
        if not self.sitting.waiting and not self._answered_here:
            return False
        if self.sitting.waiting:
            show(question_lines(self.sitting, self.scheme, everything=self._every_place))
        else:
            show(ending_lines(self.sitting.key, self.scheme, all_answered=not self.open))
        while True:
            line = click.prompt("?", prompt_suffix=" ", default="", show_default=False).strip()
            try:
                going_on = self._do(line)
            except WrongUse as error:
                show([f"  {error.what}. {error.remedy}"])
                continue
            if going_on is not None:
                return going_on

    @property
    def open(self) -> int:
        """How much is left: questions without an answer, and whoever of the key has no label yet."""
        from redact.resolve.giving import without_label

        return self.sitting.open + len(without_label(self.sitting.key))

    # -------------------------------------------------------------- labels of whom the key has already

    def _without_label(self) -> list[str]:
        from redact.resolve.giving import without_label

        return [of for of in without_label(self.sitting.key) if of not in self._put_off]

    def _ask_label(self, of: str) -> bool:
        """Ask for the label of somebody of the key; gives False when somebody stops."""
        from redact.resolve import giving

        key, suggested = giving.suggestion(self.sitting.key, of, self.scheme, self.sitting.in_use)
        suggested, told = proposed_label(replace(self.sitting, key=key), of, self.scheme, suggested)
        show(label_lines(key, of, suggested, told))
        while True:
            line = click.prompt("?", prompt_suffix=" ", default="", show_default=False).strip()
            try:
                going_on = self._label(line, key, of, suggested)
            except WrongUse as error:
                show([f"  {error.what}. {error.remedy}"])
                continue
            if going_on is not None:
                return going_on

    def _label(self, line: str, key: Key, of: str, suggested: str | None) -> bool | None:
        from redact.resolve import giving

        word = line.casefold()
        if word == "quit":
            return self._quit()
        if word == "undo":
            self._undo()
            return True
        if word == "skip":
            self._put_off.add(of)
            return True
        if not line and suggested is None:
            raise WrongUse("nothing is suggested here", "Say who it is, or write a label.")
        slot = self.scheme.slot_of(line) if line else None
        if word == "stays":
            changed = giving.let_stay(key, of)
        elif slot is not None:
            changed = giving.give_slot(key, of, slot.id)
        elif word in COMMANDS:
            raise WrongUse("no label was given", "Write a label, or skip.")
        else:
            changed = giving.give_label(key, of, as_label(line or suggested or ""), self.scheme)
        self._history.append(replace(self.sitting, key=changed))
        self._answered_here = True
        return True

    # -------------------------------------------------------------- answers

    def _do(self, line: str) -> bool | None:
        """Carry out one line; gives whether to go on, or None where the same question stands."""
        word, _, rest = line.partition(" ")
        word, rest = word.casefold(), rest.strip()
        if not self.sitting.waiting and word in ("", "quit"):
            return False
        if word == "quit":
            return self._quit()
        if word in ("?", "help"):
            click.echo(HELP)
            return None
        if word == "people":
            show(people_lines(self.sitting.key))
            return None
        if word == "undo":
            self._undo()
            show(["  the last answer is taken back"])
        elif word == "all":
            self._every_place = True
        else:
            before = self.sitting
            self._history.append(self._answered(word, rest, line))
            if before.skipped and not self.sitting.skipped and word not in (*_DONE, "split"):
                show(["  now those come back that were put off"])
            self._every_place, self._answered_here = False, True
            if word in _DONE:
                show([_DONE[word]])
            if word == "split":
                show(["  parted: what is left is asked about first, and then what you have parted"])
        return True

    def _answered(self, word: str, rest: str, line: str) -> Sitting:
        from redact.resolve import reviewing

        if not self.sitting.waiting and word not in _DONE:
            raise WrongUse("every question has its answer", "Enter keeps them; ? shows what else there is.")
        if word in _DONE:
            return self._about_the_key(word, rest)
        sitting, question = self.sitting, self.sitting.waiting[0]
        if not line:
            if not question.likely:
                raise WrongUse("nothing is suggested here", "Say who it is; ? shows how.")
            return reviewing.is_known(sitting, question.candidates[0])
        alone: dict[str, Callable[[Sitting], Sitting]] = {"not": reviewing.is_nobody, "skip": reviewing.skip}
        if word in alone and not rest:
            return alone[word](sitting)
        if word in ("new", "stays", "split"):
            asked: dict[str, Callable[[str], Sitting]] = {
                "new": self._new,
                "stays": partial(staying, sitting),
                "split": partial(parted, sitting),
            }
            return asked[word](rest)
        self._must_be_known(line.casefold())
        return reviewing.is_known(sitting, line.casefold())

    def _about_the_key(self, word: str, rest: str) -> Sitting:
        """Change what was answered before, whatever is asked now."""
        from redact.resolve import reviewing

        of, _, what = rest.partition(" ")
        of = of.casefold()
        self._must_be_known(of)
        if word == "merge":
            other = what.strip().casefold()
            self._must_be_known(other)
            return reviewing.merge(self.sitting, of, other)
        if word == "unlink":
            return reviewing.reopen(self.sitting, of, what)
        return reviewing.give_label(self.sitting, of, what, self.scheme)

    def _new(self, who: str) -> Sitting:
        from redact.resolve import reviewing
        from redact.resolve.labels_told import likely_slot
        from redact.values.schemes import Group

        slot = self.scheme.slot_of(who) or self.scheme.slot(who.casefold().replace(" ", "-"))
        if not who and slot is None:
            slot = likely_slot(self.sitting, self.scheme)
        if slot is None and not who:
            raise WrongUse("nothing here tells who it is", "Write it behind new: new mother, new school.")
        if slot is None:
            known = ", ".join(slot.id for slot in self.scheme.slots)
            raise WrongUse("that is no place in the scheme", f"It knows: {known}")
        if slot.group is Group.THING:
            changed = reviewing.new_thing(self.sitting, slot.id)
            of = changed.key.things[-1].id
        else:
            changed = reviewing.new_person(self.sitting, slot.id)
            of = changed.key.people[-1].id
        return self._labelled(changed, of)

    def _labelled(self, changed: Sitting, of: str) -> Sitting:
        """Ask for the label of somebody new; the one of the scheme counts once it is taken up."""
        from redact.resolve import reviewing

        label = reviewing.suggested_label(changed, of, self.scheme)
        label, told = proposed_label(changed, of, self.scheme, label)
        show(told)
        while True:
            asked = f"  label of {of} (Enter: {label})" if label else f"  label of {of}"
            answer = click.prompt(asked, default=label or "", show_default=False).strip()
            if answer.casefold() in COMMANDS:
                raise WrongUse("no label was given, so nothing was answered", "The question stands.")
            try:
                return reviewing.give_label(changed, of, as_label(answer), self.scheme)
            except WrongUse as error:
                show([f"  {error.what}. {error.remedy}"])

    def _undo(self) -> None:
        if len(self._history) < 2:
            raise WrongUse(
                "nothing was answered since the answers were last kept",
                "To take one back: unlink p3 SPELLING",
            )
        self._history.pop()

    def _quit(self) -> bool | None:
        left = self.open
        if not self.leave_open and not click.confirm(f"  {left} question(s) are open. Stop all the same?"):
            return None
        return False

    def _must_be_known(self, of: str) -> None:
        key = self.sitting.key
        if of not in {*(one.id for one in key.people), *(one.id for one in key.things)}:
            raise WrongUse(
                "that is no answer that is known here", "? shows how to answer, and people who there is."
            )
