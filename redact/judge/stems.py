"""Words of recommendations and statements in one form, so that another wording of the same is known again.

Endings are cut, and words that reviews use for one another count as one. It is coarse on purpose: two words
are compared, never shown. What remains: a thing said in quite other words.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

__all__ = ["NUMBERS", "STOP", "content_of", "stem"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


STOP = _set(
    "a an the this that these those which who whom whose what when where why how if whether it its itself"
    " they them their theirs he him his she her hers we us our ours you your i me my and or but nor so yet"
    " for of to in on at by with from into onto upon within without over under about as than then there"
    " here out up down off between among through during before after above below is are was were be been"
    " being am do does did done has have had having can could may might must shall should will would ought"
    " need needs needed not no all any each every both either other others another such same some more"
    " most much many few own only also just very too quite rather ensure ensures ensured ensuring sure"
    " consider considers considered seek seeks recommend recommends recommended recommendation"
    " recommendations action actions following regard relation including include includes appropriate"
    " appropriately relevant effective effectively robust clear clearly steps step take takes taken taking"
    " place order way ways be made make makes making per via etc well use they're one's whose whereby"
    " therefore however further furthermore future now still ever"
)
_PAIRS = (
    "wrote=write written=write writes=write writing=write told=tell gave=give given=give giving=give"
    " held=hold kept=keep saw=see seen=see rang=ring rung=ring met=meet children=child childrens=child"
    " childs=child women=woman men=man policies=policy analyses=analysis led=lead sent=send found=find"
    " knew=know known=know went=go taught=teach spoke=speak spoken=speak chose=choose brought=bring"
    " visitor=visitor visitors=visitor visiting=visitor midwives=midwife midwifery=midwife"
    " worker=worker workers=worker social=social trainee=trainee minutes=minutes minute=minute"
    " partner=partner partners=partner partnership=partnership"
    " care=care cares=care caring=care cared=care carer=carer carers=carer carry=carry carries=carry"
    " carried=carry carrying=carry"
)
_IRREGULAR = dict(pair.split("=") for pair in _PAIRS.split())
_ENDING_LIST = (
    "isations isation izations ization ations ation ments ment ising izing ised ized ises izes ise"
    " ize ating ated ates ate ions ion ings ing ances ance ences ence ies ied ers ors er or ively ive"
    " ally als al ed es ly s e y"
)
_ENDINGS = tuple(_ENDING_LIST.split())
_LEAST = 3  # letters that stay
# Each line is one meaning; its first word stands for it.
_ALIKE = (
    "create develop produce prepare draw draft design introduce establish set write agree devise formulate",
    "improve strengthen enhance raise increase better",
    "give provide offer supply deliver issue",
    "tell inform notify advise alert",
    "review evaluate examine revisit reconsider revise refresh update",
    "audit check sample test verify scrutinise",
    "monitor oversee track",
    "remind reiterate reinforce emphasise stress",
    "train training teach educate learn",
    "share exchange pass circulate disseminate distribute",
    "ring telephone phone call",
    "record document log note register",
    "staff worker practitioner professional employee personnel workforce clinician",
    "policy procedure protocol pathway guidance guideline",
    "stop end cease discontinue halt",
    "start begin commence launch",
    "request ask require invite",
    "child baby infant boy girl",
    "report notification",
    "partnership board lscb scb lscp",
    "home address household house",
    "escalate challenge",
    "quickly promptly timely speedily swiftly immediately",
    "attend attendance",
    "supervise supervision supervisor",
    "yearly annually annual year",
    "monthly month",
    "weekly week",
    "council authority",
    "choose choice",
    "tenant tenancy",
)
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_TENS = {"once": "1", "twice": "2", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60"}
NUMBERS = {word: str(number) for number, word in enumerate(_COUNTED.split())} | _TENS


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """Give the form in which a folded word is compared with others."""
    if word in NUMBERS:
        return NUMBERS[word]
    cut = _cut(_IRREGULAR.get(word, word))
    return _MEANING.get(cut, cut)


def content_of(words: Iterable[str]) -> tuple[str, ...]:
    """Give the stems of the words that say something, in their order."""
    return tuple(stem(word) for word in words if word not in STOP)


@lru_cache(maxsize=32768)
def _cut(word: str) -> str:
    if not word.isalpha() or word in _IRREGULAR.values():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _LEAST and word[-1:] == word[-2:-1] and word[-1] not in "lsf" else word


_MEANING = {
    _cut(_IRREGULAR.get(word, word)): _cut(_IRREGULAR.get(line.split()[0], line.split()[0]))
    for line in _ALIKE
    for word in line.split()
}
