"""The declared rules: their examples, their mirrors, their silence on identical drafts, and folders of one's own."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import attrs
import pytest

from peacediff import Comparison, History, Trouble, compare, judge, read
from peacediff.knowledge import load
from peacediff.knowledge.rules import load_rules, read_rules, with_severities
from peacediff.model import DIRECTIONS, FLAGS, WATCHED, WATCHED_TOPIC, Example, Flag, Rule, When
from peacediff.model.changes import TURNED
from tests.rule_examples import compared, compared_pair

ROOT = Path(__file__).parent.parent
RULES = load_rules()
PAIRS = sorted(path.parent for path in (ROOT / "examples").glob("*/expected.toml"))
TOPICS = tuple(topic.id for topic in load().topics)
BY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
BY_PAIR = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.name)
OWN = """
title = "Lake"
severity = "info"
message = "Something is dropped."
help = "Look at it."
[when]
fate = "dropped"
"""


@cache
def comparison(pair: Path, *, back: bool = False) -> Comparison:
    old, new = read(pair / "old.md"), read(pair / "new.md")
    return compare(new, old) if back else compare(old, new)


def fired(found: Comparison | History, *rules: Rule) -> set[str]:
    """The rules that fire where all topics are watched."""
    return {finding.rule for finding in judge(found, rules or None, watched=TOPICS)}


def examples(rule: Rule) -> list[Example]:
    return [*rule.fires, *rule.near_misses]


@BY_RULE
def test_a_rule_fires_on_its_examples_and_not_on_its_near_misses(rule: Rule) -> None:
    assert rule.fires
    assert rule.near_misses
    for example in rule.fires:
        assert fired(compared(example), rule) == {rule.id}, example
    for example in rule.near_misses:
        assert not fired(compared(example), rule), example


@BY_RULE
def test_every_rule_has_its_mirror_or_a_reason_why_not(rule: Rule) -> None:
    mirrors = [other.id for other in RULES if rule.mirrors(other)]
    assert bool(mirrors) != bool(rule.waiver)
    assert len(mirrors) <= 1


@BY_RULE
def test_an_example_turned_fires_the_mirror(rule: Rule) -> None:
    mirror = next(other for other in RULES if rule.mirrors(other))
    for example in rule.fires:
        if not example.told:
            assert fired(compared(Example(example.new, example.old)), mirror) == {mirror.id}


@BY_RULE
def test_identical_drafts_are_silent_in_the_examples_of_a_rule(rule: Rule) -> None:
    for example in examples(rule):
        assert not judge(compared(Example(example.old, example.old)))


@BY_PAIR
def test_every_rule_runs_on_every_pair_and_its_findings_mirror(pair: Path) -> None:
    """What is found in a pair is found in the turned pair by the mirrors, on the same provisions."""
    mirror = {rule.id: next(other.id for other in RULES if rule.mirrors(other)) for rule in RULES}
    found = {(mirror[f.rule], f.change.after, f.change.before) for f in judge(comparison(pair))}
    turned = {(f.rule, f.change.before, f.change.after) for f in judge(comparison(pair, back=True))}
    assert found == turned


@BY_RULE
def test_every_rule_runs_on_the_examples_of_every_rule_and_its_findings_mirror(rule: Rule) -> None:
    mirror = {rule.id: next(other.id for other in RULES if rule.mirrors(other)) for rule in RULES}
    for example in examples(rule):
        if not example.told:
            found = fired(compared(example))
            assert {mirror[name] for name in found} == fired(compared(Example(example.new, example.old)))


@BY_PAIR
def test_identical_drafts_are_silent(pair: Path) -> None:
    for side in ("old.md", "new.md"):
        draft = read(pair / side)
        assert not judge(compare(draft, draft))


def test_the_founding_case_fires_what_it_is_known_for() -> None:
    found = judge(comparison(PAIRS[0]))
    assert {"territory-dropped", "guarantee-dropped", "force-limit-higher", "deadline-other"} <= {
        finding.rule for finding in found
    }


def test_no_rule_names_a_side() -> None:
    """No state, party, place or demonym of our gazetteers stands in what a rule asks or says."""
    known = load()
    names = {
        form.casefold()
        for entry in (*known.places, *known.parties)
        for form in (*entry.forms, *entry.adjectives)
        if len(form) > 3 and form[0].isupper()
    }
    for rule in RULES:
        said = " ".join((rule.id, rule.title, rule.message, rule.help))
        words = said.casefold().replace("-", " ").split()
        assert not names.intersection(words), rule.id
        assert not [name for name in names if " " in name and name in said.casefold()], rule.id


def test_every_topic_that_a_rule_asks_for_is_one() -> None:
    topics = {topic.id for topic in load().topics} | {WATCHED_TOPIC}
    assert {topic for rule in RULES for topic in rule.when.topic} <= topics
    assert set(WATCHED) <= topics


def test_a_topic_that_is_none_is_trouble() -> None:
    """A misspelt topic would never fire and read as clean."""
    rule = Rule("own", "Own", "info", When(topic=("teritory",)), "It is so.", "Look.")
    with pytest.raises(Trouble, match="rule own: there is no topic 'teritory'; did you mean territory"):
        judge(comparison(PAIRS[0]), [rule])
    with pytest.raises(Trouble, match="there is no topic 'harbour'"):
        judge(comparison(PAIRS[0]), watched=["harbour"])


def test_where_nothing_is_watched_rules_on_watched_topics_do_not_fire() -> None:
    rule = next(rule for rule in RULES if rule.when.topic == (WATCHED_TOPIC,))
    assert fired(compared(rule.fires[0]), rule)
    assert not judge(compared(rule.fires[0]), [rule], watched=())


NUCLEAR = Example("1. A road.\n2. The reactor will run under the safeguards of the IAEA.\n", "1. A road.\n")
BOTH = Example(
    "1. A road.\n2. The reactor in the occupied territory is run under safeguards.\n", "1. A road.\n"
)


def test_a_topic_that_is_watched_is_heard_of() -> None:
    """What is dropped about it is found because it is watched, and only then."""
    found = compared(NUCLEAR)
    assert [finding.rule for finding in judge(found, watched=("nuclear",))] == ["watched-dropped"]
    assert not judge(found)


def test_a_rule_on_watched_topics_leaves_to_another_what_that_asks_already() -> None:
    """A territorial provision that is dropped is one finding; where its rule is off, the drop is not lost."""
    found, watched = compared(BOTH), ("nuclear", "territory")
    assert [finding.rule for finding in judge(found, watched=watched)] == ["territory-dropped"]
    rules = with_severities(RULES, {"territory-dropped": "none"}, "x")
    assert [finding.rule for finding in judge(found, rules, watched=watched)] == ["watched-dropped"]


def shifts() -> list[tuple[str, str]]:
    """Every aspect with the directions that its pairs show, either way."""
    told = []
    for path in sorted((ROOT / "tests" / "aspects").glob("*.toml")):
        pairs = tomllib.loads(path.read_text(encoding="utf-8"))["pair"]
        shown = {said.partition(":")[0] for pair in pairs for said in pair.get("shifts", ())}
        told += [
            (path.stem, way) for way in sorted(shown | {TURNED[way] for way in DIRECTIONS if way in shown})
        ]
    return told


@pytest.mark.parametrize("topic", TOPICS)
def test_every_shift_in_a_provision_on_a_watched_topic_is_found(topic: str) -> None:
    """But for what it refers to."""
    text = "1. The {}mill turns.\n"
    for aspect, direction in shifts():
        example = Example(text.format(""), text.format("big "), (f"{aspect} {direction}",))
        told = compared_pair(example)
        about = [attrs.evolve(change, topics=(topic,)) for change in told.changes]
        found = judge(attrs.evolve(told, changes=attrs.evolve(told.changes, items=about)), watched=(topic,))
        assert bool(found) == (aspect != "reference"), (aspect, direction)


def test_the_aspect_and_the_direction_are_asked_of_one_shift() -> None:
    """A duty that is softer beside a figure that is higher is no softer figure."""
    example = Example("1. The force must hold 600 soldiers.\n", "1. The force may hold 800 soldiers.\n")
    rule = Rule("own", "Own", "info", When(aspect=("quantity",), direction=("softer",)), "It is so.", "Look.")
    assert {"duty-softer"} <= fired(compared(example))
    assert not fired(compared(example), rule)


@pytest.mark.parametrize(
    ("old", "new", "flags"),
    [
        ("[red] [blue]", "red", {"open", "closed"}),
        ("red", "[red] [blue]", {"open", "opened"}),
        ("[red] [blue] or black", "[red] [blue]", {"open"}),
        ("red", "blue", set()),
    ],
)
def test_flags_tell_what_was_left_open(old: str, new: str, flags: set[Flag]) -> None:
    found = compared(Example(f"1. The flag on the lake is {old}.\n", f"1. The flag on the lake is {new}.\n"))
    rules = [Rule(flag, flag, "info", When(flags=(flag,)), "It is so.", "Look.") for flag in FLAGS]
    assert fired(found, *rules) == flags


def test_a_folder_of_ones_own_adds_and_replaces(tmp_path: Path) -> None:
    (tmp_path / "lake.toml").write_text(OWN)
    (tmp_path / "duty-softer.toml").write_text(OWN)
    rules = {rule.id: rule for rule in read_rules(tmp_path)}
    assert list(rules) == sorted(rules)
    assert set(rules) == {rule.id for rule in RULES} | {"lake"}
    assert rules["duty-softer"].title == "Lake"
    assert rules["lake"].when == When(fate=("dropped",))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (OWN.replace("fate", "fait"), "when: the key 'fait' is unknown"),
        (OWN.replace('"dropped"', '"gone"'), r"when.fate\[0\]: must be one of unchanged"),
        (OWN.replace('"dropped"', "[]"), "when: asks for one of none"),
        (OWN.replace('fate = "dropped"', ""), "when: must be a table that asks something"),
        (OWN.replace("[when]", "[whenever]"), "the key 'whenever' is unknown"),
        (OWN.replace('title = "Lake"', ""), "the key 'title' is missing"),
        (OWN.replace('"info"', '"bad"'), "severity: must be one of error, warning, info"),
        (OWN + '[[fires]]\nold = "1. A."\n', r"fires\[0\]: the key 'new' is missing"),
        ("title = ", "is no TOML"),
    ],
)
def test_a_rule_that_cannot_be_read_is_trouble(tmp_path: Path, text: str, problem: str) -> None:
    (tmp_path / "lake.toml").write_text(text)
    with pytest.raises(Trouble, match=problem):
        read_rules(tmp_path)


def test_what_is_no_rule_in_a_folder_is_trouble(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("")
    assert read_rules(tmp_path) == RULES
    (tmp_path / "notes.txt").write_text("")
    with pytest.raises(Trouble, match="is no rule"):
        read_rules(tmp_path)
    with pytest.raises(Trouble, match="is no folder"):
        read_rules(tmp_path / "none")


def test_severities_are_set_by_rule_and_none_leaves_a_rule_out() -> None:
    rules = {
        r.id: r.severity for r in with_severities(RULES, {"duty-softer": "error", "duty-firmer": "none"}, "x")
    }
    assert rules["duty-softer"] == "error"
    assert "duty-firmer" not in rules
    with pytest.raises(Trouble, match="did you mean duty-softer"):
        with_severities(RULES, {"duty-soft": "error"}, "x")
    with pytest.raises(Trouble, match="there is no severity 'eror'; did you mean error"):
        with_severities(RULES, {"duty-softer": "eror"}, "x")
