"""What gave way to other words in a provision of which hardly anything else changed: ``tourism`` to ``fisheries``.

Where nearly all words are kept in their order, nobody translated anew: a word that nothing explains is another
content, whatever it is. Told as scope, a body or an office that is written large as party.
"""

from __future__ import annotations

from collections.abc import Iterator

from peacediff.aspects.attached import is_attached
from peacediff.aspects.cues import hits
from peacediff.aspects.facing import Term, shift
from peacediff.aspects.polarity import denials
from peacediff.aspects.runs import Run, Runs
from peacediff.model import Aspect, Shift

_KEPT, _SHARE = 8, 0.8
"""So many words of content, and so great a part of the longer side, must be kept."""
_KIND = "kind"
"""The cue of scope that says of which kind something is."""
_LONGEST = 3
"""Words that gave way at most."""


def sole(old: Runs, new: Runs) -> Iterator[Shift]:
    """What gave way to what; mirrors when the sides change places."""
    kept, longest = len(old.across.old), max(_untold(old, new), _untold(new, old))
    if kept < _KEPT or kept < _SHARE * longest:
        return
    others = {new.place(run): run for run in new.all}
    for run in old.all:
        other = others.get(old.place(run))
        if other and abs(len(run) - len(other)) <= 1 and _is_telling(old, run) and _is_telling(new, other):
            yield shift(
                _aspect((old, run), (new, other)),
                "replaced",
                (old.here, new.here),
                (_term(run), _term(other)),
            )


def _untold(side: Runs, there: Runs) -> int:
    """How many words of content of a side are kept, or told by no shift."""
    return sum(at not in there.told or side.across.across(at) is not None for at in side.here.content)


def _is_telling(side: Runs, run: Run) -> bool:
    """Whether a run is short, unexplained, of words alone, no clause, and does more than praise or carry on."""
    here, grammar = side.here, side.here.knowledge.grammar
    if len(run) > _LONGEST or not all(side.is_again(at) or side.unexplained_of([at]) for at in run):
        return False
    bounds = (hit for hit in hits("scope", here) if hit.cue.id != _KIND)
    laid_down = (hit for hit in hits("duty", here) if not is_attached(hit))
    owned = (*laid_down, *bounds, *denials(here))
    if any(hit.first <= at < hit.end for hit in owned for at in run):
        return False
    verbs = here.knowledge.auxiliaries | grammar.leading
    if not verbs.isdisjoint(here.keys[run[0] : run[-1]]) or any(here.parted[run[0] : run[-1]]):
        return False
    said = [at for at in run if here.keys[at] not in grammar.stressing | grammar.carrying | grammar.listing]
    is_words = all(here.keys[at].isalpha() and not here.literal(at).isupper() for at in run)
    return is_words and not here.knowledge.weak.issuperset(here.stems[at] for at in said)


def _aspect(*places: tuple[Runs, Run]) -> Aspect:
    return "party" if all(_is_body(side, run) for side, run in places) else "scope"


def _is_body(side: Runs, run: Run) -> bool:
    """Whether a run is written large as the name of a body is: ``National Library``, ``Governor``."""
    words, here = side.here.knowledge.name_words, side.here
    named = any(here.keys[at] in words.bodies | words.offices | words.institutions for at in run)
    return named and all(map(here.is_capital, run))


def _term(run: Run) -> Term:
    return Term("sole", 0, "", run[0], run[0], run[-1] + 1)
