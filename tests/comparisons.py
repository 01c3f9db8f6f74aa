"""Comparisons for the tests of what shows and stores them: some by hand, any by `comparisons`."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from peacediff.model import (
    ASPECTS,
    COMPLETENESS,
    DIRECTIONS,
    Change,
    Changes,
    Comparison,
    Completeness,
    Draft,
    Edit,
    Fate,
    Nearby,
    Passage,
    Pin,
    Pins,
    Point,
    Provision,
    Quote,
    Remark,
    Robustness,
    RunnerUp,
    Shift,
    Side,
    Trace,
    Wavering,
)

WORDS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
SIDES: list[Side] = ["old", "new"]
_QUOTES = st.lists(st.builds(Quote, st.sampled_from(SIDES), WORDS, WORDS), max_size=2).map(tuple)
REMARKS = st.lists(st.builds(Remark, WORDS, st.sampled_from(SIDES), WORDS, _QUOTES, _QUOTES), max_size=2).map(
    tuple
)
_SPANS = st.none() | st.tuples(st.integers(0, 99), st.integers(0, 99))
SHIFTS = st.builds(
    Shift, st.sampled_from(ASPECTS), st.sampled_from(DIRECTIONS), WORDS, WORDS, _SPANS, _SPANS, WORDS
)

_FEW_WORDS = st.lists(WORDS, max_size=2)
_TUPLE_OF_WORDS = _FEW_WORDS.map(tuple)
_TEXTS = st.lists(WORDS, max_size=3)
_BELOW = st.dictionaries(st.sampled_from("abc"), _TEXTS, max_size=2)
_COUNT = st.integers(1, 4)
_COMPLETENESS = st.sampled_from(COMPLETENESS)
_WORDS_OR_NONE = WORDS | st.just("")
_UP_TO_TWO = st.integers(0, 2)
_IDS = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
_PINS = st.lists(st.builds(Pin, _IDS, _IDS), max_size=2).map(tuple)
_LINKS = st.builds(Pins, WORDS, _PINS, _PINS)
_SETTINGS = st.builds(Nearby, WORDS, st.integers(0, 9), st.integers(0, 9), st.booleans())
_WAVERINGS = st.builds(Wavering, st.sampled_from(SIDES), st.sampled_from("123"), st.integers(0, 6))
_ROBUSTNESS = st.none() | st.builds(
    Robustness, st.lists(_SETTINGS, max_size=2).map(tuple), st.lists(_WAVERINGS, max_size=2).map(tuple)
)
_SHARE = st.floats(0, 1)
_RUNNER_UP = st.none() | st.builds(RunnerUp, WORDS, WORDS, _SHARE, st.none() | _SHARE)
_LINKED: dict[str, st.SearchStrategy[Any]] = {
    "fate": st.sampled_from(["reworded", "changed"]),
    "found": st.sampled_from(["exact", "text", "user"]),
    "score": _SHARE,
    "confidence": _SHARE,
}
_SAID: dict[str, st.SearchStrategy[Any]] = {
    "shape": st.sampled_from(["one", "split", "merged", "regrouped"]),
    "basis": st.sampled_from(["stated", "reported"]),
    "moved": st.booleans(),
    "renumbered": st.booleans(),
    "runner_up": _RUNNER_UP,
    "topics": st.lists(st.sampled_from(["territory", "nuclear"]), unique=True).map(tuple),
    "shifts": st.lists(SHIFTS, max_size=2).map(tuple),
    "gone": _TUPLE_OF_WORDS,
    "come": _TUPLE_OF_WORDS,
    "trace": st.lists(st.builds(Trace, WORDS, st.integers(0, 100), st.tuples(WORDS)), max_size=1).map(tuple),
}
# Strategies stand here and not where they are drawn from: a new one is checked and labelled at every draw.


class Writer:
    """Writes a draft piece by piece, so that every text is its span's slice."""

    def __init__(self) -> None:
        self.text = ""

    def put(self, text: str) -> tuple[int, int]:
        """Append a text; its span."""
        start = len(self.text)
        self.text += text
        return start, len(self.text)

    @property
    def line(self) -> int:
        """The line the next piece begins on."""
        return self.text.count("\n") + 1

    def provision(self, name: str, text: str) -> Provision:
        """Append a provision."""
        line = self.line
        provision = Provision(name, "clause", text, self.put(text), line)
        self.put("\n")
        return provision

    def point(self, name: str, texts: list[str], below: dict[str, list[str]] | None = None) -> Point:
        """Append a point with its provisions and the points below it."""
        line, span = self.line, self.put(f"{name}.")
        provisions = [
            self.provision(name if i == 1 else f"{name}#{i}", text) for i, text in enumerate(texts, start=1)
        ]
        points = [self.point(f"{name}.{label}", inner) for label, inner in (below or {}).items()]
        return Point(name, f"{name}.", "point", line, span, tuple(provisions), tuple(points))

    def note(self, text: str) -> Passage:
        """Append a note."""
        line = self.line
        return Passage("note", text, self.put(text), line)


def draft(
    points: dict[str, list[str]],
    name: str = "old.md",
    completeness: Completeness = "complete",
) -> Draft:
    """A draft of flat points, each a list of provisions."""
    writer = Writer()
    written = tuple(writer.point(label, texts) for label, texts in points.items())
    return Draft(name, writer.text, "0" * 64, completeness=completeness, points=written)


def by_id(side: Draft, *ids: str) -> tuple[Provision, ...]:
    """The provisions of a draft with these ids."""
    found = {p.id: p for p in side.provisions}
    return tuple(found[name] for name in ids)


@st.composite
def drafts(draw: st.DrawFn, name: str) -> Draft:
    """Any draft, of few points."""
    writer = Writer()
    passages = [writer.note(text) for text in draw(_FEW_WORDS)]
    points = [writer.point(str(number), draw(_TEXTS), draw(_BELOW)) for number in range(1, draw(_COUNT) + 1)]
    said = {field: draw(_WORDS_OR_NONE) for field in ("title", "date", "source", "language")}
    return Draft(
        name,
        writer.text,
        "0" * 64,
        completeness=draw(_COMPLETENESS),
        points=tuple(points),
        passages=tuple(passages),
        remarks=draw(_TUPLE_OF_WORDS),
        title=said["title"],
        date=said["date"],
        source=said["source"],
        language=said["language"],
    )


_OLD, _NEW = drafts("old.md"), drafts("new.md")


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any comparison whose changes hold each provision once and prove themselves by a whole edit."""
    old, new = draw(_OLD), draw(_NEW)
    mine, other = list(old.provisions), list(new.provisions)
    changes = []
    while mine or other:
        here = tuple(mine.pop(0) for _ in range(min(len(mine), draw(_UP_TO_TWO))))
        there = tuple(other.pop(0) for _ in range(min(len(other), draw(_UP_TO_TWO))))
        if here or there:
            changes.append(_change(draw, here, there))
    return Comparison(
        old, new, Changes(changes, ("territory", "nuclear")), draw(_LINKS), draw(REMARKS), draw(_ROBUSTNESS)
    )


def _change(draw: st.DrawFn, old: tuple[Provision, ...], new: tuple[Provision, ...]) -> Change:
    linked = bool(old and new)
    fate: Fate = "dropped" if old else "added"
    bare = Change(old, new, fate="unchanged")
    edit = Edit("replace", bare.before, bare.after, (0, len(bare.before)), (0, len(bare.after)))
    drawn = {name: draw(strategy) for name, strategy in (_SAID | _LINKED if linked else _SAID).items()}
    return Change(old, new, **{"fate": fate, **drawn}, edits=(edit,))
