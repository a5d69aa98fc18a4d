"""The letter of somebody's other name behind a name: "lucky h: are you in?", "Dizon A chairing", "love g".

Who is called so elsewhere with that other name is known by both; the letter is then a part of the name, in
small letters and in capitals. So is a capital directly behind what is found as a name, and a small letter
before a colon. A letter that is a word too (a, I) must be followed by a sign. Behind a post, an unknown word
in capitals with a letter is asked about ("IDVA QUILLHAM B."). What remains: a small letter behind a name that
the documents never hold in full.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from redact.recognise import regex
from redact.recognise.beside import is_known
from redact.recognise.claims import Example, FollowUpRecogniser, mention
from redact.recognise.grids import View
from redact.recognise.names import is_particle, name_words, stop_words, title_words
from redact.recognise.plain_words import is_plain
from redact.recognise.readings import Reading, folded
from redact.recognise.repeat_names import key_of
from redact.recognise.taken import Place, people_where_free, taken_by
from redact.values.people import Evidence, Label, Mention, Standing

__all__ = ["RECOGNISER"]

_LEAST_SCORE = 0.6
_LIKELY, _ASKED = 0.7, 0.45  # where the name is found by itself, and where it is an ordinary word
_STANDINGS = (Standing.PARTICIPANT, Standing.PANEL)
_SHORTEST = 2  # letters of a name
_PAIR = regex.compile(
    r"(?<![\p{L}\p{N}'@_-])(?P<name>\p{L}[\p{L}\p{M}'-]*[\p{L}\p{M}])[ \n](?P<letter>\p{L})"
    r"(?P<sign>\.?(?:[,.;:/)?!\n\t]|[ ]-|$))?(?![\p{L}\p{M}\p{N}'@-])"
)
_POSTED = regex.compile(
    r"(?<![\p{L}\p{N}])(?:PC|DC|DS|DI|PS|SGT|SW|SSW|FSW|HV|MW|SN|CPN|IDVA|ISVA|PO|OM|IRO|TM|DSL|GP|DR)[ ]"
    r"(?P<name>\p{Lu}[\p{Lu}'-]{2,})[ ](?P<letter>\p{Lu})(?=[.,/;:)]|[ ]*(?:\n|\t|$))"
)
_WORDS_TOO = frozenset("aio")  # "o" of drink and of shouting
_WORD = regex.compile(r"\p{L}[\p{L}\p{M}'-]*")
_EVIDENCE = Evidence(
    "letters-behind-names", "1", "letter behind a name", "a name with the letter of its bearer's other name"
)
_OF_A_POST = Evidence(
    "letters-behind-names",
    "1",
    "word and letter behind a post",
    "an unknown word with a letter behind a post",
)


def _find(views: Sequence[View], mentions: Sequence[Mention]) -> Iterator[Mention]:
    letters = _letters(views, mentions)
    people = [each for each in mentions if each.label is Label.PERSON]
    named = {(each.span.passage, each.span.end): each for each in people if each.standing in _STANDINGS}
    taken = taken_by(people)
    for view in views:
        for reading in view.first:
            yield from people_where_free(_behind_posts(reading), taken, _ASKED, _OF_A_POST)
            for match in _PAIR.finditer(reading.text):
                made = mention(reading, match.start(), match.end("letter"), Label.PERSON, _ASKED, _EVIDENCE)
                if made is None or not _is_its_letter(match):
                    continue
                passage, end = made.span.passage, made.span.end
                owner = named.get((passage, end - 2))
                is_borne = match["letter"].casefold() in letters.get(key_of(match["name"]), ())
                is_free = not taken.touches(passage, end - 1, end)
                if is_free and (is_borne or (owner is not None and _may_be_its_own(match))):
                    is_likely = owner is not None and owner.score >= _LEAST_SCORE
                    yield replace(made, score=_LIKELY) if is_likely else made


def _behind_posts(reading: Reading) -> Iterator[Place]:
    for match in _POSTED.finditer(reading.text):
        plain = match["name"].casefold()
        if not (plain in stop_words() or plain in title_words() or is_known(plain) or is_plain(plain)):
            yield reading, match.start("name"), match.end("letter")


def _is_its_letter(match: regex.Match[str]) -> bool:
    """Tell whether a letter is written as the name before it, and is no word of its own."""
    name, letter = match["name"], match["letter"]
    if name.islower() != letter.islower() or (name.islower() and _is_a_word(name)):
        return False
    return match["sign"] is not None or letter.casefold() not in _WORDS_TOO or _is_capital_a(name, letter)


def _is_a_word(name: str) -> bool:
    return name in stop_words() or name in name_words() or is_known(name) or is_plain(name)


def _may_be_its_own(match: regex.Match[str]) -> bool:
    """Tell a capital, or a small letter of whoever speaks next: "anwen q: at 5?"."""
    return match["letter"].isupper() or (match["sign"] or "").endswith(":")


def _is_capital_a(name: str, letter: str) -> bool:
    """Tell "Dizon A chairing": in mid-sentence no article has a capital, unless the line has nothing else."""
    return letter == "A" and not name.isupper()


def _letters(views: Sequence[View], mentions: Sequence[Mention]) -> Mapping[str, set[str]]:
    """Give, by the key of each forename and surname of whole names, the letters of the other."""
    texts = {passage.id: passage.text for view in views for passage in view.document.passages}
    names = {
        texts[each.span.passage][each.span.start : each.span.end]
        for each in mentions
        if each.label is Label.PERSON and each.score >= _LEAST_SCORE
    }
    found: dict[str, set[str]] = defaultdict(set)
    for name in names:
        plain = folded(name)[0]
        parts = [word for word in _WORD.findall(plain) if not is_particle(word)]
        parts = [word for word in parts if word.casefold() not in title_words()]
        if len(parts) > 1 and min(len(parts[0]), len(parts[-1])) >= _SHORTEST:
            for one, other in ((parts[0], parts[-1]), (parts[-1], parts[0])):
                found[key_of(one)].add(key_of(other)[0])
    return found


RECOGNISER = FollowUpRecogniser(
    name="letters-behind-names",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example(
            "Mother: Anwen Quillham\n\nThen quillham\na, and anwen\nq left.", ("quillham\na", "anwen\nq")
        ),
        Example("Mrs Tamsett came.\n\ntamsett m: what time?", ("tamsett m",)),
        Example("Mrs Tamsett came.\n\nPanel, with Tamsett A chairing.", ("Tamsett A",)),
        Example("Mrs Tamsett came.\n\nLABEL READS TAMSETT Q/1.", ("TAMSETT Q",)),
        Example("PERP LEFT. IDVA QUILLHAM B. ACTIONS X4.", ("QUILLHAM B",)),
    ),
    near_misses=(
        "Mother: Anwen Quill\n\nShe bought a quill a day ago.",
        "Mother: Anwen Quill\n\nanwen x, anwen b and quills a, b",
        "Mother: Will Brown\n\nhe will b there and may b late",
        "Worker: Love Garrod\n\nI love g force.",
        "PC PLAN B. HV VISIT A, MW CLINIC C.",
        "Mother: Ida Quill\n\nThen quill i say.",
    ),
)
