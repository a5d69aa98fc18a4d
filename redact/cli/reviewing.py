"""The screen of a review: one question with its evidence, one line for the answer.

An answer is a word, or a word and what it is about: `new mother`, `p3`, `split Kay`, `undo`. Enter alone
takes up what is suggested, where something is.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from redact.cli.console import printable
from redact.errors import WrongUse

if TYPE_CHECKING:
    from redact.values.key import KeyPerson
    from redact.values.reviewing import Question, Sitting
    from redact.values.schemes import Scheme

__all__ = ["Screen"]

_PLACES_SHOWN = 4
_KEEP_EVERY = 10  # answers
_WIDTH = 79
_HELP = """\
  Enter          take up what is suggested
  p3             it is person p3 of the list (this is also how two are merged)
  new WHO        somebody new: new mother, new social worker; then the label is asked
  stays          somebody who is named in the review on purpose, such as its author
  not            nobody's name, in these places
  split SPELLING that spelling is somebody else: ask about it apart
  unlink p3 SPELLING   take a spelling away from p3 and ask whose it is
  label p3 LABEL give p3 another label
  all            show every place
  people         the list of who is in the key
  skip           later
  undo           take the last answer back
  quit           stop; what was answered is kept"""


@dataclass(slots=True)
class Screen:
    """Asks through a sitting; `sitting` is how far it has come."""

    scheme: Scheme
    leave_open: bool
    _history: list[Sitting] = field(default_factory=list, repr=False)
    _every_place: bool = False

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
        if not self.sitting.waiting:
            return False
        self._show()
        while True:
            line = click.prompt("?", prompt_suffix=" ", default="", show_default=False).strip()
            try:
                going_on = self._do(line)
            except WrongUse as error:
                click.echo(f"  {error.what}. {error.remedy}")
                continue
            if going_on is not None:
                return going_on

    # -------------------------------------------------------------- answers

    def _do(self, line: str) -> bool | None:
        """Carry out one line; gives whether to go on, or None where the same question stands."""
        word, _, rest = line.partition(" ")
        word, rest = word.casefold(), rest.strip()
        if word == "quit":
            return self._quit()
        shown: dict[str, Callable[[], None]] = {"?": self._help, "help": self._help, "people": self._people}
        if word in shown:
            shown[word]()
            return None
        if word == "undo":
            self._undo()
        elif word == "all":
            self._every_place = True
        else:
            self._history.append(self._answered(word, rest, line))
            self._every_place = False
        return True

    def _answered(self, word: str, rest: str, line: str) -> Sitting:
        from redact.resolve import reviewing

        sitting, question = self.sitting, self.sitting.waiting[0]
        simple = {"not": reviewing.is_nobody, "skip": reviewing.skip}
        if not line:
            if not question.likely:
                raise WrongUse("nothing is suggested here", "Say who it is; ? shows how.")
            return reviewing.is_person(sitting, question.candidates[0])
        if word in simple and not rest:
            return simple[word](sitting)
        if word == "stays" and not rest:
            return reviewing.new_person(sitting, None)
        if word == "new":
            return self._new(rest)
        if word == "split":
            return reviewing.split(sitting, rest)
        if word in ("unlink", "label"):
            of, _, what = rest.partition(" ")
            self._must_be_known(of)
            return (reviewing.reopen if word == "unlink" else reviewing.give_label)(sitting, of, what)
        self._must_be_known(line)
        return reviewing.is_person(sitting, line)

    def _new(self, who: str) -> Sitting:
        from redact.resolve import reviewing

        slot = self.scheme.slot_of(who) or self.scheme.slot(who.casefold().replace(" ", "-"))
        if not who and slot is None:
            slot = reviewing.slot_for(self.sitting.waiting[0], self.scheme)
        if slot is None:
            known = ", ".join(slot.id for slot in self.scheme.slots)
            raise WrongUse("that is no place in the scheme", f"It knows: {known}")
        changed = reviewing.new_person(self.sitting, slot.id)
        of = changed.key.people[-1].id
        label = reviewing.suggested_label(changed, of, self.scheme)
        while True:
            answer = click.prompt(f"  label of {of}", default=label or "", show_default=bool(label)).strip()
            try:
                return reviewing.give_label(changed, of, answer)
            except WrongUse as error:
                click.echo(f"  {error.what}. {error.remedy}")

    def _undo(self) -> None:
        if len(self._history) < 2:
            raise WrongUse(
                "nothing was answered since the answers were last kept",
                "To take one back: unlink p3 SPELLING",
            )
        self._history.pop()

    def _quit(self) -> bool | None:
        left = self.sitting.open
        if not self.leave_open and not click.confirm(f"  {left} question(s) are open. Stop all the same?"):
            return None
        return False

    def _must_be_known(self, of: str) -> None:
        if all(person.id != of for person in self.sitting.key.people):
            raise WrongUse(
                "that is no answer that is known here", "? shows how to answer, and people who there is."
            )

    # -------------------------------------------------------------- what is shown

    def _show(self) -> None:
        question = self.sitting.waiting[0]
        skipped = f", {len(self.sitting.skipped)} put off" if self.sitting.skipped else ""
        click.echo(f"\n{self.sitting.open} to go{skipped}")
        names = ", ".join(f"{text} ({times})" for text, times in question.spellings)
        _say(f"WHO IS THIS? {names}")
        if not question.told:
            _say(
                "several people could be meant, or they were parted: this is asked for these places alone", 2
            )
        self._places(question)
        if question.said:
            _say(f"beside the name stands: {', '.join(question.said)}", 2)
        if len(question.spellings) > 1 and question.evidence:
            _say(f"taken for one person because {'; '.join(question.evidence)}", 2)
        people = {person.id: person for person in self.sitting.key.people}
        for at, of in enumerate(question.candidates):
            likely = "  <- Enter" if at == 0 and question.likely else ""
            _say(f"{'likely' if likely else 'could be'}: {_told(people[of])}{likely}", 2)

    def _places(self, question: Question) -> None:
        seen: dict[str, None] = {}
        for spot in question.spots:
            around = " ".join(f"{spot.before}[{spot.text}]{spot.after}".split())
            seen.setdefault(f"document {spot.document}, {spot.where}: ... {around} ...")
        shown = list(seen) if self._every_place else list(seen)[:_PLACES_SHOWN]
        for line in shown:
            _say(line, 2)
        if len(seen) > len(shown):
            _say(f"and {len(seen) - len(shown)} more place(s): all", 2)

    def _people(self) -> None:
        for person in self.sitting.key.people:
            _say(_told(person), 2)
        if not self.sitting.key.people:
            click.echo("  nobody yet")

    def _help(self) -> None:
        click.echo(_HELP)


def _told(person: KeyPerson) -> str:
    label = "stays" if person.stays else person.pseudonym or "no label"
    names = ", ".join(name.text for name in person.names)
    return f"{person.id}  {label}  ({names})"


def _say(text: str, indent: int = 0) -> None:
    first = " " * indent
    click.echo(textwrap.fill(printable(text), _WIDTH, initial_indent=first, subsequent_indent=first + "  "))
