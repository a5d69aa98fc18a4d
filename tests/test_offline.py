"""The guard of the tests itself: nothing leaves the machine, and nobody can hide that it tried."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

# A documentation address (RFC 5737): it stands for nobody.
ELSEWHERE = "192.0.2.1"


@pytest.mark.expects_refusal
def test_a_connection_is_refused_and_noted(no_network: Path) -> None:
    with socket.socket() as plug, pytest.raises(OSError, match="without a network"):
        plug.connect((ELSEWHERE, 9))
    assert no_network.read_text(encoding="utf-8").split() == ["socket.connect"]


@pytest.mark.expects_refusal
def test_a_name_is_not_looked_up(no_network: Path) -> None:
    with pytest.raises(OSError, match="without a network"):
        socket.getaddrinfo("example.com", 80)
    assert no_network.read_text(encoding="utf-8").split() == ["socket.getaddrinfo"]


@pytest.mark.expects_refusal
def test_a_child_process_is_refused_too_and_cannot_hide_it(no_network: Path) -> None:
    swallow = (
        "import contextlib, socket\n"
        "with contextlib.suppress(OSError): socket.create_connection(('example.com', 80), 1)"
    )
    assert subprocess.run([sys.executable, "-c", swallow]).returncode == 0
    assert no_network.read_text(encoding="utf-8").split() == ["socket.getaddrinfo"]


def test_this_machine_itself_is_reached(no_network: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()):
        pass
    assert not no_network.exists()
