"""What stands around a draft and is none of it: the head, greeting and signature of a mail, earlier mails, page lines.

It works on blocks, so it is the same for all formats. What is set aside is a note: shown and counted, not compared.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import attrs

from peacediff.readers.blocks import Block
from peacediff.readers.numbering import is_initial, label_at, scope_of

_MOST_WORDS, _MOST_LINES, _MOST_BEHIND, _MOST_GREETING_WORDS = 12, 8, 3, 8
_FEWEST_FIELDS, _FEWEST_FIELDS_INSIDE, _FEWEST_LABELS = 2, 3, 2
_LONGEST = 400
_ENDED = re.compile(r"\w{4,}[.!?…。！？؟।]\Z")
_DASHES = re.compile(r"--\s*(?:\n|\Z)")
_MAILED = re.compile(r"[@<]|\d[:.]\d\d")
_MARKS = " \t\r\n*_>"


@attrs.frozen
class _Words:
    """The patterns of ``data/lexicon/surroundings.toml``, each to be matched from the start of a line."""

    field: re.Pattern[str]
    separator: re.Pattern[str]
    attribution: re.Pattern[str]
    greeting: re.Pattern[str]
    farewell: re.Pattern[str]
    page: re.Pattern[str]


@cache
def surrounding_words() -> _Words:
    """The packaged words, read once."""
    data = tomllib.loads((files("peacediff") / "data" / "lexicon" / "surroundings.toml").read_text("utf-8"))
    farewell = rf"(?:{_any(data['farewells'])})(?!\w)"
    return _Words(
        field=re.compile(rf"[*_>\s]{{0,6}}(?:{_any(data['fields'])})\s?[:：][*_]{{0,2}}(?:\s|\S+@|\Z)"),
        separator=re.compile(rf"(?:{'|'.join(data['separators'])})\s*(?:\n|\Z)"),
        attribution=re.compile(rf"(?:{'|'.join(data['attributions'])})\Z", re.DOTALL),
        greeting=re.compile(rf"(?:{_any(data['greetings'])})(?!\w)[^.;\n]{{0,80}}[,:!،，：！]\Z"),
        farewell=re.compile(rf"{farewell}(?:[,!.،，]?|[,،，]\s?[^.;:\n]{{1,30}})\s*(?:\n|\Z)"),
        page=re.compile(rf"(?:{_any(data['pages'])})\s?[:.!…→»]{{0,3}}\Z", re.IGNORECASE),
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def opens_surroundings(line: str) -> bool:
    """Whether a line ends a letter or stands over an earlier mail, and so is no part of the text before it."""
    words, said = surrounding_words(), line.strip(_MARKS)
    return bool(words.farewell.match(said) or words.separator.match(said) or _DASHES.match(said))


def without_surroundings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks; those that surround the draft are notes, and all of an earlier mail is one if points came before."""
    kept: list[Block] = []
    labels = signing = 0
    for place, block in enumerate(blocks):
        said = text[slice(*block.span)][:_LONGEST].strip(_MARKS)
        if block.kind not in {"text", "heading"} or block.level:
            kept.append(block)
            continue
        labelled = _is_labelled(text, block)
        if _opens_mail(said, inside=labels > 0) and labels >= _FEWEST_LABELS:
            return [*kept, _as_one(blocks[place:])]
        named = (
            block.kind == "text" or signing > _MOST_BEHIND
        )  # a heading may be a name, but only the first one
        signing = 0 if labelled or scope_of(said) else _still_signing(said, signing if named else 0)
        aside = signing or _opens_mail(said, inside=labels > 0) or (not labelled and _greets_or_frames(said))
        kept.append(Block("note", block.span) if aside else block)
        labels += labelled
    return kept


def _as_one(blocks: Sequence[Block]) -> Block:
    return Block("note", (blocks[0].span[0], max(block.span[1] for block in blocks)))


def _is_labelled(text: str, block: Block) -> bool:
    label = label_at(text, block.span)
    return bool(block.marker) or (label is not None and not is_initial(label.text))


def _opens_mail(said: str, *, inside: bool) -> bool:
    """Whether a paragraph is the head of a mail, or a line such as ``On Monday at 10:12 A. Brook wrote:``."""
    words, lines = surrounding_words(), said.splitlines()
    fields = sum(words.field.match(line) is not None for line in lines)
    attributed = words.attribution.match(said) and _MAILED.search(said)
    enough = _FEWEST_FIELDS_INSIDE if inside else _FEWEST_FIELDS
    return bool(words.separator.match(said) or attributed or fields >= enough)


def _still_signing(said: str, signing: int) -> int:
    """How many paragraphs from here on may still be a signature: a farewell, then short lines that end no sentence."""
    lines = said.splitlines()
    if len(lines) > _MOST_LINES:
        return 0
    if surrounding_words().farewell.match(said) or _DASHES.match(said):
        return _MOST_BEHIND + 1
    short = all(len(line.split()) <= _MOST_WORDS for line in lines) and not _ENDED.search(said)
    return signing - 1 if signing and short else 0


def _greets_or_frames(said: str) -> bool:
    words = surrounding_words()
    greets = len(said.split()) <= _MOST_GREETING_WORDS and words.greeting.match(said)
    return bool(greets or words.page.match(said))
