"""A CheckRun as JSON of the schema `redact-check/1`: complete, sorted, the same bytes each time.

No word of a document, no file name and no path is in it unless names are asked for; then the keys
`path`, `text`, `headings` and `names` are there as well; `near_misses` is there with `--explain` only,
`only` where parts alone were asked for, `together`, `plain` and `access` where somebody has looked.
Offsets are half-open code points: `span` into its passage, `document_span` into what `redact text` prints.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files

from redact.report.decided import decision_as_json
from redact.report.json_places import Json, Places, further, page, place, places_of
from redact.report.left_alone import LeftAlone, left_alone
from redact.report.neutral import neutral_as_json
from redact.report.parts import document_json, run_json
from redact.report.since import since_as_json
from redact.report.small_print import pseudonyms_of
from redact.values.checking import Checked, CheckRun
from redact.values.decided import Decided
from redact.values.edits import Suggestion
from redact.values.judgement import Finding, How, Judgement, Readiness, Settings, Verdict
from redact.values.people import Entity, Label
from redact.values.text import Document, Gap, Part

__all__ = ["SCHEMA", "provenance", "render", "schema"]

SCHEMA = "redact-check/1"

_SCORE_DIGITS = 4
_PART_ORDER = {part: number for number, part in enumerate(Part)}


def render(run: CheckRun, *, show_names: bool = False) -> str:
    """Write a run as JSON, two spaces deep, with a line end at its end.

    Args:
        show_names: add the keys that hold words of the documents. Such an output is for its owner only.
    """
    settings = run.settings
    whole: Json = {
        "schema": SCHEMA,
        "tool": provenance(run),
        "readiness": run.readiness.value,
        "status": int(run.status),
        "fingerprint_scope": run.fingerprint_scope,
        **({"case": {"id": run.case.id, "mark": run.case.mark}} if run.case else {}),
        **({"key": {"revision": run.key.revision, "because": run.key.because or None}} if run.key else {}),
        "edition": _edition(settings),
        "board": settings.board,
        "audience": settings.audience.value,
        "mode": settings.mode.value,
        **run_json(run, show_names),
        **({"since": since_as_json(run, run.since)} if run.since else {}),
        "documents": [_document(checked, run, show_names) for checked in run.documents],
        "bundle": {
            "findings": _between(run, show_names),
            "verdicts": [_verdict(verdict) for verdict in run.bundle.verdicts] if run.bundle else [],
            "people": _people(run.entities, show_names),
        },
    }
    return json.dumps(whole, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def provenance(run: CheckRun) -> Json:
    """Say what every answer of a run rests on."""
    return {
        "version": run.tool_version,
        "rules_digest": run.rules_digest,
        "model_digest": run.model_digest,
        "settings_digest": run.settings_digest,
    }


def schema() -> Json:
    """Load the JSON Schema (draft 2020-12) that every output of `render` obeys."""
    text = files("redact.report").joinpath("check-1.schema.json").read_text(encoding="utf-8")
    loaded: Json = json.loads(text)
    return loaded


def _edition(settings: Settings) -> Json | None:
    if settings.edition is None:
        return None
    how = settings.edition_how or How.STATED
    because = settings.edition_because or "stated by the user"
    return {"id": settings.edition.value, "how": how.value, "because": because}


def _document(checked: Checked, run: CheckRun, show_names: bool) -> Json:
    document, judgement, kind = checked.document, checked.judgement, checked.kind
    # A judgement that is missing, for whatever reason, is an answer that nobody has.
    readiness = judgement.readiness if document and judgement else Readiness.CANNOT_TELL
    decided = judgement.decisions if judgement else {}
    return {
        "id": document.id if document else None,
        "name": checked.name,
        **({"path": checked.path} if show_names else {}),
        "sha256": document.sha256 if document else None,
        **({"file_mark": checked.file_mark} if checked.file_mark else {}),
        "format": document.format.value if document else None,
        "kind": kind.value if kind else None,
        "kind_because": checked.kind_because,
        "pages": document.pages if document else None,
        "words": document.words if document else None,
        "readiness": readiness.value,
        "status": int(checked.status),
        "error": {"what": checked.error.what, "remedy": checked.error.remedy} if checked.error else None,
        "parts": _parts(document) if document else [],
        "gaps": [_gap(gap, document, decided) for gap in document.gaps] if document else [],
        "findings": _findings(document, judgement, run, show_names) if document and judgement else [],
        "verdicts": [_verdict(verdict) for verdict in judgement.verdicts] if judgement else [],
        **({"near_misses": _near_misses(document, run, show_names)} if run.explained else {}),
        **({"wording": _wording(document, run.neutral)} if run.neutral is not None else {}),
        **document_json(run, document, show_names),
    }


def _parts(document: Document) -> list[Json]:
    """Count the passages, and the stretches of passages in other parts, that were read of each part."""
    counted: Counter[tuple[Part, str | None]] = Counter()
    for passage in document.passages:
        counted[passage.location.part, passage.location.place] += 1
        counted.update((region.part, region.place or passage.location.place) for region in passage.regions)
    ordered = sorted(counted, key=lambda key: (_PART_ORDER[key[0]], _place_order(key[1])))
    return [{"part": part.value, "place": place, "passages": counted[part, place]} for part, place in ordered]


def _place_order(place: str | None) -> tuple[str, int, str]:
    """Order D2 before D14."""
    letters = (place or "").rstrip("0123456789")
    digits = (place or "")[len(letters) :]
    return letters, int(digits or 0), place or ""


def _gap(gap: Gap, document: Document, decided: dict[str, Decided]) -> Json:
    return {
        "part": gap.location.part.value,
        "place": gap.location.place,
        "page": page(gap.location, document),
        "what": gap.what,
        "remedy": gap.remedy,
        "fingerprint": gap.fingerprint,
        "decision": decision_as_json(decided.get(gap.fingerprint)),
    }


def _findings(document: Document, judgement: Judgement, run: CheckRun, show_names: bool) -> list[Json]:
    entities = {entity.id: entity for entity in run.entities}
    called = pseudonyms_of(run)
    order = {passage.id: number for number, passage in enumerate(document.passages)}
    places = {passage.id: (passage, document) for passage in document.passages}
    seen: set[str] = set()
    decided = judgement.decisions
    found = []
    for finding in judgement.findings:
        # Only the first finding of an entity lists the others: with each in each, a name that stands
        # 500 times would take 250,000 lines.
        entity = entities.get(finding.entity or "") if finding.entity not in seen else None
        seen.add(finding.entity or "")
        # Of labels the further places of the finding itself matter more than all uses of one.
        own = finding.label == Label.PSEUDONYM.value and len(finding.spans) > 1
        also = _others(finding, places) if own else _also(entity, finding, document, order)
        found.append(
            {
                **_finding(finding, document, decided.get(finding.fingerprint), show_names),
                "pseudonym": called.get(finding.entity or ""),
                "also": also,
            }
        )
    return found


def _between(run: CheckRun, show_names: bool) -> list[Json]:
    """Write what stands between documents; `passage` and `also` say by their ids in which of them."""
    if run.bundle is None:
        return []
    read = [checked.document for checked in run.documents if checked.document]
    places = places_of(run)
    decided = run.bundle.decisions
    found = []
    for finding in run.bundle.findings:
        # What is missing in all documents stands in none of them: any will do, since no page is told.
        _, document = places[finding.spans[0].passage] if finding.spans else ("", read[0])
        written = _finding(finding, document, decided.get(finding.fingerprint), show_names)
        found.append({**written, "also": _others(finding, places)})
    return found


def _others(finding: Finding, places: Places) -> list[Json]:
    """List the further places of one finding."""
    return [further(span, *places[span.passage]) for span in finding.spans[1:] if span.passage in places]


def _finding(finding: Finding, document: Document, decided: Decided | None, show_names: bool) -> Json:
    span = finding.spans[0] if finding.spans else None
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "label": finding.label,
        "masked": finding.masked,
        **({"text": finding.text} if show_names else {}),
        "person": finding.entity,
        "pseudonym": None,
        "message": finding.message,
        "hint": finding.hint,
        "because": finding.because,
        "score": round(finding.score, _SCORE_DIGITS),
        "fingerprint": finding.fingerprint,
        "decision": decision_as_json(decided),
        **place(finding.location, document),
        **({"headings": list(finding.headings)} if show_names else {}),
        "passage": span.passage if span else None,
        "span": [span.start, span.end] if span else None,
        "document_span": list(finding.document_span) if finding.document_span else None,
    }


def _near_misses(document: Document | None, run: CheckRun, show_names: bool) -> list[Json]:
    if document is None:
        return []
    return [_near_miss(one, document, show_names) for one in left_alone(run.near_misses, document)]


def _wording(document: Document | None, neutral: tuple[Suggestion, ...]) -> list[Json]:
    return [] if document is None else neutral_as_json(neutral, document)


def _near_miss(one: LeftAlone, document: Document, show_names: bool) -> Json:
    return {
        "label": one.label.value,
        "because": one.because,
        **({"text": one.text} if show_names else {}),
        **place(one.location, document),
        "passage": one.span.passage,
        "span": [one.span.start, one.span.end],
        "document_span": list(one.document_span) if one.document_span else None,
    }


def _also(entity: Entity | None, finding: Finding, document: Document, order: dict[str, int]) -> list[Json]:
    """List the further places of an entity in this document, in reading order; each stretch once.

    `order` numbers the passages of the document.
    """
    if entity is None:
        return []
    spans = {mention.span for mention in entity.mentions if mention.span.passage in order}
    others = [span for span in spans if not any(span.overlaps(own) for own in finding.spans)]
    others.sort(key=lambda span: (order[span.passage], span.start, span.end))
    return [further(span, document.passages[order[span.passage]], document) for span in others]


def _verdict(verdict: Verdict) -> Json:
    places = verdict.where
    return {
        "rule": verdict.rule,
        "outcome": verdict.outcome.value,
        "because": verdict.because,
        "source": verdict.source,
        "sentence": verdict.sentence,
        **({"places": [{"passage": s.passage, "span": [s.start, s.end]} for s in places]} if places else {}),
    }


def _people(entities: Iterable[Entity], show_names: bool) -> list[Json]:
    people = sorted((e for e in entities if e.label is Label.PERSON), key=lambda e: (e.number, e.id))
    return [
        {
            "id": person.id,
            "role": person.known.slot if person.known else None,
            "pseudonym": person.known.pseudonym if person.known else None,
            # Two recognisers that claim the same words have found one mention.
            "mentions": len({mention.span for mention in person.mentions}),
            **({"names": sorted(person.names)} if show_names else {}),
        }
        for person in people
    ]
