"""Files that would break a reader: each is one line of trouble that names the file and says what to do, or is read."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from peacediff.readers import read_bytes
from tests.command import refused, run
from tests.readers.laws import assert_reading_laws
from tests.readers.pdf_writer import nested_drawings
from tests.readers.word import docx, p, zipped

DEEP = 10_000
LAUGHS = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
BOMB = f'<!DOCTYPE x [<!ENTITY a "lol">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
XML = "<akomaNtoso><doc><mainBody><p>&j;</p></mainBody></doc></akomaNtoso>"

HOSTILE: dict[str, str | bytes] = {
    "deep.json": '{"points":' * DEEP,
    "number.json": f'{{"points": [{{"label": {"9" * DEEP}, "text": "x"}}]}}',
    "deep.yaml": "points: " + "[" * DEEP,
    "indented.yaml": "".join(" " * n + "points:\n" for n in range(300)),
    "aliases.yaml": "a: &a [x, x]\nb: &b [*a, *a]\npoints: [*b, *b]\n",
    "laughs.xml": BOMB + XML,
    "outside.xml": OUTSIDE + XML,
    "deep.xml": "<akomaNtoso>" + "<p>" * DEEP,
    "deep.html": "<html>" + "<div>" * DEEP + "1. Peace.",
    "lists.html": "<html>" + "<ol><li>a" * DEEP,
    "attributes.html": f"<html><p {' '.join(map('a{}'.format, range(DEEP)))}>1. Peace.",
    "bomb.docx": docx(p("1. Peace.") + " " * 2**24),
    "parts.docx": zipped({"word/document.xml": "", **{f"part/{n}": "" for n in range(5000)}}),
    "nested.pdf": nested_drawings(3)[:200],
    "zero.txt": b"1. Peace.\n2. Bre\0ad.\n",
    "surrogate.txt": "1. Peace \ud800 now.\n".encode("utf-8", "surrogatepass"),
    "half.txt": codecs.BOM_UTF16_LE + "1. Мир.".encode("utf-16-le") + b"x",
    "latin.txt": "1. Le cessez-le-feu est décidé.\n".encode("latin-1"),
    "empty.txt": "\u200b\n\u200e\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_line_of_trouble(name: str, tmp_path: Path) -> None:
    data = HOSTILE[name]
    (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())

    said = refused(run(tmp_path, "outline", name))

    assert said.startswith(f"peacediff: {name}")
    assert "; " in said
    assert "passwd" not in said


READ = {
    "brackets.txt": "1. " + "[" * DEEP + " x " + "]" * DEEP,
    "levels.txt": "".join(" " * n + f"- item {n}\n" for n in range(500)),
    "levels.md": "".join("  " * n + f"- item {n}\n" for n in range(200)),
    "stars.md": "1. " + "*a **b ~~c " * DEEP,
    "line.txt": "1. " + "The harbour is open to all ships. " * DEEP,
    "word.txt": "1. " + "x" * 20 * DEEP,
    "labels.txt": "1. " + "(a) x; (b) y; (i) z " * 500,
    "quotes.txt": "> " * DEEP + "1. Peace.\n",
    "marks.txt": "1. Peace.\u202e\n\u200b2. Bread.\u2066\n3. S\u00adalt\r4. Oil.\v5. Wine.\u2028",
}


@pytest.mark.parametrize("name", READ)
def test_a_strange_text_is_read_and_nothing_of_it_is_lost(name: str) -> None:
    assert_reading_laws(read_bytes(READ[name].encode(), name))
