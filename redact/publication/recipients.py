"""Who must have a review before the public has it, and whether the addresses a board has typed may be used.

A review of a child goes to whoever owns the domain behind an address, so domains are listed: those of the
rules, and a board's own. The source of this is a procedure that itself prints an address with one letter
wrong (BN-18): what differs by one letter from a domain of the rules is refused even where a board has listed
it. What remains: a slip before the @ is not seen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from redact.values.deadlines import Recipient, SendingRule
from redact.values.gate import Guard, Refusal
from redact.values.gate_record import Gate
from redact.values.gate_settings import GateSettings
from redact.values.rules import Rulebook

__all__ = [
    "Sorted",
    "domain_of",
    "listed",
    "refusal_of",
    "refusals",
    "rule_of",
    "sort_out",
    "who",
    "words_of",
]

_MOST = 254  # characters of an address, as its standard says
_LOCAL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")


@dataclass(frozen=True, slots=True)
class Sorted:
    """Recipients, by their values: those whose address may be used, and those whose address may not.

    Whoever has no address is in neither.
    """

    usable: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()


def rule_of(book: Rulebook, gate: Gate) -> SendingRule | None:
    """Give what the edition of a case asks for; none where it counts no days before publication."""
    return next((pack.sent_before for pack in book.packs if pack.edition is gate.edition), None)


def who(book: Rulebook, gate: Gate) -> tuple[Recipient, ...]:
    """Say who must have the review before it is published, by the edition of the case and by its board."""
    rule, table = rule_of(book, gate), book.gate
    first = rule.to if rule is not None else ()
    if table is None:
        return first
    if rule is None:
        first = table.sent_first.get(gate.edition, ())
    besides = [
        to
        for one in table.board_sends
        if one.board == gate.board and (not one.editions or gate.edition in one.editions)
        for to in one.to
    ]
    return tuple(dict.fromkeys((*first, *besides)))


def words_of(to: str) -> str:
    """Say in words who a recipient is; one of the board's own is called as the board calls them."""
    return next((one.words for one in Recipient if one.value == to), to)


def listed(book: Rulebook, settings: GateSettings) -> tuple[str, ...]:
    """Give the domains to which a review may be sent: those of the rules, then the board's own."""
    ours = book.gate.domains if book.gate is not None else ()
    own = [domain.strip().lower() for domain in settings.domains]
    return tuple(dict.fromkeys((*ours, *(domain for domain in own if not _near(domain, ours)))))


def domain_of(address: str) -> str | None:
    """Give the domain of an address in small letters; none where it is no address of mail."""
    local, at, domain = address.strip().rpartition("@")
    domain = domain.lower()
    if not at or len(address) > _MOST or not _LOCAL.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        return None
    return domain


def sort_out(book: Rulebook, gate: Gate, settings: GateSettings) -> Sorted:
    """Sort the recipients of a case, and those of the board's own, by whether they can be sent something."""
    domains = listed(book, settings)
    of = [*(to.value for to in who(book, gate)), *settings.also]
    typed = {to: domain_of(settings.addresses[to]) for to in of if settings.addresses.get(to, "").strip()}
    usable = tuple(to for to, domain in typed.items() if domain in domains)
    return Sorted(usable, tuple(to for to in typed if to not in usable))


def refusals(book: Rulebook, gate: Gate, settings: GateSettings) -> tuple[Refusal, ...]:
    """Say of each recipient why nothing can be sent to them; of an address only what is wrong with it."""
    everybody = [*(to.value for to in who(book, gate)), *settings.also]
    found = (refusal_of(book, settings, to) for to in everybody)
    return tuple(one for one in found if one is not None)


def refusal_of(book: Rulebook, settings: GateSettings, to: str) -> Refusal | None:
    """Say of one recipient why nothing can be sent to them; none where something can.

    Args:
        to: a `Recipient` value, or the board's own short name.
    """
    address = settings.addresses.get(to, "").strip()
    if not address:
        return Refusal(
            "no-address",
            f"there is no address of {words_of(to)}",
            f"Write it into gate.toml, under [addresses]: {to} = ...",
            Guard.RECIPIENTS_KNOWN,
        )
    domains = listed(book, settings)
    return None if domain_of(address) in domains else _wrong(to, address, domains)


def _wrong(to: str, address: str, domains: tuple[str, ...]) -> Refusal:
    domain, whose = domain_of(address), words_of(to)
    if domain is None:
        what = f"what stands as the address of {whose} is no address of mail"
        then = "Type it anew in gate.toml, from their own letter and not from memory."
    elif near := _near(domain, domains):
        what = f"the address of {whose} differs by one letter from the listed domain {near}"
        then = "Compare it in gate.toml, letter by letter, with their own letter."
    else:
        what = f"the address of {whose} is at a domain that is not listed"
        then = (
            "Compare it in gate.toml with their own letter. If it is right, add its domain there under "
            "domains, and let somebody else look at it."
        )
    return Refusal("wrong-recipient", what, then, Guard.RECIPIENTS_KNOWN)


def _near(domain: str, domains: tuple[str, ...]) -> str | None:
    """Give the listed domain from which this one is a slip: a letter more, less, other, or two exchanged."""
    return next((one for one in domains if OSA.distance(domain, one, score_cutoff=1) == 1), None)
