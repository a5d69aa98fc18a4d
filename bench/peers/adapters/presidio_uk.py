"""Presidio's default registry and the recognisers for the United Kingdom that it ships switched off."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bench.engine import default_engine
from bench.peers.adapters.door import Span, run
from bench.peers.adapters.presidio import finder

__all__ = ["load"]

_SWITCHED_OFF = (
    "UkDrivingLicenceRecognizer",
    "UkNinoRecognizer",
    "UkPassportRecognizer",
    "UkPostcodeRecognizer",
    "UkVehicleRegistrationRecognizer",
)


def load() -> Callable[[str], Iterable[Span]]:
    """Load the engine and add the recognisers, as they are shipped."""
    from presidio_analyzer import predefined_recognizers

    engine = default_engine()
    for name in _SWITCHED_OFF:
        engine.registry.add_recognizer(getattr(predefined_recognizers, name)())
    return finder(engine)


if __name__ == "__main__":
    run(load)
