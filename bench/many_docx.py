"""Word documents in which names are broken over runs in every way, and the same with pseudonyms.

All is invented. A document is made twice of one plan: as it comes in, and as it should read when it comes
out.
"""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from redact.values.key import KeyLink, KeyName, KeyPerson

__all__ = ["LINKS", "PEOPLE", "PLACES", "WAYS", "WORDS", "Twice", "make"]

_FAMILY = (
    *(("Anneke", "Hartwell", "Parent 1", "mother"), ("Idony", "Hartwell", "Child K", "child")),
    *(("Corvin", "Hartwell", "Parent 2", "father"), ("Melisande", "Ashgrove", "Grandmother 1", "relative")),
    *(("Tobiah", "Kestleton", "Uncle 1", "relative"), ("Fenella", "O’Bray-Lisle", "Aunt 1", "relative")),
    *(("Zuzanna", "Wróblewska", "Neighbour 1", "other"), ("Ifor", "Penhallow", "Adult 4", "other")),
)
_WORKERS = (
    *(("Tomos", "Lunde", "HV1", "Mr"), ("Philippa", "Cranshaw", "SW1", "Ms")),
    *(("Bartram", "Oduwole", "GP1", "Dr"), ("Sunniva", "Thackeray-Moss", "PC1", "Mrs")),
)
_Person = tuple[str, str, str, str]
PEOPLE = tuple(
    KeyPerson(f"p{number}", label, "", (KeyName(f"{first} {last}"),))
    for number, (first, last, label, _) in enumerate((*_FAMILY, *_WORKERS), 1)
)
LINKS = (
    *(KeyLink(first, f"p{number}") for number, (first, *_) in enumerate((*_FAMILY, *_WORKERS), 1)),
    *(
        KeyLink(text, f"p{number}")
        for number, (_, last, _, title) in enumerate(_WORKERS, len(_FAMILY) + 1)
        for text in (last, f"{title} {last}")
    ),
)
# Every word of every name; none of them is a word of the sentences.
WORDS = tuple(
    sorted({word for first, last, *_ in (*_FAMILY, *_WORKERS) for word in (first, *last.split("-"))})
)
_FRAMES = (
    *(
        "The notes say that {} was seen at home.",
        "{} said that the flat was cold.",
        "On the next day {} rang.",
    ),
    *("It was agreed that {} would write to the school.", "Nobody knew whether {} had been asked."),
    *("{}’s sister was not there.", "A letter to {} was sent back.", "It was {}: the door was open."),
    *("The worker saw {}, and later wrote to {}.", "({} was late.)", "Seen with {} and {}."),
)


@dataclass(frozen=True, slots=True)
class Twice:
    """A document as it comes in and as it should read when it comes out, and what it was made of."""

    number: int
    before: bytes
    after: bytes
    ways: tuple[str, ...]
    mentions: int


# ------------------------------------------------------------------ runs


def _run(text: str, looks: str = "") -> str:
    look = f"<w:rPr>{looks}</w:rPr>" if looks else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _halves(text: str, drawn: random.Random) -> tuple[str, str]:
    at = drawn.randrange(1, len(text))
    return text[:at], text[at:]


def _thirds(text: str, drawn: random.Random) -> tuple[str, str, str]:
    first, second = sorted(drawn.sample(range(1, len(text)), 2))
    return text[:first], text[first:second], text[second:]


def _around(inner: str) -> Callable[[str, random.Random], str]:
    """Break a name in three; `inner` stands around the middle, where it has {}, else before it."""

    def way(text: str, drawn: random.Random) -> str:
        first, middle, last = _thirds(text, drawn)
        wrapped = inner.replace("{}", _run(middle)) if "{}" in inner else inner + _run(middle)
        return _run(first) + wrapped + _run(last)

    return way


def _looks(*looks: str) -> Callable[[str, random.Random], str]:
    def way(text: str, drawn: random.Random) -> str:
        return "".join(_run(piece, look) for piece, look in zip(_thirds(text, drawn), looks, strict=True))

    return way


_APART = re.compile(r"^(?:Mr|Mrs|Ms|Dr) ")


