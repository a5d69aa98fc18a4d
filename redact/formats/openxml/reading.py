"""The state of one reading of a workbook or of slides: that of a Word document, with other known names."""

from __future__ import annotations

import re

from redact.formats.word.known_names import is_known_font
from redact.formats.word.reading import Reading
from redact.values.text import Location, Part, Region

__all__ = ["OfficeReading", "whole_region"]

# Names and values that Excel, PowerPoint, LibreOffice and Google give by themselves.
_BY_PROGRAM = re.compile(
    r"""^(?:
      (?-i: \$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?
        (?:\ \$?[A-Z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Z]{1,3}\$?[0-9]{1,7})?)*
      | \$?[A-Z]{1,3}:\$?[A-Z]{1,3} )
    | (?:Sheet|Tabelle|Feuil|Hoja|Foglio|Chart|Slide|Module)\ ?[0-9]* | ThisWorkbook | AutoShape\ [0-9]+
    | (?:Sub)?title\ [0-9]+ | (?:[A-Za-z]+\ ){0,3}Placeholder(?:\ [0-9]+)? | TextBox\ [0-9]+
    | CustomShape\ [0-9]+ | PlaceHolder\ [0-9]+
    | (?:Comment|Chart|Table|Object|Cell|Group)\ ?[0-9]* | Google\ Shape;[0-9;a-z]+
    | (?:Normal|Comma|Currency|Percent|Neutral|Bad|Good|Note|Total|Title|Input|Output|Calculation)
        (?:\ \[0\])?(?:\ [0-9]+)?
    | (?:Table|Pivot|Slicer|Timeline)Style(?:Light|Medium|Dark|Preset)[0-9A-Za-z]*
    | (?:Heading\ [1-4]|(?:Check|Linked)\ Cell|(?:Explanatory|Warning)\ Text|(?:Followed\ )?Hyperlink)
    | (?:20%|40%|60%)\ -\ Accent[1-6] | Accent[1-6] | General | Pict | True | False
    | Title\ Slide | Title\ and\ Content | Section\ Header | Two\ Content | Comparison | Title\ Only | Blank
    | (?:Content|Picture)\ with\ Caption | (?:Vertical\ )?Title\ and\ (?:Vertical\ )?Text
    | Vertical\ (?:Sub)?title\ [0-9]+ | microsoft\.com:RD | Custom\ Design | Default\ Design
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
_MEMBERS = re.compile(
    r"""^(?: sharedstrings | calcchain | pivotcache(?:definition|records) | pivottable | externallink
      | connections | threadedcomment | comments? | person | slicer(?:cache)? | timeline(?:cache)?
      | (?:comments|legacy)?(?:vml)?drawing(?:vml)? | table | querytable | metadata | rdrichvalue[a-z]*
      | richvaluerel | usernames | revisionheaders | revisionlog | chartsheet | ctrlprop | control
      | volatiledependencies | presentation | slide | slidelayout | slidemaster | notesslide | notesmaster
      | handoutmaster | presprops | viewprops | tablestyles | commentauthors | authors
      | moderncomment[a-z0-9_]* | tag | theme | featurepropertybag | namedsheetview | changesinfo
      | revisioninfo | labelinfo | rels | customproperty ) [0-9]* (?:_[0-9a-f]+)* \.""",
    re.IGNORECASE | re.VERBOSE,
)
_APPLICATIONS = re.compile(
    r"^(?:Microsoft (?:Macintosh |Office )?(?:Excel|PowerPoint)(?: Compatible / Openpyxl)?[0-9 .]*"
    r"|Worksheets|Charts|Named Ranges|Theme|Slide Titles|Fonts Used|Embedded OLE Servers|On-screen Show.*"
    r"|Widescreen|Custom|Office Theme)$"
)


class OfficeReading(Reading):
    """One reading; `later` leaves out what these programs write by themselves, `keep` leaves out nothing."""

    def later(self, text: str | None, part: Part, place: str, *, page: int | None = None) -> None:
        """Keep a text for the end, unless a program gave it."""
        if text and _by_program(text.strip(), place):
            self.note(text)
            return
        super().later(text, part, place, page=page)

    def keep(self, text: str | None, part: Part, place: str, *, page: int | None = None) -> None:
        """Keep a text for the end, whatever it is."""
        super().later(text, part, place, page=page)

    def paragraph_at(
        self, text: str, location: Location, hidden: str | None = None, *, heading_level: int | None = None
    ) -> bool:
        """Add one passage, hidden as a whole where `hidden` names a place. Tells whether it has any text."""
        return self.emit(
            text,
            location,
            regions=whole_region(text, hidden),
            heading_level=heading_level,
            under_headings=location.part in (Part.BODY, Part.TABLE),
        )


def _by_program(text: str, place: str) -> bool:
    if place in ("D63", "D58"):
        return (_MEMBERS if place == "D63" else _APPLICATIONS).match(text) is not None
    return _BY_PROGRAM.match(text) is not None or (place in ("D51", "D68") and is_known_font(text))


def whole_region(text: str, hidden: str | None) -> tuple[Region, ...]:
    """Give the region of a text that is hidden as a whole; none without a place."""
    return (Region(0, len(text), Part.HIDDEN_TEXT, hidden),) if hidden and text else ()
