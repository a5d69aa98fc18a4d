"""The command `redact`: parse, call `run`, print, exit. It takes no decision."""

from redact.cli.shell import main

__all__ = ["main"]
