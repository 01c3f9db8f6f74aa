"""Pictures as values: a notebook shows them by themselves, and their SVG can be stored."""

from __future__ import annotations

from base64 import b64encode
from functools import singledispatch
from html import escape

import attrs

from peacediff.model import Comparison, History
from peacediff.present.flow import flow
from peacediff.present.lives import lay_out_history
from peacediff.renderers import picture as ribbons
from peacediff.renderers.history import picture as lines
from peacediff.renderers.html.markup import shown


@attrs.frozen(repr=False)
class Picture:
    """A drawing as SVG, which a notebook shows; ``svg`` is a file that needs no other."""

    title: str
    svg: str

    def __repr__(self) -> str:
        return f"<Picture: {self.title}>"

    def _repr_html_(self) -> str:
        """As an image, so that its styles stay its own."""
        data = b64encode(self.svg.encode()).decode("ascii")
        return f'<img alt="{escape(self.title)}" src="data:image/svg+xml;base64,{data}">'

    def _repr_svg_(self) -> str:
        return self.svg


@singledispatch
def picture(of: object) -> Picture:
    """The picture of a comparison or of a history."""
    raise TypeError(f"there is no picture of {type(of).__name__}")


@picture.register
def _(of: Comparison) -> Picture:
    title = shown(f"{of.old.title or of.old.name} → {of.new.title or of.new.name}")
    return Picture(title, ribbons.alone(flow(of), title))


@picture.register
def _(of: History) -> Picture:
    title = shown(" → ".join(draft.title or draft.name for draft in of.drafts))
    return Picture(title, lines.alone(lay_out_history(of)))
