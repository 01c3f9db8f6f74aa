"""The register: what is written can be read again, and what cannot be read is trouble."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff import Trouble, read_register
from peacediff.model import Acceptance
from peacediff.register import register_of, with_entries
from tests.test_git import git

NAME = f"v1-{'0' * 16}"
ENTRY = f'[[accepted]]\nfingerprint = "{NAME}"\nreason = "agreed"\n'
words = st.text(st.characters(exclude_categories=["Cs"]))
filled = words.filter(lambda text: bool(text.strip()))
entries = st.lists(
    st.builds(Acceptance, filled, filled, st.sampled_from(["", "2026-12-31"]), words, words, words),
    unique_by=lambda entry: entry.fingerprint,
)


@given(entries, entries)
def test_what_is_written_is_read_again(first: list[Acceptance], second: list[Acceptance]) -> None:
    taken = {entry.fingerprint for entry in first}
    more = [entry for entry in second if entry.fingerprint not in taken]
    text = with_entries(with_entries("", first), more)
    found = register_of(text, "r.toml").acceptances
    assert sorted(found, key=str) == sorted((*first, *more), key=str)


def test_what_stands_there_stays_with_its_comments() -> None:
    ours = f"# ours\n\n# on 3 May\n{ENTRY}# no more"
    assert with_entries("# ours", [Acceptance(NAME, "agreed")]) == f"# ours\n\n{ENTRY}"
    low, high = Acceptance("v1-", "low"), Acceptance("v2-", "high")
    said = [
        '[[accepted]]\nfingerprint = "v1-"\nreason = "low"\n',
        '[[accepted]]\nfingerprint = "v2-"\nreason = "high"\n',
    ]
    assert with_entries(ours, [high, low]) == f"# ours\n\n{said[0]}\n{ours[8:]}\n\n{said[1]}"


def test_a_reason_that_looks_like_an_entry_is_left_whole() -> None:
    text = f'[[accepted]]\nfingerprint = "v1-5"\nreason = """\n[[accepted]]\n"""\n\n{ENTRY.replace("v1-0", "v1-9")}'
    found = register_of(with_entries(text, [Acceptance("v1-7", "so")]), "r.toml").acceptances
    assert [entry.reason for entry in found if entry.fingerprint != "v1-7"] == ["[[accepted]]\n", "agreed"]


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_git_merges_what_two_people_accepted(tmp_path: Path) -> None:
    """Each on a branch of their own, neither at the end."""
    file = tmp_path / "r.toml"

    def add(*names: str) -> None:
        file.write_text(with_entries(file.read_text() if file.exists() else "", [*map(accepted, names)]))
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-qm", names[0])

    git(tmp_path, "init", "-q", "-b", "main")
    add("v1-2", "v1-5", "v1-8")
    git(tmp_path, "checkout", "-qb", "mine")
    add("v1-4")
    git(tmp_path, "checkout", "-q", "main")
    add("v1-6", "v1-9")
    git(tmp_path, "merge", "-q", "mine")
    found = [entry.fingerprint for entry in read_register(file).acceptances]
    assert found == ["v1-2", "v1-4", "v1-5", "v1-6", "v1-8", "v1-9"]


def accepted(name: str) -> Acceptance:
    return Acceptance(name, "agreed", old="The old words.", new="The new words.")


def test_a_register_is_read_from_a_file(tmp_path: Path) -> None:
    """The last day may be a string or a date of TOML."""
    (tmp_path / "r.toml").write_text(f"{ENTRY}until = 2026-12-31\n")
    assert read_register(tmp_path / "r.toml").acceptances == (Acceptance(NAME, "agreed", "2026-12-31"),)
    assert register_of("", "r.toml").acceptances == ()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (ENTRY.replace("accepted", "acepted"), "the key 'acepted' is unknown"),
        (ENTRY.replace("reason", "reasons"), r"accepted\[0\]: the key 'reason' is missing"),
        (ENTRY.replace("agreed", " "), r"accepted\[0\].reason: says nothing"),
        (f'{ENTRY}until = "soon"\n', r"accepted\[0\].until: must be a day such as 2026-12-31, not 'soon'"),
        (f'{ENTRY}until = "20261231"\n', "must be a day"),
        (f"{ENTRY}until = 2026-12-31T10:00:00\n", "must be a string"),
        (f"{ENTRY}{ENTRY}", r"accepted\[1\]: accepts v1-0+ a second time"),
        ("accepted = 3", "accepted: must be a list"),
        ("accepted = [3]", r"accepted\[0\]: must be a table"),
        ("accepted = ", "is no TOML"),
    ],
)
def test_a_register_that_cannot_be_read_is_trouble(text: str, problem: str) -> None:
    with pytest.raises(Trouble, match=problem):
        register_of(text, "r.toml")
