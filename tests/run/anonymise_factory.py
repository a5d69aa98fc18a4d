"""A case with a key for the tests of `anonymise`, and a Word document with names in all its parts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from redact.keystore.keyfile import save_key
from redact.run.anonymise import anonymise
from redact.run.case import open_case_key, start
from redact.run.case_file import CaseFolder
from redact.run.review import scheme_of
from redact.values.anonymising import AnonymiseRun, Wishes
from redact.values.case import Case
from redact.values.key import Key, KeyLink, KeyName, KeyPerson, KeyThing
from tests.formats.word.package_factory import WORD_TYPE, Link, PartSpec, make_docx, story, xml
from tests.keystore.people import imogen

_NO_WISHES = Wishes()
MOTHER = KeyPerson("p1", "Parent 1", "mother", (KeyName("Anneke Hartwell"),))
CHILD = KeyPerson("p2", "Child K", "child", (KeyName("Idony Hartwell"),))
VISITOR = KeyPerson("p3", "HV1", "health-visitor", (KeyName("Tomos Lunde"),))
AUTHOR = KeyPerson("p4", names=(KeyName("Corinna Stark"),), stays=True)
SCHOOL = KeyThing("t1", "school", "School A", (KeyName("Thornwick Primary School"),))
LINKS = (
    *(KeyLink("Anneke", "p1"), KeyLink("Idony", "p2"), KeyLink("Tomos", "p3"), KeyLink("Lunde", "p3")),
    KeyLink("Mr Lunde", "p3"),
)
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"


def begin(folder: Path, **changes: object) -> CaseFolder:
    """Begin a case whose key holds these people; `changes` replace fields of the key."""
    begun = start(folder / "K7", Case("K7"), imogen(), may_check=(), own=folder / "own")
    opened = open_case_key(begun, imogen(), folder / "own")
    people = (MOTHER, CHILD, VISITOR, AUTHOR)
    fields: dict[str, object] = {"people": people, "things": (SCHOOL,), "links": LINKS}
    save_key(opened, replace(opened.key, **{**fields, **changes}), imogen(), what="test")  # type: ignore[arg-type]
    return begun


def key_of(found: CaseFolder) -> Key:
    """Open the key of a case."""
    return open_case_key(found, imogen(), found.folder.parent / "own").key


def go(
    found: CaseFolder, *paths: Path, to: str = "out", draft: bool = False, wishes: Wishes = _NO_WISHES
) -> AnonymiseRun:
    """Anonymise files of a case into a folder beside it."""
    return anonymise(
        [str(path) for path in paths],
        found.folder.parent / to,
        found,
        imogen(),
        found.folder.parent / "own",
        scheme=scheme_of("child-x"),
        draft=draft,
        passwords=lambda *_: None,
        watcher=lambda *_: None,
        wishes=wishes,
    )


def note(found: CaseFolder, text: str, name: str = "visit.txt") -> Path:
    """Write a text into the folder of a case."""
    path = found.folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def runs(*pieces: str, bold: int = -1) -> str:
    """Make a paragraph of several runs, one of them bold."""
    looks = ["<w:rPr><w:b/></w:rPr>" if number == bold else "" for number in range(len(pieces))]
    made = [
        f'<w:r>{look}<w:t xml:space="preserve">{piece}</w:t></w:r>'
        for look, piece in zip(looks, pieces, strict=True)
    ]
    return f"<w:p>{''.join(made)}</w:p>"


_BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline>'
    '<wp:docPr id="7" name="Picture 7" descr="Anneke Hartwell at a door"/><a:graphic><a:graphicData>'
    "<wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)
_FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText>HYPERLINK "mailto:anneke.</w:instrText></w:r>'
    '<w:r><w:instrText>hartwell@example.org"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Write to her.</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
_LINK = (
    '<w:p><w:hyperlink r:id="rIdLink" w:tooltip="Anneke Hartwell"><w:r><w:t>a page</w:t></w:r>'
    "</w:hyperlink></w:p>"
)
_MARK = (
    '<w:p><w:bookmarkStart w:id="1" w:name="Anneke_Hartwell"/><w:r><w:t>Here.</w:t></w:r>'
    '<w:bookmarkEnd w:id="1"/></w:p>'
)
_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Family">'
    "<vt:lpwstr>Anneke Hartwell</vt:lpwstr></property></Properties>"
)
_CORE = (
    '<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties">'
    "<dc:title>Report on Anneke Hartwell</dc:title></cp:coreProperties>"
)


def everywhere() -> bytes:
    """Make a document with the mother's name in every part that can be rewritten."""
    cells = f"<w:tc>{runs('Mother')}</w:tc><w:tc>{runs('Anneke Hart', 'well')}</w:tc>"
    box = _BOX.format(runs("Box of Anneke ", "Hartwell."))
    comment = f'<w:comment w:id="3" w:author="Anneke Hartwell">{runs("Ask Anneke ", "Hartwell.")}</w:comment>'
    footnote = f'<w:footnote w:id="2">{runs("Seen by Anneke Hartwell.")}</w:footnote>'
    first = runs("The mother, Anneke H", "artwel", "l, came.", bold=1)
    return make_docx(
        None,
        f"{first}<w:tbl><w:tr>{cells}</w:tr></w:tbl>{box}{_FIELD}{_LINK}{_MARK}",
        {
            "word/header1.xml": PartSpec(
                xml("w:hdr", runs("Of Anneke ", "Hartwell")), f"{WORD_TYPE}header+xml", "header"
            ),
            "word/footnotes.xml": story("footnotes", footnote),
            "word/comments.xml": story("comments", comment),
            "docProps/custom.xml": PartSpec(_CUSTOM, CUSTOM, "custom-properties", source=""),
            "docProps/core.xml": PartSpec(_CORE, CORE, CORE_KIND, source=""),
        },
        links=[Link("https://example.org/Anneke%20Hartwell")],
    )
