"""Say what was wrong with a call without repeating what was typed, which may hold a name.

At a terminal it may be repeated: it stands there anyway. What goes into a pipe may end in a log.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence

import click

from redact.cli.console import is_terminal, say

__all__ = ["show_misuse"]

_INSTEAD = "\u2026"
_SHORT = 3  # letters: what is shorter stands in the words of the message too


def show_misuse(wrong: click.ClickException, given: Sequence[str], group: click.Command) -> None:
    """Print the usage and what click says is wrong with it.

    Args:
        given: the arguments as they were typed.
        group: the program, whose own words may be repeated.
    """
    if is_terminal(sys.stderr) or isinstance(wrong, click.exceptions.NoArgsIsHelpError):
        wrong.show()  # a group without a command shows its help
        return
    context = getattr(wrong, "ctx", None)
    if context is not None:
        say(context.get_usage())
        say(f"Try '{context.command_path} --help' for help.\n")
    say(f"Error: {_without(wrong.format_message(), given, frozenset(_ours(group)))}")


def _ours(command: click.Command) -> Iterator[str]:
    """Give the words that are ours: the names of all commands and of their options."""
    for one in command.params:
        yield from (*one.opts, *one.secondary_opts) if isinstance(one, click.Option) else ()
    for name, inner in command.commands.items() if isinstance(command, click.Group) else ():
        yield name
        yield from _ours(inner)


def _without(message: str, given: Sequence[str], known: frozenset[str]) -> str:
    pieces = {piece for word in given for piece in (word, *word.split("=", 1)) if piece}
    for piece in sorted(pieces - known, key=len, reverse=True):
        # click quotes as Python does, which writes some signs in another way.
        for form in {piece, repr(piece)[1:-1]}:
            found = re.escape(form)
            if len(form) < _SHORT:
                found = rf"(?<=['\"(: ]){found}(?=['\").,]|$)"
            message = re.sub(found, _INSTEAD, message, flags=re.IGNORECASE)
    return message
