"""Where somebody is met online: handles, pages of profiles, names of users, addresses of machines.

A page of a known network counts with what stands behind its name, but for the network's own help pages. A
dotted number counts as an address of a machine beside words or where no numbering of sections reaches so
high. What remains: the name of a user that is an ordinary name and stands without quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise import regex
from redact.recognise.checksums import is_luhn
from redact.recognise.claims import Anchor, Claim, Example, Shape, TextRecogniser, claims_of
from redact.recognise.lists import entries
from redact.recognise.numbers import Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
_MACHINE = (
    "ip",
    "ip address",
    "ip addresses",
    "router",
    "logged in",
    "login",
    "download",
    "downloads",
    "downloaded",
)
_ROWS = (
    Number(
        "machine", Label.ONLINE, form(rf"(?:{_OCTET}\.){{3}}{_OCTET}(?:/\d{{1,2}})?"),
        "four numbers up to 255 beside words for a machine", _MACHINE, digits=4, near=0.9,
    ),
    Number(
        "machine, too high for a section", Label.ONLINE,
        form(rf"(?=[\d.]*\d{{3}})(?!0)(?:{_OCTET}\.){{3}}{_OCTET}"),
        "four numbers up to 255, one of them above 99", _MACHINE, near=0.9, alone=0.8,
    ),
    Number(
        "machine, long", Label.ONLINE,
        form(r"(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|[23][0-9A-Fa-f]{3}:(?:[0-9A-Fa-f]{1,4}:){0,5}(?::[0-9A-Fa-f]{1,4}){1,6}"),
        "eight groups of hexadecimal digits", _MACHINE, digits=1, near=0.9, alone=0.9,
    ),
    Number(
        "network card", Label.ONLINE, form(r"[0-9A-Fa-f]{2}(?:([:-])[0-9A-Fa-f]{2})(?:\1[0-9A-Fa-f]{2}){4}"),
        "six pairs of hexadecimal digits", ("mac", "mac address", *_MACHINE), digits=1, near=0.95, alone=0.85,
    ),
    Number(
        "mobile device", Label.OTHER_ID, form(r"\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d"),
        "fifteen digits, as mobile devices are numbered",
        ("imei", "imei number", "handset", "phone", "mobile", "device", "iphone", "tablet"),
        near=0.95, alone=0.6, check=is_luhn,
    ),
    Number(
        "SIM card", Label.OTHER_ID, form(r"8944\d{14,16}|234\d{12}"),
        "the digits of a card for mobile telephones", ("sim", "sim card", "imsi", "iccid"), near=0.9,
        alone=0.5,
    ),
)  # fmt: skip
_NETWORKS = "|".join(
    regex.escape(domain, special_only=True)
    for domain in sorted(entries("social-networks"), key=lambda d: (-len(d), d))
)
_OWN_PAGES = (
    r"(?!(?:help|about|policies|policy|legal|safety|privacy|terms|search|home|share|sharer|login|business|press|blog"
    r"|support|intent|hashtag|explore|watch|ads|settings)(?:[/?.#\s)]|$))"
)
_NETWORK_WORD = (
    r"(?:snap ?chat|snap|instagram|insta|face ?book|fb|tik ?tok|twitter|xbox(?: live)?|play ?station|psn"
    r"|discord|roblox"
    r"|fortnite|minecraft|kik|whats ?app|telegram|tumblr|you ?tube|bebo|my ?space|msn|skype|steam|tinder"
    r"|grindr"
    r"|social media|gaming|chat ?room|online|on-line|e-?mail|dating)"
)
_NAME_WORD = (
    r"(?:user ?name|user-name|user id|screen ?name|screen-name|handle|gamer ?tag|profile name"
    r"|login name|nickname)"
)
_USER = r"[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]{1,28}[\p{L}\p{N}_])"
_MARKED = rf"(?=[\p{{L}}._-]*[\p{{N}}_])(?=[\p{{N}}._-]*[\p{{L}}_]){_USER}(?!@)"


def _stems(*stems: str) -> Anchor:
    """Make the anchor of words that begin so, in the three ways in which words are written; quick to"
    " look for."""
    forms = "|".join(form for stem in stems for form in (stem, stem.capitalize(), stem.upper()))
    return Anchor(regex.compile(rf"(?:{forms})"), 36, 80)


