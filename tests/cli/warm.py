"""Processes of the program that need not load engines, lists and patterns before they begin.

Each is a process of its own, with streams, a folder and an environment of its own, as a user starts it. But
it is forked from one that has checked a sentence without the model, and knows the rules that are shipped;
what else a command needs, the model and the reader of files among it, it loads anew each time. What remains:
all of one session share the seed of Python's hashes, so a test that holds two processes against each other
starts them with `PROGRAM`, and so does who wants the program's own beginning.
"""

from __future__ import annotations

import atexit
import contextlib
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

__all__ = ["asked", "begin", "can_start", "ended", "serve", "start"]

_ROOT = Path(__file__).parents[2]
_CONTROL = "REDACT_TEST_CONTROL"  # the descriptor of the socket over which a process is asked for
# What an interpreter reads when it begins, and never again.
_READ_ONCE = ("PYTHON", "LANG", "LC_", "TZ", "LD_")


def can_start(environment: Mapping[str, str]) -> bool:
    """Tell whether this system can fork, and nothing is asked for that is settled before a fork."""
    return hasattr(os, "fork") and _read_once(environment) == _server()[1]


def start(
    arguments: tuple[str, ...], environment: Mapping[str, str], cwd: Path, *, given: bytes, seconds: float
) -> tuple[int, bytes, bytes]:
    """Run the program in a process of its own with pipes on all three streams: its status, both outputs.

    Raises:
        subprocess.TimeoutExpired: it took longer than `seconds`, and was killed.
    """
    pipes = [os.pipe() for _ in range(3)]
    theirs = (pipes[0][0], pipes[1][1], pipes[2][1])
    try:
        process = begin(arguments, environment, cwd, theirs)
    finally:
        for descriptor in theirs:
            os.close(descriptor)
    answers = [bytearray(), bytearray()]
    busy = [
        threading.Thread(target=_feed, args=(pipes[0][1], given), daemon=True),
        *(
            threading.Thread(target=_drain, args=(pipe[0], answer), daemon=True)
            for pipe, answer in zip(pipes[1:], answers, strict=True)
        ),
    ]
    late = threading.Timer(seconds, os.kill, (process, signal.SIGKILL))
    for thread in (late, *busy):
        thread.start()
    with asked():
        for thread in busy:
            thread.join()
    status = ended()
    late.cancel()
    if status == -signal.SIGKILL:
        raise subprocess.TimeoutExpired(arguments, seconds)
    return status, bytes(answers[0]), bytes(answers[1])


def begin(
    arguments: tuple[str, ...],
    environment: Mapping[str, str],
    cwd: Path,
    streams: tuple[int, int, int],
    *,
    terminal: bool = False,
) -> int:
    """Begin a process of the program with these descriptors for its streams, and give its number.

    Whoever begins one asks for its end, with `ended`, before another begins.

    Args:
        terminal: the streams are a terminal, which is to be the one of a session of its own.
    """
    about = {"arguments": arguments, "environment": dict(environment), "cwd": str(cwd), "terminal": terminal}
    request = json.dumps(about).encode()
    control, _ = _server()
    with asked():
        socket.send_fds(control, [len(request).to_bytes(4, "big")], streams)
        control.sendall(request)
        return int.from_bytes(_exactly(control, 4), "big")


def ended() -> int:
    """Wait until the process that was begun has ended, and give its status: below nought for a signal."""
    with asked():
        return int.from_bytes(_exactly(_server()[0], 4), "big", signed=True)


@contextlib.contextmanager
def asked() -> Iterator[None]:
    """Let another server begin where somebody stops waiting: what the old one still says is of no use."""
    try:
        yield
    except BaseException:
        control, _ = _server()
        _server.cache_clear()
        control.close()
        raise


def serve() -> None:
    """Load what checks a sentence, then fork for each request: only in a forked process does this return."""
    with socket.socket(fileno=int(os.environ.pop(_CONTROL))) as control:
        _load()
        gc.collect()
        gc.freeze()  # what is here for good need not be copied by whoever looks for circles
        while True:
            size, theirs, _, _ = socket.recv_fds(control, 4, 3)
            if not size:
                os._exit(0)
            asked = json.loads(_exactly(control, int.from_bytes(size, "big")))
            process = os.fork()
            if not process:
                break
            for descriptor in theirs:
                os.close(descriptor)
            control.sendall(process.to_bytes(4, "big"))
            _, ended = os.waitpid(process, 0)
            control.sendall(os.waitstatus_to_exitcode(ended).to_bytes(4, "big", signed=True))
    if asked["terminal"]:
        os.setsid()
    for place, descriptor in enumerate(theirs):
        os.dup2(descriptor, place)
        os.close(descriptor)
    _become(asked)


def _load() -> None:
    import redact.cli.shell  # with which each command begins
    import redact.rulebook
    from redact.recognise.finding import find_mentions
    from redact.run.check import check_opened
    from redact.run.reading import Opened
    from redact.values.judgement import Settings
    from tests.recognise.recognise_factory import RULES, text_document
    from tests.shipped_rules import load_once

    redact.rulebook.load = load_once
    document = text_document("Mr Quorvan Vane, a teacher aged 36, was seen with his sister on 3 May 2019.")
    # The model stays outside: its engine has threads, and none of them would go along.
    mentions = find_mentions([document], recognisers=RULES)
    check_opened([Opened(1, "seen.txt", document)], mentions, Settings(), secret=b"test")


def _become(asked: Mapping[str, object]) -> None:
    """Take on the arguments, the environment and the folder of a process that somebody has asked for."""
    import multiprocessing.process
    import tempfile

    os.environ.clear()
    os.environ.update(asked["environment"])  # type: ignore[call-overload]
    os.chdir(str(asked["cwd"]))
    multiprocessing.process.ORIGINAL_DIR = str(asked["cwd"])  # type: ignore[attr-defined]
    tempfile.tempdir = None  # where temporary files go is a matter of the environment
    sys.argv[1:] = asked["arguments"]  # type: ignore[call-overload]
    if asked["terminal"]:
        import fcntl
        import termios

        fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # so that Ctrl-C is a signal
        sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]


@cache
def _server() -> tuple[socket.socket, dict[str, str]]:
    """Begin the process that starts others, once: the socket to it, and what it has read for good."""
    ours, theirs = socket.socketpair()
    hears = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    code = f"{hears}; from tests.cli.warm import serve; serve(); from redact.cli import main; main()"
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=_ROOT, env={**os.environ, _CONTROL: str(theirs.fileno())}, pass_fds=[theirs.fileno()],
            # Pipes, as those who are forked have them: a stream that began as a file would seek.
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
    atexit.register(_end, ours, process)
    return ours, _read_once(os.environ)


def _end(control: socket.socket, process: subprocess.Popen[bytes]) -> None:
    control.close()
    process.communicate()


def _read_once(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(_READ_ONCE)}


def _exactly(control: socket.socket, size: int) -> bytes:
    read = control.recv(size, socket.MSG_WAITALL)
    if len(read) < size:
        raise OSError("the process that starts others has ended: does `import redact.cli.shell` work?")
    return read


def _feed(descriptor: int, given: bytes) -> None:
    # Whoever ends early has not read all of it.
    with contextlib.suppress(BrokenPipeError), os.fdopen(descriptor, "wb") as pipe:
        pipe.write(given)


def _drain(descriptor: int, answer: bytearray) -> None:
    with os.fdopen(descriptor, "rb") as pipe:
        answer += pipe.read()
