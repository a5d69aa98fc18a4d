"""What people have decided on one document, and what has changed since an earlier report."""

from __future__ import annotations

from collections.abc import Sequence

from redact.report.decided import EFFECT_TITLES, Judged, said_by
from redact.report.grouping import grouped
from redact.report.html.markup import Markup, element, join
from redact.report.since import SinceGroup, since_groups, since_remarks, since_title
from redact.report.wording import count
from redact.values.checking import CheckRun

__all__ = ["decided", "since"]


def decided(found: Sequence[Judged]) -> Markup:
    """List what was decided, apart from what is open: what it comes to, who has said so, and where."""
    pieces = []
    for effect, title in EFFECT_TITLES.items():
        own = [one for one in found if one.decided.effect is effect]
        if not own:
            continue
        rows = [
            element("tr", element("th", *_words(because, said), scope="row"), element("td", _places(same)))
            for (because, said), same in grouped(
                own, lambda one: (one.decided.because, tuple(said_by(one.decided)))
            )
        ]
        head = element(
            "tr", element("th", "What was decided", scope="col"), element("th", "Where", scope="col")
        )
        table = element(
            "table",
            element("caption", count(len(own), "place")),
            element("thead", head),
            element("tbody", *rows),
            class_="places",
        )
        pieces += [element("h3", f"{title} ({count(len(own), 'place')})", class_="weight note"), table]
    return join(pieces)


def since(run: CheckRun) -> Markup:
    """Say what is new, gone and still open since the earlier report; nothing where none was given."""
    if run.since is None:
        return Markup("")
    names = [checked.name for checked in run.documents]
    pieces = [element("h2", since_title(run.since), id="since")]
    pieces += [element("p", remark) for remark in since_remarks(run.since, names)]
    pieces += [_group(group) for group in since_groups(run, run.since, names)]
    return element("section", *pieces)


def _group(group: SinceGroup) -> Markup:
    title = f"{group.title} ({count(len(group.things), 'place')})"
    if not group.listed:
        return element("p", title)
    items = [element("li", f"{where}: {what}") for where, what in group.things]
    return join([element("h3", title), element("ul", *items)])


def _words(because: str, said: Sequence[str]) -> list[Markup | str]:
    lines = [element("li", words) for words in said]
    return [f"{because[:1].upper()}{because[1:]}.", element("ul", *lines)]


def _places(same: Sequence[Judged]) -> Markup:
    return element("ul", *(element("li", f"{one.where}: {one.what}") for one in same))
