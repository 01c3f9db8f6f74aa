"""The report page: what the documents say stays text, and every provision has a place of its own."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

import attrs
from hypothesis import example, given
from hypothesis import strategies as st

from peacediff import compare, read_text
from peacediff.model import Change, Changes, Comparison, Edit, RunnerUp, Trace
from peacediff.present.page import Ref
from peacediff.present.runs import held
from peacediff.renderers import RENDERERS, Style
from peacediff.renderers.html.markup import anchor, shown
from tests.comparisons import WORDS, by_id, comparisons, draft

VOID = {"meta", "input", "br"}
OLD, NEW = "1. The cap is 600,000.\n\n2. The zone stays.\n", "1. The cap is 800,000.\n\n2. The zone stays.\n"


@attrs.define
class Reading(HTMLParser):
    """A page as a parser sees it: elements with their attributes, anchors with their texts, and whether all close."""

    tags: Counter[str] = attrs.field(factory=Counter)
    attributes: list[tuple[str, str | None]] = attrs.field(factory=list)
    ids: list[str] = attrs.field(factory=list)
    texts: dict[str, str] = attrs.field(factory=dict)
    _open: list[tuple[str, str]] = attrs.field(factory=list)

    def __attrs_pre_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.tags[tag] += 1
        self.attributes += attrs
        said = dict(attrs)
        name = said.get("id") or ""
        self.ids += [name] if name else []
        if tag not in VOID:
            inherited = self._open[-1][1] if self._open else ""
            self._open.append((tag, name if said.get("class") == "provision" else inherited))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        if tag not in VOID:
            assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        """Note the text of a provision."""
        if self._open and self._open[-1][1] and any(tag == "p" for tag, _ in self._open[-2:]):
            self.texts[self._open[-1][1]] = self.texts.get(self._open[-1][1], "") + data


def page(comparison: Comparison) -> str:
    return RENDERERS["html"](comparison, Style())


def reading(text: str) -> Reading:
    found = Reading()
    found.feed(text)
    found.close()
    assert not found._open
    return found


def words(text: str) -> str:
    """The characters of a text that are seen; white space of any kind is none."""
    return "".join(shown("".join(text.split())).split())


NASTY = st.text(st.sampled_from("ab<>&\"'/=-! \n\x00\x0b\u202eé\u05d0停`"), min_size=1, max_size=30) | WORDS


@given(NASTY, NASTY)
@example("<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>")
@example("<!-- --><ins>a</ins>", "&lt;b&gt; &amp;amp; ]]>")
@example("\u202eevil\u0000", 'x" onclick="y')
def test_any_text_of_a_draft_stays_text(before: str, after: str) -> None:
    """No element or attribute comes of what a draft, a title, a language or an id says, and the text is all there."""
    hostile = comparison_of(before, after)
    harmless = reading(page(comparison_of("a", "b")))
    found = reading(page(hostile))
    assert set(found.tags) <= set(harmless.tags) | {"del", "ins"}
    assert {name for name, _ in found.attributes} == {name for name, _ in harmless.attributes}
    assert words(found.texts.get("old:1", "")) == words(before)
    assert words(found.texts.get("new:1", "")) == words(after)


def comparison_of(before: str, after: str) -> Comparison:
    old, new = draft({"1": [before]}), draft({"1": [after]}, name=after)
    old, new = (attrs.evolve(side, title=text, language=text) for side, text in ((old, before), (new, after)))
    edit = Edit("replace", before, after, (0, len(before)), (0, len(after)))
    change = Change(
        old.provisions,
        new.provisions,
        "changed",
        confidence=0.1,
        runner_up=RunnerUp("1", after, 0.4),
        topics=(before,),
        gone=(before,),
        come=(after,),
        edits=(edit,),
    )
    return Comparison(old, new, Changes([change]))


@given(comparisons())
def test_every_provision_has_one_anchor_with_its_text_and_every_link_leads_to_one(
    comparison: Comparison,
) -> None:
    """Anchors are unique, hold the whole text of their provision, and no link within the page is dead."""
    text = page(comparison)
    found = reading(text)
    assert len(found.ids) == len(set(found.ids))
    for side, of in (("old", comparison.old), ("new", comparison.new)):
        for provision in of.provisions:
            place = anchor(Ref("old" if side == "old" else "new", provision.id))
            assert words(found.texts.get(place, "")) == words(provision.text)
    links = {
        value[1:] for name, value in found.attributes if name == "href" and value and value.startswith("#")
    }
    assert links <= set(found.ids)


@given(st.lists(WORDS, unique=True, max_size=5))
@example(["12#2", "12:2", "12%3A2", "12.2", "a b", "\ud800"])
def test_every_id_has_an_anchor_of_its_own_without_spaces(ids: list[str]) -> None:
    places = [anchor(Ref("old", name)) for name in ids]
    assert len(set(places)) == len(ids)
    assert all(re.fullmatch(r"old:[\w.%/:~-]*", place, re.ASCII) for place in places)


def test_an_anchor_is_the_id_of_its_provision() -> None:
    """A sentence can be cited by side and id; only the sign of the second sentence is another."""
    assert anchor(Ref("new", "annex-1/3.b#2")) == "new:annex-1/3.b:2"
    assert unquote(anchor(Ref("old", "а"))) == "old:а"


def test_the_policy_of_the_page_names_the_digests_of_its_one_style_and_one_script() -> None:
    """Nothing else may run or be fetched, and the page names no other place."""
    text = page(compare(read_text(OLD), read_text(NEW)))
    policy = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    (style,), (script,) = (
        re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL) for tag in ("style", "script")
    )
    digests = [b64encode(hashlib.sha256(part.encode()).digest()).decode() for part in (style, script)]
    assert len(policy) == 1
    assert policy[0].replace("&#39;", "'") == (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src 'sha256-{digests[0]}'; script-src 'sha256-{digests[1]}'"
    )
    assert "://" not in text
    assert not re.search(r"\s(style|on\w+|src)=", text)


def test_word_edits_stand_on_their_own_side_and_a_shift_has_before_and_after() -> None:
    """What was taken away is struck in the old provision, what was put in is marked in the new one."""
    text = page(compare(read_text(OLD), read_text(NEW)))
    assert '<p dir="auto" lang="">The cap is <del>600,000</del>.</p>' in text
    assert '<p dir="auto" lang="">The cap is <ins>800,000</ins>.</p>' in text
    shift = '<del dir="auto">600,000</del> → <ins dir="auto">800,000</ins> (+33 %)'
    assert f"<li><b>quantity higher</b> {shift}</li>" in text
    assert '<p dir="auto" lang="">The zone stays.</p>' in text


def test_a_trace_is_a_link_to_the_provision_that_holds_the_words() -> None:
    old, new = draft({"1": ["a b"]}), draft({"7": ["a c"]}, name="new.md")
    dropped = Change(old.provisions, (), "dropped", trace=(Trace("7", 40, ("a",)),))
    added = Change((), new.provisions, "added", trace=(Trace("9", 40, ("a",)),))
    text = page(Comparison(old, new, Changes([dropped, added])))
    assert '40 % of its wording in <a href="#new:7">7</a> of the new draft' in text
    assert "40 % of its wording in 9 of the old draft" in text


def test_headings_are_in_order() -> None:
    """No level is left out on the way down."""
    text = page(compare(read_text(OLD), read_text(NEW)))
    levels = [int(level) for level in re.findall(r"<h([1-6])", text)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_an_edit_across_provisions_is_cut_at_their_ends() -> None:
    """An edit over the end of a line marks what it covers of each provision."""
    old, new = draft({"1": ["one two"], "2": ["three four"]}), draft({"1": ["one four"]}, name="new.md")
    edit = Edit("delete", "two\nthree ", "", (4, 14), (4, 4))
    change = Change(by_id(old, "1", "2"), new.provisions, "changed", edits=(edit,))
    before, after = held(change)
    assert [[(run.text, run.role) for run in each.runs] for each in before] == [
        [("one ", "equal"), ("two", "deleted")],
        [("three", "deleted"), (" ", "equal"), ("four", "equal")],
    ]
    assert [(run.text, run.role) for run in after[0].runs] == [("one ", "equal"), ("four", "equal")]


@given(comparisons())
def test_both_pages_and_pictures_are_the_same_bytes_again(comparison: Comparison) -> None:
    for form in ("html", "svg"):
        assert RENDERERS[form](comparison, Style()) == RENDERERS[form](comparison, Style())


def dropping(count: int) -> str:
    """The picture of a draft of some points, of which the second is dropped and the first has moved to the end."""
    points = {str(number): [f"Crossing {number} stays open at night."] for number in range(1, count + 1)}
    old = draft(points)
    new = draft({name: points[name] for name in (*(str(n) for n in range(3, count + 1)), "1")}, "new.md")
    kept = [
        Change(by_id(old, name), by_id(new, name), "unchanged", moved=name == "1")
        for name in points
        if name != "2"
    ]
    return RENDERERS["svg"](
        Comparison(old, new, Changes((*kept, Change(by_id(old, "2"), (), "dropped")))), Style()
    )


def test_among_few_points_a_drop_is_a_spike_and_among_many_a_bar_as_high_as_there_is_room() -> None:
    """A spike of two pixels would not be seen; a bar covers no more than its own point and the gap."""
    (spike,) = re.findall(r'<path class="dropped" d="([^"]*)"', dropping(28))
    assert "L14," in spike
    (bar,) = re.findall(r'<path class="dropped" d="M0,([\d.]+)H14V([\d.]+)H0Z"', dropping(500))
    assert float(bar[1]) - float(bar[0]) == 3
    assert 'class="thin"' in dropping(500)
    assert 'class="thin"' not in dropping(28)


def test_what_moved_is_told_in_the_picture_and_drawn_over_what_stayed() -> None:
    shapes = re.findall(r'<path class="(unchanged[^"]*)"', dropping(28))
    assert shapes[-1] == "unchanged moved"
    assert shapes[:-1] == ["unchanged"] * 26
    assert "<title>1 → 1: unchanged, moved</title>" in dropping(28)


def test_of_many_changes_no_element_holds_more_than_a_browser_can_bring_back_at_once() -> None:
    """Every change is there once; thousands in one element would take a browser minutes to show again."""
    text = "".join(f"{number}. Crossing {number} stays open at night.\n\n" for number in range(1, 251))
    same = read_text(text)
    page = RENDERERS["html"](compare(same, same), Style())
    parcels = re.findall(r"<div>((?:<article.*?</article>)+)</div>", page)
    assert [parcel.count("<article") for parcel in parcels] == [100, 100, 50]
