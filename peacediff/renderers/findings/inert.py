"""Text of the documents that no reader of a log, page or data file takes for a command."""

from __future__ import annotations

import json
import re

from peacediff.renderers.visible import visible

COMMAND = re.compile(r"##(?=\w*\[)")
"""What a log takes for a command."""
_SIGNS = re.compile(r"</|##(?=\w*\[)")
_WRITTEN = {"</": "<\\/", "##": "#\\u0023"}


def inert(text: str) -> str:
    """The text in one line, without what acts on a screen or (``##[error]``) in the log of a pipeline."""
    return COMMAND.sub("#<U+0023>", visible(" ".join(text.split())))


def data(plain: object) -> str:
    """Plain values as JSON that is safe inside a script element and in the log of a pipeline too."""
    written = json.dumps(plain, ensure_ascii=False, indent=1, allow_nan=False)
    return _SIGNS.sub(lambda sign: _WRITTEN[sign[0]], _unpaired(written)) + "\n"


def _unpaired(written: str) -> str:
    """JSON in which what stands for no character is escaped, as UTF-8 cannot hold it; so are what acts on a screen."""
    return re.sub(
        "[\ud800-\udfff\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]",
        lambda found: f"\\u{ord(found[0]):04x}",
        written,
    )
