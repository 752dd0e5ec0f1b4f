"""The encoding of a text file: its byte order mark, else UTF-8, else what the bytes look like.

A guess is only taken when the whole file can be read by it. A file that is plainly UTF-8 but for a few bytes
stays UTF-8: read as anything else all its other names would be wrong.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from screen.errors import SubjectError

_BLOCK = 1 << 20
_SAMPLE = 64 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""The longer marks first: that of UTF-32 begins with that of UTF-16."""
_LIKELY = (
    "cp1252", "gb18030", "big5", "shift_jis", "euc_kr", "cp1251", "cp1250", "cp1253", "cp1254", "cp1256", "koi8_r",
)  # fmt: skip
_WESTERN = frozenset({"cp1250", "cp1254"})
_UTF8_EVIDENCE = 4
"""Whole multi-byte characters for each broken one, from which a file is UTF-8 with damage."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How to decode a file, and whether some of its bytes cannot be."""

    name: str
    damaged: bool = False


def find_encoding(file: BinaryIO, path: str, asked: str | None) -> Encoding:
    """Return the encoding of a file that stands at its start; it is put back there.

    Raises:
        SubjectError: the encoding asked for does not exist, or none fits the whole file.
    """
    if asked:
        return Encoding(_known(asked), damaged=not _decodes(file, asked))
    head = file.read(4)
    file.seek(0)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return Encoding(name, damaged=not _decodes(file, name))
    if _decodes(file, "utf-8"):
        return Encoding("utf-8")
    if _is_damaged_utf8(file):
        return Encoding("utf-8", damaged=True)
    for name in _guesses(_sample(file)):
        if _decodes(file, name):
            return Encoding(name)
    msg = f"{path}: no encoding reads the whole file; give --encoding"
    raise SubjectError(msg)


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        msg = f"--encoding {name!r} is not known; try utf-8, cp1252, gb18030 or shift_jis"
        raise SubjectError(msg) from None


def _decodes(file: BinaryIO, name: str) -> bool:
    """Say whether a file can be decoded to its end."""
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        for block in _blocks(file):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    finally:
        file.seek(0)
    return True


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    while block := file.read(_BLOCK):
        yield block


def _is_damaged_utf8(file: BinaryIO) -> bool:
    """Say whether whole UTF-8 characters beyond ASCII far outnumber the broken ones."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    whole = broken = 0
    for block in _blocks(file):
        for char in decoder.decode(block):
            if char > "\x7f":
                is_broken = "\udc80" <= char <= "\udcff"
                broken += is_broken
                whole += not is_broken
    file.seek(0)
    return whole >= _UTF8_EVIDENCE * broken


def _sample(file: BinaryIO) -> bytes:
    """Return the lines with bytes beyond ASCII, up to the size of a sample: they alone tell."""
    sample = bytearray()
    for line in file:
        if not line.isascii():
            sample += line[:_SAMPLE]
        if len(sample) >= _SAMPLE:
            break
    file.seek(0)
    return bytes(sample)


def _guesses(sample: bytes) -> Iterator[str]:
    """Yield encodings from the likeliest on."""
    from charset_normalizer import from_bytes

    found = [match.encoding for match in from_bytes(sample, cp_isolation=list(_LIKELY))]
    best = next(iter(found), "")
    if best in _WESTERN and sample.decode(best, "replace") == sample.decode("cp1252", "replace"):
        found.insert(0, "cp1252")  # the same text by the commoner name
    yield from dict.fromkeys([*found, *_LIKELY])
