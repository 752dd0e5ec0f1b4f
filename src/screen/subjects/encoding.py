"""In which encoding a text file was written: byte order mark, strict UTF-8, a guess, or what the user says.

Every pass streams the file, so memory stays flat. A guess has to decode the whole file without one bad byte;
a file that is plainly UTF-8 stays UTF-8, and the rows that hold a bad byte are rejected when they are read.
"""

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from screen.errors import SubjectError

_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # begins with the mark of UTF-16: has to be tried first
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = ("gb18030", "big5hkscs", "cp932", "cp949")
_GUESSES = (
    "cp1252",
    *_MULTIBYTE,
    "cp1251",
    "cp1250",
    "cp1254",
    "cp1253",
    "cp1256",
    "iso8859_15",
)
"""What vendor files come in, as supersets of the older standards; earlier wins where a guess is undecided."""
_SAMPLE_BYTES = 32_768
_CELLS_PER_BLOCK = 64
_CELL_ENDS = re.compile(rb'[\t\r\n",;]+')
"""Bytes that no multi-byte encoding of the list uses inside a character."""

MARK_BAD_BYTES = "screen.subjects.mark"
"""Codec error handler: each bad byte becomes the lone surrogate U+DC00 + byte, which no text holds."""
_MARK = re.compile("[\ud800-\udfff]")


def _mark(error: UnicodeError) -> tuple[str, int]:
    """Mark the bytes that a decoder could not read; unlike `surrogateescape`, ASCII bytes too."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(0xDC00 + byte) for byte in error.object[error.start : error.end]), error.end


codecs.register_error(MARK_BAD_BYTES, _mark)


@dataclass(frozen=True, slots=True)
class Decoding:
    """How to read the bytes of a file."""

    encoding: str
    damaged: bool
    """Some bytes are not in the encoding: every row has to be looked at."""
    note: str


def find_decoding(file: BinaryIO, name: str, given: str | None) -> Decoding:
    """Return how to read `file`, which stands at its start afterwards.

    Args:
        file: seekable, at its start.
        name: what messages call it.
        given: the encoding the user names, or None.

    Raises:
        SubjectError: Python knows no such encoding, or none of those tried fits.
    """
    if given is not None:
        return _given(file, name, given)
    head = file.read(4)
    file.seek(0)
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            damaged = not _decodes(file, encoding)
            return Decoding(encoding, damaged, f"read as {encoding.upper()}, as its first bytes say")
    return _without_mark(file, name)


def _given(file: BinaryIO, name: str, given: str) -> Decoding:
    try:
        io.TextIOWrapper(io.BytesIO(), encoding=given)
    except (LookupError, ValueError):
        msg = f"{name}: --encoding {given!r} is not known: give one such as utf-8, cp1252, gb18030 or shift_jis"
        raise SubjectError(msg) from None
    return Decoding(given, not _decodes(file, given), f"read as {given}, as --encoding says")


def _without_mark(file: BinaryIO, name: str) -> Decoding:
    """Decide between UTF-8 and a guess.

    Text in another encoding holds UTF-8 sequences by accident: GBK about 3 in 10 characters, single-byte
    encodings next to none. So a file with more good sequences than bad bytes is UTF-8, and one with a
    tenth of them is UTF-8 mixed with something else, if that something has one byte a letter.
    """
    survey = _survey(file)
    if not survey.bad:
        return Decoding("utf-8", damaged=False, note="read as UTF-8")
    if survey.good < survey.bad:
        guess = _guess(file, name, survey.sample)
        if guess in _MULTIBYTE or survey.good * 10 < survey.bad:
            return Decoding(guess, damaged=False, note=f"read as {guess}: a guess, --encoding overrules it")
    note = f"read as UTF-8; rows with any of the {survey.bad:,} bytes that are not UTF-8 are rejected"
    return Decoding("utf-8", damaged=True, note=note)


@dataclass(frozen=True, slots=True)
class _Survey:
    good: int
    """Characters of more than one byte."""
    bad: int
    """Bytes that are not UTF-8."""
    sample: bytes
    """Cells that hold a byte over 127, from all over the file."""


def _survey(file: BinaryIO) -> _Survey:
    """Read the whole file as UTF-8 and count what is and what is not."""
    decoder = codecs.getincrementaldecoder("utf-8")(MARK_BAD_BYTES)
    good = bad = 0
    cells: dict[bytes, None] = {}
    for block in _blocks(file):
        text = decoder.decode(block, final=not block)
        if not text.isascii():
            marked = len(_MARK.findall(text))
            bad += marked
            good += len(text) - len(text.encode("ascii", "ignore")) - marked
            if bad and sum(map(len, cells)) < _SAMPLE_BYTES:
                cells.update(dict.fromkeys(_telling_cells(block)))
    return _Survey(good, bad, b"\n".join(cells)[:_SAMPLE_BYTES])


def _telling_cells(block: bytes) -> list[bytes]:
    """Return cells with a byte over 127; the first and last may be cut and are left out of many."""
    cells = [cell for cell in _CELL_ENDS.split(block) if not cell.isascii()]
    return (cells[1:-1] or cells)[:_CELLS_PER_BLOCK] if len(block) == _BLOCK else cells[:_CELLS_PER_BLOCK]


def _guess(file: BinaryIO, name: str, sample: bytes) -> str:
    """Return the likeliest encoding that decodes the whole file."""
    from charset_normalizer import from_bytes  # heavy, and only files that are not UTF-8 need it

    matches = from_bytes(sample, cp_isolation=list(_GUESSES))
    ranked = sorted(
        (match.chaos, -match.coherence, _GUESSES.index(encoding))
        for match in matches
        for encoding in match.could_be_from_charset  # other encodings that read the sample alike
        if encoding in _GUESSES
    )
    for *_, at in ranked:
        if _decodes(file, _GUESSES[at]):
            return _GUESSES[at]
    msg = f"{name}: the encoding is not UTF-8 and not recognised: say --encoding, such as cp1252 or gb18030"
    raise SubjectError(msg)


def _decodes(file: BinaryIO, encoding: str) -> bool:
    """Say whether the whole file is in `encoding`; it stands at its start afterwards."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        return not any(_MARK.search(decoder.decode(block, final=not block)) for block in _blocks(file))
    except UnicodeError:
        return False
    finally:
        file.seek(0)


def _blocks(file: BinaryIO) -> Iterator[bytes]:
    """Yield the file in blocks and an empty one at its end, then go back to its start."""
    while block := file.read(_BLOCK):
        yield block
    yield b""
    file.seek(0)


def bad_byte(cells: str) -> int | None:
    """Return the first byte that could not be decoded in marked text, or None."""
    found = _MARK.search(cells)
    return None if found is None else ord(found[0]) & 0xFF


def unmarked(cell: str) -> str:
    """Return marked text with each bad byte written as `\\x92`, so that it can be printed."""
    return _MARK.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", cell)
