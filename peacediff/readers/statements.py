"""What is said about provisions and is none itself: ``Point 3 is deleted``, ``Points 5 to 7 remain unchanged``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

import attrs

from peacediff import packaged

_LONGEST = 200
_WORD_END = re.compile(r"[\s’']")
_AROUND = " \t\r\n[](){}*_.;:!,。；"
_NUMBER = r"\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxl]{1,7}|[a-z])\)?(?:\s?\([a-z0-9]{1,3}\)){0,3}(?!\w)"


@attrs.frozen(slots=False)
class RemarkWords:
    """The patterns of ``data/lexicon/remarks.toml``, each to be matched in full and without regard to case.

    ``forms`` are those that open with one of ``names``, an article before it or not.
    """

    forms: tuple[str, ...]
    names: frozenset[str]
    other: re.Pattern[str]
    bare: frozenset[str]
    insertions: frozenset[str]

    @cached_property
    def named(self) -> re.Pattern[str]:
        """All forms; compiled when a text first opens with a name, as that takes long and most drafts need it never."""
        return re.compile("|".join(self.forms), re.IGNORECASE)


@cache
def remark_words() -> RemarkWords:
    """The packaged words, read once."""
    data = packaged.tables("lexicon/remarks.toml")
    languages = [entry for entry in data.values() if isinstance(entry, dict)]
    other = [pattern for entry in languages for pattern in entry.get("patterns", ())]
    return RemarkWords(
        forms=tuple(_pattern(entry) for entry in languages if entry["names"]),
        names=frozenset(name for entry in languages for name in entry["names"]),
        other=re.compile("|".join(other), re.IGNORECASE),
        bare=frozenset(word for entry in languages for word in entry["bare"]),
        insertions=frozenset(data["insertions"]),
    )


def is_remark(text: str) -> bool:
    """Whether a text is nothing but a statement about provisions, brackets around it or not."""
    if len(text) > _LONGEST:
        return False
    known, said = remark_words(), text.strip(_AROUND)
    opening = _WORD_END.split(said, maxsplit=2)[:2]
    if any(word.casefold() in known.names for word in opening) and known.named.fullmatch(said):
        return True
    return known.other.fullmatch(said) is not None


def is_bare_remark(text: str) -> bool:
    """Whether the text of a point says nothing but what became of it: ``[deleted]``."""
    return len(text) <= _LONGEST and text.strip(_AROUND).casefold() in remark_words().bare


def _pattern(entry: Mapping[str, Sequence[str]]) -> str:
    name, join, adverb = _any(entry["names"]), _any(entry["joins"]), _any(entry["adverbs"] or ["-"])
    verb = rf"(?::?\s+{_any(v for v in entry['verbs'] if v)}{'|' if '' in entry['verbs'] else ''})"
    tail = rf"(?:\s+{_any(entry['tails'])}\s+(?:{name}\s+)?{_NUMBER})?" if entry["tails"] else ""
    another = rf"(?:\s*(?:,|[-–—]|,?\s{join}\s)\s*(?:{name}\s+)?{_NUMBER})"
    article = r"(?:[^\W\d_]{1,3}[\s’'])?"
    several = rf"(?:{another}{{0,9}}{verb}|{another}{{1,9}}\s?:)"
    return rf"{article}{name}\s+{_NUMBER}{several}\s+(?:{adverb}\s+)?{_any(entry['states'])}{tail}"


def _any(words: Iterable[str]) -> str:
    listed = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in listed)})"
