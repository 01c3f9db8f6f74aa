"""What is said of changes and drafts, in the words a reader sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from peacediff.model import Change, Changes, Comparison, Draft, Fate, PassageKind, Remark
from peacediff.model import Side as DraftSide
from peacediff.present.numbering import numbering
from peacediff.present.page import Ref, Sentence, Side, between
from peacediff.present.runs import differs_only_in_print
from peacediff.present.shifted import brief, words_line

ORDER: tuple[Fate, ...] = ("dropped", "changed", "added", "reworded", "unchanged")
"""What a reader of a new draft fears most comes first."""

Names = Mapping[DraftSide, str]
DRAFTS: Names = MappingProxyType({"old": "the old draft", "new": "the new draft"})
"""What the drafts are called."""

_COMPLETENESS = {"complete": "", "partial": "known in part", "reported": "known from reports"}
_ASIDES: dict[PassageKind, str] = {
    "note": "set aside as a note",
    "remark": "set aside as a remark on provisions",
    "remainder": "not understood",
}
_MOST_LINES = 8
_MOST_PHRASES = 6
_SOMEWHAT_ALIKE = 0.2
"""A nearest text that is less alike is not worth a look."""


def side(draft: Draft) -> Side:
    """What heads a draft."""
    known = [files(draft), draft.date, _COMPLETENESS[draft.completeness], _counts(draft)]
    asides = (_aside(kind, draft, file) for file in draft.files for kind in _ASIDES)
    said = (*filter(None, (*asides, numbering(draft))), *draft.remarks)
    return Side(draft.title or draft.name, ", ".join(filter(None, known)), said, draft.language)


def files(draft: Draft) -> str:
    """The file of a draft, and those beside it."""
    return " with ".join(filter(None, (draft.name, ", ".join(draft.files[1:]))))


def summary(changes: Changes) -> str:
    """All fates counted in one sentence, and in another how many links are flagged."""
    differs = any(change.fate != "unchanged" for change in changes)
    first = counts(changes) if differs else f"No word differs in {plural(len(changes), 'provision')}"
    return " ".join(f"{said}." for said in (first, linked(changes)) if said)


def linked(changes: Changes) -> str:
    """The links and how many bear each flag: ``35 links: 2 merged, 32 renumbered``; empty where none does."""
    links = [change for change in changes if change.old and change.new]
    flagged = sorted(Counter(flag for change in links for flag in flags(change)).items())
    flagged += [("renumbered", sum(map(renumbered, links))), ("doubtful", len(changes.doubtful))]
    said = [f"{count} {flag}" for flag, count in flagged if count]
    return f"{plural(len(links), 'link')}: {', '.join(said)}" if said else ""


def counts(changes: Sequence[Change]) -> str:
    """The fates of some changes counted: ``3 dropped, 1 changed``."""
    found = Counter(change.fate for change in changes)
    return ", ".join(f"{found[fate]} {fate}" for fate in ORDER if found[fate])


def topic(name: str) -> str:
    """The title of a section."""
    return name.replace("-", " ").capitalize() or "Other topics"


def told_above(changes: Sequence[Change]) -> Sentence:
    """Names the changes that are about the topic of a section and stand in an earlier one."""
    named = [part for change in changes for part in ("; ", _named(change), f" ({change.fate})")]
    return ("Also about this, told above: ", *named[1:]) if named else ()


def _named(change: Change) -> Ref:
    """A change by the ids of both sides."""
    side: DraftSide = "old" if change.old else "new"
    return Ref(side, (change.old or change.new)[0].id, between(*_ids(change)))


def left_out(count: int) -> str:
    """What is not shown where topics were asked for."""
    are = "is" if count == 1 else "are"
    return f"{plural(count, 'change')} about other topics {are} not shown." if count else ""


def absence(fate: Fate, comparison: Comparison | None = None) -> str:
    """How an absence is worded where the text that would have to hold the words is not known in full."""
    where = "" if fate == "dropped" else "old "
    other = comparison and (comparison.new if fate == "dropped" else comparison.old)
    if other and other.completeness == "partial":
        return f"not in the known part of the {where}text"
    return f"not in the reported {where}text"


def verdict(change: Change, comparison: Comparison | None = None) -> str:
    """The fate of a change, or how its absence is worded."""
    reported = change.basis == "reported" and not (change.old and change.new)
    return absence(change.fate, comparison) if reported else change.fate


def flags(change: Change) -> Iterator[str]:
    """The shape and the flags of a change, a word each, but for a new number: the ids of both sides show that."""
    if change.shape != "one":
        yield change.shape
    yield from papers(change) or ["moved"] * change.moved
    yield from _openness(change)


def renumbered(change: Change) -> bool:
    """Whether a change has another number within the same file; what left for a paper has none to keep."""
    return change.renumbered and not papers(change)


def papers(change: Change) -> tuple[str, ...]:
    """The papers of a package that the text of a change left or went to."""
    sides = (("from", change.from_papers), ("to", change.to_papers))
    return tuple(f"moved {way} {name.rpartition('/')[2]}" for way, names in sides for name in names)


def _openness(change: Change) -> Iterator[str]:
    """Whether the parties have left the text open: brackets, or one of several options."""
    found = {
        side: any(p.open for p in held) for side, held in (("old", change.old), ("new", change.new)) if held
    }
    if all(found.values()):
        yield "left open"
    elif any(found.values()):
        yield "now open" if found["new"] else "no longer open"


def remarks(change: Change, drafts: Names = DRAFTS) -> Iterator[Sentence]:
    """What else is to be said of a change, a sentence each, and what either draft is called in them."""
    for line in words_line(change):
        yield (line,)
    if change.old and change.new and differs_only_in_print(change):
        yield ("differs in white space, quotes or dashes only",)
    if change.confidence is not None and change.doubtful:
        sure = round(change.confidence * 1000) // 10 / 100
        yield (f"doubtful link (confidence {sure:.2f})", *_rival(change, drafts))
    if change.found == "user":
        yield ("linked by the user",)
    yield from _whereabouts(change, drafts)


def _ids(change: Change) -> tuple[str, str]:
    return ", ".join(p.id for p in change.old), ", ".join(p.id for p in change.new)


def quotes(remark: Remark) -> Iterator[Sentence]:
    """The words that show a remark, each with its draft and provision."""
    for quote in remark.quotes:
        yield f"{quote.side} ", Ref(quote.side, quote.provision), f": “{brief(quote.words)}”"
    for quote in remark.elsewhere:
        where = f"elsewhere in the {quote.side} draft, "
        yield where, Ref(quote.side, quote.provision), f": “{brief(quote.words)}”"


def plural(count: int, noun: str) -> str:
    """A count with its noun."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _rival(change: Change, drafts: Names) -> Sentence:
    rival = change.runner_up
    if rival is None:
        return ()
    if rival.old in {p.id for p in change.old}:
        return f"; next best in {drafts['new']}: ", Ref("new", rival.new)
    if rival.new in {p.id for p in change.new}:
        return f"; next best in {drafts['old']}: ", Ref("old", rival.old)
    return "; next best: ", Ref("old", rival.old), " → ", Ref("new", rival.new)


