"""The head of a page that needs nothing else, and lets nothing in but its own style and script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

import htpy as h
from markupsafe import Markup


def head(title: str, style: str, script: str = "") -> h.Element:
    """The head with a title, the style, and a policy that names the digests of the style and of the page's script."""
    return h.head[_meta(style, script), h.title[title], h.style[Markup(style)]]  # noqa: S704 (our own file)


def _meta(style: str, script: str) -> Iterator[h.Node]:
    sources = f"style-src {_digest(style)}" + (f"; script-src {_digest(script)}" if script else "")
    policy = f"default-src 'none'; base-uri 'none'; form-action 'none'; {sources}"
    yield h.meta(charset="utf-8")
    yield h.meta({"http-equiv": "Content-Security-Policy"}, content=policy)
    yield h.meta(name="viewport", content="width=device-width, initial-scale=1")
    yield h.meta(name="color-scheme", content="light dark")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}'"
