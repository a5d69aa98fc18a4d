"""Everything that can go wrong, each with its exit status and what to do about it.

    RedactError                  70  our own defect, when raised bare
    ├── WrongUse                  2  the command or its settings
    ├── KeyFault                  5  the sealed key file, and who may open it
    │   ├── NoIdentity               nobody here has an identity that could open it
    │   ├── WrongPassphrase          the passphrase does not open the identity
    │   ├── NotForYou                sealed for others
    │   ├── KeyDamaged               altered, cut short, or not a file of ours
    │   ├── UnknownSigner            signed by somebody whose card is not trusted here
    │   ├── Forged                   not signed by whom it says
    │   ├── KeyConflict              somebody else has saved it since it was opened
    │   ├── OldRevision              an older key was put in the place of a newer one
    │   ├── LogBroken                the log of what was done with it was altered
    │   └── LogMoved                 somebody else has written into a log meanwhile
    ├── GateRefuses               4  the gate: what is asked for may not be done now
    ├── FileFault                 6  a file could not be read or written
    │   ├── Unreadable               it is not there, not ours to open, or not a file
    │   ├── WrongType                a format that we do not read
    │   ├── Damaged                  not what its name says, or broken
    │   ├── PasswordNeeded           encrypted, and no password that opens it
    │   ├── Hostile                  built to hurt the program that opens it
    │   ├── LimitReached             too long, too large, too deep
    │   └── NotWritten               the output could not be written
    ├── RuleFault                 7  a fault in rules/
    ├── ModelFault                8  the model is missing or its digest is wrong
    └── Stopped                 130  the user stopped it

The text of an error never holds text of a document, nor the name of a file: file names of reviews
often hold the child's name. Whoever prints an error may put the path that the user typed before it.
"""

from __future__ import annotations

from enum import IntEnum

__all__ = [
    "Damaged",
    "ExitStatus",
    "FileFault",
    "Forged",
    "GateRefuses",
    "Hostile",
    "KeyConflict",
    "KeyDamaged",
    "KeyFault",
    "LimitReached",
    "LogBroken",
    "LogMoved",
    "ModelFault",
    "NoIdentity",
    "NotForYou",
    "NotWritten",
    "OldRevision",
    "PasswordNeeded",
    "RedactError",
    "RuleFault",
    "Stopped",
    "UnknownSigner",
    "Unreadable",
    "WrongPassphrase",
    "WrongType",
    "WrongUse",
    "worst",
]


class ExitStatus(IntEnum):
    """What the process answers; a stable part of the interface."""

    READY = 0
    FINDINGS = 1
    WRONG_USE = 2
    CANNOT_TELL = 3
    GATE_REFUSES = 4
    KEY = 5
    FILE = 6
    RULES = 7
    MODEL = 8
    DEFECT = 70
    STOPPED = 130

    @property
    def words(self) -> str:
        """The status in words, as the last line of a report says it."""
        return _WORDS[self]


_WORDS = {
    ExitStatus.READY: "ready",
    ExitStatus.FINDINGS: "findings",
    ExitStatus.WRONG_USE: "wrong use",
    ExitStatus.CANNOT_TELL: "cannot tell",
    ExitStatus.GATE_REFUSES: "the gate refuses",
    ExitStatus.KEY: "key",
    ExitStatus.FILE: "a file could not be read or written",
    ExitStatus.RULES: "a fault in the rules",
    ExitStatus.MODEL: "the model is missing or altered",
    ExitStatus.DEFECT: "a defect in redact itself",
    ExitStatus.STOPPED: "stopped",
}

# Gravest first. 3 must beat 0: "clean" for a page that was not read is the worst answer we could give.
_GRAVEST_FIRST = (70, 130, 8, 7, 5, 6, 4, 2, 1, 3, 0)


