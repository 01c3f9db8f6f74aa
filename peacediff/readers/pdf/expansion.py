"""How large the packed parts of a PDF become: a small file must not fill the memory."""

from __future__ import annotations

import re
import zlib
from contextlib import suppress

from peacediff.errors import Trouble

MOST_BYTES = 256 * 2**20
_STREAM = re.compile(rb"stream\r?\n(?=[\x08-\x78][\x01-\xff])")
_CHUNK = 2**20


def refuse_bomb(data: bytes, name: str) -> None:
    """Raise `Trouble` where the deflated streams of a PDF hold more than `MOST_BYTES` in all."""
    total = 0
    for found in _STREAM.finditer(data):
        total += _inflated(data, found.end(), MOST_BYTES - total)
        if total > MOST_BYTES:
            problem = f"its packed parts hold more than {MOST_BYTES // 2**20} MB"
            raise Trouble(name, problem, "print it to a new PDF, or give only the pages of the draft")


def _inflated(data: bytes, at: int, most: int) -> int:
    """The size of a stream that begins at an offset, as far as it inflates; counted to just over ``most``."""
    inflator, size = zlib.decompressobj(), 0
    with suppress(zlib.error):
        for start in range(at, len(data), _CHUNK):
            waiting = data[start : start + _CHUNK]
            while waiting and size <= most and not inflator.eof:
                size += len(inflator.decompress(waiting, _CHUNK))
                waiting = inflator.unconsumed_tail
            if inflator.eof or size > most:
                break
    return size
