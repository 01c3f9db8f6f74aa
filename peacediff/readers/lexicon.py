"""The words and signs that open points, as data: ``data/lexicon/labels.toml`` in frozen form."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

import attrs

from peacediff import packaged

_HAN = "一二三四五六七八九十"
INSERTIONS = ("bis", "ter", "quater", "quinquies", "sexies", "septies", "octies")
"""Latin in treaties of every language: what stands behind the number of a point that came in later."""
INSERTED = rf"\s?(?:{'|'.join(INSERTIONS)})"
_LETTERED = r"\s[a-z](?=[.:]\s|[ \t]*(?:[\r\n]|\Z))"
_NUMBER = (
    r"(?:\s(?:no\.?|nr\.?|№|#)(?=\s?\d))?"
    rf"\s?(?:(?<!\w)|(?=[\d{_HAN}]))(?P<number>\d{{1,4}}(?:\.\d{{1,3}}){{0,4}}(?:{INSERTED}|[a-z]|{_LETTERED})?|(?-i:[IVXL]{{1,7}}|[A-Z])|[{_HAN}]{{1,3}}|@WORDS@)"
    r"(?:\.?[ºª°]|ers?|re|st|nd|rd|th)?(?!\w)"
)
_NUMBER_INSIDE = rf"(?P<number>\d{{1,4}}|[{_HAN}]{{1,3}})"


@attrs.frozen(slots=False)
class Worded:
    """A pattern of which every match begins with one of some words, compiled when a text first has one.

    The words of all languages make large patterns that take long to compile; most drafts use few of them.
    """

    words: tuple[str, ...]
    in_words: tuple[str, ...]

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """What a match may begin with, case folded: the words, up to a number inside."""
        return tuple({word.partition("{n}")[0].casefold() for word in self.words})

    @cached_property
    def longest(self) -> int:
        """How many characters of a text are enough to tell."""
        return max(map(len, self.beginnings))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return _pattern(self.words, self.in_words)

    def match(self, text: str, at: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at a place."""
        if not text[at : at + self.longest].casefold().startswith(self.beginnings):
            return None
        return self.pattern.match(text, at, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match that is all of a text."""
        found = self.match(text)
        return found and self.pattern.fullmatch(text)

    def finditer(self, text: str, at: int, end: int) -> Iterator[re.Match[str]]:
        """All matches between two places."""
        folded = text[at:end].casefold()
        return self.pattern.finditer(text, at, end) if any(b in folded for b in self.beginnings) else iter(())


@attrs.frozen
class Scope:
    """A kind of heading that holds points, such as ``annex``.

    ``rank`` is 1 for the highest; ``restarts`` where the ids below it always have a scope of their own.
    """

    name: str
    rank: int
    restarts: bool
    pattern: Worded
    alone: re.Pattern[str]


@attrs.frozen
class LabelWords:
    """What `numbering` knows about languages; the patterns have a group ``number``.

    ``like_one`` are letters that a scan shows for the number 1, ``uncertain`` the keywords that mostly stand in
    sentences.
    ``openers`` are the first signs of the words of points, ``scope_beginnings`` what the name of a scope may begin
    with, case folded: most texts open with none.
    """

    bullets: tuple[tuple[str, ...], ...]
    bullet: re.Pattern[str]
    alphabets: tuple[str, ...]
    like_one: frozenset[str]
    in_words: Mapping[str, int]
    before_number: frozenset[str]
    conjunctions: frozenset[str]
    references: frozenset[str]
    point: Worded
    uncertain: frozenset[str]
    keywords: tuple[str, ...]
    numeral: re.Pattern[str]
    option: Worded
    rival: re.Pattern[str]
    closing: re.Pattern[str]
    scopes: tuple[Scope, ...]
    openers: frozenset[str]
    scope_beginnings: tuple[str, ...]
    longest_beginning: int

    def may_open_scope(self, text: str, at: int = 0) -> bool:
        """Whether a text goes on at a place as the name of a scope begins; one look spares a look at each kind."""
        return text[at : at + self.longest_beginning].casefold().startswith(self.scope_beginnings)

    def family(self, keyword: str) -> str:
        """What a keyword shares with its abbreviations: ``art`` for ``Article`` and ``Art.``."""
        word = keyword.strip(" .#\t").casefold()
        return next(known for known in (*self.keywords, word) if word.startswith(known))


@cache
def label_words() -> LabelWords:
    """The packaged words, read once."""
    data = packaged.tables("lexicon/labels.toml")
    bullets = tuple(tuple(family.split()) for family in data["bullets"])
    in_words = {
        word.replace("_", " "): place
        for row in data["in_words"].values()
        for place, words in enumerate(row, 1)
        for word in words.split()
    }
    numbers = tuple(in_words)
    scopes = tuple(_scope(name, entry, numbers) for name, entry in data["scope"].items())
    beginnings = tuple({beginning for scope in scopes for beginning in scope.pattern.beginnings})
    return LabelWords(
        bullets=bullets,
        bullet=re.compile(rf"(?P<sign>{_alternation(sign for family in bullets for sign in family)})\ufe0f?"),
        alphabets=tuple(data["alphabets"]),
        like_one=frozenset(data["like_one"]),
        in_words=in_words,
        before_number=frozenset(data["before_number"]),
        conjunctions=frozenset(data["conjunctions"]),
        references=frozenset(data["references"]),
        point=Worded(_words(data["point"]), numbers),
        uncertain=frozenset(word.casefold() for word in data["point"]["uncertain"]),
        keywords=tuple(sorted({word.casefold().strip(".") for word in _words(data["point"])}, key=len)),
        numeral=re.compile(
            rf"(?P<number>{_alternation(in_words)})(?!\w)(?P<mark>[.:]?[-–—](?=\s)|[.:](?=\s|\Z))",
            re.IGNORECASE,
        ),
        option=Worded(_words(data["option"]), numbers),
        rival=re.compile(rf"(?:{_bare(data['option'])})(?!\w)[^.:：;\r\n]{{0,80}}[:：]", re.IGNORECASE),
        closing=re.compile(rf"(?:{_alternation(data['closings'])})(?!\w)", re.IGNORECASE),
        scopes=scopes,
        openers=_firsts([*_words(data["point"]), *_words(data["option"]), *in_words]),
        scope_beginnings=beginnings,
        longest_beginning=max(map(len, beginnings)),
    )


def number_in(found: re.Match[str]) -> str:
    """The number that a match of a label or of the heading of a scope holds, as printed."""
    return next(value for value in found.groups() if value)


def _words(entry: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(word for value in entry.values() if isinstance(value, list) for word in value)


def _firsts(words: Iterable[str]) -> frozenset[str]:
    """The first sign of each word, in both cases."""
    return frozenset(sign for word in words for sign in (word[0].lower(), word[0].upper()))


def _bare(entry: Mapping[str, object]) -> str:
    """The words of an entry that stand alone."""
    return _alternation(word for word in _words(entry) if "{n}" not in word)


def _alternation(words: Iterable[str]) -> str:
    """The words as they are, the longest first, so that ``Art.`` does not hide ``Article``."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


def _scope(name: str, entry: Mapping[str, object], in_words: tuple[str, ...]) -> Scope:
    words = _words(entry)
    return Scope(
        name=name,
        rank=int(str(entry["rank"])),
        restarts=bool(entry["restarts"]),
        pattern=Worded(words, in_words),
        alone=re.compile(rf"(?:{_bare(entry)})\Z", re.IGNORECASE),
    )


def _pattern(words: Iterable[str], in_words: Iterable[str]) -> re.Pattern[str]:
    """One alternation of words with their number behind them or inside."""
    listed = sorted(set(words), key=lambda word: (-len(word), word))
    before = _alternation(word for word in listed if "{n}" not in word)
    inside = [
        re.escape(word).replace(r"\{n\}", _NUMBER_INSIDE.replace("number", f"inside{i}"))
        for i, word in enumerate(w for w in listed if "{n}" in w)
    ]
    number = _NUMBER.replace("@WORDS@", _alternation(in_words))
    options = [rf"(?:(?:{before}){number})" if before else "", *inside]
    return re.compile("|".join(option for option in options if option), re.IGNORECASE)
