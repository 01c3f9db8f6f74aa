"""A `Comparison` as JSON: sorted keys, one value a line, so that it diffs well itself."""

from __future__ import annotations

import json

from peacediff.codec import to_dict
from peacediff.model import Comparison


def render(comparison: Comparison) -> str:
    """The comparison as JSON text; the schema is ``peacediff schema comparison``."""
    plain = to_dict(comparison)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, indent=1, allow_nan=False) + "\n"
