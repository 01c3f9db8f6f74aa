"""Law 1 under a coverage-guided fuzzer: ``python -m tests.bench.fuzz FORMAT [SECONDS]``.

FORMAT is one of the formats, or ``docx-body`` for what stands in a Word file, which a fuzzer of bytes never reaches
through the archive. It needs atheris, which no extra installs. What it found and how long it ran stands in
docs/explanation/formats.md. A finding is written to the folder in which it runs, as ``crash-...``.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

import atheris

with atheris.instrument_imports(include=["peacediff.readers", "peacediff.codec"]):
    from peacediff import Trouble
    from peacediff.readers import akoma, pdf, read_bytes, structured  # noqa: F401 (else loaded late, and not instrumented)
    from peacediff.readers.pdf import segments
    from tests.readers.laws import assert_reading_laws
    from tests.readers.seeds import SEEDS
    from tests.readers.word import docx, ins, p

BODY = "docx-body"
BODY_SEED = p("1. Peace.", num=1, level=1, style="Heading1") + p(ins("<w:r><w:t>Bread.</w:t><w:tab/></w:r>"))


LABELS = """\
Article 1 Peace. 2) Bread: (a) salt; and (b) wine.
(i) One
1.1 Two. § 4 Three [600][800]
- four
\t* five
> 1. Six.
Annex I
Point 1
Option 1
Статья 3 الفقرة 1 第三条
Point 3 is deleted.
| 1 | x |
~~7. Old.~~ 7. {~~a~>b~~} <del>c</del> <ins>d</ins> {++e++} {--f--} <s>g</s> ~h~ &amp; &nbsp;
Tolls* end the hosti-
lities. Hostilities.

* See.

1 stop
2 go
3 stay


“1. Seven.
Done at Korr
A. B. Smith
"""
"""Labels of many kinds, a second seed of the formats that are text."""


def _wrapped(data: bytes) -> bytes:
    return docx(data.decode("latin-1").encode("ascii", "xmlcharrefreplace").decode())


def _dictionary(seed: bytes) -> str:
    """The tags and words of a seed, so that the fuzzer need not find them letter by letter."""
    tokens = sorted(set(re.findall(rb"<[^<>]{1,60}>|[^\s<>]{2,60}", seed)))
    return "".join('"' + "".join(f"\\x{byte:02x}" for byte in token) + '"\n' for token in tokens)


def main(input_format: str, seconds: str = "300") -> None:
    """Read ever new inputs in one format, from a valid one on."""
    patch.object(
        pdf, "pages_apart", segments.pages
    ).start()  # what runs in another process is not instrumented

    def one(data: bytes) -> None:
        try:
            if input_format == BODY:
                draft = read_bytes(_wrapped(data), "plan", input_format="docx")
            else:
                draft = read_bytes(data, "plan", input_format=input_format)
        except Trouble:
            return
        assert_reading_laws(draft)

    with tempfile.TemporaryDirectory() as folder:
        corpus, words = Path(folder, "corpus"), Path(folder, "words")
        corpus.mkdir()
        seed = BODY_SEED.encode() if input_format == BODY else SEEDS[input_format]
        (corpus / "seed").write_bytes(seed)
        if input_format in {"text", "markdown"}:
            (corpus / "labels").write_text(LABELS, encoding="utf-8")
        words.write_text(_dictionary(seed + LABELS.encode()))
        limits = [f"-max_total_time={seconds}", "-max_len=4096", "-timeout=60", "-rss_limit_mb=2048"]
        atheris.Setup([sys.argv[0], *limits, f"-dict={words}", "-print_final_stats=1", str(corpus)], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
