"""Does the weight fall as a report is made anonymous: python -m corpus.scoring.jigsaw --split dev --cases 30

Tells one overview report of each case at each stage of anonymisation, as `redact check` would read it, and
weighs what it tells together: 0 real names, 1 the family labelled, 2 everybody labelled; and `general`, which
is stage 2 with days told as months, ages in years, and places and bodies as what they are. The told stages of
the corpus differ in names alone, so `general` is what a careful reviewer makes of the last; a text that has
none of these stays as it is, which is said. Of test no single case is shown, and a run of it is counted in
corpus/scores.json before it begins.

ALL CASES ARE INVENTED, AND OUR OWN: their figures say nothing about real reviews.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from corpus.make import TEMPLATES, case_at
from corpus.pools import public
from corpus.scoring import record
from corpus.scoring.finder import document_of
from corpus.telling.grammar import Faulty, Template, read
from corpus.telling.tell import tell_at_stage
from redact.errors import RedactError
from redact.judge import Bundle, judge_bundle
from redact.judge.jigsaw.joining import together_of
from redact.judge.jigsaw.pictures import FAMILY, HOUSEHOLD
from redact.values.jigsaw import Together
from redact.values.judgement import DocumentKind, Rulebook, RuleKind, Settings, Severity

__all__ = ["STAGES", "Weighed", "main", "weigh_case", "weight_of"]

# By what each is called here: the stage of the telling, and whether days, places and bodies are generalised.
STAGES = {"0": (0, False), "1": (1, False), "2": (2, False), "general": (2, True)}
_SHOWN = frozenset({"train", "dev"})
_SECRET = b"corpus.scoring, a secret that is none"


@dataclass(frozen=True, slots=True)
class Weighed:
    """One report at one stage: what it tells weighs so much, and so many questions are asked about it."""

    weight: int
    asks: int
    same: bool = False  # the text is the one of the stage before


def main(arguments: Sequence[str]) -> int:
    """Weigh the cases; 0 when the weight falls from stage to stage for each of them, 1 when not."""
    asked = _parser().parse_args(arguments)
    try:
        record.count_run(asked.split, asked.scores)
        rows = list(_rows(asked))
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)
        return 130
    except (Faulty, record.BadRecord, RedactError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if not rows:
        print("error: there is no template of an overview report", file=sys.stderr)
        return 2
    return _say(rows)


def weigh_case(case: int, template: Template, *, seed: int, split: str, rulebook: Rulebook) -> list[Weighed]:
    """Weigh the overview report of a case at each stage, in the order of `STAGES`."""
    texts = [
        tell_at_stage(
            case_at(case, seed, split), template, public(split), seed=seed, stage=stage, general=general
        ).text
        for stage, general in STAGES.values()
    ]
    weighed: list[Weighed] = []
    for text, before in zip(texts, ["", *texts], strict=False):
        weighed.append(replace(weighed[-1], same=True) if text == before else _weighed(text, rulebook))
    return weighed


def weight_of(together: Together) -> int:
    """Add up what is told of the family, as one, and of everybody else."""
    return sum(
        picture.weight
        for picture in together.pictures
        if picture.whom.key == FAMILY or picture.whom.side not in HOUSEHOLD
    )


def _weighed(text: str, rulebook: Rulebook) -> Weighed:
    from redact.recognise.finding import find_mentions
    from redact.resolve import resolve

    document = document_of(text, 0)
    resolution = resolve(find_mentions([document]), [document])
    assert rulebook.jigsaw is not None
    bundle = Bundle((document,), resolution, _SECRET, (), {document.id: DocumentKind.OVERVIEW})
    together = together_of(bundle, rulebook.jigsaw, Settings())
    judged = judge_bundle(bundle, rulebook, settings=Settings())
    asks = sum(finding.severity is Severity.ASK for finding in judged.findings)
    return Weighed(weight_of(together), asks)


def _rows(asked: argparse.Namespace) -> Iterator[tuple[str, list[Weighed]]]:
    rulebook = _rulebook()
    templates = [read(path) for path in sorted((asked.templates / asked.split).glob("*.txt"))]
    overviews = [template for template in templates if template.kind == "overview"]
    for number in range(1, asked.cases + 1) if overviews else ():
        template = overviews[(number - 1) % len(overviews)]
        weighed = weigh_case(number, template, seed=asked.seed, split=asked.split, rulebook=rulebook)
        if asked.split in _SHOWN:
            cells = "  ".join(f"{one.weight:>5}{'=' if one.same else ' '}({one.asks:>2})" for one in weighed)
            print(f"case {number:>4}  {cells}  {'falls' if _falls(weighed) else 'DOES NOT FALL'}")
        yield template.family, weighed


def _rulebook() -> Rulebook:
    from redact.resources import rules_folder
    from redact.rulebook import load

    rulebook = load(rules_folder())
    rules = tuple(rule for rule in rulebook.rules if rule.kind is RuleKind.JIGSAW)
    return replace(rulebook, rules=rules, packs=(), boards=())


def _falls(weighed: Sequence[Weighed]) -> bool:
    """Tell whether each stage weighs less than the one before; where it has the same text, as much."""
    return all(after.same or after.weight < before.weight for before, after in pairwise(weighed))


def _say(rows: Sequence[tuple[str, list[Weighed]]]) -> int:
    fallen = sum(_falls(weighed) for _, weighed in rows)
    for at, name in enumerate(STAGES):
        weights = sorted(weighed[at].weight for _, weighed in rows)
        asks = sorted(weighed[at].asks for _, weighed in rows)
        middle = len(rows) // 2
        print(
            f"stage {name:>7}: weight {weights[0]} to {weights[-1]}, middle {weights[middle]}; "
            f"questions {asks[0]} to {asks[-1]}, middle {asks[middle]}; none in {asks.count(0)}"
        )
    for (at, before), (_, after) in pairwise(enumerate(STAGES)):
        fell = sum(_falls(weighed[at : at + 2]) for _, weighed in rows)
        print(f"from {before} to {after}: falls for {fell} of {len(rows)}")
    same = sum(one.same for _, weighed in rows for one in weighed)
    if same:
        print(f"in {same} of {len(rows)} cases a stage has nothing to change, and the text of the one before")
    print(f"the weight falls from stage to stage for {fallen} of {len(rows)} cases")
    return 0 if fallen == len(rows) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m corpus.scoring.jigsaw")
    parser.add_argument("--split", choices=("train", "dev", "test"), required=True)
    parser.add_argument("--cases", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--templates", type=Path, default=TEMPLATES)
    parser.add_argument("--scores", type=Path, default=record.SCORES, help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
