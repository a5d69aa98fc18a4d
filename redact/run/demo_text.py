"""What the demo report says, and what is planted in it; every person, place and number is invented."""

from __future__ import annotations

from dataclasses import dataclass, field

from redact.formats.word.writing import Comment, Heading, Paragraph, Report, Table, Tracked

__all__ = ["PLANTED", "REPORT", "Planted"]


@dataclass(frozen=True, slots=True)
class Planted:
    """One thing that should be found: what it is, its words, and each of its places, as a report says it."""

    what: str
    words: str = field(repr=False)
    places: tuple[str, ...]


PLANTED = (
    Planted(
        "name of the author",
        "Rosalind Tewkes",
        (
            "table 1, row 1, column 2",
            "author of a comment or tracked change",
            "document properties: author, and last modified by",
        ),
    ),
    Planted("initials of the author", "RT", ("author of a comment or tracked change",)),
    Planted(
        "name of a social worker, found by its title",
        "Mrs Orla Fennimore",
        (
            "header",
            "section 3.1, paragraph 2",
            "section 3.3, paragraph 1: Fennimore, without the title",
            "comment 1",
        ),
    ),
    Planted(
        "name of the child, found in a table",
        "Jory Pellowick",
        ("table 2, row 2, column 2", "section 3.3, paragraph 2, in a tracked deletion"),
    ),
    Planted("date of birth", "14 May 2008", ("table 2, row 3, column 2",)),
    Planted("NHS number", "999 000 0018", ("table 2, row 4, column 2",)),
    Planted(
        "name of the mother, found in a table",
        "Maris Pellowick",
        ("table 2, row 5, column 2", "section 3.2, paragraph 1: without a title"),
    ),
    Planted("name of the father, found in a table", "Denholm Crake", ("table 2, row 6, column 2",)),
    Planted(
        "a day told from a birth, which is only noted",
        "ten days after the birth",
        ("section 3.1, paragraph 1",),
    ),
    Planted("National Insurance number", "QQ123456C", ("section 3.1, paragraph 3",)),
    Planted("name of a doctor, found by its title", "Dr Basil Quenby", ("section 3.2, paragraph 2",)),
    Planted("name of a police officer, found by rank", "PC 0000 Thrupp", ("section 3.2, paragraph 3",)),
    Planted("postcode", "ZZ99 3VZ", ("section 3.2, paragraph 3",)),
    Planted("phone number", "01632 960123", ("section 5, paragraph 2",)),
    Planted("e-mail address", "r.tewkes@board.example", ("section 5, paragraph 2",)),
)  # fmt: skip


def _text(words: str, *, style: str = "Normal") -> Paragraph:
    return Paragraph((_words(words),), style)


def _words(text: str) -> str:
    """Make one line of what is broken into lines here for our own eyes."""
    return " ".join(text.split())


_AUTHOR = "Rosalind Tewkes"

_OPENING = (
    Heading(0, "Overview report: Child K"),
    Table((("Author:", _AUTHOR), ("Status:", "draft for the panel"), ("Version:", "3"))),
    Heading(1, "1 Introduction"),
    Heading(2, "1.1 Why this review was carried out"),
    _text("""
        Child K was taken to hospital with injuries for which nobody could give an explanation. Child K
        has recovered and lives with relatives. The board decided that the ways in which agencies had
        worked together should be looked at, and that what could be learned should be published."""),
    _text("""
        The review covers two years. It ends on the day on which Child K was taken to hospital, because
        what was done afterwards was done well and is not in question."""),
    Heading(2, "1.2 How it was carried out"),
    _text("""
        Each agency that knew the family looked through its own records and wrote a report. The people
        who had worked with the family met twice, to say what it had been like at the time. Mother and
        Maternal Grandmother were each seen once. Father was invited and chose not to take part."""),
    _text("The panel asked four questions:"),
    _text("Was it known who lived in the home?", style="List Bullet"),
    _text("Was Child K seen and heard?", style="List Bullet"),
    _text("Did each agency know what the others knew?", style="List Bullet"),
    _text("Did managers help those who were worried?", style="List Bullet"),
)  # fmt: skip

_FAMILY = (
    Heading(1, "2 The family"),
    _text("""
        The family is known in this report by the words in the table. The second column is for the panel
        and must be taken out before the report leaves it."""),
    Table(
        (
            ("In this report", "For the panel only"),
            ("Name of child:", "Jory Pellowick"),
            ("Date of birth:", "14 May 2008"),
            ("NHS number:", "999 000 0018"),
            ("Mother:", "Maris Pellowick"),
            ("Father:", "Denholm Crake"),
        ),
        heads=True,
        marked=True,
    ),
    _text("""
        Mother grew up in the care of Maternal Grandmother. She was young when Child K was born. Father
        did not live with them all the time, and no agency was sure when he did. The home was rented and
        in poor repair; the family had asked for another one three times."""),
)

