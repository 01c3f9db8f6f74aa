"""The notes of a page: footnotes and endnotes, by what their producer calls them or by the marks that lead to them.

The names are data (``data/lexicon/html.toml``). A block to which a raised mark of the text leads, and which leads back,
is a note whatever it is called.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import attrs
from lxml import etree

from peacediff import packaged
from peacediff.readers.html.page import count_words

_BLOCKS = frozenset(
    {"aside", "dd", "div", "dl", "dt", "footer", "li", "ol", "p", "section", "table", "td", "tr", "ul"}
)
_HOLDERS = frozenset({"aside", "dd", "div", "li", "p", "tr"})
"""What may be a single note; a link that leads into another block leads to no note."""
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶]{1,3})[\])]?")
_WORD = re.compile(r"\w{4}")


@attrs.frozen
class _Words:
    roles: frozenset[str]
    parts: tuple[str, ...]
    classes: frozenset[str]
    styles: tuple[str, ...]
    titles: frozenset[str]


@cache
def _words() -> _Words:
    data = packaged.tables("lexicon/html.toml")
    return _Words(
        roles=frozenset(data["roles"]),
        parts=tuple(data["parts"]),
        classes=frozenset(data["classes"]),
        styles=tuple(data["styles"]),
        titles=frozenset(data["titles"]),
    )


def notes_of(root: etree._Element) -> frozenset[etree._Element]:
    """The elements of a page that hold notes and nothing else.

    What is named after notes may hold the text they are for: it does where marks and their notes, or two thirds of the
    words, stand in it.
    """
    led = dict(_led_to(root))
    text = {
        above for note, mark in led.items() for above in {*note.iterancestors()} & {*mark.iterancestors()}
    }
    most = count_words(root) * 2 / 3
    named = (each for each in root.iter(*_BLOCKS) if _is_named(each) and each not in text)
    return frozenset({*led, *(each for each in named if count_words(each) < most)})


def is_title(paragraph: etree._Element) -> bool:
    """Whether a paragraph is the title of the page, by what its producer calls it."""
    return not _words().titles.isdisjoint(str(paragraph.get("class") or "").casefold().split())


def is_mark(element: etree._Element) -> bool:
    """Whether a raised sign leads to a note: it stands in a link, or holds one."""
    linked = next(element.iter("a"), None) is not None or next(element.iterancestors("a"), None) is not None
    return linked and is_sign(element)


def is_sign(element: etree._Element) -> bool:
    """Whether the text of an element is the mark of a note."""
    return _MARK.fullmatch(text_of(element)) is not None


def _is_named(element: etree._Element) -> bool:
    if not element.keys():  # as most have none
        return False
    words = _words()
    roles = f"{element.get('role') or ''} {element.get('epub:type') or ''}".casefold().split()
    classes = str(element.get("class") or "").casefold().split()
    style = re.sub(r"\s", "", str(element.get("style") or "")).casefold()
    called = [*classes, str(element.get("id") or "").casefold()]
    return (
        not words.roles.isdisjoint(roles)
        or not words.classes.isdisjoint(classes)
        or any(part in name for part in words.parts for name in called)
        or any(each in style for each in words.styles)
    )


def _led_to(root: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """The blocks to which raised marks before them lead, and which lead back by a sign; each with such a mark."""
    wanted: dict[str, etree._Element] = {}
    leads_back = cache(_leads_back)
    for each in root.iter(etree.Element):
        if each.tag == "sup" and is_mark(each):
            for target in _targets(each):
                wanted.setdefault(target, each)
        marks = [wanted[name] for name in (each.get("id"), each.get("name")) if name in wanted]
        holder = (
            next((one for one in [each, *each.iterancestors()] if one.tag in _HOLDERS), None)
            if marks
            else None
        )
        if holder is not None and holder not in {*marks[0].iterancestors()} and leads_back(holder):
            yield holder, marks[0]


def _targets(mark: etree._Element) -> Iterator[str]:
    for link in (*mark.iter("a"), *mark.iterancestors("a")):
        if (target := str(link.get("href") or "")).startswith("#"):
            yield target[1:]


def _leads_back(holder: etree._Element) -> bool:
    """Whether a block holds a link within the page that is a sign and no word."""
    links = (link for link in holder.iter("a") if str(link.get("href") or "").startswith("#"))
    return any(not _WORD.search(text_of(link)) for link in links)


def text_of(element: etree._Element) -> str:
    """The text in an element, without white space around it."""
    return "".join(map(str, element.itertext())).strip()
