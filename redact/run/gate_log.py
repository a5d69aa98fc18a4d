"""The log of the gate: read and replayed, and added to when the table of states allows it.

`gate.jsonl` in the folder of the case is the only truth: where a review stands is what its lines come to. A
writer reads, judges and adds all its lines at once; where somebody else has written meanwhile, all of that
is done anew. So a process that is killed leaves the old state or the new one. A line holds codes, days and
digests, the names of those who sign, and nothing of the review.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from pathlib import Path

from redact import chain
from redact.chain import Entry
from redact.errors import Damaged, LogMoved, NoIdentity, NotWritten, Unreadable, WrongUse
from redact.keystore import home
from redact.keystore.identity import Identity, sign, verify
from redact.run.case_file import CaseFolder
from redact.run.configuration import own_rules
from redact.run.gate_judging import judged
from redact.run.gate_lines import Doing, Held, refuse, replayed
from redact.run.ledger_lines import must_be_the_only_one
from redact.values.gate_record import Observed
from redact.values.key import Card
from redact.values.rules import Rulebook

__all__ = [
    "LOG",
    "PURPOSE",
    "Doing",
    "Held",
    "act",
    "append",
    "begun",
    "cards_of",
    "check_of",
    "log_path",
    "must_be_begun",
    "read",
    "rulebook_of",
]

LOG = "gate.jsonl"
PURPOSE = "redact-gate-log/1"
# Files that only a gate which was begun makes; a folder of the same name may hold others.
_MADE_LATER = ("papers", "statements")
_OURS = re.compile(r"(?:[a-z-]+-)?[0-9a-f]{16}\.(?:pdf|docx|txt|json)")
_TRIES = 60  # others who write at the same time; each time one of them has got through
_ONE_LOG = (
    "Nobody can put two of them together: move the one away that `redact gate verify` calls broken or the "
    "others know nothing of, and do anew what stands in it alone."
)


def log_path(found: CaseFolder) -> Path:
    """Say where the log of the gate of a case lies."""
    return found.folder / LOG


def begun(found: CaseFolder) -> bool:
    """Tell whether the gate of a case was begun: whether there is a log, or what is left of one.

    Raises:
        Unreadable: the folder of the case cannot be read.
    """
    path = log_path(found)
    if path.exists() or chain.head_path(path).exists():
        return True
    return any(_has_ours(found.folder / name) for name in _MADE_LATER)


def must_be_begun(found: CaseFolder) -> None:
    """Refuse where there is nothing to go on with.

    Raises:
        WrongUse: the gate was not begun.
        Damaged: it was, and the log is gone, or there are two.
    """
    if not begun(found):
        raise WrongUse("the gate of this case was not begun", "Begin it: redact gate start --case FOLDER")
    must_be_the_only_one(log_path(found), "the gate's log", _ONE_LOG)
    if not log_path(found).exists():
        raise Damaged(
            f"the log of the gate is gone: there is no {LOG}",
            f"Take {LOG} and {LOG}.head from a backup, or from whoever else works on the case.",
        )


def read(found: CaseFolder, own: Path, *, rules: Path | None = None) -> Held:
    """Read the log, look at its digests and signatures, and replay it; asks for no passphrase.

    Args:
        own: the user's own folder.
        rules: the folder of a partnership's own rules; that of the `redact.toml` above the case without it.

    Raises:
        WrongUse: the gate was not begun.
        LogBroken, Forged: the log was altered.
        Damaged: beside it lies another, or a line says what cannot be.
        RuleFault: the rules have a fault.
    """
    must_be_begun(found)
    return _read(found, own, rulebook_of(found, rules))


def act(
    found: CaseFolder,
    identity: Identity,
    own: Path,
    doing: Callable[[Held, Observed], Sequence[Doing]],
    *,
    rules: Path | None = None,
) -> Held:
    """Judge what is to be done, and write its lines, with those of the steps that follow by themselves.

    Args:
        doing: says what is to be done, given the gate as it is; asked anew where somebody has written
            meanwhile, so it must be possible to ask it twice.

    Returns: the gate with the new lines.

    Raises:
        GateRefuses: it may not be done now; every reason stands in the error. A file that is not the one
            which was checked is noted in the log all the same.
        NotWritten: it could not be written; the log is the old one.
        RedactError: as `read` does.
    """
    must_be_begun(found)
    book = rulebook_of(found, rules)
    for _ in range(_TRIES):
        held = _read(found, own, book)
        after = judged(held, identity, own, doing)
        try:
            written = append(held, after.drafts, identity)
        except LogMoved:
            continue
        refuse(after.refusals)
        return written
    raise NotWritten(
        "others write into the log of the gate all the time", "Wait until they have ended, and do it again."
    )


def append(held: Held, drafts: Sequence[Entry], identity: Identity) -> Held:
    """Add lines to the log if it is still the one that was read.

    Raises:
        LogMoved: it is not.
        NotWritten: it could not be written; it is then the old one.
    """
    if not drafts:
        return held
    path, before = log_path(held.found), len(held.log.entries)

    def signed(message: bytes) -> str:
        return sign(identity, PURPOSE, message)

    me = identity.card.id
    try:
        # Everybody of the case reads it: it holds no name but of those who sign.
        log = chain.append(path, drafts, signer=me, sign=signed, lines_before=before, private=False)
    except NotWritten:
        # The lines may be there, and the checkpoint beside them alone could not be written.
        log = chain.read(path)
        if not _are_in(drafts, log.entries[before:]):
            raise
    return replace(held, log=replace(log, unchecked=held.log.unchecked), gate=replayed(log))


def check_of(cards: Collection[Card]) -> chain.Check:
    """Make what looks at the signature under a line; whose card is not known here nobody can tell."""
    known = {card.id: card for card in cards}

    def check(signer: str, message: bytes, signature: str) -> bool:
        card = known.get(signer)
        if card is None:
            return False
        verify(card, PURPOSE, message, signature)
        return True

    return check


def cards_of(own: Path) -> tuple[Card, ...]:
    """Give the cards that are trusted here, and one's own."""
    cards = {card.id: card for card in home.trusted(own)}
    with contextlib.suppress(NoIdentity):
        card = home.own_card(own)
        cards[card.id] = card
    return tuple(cards.values())


def rulebook_of(found: CaseFolder, rules: Path | None = None) -> Rulebook:
    """Load the rules under which the gate of a case is, with its partnership's own."""
    from redact.resources import rules_folder
    from redact.rulebook import load

    own = rules if rules is not None else own_rules([str(found.folder / LOG)])
    return load(rules_folder(), own)


# ------------------------------------------------------------------ private


def _read(found: CaseFolder, own: Path, book: Rulebook) -> Held:
    log = chain.read(log_path(found), check_of(cards_of(own)))
    return Held(found, book, log, replayed(log))


def _has_ours(folder: Path) -> bool:
    try:
        return any(_OURS.fullmatch(path.name) for path in folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as error:
        raise Unreadable(
            f"the folder of the case cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None


def _are_in(drafts: Sequence[Entry], lines: Sequence[Entry]) -> bool:
    """Tell whether these lines were written, whatever the system has said."""
    if len(lines) != len(drafts):
        return False
    bare = [
        replace(one, facts=dict(one.facts), signer="", seq=0, prev="", sha256="", signature="")
        for one in lines
    ]
    return bare == [replace(one, facts=dict(one.facts)) for one in drafts]