_STORY = (
    Heading(1, "3 What happened"),
    Heading(2, "3.1 The first year"),
    _text("""
        HV1 visited ten days after the birth and found Child K well. The next four visits were missed.
        Letters were sent, and nobody asked why there was no answer. GP1 saw Child K for a cough and
        noted that Mother was tired and alone."""),
    _text("""
        In the autumn a neighbour told children's services that a baby could be heard crying at night.
        Mrs Orla Fennimore took the call and spoke to HV1, who had no worries at the time. It was
        written down as a matter for advice, and the record was closed on the same day."""),
    _text("""
        Mother's benefits were stopped in the winter, since a letter about her National Insurance number
        QQ123456C had gone to an old address. For seven weeks the household had no income of its own.
        Housing and children's services each believed that the other was helping."""),
    Heading(2, "3.2 The second year"),
    _text("""
        HV1 left in the spring and HV2 was not appointed until the summer. In this time Maris Pellowick
        went to the emergency department twice with bruises to her arms. She said that she had fallen.
        Nobody asked who else was at home, and nobody asked about the baby."""),
    _text("""
        Dr Basil Quenby, who saw her on the second visit, wrote to GP1 that there might be violence in
        the home. The letter was filed. It was not read by anybody who knew that there was a child."""),
    _text("""
        In the summer the police were called by a passer-by. PC 0000 Thrupp went to the flat, which the
        log gives as ZZ99 3VZ, and found it quiet. Father was there and said that he was visiting. Child
        K was asleep and was not seen. A notice was sent to children's services five days later."""),
    Heading(2, "3.3 The last weeks"),
    Paragraph(
        (_words("""
        The notice reached SW1, who had taken over the work of the team two days before. SW1 asked what
        was known. Fennimore answered from memory that the family had been looked at and that there was
        nothing to worry about. No visit was made."""),),
        comment=Comment("Please check this with Mrs Orla Fennimore before the panel meets.", _AUTHOR, "RT"),
    ),
    Paragraph(
        (
            "In the same week ",
            Tracked("Jory Pellowick", _AUTHOR, deleted=True),
            Tracked("Child K", _AUTHOR),
            " was brought to the surgery with a mark on one ear. It was noted and not followed up. Nine days "
            "later Child K was taken to hospital by ambulance.",
        )
    ),
)  # fmt: skip

_LEARNING = (
    Heading(1, "4 What can be learned"),
    Heading(2, "4.1 A child who was not seen"),
    _text("""
        In two years Child K was seen by a professional eleven times and described three times. What
        daily life was like for Child K stands in no record. Those who visited wrote down what adults
        told them. The panel heard from many that this is usual when work is heavy, and that nobody had
        told them so plainly before."""),
    Heading(2, "4.2 A man whom nobody asked about"),
    _text("""
        Every agency knew that Father existed. None knew his name, his past or how often he stayed. He
        was taken for a visitor because he said so. A check with probation would have shown that he was
        thought to be a danger to partners."""),
    Heading(2, "4.3 Worries that were not put together"),
    _text("""
        The neighbour, the hospital, the surgery and the police each had a piece. Each piece was small.
        They were never laid side by side, because each was sent to a different place and each place
        closed its own record."""),
)

_CLOSING = (
    Heading(1, "5 Recommendations"),
    Table(
        (
            ("Number", "What is to be done", "By whom"),
            (
                "R1",
                "See the child at every visit, and write down what the child does and says",
                "all agencies",
            ),
            ("R2", "Ask at each contact who lives in the home and who comes to stay", "all agencies"),
            ("R3", "Send notices of violence in a home on the same day", "police"),
            ("R4", "Read letters from hospitals for children in the household", "general practice"),
            ("R5", "Hand cases over in writing and in a talk, not from memory", "children's services"),
        ),
        heads=True,
        marked=True,
    ),
    _text("""
        The board will ask each agency after six months what has changed, and will publish the answers
        together with this report."""),
    _text("""
        Questions about this draft: telephone 01632 960123, or write to r.tewkes@board.example."""),
)

REPORT = Report(
    title="Overview report: Child K",
    author=_AUTHOR,
    header="INVENTED EXAMPLE: nobody in it lives. Draft 3, for Mrs Orla Fennimore",
    footer="Invented example, written by redact demo",
    blocks=_OPENING + _FAMILY + _STORY + _LEARNING + _CLOSING,
)
