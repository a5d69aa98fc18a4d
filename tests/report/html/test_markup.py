"""The one place at which text becomes HTML: what nobody's words can do there."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redact.report.html.markup import Markup, clean, element, hidden, join, raw
from tests.report.page_reader import read_page

# What people try, and what any text may hold.
HOSTILE = (
    "<script>owned()</script>",
    '"><img src=x onerror=owned()>',
    "' onmouseover='owned()",
    "</script><script>owned()</script>",
    "</title></style></textarea><svg/onload=owned()>",
    "javascript:owned()",
    "<!-- --!> <![CDATA[ ]]>",
    "&lt;script&gt; &#60;script&#62; &quot;",
    "{{7*7}} {% raw %} ${owned}",
    "\x00<\x00script\x1b[31m\u202e>",
    "\ud800<b>",
)


@settings(deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text()))
def test_a_text_stays_a_text(words: str) -> None:
    root = read_page(element("p", words, title=words).html)
    assert [one.tag for one in root.below()] == ["p"]
    # The reader drops a carriage return as a browser does; clean() has taken it already.
    assert root.all("p")[0].text() == clean(words)
    assert root.all("p")[0].attributes["title"] == clean(words)


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Otto\u00adline", "Ottoline"),  # a soft hyphen is drawn as nothing
        ("Otto\u200bline", "Ottoline"),  # nor is a zero-width space
        ("Otto\u202eline", "Otto\ufffdline"),  # this turns the line round
        ("a\tb\nc", "a\tb\nc"),  # these a text has
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),  # these no text has
        ("\ud800", "\ufffd"),  # a byte of a file name that is no character
        ("Zo\u00eb", "Zo\u00eb"),  # a letter
    ],
)
def test_signs_that_are_not_drawn_are_dropped_or_seen(words: str, shown: str) -> None:
    assert clean(words) == shown


@pytest.mark.parametrize("tag", ["iframe", "img", "object", "form", "base", "link", "svg", "p onclick"])
def test_no_element_that_loads_or_sends_can_be_made(tag: str) -> None:
    with pytest.raises(ValueError, match="no element"):
        element(tag)


@pytest.mark.parametrize("name", ["onclick", "onload", "style", "src", "srcdoc"])
def test_no_attribute_that_runs_or_loads_can_be_made(name: str) -> None:
    with pytest.raises(ValueError, match="has the attribute"):
        element("p", **{name: "owned()"})


@pytest.mark.parametrize(
    "address", ["javascript:owned()", "https://example.org", "//example.org", "#a b", ""]
)
def test_a_link_stays_on_its_page(address: str) -> None:
    with pytest.raises(ValueError, match="its own page"):
        element("a", "words", href=address)
    assert element("a", "words", href="#d1-m2").html == '<a href="#d1-m2">words</a>'


@pytest.mark.parametrize("content", ["a { } </style>", "x = '</script>'", "<!-- x"])
def test_a_style_or_script_cannot_end_its_element(content: str) -> None:
    with pytest.raises(ValueError, match="would end"):
        raw(content)


def test_pieces_are_put_together_and_attributes_left_out() -> None:
    made = element("p", "a & b", hidden(" c"), class_=None, hidden=True, id=False)
    assert made.html == '<p hidden>a &amp; b<span class="aside"> c</span></p>'
    assert join(["<", Markup("<b></b>")], between=">").html == "&lt;&gt;<b></b>"
    assert "a & b" not in repr(made)
