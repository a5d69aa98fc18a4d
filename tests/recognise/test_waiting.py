"""What is done before the name model is waited for: all that does not need it; the order stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from redact.recognise.claims import DocumentRecogniser, FollowUpRecogniser, Recogniser
from redact.recognise.finding import find_mentions
from redact.recognise.grids import View
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span
from tests.recognise.recognise_factory import text_document

TEXT = "Anna and Ida came."


def _mention(view: View, name: str, start: int, end: int) -> Mention:
    passage = view.document.passages[0]
    return Mention(Span(passage.id, start, end), Label.PERSON, 0.7, Evidence(name, "1", "pattern", "because"))


def _recognisers(done: list[str]) -> tuple[Recogniser, ...]:
    @contextmanager
    def begin(_views: Sequence[View]) -> Iterator[None]:
        done.append("begun")
        yield
        done.append("ended")

    def slow(view: View) -> Iterator[Mention]:
        done.append("waited for")
        yield _mention(view, "slow", 9, 12)

    def quick(view: View) -> Iterator[Mention]:
        done.append("quick")
        yield _mention(view, "quick", 0, 4)

    def follow(_views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
        done.append(f"followed {len(mentions)}")
        yield from ()

    return (
        DocumentRecogniser("slow", "1", (Label.PERSON,), slow, (), (), begin),
        DocumentRecogniser("quick", "1", (Label.PERSON,), quick, (), ()),
        FollowUpRecogniser(
            "follow", "1", (Label.PERSON,), follow, (), (), lambda views: done.append(f"ahead {len(views)}")
        ),
    )


def test_what_was_begun_is_waited_for_last() -> None:
    done: list[str] = []
    found = find_mentions([text_document(TEXT)], recognisers=_recognisers(done))
    assert done == ["begun", "quick", "ahead 1", "waited for", "followed 2", "ended"]
    assert [(each.span.start, each.evidence.recogniser) for each in found] == [(0, "quick"), (9, "slow")]
