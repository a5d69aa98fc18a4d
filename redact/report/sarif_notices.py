"""What could not be read or judged, as SARIF tells it: notifications of the invocation; and its pieces."""

from __future__ import annotations

from collections.abc import Iterable

from redact.report.decided import suppressions
from redact.report.only import limits, only_sentence
from redact.report.whereabouts import Whereabouts, survey
from redact.values.checking import Checked, CheckRun
from redact.values.decided import Decided
from redact.values.judgement import Outcome, Verdict
from redact.values.text import Gap

__all__ = ["NOTICES", "Json", "invocation", "location", "sentences"]

Json = dict[str, object]

NOTICES = {
    "gap": "Something in the document could not be read.",
    "not-read": "A document could not be read.",
    "not-judged": "A document was read and not judged.",
    "not-run": "A rule that applies could not be run.",
    "part": "Only a part of what is judged was asked for.",
    "limits": "What this version does not judge.",
}


def invocation(run: CheckRun, numbers: dict[str, int]) -> Json:
    """Tell how the program ran; it ran well where everything was read and all that applies was judged.

    Args:
        numbers: of the rules, by their ids.
    """
    notices = [_notice("part", only_sentence(run))] if run.only else []
    notices += [
        notice for place, checked in enumerate(run.documents) for notice in _notices(checked, place, numbers)
    ]
    notices += _not_run(run.bundle.verdicts if run.bundle else (), numbers)
    complete = all(notice["level"] == "note" for notice in notices)
    return {
        "executionSuccessful": complete,
        "exitCode": int(run.status),
        "exitCodeDescription": run.status.words,
        "toolExecutionNotifications": [*notices, _notice("limits", " ".join(limits(run)), level="note")],
    }


def _notices(checked: Checked, place: int, numbers: dict[str, int]) -> list[Json]:
    document, judgement = checked.document, checked.judgement
    if document is None:
        error = checked.error
        words = sentences(error.what, error.remedy) if error else NOTICES["not-read"]
        return [_notice("not-read", words, at=location(place))]
    places = survey(document)
    decided = judgement.decisions if judgement else {}
    notices = [_gap_notice(gap, places, place, decided.get(gap.fingerprint)) for gap in document.gaps]
    if judgement is None:
        return [*notices, _notice("not-judged", NOTICES["not-judged"], at=location(place))]
    return notices + _not_run(judgement.verdicts, numbers, location(place))


def _not_run(verdicts: Iterable[Verdict], numbers: dict[str, int], at: Json | None = None) -> list[Json]:
    return [
        {
            **_notice("not-run", sentences(one.because), at=at),
            "associatedRule": _rule(one.rule, numbers),
        }
        for one in verdicts
        if one.outcome is Outcome.NOT_RUN
    ]


def _gap_notice(gap: Gap, places: Whereabouts, place: int, decided: Decided | None) -> Json:
    """Tell of a gap; of one that somebody has looked at as a note, with who has."""
    at = location(place, where=places.of_gap(gap), kind=gap.location.part.value)
    seen = suppressions(decided)
    words = sentences(f"not read: {gap.what}", decided.because if decided and seen else gap.remedy)
    notice = _notice("gap", words, level="note" if seen else "error", at=at)
    held = {"fingerprint": gap.fingerprint, "place": gap.location.place}
    return {**notice, "properties": {**held, **({"decided": seen["suppressions"]} if seen else {})}}


def _notice(id_: str, text: str, *, level: str = "error", at: Json | None = None) -> Json:
    return {
        "descriptor": {"id": id_, "index": list(NOTICES).index(id_)},
        "level": level,
        "message": {"text": text},
        **({"locations": [at]} if at else {}),
    }


def sentences(*pieces: str) -> str:
    """Join texts of ours, each ended as a sentence."""
    said = [piece.strip() for piece in pieces if piece.strip()]
    return " ".join(piece if piece.endswith((".", "!", "?")) else f"{piece}." for piece in said)


def _rule(id_: str, numbers: dict[str, int]) -> Json:
    return {"id": id_, "index": numbers[id_]}


def location(place: int, span: tuple[int, int] | None = None, *, where: str = "", kind: str = "") -> Json:
    """Name a place: the document by its number among the artifacts (0-based), the region, and in words."""
    physical: Json = {"artifactLocation": {"index": place}}
    if span is not None:
        physical["region"] = {"charOffset": span[0], "charLength": span[1] - span[0]}
    logical = {"logicalLocations": [{"fullyQualifiedName": where, "kind": kind}]} if where else {}
    return {"physicalLocation": physical, **logical}
