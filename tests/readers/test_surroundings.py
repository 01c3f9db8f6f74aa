"""What stands around a draft that was sent or published, and is none of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from peacediff import Draft
from tests.readers.outline import ids, passages, read_markdown, read_plain, texts

Reads = Callable[[str], Draft]
HEAD = "From: A. Brook <a@korr.example>\nTo: talks@neuwick.example\nSubject: Draft, second round\n\n"
POINTS = "1. The harbour is open.\n2. Tolls are halved.\n"


@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_head_greeting_and_signature_of_a_mail_are_notes(read: Reads) -> None:
    text = (
        f"{HEAD}Dear colleagues,\n\n{POINTS}\nBest regards,\nA. Brook\n\nDelegation of Korr\nTel. 30 12345\n"
    )
    draft = read(text)

    assert ids(draft) == ["1", "2"]
    assert {kind for kind, _ in passages(draft)} == {"note"}


@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_a_farewell_needs_no_blank_line_before_it(read: Reads) -> None:
    assert texts(read(f"{POINTS}Kind regards,\nA. Brook\n"))["2"] == "Tolls are halved."


@pytest.mark.parametrize(
    "opening",
    [
        "On Fri, 2 May 2031 at 10:12, B. Storm <b@neuwick.example> wrote:",
        "Le 2 mai 2031 à 10:12, B. Storm a écrit :",
        "2 мая 2031 г., 10:12 Б. Шторм пишет:",
        "-----Original Message-----\nFrom: B. Storm\nSent: 2 May 2031\nTo: A. Brook",
        "---------- Forwarded message ---------",
        "Von: B. Storm\nGesendet: 2. Mai 2031\nAn: A. Brook\nBetreff: Entwurf",
    ],
)
def test_an_earlier_mail_behind_the_points_of_a_new_one_is_one_note(opening: str) -> None:
    draft = read_plain(f"{POINTS}\n{opening}\n\n> Dear A.,\n>\n> 1. The harbour is shut.\n> 2. Tolls stay.\n")

    assert ids(draft) == ["1", "2"]
    assert [(kind, text[-11:]) for kind, text in passages(draft)] == [("note", "Tolls stay.")]


@pytest.mark.parametrize("read", [read_plain, read_markdown])
def test_the_points_of_a_mail_that_only_sends_them_on_are_points(read: Reads) -> None:
    opening = "Hi all,\n\n---------- Forwarded message ---------\n" + HEAD
    assert ids(read(f"{opening}> 1. The harbour is open.\n> 2. Tolls are halved.\n")) == ["1", "2"]


@pytest.mark.parametrize(
    "line",
    [
        "Best efforts are made",
        "Regards the harbour as open.",
        "From: the mole\nTo: the gate",
        "On 3 May the mediator wrote:",
        "Dear life is to be spared.",
        "Share of the tolls",
    ],
)
def test_provisions_that_look_like_a_mail_stay_provisions(line: str) -> None:
    draft = read_plain(f"1. Lamps are lit.\n\n2. Bells are rung.\n\n{line}\n\n3. So it is.\n")

    assert passages(draft) == []
    assert "3" in ids(draft)


def test_an_annex_behind_a_signature_is_read() -> None:
    assert ids(read_plain(f"{POINTS}\nRegards,\nA. Brook\n\nAnnex I\n\n1. The map.\n")) == [
        "1",
        "2",
        "annex-1",
        "annex-1/1",
    ]


@pytest.mark.parametrize("line", ["Advertisement", "READ MORE:", "Реклама", "Follow us!"])
def test_a_line_of_the_page_is_a_note(line: str) -> None:
    draft = read_plain(f"1. The harbour is open.\n\n{line}\n\n2. Tolls are halved.\n")

    assert ids(draft) == ["1", "2"]
    assert passages(draft) == [("note", line)]
