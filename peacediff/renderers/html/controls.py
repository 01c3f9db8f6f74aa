"""What narrows the page: hidden until the script of the page works it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import htpy as h

from peacediff.present.page import GLYPHS, Entry, Page
from peacediff.renderers.html.judged import Beside, found_in, kinds
from peacediff.renderers.html.markup import shown


def controls(page: Page, findings: Beside) -> h.Node:
    """Filters by fate, topic, aspect and finding, a search, and buttons from change to change."""
    entries = [entry for section in page.sections for group in section.groups for entry in group.entries]
    return h.form("#controls", {"aria-label": "Filter the changes", "hidden": True})[
        h.fieldset[h.legend["Fate"], _fates(entries), _doubtful(entries)],
        h.div(".fields")[
            _choice("topic", "Topic", (topic for entry in entries for topic in entry.topics)),
            _choice("aspect", "What shifted", (line.aspect for entry in entries for line in entry.shifts)),
            _choice("finding", "Finding", (kind for e in entries for kind in kinds(found_in(e, findings)))),
            h.label["Text ", h.input("#search", type="search", size="18")],
            h.label[h.input("#keys", type="checkbox", checked=True), " keys n, p, /"],
        ],
        h.div(".steps")[
            h.button("#previous", type="button")["Previous"],
            h.button("#next", type="button")["Next"],
            h.button("#all", type="reset")["Show all"],
            h.output("#found", {"aria-live": "polite"}),
        ],
    ]


def _fates(entries: Iterable[Entry]) -> Iterator[h.Node]:
    counts = Counter(entry.fate for entry in entries)
    for fate, glyph in GLYPHS.items():
        if counts[fate]:
            box = h.input(type="checkbox", name="fate", value=fate, checked=True)
            yield h.label(class_=fate)[box, f" {glyph} {fate} ({counts[fate]})"]


def _doubtful(entries: Iterable[Entry]) -> h.Node:
    count = sum(entry.doubtful for entry in entries)
    return h.label[h.input("#doubtful", type="checkbox"), f" only doubtful ({count})"] if count else None


def _choice(name: str, label: str, values: Iterable[str]) -> h.Node:
    """A list of what there is, with counts; nothing where there is nothing to choose."""
    counts = sorted(Counter(values).items())
    options = [h.option(value=shown(value))[f"{shown(value)} ({count})"] for value, count in counts]
    return h.label[f"{label} ", h.select(id=name)[h.option(value="")["any"], options]] if counts else None
