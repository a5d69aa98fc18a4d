"""A log that shows when it was touched: lines of JSON, each naming the digest of the one before.

Each line is signed by whoever writes it, over its number and its digest, and a small file beside the log
holds the newest of these checkpoints: so a line that was altered, taken out, put elsewhere or cut off at the
end shows, and so does a log that was written anew by somebody without a signature. A line holds ids, codes
and keyed hashes, never a name of a case and never a free text. The log of a key and that of the gate are
both of this form.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from redact.errors import Forged, LimitReached, LogBroken, LogMoved, Unreadable
from redact.storage import locked, write_over

__all__ = ["Check", "Entry", "Log", "Sign", "append", "head_path", "highest_revision", "read"]

FORMAT = "redact-chain/1"
MAX_BYTES = 64 * 1024**2  # 100,000 lines
_HEAD = ".head"
_FIRST = "0" * 64

# Signs a message; gives the signature as text.
Sign = Callable[[bytes], str]
# Asked for a signer's id, a message and its signature. True: it is theirs. False: nobody here knows them.
# Raises Forged where it is not theirs.
Check = Callable[[str, bytes, str], bool]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what was done, by whom (the id of a card), when, and on which revision.

    `signer` has written the line: another than `actor` where it was written later (`late`). `file` is the
    digest of the sealed file behind it, `reason` a code, `ids` keyed hashes of the ids of people, `card` the
    id of a card that it is about, `text` the keyed hash of a free text. `facts` are what a line of the gate
    says besides, by names of ours; a line without any is written without them. `append` sets the last five.
    """

    time: datetime
    actor: str
    action: str
    case: str
    revision: int
    file: str = ""
    reason: str = ""
    ids: tuple[str, ...] = ()
    card: str = ""
    text: str = ""
    late: bool = False
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    signer: str = ""
    seq: int = 0
    prev: str = field(default="", repr=False)
    sha256: str = field(default="", repr=False)
    signature: str = field(default="", repr=False)


_FIELDS = frozenset(one.name for one in fields(Entry))
_FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Log:
    """All lines of a log that holds together. `unchecked` counts those whose signer nobody here knows."""

    entries: tuple[Entry, ...] = ()
    unchecked: int = 0

    @property
    def highest_revision(self) -> int:
        """The highest revision that the log has seen; 0 where it is empty."""
        return max((entry.revision for entry in self.entries), default=0)


def append(
    path: Path,
    drafts: Sequence[Entry],
    *,
    signer: str,
    sign: Sign,
    lines_before: int | None = None,
    private: bool = True,
) -> Log:
    """Add lines to a log, signed by one person, under a lock; the log is made where there is none.

    Args:
        drafts: entries without the numbers and digests that are set here.
        signer: the id of the card under which `sign` signs.
        lines_before: how many lines the log had when these were thought of; none where that is the same.
        private: for the owner's eyes only, as what lies beside a key.

    Returns: the whole log; signatures were not looked at.

    Raises:
        LogBroken: the log does not hold together; nothing was added.
        LogMoved: it has another number of lines by now; nothing was added.
        NotWritten: it could not be written; it is then the old one.
    """
    with locked(path):
        entries = list(read(path).entries)
        if lines_before is not None and len(entries) != lines_before:
            raise LogMoved("somebody else has written into the log just now", "Do it again.")
        for draft in drafts:
            prev = entries[-1].sha256 if entries else _FIRST
            entry = replace(draft, seq=len(entries) + 1, prev=prev, signer=signer)
            entry = replace(entry, sha256=_digest(entry))
            entries.append(replace(entry, signature=sign(_checkpoint(entry.seq, entry.sha256))))
        lines = [_line(entry) for entry in entries]
        write_over(path, "".join(lines).encode("ascii"), private=private)
        # The log goes first: a checkpoint that is behind it says nothing wrong, one before it would.
        if entries:
            write_over(head_path(path), _head_of(entries[-1]), private=private)
    return Log(tuple(entries))


def read(path: Path, check: Check | None = None) -> Log:
    """Read a log and look whether it holds together; an empty one where there is none and never was.

    Args:
        check: looks at each signature; without it only the digests are looked at.

    Raises:
        LogBroken: a line was altered, taken out, moved, put in or cut off.
        Forged: a signature is not of whom the line names.
        Unreadable, LimitReached: the log cannot be read.
    """
    data, head = _content(path), _content(head_path(path))
    if not data and not head:
        return Log()
    entries = _entries(data)
    if head or len(entries) != 1:  # who is killed between the first line and its checkpoint leaves no other
        _look_at_head(entries, head)
    unchecked = 0
    for entry in entries if check is not None else ():
        if check is not None and not _is_theirs(entry, check):
            unchecked += 1
    return Log(tuple(entries), unchecked)


