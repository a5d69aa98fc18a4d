"""`redact formats` and `redact version`: what it reads, and what it is."""

from __future__ import annotations

import json

import click

from redact.cli.console import write_product
from redact.version import __version__

__all__ = ["formats", "version"]


@click.command()
def formats() -> None:
    """List the kinds of file that are read, and those that are refused."""
    from redact.formats import FORMATS, REFUSED

    lines = ["Read:"]
    for entry in FORMATS:
        lines.append(f"  {', '.join(entry.suffixes):18} {entry.title}: {entry.reads}")
    lines += ["", "Refused, because nobody could say that they were read whole:"]
    for suffix, (_, remedy) in REFUSED.items():
        lines.append(f"  {suffix:18} {remedy}")
    write_product(("\n".join(lines) + "\n").encode("utf-8"))


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For a program to read.")
def version(as_json: bool) -> None:
    """Say which version this is, with which rules and which model."""
    from redact.recognise.model.shipped import digest_of_model
    from redact.resources import rules_folder
    from redact.rulebook import load

    rules, model = load(rules_folder()).digest, digest_of_model()
    if as_json:
        content = {"version": __version__, "rules_digest": rules, "model_digest": model}
        write_product((json.dumps(content) + "\n").encode("utf-8"))
        return
    named = f"name model {model[:16]}" if model is not None else "name model: none in this version"
    write_product(f"redact {__version__}\nrules {rules[:16]}\n{named}\n".encode())
