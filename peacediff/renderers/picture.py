"""A `Flow` as SVG: old points left, new points right, a ribbon for each fate between two of them.

The middle is stretched to the width there is while labels keep their size, so one drawing fits a telephone and a
wall. It grows with the number of points up to a height at which hairlines are left of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

import attrs
import htpy as h

from peacediff import packaged
from peacediff.model import Fate
from peacediff.present.flow import Flow, Node, Ribbon
from peacediff.present.page import GLYPHS, Ref
from peacediff.renderers.html.markup import anchor, shown

_PROVISION, _GAP = 10.0, 6.0
"""Height of a provision and of the gap between points, in pixels, in a short draft."""
_PROVISIONS, _GAPS = 1000.0, 500.0
"""Heights that all provisions and all gaps take at most."""
_THIN = 4.0
"""Of less height, what leads nowhere is a bar in a strong ink, and ribbons have an edge that steepness leaves."""
_HEAD, _LINE = 24.0, 13.0
_MARGIN, _STUB = 28, 14
"""Per cent of the width on either side for labels, and of the middle for what leads nowhere."""
_MOST_LINKED = 2000
"""Where there are more ribbons than this, those of one fate are one shape without a link."""
_BELOW: tuple[Fate, ...] = ("unchanged", "reworded", "changed", "added", "dropped")
"""The order in which ribbons cover each other."""

Band = tuple[float, float]
"""Top and bottom in pixels."""


@attrs.frozen
class _Drawing:
    """Where everything stands: a band for each node, and for each end of each ribbon."""

    old: tuple[Band, ...]
    new: tuple[Band, ...]
    leaves: tuple[Band, ...]
    enters: tuple[Band, ...]
    height: float
    unit: float
    gap: float

    @property
    def thin(self) -> bool:
        """Whether a provision is too thin for a spike to be seen."""
        return self.unit < _THIN


def alone(flow: Flow, title: str) -> str:
    """The picture as a file of its own, with a legend."""
    drawing = _drawing(flow)
    height = drawing.height + 2 * _HEAD
    attributes = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "aria-label": shown(title)}
    frame = h.svg(".picture", attributes, width="860", height=_number(height))
    ground = h.rect(".ground", width="100%", height="100%")
    content = [h.style[style()], ground, *_content(flow, drawing, linked=False), _legend(drawing.height)]
    return f"{frame[content]}\n"


def inside(flow: Flow) -> h.Element:
    """The picture as a part of a page that holds the provisions, to which it leads."""
    drawing = _drawing(flow)
    hidden = {"aria-hidden": "true", "focusable": "false"}
    frame = h.svg(".picture", hidden, width="100%", height=_number(drawing.height))
    return frame[*_content(flow, drawing, linked=True)]


def style() -> str:
    """The colours of fates and how the picture is painted, as CSS."""
    return packaged.text("picture.css")


def _drawing(flow: Flow) -> _Drawing:
    weight = max(sum(max(node.weight, 1) for node in side) for side in (flow.old, flow.new))
    unit = min(_PROVISION, _PROVISIONS / max(weight, 1))
    gap = min(_GAP, _GAPS / max(len(flow.old), len(flow.new), 1))
    old, new = (tuple(_stacked(side, unit, gap)) for side in (flow.old, flow.new))
    leaves = _ends(old, [(r.old, r.new, r.leaves * unit) for r in flow.ribbons])
    enters = _ends(new, [(r.new, r.old, r.enters * unit) for r in flow.ribbons])
    bottom = max((side[-1][1] for side in (old, new) if side), default=_HEAD)
    return _Drawing(old, new, leaves, enters, bottom + _LINE / 2, unit, gap)


def _stacked(nodes: Sequence[Node], unit: float, gap: float) -> Iterator[Band]:
    heights = [max(node.weight, 1) * unit for node in nodes]
    tops = accumulate((height + gap for height in heights), initial=_HEAD)
    yield from ((top, top + height) for top, height in zip(tops, heights, strict=False))


def _ends(nodes: Sequence[Band], ends: Sequence[tuple[int | None, int | None, float]]) -> tuple[Band, ...]:
    """A band within its node for the end of each ribbon, in the order of what is at the other end."""
    used = [top for top, _ in nodes]
    bands = [(0.0, 0.0)] * len(ends)
    for place in sorted(range(len(ends)), key=lambda n: -1 if (other := ends[n][1]) is None else other):
        node, _, height = ends[place]
        if node is not None:
            bands[place] = (used[node], used[node] + height)
            used[node] += height
    return tuple(bands)


def _content(flow: Flow, drawing: _Drawing, *, linked: bool) -> Iterator[h.Node]:
    wide = {"preserveAspectRatio": "none", "viewBox": f"0 0 100 {_number(drawing.height)}"}
    middle = h.svg(
        _thin(drawing) | wide,
        x=f"{_MARGIN}%",
        width=f"{100 - 2 * _MARGIN}%",
        y="0",
        height=_number(drawing.height),
    )
    yield middle[*_ribbons(flow, drawing, linked=linked), *_bars(drawing)]
    yield from _labels("old", flow.old, drawing.old, linked=linked)
    yield from _labels("new", flow.new, drawing.new, linked=linked)


def _thin(drawing: _Drawing) -> dict[str, str]:
    return {"class": "thin", "stroke-width": _number(drawing.unit / 3)} if drawing.thin else {}


def _ribbons(flow: Flow, drawing: _Drawing, *, linked: bool) -> Iterator[h.Node]:
    single = len(flow.ribbons) <= _MOST_LINKED
    drawn = list(zip(flow.ribbons, drawing.leaves, drawing.enters, strict=True))
    for fate in _BELOW:
        of_fate = sorted((each for each in drawn if each[0].fate == fate), key=lambda each: each[0].moved)
        if single:
            yield from (
                _ribbon(flow, ribbon, _shape(ribbon, a, b, drawing), linked=linked)
                for ribbon, a, b in of_fate
            )
        elif of_fate:
            shapes = (_shape(ribbon, a, b, drawing) for ribbon, a, b in of_fate)
            yield h.path(f".{fate}", d="".join(shapes))


def _ribbon(flow: Flow, ribbon: Ribbon, shape: str, *, linked: bool) -> h.Node:
    ends = (side[at].point for side, at in ((flow.old, ribbon.old), (flow.new, ribbon.new)) if at is not None)
    flags = [name for name in ("moved", "doubtful") if getattr(ribbon, name)]
    said = f"{' → '.join(map(str, ends))}: {', '.join([ribbon.fate, *flags])}"
    path = h.path("".join(f".{name}" for name in (ribbon.fate, *flags)), d=shape)[h.title[shown(said)]]
    return _link(ribbon.first)[path] if linked else path


def _link(to: Ref) -> h.Element:
    """A link for the mouse: what can be reached by keys stands in words below the picture."""
    return h.a(href=f"#{anchor(to)}", tabindex="-1")


def _shape(ribbon: Ribbon, leaves: Band, enters: Band, drawing: _Drawing) -> str:
    if drawing.thin and (ribbon.old is None or ribbon.new is None):
        return _bar(ribbon, leaves if ribbon.new is None else enters, drawing.gap)
    (top, bottom), (end, low) = ([_number(y) for y in band] for band in (leaves, enters))
    if ribbon.new is None:
        return f"M0,{top}L{_STUB},{_number(sum(leaves) / 2)}L0,{bottom}Z"
    if ribbon.old is None:
        return f"M100,{end}L{100 - _STUB},{_number(sum(enters) / 2)}L100,{low}Z"
    return f"M0,{top}C50,{top} 50,{end} 100,{end}L100,{low}C50,{low} 50,{bottom} 0,{bottom}Z"


def _bar(ribbon: Ribbon, band: Band, gap: float) -> str:
    start, end = (0, _STUB) if ribbon.new is None else (100, 100 - _STUB)
    top, bottom = _number(band[0] - gap / 2), _number(band[1] + gap / 2)
    return f"M{start},{top}H{end}V{bottom}H{start}Z"


def _bars(drawing: _Drawing) -> Iterator[h.Node]:
    for x, nodes in ((0, drawing.old), (100, drawing.new)):
        lines = (f"M{x},{_number(top)}V{_number(bottom)}" for top, bottom in nodes)
        yield h.path(".bar", d="".join(lines))


def _labels(side: str, nodes: Iterable[Node], bands: Iterable[Band], *, linked: bool) -> Iterator[h.Node]:
    """A label for each point that has room for one, and for the side."""
    place = {"x": f"{_MARGIN - 1 if side == 'old' else 101 - _MARGIN}%", "class": side}
    yield h.text({**place, "y": "14", "class": f"{side} side"})[side]
    last = _HEAD - _LINE
    for node, (top, bottom) in zip(nodes, bands, strict=True):
        if (middle := (top + bottom) / 2) - last >= _LINE:
            label = h.text({**place, "y": _number(middle + 4)})[_label(side, node)]
            yield _link(node.point)[label] if linked and node.point.id else label
            last = middle


def _label(side: str, node: Node) -> tuple[h.Node, ...]:
    name = h.tspan(".id")[shown(str(node.point))]
    opening = h.tspan(".opening")[shown(node.opening)]
    return (opening, " ", name) if side == "old" else (name, " ", opening)


def _legend(top: float) -> h.Node:
    """What each colour stands for, in words."""
    return [
        h.text({"x": f"{10 + 20 * place}%", "y": _number(top + 28)}, class_=f"legend {fate}")[
            f"■ {GLYPHS[fate]} {fate}"
        ]
        for place, fate in enumerate(GLYPHS)
    ]


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
