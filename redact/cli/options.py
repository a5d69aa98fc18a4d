"""Options that several commands share, and how a user's answer to a question is got."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import IO, Any

import click

from redact.cli.console import is_terminal
from redact.errors import Unreadable, WrongUse
from redact.run.reading import Passwords

__all__ = [
    "DAY",
    "choice",
    "first_line",
    "name_on_terminal",
    "one_of",
    "output",
    "password_file",
    "passwords_from",
    "refuse_overwriting_input",
]

_MAX_PASSWORD_BYTES = 4096


class _Day(click.DateTime):
    """A day of the calendar, as whoever types one is told to write it."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read a day; a refusal says how one is written."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{str(value)!r} is no day: write year-month-day, such as 2026-03-31.", param, ctx)


DAY = _Day()


def choice(kind: type[Enum]) -> click.Choice[str]:
    """Make a click type of an enum's values."""
    return click.Choice([member.value for member in kind])


def one_of(kind: type[Any], value: str | None) -> Any:
    """Turn an option's text into the enum's member; none stays none."""
    return None if value is None else kind(value)


output: Callable[[Any], Any] = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE instead of the screen, whole or not at all.",
)

password_file: Callable[[Any], Any] = click.option(
    "--password-file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The first line of FILE opens encrypted documents. Without it the password is asked for.",
)


def passwords_from(file: Path | None) -> Passwords:
    """Make the source of passwords: the file when one is given, else the prompt when somebody is there.

    Raises:
        Unreadable: the file cannot be read.
    """
    if file is not None:
        secret = _password_in(file)
        return lambda _number, _path, again: None if again else secret
    return _ask if is_terminal(sys.stdin) and is_terminal(sys.stderr) else lambda _number, _path, _again: None


def name_on_terminal(number: int, path: str) -> str:
    """Name a file for a message on stderr: as it was typed on a terminal, by its number elsewhere."""
    return path if is_terminal(sys.stderr) else f"document {number}"


def first_line(stream: IO[bytes]) -> str:
    """Read the first line of a stream without its end; spaces count. Empty where there is none.

    Raises:
        OSError: the stream cannot be read.
        UnicodeDecodeError: it is not UTF-8.
    """
    line = stream.readline(_MAX_PASSWORD_BYTES)
    return line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8-sig")


def _ask(number: int, path: str, again: bool) -> str | None:
    if again:
        click.echo("That password does not open it.", err=True)
    answer: str = click.prompt(
        f"Password of {name_on_terminal(number, os.path.basename(path))} (Enter to leave it out)",
        hide_input=True,
        default="",
        show_default=False,
        err=True,
    )
    return answer or None


def _password_in(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            password = first_line(stream)
    except OSError as error:
        raise Unreadable(
            f"the password file cannot be read (error {error.errno})",
            "Look at its name and your right to read it.",
        ) from None
    except UnicodeDecodeError:
        raise Unreadable(
            "the password file is not text in UTF-8", "Save it as plain text in UTF-8."
        ) from None
    if not password:
        raise WrongUse("the password file holds no password", "Put the password on its first line.")
    return password


def refuse_overwriting_input(paths: tuple[str, ...], output: Path) -> None:
    """Stop a report from taking the place of a document that it is about.

    Raises:
        WrongUse: it would.
    """
    if any(Path(path).resolve() == output.resolve() for path in paths):
        raise WrongUse(
            "the output would overwrite a document that was checked", "Give another name after -o."
        )
