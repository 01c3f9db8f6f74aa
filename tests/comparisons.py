"""Comparisons for the tests of what shows and stores them: some by hand, any by `comparisons`."""

from __future__ import annotations

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
    writer, texts = Writer(), st.lists(WORDS, max_size=3)
    passages = [writer.note(text) for text in draw(st.lists(WORDS, max_size=2))]
    points = [
        writer.point(
            str(number), draw(texts), draw(st.dictionaries(st.sampled_from("abc"), texts, max_size=2))
        )
        for number in range(1, draw(st.integers(1, 5)))
    ]
    said = {field: draw(WORDS | st.just("")) for field in ("title", "date", "source", "language")}
    completeness = draw(st.sampled_from(COMPLETENESS))
    return Draft(
        name,
        writer.text,
        "0" * 64,
        completeness=completeness,
        points=tuple(points),
        passages=tuple(passages),
        remarks=tuple(draw(st.lists(WORDS, max_size=2))),
        title=said["title"],
        date=said["date"],
        source=said["source"],
        language=said["language"],
    )


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Any comparison whose changes hold each provision once and prove themselves by a whole edit."""
    old, new = draw(drafts("old.md")), draw(drafts("new.md"))
    mine, other = list(old.provisions), list(new.provisions)
    changes = []
    while mine or other:
        here = tuple(mine.pop(0) for _ in range(min(len(mine), draw(st.integers(0, 2)))))
        there = tuple(other.pop(0) for _ in range(min(len(other), draw(st.integers(0, 2)))))
        if here or there:
            changes.append(draw(_changes(here, there)))
    ids = st.lists(WORDS, min_size=1, max_size=2).map(tuple)
    pins = st.lists(st.builds(Pin, ids, ids), max_size=2).map(tuple)
    links = draw(st.builds(Pins, WORDS, pins, pins))
    remarks, robustness = draw(REMARKS), draw(st.none() | _robustness())
    return Comparison(old, new, Changes(changes, ("territory", "nuclear")), links, remarks, robustness)


def _robustness() -> st.SearchStrategy[Robustness]:
    settings = st.builds(Nearby, WORDS, st.integers(0, 9), st.integers(0, 9), st.booleans())
    waverings = st.builds(
        Wavering, st.sampled_from(["old", "new"]), st.sampled_from("123"), st.integers(0, 6)
    )
    return st.builds(
        Robustness, st.lists(settings, max_size=2).map(tuple), st.lists(waverings, max_size=2).map(tuple)
    )


@st.composite
def _changes(draw: st.DrawFn, old: tuple[Provision, ...], new: tuple[Provision, ...]) -> Change:
    linked = bool(old and new)
    fates: list[Fate] = ["reworded", "changed"] if linked else ["dropped"] if old else ["added"]
    share = st.floats(0, 1)
    traces = st.builds(Trace, WORDS, st.integers(0, 100), st.tuples(WORDS))
    bare = Change(old, new, fate="unchanged")
    edit = Edit("replace", bare.before, bare.after, (0, len(bare.before)), (0, len(bare.after)))
    return Change(
        old,
        new,
        fate=draw(st.sampled_from(fates)),
        shape=draw(st.sampled_from(["one", "split", "merged", "regrouped"])),
        basis=draw(st.sampled_from(["stated", "reported"])),
        moved=draw(st.booleans()),
        renumbered=draw(st.booleans()),
        found=draw(st.sampled_from(["exact", "text", "user"])) if linked else None,
        score=draw(share) if linked else None,
        confidence=draw(share) if linked else None,
        runner_up=draw(st.none() | st.builds(RunnerUp, WORDS, WORDS, share, st.none() | share)),
        topics=tuple(draw(st.lists(st.sampled_from(["territory", "nuclear"]), unique=True))),
        shifts=tuple(draw(st.lists(SHIFTS, max_size=2))),
        gone=tuple(draw(st.lists(WORDS, max_size=2))),
        come=tuple(draw(st.lists(WORDS, max_size=2))),
        edits=(edit,),
        trace=tuple(draw(st.lists(traces, max_size=1))),
    )
