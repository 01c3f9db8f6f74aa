"""What stands around a draft and is none of it: the head, greeting and signature of a mail, earlier mails, page lines.

It works on blocks, so it is the same for all formats. What is set aside is a note: shown and counted, not compared.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

import attrs

from peacediff import packaged
from peacediff.readers.blocks import Block
from peacediff.readers.ends import FULL
from peacediff.readers.initials import is_initial
from peacediff.readers.numbering import label_at
from peacediff.readers.scopes import scope_of

_MOST_WORDS, _MOST_LINES, _MOST_BEHIND, _MOST_GREETING_WORDS = 12, 8, 3, 8
_FEWEST_FIELDS, _FEWEST_FIELDS_INSIDE, _FEWEST_LABELS = 2, 3, 2
_LONGEST = 400
_ENDED = re.compile(rf"\w{{4,}}[{FULL}]\Z")
_DASHES = re.compile(r"--\s*(?:\n|\Z)")
_MAILED = re.compile(r"[@<]|\d[:.]\d\d")
_MARKS = " \t\r\n*_>"
_SEPARATOR_OPENERS = frozenset("-BD")


_GREETING_TAIL = re.compile(r"(?!\w)[^.;\n]{0,80}[,:!،，：！]\Z")
_FAREWELL_TAIL = re.compile(r"(?!\w)(?:[,!.،，]?|[,،，]\s?[^.;:\n]{1,30})\s*(?:\n|\Z)")
_PAGE_TAIL = " :.!…→»"


@attrs.frozen(slots=False)
class _Words:
    """The words of ``data/lexicon/surroundings.toml``; the longest first where one may open another."""

    fields: frozenset[str]
    separators: tuple[str, ...]
    attributions: tuple[str, ...]
    greetings: tuple[str, ...]
    farewells: tuple[str, ...]
    pages: frozenset[str]
    page: tuple[str, ...]
    of_pages: tuple[str, ...]

    @cached_property
    def page_number(self) -> re.Pattern[str]:
        """The number of a page on a line of its own, with or without words and dashes around it."""
        page, of = ("|".join(map(re.escape, words)) for words in (self.page, self.of_pages))
        return re.compile(
            rf"(?:[-–—]\s?)?(?:(?:{page})\s?)?(\d{{1,4}})(?:\s?(?:{of})\s?\d{{1,4}})?(?:\s?[-–—])?",
            re.IGNORECASE,
        )

    @cached_property
    def separator(self) -> re.Pattern[str]:
        """The patterns of lines over an earlier mail, compiled when a line may be one."""
        return re.compile(rf"(?:{'|'.join(self.separators)})\s*(?:\n|\Z)")

    @cached_property
    def attribution(self) -> re.Pattern[str]:
        """The patterns of lines that say who wrote an earlier mail and when."""
        return re.compile(rf"(?:{'|'.join(self.attributions)})\Z", re.DOTALL)


@cache
def surrounding_words() -> _Words:
    """The packaged words, read once."""
    data = packaged.tables("lexicon/surroundings.toml")
    return _Words(
        fields=frozenset(data["fields"]),
        separators=tuple(data["separators"]),
        attributions=tuple(data["attributions"]),
        greetings=tuple(sorted(data["greetings"], key=len, reverse=True)),
        farewells=tuple(sorted(data["farewells"], key=len, reverse=True)),
        pages=frozenset(word.casefold() for word in data["pages"]),
        page=tuple(data["page"]),
        of_pages=tuple(data["of_pages"]),
    )


def _opens(said: str, words: tuple[str, ...], tail: re.Pattern[str]) -> bool:
    """Whether a text opens with one of some words, and goes on behind it as ``tail`` says."""
    if not said.startswith(words):
        return False
    word = next(word for word in words if said.startswith(word))
    return tail.match(said, len(word)) is not None


def _is_separator(said: str) -> bool:
    return said[:1] in _SEPARATOR_OPENERS and surrounding_words().separator.match(said) is not None


def _is_attribution(said: str) -> bool:
    mailed = said[-1:] in {*":："} and _MAILED.search(said)
    return bool(mailed and surrounding_words().attribution.match(said))


def _is_field(line: str) -> bool:
    """Whether a line is a field of the head of a mail, such as ``From: A. Brook``."""
    name, colon, _ = line.replace("：", ":").partition(":")
    return bool(colon) and name.strip(_MARKS) in surrounding_words().fields


def opens_surroundings(line: str) -> bool:
    """Whether a line ends a letter or stands over an earlier mail, and so is no part of the text before it."""
    said = line.strip(_MARKS)
    return _is_farewell(said) or _is_separator(said)


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
    fields = sum(map(_is_field, said.splitlines()))
    enough = _FEWEST_FIELDS_INSIDE if inside else _FEWEST_FIELDS
    return fields >= enough or _is_separator(said) or _is_attribution(said)


def _is_farewell(said: str) -> bool:
    return _opens(said, surrounding_words().farewells, _FAREWELL_TAIL) or _DASHES.match(said) is not None


def _still_signing(said: str, signing: int) -> int:
    """How many paragraphs from here on may still be a signature: a farewell, then short lines that end no sentence."""
    lines = said.splitlines()
    if len(lines) > _MOST_LINES:
        return 0
    if _is_farewell(said):
        return _MOST_BEHIND + 1
    short = all(len(line.split()) <= _MOST_WORDS for line in lines) and not _ENDED.search(said)
    return signing - 1 if signing and short else 0


def _greets_or_frames(said: str) -> bool:
    words = surrounding_words()
    greets = len(said.split()) <= _MOST_GREETING_WORDS and _opens(said, words.greetings, _GREETING_TAIL)
    return greets or said.rstrip(_PAGE_TAIL).casefold() in words.pages
