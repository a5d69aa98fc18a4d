"""A reference of the case or of the board is no passphrase: it stands in the clear (MK-02)."""

from __future__ import annotations

import pytest

from redact.errors import WrongUse
from redact.keystore.passphrases import look_at, must_not_be

BOARD = "THW-2026-0147-SCR"


@pytest.mark.parametrize(
    "passphrase",
    [
        BOARD,
        "thw 2026 0147 scr",  # written otherwise
        "THW/2026/0147/SCR!",
        f"{BOARD} {BOARD}",
        f"review {BOARD}",  # six signs of one's own are few
    ],
)
def test_the_reference_is_refused_also_written_otherwise(passphrase: str) -> None:
    look_at(passphrase)  # long enough otherwise
    with pytest.raises(WrongUse, match="reference") as refused:
        must_not_be(passphrase, [BOARD, "K7"])
    assert "0147" not in repr(refused.value)


@pytest.mark.parametrize(
    "passphrase",
    ["seventeen grey otters", f"seventeen grey otters {BOARD}", "k7 seventeen grey otters"],
)
def test_what_is_long_enough_without_it_is_not(passphrase: str) -> None:
    must_not_be(passphrase, [BOARD, "K7", ""])
