"""Whether a folder is one where no lock holds: synchronised to a cloud, or on another computer."""

from __future__ import annotations

import os
from pathlib import Path, PureWindowsPath

__all__ = ["is_elsewhere"]

# Parts of the paths of folders that a program copies to somebody else's computer.
_SYNCHRONISED = (
    "onedrive",
    "sharepoint",
    "dropbox",
    "google drive",
    "googledrive",
    "icloud",
    "mobile documents",
    "box sync",
    "nextcloud",
)
# File systems that lie on another computer, as systems name them.
_REMOTE = ("nfs", "cifs", "smb", "afpfs", "webdav", "davfs", "sshfs", "fuse.rclone", "ncpfs", "remote")


def is_elsewhere(path: Path) -> bool:
    """Tell whether a path lies on a network, or where a program synchronises it; as far as it is known."""
    low = str(path).lower()
    marks = (
        value.lower() for key, value in os.environ.items() if key.upper().startswith("ONEDRIVE") and value
    )
    unc = low.startswith("\\\\") or PureWindowsPath(low).drive.startswith("\\\\")
    return unc or any(mark in low for mark in (*_SYNCHRONISED, *marks)) or _is_remote(path)


def _is_remote(path: Path) -> bool:
    """Look up of what kind the drive is that a path lies on."""
    import psutil

    try:
        real = str(path.resolve())
        drives = psutil.disk_partitions(all=True)
    except (OSError, RuntimeError, psutil.Error):
        return False
    # The longest place that holds it is its drive; of two in one place the last was mounted over the other.
    holding = [one for one in drives if _holds(one.mountpoint, real)]
    if not holding:
        return False
    own = max(enumerate(holding), key=lambda item: (len(item[1].mountpoint), item[0]))[1]
    kind = f"{own.fstype} {own.opts if os.name == 'nt' else ''}".lower()
    return any(mark in kind for mark in _REMOTE)


def _holds(place: str, path: str) -> bool:
    if os.name == "nt":
        place, path = place.lower(), path.lower()
    root = place.rstrip("/\\")
    return path == root or path.startswith((root + "/", root + "\\"))
