"""What a history costs beside the n - 1 single comparisons that it is made of.

    python -m tests.bench.history [--drafts 10] [--provisions 300]

Every draft rewrites about a twentieth of the one before, drops and adds as many, and reinstates some of what was
dropped two drafts ago. Both sides are processor seconds of this process; the drafts are read beforehand, and each
side starts with the caches of texts as the other left them, the single comparisons first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from itertools import pairwise
from random import Random
from time import process_time

from peacediff import Draft, compare, history, read_text
from tests.bench.drawn import written

_WORDS = 4000
_LENGTH = (8, 30)
_TOUCHED = 0.05


def chain(drafts: int, provisions: int, seed: int = 1) -> Iterator[Draft]:
    """Drafts in a row, each made of the one before."""
    rnd = Random(seed)
    texts = [_text(rnd) for _ in range(provisions)]
    dropped: list[str] = []
    for number in range(drafts):
        yield read_text(written(tuple(texts)), name=f"draft {number + 1}")
        lost: list[str] = []
        kept: list[str] = []
        for text in texts:
            (lost if rnd.random() < _TOUCHED else kept).append(text)
        kept = [_reworded(rnd, text) if rnd.random() < _TOUCHED else text for text in kept]
        back = dropped[: len(lost) // 2]
        texts = [*kept, *back, *(_text(rnd) for _ in range(len(lost) - len(back)))]
        dropped = lost


def _text(rnd: Random) -> str:
    words = [f"w{int(rnd.paretovariate(0.6)) % _WORDS}" for _ in range(rnd.randint(*_LENGTH))]
    return " ".join(words).capitalize() + "."


def _reworded(rnd: Random, text: str) -> str:
    words = text.split()
    words[rnd.randrange(len(words) - 1)] = f"w{rnd.randrange(_WORDS)}"
    return " ".join(words)


def main() -> None:
    """Print both figures and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=10)
    parser.add_argument("--provisions", type=int, default=300)
    asked = parser.parse_args()
    drafts = list(chain(asked.drafts, asked.provisions))
    compare(drafts[0], drafts[0])  # loads the knowledge
    start = process_time()
    for old, new in pairwise(drafts):
        compare(old, new)
    alone = process_time() - start
    start = process_time()
    found = history(drafts)
    whole = process_time() - start
    told = f"{len(found.lineages)} lineages, {len(found.returns)} returns"
    print(f"{asked.drafts} drafts of {asked.provisions}: {told}")  # noqa: T201
    print(f"comparisons {alone:.2f} s, history {whole:.2f} s, ratio {whole / alone:.2f}")  # noqa: T201


if __name__ == "__main__":
    main()
