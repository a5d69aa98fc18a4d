"""Open an encrypted Word document in memory, with the password that the user gave.

Word packs an encrypted document into an OLE file with a stream named EncryptedPackage. Nothing decrypted
ever reaches a disk.
"""

from __future__ import annotations

import io

from redact.errors import Damaged, Hostile, PasswordNeeded, RedactError, WrongType
from redact.formats.word.markup import REMEDY

__all__ = ["is_locked", "unlock"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams stand in the OLE directory as UTF-16.
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_RIGHTS = "DRMEncrypted".encode("utf-16-le")

_ASK = "Enter the password at the prompt, or put it into a file and name that with --password-file."


def is_locked(data: bytes) -> bool:
    """Tell whether `data` is an OLE file that holds an encrypted Office package (not any OLE file)."""
    return data.startswith(_OLE) and _PACKAGE in data


def unlock(data: bytes, password: str | None) -> bytes:
    """Decrypt an encrypted Office package.

    Returns: the bytes of the zip.

    Raises:
        PasswordNeeded: no password was given, or it does not open the file.
        WrongType: it is locked by rights management or another way that no password opens.
        Damaged: the encryption is broken.
        Hostile: the description of the encryption declares a document type.
    """
    if _RIGHTS in data:
        raise _other_lock()
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Hostile("the description of its encryption declares a document type", REMEDY)
    if not password:
        raise PasswordNeeded("the document is encrypted, and no password was given", _ASK)
    return _decrypted(data, password)


def _decrypted(data: bytes, password: str) -> bytes:
    import msoffcrypto
    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError

    plain = io.BytesIO()
    opened = False
    try:
        office_file = msoffcrypto.OfficeFile(io.BytesIO(data))
        office_file.load_key(password=password, verify_password=True)
        opened = True
        office_file.decrypt(plain)
    except InvalidKeyError:
        # Also raised when the password is right and what comes out is no zip.
        raise (_broken() if opened else _not_opened()) from None
    except (DecryptionError, FileFormatError):
        raise _other_lock() from None
    except (MemoryError, RecursionError):
        raise
    except Exception:  # the library lets whatever struct, base64, expat or olefile raise through
        raise _broken() from None
    return plain.getvalue()


def _not_opened() -> RedactError:
    return PasswordNeeded("the document is encrypted, and the password does not open it", _ASK)


def _broken() -> RedactError:
    return Damaged("the document is damaged: its encryption cannot be read", REMEDY)


def _other_lock() -> RedactError:
    return WrongType(
        "the document is locked by rights management or in another way that a password does not open",
        "Open it in Word with an account that may, take the protection off, save it, and check that file.",
    )
