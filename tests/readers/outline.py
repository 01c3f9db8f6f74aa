"""What the tests of reading look at: ids, and provisions by id."""

from __future__ import annotations

from peacediff import Draft
from peacediff.readers import read_text


def read_plain(text: str) -> Draft:
    return read_text(text, input_format="text")


def read_markdown(text: str) -> Draft:
    return read_text(text, input_format="markdown")


def ids(draft: Draft) -> list[str]:
    return [point.id for point in draft.walk()]


def texts(draft: Draft) -> dict[str, str]:
    return {provision.id: provision.text for provision in draft.provisions}


def headings(draft: Draft) -> list[str]:
    return [provision.id for provision in draft.provisions if provision.kind == "heading"]


def passages(draft: Draft) -> list[tuple[str, str]]:
    return [(passage.kind, passage.text) for passage in draft.passages]
