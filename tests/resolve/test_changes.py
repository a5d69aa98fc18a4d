"""What moves when a document comes is reported, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from redact.resolve import changes, resolve
from redact.values.people import Mention, Resolution
from tests.resolve.telling import told


def both(*texts: str) -> tuple[Resolution, Resolution]:
    """Resolve all documents but the last, and then all."""
    documents, mentions = told(*texts)
    last = documents[-1].passages[0].id.partition(":")[0] + ":"
    earlier = [mention for mention in mentions if not mention.span.passage.startswith(last)]
    return resolve(earlier, documents[:-1]), resolve(mentions, documents)


def test_a_name_that_becomes_open_is_reported() -> None:
    before, after = both("{Harriet Osgood} came. {Osgood} left.", "{Alan Osgood} came.")
    (move,) = changes(before, after)
    assert (move.before, move.after) == ("person-1", "")
    assert move.mention == after.unresolved[0]


def test_two_who_become_one_are_reported_of_the_smaller() -> None:
    before, after = both(
        "{Kay Rook} came. {Kay Rook} left. {Kay Orton} rang.", "Her file is held under {Kay Orton}."
    )
    assert [(move.before, move.after) for move in changes(before, after)] == [("person-2", "person-1")]


def test_what_is_only_new_is_no_move() -> None:
    before, after = both("{Harriet Osgood} came.", "{Harriet Osgood} and {Alan Peverell} left.")
    assert changes(before, after) == ()
    assert changes(after, after) == ()


NAMES = st.sampled_from(
    [
        *("Harriet Osgood", "Alan Osgood", "Harriet Peverell", "Harriet", "Osgood", "Mrs Osgood", "HO"),
        *("Hattie", "Peverell", "H. Osgood", "Osgood H", "Harreit", "Hattie Osgood", "osgood harriet"),
    ]
)
BETWEEN = st.sampled_from([", ", " (n\u00e9e ", " and Mr ", " recorded as ", " PC ", ". ", "\t"])
SENTENCES = st.lists(st.tuples(NAMES, BETWEEN), min_size=1, max_size=6).map(
    lambda pairs: "".join(f"{{{name}}}{between}" for name, between in pairs)
)


def _together(resolution: Resolution, of: set[Mention]) -> tuple[set[frozenset[Mention]], set[Mention]]:
    """Give the persons and the unresolved, so far as they are of some mentions."""
    persons = {frozenset(of.intersection(entity.mentions)) for entity in resolution.entities}
    return persons - {frozenset()}, of.intersection(resolution.unresolved)


@given(st.lists(SENTENCES, min_size=2, max_size=3))
def test_a_document_more_never_moves_a_mention_in_silence(texts: list[str]) -> None:
    before, after = both(*texts)
    earlier = {mention for entity in before.entities for mention in entity.mentions} | set(before.unresolved)
    moved = {move.mention for move in changes(before, after)}
    assert moved <= earlier
    stayed = earlier - moved
    assert _together(before, stayed) == _together(after, stayed)
    if not moved:
        assert _together(before, earlier) == _together(after, earlier)
