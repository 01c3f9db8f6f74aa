"""Law 1 under a coverage-guided fuzzer: ``python -m tests.bench.fuzz FORMAT [SECONDS]``.

It needs atheris, which no extra installs. What it found and how long it ran stands in docs/explanation/formats.md. A
finding is written to the folder in which it runs, as ``crash-...``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["peacediff.readers", "peacediff.codec"]):
    from peacediff import Trouble
    from peacediff.readers import akoma, pdf, read_bytes, structured  # noqa: F401 (else loaded late, and not instrumented)
    from tests.readers.laws import assert_reading_laws
    from tests.readers.seeds import SEEDS


def main(input_format: str, seconds: str = "300") -> None:
    """Read ever new inputs in one format, from a valid one on."""

    def one(data: bytes) -> None:
        try:
            draft = read_bytes(data, "plan", input_format=input_format)
        except Trouble:
            return
        assert_reading_laws(draft)

    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seed").write_bytes(SEEDS.get(input_format, b"# A\n\n1. Peace.\n   (a) Bread.\n"))
        limits = [f"-max_total_time={seconds}", "-max_len=4096", "-timeout=20", "-rss_limit_mb=2048"]
        atheris.Setup([sys.argv[0], *limits, "-print_final_stats=1", folder], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
