"""What gave way to other words in the same place, where nothing explains either.

A verb under a word of duty is a task, told as a duty that was replaced; a name in an order ("the second election")
is told as reference, or as deadline where time runs from it; a kind of place, a direction and a word such as "outside"
as place; who acts ("the governor shall") as party; what says the kind of the same noun, and one thing that a topic is
listed by for another, as scope. Any other noun, and what stands behind "is", may as well be another word for the same:
that is left to the words gone and come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from peacediff.aspects.deadline.times import times
from peacediff.aspects.duty import duties
from peacediff.aspects.facing import Term, sentence, shift
from peacediff.aspects.matters import is_matter
from peacediff.aspects.polarity import denials
from peacediff.aspects.reading import Reading
from peacediff.aspects.runs import Run, Runs
from peacediff.aspects.tasks import is_task
from peacediff.model import Aspect, Direction, Shift

_TASK, _THING = 3, 2
"""Words of content that may give way: more were rewritten with all around them."""


def replaced(old: Runs, new: Runs) -> Iterator[Shift]:
    """What gave way to what."""
    for run, other in (_cut(*pair, (old, new)) for pair in _pairs(old, new)):
        aspect = _aspect((old, run), (new, other))
        if aspect:
            terms = (_term(old.here, run, aspect), _term(new.here, other, aspect))
            direction: Direction = "incomparable" if aspect == "deadline" else "replaced"
            yield shift(aspect, direction, (old.here, new.here), terms)


def _pairs(old: Runs, new: Runs) -> Iterator[tuple[Run, Run]]:
    """The runs that stand in one place, without what only moved; a word alone may stand across as well."""
    others = {new.place(run): run for run in new.trimmed}
    yield from ((run, others[old.place(run)]) for run in old.trimmed if old.place(run) in others)
    alone = {new.place(run): run for run in new.all if len(run) == 1}
    pairs = ((run, alone[old.place(run)]) for run in old.all if len(run) == 1 and old.place(run) in alone)
    yield from (pair for pair in pairs if old.is_moved(pair[0][0]) != new.is_moved(pair[1][0]))


def _cut(run: Run, other: Run, sides: tuple[Runs, Runs]) -> tuple[Run, Run]:
    """Two runs, or only what stands in both from a task ("the truce will | end"), who acts, or an order on.

    An order ends them ("the union's | tenth meeting").
    """
    both = (run, other)
    for place in (_task, _agent, _order):
        cuts = [place(side, words) for side, words in zip(sides, both, strict=True)]
        if None not in cuts and any(cuts):
            return run[cuts[0] :], other[cuts[1] :]
    return both


def _order(side: Runs, run: Run) -> int | None:
    """Where in a run a place in an order begins that ends it; None where none does."""
    return next((place for place in range(len(run)) if _is_ordinal(side, run[place:])), None)


def _agent(side: Runs, run: Run) -> int | None:
    """Where in a run begins who does something; None where nobody is named."""
    agent = side.here.knowledge.grammar.agent
    return next(
        (place for place, at in enumerate(run) if at and side.here.keys[_before(side, at)] in agent), None
    )


def _task(side: Runs, run: Run) -> int | None:
    """Where in a run the first task stands behind other words; None where none does."""
    leading = side.here.knowledge.grammar.leading - side.here.knowledge.name_words.ways
    within = range(1, len(run))
    return next(
        (
            place
            for place in within
            if not leading.isdisjoint(side.here.keys[run[place - 1] + 1 : run[place]])
        ),
        None,
    )


_Place = tuple[Runs, Run]


def _aspect(*places: _Place) -> Aspect | None:
    if not all(_is_unexplained(*place) for place in places):
        return None
    if all(_is_ordinal(*place) for place in places):
        return "deadline" if all(_is_timed(*place) for place in places) else "reference"
    for test, aspect in _TESTS:
        if all(test(*place) for place in places):
            return aspect if aspect != "duty" or _are_tasks(*places) else None
    if not all(_is_thing(*place) for place in places) or not _stand_alike(*places):
        return None
    if all(_acts(*place) for place in places) or _are_agents(*places):
        return "party"
    return "scope" if all(is_matter(side.here, run) for side, run in places) else None


def _is_unexplained(side: Runs, run: Run) -> bool:
    """Whether nothing explains any word of a run that may be one thing; a word alone may stand across less often."""
    is_short = len(run) <= _TASK and run[-1] - run[0] <= _TASK
    return is_short and (side.unexplained_of(run) == len(run) or (len(run) == 1 and side.is_again(run[0])))


def _is_of_place(side: Runs, run: Run) -> bool:
    """Whether a run is one word that tells what kind of a place is meant, which side of it, or within or without."""
    words, key = side.here.knowledge.name_words, side.here.keys[run[0]]
    kinds = (key in some for some in (words.lands, words.settlements, words.locatives, *words.kinds.values()))
    return len(run) == 1 and any(kinds)


def _is_ordinal(side: Runs, run: Run) -> bool:
    """Whether a run names a place in an order and says no more: second, twenty-first, 21st."""
    (*tens, last), numerals = [side.here.keys[at] for at in run], side.here.knowledge.numerals
    if last in numerals.ordinals:
        return all(key in numerals.words for key in tens)
    return last in numerals.ordinal_endings and len(tens) == 1 and tens[0].isdigit()


def _is_timed(side: Runs, run: Run) -> bool:
    return any(time.first <= run[0] < time.end for time in times(side.here))


def _is_told_task(side: Runs, run: Run) -> bool:
    """Whether a run is a task, not part of a word of duty, and kept words of its sentence follow, or it ends that."""
    if not is_task(side.here, run[0]):
        return False
    if any(hit.first <= run[-1] and run[0] - 1 <= hit.first for hit in denials(side.here)):
        return False
    if any(hit.first < run[0] and run[-1] < hit.end for hit in duties(side.here)):
        return False
    end = sentence(side.here, run[0])[1]
    return side.around(run)[1] < end or run[-1] + 1 == end


def _are_tasks(*places: _Place) -> bool:
    """Whether two tasks are in one voice and either does more than carry on."""
    carrying = places[0][0].here.knowledge.grammar.carrying
    carried = (all(side.here.keys[at] in carrying for at in run) for side, run in places)
    return len(set(map(_is_passive, places))) == 1 and not all(carried) and not any(map(_is_vague, places))


def _is_vague(place: _Place) -> bool:
    """Whether a verb that no word of duty leads to says little itself: "takes its decisions"."""
    (side, run), knowledge = place, place[0].here.knowledge
    led = knowledge.grammar.leading | knowledge.auxiliaries
    is_alone = len(run) == 1 and side.here.keys[run[0] - 1] not in led
    return is_alone and side.here.stems[run[0]] in knowledge.weak


def _is_passive(place: _Place) -> bool:
    """Whether a small verb stands between a task and what leads to it: "shall be freed"."""
    (side, run), knowledge = place, place[0].here.knowledge
    return side.here.keys[run[0] - 1] in knowledge.auxiliaries - knowledge.grammar.leading


def _is_kind(side: Runs, run: Run) -> bool:
    """Whether a run says the kind of the kept noun behind it, and does more than praise or stress."""
    here, head, grammar = side.here, run[-1] + 1, side.here.knowledge.grammar
    if len(run) != head - run[0] or not _heads(side, run) or here.is_capital(head):
        return False
    if here.is_capital(run[0]) or not all(here.keys[at].isalpha() for at in run) or is_task(here, run[0]):
        return False
    before = here.keys[run[0] - 1] if run[0] else ""
    if before in grammar.relative or before in here.knowledge.conjunctions:
        return False
    return not all(here.keys[at] in grammar.stressing for at in run)


def _heads(side: Runs, run: Run) -> bool:
    """Whether a kept word stands directly behind a run."""
    head = run[-1] + 1
    return (
        head < len(side.here.keys) and not side.here.parted[head - 1] and side.across.across(head) is not None
    )


def _is_thing(side: Runs, run: Run) -> bool:
    """Whether a run is a short noun behind a small word, of which no kept word that follows would be the head.

    Behind "is" stands what is said or done of something, and no thing.
    """
    here, first = side.here, run[0]
    if (
        not first
        or len(run) > _THING
        or is_task(here, first)
        or any(here.keys[at][0].isdigit() for at in run)
    ):
        return False
    small = here.knowledge.function_words - here.knowledge.auxiliaries
    heads = _heads(side, run) and here.keys[run[-1] + 1] not in here.knowledge.grammar.qualifying
    return here.keys[first - 1] in small and not heads


def _stand_alike(mine: _Place, other: _Place) -> bool:
    """Whether the same words stand before and after both, or a mark or the end after both."""
    return _beside(*mine) == _beside(*other)


def _beside(side: Runs, run: Run) -> tuple[str, str]:
    keys, last = side.here.keys, run[-1]
    ends = last + 1 == len(keys) or side.here.parted[last]
    return keys[_before(side, run[0])], "" if ends else keys[last + 1]


def _acts(side: Runs, run: Run) -> bool:
    """Whether a word that leads to a verb follows: "the governor shall"."""
    keys, at = side.here.keys, run[-1] + 1
    grammar, ways = side.here.knowledge.grammar, side.here.knowledge.name_words.ways
    return at < len(keys) and keys[at] in grammar.leading - ways


def _are_agents(*places: _Place) -> bool:
    """Whether both stand behind the word that tells by whom something is done, one of them as a name."""
    agent = places[0][0].here.knowledge.grammar.agent
    named = any(side.here.is_capital(run[0]) for side, run in places)
    return named and all(side.here.keys[_before(side, run[0])] in agent for side, run in places)


def _before(side: Runs, at: int) -> int:
    """The word before another one, articles apart."""
    return at - 1 - (at > 1 and side.here.keys[at - 1] in side.here.knowledge.articles)


def _term(reading: Reading, run: Run, aspect: Aspect) -> Term:
    """With the word that leads to a task."""
    leads = aspect == "duty" and run[0] > 0 and reading.keys[run[0] - 1] in reading.knowledge.grammar.leading
    first = run[0] - leads
    return Term("replaced", 0, "", first, first, run[-1] + 1)


_TESTS: tuple[tuple[Callable[[Runs, Run], bool], Aspect], ...] = (
    (_is_of_place, "place"),
    (_is_told_task, "duty"),
    (_is_kind, "scope"),
)
"""What both must be to be told as an aspect, the first that holds."""
