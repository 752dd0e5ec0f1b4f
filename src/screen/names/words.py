"""A cleaned name -> its words: split, romanised, initials joined, each with what it does in the name."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from screen.model import WordKind
from screen.names import han
from screen.names.clean import letters_for_digits, read_as_latin
from screen.names.lexicon import Phrase, lexicon
from screen.names.tables import rows, word_counts

_APOSTROPHES = "'’‘ʼ`´ʻ′"
_PIECE = re.compile(f"[^\\W_]+(?:[{_APOSTROPHES}\u0300-\u036f]+[^\\W_]+)*|&")
"""Letters and digits, apostrophes and marks inside a word included."""
_NOT_ALNUM = re.compile(r"[^a-z0-9]+")
_BETWEEN_INITIALS = re.compile(r"[\s.\-/·*]*")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name as it is compared."""

    key: str
    """Lower-case ASCII; all spellings the tables know of one word share one key."""
    kind: WordKind
    surface: str
    """As shown in the cleaned name; several words of one phrase share one surface."""
    written: str
    """Lower-case ASCII of what was written, before the tables; what words are joined by."""
    spellings: tuple[str, ...] = ()
    """Other readings: digits read as letters, a word of look-alike letters read as Latin."""
    han: str = ""
    """The simplified characters of a proper name written in Han: many names share one pinyin."""


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of the name before the tables: ASCII `text`, or an entry of the Han table."""

    text: str
    surface: str
    start: int
    end: int
    phrase: Phrase | None = None
    spellings: tuple[str, ...] = ()
    between: str | None = None
    """What stands between the letters of joined initials."""
    han: str = ""


def split_words(cleaned: str) -> tuple[Word, ...]:
    """Return the words of a cleaned name in the order they are written."""
    tokens = _join_initials(cleaned, list(_tokens(cleaned)))
    words: list[Word] = []
    at = 0
    while at < len(tokens):
        found, size = _phrase_at(tokens, at)
        words.extend(_words_of(tokens[at : at + size], found))
        at += size
    return _mark_acronyms(tuple(words))


def _tokens(cleaned: str) -> Iterator[_Token]:
    """Cut `cleaned` into tokens: runs of Han by the table, all else at what is not a letter or digit."""
    for found in _PIECE.finditer(cleaned):
        piece, at = found[0], found.start()
        if piece == "&":
            yield _Token("and", piece, at, at + 1)
            continue
        for run, is_han in han.runs(piece) if not piece.isascii() else ((piece, False),):
            yield from _han_tokens(run, at) if is_han else _latin_tokens(run, at, at + len(run))
            at += len(run)


def _han_tokens(run: str, start: int) -> Iterator[_Token]:
    """Yield the table's words of a Han run, and each proper name as its pinyin in one word."""
    at = start
    for surface, phrase in han.segments(run):
        end = at + len(surface)
        if phrase:
            yield _Token("", surface, at, end, phrase)
        elif text := "".join(han.pinyin(proper := han.simplify(surface))):
            yield _Token(text, surface, at, end, han=proper)
        at = end


def _latin_tokens(piece: str, start: int, end: int) -> Iterator[_Token]:
    """Yield the romanised words of a piece of another script: mostly one, none for mere marks."""
    spellings = tuple(filter(None, [read_as_latin(piece)]))
    for text in _NOT_ALNUM.split(_ascii(piece)):
        if text:
            yield _Token(text, piece, start, end, spellings=spellings)


def _ascii(piece: str) -> str:
    """Return `piece` in lower-case ASCII letters and digits, apostrophes and marks dropped."""
    if not piece.isascii():
        from anyascii import anyascii

        marked = unicodedata.normalize("NFKD", piece)
        piece = anyascii("".join(char for char in marked if not unicodedata.combining(char)))
    for apostrophe in _APOSTROPHES:
        piece = piece.replace(apostrophe, "")
    return piece.lower()


