"""`redact key list`, `find`, `reveal`, `add`, `rename`, `merge`, `split`: the people of a key."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from redact.cli.console import printable, say, write_product
from redact.cli.key_asking import holder, holder_options, lines_of, may_show, names_from, show_names
from redact.cli.options import choice
from redact.errors import ExitStatus, WrongUse
from redact.values.key_reasons import RevealReason

if TYPE_CHECKING:
    from redact.values.key import Key, KeyPerson, KeyThing

__all__ = ["COMMANDS", "told_lines"]

_scheme = click.option(
    "--scheme", default="child-x", metavar="NAME", help="How people are called. [default: child-x]"
)
_slot = click.option("--slot", metavar="SLOT", help="Who it is: child, mother, social-worker ...")
_label = click.option("--label", metavar="PSEUDONYM", help="The pseudonym. [default: the scheme's next]")
_form = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How.")


@click.command("list", short_help="List pseudonyms and roles, no names.")
@_form
@click.option("--retired", is_flag=True, help="List the pseudonyms that were taken back too.")
@holder_options
def list_(
    *, form: str, retired: bool, case: Path | None, identity: Path | None, passphrase_fd: int | None
) -> None:
    """List the pseudonyms of a case with who they are and how many names each has; never a name."""
    from redact.run.case import open_case_key
    from redact.run.key_people import rows
    from redact.run.key_retaining import told_of

    key = open_case_key(*holder(case, identity, passphrase_fd).three).key
    if form == "json":
        write_product(_as_json(key).encode("ascii"))
        return
    lines = [f"case {key.case}, revision {key.revision}, {len(key.people)} people, {len(key.things)} others"]
    lines.append(told_of(key, date.today()))
    for row in rows(key):
        called = row.pseudonym or ("stays by name" if row.stays else "no pseudonym")
        lines.append(
            f"{row.id:>5}  {called:24} {row.role or '-':20} {row.names} name(s), {row.links} spelling(s)"
        )
    if retired:
        lines += [f"       {one.pseudonym:24} taken back from {one.of}" for one in key.retired]
    write_product((printable("\n".join(lines)) + "\n").encode("utf-8", "replace"))


@click.command(short_help="Say under which pseudonym a name stands.")
@names_from
@_form
@holder_options
def find(
    *, from_: str | None, form: str, case: Path | None, identity: Path | None, passphrase_fd: int | None
) -> ExitStatus:
    """Say under which pseudonym somebody stands. The name is asked for, or read; it is never an argument.

    Words count as they are written: a slip or a short form finds nobody. Status 1: somebody is not there.
    """
    from redact.run import key_people as run

    held = holder(case, identity, passphrase_fd)
    found = run.find(*held.three, lines_of(from_, "Name"))
    if form == "json":
        plain = [
            [{"id": one.id, "pseudonym": one.pseudonym, "whole": one.whole} for one in hits] for hits in found
        ]
        write_product((json.dumps({"format": "redact-key-find/1", "names": plain}, indent=1) + "\n").encode())
    else:
        lines = []
        for number, hits in enumerate(found, 1):
            told = [
                f"{one.pseudonym or 'no pseudonym'} ({one.id}{'' if one.whole else ', a part of a name'})"
                for one in hits
            ]
            lines.append(f"{number:>4}  {', '.join(told) or 'not in the key'}")
        write_product((printable("\n".join(lines)) + "\n").encode("utf-8", "replace"))
    return ExitStatus.READY if all(found) else ExitStatus.FINDINGS


@click.command()
@click.argument("person", metavar="PSEUDONYM")
@click.option("--reason", type=choice(RevealReason), required=True, help="Why; it stands in the log.")
@click.option("--ask-text", is_flag=True, help="Ask for a reason in words too; it is kept in the key alone.")
@show_names
@holder_options
def reveal(
    person: str,
    *,
    reason: str,
    ask_text: bool,
    yes_show_names: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Show who one person is. It is written to the log first; where that fails nobody is shown."""
    from redact.run.key_people import reveal as run_reveal

    may_show(yes_show_names)
    held = holder(case, identity, passphrase_fd)
    text = " ".join(lines_of(None, "Reason in words")) if ask_text else ""
    key, one = run_reveal(*held.three, person, RevealReason(reason), text=text)
    write_product((printable("\n".join(told_lines(key, one))) + "\n").encode("utf-8", "replace"))