_SHAPES = (
    Shape(
        "handle",
        regex.compile(
            r"(?<![\p{L}\p{N}._@/+-])(?P<value>@[A-Za-z_](?:[A-Za-z0-9_.]{1,28}[A-Za-z0-9_]))(?![@\p{L}\p{N}_])"
        ),
        0.75, 0.75, "an @ with a name behind it, as handles are written", Anchor(regex.compile("@"), 2, 34),
    ),
    Shape(
        "page of a profile",
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}@.-])(?:https?://)?(?:[a-z]{{1,3}}(?:-[a-z]{{2}})?\.|www\.|mobile\.)?(?:{_NETWORKS})(?:/|(?<=@))"
            rf"{_OWN_PAGES}[^\s<>\"'()\[\]\x00\x01]{{2,200}}(?<![.,;:!?])",
            regex.IGNORECASE,
        ),
        0.95, 0.95, "the address of a page in a social network",
        Anchor(regex.compile(r"\.[A-Za-z]{2,4}/"), 60, 220),
    ),
    Shape(
        "name of a user",
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}])(?:(?:{_NETWORK_WORD}[ ])?(?:{_NAME_WORD})|{_NETWORK_WORD}[ ](?:name"
            rf"|account|profile|id|tag))"
            r"(?:[ ](?:of|is|was|called|named|under|the|name|account|as)){0,3}[ \x01:=]{0,3}"
            rf"(?:['\"](?P<value>[^'\"\n\x00\x01]{{2,30}})['\"]|(?P<value>{_MARKED}))",
            regex.IGNORECASE,
        ),
        0.85, 0.85, "behind words for the name of a user", _stems("name", "handle", "tag", "user id",
        "account", "profile"),
    ),
    Shape(
        "name in a network",
        regex.compile(
            rf"(?<![\p{{L}}\p{{N}}])(?:{_NETWORK_WORD})[ ]?(?:\x01[ ]|[:=][ ]?|[ ](?:as|under)[ ]"
            rf"|[ ]\()(?P<value>{_MARKED})",
            regex.IGNORECASE,
        ),
        0.75, 0.75, "behind the name of a network",
        Anchor(regex.compile(r"[:=(\x01]|[ ](?:as|under|AS|UNDER)[ ]"), 24, 36),
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    yield from claims_of_numbers(text, _ROWS)
    yield from claims_of(text, Label.ONLINE, _SHAPES)


RECOGNISER = TextRecogniser(
    name="online",
    version="1",
    labels=(Label.ONLINE, Label.OTHER_ID),
    find=_find,
    examples=(
        Example("he wrote to @child_x_2001 daily", ("@child_x_2001",)),
        Example("https://www.facebook.com/invented.person.77", ("https://www.facebook.com/invented.person.77",)),
        Example("instagram.com/zz_kx01, then it closed.", ("instagram.com/zz_kx01",)),
        Example("Snapchat username: zz_kx01", ("zz_kx01",)),
        Example("her gamertag was 'Dizzy Zebra'", ("Dizzy Zebra",)),
        Example("IP address 192.0.2.1", ("192.0.2.1",)),
        Example("192.0.2.1 was traced", ("192.0.2.1",)),
        Example("IMEI 490154203237518", ("490154203237518",)),
        Example("Instagram\tzz.kx_01", ("zz.kx_01",)),
    ),
    near_misses=(
        "see section 3.2.1.4",
        "Meet @ 10.30 at the office",
        "a.person@anytown.example",
        "https://www.facebook.com/help/ has advice",
        "www.board.example/policies/2015",
        "He used Facebook and Snapchat.",
        "version 2.1.0.10",
        "the username of the child",
    ),
)  # fmt: skip
