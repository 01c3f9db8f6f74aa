"""Where dropped content still stands, and where it does not."""

from __future__ import annotations

from hypothesis import given

from peacediff import Draft, compare, read_text
from peacediff.knowledge import load
from peacediff.model import Alignment, Link, Trace, Unlinked
from peacediff.testing import Revision, revisions
from peacediff.traces import traces

DROPPED = "The joint mission may inspect every depot of heavy artillery."
FILLER = [
    "A committee of engineers repairs the bridges at Orlen.",
    "Schools reopen before the first day of autumn.",
    "Fishing rights on the lower lake stay as they are.",
    "Each party names a liaison officer for the railways.",
    "Customs duties on grain are lifted for a year.",
    "The archives of the former province are handed back.",
]
HOST = "Customs duties on grain are lifted for a year, and depots of heavy artillery are open to inspection."


def draft(name: str, texts: list[str]) -> Draft:
    return read_text(
        "".join(f"{number}. {text}\n\n" for number, text in enumerate(texts, start=1)), name=name
    )


def aligned(old: Draft, new: Draft, pairs: dict[int, int]) -> Alignment:
    olds, news = old.provisions, new.provisions
    links = [Link((olds[i],), (news[j],), 0.5, 0.9, "text") for i, j in pairs.items()]
    dropped = [Unlinked(p) for i, p in enumerate(olds) if i not in pairs]
    added = [Unlinked(p) for j, p in enumerate(news) if j not in pairs.values()]
    return Alignment(tuple(links), tuple(dropped), tuple(added))


def traced(
    old: list[str], new: list[str], pairs: dict[int, int]
) -> tuple[dict[str, tuple[Trace, ...]], dict[str, tuple[Trace, ...]]]:
    """What traces find, by id, where old texts answer new ones as given; numbers count from 0, ids from 1."""
    before, after = draft("old", old), draft("new", new)
    dropped, added = traces(before, after, aligned(before, after, pairs), load())
    return dict(dropped), dict(added)


def same(count: int) -> dict[int, int]:
    return {n: n for n in range(count)}


def test_content_that_went_into_another_provision_is_found_there_with_its_words() -> None:
    """The host keeps its own link; what it holds besides is the trace."""
    dropped, _ = traced([*FILLER, DROPPED], [*FILLER[:4], HOST, FILLER[5]], same(6))
    ((trace,),) = dropped.values()
    assert (trace.provision, trace.words) == ("5", ("depots of heavy artillery", "inspection"))
    assert 40 <= trace.coverage <= 60


def test_an_added_provision_is_traced_backwards() -> None:
    _, added = traced([*FILLER[:4], HOST, FILLER[5]], [*FILLER, DROPPED], same(6))
    ((trace,),) = added.values()
    assert (trace.provision, trace.words) == ("5", ("depots of heavy artillery", "inspection"))


def test_words_that_the_other_provision_had_already_are_no_trace() -> None:
    """The artillery of point 5 stood there in both drafts: nothing went into it."""
    kept = [*FILLER[:4], HOST, FILLER[5]]
    assert traced([*kept, DROPPED], kept, same(6)) == ({"7": ()}, {})


def test_a_repeated_provision_that_is_dropped_once_still_stands_in_full() -> None:
    dropped, _ = traced([*FILLER, DROPPED, DROPPED], [*FILLER, DROPPED], same(7))
    assert [(trace.provision, trace.coverage) for trace in dropped["8"]] == [("7", 100)]


def test_variants_and_inflections_are_found_and_quoted_as_printed() -> None:
    host = "Schools reopen, withdrawing 600,000 landmines from orchards near Kyiv."
    text = "Kiev withdraws 600 thousand landmines from the orchards."
    dropped, _ = traced([*FILLER, text], [FILLER[0], host, *FILLER[2:]], same(6))
    assert [trace.words for trace in dropped["7"]] == [
        ("withdrawing 600,000 landmines from orchards", "Kyiv")
    ]


def test_names_of_several_words_count_as_one() -> None:
    """Two drafts that both name the United States have nothing in common by that."""
    host = "Schools in the United States of America reopen before autumn."
    dropped, _ = traced([*FILLER, "The USA pays."], [FILLER[0], host, *FILLER[2:]], same(6))
    assert dropped == {"7": ()}


def test_words_that_are_everywhere_are_no_trace() -> None:
    texts = [
        f"The signatories of the accord will {deed} in the region." for deed in ("build", "vote", "trade")
    ]
    dropped, _ = traced([*texts, "The signatories of the accord will dance in the region."], texts, same(3))
    assert dropped == {"4": ()}


def test_nothing_covers_a_provision_of_an_unrelated_draft() -> None:
    other = [
        "Taxes on salt are paid at harvest to the town of Brenn.",
        "A harbour master inspects every vessel that carries timber.",
        "Pensions of the guild are doubled in the third winter.",
        "Two judges hear disputes about wells and pastures.",
    ]
    dropped, added = traced([*FILLER, DROPPED], other, {})
    assert not any(dropped.values())
    assert not any(added.values())


def test_at_most_three_places_are_named_the_best_first() -> None:
    hosts = [
        f"{text} A mission may inspect every depot of artillery{'.' * n}" for n, text in enumerate(FILLER)
    ]
    dropped, _ = traced([*FILLER, DROPPED], hosts, same(0))
    assert [trace.coverage for trace in dropped["7"]] == sorted(
        (t.coverage for t in dropped["7"]), reverse=True
    )
    assert len(dropped["7"]) == 3


def test_an_empty_side_has_nothing_to_search() -> None:
    assert traced([DROPPED], ["…"], {}) == ({"1": ()}, {"1": ()})


@given(revisions("hard"))
def test_every_trace_quotes_words_that_stand_in_the_provision_it_names(revision: Revision) -> None:
    compared = compare(revision.old, revision.new)
    for change in (*compared.dropped, *compared.added):
        other = compared.new if change.old else compared.old
        texts = {p.id: " ".join(p.text.split()) for p in other.provisions}
        for trace in change.trace:
            assert trace.words
            assert 0 < trace.coverage <= 100
            assert all(phrase in texts[trace.provision] for phrase in trace.words)


def test_a_short_provision_whose_common_words_stand_together_across_is_traced() -> None:
    """Words that both drafts are full of say enough where nearly all of a provision stands in one place."""
    about = [
        f"Arvenia and Orlen keep the {thing} of the guarantee."
        for thing in ("maps", "seals", "lists", "dates")
    ]
    kept = "If Orlen invades Arvenia, the guarantee takes effect."
    fired = "If Arvenia fires a missile at Port Sedge, the guarantee becomes invalid."
    lost = "If Arvenia invades Orlen, it loses the guarantee."
    host = "The guarantee is void if Arvenia invades Orlen or fires on its towns without provocation."
    dropped, _ = traced([*about, kept, fired, lost], [*about, kept, host], same(6))
    ((first, *_),) = dropped.values()
    assert first.provision == "6"
    assert "if Arvenia invades Orlen" in first.words
