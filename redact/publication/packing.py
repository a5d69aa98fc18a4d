"""A pack: a zip whose bytes follow from its members and from nothing else, and reading one back.

Names are sorted and ours, times are fixed, nothing is compressed (two versions of a library compress
differently), and whoever runs it leaves no mark in it. `SHA256SUMS` names every member but itself and its
signature.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence

from redact.errors import Damaged
from redact.values.gate_pack import Member

__all__ = ["MAX_BYTES", "SIGNATURE", "SUMS", "made", "members_of", "sums_faults", "sums_of"]

SUMS = "SHA256SUMS"
SIGNATURE = "SHA256SUMS.signature.json"
MAX_BYTES = 512 * 1024**2
_MOST = 200  # members
_WHEN = (1980, 1, 1, 0, 0, 0)  # the first time that a zip can hold
_UNIX, _RIGHTS = 3, 0o100644
_NAME = re.compile(r"(?:[a-z0-9-]+/)?[A-Za-z0-9][A-Za-z0-9.-]*")
_LINE = re.compile(r"([0-9a-f]{64})  (\S+)")
_GET_ANOTHER = "Ask whoever sent it for the pack once more, and look at its digest in the log."


def made(members: Iterable[Member]) -> bytes:
    """Put members together; the same members give the same bytes, in whatever order they come.

    Raises:
        ValueError: a name is not one of ours, or stands twice.
    """
    ordered = sorted(members, key=lambda member: member.name)
    names = [member.name for member in ordered]
    if len(set(names)) != len(names) or not all(_NAME.fullmatch(name) for name in names):
        raise ValueError("a name in a pack is ours, and stands once")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED, strict_timestamps=True) as package:
        for member in ordered:
            entry = zipfile.ZipInfo(member.name, _WHEN)
            entry.create_system, entry.external_attr = _UNIX, _RIGHTS << 16
            package.writestr(entry, member.content, zipfile.ZIP_STORED)
    return target.getvalue()


def sums_of(members: Iterable[Member]) -> bytes:
    """Write `SHA256SUMS` for members, as the program sha256sum reads it."""
    lines = (f"{hashlib.sha256(one.content).hexdigest()}  {one.name}\n" for one in members)
    return "".join(sorted(lines, key=lambda line: line[66:])).encode("ascii")


def members_of(data: bytes) -> Mapping[str, bytes]:
    """Read a pack back: its members by their names.

    Raises:
        Damaged: it is no pack of ours, or was put together by another program.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            stored = all(entry.compress_type == zipfile.ZIP_STORED for entry in entries)
            if not stored or len(entries) > _MOST or sum(entry.file_size for entry in entries) > MAX_BYTES:
                raise ValueError
            found = [Member(entry.filename, package.read(entry)) for entry in entries]
        if made(found) != data:  # one way to write it: nothing before, between or after
            raise ValueError
    except (ValueError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError):
        raise Damaged("this is no pack of redact, or one that was altered", _GET_ANOTHER) from None
    return {member.name: member.content for member in found}


def sums_faults(members: Mapping[str, bytes]) -> tuple[str, ...]:
    """Hold the members against their list, and say of each what is wrong; nothing where all is well."""
    try:
        listed = _listed(members[SUMS])
    except (KeyError, ValueError):
        return (f"{SUMS} is missing, or cannot be read",)
    held = {name: content for name, content in members.items() if name not in (SUMS, SIGNATURE)}
    faults = [f"{name} is in the pack and not in {SUMS}" for name in sorted(set(held) - set(listed))]
    faults += [f"{name} stands in {SUMS} and is not in the pack" for name in sorted(set(listed) - set(held))]
    faults += [
        f"{name} is not what {SUMS} says"
        for name in sorted(set(held) & set(listed))
        if hashlib.sha256(held[name]).hexdigest() != listed[name]
    ]
    return tuple(faults)


def _listed(data: bytes) -> dict[str, str]:
    lines: Sequence[str] = data.decode("ascii").splitlines()
    found = [_LINE.fullmatch(line) for line in lines]
    if not lines or not all(found):
        raise ValueError
    return {one[2]: one[1] for one in found if one is not None}
