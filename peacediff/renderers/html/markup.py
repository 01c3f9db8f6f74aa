"""Text and names of the documents as parts of a page: nothing of them is markup, and no name breaks out."""

from __future__ import annotations

import re
from collections.abc import Collection
from urllib.parse import quote

import htpy as h
from markupsafe import Markup

from peacediff.present.page import Ref, Run, Sentence
from peacediff.renderers.visible import visible

_TAGS = {"deleted": h.del_, "inserted": h.ins}


def shown(text: str) -> str:
    """Text in one line, with what would act on the reader made visible; htpy escapes the rest."""
    return re.sub(r"\s+", " ", visible(text))


def at_once(element: h.Element) -> Markup:
    """An element as markup: htpy hands every piece of it up level by level, which takes long in a long page."""
    return Markup(element)  # noqa: S704 (htpy has escaped it)


def anchor(to: Ref) -> str:
    """The name of a provision within the page, ``new:12:2`` for ``12#2``: another for every other id."""
    named = quote(to.id, safe="/~", errors="surrogatepass")
    return f"{to.side}:{named.replace('%23', ':')}"


def runs(of: tuple[Run, ...]) -> list[h.Node]:
    """Text with what was taken away and put in."""
    return [_TAGS[run.role][shown(run.text)] if run.role in _TAGS else shown(run.text) for run in of]


def sentence(parts: Sentence, known: Collection[str]) -> list[h.Node]:
    """A sentence in which the provisions that stand on the page are links; ``known`` are their anchors."""
    return [shown(part) if isinstance(part, str) else reference(part, known) for part in parts]


def reference(to: Ref, known: Collection[str]) -> h.Node:
    """A provision by its name, as a link where it stands on the page."""
    name = shown(str(to))
    return h.a(href=f"#{anchor(to)}")[name] if anchor(to) in known else name
