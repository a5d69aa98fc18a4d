"""Words of forms that a rule took for whom the form asks."""

from __future__ import annotations

import pytest

from redact.recognise.nobodys_words import is_form
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Span


def _is_form(marked: str, recogniser: str, *letters: str) -> bool:
    before, _, rest = marked.partition("[")
    word, _, behind = rest.partition("]")
    span = Span("p", len(before), len(before) + len(word))
    claim = Mention(span, Label.PERSON, 0.65, Evidence(recogniser, "1", "any", "any"))
    return is_form({"p": before + word + behind}, claim, frozenset(letters))


@pytest.mark.parametrize(
    ("text", "recogniser"),
    [
        ("Harte (clerk, [Retd])", "roles"),  # a clipped word
        ("[Apols] \u2013 aunt, head", "kinship"),  # one that begins an item
        ("DC Harte ([CAIT])", "fields"),  # a team in a bracket
        ("Consultant, [SHO], nurse", "roles"),  # a post beside a post
        ("Venue: [Trampoline]", "fields"),  # a plain word
    ],
)
def test_nobody_is_called_so(text: str, recogniser: str) -> None:
    assert _is_form(text, recogniser)


@pytest.mark.parametrize(
    ("text", "recogniser", "letters"),
    [
        ("Lead: [CMS]", "fields", ()),  # the field asks for whom, and these may be somebody's letters
        ("Consultant, [SHO], nurse", "roles", ("sho",)),  # a full name of the call has them
        ("Consultant, [QZB], nurse", "roles", ()),  # no list has them
        ("Nurse: [Prem]", "fields", ()),  # a clipped word that is a forename
        ("Nurse: [Diaz]", "fields", ()),  # one that is a surname
        ("Chair ([Trampoline])", "name-model", ()),  # no rule's claim
    ],
)
def test_somebody_may_be_called_so(text: str, recogniser: str, letters: tuple[str, ...]) -> None:
    assert not _is_form(text, recogniser, *letters)