def highest_revision(path: Path) -> int:
    """Give the highest revision that a log has seen; 0 where there is none, or none that holds together."""
    try:
        return read(path).highest_revision
    except (LogBroken, LimitReached, Unreadable):
        return 0  # what was touched proves nothing; whoever looks at the log itself is told


def head_path(path: Path) -> Path:
    """Say where the newest checkpoint of a log lies."""
    return path.with_name(path.name + _HEAD)


# ------------------------------------------------------------------ private


def _is_theirs(entry: Entry, check: Check) -> bool:
    try:
        return check(entry.signer, _checkpoint(entry.seq, entry.sha256), entry.signature)
    except Forged:
        raise Forged(
            f"the signature under line {entry.seq:,} of the log is not of whom it names",
            "Somebody has written the log anew. Keep it, take the one of a backup, and ask whoever it names.",
        ) from None


def _entries(data: bytes) -> list[Entry]:
    entries: list[Entry] = []
    lines = data.split(b"\n")
    if lines[-1]:
        raise _broken(len(lines))  # the last line was cut
    for number, line in enumerate(lines[:-1], 1):
        entry = _entry(line, number)
        prev = entries[-1].sha256 if entries else _FIRST
        if entry.seq != number or entry.prev != prev or entry.sha256 != _digest(entry):
            raise _broken(number)
        entries.append(entry)
    return entries


def _entry(line: bytes, number: int) -> Entry:
    try:
        content = json.loads(line)
        if not isinstance(content, dict) or set(content) | {_FACTS} != _FIELDS:
            raise ValueError
        moment = datetime.fromisoformat(content.pop("time").removesuffix("Z")).replace(tzinfo=UTC)
        facts = _facts(content.pop(_FACTS, {}))
        entry = Entry(time=moment, ids=tuple(content.pop("ids")), facts=facts, **content)
        if _line(entry).encode("ascii") != line + b"\n":  # one way to write it: no second reading
            raise ValueError
    except (ValueError, TypeError, AttributeError, RecursionError):
        raise _broken(number) from None
    return entry


def _facts(content: Any) -> Mapping[str, str]:
    if not isinstance(content, dict) or not all(isinstance(value, str) for value in content.values()):
        raise ValueError
    return MappingProxyType(content)


def _look_at_head(entries: Sequence[Entry], head: bytes) -> None:
    """Hold the log against its newest checkpoint; the log may be a line ahead where a process was killed."""
    try:
        content = json.loads(head)
        count, digest = content["count"], content["head"]
        signed = content["signature"]
    except (ValueError, TypeError, KeyError, RecursionError):
        raise LogBroken("the newest checkpoint of the log is missing or altered", _REMEDY) from None
    if type(count) is not int or not 0 < count <= len(entries):
        raise LogBroken(f"the log was cut off: it has {len(entries):,} lines and had more", _REMEDY)
    if entries[count - 1].sha256 != digest or entries[count - 1].signature != signed:
        raise _broken(count)


def _head_of(entry: Entry) -> bytes:
    content = {
        "format": FORMAT,
        "count": entry.seq,
        "head": entry.sha256,
        "signer": entry.signer,
        "signature": entry.signature,
    }
    return (json.dumps(content, sort_keys=True) + "\n").encode("ascii")


def _checkpoint(count: int, head: str) -> bytes:
    return f"{FORMAT} {count} {head}".encode("ascii")


def _digest(entry: Entry) -> str:
    content = _plain(entry)
    del content["sha256"], content["signature"]
    text = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _line(entry: Entry) -> str:
    return json.dumps(_plain(entry), sort_keys=True, separators=(",", ":"), ensure_ascii=True) + "\n"


def _plain(entry: Entry) -> dict[str, Any]:
    content: dict[str, Any] = {name: getattr(entry, name) for name in _FIELDS}
    content["time"] = entry.time.replace(tzinfo=None).isoformat() + "Z"
    content["ids"] = list(entry.ids)
    content[_FACTS] = dict(entry.facts)
    if not entry.facts:
        del content[_FACTS]
    return content


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Unreadable(
            f"the log cannot be read (error {error.errno})", "Look at your right to read it."
        ) from None
    if len(data) > MAX_BYTES:
        raise LimitReached("the log is larger than any", "Look what the file really is.")
    return data


_REMEDY = (
    "Move what there is of it (the log, and the file of its name that ends in .head) away as evidence, and "
    "take both from a backup. Without one a key begins a new log with its next save; a gate is begun anew."
)


def _broken(number: int) -> LogBroken:
    return LogBroken(f"the log was altered at or before line {number:,}", _REMEDY)
