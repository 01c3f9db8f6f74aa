"""The register: what is written can be read again, and what cannot be read is trouble."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peacediff import Trouble, read_register
from peacediff.model import Acceptance
from peacediff.register import register_of, with_entries

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
    assert register_of(text, "r.toml").acceptances == (*first, *more)


def test_entries_are_put_behind_what_stands_there() -> None:
    """Comments and the order that somebody gave the file are kept."""
    text = with_entries("# ours", [Acceptance(NAME, "agreed")])
    assert text == f"# ours\n\n{ENTRY}"


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
