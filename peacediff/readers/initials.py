"""Telling the initials of a person from labels."""

from __future__ import annotations

import re

from peacediff.readers.labels import Label

_ANOTHER_INITIAL = re.compile(r"\s?[^\W\d_]\w?\.")


def opens_initials(text: str, label: Label) -> bool:
    """Whether the label is the first of several initials, as in ``L. D. Kuchma``."""
    return is_initial(label.text) and bool(_ANOTHER_INITIAL.match(text, label.span[1]))


def is_initial(printed: str) -> bool:
    """Whether a label has the form of a person's initial: a single capital with a full stop."""
    return printed[:1].isupper() and printed[1:] == "."
