"""Letters of somebody known, asked about by their place alone: "TK, then OA, opened", "v2 TM 08.04.09".

The letters must be those of a full name of these documents. They are asked about beside other letters that
are somebody's, in a list or in an entry of a diary; behind what one lets or sees somebody do; in brackets
behind a post that they do not shorten, or behind what was done; in quotes; as a signature; in a history of
versions. What remains: letters alone in a sentence that is about nobody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from redact.recognise import regex
from redact.recognise.claims import Example, FollowUpRecogniser
from redact.recognise.defined_letters import defined_letters, is_explained_here, is_office
from redact.recognise.grids import View
from redact.recognise.letter_places import has_an_article, is_of_a_thing, is_shouted, is_small_word
from redact.recognise.letters_of_names import letters_of
from redact.recognise.lists import words
from redact.recognise.names import is_short_form
from redact.recognise.readings import Reading
from redact.recognise.taken import people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_ASKED, _LEAST_SCORE, _LIKELY_SCORE = 0.4, 0.35, 0.6
_STANDINGS = (Standing.PARTICIPANT, Standing.PANEL, Standing.OFFICE)
_BARE = regex.compile(r"(?<![\p{L}\p{N}.'@/_-])\p{Lu}{2,3}(?![\p{L}\p{N}@/_-]|'\p{Lu}|\.[\p{L}\p{N}])")
_ONLY = regex.compile(r"\p{Lu}{2,3}")
_JOINT = r"(?:,[ ]?|;[ ]|[ ])(?:and[ ]|or[ ]|&[ ])?(?:then|later|next|finally|afterwards)[ ]"
_LISTED_BEFORE = regex.compile(rf"(?<!\p{{L}})(?P<other>\p{{Lu}}{{2,3}})(?:{_JOINT}|,[ ])$")
_LISTED_BEHIND = regex.compile(rf"(?:{_JOINT}|,[ ])(?P<other>\p{{Lu}}{{2,3}})(?!\p{{L}})")
_THEN = regex.compile(r"[ ](?:then|later|next|finally|afterwards)[ ]$")
# An entry of a diary: letters at the beginning of a cell or line, before what was done.
_ENTRY_BEFORE = regex.compile(r"(?:^|[\n\t])[ ]*(?:[\d./:-]+[ ])*$")
_ENTRY_BEHIND = regex.compile(
    r"[ ](?:visit(?:s|ed)?|calls?|called|phoned|contact|review|text(?:s|ed)?|emails?|emailed|saw|met|seen"
    r"|rang|wrote|chased|closed|checked|in|out|absent|present|away|late|off|back)\b"
)
_LETS = regex.compile(r"\b(?:let|lets|letting|made|makes|watched|watching|helped|heard|asked|told)[ ]$")
_DOES = regex.compile(r"[ ]\p{Ll}{2,}")
_VERSION = regex.compile(r"(?<!\p{L})(?:[Vv](?:ersion)?[ ]?\d+(?:\.\d+)?|[Dd]raft[ ]\d*)[ ,:-]{1,2}$")
_BRACKET = regex.compile(r"(?P<word>\p{L}+)[ ]\($")
_DONE = regex.compile(r"(?:\p{Ll}ed|out|off|up|in|seen|sent|done|put|given|taken|made|written|signed)[ ]\($")
_SIGNED = regex.compile(r"[.!?\"'\u201d][ ]?[-\u2013\u2014][ ]?$")
_DATED = regex.compile(r"[ ]\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}(?!\d)")  # "SN 08.09.08 review of weight"
_SIGNED_BY = regex.compile(r"\b(?:[Ss]igned|[Cc]ountersigned|[Ii]nitialled)(?:[ ]by)?[ ]$")
_ENDS = regex.compile(r"[ ]*(?:\n|$)")
_OPENS = regex.compile(r"[ (][\"'\u201c]$")
_IN_QUOTES = regex.compile(r"[\"'\u201d][ ](?:in|on|throughout|here|below|above|hereafter|elsewhere)\b")
_OF_RECORDS = regex.compile(
    r"[\"'\u201d][ ](?:in|on|throughout)[ ](?:the|their|his|her|our)[ ](?:\p{L}+[ ])?"
    r"(?:records?|notes|files?|logs?|chronolog(?:y|ies)|statements?|papers|report|minutes)\b"
)
# The letters by which a case is called: "Action Plan: EH Review", "Chronology (EH)", "RFI EH - late".
_OF_A_REVIEW = regex.compile(r"[ ](?i:review|case|scr|lcspr)\b")
_TITLE_BEFORE = regex.compile(r"(?:^|[\n\t]|:[ ]|[-\u2013][ ])$")
_CASE_BEFORE = regex.compile(r"\b(?:RFI|(?i:chronology|case|review))[ ]\(?$")
_CASE_BEHIND = regex.compile(r"\)|[ ][-\u2013][ ]|[ ]*(?:\n|$)")
# "Calpol 5 ml, given SH, witnessed CB."
_DONE_BY = regex.compile(r"\b(?:given|taken|witnessed|checked|logged|typed)[ ]$")
# A sentence that tells whose initials stand for what: "Entries initialled KH are health visiting, …".
_TELLS_INITIALS = regex.compile(r"[^\n.]*\b[Ii]nitial(?:s|led)\b[^\n.]*")
_KEY = 3  # letters of such a sentence
_TELLS_WHOSE = regex.compile(
    r"[ ](?:is|are|=|[-\u2013]|for)?[ ]?(?!(?:and|or|to|the|by|on|in|of|was|were)\b)\p{Ll}{3}"
)
_DOTTED = regex.compile(r"(?<![\p{L}\p{N}.])(?:\p{Lu}\.[ ]?){1,2}\p{Lu}\.(?=[ ]*(?:\n|$))")
_EVIDENCE = Evidence(
    "letters-in-company", "1", "letters by their place", "letters of a known name where initials stand"
)


@dataclass(frozen=True, slots=True)
class _Call:
    """Letters of full names, those that are likely somebody's elsewhere, those that words explain.

    `people`: by passage, where letters stand that are somebody's.
    """

    known: frozenset[str] = field(repr=False)
    likely: frozenset[str] = field(repr=False)
    explained: frozenset[str] = field(repr=False)
    people: Mapping[str, Sequence[int]] = field(repr=False)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    known = frozenset(letters_of(views, mentions, _STANDINGS))
    if not known:
        return
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    people: dict[str, list[int]] = defaultdict(list)
    likely: set[str] = set()
    for each in mentions:
        span = each.span
        if each.label is not Label.PERSON or each.score < _LEAST_SCORE:
            continue
        letters = _ONLY.fullmatch(texts[span.passage], span.start, span.end)
        if letters is not None:
            people[span.passage].append(span.start)
            likely.update([letters[0]] if each.score >= _LIKELY_SCORE else [])
    explained = frozenset(found.upper() for found in defined_letters(views))
    call = _Call(known, frozenset(likely), explained, people)
    taken = taken_by(mentions)
    for view in views:
        for reading in view.first:
            places = [(reading, *span) for span in _in_reading(reading, call)]
            yield from people_where_free(places, taken, _ASKED, _EVIDENCE)


def _in_reading(reading: Reading, call: _Call) -> Iterator[tuple[int, int]]:
    text = reading.text
    keyed = frozenset(_in_keys(text)) if "nitial" in text else frozenset()
    for match in _BARE.finditer(text):
        is_known = match[0] in call.known
        if (
            match.start() in keyed
            or (is_known and _may_be_somebody(reading, match, call))
            or _is_spoken_of(text, match)
        ):
            yield match.span()
    for match in _DOTTED.finditer(text):
        is_signed = _SIGNED.search(text, max(0, match.start() - 4), match.start())
        if is_signed and match[0].replace(".", "").replace(" ", "") in call.known:
            yield match.span()


def _in_keys(text: str) -> Iterator[int]:
    """Give where letters begin in a sentence that tells of the initials of several."""
    for told in _TELLS_INITIALS.finditer(text):
        letters = [
            each for each in _BARE.finditer(text, *told.span()) if _TELLS_WHOSE.match(text, each.end())
        ]
        if len(letters) >= _KEY:
            yield from (each.start() for each in letters if not is_explained_here(text, *each.span()))


def _is_spoken_of(text: str, match: regex.Match[str]) -> bool:
    """Tell letters that stand for somebody, named or not: 'Adult E ("SP" in the records)'."""
    if not _is_in_quotes(text, match.start(), match.end()):
        return False
    return _OF_RECORDS.match(text, match.end()) is not None and not is_explained_here(text, *match.span())


def _may_be_somebody(reading: Reading, match: regex.Match[str], call: _Call) -> bool:
    text, (start, end) = reading.text, match.span()
    before = text[max(0, start - 40) : start]
    if is_explained_here(text, start, end) or is_of_a_thing(text, start, end) or has_an_article(text, start):
        return False
    is_signed = _SIGNED.search(before) is not None and _ENDS.match(text, end) is not None
    if _VERSION.search(before) or is_signed or _SIGNED_BY.search(before) or _is_in_quotes(text, start, end):
        return True
    if _DATED.match(text, end) and _ENTRY_BEFORE.search(before):
        return not (is_office(match[0]) or match[0] in call.explained)
    if _is_of_a_case(text, start, end, before) or (_DONE_BY.search(before) and text[end : end + 1] in ",.;"):
        return match[0] not in call.explained
    listed = _LISTED_BEFORE.search(before), _LISTED_BEHIND.match(text, end)
    others = [each["other"] for each in listed if each is not None]
    if is_shouted(text, start, end) and not others:
        return False
    if _THEN.search(before) and others:
        return True
    bracket = _BRACKET.search(before)
    if bracket is not None and text[end : end + 1] == ")":
        return _is_in_brackets(before, bracket["word"], match[0], call)
    if _is_usual(match[0], call):
        return False
    if any(other in call.known and not is_office(other) for other in others):
        return True
    if _LETS.search(before) and _DOES.match(text, end):
        return True
    in_entry = _ENTRY_BEFORE.search(before) is not None and _ENTRY_BEHIND.match(text, end) is not None
    return in_entry and _has_company(reading, start, call)


def _is_of_a_case(text: str, start: int, end: int, before: str) -> bool:
    """Tell letters by which a case is called, in a title or a subject."""
    if _OF_A_REVIEW.match(text, end) is not None:
        return _TITLE_BEFORE.search(before) is not None
    return _CASE_BEFORE.search(before) is not None and _CASE_BEHIND.match(text, end) is not None


def _is_in_quotes(text: str, start: int, end: int) -> bool:
    """Tell letters that a text speaks of: '("SP" in the records)'."""
    return (
        _OPENS.search(text, max(0, start - 3), start) is not None and _IN_QUOTES.match(text, end) is not None
    )


def _is_in_brackets(before: str, word: str, letters: str, call: _Call) -> bool:
    """Tell letters behind a post that they do not shorten, "health visitor (SW)", or behind what was done."""
    if word.casefold() in words("post-words"):
        firsts = "".join(each[0] for each in before.rstrip(" (").split()[-len(letters) :]).upper()
        return firsts != letters
    return _DONE.search(before) is not None and not _is_usual(letters, call)


def _is_usual(letters: str, call: _Call) -> bool:
    plain = letters.casefold()
    if letters in call.explained or is_office(letters):
        return True
    is_listed = is_short_form(letters) or is_small_word(plain) or plain in words("known-letters")
    return is_listed and letters not in call.likely


def _has_company(reading: Reading, start: int, call: _Call) -> bool:
    """Tell whether other letters of the line are somebody's."""
    text = reading.text
    low, high = text.rfind("\n", 0, start), text.find("\n", start)
    high = high if high >= 0 else len(text)
    return any(low < at < high and at != start for at in call.people.get(reading.passage.id, ()))


RECOGNISER = FollowUpRecogniser(
    name="letters-in-company",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("Mrs Sue Wang came.\n\nThe health visitor (SW) weighed him.", ("SW",)),
        Example("Mrs Sue Wang and Mr Tom Quill came.\n\nEach worker, TQ, then SW, opened it.", ("SW",)),
        Example("Mrs Sue Wang came.\n\nVersion control: v1 SW, v2 with comments", ("SW",)),
        Example("Mrs Sue Wang came.\n\nACTION PLAN: SW REVIEW\n\nCalpol, given SW, late.", ("SW", "SW")),
    ),
    near_misses=(
        "Mr Sam Ward came.\n\nThe social worker (SW) rang, then the SW left.",
        "Mr Tom Quill came.\n\nAction Plan: SW review. Chronology (GP). Calpol, given SW, late.",
        "Mr Sam Ward came.\n\nSW visit. GP, SW in. I let SW know.",
        "The health visitor (SW) weighed him.",
    ),
)
