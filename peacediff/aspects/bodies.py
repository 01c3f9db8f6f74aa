"""Bodies and titles that no gazetteer lists, known by how they are written: ``Joint Border Commission (JBC)``."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from peacediff.aspects.reading import Mention, Reading

_ENDS = frozenset('.;:!?\n\r([{"“”«»•')
OWNER = ("'s", "’s")
"""The endings of a word that owns what follows."""
_ROMAN = frozenset("ivxlcdm")
_NO_CHANCE = 5
"""So many words in a row begin with the letters of an abbreviation only if it is theirs."""
_LEAST_LETTERS = 3
_MOST_WORDS = 14


@attrs.frozen
class Body:
    """Capitalised words that name a body, or the title of a document (``title``); ``end`` after the last word.

    One is answered by another that has one of its ``answers`` among its ``ids``: the same words, with known names
    in one form, or words and their initials.
    """

    ids: frozenset[str]
    answers: frozenset[str]
    first: int
    end: int
    title: bool = False
    shown: int = 0
    """After the words to quote, which leave out an abbreviation in brackets."""

    @property
    def name(self) -> str:
        """One word or phrase that tells it from others."""
        return min(self.ids)


def bodies(reading: Reading) -> Iterator[Body]:
    """The bodies and titles of a text, leftmost first; none overlap."""
    if reading.text.isupper():
        return
    end, writing = 0, _Writing.of(reading)
    for at in reading.capitals:
        body = (writing.run(at) or writing.abbreviation(at)) if at >= end else None
        if body:
            yield body
            end = body.end


def spelled_out(reading: Reading, short: str) -> tuple[int, int] | None:
    """Where the words stand whose initials make an abbreviation; small ones are skipped.

    The first has a capital, unless there are so many that it can be no chance.
    """
    if not short:
        return None
    small = reading.knowledge.name_words.inside | reading.knowledge.articles
    telling = [at for at, key in enumerate(reading.keys) if key not in small]
    initials = "".join(reading.keys[at][0] for at in telling)
    at = initials.find(short)
    while at >= 0:
        if reading.is_capital(telling[at]) or len(short) >= _NO_CHANCE:
            return telling[at], telling[at + len(short) - 1] + 1
        at = initials.find(short, at + 1)
    return None


@attrs.frozen
class _Writing:
    """How a text is written: what stands between its words, and the names known in it."""

    reading: Reading
    known: dict[int, Mention]
    """By each of their words."""

    @classmethod
    def of(cls, reading: Reading) -> _Writing:
        return cls(reading, {at: m for m in reading.mentions for at in range(m.first, m.end)})

    def between(self, at: int) -> str:
        """What stands before a word and after the one before it."""
        start = self.reading.words[at - 1].span[1] if at else 0
        return self.reading.text[start : self.reading.words[at].span[0]]

    def starts(self, at: int) -> bool:
        """Whether a capital shows nothing here, as a sentence begins."""
        return at == 0 or not _ENDS.isdisjoint(self.between(at))

    def follows(self, at: int) -> bool:
        """Whether a word follows the one before it with no punctuation but a hyphen."""
        return at < len(self.reading.words) and self.between(at).strip() in ("", "-", "‑", "–")

    def capital(self, at: int) -> bool:
        key = self.reading.keys[at]
        return key[0].isalpha() and self.reading.is_capital(at)

    def run(self, first: int) -> Body | None:
        """A body or a title that begins at this word."""
        if not self.capital(first) or (self.starts(first) and first not in self.known):
            return None
        end = self.end_of_run(first)
        heads = [at for at in range(first, end) if self.is_head(at, first)]
        if end - first < 2 or not heads:  # noqa: PLR2004 (one capital word is no run)
            return None
        title = any(self.reading.keys[at] in self.reading.knowledge.name_words.documents for at in heads)
        words = self.words(first, end)
        short = "".join(self.reading.keys[at][0] for at in range(first, end) if self.capital(at))
        whole = {words, self.unordered(words)}
        own, other = frozenset([*whole, f"{short}:"]), frozenset([*whole, f"({short})"])
        return self.with_abbreviation(Body(own, other, first, end, title, end))

    def unordered(self, words: str) -> str:
        """The words of a name without the small ones, in whatever order they stand: Fund for Darfur, Darfur Fund."""
        return " ".join(["~", *sorted(set(words.split()) - self.reading.knowledge.name_words.inside)])

    def is_head(self, at: int, first: int) -> bool:
        """Whether a word says what sort of body it is, and is not part of a known name that the run begins with."""
        words, known = self.reading.knowledge.name_words, self.known.get(at)
        kind = self.reading.keys[at] in words.bodies or self.reading.keys[at] in words.documents
        return kind and self.capital(at) and (known is None or known.first > first)

    def end_of_run(self, first: int) -> int:
        """After the last capitalised word; small words are inside once the sort of body is told."""
        end, headed = self.whole(first + 1), self.is_head(first, first)
        while end - first < _MOST_WORDS:
            step = self.step(end, headed) or self.joined(end, headed)
            if not step:
                break
            headed = headed or any(self.is_head(at, first) for at in range(end, end + step))
            end = self.whole(end + step)
        return end

    def whole(self, end: int) -> int:
        """After the known name that the last word is part of."""
        return self.known[end - 1].end if end - 1 in self.known else end

    def step(self, at: int, headed: bool) -> int:  # noqa: FBT001 (a state of the loop above)
        """How many words from here on go on with the name."""
        inside, last = self.reading.knowledge.name_words.inside, at
        while headed and self.follows(last) and self.reading.keys[last] in inside:
            last += 1
        if self.follows(last) and self.capital(last) and not (last > at and self.owns(last)):
            return last + 1 - at
        return 0

    def owns(self, at: int) -> bool:
        """Whether a word is written with the ending of an owner, which no name ends with."""
        return self.reading.quote(at, at + 1).endswith(OWNER)

    def joined(self, at: int, headed: bool) -> int:  # noqa: FBT001 (as above)
        """Two words where "and" joins what the body is for (``Truth and Reconciliation Commission``)."""
        if headed or at - 1 in self.known or not (self.follows(at) and self.follows(at + 1)):
            return 0
        joins = self.reading.keys[at] in self.reading.knowledge.name_words.joiners
        return 2 if joins and self.capital(at + 1) and at + 1 not in self.known else 0

    def words(self, first: int, end: int) -> str:
        """The words without articles, known names in one form."""
        articles = self.reading.knowledge.articles
        parts: dict[str, None] = {}
        for at in range(first, end):
            known = self.known.get(at)
            if self.reading.keys[at] not in articles:
                parts[known.entries[0].id if known else self.reading.keys[at]] = None
        return " ".join(parts)

    def with_abbreviation(self, body: Body) -> Body:
        """With the abbreviation that stands in brackets after it."""
        at = body.end
        if not self.in_brackets(at):
            return body
        short = self.abbreviation(at)
        if not short:
            return body
        return attrs.evolve(body, ids=body.ids | short.ids, answers=body.answers | short.ids, end=short.end)

    def abbreviation(self, first: int) -> Body | None:
        """An abbreviation of three capitals or more that is no known name."""
        if not self.is_abbreviation(first):
            return None
        end = first + 1
        while self.follows(end) and self.between(end) == "-" and self.is_upper(end):
            end += 1
        short = "".join(self.letters(at) for at in range(first, end))
        own, other = frozenset([f"({short})"]), frozenset([f"({short})", f"{short}:"])
        return Body(own, other, first, end, title=self.in_brackets(first), shown=end)

    def in_brackets(self, at: int) -> bool:
        """Whether a word opens brackets: an abbreviation there is of the words before them."""
        return at < len(self.reading.words) and self.between(at).strip() == "("

    def is_abbreviation(self, at: int) -> bool:
        key, none = self.reading.keys[at], self.reading.knowledge.name_words.no_bodies
        return (
            self.reading.is_capital(at)
            and self.is_upper(at)
            and len(self.letters(at)) >= _LEAST_LETTERS
            and key not in none
            and not _ROMAN.issuperset(key)
            and at not in self.known
            and not self.in_symbol(at)
        )

    def is_upper(self, at: int) -> bool:
        """Whether a word is written in capitals, but for the ending of a plural (``NGOs``)."""
        return self.reading.quote(at, at + 1).removesuffix("s").isupper()

    def letters(self, at: int) -> str:
        """The key of an abbreviation without the ending of a plural."""
        key = self.reading.keys[at]
        return key.removesuffix("s") if self.reading.quote(at, at + 1).endswith("s") else key

    def in_symbol(self, at: int) -> bool:
        """Whether a word stands in the symbol of a document: S/PRST/2014/8."""
        start, end = self.reading.words[at].span
        return "/" in (*self.reading.text[max(start - 1, 0) : start], *self.reading.text[end : end + 1])
