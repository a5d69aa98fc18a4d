"""`redact gate verify`: whether the log of a case and its files are what they were."""

from __future__ import annotations

from pathlib import Path

import click

from redact.cli.console import write_product
from redact.cli.gate_asking import case_of, case_option
from redact.cli.options import output
from redact.cli.unlocking import identity_folder, own_folder
from redact.errors import ExitStatus, WrongUse
from redact.values.gate_witness import Witness, witness_from_typed

__all__ = ["verify"]


@click.command()
@case_option
@click.option(
    "--certificate",
    "certificates",
    type=click.Path(path_type=Path),
    metavar="FILE",
    multiple=True,
    help="A certificate or a letter of the pack, as others have it: its head must stand in the log.",
)
@click.option(
    "--pack",
    "packs",
    type=click.Path(path_type=Path),
    metavar="FILE",
    multiple=True,
    help="A pack as others have it: it must be whole, signed, and one that the log names.",
)
@click.option("--head", "heads", metavar="'LINES HEAD'", multiple=True, help="The same, typed from paper.")
@identity_folder
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to answer.")
@output
def verify(
    *,
    case: Path | None,
    certificates: tuple[Path, ...],
    packs: tuple[Path, ...],
    heads: tuple[str, ...],
    identity: Path | None,
    form: str,
    output: Path | None,
) -> ExitStatus:
    """Work out anew, offline, all that the log says: digests, signatures, each step, each file.

    Asks for no passphrase. Exit status: 0 it is whole, 4 it is not; each fault names the line that breaks.
    """
    from redact.report.gate_verifying import as_json, as_text
    from redact.run.gate_verify import verify as run_verify
    from redact.run.gate_verify import witnesses_of
    from redact.storage import write_over

    witnesses = [one for path in certificates for one in witnesses_of(path)]
    witnesses += [_typed(head) for head in heads]
    told = tuple(dict.fromkeys(witnesses))
    found = run_verify(case_of(case), own_folder(identity), told, packs=packs)
    data = (as_text(found) if form == "text" else as_json(found)).encode("utf-8")
    if output is not None:
        write_over(output, data)
    else:
        write_product(data)
    return ExitStatus.READY if found.whole else ExitStatus.GATE_REFUSES


def _typed(text: str) -> Witness:
    witness = witness_from_typed(text)
    if witness is None:
        raise WrongUse(
            "a head is the number of lines, a space and 64 hex digits",
            "Type it as it is printed: --head '37 0a1b...'; spaces within the digits do not matter.",
        )
    return witness
