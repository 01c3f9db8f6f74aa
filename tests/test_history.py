"""Chains of drafts: what came back, what oscillates, who brought which words, in every format and from git."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from pathlib import Path

import jsonschema
import pytest

from peacediff import History, Trouble, history, package, read, read_text
from peacediff.codec import schema
from peacediff.renderers import Style
from peacediff.renderers.history import HISTORY_RENDERERS
from tests.docs.session import furnish, shell

ROOT = Path(__file__).parent.parent
EXAMPLE = Path("examples/08-history")
NAMES = [EXAMPLE / f"{number}.md" for number in (1, 2, 3, 4)]
GOLDENS = {
    "text": "history.txt",
    "markdown": "history.md",
    "json": "history.json",
    "csv": "history.csv",
    "svg": "history.svg",
}
FRAME = "1. Prisoners will be exchanged within thirty days.\n"


@pytest.fixture
def chain(monkeypatch: pytest.MonkeyPatch) -> History:
    monkeypatch.chdir(ROOT)
    return history([read(name) for name in NAMES])


def of(*texts: str) -> History:
    return history([read_text(FRAME + text, name=f"draft {n}") for n, text in enumerate(texts, start=1)])


def test_the_example_is_told_as_a_careful_reader_wrote_it_down(chain: History) -> None:
    expected = tomllib.loads((ROOT / EXAMPLE / "lives.toml").read_text(encoding="utf-8"))
    assert {each.name: list(each.standings) for each in chain.lineages} == expected["standings"]
    assert [each.name for each in chain.lineages if each.at("came-back")] == expected["came_back"]
    assert [each.name for each in chain.lineages if each.oscillating] == expected["oscillating"]


@pytest.mark.parametrize("form", GOLDENS)
def test_the_output_is_the_golden_file(chain: History, form: str, request: pytest.FixtureRequest) -> None:
    output = HISTORY_RENDERERS[form](chain, Style())
    golden = EXAMPLE / "expected" / GOLDENS[form]
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(output, encoding="utf-8", newline="\n")
    assert output == golden.read_text(encoding="utf-8")


def test_what_was_dropped_and_stands_again_word_for_word_came_back() -> None:
    lake = "2. The lake road stays open to grain lorries of both parties."
    found = of(lake, "", "", lake)
    (back,) = found.returns
    assert (back.old, back.new, back.change.fate) == (0, 3, "unchanged")
    assert [each.standings for each in found.lineages][1] == ("first", "dropped", "absent", "came-back")


def test_what_comes_back_twice_is_one_lineage() -> None:
    lake = "2. The lake road stays open to grain lorries of both parties."
    found = of(lake, "", lake, "", lake)
    assert found.lineages[1].standings == ("first", "dropped", "came-back", "dropped", "came-back")


def test_another_provision_that_is_added_later_is_not_taken_for_one_that_came_back() -> None:
    lake = "2. The lake road stays open to grain lorries of both parties."
    found = of(lake, "", "2. Schools teach in both languages, and their books are paid by the province.")
    assert not found.returns
    assert len(found.lineages) == 3


def test_a_number_that_goes_and_returns_oscillates() -> None:
    found = of(
        *(f"2. Each side keeps at most {count} soldiers by the lake." for count in ("400", "600", "400"))
    )
    (swing,) = found.lineages[1].swings
    assert (swing.aspect, swing.drafts, swing.values) == ("quantity", (0, 1, 2), ("400", "600", "400"))


def test_a_word_is_brought_by_the_draft_that_put_it_in() -> None:
    cap = "2. The force keeps at most {} soldiers{}."
    found = of(cap.format("400", ""), cap.format("600", ""), cap.format("600", " in peacetime"))
    told = [(phrase.text.strip(), phrase.draft) for phrase in found.phrases if phrase.provision == "2"]
    assert told == [("The force keeps at most", 0), ("600", 1), ("soldiers", 0), ("in peacetime.", 2)]


def test_a_rewritten_phrase_is_brought_whole_though_it_keeps_a_small_word() -> None:
    old = "2. Welcoming the decrease of incidents, the parties meet in spring."
    new = "2. Noting that the joint efforts of many states have borne fruit, the parties meet in spring."
    told = [(each.text.strip(), each.draft) for each in of(old, new).phrases if each.provision == "2"]
    whole = "Noting that the joint efforts of many states have borne fruit,"
    assert told == [(whole, 1), ("the parties meet in spring.", 0)]


def test_a_reported_draft_makes_no_provision_certainly_gone() -> None:
    known = "---\ncompleteness: reported\n---\n"
    texts = ("2. The lake road stays open to grain lorries.", "")
    found = history([read_text(FRAME + texts[0], name="a"), read_text(known + FRAME + texts[1], name="b")])
    said = HISTORY_RENDERERS["text"](found, Style())
    assert "not in the reported text" in said
    assert "Draft 2 is known from reports only" in said


def test_drafts_of_another_language_are_told() -> None:
    french = read_text(f"---\nlanguage: fr\n---\n{FRAME}", name="b")
    said = HISTORY_RENDERERS["markdown"](history([french, read_text(FRAME), french]), Style())
    assert "Draft 1 and Draft 3 are not in English: no shift is told by English words" in said


def test_drafts_whose_dates_run_backwards_are_told(chain: History) -> None:
    assert "By their dates" not in HISTORY_RENDERERS["text"](chain, Style())
    said = HISTORY_RENDERERS["markdown"](history(chain.drafts[::-1][:2]), Style())
    assert "By their dates draft 2 is older than draft 1" in said


def test_a_provision_that_went_to_a_side_paper_is_told_though_no_word_of_it_differs() -> None:
    lake = "The lake road stays open to grain lorries of both parties."
    first = read_text(f"{FRAME}2. {lake}", name="first.md")
    later = package(read_text(FRAME, name="later.md"), read_text(f"1. {lake}", name="side.md"))
    said = HISTORY_RENDERERS["text"](history([first, later, later]), Style(width=100))
    assert "draft 2, 2 → side/1: unchanged, moved to side.md" in said
    assert "later.md with side.md" in said


def test_papers_stand_beside_the_draft_that_is_counted_or_the_last(tmp_path: Path) -> None:
    """``2=side.md`` is a paper of the second draft, ``side.md`` one of the last; a sign in a name needs its folder."""
    lake = "The lake road stays open to grain lorries of both parties."
    texts = {
        "1.md": f"{FRAME}2. {lake}",
        "2.md": FRAME,
        "3.md": FRAME,
        "side.md": f"1. {lake}",
        "1=x.md": "1. So.",
    }
    furnish(tmp_path)
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = shell("peacediff history 1.md 2.md 3.md --with 2=side.md --with side.md --with ./1=x.md", tmp_path)
    assert "draft 2, 2 → side/1: unchanged, moved to side.md" in done.stdout
    assert "3.md with side.md, 1=x.md" in done.stdout


def test_json_is_what_the_schema_says_and_can_be_read_again(chain: History) -> None:
    data = json.loads(HISTORY_RENDERERS["json"](chain, Style()))
    jsonschema.validate(data, json.loads(schema("history")))
    assert History.from_dict(data) == chain


@pytest.mark.parametrize("key", ["drafts", "steps", "returns", "lineages", "phrases", "schema"])
def test_data_with_a_key_that_is_wrong_is_trouble_that_names_it(chain: History, key: str) -> None:
    with pytest.raises(Trouble, match=key):
        History.from_dict({**chain.to_dict(), key: None})


@pytest.mark.parametrize("form", HISTORY_RENDERERS)
def test_nothing_of_a_draft_is_markup_in_any_format(form: str) -> None:
    evil = "2. The lake road <script>alert(1)</script> is =open to grain lorries\x1b[31m."
    said = HISTORY_RENDERERS[form](of(evil, "", evil), Style())
    assert "\x1b" not in said
    assert form not in ("html", "svg", "markdown") or "<script>" not in said


def test_a_long_picture_numbers_its_drafts_again_every_forty_provisions() -> None:
    many = "".join(f"{n}. The depot of town {n} is closed in year {1900 + n}.\n\n" for n in range(2, 92))
    said = HISTORY_RENDERERS["html"](of(many, many, many), Style())
    assert said.count('<svg class="picture lives"') == said.count(">3<title>") == 3
    alone = HISTORY_RENDERERS["svg"](of(many, many, many), Style())
    assert (alone.count("<svg"), alone.count(">3<title>")) == (1, 3)


def test_topics_leave_out_the_others_and_say_so(chain: History) -> None:
    said = HISTORY_RENDERERS["text"](chain, Style(topics=("prisoners-humanitarian",)))
    assert "5 provisions about other topics are not shown." in said
    assert "soldiers" not in said
    with pytest.raises(Trouble, match="no topic 'prisoner'"):
        HISTORY_RENDERERS["text"](chain, Style(topics=("prisoner",)))


def test_fewer_than_two_drafts_are_trouble() -> None:
    with pytest.raises(Trouble, match="two drafts or more"):
        history([read_text(FRAME)])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("examples/08-history/1.md", "one draft makes no history"),
        ("--git examples/08-history/1.md examples/08-history/2.md", "walks the revisions of one file"),
        ("- -", "only one input"),
        ("- --git", "walks the revisions of one file"),
        ("examples --git", "this is a directory"),
        ("HEAD~1:nowhere.md examples/08-history/1.md", "is no file, and git says"),
        ("--format sarif a.md b.md", "there is no format 'sarif'"),
        ("a.md b.md --with 3=side.md", "there is no draft 3; count from 1 to 2"),
        ("examples/08-history/1.md --git --with side.md", "goes with drafts that are named"),
    ],
)
def test_trouble_is_one_line(arguments: str, said: str, tmp_path: Path) -> None:
    furnish(tmp_path)
    done = shell(f"peacediff history {arguments}", tmp_path)
    assert (done.returncode, done.stdout.count("\n")) == (2, 1)
    assert said in done.stdout


def commit(folder: Path, message: str) -> None:
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.hooksPath=/dev/null"]
    for command in (["add", "-A"], ["commit", "-q", "--allow-empty", "-m", message]):
        subprocess.run(["git", *own, *command], cwd=folder, check=True)


def test_git_walks_the_revisions_through_a_rename_and_leaves_out_what_is_the_same(tmp_path: Path) -> None:
    furnish(tmp_path)
    place = tmp_path / "plans"
    place.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=place, check=True)
    texts = [(ROOT / name).read_text(encoding="utf-8") for name in NAMES]
    (place / "plan.md").write_text(texts[0], encoding="utf-8")
    commit(place, "one")
    (place / "plan.md").rename(place / "the plan.md")
    commit(place, "renamed")
    for text in texts[1:3]:
        (place / "the plan.md").write_text(text, encoding="utf-8")
        commit(place, "more")
    (place / "the plan.md").write_text(texts[3], encoding="utf-8")
    done = shell("peacediff history 'plans/the plan.md' --git", tmp_path)
    assert done.returncode == 0, done.stdout
    assert "History of 4 drafts" in done.stdout
    assert "1 of 5 revisions left out" in done.stdout
    assert "third draft (not committed)" not in done.stdout
    assert "fourth draft (not committed)" in done.stdout
    assert "↔ 1:2 quantity: 4,000 (draft 1) → 6,000 (draft 2) → 4,000 (draft 3)" in done.stdout


def test_git_walks_over_a_deletion_and_an_empty_revision_and_says_so(tmp_path: Path) -> None:
    furnish(tmp_path)
    place = tmp_path / "plans"
    place.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=place, check=True)
    (place / "plan.md").write_text("", encoding="utf-8")
    commit(place, "empty")
    (place / "plan.md").write_text(FRAME, encoding="utf-8")
    commit(place, "first")
    (place / "plan.md").unlink()
    commit(place, "deleted")
    (place / "plan.md").write_text(f"{FRAME}2. The lake road stays open.", encoding="utf-8")
    commit(place, "again")
    done = shell("peacediff history plans/plan.md --git", tmp_path)
    assert "History of 2 drafts" in done.stdout
    assert re.search(r"left out [0-9a-f]+:plan.md: the draft is empty", done.stdout)


def test_git_walks_along_the_branch_that_others_were_merged_into(tmp_path: Path) -> None:
    furnish(tmp_path)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=tmp_path, check=True)
    plan, lake = tmp_path / "plan.md", "2. The lake road stays open."
    plan.write_text(FRAME, encoding="utf-8")
    commit(tmp_path, "first")
    subprocess.run(["git", "checkout", "-qb", "side"], cwd=tmp_path, check=True)
    plan.write_text(f"{FRAME}2. A word of the branch alone.", encoding="utf-8")
    commit(tmp_path, "tried")
    plan.write_text(f"{FRAME}{lake}", encoding="utf-8")
    commit(tmp_path, "better")
    subprocess.run(["git", "checkout", "-q", "main"], cwd=tmp_path, check=True)
    commit(tmp_path, "beside it")
    own = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *own, "merge", "-q", "--no-edit", "side"], cwd=tmp_path, check=True)
    done = shell("peacediff history plan.md --git", tmp_path)
    assert "History of 2 drafts" in done.stdout
    assert "branch alone" not in done.stdout


def test_a_draft_of_a_chain_can_be_named_as_a_file_of_a_revision(tmp_path: Path) -> None:
    furnish(tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "plan.md").write_text(FRAME, encoding="utf-8")
    commit(tmp_path, "first")
    (tmp_path / "plan.md").write_text(f"{FRAME}2. The lake road stays open.", encoding="utf-8")
    for command in ("compare", "history", "compare3 HEAD:plan.md"):
        done = shell(f"peacediff {command} HEAD:plan.md plan.md", tmp_path)
        assert (done.returncode, "The lake road" in done.stdout) == (0, True), done.stdout


def test_a_file_that_git_does_not_know_is_trouble(tmp_path: Path) -> None:
    furnish(tmp_path)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "plan.md").write_text(FRAME, encoding="utf-8")
    done = shell("peacediff history plan.md --git", tmp_path)
    assert (done.returncode, done.stdout.count("\n")) == (2, 1)


def test_a_check_with_earlier_drafts_tells_what_came_back(tmp_path: Path) -> None:
    furnish(tmp_path)
    one, two, three, four = (str(name) for name in NAMES)
    command = f"peacediff check {three} {four} --format oneline"
    assert "came-back" not in shell(command, tmp_path).stdout
    assert "came-back" in shell(f"{command} --before {one} --before {two}", tmp_path).stdout
