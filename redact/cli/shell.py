"""The group of commands, and the one place that turns what happened into an exit status.

Click alone would answer 1 for Ctrl-C and for a broken pipe; 1 means *findings* here, so it runs with
`standalone_mode=False` and every way out is mapped below.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import traceback
import zlib
from collections.abc import MutableMapping, Sequence
from importlib import import_module
from typing import NoReturn

import click

from redact.cli.console import complain, detach_stdout, prepare, say
from redact.cli.misuse import show_misuse
from redact.errors import ExitStatus, RedactError
from redact.version import __version__

__all__ = ["cli", "main"]

_EPILOG = (
    "Exit status: 0 ready, 1 findings, 2 wrong use, 3 cannot tell, 4 the gate refuses, 5 key, 6 a file could "
    "not be read or written, 7 a fault in the rules, 8 the model is missing, 70 a defect in redact, "
    "130 stopped."
)

# Each command with its module of this package.
_COMMANDS = {
    "check": "check",
    "clean": "clean",
    "text": "text",
    "case": "case",
    "decide": "decide",
    "decisions": "decide",
    "identity": "identity",
    "key": "key",
    "review": "review",
    "anonymise": "anonymise",
    "restore": "restore",
    "verify": "verify",
    "intruder": "intruder",
    "rules": "rules",
    "explain": "rules",
    "gate": "gate",
    "demo": "demo",
    "doctor": "doctor",
    "formats": "about",
    "version": "about",
}


class _Program(click.Group):
    """All commands; one that is called is imported without the others, which takes half the time."""

    @property
    def commands(self) -> MutableMapping[str, click.Command]:
        """Every command by its name."""
        return {name: self._imported(name) for name in _COMMANDS}

    @commands.setter
    def commands(self, given: MutableMapping[str, click.Command]) -> None:
        assert not given  # noqa: S101 - click sets none, since all stand in our table

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Give one command, as click asks for it."""
        return self._imported(cmd_name) if cmd_name in _COMMANDS else None

    @staticmethod
    def _imported(name: str) -> click.Command:
        command: click.Command = getattr(import_module(f"redact.cli.{_COMMANDS[name]}"), name)
        return command


@click.group(
    cls=_Program,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="redact", message="%(prog)s %(version)s")
def cli() -> None:
    """Check a safeguarding review for names and identifying facts before it is published.

    Start with: redact check report.docx

    Nothing leaves this computer. Nothing of a document is kept but what you tell it to write.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with one of `ExitStatus`."""
    prepare()
    # Few of our values lie in circles: looking for those after every 700 takes a twentieth of a check.
    gc.set_threshold(1_000_000, 20, 100)
    # The name model waits for its turn behind every window: five milliseconds, as usual, are half its time.
    sys.setswitchinterval(0.001)
    if hasattr(signal, "SIGTERM"):  # a kill must leave no half file, as Ctrl-C leaves none
        signal.signal(signal.SIGTERM, _stop)
    # Nor may a window that is closed; nohup says that it is to mean nothing.
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
        signal.signal(signal.SIGHUP, _stop)
    status = run(arguments)
    _exit(status)


def run(arguments: Sequence[str] | None = None) -> ExitStatus:
    """Run one command and give its status; prints what went wrong."""
    try:
        answer = cli.main(args=arguments, prog_name="redact", standalone_mode=False)
    except click.exceptions.Exit as leave:
        return ExitStatus(leave.exit_code)
    except click.ClickException as wrong:
        show_misuse(wrong, sys.argv[1:] if arguments is None else arguments, cli)
        return ExitStatus.WRONG_USE
    except (click.Abort, KeyboardInterrupt):
        say("stopped: nothing was written")
        return ExitStatus.STOPPED
    except SystemExit:
        # Click leaves so when the reader of a help text has gone; our own products never let it come to that.
        detach_stdout()
        return ExitStatus.READY if _asks_for_help(arguments) else ExitStatus.CANNOT_TELL
    except RedactError as error:
        complain(error)
        return error.status
    except Exception as error:
        return _defect(error)
    return answer if isinstance(answer, ExitStatus) else ExitStatus.READY


def _asks_for_help(arguments: Sequence[str] | None) -> bool:
    given = sys.argv[1:] if arguments is None else arguments
    return not given or any(word in ("-h", "--help", "--version") for word in given)


def _stop(_signal: int, _frame: object) -> None:
    raise KeyboardInterrupt


def _defect(error: Exception) -> ExitStatus:
    """Name a defect by its class and our own lines: its text may quote the document."""
    frames = [
        f"{frame.name}:{frame.lineno}"
        for frame in traceback.extract_tb(error.__traceback__)
        if os.sep + "redact" + os.sep in frame.filename
    ]
    place = f"{type(error).__name__} in {frames[-1] if frames else 'the program'}"
    number = zlib.crc32(" ".join([__version__, place, *frames]).encode())
    say(f"error: a defect in redact itself, report number {number:08x} ({place}, version {__version__})")
    say("hint: tell the makers this line; it holds nothing of your document. The file was not judged")
    return ExitStatus.DEFECT


def _exit(status: ExitStatus) -> NoReturn:
    """End the process at once: all is written, closed or undone by now.

    To take it apart piece by piece costs a hundredth of a long check, and whoever has stopped us would wait
    for a thread that still reads. Nothing of ours is left to be done at the end of the interpreter.
    """
    try:
        sys.stdout.flush()
    except OSError:
        detach_stdout()
    with contextlib.suppress(OSError, ValueError, AttributeError):
        sys.stderr.flush()
    os._exit(int(status))
