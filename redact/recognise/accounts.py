"""Accounts: banks, payment cards, rent and tenancies.

A sort code is written like a date, so it counts with an account number behind it or behind its words. What
remains: eight digits without a word for an account.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.recognise.checksums import is_iban, is_luhn
from redact.recognise.claims import Claim, Example, TextRecogniser
from redact.recognise.numbers import Beside, Number, claims_of_numbers, form
from redact.values.people import Label

__all__ = ["RECOGNISER"]

_ACCOUNT = (
    "account", "account number", "account no", "acct", "acct no", "a/c", "a/c no", "bank account",
    "savings account",
    "bank account number",
)  # fmt: skip
_RENT = (
    "rent account", "rent account number", "rent account no", "rent ref", "rent reference", "rent number",
    "tenancy ref", "tenancy reference", "tenancy number", "tenancy no", "tenancy id", "tenancy account",
    "tenancy", "housing reference", "housing ref", "housing register number", "housing application number",
    "council tax account", "council tax ref", "council tax reference", "council tax number",
    "payment reference",
    "payment ref", "benefit reference", "benefit claim number", "claim reference", "claim ref",
    "customer reference",
    "customer ref", "customer number", "customer no", "utility account", "meter number", "policy number",
)  # fmt: skip
_ROWS = (
    Number(
        "sort code and account", Label.ACCOUNT,
        form(r"\d{2}[- ]\d{2}[- ]\d{2}[ ,;:/()]{0,3}(?:(?i:and|account|acc|acct|a/c|no\.?"
            r"|number)[ :,]{1,2}){0,3}\d{8}"),
        "a sort code and eight digits", _ACCOUNT, near=0.97, alone=0.9,
    ),
    Number(
        "sort code", Label.ACCOUNT, form(r"\d{2}[- ]?\d{2}[- ]?\d{2}"),
        "six digits behind the words sort code", ("sort code", "sortcode", "sort-code", "s/c"), near=0.95,
        beside=Beside.NEXT,
    ),
    Number(
        "account", Label.ACCOUNT, form(r"\d{6,10}|\d{4} \d{4}"),
        "digits behind words for an account", _ACCOUNT, near=0.9, beside=Beside.NEXT,
    ),
    Number(
        "international account", Label.ACCOUNT,
        form(r"[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){3,7}(?:[ ]?[A-Z0-9]{1,3})?"),
        "the form of an international account number", ("iban", "account", "bank"), near=0.97, alone=0.9,
        check=is_iban,
    ),
    Number(
        "payment card", Label.ACCOUNT, form(r"[2-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}"),
        "sixteen digits, as payment cards are numbered",
        ("card", "debit card", "credit card", "card number", "visa", "mastercard"), near=0.95, alone=0.85,
        check=is_luhn,
    ),
    Number(
        "rent or tenancy", Label.ACCOUNT,
        form(r"(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))(?!(?:19|20)\d\d(?!\d))(?=[A-Za-z0-9/-]*\d{3})"
             r"[A-Za-z0-9]{1,12}(?:[/-][A-Za-z0-9]{1,10}){0,4}"),
        "letters and digits behind words for rent, a tenancy or a claim", _RENT, digits=3, near=0.85,
        beside=Beside.NEXT,
    ),
)  # fmt: skip


def _find(text: str) -> Iterator[Claim]:
    return claims_of_numbers(text, _ROWS)


RECOGNISER = TextRecogniser(
    name="accounts",
    version="1",
    labels=(Label.ACCOUNT,),
    find=_find,
    examples=(
        Example("00-00-00 00000000", ("00-00-00 00000000",)),
        Example("Sort code 00-00-00", ("00-00-00",)),
        Example("account number: 00000000", ("00000000",)),
        Example("IBAN GB82 WEST 1234 5698 7654 32", ("GB82 WEST 1234 5698 7654 32",)),
        Example("card 4111 1111 1111 1111", ("4111 1111 1111 1111",)),
        Example("Rent account\tHB/000123/9", ("HB/000123/9",)),
        Example("tenancy reference 0099123", ("0099123",)),
    ),
    near_misses=(
        "01-02-03 was the day",
        "the account of 2009",
        "Her account was 3 pages long.",
        "12345678 was the total",
        "tenancy from 2009",
        "the tenancy began on 12/03/2009",
        "4111 1111 1111 1112",
    ),
)  # fmt: skip
