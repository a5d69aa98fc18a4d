"""What the name model takes for a place, a body or a date, where nothing else has claimed the words.

A stretch that somebody's name may lie in is left to that name: a place that hides a person would be a name
unsaid. Only where a rule had nothing but the look of the word, and the model rules a person out, is it free.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from redact.recognise.claims import mention
from redact.recognise.grids import View
from redact.recognise.model.labels import ModelLabel, Rank
from redact.recognise.model.ruling import not_ruled_out
from redact.recognise.readings import Reading
from redact.values.people import Evidence, Label, Mention, Standing
from redact.values.text import Part

__all__ = ["FACTS", "Guess", "Stretch", "free", "guessed", "model_version", "said"]

# What goes by the look of a word alone.
_BY_LOOK = frozenset({"mid-sentence", "openers"})
FACTS = frozenset(
    {
        Label.RELATION, Label.ETHNICITY, Label.RELIGION, Label.NATIONALITY, Label.LANGUAGE, Label.HEALTH,
        Label.OFFENCE, Label.OCCUPATION, Label.QUANTITY, Label.LEGAL_STATUS,
    }
)  # fmt: skip
_PARTS_PASSED_OVER = frozenset({Part.LINK, Part.BOOKMARK, Part.FIELD, Part.EMBEDDED_FILE})


@dataclass(frozen=True, slots=True)
class Stretch:
    """What the model says of a stretch of a reading: half-open code points of its text, and the odds."""

    reading: Reading
    start: int
    end: int
    odds: float

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.reading.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Guess:
    """What a stretch is taken for."""

    label: Label
    score: float
    pattern: str
    because: str
    standing: Standing = Standing.PARTICIPANT


def model_version() -> str | None:
    """Give what stands for the model in evidence; None when none is shipped."""
    # Here, so that the list of recognisers is read without numpy and onnxruntime.
    from redact.recognise.model.reading import name_model

    model = name_model()
    return None if model is None else model.digest[:12]


def said(views: Sequence[View], label: ModelLabel) -> Iterator[Stretch]:
    """Give what the model takes for a label above all else, in reading order; nothing without a model.

    Raises:
        ModelFault: the model is missing, altered, or cannot be run here.
    """
    from redact.recognise.model.reading import name_model
    from redact.recognise.model.views import read

    model = name_model()
    if model is None:
        return
    for _, found in read(model, views):
        is_wanted = found.says.label is label and found.says.rank is Rank.NAME
        if is_wanted and found.reading.passage.location.part not in _PARTS_PASSED_OVER:
            yield Stretch(found.reading, found.start, found.end, found.says.probability)


def guessed(
    name: str, guesses: Callable[[Sequence[View], Sequence[Mention]], Iterator[tuple[Stretch, Guess]]]
) -> Callable[[Sequence[View], Sequence[Mention]], Iterator[Mention]]:
    """Give what a recogniser of this name finds: the guesses whose words nobody else has claimed but facts.

    It finds nothing without a model, and raises ModelFault as `said` does.
    """

    def find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
        version = model_version()
        if version is not None:
            yield from free(
                views,
                mentions,
                guesses(views, mentions),
                lambda one: Evidence(name, version, one.pattern, one.because),
                under=FACTS,
            )

    return find


def free(
    views: Sequence[View],
    mentions: Sequence[Mention],
    guesses: Iterator[tuple[Stretch, Guess]],
    evidence: Callable[[Guess], Evidence],
    *,
    under: frozenset[Label] = frozenset(),
) -> Iterator[Mention]:
    """Make mentions of the guesses whose words nobody else has claimed.

    Args:
        mentions: all that was found before.
        under: labels that a guess may lie on: facts, and what it goes on from.
    """
    taken: dict[str, list[Mention]] = defaultdict(list)
    for each in mentions:
        if each.label not in under:
            taken[each.span.passage].append(each)
    doubtful: list[tuple[Mention, list[Mention]]] = []
    for stretch, guess in guesses:
        made = mention(stretch.reading, stretch.start, stretch.end, guess.label, guess.score, evidence(guess))
        if made is None:
            continue
        made = Mention(made.span, made.label, made.score, made.evidence, guess.standing)
        beneath = [each for each in taken[made.span.passage] if each.span.overlaps(made.span)]
        if not beneath:
            yield made
        elif all(each.evidence.recogniser in _BY_LOOK for each in beneath):
            doubtful.append((made, beneath))
    people = {each.span: each for _, beneath in doubtful for each in beneath}
    kept = {each.span for each in not_ruled_out(views, people.values())} if people else set()
    for made, beneath in doubtful:
        if not any(each.span in kept for each in beneath):
            yield made