def worst(statuses: list[ExitStatus]) -> ExitStatus:
    """Choose the status of a run from the statuses of its documents.

    Returns: the gravest by 70 > 130 > 8 > 7 > 5 > 6 > 4 > 2 > 1 > 3 > 0; CANNOT_TELL for an empty list,
    because a run that judged nothing has not found anything ready.
    """
    if not statuses:
        return ExitStatus.CANNOT_TELL
    return min(statuses, key=lambda status: _GRAVEST_FIRST.index(int(status)))


class RedactError(Exception):
    """An error with a remedy; raised bare it is a defect of ours.

    Args:
        what: what happened, in lower case, without a full stop and without words of a document.
        remedy: what the user can do about it, as an order.
    """

    status = ExitStatus.DEFECT

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what, remedy)
        self.what = what
        self.remedy = remedy

    def __str__(self) -> str:
        return self.what

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """What happened and what to do about it, each pair on its own; most errors have one."""
        return ((self.what, self.remedy),)


class WrongUse(RedactError):
    """The command, an option or `redact.toml` cannot be understood; we do not guess what was meant."""

    status = ExitStatus.WRONG_USE


class KeyFault(RedactError):
    """The sealed key file cannot be opened or trusted."""

    status = ExitStatus.KEY


class NoIdentity(KeyFault):
    """There is no identity here; whoever has none can open nothing that is sealed."""


class WrongPassphrase(KeyFault):
    """The passphrase does not open the identity. Nothing says how close it was."""


class NotForYou(KeyFault):
    """The file is sealed for others; who asks for it is not among them."""


class KeyDamaged(KeyFault):
    """A sealed file was altered, cut short or is none: what is left of it is not believed."""


class UnknownSigner(KeyFault):
    """Anybody can seal a file for whoever gave them a card, so a file that nobody vouches for is refused."""


class Forged(KeyFault):
    """The signature does not belong to the content, or whoever signed had no right to."""


class KeyConflict(KeyFault):
    """The file is not the one that was opened; saving over it would lose what somebody else has saved."""


class OldRevision(KeyFault):
    """The key is whole and signed, and older than one that was there before."""


class LogBroken(KeyFault):
    """A log of ours does not hold together: somebody has altered, moved or removed a line of it."""


class LogMoved(KeyFault):
    """Between reading a log and adding to it somebody else has added a line; what was judged may not hold."""


class GateRefuses(RedactError):
    """The gate does not let this be done now, for one reason or several, each with what to do next.

    Args:
        what: the first reason, or all of them, as of every error.
        remedy: what to do about the first.
        reasons: every reason, as its code, what it says and what to do next.
    """

    status = ExitStatus.GATE_REFUSES

    def __init__(self, what: str, remedy: str = "", reasons: tuple[tuple[str, str, str], ...] = ()) -> None:
        super().__init__(what, remedy)
        self.reasons = reasons

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Every reason under its code, with what to do about it."""
        return tuple((f"refused ({code}): {what}", then) for code, what, then in self.reasons) or super().told

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons, by which programs tell them apart."""
        return tuple(code for code, _, _ in self.reasons)


class FileFault(RedactError):
    """A file could not be read or written; nothing is known about what it holds."""

    status = ExitStatus.FILE


class Unreadable(FileFault):
    """The path is missing, closed to us, or not a regular file."""


class WrongType(FileFault):
    """The format is one that we cannot read whole, so we do not read it at all."""


class Damaged(FileFault):
    """The file is broken or is not what its name says; half of a report is not a report."""


class PasswordNeeded(FileFault):
    """The file is encrypted and no password given opens it."""


class Hostile(FileFault):
    """The file is built in a way that no honest program writes and that hurts the programs that open it."""


class LimitReached(FileFault):
    """Reading would take more time, memory or depth than an honest report needs."""


class NotWritten(FileFault):
    """The output could not be written whole, so there is no output."""


class RuleFault(RedactError):
    """A rule cannot be trusted, so nothing is judged with it."""

    status = ExitStatus.RULES


class ModelFault(RedactError):
    """The name model is missing or is not the one that was shipped."""

    status = ExitStatus.MODEL


class Stopped(RedactError):
    """The user stopped the run."""

    status = ExitStatus.STOPPED
