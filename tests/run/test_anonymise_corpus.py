"""An invented case, its key filled from the gold: no sure form of anybody is left in what comes out.

The review is played by the gold: of each name that the check asks about it says whose it is, or nobody's.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.cases.values import Case, Person
from corpus.make import TEMPLATES, case_at, documents_of
from corpus.rendering import rendered
from corpus.telling.grammar import read
from corpus.telling.hidden import hidden_in
from corpus.telling.tell import Telling
from redact.errors import ExitStatus
from redact.keystore.keyfile import save_key
from redact.resolve.forms import Searcher
from redact.resolve.settling import plain
from redact.run.case import open_case_key
from redact.run.case_file import CaseFolder
from redact.run.review import prepare
from redact.values.anonymising import Wishes
from redact.values.key import KeyLink, KeyName, KeyPerson
from tests.keystore.people import imogen
from tests.run.anonymise_factory import begin, go, key_of

SEED, WORDS = 11, 1500


def told(case: Case) -> list[Telling]:
    templates = [read(path) for path in sorted((TEMPLATES / "train").glob("*.txt"))]
    return list(documents_of(case, templates, seed=SEED, words=WORDS))


def people_of(case: Case, tellings: list[Telling]) -> dict[str, KeyPerson]:
    """Everybody of the case with the names of the gold; who may stay stays."""
    mentions = [one for telling in tellings for one in telling.told.mentions if one.label == "PERSON"]
    stays = {one.who for one in mentions if one.stays}
    return {
        role: KeyPerson(
            f"p{number}",
            None if role in stays else f"Person {number}",
            names=tuple(map(KeyName, names_of(person))),
            stays=role in stays,
        )
        for number, (role, person) in enumerate(case.people.items(), 1)
    }


def names_of(person: Person) -> list[str]:
    names = [f"{person.first} {person.last}", person.nick]
    names += [f"{person.variant} {person.last}"] if person.variant else []
    names += [f"{person.first} {person.former_last}"] if person.former_last else []
    return list(dict.fromkeys(filter(None, names)))


def play_the_review(
    found: CaseFolder, paths: list[Path], tellings: list[Telling], ids: dict[str, str]
) -> None:
    """Say of each name that is asked about whose it is, by how the gold of its document spells it."""
    own = found.folder.parent / "own"
    review = prepare(
        [str(path) for path in paths],
        found,
        imogen(),
        own,
        passwords=lambda *_: None,
        watcher=lambda *_: None,
    )
    links: dict[tuple[str, str], KeyLink] = {}
    for entry, telling in zip(review.run.documents, tellings, strict=True):
        assert entry.document is not None
        assert entry.judgement is not None
        spelled: defaultdict[str, set[str]] = defaultdict(set)
        for one in telling.told.mentions:
            if one.who in ids:
                spelled[plain(telling.told.text[slice(*one.span)])].add(ids[one.who])
        texts = {passage.id: passage.text for passage in entry.document.passages}
        for finding in entry.judgement.findings:
            if finding.label == "PERSON" and finding.spans:
                span = finding.spans[0]
                text = " ".join(texts[span.passage][span.start : span.end].split())
                links[plain(text), finding.fingerprint] = KeyLink(
                    text, whose(text, spelled), finding.fingerprint
                )
    opened = open_case_key(found, imogen(), own)
    save_key(opened, replace(opened.key, links=tuple(links.values())), imogen(), what="test")


def whose(text: str, spelled: dict[str, set[str]]) -> str | None:
    """Say whose a found name is: that of the longest name of the gold that is, or lies in, or holds it."""
    said = plain(text)
    near = [gold for gold in spelled if gold in said or said in gold]
    return min(spelled[max(near, key=lambda gold: (gold == said, len(gold)))]) if near else None


@pytest.mark.parametrize(("number", "ending"), [(1, ".txt"), (2, ".docx")])
def test_nobody_of_the_gold_is_left(tmp_path: Path, number: int, ending: str) -> None:
    case = case_at(number, SEED, "train")
    tellings = told(case)
    people = people_of(case, tellings)
    found = begin(tmp_path, people=tuple(people.values()), things=(), links=())
    paths = []
    for place, telling in enumerate(tellings, 1):
        path = found.folder / f"{place}{ending}"
        plants = [plant for plant in hidden_in(telling, case, seed=SEED) if plant.place != "deleted"]
        files = {".txt": telling.told.text.encode()}
        if ending == ".docx":
            files |= {".docx": rendered(telling, plants)[f"{telling.told.document}.docx"]}
        path.write_bytes(files[ending])
        paths.append(path)
    play_the_review(found, paths, tellings, {role: person.id for role, person in people.items()})

    run = go(found, *paths, wishes=Wishes(everything=True))
    assert (run.unsettled, run.leaks, run.status) == ((), (), ExitStatus.READY)
    again = go(found, *paths, to="again", wishes=Wishes(everything=True))
    assert [one.sha256 for one in again.files] == [one.sha256 for one in run.files]
    goes = {name.text for person in people.values() if not person.stays for name in person.names}
    whole = {name for name in goes if " " in name}
    for one in run.files:
        text = everything_in((found.folder.parent / "out" / one.name).read_bytes(), ending)
        assert [name for name in whole if name in text] == []
    searcher = Searcher(key_of(found))
    assert run.checked is not None
    for entry, account, telling in zip(run.checked.documents, run.files, tellings, strict=True):
        assert entry.document is not None
        hits = searcher.search(entry.document)
        sure = {span for hit in hits if hit.sure for span in hit.spans}
        assert len(sure) <= len(account.left)  # what the gold says is nobody's name there
        # what may be a word is left, and each is listed with its place
        assert len({hit.spans for hit in hits if not hit.sure}) <= len(account.asked) + len(account.left)
        if ending == ".txt":
            assert survivors(telling, entry.document.text()) == []


def survivors(telling: Telling, text: str) -> list[str]:
    """Give the forms of mentions that are no words by the gold, and that still stand in the text."""
    gone = {
        telling.told.text[slice(*one.span)]
        for one in telling.told.mentions
        if one.label == "PERSON" and not one.stays and "word" not in one.hard and not one.open
    }
    return [form for form in gone if len(form) > 3 and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)]


def everything_in(data: bytes, ending: str) -> str:
    if ending == ".txt":
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