def _join_initials(cleaned: str, tokens: list[_Token]) -> list[_Token]:
    """Join single letters that stand together: `S.A.S.`, `A-B-C`, `H I K V I S I O N` are one word each."""
    joined: list[_Token] = []
    for token in tokens:
        before = joined[-1] if joined else None
        if before and _goes_on(before, token, cleaned):
            joined[-1] = _with_letter(before, token, cleaned)
        else:
            joined.append(token)
    return joined


def _goes_on(before: _Token, token: _Token, cleaned: str) -> bool:
    """Say whether `token` is a letter that goes on a row of letters, parted as the row is so far.

    `S.A.S. d.o.o.` is two rows.
    """
    between = cleaned[before.end : token.start]
    row = before.between == between if before.between is not None else _is_letter(before)
    return row and _is_letter(token) and bool(_BETWEEN_INITIALS.fullmatch(between))


def _is_letter(token: _Token) -> bool:
    return len(token.text) == 1 and token.text.isalpha() and not token.phrase


def _with_letter(before: _Token, token: _Token, cleaned: str) -> _Token:
    """Return the row of letters `before` with one more."""
    return _Token(
        before.text + token.text,
        cleaned[before.start : token.end],
        before.start,
        token.end,
        between=cleaned[before.end : token.start],
    )


def _phrase_at(tokens: Sequence[_Token], at: int) -> tuple[Phrase | None, int]:
    """Return the longest table entry that begins at token `at`, and how many tokens it covers."""
    token = tokens[at]
    if token.phrase:
        return token.phrase, 1
    known = lexicon()
    for size in range(min(known.longest.get(token.text, 1), len(tokens) - at), 0, -1):
        phrase = known.phrases.get(" ".join(t.text for t in tokens[at : at + size]))
        if phrase and _may_stand(phrase, at):
            return phrase, size
    return None, 1


def _may_stand(phrase: Phrase, at: int) -> bool:
    """Refuse a legal form at the wrong end of the name: `SA Power` and `Co Durham` hold none."""
    return phrase.position != "end" or at > 0


def _words_of(tokens: Sequence[_Token], phrase: Phrase | None) -> Iterator[Word]:
    """Yield the words of one table entry, or of one token that no table knows."""
    surface = tokens[0].surface if len(tokens) == 1 else " ".join(token.surface for token in tokens)
    if phrase is None:
        yield _unknown_word(tokens[0])
        return
    written = "".join(token.text for token in tokens)
    for key in phrase.keys:
        yield Word(key, phrase.kind, surface, written if written and len(phrase.keys) == 1 else key)


def _unknown_word(token: _Token) -> Word:
    """Return the word of a token no table knows: a number, an initial or a distinctive word."""
    text = token.text
    if text.isdigit():
        return Word(text.lstrip("0") or "0", WordKind.NUMBER, token.surface, text)
    if len(text) == 1:
        return Word(text, WordKind.INITIAL, token.surface, text)
    spellings = token.spellings + letters_for_digits(text) + _without_ending(text)
    return Word(text, WordKind.DISTINCTIVE, token.surface, text, spellings, token.han)


def _without_ending(text: str) -> tuple[str, ...]:
    """Return an unknown word without a generic word grown onto its end: `dahuatech` is `dahua` too."""
    for row in rows("grown_endings"):
        stem = text.removesuffix(row.canonical)
        if len(stem) >= _SHORTEST_STEM and stem != text and text not in word_counts():
            return (stem,)
    return ()


_SHORTEST_STEM = 5


def _mark_acronyms(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Take for a particle the acronym of the words right before it: it says no further name.

    `Xinjiang Production and Construction Corps (XPCC)` is such a name.
    """
    return tuple(
        replace(word, kind=WordKind.PARTICLE) if _repeats(words[:at], word) else word for at, word in enumerate(words)
    )


def _repeats(before: Sequence[Word], word: Word) -> bool:
    """Say whether `word` is made of the first letters of the words right before it."""
    if word.kind is not WordKind.DISTINCTIVE or len(word.key) < _SHORTEST_ACRONYM:
        return False
    letters = "".join(w.key[0] for w in before if w.kind is not WordKind.PARTICLE)
    return letters.endswith(word.key)


_SHORTEST_ACRONYM = 3
