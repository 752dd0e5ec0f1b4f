"""Any text -> text that is safe to print and shows what is there.

Reach for this wherever a name meets a terminal or a file: what the eye cannot see, and what would make a
terminal act or turn the order of the line around, is written out as an escape.
"""

import unicodedata

_INVISIBLE = frozenset(
    "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0"
    + "".join(map(chr, range(0xFE00, 0xFE10)))
    + "".join(map(chr, range(0xE0100, 0xE01F0)))
)
"""Without a shape of their own although Unicode calls them letters, marks or symbols."""


def display(text: str) -> str:
    r"""Return `text` with every character that does not show written as an escape, the rest untouched.

    Control characters (newline and tab too), format characters (bidi controls, zero width, soft hyphen),
    invisible fillers and selectors, lone surrogates, private and unassigned code points become `\n`, `\x1b`
    or `\u202e`. Any text is accepted; the result can be encoded in UTF-8, and displaying it again changes
    nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(escape(char) if is_hidden(char) else char for char in text)


def is_hidden(char: str) -> bool:
    """Say whether one character does not show, or acts, when it is printed."""
    if char.isprintable():
        return char in _INVISIBLE
    return unicodedata.category(char) != "Zs"


def escape(char: str) -> str:
    r"""Return one character as Python writes it out of ASCII: `\t`, `\x1b`, `\u202e`, `\U000e0001`."""
    return char.encode("unicode_escape").decode("ascii")
