"""Names beside a practitioner's role: "SW Karen Whitfield", "the social worker, Ida, said", "Ida (midwife)".

Roles come from `rules/lists/roles.txt`; what is usual with a capital, from `known-capitals.txt`. What
remains: a role that is in no list, and one word in capitals behind a role in capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.beside import (
    Phrase,
    does,
    goes_on,
    is_known,
    is_like_a_body,
    is_shouted,
    name_before,
    names_behind,
    phrases_after,
    phrases_before,
)
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.lists import kinds, words
from redact.recognise.names import Name, name_words, read_name, stop_words, title_words
from redact.recognise.openers import acts
from redact.recognise.plain_words import is_plain, is_seldom_a_name
from redact.values.people import Label

__all__ = ["RECOGNISER"]

# What closes a name of one word that stands in commas or brackets.
_CLOSED = regex.compile(r"'s?\b|[ ]?[,.;:)\]/]|[ ](?:and|or|who|at|from|of|-)\b|\s*$|[ ]-|[ ]\(")
_ROLE_CLOSED = regex.compile(r"[ ]?[,.;:)\]]|[ ](?:and|or|who|at|from|for|in|on|with|to|-)\b|\s*$")
# A label in use and the name that it should stand for, on one line: "SW1 Anna Harte".
_LABELLED = regex.compile(
    r"(?<![\p{L}\p{N}_'-])(?P<role>\p{Lu}{2,5})[ ]?\d{1,2}(?:[ ]|[ ]?[:(-][ ]?)(?=\p{Lu}\p{L})"
)
# The first word of a line, when what follows makes it the beginning of something else: "Read & agreed by".
_OPENS_LINE = regex.compile(
    r"\n[ ]?(?:(?P<joined>Co-\p{Ll}+)|(?P<word>\p{Lu}\p{Ll}+)(?=[ ](?:&|and|by|of|to)[ ]|[ ]?:))"
)
_WRAPPED = 72  # letters of a line that was perhaps broken where it was full
# Houses are called by a forename and one of these: a person decides.
_HOUSES = ("house", "lodge", "home", "ward", "unit", "nursery", "school")
_BOTH = "a name beside a label that should stand for it"
# "Church, the social worker, closed it": between the commas of an apposition, whatever else the word means.
_ASKED = 0.45
_WORD_AND_ROLE = "a word beside a practitioner's role, of whom is told what somebody did"
_DID = regex.compile(
    r"[ ](?:\p{Ll}{2,}ed|was|has|had|did|does|would|could|will|then|also|later|read|wrote|spoke|gave|took"
    r"|made|saw|knew|thought|felt|found|left|kept|held|sat|stood|began|put|sent|met)\b"
)
# "through Church, his solicitor"
_SOMEBODYS = regex.compile(r",[ ](?:his|her|their|my|our)[ ](?:own[ ]|new[ ]|old[ ]|former[ ]|then[ ])?$")
_WORD_BEFORE = regex.compile(
    r"(?<![\p{L}\p{N}'-]|\p{Lu}[\p{L}'-]*[ ]|\b(?i:the|an?|at|to|in|from|of|near|for|by|on|this|each)[ ])"
    r"(?P<word>\p{Lu}\p{Ll}{2,})$"
)
_WORD_BEHIND = regex.compile(r",[ ](?P<word>\p{Lu}\p{Ll}{2,})(?=,)")
_BEHIND = "a name behind a practitioner's role"
_BEFORE = "a name directly before a practitioner's role"


def _find(text: str) -> Iterator[Claim]:
    for phrase in phrases_before(text, "roles"):
        for name in names_behind(text, phrase):
            score = _score_behind(text, phrase, name)
            if score:
                end = _end_in_line(text, phrase, name)
                yield Claim(name.start, end, Label.PERSON, score, score, "role and name", _BEHIND)
        word = _WORD_BEHIND.match(text, phrase.end) if phrase.joint == "comma" else None
        if word is not None and _may_bear(word["word"]) and _closes_and_acts(text, word.end("word")):
            start, end = word.span("word")
            yield Claim(start, end, Label.PERSON, _ASKED, _ASKED, "word and role", _WORD_AND_ROLE)
    for label in _LABELLED.finditer(text):
        if kinds("roles").get(label["role"]) == "short":
            owner = read_name(text, label.end(), min(len(text), label.end() + 60), most=4)
            if owner is not None and owner.words > 1 and not _is_post(text, owner):
                yield Claim(owner.start, owner.end, Label.PERSON, 0.75, 0.75, "label and name", _BOTH)
    for phrase in phrases_after(text, "roles"):
        closed = _ROLE_CLOSED.match(text, phrase.end) is not None
        before = name_before(text, phrase.place, single=closed)
        if before is not None:
            score = 0.75 if before.words > 1 else 0.65
            yield Claim(before.start, before.end, Label.PERSON, score, score, "name and role", _BEFORE)
        elif phrase.joint == "comma" and (
            _closes_and_acts(text, phrase.end) or _SOMEBODYS.search(text, phrase.place, phrase.start)
        ):
            word = _WORD_BEFORE.search(text, max(0, phrase.place - _WRAPPED), phrase.place)
            if word is not None and _may_bear(word["word"]):
                start, end = word.span("word")
                yield Claim(start, end, Label.PERSON, _ASKED, _ASKED, "word and role", _WORD_AND_ROLE)


def _closes_and_acts(text: str, end: int) -> bool:
    """Tell whether an apposition closes at `end`, and what somebody did or does stands behind the comma."""
    return text[end : end + 1] == "," and (acts(text, end + 1) or _DID.match(text, end + 1) is not None)


def _may_bear(word: str) -> bool:
    plain = word.casefold()
    nobodys = stop_words() | title_words() | words("post-words") | words("small-words")
    return not (plain in nobodys or plain in kinds("kinship") or plain in kinds("roles"))


def _end_in_line(text: str, phrase: Phrase, name: Name) -> int:
    """Give where a name ends: two words in a short line are whole before a line of something else."""
    line = text.find("\n", name.start, name.end)
    if line < 0 or line - text.rfind("\n", 0, phrase.start) > _WRAPPED or " " not in text[name.start : line]:
        return name.end
    opens = _OPENS_LINE.match(text, line)
    if opens is None or not (opens["joined"] or is_plain(opens["word"]) or is_seldom_a_name(opens["word"])):
        return name.end
    return line if line == name.start + len(text[name.start : line].rstrip()) else name.end


def _score_behind(text: str, phrase: Phrase, name: Name) -> float:
    """Give a score, 0 where the words are no name."""
    if is_shouted(text, phrase):
        return 0.65
    if is_like_a_body(text[name.start : name.end]):
        return 0.55 if text[name.start : name.end].casefold().endswith(_HOUSES) else 0.65
    titled = phrase.kind == "short" or text[phrase.end - 1].isupper() or _is_titled(text, phrase)
    if name.words > 1:
        return 0.75 if phrase.joint == "comma" else 0.85
    ordinary = text[name.start : name.end].casefold() in name_words()
    is_plain = ordinary and phrase.joint == "space" and not does(text, phrase.start, name.end)
    if titled and (goes_on(text, name) or is_plain):
        return 0.0
    if phrase.joint in ("comma", "bracket", "dash") and not _CLOSED.match(text, name.end):
        return 0.0
    return 0.65 if phrase.joint == "comma" or titled or ordinary else 0.75


def _is_post(text: str, name: Name) -> bool:
    """Tell whether words with capitals are a post, an agency or a street, and no name."""
    every = text[name.start : name.end].casefold().split()
    return (
        all(map(is_known, every))
        or every[-1] in words("agency-words")
        or every[-1] in words("street-name-words") | frozenset(kinds("street-types"))
    )


def _is_titled(text: str, phrase: Phrase) -> bool:
    """Tell whether the last word of the phrase has a capital, as in a heading or the name of a form."""
    last = text[phrase.start : phrase.end].split()[-1]
    return last[0].isupper() and phrase.start + len(last) < phrase.end


RECOGNISER = TextRecogniser(
    name="roles",
    version="1",
    labels=(Label.PERSON,),
    find=_find,
    examples=(
        Example("It was passed to SW Karen Whitfield on the day.", ("Karen Whitfield",)),
        Example("Independent Reviewing Officer Tom Vesey chaired it.", ("Tom Vesey",)),
        Example("seen by health visitor Anna Harte at home", ("Anna Harte",)),
        Example("The social worker, Karen, said so.", ("Karen",)),
        Example("Karen Whitfield, social worker, came.", ("Karen Whitfield",)),
        Example("the midwife (Ida Quill) rang", ("Ida Quill",)),
        Example("Ida (midwife) rang.", ("Ida",)),
        Example("the allocated social worker was called Ida", ("Ida",)),
        Example("SOCIAL WORKER KAREN WHITFIELD ATTENDED", ("KAREN WHITFIELD",)),
        Example("social workers Ida Quill and Tom Vesey came", ("Ida Quill", "Tom Vesey")),
        Example("the school nurse Nia O\u2019Brien-Vale", ("Nia O\u2019Brien-Vale",)),
        Example("HV Harte rang", ("Harte",)),
        Example("SW1 Anna Harte", ("Anna Harte",)),
        Example("HV St Anne rang", ("St Anne",)),
        Example("That day Church, the social worker, closed it.", ("Church",)),
        Example("The social worker, Church, closed it.", ("Church",)),
        Example("He declined through Church, his solicitor.", ("Church",)),
    ),
    near_misses=(
        "The Health Visitor Service was told.",
        "At Church, the social worker, it was said, waited. The Court, the social worker, and Police met.",
        "Mother, the social worker, and the Police were there. The social worker, Housing, and Health met.",
        "SOCIAL WORKER TRAINING NEEDS",
        "He came to Court, his solicitor with him. In Church, her solicitor said, nobody wept.",
        "the social worker, Children's Services and the police",
        "Social Worker Monday to Friday",
        "the GP Practice and the PO Box",
        "the social worker, SW1, said so",
        "Independent Reviewing Officer Handbook",
        "On Tuesday, the social worker came.",
        "However, the midwife, who was new, rang.",
        "The nurse told Parent 1.",
        "At Easter, her social worker left.",
        "Child K (social worker SW2)",
        "SW1 Social Worker, HV1 Health Visitor",
        "They went by SW1 Victoria Street.",
    ),
)
