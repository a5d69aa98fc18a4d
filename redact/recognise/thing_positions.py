"""What stands beside the name of a thing and shows its kind: a system's report, a bill, a club's shirt.

Kinds are those of `rules/lists/things-like-names.txt`. What remains: a word that stands beside people too.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from redact.recognise import regex

__all__ = ["COMMON", "before", "behind"]

COMMON = ", a common name"  # of kinds whose words a noun behind them shows alone
_EXPLAINED = frozenset({"system", "test"})  # glossaries explain them: a cell's end may stand between
# Nouns behind a word that show its kind: "Merlin ref", "Chelsea shirt", "Frozen pyjamas".
_BEHIND: Mapping[str, str] = {
    "system": (
        r"(?:community|police|hospital|crime|case)[ ](?:records?|systems?|databases?)\b"
        r"|refs?\b|reference\b|reports?\b|records?\b|rec'?d\b|received\b|entr(?:y|ies)\b|no\b|number\b"
        r"|numbers\b|logs?\b|checks?\b|search(?:es)?\b|notifications?\b|history\b|systems?\b|shows?\b"
        r"|showed\b|has[ ]no\b|had[ ]no\b|(?:was|is|were)[ ](?:down|searched|updated|checked|completed"
        r"|created|generated|submitted|raised|sent|received|shared|closed|live|slow|offline)\b"
        r"|went[ ](?:live|down)\b|holds?\b|held\b|forms?\b|alerts?\b|flags?\b|templates?\b|dated\b"
        r"|completed\b|created\b|generated\b|submitted\b|raised\b|users?\b|logins?\b|access\b"
        r"|print-?outs?\b|to[ ]\p{Lu}{2,5}\b|sent[ ]to\b|intel\b|markers?\b|\d|trail\b|extract\b|data\b"
        r"|screens?\b|administrator\b|upgrade\b|migration\b|records?\b|inbox\b|tasks?\b|episodes?\b"
        r"|notes?\b|pulled\b|printed\b|updated(?=[ ]?(?:[.,;\t\n]|$))"
    ),
    "seller": (
        r"(?:bills?|box(?:es)?|tv|dish|accounts?|contracts?|engineers?|broadband|cards?|vouchers?|bags?"
        r"|receipts?|stores?|loans?|debts?|arrears|mortgages?|sports|news|movies|remote|packages?"
        r"|subscriptions?|vans?|lorry|delivery|deliveries|catalogues?|carrier|car[ ]park|caf[eé]|branch"
        r"|shop|security|checkout|agent|collector|man|payments?|driver|parcels?|orders?|finance|bank"
        r"|insurance|pharmacy|boiler|tills?|staff|manager|plc|ltd|media|mobile)\b"
    ),
    "goods": (
        r"(?:bars?|crisps|biscuits?|milk|formula|bottles?|cans?|cakes?|sauce|cereal|bread|loaf|rusks?"
        r"|pies?|pizzas?|yoghurts?|nappies|nappy|wipes|dolls?|toys?|games?|figures?|phones?|tablets?"
        r"|consoles?|chargers?|boilers?|hoovers?|vacuums?|locks?|kettles?|irons?|prams?|bugg(?:y|ies)"
        r"|pushchairs?|car[ ]?seats?|cots?|vodka|beers?|lager|cider|whisk(?:e?y|ies)|gin|rum|wine|brandy"
        r"|cigarettes|tobacco|rolling|papers|inhalers?|creams?|sprays?|syrup|trainers|hoodies?|jackets?"
        r"|tracksuits?|t-?shirts?|shirts?|caps?|bags?|watch(?:es)?|jeans|boots|shoes|sandals|coats?|knife"
        r"|knives|fluid|cubes|spread|chocolates?|sweets|tins?|pouch(?:es)?|jars?|packets?|sets?|bricks"
        r"|cars?|trucks?|horses?|house|kitchen|bottles|teats?|steriliser|dumm(?:y|ies)|powder|machine"
        r"|fridge|freezer|cooker|oven|drill|saw|window|sachets?|drinks?|tea|coffee)\b"
    ),
    "car": (
        r"(?:van|estate|hatchback|saloon|convertible|diesel|reg|registration|index|with|parked|outside"
        r"|clipped|reversed|stopped|driven|keys?|tyres?|bonnet|boot|cars?|people[ ]carrier|\d|on[ ]false"
        r"|corsa|astra|zafira|focus|fiesta|golf|polo|clio|megane|punto|panda|micra|yaris|civic|ibiza"
        r"|fabia|robin|transit|sprinter)\b"
    ),
    "show": (
        r"(?:dvds?|books?|films?|series|episodes?|videos?|cartoons?|games?|duvets?|bedding|curtains"
        r"|pyjamas|pjs|poster|costumes?|outfit|dress|lunch[ ]?box|toothbrush|cup|plate|theme|songs?"
        r"|figures?|toys?|dolls?|cake|birthday|part(?:y|ies)|masks?|accounts?|app|profile|page|chats?"
        r"|server|tape|cd|album|wallpaper|balloons?|backpack|slippers|comic|magazine|stickers?|onesie"
        r"|t-?shirt|hat|mug|blanket|wellies|scooter|marathon|box[ ]set)\b"
    ),
    "club": (
        r"(?:shirts?|scarf|scarves|kit|games?|match(?:es)?|fans?|supporters?|season[ ]ticket|tickets?|hat"
        r"|top|badge|duvet|posters?|ground|stadium|v|vs|versus|won|lost|drew|beat|were[ ]playing"
        r"|are[ ]playing|academy|players?|fc|afc|united|city|town|rovers|wanderers|athletic|albion|county"
        r"|hotspur|forest|villa|palace|ham|wednesday|orient|argyle|goalkeeper|striker|score|result|away"
        r"|mad|tattoo|flag|mug|bedding|wallpaper|trials?|final|\d)\b"
    ),
    "lesson": (
        r"(?:lessons?|homework|gcse|exams?|folder|block|coursework|teachers?|department|grades?|trips?"
        r"|(?:is|was)[ ](?:his|her|their|my)[ ](?:best|worst|favourite|strongest|weakest))\b"
    ),
    "meal": (
        r"(?:came|arrived)[ ]at[ ]"
        r"|(?:was|were|is)[ ](?:served|ready|late|cold|provided|brought[ ]in|laid[ ]on)\b"
    ),
    "crown": r"(?:charity|foundation|trust|visit|speech)\b",
    "test": (
        r"(?:skin|tests?|signs?|scores?|scales?|fractures?|splints?|blocks?|bars?|boots|braces?|wires?"
        r"|traction|collars?|lines?|tubes?|masks?|drains?|forceps|catheters?|frames?|charts?|stages?"
        r"|staging|grades?|classification|criteria|lamp|index|inventory|profiles?|reflex|palsy|harness"
        r"|airway|cards?|positive|negative|normal|type|scans?|syringe|reactions?|equivocal|read|done|\d"
        r"|I{1,3}\b|neg\b|pos\b|course|approach|group|programme|haematuria|blood|pus|breech|prolapse"
        r"|infection)\b"
    ),
}
# What stands before a word that is hardly anybody's: "put on Niche", "owed to Provident", "supports Everton".
_BEFORE: Mapping[str, str] = {
    "system": (
        r"\b(?:on|onto|via|in|into|through|per|from|using|of|see|checked|check|search(?:ed)?"
        r"|searches[ ]of|updated|use|entered[ ]on|logged[ ]on|recorded[ ]on|new|old|both"
        r"|to)[ ](?:both[ ])?"
    ),
    "seller": (
        r"\b(?:from|to|with|at|by|owed|owes|owing|outside|via|in|for|near|behind|and|loan|debts?|card"
        r"|bank|cut[ ]off[ ]by)[ ]"
    ),
    "goods": (
        r"\b(?:some|of|with|two|three|four|five|half|his|her|their|on|like[ds]?|likes|ate|eats?|drank"
        r"|drinks?|drinking|drunk|smok(?:ed|es|ing)|tried|given|gave[ ](?:him|her|them)|applied|used|an?"
        r"|the|no|more|only|cheap|empty|bought|plays?|playing|wearing|wore|new|old|broken)[ ]"
    ),
    "car": (
        r"\b(?:an?|the|his|her|their|my|old|new|red|blue|white|black|silver|grey|gray|green|gold|battered"
        r"|parked|hired|borrowed|small|dark|light|van|ford|vauxhall|renault|peugeot|fiat|nissan|seat"
        r"|skoda|vw|volkswagen|citroen)[ ]"
    ),
    "show": (
        r"\b(?:watch(?:ed|ing|es)?|played|playing|plays|from|of|like[ds]?|loves?|called|an?|the|on|in"
        r"|into|over|about|via|through|before|after|episode[ ]of|song[ ]from|as[ ]an?|listen(?:s|ed"
        r"|ing)?[ ]to)[ ]"
    ),
    "club": (
        r"\b(?:supports?|supported|supporting|supporters?[ ]of|fans?[ ]of|follows|plays[ ]for"
        r"|played[ ]for|trials?[ ](?:with|at|for)|watch(?:ed|ing|es)?|v|vs|mad[ ]about|goalie[ ]for"
        r"|striker[ ]for|season[ ]ticket[ ](?:at|for))[ ]"
        r"|\b(?:(?:held|beaten|thrashed|relegated)[ ]by|(?:draw|drew)[ ]with|lost[ ]to|win[ ]over"
        r"|away[ ](?:to|at)|home[ ]to)[ ]"
    ),
    "test": (
        r"\b(?:an?|the|in|of|on|with|under|for|positive|negative|normal|by|to|had|via|his|her|using)[ ]"
    ),
}
# Of a common name too.
_BEFORE_COMMON: Mapping[str, str] = {
    "system": (
        r"(?:\b(?:onto|via|using)|\b(?:logged|recorded|entered|put|placed|noted|searched|held|stored"
        r"|flagged|uploaded|shown|checks?|is|was|it|prompt|marker|flag|entry|record|history"
        r"|searches)[ ](?:it[ ])?on"
        r"|(?<!\b(?:was|is|be|born|being|married)[ ])(?<!\p{L})"
        r"(?:an?|our|their|no|any|each|every|two|three))[ ]"
    ),
    "club": (
        r"\b(?:supporters?[ ]of|fans?[ ]of|plays[ ]for|played[ ]for|goalie[ ]for|striker[ ]for"
        r"|season[ ]ticket[ ]for)[ ]"
    ),
    "goods": (
        r"\b(?:keys?|locks?|boiler|vodka|lager|cider|beer|whisky|rusks|formula|cooker|fridge|pushchair|pram)"
        r",[ ]"
    ),
    "seller": r"£[\d.,]{1,8},?[ ]",
    "crown": r"(?<!\p{L})the[ ]",
}


@cache
def behind(kind: str) -> regex.Pattern[str]:
    """Give the pattern of what stands behind a word of a kind and shows it."""
    plain = kind.removesuffix(COMMON)
    gap = r"[ \t]" if plain in _EXPLAINED else "[ ]"
    return regex.compile(rf"{gap}(?i:{_BEHIND[plain]})")


@cache
def before(kind: str) -> regex.Pattern[str] | None:
    """Give the pattern of what stands before a word of a kind and shows it; None where nothing does."""
    plain = kind.removesuffix(COMMON)
    every = [each for each in (_BEFORE_COMMON.get(plain), _BEFORE[plain] if plain == kind else None) if each]
    return regex.compile(rf"(?i:{'|'.join(every)})$") if every else None
