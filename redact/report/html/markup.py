"""HTML that nobody's words can break out of: every text is escaped unless it was made here.

`Markup` is made by `element`, `join` and `raw` only. `raw` is for files of ours (style and script), never
for anything that was read or computed from a document.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Markup", "clean", "element", "hidden", "join", "raw"]

_VOID = frozenset({"input", "meta"})
# No element that loads, runs or sends anything can be made by accident.
_TAGS = frozenset(
    {
        *("html", "head", "title", "meta", "style", "script", "body", "header", "nav", "main", "section"),
        *("footer", "h1", "h2", "h3", "h4", "p", "div", "span", "a", "strong", "small", "mark", "bdi"),
        *("ul", "ol", "li", "dl", "dt", "dd", "details", "summary"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
        *("fieldset", "legend", "label", "input", "select", "option"),
    }
)
_ATTRIBUTE = re.compile(r"[a-z][a-z-]*")
# An attribute of ours never carries an address but one on this page.
_ON_PAGE = re.compile(r"#[\w-]+")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # drawn as nothing, and harmless
_NO_SIGN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Markup:
    """A piece of finished HTML. It may hold names, so that it has no repr."""

    html: str

    def __repr__(self) -> str:
        return f"Markup of {len(self.html)} characters"


def clean(text: str) -> str:
    """Drop what is drawn as nothing, and show what moves the cursor or turns the line round as one sign.

    Line ends and tabs stay.
    """
    return "".join(_sign(letter) for letter in text)


def element(tag: str, *children: Markup | str, **attributes: str | bool | None) -> Markup:
    """Make an element; texts and attributes are escaped.

    Args:
        attributes: `class_` and `for_` for the words that Python keeps, `data_who` for `data-who`. True
            gives a bare attribute, False and None leave it out.

    Raises:
        ValueError: an unknown tag, an attribute that runs script, a link that leaves the page.
    """
    if tag not in _TAGS:
        raise ValueError(f"no element of a report is called {tag[:20]!r}")
    opened = f"<{tag}{''.join(_attribute(name, value) for name, value in attributes.items())}>"
    if tag in _VOID:
        return Markup(opened)
    return Markup(f"{opened}{join(children).html}</{tag}>")


def hidden(text: str) -> Markup:
    """Say something that only a screen reader reads out, and a copy of the text carries."""
    return element("span", text, class_="aside")


def join(children: Iterable[Markup | str], between: str = "") -> Markup:
    """Put pieces one after the other; texts are escaped, and so is what stands between."""
    pieces = [child.html if isinstance(child, Markup) else _escaped(child) for child in children]
    return Markup(_escaped(between).join(pieces))


def raw(content: str) -> Markup:
    """Take the content of a file of ours as it is: inside a style or script nothing may be escaped.

    Raises:
        ValueError: it holds what would end the element early.
    """
    if "</" in content or "<!--" in content:
        raise ValueError("a style or script of ours holds what would end its element")
    return Markup(content)


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    plain = name.rstrip("_").replace("_", "-")
    if not _ATTRIBUTE.fullmatch(plain) or plain.startswith("on") or plain in {"style", "src", "srcdoc"}:
        raise ValueError(f"no element of a report has the attribute {plain[:20]!r}")
    if value is True:
        return f" {plain}"
    if plain == "href" and not _ON_PAGE.fullmatch(value):
        raise ValueError("a link of a report leads to a place on its own page")
    return f' {plain}="{_escaped(value)}"'


def _escaped(text: str) -> str:
    return html.escape(clean(text), quote=True)


def _sign(letter: str) -> str:
    if letter in "\n\t" or unicodedata.category(letter) not in _NO_SIGN:
        return letter
    return "" if letter in _INVISIBLE else "\ufffd"
