"""What holds for every test: no network beyond this machine, in our process and in every child of it."""

from __future__ import annotations

import os
import runpy
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bytecode import make_bytecode

OFFLINE = Path(__file__).parent / "offline"
NOTES = "REDACT_TEST_ATTEMPTS"


def pytest_configure(config: pytest.Config) -> None:
    """Shut the network before the first import of a test module."""
    config.addinivalue_line("markers", "expects_refusal: the test reaches for the network to see it refused")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH", "")]))
    # Nothing else is written into the working copy: who runs the tests may not have said so.
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    if not hasattr(config, "workerinput"):
        make_bytecode(OFFLINE.parent.parent / "redact")
    runpy.run_path(str(OFFLINE / "sitecustomize.py"))
    if not os.environ.get("CI"):  # hypothesis brings a profile of its own for CI, without a deadline too
        from hypothesis import HealthCheck, settings

        slow = [HealthCheck.too_slow]  # no test asserts a time, and none fails on a busy machine
        settings.register_profile("house", deadline=None, suppress_health_check=slow)
        settings.load_profile("house")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Give each worker one half in its order, and who has done takes from the other: what the tests of one
    file share is made once, and nobody waits for the last long test.
    """
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


@pytest.fixture(autouse=True)
def rules_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give a call that reads the shipped rules those that were read before; who imports `load` reads anew."""
    from redact import rulebook
    from tests.shipped_rules import load_once

    monkeypatch.setattr(rulebook, "load", load_once)


@pytest.fixture(autouse=True)
def no_network(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Fail the test whose code reached for the network, even where that code swallowed the refusal."""
    notes = tmp_path_factory.getbasetemp() / "network-attempts"
    notes.unlink(missing_ok=True)
    monkeypatch.setenv(NOTES, str(notes))
    yield notes
    attempts = notes.read_text(encoding="utf-8").split() if notes.exists() else []
    if attempts and not request.node.get_closest_marker("expects_refusal"):
        pytest.fail(f"the code under test reached for the network: {', '.join(attempts)}")
