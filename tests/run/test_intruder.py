"""Records of searches in a case: none is lost or passed over, and what was found in words is sealed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from redact.errors import Damaged, Forged, KeyFault, NotForYou, NotWritten, Unreadable, WrongUse
from redact.judge import NO_WORDS
from redact.keystore import home
from redact.keystore.audit import read_log
from redact.run import decisions, intruder, intruder_listing
from redact.run.case import DECISIONS, key_path_of, open_case_key
from redact.run.case_file import CaseFolder
from redact.run.intruder import INTRUDER, Noted, digests, intruder_test_of, read, record
from redact.run.intruder_words import Found, open_words, words_beside
from redact.run.key_ending import destroy
from redact.run.key_sharing import remove, reseal_records, share
from redact.values.decisions import Answer
from redact.values.intruder import SearchResult, TestState, record_as_json
from redact.values.judgement import BundleJudgement, Outcome, Readiness, Verdict
from tests.judge.decisions import decision
from tests.judge.intruder_records import FILE, OTHER_FILE, search
from tests.keystore.people import imogen, joseph, mallory
from tests.report.run_factory import several
from tests.run.anonymise_factory import begin

ROOT = Path(__file__).parents[2]
NOBODY = Noted("Rufus Oakley", date(2026, 11, 20), 9, SearchResult.NOTHING)
SOMEBODY = replace(NOBODY, result=SearchResult.SOMEBODY)
WORDS = Found("A page of tributes names Anneke Hartwell.", ("Thornwick murder March 2014",))


@pytest.fixture
def found(tmp_path: Path) -> CaseFolder:
    """A case with a key in which Anneke Hartwell is, as Imogen, who trusts Joseph."""
    begun = begin(tmp_path)
    home.keep(tmp_path / "own", imogen(), b"wrapped")
    home.trust(tmp_path / "own", joseph().card)
    return begun


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def seal(found: CaseFolder, own: Path, words: Found = WORDS) -> str:
    """Record that somebody was found, with its words; gives the fingerprint."""
    opened = open_case_key(found, imogen(), own)
    kept = record(
        found, SOMEBODY, [FILE], recorded_by=imogen().card.name, identity=imogen(), opened=opened, words=words
    )
    return kept.fingerprint


def beside(found: CaseFolder, own: Path) -> tuple[Path, ...]:
    return words_beside(key_path_of(found.case, own))


# ---------------------------------------------------------------- kept and read


def test_what_is_recorded_is_read_and_says_of_which_files_it_is(found: CaseFolder, own: Path) -> None:
    assert read(found, own).records == ()
    assert intruder_test_of(found, own, [FILE]).state is TestState.MISSING
    first = record(found, NOBODY, [OTHER_FILE, FILE, FILE], recorded_by=imogen().card.name, identity=imogen())
    assert first.documents == (FILE, OTHER_FILE)
    assert read(found, own).records == (first,)
    assert intruder_test_of(found, own, [FILE, OTHER_FILE]).done
    assert intruder_test_of(found, own, [FILE]).state is TestState.EARLIER
    second = record(found, NOBODY, [FILE])
    assert second.fingerprint != first.fingerprint
    assert intruder_test_of(found, own, [FILE]).done
    shown = intruder_listing.listed(read(found, own).records, [FILE], intruder_listing.words_of(found, own))
    assert [one.of.value for one in shown if one.of] == ["some", "these"]


def test_what_was_decided_later_closes_it(found: CaseFolder, own: Path) -> None:
    kept = record(found, replace(NOBODY, result=SearchResult.PERHAPS), [FILE])
    assert intruder_test_of(found, own, [FILE]).state is TestState.OPEN
    decisions.record(found, [decision(kept.fingerprint, Answer.KEEP)], None)
    assert intruder_test_of(found, own, [FILE]).done


def test_a_file_is_named_by_its_very_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_bytes(b"one")
    second.write_bytes(b"two")
    wanted = sorted(hashlib.sha256(data).hexdigest() for data in (b"one", b"two"))
    assert list(digests([str(second), str(first), str(first)])) == wanted
    for path in (tmp_path, tmp_path / "missing.txt"):
        with pytest.raises(Unreadable, match="document 2: it is not there, or is no file"):
            digests([str(first), str(path)])


WRONG = [
    (replace(NOBODY, on=date(2026, 11, 22)), "still to come"),
    (replace(NOBODY, by=" "), "one line"),
    (replace(NOBODY, by="Rufus\nOakley"), "one line"),
    (replace(NOBODY, searched=0), "from 1 to 10,000"),
]


@pytest.mark.parametrize(("noted", "what"), WRONG)
def test_what_cannot_have_been_is_refused(noted: Noted, what: str) -> None:
    with pytest.raises(WrongUse, match=what):
        intruder.must_suit(noted, date(2026, 11, 21))
    intruder.must_suit(NOBODY, date(2026, 11, 20))


def test_nobody_of_the_case_is_named_as_who_has_searched(found: CaseFolder, own: Path) -> None:
    opened = open_case_key(found, imogen(), own)
    for name in ("Anneke Hartwell", "HARTWELL, Anneke"):
        with pytest.raises(WrongUse, match="somebody of the case") as refused:
            intruder.must_be_nobody_of(opened, name)
        assert "Hartwell" not in refused.value.what + refused.value.remedy
    intruder.must_be_nobody_of(opened, "Rufus Oakley")


def test_a_check_in_the_case_says_what_is_recorded_and_a_person_still_signs() -> None:
    run = several()
    files = {one.document.sha256 for one in run.documents if one.document is not None}
    rules = [Verdict(id_, Outcome.NEEDS_A_PERSON, "a person signs it", "a guide") for id_ in ("x-17", "x-18")]
    run = replace(run, bundle=BundleJudgement(Readiness.READY, tuple(rules), ()))
    told = intruder_listing.with_searches(run, [search(SearchResult.NOTHING, *files)], NO_WORDS)
    assert told.bundle is not None
    assert [(one.outcome, one.because) for one in told.bundle.verdicts] == [
        (Outcome.NEEDS_A_PERSON, "a person signs it"),
        (
            Outcome.NEEDS_A_PERSON,
            "recorded on 2026-11-20: Rufus Oakley found nobody; a person still signs it",
        ),
    ]
    assert told.status == run.status
    none = intruder_listing.with_searches(run, [], NO_WORDS)
    assert none.bundle is not None
    assert "nobody has recorded" in none.bundle.verdicts[1].because


# ---------------------------------------------------------------- damage, forgery, two at once

DAMAGED = [b"Anneke Hartwell\n", b"{}\n", b"\xff\n", record_as_json(search()).encode()[:-9] + b"\n"]


@pytest.mark.parametrize("line", DAMAGED)
def test_a_line_that_holds_no_record_is_refused_with_its_number(
    line: bytes, found: CaseFolder, own: Path
) -> None:
    content = record_as_json(search()).encode() + b"\n" + line
    (found.folder / INTRUDER).write_bytes(content)
    with pytest.raises(Damaged, match=r"^line 2 of intruder.jsonl holds no record of a search$"):
        read(found, own)
    with pytest.raises(Damaged):
        record(found, NOBODY, [FILE])
    with pytest.raises(Damaged):
        seal(found, own)
    assert (found.folder / INTRUDER).read_bytes() == content
    assert beside(found, own) == ()


def test_a_second_file_of_a_synchronised_folder_is_not_passed_over(found: CaseFolder, own: Path) -> None:
    (found.folder / "intruder (Rufus's laptop).jsonl").write_bytes(b"")
    with pytest.raises(Damaged, match=r"beside intruder\.jsonl lies another file of records"):
        read(found, own)
    with pytest.raises(Damaged):
        record(found, NOBODY, [FILE])


@pytest.mark.parametrize(
    "changes",
    [{"result": SearchResult.NOTHING}, {"documents": (OTHER_FILE,)}, {"by": "Osgood"}, {"words": None}],
    ids=["result", "files", "by", "words"],
)
def test_a_line_that_was_altered_under_its_signature_is_refused(
    changes: dict[str, object], found: CaseFolder, own: Path
) -> None:
    seal(found, own)
    (kept,) = read(found, own).records
    assert kept.signature is not None
    altered = replace(kept, **changes)  # type: ignore[arg-type]
    (found.folder / INTRUDER).write_text(record_as_json(altered), encoding="ascii")
    with pytest.raises(Forged, match=r"line 1 of intruder\.jsonl"):
        read(found, own)


def test_a_signature_that_nobody_can_look_at_is_none(found: CaseFolder, own: Path) -> None:
    record(found, NOBODY, [FILE], recorded_by=mallory().card.name, identity=mallory())
    kept = read(found, own)
    assert ([one.signature for one in kept.records], kept.unchecked) == ([None], 1)


def fails(*_: object) -> None:
    raise OSError(28, "No space left on device")


def is_closed(*_: object) -> None:
    raise PermissionError(13, "Permission denied")


def stops(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("how", "error"), [(fails, NotWritten), (is_closed, NotWritten), (stops, KeyboardInterrupt)]
)
def test_a_write_that_fails_leaves_the_old_file_and_nothing_sealed(
    how: Callable[..., None],
    error: type[BaseException],
    found: CaseFolder,
    own: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    record(found, NOBODY, [FILE])
    before = (found.folder / INTRUDER).read_bytes()
    monkeypatch.setattr(os, "replace", how)
    with pytest.raises(error):
        seal(found, own)
    monkeypatch.undo()
    assert (found.folder / INTRUDER).read_bytes() == before
    assert beside(found, own) == ()
    assert not [path for path in found.folder.iterdir() if path.name.startswith(".redact-")]


WRITER = """
import sys
from pathlib import Path
from datetime import date
from redact.run.case_file import CaseFolder
from redact.run.intruder import Noted, record
from redact.values.case import Case
from redact.values.intruder import SearchResult
noted = Noted(sys.argv[2], date(2026, 11, 20), 9, SearchResult.NOTHING)
for _ in range(10):
    record(CaseFolder(Case("K7"), Path(sys.argv[1])), noted, ["1" * 64])
