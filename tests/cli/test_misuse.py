"""What was typed wrongly is not repeated into a pipe: it may be a name."""

from __future__ import annotations

import pytest

from tests.cli.terminal import redact


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("decide", "0a", "mistaken", "--reason", "Kestrelia"), "'--reason': '…' is not one of 'not-a-name'"),
        (("check", "--Kestrelia", "a.txt"), "No such option '…'"),
        (("check", "a.txt", "--passphrase-fd", "Kestrelia"), "'--passphrase-fd': '…' is not a valid"),
        (("key", "Kestrelia"), "No such command '…'"),
        (("key", "retain", "--until", "Kestrelia Wintergreen"), "'--until': '…' is no day: write year-"),
        (("version", "Kestrelia", "o"), "unexpected extra arguments (… …)"),
        (("check", "--quiet=Kestrelia"), "Option '--quiet' does not take a value"),
        (("key", "add", "--slot"), "Option '--slot' requires an argument"),
    ],
)
def test_what_was_typed_is_not_repeated(arguments: tuple[str, ...], said: str) -> None:
    outcome = redact(*arguments)
    assert outcome.status == 2
    assert said in outcome.err
    assert "Kestrelia" not in outcome.out + outcome.err
