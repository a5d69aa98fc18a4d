"""Words over a picture that draw nothing: for searching, copying and reading aloud.

Every letter has the same width, and a word is stretched to its place: no word tells more than the picture
beneath it. The font has no shapes.
"""

from __future__ import annotations

import math
from typing import Any

from redact.formats.pdf.lines import Line, PageLines, Word

__all__ = ["WordLayer"]

_CODES = 250  # letters of one font
_FIRST = 1
_WIDTH = 500  # of a letter, in thousandths of its size
# A glyph of that width and box, with nothing in it: one without a box is not read where it is turned.
_EMPTY = b"500 0 0 -200 500 800 d1"
_LEAST = 0.5  # points


class WordLayer:
    """Writes the words of pages, in fonts of 250 letters each."""

    def __init__(self, target: Any) -> None:
        self._target = target
        self._letters: dict[str, int] = {}
        self._fonts: list[Any] = []

    def of(self, lines: PageLines) -> tuple[bytes, dict[str, Any]]:
        """Give the operators that set the words which are seen whole on a page, and the fonts they name."""
        out: list[str] = ["BT"]
        used: dict[str, Any] = {}
        for line in lines.lines:
            words = [word for word in line.words if not word.marks and word.end > word.start]
            for number, word in enumerate(words):
                text = line.text[word.start : word.end]
                if number == len(words) - 1 and line.hyphen:
                    text += "-"
                self._word(text + " ", word, line, out, used)
        out.append("ET\n")
        return "\n".join(out).encode(), used

    def finish(self) -> None:
        """Fill in the fonts."""
        import pikepdf

        letters = list(self._letters)
        for number, font in enumerate(self._fonts):
            own = letters[number * _CODES : (number + 1) * _CODES]
            last = _FIRST + len(own) - 1
            names = [f"/g{code}" for code in range(_FIRST, last + 1)]
            empty = self._target.make_stream(_EMPTY)
            font["/Type"], font["/Subtype"] = pikepdf.Name.Font, pikepdf.Name.Type3
            font["/FontBBox"] = pikepdf.Array([0, -200, _WIDTH, 800])
            font["/FontMatrix"] = pikepdf.Array([0.001, 0, 0, 0.001, 0, 0])
            font["/FirstChar"], font["/LastChar"] = _FIRST, last
            font["/Widths"] = pikepdf.Array([_WIDTH] * len(own))
            font["/CharProcs"] = pikepdf.Dictionary(dict.fromkeys(names, empty))
            differences = pikepdf.Array([_FIRST, *(pikepdf.Name(name) for name in names)])
            font["/Encoding"] = pikepdf.Dictionary(Type=pikepdf.Name.Encoding, Differences=differences)
            font["/Resources"] = pikepdf.Dictionary()
            font["/ToUnicode"] = self._target.make_stream(_map_of(own))

    def _word(self, text: str, word: Word, line: Line, out: list[str], used: dict[str, Any]) -> None:
        wide = max(_LEAST, word.x1 - word.x0)
        size = max(_LEAST, line.size)
        stretch = 100 * wide / (size * _WIDTH / 1000 * max(1, len(text) - 1))
        cosine, sine = math.cos(math.radians(line.angle)), math.sin(math.radians(line.angle))
        # The lines are turned so that they run to the right: back, the other way round.
        x, y = word.x0 * cosine + line.y * sine, -word.x0 * sine + line.y * cosine
        out.append(f"{cosine:.5f} {-sine:.5f} {sine:.5f} {cosine:.5f} {x:.3f} {y:.3f} Tm")
        out.append(f"{stretch:.3f} Tz")
        for name, codes in self._runs(text, used):
            out.append(f"/{name} {size:.3f} Tf <{codes}> Tj")

    def _runs(self, text: str, used: dict[str, Any]) -> list[tuple[str, str]]:
        """Part a text where the font changes; give the name of each font and the codes in hexadecimals."""
        runs: list[tuple[str, str]] = []
        for letter in text:
            font, code = divmod(self._letters.setdefault(letter, len(self._letters)), _CODES)
            while len(self._fonts) <= font:
                import pikepdf

                self._fonts.append(self._target.make_indirect(pikepdf.Dictionary()))
            name = f"F{font + 1}"
            used[f"/{name}"] = self._fonts[font]
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + f"{code + _FIRST:02X}")
            else:
                runs.append((name, f"{code + _FIRST:02X}"))
        return runs


def _map_of(letters: list[str]) -> bytes:
    entries = [
        f"<{_FIRST + number:02X}> <{letter.encode('utf-16-be', 'replace').hex().upper()}>"
        for number, letter in enumerate(letters)
    ]
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CMapName /Letters def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n{body}endcmap\nend\nend\n"
    ).encode()
