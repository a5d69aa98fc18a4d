"""Whoever stops the program while it is still being loaded reads one line, and no traceback."""

from __future__ import annotations

import builtins
from typing import Any

import pytest

from redact.cli import main


def test_stopped_while_the_commands_are_loaded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    load = builtins.__import__

    def interrupted(name: str, *rest: Any, **more: Any) -> Any:
        if name == "redact.cli.shell":
            raise KeyboardInterrupt
        return load(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", interrupted)
    with pytest.raises(SystemExit) as stopped:
        main(["version"])
    monkeypatch.undo()
    assert stopped.value.code == 130
    assert capsys.readouterr().err == "\nstopped: nothing was written\n"
