"""Import spaCy and presidio without two of their modules, which cost as much as the rest and serve nobody.

`spacy.cli.info` brings the whole command line of spaCy with what that downloads by, and presidio's predefined
recognisers build 170 patterns. While the packages are imported, stand-ins take their places; then these are
gone, and whoever imports the modules gets the real ones. What was taken from a stand-in meanwhile
(`spacy.info`, the classes that a registry of presidio looks for) becomes the real thing when it is called.

What remains: presidio looks for its predefined recognisers among the subclasses that exist. Who wants those
after this imports `presidio_analyzer.predefined_recognizers` first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["spared"]

_SPARED = ("spacy.cli.info", "presidio_analyzer.predefined_recognizers")


@contextmanager
def spared() -> Iterator[None]:
    """Let imports of spaCy and presidio meet stand-ins; what was imported before stays as it is."""
    placed = {name: _StandIn(name) for name in _SPARED if name not in sys.modules}
    sys.modules.update(placed)
    try:
        yield
    finally:
        for name, stand_in in placed.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]


class _StandIn(ModuleType):
    """Stands where a module would, and hands out names that find the real ones when they are used."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what the import itself looks for
            raise AttributeError(name)
        return _Later(name, (), {"home": self.__name__})


class _Later(type):
    """A class or function of a module that is not imported yet: calling it imports it."""

    home: str

    def __call__(cls, *arguments: Any, **named: Any) -> Any:
        return getattr(import_module(cls.home), cls.__name__)(*arguments, **named)

    def __instancecheck__(cls, instance: object) -> bool:
        # Before the module is imported there is nothing of its classes.
        real = getattr(sys.modules.get(cls.home), cls.__name__, None)
        return isinstance(real, type) and isinstance(instance, real)