def _whereabouts(change: Change, drafts: Names) -> Iterator[Sentence]:
    """Where the content of an unlinked provision may still be, or that nothing holds much of it."""
    if change.old and change.new:
        return
    where: DraftSide = "old" if change.new else "new"
    for trace in change.trace:
        words = f" of {drafts[where]}: {_quoted(trace.words)}"
        yield f"{trace.coverage} % of its wording in ", Ref(where, trace.provision), words
    if not change.trace:
        yield (f"nothing in {drafts[where]} holds much of its wording", *_nearest(change, where))


def _quoted(phrases: Sequence[str]) -> str:
    """The longest phrases, in the order of the text, and how many more there are."""
    longest = sorted(range(len(phrases)), key=lambda place: (-len(phrases[place]), place))[:_MOST_PHRASES]
    more = f" and {len(phrases) - len(longest)} more" * (len(phrases) > len(longest))
    return ", ".join(f"“{phrases[place]}”" for place in sorted(longest)) + more


def _nearest(change: Change, where: DraftSide) -> Sentence:
    if change.runner_up is None or change.runner_up.score < _SOMEWHAT_ALIKE:
        return ()
    near = change.runner_up.old if change.new else change.runner_up.new
    return "; nearest: ", Ref(where, near), f", likeness {change.runner_up.score:.2f}"


def _counts(draft: Draft) -> str:
    found = Counter(_ranks(draft))
    found["provision"] = len(draft.provisions)
    nouns = ("point", "sub-point", "heading", "provision")
    return ", ".join(plural(found[noun], noun) for noun in nouns if found[noun] or noun == "provision")


def _ranks(draft: Draft) -> Iterator[str]:
    """What each point counts as: a heading alone does not make the points below it sub-points."""
    waiting = [(point, "point") for point in draft.points]
    while waiting:
        point, rank = waiting.pop()
        yield rank if point.kind == "point" else point.kind
        rank = rank if point.kind == "heading" else "sub-point"
        waiting += [(below, rank) for below in point.points]


def _aside(kind: PassageKind, draft: Draft, file: str) -> str:
    """What was set aside in one file of a draft."""
    found = (passage for passage in draft.passages if passage.kind == kind)
    lines = [str(passage.line) for passage in found if draft.file_at(passage.span[0]) == file]
    if not lines:
        return ""
    shown = ", ".join(lines[:_MOST_LINES])
    more = f" and {len(lines) - _MOST_LINES} more" if len(lines) > _MOST_LINES else ""
    where = "" if file == draft.name else f"{file}, "
    return (
        f"{plural(len(lines), 'passage')} {_ASIDES[kind]} ({where}line{'s' * (len(lines) > 1)} {shown}{more})"
    )
