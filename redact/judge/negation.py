"""Whether a sentence says of a thing that it was not done.

`denied` errs towards no: a denial that it does not see leaves the thing said, one that it sees wrongly makes
a finding that somebody must decide. What remains: irony, and denials in another sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from redact.values.folding import fold

__all__ = ["DENIES", "denied"]

_TOKEN = re.compile(r"[^\W_]+|[,;:()?]")
_MARKS = frozenset(",;:()?")
_REACH = 12  # words on each side in which a denial is looked for


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NOT = _set(
    "not never cannot cant didnt doesnt dont wasnt werent isnt arent hasnt havent hadnt couldnt wouldnt wont"
)
_NO = _set("no none neither nor nobody nothing without lack lacks lacked lacking absence")
_UNABLE = _set(
    "unable impossible failed fails failing failure refused declined omitted omits neglected forgot excludes"
)
DENIES = _NOT | _NO | _UNABLE
# "not only", "no doubt": what seems to deny, and does not.
_SPARED = _set(
    "only just merely simply least limited confined doubt less fewer later more matter exception delay"
    " prejudice hesitation surprisingly uncommon always fully necessarily entirely wholly sooner"
)
_BREAKS = _set(
    "; : but although though whereas because since which who whom whose that when while where if unless until"
    " after before as so however"
)
_AND = _set(", and or")
_PUT = _set("left taken")
_SOFT = _set(", and ( )")
_BE = _set("is are was were be been being")
_HAVE = _set("has have had")
_DO = _set("did does do")
_MODAL = _set("can could will would may might shall should must")
_AUX = _BE | _HAVE | _DO | _MODAL | _NOT - {"not", "never"}
_SUBJECTS = _set("the a an each every all this these those our its his her their some both most")
_PRONOUNS = _set("he she they we it i there then instead")
_WROTE = _set("wrote made gave set held met took found drew read saw went led")
# Of what a subject is, not of whether it was done: "the author was not involved in the case".
_STATES = _set(
    "involved employed responsible known aware related connected a an the in on at of for part due intended"
    " meant designed line one any able accountable managed based"
)
_HAPPEN = _set("take happen occur form exist apply feature proceed arise appear follow go")
_HAPPENED = _set("taken happened occurred formed existed applied appeared arrived begun emerged")
_REMAINS = _set("remain remains remained stays stayed")
_CAME = _set(
    "received obtained provided produced completed finished supplied made written forthcoming submitted"
)
_SUBJECT_WORDS = 3  # a thing that begins so early is what its sentence is about
_WANTING = _set(
    "missing absent lacking omitted awaited outstanding unavailable incomplete blank pending withheld waived"
    " impossible refused declined none nil tbc tba excluded removed"
)
_LATER = _set("added inserted attached supplied completed confirmed written agreed follow provided drafted")
_ASIDE = _set(", however still sadly therefore also yet unfortunately regrettably though itself themselves")
_EVIDENCE = _set("evidence record records indication sign confirmation suggestion")


def denied(text: str, first: int, last: int, *, inside: bool = True) -> bool:
    """Tell whether the words from `first` to `last` (half-open, counted as `words_of` does) are denied.

    Args:
        text: one sentence.
        inside: whether a denial among these words counts; not where the phrase itself has it.
    """
    tokens = _TOKEN.findall(_plain(text))
    places = [at for at, token in enumerate(tokens) if token not in _MARKS]
    if last > len(places) or first >= last:
        return False
    begin, end = places[first], places[last - 1] + 1
    if inside and any(_denies(tokens, at) for at in range(begin, end)):
        return True
    return _before(tokens, begin, end) or _after(
        tokens, end, subject=first <= _SUBJECT_WORDS and not _AUX & {*tokens[:begin]}
    )


def _plain(text: str) -> str:
    return fold(text).text.replace("'", "").replace("n/a", "none")


def _denies(tokens: Sequence[str], at: int) -> bool:
    if tokens[at] not in DENIES:
        return tokens[at] == "yet" and tokens[at + 1 : at + 2] == ["to"]
    following = tokens[at + 1 : at + 3]
    if tokens[at] in ("no", "not", "without") and following and following[0] in _SPARED:
        return False
    # "whether or not"; "did not fail to" denies nothing.
    if tokens[at - 1 : at] == ["or"] and tokens[max(0, at - 2) : at - 1] == ["whether"]:
        return False
    return not (tokens[at] in _NOT and any(word in ("fail", "omit", "neglect") for word in following))


def _before(tokens: Sequence[str], begin: int, end: int) -> bool:
    """Look for a denial before the thing, in its own clause."""
    soft: list[int] = []
    words = 0
    for at in range(begin - 1, -1, -1):
        token = tokens[at]
        if _denies(tokens, at):
            return not (soft and _own_clause(tokens, at, soft, (begin, end)))
        if token in _BREAKS and not (token == "that" and _EVIDENCE & {*tokens[max(0, at - 3) : at]}):  # noqa: S105
            return False
        if token in _SOFT:
            soft.append(at)
        elif token not in _MARKS:
            words += 1
            if words >= _REACH:
                return False
    return False


def _own_clause(tokens: Sequence[str], cue: int, soft: Sequence[int], thing: tuple[int, int]) -> bool:
    """Tell whether the thing has a clause of its own, behind a comma or "and" that follows the denial."""
    begin, end = thing
    nearest, farthest = soft[0], soft[-1]
    between = tokens[nearest + 1 : begin]
    if between and (between[0] in _PRONOUNS or between[0] in _AUX):
        return True
    has_verb = any(word.endswith("ed") or word in _WROTE or word in _AUX for word in between[1:])
    subject = bool(between) and between[0] in _SUBJECTS
    if subject and has_verb:
        return True
    if not any(word in _AUX for word in _words_after(tokens, end, 4)):
        return False
    bound = tokens[cue] in _NOT or tokens[cue] in _UNABLE or (cue > 0 and tokens[cue - 1] in _AUX)
    return bound or subject or any(word in _AUX for word in tokens[cue + 1 : farthest])


def _words_after(tokens: Sequence[str], at: int, number: int) -> list[str]:
    found: list[str] = []
    for token in tokens[at:]:
        if token in _MARKS or len(found) == number:
            break
        found.append(token)
    return found


def _after(tokens: Sequence[str], end: int, *, subject: bool) -> bool:
    """Look for a denial behind the thing: "was not written", "is missing", "to follow"."""
    rest = list(tokens[_over_brackets(tokens, end) :])
    if rest[:1] == [":"]:
        rest = rest[1:]
    if rest and (rest[0] in _NOT or rest[0] in _WANTING):
        return not (len(rest) > 1 and rest[1] in _SPARED)
    if rest[:1] == ["to"] and _to_come(rest[1:]):
        return True
    for at, token in enumerate(rest[:_REACH]):
        if token in _AUX:
            return _verb_denies(token, rest[at + 1 :]) or _but_never(rest[at + 1 :])
        if token in ("need", "needs"):
            return rest[at + 1 : at + 2] == ["to"] and _to_come(rest[at + 2 :])
        if token in _REMAINS:
            return bool(rest[at + 1 :]) and rest[at + 1] in _WANTING
        # "Ethnicity, religion and culture were not …": the thing is one of several.
        listed = subject and token in (",", "and", "or")
        if (
            token in _BREAKS
            or (token in _SOFT and not listed)
            or (at and token in _SUBJECTS and rest[at - 1] in _AND)
        ):
            return False
    return False


def _but_never(rest: Sequence[str]) -> bool:
    """Tell whether it was wanted and never came: "was asked for but was not received"."""
    for at, token in enumerate(rest[:_REACH]):
        if token == "but":  # noqa: S105
            following = [word for word in rest[at + 1 : at + 6] if word not in _BE and word not in _HAVE]
            if following[:1] and following[0] in _NOT:
                following = following[1:]
            elif not (rest[at + 1 : at + 2] and rest[at + 1] in _NOT):
                return False
            return bool(following) and following[0] in _CAME
    return False


def _over_brackets(tokens: Sequence[str], end: int) -> int:
    """Step over what is put in between: "(…)", or ", …," where the verb follows."""
    if tokens[end : end + 1] == ["("] and ")" in tokens[end:]:
        return tokens.index(")", end) + 1
    if tokens[end : end + 1] == [","]:
        for at in range(end + 1, min(end + 18, len(tokens) - 1)):
            if tokens[at] == "," and tokens[at + 1] in _AUX:
                return at + 1
    return end


def _verb_denies(verb: str, rest: Sequence[str]) -> bool:
    negative = verb in _NOT
    following = [word for word in rest[:9] if word not in _ASIDE]
    if following[:1] and following[0] in ("not", "never", "no"):
        negative, following = True, following[1:]
    if following[:1] and (following[0] in _WANTING or (following[1:2] == ["out"] and following[0] in _PUT)):
        return True
    if not negative:
        gone = following[:1] == ["been"] and bool(following[1:]) and following[1] in _WANTING
        return gone or _not_so_yet(verb, rest)
    if following[:1] and following[0] in _SPARED:
        return False
    passive = bool(following) and following[0] in _BE
    following = [word for word in following if word not in _BE]
    if not following or following[0] in _MARKS:
        return True
    if verb in _BE or verb in ("wasnt", "werent", "isnt", "arent") or passive:
        return following[0] not in _STATES
    if verb in _HAVE or verb in ("hasnt", "havent", "hadnt"):
        return following[0] in _HAPPENED
    return following[0] in _HAPPEN


def _not_so_yet(verb: str, rest: Sequence[str]) -> bool:
    if verb in _MODAL and list(rest[:2]) == ["have", "been"]:  # "should have been written"
        return verb in ("should", "would", "could")
    if verb == "will":
        return _to_come(rest) or list(rest[:1]) == ["follow"]
    if list(rest[:2]) == ["yet", "to"] or list(rest[:2]) == ["still", "to"]:
        return True
    return list(rest[:1]) == ["to"] and _to_come(rest[1:])


def _to_come(rest: Sequence[str]) -> bool:
    return list(rest[:1]) == ["follow"] or (list(rest[:1]) == ["be"] and bool(_LATER & {*rest[1:2]}))
