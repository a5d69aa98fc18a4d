"""Shut the network for one Python process: every address but the machine's own is refused and noted.

The tests put this folder first on PYTHONPATH, so that each child process of theirs starts with it. An
audit hook cannot be taken away again by the code under test. A refused attempt is written to the file
that REDACT_TEST_ATTEMPTS names, because a library may swallow the refusal and go on.

Nobody waits for the disk either: what a test writes need not outlive a power cut, which no test can make.
That it is asked of the system, and in which order, is still seen, for tests put their own in that place.

What remains: a native library that calls the system's own functions passes unseen. `.ci/run` therefore
runs the program once more with no network at all.
"""

from __future__ import annotations

import os
import sys

NOTES = "REDACT_TEST_ATTEMPTS"

_HOST_FIRST = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_SOCKET_FIRST = {"socket.connect", "socket.sendto", "socket.sendmsg"}


def is_own(host: object) -> bool:
    """Tell whether a host, an address tuple or a socket's path is this machine itself."""
    if isinstance(host, tuple):
        host = host[0] if host else None
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host is None or not isinstance(host, str):
        return host is None
    return host in {"", "localhost", "::1"} or host.startswith(("127.", "/", "\0"))


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Raise for an event of the audit hook that would leave the machine."""
    if event in _HOST_FIRST:
        host = arguments[0]
    elif event in _SOCKET_FIRST:
        host = arguments[1]
    else:
        return
    if is_own(host):
        return
    if notes := os.environ.get(NOTES):
        with open(notes, "a", encoding="utf-8") as file:
            file.write(f"{event}\n")
    raise OSError(f"the tests run without a network: {event}")


def written(descriptor: int) -> None:
    """Stand in for `os.fsync`: a descriptor that is none is refused, and nothing is waited for."""
    os.fstat(descriptor)


sys.addaudithook(refuse)
os.fsync = written
