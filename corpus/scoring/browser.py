"""The error browser: one HTML file of what was missed and what was flagged wrongly, in its words.

It fetches nothing, is whole without script, and with script it filters. Only texts of the dev split come
here, and all of it is invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from corpus.scoring.changes import Example

__all__ = ["browser_of"]

_STYLE = """
:root { color-scheme: light dark; --line: #767676; --mark: #ffdf80; --markink: #000; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; }
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1rem 0; }
label { display: flex; flex-direction: column; font-size: .9rem; }
select, input { font: inherit; padding: .25rem; border: 1px solid var(--line); }
ol { padding-left: 3.5rem; } li { margin: .75rem 0; border-bottom: 1px solid var(--line); }
mark { background: var(--mark); color: var(--markink); font-weight: bold; padding: 0 .15em; }
.what { font-size: .9rem; } .warning { border: 3px solid; padding: .5rem 1rem; }
blockquote { margin: .25rem 0 .75rem; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid #1a66cc; outline-offset: 2px; }
[hidden] { display: none !important; }
"""
_SCRIPT = """
'use strict';
const form = document.querySelector('form');
const items = [...document.querySelectorAll('li')];
const shown = document.getElementById('shown');
form.hidden = false;
function filter() {
  const wanted = [...form.querySelectorAll('select')].map(one => [one.name, one.value]);
  const words = form.words.value.toLowerCase();
  let count = 0;
  for (const item of items) {
    const fits = wanted.every(([name, value]) =>
        !value || ('|' + item.dataset[name] + '|').includes('|' + value + '|'))
      && (!words || item.textContent.toLowerCase().includes(words));
    item.hidden = !fits;
    count += fits;
  }
  shown.textContent = count + ' of ' + items.length + ' shown';
}
form.addEventListener('input', filter);
form.addEventListener('submit', event => event.preventDefault());
filter();
"""
_FILTERS = ("came", "label", "form", "role", "heritage", "kind", "style", "hard")
_TITLES = {"came": "What", "hard": "Mark of hardness", "kind": "Kind of document", "style": "Letters"}
_CAME = {"missed": "missed", "false": "false finding"}


def browser_of(shown: Iterable[Example]) -> str:
    """Write the page: every missed mention and every false finding, with the words around it."""
    errors = [one for one in shown if one.came in _CAME]
    items = "\n".join(map(_item, errors))
    missed = sum(one.came == "missed" for one in errors)
    return f"""<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
script-src 'unsafe-inline'">
<title>Errors on the dev split (invented text)</title>
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Errors on the dev split</h1>
<p class="warning"><strong>All text here is invented, and our own.</strong> Nobody in it lives. It says
nothing about how redact does on real reviews.</p>
<p>{missed:,} mentions that must go were missed; {len(errors) - missed:,} findings are false.</p>
<form hidden>
{_selects(errors)}
<label>Words<input type="search" name="words"></label>
</form>
<p id="shown" role="status">{len(errors):,} shown</p>
<ol>
{items}
</ol>
</main>
<script>{_SCRIPT}</script>
</body>
</html>
"""


def _selects(errors: Sequence[Example]) -> str:
    return "\n".join(_select(name, errors) for name in _FILTERS)


def _select(name: str, errors: Sequence[Example]) -> str:
    values = sorted({value for one in errors for value in _values(one, name) if value})
    options = "".join(
        f'<option value="{escape(value)}">{escape(_CAME.get(value, value))}</option>' for value in values
    )
    title = _TITLES.get(name, name.capitalize())
    return f'<label>{title}<select name="{name}"><option value="">all</option>{options}</select></label>'


def _values(one: Example, name: str) -> tuple[str, ...]:
    value = getattr(one, name)
    return value if isinstance(value, tuple) else (value,)


def _item(one: Example) -> str:
    data = " ".join(f'data-{name}="{escape("|".join(_values(one, name)))}"' for name in _FILTERS)
    said = [_CAME[one.came], one.label, one.form, one.role, one.heritage, *one.hard, one.document]
    if one.score is not None:
        said.append(f"score {one.score:.2f}")
    what = escape(", ".join(word for word in said if word))
    words = f"{escape(one.before)}<mark>{escape(one.quote)}</mark>{escape(one.after)}"
    return f'<li {data}><p class="what">{what}</p><blockquote>{words}</blockquote></li>'
