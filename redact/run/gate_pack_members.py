"""The members of a pack: the files as they will be published, letters, certificate, summary, days, sums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence

from redact.errors import WrongType
from redact.keystore.cards import card_as_text
from redact.keystore.identity import Identity, sign
from redact.publication.calendar_file import as_ics, words_in
from redact.publication.letters import letter
from redact.publication.packing import SIGNATURE, SUMS, sums_of
from redact.report.gate_certificate import certificate
from redact.report.gate_page import as_html, as_text
from redact.report.gate_summary import summary
from redact.run.gate_calendar import days_of
from redact.run.gate_lines import Held, refuse
from redact.run.gate_seen import paper_path
from redact.values.gate import Guard, Refusal
from redact.values.gate_pack import Block, Member, PackFacts
from redact.values.gate_record import AttachedPaper
from redact.values.rules import Mode

__all__ = ["PURPOSE", "SIGNATURE_FORMAT", "members_for", "texts_of"]

PURPOSE = "gate-pack"  # what the signature under the sums is for
SIGNATURE_FORMAT = "redact-gate-signature/1"
_NO_PDF = "a letter in it cannot be set in the typeface of the program"
_README = """\
Review {case}, pack {number}

{folder:<22}{files}
letters/              a letter for each of those who receive this pack
certificate.html      what was checked, by whom, and what no program has checked
certificate.pdf       the same as a PDF (where there is one)
summary.json          the same for a program, without names
calendar.ics          the days, with reminders; for whoever runs the case
SHA256SUMS            the digest of every file here
SHA256SUMS.signature.json
                      the signature under it, and the card of whoever signed

To compare every file with its digest: sha256sum --check SHA256SUMS
With redact, the signature and the log too: redact gate verify --pack FILE.zip

{public}
"""


def members_for(held: Held, facts: PackFacts, identity: Identity) -> tuple[Member, ...]:
    """Make every member of a pack.

    Raises:
        GateRefuses: a file in the case is not the one that was checked.
        NotWritten, WrongUse: as `days_of` does.
    """
    members = [*_published(held, facts), *_letters(facts), *_certificate(facts)]
    members.append(Member("summary.json", summary(facts).encode("ascii")))
    members.append(Member("calendar.ics", as_ics(days_of(held))))
    members.append(Member("README.txt", _readme(facts).encode("utf-8")))
    sums = sums_of(members)
    return (*members, Member(SUMS, sums), Member(SIGNATURE, _signature(sums, identity)))


def texts_of(facts: PackFacts, members: Sequence[Member]) -> Mapping[str, str]:
    """Give the texts that a pack adds, by a name of ours for each, in whole lines, for the check.

    The pages are given by their blocks: a line that is wrapped could part a name.
    """
    texts = {f"the letter to {to}": _words(letter(to, facts)) for to in _addressed(facts)}
    texts["the certificate"] = _words(certificate(facts, pdf=_NO_PDF))
    by_name = {member.name: member.content.decode("utf-8") for member in members if _is_text(member.name)}
    texts["the readme"] = by_name["README.txt"]
    texts["the summary"] = "\n".join(_strings(json.loads(by_name["summary.json"]))) + "\n"
    texts["the calendar"] = "\n".join(words_in(by_name["calendar.ics"].encode("utf-8"))) + "\n"
    texts["its file names"] = "\n".join(member.name for member in members) + "\n"
    return texts


# ------------------------------------------------------------------ private


def _published(held: Held, facts: PackFacts) -> Iterator[Member]:
    of = {paper.part: paper for paper in held.gate.papers}
    for packed in facts.papers:
        if packed.name:
            yield Member(packed.name, _as_checked(held, of[packed.part]))


def _as_checked(held: Held, paper: AttachedPaper) -> bytes:
    try:
        content = paper_path(held.found.folder, paper).read_bytes()
    except OSError:
        content = b""
    if hashlib.sha256(content).hexdigest() != paper.sha256:
        refuse(
            (
                Refusal(
                    "changed-byte",
                    f"the {paper.part.words} in the case is not the file that was checked",
                    "Attach it again, which checks it anew: redact gate attach",
                    Guard.FILES_UNCHANGED,
                ),
            )
        )
    return content


def _addressed(facts: PackFacts) -> tuple[str, ...]:
    return (*(one.value for one in facts.recipients), *facts.also)


def _letters(facts: PackFacts) -> Iterator[Member]:
    for to in _addressed(facts):
        blocks = letter(to, facts)
        yield Member(f"letters/{to}.txt", as_text(blocks).encode("utf-8"))
        title = f"Letter: review {facts.gate.case}"
        yield Member(f"letters/{to}.html", as_html(blocks, title=title).encode("utf-8"))


def _certificate(facts: PackFacts) -> Iterator[Member]:
    from redact.formats.pdf.page_of_ours import as_pdf

    title, without = f"Certificate: review {facts.gate.case}", ""
    try:
        yield Member("certificate.pdf", as_pdf(certificate(facts), title=title))
    except WrongType:
        without = _NO_PDF
    page = as_html(certificate(facts, pdf=without), title=title)
    yield Member("certificate.html", page.encode("utf-8"))


def _readme(facts: PackFacts) -> str:
    gate = facts.gate
    words = (
        ("enclosed/", "the reasons for which it is not published", "Nothing of this is public.")
        if gate.mode is Mode.NOT_PUBLISHED
        else (
            "published/",
            "what will be published, byte for byte",
            "Nothing of this is public before the day of publication.",
        )
    )
    folder, files, public = words
    return _README.format(case=gate.case, number=facts.number, folder=folder, files=files, public=public)


def _signature(sums: bytes, identity: Identity) -> bytes:
    """Sign the sums; the signature is the same each time, as Ed25519 takes nothing by chance."""
    content = {
        "format": SIGNATURE_FORMAT,
        "of": SUMS,
        "sha256": hashlib.sha256(sums).hexdigest(),
        "card": json.loads(card_as_text(identity.card)),
        "signature": sign(identity, PURPOSE, sums),
    }
    return (json.dumps(content, indent=1, ensure_ascii=True) + "\n").encode("ascii")


def _is_text(name: str) -> bool:
    return name.endswith((".txt", ".json", ".ics"))


def _words(blocks: Sequence[Block]) -> str:
    return "\n\n".join(block.text for block in blocks) + "\n"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