def _between(mark: str) -> Callable[[str, random.Random], str]:
    """Put something in the place of the first space; behind a title it might part two columns."""

    def way(text: str, drawn: random.Random) -> str:
        first, space, last = text.partition(" ") if not _APART.search(text) else (text, "", "")
        return _run(first) + (f"<w:r>{mark}</w:r>" if space else "") + _run(last)

    return way


def _within(sign: str) -> Callable[[str, random.Random], str]:
    def way(text: str, drawn: random.Random) -> str:
        places = [at for at in range(1, len(text)) if text[at - 1].isalpha() and text[at].isalpha()]
        at = drawn.choice(places)
        return _run(text[:at] + sign + text[at:])

    return way


def _field(text: str, drawn: random.Random) -> str:
    first, last = _halves(text, drawn)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = "<w:r><w:instrText>HYPERLINK \\l &quot;top&quot;</w:instrText></w:r>"
    return (
        f"{mark.format('begin')}{code}{mark.format('separate')}{_run(first)}{mark.format('end')}{_run(last)}"
    )


def _quoted(text: str, drawn: random.Random) -> str:
    quote = quoteattr(f'QUOTE "{text}"')
    return f"<w:fldSimple w:instr={quote}>{''.join(map(_run, _halves(text, drawn)))}</w:fldSimple>"


_AUTHOR = 'w:author="Reviewer" w:date="2026-11-21T09:00:00Z"'
_CONTROL = '<w:sdtPr><w:id w:val="812"/></w:sdtPr>'
_TAG = 'w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="PersonName"'
WAYS: dict[str, Callable[[str, random.Random], str]] = {
    "whole": lambda text, drawn: _run(text),
    "halves": lambda text, drawn: "".join(map(_run, _halves(text, drawn))),
    "letters": lambda text, drawn: "".join(map(_run, text)),
    "bold inside": _looks("", "<w:b/>", ""),
    "looks of three": _looks("<w:i/>", '<w:color w:val="FF0000"/>', '<w:u w:val="single"/>'),
    "capitals": _looks("", "<w:caps/>", "<w:smallCaps/>"),
    "languages": _looks('<w:lang w:val="en-GB"/>', '<w:lang w:val="pl-PL"/>', '<w:noProof/>'),
    "raised": _looks("", '<w:vertAlign w:val="superscript"/>', ""),
    "a style inside": _looks("", '<w:rStyle w:val="Strong"/>', ""),
    "a changed look": _looks("", f'<w:b/><w:rPrChange w:id="71" {_AUTHOR}><w:rPr/></w:rPrChange>', ""),
    "spelling marks": _around('<w:proofErr w:type="spellStart"/>{}<w:proofErr w:type="spellEnd"/>'),
    "a page break of long ago": _around("<w:r><w:lastRenderedPageBreak/></w:r>{}"),
    "a link inside": _around('<w:hyperlink w:anchor="top">{}</w:hyperlink>'),
    "a bookmark inside": _around('<w:bookmarkStart w:id="41" w:name="here"/>{}<w:bookmarkEnd w:id="41"/>'),
    "a right inside": _around('<w:permStart w:id="6" w:edGrp="everyone"/>{}<w:permEnd w:id="6"/>'),
    "inserted": _around(f'<w:ins w:id="51" {_AUTHOR}>{{}}</w:ins>'),
    "moved here": _around(f'<w:moveTo w:id="52" {_AUTHOR}>{{}}</w:moveTo>'),
    "a content control": _around(f"<w:sdt>{_CONTROL}<w:sdtContent>{{}}</w:sdtContent></w:sdt>"),
    "a smart tag": _around(f"<w:smartTag {_TAG}>{{}}</w:smartTag>"),
    "a direction": _around('<w:bdo w:val="ltr">{}</w:bdo>'),
    "a comment inside": _around('<w:commentRangeStart w:id="0"/>{}<w:commentRangeEnd w:id="0"/>'),
    "a field over a part": _field,
    "a field that quotes": _quoted,
    "a line break between": _between("<w:br/>"),
    "a tab between": _between("<w:tab/>"),
    "a fixed space between": _between("<w:t>\u00a0</w:t>"),
    "a soft hyphen": _within("\u00ad"),
    "a sign of no width": _within("\u200b"),
    "a joiner of no width": _within("\u2060"),
    "two letters in one": lambda text, drawn: _run(text.replace("ll", "l\u200dl")),
}  # fmt: skip


