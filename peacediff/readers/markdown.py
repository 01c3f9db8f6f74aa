"""Markdown to blocks: CommonMark's block structure, and the labelled lines that it takes for plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from peacediff.model import Span, is_shown
from peacediff.readers.bare_numbers import bare_lines
from peacediff.readers.blocks import Block
from peacediff.readers.clauses import ClauseCutter, stands_apart
from peacediff.readers.headings import looks_like_heading
from peacediff.readers.lines import Lines, trimmed
from peacediff.readers.markdown_tokens import ordinals_of, tokens_of
from peacediff.readers.numbering import label_at
from peacediff.readers.pipes import row_blocks
from peacediff.readers.plain import wrap_width
from peacediff.readers.scopes import names_scope, scope_of

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKER = re.compile(r"[ \t]*([-+*]|\d{1,9}[.)])(?=\s|\Z)")
_ATX = re.compile(r"[ \t]*#{1,6}(?=[ \t]|\Z)[ \t]*(.*?)(?:[ \t]+#+)?[ \t]*\Z", re.DOTALL)
_BOLD = re.compile(r"(\*\*|__)(?=\S)(?P<words>[^*_\r\n]*[^*_\s:])(?::?\1:?)")
_QUOTE = re.compile(r"[ \t]*>[ \t]?")
_TAB = 4


def markdown_blocks(text: str, lines: Lines, first: int = 0) -> tuple[Block, ...]:
    """The blocks of Markdown from the line with index ``first`` on."""
    tokens = tokens_of(text[lines.starts[first] :])
    cutter = ClauseCutter(text, wrap_width(lines), bare_lines(text, lines, first))
    return tuple(_Walk(text, lines, first, cutter).blocks(tokens))


@attrs.define
class _Walk:
    """One walk over the tokens. ``_at`` is how far a line has been read past its markers."""

    text: str
    lines: Lines
    first: int
    cutter: ClauseCutter
    _depth: int = attrs.field(default=0, init=False)
    _markers: list[int] = attrs.field(factory=list, init=False)
    _at: dict[int, int] = attrs.field(factory=dict, init=False)
    _pending: Block | None = attrs.field(default=None, init=False)
    _heading_at: int = attrs.field(default=-1, init=False)

    def blocks(self, tokens: Sequence[Token]) -> Iterator[Block]:
        ordinals, holding = ordinals_of(tokens), self._quotes_with_points(tokens)
        skip_above: int | None = None
        for index, token in enumerate(tokens):
            if skip_above is not None:
                skip_above = None if token.level == skip_above and token.nesting == -1 else skip_above
                continue
            if token.type == "blockquote_open" and index in holding:
                self._open_quote(token)
                continue
            if token.type in {"blockquote_open", "table_open"}:
                skip_above = token.level
            yield from self._token(token, ordinals.get(index))

    def _token(self, token: Token, ordinal: int | None) -> Iterator[Block]:
        match token.type:
            case "list_item_open":
                yield from self._flush()
                self._open_item(token, ordinal)
            case "list_item_close":
                yield from self._flush()
                self._depth -= 1
                self._markers.pop()
            case "paragraph_open":
                yield from self._paragraph(token)
            case "heading_open":
                yield from self._heading(token)
            case "code_block":
                yield from self._indented(token)
            case "table_open":
                yield from self._table(token)
            case "blockquote_open" | "html_block" | "fence":
                yield from self._passage(token)

    def _quotes_with_points(self, tokens: Sequence[Token]) -> set[int]:
        """The outermost block quotes, by token index, that hold two labels or more: notes with provisions."""
        holding: set[int] = set()
        opened, labels = -1, 0
        for index, token in enumerate(tokens):
            if token.type == "blockquote_open" and opened < 0:
                opened, labels = index, 0
            elif opened >= 0 and token.type == "blockquote_close" and token.level == tokens[opened].level:
                holding |= {opened} if labels > 1 else set()
                opened = -1
            elif opened >= 0 and token.type in {"list_item_open", "paragraph_open"}:
                labels += token.type == "list_item_open" or self._labelled_lines(token)
        return holding

    def _labelled_lines(self, token: Token) -> int:
        """How many lines of a quoted paragraph bear a label that is no bullet."""
        spans = (self._unquoted(index) for index in self._lines_of(token))
        labels = (label_at(self.text, trimmed(self.text, span)) for span in spans)
        return sum(label is not None and label.readings[0].kind != "bullet" for label in labels)

    def _unquoted(self, index: int) -> Span:
        start, end = self._rest(index)
        found = _QUOTE.match(self.text, start, end)
        return (found.end() if found else start), end

    def _open_quote(self, token: Token) -> None:
        """Read on past the marks of a quote; its first paragraph heads it where it is a short line."""
        for index in self._lines_of(token):
            self._at[index] = self._unquoted(index)[0]
        self._heading_at = self._lines_of(token)[0]

    def _open_item(self, token: Token, ordinal: int | None) -> None:
        line = self._lines_of(token)[0]
        start = self._at.get(line, self.lines.starts[line])
        found = _MARKER.match(self.text, start, self.lines.ends[line])
        if found:
            self._at[line] = at = found.end()
            marker, indent = found.span(1), self._indent(found.span(1))
            self._pending = Block(
                "text", (at, at), depth=self._depth, indent=indent, marker=marker, ordinal=ordinal
            )
        self._markers.append(self._pending.indent if self._pending else -1)
        self._depth += 1

    def _flush(self) -> Iterator[Block]:
        """The list item that has been opened, if no text came to it."""
        if self._pending:
            yield self._pending
            self._pending = None

    def _paragraph(self, token: Token) -> Iterator[Block]:
        """The clauses; in a paragraph that opens with ``Chapter IV``, a short line next to it is its title."""
        group: list[Span] = []
        titled = False
        for line in (self._rest(index) for index in self._lines_of(token)):
            if group and not self._depth and stands_apart(self.text, group, line):
                yield from self._clauses(group, titled=titled)
                titled, group = names_scope(self.text[slice(*group[0])]), []
            group.append(line)
        yield from self._clauses(group, titled=titled)

    def _clauses(self, lines: Sequence[Span], *, titled: bool = False) -> Iterator[Block]:
        start = trimmed(self.text, lines[0])[0]
        for span in self.cutter.cut(lines):
            if self._pending:
                yield attrs.evolve(self._pending, span=span)
                self._pending = None
            else:
                opens = titled or self.lines.index(span[0]) == self._heading_at
                opens = opens and looks_like_heading(self.text, span)
                heads = not self._depth and (opens or _heads(self.text, span))
                indent = self._indent(span)
                depth = self._depth if span[0] == start else self._depth_at(indent)
                yield Block("heading" if heads else "text", span, depth=depth, indent=indent)

    def _depth_at(self, indent: int) -> int:
        """How deep a labelled line inside a paragraph is: no deeper than the items whose marker it stands behind."""
        return sum(marker < indent for marker in self._markers)

    def _indented(self, token: Token) -> Iterator[Block]:
        """Indented code in a list, or that opens with a label, is text that was indented too far."""
        lines = [self._rest(index) for index in self._lines_of(token)]
        filled = [line for line in lines if self.text[slice(*line)].strip()]
        if filled and (self._depth or label_at(self.text, trimmed(self.text, filled[0]))):
            yield from self._clauses(filled)
        elif filled:
            yield from self._passage(token)

    def _heading(self, token: Token) -> Iterator[Block]:
        indices = self._lines_of(token)
        if token.markup in {"=", "-"}:
            span = (self._rest(indices[0])[0], self.lines.ends[indices[-2]])
        else:
            start, end = self._rest(indices[0])
            found = _ATX.match(self.text, start, end)
            span = found.span(1) if found else (start, end)
        span = trimmed(self.text, span)
        if self._pending:
            yield attrs.evolve(self._pending, span=span)
            self._pending = None
        elif span[0] < span[1]:
            yield Block("heading", span, level=int(token.tag[1]), depth=self._depth)

    def _table(self, token: Token) -> Iterator[Block]:
        """The rows; the line below the head is a note where it holds more than rules."""
        yield from self._flush()
        head, rule, *rows = (trimmed(self.text, self._rest(index)) for index in self._lines_of(token))
        blocks = list(row_blocks(self.text, [head, *rows], self._depth))
        if any(map(is_shown, self.text[slice(*rule)])):
            blocks.append(Block("note", rule, depth=self._depth))
        yield from sorted(blocks, key=lambda block: block.span)

    def _passage(self, token: Token) -> Iterator[Block]:
        """A block quote or a comment is a note; code and other HTML are something else."""
        yield from self._flush()
        note = token.type == "blockquote_open" or token.content.lstrip().startswith("<!--")
        indices = self._lines_of(token)
        span = trimmed(self.text, (self._rest(indices[0])[0], self.lines.ends[indices[-1]]))
        yield Block("note" if note else "other", span, depth=self._depth)

    def _lines_of(self, token: Token) -> range:
        first, after = token.map or [0, 1]
        return range(first + self.first, min(after + self.first, len(self.lines)))

    def _rest(self, index: int) -> Span:
        return self._at.get(index, self.lines.starts[index]), self.lines.ends[index]

    def _indent(self, span: Span) -> int:
        start = self.lines.starts[self.lines.index(span[0])]
        return len(self.text[start : span[0]].expandtabs(_TAB))


def _heads(text: str, span: Span) -> bool:
    """Whether a paragraph is a heading in all but markup: a short line all in bold, or such as ``Annex 1``."""
    bold = _BOLD.fullmatch(text, *span)
    words = bold.span("words") if bold else span
    return bool(bold or scope_of(text[slice(*span)][:80])) and looks_like_heading(text, words)
