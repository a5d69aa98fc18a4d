"""What a bound control will show when the file is opened, where that is not what it shows now."""

from __future__ import annotations

import pytest

from redact.values.text import Part
from tests.formats.word.package_factory import PartSpec, make_docx, p
from tests.formats.word.word_reading import parts_of, read_docx, texts

STORE = "{11111111-2222-4333-8444-555555555555}"
CORE = "{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"
DATA = (
    '<n:case xmlns:n="urn:example:case"><n:child kind="Elm Rowan">Child A</n:child>'
    "<n:child>Rowan<n:more> Elm</n:more></n:child></n:case>"
)
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_CORE_NAMES = (
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
BACK = (Part.HIDDEN_TEXT, "D12")


def parts() -> dict[str, PartSpec]:
    return {
        "customXml/item1.xml": PartSpec(DATA, None, "customXml"),
        "customXml/itemProps1.xml": PartSpec(
            f'<ds:datastoreItem xmlns:ds="{_CUSTOM}" ds:itemID="{STORE}"/>',
            "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            "customXmlProps",
            source="customXml/item1.xml",
        ),
        "docProps/core.xml": PartSpec(
            f"<cp:coreProperties {_CORE_NAMES}><dc:title>Rowan</dc:title></cp:coreProperties>",
            "application/vnd.openxmlformats-package.core-properties+xml",
            "metadata/core-properties",
            source="",
        ),
    }


def control(path: str, shown: str, store: str = STORE) -> str:
    binding = f'<w:dataBinding w:xpath="{path}" w:storeItemID="{store}"/>'
    return f"<w:sdt><w:sdtPr>{binding}</w:sdtPr><w:sdtContent>{p(shown)}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize(
    ("path", "shown", "store", "back"),
    [
        ("/ns0:case[1]/ns0:child[2]", "the child", STORE, "Rowan Elm"),
        ("/ns0:case[1]/ns0:child[2]", "the child", STORE.lower(), "Rowan Elm"),
        ("/case/child[2]/more", "the child", STORE, "Elm"),
        ("/*[1]/*[2]", "the child", STORE, "Rowan Elm"),
        ("/ns0:case[1]/ns0:child[1]/@kind", "the child", STORE, "Elm Rowan"),
        ("/ns1:coreProperties[1]/ns0:title[1]", "Overview report", CORE, "Rowan"),
    ],
)
def test_what_comes_back_is_read(path: str, shown: str, store: str, back: str) -> None:
    document = read_docx(make_docx(None, control(path, shown, store), parts()))
    assert [text.strip() for text in texts(document, Part.HIDDEN_TEXT)] == [back]
    assert BACK in parts_of(document, back)


@pytest.mark.parametrize(
    ("path", "shown", "store"),
    [
        ("/ns0:case[1]/ns0:child[1]", "Child A", STORE),  # it shows what it is bound to
        ("/ns0:case[1]/ns0:child[9]", "the child", STORE),  # nothing stands there
        ("/ns0:other[1]/ns0:child[2]", "the child", STORE),
        ("//child[contains(., 'Rowan')]", "the child", STORE),  # no path of names: nobody computes it
        ("/ns0:case[1]/ns0:child[2]", "the child", "{00000000-0000-0000-0000-000000000000}"),
    ],
)
def test_what_does_not_come_back_is_not_told_as_such(path: str, shown: str, store: str) -> None:
    document = read_docx(make_docx(None, control(path, shown, store), parts()))
    assert texts(document, Part.HIDDEN_TEXT) == []
    assert (Part.PROPERTY, "D50") in parts_of(document, "Rowan")  # the datum itself is read all the same


def test_every_bound_control_is_a_trace() -> None:
    body = control("/case/child[1]", "Child A") * 2
    document = read_docx(make_docx(None, body, parts()))
    assert [trace.location.place for trace in document.traces] == ["D12", "D12"]


def test_a_value_that_comes_back_is_said_in_one_place() -> None:
    document = read_docx(make_docx(None, control("/case/child[2]/more", "x"), parts()))
    assert parts_of(document, "Elm").count(BACK) == 1
