"""Files that are built to hurt the programs that open them, each as a function that returns its bytes."""

from __future__ import annotations

import zlib

__all__ = [
    "bfrange_bomb",
    "deep_forms",
    "form_fan_out",
    "garbage",
    "huge_page_count",
    "inflating_pdf",
    "many_tj",
    "nested_flate",
    "packed_objects_bomb",
    "page_tree_loop",
    "pdf_of",
    "recursive_form",
    "scattered_letters",
]

FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf_of(objects: dict[int, bytes | str], *, trailer: str = "") -> bytes:
    """Write a pdf with these objects, number 1 being the catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += (
            b"%d 0 obj\n" % number
            + (body if isinstance(body, bytes) else body.encode("latin-1"))
            + b"\nendobj\n"
        )
    start = len(out)
    highest = max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % highest
    for number in range(1, highest):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 00000 f \n"
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (highest, trailer.encode())
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, entries: str = "") -> bytes:
    """Write a stream object; the data as they are."""
    return b"<< /Length %d %s >>\nstream\n" % (len(data), entries.encode()) + data + b"\nendstream"


def packed(data: bytes, entries: str = "") -> bytes:
    """Write a stream object, deflated."""
    return stream(zlib.compress(data, 9), f"/Filter /FlateDecode {entries}")


def one_page(
    content: bytes, *, resources: str = "", fonts: str = "", more: dict[int, bytes | str] | None = None
) -> bytes:
    """Write a pdf of one page; `content` is its stream object, F1 is Helvetica, more fonts as given."""
    return pdf_of(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            f"/Resources << /Font << /F1 5 0 R {fonts} >> {resources} >> >>",
            4: content,
            5: FONT,
            **(more or {}),
        }
    )


def inflating_pdf(size: int = 1024**3) -> bytes:
    """A page of spaces: 1 MB that inflates to 1 GB."""
    squeezer = zlib.compressobj(9)
    block = b" " * 1024**2
    data = b"".join(squeezer.compress(block) for _ in range(size // len(block))) + squeezer.flush()
    return one_page(stream(data, "/Filter /FlateDecode"))


def nested_flate(size: int = 1024**3) -> bytes:
    """The same, deflated twice: 3 KB."""
    squeezer = zlib.compressobj(9)
    block = b" " * 1024**2
    data = b"".join(squeezer.compress(block) for _ in range(size // len(block))) + squeezer.flush()
    return one_page(stream(zlib.compress(data, 9), "/Filter [/FlateDecode /FlateDecode]"))


def packed_objects_bomb(size: int = 512 * 1024**2) -> bytes:
    """An object stream that inflates to half a gigabyte before the first object can be asked for."""
    squeezer = zlib.compressobj(9)
    block = b" " * 1024**2
    data = b"".join(squeezer.compress(block) for _ in range(size // len(block))) + squeezer.flush()
    return one_page(
        packed(b"BT /F1 12 Tf 72 700 Td (x) Tj ET"),
        more={6: stream(data, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode")},
    )


def many_tj(count: int = 3_000_000) -> bytes:
    """Three million drawing operators in 31 KB."""
    return one_page(packed(b"BT /F1 1 Tf 72 700 Td " + b"(a) Tj " * count + b"ET"))


def scattered_letters(count: int = 5_000) -> bytes:
    """Letters all over a page: honest programs write such maps; grouping them takes pdfminer a minute."""
    marks = b"".join(
        b"1 0 0 1 %d %d Tm (%c) Tj " % (20 + (n * 7919) % 550, 20 + (n * 104_729) % 800, 97 + n % 26)
        for n in range(count)
    )
    return one_page(packed(b"BT /F1 6 Tf " + marks + b"ET"))


def bfrange_bomb() -> bytes:
    """A map from codes to letters with four thousand million entries, in 1 KB."""
    cmap = b"begincmap 1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange "
    cmap += b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap"
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 7 0 R >>"
    return one_page(
        packed(b"BT /F2 12 Tf 72 700 Td (The panel met) Tj ET"),
        fonts="/F2 6 0 R",
        more={6: font, 7: packed(cmap)},
    )


def form_fan_out(depth: int = 7, width: int = 10) -> bytes:
    """Forms that draw forms: ten million in 3 KB."""
    more: dict[int, bytes | str] = {}
    for level in range(depth):
        number = 6 + level
        last = level == depth - 1
        inside = b"BT /F1 1 Tf (a) Tj ET" if last else b"/X Do " * width
        resources = "/Font << /F1 5 0 R >>" if last else f"/XObject << /X {number + 1} 0 R >>"
        more[number] = stream(
            inside, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {resources} >>"
        )
    return one_page(stream(b"/X Do " * width), resources="/XObject << /X 6 0 R >>", more=more)


def deep_forms(depth: int = 500) -> bytes:
    """Forms within forms, one in each, beyond any recursion."""
    return form_fan_out(depth, 1)


def recursive_form() -> bytes:
    """A form that draws itself twice."""
    form = stream(
        b"/X Do /X Do",
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>",
    )
    return one_page(stream(b"/X Do"), resources="/XObject << /X 6 0 R >>", more={6: form})


def page_tree_loop() -> bytes:
    """A page tree that holds itself."""
    return pdf_of(
        {
            1: "<< /Type /Catalog /Pages 2 0 R >>",
            2: "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
            3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        }
    )


def huge_page_count(pages: int) -> bytes:
    """A file of so many pages, each saying its number."""
    objects: dict[int, bytes | str] = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Count {pages} /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(pages))}] >>",
        3: FONT,
    }
    for number in range(pages):
        objects[4 + 2 * number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        text = f"BT /F1 12 Tf 72 700 Td (The panel read entry {number + 1} of the chronology.) Tj ET"
        objects[5 + 2 * number] = stream(text.encode())
    return pdf_of(objects)


def garbage() -> bytes:
    """A header and nothing that belongs to it."""
    return b"%PDF-1.7\n" + bytes(range(256)) * 40
