"""What provisions are about: every topic's own examples and near misses, and how topics are inherited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff.knowledge import Topic, load
from peacediff.knowledge.terms import ANY
from peacediff.model import Draft, Point, Provision
from peacediff.topics import evidence, topics_of, topics_of_draft

KNOWLEDGE = load()
TOPICS = KNOWLEDGE.topics
WORDS = [
    "sanctions",
    "the",
    "line",
    "of",
    "contact",
    "Kherson",
    "withdraw",
    "NATO",
    "member",
    ".",
    "nuclear",
    "security",
]


@pytest.mark.parametrize(("topic", "text"), [(t.id, text) for t in TOPICS for text in t.examples])
def test_an_example_shows_its_topic(topic: str, text: str) -> None:
    assert topic in topics_of(text, KNOWLEDGE)


@pytest.mark.parametrize(("topic", "text"), [(t.id, text) for t in TOPICS for text in t.near_misses])
def test_a_near_miss_does_not_show_the_topic(topic: str, text: str) -> None:
    assert topic not in topics_of(text, KNOWLEDGE)


def test_the_fifteen_topics_stand_in_the_order_of_the_glossary() -> None:
    assert [topic.id for topic in TOPICS] == [
        "territory",
        "security-guarantees",
        "military-limits",
        "alliance-membership",
        "ceasefire-monitoring",
        "sovereignty",
        "nuclear",
        "sanctions-assets",
        "eu-integration",
        "economy-reconstruction",
        "elections-governance",
        "prisoners-humanitarian",
        "rights-culture",
        "amnesty-justice",
        "implementation-enforcement",
    ]


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_a_topic_says_what_it_is_and_no_term_is_in_two_of_its_lists(topic: Topic) -> None:
    listed = (*topic.strong, *topic.weak, *topic.never)
    assert len(listed) == len(set(listed))
    assert topic.title
    assert topic.definition.endswith(".")
    assert len(topic.examples) >= 3
    assert len(topic.near_misses) >= 3


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.id)
def test_a_term_names_labels_that_exist_and_leaves_three_letters_to_an_open_end(topic: Topic) -> None:
    labels = {label for entry in (*KNOWLEDGE.places, *KNOWLEDGE.parties) for label in (entry.id, entry.kind)}
    for word in " ".join((*topic.strong, *topic.weak, *topic.never)).split():
        if word.startswith("{"):
            assert set(word.strip("{}").split("|")) <= labels, word
        elif word != ANY and word.endswith("*"):
            assert len(word) > 3, word


def test_one_weak_term_is_not_enough_in_any_number() -> None:
    assert topics_of("The border, the border and both borders.", KNOWLEDGE) == ()
    assert topics_of("They withdraw to the border.", KNOWLEDGE) == ("territory",)


def test_a_star_alone_stands_for_any_one_word_and_gives_way_to_a_closer_phrase() -> None:
    assert topics_of("Marn remains under Korric control.", KNOWLEDGE) == ("territory",)
    assert topics_of("Marn remains under strict Korric control.", KNOWLEDGE) == ()
    assert topics_of("Marn remains under civilian control.", KNOWLEDGE) == ()


def test_articles_case_spelling_and_mark_up_do_not_matter() -> None:
    texts = ("membership of the European Union", "MEMBERSHIP OF EUROPEAN UNION", "**membership** of\n the EU")
    assert {topics_of(text, KNOWLEDGE) for text in texts} == {("eu-integration",)}
    assert topics_of("a demilitarized zone", KNOWLEDGE) == topics_of("a demilitarised zone", KNOWLEDGE)


def test_the_words_inside_a_name_count_for_nothing() -> None:
    assert topics_of("The Security Council and the Rapid Support Forces are informed.", KNOWLEDGE) == ()


def test_evidence_gives_the_words_that_stand_in_the_text() -> None:
    text = "If Russia invades, it loses the guarantee."
    (hit,) = evidence(text, KNOWLEDGE)
    assert hit.topic == "security-guarantees"
    assert hit.words == ("invades", "loses", "guarantee")
    assert tuple(text[slice(*span)] for span in hit.spans) == hit.words


@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join) | st.text(max_size=60))
def test_topics_are_those_of_the_evidence_and_all_evidence_stands_in_the_text(text: str) -> None:
    hits = evidence(text, KNOWLEDGE)
    assert tuple(hit.topic for hit in hits) == topics_of(text, KNOWLEDGE)
    for hit in hits:
        assert hit.words == tuple(text[slice(*span)] for span in hit.spans)
        assert list(hit.spans) == sorted(hit.spans)


def _provision(id_: str, text: str) -> Provision:
    return Provision(id_, "clause", text, (0, len(text)), 1)


def _point(id_: str, texts: list[str], *points: Point) -> Point:
    first, *others = texts or [""]
    provisions = [_provision(id_, first), *(_provision(f"{id_}#{n}", t) for n, t in enumerate(others, 2))]
    return Point(id_, id_, "point", 1, (0, 0), tuple(provisions) if texts else (), points)


def test_a_provision_without_a_topic_has_those_of_the_nearest_that_has_some() -> None:
    points = (
        _point(
            "1",
            ["Territories:", "Details follow."],
            _point("1.a", ["Nobody objects.", "Elections are held."], _point("1.a.i", ["So be it."])),
            _point(
                "1.b", ["Sanctions end.", "That is all."], _point("1.b.i", [], _point("1.b.i.x", ["Indeed."]))
            ),
        ),
        _point("2", ["Nothing else."]),
    )
    assert topics_of_draft(Draft("d", "", "", points=points), KNOWLEDGE) == {
        "1": ("territory",),
        "1#2": ("territory",),
        "1.a": ("territory",),
        "1.a#2": ("elections-governance",),
        "1.a.i": ("territory",),
        "1.b": ("sanctions-assets",),
        "1.b#2": ("sanctions-assets",),
        "1.b.i.x": ("sanctions-assets",),
        "2": (),
    }
