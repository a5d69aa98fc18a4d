"""Passive verbs: a form of "to be" with a participle, "was subsequently seen" and "had not been told".

Each form of "to be" counts once, however many participles hang on it. What remains: a passive made with
"got", one without its "to be" ("seen by a nurse, she went home"), a question, and the odd adjective that
looks like a participle.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["passives"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BE = _set("is are was were be been being am isnt arent aint wasnt werent")
# What may stand between the two; words in -ly may too.
_BETWEEN = _set(
    "not never also then still often always again already just only first both all ever even now later soon"
    " further once twice sometimes seldom rarely perhaps however therefore thus in turn fact too so well at"
    " yet themselves itself himself herself either neither nor indeed nevertheless meanwhile instead rather"
    " very much more most less quite almost jointly part times no longer by re co over under mis pre self"
    " subsequently initially further least last first alone thereafter afterwards consequently"
)
_REACH = 5  # words between, "to be" inside the chain among them
_IRREGULAR = _set(
    "seen told given taken made held done found kept left sent put set brought taught thought written spoken"
    " driven hit beaten shown drawn begun built bought caught chosen cut dealt fed felt forgotten heard"
    " hidden led lent lost met paid read run said sold shot shut spent struck sworn thrown torn understood"
    " undertaken withdrawn worn won overseen undergone overheard overtaken laid lit bitten bound cast fought"
    " flown forbidden forgiven frozen hung mistaken overridden ridden rung sought shaken slain slid split"
    " spread stolen stuck sung sunk swept swung thrust upheld withheld woken wound woven bet bid blown burnt"
    " learnt spelt spilt spoilt foreseen retold rewritten redrawn rebuilt misread misunderstood misled"
    " overpaid offset outweighed overcome unmade undone hurt broken bred known bitten sat spat"
)
# Adjectives that look like participles, and participles that say how somebody is and not what was done:
# passive only where it is said by whom.
_STATES = _set(
    "tired married divorced separated worried concerned interested pleased excited frightened scared ashamed"
    " aged experienced qualified skilled committed dedicated determined related involved located based born"
    " retired employed disabled distressed upset bored confused surprised disappointed satisfied relaxed"
    " exhausted gifted advanced complicated limited isolated detailed engaged delighted annoyed embarrassed"
    " depressed stressed overwhelmed relieved shocked horrified puzzled bewildered alarmed amazed convinced"
    " devoted dressed educated talented troubled bruised crowded opposed accustomed entitled known hurt"
    " intoxicated preoccupied mixed varied overcrowded haphazard united agitated motivated guarded reserved"
    " subdued estranged bereaved deceased soiled stained cluttered overjoyed drunk undernourished dehydrated"
    " malnourished sat broken aroused"
)
# Never, not even with "by".
_NEVER = _set(
    "need indeed speed breed feed seed weed greed creed deed exceed proceed succeed hundred kindred red bed"
    " sled bleed sacred naked wicked ragged rugged crooked supposed hatred aged"
)
# "Unaccompanied" is no verb; "undermined" is one.
_UN = _set(
    "undermined uncovered underlined undervalued underestimated unlocked understated underpinned untied"
)


def passives(words: Sequence[str]) -> int:
    """Count the passive verbs among the words of one sentence, as `phrases.words_of` gives them."""
    if _BE.isdisjoint(words):
        return 0
    count, at, last = 0, 0, len(words)
    while at < last:
        if words[at] not in _BE:
            at += 1
            continue
        start = at
        at += 1
        while at < last and at - start <= _REACH and _may_stand_between(words[at]):
            at += 1
        count += at < last and _is_participle(words, at)
    return count


def _may_stand_between(word: str) -> bool:
    return word in _BETWEEN or (word.endswith("ly") and len(word) > 4)


def _is_participle(words: Sequence[str], at: int) -> bool:
    word = words[at]
    if word in _NEVER or (word.startswith("un") and word.endswith("ed") and word not in _UN):
        return False
    behind = words[at + 1] if at + 1 < len(words) else ""
    if word in _STATES:
        return behind == "by"
    if word == "used":
        return behind != "to"
    return word in _IRREGULAR or (word.endswith("ed") and len(word) > 3)
