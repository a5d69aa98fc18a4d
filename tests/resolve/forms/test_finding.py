"""Spellings in which a name of the key may stand, each found with its evidence; texts in which none does."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from redact.resolve.forms import Searcher
from redact.resolve.forms.letters import bare, letters_of
from redact.resolve.lists import titles
from redact.values.forms import Form
from redact.values.key import KeyName, KeyPerson, NameKind
from tests.values.keys import make_key

TEMPLATES = Path(__file__).parents[3] / "corpus" / "templates" / "train"
PEOPLE = (
    KeyPerson("p1", names=(KeyName("Kayleigh Smith"),)),
    KeyPerson("p2", names=(KeyName("Aoife O'Brien"), KeyName("Effie", NameKind.NICKNAME))),
    KeyPerson("p3", names=(KeyName("Grace Will"),)),
    KeyPerson("p4", names=(KeyName("Anne-Marie van der Berg"),)),
    KeyPerson("p5", names=(KeyName("Łucja Żółć"),)),
    KeyPerson("p6", names=(KeyName("Li Ng"),)),
    KeyPerson("p7", names=(KeyName("Corinna Stark"),), stays=True),
    KeyPerson("p8", names=(KeyName("Tamsin Thornbury"),)),
    KeyPerson("p9", names=(KeyName("Callum MacAllister"),)),
    KeyPerson("p10", names=(KeyName("Siobhán Featherstonehaugh"),)),
    KeyPerson("p11", names=(KeyName("Jean-Luc de la Croix"),)),
    KeyPerson("p12", names=(KeyName("Al May"),)),
)


def searcher(*people: KeyPerson) -> Searcher:
    return Searcher(make_key(people=people or PEOPLE, things=(), links=(), tables=(), retired=()))


KNOWN = searcher()

# The seventeen of the deny list that a widely used program was tried with, then our own.
SPELLINGS = [
    *(("Kayleigh's", "p1", Form.PART), ("KAYLEIGH", "p1", Form.PART), ("kayleigh", "p1", Form.PART)),
    *(("Kayleigh-Mae", "p1", Form.PART), ("Kayleighs", "p1", Form.PART), ("Kaleigh", "p1", Form.NEAR)),
    *(("Kayliegh", "p1", Form.NEAR), ("Kay", "p1", Form.SHORT), ("K.S.", "p1", Form.INITIALS)),
    *(("KS", "p1", Form.INITIALS), ("Ms K Smith", "p1", Form.PART), ("Miss Smith", "p1", Form.PART)),
    *(("Smith, Kayleigh", "p1", Form.REVERSED), ("Kay-\nleigh", "p1", Form.BROKEN)),
    *(("K a y l e i g h", "p1", Form.SPACED), ("OBrien", "p2", Form.PART), ("O’Brien", "p2", Form.PART)),
    # the surname with its particles first; what LibreOffice makes of a link in a content control
    *(("van der Berg, Annemarie", "p4", Form.REVERSED), ("Berg, Annemarie van der", "p4", Form.REVERSED)),
    *(('KayHYPERLINK "" \\l "top"leigh', "p1", Form.BROKEN), ('Ao HYPERLINK "x"ife', "p2", Form.BROKEN)),
    # punctuation, and what does not print
    *(("O\u02bcBrien", "p2", Form.PART), ("O' Brien", "p2", Form.PART), ("Obrien", "p2", Form.PART)),
    *(("Kay\u00adleigh", "p1", Form.BROKEN), ("Kay\u200bleigh", "p1", Form.BROKEN)),
    *(("Kay\n\nleigh", "p1", Form.BROKEN), ("(Kayleigh)", "p1", Form.PART), ("_Kayleigh_", "p1", Form.PART)),
    *(("Kayleigh/Effie", "p1", Form.PART), ("“Kayleigh”", "p1", Form.PART)),
    # whole names
    *(("Kayleigh Smith", "p1", Form.WHOLE), ("SMITH Kayleigh", "p1", Form.REVERSED)),
    *(("Kayleigh\tSmith", "p1", Form.WHOLE), ("Kayleigh\u00a0Smith", "p1", Form.WHOLE)),
    *(("Kayleigh\nSmith", "p1", Form.WHOLE), ("Smith,\n  Kayleigh", "p1", Form.REVERSED)),
    # addresses, links, paths, file names
    *(("kayleigh.smith@example.org", "p1", Form.WHOLE), ("ksmith@example.org", "p1", Form.JOINED)),
    (r"C:\Papers\ksmith\x.docx", "p1", Form.JOINED),
    ("https://example.org/KayleighSmith2010", "p1", Form.JOINED),
    *(("SmithKayleigh.docx", "p1", Form.JOINED), ("KAYLEIGHSMITH", "p1", Form.JOINED)),
    *(("smithk@example.org", "p1", Form.JOINED), ("Kayleigh%20Smith", "p1", Form.WHOLE)),
    *(("kayleigh_smith.pdf", "p1", Form.WHOLE), ("SmithK2010", "p1", Form.JOINED)),
    # codes that anybody can undo
    (hashlib.sha256(b"Kayleigh Smith").hexdigest(), "p1", Form.DIGEST),
    (hashlib.md5(b"kayleigh smith").hexdigest(), "p1", Form.DIGEST),
    (hashlib.sha1(b"KAYLEIGH").hexdigest().upper(), "p1", Form.DIGEST),
    (base64.b64encode(b"Kayleigh Smith").decode(), "p1", Form.ENCODED),
    # slips, look-alikes, digits, accents, sounds
    *(("K\u0430yleigh", "p1", Form.PART), ("Kayle1gh", "p1", Form.NEAR), ("Smyth", "p1", Form.NEAR)),
    *(("Smithe", "p1", Form.NEAR), ("Kayley", "p1", Form.NEAR), ("Aofie", "p2", Form.NEAR)),
    *(("Lucja", "p5", Form.PART), ("ZOLC", "p5", Form.PART), ("Z\u0307o\u0301lc", "p5", Form.PART)),
    # names that are words, and short ones
    *(("Grace", "p3", Form.PART), ("will", "p3", Form.PART)),
    *(("Ng", "p6", Form.PART), ("Li", "p6", Form.PART)),
    # surnames of several words, double names and their halves
    *(("Van der Berg", "p4", Form.PART), ("vanderberg", "p4", Form.PART), ("AnneMarie", "p4", Form.PART)),
    *(("Marie", "p4", Form.PART), ("Berg", "p4", Form.PART), ("Mrs O'Briens", "p2", Form.PART)),
    # two slips and more in a long name, one of sound, a Mac, a name that is heard quite otherwise
    *(("Thornberry", "p8", Form.NEAR), ("Thornberries", "p8", Form.NEAR), ("Tornbery", "p8", Form.NEAR)),
    *(("McAlister", "p9", Form.NEAR), ("Mac Alister", "p9", Form.NEAR), ("M'Alister", "p9", Form.NEAR)),
    *(("Fetherstonhaugh", "p10", Form.NEAR), ("Featherstonehaw", "p10", Form.NEAR)),
    *(("Shivaun", "p10", Form.NEAR), ("Chevonne's", "p10", Form.NEAR), ("Fanshawe", "p10", Form.NEAR)),
    *(("thornberry", "p8", Form.NEAR), ("callum.mcalister@example.org", "p9", Form.NEAR)),
    # digits and signs for letters, letters of other scripts, small capitals
    *(("Th0rnbury", "p8", Form.NEAR), ("T@msin", "p8", Form.NEAR), ("7ams1n", "p8", Form.NEAR)),
    *(("THORΝBURY", "p8", Form.PART), ("ᴛʜᴏʀɴʙᴜʀʏ", "p8", Form.PART)),
    # a space amid the word, a line end that is none of a keyboard's, a word that runs on
    *(("Thorn bury", "p8", Form.BROKEN), ("T hornbury", "p8", Form.BROKEN)),
    *(("Thorn\u2028bury", "p8", Form.BROKEN), ("Thorn\u00a0bury", "p8", Form.BROKEN)),
    *(("Thornburywas", "p8", Form.JOINED), ("theThornburys", "p8", Form.JOINED)),
    # user names that a program has cut
    *(("tthorn01", "p8", Form.JOINED), ("thornbut@example.org", "p8", Form.JOINED)),
    # hashes in other ways, codes of web pages, e-mails and programs, backwards
    (base64.b64encode(hashlib.sha256(b"Tamsin Thornbury").digest()).decode(), "p8", Form.DIGEST),
    (hashlib.sha3_256(b"thornbury, tamsin").hexdigest(), "p8", Form.DIGEST),
    (hashlib.sha256(b"tamsin-thornbury").hexdigest(), "p8", Form.DIGEST),
    (hashlib.sha1(b"siobhan featherstonehaugh").hexdigest(), "p10", Form.DIGEST),
    (base64.b64encode("Thornbury".encode("utf-16-le")).decode(), "p8", Form.ENCODED),
    (base64.b32encode(b"Thornbury").decode(), "p8", Form.ENCODED),
    *((b"Thornbury".hex(), "p8", Form.ENCODED), (b"Thornbury".hex(" "), "p8", Form.ENCODED)),
    *(("&#84;hornbury", "p8", Form.ENCODED), ("Siobh&aacute;n", "p10", Form.ENCODED)),
    *(("T=68ornbury", "p8", Form.ENCODED), ("\\u0054hornbury", "p8", Form.ENCODED)),
    *(("yrubnroht", "p8", Form.ENCODED), ("Gubeaohel", "p8", Form.ENCODED)),
    # initials with small letters, signs between, of two
    *(("CMcA", "p9", Form.INITIALS), ("C.McA.", "p9", Form.INITIALS), ("CMA", "p9", Form.INITIALS)),
    *(("JLdlC", "p11", Form.INITIALS), ("T/T", "p8", Form.INITIALS), ("T & T", "p8", Form.INITIALS)),
    *(("t.t.", "p8", Form.INITIALS), ("TTs", "p8", Form.INITIALS), ("TTh", "p8", Form.INITIALS)),
    # a name that is a particle or a word, its plural and possessive
    *(("Al", "p12", Form.PART), ("Al's", "p12", Form.PART), ("mays", "p12", Form.PART)),
    *(("May's", "p12", Form.PART), ("graces", "p3", Form.PART), ("Lis", "p6", Form.PART)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "of", "form"), SPELLINGS, ids=[text[:30] for text, _, _ in SPELLINGS])
def test_a_spelling_is_found_with_its_evidence(text: str, of: str, form: Form) -> None:
    before, after = "They saw ", " on that day."
    found = KNOWN.search_text(before + text + after)
    assert any((one[2], one[3]) == (of, form) for one in found), found
    for start, end, *_ in found:
        assert start >= len(before)
        assert end <= len(before + text) + 1


def test_there_are_enough_of_them() -> None:
    assert len(SPELLINGS) >= 17 + 44


@pytest.mark.parametrize(
    "text",
    [
        "Grace",
        "will",
        "Ng",
        "Li",
        "Lis",
        "Kay",
        "KS",
        "Kaleigh",
        "Thornberry",
        "Thorn bury",
        "Thornburywas",
        "mays",
    ],
)
def test_what_may_be_something_else_is_asked_about(text: str) -> None:
    found = KNOWN.search_text(f"They saw {text} there.")
    assert found
    assert not any(sure for *_, sure in found)


@pytest.mark.parametrize(
    "text",
    [
        "Smithson",
        'Kay\nHYPERLINK "x"\nleigh',  # a code that stands by itself
        "Berger",
        "the blacksmith",
        "Kay leighton",
        "Corinna Stark",  # stays in the review
        "O, Brien",
        "k s",
        "a kind smile",
        "d41d8cd98f00b204e9800998ecf8427e",
        "Thornton",
        "Mac and Alister",
        "",
    ],
)
def test_what_is_no_form_of_a_name(text: str) -> None:
    assert not any(sure for *_, sure in KNOWN.search_text(f"They saw {text} there."))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Thi Mai", "In this they agreed"),  # a plural of a short name would be a word of every page
        ("Asher Poole", "As her mother said"),  # both pieces are words
        ("Jo Bright", "was a.m., i.e. early"),
        ("Emma Gale", "Toys, e.g. a ball"),
        ("Richard Vane", "Richardson came"),  # a name of its own
        ("Rupert Lyle", "Reports were sent"),  # two slips of a word that no name is
        ("Constable Oakes", "A constable came."),  # a title alone is nobody's name
        ("DI Oakes", "The DI came."),
    ],
)
def test_what_is_another_word_is_nothing(name: str, text: str) -> None:
    assert searcher(KeyPerson("p1", names=(KeyName(name),))).search_text(text) == ()


def test_names_beside_each_other_are_two() -> None:
    found = KNOWN.search_text("Kayleigh, Aoife and Effie")
    assert [one[2] for one in found if one[4]] == ["p1", "p2", "p2"]


def ordinary_texts() -> list[str]:
    """Entries of our own templates that name nobody."""
    found = []
    for path in sorted(TEMPLATES.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found += [
            line for line in text.splitlines() if len(line) > 80 and "{" not in line and "|" not in line
        ]
    return found


def test_ordinary_texts_give_nothing_that_is_sure() -> None:
    people = [
        KeyPerson(f"p{number}", names=(KeyName(name),))
        for number, name in enumerate(
            (
                *(
                    "Kayleigh Smith",
                    "Bartosz Wiśniewski",
                    "Oluwaseun Adeyemi",
                    "Harpreet Kaur Gill",
                    "Siân Pugh",
                ),
                *("Nguyễn Thị Mai", "Ayaan Warsame", "Mihaela Ionescu", "Roisin Ní Bhriain", "Tomos Field"),
                *("Joy Hope", "Dean North", "Mercy Church", "Amar Singh", "Ida Law", "Mo Ali", "Xiu Li"),
            ),
            1,
        )
    ]
    known = searcher(*people)
    texts = ordinary_texts()
    assert len(texts) >= 100
    wrong = [text for text in texts if any(sure for *_, sure in known.search_text(text))]
    assert wrong == []


NAME = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x17F), min_size=4, max_size=9)


@given(NAME, NAME, st.sampled_from([" ", ", ", "\t", "\n", ".", "_"]), st.sampled_from(["", "'s", ".", ")"]))
def test_a_whole_name_is_found_whatever_stands_between(first: str, last: str, gap: str, after: str) -> None:
    assume(not {first.casefold(), last.casefold()} & titles())  # a title is no part of a name
    known = searcher(KeyPerson("p1", names=(KeyName(f"{first} {last}"),)))
    text = f"({first}{gap}{last}{after}"
    found = known.search_text(text)
    covered = {at for start, end, *_ in found for at in range(start, end)}
    assert all(at in covered for at in range(1, 1 + len(first)))


@given(st.text(max_size=60))
def test_every_letter_knows_where_it_came_from(text: str) -> None:
    letters = letters_of(text)
    assert len(letters.text) == len(letters.at)
    assert all(0 <= start < end <= len(text) for start, end in letters.at)
    assert bare(bare(text)) == bare(text)


@pytest.mark.parametrize(
    ("name", "text", "sure"),
    [
        # a name that is a word: the word, the name, and where a sentence begins with the word
        ("Ida Man", "An elderly man came to the door.", False),
        ("Ida Man", "They asked Man about it.", True),
        ("Ida Man", "She sat down. Man and boy, they had lived there.", False),
        ("Tess Bell", "The bell rang.", False),
        ("Tess Bell", "On that day Bell rang.", True),
        ("Tess Bell", "tess bell rang", True),
        # a word that a cell ends in its middle
        ("Annabel Hartwell", "A\nnnabel", False),
        ("Annabel Hartwell", "Anna\nBel", False),
        ("Annabel Hartwell", "Annabe\nl came", False),
        ("Annabel Hartwell", "Anna\nbel", True),
        ("Annabel Hartwell", "Anna-\nbel", True),
        ("Annabel Hartwell", "A-\nnnabel", True),
        ("Annabel Hartwell", "HART\nWELL", True),
        ("Anna Hartwell", "A\tn\tn\ta", False),
        # two forenames in two cells are two people; a surname and a forename in two cells are one
        ("John Adam", "Adam\tJohn", False),
        ("John Adam", "Adam, John", True),
        ("Idony Hartwell", "Hartwell\tIdony", True),
        # a title that is a forename too, and nothing but titles
        ("Earl Simmons", "They saw Earl there.", False),
        ("Major Oakes", "It was a major incident.", False),
        ("Earl Simmons", "They saw Earl Simmons there.", True),
        ("Earl Earl", "They saw Earl there.", False),
        ("Dame Harte", "They saw Dame there.", False),
        ("Di Oakes", "They saw Di there.", False),
        # a title that is a surname too: behind a forename, or before a comma
        ("Ida Constable", "They saw Ida Constable there.", True),
        ("Nurse, Ida", "They saw Nurse there.", False),
    ],
)
def test_what_may_be_two_things_is_asked_about(name: str, text: str, sure: bool) -> None:
    found = searcher(KeyPerson("p1", names=(KeyName(name),))).search_text(text)
    whole = max(found, key=lambda one: one[1] - one[0])
    assert whole[4] is sure, found
