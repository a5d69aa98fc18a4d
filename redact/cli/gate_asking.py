"""What the commands of the gate share: which case, who acts, and what is said when something was done."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from redact.cli.console import say, write_product
from redact.cli.options import DAY
from redact.cli.unlocking import identity_folder, own_folder, passphrase_fd, passphrases_from
from redact.errors import WrongUse

if TYPE_CHECKING:
    from redact.keystore.identity import Identity
    from redact.run.case_file import CaseFolder
    from redact.run.gate_log import Held
    from redact.values.gate import GateAction
    from redact.values.statements import GateRole

__all__ = [
    "Who",
    "case_of",
    "case_option",
    "done",
    "on_option",
    "reference_of",
    "reference_option",
    "writing",
]

case_option: Callable[[Any], Any] = click.option(
    "--case",
    "case",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    help="The folder of the case. [default: this folder, or the nearest above it that has a case.toml]",
)

on_option: Callable[[Any], Any] = click.option(
    "--on", "on", type=DAY, metavar="YYYY-MM-DD", help="The day on which it happened. [default: today]"
)

reference_option: Callable[[Any], Any] = click.option(
    "--reference", metavar="NUMBER", help="The number of a letter or file that says more; never a name."
)


@dataclass(frozen=True, slots=True)
class Who:
    """In which case somebody acts, and where their identity lies, as they have typed it."""

    case: Path | None
    identity: Path | None
    descriptor: int | None

    @property
    def own(self) -> Path:
        """The folder of their identity."""
        return own_folder(self.identity)

    def found(self) -> CaseFolder:
        """Give the case.

        Raises:
            WrongUse: there is none.
        """
        return case_of(self.case)

    def unlock(self) -> Identity:
        """Unlock the identity, since each line of the log is signed.

        Raises: as `run.identity.must_unlock` does.
        """
        from redact.run.identity import must_unlock

        return must_unlock(self.own, passphrases_from(self.descriptor))

    def act(self, action: GateAction, role: GateRole, facts: Mapping[str, str], what: str) -> None:
        """Do one thing of which nothing need be looked at first, and say that it is done.

        Raises: as `gate_log.act` does.
        """
        from redact.run.gate_log import Doing, act

        doing = Doing(action, role, facts)
        held = act(self.found(), self.unlock(), self.own, lambda _held, _seen: [doing])
        done(held, self.own, what)


def writing(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command what each needs that writes into the log: options, of which `who` is made."""

    @case_option
    @identity_folder
    @passphrase_fd
    @functools.wraps(command)
    def called(
        *arguments: Any, case: Path | None, identity: Path | None, passphrase_fd: int | None, **options: Any
    ) -> Any:
        return command(*arguments, who=Who(case, identity, passphrase_fd), **options)

    made: Callable[..., Any] = called
    return made


def case_of(given: Path | None) -> CaseFolder:
    """Give the case that was named, else that of this folder or of the nearest above it.

    Raises:
        WrongUse: there is none.
    """
    from redact.run import case_file

    return case_file.above(Path()) if given is None else case_file.load(given)


def done(held: Held, own: Path, what: str) -> None:
    """Say what was done, where the case stands now, and what comes next."""
    from redact.publication.states import COMMANDS
    from redact.run.gate_standing import status_of

    write_product((what + "\n").encode("utf-8", "replace"))
    status = status_of(held, own)
    say(f"state: {status.gate.state.words}")
    for one in status.warnings:
        say(f"warning: {one}")
    waits, action = status.waits_for, status.turn.action
    if waits:
        say(f"next: {waits[0].next}")
    elif action is not None:
        reason = " --reason CODE" if action.value in ("settle", "republish") else ""
        say(f"next: {COMMANDS.get(action, 'redact gate step')}{reason}")
    if len(waits) > 1:
        say(f"and {len(waits) - 1} more that the next step waits for: redact gate status")


def reference_of(reference: str | None) -> dict[str, str]:
    """Give the fact of a reference, or none.

    Raises:
        WrongUse: it holds words, which would put names into a file that others read.
    """
    from redact.values.decisions import is_reference

    if reference is None:
        return {}
    if not is_reference(reference):
        raise WrongUse(
            "a reference is the number of a letter or file: up to 32 letters, digits, dots, strokes, hyphens",
            "Give that alone, with a digit in it: words would put names into a file that others read.",
        )
    return {"reference": reference}