# LibreOffice opens no document in which a comment holds one of these.
_NOT_IN_COMMENTS = ("a content control", "a comment inside")
# LibreOffice shows these in a way of its own, so the document that it is held against has them too.
_KEPT = ("a field over a part", "a field that quotes")


# ------------------------------------------------------------------ mentions and paragraphs


def _mention(drawn: random.Random) -> tuple[str, str]:
    """Draw how somebody is written, and what is written for them."""
    first, last, label, title = drawn.choice((*_FAMILY, *_WORKERS))
    forms = [f"{first} {last}", f"{first} {last}", first, f"{last.upper()}, {first}"]
    if (first, last, label, title) in _WORKERS:
        forms.append(f"{title} {last}")
    return drawn.choice(forms), label


@dataclass(slots=True)
class _Writer:
    """Writes one document, with broken names or with pseudonyms; the same lots are drawn both times."""

    drawn: random.Random
    names: bool
    ways: list[str]
    mentions: int = 0

    def inner(self, way: str | None = None, without: Sequence[str] = ()) -> str:
        """Write the runs of one sentence."""
        frame = self.drawn.choice(_FRAMES)
        pieces = frame.split("{}")
        told = [_run(pieces[0])]
        for piece in pieces[1:]:
            name, label = _mention(self.drawn)
            chosen = way or self.drawn.choice(sorted({*WAYS} - {*without}))
            broken = WAYS[chosen](name, self.drawn)
            shown = WAYS[chosen](label, self.drawn) if chosen in _KEPT else _run(label)
            told += [broken if self.names else shown, _run(piece)]
            self.ways.append(chosen)
            self.mentions += 1
        return "".join(told)

    def name(self, *, plain: bool = False) -> str:
        """Give a name, or the pseudonym, as a plain text; one of letters alone where that is asked."""
        self.mentions += 1
        people = [one for one in (*_FAMILY, *_WORKERS) if not (plain and {*"’-"} & {*one[1]})]
        first, last, label, _ = self.drawn.choice(people)
        return f"{first} {last}" if self.names else label

    def paragraph(self, way: str | None = None, without: Sequence[str] = ()) -> str:
        return f"<w:p>{self.inner(way, without)}</w:p>"


# ------------------------------------------------------------------ places


def _table(writer: _Writer) -> str:
    cell = "<w:tc><w:tcPr><w:tcW w:w='4000' w:type='dxa'/></w:tcPr>{}</w:tc>"
    nested = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{cell.format(writer.paragraph())}</w:tr></w:tbl><w:p/>"
    row = cell.format(writer.paragraph()) + cell.format(nested)
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>{row}</w:tr></w:tbl>"


def _box(writer: _Writer) -> str:
    words, described = writer.paragraph(), writer.name()
    content = f"<w:txbxContent>{words}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        "<wp:inline distT='0' distB='0' distL='0' distR='0'><wp:extent cx='4000000' cy='900000'/>"
        f"<wp:docPr id='7' name='Box 7' descr={quoteattr(described)}/><a:graphic>"
        "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp>"
        "<wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/>"
        "<a:ext cx='4000000' cy='900000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom>"
        f"</wps:spPr><wps:txbx>{content}</wps:txbx><wps:bodyPr/>"
        "</wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<v:shape style='width:300pt;height:70pt'><v:textbox>{content}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )


def _control(writer: _Writer) -> str:
    head = f"<w:sdtPr><w:alias w:val={quoteattr(writer.name())}/><w:id w:val='4711'/></w:sdtPr>"
    return f"<w:sdt>{head}<w:sdtContent>{writer.paragraph()}</w:sdtContent></w:sdt>"


def _mark(writer: _Writer) -> str:
    name = writer.name(plain=True).replace(" ", "_")
    start = f"<w:bookmarkStart w:id='42' w:name={quoteattr(name)}/>"
    return f"<w:p>{start}{writer.inner()}<w:bookmarkEnd w:id='42'/></w:p>"


