"""People that the name model finds, as a recogniser of the register; nothing while no model is shipped.

What the model takes for a name scores as a likely name; what it thinks possible is asked about. What
remains: a name in lower case that is an ordinary word, and a nickname that the model never met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import cache

from redact.recognise import regex
from redact.recognise.claims import DocumentRecogniser, Example, mention
from redact.recognise.grids import View
from redact.recognise.lists import entries, words
from redact.recognise.names import is_short_form, stop_words
from redact.recognise.plain_words import is_plain
from redact.recognise.ranks_and_degrees import is_rank_or_degree
from redact.recognise.readings import Reading
from redact.recognise.reference_lists import SURNAME
from redact.values.people import Evidence, Label, Mention
from redact.values.text import Format, Part

__all__ = ["RECOGNISER"]

# No word that is a name or an initial too, such as May or A: what is printed must never be the document's.
_NAME = "the name model takes this for somebody's name"
_CHECK = "the name model takes this for somebody's name, perhaps"
_EXTENSIONS = frozenset(one.value for one in Format)
# A name scores above 0.6, from which a rule blocks, and below a label in use; a check below it, however
# likely.
_NAME_FROM, _NAME_TO, _CHECK_FROM, _CHECK_TO = 0.62, 0.82, 0.3, 0.58
_LONGEST_SURNAME = 40  # characters, with the comma behind it
_FORENAMES = frozenset({"Di"})  # of two letters, which in capitals are a rank
_HALF = regex.compile(r"(?<![\p{L}\p{N}.'-])\p{Lu}\p{Ll}+-$")
_LONGEST_INITIALS = 8
# Roman figures behind a page's sign: "Executive Summary, p. ii", of which the model takes some for initials.
_PAGE = regex.compile(r"(?:pp?\.[ ]?)?[ivxl]{1,4}")
_PAGE_BEFORE = regex.compile(r"(?<!\p{L})(?:pp?\.|pages?)[ ]?$")
_LISTED = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}'.-]){SURNAME},[ ](?P<initials>(?:\p{{Lu}}\.[ -]?){{1,3}})(?!\p{{L}})"
)


@contextmanager
def _begin(views: Sequence[View]) -> Iterator[None]:
    from redact.recognise.model.reading import name_model
    from redact.recognise.model.views import ahead

    model = name_model()
    with nullcontext() if model is None else ahead(model, views):
        yield


def _find(view: View) -> Iterator[Mention]:
    # Here, so that the list of recognisers is read without numpy and onnxruntime.
    from redact.recognise.model.labels import ModelLabel, Rank
    from redact.recognise.model.reading import name_model
    from redact.recognise.model.views import read

    model = name_model()
    if model is None:
        return
    for _, found in read(model, [view]):
        if found.says.label is not ModelLabel.PERSON or _is_extension(found.reading, found.start):
            continue
        is_name = found.says.rank is Rank.NAME
        end = _without_honours(found.reading.text, found.start, found.end)
        start, end = _with_surname(found.reading.text, _whole(found.reading.text, found.start), end)
        text = found.reading.text[start:end]
        if _is_none(text, is_name=is_name) or is_rank_or_degree(found.reading.text, start, end):
            continue
        if _is_page(found.reading.text, start, end):
            continue
        is_name = is_name and not _is_letters(text) and not _is_place(text)
        low, high = (_NAME_FROM, _NAME_TO) if is_name else (_CHECK_FROM, _CHECK_TO)
        evidence = Evidence(
            RECOGNISER.name,
            model.digest[:12],
            "model, name" if is_name else "model, check",
            _NAME if is_name else _CHECK,
        )
        score = round(low + (high - low) * found.says.probability, 3)
        made = mention(found.reading, start, end, Label.PERSON, score, evidence)
        if made is not None:
            yield made


def _is_extension(reading: Reading, start: int) -> bool:
    """Tell whether it begins in the extension of the file's own name: "summary.md" names nobody."""
    if reading.passage.location.part is not Part.FILE_NAME:
        return False
    stem, _, extension = reading.text.rpartition(".")
    return start > len(stem) and extension.casefold() in _EXTENSIONS


