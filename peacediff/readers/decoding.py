"""From a path to bytes and from bytes to text, or to trouble that says what to do."""

from __future__ import annotations

import codecs
import stat
import sys
import unicodedata
from pathlib import Path

import attrs

from peacediff.errors import Trouble

SIZE_LIMIT = 64 * 2**20
STDIN = "-"
_SAMPLE, _FEWEST_LETTERS, _LEAST_COHERENCE = 2**18, 16, 0.3
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, with whose mark it begins
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"PK\x03\x04", "a ZIP or Office (.docx, .odt) file"),
    (b"%PDF", "a PDF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "an RTF file"),
)
_SAVE_AS_TEXT = "save it as Markdown or plain text first"


def name_of(path: str | Path) -> str:
    """The name by which a file is told."""
    return "<stdin>" if str(path) == STDIN else Path(path).as_posix()


def bytes_of(path: str | Path) -> bytes:
    """The bytes of a file, or of standard input for ``-``; `Trouble` where it cannot be had or is too large."""
    if str(path) == STDIN:
        return _within_limit(_standard_input(), "<stdin>")
    name = name_of(path)
    if not str(path):
        raise Trouble("''", "the name of the file is empty", "give the path of one")
    try:
        _check_file(Path(path), name)
        with Path(path).open("rb") as file:
            return _within_limit(file.read(SIZE_LIMIT + 1), name)
    except FileNotFoundError:
        raise Trouble(name, "there is no such file", "check the path") from None
    except PermissionError:
        raise Trouble(name, "the file may not be read", "ask for permission to read it") from None
    except OSError as error:
        raise Trouble(name, f"the file cannot be read ({error.strerror})", "check the path") from None
    except ValueError as error:  # a path with a zero byte
        raise Trouble(name, f"the file cannot be read ({error})", "check the path") from None


def _standard_input() -> bytes:
    if sys.stdin is None:  # the process was started without it
        raise Trouble("<stdin>", "is closed", "pipe the draft in, or give a file")
    try:
        return sys.stdin.buffer.read(SIZE_LIMIT + 1)
    except OSError as error:
        problem = f"cannot be read: {error.strerror or error}"
        raise Trouble("<stdin>", problem, "pipe the draft in, or give a file") from None


@attrs.frozen
class Decoded:
    """The text of an input, and the encoding where that was guessed, else an empty string."""

    text: str
    guessed: str = ""


def decode(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """The text in ``data``: by ``encoding`` where given, else by its byte order mark, else UTF-8, else by a sure guess.

    Sure are only UTF-16 and UTF-32 without a mark and scripts other than Latin: a wrong guess among the encodings of
    one alphabet would change letters in silence. Raises `Trouble` where nothing fits.
    """
    bom = next((codec for mark, codec in _BOMS if data.startswith(mark)), None)
    if not encoding and not bom and (guess := _sure_guess(data)):
        return Decoded(data.decode(guess).removeprefix("\ufeff"), guess)
    _check_binary(data, name, zero_allowed=bool(bom or encoding))
    codec = encoding or bom or "utf-8"
    try:
        return Decoded(data.decode(codec).removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise _undecodable(data, name, codec, error.start) from None
    except (LookupError, UnicodeError, ValueError):
        raise Trouble(
            name, f"there is no encoding {codec!r}", "give one that Python knows, such as utf-8 or cp1251"
        ) from None


def _sure_guess(data: bytes) -> str:
    """The encoding of bytes that are not UTF-8, where a whole decoding shows text in a script that tells it."""
    if any(data.startswith(magic) for magic, _ in _MAGIC) or (b"\0" not in data and _is_utf8(data)):
        return ""
    guess = _likely_encoding(data)
    try:
        text = data.decode(guess) if guess else ""
    except UnicodeError:
        return ""
    letters = [c for c in text[:_SAMPLE] if c.isalpha()]
    wide = guess.startswith(("utf-16", "utf-32"))
    foreign = sum(not unicodedata.name(c, "").startswith("LATIN") for c in letters)
    readable = len(letters) >= _FEWEST_LETTERS and "\0" not in text and "\ufffd" not in text
    return guess if readable and (wide or foreign >= len(letters) / 2) else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _check_file(path: Path, name: str) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise Trouble(name, "this is a directory", "name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise Trouble(
            name, "this is no regular file", "save it as a file, or pipe it in and give - as its name"
        )
    if status.st_size > SIZE_LIMIT:
        raise _too_large(name)


def _within_limit(data: bytes, name: str) -> bytes:
    check_size(data, name)
    return data


def check_size(data: bytes, name: str) -> None:
    """`Trouble` where there is more than is read."""
    if len(data) > SIZE_LIMIT:
        raise _too_large(name)


def _too_large(name: str) -> Trouble:
    return Trouble(name, f"this is larger than {SIZE_LIMIT // 2**20} MB", "give only the text of the draft")


def _check_binary(data: bytes, name: str, *, zero_allowed: bool) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Trouble(name, f"this is {what}, not text", _SAVE_AS_TEXT)
    at = -1 if zero_allowed else data.find(b"\0")
    if at >= 0:
        remedy = f"{_SAVE_AS_TEXT}, or give --encoding if it is UTF-16 or UTF-32"
        raise Trouble(name, "this is not text (it holds a zero byte)", remedy, f"byte {at}")


def _undecodable(data: bytes, name: str, codec: str, at: int) -> Trouble:
    line = data.count(b"\n", 0, at) + 1
    likely = _likely_encoding(data)
    remedy = (
        f"if it is {likely}, give --encoding {likely}"
        if likely
        else "save it as UTF-8, or give --encoding NAME"
    )
    return Trouble(name, f"this is not valid {codec}", remedy, f"line {line}, byte {at}")


def _likely_encoding(data: bytes) -> str:
    """The encoding that a look at the letters suggests; empty where they make no sense in any."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding.replace("_", "-") if best and best.coherence >= _LEAST_COHERENCE else ""