def _address(writer: _Writer) -> str:
    target = writer.name().replace(" ", ".").replace("’", "")
    code = f'HYPERLINK "mailto:{target}@example.org" \\o "{writer.name()}"'
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    cut = len(code) // 2
    codes = "".join(
        f"<w:r><w:instrText>{escape(one)}</w:instrText></w:r>" for one in (code[:cut], code[cut:])
    )
    shown = f"{mark.format('separate')}{_run('Write to them.')}{mark.format('end')}"
    return f"<w:p>{mark.format('begin')}{codes}{shown}</w:p>"


def _listed(writer: _Writer) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>{writer.inner()}</w:p>'


def _heading(writer: _Writer) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr>{writer.inner()}</w:p>'


PLACES: dict[str, Callable[[_Writer], str]] = {
    "body": _Writer.paragraph,
    "table": _table,
    "text box": _box,
    "content control": _control,
    "bookmark": _mark,
    "address": _address,
    "list": _listed,
    "heading": _heading,
}


def make(number: int, *, seed: int = 8) -> Twice:
    """Make a document of a number: the same each time, others for others."""
    ways: list[str] = []
    written = []
    for names in (True, False):
        ways = []
        writer = _Writer(random.Random(f"{seed} {number}"), names, ways)
        written.append(_document(writer, number))
    return Twice(number, written[0], written[1], tuple(ways), writer.mentions)


def _document(writer: _Writer, number: int) -> bytes:
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    order = sorted(WAYS)
    report = docx.Document()
    report.add_heading("Notes of a meeting", 1)
    bodies = [writer.paragraph(order[(number * 4 + step) % len(order)]) for step in range(4)]
    bodies += [PLACES[place](writer) for place in writer.drawn.sample(sorted(PLACES), 4)]
    for body in bodies:
        report.element.body.insert(len(report.element.body) - 1, parse_xml(_spaced(body)))
    section = report.sections[0]
    for part in (section.header, section.footer):
        part.paragraphs[0]._p.addnext(parse_xml(_spaced(writer.paragraph())))
    remark = report.add_paragraph("A remark stands here.")
    comment = report.add_comment(remark.runs, text="", author=writer.name(), initials="")
    told = writer.paragraph(without=_NOT_IN_COMMENTS)
    comment.paragraphs[0]._p.addnext(parse_xml(_spaced(told)))
    note = RELATIONSHIP_TYPE.FOOTNOTES if number % 2 else RELATIONSHIP_TYPE.ENDNOTES
    _add_note(report, writer, note)
    report.core_properties.title = f"Notes on {writer.name()}"
    report.core_properties.author = ""
    held = io.BytesIO()
    report.save(held)
    return held.getvalue()


def _add_note(report: object, writer: _Writer, kind: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml

    word = kind.rsplit("/", 1)[-1]  # footnotes or endnotes
    one = word[:-1]
    lines = "".join(
        f'<w:{one} w:type="{type}" w:id="{id}"><w:p><w:r><w:{type}/></w:r></w:p></w:{one}>'
        for id, type in ((-1, "separator"), (0, "continuationSeparator"))
    )
    told = _spaced(f"<w:{word}>{lines}<w:{one} w:id='2'>{writer.paragraph()}</w:{one}></w:{word}>")
    type = f"application/vnd.openxmlformats-officedocument.wordprocessingml.{word}+xml"
    part = Part(PackURI(f"/word/{word}.xml"), type, told.encode("utf-8"), report.part.package)  # type: ignore[attr-defined]
    report.part.relate_to(part, kind)  # type: ignore[attr-defined]
    reference = f"<w:p>{_run('See the note.')}<w:r><w:{one}Reference w:id='2'/></w:r></w:p>"
    report.element.body.insert(3, parse_xml(_spaced(reference)))  # type: ignore[attr-defined]


_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "v": "urn:schemas-microsoft-com:vml",
}


def _spaced(xml: str) -> str:
    """Say of the outermost element what its prefixes mean."""
    end = min(at for at in (xml.find(">"), xml.find(" "), xml.find("/>")) if at > 0)
    said = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _SPACES.items())
    return xml[:end] + said + xml[end:]
