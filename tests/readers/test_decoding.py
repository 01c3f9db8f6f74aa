"""Bytes and files: what can be read, and what is told of the rest."""

from __future__ import annotations

import codecs
import hashlib
import io
import os
import sys
from pathlib import Path

import pytest

from peacediff import Trouble, read
from peacediff.readers import decoding, read_bytes, read_text

PLAN = "1. Перемирие вступает в силу немедленно.\n2. Стороны обменяются пленными.\n"


@pytest.mark.parametrize(
    "data",
    [
        PLAN.encode(),
        codecs.BOM_UTF8 + PLAN.encode(),
        codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + PLAN.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + PLAN.encode("utf-32-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 little", "utf-16 big", "utf-32 little", "utf-32 big"],
)
def test_a_byte_order_mark_names_the_encoding_and_is_no_part_of_the_text(data: bytes) -> None:
    draft = read_bytes(data, "plan.txt")
    assert draft.text == PLAN
    assert draft.sha256 == hashlib.sha256(data).hexdigest()


def test_a_named_encoding_is_used() -> None:
    assert read_bytes(PLAN.encode("cp1251"), "plan.txt", encoding="cp1251").text == PLAN
    assert read_bytes(PLAN.encode("utf-16-le"), "plan.txt", encoding="utf-16-le").text == PLAN


def test_line_breaks_stay_as_they_are() -> None:
    text = "1. One\r\n2. Two\r3. Three\n"
    draft = read_bytes(text.encode(), "plan.txt")
    assert draft.text == text
    assert [point.line for point in draft.walk()] == [1, 2, 3]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "utf-16-le", "utf-16-be"])
def test_an_encoding_that_its_letters_tell_is_read_and_told(encoding: str) -> None:
    text = (
        "1. Перемир'я набирає чинності негайно, і її перевіряє комісія.\n"
        "2. Сторони обміняються всіма полоненими; ґвинтівки здають її члени.\n"
    )
    draft = read_bytes(text.encode(encoding), "plan.txt")
    assert draft.text == text
    assert draft.remarks == (f"Read as {encoding}, which the letters suggest; --encoding overrules it.",)


def test_latin_text_that_is_not_utf8_is_trouble_with_its_place_and_a_likely_encoding() -> None:
    text = "1. Peace\n2. La trêve entre en vigueur immédiatement, à midi, dès la signature.\n"
    with pytest.raises(Trouble) as caught:
        read_bytes((text * 5).encode("cp1252"), "plan.txt")
    assert caught.value.place == "line 2, byte 17"
    assert "--encoding" in caught.value.remedy
    assert read_bytes(text.encode("cp1252"), "plan.txt", encoding="cp1252").text == text


def test_utf8_is_never_guessed_to_be_something_else() -> None:
    assert read_bytes(PLAN.encode(), "plan.txt").remarks == ()


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "hex", "a\0b"])
def test_an_unknown_encoding_is_trouble(encoding: str) -> None:
    with pytest.raises(Trouble, match="there is no encoding"):
        read_bytes(b"1. a", "plan.txt", encoding=encoding)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04rest", "ZIP or Office"),
        (b"%PDF-1.7 rest", "PDF"),
        (b"\xd0\xcf\x11\xe0rest", "old Office"),
        (b"{\\rtf1 1. a.}", "an RTF file"),
        (b"1. a\0b", "zero byte"),
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"---\ntitle: X\n---\n", "no point found"),
    ],
)
def test_what_is_no_draft_is_trouble_in_one_line(data: bytes, problem: str) -> None:
    with pytest.raises(Trouble) as caught:
        read_bytes(data, "plan")
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_directory_are_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no such file"):
        read(tmp_path / "missing.md")
    with pytest.raises(Trouble, match="is a directory"):
        read(tmp_path)
    with pytest.raises(Trouble, match="cannot be read"):
        read("a\0b")
    with pytest.raises(Trouble, match="name of the file is empty"):
        read("")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_trouble_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Trouble, match="no regular file"):
        read(tmp_path / "pipe")


def test_a_file_that_may_not_be_read_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.md").write_text("1. a")

    def deny(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", deny)
    with pytest.raises(Trouble, match="may not be read"):
        read(tmp_path / "plan.md")


def test_a_file_over_the_limit_is_trouble_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(decoding, "SIZE_LIMIT", 8)
    (tmp_path / "fits.txt").write_text("1. abcde")
    (tmp_path / "large.txt").write_text("1. abcdef")
    assert read(tmp_path / "fits.txt").provisions[0].text == "abcde"
    monkeypatch.setattr(Path, "open", None)
    with pytest.raises(Trouble, match="larger than"):
        read(tmp_path / "large.txt")


def test_bytes_and_texts_that_are_given_are_bounded_as_files_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decoding, "SIZE_LIMIT", 8)
    assert read_bytes(b"1. abcde", "plan.txt").provisions[0].text == "abcde"
    with pytest.raises(Trouble, match=r"plan\.txt: this is larger than"):
        read_bytes(b"1. abcdef", "plan.txt")
    with pytest.raises(Trouble, match=r"<text>: this is larger than"):
        read_text("1. äbcde")


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"1. a")))
    assert read("-").name == "<stdin>"


class Broken(io.BytesIO):
    """A stream that fails, as a directory or a lost device does."""

    def read(self, _size: int | None = -1, /) -> bytes:
        """Fail."""
        raise OSError(5, "Input/output error")


def test_a_standard_input_that_is_closed_or_broken_is_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(Trouble, match="<stdin>: is closed; pipe the draft in"):
        read("-")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Broken()))
    with pytest.raises(Trouble, match="<stdin>: cannot be read: Input/output error"):
        read("-")


def test_the_name_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.md").write_text("1. a")
    monkeypatch.chdir(tmp_path)
    assert read("plan.md").name == "plan.md"
    assert read(tmp_path / "plan.md").name == (tmp_path / "plan.md").as_posix()


def test_the_format_follows_from_the_suffix_then_from_the_content() -> None:
    quoted = "# Plan\n\n1. a\n\n> quoted\n"
    assert [p.kind for p in read_bytes(quoted.encode(), "a.MD").passages] == ["title", "note"]
    assert [p.kind for p in read_text(quoted).passages] == ["title", "note"]
    assert read_bytes(quoted.encode(), "a.txt").title == "# Plan"
    assert read_text("Plan\n\n1. a").title == "Plan"
    assert read_text(quoted, "a.txt", input_format="markdown").title == "Plan"