"""


def test_two_processes_at_once_lose_nothing(found: CaseFolder, own: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(found.folder), name], env=environment)
        for name in ("Rufus Oakley", "Osgood")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    names = [one.by for one in read(found, own).records]
    assert (names.count("Rufus Oakley"), names.count("Osgood")) == (10, 10)


# ---------------------------------------------------------------- what was found in words


def test_what_was_found_is_sealed_and_stands_nowhere_else(found: CaseFolder, own: Path) -> None:
    seal(found, own)
    (kept,) = read(found, own).records
    (path,) = beside(found, own)
    for data in [path.read_bytes(), *(one.read_bytes() for one in found.folder.iterdir())]:
        assert b"Hartwell" not in data
        assert b"Thornwick" not in data
    assert "Hartwell" not in repr(kept) + repr(WORDS) + str(path)
    opened = open_case_key(found, imogen(), own)
    assert open_words(opened, imogen(), kept, trusted=()) == WORDS
    listed = intruder_listing.listed([kept], [], intruder_listing.words_of(found, own))
    (shown,) = intruder_listing.with_words(listed, found, imogen(), own)
    assert (shown.words, shown.strings) == (WORDS.words, WORDS.strings)
    assert "Hartwell" not in repr(shown)
    log = read_log(opened.path, [imogen().card])
    assert log.entries[-1].action == "read-searches"


def test_without_the_key_words_are_refused_and_the_code_alone_is_kept(found: CaseFolder, own: Path) -> None:
    with pytest.raises(WrongUse, match="no open key") as refused:
        record(found, SOMEBODY, [FILE], words=WORDS)
    assert "the result alone is kept" in refused.value.remedy
    assert read(found, own).records == ()
    record(found, SOMEBODY, [FILE])
    assert read(found, own).records[0].words is None


@pytest.mark.parametrize(("words", "what"), [(" \n", "nothing is said"), ("x" * 20_001, "longer than")])
def test_nothing_and_too_much_are_refused(words: str, what: str, found: CaseFolder, own: Path) -> None:
    with pytest.raises(WrongUse, match=what):
        seal(found, own, Found(words))
    assert (read(found, own).records, beside(found, own)) == ((), ())


def test_whoever_joins_the_key_reads_it_and_who_leaves_gets_no_new_one(found: CaseFolder, own: Path) -> None:
    home.trust(own, imogen().card)
    seal(found, own)
    (kept,) = read(found, own).records
    share(found, imogen(), own, joseph().card)
    theirs = open_case_key(found, joseph(), own)
    with pytest.raises(NotForYou):
        open_words(theirs, joseph(), kept, trusted=[imogen().card])
    assert reseal_records(found, imogen(), own) == (1, ())
    assert open_words(theirs, joseph(), kept, trusted=[imogen().card]) == WORDS
    remove(found, imogen(), own, joseph().card.id)
    assert reseal_records(found, imogen(), own) == (1, ())
    with pytest.raises(NotForYou):
        open_words(open_case_key(found, imogen(), own), joseph(), kept, trusted=[imogen().card])


def test_it_is_destroyed_with_the_key(found: CaseFolder, own: Path) -> None:
    seal(found, own)
    home.trust(own, imogen().card)
    share(found, imogen(), own, joseph().card)
    done = destroy(found, imogen(), own, joseph().card, date.today() + timedelta(days=30))
    assert "what was found in a search" in done.removed
    assert beside(found, own) == ()
    # The record itself stays, as the decisions do: it names nobody of the case.
    assert (found.folder / DECISIONS).exists()
    (kept,) = read(found, own).records
    assert kept.words is not None


def test_other_words_than_were_recorded_are_refused(found: CaseFolder, own: Path) -> None:
    first, second = seal(found, own), seal(found, own, Found("Nobody of note."))
    opened, records = open_case_key(found, imogen(), own), read(found, own).records
    of = {one.fingerprint: one for one in records}
    with pytest.raises(Forged, match="not in the words that were recorded"):
        open_words(opened, imogen(), replace(of[first], words=of[second].words), trusted=())
    one, other = beside(found, own)
    one.write_bytes(other.read_bytes())  # the sealed file of another record
    with pytest.raises(KeyFault):
        intruder_listing.with_words(
            intruder_listing.listed(records, [], intruder_listing.words_of(found, own)), found, imogen(), own
        )
    one.unlink()
    other.unlink()
    with pytest.raises(KeyFault, match="is not beside the key"):
        open_words(opened, imogen(), of[first], trusted=())
