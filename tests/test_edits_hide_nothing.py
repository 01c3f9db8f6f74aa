"""One edit in a provision that was rendered anew is told: a number, a denial, a condition, a milder word of duty.

The renderings that come out as reworded are what doubles explain best, so what they hide is hidden here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from peacediff import compare, read, read_text

ROOT = Path(__file__).parents[1]
DRAFTS = {"us-28": "old.md", "ua-20": "new.md"}
SAME = {"unchanged", "reworded"}
EDITS = {
    "number": (r"(?<![\w.,:-])\d+(?![\w.:-]|,\d)", r"\g<0>0"),
    "denied": (r"\b(will|shall|must|may) (?!not\b)", r"\1 not "),
    "condition": (r"(?<=\w)[.:]?\Z", r" in peacetime\g<0>"),
    "some": (r"\b[Aa]ll\b", "some"),
    "after": (r"\bbefore\b", "after"),
    "partial": (r"\bfull\b", "partial"),
    "temporary": (r"\bpermanent\b", "temporary"),
}
"""What is found and what is put in its place."""


@cache
def pairs() -> list[tuple[str, str]]:
    """The provisions of the founding case and their renderings, where they say the same."""
    found = []
    for name, draft in DRAFTS.items():
        here = ROOT / "examples" / "01-us-28-to-ua-20" / draft
        changes = compare(read(here), read(ROOT / "tests" / "renderings" / f"{name}.md")).changes
        found += [(one.before, one.after) for one in changes if one.fate in SAME and one.shape == "one"]
    return [pair for pair in found if is_hidden(*pair)]


def is_hidden(old: str, new: str) -> bool:
    changes = compare(read_text(f"1. {old}\n"), read_text(f"1. {new}\n")).changes
    return all(change.fate in SAME for change in changes)


def edited(text: str, edit: str) -> Iterator[str]:
    """The text with the edit at each place where it can be made, one at a time."""
    found, put = EDITS[edit]
    for match in re.finditer(found, text):
        yield text[: match.start()] + match.expand(put) + text[match.end() :]


@pytest.mark.parametrize("edit", EDITS)
def test_one_edit_in_a_rendering_is_told(edit: str) -> None:
    hidden = [text for old, new in pairs() for text in edited(new, edit) if is_hidden(old, text)]
    assert hidden == []
