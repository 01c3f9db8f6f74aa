"""A web page: parsed within bounds, and cut down to what is its article.

The rule: what is `<main>`, ``role=main`` or ``<article>`` is the article, the one with the most words if there are
several, unless it holds less than half of the words of all. Without one, the article is the innermost block that holds
two thirds of the words of the page that stand in no link; paragraphs next to such a block belong to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from lxml import etree

from peacediff.errors import Trouble
from peacediff.readers.safe_xml import parser_said

LEFT_OUT = frozenset(
    {"nav", "header", "footer", "aside", "button", "select", "script", "style", "template", "noscript"}
    | {"iframe", "object", "svg", "canvas", "audio", "video", "head", "dialog", "textarea"}
)
"""What stands around an article. A header counts as part of the article that it stands in."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = {"html", "body", "div", "section", "center", "table", "tbody", "tr", "td", "form", "span"}
_ROLES = {
    "navigation": "nav",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "nav",
}
_STRUCK = ("s", "strike")
_STRUCK_STYLE = re.compile(r"text-decoration[\w-]*\s*:[^;]*line-through", re.IGNORECASE)
_MOST_ATTRIBUTES = 1000
_LONG_TAG = re.compile(r"""<[a-z](?:[^>"']|"[^"]*"|'[^']*'|["']){2000,}+""", re.IGNORECASE)
_VALUE = re.compile(r"""=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)""")
_NAME = re.compile(r"""[^\s/"'<>]+""")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parse_page(text: str, name: str) -> etree._Element:
    """The root of a page; `Trouble` where it nests more than 256 deep or holds a text of more than 10 MB."""
    _check_tags(text, name)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Trouble(name, f"the page cannot be read ({error})", "save it as plain text") from None
    fatal = [entry for entry in parser.error_log if entry.level_name == "FATAL"]
    if fatal:
        place = f"line {fatal[0].line}"
        raise Trouble(
            name, f"the page cannot be read ({parser_said(fatal[0].message)})", "save it as plain text", place
        )
    if root is None:
        raise Trouble(name, "the draft is empty", "give a file with the text of the draft")
    return root


def _check_tags(text: str, name: str) -> None:
    """Refuse a tag of more attributes than any page has: the parser compares each with all before it."""
    for tag in _LONG_TAG.finditer(text):
        if len(_NAME.findall(_VALUE.sub(" ", tag.group()))) > _MOST_ATTRIBUTES:
            place = f"line {text.count(chr(10), 0, tag.start()) + 1}"
            problem = f"the page cannot be read (a tag has more than {_MOST_ATTRIBUTES:,} attributes)"
            raise Trouble(name, problem, "save it as plain text", place)


def article(root: etree._Element) -> etree._Element:
    """The element that holds the article of a page."""
    body = next(root.iter("body"), root)
    sizes = _sizes(body)
    named = {each: size for each, size in sizes.items() if _is_article(each)}
    outer = [each for each in named if not any(above in named for above in each.iterancestors())]
    best = max(outer, key=lambda each: named[each], default=None)
    if best is not None and (len(outer) == 1 or named[best] * 2 >= sum(named[each] for each in outer)):
        return best
    return _innermost(body, sizes)


def kind_left_out(element: etree._Element, within: etree._Element | None = None) -> str:
    """What an element is, where it is no part of the article ``within``; else empty."""
    name = str(element.tag)
    kind = _ROLES.get(str(element.get("role") or "").casefold(), name)
    if element.get("hidden") is not None or _HIDDEN.search(str(element.get("style") or "")):
        return "hidden"
    if name in _STRUCK or _STRUCK_STYLE.search(str(element.get("style") or "")):
        return "struck-through text"
    if kind == "header" and within is not None and next(element.iter(*HEADINGS), None) is not None:
        return ""
    return kind if kind in LEFT_OUT else ""


def around(root: etree._Element, held: etree._Element) -> Counter[str]:
    """The words around an article, by the kind of what they stand in."""
    found: Counter[str] = Counter()
    waiting = [root]
    while waiting:
        each = waiting.pop()
        if each is not root:
            found["other parts of the page"] += _count(each.tail)
        if each is held or not isinstance(each.tag, str):
            continue
        if kind := kind_left_out(each):
            found[kind] += count_words(each)
        else:
            found["other parts of the page"] += _count(each.text)
            waiting += reversed(each)
    return found


def count_words(element: etree._Element) -> int:
    """The words below an element."""
    return sum(_count(str(text)) for text in element.itertext())


def _sizes(body: etree._Element) -> dict[etree._Element, int]:
    """For each element that is shown, in their order, the words in it that stand in no link."""
    sizes = {body: 0}
    waiting = [(each, False) for each in reversed(body)]
    while waiting:
        each, linked = waiting.pop()
        linked = linked or each.tag == "a"
        if isinstance(each.tag, str) and not kind_left_out(each):
            sizes[each] = 0 if linked else _count(each.text)
            waiting += [(inner, linked) for inner in reversed(each)]
    sizes[body] = _count(body.text)
    for each in reversed(sizes):
        above = each.getparent()
        if above is not None and above in sizes and each is not body:
            sizes[above] += sizes[each] + _count(each.tail)
    return sizes


def _count(text: str | None) -> int:
    return len((text or "").split())


def _is_article(element: etree._Element) -> bool:
    return element.tag in {"main", "article"} or element.get("role") in {"main", "article"}


def _innermost(body: etree._Element, sizes: Mapping[etree._Element, int]) -> etree._Element:
    """The innermost block that holds two thirds of the words of the page; one with paragraphs of its own is whole."""
    held = body
    while True:
        blocks = [each for each in held if each in sizes and each.tag in _BLOCKS]
        inner = max(blocks, key=lambda each: sizes[each], default=None)
        own = any(each.tag == "p" and sizes.get(each) for each in held)
        if own or inner is None or sizes[inner] * 3 < sizes[body] * 2:
            return held
        held = inner
