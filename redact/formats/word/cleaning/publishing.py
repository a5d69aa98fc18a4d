"""The order of cleaning a Word document, from its bytes to the bytes of its publication copy."""

from __future__ import annotations

from redact.errors import LimitReached, WrongType
from redact.formats.building import Request
from redact.formats.word.cleaning import alternates, charts, fields, naming, settings, strangers, structure
from redact.formats.word.cleaning.drawings import Drawings
from redact.formats.word.cleaning.hidden import Watched, drop_hidden
from redact.formats.word.cleaning.ledger import Ledger
from redact.formats.word.cleaning.packing import Bundle, Kind
from redact.formats.word.cleaning.references import OFFICE_RELATION, References
from redact.formats.word.cleaning.revisions import accept, count_revisions
from redact.formats.word.cleaning.shears import drop
from redact.formats.word.cleaning.stories import Story, drop_unused_notes, stories_of
from redact.formats.word.cleaning.sweeping import in_our_vocabulary, sweep
from redact.formats.word.markup import REMEDY, Element, R, W, parse
from redact.formats.word.package import unpack
from redact.formats.word.parts import Parts, lay_out
from redact.formats.word.placing import paper_of
from redact.formats.word.styles import read_styles
from redact.formats.word.unlocking import is_locked, unlock
from redact.values.cleaning import Cleaned, CleaningOptions, Refusal, Removed
from redact.values.text import Format, Part

__all__ = ["publish"]

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml"
# Parts of the whole document beside its text, by the last word of the relationship.
_BESIDE = {
    "styles": Kind("word/styles", _WORD + "styles+xml", OFFICE_RELATION + "styles", numbered=False),
    "numbering": Kind(
        "word/numbering", _WORD + "numbering+xml", OFFICE_RELATION + "numbering", numbered=False
    ),
    "fontTable": Kind(
        "word/fontTable", _WORD + "fontTable+xml", OFFICE_RELATION + "fontTable", numbered=False
    ),
    "settings": Kind("word/settings", _WORD + "settings+xml", OFFICE_RELATION + "settings", numbered=False),
    "theme": Kind("word/theme/theme", _OFFICE + "theme+xml", OFFICE_RELATION + "theme"),
}
_COLOURS = Kind("word/theme/themeOverride", _OFFICE + "themeOverride+xml", OFFICE_RELATION + "themeOverride")
_CORE = Kind(
    "docProps/core",
    "application/vnd.openxmlformats-package.core-properties+xml",
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
    numbered=False,
)


def publish(content: bytes, request: Request, options: CleaningOptions) -> Cleaned | Refusal:
    """Make the publication copy; see `redact.formats.word.cleaning.clean`."""
    ledger = Ledger()
    if is_locked(content):
        content = unlock(content, request.password)
        ledger.remove(Part.PROPERTY, "D56", "encryptions")
    package = unpack(content)
    parts = lay_out(package)
    _refuse_strict(parts)
    try:
        copying = _Copying(parts, ledger, options)
        refusal = copying.revisions()
        if refusal is not None:
            return refusal
        copying.run()
    except RecursionError:
        raise LimitReached("the document is nested deeper than any report", REMEDY) from None
    strangers.report_left_behind(parts, copying.carried, package.oddities, ledger)
    return Cleaned(
        Format.DOCX,
        copying.bundle.zipped(),
        ledger.removed(),
        ledger.kept(),
        ledger.standing(),
        ledger.lost(),
        tuple(ledger.taken),
        frozenset(name for name in ledger.made if name) | copying.bundle.own_words(),
    )


def _refuse_strict(parts: Parts) -> None:
    if _STRICT in parts.members[parts.main]:
        raise WrongType(
            "the document is in the Strict form of the format, which is read and cannot be cleaned",
            "Save it in Word as an ordinary Word document (.docx), and clean that.",
        )


