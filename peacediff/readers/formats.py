"""The formats that can be read: how each is recognised, what it needs, and the function that transcribes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import PurePath
from types import MappingProxyType

import attrs

from peacediff.errors import Trouble, unknown
from peacediff.model import Draft
from peacediff.readers import literal
from peacediff.readers.transcript import Input, Transcript

_OBJECT = re.compile(r"\{\s*\"\w+\"\s*:")
_PAGE = re.compile(
    r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*+<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_PART = re.compile(r"<(?:article|body|div|h[1-6]|main|ol|p|section|table|ul)[\s>]", re.IGNORECASE)
Recognises = Callable[[Input], bool]


def _never(_: Input) -> bool:
    return False


@attrs.frozen
class Format:
    """A way to write a draft down.

    ``is_surely`` sees what can be nothing else, whatever the suffix; ``is_likely`` is asked where the suffix tells
    nothing. ``extra`` is what has to be installed beside the base, if anything. ``transcribe`` imports what it
    needs when it is called, and raises `Trouble` where the input is no such document.
    """

    name: str
    suffixes: tuple[str, ...]
    transcribe: Callable[[Input], Transcript | Draft]
    is_surely: Recognises = _never
    is_likely: Recognises = _never
    extra: str = ""


def _docx(given: Input) -> Transcript:
    from peacediff.readers.docx import transcribe

    return transcribe(given)


def _is_docx(given: Input) -> bool:
    return given.data.startswith(b"PK\x03\x04") and b"word/document" in given.data


def _html(given: Input) -> Transcript:
    from peacediff.readers.html import transcribe

    return transcribe(given)


def _is_html(given: Input) -> bool:
    return _PAGE.match(given.head()) is not None


def _is_part_of_html(given: Input) -> bool:
    return _PART.match(given.head()) is not None


def _pdf(given: Input) -> Transcript:
    from peacediff.readers.pdf import transcribe

    return transcribe(given)


def _is_pdf(given: Input) -> bool:
    return given.literal is None and b"%PDF-" in given.data[:1024]


def _akoma_ntoso(given: Input) -> Transcript:
    from peacediff.readers.akoma import transcribe

    return transcribe(given)


def _is_akoma_ntoso(given: Input) -> bool:
    head = given.head()
    return head.startswith("<") and "akomaNtoso" in head


def _json(given: Input) -> Draft:
    from peacediff.readers.structured import read_json

    return read_json(given)


def _yaml(given: Input) -> Draft:
    from peacediff.readers.structured import read_yaml

    return read_yaml(given)


def _is_json(given: Input) -> bool:
    return _OBJECT.match(given.head()) is not None


_LISTED = (
    Format("docx", (".docx", ".docm", ".dotx"), _docx, is_surely=_is_docx, extra="docx"),
    Format(
        "html",
        (".html", ".htm", ".xhtml"),
        _html,
        is_surely=_is_html,
        is_likely=_is_part_of_html,
        extra="html",
    ),
    Format("pdf", (".pdf",), _pdf, is_surely=_is_pdf, extra="pdf"),
    Format("akoma-ntoso", (".xml", ".akn"), _akoma_ntoso, is_surely=_is_akoma_ntoso),
    Format("json", (".json",), _json, is_surely=_is_json),
    Format("yaml", (".yaml", ".yml"), _yaml, extra="yaml"),
    Format("markdown", (".md", ".markdown"), literal.markdown, is_likely=literal.is_markdown),
    Format("text", (".txt",), literal.plain, is_likely=lambda _: True),
)

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in _LISTED})
"""The formats by name, in the order in which they are asked."""


def transcribe(given: Input, name: str | None = None) -> Transcript | Draft:
    """What an input holds, as text and blocks or as a stated draft: in the named format, else in the likeliest."""
    wanted = _named(name, given.name) if name else _told(given)
    try:
        return wanted.transcribe(given)
    except ImportError as error:
        if not wanted.extra:
            raise
        problem = f"reading {wanted.name} needs a package that is not installed ({error.name})"
        raise Trouble(given.name, problem, f'run pip install "peacediff[{wanted.extra}]"') from error


def _named(name: str, source: str) -> Format:
    if name not in FORMATS:
        raise unknown(source, "input format", name, tuple(FORMATS))
    return FORMATS[name]


def _told(given: Input) -> Format:
    """The format by unmistakable content, then by suffix, then by likely content."""
    suffix = PurePath(given.name).suffix.casefold()
    ways: tuple[Callable[[Format], bool], ...] = (
        lambda each: each.is_surely(given),
        lambda each: suffix in each.suffixes,
        lambda each: each.is_likely(given),
    )
    return next(each for tells in ways for each in FORMATS.values() if tells(each))
