"""File → Document: one package or module a file format, each reading its format whole.

`read_file` is the door; it is run in a guarded child. `FORMATS` is the register.
"""

from redact.formats.building import Progress, Request
from redact.formats.converted.first import convert_first
from redact.formats.intake import FORMATS, REFUSED, known_suffix, read_file

__all__ = ["FORMATS", "REFUSED", "Progress", "Request", "convert_first", "known_suffix", "read_file"]
