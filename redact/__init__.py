"""`redact`: the check a safeguarding review passes before anybody publishes it."""

from redact.version import __version__

__all__ = ["__version__"]
