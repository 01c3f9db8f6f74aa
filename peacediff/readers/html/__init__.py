"""Web pages to transcripts: the article and not the page around it, as a browser shows it."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from lxml import etree

from peacediff.readers.footnotes import without_headings_of_notes
from peacediff.readers.front_matter import FrontMatter
from peacediff.readers.html.page import around, article, parse_page
from peacediff.readers.html.walk import Walk
from peacediff.readers.remarks import listed, plural, tracked_changes
from peacediff.readers.transcript import Input, Transcript

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_CHARSET_WITHIN = 1024
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
_NO_TEXT = {"script", "style", "head", "template"}


def transcribe(given: Input) -> Transcript:
    """The transcript of a page; raises `peacediff.Trouble` where it cannot be read."""
    root = parse_page(_text(given), given.name)
    held = article(root)
    walk = Walk(held, given.tracked)
    walk.write()
    text, written = walk.writer.finished()
    blocks = without_headings_of_notes(written)
    remarks = (
        *tracked_changes(walk.revisions, given.tracked),
        *_left_out(walk.words + around(root, held), walk.things),
    )
    return Transcript(text, blocks, _front(root), tuple(walk.writer.places), remarks)


def _text(given: Input) -> str:
    """The text of the page: by what the user says or a byte order mark, else by what the page says of itself."""
    stated = _CHARSET.search(given.data[:_CHARSET_WITHIN])
    if given.literal is not None or given.encoding or given.data.startswith(_MARKS) or not stated:
        return given.text()
    return Input(given.data, given.name, stated[1].decode("ascii", "replace")).text()


def _left_out(words: Counter[str], things: Counter[str]) -> tuple[str, ...]:
    said = [f"{plural(count, 'word')} of {kind}" for kind, count in sorted(words.items()) if count]
    said += [listed(dict(sorted(things.items())))] if +things else []
    kept = [each for each in said if each.rpartition(" ")[2] not in _NO_TEXT]
    return (f"Left out: {', '.join(kept)}.",) if kept else ()


def _front(root: etree._Element) -> FrontMatter:
    """What the page says of itself: its language, and its title where nothing on it is a first heading."""
    said = str(root.get("lang") or "").strip()
    language = said if _LANGUAGE.fullmatch(said) else ""
    title = next(root.iter("title"), None)
    words = " ".join("".join(map(str, title.itertext())).split()) if title is not None else ""
    return FrontMatter(title="" if next(root.iter("h1"), None) is not None else words, language=language)
