"""Handles, pages of profiles, names of users, addresses of machines."""

from __future__ import annotations

import pytest

from tests.recognise.number_tables import numbers_in

FOUND = (
    # names and pages
    ("he wrote to @child_x_2001 daily", "@child_x_2001", "ONLINE"),  # a handle
    ("(@zzkx)", "@zzkx", "ONLINE"),  # short, in brackets
    ("@zz.kx01.", "@zz.kx01", "ONLINE"),  # a full stop behind it
    (
        "https://www.facebook.com/invented.person.77",
        "https://www.facebook.com/invented.person.77",
        "ONLINE",
    ),  # a page
    ("instagram.com/zz_kx01, then", "instagram.com/zz_kx01", "ONLINE"),  # without www
    ("Facebook.com/profile.php?id=1000", "Facebook.com/profile.php?id=1000", "ONLINE"),  # by number
    ("https://www.tiktok.com/@zzkx", "https://www.tiktok.com/@zzkx", "ONLINE"),  # with an @
    ("youtube.com/@zzkx", "youtube.com/@zzkx", "ONLINE"),  # a channel
    ("Snapchat username: zz_kx01", "zz_kx01", "ONLINE"),  # a name of a user
    ("her gamertag was 'Dizzy Zebra'", "Dizzy Zebra", "ONLINE"),  # in quotes
    ("Instagram\tzz.kx_01", "zz.kx_01", "ONLINE"),  # a table's label
    ("on Xbox as zz99kx", "zz99kx", "ONLINE"),  # behind "as"
    ("USERNAME: ZZ_KX", "ZZ_KX", "ONLINE"),  # capitals
    # machines
    ("IP address 192.0.2.1", "192.0.2.1", "ONLINE"),  # its words
    ("192.0.2.1 was traced", "192.0.2.1", "ONLINE"),  # alone
    ("IP: 10.0.0.1", "10.0.0.1", "ONLINE"),  # low numbers beside words
    ("2001:db8:0:0:0:0:2:1", "2001:db8:0:0:0:0:2:1", "ONLINE"),  # the long form
    ("MAC 00-00-5E-00-53-01", "00-00-5E-00-53-01", "ONLINE"),  # a network card
    ("IP\t198.51.100.7", "198.51.100.7", "ONLINE"),  # a table's label
    ("IMEI 490154203237518", "490154203237518", "OTHER_ID"),  # a telephone
    ("49-015420-323751-8", "49-015420-323751-8", "OTHER_ID"),  # in groups, alone
    ("IMEI: 490154203237519", "490154203237519", "OTHER_ID"),  # mistyped
)
LEFT = (
    "Meet @ 10.30 at the office",  # a time
    "a.person@anytown.example",  # an e-mail address has its own recogniser
    "https://www.facebook.com/help/ has advice",  # the network's own page
    "www.board.example/policies/2015",  # a board's page
    "He used Facebook and Snapchat.",  # networks without a page
    "the username of the child",  # no name
    "Facebook (2015) said",  # a year
    "Snapchat: 12 messages",  # a count
    "see instagram.com for advice",  # no page
    "cost: 3 @ 4.50 each",  # a price
    "Ofcom, twitter.com/search?q=x",  # a search
    "an account of 12 visits",  # another account
    "see section 3.2.1.4",  # a section
    "version 2.1.0.10",  # a version
    "paragraphs 1.2.3.4 and 10.11.12.13",  # sections
    "at 10:30:20 and 11:40:50",  # times
    "300.1.1.1",  # no octet
    "490154203237519 was the sum",  # the check fails
    "256.256.256.256",  # no octets
)


@pytest.mark.parametrize(("text", "value", "label"), FOUND)
def test_it_is_found(text: str, value: str, label: str) -> None:
    assert (value, label) in numbers_in(text)


@pytest.mark.parametrize("text", LEFT)
def test_it_is_left_alone(text: str) -> None:
    assert numbers_in(text) == []
