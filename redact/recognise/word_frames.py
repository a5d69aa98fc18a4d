"""Where a word that is a name too can only be its bearer: the patterns that `word_bearers.py` weighs.

All texts are folded, letter case kept; each pattern has a group "word", half-open code points of the text.
What remains: a bearer in an ordinary noun's place.
"""

from __future__ import annotations

from redact.recognise import regex

__all__ = [
    "ACTS",
    "AGAIN_BEFORE",
    "AGAIN_BEHIND",
    "BEFORE_LETTER",
    "BRACKET",
    "ENTRY",
    "GOES_ON",
    "KIN_COMMA",
    "LAST_LINE",
    "LET_KNOW",
    "NOT_BEHIND_MODALS",
    "NOW",
    "NO_NAME_BEFORE",
    "OWNS",
    "QUOTED",
    "SEEN",
    "SMALL",
    "SPEAKS",
    "WANTED",
    "WILL_WILL",
    "WRAPPED",
]

_DOES = (
    r"(?:(?:says?|said|tells|told|asks|asked|rings|rang|phoned|texted|emailed|replied|agree[sd]|denie[sd]|disclosed"
    r"|cried|smiled|laughed|slept|refuse[sd]|thinks|thought|wants|wanted|knows|knew|states|stated|reports"
    r"|reported|admitted|apologised|swore|shouted|screamed|wept|drank|ate|visited|spoke|nodded|shrugged)\b"
    r"|(?:hasn't|hadn't|hasnt|hadnt|has|had|didn't|didnt|did[ ]not)[ ](?:rung|phoned|rang|said|told|asked"
    r"|replied|called|come|been[ ](?:seen|told|asked|in)|got[ ]back)\b"
    r"|(?:came|went|left)[ ](?:in|out|back|home|round|after|to[ ]see|with|early|late|again)\b"
    r"|(?:is|was)[ ](?:also[ ]|still[ ]|now[ ])?(?:away|off[ ]sick|on[ ](?:leave|holiday|nights|lates|earlies"
    r"|annual|maternity))\b"
    r"|to[ ](?:ask|ring|call|phone|email|chase|contact|speak|write|check|send|visit"
    r"|liaise|update|draft|attend|refer|arrange|follow|bring|share|find|meet|see)\b)"
)
_BEGINS = r"(?:^|(?<=[\n\t\x00])|(?<=[.?!;][ ])|(?<=[.?!][\"')][ ])|(?<=\s[-\u2013\u2022*][ ]))"
_BEGINS += r"(?:[\d./:-]+[ ]{1,2})*"
ACTS = regex.compile(rf"{_BEGINS}(?P<word>\p{{L}}\p{{Ll}}+)[ ](?=(?P<does>{_DOES}|(?:did|does|has|had)\b))")
# "Will did not", "May is": of the verbs will and may none of these follows.
NOT_BEHIND_MODALS = regex.compile(r"(?:did|does|has|had|\p{L}+(?:s|ed)|said|told|rang|came|went|left|to)\b.*")
NOW = regex.compile(
    r"(?:says|tells|asks|rings|thinks|wants|knows|feels|states|reports|hasn'?t|didn'?t|has)\b.*"
)
SPEAKS = regex.compile(
    r"(?:sa(?:ys|id)|tells|told|ask(?:s|ed)|rings|rang|phoned|texted|agree[sd]|denie[sd])\b"
)
GOES_ON = regex.compile(
    r"[ ](?:in|has|had|was|is|at|rang|said|says|came|went|left|not|there|asleep|out|up)\b"
)
SMALL = regex.compile(r"(?<![\p{L}\p{N}'-])\p{Ll}{3,}(?![\p{L}\p{N}-])")
OWNS = regex.compile(rf"{_BEGINS}(?P<word>\p{{Lu}}\p{{Ll}}+)(?='s[ ](?P<owned>[\p{{Ll}}-]+))")
WILL_WILL = regex.compile(r"(?:^|[\n.?!][ ]?)Will[ ](?P<word>Will)(?=[ ])")
BRACKET = regex.compile(
    r"(?<![\p{L}\p{N}'-])(?P<word>\p{L}\p{Ll}+)(?=[ ]\((?:[\p{Ll}']+[ ]){0,3}(?P<who>[\p{L}-]{2,20})[),;])"
)
# "on Wednesday (mum)" is a day, "the bill (dad)" a bill.
NO_NAME_BEFORE = regex.compile(
    r"\b(?:on|since|until|till|til|by|every|each|last|next|this|that|the|an?|his|her|their|our|my|no|any|some|of"
    r"|in|from|during|to|for|at|late|early|per|good|with)[ ]$|[\d,/&-][ ]?$",
    regex.IGNORECASE,
)
KIN_COMMA = regex.compile(
    r"(?<!\p{L})(?P<kin>\p{Ll}[\p{Ll}-]+),[ ](?P<word>\p{Lu}\p{Ll}+)"
    r"(?=(?P<told>,[ ](?:who\b|\p{Ll}+(?:s|ed)[ ]|was[ ]))|[.;)]|[ ]*(?:\n|$))"
)
LET_KNOW = regex.compile(r"\b[Ll]et[ ](?P<word>\p{Lu}\p{Ll}+)(?=[ ]know\b)")
BEFORE_LETTER = regex.compile(
    r"(?<![\p{L}\p{N}'.-])(?P<word>\p{Lu}\p{Ll}+[ ]\p{Lu}\.)(?![\p{L}.]|[ ](?:\p{Lu}\p{Ll}|\d))"
)
QUOTED = regex.compile(
    r"(?<=[ (][\"'\u201c])(?P<word>\p{Lu}\p{Ll}+)"
    r"(?=[ ](?:or[ ](?:some[ ]?such|something|similar|other)|somebody|someone|something)\b)"
)
WANTED = regex.compile(
    r"\b(?:perp|susp|vic|offender|suspect|defendant|accused|alleged[ ]perpetrator)\b[.:]?[ ]"
    r"(?P<word>\p{Lu}\p{L}+)(?=[,.;(]|[ ]\()"
)
SEEN = regex.compile(
    r"(?<!\p{L})(?:seen|saw|met|told|rang|visited)[ ](?P<word>\p{Ll}+)"
    r"(?=[ ](?:at[ ]home|today|yesterday|at[ ]school|this|again|alone|in[ ]clinic)\b)"
)
LAST_LINE = regex.compile(r"(?<=[.?!,)x][ ]*\n{1,2}[ ]*)(?P<word>\p{L}\p{Ll}+)(?=(?:[ ]x+)?[ ]*$)")
AGAIN_BEFORE = regex.compile(
    r"(?:^|[\n\t.?!:;][ ]?|\b(?i:seen|saw|met|told|tell|rang|ring|asked|ask|visited|and|with|from|by|if|when"
    r"|but"
    r"|that|let|called|did|does|says|said)[ ])$"
)
AGAIN_BEHIND = regex.compile(
    rf"[ ](?={_DOES})|'s[ ]\p{{Ll}}|[ ](?:is|was|has|had|and|not|at|there|here|again|today|rang|bin|been)\b"
    r"|[.,;?!\n)]|$"
)
# A sentence that goes on in the next line.
WRAPPED = regex.compile(r"[\p{Ll},][ ]?\n[ ]*$")
ENTRY = regex.compile(
    r"(?:^|\n)[ ]*\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?[ \t]+(?P<word>\p{Lu}\p{Ll}+)(?=[ ]\p{Ll})"
)
