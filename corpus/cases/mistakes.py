"""Names as they are mistyped or misheard."""

from __future__ import annotations

from random import Random

__all__ = ["mistaken"]

_BESIDE = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo",
    "j": "hk",
    "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "wa", "r": "et", "s": "ad", "t": "ry",
    "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}  # fmt: skip
_HEARD = (
    ("ph", "f"), ("f", "ph"), ("ck", "k"), ("c", "k"), ("k", "c"), ("ie", "ei"), ("ei", "ie"), ("ee", "ea"),
    ("ea", "ee"),
    ("y", "i"), ("ou", "u"), ("oo", "u"), ("sh", "sch"), ("z", "s"), ("w", "v"), ("th", "t"), ("ll", "l"),
    ("nn", "n"),
    ("tt", "t"), ("ss", "s"), ("aa", "a"), ("q", "k"), ("j", "y"), ("er", "or"), ("an", "en"), ("e", "a"),
)  # fmt: skip
_TRIES = 40


def mistaken(name: str, rng: Random) -> str:
    """Give a name with one slip: letters changed round, doubled, dropped or struck beside, or as heard.

    The first letter stays mostly. Never the name itself, nor the same in another case; a name of one letter
    comes back with a letter more.
    """
    for _ in range(_TRIES):
        slip = rng.choice((_turned, _turned, _doubled, _dropped, _beside, _heard, _heard))(name, rng)
        if slip.casefold() != name.casefold() and len(slip) > 1 and slip[0].isalpha():
            return slip
    return name + name[-1:].lower()


def _turned(name: str, rng: Random) -> str:
    at = _inside(name, rng)
    return (
        name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :] if _plain(name, at) else name
    )


def _doubled(name: str, rng: Random) -> str:
    at = _inside(name, rng)
    return name[: at + 1] + name[at:] if name[at : at + 1].islower() else name


def _dropped(name: str, rng: Random) -> str:
    at = _inside(name, rng)
    return name[:at] + name[at + 1 :] if len(name) > 3 and name[at : at + 1].islower() else name


def _beside(name: str, rng: Random) -> str:
    at = _inside(name, rng)
    near = _BESIDE.get(name[at : at + 1])
    return name[:at] + rng.choice(near) + name[at + 1 :] if near else name


def _heard(name: str, rng: Random) -> str:
    fitting = [(said, heard) for said, heard in _HEARD if said in name[1:]]
    if not fitting:
        return name
    said, heard = rng.choice(fitting)
    at = name.index(said, 1)
    return name[:at] + heard + name[at + len(said) :]


def _inside(name: str, rng: Random) -> int:
    return rng.randrange(1, len(name)) if len(name) > 1 else 0


def _plain(name: str, at: int) -> bool:
    return name[at : at + 1].islower() and name[at + 1 : at + 2].islower()
