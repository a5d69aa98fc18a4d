"""Which keys and streams of a pdf are understood; everything else becomes a gap.

The lists are those of ISO 32000-2, less what no reader of ours looks at.
"""

from __future__ import annotations

__all__ = ["CATALOG_KEYS", "KNOWN_STREAMS", "NAMES_KEYS", "PAGE_KEYS", "TABLES", "XMP_TECHNICAL"]


def _keys(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Keys under which a stream that is no form and no picture is understood.
KNOWN_STREAMS: frozenset[str] = _keys(
    """
    /Contents /ToUnicode /FontFile /FontFile2 /FontFile3 /CIDToGIDMap /CIDSet /Encoding /UseCMap
    /Metadata /DestOutputProfile /Shading /Function /TR /TR2 /BG /BG2 /UCR /UCR2 /HT /JBIG2Globals
    /Lookup /XFA /JS /EF /Thumb /AN /Alternates
    """
)

# Of the catalogue, the root of the file.
CATALOG_KEYS: frozenset[str] = _keys(
    """
    /Type /Pages /Version /Extensions /PageLabels /Names /Dests /ViewerPreferences /PageLayout
    /PageMode /Outlines /Threads /OpenAction /AA /URI /AcroForm /Metadata /StructTreeRoot
    /MarkInfo /Lang /SpiderInfo /OutputIntents /PieceInfo /OCProperties /Perms /Legal
    /Requirements /Collection /NeedsRendering /AF /DSS /LastModified
    """
)

# Of a page.
PAGE_KEYS: frozenset[str] = _keys(
    """
    /Type /Parent /Resources /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /Group
    /Contents /Annots /StructParents /Tabs /Trans /Dur /Metadata /LastModified /UserUnit
    /BoxColorInfo /ID /PZ /B /PieceInfo /Thumb /AA /AF /Hid
    """
)

# Dictionaries whose own keys are made-up names: what stands in one is known by the table's key.
TABLES: frozenset[str] = _keys(
    """
    /XObject /Font /Pattern /Shading /CharProcs /ColorSpace /ExtGState /N /R /D /EF /Colorants
    """
)

# Of the catalogue's tables of names; hidden pages (/Templates) are reported one by one.
NAMES_KEYS: frozenset[str] = _keys("/Dests /EmbeddedFiles /JavaScript /Templates")

# Ids and technical words of XMP, by local name in lower case: they say nothing about anybody.
XMP_TECHNICAL: frozenset[str] = _keys(
    """
    documentid instanceid originaldocumentid format part conformance amd corr rev trapped pdfversion about
    changed action renditionclass versionid xmptk lang parsetype
    """
)