@click.command(short_help="Add a person, or names to one.")
@names_from
@click.option("--to", metavar="PSEUDONYM", help="Add the names to this person.")
@_slot
@_label
@_scheme
@click.option("--stays", is_flag=True, help="The person is named in the review on purpose.")
@click.option("--another", is_flag=True, help="It is somebody else than who has that name already.")
@holder_options
def add(
    *,
    from_: str | None,
    to: str | None,
    slot: str | None,
    label: str | None,
    scheme: str,
    stays: bool,
    another: bool,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Add a person with a pseudonym, or names to one (--to). Names are asked for or read, a line each.

    A line may say what a name is ("maiden: ...", "nickname: ...", "known-as: ...", "misspelling: ...",
    "initials: ..."), and "born: 2019-03-04" is the day of birth.
    """
    from redact.resolve.key_editing import read_told
    from redact.run import key_people as run
    from redact.run.review import scheme_of

    labels = scheme_of(scheme)
    held = holder(case, identity, passphrase_fd)
    told = read_told(lines_of(from_, "Name"))
    one = run.add(*held.three, told, labels, to=to, slot=slot, label=label, stays=stays, another=another)
    say(f"added: {one.pseudonym or one.id}, who has {len(one.names)} name(s) now")


@click.command(short_help="Give a person another pseudonym.")
@click.argument("person", metavar="PSEUDONYM")
@click.argument("label", metavar="NEW")
@_scheme
@holder_options
def rename(
    person: str,
    label: str,
    *,
    scheme: str,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Give a person another pseudonym. The old one goes to nobody else, and documents keep it."""
    from redact.run import key_people as run
    from redact.run.review import scheme_of

    run.rename(*holder(case, identity, passphrase_fd).three, person, label, scheme_of(scheme))
    say("renamed. Documents that have an earlier pseudonym keep it: nobody else will get it")


@click.command()
@click.argument("person", metavar="PSEUDONYM")
@click.argument("other", metavar="OTHER")
@holder_options
def merge(
    person: str, other: str, *, case: Path | None, identity: Path | None, passphrase_fd: int | None
) -> None:
    """Join two people who are one. The first keeps the pseudonym; OTHER goes to nobody else."""
    from redact.run import key_people as run

    if Path(person).is_file() or Path(other).is_file():
        raise WrongUse("these are files, and no people", "To join two keys: redact key merge-files")
    run.merge(*holder(case, identity, passphrase_fd).three, person, other)
    say("joined. Documents that have the second pseudonym keep it: nobody else will get it")


@click.command(short_help="Part one person in two.")
@click.argument("person", metavar="PSEUDONYM")
@names_from
@_slot
@_label
@_scheme
@holder_options
def split(
    person: str,
    *,
    from_: str | None,
    slot: str | None,
    label: str | None,
    scheme: str,
    case: Path | None,
    identity: Path | None,
    passphrase_fd: int | None,
) -> None:
    """Part one person in two: the names that are asked for, or read, go to somebody new."""
    from redact.run import key_people as run
    from redact.run.review import scheme_of

    labels = scheme_of(scheme)
    held = holder(case, identity, passphrase_fd)
    names = lines_of(from_, "Name that is somebody else's")
    new = run.split(*held.three, person, names, labels, slot=slot, label=label)
    say(f"parted: {new.pseudonym or new.id} is new. Look at what documents say of both: redact review")


COMMANDS: tuple[click.Command, ...] = (list_, find, reveal, add, rename, merge, split)


def _as_json(key: Key) -> str:
    from redact.run.key_people import rows

    content = {
        "format": "redact-key-list/1",
        "case": key.case,
        "revision": key.revision,
        "retain_until": key.retain_until.isoformat() if key.retain_until else None,
        "entries": [
            {
                "id": row.id,
                "pseudonym": row.pseudonym,
                "slot": row.slot,
                "role": row.role,
                "stays": row.stays,
                "names": row.names,
                "spellings": row.links,
                "relations": row.relations,
            }
            for row in rows(key)
        ],
        "retired": [{"pseudonym": one.pseudonym, "of": one.of} for one in key.retired],
    }
    return json.dumps(content, indent=1) + "\n"


def told_lines(key: Key, one: KeyPerson | KeyThing) -> list[str]:
    """Write one person or thing with all their names, a line each."""
    from redact.values.key import KeyPerson

    lines = [one.pseudonym or one.id]
    lines += [f"  {name.kind.value}: {name.text}" for name in one.names]
    if isinstance(one, KeyPerson):
        called = {person.id: person.pseudonym or person.id for person in key.people}
        lines += [f"  born {one.born.day} {one.born:%B %Y}"] if one.born else []
        lines += [f"  {relation.kind} of {called[relation.person]}" for relation in one.relations]
        lines += [f"  {role}" for role in one.roles]
    return lines
