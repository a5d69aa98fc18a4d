"""Facts that identify together, for other programs: a part of `redact-check/1`.

What a fact says, and what somebody would type, is there with names alone, under `text`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from redact.report.jigsaw import instead_of, most_exact
from redact.report.json_places import Json, Places, further, places_of
from redact.values.checking import CheckRun
from redact.values.jigsaw import DraftGives, Fact, FactKind, Picture, Search, Together

__all__ = ["jigsaw_as_json"]


def jigsaw_as_json(run: CheckRun, together: Together, show_names: bool) -> Json:
    """Write what the documents of a call tell of people together."""
    places = places_of(run)
    table = run.jigsaw
    numbers = _numbers(together, places)
    return {
        "asks": table.asks if table else None,
        "notes": table.notes if table else None,
        "facts": [_fact(fact, places, show_names) for fact in numbers],
        "people": [_picture(one, run, numbers) for one in together.pictures],
        "adds": [
            {
                "person": one.whom,
                "document": one.document,
                "kinds": [kind.value for kind in one.kinds],
                "weight": one.weight,
            }
            for one in together.adds
        ],
        "drafts": [_draft(one, numbers) for one in together.drafts],
        "searches": [_search(one, places, show_names) for one in together.searches],
    }


def _numbers(together: Together, places: Places) -> dict[Fact, int]:
    """Number all facts: one of the family stands in the picture of each child too, and is written once."""
    told = [fact for picture in together.pictures for fact in picture.facts]
    told += [fact for draft in together.drafts for fact in draft.facts]
    once = dict.fromkeys(fact for fact in told if fact.span.passage in places)
    return {fact: number for number, fact in enumerate(once)}


def _picture(picture: Picture, run: CheckRun, numbers: Mapping[Fact, int]) -> Json:
    facts = [fact for fact in picture.facts if fact in numbers]
    return {
        "person": picture.whom.key,
        "called": picture.whom.words,
        "side": picture.whom.side.value,
        "weight": picture.weight,
        "combinations": _combinations(picture, run),
        "kinds": [_kind(kind, picture, facts, run) for kind in picture.kinds if _of(kind, facts)],
        "facts": [numbers[fact] for fact in facts],
    }


def _combinations(picture: Picture, run: CheckRun) -> list[Json]:
    known = {one.id: one for one in run.jigsaw.combinations} if run.jigsaw else {}
    return [
        {
            "id": id_,
            "adds": known[id_].adds if id_ in known else None,
            "because": known[id_].why if id_ in known else None,
            "source": known[id_].source if id_ in known else None,
        }
        for id_ in picture.combinations
    ]


def _kind(kind: FactKind, picture: Picture, facts: Sequence[Fact], run: CheckRun) -> Json:
    own = _of(kind, facts)
    by: dict[str, list[Fact]] = {}
    for fact in own:
        by.setdefault(fact.document, []).append(fact)
    instead = instead_of(run, kind)
    return {
        "kind": kind.value,
        "exactness": most_exact(own).value,
        "documents": [
            {"document": document, "exactness": most_exact(same).value, "places": len(same)}
            for document, same in by.items()
        ],
        "instead": instead.words if instead else None,
        "left": instead.left.value if instead and instead.left else None,
        "weight_after": picture.after.get(kind),
    }


def _of(kind: FactKind, facts: Sequence[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.kind is kind]


def _fact(fact: Fact, places: Places, show_names: bool) -> Json:
    passage, document = places[fact.span.passage]
    return {
        "kind": fact.kind.value,
        "exactness": fact.exactness.value,
        "person": fact.whom.key,
        "document": fact.document,
        "because": fact.because,
        **({"text": passage.text[fact.span.start : fact.span.end]} if show_names else {}),
        **further(fact.span, passage, document),
    }


def _draft(one: DraftGives, numbers: Mapping[Fact, int]) -> Json:
    return {
        "person": one.whom,
        "earlier": one.earlier,
        "newer": one.newer,
        "facts": [numbers[fact] for fact in one.facts if fact in numbers],
    }


def _search(one: Search, places: Places, show_names: bool) -> Json:
    found: Mapping[str, str] = {"text": one.text} if show_names else {}
    return {
        "because": one.because,
        **found,
        "places": [further(span, *places[span.passage]) for span in one.spans if span.passage in places],
    }