def _with_surname(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the whole of a name of which the model takes some initials alone: "Harte, A.B." in a list.

    Whole, it is a name wherever it stands, and in a list of references an author's.
    """
    low, high = max(0, start - _LONGEST_SURNAME), end + _LONGEST_INITIALS
    for found in _LISTED.finditer(text, low, high) if text.find(", ", low, high) >= 0 else ():
        surname = text[found.start() : found.start("initials")].rstrip(", ")
        if is_plain(surname) or surname.casefold() in stop_words():
            continue  # "Done, A.B."
        if found.start() <= start and found.start("initials") < end <= found.end():
            return found.start(), len(text[: found.end()].rstrip(" -"))
    return _with_letter_before(text, start, end), end


def _whole(text: str, start: int) -> int:
    """Find where a word begins of which the model takes the half behind the hyphen alone: "Foster-Lynch"."""
    before = _HALF.search(text, max(0, start - _LONGEST_SURNAME), start)
    return start if before is None else before.start()


def _with_letter_before(text: str, start: int, end: int) -> int:
    """Find where letters begin of which the model takes the last alone: "K H was seen"."""
    alone = end - start == 1 and text[start].isupper() and text[max(0, start - 1)] == " "
    before = text[max(0, start - 3) : start - 1] if alone else ""
    return start - 2 if before[-1:].isupper() and not before[:-1].isalnum() else start


def _without_honours(text: str, start: int, end: int) -> int:
    """Find where a name ends before letters of a degree or an honour: "Anna Harte OBE"."""
    every = text[start:end].split(" ")
    while len(every) > 1 and every[-1].strip(",").replace(".", "").casefold() in words("qualifications"):
        every.pop()
    return start + len(" ".join(every).rstrip(","))


def _is_none(text: str, *, is_name: bool) -> bool:
    """Tell what the model takes for a name and the lists know to be none, or none by itself.

    That is a stretch of words that no name begins with and of short forms of records; and what the model
    only thinks possible of capitals that may be a short form, and of a known place. Two capitals that it
    takes for a name are somebody's letters, perhaps, whatever else they stand for.
    """
    every = text.replace(".", "").split()
    letters = "".join(every)
    if is_name and ((len(letters) == 2 and letters.isupper()) or text in _FORENAMES):
        return False
    if all(is_short_form(word) or word.casefold() in stop_words() for word in every):
        return True
    return not is_name and ((_is_letters(text) and "." not in text) or _is_place(text))


def _is_page(text: str, start: int, end: int) -> bool:
    """Tell the number of a page in Roman figures, with its sign or behind it."""
    if _PAGE.fullmatch(text, start, end) is None:
        return False
    return text[start] == "p" or _PAGE_BEFORE.search(text, max(0, start - 7), start) is not None


def _is_place(text: str) -> bool:
    """Tell a known place of several words; of one word it is a surname too."""
    words_ = text.split()
    return " ".join(words_).casefold() in _places()


def _is_letters(text: str) -> bool:
    """Tell capitals that may be a short form: "QA", "TOR"; "LEE" looks the same and is then asked about."""
    plain = text.replace(".", "")
    return 2 <= len(plain) <= 4 and plain.isupper() and plain.isalpha()


@cache
def _places() -> frozenset[str]:
    return frozenset(place.casefold() for place in entries("english-places"))


RECOGNISER = DocumentRecogniser(
    name="name-model",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    begin=_begin,
    # Plain sentences: each sound model must read them so, whichever run it comes from.
    examples=(
        Example("Kayleigh was not seen that day.", ("Kayleigh",)),
        Example("Brandreth told the panel that Amina Okafor had rung.", ("Brandreth", "Amina Okafor")),
        Example("When the police arrived, Daniel had left and Amina was crying.", ("Daniel", "Amina")),
    ),
    near_misses=(
        "The chronology was completed in May and the plan was closed in June.",
        "Working Together to Safeguard Children says so.",
        "The health visitor made a referral, and the school nurse was told.",
        "The mother was asked whether the child had been seen by a doctor.",
        "file name: Executive summary.md",
        "The executive summary, p. ii, says so.",
    ),
)
