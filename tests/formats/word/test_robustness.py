"""Whatever is done to a document, reading ends in a Document or in a RedactError, and says nothing of it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redact.errors import RedactError
from redact.formats.word.markup import elements, own, parse
from redact.values.text import Document
from tests.formats.word.package_factory import NAMESPACES, make_docx, package, xml, zipped
from tests.formats.word.visible_places import BODY, PARTS
from tests.formats.word.word_reading import read_docx

MEMBERS = package(BODY, PARTS)
WHOLE = zipped(MEMBERS)
QUICK = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _read(data: bytes) -> Document | None:
    try:
        return read_docx(data)
    except RedactError as error:
        said = repr(error)
    assert "Tok" not in said
    return None


@QUICK
@given(
    name=st.sampled_from([name for name in MEMBERS if name.endswith((".xml", ".rels"))]),
    at=st.floats(0, 1),
    cut=st.integers(0, 60),
    put=st.sampled_from(
        [b"", b"<", b">", b"/>", b"&", b'"', b"<w:p>", b"</w:p>", b"\0", b"\xff", b"<!--", b"x" * 50, b"]]>"]
    ),
)
def test_changed_bytes_of_a_part(name: str, at: float, cut: int, put: bytes) -> None:
    content = MEMBERS[name]
    start = int(at * len(content))
    changed = content[:start] + put + content[start + cut :]
    document = _read(zipped(MEMBERS | {name: changed}))
    assert document is None or document.passages


@QUICK
@given(at=st.floats(0, 1), cut=st.integers(0, 40), put=st.binary(max_size=20))
def test_changed_bytes_of_the_package(at: float, cut: int, put: bytes) -> None:
    start = int(at * len(WHOLE))
    document = _read(WHOLE[:start] + put + WHOLE[start + cut :])
    assert document is None or document.passages


_TAGS = [
    (
        "w:p w:r w:t w:tbl w:tr w:tc w:sdt w:sdtContent w:ins w:del"
        " w:delText w:pPr w:rPr w:fldChar w:instrText w:fldSimple"
    ),
    (
        "w:txbxContent w:pict w:drawing w:object w:ruby w:rt w:rubyBase"
        " w:sym w:tab w:hyperlink w:smartTag w:altChunk w:vanish"
    ),
    (
        "w:framePr w:trPr w:tcPr w:gridSpan w:vMerge mc:AlternateContent"
        " mc:Choice mc:Fallback m:oMath m:t a:p a:t c:chart"
    ),
    (
        "dgm:relIds v:textpath w:moveFrom w:moveTo w:bookmarkStart"
        " w:footnote w:lastRenderedPageBreak w:specVanish"
    ),
]
_ATTRIBUTES = [
    "w:val",
    "w:char",
    "w:fldCharType",
    "w:instr",
    "r:id",
    "w:dropCap",
    "string",
    "w:name",
    "w:author",
    "r:dm",
]
_VALUES = [
    "1",
    "0",
    "begin",
    "separate",
    "end",
    "drop",
    "rIdChart",
    "999999999999",
    "-5",
    "Tokrandom",
    "F041",
    "restart",
]


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    attributes = st.dictionaries(st.sampled_from(_ATTRIBUTES), st.sampled_from(_VALUES), max_size=2)
    tags = st.sampled_from(" ".join(_TAGS).split())
    return st.builds(
        lambda tag, given, inner: "<{0} {1}>{2}</{0}>".format(
            tag, " ".join(f'{name}="{value}"' for name, value in given.items()), "".join(inner)
        ),
        tags,
        attributes,
        st.lists(children, max_size=4),
    )


@QUICK
@given(body=st.recursive(st.just("Tokrandom"), _element, max_leaves=25))
def test_random_trees_lose_no_text(body: str) -> None:
    """Each text is read somewhere, or the document has a gap."""
    document = read_docx(make_docx(None, body, PARTS))
    said = "".join(passage.text for passage in document.passages)
    assert "Tokrandom" not in body or "Tokrandom" in said or document.gaps


@given(
    st.sampled_from(
        [uri for prefix, uri in NAMESPACES.items() if prefix in ["w", "r", "a", "pic", "c", "dgm", "wp", "m"]]
    )
)
def test_strict_names_become_transitional(uri: str) -> None:
    strict = uri.replace("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/").replace(
        "/2006/", "/"
    )
    assert own(strict) == uri
    root = parse(f'<n:a xmlns:n="{strict}" n:b="1"><n:c/></n:a>'.encode())
    assert {str(element.tag).split("}")[0] for element in elements(root)} == {"{" + uri}
    assert root.get(f"{{{uri}}}b") == "1"


def test_the_factory_knows_both_vocabularies() -> None:
    assert parse(xml("w:document", "", strict=True).encode()).tag == parse(xml("w:document", "").encode()).tag
