"""A process that saves a key is killed again and again: python -m bench.kill_saves

Each child opens the key, adds somebody and saves it, without end; it is killed at a moment drawn by lot.
After each kill the key must open, be the last revision that anybody saw or a later one, and hold all that was
added.

    python -m bench.kill_saves            60 kills
    python -m bench.kill_saves 500        another number
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from redact.chain import read
from redact.keystore.audit import log_path
from redact.keystore.identity import Identity, generate
from redact.keystore.keyfile import PREVIOUS, create_key, open_key, update_key
from redact.values.key import Card, Key, KeyName, KeyPerson

__all__ = ["Killed", "kill_often", "main"]

CASE = "K7"
NAME = "Odile Brackenthwaite"
_LONGEST_SECONDS = 0.06  # a save takes a part of it


@dataclass(frozen=True, slots=True)
class Killed:
    """How many kills there were, how many of them amid a save, and how many saves the key has seen."""

    kills: int
    amid: int
    saves: int


def main(arguments: list[str]) -> int:
    """Kill, look and print; or, as a child, save without end."""
    if arguments[:1] == ["--child"]:
        _save_without_end(Path(arguments[1]))
    with tempfile.TemporaryDirectory() as folder:
        done = kill_often(int(arguments[0]) if arguments else 60, Path(folder) / "K7.redactkey")
    print(f"{done.kills} kills, {done.amid} of them amid a save, {done.saves} saves: no word lost")
    return 0


def kill_often(kills: int, path: Path, *, seed: int = 8) -> Killed:
    """Make a key at `path` and kill who saves it, so many times.

    Raises:
        AssertionError: something was lost, or stands where it should not.
    """
    drawn = random.Random(seed)
    me = generate("Imogen Tarrant", "business manager")
    create_key(path, CASE, me)
    revision, amid = 1, 0
    for _ in range(kills):
        child = _child(path, me)
        time.sleep(drawn.uniform(0, _LONGEST_SECONDS))
        child.kill()
        child.wait(60)
        if child.stdout is not None:
            child.stdout.close()
        key = open_key(path, CASE, me, trusted=()).key
        assert key.revision >= revision, "a save was lost"
        assert len(key.people) == key.revision - 1, "somebody was lost"
        amid += _look_beside(path, me, key)
        revision = key.revision
    last = update_key(path, CASE, me, _with_one_more, trusted=(), what="add").key  # the living save on
    assert read(log_path(path)).highest_revision == last.revision == revision + 1
    return Killed(kills, amid, revision - 1)


def _look_beside(path: Path, me: Identity, key: Key) -> bool:
    """Look at what lies beside the key; tells whether its writer was killed amid a save."""
    previous = path.with_name(path.name + PREVIOUS)
    if previous.exists():
        assert open_key(previous, CASE, me, trusted=()).key.revision in (key.revision, key.revision - 1)
    logged = read(log_path(path)).highest_revision
    assert logged in (key.revision, key.revision - 1), "the log is behind by more than one save"
    half = list(path.parent.glob(".redact-*.tmp"))
    known = {path.name + ending for ending in ("", PREVIOUS, ".lock", ".audit", ".audit.head", ".audit.lock")}
    for one in path.parent.iterdir():
        assert one in half or one.name in known, "a file of an unknown name"
        assert not any(word.encode() in one.read_bytes() for word in NAME.split()), "a name in the clear"
    amid = bool(half) or logged < key.revision
    for one in half:  # redact sweeps them an hour later
        one.unlink()
    return amid


def _child(path: Path, me: Identity) -> subprocess.Popen[bytes]:
    """Start a process that saves; the identity goes by standard input, so that it is in no argument."""
    child = subprocess.Popen(
        [sys.executable, "-m", "bench.kill_saves", "--child", str(path)],
        cwd=Path(__file__).parent.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    told = {"card": asdict(me.card), "age": me.age_secret, "seed": me.sign_seed.hex()}
    child.stdin.write(json.dumps(told).encode())
    child.stdin.close()
    assert child.stdout.readline().strip() == b"ready"
    return child


def _save_without_end(path: Path) -> None:
    told = json.loads(sys.stdin.buffer.read())
    me = Identity(Card(**told["card"]), told["age"], bytes.fromhex(told["seed"]))
    update_key(path, CASE, me, _with_one_more, trusted=(), what="add")  # all is loaded by now
    print("ready", flush=True)
    while True:
        update_key(path, CASE, me, _with_one_more, trusted=(), what="add")


def _with_one_more(key: Key) -> Key:
    return replace(key, people=(*key.people, KeyPerson(key.next_id(), names=(KeyName(NAME),))))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
