"""A name in every place of the catalogue of a Word document: rewritten, or the whole file is refused."""

from __future__ import annotations

import hashlib
import io
import string
import zipfile
from dataclasses import dataclass, replace
from functools import cache

import pytest

from redact.formats.building import DocumentBuilder, Request
from redact.formats.proof import search
from redact.formats.word import read
from redact.formats.word.rewriting import rewrite
from redact.resolve.applying import rewritings
from redact.resolve.forms import Searcher
from redact.resolve.replacing import Manner, plan
from redact.resolve.settling import Known
from redact.run.anonymise_proof import needles_for
from redact.run.anonymised import Job
from redact.values.key import Key, KeyName, KeyPerson
from redact.values.schemes import Precision
from redact.values.text import Document, Format, Location, Part
from redact.values.verifying import MarkedHit
from tests.formats.canary_planting import Canary, Planter
from tests.formats.canary_word_parts import links, parts
from tests.formats.canary_word_text import body
from tests.formats.word.package_factory import package
from tests.resolve.scheme_factory import CHILD_X
from tests.values.keys import make_key

SECRET = b"a secret for tests, of 32 bytes."


@dataclass
class Named(Planter):
    """Plants names, each of letters alone and like no other."""

    def __call__(self, place: str, part: Part, what: str, **more: object) -> str:
        super().__call__(place, part, what, **more)  # type: ignore[arg-type]
        number = len(self.planted)
        letters = string.ascii_lowercase
        name = f"Qu{letters[number // 26]}zz{letters[number % 26]}wyck"
        canary = self.planted[-1]
        self.planted[-1] = Canary(
            name, canary.place, canary.part, canary.what, canary.nature, canary.reported
        )
        return name


@cache
def planted() -> tuple[tuple[Canary, ...], bytes]:
    plant = Named()
    members = package(body(plant), parts(plant), links=links(plant))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return tuple(plant.planted), buffer.getvalue()


def document_of(content: bytes) -> Document:
    request = Request("a.docx", SECRET)
    return read(
        content, DocumentBuilder(request, sha256=hashlib.sha256(content).hexdigest(), format=Format.DOCX)
    )


def key_of(canaries: tuple[Canary, ...]) -> Key:
    people = tuple(
        KeyPerson(f"p{number}", f"Person {number}", names=(KeyName(canary.token),))
        for number, canary in enumerate(canaries, 1)
    )
    return make_key(people=people, things=(), links=(), tables=(), retired=())


@cache
def anonymised() -> tuple[Job, Key]:
    """Rewrite the document; what it says of deletions, for which it is refused, is not looked at here."""
    canaries, content = planted()
    key, document = key_of(canaries), document_of(content)
    hits = [MarkedHit(hit, f"v{number}") for number, hit in enumerate(Searcher(key).search(document))]
    made = plan(document, (), hits, Known(key), Manner(CHILD_X, Precision.MONTH))
    own = rewritings(document.passages, [one.edit for one in made.replaced])
    new = rewrite(content, Request("a.docx", SECRET), own)
    return Job(1, document, made, own, "a.docx", new, document_of(new)), key


def test_its_deletions_are_told_so_that_it_is_refused() -> None:
    assert any(passage.focus for passage in document_of(planted()[1]).passages)


@cache
def _left() -> frozenset[str]:
    """Give the names that the searches of the proof find in what came out."""
    job, key = anonymised()
    names = {person.id: person.names[0].text for person in key.people}
    found = {names[one.of] for one in Searcher(key).search(job.copy) if one.sure}
    needles = [
        replace(needle, location=Location(Part.PROPERTY, block=number))
        for number, needle in enumerate(needles_for(job, key))
    ]
    known = {name.casefold(): name for name in names.values()}
    leaks = search(job.content, needles, frozenset(), lambda *_: None)
    at = [leak.location.block for leak in leaks]
    return frozenset(found | {known[needles[number].words[0]] for number in at if number is not None})


CANARIES, _ = planted()


@pytest.mark.parametrize("canary", CANARIES, ids=[f"{one.place} {one.what}" for one in CANARIES])
def test_a_name_is_rewritten_or_refused(canary: Canary) -> None:
    job, _ = anonymised()
    written = any(canary.token in text for text in _everything(job.content))
    assert not written or canary.token in _left()


def _everything(content: bytes, depth: int = 0) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = [" ".join(archive.namelist())]
        for name in archive.namelist():
            data = archive.read(name)
            found += [data.decode("utf-8", "replace"), data.decode("utf-16-le", "replace")]
            if data.startswith(b"PK") and depth < 3:
                found += _everything(data, depth + 1)
    return found
