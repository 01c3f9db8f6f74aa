"""Writing numbers as the programs do that number lists by themselves."""

from __future__ import annotations

_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3999


def roman(value: int) -> str:
    """A number in small roman numerals; in digits where there are none for it."""
    if not 0 < value <= _MOST_ROMAN:
        return str(value)
    written = ""
    for worth, sign in _ROMAN:
        written += sign * (value // worth)
        value %= worth
    return written


def alphabetic(value: int, alphabet: str) -> str:
    """A number in letters as browsers count: z is followed by aa, ab; in digits where it is not positive."""
    if value < 1:
        return str(value)
    written = ""
    while value:
        value, place = divmod(value - 1, len(alphabet))
        written = alphabet[place] + written
    return written