class _Copying:
    """One document on its way into its copy."""

    def __init__(self, parts: Parts, ledger: Ledger, options: CleaningOptions) -> None:
        self.bundle = Bundle()
        self._parts = parts
        self._ledger = ledger
        self._options = options
        self._beside = {
            kind: parse(parts.members[name])
            for kind in _BESIDE
            if (name := parts.related(parts.main, kind)) is not None
        }
        even_pages = settings.has_even_pages(self._beside.get("settings"))
        self._stories = stories_of(parts, ledger, even_pages=even_pages)
        styles = read_styles(self._beside.get("styles"), self._beside.get("theme"))
        self._watched = Watched(parts, styles, paper_of(self._stories[0].root))
        self._names = naming.StyleNames()
        self._drawings = Drawings(ledger, keep_alt_text=options.keep_alt_text)
        self._references = References(parts, self.bundle, ledger, self._carry)
        self._carried: dict[str, str] = {}
        for story in self._stories:
            alternates.choose(story.root, story.part, ledger)

    @property
    def carried(self) -> set[str]:
        """The members of the document that are in the copy in some form."""
        beside = {self._parts.related(self._parts.main, kind) or "" for kind in self._beside}
        return (
            self._references.carried | set(self._carried) | beside | {story.name for story in self._stories}
        )

    def revisions(self) -> Refusal | None:
        """Count tracked changes; where there are some and they are not to be accepted, say so."""
        found: list[Removed] = []
        for story in self._stories:
            found += count_revisions(story.root, story.part)
        if not found or self._options.accept_revisions:
            return None
        return Refusal(
            "the document holds tracked changes that nobody has decided on",
            "Accept or reject each in Word; or give --accept-revisions to accept them all in the copy.",
            _added(found),
        )

    def run(self) -> None:
        """Clean every part and put it into the bundle."""
        bookmarks = structure.Bookmarks([story.root for story in self._stories])
        for story in self._stories:
            self._simplify(story, bookmarks)
        drop_unused_notes(self._stories, self._ledger)
        for story in self._stories:
            bookmarks.settle(story.root, story.part, self._ledger)
        for story in self._stories:
            story.new = self.bundle.begin(story.kind)
        if "styles" in self._beside:
            self._names.rename(self._beside["styles"], self._ledger)
        self._link_stories()
        roots = [*(story.root for story in self._stories), *self._beside.values()]
        fonts = {font for root in roots for font in naming.fonts_of(root)}
        for story in self._stories:
            self._names.apply(story.root)
            self._finish(story.root, story.name, story.new, story.part)
        self._add_beside(fonts)
        self._add_properties()

    def _simplify(self, story: Story, bookmarks: structure.Bookmarks) -> None:
        root, part, ledger = story.root, story.part, self._ledger
        for element in list(root.iter(W + "altChunk", W + "subDoc")):
            ledger.lose(part, "D22", "other files whose text Word shows")
            drop(element)
        structure.unwrap_controls(root, part, ledger)
        accept(root, part, ledger)
        structure.drop_marks(root, part, ledger)
        fields.unlink(root, part, ledger, bookmarks.rename)
        drop_hidden(root, part, ledger, self._watched)
        structure.unwrap_links(root, part, ledger, bookmarks)

    def _link_stories(self) -> None:
        """Lead from the body to its headers, footers and notes, by ids of ours."""
        main = self._stories[0]
        new_names = {story.name: story for story in self._stories[1:]}
        self.bundle.link("", main.kind.relation, main.new)
        for reference in list(main.root.iter(W + "headerReference", W + "footerReference")):
            story = new_names[self._parts.target(main.name, reference.get(R + "id")) or ""]
            reference.set(R + "id", self.bundle.link(main.new, story.kind.relation, story.new))
        for story in self._stories[1:]:
            self.bundle.link(main.new, story.kind.relation, story.new)

    def _carry(self, member: str, kind: Kind) -> str:
        """Carry a chart or a part of a diagram over, with what it refers to, and give its new name."""
        if member in self._carried:
            return self._carried[member]
        new = self._carried[member] = self.bundle.begin(kind)
        root = parse(self._parts.members[member])
        alternates.choose(root, Part.CHART, self._ledger)
        charts.trim_chart(root, self._ledger)
        charts.trim_diagram(root, self._references.drawn.get(member))
        self._colour(member, new)
        self._finish(root, member, new, Part.CHART if "chart" in kind.name else Part.DIAGRAM)
        return new

    def _colour(self, member: str, new: str) -> None:
        """Carry the colours of a chart's own over."""
        name = self._parts.related(member, "themeOverride")
        if name is not None and name not in self._carried:
            self._carried[name] = self.bundle.begin(_COLOURS)
            root = parse(self._parts.members[name])
            naming.rename_theme(root, self._ledger)
            self._finish(root, name, self._carried[name], Part.PROPERTY)
        if name is not None:
            self.bundle.link(new, _COLOURS.relation, self._carried[name])

    def _finish(self, root: Element, name: str, new: str, part: Part) -> None:
        self._drawings.clean(root, part)
        self._references.settle(root, name, new, part)
        sweep(root, part, self._ledger)
        self.bundle.finish(new, in_our_vocabulary(root))

    def _add_beside(self, fonts: set[str]) -> None:
        for kind, root in self._beside.items():
            alternates.choose(root, Part.PROPERTY, self._ledger)
            self._names.apply(root)
            structure.drop_marks(root, Part.PROPERTY, self._ledger)
            if kind == "numbering":
                naming.rename_numbering(root, self._ledger)
            elif kind == "settings":
                settings.trim_settings(root, self._ledger)
            elif kind == "theme":
                naming.rename_theme(root, self._ledger)
        if "fontTable" in self._beside:
            naming.trim_fonts(self._beside["fontTable"], fonts, self._ledger)
        for kind, root in self._beside.items():
            new = self.bundle.begin(_BESIDE[kind])
            self.bundle.link(self._stories[0].new, _BESIDE[kind].relation, new)
            member = self._parts.related(self._parts.main, kind) or ""
            self._finish(root, member, new, Part.PROPERTY)

    def _add_properties(self) -> None:
        title = self._options.title
        new = self.bundle.begin(_CORE)
        self.bundle.link("", _CORE.relation, new)
        self.bundle.finish(new, settings.core_properties(title))
        if title:
            self._ledger.keep(Part.PROPERTY, "D57", "titles that were asked for")


def _added(found: list[Removed]) -> tuple[Removed, ...]:
    """Put the counts of one kind in one part together: there may be many headers."""
    counts: dict[tuple[object, str], Removed] = {}
    for one in found:
        before = counts.get((one.location, one.what))
        count = one.count + (before.count if before else 0)
        counts[one.location, one.what] = Removed(one.location, count, one.what)
    return tuple(counts.values())
