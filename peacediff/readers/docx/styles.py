"""The styles of a Word file: what a paragraph gets from its style and those that the style is based on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
from lxml import etree

from peacediff.readers.docx.names import attr, child, children, number, switched, tag

_LONGEST_CHAIN = 32


@attrs.frozen
class Style:
    """One style: its name in lower case, and its properties as XML."""

    id: str
    name: str
    based_on: str | None
    paragraph: etree._Element | None
    run: etree._Element | None


@attrs.frozen
class Styles:
    """All styles by id, and the id of the one that a paragraph has where it names none."""

    by_id: Mapping[str, Style] = attrs.field(factory=dict)
    default: str | None = None

    @classmethod
    def of(cls, root: etree._Element | None) -> Styles:
        """The styles of a part of styles, if there is one."""
        found = {style.id: style for style in map(_style, children(root, "w:style"))}
        default = (
            attr(each, "styleId")
            for each in children(root, "w:style")
            if attr(each, "type") == "paragraph" and attr(each, "default") in {"1", "true", "on"}
        )
        return cls(found, next(default, None))

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """A style, then those it is based on."""
        for _ in range(_LONGEST_CHAIN):
            style = self.by_id.get(style_id or "")
            if style is None:
                return
            yield style
            style_id = style.based_on

    def paragraph(self, paragraph: etree._Element) -> Paragraph:
        """What is stated of a paragraph, by itself and by its styles."""
        own = child(paragraph, "w:pPr")
        chain = tuple(self.chain(attr(child(own, "w:pStyle")) or self.default))
        return Paragraph(own, chain)

    def run_switch(self, run: etree._Element, name: str, around: Paragraph) -> bool:
        """Whether a switch such as ``w:b`` is on in a run: by itself, its style, or the paragraph's styles."""
        own = child(run, "w:rPr")
        stated = [switched(child(own, name))]
        stated += [switched(child(style.run, name)) for style in self.chain(attr(child(own, "w:rStyle")))]
        stated += [switched(child(style.run, name)) for style in around.styles]
        return next((value for value in stated if value is not None), False)


@attrs.frozen
class Paragraph:
    """The properties of a paragraph: its own first, then those of its styles, the nearest first."""

    own: etree._Element | None
    styles: tuple[Style, ...]

    def stated(self, name: str) -> etree._Element | None:
        """A property by its nearest statement."""
        sources = (self.own, *(style.paragraph for style in self.styles))
        return next((found for source in sources if (found := child(source, name)) is not None), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its styles."""
        return tuple(style.name for style in self.styles)

    def indent(self, name: str) -> int | None:
        """A part of its own indentation in twentieths of a point."""
        return indent(child(self.own, "w:ind"), name)

    def style_indent(self, name: str) -> int | None:
        """A part of the indentation of its styles in twentieths of a point."""
        stated = (indent(child(style.paragraph, "w:ind"), name) for style in self.styles)
        return next((value for value in stated if value is not None), None)


def indent(element: etree._Element | None, name: str) -> int | None:
    """A part of a stated indentation; ``left`` may be called ``start``."""
    found = number(element, name)
    return number(element, "start") if found is None and name == "left" else found


def _style(element: etree._Element) -> Style:
    assert tag(element) == "w:style"  # noqa: S101 (children() chose it)
    return Style(
        id=attr(element, "styleId") or "",
        name=(attr(child(element, "w:name")) or "").casefold(),
        based_on=attr(child(element, "w:basedOn")),
        paragraph=child(element, "w:pPr"),
        run=child(element, "w:rPr"),
    )
